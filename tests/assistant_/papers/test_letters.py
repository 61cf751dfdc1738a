"""Letters: every part the rules ask for, nothing claimed that is not so, and only while allowed."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from assistant.papers.catalog import lacking, make
from assistant.papers.content import Block, parts, texts
from assistant.papers.subject import Matter
from core.appeals.facts import parse_appeal
from core.errors import CaseError
from tests.assistant_.papers.conftest import CASES, DATED, subject, text_of
from tests.assistant_.papers.reading import lines


def test_the_letter_has_every_part_the_rules_ask_for_and_marks_what_is_not_stated() -> None:
    paper = make("letter", Matter(subject("security"), dated=DATED))
    assert paper.cover
    text = "\n".join(lines(paper))
    for part in (
        *("[your name]", "[your mailing address]", "Agency and installation"),
        *("Mission Support Specialist, GS-0301-12", "Security Specialist, GS-0080-13"),
        *("I enclose the official position description", "The work I do now:"),
        *("Why the classification is wrong", "Where the agency's evaluation is wrong"),
        *("Representative", "Signature of the employee"),
    ):
        assert part in text
    # The letter claims no total that does not reach what it asks for.
    letter = "\n".join(lines(paper.model_copy(update={"opening": ()})))
    assert "3,120" not in letter
    assert "GS-13 is out of reach" not in letter
    assert "Out of reach: GS-13." in text
    assert "Nothing stated shows yet that these are met: Level 2-5" in text


@pytest.mark.parametrize("name", ["letter", "correction"])
@pytest.mark.parametrize("case", ["security", "clerk", "wage"])
def test_no_note_of_the_letter_stands_on_the_sheet_that_is_taken_off(name: str, case: str) -> None:
    paper = make(name, Matter(subject(case), dated=DATED))

    def called(said: Iterable[Block]) -> list[int]:
        runs = (run for block in said for text in texts(block) for run in text)
        return list(dict.fromkeys(run.note for run in runs if run.note is not None))

    sheet = called(paper.opening)
    letter = called(block for _, part in parts(paper) for block in part.blocks)
    assert sheet
    assert [*sheet, *letter] == list(range(1, len(paper.notes) + 1))


_ASKED_FOR = {
    "contents-person": ("Name", "Mailing address", "Telephone"),
    "contents-agency": ("Agency and installation",),
    "contents-location": ("Place in the agency",),
    "contents-current": ("Present classification",),
    "contents-requested": ("Classification requested",),
    "contents-description": ("I enclose the official position description",),
    "contents-own-description": ("What was done to have it corrected:", "The work I do now:"),
    "contents-reasons": ("compared with the standard that applies to it",),
    "contents-disagreement": ("I disagree on these points:",),
    "contents-representative": ("Representative",),
    "contents-signature": ("Signature of the employee, or of the representative", "Date"),
    "fws-say-what": ("Where the agency's evaluation is wrong",),
}
"""What the rules ask a letter to contain (Appendix 4, J.1; 5 CFR 532.705), and where it stands."""


@pytest.mark.parametrize(
    "name", ["security", "supervisor", "clerk", "mixed", "wage", "counter", "partial", "example"]
)
def test_every_letter_has_each_thing_the_rules_list_stated_or_as_a_blank(name: str) -> None:
    matter = Matter(subject(name), dated=DATED)
    paper = make("letter", matter)
    text = "\n".join(lines(paper.model_copy(update={"opening": ()})))
    for item in matter.advice.contents:
        if item.state != "not-needed" or item.code == "contents-representative":
            for part in _ASKED_FOR[item.code]:
                assert part in text, (item.code, part)


def test_a_letter_does_not_call_levels_the_agencys_that_the_grade_held_contradicts() -> None:
    paper = make("letter", Matter(subject("security"), dated=DATED))
    sheet = "\n".join(lines(paper.model_copy(update={"sections": (), "notes": ()})))
    letter = "\n".join(lines(paper.model_copy(update={"opening": ()})))
    assert "do not come to the grade you hold" in sheet
    assert "The agency's evaluation credits [the level its evaluation statement credits]" in letter
    assert "Level 2-4" not in letter
    assert "I ask for the series GS-0080" in letter
    example = text_of("example", "letter")
    assert "The agency's evaluation credits Level 2-4. I ask for Level 2-5." in example
    assert "do not come to the grade you hold" not in example


def test_reconsideration_is_offered_only_while_the_rules_allow_it() -> None:
    matter = Matter(subject("security"))
    assert lacking("reconsideration", matter)[0].bars
    with pytest.raises(CaseError, match="No OPM decision is stated"):
        make("reconsideration", matter)
    text = (CASES / "decided.toml").read_text("utf-8")
    decided = Matter(subject("security"), facts=parse_appeal(text))
    letter = "\n".join(lines(make("reconsideration", decided)))
    assert "The last day is July 17, 2025." in letter
    assert "C-9999-11-09" in letter
    late = parse_appeal(text.replace("as_of = 2025-06-20", "as_of = 2025-08-01"))
    with pytest.raises(CaseError, match="The last day to ask was July 17, 2025"):
        make("reconsideration", Matter(subject("security"), facts=late))
