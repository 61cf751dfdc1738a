"""Which glosses are shown: clauses and mentions that state nothing, of what is cited."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from assistant.guard.gloss import objection

DATA = tomllib.loads(
    (Path(__file__).parent / "attacks" / "bearings.toml").read_text(encoding="utf-8")
)
FACTS: dict[str, str] = DATA["facts"]
DEMANDS: dict[str, list[str]] = DATA["demands"]


def refused(row: dict[str, str]) -> str:
    sentence, *about = DEMANDS[row["demand"]]
    return objection(row["gloss"], [FACTS[row["fact"]]], [sentence], "", about)


@pytest.mark.parametrize("row", DATA["turned"], ids=lambda row: row["gloss"])
def test_what_says_something_else_than_its_fact_is_refused(row: dict[str, str]) -> None:
    assert refused(row)


def test_of_honest_glosses_at_least_half_are_shown() -> None:
    shown = [row for row in DATA["honest"] if not refused(row)]
    assert 2 * len(shown) >= len(DATA["honest"])


def test_a_name_put_back_is_held_to_the_same_words() -> None:
    gloss = "Name A's signature on plans bears on whether work is accepted"
    facts, sentences = ["Name A signs the plans."], ["Work is normally accepted as it stands."]
    assert not objection(gloss, facts, sentences, gloss.replace("Name A", "Ruiz"))
    assert objection(gloss, facts, sentences, gloss.replace("Name A", "GS-15"))
    assert objection(gloss, facts, sentences, gloss.replace("Name A", "Grade Ruiz"))
