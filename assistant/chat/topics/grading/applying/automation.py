"""What computers and automation do to a grade."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return Answer(
        lead=(
            "**Usually nothing: using a computer or new software mostly replaces a method and "
            "leaves the work and the knowledge it takes the same.** Where automation does change "
            "grades, it can lower them by simplifying the work as well as raise them by adding "
            "more complex duties."
        ),
        words=(
            law(
                "classifier-handbook",
                "41",
                "basic work processes performed",
                "Automation may raise output while the basic work stays the same.",
            ),
            law(
                "classifier-handbook",
                "41",
                "just as likely to decrease as to",
                "Grades that change through automation are as likely to fall as to rise.",
            ),
        ),
        next=("Which duty is different since, and what must be known for it?",),
    )


TOPIC = Topic(
    id="automation",
    title="what automation does to a grade",
    answer=_answer,
    unlike=("points", "levels", "decision", "percents", "factors", "dates"),
)
