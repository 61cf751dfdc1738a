"""The greeting, the help and the questions worth asking."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.chat.composing import escape, margin_sentence

if TYPE_CHECKING:
    from assistant.chat.engine import Engine
    from assistant.chat.turn import Turn
    from assistant.chat.understanding import Understanding
    from assistant.events import Event

HELP = """You can ask or say things like these, in your own words:

- **Ask about a level:** why would Level 2-5 be refused? what does 4-5 require?
- **Ask for figures:** what is my grade? what would change it? how far to GS-12?
- **State a fact:** my supervisor signs every plan before it goes out.
- **Answer a criterion:** 2-5.review is not met because my drafts are corrected.
- **Say what you seek, or what stands:** I seek Level 4-5. The agency credited 3-3.
- **Give a share of time:** I spend 40 percent of my time on inspections.
- **Ask about procedure:** should I appeal? what must an appeal contain?
- **Take back the last change:** undo.

Only what you type changes the case. Every level, point and grade comes from the core."""

NO_DOCUMENTS = (
    "No documents have been read in yet, so nothing can be quoted: the grade and our digests "
    "are all there is. Add your copies of OPM's standards and decisions with `fes ingest FOLDER`."
)


def contested(engine: Engine) -> list[str]:
    """Return the levels sought that are not the levels of record."""
    case = engine.case
    if case is None:
        return []
    return [level for factor, level in case.sought.items() if case.levels.get(factor) != level]


def greeting(engine: Engine) -> list[str]:
    """Return the first words of a conversation."""
    case, standing = engine.case, engine.evaluation
    if case is None or standing is None:
        return ["Ask about a level, a decision or a rule; the documents you ingested answer."]
    blocks = [f"**{escape(engine.title)}**"]
    if case.question:
        blocks.append(escape(case.question))
    blocks.append(f"As it stands: {margin_sentence(standing)}")
    levels = contested(engine)
    if levels:
        named = ", ".join(f"Level {level}" for level in levels)
        blocks.append(f"In dispute: {named}. Ask about one of them, or type *help*.")
    if not engine.example and not engine.library.documents():
        blocks.append(NO_DOCUMENTS)
    return blocks


def suggestions(engine: Engine) -> list[str]:
    """Return questions worth asking now."""
    levels = contested(engine)
    if engine.case is None:
        return [
            "Why was Level 2-5 refused?",
            "What must an appeal contain?",
            "May a small share of time control the grade?",
        ]
    asked = [f"Argue Level {level} both ways" for level in levels[:2]]
    return [
        *asked,
        "What would change the grade?",
        "Should I appeal?",
        "A colleague does the same work at a higher grade",
    ]


def help_turn(engine: Engine, turn: Turn, understanding: Understanding) -> Iterator[Event]:  # noqa: ARG001
    """Say what can be asked."""
    yield turn.say(HELP)
