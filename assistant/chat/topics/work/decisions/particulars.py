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
    asks=(
        "When was the appeal in C-0080-11-02 accepted, and when was it decided?",
        "On what day did OPM take in the appeal of C-0080-11-02?",
        "how long did OPM take over C-0080-11-02",
        "What did the appellant in C-0080-11-02 want to be?",
        "Which level had he asked for on complexity in C-0080-11-02?",
        "what was the appellant's job before C-0080-11-02",
        "what grade did she hold originally in C-0343-12-01",
        "Did C-0080-11-02 lower him?",
        "was the grade raised in C-0343-12-01",
        "Why did OPM not leave him in series 0301 in C-0080-11-02?",
        "why was the position moved to another series in C-0080-11-02",
        "Would one more level have kept his grade in C-0080-11-02?",
        "what would it have taken in C-0080-11-02 to stay a 12",
        "Which agency did the appellant of C-0080-11-02 work for?",
        "what was the number of his position description in C-0080-11-02",
        "who represented the appellant in C-0080-11-02",
        "what's the name of the appellant in C-0080-11-02",
    ),
    answer=_answer,
    needs=("library", "decision"),
    likes=("decision",),
    unlike=("levels", "points"),
    order=39,
    sure=_sure,
)
