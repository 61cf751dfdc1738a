"""How long there is to appeal: no limit for the appeal itself, 15 days for lost pay."""

from __future__ import annotations

from assistant.chat.kit import day, law, rule, time_limit
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:
    start = question.dates[-1] if question.dates else question.since
    limit = time_limit("retroactive-first-filing", start, context)
    lead = (
        "**You may appeal at any time. If grade or pay was actually lost, act within "
        f"{limit.count} calendar days** of receiving the final agency decision or of the day it "
        "took effect, whichever is later: only then can lost pay be made good back to that day."
    )
    figures, missing, asked = [], [], []
    if start is not None and limit.last_day is not None:
        left = limit.days_left or 0
        state = f"{-left} days ago" if left < 0 else "today" if not left else f"in {left} days"
        about = "" if question.dates else " (about that day; name it to be exact)"
        figures.append(
            f"Counted from {day(start)}{about}, the last day is **{day(limit.last_day)}**, {state}."
        )
    else:
        missing.append("the day the final decision was received, and the day it took effect")
        asked.append("When did you receive the final decision, and when did it take effect?")
    asked.append("Did you keep your grade or pay? With grade retention nothing was lost.")
    return Answer(
        lead=lead,
        words=(
            law(
                "introduction",
                "61",
                "classification appeal at any time",
                "An employee may file a classification appeal at any time.",
                section="Appendix 4, G.3",
            ),
            rule("retroactive-first-filing", "introduction", "not later than 15 calendar days"),
        ),
        figures=tuple(figures),
        whose="The day, counted by the core",
        next=tuple(asked),
        missing=tuple(missing),
    )


TOPIC = Topic(
    id="appeal-deadline",
    title="how long there is to appeal",
    asks=(
        "How long do I have to appeal?",
        "What is the deadline for a classification appeal?",
        "Is it too late to appeal?",
        "My grade was lowered three weeks ago, can I still appeal?",
        "I was downgraded on May 3. By when must I file?",
        "How many days after the SF-50 do I have?",
        "Do I have to appeal within a certain time?",
        "When does the time to appeal run out?",
        "Time limit for filing a classification appeal with OPM",
        "How soon must the employee file to keep retroactive pay?",
        "What filing window applies after a downgrade?",
        "One of my employees was reduced in grade; how long does she have to contest it?",
        "Is there a cutoff for appeals by employees?",
        "I got the reclassification notice yesterday, what is my time limit?",
    ),
    answer=_answer,
    likes=("dates",),
    unlike=("levels", "points"),
)
