"""How appeals usually end, as OPM tells it."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, not_held, rule, to_rate
from assistant.chat.answering.procedure import number, stakes
from assistant.chat.model import Answer, Context, Question, Topic
from index.language.late import pattern

_COUNT = pattern(
    r"\b(?:how many|number of|count of) (?:\w+ ){0,4}(?:appeals|cases|appellants)\b.{0,40}"
    r"\b(?:gets?|got|receive[ds]?|handle[ds]?|file[ds]?|process\w*|decide[ds]?|come in|came in|"
    r"pending|(?:last|this|each|every|per|a) year|annually|in (?:19|20)\d\d)\b"
    r"|\bhow many (?:people|employees|feds|workers) (?:\w+ ){0,2}(?:appeal|file)\w*\b.{0,30}"
    r"\b(?:year|annually|in (?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_WHY = pattern(
    r"\bwhy\b.{0,30}\b(?:opm|they|appeals?|people|most)\b.{0,30}\b(?:lower\w*|downgrad\w*|fail\w*|"
    r"lose|lost|go down|turn\w* down|den(?:y|ied))\b|"
    r"\bwhat do (?:most )?appeals (?:fail|founder)\b",
    re.IGNORECASE,
)
_OUTCOME = pattern(
    r"\b(?:win|won|succe\w+|grant\w*|upgrad\w*|downgrad\w*|rais\w+|lower\w*|sustain\w*|den\w+|"
    r"lose|lost|register|library|c-\d+)\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether the mere number of appeals is asked for, which no document held gives."""
    text = question.message
    if question.decision or question.series or question.has("we ", "our ", "my "):
        return False
    return bool(_COUNT.search(text) and not _OUTCOME.search(text))


def _answer(question: Question, context: Context) -> Answer:
    if _sure(question, context):
        return not_held(
            "How many appeals OPM receives is not in the documents held here.",
            "OPM's own figures, if it publishes them",
            "OPM (opm.gov, Classification & Qualifications)",
            f"What OPM does say is that in about {number('odds')} percent of them the "
            "classification does not change.",
        )
    if _WHY.search(question.message):
        return Answer(
            lead=(
                "**Because it decides every factor anew, by the work assigned and performed: a "
                "level falls where its full intent is not met, though the agency had credited "
                "it.** What you did not dispute is looked at as well, and nothing the agency "
                "found binds OPM. A level is a floor; one weaker part keeps the work below it."
            ),
            words=(
                law(
                    "classifier-handbook",
                    "10",
                    "meet the full intent of a factor level to be credited",
                    "A factor is credited with a level only when the full intent of that level "
                    "is met.",
                ),
                rule("final"),
                rule("odds"),
            ),
            next=(
                "Name your nine levels, and see which grade they give.",
                "`fes decisions list` shows decided appeals and what became of the grade.",
            ),
        )
    at_stake = stakes(context)
    return Answer(
        lead=(
            f"**Most appeals change nothing: about {number('odds')} percent, says OPM.** Of the "
            "rest, more positions go down, or change in a way nobody asked for, than up. It "
            "gives no share of appellants who win, and the figure stands on an undated page "
            "that counts General Schedule and wage appeals together."
        ),
        words=(
            rule("odds"),
            rule("risk", "introduction", "downgrading and the employee is entitled"),
        ),
        figures=() if at_stake is None else at_stake.figures,
        next=(
            *to_rate(context),
            "What counts in your case is the standard: name the level that is in dispute.",
            "Ask *should I appeal?* for what you could win and lose.",
        ),
    )


TOPIC = Topic(
    id="appeal-odds",
    title="how appeals usually end",
    answer=_answer,
    unlike=("levels", "points", "decision"),
    sure=_sure,
    cues=("how many", "number of", "count of"),
)
