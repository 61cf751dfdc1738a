"""Where to begin: the duties, the description, the standard, then the desk audit or the appeal."""

from __future__ import annotations

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    described = rule("position-description", "introduction", "reasonable attempt has been made")
    compared = law(
        "introduction",
        "60",
        "comparison with other positions",
        "A position is graded by comparing it with OPM's standards.",
    )
    lead = (
        "**First see that your position description says what you really do, and have it corrected "
        "if it does not.** Then compare the work with the standard, factor by factor; ask the "
        "agency for its evaluation and, where the duties are in doubt, for a desk audit; only then "
        "decide whether to appeal."
    )
    return Answer(
        lead=lead,
        words=(described, rule("forum"), compared),
        next=(
            "Ask *should I appeal?* for what is at stake.",
            "Name your levels or open a case, and the core shows how far the next grade is.",
        ),
    )


TOPIC = Topic(
    id="first-steps",
    title="where to begin",
    asks=(
        "What do I do first?",
        "ok so what do I do first?",
        "Where do I start?",
        "first step",
        "what should I do now",
        "how do I begin with this",
        "what comes first, the audit or the appeal",
        "I think I am underpaid for what I do, where do I begin",
        "what are my options",
        "which of those should I try first",
        "which way is the fastest",
        "what would you do in my place, step by step",
        "steps to get my grade looked at",
        "how do I get my job looked at",
        "where does one start with a grade problem",
        "my job got bigger but the grade never moved, what can I do",
        "what can I do about my grade",
        "give me a plan",
        "what's the order of things to do",
        "how should I prepare before I file",
        "what do I need to do before an appeal",
        "who do I talk to first about my grade",
        "an employee asks me how to begin, what do I say",
        "next steps please",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision", "series"),
)
