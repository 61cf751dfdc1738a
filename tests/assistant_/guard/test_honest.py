"""Honest choices stand: sixty of them, on two levels, in every kind, and none is lost."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from assistant.cases.edits import load_case
from assistant.chat.answering.choosing import Chooser
from assistant.guard.gloss import objection
from assistant.settings import EXAMPLE_CASE
from index.library import Library
from tests.assistant_ import fake_openai as fake
from tests.assistant_.fake_openai import SIDE_OF, Asked, FakeOpenAI, choice, fake_openai
from tests.assistant_.guard.attacks.running import engine_with, see

__all__ = ["fake_openai"]

FACTS = (
    (
        "A new plan, or a change to the body of a plan, goes to the operations chief and then to "
        "the district manager, and takes effect when the manager signs."
    ),
    "Nine of the eleven lock plans were written with the handbook's method.",
    "The counties and companies want the agreements and cooperate.",
    "Headquarters sets the criteria by which a lock is judged ready, and checks each district.",
    "In theory, the chief reads every plan, the specialist holds.",
    "The specialist thinks, the manager looks at each page.",
    "Before the flood, the crews may run an exercise alone, and that has ended.",
)
SENTENCES = (
    "Work is normally accepted as it stands.",
    "The employee makes technical judgments that take effect without anyone else approving them.",
    "The supervisor gives the mission, the limits of money, and the broad policy of the bureau.",
)


def honest(asked: Asked) -> list[dict[str, Any]]:
    """Every sentence offered under its own kind, and every fact beside a demand."""
    sentences = asked.sentences()
    found = [
        choice(asked, kind, SIDE_OF[kind], name)
        for name, (kind, _) in sentences.items()
        if kind in SIDE_OF
    ]
    aspects = list(asked.offered("ASPECTS"))
    demands = [name for name, (kind, _) in sentences.items() if kind == "demand"]
    for (number, fact), demand in zip(
        enumerate(asked.offered("FACTS")), itertools.cycle(demands), strict=False
    ):
        aspect = aspects[number % len(aspects)]
        found += [
            choice(asked, "fact", side, demand, facts=[fact], aspect=aspect)
            for side in ("for", "against")
        ]
    return found


@pytest.mark.parametrize(("level", "least"), [("2-5", 45), ("4-5", 20)])
def test_no_honest_choice_is_lost(
    fake_openai: FakeOpenAI, example_library: Library, chooser: Chooser, level: str, least: int
) -> None:
    case = load_case(EXAMPLE_CASE)
    engine = engine_with(example_library, case, chooser)
    every: list[dict[str, Any]] = []
    fake_openai.script(fake.choosing(lambda a: every.extend(honest(a)) or []))
    see(engine, f"Argue Level {level} both ways")
    assert len(every) >= least, len(every)
    for start in range(0, len(every), 4):
        some = every[start : start + 4]
        fake_openai.script(fake.choosing(lambda _, some=some: some))
        seen = see(engine, f"Argue Level {level} both ways")
        assert seen.reply.removed == (), some
        asked = fake_openai.chats[-1].sentences()
        shown = {" ".join(s.quote.split()) for c in seen.reply.claims for s in c.sources}
        for one in some:
            for name in one["sentences"]:
                assert asked[name][1] in shown, one


@pytest.mark.parametrize(
    "gloss",
    [
        "takes effect when the manager signs bears on work is normally accepted as it stands",
        "Takes effect when the manager signs concerns work is normally accepted as it stands.",
        "the counties and companies want the agreements touches the broad policy of the bureau",
        "checks each district bears on the supervisor gives the mission",
        "checks each district touches the limits of money",
    ],
)
def test_whole_clauses_with_a_neutral_link_may_be_shown(gloss: str) -> None:
    assert objection(gloss, FACTS, SENTENCES) == ""


@pytest.mark.parametrize(
    "gloss",
    [
        "the manager signs bears on work is normally accepted as it stands",
        "takes effect when the manager bears on work is normally accepted as it stands",
        "takes effect when the manager signs proves work is normally accepted as it stands",
        "takes effect when the manager signs bears on technical judgments that take effect",
        "take effect bears on work is normally accepted",
        "goes to the operations chief bears on the employee makes technical judgments",
        "goes to the operations chief concerns the broad policy of the bureau",
        "the chief reads every plan touches the limits of money",
        "the manager looks at each page touches the limits of money",
        "the crews may run an exercise alone touches the limits of money",
    ],
)
def test_half_a_clause_or_another_link_may_not(gloss: str) -> None:
    assert objection(gloss, FACTS, SENTENCES)
