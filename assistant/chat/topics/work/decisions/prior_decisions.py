"""What earlier appeal decisions are worth in another case."""

from __future__ import annotations

from assistant.chat.answering.kit import rule
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    if question.has("cite", "quote", "use ", "point to", "attach", "mention", "refer to", "rely"):
        lead = (
            "**Yes, to show how OPM reads a criterion; but it proves nothing for your position.** "
            "A decision binds for the position it decided and is no precedent for another: your "
            "own duties must meet the standard. Only identical, similar and related positions in "
            "the agency must be brought into line with it."
        )
    elif question.has("compare"):
        lead = (
            "**Not position against position: see on which fact of the work each level turned in "
            "the decision, and whether your duties show that fact; then hold yours against the "
            "words of the standard.** That tells how OPM reads a criterion. It proves nothing for "
            "your position, which is graded against the standards alone."
        )
    else:
        lead = (
            "**No, it is not a precedent for another position: a decision binds for the position "
            "it decided, and every other one is graded against OPM's standards.** You may point "
            "to it to show how OPM reads a criterion, but your duties must meet the standard "
            "themselves. Only identical, similar and related positions in the agency must be "
            "brought into line with it."
        )
    return Answer(
        lead=lead,
        words=(
            rule("comparison", "5-cfr-511", "based on position-to-position comparisons"),
            rule("effect-on-others", "5-cfr-511", "identical, similar or related positions"),
        ),
        next=(
            "Search the decisions held: *who was refused Level 2-5?*",
            "Quote the standard first, and a decision only for what a word in it means.",
        ),
    )


TOPIC = Topic(
    id="prior-decisions",
    title="what earlier decisions are worth",
    answer=_answer,
    unlike=("levels", "points"),
)
