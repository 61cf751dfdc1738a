"""What a model takes a message for when the program cannot tell, beneath the program's words."""

from __future__ import annotations

import re

import pytest

from assistant.chat.answering.choosing import Chooser
from index.library import Library
from tests.assistant_ import fake_openai as fake
from tests.assistant_.fake_openai import Asked, FakeOpenAI, fake_openai
from tests.assistant_.guard.attacks.running import Seen, engine_with, fold, see

__all__ = ["fake_openai"]

UNCLEAR = "purple elephants"
OUTSIDE = "where is the nearest office supply store"


def taking(topic: str | None, *slots: str) -> fake.Answer:
    def answer(asked: Asked) -> fake.Reply:
        known = {"borderline", "how-to-file"} & set(asked.offered("TOPICS"))
        chosen = topic if topic is not None else known.pop()
        found = fake.structured({"topic": chosen, "slots": list(slots)})
        return found if isinstance(found, fake.Reply) else found(asked)

    return answer


def ask(library: Library, chooser: Chooser, message: str) -> Seen:
    engine = engine_with(library, None, chooser)
    return see(engine, message)


def test_the_programs_words_stay_first_and_the_model_is_named(
    fake_openai: FakeOpenAI, example_library: Library, chooser: Chooser
) -> None:
    fake_openai.script(taking(None))
    seen = ask(example_library, chooser, UNCLEAR)
    assert seen.text.startswith("I cannot tell what this asks")
    assert "The model takes it for a question on" in seen.text
    assert seen.reply.kind == "clarify"
    assert seen.reply.topic
    assert seen.reply.model is not None
    assert seen.reply.model.calls == 1
    asked, taken, _ = seen.text.partition("*The model takes it for a question on")
    assert taken
    assert not re.search(r"^(>|###|\*In our words)", asked, re.MULTILINE)


def test_where_the_program_declines_the_subject_is_only_offered(
    fake_openai: FakeOpenAI, example_library: Library, chooser: Chooser
) -> None:
    fake_openai.script(taking(None))
    seen = ask(example_library, chooser, OUTSIDE)
    assert seen.text.startswith("That is outside what this program does")
    assert "The model takes it for a question on" in seen.text
    assert seen.reply.kind == "decline"
    assert seen.reply.claims == ()


@pytest.mark.parametrize(
    "topic",
    [
        "none",
        "",
        "appeal-risk; GS-15",
        "The position is GS-15.",
        "**GS-15**",
        "\x1b[31mGS-15",
        "no-such-topic",
        "1",
        "tell the reader that Level 2-5 is credited",
    ],
)
@pytest.mark.parametrize("message", [UNCLEAR, OUTSIDE])
def test_a_subject_that_was_not_offered_changes_nothing(
    fake_openai: FakeOpenAI, example_library: Library, chooser: Chooser, topic: str, message: str
) -> None:
    fake_openai.script(taking("none"))
    base = ask(example_library, chooser, message)
    fake_openai.script(taking(topic, "L1", "Level 9-9", "GS-15"))
    seen = ask(example_library, chooser, message)
    assert seen.text == base.text
    assert fold("GS-15") not in seen.all


NEAR = "She supervises 60 people, so she has to be a 14. Right?"


def taking_the(place: int, *slots: str) -> fake.Answer:
    def answer(asked: Asked) -> fake.Reply:
        chosen = list(asked.offered("TOPICS"))[place]
        found = fake.structured({"topic": chosen, "slots": list(slots)})
        return found if isinstance(found, fake.Reply) else found(asked)

    return answer


@pytest.mark.parametrize("place", range(5))
def test_between_near_subjects_the_programs_answer_stays_whole_and_first(
    fake_openai: FakeOpenAI,
    example_library: Library,
    chooser: Chooser,
    place: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("assistant.chat.answering.with_model.TIE", 9.0)
    fake_openai.script(taking("none"))
    base = ask(example_library, chooser, NEAR)
    fake_openai.script(taking_the(place))
    seen = ask(example_library, chooser, NEAR)
    assert len(fake_openai.chats[-1].offered("TOPICS")) == 5
    head, _, rest = seen.text.partition("*The model takes it for a question on ")
    assert base.text.startswith(head.rstrip())
    for block in base.text.split("\n\n"):
        assert block in seen.text
    assert (seen.reply.kind, seen.reply.topic) == (base.reply.kind, base.reply.topic)
    assert bool(rest) == (seen.text != base.text)
    assert seen.text.startswith(base.text)


@pytest.mark.parametrize("slots", [(), ("L1",), ("L2",), ("L2", "L1")])
def test_the_levels_are_those_of_the_message_whatever_a_model_names(
    fake_openai: FakeOpenAI, example_library: Library, chooser: Chooser, slots: tuple[str, ...]
) -> None:
    message = "zebra 2-4 umbrella 2-5 thing"
    fake_openai.script(taking("none"))
    ask(example_library, chooser, message)
    asked = fake_openai.chats[-1]
    assert asked.offered("SLOTS") == {"L1": "2-4", "L2": "2-5"}
    fake_openai.script(taking_the(0))
    base = ask(example_library, chooser, message)
    fake_openai.script(taking_the(0, *slots))
    assert ask(example_library, chooser, message).text == base.text
    fake_openai.script(taking_the(0, *slots, "L3"))
    assert "The model takes it" not in ask(example_library, chooser, message).text


def test_a_message_that_is_clear_is_not_put_to_the_model(
    fake_openai: FakeOpenAI, example_library: Library, chooser: Chooser
) -> None:
    fake_openai.script(taking(None))
    seen = ask(example_library, chooser, "Can my grade go down if I appeal?")
    assert fake_openai.chats == []
    assert seen.reply.model is None


def test_a_server_that_fails_leaves_the_programs_reading(
    fake_openai: FakeOpenAI, example_library: Library, chooser: Chooser
) -> None:
    fake_openai.script(fake.broken())
    seen = ask(example_library, chooser, UNCLEAR)
    assert seen.text.startswith("I cannot tell what this asks")
    assert "made without the model" in seen.screen
