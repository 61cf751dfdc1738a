"""What the conversation says after a change, and what it asks next."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.composing.layout import claim_blocks
from assistant.chat.engine import Engine
from assistant.events import Claim, TextDelta
from core.errors import UsageError
from index.library import Library
from tests.assistant_.saying import reply, said


def test_saving_does_not_replace_what_another_program_wrote_meanwhile(
    engine: Engine, tmp_path: Path
) -> None:
    path = engine.save(tmp_path / "mine.toml")
    said(engine, "I seek Level 3-5")
    assert engine.save(None) == path
    path.write_text("title = 'theirs'", encoding="utf-8")
    said(engine, "I seek Level 5-4")
    with pytest.raises(UsageError, match=r"mine\.toml was changed by another program"):
        engine.save(None)
    assert path.read_text(encoding="utf-8") == "title = 'theirs'"
    assert engine.changed
    engine.save(path)
    assert "5-4" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("answer", ["met", "not met because they are corrected", "I don't know"])
def test_an_answer_to_nothing_asks_what_it_is_about_and_changes_nothing(
    engine: Engine, answer: str
) -> None:
    before = engine.case
    text = said(engine, answer)
    assert "Which criterion" in text
    assert "Nothing was changed" in text
    assert engine.case == before


def test_an_answer_after_a_side_question_is_told_which_criterion_was_asked(engine: Engine) -> None:
    said(engine, "Argue Level 2-5 both ways")
    said(engine, "What is my grade?")
    assert "`2-5.review`" in said(engine, "met")
    assert not engine.changed


def test_a_fact_is_followed_by_the_criterion_it_bears_on(engine: Engine) -> None:
    text = said(engine, "Fact: under factor 2 my supervisor signs every plan before it goes out.")
    assert "`2-5.review`" in text
    assert "**Is this met?**" in text


def test_taking_back_names_what_is_taken_back(engine: Engine) -> None:
    said(engine, "2-5.review is met because nobody reads the plans")
    said(engine, "I seek Level 3-5")
    said(engine, "fact: My supervisor never changes an annex of a plan")
    said(engine, "I spend 40 percent of my time on inspections")
    said(engine, "yes")
    assert "the share of time for “Inspections”" in said(engine, "undo")
    assert "the fact “My supervisor never changes an annex of a plan”" in said(engine, "undo")
    assert "the level sought, 3-5" in said(engine, "undo")
    text = said(engine, "undo")
    assert "**met** on `2-5.review`" in text
    assert "GS-11" in text
    assert "no change to take back" in said(engine, "undo")


def test_seeking_a_level_says_what_it_would_bring_and_that_it_credits_nothing(
    engine: Engine,
) -> None:
    text = said(engine, "I seek Level 3-5")
    assert "If Level 3-5 were credited: 2,845 points, **GS-12**" in text
    assert "Seeking credits nothing by itself" in text
    assert "credited already" in said(engine, "I seek Level 3-4")
    assert "on record already" in said(engine, "I seek Level 3-4")


def test_a_level_fully_answered_names_the_levels_still_open(engine: Engine) -> None:
    text = said(engine, "2-5.review is met because nobody reads the plans")
    assert "Every criterion of Level 2-5 has an answer." in text


def test_a_share_of_time_names_the_duty_and_the_excess(engine: Engine) -> None:
    said(engine, "I spend 40 percent of my time on inspections")
    text = said(engine, "yes")
    assert "inspections: 40 percent by the employee's estimate" in text
    assert "140 percent, 40 too many" in text


def test_what_was_kept_back_is_said_on_more_with_its_sources(engine: Engine) -> None:
    first = reply(engine, "Argue Level 2-5 both ways")
    assert "Say* more *" in first.answer
    rest = reply(engine, "more")
    assert "What separates the levels" in rest.answer
    numbers = {s.number for s in rest.sources}
    assert numbers
    assert numbers.isdisjoint(s.number for s in first.sources)
    assert "That was all" in said(engine, "more")


def test_appeal_advice_begins_with_what_can_be_won_and_lost_in_this_case(engine: Engine) -> None:
    text = said(engine, "Should I appeal?")
    assert text.index("only 290 above its lowest total") < text.index("85 percent")
    assert text.index("All you seek gives 2,945 points, GS-12.") < text.index("85 percent")


def test_the_risk_is_read_from_the_grade_held(engine: Engine) -> None:
    """A holder of GS-12 whose levels come to GS-11 is told that the finding lowers the grade."""
    assert engine.case is not None
    current = engine.case.current.model_copy(update={"grade": 12, "series": "0343"})
    asked = current.model_copy(update={"grade": 13})
    case = engine.case.model_copy(update={"current": current, "requested": asked})
    held = Engine(engine.library, ExtractiveArguer(), case=case, chooser=engine.chooser)
    text = said(held, "Should I appeal?")
    assert text.startswith("**Your grade is at risk.** You hold GS-12")
    assert "the same finding by OPM lowers it" in text


def test_a_wage_employee_is_told_no_and_nothing_of_general_schedule_law(engine: Engine) -> None:
    wage = Engine(engine.library, ExtractiveArguer(), case=None, chooser=engine.chooser)
    text = said(wage, "I am a wage grade employee, can I appeal directly to OPM?")
    assert text.startswith("**No, not directly")
    assert "the agency comes first" in text
    for general in ("45 calendar days", "60 calendar days", "go to OPM at once", "85 percent"):
        assert general not in text


def test_an_even_grade_offered_as_a_step_is_flagged(engine: Engine) -> None:
    assert engine.case is not None
    current = engine.case.current.model_copy(update={"series": "0343"})
    case = engine.case.model_copy(update={"current": current, "requested": current})
    two_grades = Engine(engine.library, ExtractiveArguer(), case=case, chooser=engine.chooser)
    text = said(two_grades, "What would change the grade?")
    assert "GS-10" in text
    assert "GS-10 is very unusual" in text


def test_an_appeal_that_cannot_win_a_grade_says_so(engine: Engine) -> None:
    assert engine.case is not None
    case = engine.case.model_copy(update={"sought": {"4": "4-5"}})
    small = Engine(engine.library, ExtractiveArguer(), case=case, chooser=engine.chooser)
    assert "All you seek gives 2,745 points, GS-11." in said(small, "Should I appeal?")


def test_a_grade_that_stands_already_is_not_said_to_stay_where_the_levels_make_more(
    engine: Engine,
) -> None:
    text = said(engine, "I think my job should be a GS-11. I deserve 2-5 and 4-5")
    assert "The levels credited already make GS-11." in text
    assert "2,945 points, GS-12" in text


def test_what_would_change_the_grade_names_the_gap_first(engine: Engine) -> None:
    text = said(engine, "What would change the grade?")
    assert text.index("110 points short of GS-12") < text.index("The least that reaches GS-12")


def test_an_answer_fits_a_screen(engine: Engine) -> None:
    for message in ("Argue Level 2-5 both ways", "What would change it?", "Should I appeal?"):
        text = said(engine, message)
        lines = sum(max(1, -(-len(line) // 80)) for line in text.splitlines() if line)
        assert lines <= 45, f"{message}: {lines} lines"


def test_the_side_that_has_nothing_says_so() -> None:
    text = "\n".join(claim_blocks([Claim("Refused it.", "against", ())]))
    assert "### For the level\nNothing in your documents credits it" in text
    assert "Nothing in your documents" not in "\n".join(
        claim_blocks([Claim("A passage.", "context", ())])
    )


def test_a_case_without_documents_is_greeted_with_how_to_add_them(
    engine: Engine, tmp_path: Path
) -> None:
    with Library.open(tmp_path / "empty") as library:
        bare = Engine(library, ExtractiveArguer(), case=engine.case)
        opening = "".join(e.text for e in bare.start() if isinstance(e, TextDelta))
    assert "fes ingest" in opening
    assert "fes ingest" not in "".join(e.text for e in engine.start() if isinstance(e, TextDelta))
