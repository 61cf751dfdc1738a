"""Alternatives inside a level: one of the paragraphs joined by OR is enough."""

from __future__ import annotations

from assistant.chat.answering.kit import law, level_of, level_words, primary
from assistant.chat.answering.ladders import meant
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
    asks=(
        "What does OR mean in a level?",
        "The level has two paragraphs joined by OR, do I need both?",
        "Is one of the alternatives enough?",
        "do I have to meet both parts of Level 1-7",
        "There are three options in the level description, which applies?",
        "Are the paragraphs of a level alternatives?",
        "or between two paragraphs of a factor level",
        "What does AND/OR mean in Factor 6?",
        "Must I meet the first and the second part of the level?",
        "Is it either or in Level 1-8?",
        "Does an employee need all the alternatives of a level?",
        "either of the conditions of the level",
        "Equivalent knowledge and skill, what does that mean?",
        "what is equivalent knowledge and skill",
        "the level says or, so which one counts",
        "can I pick one of the alternatives in the standard",
        "one bullet of the level fits, the other doesn't",
        "a or b or c in a factor level",
        "which alternative of the level do I choose",
        "Do alternatives in a factor level have equal weight?",
        "does either paragraph alone earn the level",
        "satisfying only one of the OR paragraphs",
        "either or in a level description",
        "alternatives within a level",
        "OR in the level description",
        "what does the or between paragraphs mean",
        "is one paragraph enough",
        "do both paragraphs have to be met",
        "both halves of Level 1-7",
        "one of several options in the level",
        "equivalent knowledge and skill",
        "a, b or c: is one enough",
        "need to meet all of a, b and c?",
        "are all alternatives required",
        "two parts of the level, both needed?",
        "do I need both parts of Level 1-7",
        "both parts of the level",
        "first and second part of the level, are both required",
        "is meeting the first part of the level enough",
        "option a, b or c in the level",
        "three options in a level",
        "what does equivalent knowledge and skill mean in a level",
        "one bullet of the level is met",
        "only one bullet of the level fits",
        'there\'s an "or" in the middle of the description and I only do the second half',
        "two bullets under that level, I satisfy just one",
        "HR says both paragraphs, I say either",
        "how do you read those choices inside one level, pick one?",
        (
            "My work fits the first sentence of the level but the second one is about "
            "something else entirely"
        ),
        'does "and" versus "or" in the text really matter that much',
        "The level gives two ways in and I've got one of them nailed",
        "they denied it since I don't do the thing after the OR",
        (
            "factor 5 talks about treating conditions OR formulating projects. I formulate "
            "projects. Good enough?"
        ),
        "is it either/or or do they stack",
        "can I qualify by meeting the b) part only",
        "my budget analyst covers one of the options listed but not the other",
        "the classifier insisted on every option being checked off, seems off to me",
        "When several kinds of work are listed as equivalents do I have to do them all?",
    ),
    answer=_answer,
    likes=("levels",),
    unlike=("points", "grades", "decision"),
)
