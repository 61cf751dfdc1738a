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
        "promotion by accretion of duties",
        "accretion of duties promotion",
        "upgraded because duties were added",
        "noncompetitive promotion after my job grew",
        "can I be promoted noncompetitively because my job grew",
        "must my upgraded position be advertised",
        "does the upgrade have to be announced",
        "promote without competition when duties grew",
        "the job grew, do I get promoted",
        "same job with more duties, competition needed?",
        "added duties, promotion without competition",
        "position upgraded, must I compete",
        "is competition required when a position is upgraded",
        "my duties have grown, is it an accretion",
        "accretion or new position",
        "new position or growth of the old one",
        "employee's duties accreted",
        "accreted duties",
        "growth of the job without competition",
        "compete for my own upgraded job",
        "higher duties added over time to my position",
        "can she be promoted in place",
        "upgrade in place",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
