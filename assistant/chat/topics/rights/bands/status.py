"""Whether the DHS classification rules apply to anybody: they do not."""

from __future__ import annotations

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    if question.has("bargain", "negotiat", "union"):
        return Answer(
            lead=(
                "**No: 5 CFR 9701.205 keeps the classification system out of collective "
                "bargaining in all its aspects, from coverage to methods and criteria.** It has no "
                "effect either way: DHS rescinded the part's application from October 1, 2008, and "
                "nobody is classified under it."
            ),
            words=(
                law(
                    "5-cfr-9701",
                    "section 9701.205",
                    "is not subject to collective bargaining",
                    "The classification system is not subject to collective bargaining.",
                ),
            ),
        )
    return Answer(
        lead=(
            "**No: 5 CFR part 9701 is still printed but not in operation.** DHS rescinded its "
            "application from October 1, 2008, and the classification subpart was never extended "
            "to any employee. DHS positions are classified like others, in the General Schedule "
            "or the Federal Wage System."
        ),
        words=(
            rule("band-status"),
            rule(
                "band-coverage",
                "5-cfr-9701",
                "subject to a determination by the Secretary or designee",
            ),
        ),
        next=(
            "Ask any question about a General Schedule position at DHS: it is answered as such.",
        ),
    )


TOPIC = Topic(
    id="dhs-bands-status",
    title="whether the DHS bands are in force",
    answer=_answer,
    likes=("sections",),
    unlike=("levels", "points", "decision"),
)
