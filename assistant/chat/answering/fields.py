"""What lies outside the field, and topics of a field of their own.

The latter answer in a conversation only where their field is spoken of.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.answering.procedure import track
from assistant.chat.model import Answer
from assistant.chat.topics import known_topics

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question
    from assistant.chat.reading.matching import Match

WAGE = frozenset({"wage-deadlines", "wage-forum"})
"""Topics of the Federal Wage System alone, whose limits hold for nobody else."""
FIELDS = {
    ".supervisors.": (
        *("supervis", "base", "gssg", "guide", "deput", "leader", "lead ", "leads", "subordinat"),
        *("team", "contractor", "direct", "manage", "program manager", "assistant chief", "crew"),
    ),
    ".bands.": ("band", "cluster", "dhs", "9701", "homeland"),
}
"""Fields of their own, by folder, with the beginnings of words one of which speaks of them."""
ALWAYS = frozenset({".bands."})
"""Of these also the first question must speak: they are in force for nobody."""
OUTSIDE = Answer(
    lead=(
        "That is outside what this program does, so it does not answer it. It can explain how "
        "federal positions are classified: levels, points, grades, appeals and decisions."
    ),
    kind="decline",
)
UNKNOWN = Answer(
    lead=(
        "I cannot tell what this asks, and nothing I hold is near it. I can explain a level, "
        "score a position, say what an appeal takes and risks, and find how OPM decided. "
        "Could you say it in other words?"
    ),
    kind="clarify",
)


def in_its_field(found: list[Match], question: Question, context: Context) -> list[Match]:
    """Return topics without those of a field of its own that nobody has spoken of.

    The limits of the Federal Wage System hold for nobody else, and what a supervisor's base level
    is says nothing of a position that supervises nobody.
    """
    memory = context.memory
    spoken = [question.message, *memory.told]
    spoken += [q.message for q in (memory.question, memory.earlier) if q is not None]
    text = replace(question, message=" ".join(spoken))
    wage = track(question, context) == "fws" or question.has("wage", "job grading")
    known = known_topics().get(memory.topic)
    apart = [
        field
        for field, words in FIELDS.items()
        if (memory.question is not None or field in ALWAYS)
        and not text.has(*words)
        and not (known is not None and field in known.place)
    ]
    return [
        one
        for one in found
        if (wage or one.topic.id not in WAGE) and not any(f in one.topic.place for f in apart)
    ]
