"""Trainee and developmental grades, and what a career ladder promises."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic, Words


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    dev = law(
        "introduction",
        "13",
        "must take into account their developmental nature",
        "A trainee position is classified with its developmental nature in view.",
    )
    differ = law(
        "introduction",
        "13",
        "recognizably different from duties performed by experienced",
        "A trainee's duties differ from those of experienced people, and are closely supervised.",
    )
    lower = law(
        "classifier-handbook",
        "12",
        "do not include factor level descriptions for trainee",
        "Trainee levels that a standard lacks come from the Primary Standard or related standards.",
    )
    ladder = law(
        "classifier-handbook",
        "33",
        "take into account the career ladder",
        "Developmental duties that lead to administrative work belong to the administrative "
        "series.",
    )
    if question.has(
        "promot",
        "automatic",
        "when do i",
        "entitled",
        "next grade",
        "full performance",
    ):
        lead = (
            "**No, not automatically: a career ladder makes a promotion possible, it does not "
            "make the higher grade yours.** The grade of a position follows the duties "
            "assigned; each step needs the work of that grade and a promotion by the agency "
            "under staffing law, which this program does not decide."
        )
        words: tuple[Words, ...] = (dev, differ)
    else:
        lead = (
            "**By the lower-level duties assigned, with their developmental nature in view: "
            "they are chosen to train, are closely supervised and grow harder.** Levels that "
            "the standard does not describe come from the Primary Standard or related "
            "standards. Developmental duties that lead up to specialist work stay in that "
            "series."
        )
        words = (dev, lower, ladder)
    return Answer(
        lead=lead,
        words=words,
        next=(
            (
                "Which grade is the full performance level, and which duties of it are not yet "
                "assigned?"
            ),
        ),
    )


TOPIC = Topic(
    id="trainee",
    title="trainee and developmental positions and career ladders",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
