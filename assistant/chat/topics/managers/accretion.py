"""Duties that grow: the same position upgraded, or a new one."""

from __future__ import annotations

from assistant.chat.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    same = rule("promotion-same-duties")
    accretion = rule("promotion-accretion")
    reeval = law(
        "introduction",
        "19",
        "should be reviewed and revised as needed",
        "When duties change significantly, the classification is looked at again.",
    )
    return Answer(
        lead=(
            "**If the same position has grown, it is evaluated anew, and promoting its holder "
            "without competition is then the agency's choice under staffing law; a new "
            "position is filled by competition.** An upgrade by a new standard or a corrected "
            "error, with the duties unchanged, needs no competition. The documents held here "
            "do not set the conditions of an accretion promotion: ask the staffing office."
        ),
        words=(accretion, same, reeval),
        next=("Did the old duties stay, and did nobody else lose or want the new ones?",),
    )


TOPIC = Topic(
    id="accretion",
    title="growth of a position or a new position",
    asks=(
        "What is an accretion of duties promotion?",
        "accretion promotion versus new position",
        "my duties grew, can I be promoted without competition",
        "Do I have to compete for my upgraded job?",
        "job has grown into a higher grade, what now",
        "does an upgrade need an announcement",
        "noncompetitive promotion because of added duties",
        "accretion of duties",
        "Is this an accretion or a new job?",
        "can I upgrade my employee without competition",
        "planned management action or accretion",
        "position built down and up",
        "my employee took on higher duties over time, can she be promoted",
        "reclassification with the incumbent",
        "may we upgrade the position with the person in it",
        "growth of duties over the years",
        "additional duties upgrade without advertising",
        "when is competition needed after reclassification",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
