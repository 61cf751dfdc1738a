"""No time limit on a classification appeal as such."""

from __future__ import annotations

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import case_action, number, track
from assistant.chat.answering.procedure.lateness import asks_if_late
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.turns.limits.passing import asks_if_still
from assistant.chat.topics.rights.deadlines.lowered_how_long import TOPIC as LOWERED


def _answer(question: Question, context: Context) -> Answer | None:
    days = number("retroactive-first-filing")
    if track(question, context) == "fws":
        return Answer(
            lead=(
                "**No limit for the first step: a wage employee may ask the agency for a review "
                "of the job at any time.** After the agency's decision the appeal to OPM is due "
                f"{number('fws-opm-filing')} calendar days from the day it is received; and where "
                f"a downgrade cost pay, the first application within {days} calendar days of the "
                "day it took effect."
            ),
            words=(
                rule("fws-issues", "5-cfr-532", "may at any time appeal the occupational series"),
                quoted_rule("fws-opm-filing", "5-cfr-532"),
            ),
        )
    if case_action(context) is not None:
        # The case itself tells of a grade lowered, and of the day from which the days run.
        return LOWERED.answer(question, context)
    none = "There"
    if asks_if_late(question):
        none = "Yes: there" if asks_if_still(question) else "No: there"
    return Answer(
        lead=(
            f"**{none} is no time limit: you may appeal the classification of your position at "
            "any time, however long ago it was set.** Someone who disagrees with an agency "
            "decision should still appeal promptly; and only where grade or pay was lost do "
            f"{days} calendar days count, for the lost pay alone."
        ),
        words=(
            rule("any-time", "5-cfr-511", "appeal of his or her official position at any time"),
            rule("time", "5-cfr-511", "time limits in § 511.703 must be observed"),
        ),
        next=(
            "A higher grade is paid only from the personnel action on, so waiting costs money.",
            "Was your grade or pay lowered? Say when, and the days are counted.",
        ),
    )


TOPIC = Topic(
    id="deadline-in-general",
    title="whether an appeal has a time limit",
    asks=(
        "how soon should I file, is there a rush",
        "is there a rush to file",
        "how soon do I have to act",
        "should I hurry with the appeal",
        "Is there a deadline for a classification appeal?",
        "How long do I have to appeal my grade?",
        "When can I file an appeal?",
        "Can I appeal years after my job was classified?",
        "time limit for appeals",
        "I've been in this job for eight years, can I still appeal?",
        "Is it ever too late to appeal?",
        "do I have to appeal within a certain time",
        "statute of limitations on classification",
        "By when must I appeal if nothing was lowered?",
        "My job was classified in 2015, can I contest it now?",
        "no change in my grade, just think it's wrong, any rush?",
        "filing period for classification appeals",
        "can an employee file any time",
        "must appeal be filed promptly",
        "What's the time limit to appeal my classification?",
        "Am I too late to appeal a grade I've had for six years?",
        "Does the right to appeal expire?",
        "until when may one appeal",
        "Do I need to hurry with a classification appeal?",
        "how many days to appeal",
        "deadline",
        "is there a time limit",
        "time limit to appeal",
        "how long do I have",
        "how long do I have to appeal",
        "when is the deadline",
        "by when must I appeal",
        "can I appeal any time",
        "can I appeal at any time",
        "can I wait with my appeal",
        "too late to appeal?",
        "can I still appeal after all these years",
        "job classified long ago, can I appeal",
        "when can I appeal",
        "how late can I appeal",
        "is there a statute of limitations",
        "no deadline?",
        "are there time limits for classification appeals",
        "filing window",
        "does it matter when I appeal",
        "I've had this grade since 2012, may I appeal it",
        "Does the right to contest my grade lapse at some point?",
        "My position was graded back in 2009. Can it still be challenged?",
        "no rush, or is there a cutoff for appeals",
        "any date by which I must have appealed",
        "How long may I wait before appealing?",
        "Is there any deadline on appeals of grade?",
        "can a classification be appealed at any time",
        "is it possible to appeal after many years",
        "I've had the same grade for fifteen years, can I appeal",
        "Does an appeal have to be filed by a certain date?",
        "no deadline on appeals, right?",
        "when is it too late for an appeal",
        "time frame for appealing a classification",
        "must I appeal right away",
        "Is there a last date for contesting my classification?",
        "ten years in the same grade, still allowed to appeal?",
        "can I take my time with this",
        "is there a cutoff for complaining about a grade",
        "does the clock run out",
        "I've been in this job ten years, can I still contest it",
        "any statute of limitations on this",
        "no cut in my case, just always been too low, when do I need to file",
        "do I have to do it right away or whenever I feel like",
        "is next year soon enough",
        "been mis-graded since 2012, is it too late",
        "can somebody contest at any time",
        "how long is the window for a GS to challenge a grade he's had forever",
        "am I too late to the party",
        "what's the rush, if any",
        "hired at the wrong level years back and never said a word. still possible?",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
