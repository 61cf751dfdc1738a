"""Temporary and one-time work: mostly no change; when it goes on, a new evaluation."""

from __future__ import annotations

from assistant.chat.answering.kit import law, mixed_rule
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    temp = mixed_rule("temporary", "introduction", "One-time only or temporary duties generally")
    again = law(
        "introduction",
        "13",
        "position should be reevaluated if the duties",
        "When they last for months and will recur, the position is evaluated anew.",
    )
    never = mixed_rule("never-counts", "introduction", "Work which is temporary or short-term")
    if question.has(
        "months",
        "year",
        "years",
        "keeps",
        "permanent",
        "still",
        "long",
        "recur",
        "over and over",
    ):
        lead = (
            "**It can: temporary duties that go on for several months and will keep coming "
            "back are no longer temporary, and the position should then be evaluated anew.** "
            "Until they are regular and officially assigned they leave the grade alone; a "
            "one-time project stays without effect."
        )
        words = (again, temp, never)
    else:
        lead = (
            "**No: one-time or temporary work generally changes neither series nor grade.** "
            "Only when it goes on for several months, and it is reasonable to expect that it "
            "will recur, should the position be evaluated anew. A temporary promotion or "
            "detail is the tool for the time between."
        )
        words = (temp, again, never)
    return Answer(
        lead=lead,
        words=words,
        next=(
            "Since when has it been done, and is it expected to go on?",
            "Is it written into the description or otherwise officially assigned?",
        ),
    )


TOPIC = Topic(
    id="temporary-duties",
    title="temporary and one-time work",
    answer=_answer,
    unlike=("levels", "points", "decision", "percents"),
)
