"""Alternatives inside a level: one of the paragraphs joined by OR is enough."""

from __future__ import annotations

from assistant.chat.answering.kit import law, level_of, level_words, primary
from assistant.chat.answering.named.ladders import meant
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:
    lead = (
        "**One is enough: parts of a level joined by OR are alternatives.** Where the parts are "
        "not joined by OR, all of them together make the level, and its full intent must be met. "
        "Factor 1 of the Primary Standard is built of alternatives, Factor 6 joins its by "
        "AND/OR."
    )
    words = [
        law(
            "introduction",
            "43",
            "simple, routine, or repetitive tasks or operations",
            "Level 1-1 offers knowledge of simple tasks, skill with simple equipment, or the "
            "equivalent, joined by OR.",
        ),
    ]
    for standard in (meant(question, context), primary(context)):
        found = level_of(standard, question.levels[0]) if question.levels else None
        if found is not None:
            words.insert(0, level_words(standard, found[1]))
            break
    return Answer(
        lead=lead,
        words=tuple(words),
        next=("Name a level, and its alternatives are listed.",),
        levels=question.levels[:1],
        factors=question.factors[:1],
    )


TOPIC = Topic(
    id="alternatives",
    title="alternatives inside a level",
    answer=_answer,
    likes=("levels",),
    unlike=("points", "grades", "decision"),
)
