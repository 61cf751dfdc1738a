"""Classification authority: the agency's head, delegated; OPM can revoke it."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic, Words


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    agency = law(
        "introduction",
        "6",
        "general authority and responsibility for properly classifying",
        "Agencies have the authority and responsibility to classify their positions.",
    )
    delegated = law(
        "introduction",
        "7",
        "usually redelegated to agency managers and personnelists",
        "It is usually redelegated to managers and specialists.",
    )
    revoke = law(
        "introduction",
        "7",
        "revoke or suspend the agency’s authority",
        "OPM can revoke or suspend an agency's authority.",
    )
    advice = law(
        "introduction",
        "7",
        "advisory opinions on the classification of work",
        "Agencies may ask OPM for advisory opinions.",
    )
    if question.has("advi", "interpret", "ask opm", "opinion", "unsure"):
        lead = (
            "**Yes: an agency may ask OPM for interpretations and advisory opinions on the "
            "classification of work.** Employees go by way of the agency, or appeal. OPM has "
            "the final word on what its standards mean."
        )
        words: tuple[Words, ...] = (advice, agency)
    elif question.has(
        "take away",
        "takes it away",
        "take our",
        "lose it",
        "lose the authority",
        "lose our",
        "revoke",
        "suspend",
        "withdraw",
        "remove",
    ):
        lead = (
            "**Yes: OPM may revoke or suspend an agency's authority to classify, wholly or in "
            "part, when positions are not placed in line with its standards (5 U.S.C. 5111).** It "
            "can then ask for its approval before a classification takes effect, and gives the "
            "authority back once it is satisfied."
        )
        words = (
            law(
                "5-usc-51",
                "section 5111(a)",
                "may revoke or suspend the authority granted",
                "OPM may revoke or suspend the authority and require its prior approval.",
            ),
            agency,
        )
    elif question.has("approv", "opm's ok", "permission", "sign off", "opm sign", "ask opm first"):
        lead = (
            "**No: agencies classify their own General Schedule positions, up to GS-15, without "
            "OPM's approval (5 U.S.C. 5107).** They must follow OPM's standards, and OPM reviews "
            "positions afterwards; only where it has revoked or suspended the authority is its "
            "approval needed first."
        )
        words = (agency, delegated, revoke)
    else:
        lead = (
            "**The agency: its head answers for it and usually redelegates the authority to "
            "managers and personnel specialists in writing.** Whoever holds it must decide in "
            "line with OPM's standards; OPM can revoke or suspend an agency's authority that "
            "is not used so. A supervisor without delegated authority can describe the work "
            "but not classify it."
        )
        words = (agency, delegated, revoke)
    return Answer(
        lead=lead,
        words=words,
        next=("Who signed the classification of the position, and under which delegation?",),
    )


TOPIC = Topic(
    id="classification-authority",
    title="who has the authority to classify",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
