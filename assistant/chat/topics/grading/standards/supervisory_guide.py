"""What the General Schedule Supervisory Guide is, and whom it grades."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, listed
from assistant.chat.model import Answer, Context, Question, Topic
from index.language.late import pattern

_TRADES = pattern(
    r"\bw[gls][- ]?\d{1,2}\b|\bw[gls]\b|\bwage[- ](?:grade|system|leader|supervisor)|"
    r"\bfederal wage\b|\bfws\b|\bforem[ae]n\b|\btrades?\b|\bcraft",
    re.IGNORECASE,
)
_DIRECTS = pattern(
    r"\b(?:supervis\w*|gssg|forem[ae]n|in charge of|bosses|runs (?:a|the) (?:crew|shop))\b",
    re.IGNORECASE,
)
_BY_WHAT = pattern(
    r"\b(?:(?:which|what) (?:standard|guide)|gssg|supervisory guide|graded by|"
    r"grade (?:him|her|a)\b|cover(?:s|ed)?|apply|applies|use (?:the|for))",
    re.IGNORECASE,
)
_NO_TRADE = pattern(
    r"\b(?:no|not|without|never|doesn't|don't|isn't)\b.{0,40}\b(?:trades?|crafts?)\b", re.IGNORECASE
)
_COUNTED = ("base", "workload", "count", "include", "factor", "point")


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    text = question.message
    if question.levels or question.decision or question.has(*_COUNTED):
        return False
    return all(one.search(text) for one in (_TRADES, _DIRECTS, _BY_WHAT))


def _answer(question: Question, context: Context) -> Answer:
    from core.overview import supervisory_editions

    guide = supervisory_editions()[-1]
    names = listed([f"{f.factor} {f.name}" for f in guide.factors])
    lead = (
        "**The General Schedule Supervisory Guide (GSSG) grades supervisory work: supervising "
        "must be a major duty of at least 25 percent of the time and meet at least the lowest "
        "level of its Factor 3, and the work directed must take technical competence.** Its "
        f"factors: {names}."
    )
    if _sure(question, context):
        without = _NO_TRADE.search(question.message)
        return Answer(
            lead=(
                "**Yes: a supervisor of wage employees whose primary supervisory duties take no "
                "experience in or knowledge of trades and crafts may be General Schedule, and is "
                "then graded by the supervisory guide if it covers the position.** Where trades "
                "knowledge is the paramount requirement, it is the Federal Wage System's Job "
                "Grading Standard for Supervisors."
                if without
                else "**No, not by the supervisory guide where knowledge of trades and crafts is "
                "the paramount requirement: such a supervisor is under the Federal Wage System and "
                "graded by its Job Grading Standard for Supervisors.** A position over wage "
                "employees can be General Schedule, and under the guide, if its primary "
                "supervisory duties do not take experience in and knowledge of trades and crafts."
            ),
            words=(
                law(
                    "gssg",
                    "3",
                    "as their paramount requirement, experience in and",
                    "Supervisors whose paramount requirement is knowledge of trades and crafts are "
                    "graded by the wage system's standard for supervisors.",
                ),
                law(
                    "gssg",
                    "3",
                    "may be properly classified to a GS series if its",
                    "A supervisor of wage employees is General Schedule where the primary "
                    "supervisory duties take no trades knowledge.",
                ),
            ),
            next=("Does the supervising take knowledge of the trade, or of managing the work?",),
        )
    if question.has("nonsupervisory", "non-supervisory", "non supervisory"):
        lead = (
            "**No: the supervisory guide grades supervising only; nonsupervisory work is graded by "
            "the standard or guide for that work.** In a position with both, each is graded apart "
            "and the higher grade counts."
        )
    elif question.has("fes ", "factor evaluation", "nine factors") and question.has("supervis"):
        lead = (
            "**No, not to supervising: the nine factors of FES are for nonsupervisory work, and "
            "supervising is graded by the six factors of the General Schedule Supervisory Guide "
            "(GSSG).** What a supervisor does with his or her own hands is graded by its own "
            "standard, and the higher grade counts."
        )
    return Answer(
        lead=lead,
        words=(
            law(
                "gssg",
                "2",
                "This guide provides evaluation criteria for determining",
                "The guide gives criteria for the grade of supervisory positions.",
            ),
            law(
                "gssg",
                "2",
                "constitute a major duty occupying at least 25 percent",
                "Supervision must be a major duty of at least 25 percent of the time.",
            ),
            law(
                "gssg",
                "8",
                "six evaluation factors designed",
                "It rates six factors made for supervisory positions.",
            ),
        ),
        next=("Ask how the base level of the work, or a deputy, is graded.",),
    )


TOPIC = Topic(
    id="supervisory-guide",
    title="what the supervisory guide is",
    answer=_answer,
    sure=_sure,
    cues=("wg", "wl", "ws", "wage", "fws", "forem", "trade", "craft"),
    unlike=("levels", "points", "grades", "factors", "decision", "dates"),
)
