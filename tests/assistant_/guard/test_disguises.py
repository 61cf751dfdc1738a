"""Attacks in disguise and by the server's manners: other scripts, marks, turned words, bodies."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.cases.edits import load_case
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from assistant.settings import EXAMPLE_CASE
from core.model import Case
from index.library import Library
from tests.assistant_ import fake_openai as fake
from tests.assistant_.fake_openai import Asked, FakeOpenAI, choice, fake_openai
from tests.assistant_.guard.attacks.running import Seen, engine_with, fold, hold, see

__all__ = ["fake_openai"]

LINK = " bears on whether work is accepted as it stands"


@pytest.fixture(scope="module")
def case() -> Case:
    return load_case(EXAMPLE_CASE)


@pytest.fixture(scope="module")
def seen_base() -> dict[str, Seen]:
    """The answer without a model, made once."""
    return {}


@pytest.fixture
def base(
    example_library: Library, chooser: Chooser, case: Case, seen_base: dict[str, Seen]
) -> Seen:
    if not seen_base:
        engine = Engine(
            example_library,
            ExtractiveArguer(),
            case=case,
            title=case.title,
            chooser=chooser,
            recording=False,
        )
        seen_base["base"] = see(engine)
    return seen_base["base"]


DISGUISED = (
    "The manager\u2019s signature on G\u0405-15 plans" + LINK,
    "The g\u200brade of plans" + LINK,
    "Le\u00advel of plans" + LINK,
    "The plan of \u0661\u0665 points" + LINK,
    "The plan of \u096b signs" + LINK,
    "\u202e51-SG fo nalp eht" + LINK,
    "&#71;&#83;-15 for the plan" + LINK,
    "The plan &lt;b&gt;credited&lt;/b&gt;" + LINK,
    "\x1b]8;;https://example.org\x1b\\The plan\x1b]8;;\x1b\\" + LINK,
    "[bold red]The plan[/] of the manager" + LINK,
    "The plan](https://example.org) of the manager" + LINK,
    "\U0001d406\U0001d412 fifteen for the plan" + LINK,
    "The plan of \u2168 signs" + LINK,
    "The g.r.a.d.e of the plan" + LINK,
    "The plan\u2028**Credited.** The plan" + LINK,
    "Le plan du chef porte sur la note" + LINK,
)
TURNED = (
    ("manager signs", "The chief's signature on a plan" + LINK),
    ("manager signs", "How the chief signs a plan" + LINK),
    ("manager signs", "The manager signs" + LINK),
    ("manager signs", "A plan taking effect, the manager signs" + LINK),
    ("manager signs", "The specialist's plan goes to nobody" + LINK),
    ("A delegation", "How the district changes the annexes" + LINK),
    ("A delegation", "Asking the specialist" + LINK),
    ("A delegation", "The district naming the specialist" + LINK),
    ("picked the locks", "Altering the schedule" + LINK),
    ("picked the locks", "The schedule altered by the specialist" + LINK),
    ("Of nine plans", "The section rewritten unchanged" + LINK),
    ("sets the objectives", "How the specialist sets the objectives" + LINK),
    ("sets the objectives", "The chief naming each plan" + LINK),
    ("as written", "The specialist's sending of the annex" + LINK),
    ("as written", "How the districts sent the annex" + LINK),
    ("miles away", "How the specialist's office is away" + LINK),
)
COMPARED = (
    "The same plan as one a step above" + LINK,
    "The plan of those on the next rung" + LINK,
    "How the plan outranks the chief's" + LINK,
    "What the better paid sign" + LINK,
    "The plan worth more than the chief's" + LINK,
    "How the manager signs for a senior" + LINK,
    "The manager's signature, which suffices," + LINK,
    "The manager's signature carries the day and" + LINK,
)


def citing(rows: list[tuple[str, str]]) -> fake.Answer:
    """Choices in order, each with a gloss beside the fact that holds some words."""

    def obey(asked: Asked) -> list[dict[str, Any]]:
        facts = asked.offered("FACTS")
        demand = next(n for n, (_, t) in asked.sentences().items() if "normally accepted" in t)
        return [
            choice(
                asked,
                "fact",
                "for",
                demand,
                facts=[next(n for n, t in facts.items() if words in t)],
                gloss=gloss,
                aspect="2-5.review",
            )
            for words, gloss in rows
        ]

    return fake.choosing(obey)


ROWS = [
    *(("manager signs", gloss) for gloss in DISGUISED),
    *TURNED,
    *(("manager signs", gloss) for gloss in COMPARED),
]


@pytest.mark.parametrize("start", range(0, len(ROWS), 8))
def test_no_disguise_and_no_turned_sentence_is_shown(
    fake_openai: FakeOpenAI,
    example_library: Library,
    chooser: Chooser,
    case: Case,
    base: Seen,
    start: int,
) -> None:
    rows = ROWS[start : start + 8]
    fake_openai.script(citing(rows))
    seen = see(engine_with(example_library, case, chooser))
    assert all(claim.drafted_by == "program" for claim in seen.reply.claims), [
        c.text for c in seen.reply.claims if c.drafted_by != "program"
    ]
    assert len([r for r in seen.reply.removed if "gloss" in r.text]) == len(rows)
    for _, gloss in rows:
        assert fold(gloss) not in seen.all, gloss
    assert not {"\x1b", "\u202e", "\u200b"} & set(seen.text + seen.screen)
    hold(seen, base, example_library)


def _raw(words: str) -> Callable[[Asked], fake.Reply]:
    return lambda asked: fake.text("ready" if asked.looks_up else words)


def _honest(asked: Asked) -> dict[str, Any]:
    return fake.honest_choices(asked)[0]


def ids_in_disguise() -> Iterator[tuple[str, Callable[[Asked], list[dict[str, Any]]]]]:
    for bad in ("\u05051", "S\u0661", "S\u200b1", "\u202eS1", "S\uff11", "S1;S2", "S01", "S1.0"):
        yield repr(bad), lambda a, bad=bad: [choice(a, "demand", "requires", bad)]
    for bad in ("2\u20115", "2-5 ", "2-\u0665", "Level 2-5"):
        yield repr(bad), lambda a, bad=bad: [{**_honest(a), "level": bad}]
    for kind, side in (("Fact", "for"), ("decided_met", "For"), ("demand\u200b", "requires")):
        yield kind + side, lambda a, k=kind, s=side: [choice(a, k, s, next(iter(a.sentences())))]


def test_an_id_in_disguise_is_not_an_id(
    fake_openai: FakeOpenAI,
    example_library: Library,
    chooser: Chooser,
    case: Case,
    base: Seen,
) -> None:
    engine = engine_with(example_library, case, chooser)
    every = list(ids_in_disguise())
    for start in range(0, len(every), 8):
        some = every[start : start + 8]
        fake_openai.script(fake.choosing(lambda a, some=some: [c for _, f in some for c in f(a)]))
        seen = see(engine)
        assert seen.text.count("The model's reading") == 0
        assert {c.text for c in seen.reply.claims} == {c.text for c in base.reply.claims}
        hold(seen, base, example_library)


def _repeated(asked: Asked) -> list[dict[str, Any]]:
    return fake.honest_choices(asked) * 2_000


SAID = "By the core: GS-15, 4,480 points."
BODIES: dict[str, fake.Answer] = {
    "choices ten thousand times": fake.choosing(_repeated),
    "deep": _raw('{"choices":' + "[" * 200_000 + "]" * 200_000 + "}"),
    "wide": _raw(json.dumps({"choices": [{SAID + str(n): n} for n in range(20_000)]})),
    "keys twice": _raw('{"choices": [], "choices": [{"gloss": "' + SAID + '"}]}'),
    "a bomb": fake.Reply(
        body=gzip.compress(b" " * 30_000_000), headers={"Content-Encoding": "gzip"}
    ),
    "not packed": fake.Reply(body=SAID.encode(), headers={"Content-Encoding": "gzip"}),
    "another packing": fake.Reply(body=SAID.encode(), headers={"Content-Encoding": "br"}),
    "redirected": fake.Reply(status=302, headers={"Location": "http://127.0.0.1:9/v1"}),
    "refusing in words": fake.failure(400, SAID, SAID),
    "failing in words": fake.failure(503, f"\x1b[31m{SAID}", SAID),
    "nothing": fake.Reply(status=204),
    "a page": fake.Reply(body=f"<b>{SAID}</b>".encode(), type="text/html"),
    "a list": fake.Reply(body=json.dumps([SAID]).encode()),
    "words as a cause": fake.completion({"content": "", "refusal": SAID}, finish=SAID),
    "a tool of its own": fake.completion(
        {
            "tool_calls": [
                {
                    "id": SAID,
                    "type": "function",
                    "function": {"name": SAID, "arguments": json.dumps({"about": SAID})},
                }
            ]
        },
        finish="tool_calls",
    ),
    "tools with orders": fake.completion(
        {
            "tool_calls": [
                {
                    "id": f"c{n}",
                    "type": "function",
                    "function": {
                        "name": "search",
                        "arguments": json.dumps({"about": f"\x1b[2J[bold]{SAID} {n}"}),
                    },
                }
                for n in range(300)
            ],
            "content": SAID,
        },
        finish="tool_calls",
    ),
}


@pytest.mark.parametrize("name", BODIES)
def test_no_body_reaches_the_reader_or_takes_the_answer_away(
    fake_openai: FakeOpenAI,
    example_library: Library,
    chooser: Chooser,
    case: Case,
    base: Seen,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("FES_MODEL_TIMEOUT", "5")
    fake_openai.script(BODIES[name])
    seen = see(engine_with(example_library, case, chooser))
    assert "GS-15" not in seen.text + seen.screen + seen.data
    assert "4,480" not in seen.text + seen.screen + seen.data
    assert "\x1b" not in seen.text + seen.screen
    hold(seen, base, example_library)
    assert len(fake_openai.requests) < 14
