"""The grade and points of the open case as the core computes them."""

from __future__ import annotations

from assistant.chat.composing.layout import cite, factor_table
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.text import escape, margin_sentence


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    case, evaluation = context.case, context.evaluation
    if case is None or evaluation is None:
        return None
    lead = f"**{evaluation.total:,} points: {evaluation.grade}.** {margin_sentence(evaluation)}"
    held = case.current
    if held.grade is not None and f"{held.pay_plan}-{held.grade}" != evaluation.grade:
        lead += f" The grade held is {held.pay_plan}-{held.grade}."
    notices = tuple(
        f"**{escape(f.severity.capitalize())}:** {escape(f.message)} *({cite(f.citation)})*"
        for f in evaluation.findings
    )
    return Answer(
        lead=lead,
        figures=(factor_table(evaluation, case.sought),),
        next=("What would change the grade?",),
        more=notices,
    )


TOPIC = Topic(
    id="my-grade",
    title="your grade and points",
    asks=(
        "What is my grade?",
        "What grade am I?",
        "How many points do I have?",
        "What is my total?",
        "What does my case score?",
        "Score my case",
        "Show me the evaluation",
        "Show the points factor by factor",
        "What grade does this position come out at?",
        "Which grade does the core compute?",
        "Where is my total in the range?",
        "How far am I from the next grade?",
        "How many points short am I?",
        "What is the evaluation of this position?",
        "Total points of this case",
    ),
    answer=_answer,
    needs=("case",),
    unlike=("levels", "points", "percents"),
)
