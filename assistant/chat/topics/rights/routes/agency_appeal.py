"""An agency's own appeal against a certificate."""

from __future__ import annotations

from assistant.chat.answering.kit import rule
from assistant.chat.answering.procedure import number
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    if question.has("5112", "appeal decision", "employee's appeal", "decision on an appeal"):
        days = number("reconsideration")
        return Answer(
            lead=(
                "**No: against OPM's decision on an employee's appeal (5112) the agency has no "
                "appeal; its headquarters may ask OPM to reconsider, in writing, within "
                f"{days} calendar days of the day it was issued.** Meanwhile the certificate takes "
                "effect. A certificate under 5103 or 5110 it can appeal, at any time."
            ),
            words=(
                rule("final", "5-cfr-511", "There is no further right of appeal"),
                rule("agency-reconsideration", "introduction", "endorsed by the headquarters"),
                rule("agency-appeal", "5-cfr-511", "may appeal any classification certificate"),
            ),
            next=("Point to the part of the decision that is technically wrong.",),
        )
    certified = question.has("certificate", "certif", "5110", "5103", "opm", "evaluation")
    head = "Yes" if certified else "Only against a certificate of OPM"
    return Answer(
        lead=(
            f"**{head}: the head of an agency, or an authorized representative, may appeal a "
            "certificate that OPM issued in an evaluation or on the pay system (5 U.S.C. 5110 or "
            "5103), at any time, and best before it takes effect.** Against an appeal decision "
            "(5112) it can only ask for reconsideration. The appeal does not delay the "
            "certificate. What the agency has classified itself it may change without an appeal."
        ),
        words=(
            rule("agency-appeal", "5-cfr-511", "may appeal any classification certificate"),
            rule(
                "contents-certificate",
                "introduction",
                "should submit a copy of the OPM classification",
            ),
            rule("appeal-does-not-delay", "introduction", "does not alter the implementation date"),
        ),
        next=("Give reasons and the standard, and enclose the certificate.",),
    )


TOPIC = Topic(
    id="agency-appeal",
    title="an agency's appeal",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
