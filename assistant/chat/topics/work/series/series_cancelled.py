"""When OPM cancels or merges a series: what becomes of the positions in it."""

from __future__ import annotations

from assistant.chat.answering.kit import law, rule
from assistant.chat.answering.procedure import number
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    if question.has("which series", "list of", "what series", "any series"):
        # Which ones were canceled stands in OPM's notices, another topic.
        return None
    months = number("apply-new-standard")
    return Answer(
        lead=(
            "**Yes: OPM can cancel, merge or replace a series; that abolishes no job.** The agency "
            "then classifies the position into the series that fits its work, by the standard in "
            f"force; OPM's guidance asks for that within {months} months of a new standard. The "
            "duties still decide the grade. One that falls can be appealed at any time, and mostly "
            "brings grade retention."
        ),
        words=(
            law(
                "introduction",
                "4",
                "remain in effect until they are abolished or replaced",
                "Published standards hold until OPM abolishes or replaces them.",
            ),
            rule("apply-new-standard"),
            rule("standard-changes-certificate"),
        ),
        next=(
            "Name the series, and I say what is known of it.",
            "Ask your personnel office which series and standard take its place.",
        ),
    )


TOPIC = Topic(
    id="series-cancelled",
    title="what happens when a series is cancelled",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
