"""A model chooses: what it is asked, what it is told, and what becomes of its answer."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from assistant.argue.asking import schema
from assistant.argue.lookups import MOST_CALLS
from assistant.argue.modelled import read_choices
from assistant.cases.edits import load_case
from assistant.chat.answering.choosing import Chooser
from assistant.events import Progress, ToolFinished, ToolStarted, TurnFinished
from assistant.guard.choices import Choices, Understood
from assistant.settings import EXAMPLE_CASE, load_settings
from core.errors import UsageError
from core.model import Case, Fact
from index.library import Library
from tests.assistant_ import fake_openai as fake
from tests.assistant_.fake_openai import Asked, FakeOpenAI, choice, fake_openai
from tests.assistant_.guard.attacks.running import QUESTION, engine_with, see

__all__ = ["fake_openai"]


@pytest.fixture(scope="module")
def case() -> Case:
    return load_case(EXAMPLE_CASE)


@pytest.mark.parametrize(
    ("refuses", "modes"),
    [
        ((), ["tools", "json_schema"]),
        (("json_schema",), ["tools", "json_schema", "tools"]),
        (("json_schema", "tools"), ["tools", "json_schema", "tools", "text"]),
    ],
)
def test_choices_come_back_whatever_the_server_knows(
    fake_openai: FakeOpenAI,
    example_library: Library,
    chooser: Chooser,
    case: Case,
    refuses: tuple[fake.Mode, ...],
    modes: list[str],
) -> None:
    fake_openai.script(fake.quoting(), refuses=refuses)
    engine = engine_with(example_library, case, chooser)
    seen = see(engine)
    assert [asked.mode for asked in fake_openai.chats] == modes
    assert "The model's reading" in seen.text
    before = len(fake_openai.chats)
    assert "The model's reading" in see(engine).text
    assert [a.mode for a in fake_openai.chats[before:]] == (
        ["tools", *modes[-1:]] if "tools" not in refuses else modes[-1:]
    )


def test_a_server_that_fails_costs_a_notice_and_not_the_answer(
    fake_openai: FakeOpenAI, example_library: Library, chooser: Chooser, case: Case
) -> None:
    fake_openai.script(fake.unauthorized())
    seen = see(engine_with(example_library, case, chooser))
    assert "did not accept the key" in seen.screen
    assert "made without the model" in seen.screen
    assert "Why decision C-9999-11-01 refused" in seen.text
    assert seen.reply.model is None


@pytest.mark.parametrize(
    "answer",
    [
        fake.text("no choices at all"),
        fake.text("{" * 5_000),
        fake.text('{"choices": "S1"}'),
        fake.garbage(),
        fake.cut_off('{"choices": ['),
        fake.Reply(body=b"{}"),
        fake.broken(),
        fake.unknown_model(),
    ],
)
def test_an_answer_that_cannot_be_read_leaves_the_base(
    fake_openai: FakeOpenAI,
    example_library: Library,
    chooser: Chooser,
    case: Case,
    answer: fake.Reply,
) -> None:
    fake_openai.script(answer)
    seen = see(engine_with(example_library, case, chooser))
    assert "made without the model" in seen.screen
    assert "Why decision C-9999-11-01 refused" in seen.text
    assert "The model's reading" not in seen.text


def test_what_was_refused_is_told_once_in_our_words_and_the_second_answer_counts(
    fake_openai: FakeOpenAI, example_library: Library, chooser: Chooser, case: Case
) -> None:
    wrong = fake.choosing(lambda a: [choice(a, "demand", "requires", "S999 GS-15")])
    fake_openai.script(wrong, wrong, fake.quoting())
    seen = see(engine_with(example_library, case, chooser))
    assert [a.looks_up for a in fake_openai.chats] == [True, False, False]
    retry = fake_openai.chats[-1].prompt
    assert "Choice 1: it names a sentence that was not offered." in retry
    assert "GS-15" not in retry
    assert "The model's reading" in seen.text
    assert seen.reply.removed == ()


def test_it_is_not_told_a_third_time(
    fake_openai: FakeOpenAI, example_library: Library, chooser: Chooser, case: Case
) -> None:
    fake_openai.script(fake.choosing(lambda a: [choice(a, "demand", "against", "S6")]))
    seen = see(engine_with(example_library, case, chooser))
    assert len(fake_openai.chats) == 3
    assert (
        "One part of the model's answer left out: a reason of this kind does not stand" in seen.text
    )


def test_a_model_that_chooses_nothing_takes_nothing_away(
    fake_openai: FakeOpenAI, example_library: Library, chooser: Chooser, case: Case
) -> None:
    fake_openai.script(fake.choosing(lambda _: []))
    seen = see(engine_with(example_library, case, chooser))
    assert "Why decision C-9999-11-01 refused" in seen.text
    assert len(fake_openai.chats) == 2
    assert seen.reply.model is not None
    assert seen.reply.model.calls == 2
    assert seen.reply.model.input_tokens == 2


def test_a_gloss_in_order_is_shown_apart_and_named_as_the_models(
    fake_openai: FakeOpenAI, example_library: Library, chooser: Chooser, case: Case
) -> None:
    gloss = "takes effect when the manager signs bears on work is normally accepted as it stands"

    def one(asked: Asked) -> list[dict[str, Any]]:
        fact = next(n for n, t in asked.offered("FACTS").items() if "manager signs" in t)
        demand = next(n for n, (_, t) in asked.sentences().items() if "normally accepted" in t)
        return [
            choice(asked, "fact", "against", demand, facts=[fact], gloss=gloss, aspect="2-5.review")
        ]

    fake_openai.script(fake.choosing(one))
    seen = see(engine_with(example_library, case, chooser))
    (claim,) = [c for c in seen.reply.claims if c.drafted_by != "program"]
    assert claim.text == gloss
    assert claim.drafted_by == "openai:test-model"
    assert claim.sources[0].quote.endswith("Work is normally accepted as it stands.")
    assert f"openai:test-model: {gloss}" in seen.text
    assert f"**{gloss}" not in seen.text


def test_a_slow_model_is_seen_to_be_asked_and_can_be_stopped(
    fake_openai: FakeOpenAI, example_library: Library, chooser: Chooser, case: Case
) -> None:
    fake_openai.script(fake.hanging(20.0))
    engine = engine_with(example_library, case, chooser)
    said: list[str] = []
    begun = time.monotonic()
    for event in engine.handle(QUESTION):
        if isinstance(event, Progress):
            said.append(event.label)
            if len(said) == 3:
                engine.cancel()
    assert said == ["openai:test-model may look things up"] * 3
    assert time.monotonic() - begun < 10


# --- looking things up -------------------------------------------------------------------


def calls(name: str, *abouts: str) -> fake.Reply:
    return fake.completion(
        {
            "tool_calls": [
                {
                    "id": f"call_{n}",
                    "type": "function",
                    "function": {"name": name, "arguments": json.dumps({"about": about})},
                }
                for n, about in enumerate(abouts)
            ]
        },
        finish="tool_calls",
    )


def looking(*replies: fake.Reply) -> fake.Answer:
    """Look-ups in order, the last again and again; honest choices afterwards."""
    left = list(replies)

    def answer(asked: Asked) -> fake.Reply:
        if asked.looks_up:
            return left.pop(0) if len(left) > 1 else left[0]
        found = fake.quoting()
        return found if isinstance(found, fake.Reply) else found(asked)

    return answer


def test_each_look_up_is_an_event_and_its_sentences_can_be_chosen(
    fake_openai: FakeOpenAI, example_library: Library, chooser: Chooser, case: Case
) -> None:
    fake_openai.script(
        looking(
            calls("search", "who reads the drafts"),
            calls("level_text", "2-5"),
            calls("precedents", "2-5"),
            calls("what_if", "2-5"),
            calls("decision_record", "C-9999-11-01"),
            fake.text("ready"),
        )
    )
    engine = engine_with(example_library, case, chooser)
    events = list(engine.handle(QUESTION))
    said = [e.summary for e in events if isinstance(e, ToolStarted) and e.name == "look_up"]
    assert len(said) == 5
    assert "Working out another level (4 of at most 6)" in said
    assert len([e for e in events if isinstance(e, ToolFinished) and e.name == "look_up"]) == 5
    model = next(e.reply.model for e in events if isinstance(e, TurnFinished))
    assert model is not None
    assert len(model.looked_up) == 5
    assert "Working out another level" in model.looked_up
    assert model.masked
    prompt = json.dumps(fake_openai.chats[-2].body["messages"])
    assert "With Level 2-5 in its place: 2845 points, GS-12." in prompt
    assert "Factor 2: credited 2-4, refused 2-5" in prompt
    assert "(not to be chosen)" in prompt or "(decided_not_met)" in prompt


@pytest.mark.parametrize(
    "reply",
    [
        calls("search", "x"),
        calls("search", *["y"] * 40),
        calls("what_if", "GS-15", "9-99", "2-5; drop table", "\x00", "⁂"),
        calls("decision_record", "../../etc/passwd"),
        calls("delete_case", "all"),
        calls("level_text", "z" * 100_000),
    ],
)
def test_looking_up_without_end_or_sense_is_cut_off_and_shows_nothing(
    fake_openai: FakeOpenAI,
    example_library: Library,
    chooser: Chooser,
    case: Case,
    reply: fake.Reply,
) -> None:
    fake_openai.script(looking(reply))
    engine = engine_with(example_library, case, chooser)
    events = list(engine.handle(QUESTION))
    said = [e.summary for e in events if isinstance(e, ToolStarted) and e.name == "look_up"]
    assert len(said) <= MOST_CALLS
    assert all("GS-15" not in s and "passwd" not in s for s in said)
    assert len(fake_openai.chats) < 12


def test_looking_up_ends_in_time_however_long_the_server_takes(
    fake_openai: FakeOpenAI,
    example_library: Library,
    chooser: Chooser,
    case: Case,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("assistant.argue.modelled.LOOKING", 1.5)
    fake_openai.script(fake.hanging(20.0), fake.quoting())
    begun = time.monotonic()
    seen = see(engine_with(example_library, case, chooser))
    assert time.monotonic() - begun < 12
    assert "The model's reading" in seen.text


def test_looking_up_ends_with_the_tokens_it_may_use_and_the_cost_is_told(
    fake_openai: FakeOpenAI, example_library: Library, chooser: Chooser, case: Case
) -> None:
    dear = json.loads(calls("search", "who reads the drafts").body)
    dear["usage"] |= {"prompt_tokens": 30_000, "total_tokens": 30_001, "cost": 0.25}
    fake_openai.script(looking(fake.Reply(body=json.dumps(dear).encode())))
    seen = see(engine_with(example_library, case, chooser))
    assert sum(asked.looks_up for asked in fake_openai.chats) == 1
    assert seen.reply.model is not None
    assert seen.reply.model.input_tokens == 30_001
    assert seen.reply.model.cost == 0.25
    assert "cost 0.2500" in seen.screen


# --- names -------------------------------------------------------------------------------


def test_names_are_masked_before_the_model_reads_them_and_shown_to_the_reader(
    fake_openai: FakeOpenAI, example_library: Library, chooser: Chooser, case: Case
) -> None:
    fact = Fact(
        text="Maria Gonzalez reads each plan before Mr. Ito signs; call 555-123-4567.",
        source="Interview with Maria Gonzalez",
        factor=2,
    )
    named = case.model_copy(update={"facts": (fact, *case.facts)})
    fake_openai.script(fake.quoting())
    engine = engine_with(example_library, named, chooser)
    seen = see(engine, f"{QUESTION}, as Gonzalez asked")
    for asked in fake_openai.chats:
        whole = json.dumps(asked.body)
        for name in ("Gonzalez", "Maria", "Ito", "555-123-4567", "Upper Basin District"):
            assert name not in whole
    assert "Maria Gonzalez reads each plan before Mr. Ito signs" in seen.text
    assert "Masked: " in seen.screen
    assert "Gonzalez" in seen.screen


def test_names_are_let_through_only_when_the_person_says_so(
    fake_openai: FakeOpenAI, example_library: Library, chooser: Chooser, case: Case
) -> None:
    assert load_settings({"FES_HOME": "/data"}).masking
    assert not load_settings({"FES_HOME": "/data", "FES_MODEL_NAMES": "shown"}).masking
    with pytest.raises(UsageError) as caught:
        load_settings({"FES_HOME": "/data", "FES_MODEL_NAMES": "some"})
    assert caught.value.where == "FES_MODEL_NAMES"
    fact = Fact(text="Maria Gonzalez reads each plan.", factor=2)
    named = case.model_copy(update={"facts": (fact, *case.facts)})
    fake_openai.script(fake.quoting())
    engine = engine_with(example_library, named, chooser)
    engine.arguer.masking = False
    seen = see(engine)
    assert "Maria Gonzalez reads each plan" in fake_openai.chats[-1].prompt
    assert "Masked" not in seen.screen


# --- the structure -----------------------------------------------------------------------


@pytest.mark.parametrize("form", [Choices, Understood])
def test_the_structure_is_closed_and_in_the_strict_form(form: Any) -> None:
    def objects(node: object) -> list[dict[str, Any]]:
        if isinstance(node, list):
            return [found for item in node for found in objects(item)]
        if not isinstance(node, dict):
            return []
        own = [node] if node.get("type") == "object" else []
        return own + [found for value in node.values() for found in objects(value)]

    whole = schema(form)
    assert "$ref" not in json.dumps(whole)
    for one in objects(whole):
        assert one["additionalProperties"] is False
        assert list(one["required"]) == list(one["properties"])
    assert "text" not in json.dumps(whole["properties"]).split('"properties"')[0]


def test_a_server_that_holds_its_model_to_the_schema_can_get_no_other_id(
    fake_openai: FakeOpenAI, example_library: Library, chooser: Chooser, case: Case
) -> None:
    fake_openai.script(fake.quoting())
    see(engine_with(example_library, case, chooser))
    asked = fake_openai.chats[-1]
    wanted = asked.body["response_format"]["json_schema"]["schema"]
    one = wanted["properties"]["choices"]["items"]["properties"]
    assert one["level"]["enum"] == ["2-5"]
    assert one["sentences"]["items"]["enum"] == list(asked.sentences())
    assert one["facts"]["items"]["enum"] == list(asked.offered("FACTS"))
    assert one["aspect"]["enum"] == list(asked.offered("ASPECTS"))


@pytest.mark.parametrize(
    "value",
    [
        {"answer": {"choices": [{"level": "2-5", "side": "requires", "kind": "demand"}]}},
        [{"level": "2-5", "side": "requires", "kind": "demand", "sentences": ["[s6]"]}],
        {"choices": [{"level": "2-5", "side": "requires", "kind": "demand"}, 3, None, "S1"]},
    ],
)
def test_choices_in_a_neighbouring_form_are_read(value: object) -> None:
    found = read_choices(value)
    assert found is not None
    assert [c.kind for c in found] == ["demand"]
    assert found[0].sentences in ([], ["S6"])
