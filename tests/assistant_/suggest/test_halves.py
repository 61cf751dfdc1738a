"""Factor 4 of the supervisory guide under one heading: its lettered halves are 4A and 4B."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.cases.intake import position_from_text
from assistant.suggest.opening import open_description

OTHERS = """POSITION DESCRIPTION (fictional)
Title: Supervisory Harbor Analyst
Pay plan, series, grade: GS-0343-13

MAJOR DUTIES
1. Plans and assigns the work of a branch of nine harbor analysts and rates it. (100%)

FACTOR 1. PROGRAM SCOPE AND EFFECT
Directs the harbor studies of a region of four states.

FACTOR 2. ORGANIZATIONAL SETTING
Reports to the deputy director of harbors.

FACTOR 3. SUPERVISORY AND MANAGERIAL AUTHORITY EXERCISED
Plans the work of the branch, rates it and recommends selections.

FACTOR 4. PERSONAL CONTACTS
{halves}

FACTOR 5. DIFFICULTY OF TYPICAL WORK DIRECTED
The highest level of work directed is GS-12.
"""
NATURE, PURPOSE = "Meets mayors and shippers.", "Settles who may berth when."


@pytest.mark.parametrize(
    "halves",
    [
        f"A. {NATURE}\nB. {PURPOSE}",
        f"(A) {NATURE}\n(B) {PURPOSE}",
        f"a) {NATURE}\nb) {PURPOSE}",
        f"4A: {NATURE}\n4B: {PURPOSE}",
        f"A – {NATURE}\nB – {PURPOSE}",
        f"A. {NATURE}\n\nB. {PURPOSE}",
    ],
)
def test_each_half_has_its_own_words(halves: str) -> None:
    position = position_from_text(OTHERS.format(halves=halves))
    found = {one.factor: one for one in position.factors}
    assert (found["4A"].text, found["4B"].text) == (NATURE, PURPOSE)
    assert 4 not in found
    for half in (found["4A"], found["4B"]):
        assert position.text[half.start : half.end] == half.text


def test_words_without_letters_stay_one_section() -> None:
    position = position_from_text(OTHERS.format(halves=f"{NATURE} {PURPOSE}"))
    assert {one.factor for one in position.factors} >= {4, 5}


def test_a_description_by_the_guide_s_factors_is_known_for_one(tmp_path: Path) -> None:
    path = tmp_path / "supervisor.txt"
    path.write_text(OTHERS.format(halves=f"A. {NATURE}\nB. {PURPOSE}"), "utf-8")
    assert open_description(path).supervisory
    # The same description without the sections.
    path.write_text(OTHERS.partition("FACTOR 1")[0], "utf-8")
    assert not open_description(path).supervisory
