"""Telling an employee: the reasons, the levels, the ways to contest."""

from __future__ import annotations

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic, Words


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    talk = law(
        "classifier-handbook",
        "28",
        "lack of communication among those concerned",
        "Most disputes come from misunderstanding and lack of communication.",
    )
    notice = rule("notice-written")
    rights = rule("notice-rights")
    if question.has("lower", "downgrad", "reduc", "bad news"):
        lead = (
            "**In writing and promptly: that the grade is lowered and why, the rights to "
            "appeal to the agency and OPM, and the time limits that protect lost pay, before "
            "the personnel action.** Then talk it through: the levels, the facts each rests "
            "on, and grade and pay retention."
        )
        words: tuple[Words, ...] = (notice, rights, talk)
    else:
        lead = (
            "**Say which standard was used, which level was credited on each factor and why "
            "the next one was not met, and how the employee can contest it.** Give the "
            "evaluation itself. Do not promise a grade, and do not say that performance or "
            "workload would bring it. An employee may appeal at any time; you need not agree."
        )
        words = (talk, rights)
    return Answer(
        lead=lead,
        words=words,
        next=("Offer to go through the description together and to correct what is wrong.",),
    )


TOPIC = Topic(
    id="tell-employee",
    title="what to tell an employee about a classification",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
