"""One particular of a decision: when it came in, what was asked for, where it ended."""

from __future__ import annotations

from dataclasses import replace

from assistant.argue.evidence import decision_asked
from assistant.chat.answering.named.decided.particulars import (
    WANTED,
    asks_particular,
    particular,
)
from assistant.chat.model import Answer, Context, Question, Topic


def _sure(question: Question, context: Context) -> bool:
    if not question.decision or context.library is None or question.levels:
        return False
    if decision_asked(context.library, question.message, number=question.decision) is None:
        return False
    if question.factors and not WANTED.search(question.message):
        # What was decided on a factor is the ruling's to tell.
        return False
    return asks_particular(question.message)


def _answer(question: Question, context: Context) -> Answer | None:
    library = context.library
    if library is None:
        return None
    decision = decision_asked(library, question.message, number=question.decision)
    if decision is None:
        return None
    before = context.memory.question
    if before is not None and question.message.startswith(f"{before.message} "):
        # Put together with the question before: what is asked now stands behind it.
        question = replace(question, message=question.message[len(before.message) + 1 :])
    return particular(decision, library.passages(document=decision.document), question, context)


TOPIC = Topic(
    id="decision-particulars",
    title="a day, a wish or a result told in a decision",
    answer=_answer,
    needs=("library", "decision"),
    likes=("decision",),
    unlike=("levels", "points"),
    order=39,
    sure=_sure,
)
