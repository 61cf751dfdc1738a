"""What is asked for as work is done in the conversation, or said how. Everything is made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.cases.edits import load_case
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from assistant.settings import EXAMPLE_CASE
from index.library import Library
from tests.assistant_.saying import reply

DESCRIBED = """POSITION DESCRIPTION (fictional)
Title: Security Specialist
Pay plan, series, grade: GS-0080-11
Organization: Office of Fictional Lamps

MAJOR DUTIES

1. Surveys of lamps (60%)
Plans surveys of twenty guarded buildings, finds weaknesses in locks, lights and alarms, and writes
reports with what should be mended. Advises managers on the safety of new buildings.

2. Files of keepers (40%)
Reviews the files of keepers, decides what else must be asked, and recommends whether a keeper
should be let in. Trains new keepers once a month.

FACTOR 2. SUPERVISORY CONTROLS
The warden sets objectives; the employee plans the work and settles most conflicts.
"""


@pytest.fixture
def nothing(example_library: Library, chooser: Chooser) -> Engine:
    return Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)


def once(engine: Engine) -> Engine:
    """Return an engine on the same case for a single question."""
    return Engine(
        engine.library,
        ExtractiveArguer(),
        case=load_case(EXAMPLE_CASE),
        recording=False,
        chooser=engine.chooser,
    )


def test_a_letter_is_written_to_a_file_named_from_the_case(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = reply(engine, "write my appeal letter")
    (made,) = tmp_path.iterdir()
    assert made.name.endswith("-letter.docx")
    assert made.name in answer.answer
    assert "still lacks" in answer.answer
    assert "is there already" in reply(engine, "draft the letter").answer


def test_a_paper_is_written_in_the_format_named(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    reply(engine, "prepare the assessment as html")
    reply(engine, "export the letter to mine.md")
    assert {p.suffix for p in tmp_path.iterdir()} == {".html", ".md"}


def test_a_single_question_names_the_command_and_writes_nothing(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = reply(once(engine), "write my appeal letter").answer
    assert "fes paper letter CASE --out letter.docx" in answer
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "message",
    ["I need an appeal letter", "can you do my appeal letter?", "give me the evaluation statement"],
)
def test_a_paper_is_asked_for_in_other_words(engine: Engine, message: str) -> None:
    assert reply(once(engine), message).topic == "move:write"


def test_without_a_case_a_letter_is_explained(nothing: Engine) -> None:
    answer = reply(nothing, "write my appeal letter").answer
    assert "fes case new --from FILE" in answer
    assert "position description" in answer


def test_how_to_write_is_still_answered_by_its_topic(nothing: Engine) -> None:
    assert not reply(nothing, "How do I write an evaluation statement?").topic.startswith("move:")


def test_levels_are_suggested_from_the_duties_and_are_no_finding(engine: Engine) -> None:
    before = engine.case
    answer = reply(engine, "suggest levels for my PD").answer
    assert "never a finding" in answer
    assert answer.count("| 2 Supervisory Controls |") == 1
    assert engine.case is before


def test_without_duties_the_command_that_suggests_is_named(nothing: Engine) -> None:
    assert "fes suggest FILE" in reply(nothing, "what levels would you suggest?").answer


@pytest.mark.parametrize(
    "message", ["here is my PD", "make a case from my position description", "can I paste my PD?"]
)
def test_how_a_description_becomes_a_case_is_said(nothing: Engine, message: str) -> None:
    assert "fes case new --from FILE" in reply(nothing, message).answer


def test_a_description_pasted_is_offered_as_a_case_and_taken_back(nothing: Engine) -> None:
    assert "GS-0080-11" in reply(nothing, DESCRIBED).answer
    assert nothing.case is None
    reply(nothing, "yes")
    assert nothing.case is not None
    assert [one.percent_supervisor for one in nothing.case.duties] == [60, 40]
    assert not nothing.case.levels
    reply(nothing, "undo")
    assert nothing.case is None


def test_a_description_sent_as_one_line_is_read_as_well(nothing: Engine) -> None:
    reply(nothing, " ".join(DESCRIBED.split()))
    reply(nothing, "yes please")
    assert nothing.case is not None
    assert [one.percent_supervisor for one in nothing.case.duties] == [60, 40]
    assert [str(one.factor) for one in nothing.case.facts] == ["2"]


def test_suggested_levels_are_entered_when_accepted(nothing: Engine) -> None:
    reply(nothing, DESCRIBED)
    reply(nothing, "yes")
    reply(nothing, "suggest levels for my PD")
    for said, taken in (
        ("accept all of them", "123456789"),
        ("I accept the suggestions", "123456789"),
        ("accept all, but not 3 and 5", "1246789"),
        ("accept everything except 1-7", "23456789"),
        ("accept factors 1, 2 and 5", "125"),
        ("accept your suggestion for factor 4", "4"),
    ):
        assert nothing.case is not None
        assert not nothing.case.levels
        answer = reply(nothing, said).answer
        assert set(nothing.case.levels) == set(taken), said
        assert answer.startswith("**Entered:")
        if len(taken) == 9:
            assert nothing.evaluation is not None
            assert f"By the core {nothing.evaluation.total:,} points" in answer
            # The description's own words are the evidence of a level taken as suggested.
            assert any(one.evidence for one in nothing.case.findings)
        reply(nothing, "undo")
    # A level other than the one suggested is entered as it is named.
    reply(nothing, "accept 2-5 and 3-4")
    assert dict(nothing.case.levels) == {"2": "2-5", "3": "3-4"}


def test_without_a_description_nothing_is_accepted(nothing: Engine) -> None:
    assert "nothing to suggest levels from" in reply(nothing, "accept all").answer


def test_a_third_of_the_time_is_told_with_few_digits(engine: Engine) -> None:
    answer = reply(
        engine, "the higher graded work takes a third of my time, is that enough?"
    ).answer
    assert "33.3 percent" in answer
    assert "33.33" not in answer
