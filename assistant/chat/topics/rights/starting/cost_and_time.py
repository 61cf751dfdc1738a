"""What an appeal costs, and whether work time may be used for it."""

from __future__ import annotations

from assistant.chat.answering.kit import not_held, rule
from assistant.chat.answering.procedure import track
from assistant.chat.model import Answer, Context, Question, Topic

_TIME = ("time", "hours", "duty", "on the clock", "work on my appeal", "leave to")


def _answer(question: Question, context: Context) -> Answer:
    if question.has(*_TIME):
        if track(question, context) == "fws":
            return Answer(
                lead=(
                    "**Yes, a reasonable amount: a wage employee and a representative of the same "
                    "agency get reasonable time for the agency's review.** How much is the "
                    "agency's to say."
                ),
                words=(rule("fws-representative"),),
                next=("Ask your personnel office how the time is requested.",),
            )
        return not_held(
            "No rule held here gives a General Schedule employee work time to prepare an appeal; "
            "ask your agency.",
            "your agency's own rules or your labor agreement, which grant official time",
            "your personnel office or your union",
        )
    return Answer(
        lead=(
            "**Nothing: the rules name no fee for an appeal.** You need no lawyer; what a "
            "representative charges is between you and that person, and a colleague, friend or "
            "relative may do it."
        ),
        words=(rule("where-gs", "5-cfr-511"), rule("representative-choice", "introduction")),
        next=("Ask *what must an appeal contain?*",),
    )


TOPIC = Topic(
    id="cost-and-time",
    title="what an appeal costs in money and work time",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
