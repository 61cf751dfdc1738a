"""A single rule that is asked for by itself is told, and not the whole of its topic."""

from __future__ import annotations

import pytest

from assistant.chat.answering.named.particulars.asked import particulars
from assistant.chat.engine import Engine
from assistant.chat.topics import known_topics
from tests.assistant_.saying import said

ASKED = {
    "What positions does the GSSG leave out?": "**Six kinds: positions with less authority",
    "Which guide grades a chief who is not covered by the GSSG?": "**It depends on why the guide",
    "How much of my time must I spend supervising for the guide to apply?": "**At least 25",
    "Does the supervisory guide go up to GS-15?": "**Yes: it grades supervisory positions",
    "Up to which grade does the GSSG go?": "**It grades supervisory positions from GS-5",
    "Is it possible to interpolate points for a supervisor?": "**No: the points of each level",
    "I answer to two supervisors; whose level counts under Factor 2?": "performance appraisal",
    "Is a Navy captain equal to an SES for Factor 2 of the guide?": "**No, not by the rank",
    "My supervisor is a GS-15; do I get 2-3?": "**No, not by that grade alone",
    "Can vacant positions be used for the base level?": "**No rule held names vacant",
    "Could there be two full deputies under one director?": "**No number is set",
    "If all eight situations are met do I get two levels?": "**No: three or more special",
    "May I say no to work that is not in my PD?": "**No: nothing held gives a right",
    "Can they rewrite my PD without telling me?": "**Yes: management decides",
    "Does my PD change need my consent?": "**No: no rule held asks",
    "Must I agree to a new position description?": "**No: no rule held asks",
    "what factors decide a WG grade": "which are not held here",
    "I supervise two helpers sometimes, am I a WS?": "Job Grading Standard for Supervisors",
    "The supervisor approves my leave. Does that lower Factor 2?": "**By itself it settles nothing",
    "Does the classifier check the facts of an audit with my boss?": "**Yes: the facts gathered",
    "The standard for my series isn't held here, what then?": "**Then get it from OPM",
    "Does my series influence my grade?": "**Only through the standard",
    "Is creativity something I can list in Factor 1?": "**No: personal characteristics",
    "Should the license be written into the PD?": "**Only where the requirement can be validated",
    "May I rate purpose on another group of people than the contacts?": "**They must be the same",
    "Do telephone calls count as contacts?": "**Yes: dialogue by telephone",
    "Where is talking with my supervisor credited, Factor 6 or Factor 2?": "**Under Factor 2",
    "Our typist works unsupervised, why only level 2-2?": "**Independence alone does not raise",
    "Must all nine factors be written separately in a mixed PD?": "**No: the nine factors need not",
    "Should a description say highly complex work?": "**No: adjectives",
    "Must each regulation be listed by number under Factor 3?": "**No: not every guideline",
    "Can a budget job be interdisciplinary?": "**No: the interdisciplinary approach",
    "Two series of one group, neither predominates": "**The general series of that group",
    "May we call a 0301 job Administrative Specialist?": "**Better not",
    "project manager or program manager, what's the difference": "**A program goes on",
    "Program Analyst vs Management Analyst": "**Management Analyst where",
    "Does the admin analysis guide go below GS-9?": "**The Administrative Analysis Guide grades",
    "25 years with the agency and still an 8": "**Length of service does not count",
    "they gave her higher level work as training": "**Work assigned solely to train",
    "what is the 50 percent rule for second level supervisors": "**It is for supervisors",
    "What settles the final series of an interdisciplinary job?": "**The qualifications of the",
    "which guide grades a nonsupervisory 0340 position": "**By the Administrative Analysis Guide",
    "I get higher graded work but it is closely supervised": "**Then it does not control",
    "a colleague rekeys all I enter, does that lower my grade": "**No: where one employee repeats",
    "What parts does a narrative PD have?": "**Four kinds of information",
    "May the classifier ask me leading questions?": "**No: in a desk audit",
    "Could we use a benchmark as our position description?": "**Yes: what a benchmark says can be",
    "what is the lowest I can be over a base of GS-9": "**GS-11, if two conditions",
    "they double-check every entry, does that lower us": "**No: where one employee",
    "What does full and final technical authority mean?": "**That the supervisor answers",
    "my crew is 3 WG-10 and 4 GS-7, what is the base level": "**Their work counts like that",
    "do enlisted people count in the base level?": "**Their work counts like that",
    "must the classifier agree with the manager's grade": "**Whoever holds the delegated",
    "can factor 4 be two levels higher than factor 3": "**No rule ties the level",
    "is there any conflict between 1-7 and 4-5": "**No rule ties the level",
    "quote the full intent rule": "full intent is met",
}
OTHERS = {
    "I supervise 22 percent of the time, does the guide apply?": "22 percent is not enough",
    "she supervises a third of her week, is she under the guide": "33.3 percent is enough",
    "My boss is a GS-15 and her boss is SES, which setting?": "Level 2-2, 250 points",
    "I am deputy to a GS-14 chief, what is my grade?": "GS-13",
    "Four special situations from 6-2, what level?": "Level 6-3",
    "My agency refuses to change my position description": "Ask your supervisor in writing",
    "Which standard is used when no standard exists for my series?": "work as similar as possible",
    "How long do I keep my grade after a reorganization?": "two years",
    "Do I have to do work outside my position description?": "**Yes: management assigns",
    "What is a desk audit?": "a conversation about your work",
    "What is the difference between Factor 6 and Factor 7?": "are rated apart",
    "I held my GS-12 for 20 years": "20 years",
    "can a 13 under the admin analysis guide have 3-5": "3-5",
    "Does an engineering job filled from two professions count as interdisciplinary?": "combines",
}


@pytest.mark.parametrize("question", ASKED)
def test_the_rule_asked_for_leads(engine: Engine, question: str) -> None:
    assert ASKED[question] in said(engine, question).split("\n")[0]


def test_supervisory_controls_are_of_the_work_and_not_of_a_supervisor(engine: Engine) -> None:
    for asked in ("What is Factor 2 Supervisory Controls 2-4 worth", "supervisory controls 2-4?"):
        lead = said(engine, asked).split("\n")[0]
        assert "Level 2-4" in lead
        assert "authorities" not in lead


def test_the_grade_of_the_staff_is_not_that_of_the_supervising(engine: Engine) -> None:
    answer = said(
        engine,
        "I am a supervisor with four employees: two GS-12, one GS-9, one GS-5 secretary. The rest "
        "is my own GS-13 work. What is my grade?",
    )
    assert "supervising at GS" not in answer


@pytest.mark.parametrize("question", OTHERS)
def test_what_is_counted_or_wider_keeps_its_answer(engine: Engine, question: str) -> None:
    assert OTHERS[question] in said(engine, question).split("\n")[0]


def test_every_rule_has_its_place_and_a_topic() -> None:
    for one in particulars():
        assert one.topic in known_topics(), one.lead
        assert all(words.citation.page for words in one.words())
        # A rule without a lead of its own is answered by its topic.
        assert bool(one.lead) == bool(list(one.words())), one.lead
        assert "{" not in one.said(yes_or_no=True), one.lead
