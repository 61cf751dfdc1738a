"""Factor 1 rates the knowledge the work takes, not the person's degrees, training or years."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic

_PERSON = (
    *("degree", "educat", "train", "certif", "licen", "experience", "phd", "doctor", "qualif"),
    *("have", "possess", "whose", "i know", "credential", "college", "school", "language"),
)


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    if question.factors and not question.has(*_PERSON):
        return None
    if question.has("qualif"):
        head = (
            "**Classification grades the position; qualification asks whether a person is fit for "
            "it.** Each has standards of its own. "
        )
    else:
        head = "**No, not by itself: Factor 1 rates what the work takes, not what you have.** "
    lead = (
        f"{head}A degree, a certificate, training or years in the job count only where the duties "
        "need that knowledge and it is used. Having more than the work takes raises nothing; "
        "having gained it without a degree loses nothing."
    )
    required = law(
        "introduction",
        "42",
        "a knowledge must be required and applied",
        "Knowledge counts for Factor 1 only when the work requires it and it is applied.",
    )
    possession = law(
        "classifier-handbook",
        "41",
        "possession of special qualifications would not affect",
        "What an employee is qualified for does not affect the grade unless the duties need it.",
    )
    qualification = law(
        "introduction",
        "3",
        "minimum experience or education that",
        "Qualification standards set the least experience or education a person must have.",
    )
    words = (
        (qualification, required, possession)
        if question.has("qualif")
        else (required, possession, qualification)
    )
    return Answer(
        lead=lead,
        words=words,
        next=("Which duty needs that knowledge, and how is it used there?",),
        factors=("1",),
    )


TOPIC = Topic(
    id="knowledge-or-education",
    title="whether education and experience count",
    answer=_answer,
    unlike=("points", "percents", "dates", "decision"),
)
