"""Programming: not for this program."""

from __future__ import annotations

from assistant.chat.answering.kit import decline
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return decline(
        "This program does not write code or spreadsheets.",
        "It can score levels for other programs: `fes score FILE --json` prints one document, "
        "and `fes --help` names the commands.",
    )


TOPIC = Topic(
    id="write-code",
    title="programming",
    answer=_answer,
    unlike=(
        "levels",
        "points",
        "decision",
    ),
)
