"""What a new standard does to grades, certificates and appeals."""

from __future__ import annotations

from assistant.chat.answering.kit import rule
from assistant.chat.answering.procedure import counted, number
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    if question.has("old standard", "previous standard", "former standard", "earlier standard"):
        return Answer(
            lead=(
                "**No: a position is classified by the standard in force, not by an older one that "
                "would suit it better.** A grade that falls by it brings notice, appeal rights and "
                f"mostly grade retention for {counted('retention-period')} years."
            ),
            words=(
                rule("apply-new-standard"),
                rule(
                    "standard-changes-certificate",
                    "introduction",
                    "application of a newly issued OPM standard or guide",
                ),
            ),
            next=(
                "Compare the level descriptions of both: not every new standard lowers a grade.",
            ),
        )
    if question.has(
        "keep my",
        "keep it",
        "keep the grade",
        "keep her",
        "keep his",
        "i keep",
        "grade kept",
        "retention",
    ):
        # Keeping the grade after a reduction is a question of retention.
        return None
    changed = rule(
        "standard-changes-certificate",
        "introduction",
        "application of a newly issued OPM standard or guide",
    )
    again = rule(
        "already-decided", "5-cfr-511", "no change in the governing classification standard"
    )
    months = number("apply-new-standard")
    if question.has("when must", "how soon", "by when", "deadline", "how long do we have"):
        head = (
            f"**Within {months} months of its release, by OPM's guidance, which is not law; until "
            "it is applied the old classification stands.**"
        )
    elif question.has("appeal"):
        head = (
            "**Yes: a change of the governing standard opens a new appeal on a position OPM has "
            "decided.**"
        )
    elif question.has("certif"):
        head = (
            "**A certificate holds until the job changes significantly or a new standard would "
            "change the classification.**"
        )
    else:
        head = (
            "**Your agency must classify the position by the standard in force, so a new one can "
            "raise the grade, lower it or leave it.**"
        )
    return Answer(
        lead=(
            f"{head} The agency applies the new standard and reclassifies where it makes a "
            "difference; its decision can be appealed at any time. OPM's guidance, not law, asks "
            f"for that within {months} months of the standard's release. Someone who is lowered "
            "by it mostly keeps the grade at first."
        ),
        words=(changed, again, rule("apply-new-standard")),
        next=(
            (
                "Ask the personnel office by which standard, and which edition, the position is "
                "graded."
            ),
            "Name the standard here to see which edition is held.",
        ),
    )


TOPIC = Topic(
    id="new-standard",
    title="what a new standard changes",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
