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
    asks=(
        "is classification by the PD or by the actual work",
        "do they grade what the paper says or what I really do",
        "When is a position description adequate?",
        "What makes a PD inadequate?",
        "is my PD good enough to be classified",
        "adequacy of the position description",
        "PD adequate for classification purposes",
        "difference between adequate and accurate",
        "What if the PD is thin but true?",
        "How accurate must a PD be?",
        "test for an adequate PD",
        "Who judges whether the PD is adequate?",
        "do they grade the paper or the work",
        "Can a position be classified from an incomplete PD?",
        "Does HR classify what is written or what is done?",
        "what happens when OPM finds the PD inadequate",
        "The description is short, may I rate it?",
        "is a PD enough or do I need an audit before I classify",
        "what does PD accuracy mean",
        "sufficiency of a position description for grading",
        "adequate PD",
        "is my PD adequate",
        "is the PD adequate",
        "when is a PD adequate",
        "what is an adequate PD",
        "what is an adequate position description",
        "adequate position description",
        "PD adequacy",
        "adequacy of a PD",
        "inadequate PD",
        "inadequate position description",
        "what is an inadequate PD",
        "PD inadequate for classification",
        "accurate PD",
        "what does accurate mean for a PD",
        "adequate versus accurate",
        "PD sufficient for classification",
        "is the PD sufficient",
        "is a short PD enough",
        "enough information in the PD",
        "does the PD or the real work count",
        "paper or practice",
        "what decides, the PD or the duties performed",
        "is the position graded by the PD or by the duties",
        "what test decides whether a description is good enough to classify from",
        "how does OPM judge whether a description is good enough",
        "is this description good enough for a classifier",
        "what does OPM look for in judging a description",
        "when is a description sufficient to grade the job",
        (
            'HR says my description is "adequate for classification" and I say it\'s garbage. '
            "Who's right?"
        ),
        "two paragraphs for a whole job, can that pass?",
        "what's the bar a PD needs to clear before you can put a grade on it",
        "can you classify off a skimpy description?",
        (
            "Is a position description fine as long as it gets the major duties right even if "
            "details are missing"
        ),
        'OPM wrote that the PD "meets the standard of adequacy", meaning what',
        "can a classifier reject a write-up as not good enough to grade from",
        "What would make somebody say a job description falls short for grading purposes?",
        "thin PD but knowledgeable classifier, does that suffice",
        "how good is good enough for a job description",
        (
            "the description leaves out the how and why, only lists the tasks. usable to "
            "classify or no?"
        ),
        "adequacy test for PDs, cite",
        "when paper and reality are close but not identical, is the description still acceptable",
        "my analyst asks if his write-up is complete enough for grading, how do I judge",
        "who has to understand the description for it to count as sufficient",
    ),
    answer=_answer,
    sure=_sure,
    cues=("pd", "description"),
    unlike=("levels", "points", "decision"),
)
