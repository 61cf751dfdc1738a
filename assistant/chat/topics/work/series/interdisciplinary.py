"""Interdisciplinary positions: several professions, decided by the person selected."""

from __future__ import annotations

from assistant.chat.answering.kit import mixed_rule
from assistant.chat.model import Answer, Context, Question, Topic, Words


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    either = mixed_rule(
        "interdisciplinary",
        "introduction",
        "closely related to more than one professional",
    )
    barred = mixed_rule(
        "interdisciplinary-not",
        "introduction",
        "work cooperatively on an interdisciplinary problem",
    )
    final = mixed_rule(
        "interdisciplinary-final",
        "introduction",
        "determined by the qualifications of the person",
    )
    prof = mixed_rule(
        "interdisciplinary-professional",
        "classifier-handbook",
        "neither needed nor appropriate for administrative",
    )
    if question.has("administrative", "analyst", "specialist", "0301", "0343", "management"):
        lead = (
            "**No: the concept is for professional series that rest on academic disciplines, "
            "and is neither needed nor fitting for administrative work.** An administrative "
            "position that mixes occupations takes its series by the rules for mixed series."
        )
        words: tuple[Words, ...] = (prof, either)
    elif question.has("team", "work with", "cooperat", "together with"):
        lead = (
            "**No: working on a team with other professions does not make a position "
            "interdisciplinary when each member brings one discipline.** It is "
            "interdisciplinary only when the position itself combines several professions, or "
            "can be filled from either."
        )
        words = (barred, either)
    else:
        lead = (
            "**A position is interdisciplinary when its professional work combines the "
            "knowledge of several professions, or could be done by someone from either of "
            "them.** The description says so and names the series; the final series follows "
            "the qualifications of the person selected. Team members who each bring one "
            "discipline, licensed professions and administrative work are not meant."
        )
        words = (either, final, barred)
    return Answer(
        lead=lead,
        words=words,
        next=("Name the professional series and say what of the work belongs to each.",),
    )


TOPIC = Topic(
    id="interdisciplinary",
    title="interdisciplinary positions",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
