"""Benchmarks: model descriptions in a standard, and how they are used."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    lead = (
        "**A benchmark is a described and point-rated example of a common job in a standard. "
        "You may classify by one only if it is very similar in kind and level; a match is "
        "never forced.** Check it against the factor level descriptions: a benchmark need not "
        "show the threshold of a level, so falling short of it does not mean falling short of "
        "the level. Both ways should give the same grade."
    )
    if question.has(
        "all factors", "every factor", "have to match", "must match", "identical", "exactly"
    ):
        lead = (
            "**To classify by it, yes: the duties must be very similar in kind and level as a "
            "whole, and a match is never forced.** Falling short of a benchmark on one factor does "
            "not lose the level: then the factor level description decides, since a benchmark may "
            "lie above the least that a level takes."
        )
    if question.has("different grade", "differ from", "disagree", "conflict", "other grade"):
        lead = (
            "**Then one of the two was read wrongly, since both ways should give the same grade: "
            "check both again, and let the factor level descriptions decide.** A benchmark may lie "
            "above the least a level takes, and it counts only where it is very similar to the "
            "position in kind and level."
        )
    return Answer(
        lead=lead,
        words=(
            law(
                "classifier-handbook",
                "9",
                "Benchmarks describe work situations that represent",
                "Benchmarks describe work situations common in the occupation.",
            ),
            law(
                "classifier-handbook",
                "11",
                "only if it is very similar to the kind and level",
                "A benchmark is used only if it is very similar to the duties assigned.",
            ),
            law(
                "classifier-handbook",
                "10",
                "same grade should result from using benchmarks",
                "Benchmarks and factor level descriptions should give the same grade.",
            ),
        ),
        next=("Name the factor in which your work differs from the benchmark.",),
    )


TOPIC = Topic(
    id="benchmarks",
    title="how benchmarks are used",
    answer=_answer,
    unlike=("points", "grades", "decision", "percents"),
)
