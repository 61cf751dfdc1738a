"""A last day over several turns: counted from the act it runs from, whatever else is told."""

from __future__ import annotations

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.engine import Engine
from core.model import Fact
from tests.assistant_.saying import said

LOWERED = "My downgrade from 12 to 11 took effect March 2, 2025 and nothing is kept."
APPLIED = "They cut me from GS-12 to GS-11 on March 2, 2025. I appealed to the agency on March 10."
WAGE = "WG-9 mechanic, they lowered me to WG-8 effective March 2, 2025. I applied on March 9."


@pytest.fixture
def own(engine: Engine) -> Engine:
    return Engine(engine.library, ExtractiveArguer(), case=None, chooser=engine.chooser)


@pytest.mark.parametrize(
    "other",
    [
        "I talked to my boss about it on March 20, 2025",
        "My birthday is March 9",
        "the roof of our office leaked on March 20, 2025",
        "I signed for the SF-50 on March 12, 2025",
        "they mailed me the SF-50 on March 11, 2025",
        "HR says April 4, 2025 is the last day",
        "I called HR on March 14, 2025 and they said I have 30 days",
        "what if it had taken effect on March 30, 2025",
    ],
)
def test_another_day_does_not_move_the_last_one(own: Engine, other: str) -> None:
    said(own, LOWERED)
    said(own, other)
    assert "March 17, 2025" in said(own, "so when do the 15 days end?")


def test_a_correction_of_the_day_moves_the_last_one(own: Engine) -> None:
    said(own, LOWERED)
    assert "March 24, 2025" in said(own, "no, it took effect on March 9, 2025")


def test_a_last_day_that_somebody_named_is_held_against_the_one_that_counts(own: Engine) -> None:
    said(own, LOWERED)
    answer = said(own, "HR says April 4, 2025 is the last day")
    assert answer.startswith("**No, not April 4, 2025: the last day is March 17, 2025.**")


def test_the_day_of_somebody_else_is_not_counted_from(own: Engine) -> None:
    answer = said(
        own, "My coworker was downgraded on March 2, 2025, me on May 4, 2025. What's my last day?"
    )
    assert "May 19, 2025" in answer
    assert "March 17" not in answer


def test_days_are_those_of_a_filing_and_not_the_years_of_a_kept_grade(own: Engine) -> None:
    answer = said(own, "I was lowered from 12 to 11 on March 2, 2025. When do the 15 days end?")
    assert "ended on March 17, 2025" in answer
    assert not answer.startswith("**They run through")


def test_a_general_schedule_employee_goes_on_to_opm_within_days_of_receiving(own: Engine) -> None:
    said(own, APPLIED)
    refused = said(own, "the agency said no on April 1, 2025. the letter came April 7, 2025")
    assert "to go on to OPM" in refused
    assert "April 22, 2025" in refused
    assert "532" not in refused
    assert "April 22, 2025" in said(own, "by when must I write to OPM")
    assert "the last day is April 22, 2025" in said(own, "and if I send it a day later")


def test_a_wage_employee_is_told_of_both_steps_by_their_own_days(own: Engine) -> None:
    assert "Yes, in time: the last day is March 17, 2025" in said(own, WAGE)
    refused = said(own, "they refused on April 1, 2025, I have it since April 4, 2025")
    assert "April 19, 2025" in refused
    assert "April 19, 2025" in said(own, "so what's my last day")
    assert "Calendar days, not working days" in said(own, "is it 15 work days")
    assert "Yes, in time" in said(own, "I wrote to OPM on April 18, 2025")
    assert "in time" in said(own, "is that late or not")


def test_an_application_is_no_decision_of_the_agency(own: Engine) -> None:
    said(own, "WG-8 downgraded to WG-7 effective March 2, 2025")
    answer = said(own, "I applied to the agency on March 12, 2025")
    assert "in time: the last day is March 17, 2025" in answer
    assert "appeal to OPM ended" not in answer


@pytest.mark.parametrize(
    "message",
    [
        "by when must I write to OPM",
        "can we file an information request",
        "when did they say I have to reply",
        "The agency's letter gives me 10 days to reply",
    ],
)
def test_no_days_run_from_a_letter_that_opm_never_wrote(own: Engine, message: str) -> None:
    assert "OPM's letter" not in said(own, message)


def test_a_letter_of_opm_has_its_days(own: Engine) -> None:
    assert "from the date of OPM's letter" in said(own, "OPM wrote me with questions. How long?")


def test_time_that_an_answer_is_waited_for_is_no_time_at_a_grade(own: Engine) -> None:
    said(own, LOWERED)
    said(own, "I mailed my appeal on March 16, 2025, to the agency and not to OPM. Is that ok?")
    assert "60 calendar days" in said(own, "they haven't answered")
    assert "at least one year without a break" not in said(own, "it's been 28 days")


def test_a_wage_job_whose_pay_stays_has_lost_nothing(own: Engine) -> None:
    answer = said(own, "WS-9 to WS-8 on March 2, 2025, my pay did not change. Do any days count?")
    assert answer.startswith("**Where no grade or pay was lost, none of these days matter.")
    assert "appeal to OPM ended" not in answer


def test_a_certificate_of_opm_is_not_held_back_by_the_agency(own: Engine) -> None:
    said(own, "OPM's decision of March 3, 2025 lowers our GS-12 to GS-11. We are the agency.")
    said(own, "can we ask them to look again?")
    assert "headquarters" in said(own, "who signs that request")
    assert "must be carried out" in said(own, "must we downgrade him in the meantime")
    assert "unless OPM suspends it" in said(own, "is there any way to hold it")
    kept = said(own, "he's been in that spot since 2019")
    assert "Nothing can be appealed" not in kept
    assert "kept for two years" in kept


def test_an_agency_does_not_hold_back_a_certificate_until_reconsideration(own: Engine) -> None:
    answer = said(own, "can we delay OPM's certificate until reconsideration is decided")
    assert not answer.startswith("**Yes")
    assert "fourth pay period" in answer


@pytest.mark.parametrize(
    "message",
    [
        "she kept her grade under retention. can we file a grievance and an appeal both?",
        "I keep my pay under pay retention. can the union file a grievance over the downgrade?",
    ],
)
def test_what_gives_retention_cannot_be_grieved(own: Engine, message: str) -> None:
    assert said(own, message).startswith("**No, not while you keep grade or pay")


def test_a_grievance_reaches_a_downgrade_that_kept_nothing(own: Engine) -> None:
    answer = said(
        own,
        "downgraded without retention because I was on a term appointment. could the union file a "
        "grievance?",
    )
    assert answer.startswith("**Yes, if your agreement does not leave it out")


def test_the_answer_of_a_steward_follows_what_is_told_of_the_member(own: Engine) -> None:
    said(own, "I'm the union steward. Can we grieve a downgrade?")
    assert "cannot be grieved" in said(own, "our member kept her grade under retention")
    assert "cannot be grieved" in said(own, "what if the grade was not retained but her pay was")
    assert "stands in your agreement" in said(own, "how long does she have for the grievance")


def test_pay_that_fell_is_no_pay_that_was_most_likely_kept(own: Engine) -> None:
    answer = said(own, "they cut me from 12 to 11 on March 2, 2025 and my pay dropped. My rights?")
    assert "You most likely keep" not in answer
    assert "needs a reason" in answer


def test_a_time_corrected_stays_corrected(own: Engine) -> None:
    said(
        own,
        "The GS-11 position was reclassified to GS-9 effective 2025-06-14; position at 11 since "
        "2024-08-10. Grade retention?",
    )
    assert "kept for two years" in said(own, "since 2024-05-04, sorry")
    assert "June 13, 2027" in said(own, "how long then")


def test_days_allowed_for_an_appeal_are_no_time_at_a_grade(own: Engine) -> None:
    answer = said(own, "They gave me 30 days to appeal when they cut my job. Do I keep the grade?")
    assert not answer.startswith("**No, not the grade")


def test_pay_still_drawn_is_asked_of_what_is_kept_and_for_how_long(own: Engine) -> None:
    said(own, "They lowered my grade from GS-12 to GS-11. What can I do?")
    assert "does not know salaries" not in said(own, "Do I still get 12 pay?")
    assert "two years" in said(own, "for how long")


def test_the_day_of_a_wage_downgrade_is_no_receipt_of_a_decision(own: Engine) -> None:
    said(own, "WG-9 electrician here, they made my job a WG-8 last week. Where do I go first, OPM?")
    assert "days to appeal to OPM end" not in said(own, "how fast, if I want the lost money?")


def test_pay_of_a_member_that_is_retained_closes_the_grievance(own: Engine) -> None:
    answer = said(own, "Our member was downgraded to GS-10 but her pay is retained. A grievance?")
    assert answer.startswith("**No, not while you keep grade or pay")


@pytest.fixture
def lowered_case(engine: Engine) -> Engine:
    """A conversation on a case that states on which day the grade was lowered."""
    assert engine.case is not None
    fact = Fact(text="The SF-50 lowering the grade to GS-11 took effect on March 2, 2025.")
    case = engine.case.model_copy(update={"facts": (*engine.case.facts, fact)})
    return Engine(engine.library, ExtractiveArguer(), case=case, chooser=engine.chooser)


def test_a_day_put_back_undoes_the_correction_and_not_what_was_offered(
    lowered_case: Engine,
) -> None:
    said(lowered_case, "I read it wrong, the SF-50 was effective March 9 and not March 2")
    assert "March 24, 2025" in said(lowered_case, "and the last day to save the lost pay?")
    said(lowered_case, "I was lying in the hospital the whole two weeks")
    said(lowered_case, "no, stop, March 2, 2025 was right after all. put it back")
    assert "March 17, 2025" in said(lowered_case, "then which day was it")


def test_a_day_of_the_month_alone_puts_the_day_told_right(lowered_case: Engine) -> None:
    said(lowered_case, "one thing is wrong, the SF-50 was effective March 9, not the 2nd")
    assert "March 17, 2025" in said(lowered_case, "no, it was the 2nd after all")
    assert "March 17, 2025" in said(lowered_case, "what was the last day then")
    said(lowered_case, "sorry, the 9th was right")
    assert "March 24, 2025" in said(lowered_case, "so which day was the last")


def test_the_day_of_the_case_is_denied_beside_the_right_one(lowered_case: Engine) -> None:
    told = said(lowered_case, "the SF-50 was effective March 9, 2025, not the 2nd")
    assert told.startswith("**Counted from March 9, 2025 now, in place of March 2, 2025.**")
    assert "March 24, 2025" in said(lowered_case, "how long do I have")


def test_the_day_told_counts_for_each_of_several_questions(lowered_case: Engine) -> None:
    said(lowered_case, "one thing is wrong, the SF-50 was effective March 9, not the 2nd")
    told = said(lowered_case, "so I'm a day late?? for everything?")
    assert "filed after March 24, 2025 is late" in told
    assert "March 17" not in told


def test_a_day_told_beside_the_case_can_be_taken_back(lowered_case: Engine) -> None:
    said(lowered_case, "that date is wrong, the SF-50 took effect on March 16, 2025")
    assert "March 31, 2025" in said(lowered_case, "so am I still in time to get the pay back?")
    assert "March 2, 2025" in said(lowered_case, "sorry, take that back")
    assert "March 17, 2025" in said(lowered_case, "and the deadline now")


def test_the_later_day_of_a_final_decision_is_told_beside_the_safe_one(own: Engine) -> None:
    answer = said(
        own,
        "Cut from a 12 to an 11, effective March 2, 2025. The agency's final decision reached me "
        "on March 20, 2025. What is my last day to file for lost pay?",
    )
    lead = answer.split("\n\n")[0]
    assert lead.startswith("**April 4, 2025")
    assert "ran to March 17, 2025" in lead
    # The day of the regulation is not told as the end of what was just said to run on.
    assert "ended on March 17" not in lead


@pytest.mark.parametrize(
    ("supposed", "told"),
    [
        ("and if OPM finds it's a 13?", "The step up to GS-13 counts only from the decision on"),
        ("suppose they say it was a 12 after all", "when a wrongful demotion is undone"),
    ],
)
def test_a_grade_supposed_of_opm_counts_from_its_own_day(
    own: Engine, supposed: str, told: str
) -> None:
    said(own, "They lowered my grade from 12 to 11 effective March 8, 2026. Can I appeal?")
    answer = said(own, supposed)
    assert told in answer
    assert "your grade can be lowered" not in answer
