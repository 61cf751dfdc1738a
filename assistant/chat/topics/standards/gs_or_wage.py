"""General Schedule or Federal Wage System: which standards apply."""

from __future__ import annotations

from assistant.chat.kit import law
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return Answer(
        lead=(
            "**It depends on the paramount requirement: where trade, craft or labor knowledge is "
            "paramount for the primary duty, the Federal Wage System and its job grading standards "
            "apply; otherwise the General Schedule and its classification standards.** Physical "
            "work alone does not decide, nor does where the job is. Wage standards are not held "
            "here: OPM publishes them (opm.gov, Federal Wage System)."
        ),
        words=(
            law(
                "introduction",
                "20",
                "and this requirement",
                "Where trade, craft or labor knowledge is the paramount requirement, the position "
                "is under the Federal Wage System.",
            ),
            law(
                "introduction",
                "20",
                "even if it requires physical work",
                "A position can be General Schedule although it requires physical work.",
            ),
        ),
        next=("What is the primary duty, and what must one know to do it?",),
    )


TOPIC = Topic(
    id="gs-or-wage",
    title="which pay system a position belongs to",
    asks=(
        "Is this position GS or Federal Wage System?",
        "GS or WG?",
        "How do I decide between General Schedule and wage grade?",
        "What is the difference between GS and FWS standards?",
        "Does a mechanic fall under the General Schedule?",
        "Is a maintenance supervisor GS or WS?",
        "which pay system does this work belong to",
        "When is a job under the Federal Wage System?",
        "trade knowledge as the paramount requirement",
        "the work is partly manual, is it wage grade",
        "Are wage jobs classified with the same standards?",
        "job grading standard vs classification standard",
        "Do FES standards apply to wage grade jobs?",
        "white collar or blue collar",
        "how is a blue collar job graded",
        "determining the pay system",
        "Is warehouse work GS?",
        "paramount requirement",
        "what does paramount knowledge of a trade mean for the pay plan",
        "does physical work make a job wage grade",
        "mixed GS and wage grade duties",
        "inspector of trade work, GS or wage",
        "should this be a WG job",
        "coverage by the General Schedule",
        "what jobs are excluded from the General Schedule",
        "what standards grade WG jobs",
        "does the GS cover craft workers",
    ),
    answer=_answer,
    likes=("pay_plan",),
    unlike=("levels", "points", "dates", "decision"),
)
