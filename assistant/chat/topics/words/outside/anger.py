"""Anger and sorrow about a grade: one sentence of understanding, then what can be done."""

from __future__ import annotations

from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return Answer(
        lead=(
            "**I am sorry; I cannot mend how this was handled, but I can help with the facts.** "
            "Tell me what happened, such as *they lowered my grade last month*, or ask what a "
            "level requires, what an appeal risks and by when it must be filed. Shall we begin "
            "with your grade or with your description?"
        ),
        kind="clarify",
        next=(
            "*They lowered my grade, how long do I have?*",
            "*Should I appeal?*",
            "*My position description is wrong.*",
        ),
    )


TOPIC = Topic(
    id="anger",
    title="how you feel about it",
    answer=_answer,
    unlike=("levels", "points", "decision", "grades", "dates", "percents"),
)
