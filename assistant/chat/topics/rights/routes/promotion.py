"""A raised position and its holder: promotion with or without competition."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic

_SAME_DUTIES = (
    *("new standard", "same duties", "no change", "misclassified", "classification error"),
    *("error", "corrected", "unchanged", "same work", "without a change"),
)


_QUALIFIED = re.compile(
    r"\bqualif\w+\b[^?!]{0,70}\b(?:upgrad\w*|raises?|raised|reclassif\w*|higher[- ]grade\w*)\b"
    r"|\b(?:upgrad\w*|raises?|raised|reclassif\w*|higher[- ]grade\w*)\b[^?!]{0,70}\bqualif\w+\b",
    re.IGNORECASE,
)
_RAISED = re.compile(
    r"\b(?:opm|upgraded?|upgrades|raises?|raised|reclassified|certificate)\b", re.IGNORECASE
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether it is asked what the holder of a raised position must be qualified for."""
    asked = _QUALIFIED.search(question.message) and _RAISED.search(question.message)
    return bool(asked) and not question.decision and not question.levels


def _of_the_holder(question: Question) -> Answer:
    must = question.has("must", "have to", "need to", "required")
    head = "Yes: to" if must else "Then you cannot be promoted to it yet: to"
    return Answer(
        lead=(
            f"**{head} be promoted one must meet the minimum qualification standards that OPM "
            "prescribes.** The position has its grade all the same: a classification grades the "
            "position, not the person. What becomes of a holder who does not qualify is a matter "
            "of staffing, for the personnel office."
        ),
        words=(
            law(
                "5-cfr-335",
                "335.103(b)(3)",
                "candidates must meet the minimum qualification standards",
                "To be promoted one must meet OPM's minimum qualification standards.",
            ),
        ),
        next=("Ask the personnel office which requirement is not met, and by when it could be.",),
    )


def _answer(question: Question, context: Context) -> Answer:
    if _sure(question, context):
        return _of_the_holder(question)
    accretion = rule(
        "promotion-accretion",
        "5-cfr-335",
        "classified at a higher grade because of additional duties",
    )
    same = rule(
        "promotion-same-duties", "5-cfr-335", "correction of an initial classification error"
    )
    if question.has(*_SAME_DUTIES) and not question.has("added", "new duties", "more duties"):
        head = (
            "**No competition is needed: the grade rose by a new standard or a corrected error, "
            "without a significant change of duties.**"
        )
    elif question.has("added", "more duties", "took on", "piled", "grew") and question.has(
        "compet", "promot"
    ):
        head = (
            "**No, it is the agency's choice: where the grade rises because duties were added, it "
            "may promote you without competition and need not.**"
        )
    elif question.has("how long", "how soon", "how fast"):
        head = "**No time is set in the rules held here: your agency may set its own.**"
    elif question.has("accretion") and question.has("what", "mean", "rules", "explain", "define"):
        head = (
            "**Accretion of duties: higher duties are added to a position over time until it is "
            "reclassified at a higher grade.**"
        )
    elif question.has(
        "must we", "have to compete", "have to be competed", "competition required", "advertise"
    ):
        head = "**Not always: it depends on why the grade went up.**"
    elif question.has("can i promote", "may an agency", "may we", "when may", "in place"):
        head = (
            "**Yes, in two cases: in the first no competition is needed, in the second it is your "
            "choice.**"
        )
    else:
        head = (
            "**Not automatically: OPM's certificate grades the position, it does not promote the "
            "person.**"
        )
    return Answer(
        lead=(
            f"{head} If a new standard or a corrected error raises the grade without a "
            "significant change of duties, the promotion needs no competition. If the grade rises "
            "because duties were added, promoting without competition is the agency's choice, "
            "under its merit promotion plan (5 CFR 335.103(c)(3)(ii)): a matter of staffing, not "
            "of classification."
        ),
        words=(same, accretion),
        next=(
            "Read your agency's merit promotion plan on accretion of duties.",
            "The holder must also meet the qualification requirements of the higher grade.",
        ),
    )


TOPIC = Topic(
    id="promotion-after-upgrade",
    title="promotion when a position is upgraded",
    answer=_answer,
    sure=_sure,
    cues=("qualif",),
    unlike=("levels", "points", "decision"),
)
