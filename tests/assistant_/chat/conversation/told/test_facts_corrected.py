"""A later fact of a grade that went down: what was said before is given anew, and rightly."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.engine import Engine
from tests.assistant_.saying import said


@pytest.fixture
def talk(engine: Engine) -> Engine:
    """A conversation without a case, on a fixed day."""
    own = Engine(engine.library, ExtractiveArguer(), case=None, chooser=engine.chooser)
    own.memory.today = date(2026, 11, 29)
    return own


def test_the_days_run_from_the_effective_date_and_not_from_the_letter(talk: Engine) -> None:
    said(talk, "They told me I'm being downgraded from GS-12 to GS-11. What can I do?")
    told = said(talk, "I got the letter on November 10 and it takes effect December 14")
    assert "December 29, 2026" in told
    assert "November 25" not in told


def test_a_last_day_named_again_is_confirmed_and_counted_from_nothing(talk: Engine) -> None:
    said(talk, "I was downgraded from GS-12 to GS-11 effective November 20, 2026")
    assert "**Yes, December 5, 2026 is the last day.**" in said(talk, "so is December 5 right?")
    late = said(talk, "she only found out about the 15 days yesterday")
    assert "December 13" not in late


def test_the_deadline_and_the_end_of_retention_are_told_apart(talk: Engine) -> None:
    said(talk, "I was downgraded from GS-12 to GS-11 effective November 20, 2026")
    assert "November 19, 2028" in said(talk, "so until when do I keep it")
    assert "December 5, 2026" in said(talk, "what's the deadline again")


def test_a_fact_that_shuts_retention_out_turns_the_answer_and_back(talk: Engine) -> None:
    said(talk, "I was downgraded from GS-12 to GS-11 effective November 20, 2026")
    asked = said(talk, "I just remembered I asked for the move myself")
    assert "either grade nor pay" in asked
    assert "does not stand in the way" in said(talk, "no, sorry, management did it")
    assert "either grade nor pay" in said(talk, "but I'm on a term appointment, does it change it")
    assert "does not stand in the way" in said(talk, "forget the term thing, that was my old job")


def test_a_move_taken_in_a_reorganization_is_kept_by_choice_only(talk: Engine) -> None:
    said(talk, "I was downgraded from GS-12 to GS-11 effective November 20, 2026")
    said(talk, "I asked for the move myself")
    chosen = said(talk, "no, management offered it because of a reorganization and I said yes")
    assert chosen.startswith("**That is for the agency to choose")


def test_a_day_of_leave_is_no_day_to_count_from(talk: Engine) -> None:
    said(talk, "My grade was lowered from GS-12 to GS-11 effective November 1, 2026. Too late?")
    away = said(talk, "I was on leave until November 18 and had no idea")
    assert "December 3" not in away


def test_the_time_a_grade_began_is_corrected(talk: Engine) -> None:
    said(talk, "They are cutting my GS-14 to GS-13 on January 24, 2027")
    told = "do I keep it? the position became a 14 in August 2026"
    assert said(talk, told).startswith("**No, not the grade")
    assert "January 23, 2029" in said(talk, "oops, August 2024")


def test_time_served_before_counts_after_a_reduction_in_force(talk: Engine) -> None:
    first = "After a reduction in force I went from GS-11 to GS-7. I was an 11 for 8 months. Kept?"
    assert said(talk, first).startswith("**It depends on what you held before")
    assert said(talk, "before that I was a GS-9 for two years").startswith("**Yes")
    assert said(talk, "do I have to accept a GS-9 they offer").startswith("**No, you need not")
    assert "does not revive it" in said(talk, "if I get promoted to GS-12 and come back down?")


def test_a_downgraded_person_asks_of_a_grievance(talk: Engine) -> None:
    said(talk, "My grade was cut from GS-9 to GS-8 on November 20, 2026 and I kept nothing")
    assert said(talk, "can the union grieve it").startswith("**Yes, if your agreement")
    assert said(talk, "must I grieve first").startswith("**No: no grievance has to come first")
    stops = said(talk, "does the grievance stop the 15 days")
    assert stops.startswith("**Do not rely on it")
    assert "December 5, 2026" in stops


def test_a_wage_employee_gets_the_wage_rules(talk: Engine) -> None:
    down = said(talk, "I'm a WG-9 and was put down to WG-8 on November 18, 2026")
    assert "apply to the agency" in down
    assert "December 3, 2026" in said(talk, "what's my last day")
    assert "60th calendar day" in said(talk, "what if it takes OPM two years")
    assert said(talk, "do I get back pay if OPM agrees").startswith("**Yes, if you applied")
    assert "job grading standard" in said(talk, "how is a wage leader's grade figured")


def test_people_counted_anew_give_the_base_anew(talk: Engine) -> None:
    said(talk, "I supervise 5 GS-11, 2 GS-12 and 2 GS-9. What is my base level?")
    anew = said(talk, "Actually I miscounted, it's 2 GS-11, no GS-12 and 7 GS-9")
    assert "The base is GS-9" in anew
