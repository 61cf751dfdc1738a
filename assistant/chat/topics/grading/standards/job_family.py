"""Job family standards: one standard for related series."""

from __future__ import annotations

from assistant.chat.answering.kit import as_known, law
from assistant.chat.model import Answer, Context, Question, Topic, Words


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    one = as_known("gs-0200", context)
    words = [
        law(
            "occupational-handbook",
            "4",
            "covers a group of related white coll",
            "A job family standard covers a group of related white collar series.",
        ),
        law(
            "classifier-handbook",
            "5",
            "cover a group of related occupations or series",
            "Some standards cover a group of related occupations.",
        ),
        Words(
            ours=f"Held here: {one.title}.",
            citation=one.cite(one.page),
        ),
    ]
    return Answer(
        lead=(
            "**A job family standard covers several related series with one set of titles and "
            "grading criteria; you use it for each series it names.** It gives the usual nine "
            f"factors, often with one chart for the contacts. One is held here: {one.title}."
        ),
        words=tuple(words),
        next=("Name your series, to see whether such a standard covers it.",),
    )


TOPIC = Topic(
    id="job-family-standard",
    title="what a job family standard is",
    answer=_answer,
    unlike=("levels", "points", "factors", "decision"),
)
