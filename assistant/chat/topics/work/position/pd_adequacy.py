"""When a description is adequate for classification, and what accuracy means."""

from __future__ import annotations

import re

from assistant.chat.answering.described import description_checked
from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic

_PAPER = r"(?:my|this|the|her|his|our|their) (?:\w+ )?(?:pd|position description|job description)"
_CHECKED = re.compile(
    rf"\b(?:is|does|would|will) {_PAPER} (?:\w+ )?(?:ok|okay|fine|adequate|complete|good|"
    r"sufficient|enough|alright|all right|in order|pass|hold up|up to|work)\b|"
    rf"\b(?:check|review|look (?:at|over)|examine|critique|audit) {_PAPER}\W*$|"
    rf"\bwhat(?:'s| is)? (?:\w+ )?(?:missing|wrong|lacking|weak)\b.{{0,12}} {_PAPER}\W*$|"
    rf"\bwhat (?:does|do|should) {_PAPER} (?:lack|miss|still need|need)\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:
    """Tell whether the description of the position that lies open is to be looked through."""
    return context.case is not None and bool(_CHECKED.search(question.message))


def _answer(question: Question, context: Context) -> Answer:
    if _sure(question, context) and (checked := description_checked(context)) is not None:
        return checked
    if question.has(
        "actual work", "what i do", "actually do", "really do", "by the work", "real work"
    ):
        return Answer(
            lead=(
                "**By the duties actually assigned and performed; the description is their "
                "official record and should say the same.** Where the two part, have the "
                "description corrected first. If that fails and you can prove that you tried, "
                "OPM decides an appeal on what you are assigned and really do."
            ),
            words=(
                law(
                    "introduction",
                    "13",
                    "classified on the basis of the duties",
                    "A position is classified on the duties actually performed.",
                ),
                rule(
                    "position-description",
                    "5-cfr-511",
                    "decide the appeal on the basis of the actual duties",
                ),
            ),
            next=("Which duty do you do that the description leaves out?",),
        )
    adequate = law(
        "classifier-handbook",
        "18",
        "adequate for classification purposes when it is",
        "A description is adequate when someone who knows the occupation and the standards can "
        "classify from it, with other accurate and current facts.",
    )
    other = law(
        "introduction",
        "12",
        "when the description is supplemented by other",
        "A nonsupervisory description need say only enough together with other facts about the "
        "organization.",
    )
    actual = law(
        "introduction",
        "13",
        "classified on the basis of the duties",
        "A position is classified on the duties actually performed.",
    )
    return Answer(
        lead=(
            "**A description is adequate when someone who knows the occupation and the "
            "standards can classify the position from it, together with other accurate and "
            "current facts about the organization.** It is accurate when it states the major "
            "duties actually assigned and performed. A position is classified by those duties, "
            "not by the paper alone."
        ),
        words=(adequate, actual, other),
        next=(
            "Name the major duty that is missing or wrong, with its share of time.",
            "In an appeal keep the proof that you tried to have it corrected.",
        ),
    )


TOPIC = Topic(
    id="pd-adequacy",
    title="when a position description is adequate",
    answer=_answer,
    sure=_sure,
    cues=("pd", "description"),
    unlike=("levels", "points", "decision"),
)
