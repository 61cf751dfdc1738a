"""Who is not federal, was refused, is threatened, asks whom to call or may represent somebody."""

from __future__ import annotations

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from index.library import Library
from tests.assistant_.saying import reply, said

NOT_FEDERAL = (
    "my husband works at Verizon, can he appeal too",
    "ok what about my wife, she works for Boeing as a contractor at the base",
    "I'm a teacher in a county school, can I appeal my grade?",
    "my cousin who works at a bank wants his job graded",
    "My brother works for the State of Ohio. Can he appeal his classification?",
    "I'm a deputy sheriff with the county, can I file an appeal",
)
FEDERAL = (
    "I work with a contractor every day, does that raise my grade",
    "I work for the State Department, can I appeal my grade",
    "I work at a VA hospital in the city of Denver, can I appeal my grade",
    "I oversee the work of Boeing on the new ferry, which level of factor 5",
    "my team works with county governments on floods, is that 6-3",
    "I'm an analyst who works with county government, can I appeal",
    "as a contractor left, I took over his duties. does my grade go up",
)
REFUSED = (
    "what happens if HR already said no",
    "I asked HR for a review and they turned me down. What now?",
    "my agency refused to change my grade. what next",
)
THREATENED = (
    "my boss says they will also cut me to GS-7 if i complain",
    "they say they'll give me a bad rating if I appeal",
    "can they retaliate against me for appealing",
)
TOLD = (
    "Do I have to tell my supervisor before I appeal to OPM?",
    "can I appeal behind my supervisor's back",
)
CALLED = (
    "can you just tell me who to call at OPM",
    "what's OPM's phone number",
    "give me a contact for classification appeals",
    "I need someone at OPM to talk to about classification",
)
MAY_REPRESENT = (
    "can I represent her at the OPM appeal, HR says I can't",
    "May I represent my colleague although her boss is against it",
)


@pytest.fixture
def asked(example_library: Library, chooser: Chooser) -> Engine:
    return Engine(example_library, ExtractiveArguer(), case=None, recording=False, chooser=chooser)


@pytest.mark.parametrize("message", NOT_FEDERAL)
def test_the_law_does_not_reach_who_is_not_federal(message: str, asked: Engine) -> None:
    assert said(asked, message).startswith("**No: only an employee in a federal position")


@pytest.mark.parametrize("message", FEDERAL)
def test_who_works_with_others_is_federal_all_the_same(message: str, asked: Engine) -> None:
    assert reply(asked, message).topic != "not-federal"


@pytest.mark.parametrize("message", REFUSED)
def test_after_a_refusal_opm_is_open(message: str, asked: Engine) -> None:
    answer = said(asked, message)
    assert answer.startswith("**You may go on to OPM, straight away and at any time.**")
    assert "15 calendar days" in answer


def test_a_refused_signature_is_not_a_refused_grade(asked: Engine) -> None:
    assert reply(asked, "my boss refuses to sign the new PD").topic != "forum"


@pytest.mark.parametrize("message", THREATENED)
def test_who_is_threatened_is_told_of_the_law_against_it(message: str, asked: Engine) -> None:
    assert "Office of Special Counsel" in said(asked, message)


def test_what_an_appeal_risks_is_no_threat(asked: Engine) -> None:
    assert reply(asked, "can they lower me if I appeal?").topic == "appeal-risk"


@pytest.mark.parametrize("message", TOLD)
def test_nobody_has_to_be_told_before_an_appeal(message: str, asked: Engine) -> None:
    assert said(asked, message).startswith("**No: you need not tell your supervisor")


@pytest.mark.parametrize("message", CALLED)
def test_whom_to_call_is_told(message: str, asked: Engine) -> None:
    assert "opm.gov/classapp" in said(asked, message)


@pytest.mark.parametrize("message", MAY_REPRESENT)
def test_an_objection_bars_no_representative(message: str, asked: Engine) -> None:
    answer = said(asked, message)
    assert answer.startswith("**Yes: the employee chooses")
    assert "unreasonable cost" in answer


def test_whether_a_grade_will_fall_is_not_promised(asked: Engine) -> None:
    assert said(asked, "will my grade drop yes or no").startswith("**Nobody can say before")


def test_another_series_does_not_lower_the_grade_by_itself(asked: Engine) -> None:
    answer = said(asked, "would my grade go down if they change the series")
    assert answer.startswith("**Not by the change of series itself")


def test_years_that_have_passed_are_no_term_of_a_promotion(asked: Engine) -> None:
    assert not said(asked, "I was promised a promotion two years ago").startswith("**Yes")
    lasting = said(asked, "My temporary promotion is for three years, can I appeal its grade?")
    assert lasting.startswith("**Yes")


@pytest.mark.parametrize(
    ("message", "start"),
    [
        (
            "they cut my grade as punishment for misconduct. where do I appeal that",
            "**To the Merit Systems Protection Board",
        ),
        (
            "the level descriptions in the standard are from the stone age. Can I appeal that?",
            "**No: that OPM's own standard or its grading criteria",
        ),
        ("My team lead told the classifier that I just do filing", "**Write down what you do"),
        ("twenty years at this desk ought to be worth a grade", "**No: length of service"),
        ("how do part-timers count in the base level?", "**In proportion to their hours"),
        (
            "Two half-time employees do the GS-9 work. How do they count when I find the base?",
            "**In proportion to their hours",
        ),
        ("is a chief graded by how many people report to her", "**No: the number of people"),
    ],
)
def test_the_question_meant_is_answered_and_not_its_neighbor(
    message: str, start: str, asked: Engine
) -> None:
    assert said(asked, message).startswith(start)


@pytest.mark.parametrize(
    "message",
    [
        "my position has stood at GS-12 for ten years, do I keep the grade",
        "I adjudicate overtime claims for the agency. does that help on factor 4?",
    ],
)
def test_years_held_and_claims_of_others_are_something_else(message: str, asked: Engine) -> None:
    assert reply(asked, message).topic not in {"not-considered", "flsa"}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("is it worth asking for the 11?", "GS-11 begins at 2,355 points"),
        ("would a GS-13 be realistic for me?", "GS-13 begins at 3,155 points"),
        ("would it pay to appeal for GS-12", "GS-12 begins at 2,755 points"),
        ("is it a waste of time to push for a 9?", "GS-9 begins at 1,855 points"),
        ("any point in contesting this?", "you can also lose by it"),
    ],
)
def test_whether_it_is_worth_it_is_told_with_the_risk(
    example_library: Library, chooser: Chooser, question: str, told: str
) -> None:
    engine = Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)
    lead = reply(engine, question).answer.split("\n\n")[0]
    assert told in lead
    assert "you can also lose by it" in lead


@pytest.mark.parametrize(
    "question",
    [
        "is it wise to ask for a desk audit",
        "does it make sense that a GS-11 supervises a GS-12",
        "is a grievance worth it",
        "is it worth asking for reconsideration",
        "does it make sense to hire a lawyer for the appeal",
    ],
)
def test_what_else_may_be_worth_it_is_answered_by_its_own_rule(
    example_library: Library, chooser: Chooser, question: str
) -> None:
    engine = Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)
    assert "you can also lose by it" not in reply(engine, question).answer.split("\n\n")[0]


@pytest.mark.parametrize("then", ["can somebody help me with it?", "may a colleague write it?"])
@pytest.mark.parametrize(
    "first", ["is there a time limit to appeal to OPM?", "I'm a WG-10, how do I get a review?"]
)
def test_who_asks_for_help_with_an_appeal_is_told_of_representatives(
    first: str, then: str, example_library: Library, chooser: Chooser
) -> None:
    talk = Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)
    said(talk, first)
    assert reply(talk, then).topic == "representative"


@pytest.mark.parametrize(
    ("message", "topic"),
    [
        ("My boss calls me Chief of Staff but that's not on my PD. Is that allowed?", "title"),
        ("can we put a working title on the door that isn't the official one?", "title"),
        ("do the points have to be on the PD itself?", "evaluation-statement"),
        ("What demotions did the MSPB overturn in 2024?", ""),
        ("how much more a year is a 9", "salary"),
    ],
)
def test_titles_records_boards_and_salaries_are_told_apart(
    message: str, topic: str, asked: Engine
) -> None:
    answered = reply(asked, message)
    assert topic in answered.topic
    assert topic or answered.kind == "not_held"


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("is 2-5 rare", "shows Level 2-5 for GS-14 and GS-15 in professional work; GS-14 in adm"),
        ("which grades usually have 3-4", "GS-12 and GS-13 in professional work"),
        ("is 9-1 common", "GS-9 and GS-11 to GS-15 in professional work"),
        ("is a downgrade for budget reasons legal", "No grade is lowered for want of money"),
        ("HR says my promotion was an error, can they undo it?", "corrected under rules that are"),
        ("what if two standards give different grades", "each standard grades only the work it"),
        ("how is a GS-0318 graded", "0318 (Secretary)"),
        ("does travel raise my grade", "no factor credits travel as such"),
        ("why does OPM lower grades", "it decides every factor anew"),
        ("is my grade safe if I don't appeal", "freezes nothing"),
        ("may I get a copy of my PD", "Ask your personnel office for it in writing"),
        ("can a GS-9 supervise GS-11s", "no rule held forbids a supervisor a lower grade"),
        ("everyone who works for me is a contractor", "contractors"),
        ("can HR refuse to do a desk audit", "No rule"),
        ("how long is a PD good for", "No interval in years is set"),
        ("we got reorganized, I report to a GS-13 now. does my grade change", "Not by that alone"),
    ],
)
def test_what_people_wonder_about_is_answered_by_its_own_rule(
    message: str, told: str, asked: Engine
) -> None:
    assert told in said(asked, message)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (["They lowered my grade from GS-12 to GS-11. What can I do?"], "you can appeal"),
        (["HR wants to drop me from a 9 to an 8, what can I do"], "Not yet"),
        (["can I go to the MSPB about my downgrade?", "and file a grievance too?"], "No, not both"),
        (["can I go to the MSPB about it?", "and file a grievance too?", "both?"], "No, not both"),
        (["can my lawyer represent me?", "and my boss?"], "line or staff authority"),
        (
            ["HR coded me exempt, what can I do?", "I only told HR, does that count"],
            "written claim",
        ),
    ],
)
def test_what_happened_is_told_from_what_is_feared_and_one_route_from_another(
    turns: list[str], told: str, example_library: Library, chooser: Chooser
) -> None:
    talk = Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)
    answers = [said(talk, turn) for turn in turns]
    assert told in answers[-1]


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("do daily talks with one's own supervisor earn points?", "not in the supervisory chain"),
        ("can I skip the correction of my PD and go straight to OPM?", "Then OPM returns the"),
        ("who tells OPM that I moved to another job?", "Your agency"),
        ("hmm not sure", "Could you say it in other words?"),
    ],
)
def test_a_single_rule_is_told_and_hesitation_is_met_with_a_question(
    message: str, told: str, asked: Engine
) -> None:
    assert told in said(asked, message)


@pytest.mark.parametrize(
    ("message", "told"),
    [
        # What the question itself leaves open is told by the sentences before it.
        (
            (
                "nobody ever checks my work. I'm a GS-4 mail clerk, doesnt working totally on my "
                "own count for something?"
            ),
            "everyone's work is reviewed",
        ),
        (
            "member in month 18 of retained grade. after the two years, does she fall off a cliff",
            "retained",
        ),
        ("Where is the line from 3-3 to 3-4 in the Primary Standard?", "What Level 3-4 asks"),
        ("what distinguishes 5-4 from 5-5 in the Primary Standard?", "What Level 5-5 asks"),
        # To the agency first, and at any time, where nothing says that it has answered.
        ("WL-8. deadline for asking for a higher grade?", "**To your agency at any time"),
        ("WG-9, my agency denied it. how many days for OPM?", "**15 calendar days from"),
    ],
)
def test_a_story_a_boundary_and_a_first_step_are_each_answered(
    message: str, told: str, asked: Engine
) -> None:
    assert told in said(asked, message)


@pytest.mark.parametrize(
    ("message", "others"),
    [
        ("find me the Board's precedents on demotion for reclassification", True),
        ("any GAO opinions on back pay for misclassified work", True),
        ("arbitration awards on accretion of duties?", True),
        ("are there decisions where OPM raised the grade?", False),
        ("can I go to the MSPB about a downgrade", False),
        ("do I need the board's decision before OPM", False),
    ],
)
def test_rulings_of_other_bodies_are_none_of_opms(
    message: str, *, others: bool, asked: Engine
) -> None:
    assert ("The case law of courts and boards" in said(asked, message)) == others


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("she is 18 months into retained grade. what comes then?", "About 6 months of the 24"),
        ("got 3 months left on saved grade. what do I get after?", "After the two years you hold"),
        (
            "how long have i got left if i was downgraded april 7 2025 and keep my grade",
            "run through April 6, 2027",
        ),
        ("she's been on retained pay 5 years, does that ever stop", "No number of years ends it"),
        ("I'm on retained grade since May and declined an offer, what then?", "offer"),
    ],
)
def test_a_retention_that_runs_is_told_its_end(message: str, told: str, asked: Engine) -> None:
    assert told in said(asked, message)


def test_a_day_of_the_agencys_decision_told_later_is_counted_from(asked: Engine) -> None:
    first = "I was lowered from 9 to 8 effective August 10, 2026. when did my 15 days run out?"
    assert "August 25, 2026" in said(asked, first)
    later = said(asked, "wait, HR only gave me the written decision on August 20")
    assert later.startswith("**September 4, 2026")
    assert "you may file it at any time" in said(asked, "so I can still appeal")
