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
    asks=(
        "What does it cost to appeal?",
        "is there a fee for a classification appeal",
        "how much is an appeal",
        "do I have to pay OPM anything",
        "Is filing free?",
        "filing fee",
        "who pays for the appeal",
        "Am I allowed work time to prepare my appeal?",
        "can I write my appeal on duty time",
        "do I get official time for my appeal",
        "hours off to work on the appeal",
        "must I take leave to prepare my appeal",
        "may an employee work on an appeal at the office",
        "how much duty time must we grant for an appeal",
        "does OPM charge for its review",
        "costs of a classification appeal",
        "can I use the office copier and time for my appeal",
        "will the appeal cost me anything",
        "is it gonna cost me anything to have OPM look at this",
        "do i burn leave to write this thing up",
        "can't afford much right now, what would I be out of pocket for filing",
        "my supervisor won't let me work on my paperwork at my desk, am I owed any hours",
        "does the government bill you for the review",
        "as a manager, do I need to let her prep her case on the clock",
        "Any charge for submitting a classification case?",
        "how many duty hours does an appellant get for putting it together",
        "is this appeal thing free or paid",
        "is the rep's preparation on the clock too",
        "who covers travel and expenses if they call me in",
        "steward asks: reasonable amount of on-duty time for a member writing an appeal?",
        "may I use my work computer and printer for my own appeal",
        "if I lose do I have to reimburse the agency",
        "price of an appeal",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
