"""Single rules of chapter 51 and of the appeal rules, each asked for in words of its own."""

from __future__ import annotations

import pytest

from assistant.chat.engine import Engine
from tests.assistant_.saying import said

ASKED = {
    "What becomes of a department that keeps ignoring the standards?": "**OPM can take the author",
    "Does OPM ever inspect our positions without anybody's appeal?": "**Yes: OPM reviews posit",
    "could HR drop my grade without asking OPM": "**Yes: an agency may change the class",
    "Does the agency need OPM's permission to reclassify us?": "**No: no approval of OPM",
    "does title 5 say what a grade is based on": "**Yes: by law the class of a position rests",
    "class versus grade, what is the difference?": "**A class takes in positions alike",
    "I'm with the NSA, does chapter 51 apply to us?": "**No: chapter 51 of title 5 leaves",
    "Can a Foreign Service officer file a classification appeal?": "**No: whoever is paid",
    "dentist at the VA: is my job in the General Schedule?": "**Not where pay is fixed under",
    "Is the Botanic Garden covered by chapter 51?": "**In principle yes",
    "we aren't authorized to decide this appeal, what now": "**Forward it to OPM, with the record",
    "can I challenge our department's own guide?": "**In the administrative or negotiated",
    "my description is incomplete, is that appealable?": "**No: whether a position descript",
    "May the date of a downgrade be moved to that of the SF-50?": "**Yes, in one case",
    "on what conditions is anything retroactive": "**Only somebody wrongfully demoted",
    "would a temporary promotion end my retained grade?": "**No: a temporary promotion or reass",
    "my two years are up in May, what happens then": "**Your grade is then that of your",
    "must I take the lower job offered before the reorganization?": "**No: you need not accept",
    "Can we get more than those 45 days?": "**Yes, but only under exceptional",
    "who decides whether the deadline is extended?": "**OPM, at its discretion",
    "who can suspend OPM's certificate?": "**Only OPM",
    "the last guy was a 9 so HR says that's why mine is, because the previous one was GS-9": (
        "**That is no reason"
    ),
    "OPM upgraded my teammate's job and my job is identical, does mine follow?": "**Not by itself",
    "who answers for the position structure of a branch?": "**Supervisors and managers",
    "OPM ruled on June 2, 2026. By when must I ask it to look again?": "July 17, 2026",
    "how can I find out which standard they used for my grade?": "**Ask your personnel office",
    "am I allowed to read the evaluation report on my job": "**Ask your personnel office",
    "my boss calls it level 2-5, HR calls it 2-4. whose word counts": "**Neither by saying so",
    "what if HR graded me with the wrong standard": "**Then say so in an appeal",
    "do weekends count in the 15 days": "**They are calendar days",
    "are the points the same in all agencies": "**Yes: the standards, their levels",
    "I got a dead colleague's work on top of mine. does that earn a grade?": "**No: how much",
    "the personnel office is sitting on it, what now": "**If the appeal was meant for OPM",
    "they told us our jobs will probably drop to 11. what happens then?": "**If they do it, you",
    "write my duties so it looks like 2-5": "I do not put down what is not so",
    "I requested a desk audit last spring and never heard back": "**That request is your proof",
    "whats a pd actually for": "**It is the official record of what a position is",
    "who carries the burden of proof, my agency or I?": "**The rules put the proof on neither",
    "is an OPM audit over the phone valid or must they visit": "**By phone is enough",
    "my chief's email says I do GS-12 work, is that enough?": "**For what you do, yes",
    "the posting for my exact job says GS-12. can I use it?": "**Not as a ground: grades come",
    "they lowered us but the duties are the same, is that allowed": "**Yes: a position that is",
    "my duties are top secret, I cannot describe them. how do I appeal": "**Describe the work as",
    "what counts as a major duty?": "**A major duty is one of those",
    "a third of my pd is other duties as assigned, fine?": "**Not as it should be",
    "will working remotely hurt my grade": "**No: where the work is done",
    "why am I still a 7 when I do the work of two people?": "**How much work there is",
    "if 6 and 7 come out as 3c how many points is that": "**Contacts at Level 3 with purpose C",
    "is there a standard for NF positions": "**Grades and pay in nonappropriated fund",
}
KEPT_AND_FILED = {
    "must a reclassified employee who retains the grade get a written notice": "**Yes: the written",
    "may I send OPM another document for my appeal afterwards?": "**Yes: you and the agency",
    "OPM canceled my appeal because I never answered, can it be reopened?": "beyond your control",
    "can a journalist learn how my appeal ended": "**In part: to whoever names you",
    "they signed the classification in May, SF-50 in July: when does pay start": "**From the day",
    "when may an agency give optional grade retention": "**Somebody who moves to a lower",
    "am I allowed to renounce my retained grade": "**Yes, in writing",
    "must OPM always do an on-site audit": "**No: whether the work is reviewed on site",
    "does a grievance on my description take away my right to appeal": "**No: a grievance over",
    "is seniority taken into account": "ength of service does not",
    "18 years here and still a GS-6, doesn't that matter": "ength of service does not",
    "which section says equal pay for equal work?": "**In 5 U.S.C. 5101(1)(A)",
    'what is a "position" in the regulation': "**A position is the work",
    "grades keep creeping up, how high should they be?": "**No higher than the unit's work",
    "they say the average of my duties is what counts": "**No: grades are not averaged",
    "until when may our agency contest a certificate of a review": "**At any time, and best",
}
OTHERS = {
    "Can I appeal my grade?": "**Yes",
    "Who may represent me in an appeal?": "**A lawyer",
    "How long do I keep my grade?": "two years",
    "I am an analyst at the VA, can I appeal my grade?": "**Yes",
}
GOES_ON = (
    (
        ("I want to appeal through my agency to OPM.", "how long can they sit on it"),
        "60 calendar days",
    ),
    (
        ("Can I appeal a downgrade that is only proposed?", "when can I then"),
        "As soon as the decision is made",
    ),
    (("Can I appeal a downgrade that is only proposed?", "does appealing stop it"), "**No"),
    (("I missed the 15 days, nobody told me", "who decides that"), "**OPM, at its discretion"),
    (("What makes an offer reasonable?", "can I fight it if they stop it"), "20 calendar days"),
    (("Can I have a representative?", "then what good is he"), "**To help you prepare"),
    (
        ("My employee wants to appeal her grade.", "can I file it for her?"),
        "**No: only the employee",
    ),
    (("OPM wrote me asking for information.", "how long do I have"), "**15 calendar days"),
    (("I keep my grade after a RIF", "on what conditions"), "52 weeks"),
    (("OPM denied my appeal in 2021.", "my duties changed last year"), "If the change is one of"),
    (
        ("My job was reclassified from GS-11 to GS-9 and I keep nothing.", "until when can I file"),
        "within 15 calendar days",
    ),
)


@pytest.mark.parametrize("question", ASKED)
def test_the_rule_asked_for_leads(engine: Engine, question: str) -> None:
    assert ASKED[question] in said(engine, question).split("\n")[0]


@pytest.mark.parametrize("question", KEPT_AND_FILED)
def test_a_rule_of_filing_or_of_what_is_kept_leads(engine: Engine, question: str) -> None:
    assert KEPT_AND_FILED[question] in said(engine, question).split("\n")[0]


@pytest.mark.parametrize("question", OTHERS)
def test_what_asks_for_the_whole_keeps_its_answer(engine: Engine, question: str) -> None:
    assert OTHERS[question] in said(engine, question).split("\n")[0]


@pytest.mark.parametrize(("turns", "lead"), GOES_ON)
def test_a_few_words_ask_on(engine: Engine, turns: tuple[str, ...], lead: str) -> None:
    *before, last = turns
    for turn in before:
        said(engine, turn)
    assert lead in said(engine, last).split("\n")[0]
