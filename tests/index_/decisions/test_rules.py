"""Each named rule for a set phrase finds the sentence it is for, and is needed for it.

The sentences are made up; lantern keeping is not a federal occupation.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from index.decisions.body.factors import factors
from index.decisions.stance.building import frames, plain
from index.decisions.stance.building.judging import Frame
from index.decisions.stance.paragraphs import label
from index.decisions.stance.rules import crediting, finding, telling
from index.decisions.stance.rules.phrases import Cue, Rule
from index.language import structure
from index.models import Passage

CUES = [
    (f"{module.__name__.rpartition('.')[2]}.{name}", cue)
    for module in (crediting, finding, telling)
    for name, cue in vars(module).items()
    if isinstance(cue, Cue)
]
RULES = [(cue, rule) for _, cue in CUES for rule in cue.rules]


@pytest.mark.parametrize(("cue", "rule"), RULES, ids=lambda one: getattr(one, "name", ""))
def test_a_rule_finds_its_example(cue: Cue, rule: Rule) -> None:
    found = cue.search(rule.example)
    assert found is not None
    assert re.search(rule.pattern, rule.example, re.IGNORECASE)
    others = Cue(*(other for other in cue.rules if other is not rule))
    without = others.search(rule.example) if others.rules else None
    assert without is None or without.span() != found.span(), "another rule finds the same"


@pytest.mark.parametrize(("name", "cue"), CUES)
def test_rules_are_known_by_their_names(name: str, cue: Cue) -> None:
    names = [rule.name for rule in cue.rules]
    assert len(names) == len(set(names)), name


@pytest.mark.parametrize("frame", frames.FRAMES, ids=lambda frame: frame.name)
def test_a_frame_decides_its_example(frame: Frame) -> None:
    fits = [
        one.name
        for one in frames.FRAMES
        if (match := one.pattern.search(frame.example)) and one.finds(match) is not None
    ]
    assert fits[:1] == [frame.name]


@pytest.mark.parametrize(
    ("sentence", "met"),
    [
        ("In the absence of doubt, Level 7-2 must suffice.", True),
        ("Level 7-2 must not be credited.", False),
        ("Having read the log ourselves, we arrive at Level 7-2.", True),
        ("We do not arrive at Level 7-2.", False),
        ("The lamps go on alone and are squarely at Level 7-2.", True),
        ("The lamps are a step below Level 7-2.", False),
        ("The appellant says the lamps are bright and are squarely at Level 7-2.", None),
        ("Level 7-2 is right only if the lamps are bright.", None),
        ("If the lamps were bright, Level 7-2 would be right.", None),
        ("Few of the lamps are squarely at Level 7-2.", None),
        ("The appellant does not claim, and we do not find, that Level 7-2 is reached.", None),
        ("The lamps are bright and cannot be counted toward Level 7-2.", False),
        ("These lamps hardly reach Level 7-2.", None),
        ("It takes brightness to justify Level 7-2.", None),
    ],
)
def test_a_clause_that_is_read_whole_decides(sentence: str, met: bool | None) -> None:
    assert plain.said(sentence, "7-2") is met


@cache
def _made_up() -> list[tuple[str, str, Passage]]:
    """Return what each line of the made-up findings finds (+, -, 0 for nothing), and where."""
    rows = []
    for line in (Path(__file__).parent / "made_up_findings.txt").read_text().splitlines():
        head, _, sentence = line.partition(" | ")
        sign, _, level = head.partition(" ")
        factor = int(level[0])
        passage = Passage(
            id="x#1",
            document="x",
            kind="decision",
            title="x",
            text=sentence,
            start=0,
            end=len(sentence),
            heading=(f"Factor {factor}, Name",),
            factor=factor,
            levels=structure.levels_named(sentence),
        )
        rows.append((sign, level, label([passage])[0]))
    return rows


def test_no_finding_of_a_made_up_decision_is_turned_round() -> None:
    right = 0
    for sign, level, found in _made_up():
        got = {"met": "+", "credited": "+", "not_met": "-"}.get(found.stance or "", "0")
        if found.level == level or got == "0":
            assert got in (sign, "0"), found.text
            right += got == sign
    assert right >= 885


def test_what_is_found_is_seldom_taken_for_the_words_of_the_standard() -> None:
    taken = [f.text for sign, _, f in _made_up() if sign != "0" and f.stance == "standard"]
    assert len(taken) <= 11


def test_no_row_of_a_made_up_decision_is_turned_round() -> None:
    right = 0
    for sign, level, found in _made_up():
        rows = factors(structure.fold_dashes(found.text), [found])
        row = next((one for one in rows if str(one.factor) == level[0]), None)
        credited = row is not None and row.credited == level
        refused = row is not None and level in row.rejected
        got = "+" if credited else "-" if refused else "0"
        assert got in (sign, "0"), found.text
        right += got == sign
    assert right >= 900
