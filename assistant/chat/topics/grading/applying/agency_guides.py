"""An agency's own classification guides: allowed, and bound to OPM's standards."""

from __future__ import annotations

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    approval = law(
        "introduction",
        "6",
        "do not require OPM review",
        "Agency guides need no approval by OPM and must give results consistent with its "
        "standards.",
    )
    develop = law(
        "introduction",
        "6",
        "encouraged to develop and",
        "Agencies are encouraged to develop internal guides.",
    )
    if question.has("appeal", "contest", "challenge", "wrong", "unfair"):
        lead = (
            "**No: the accuracy, consistency or use of an agency's own guide cannot be appealed.** "
            "What can is the grade, and it is judged by OPM's standards: a guide must give results "
            "consistent with them."
        )
        words = (rule("agency-guide"), approval)
    elif question.has(
        "strict", "tougher", "harder", "conflict", "contradict", "different from", "lower"
    ):
        lead = (
            "**No: an agency may have guides of its own, but they must give results consistent "
            "with OPM's published standards; where the two differ, OPM's standard decides.** Say "
            "in an appeal of the grade what OPM's standard credits; the guide itself cannot be "
            "appealed."
        )
        words = (approval, rule("agency-guide"))
    else:
        lead = (
            "**No approval by OPM is needed: an agency may write and use its own guides, but they "
            "must give results consistent with OPM's published standards for similar work.** Where "
            "the two differ, OPM's standard decides."
        )
        words = (approval, develop)
    return Answer(
        lead=lead, words=words, next=("Compare the result with OPM's standard for the series.",)
    )


TOPIC = Topic(
    id="agency-guides",
    title="an agency's own classification guides",
    answer=_answer,
    unlike=("points", "grades", "levels", "decision", "percents", "factors"),
)
