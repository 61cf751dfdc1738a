"""What levels and grades are worth in points, straight from the core's tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.chat.composing import escape, number, places
from assistant.chat.understanding import GRADE, fold

if TYPE_CHECKING:
    from assistant.chat.engine import Engine
    from assistant.chat.turn import Turn
    from assistant.chat.understanding import Understanding
    from assistant.events import Event
    from core.standards.criteria import Level
    from core.standards.model import Standard


def level_points(standard: Standard, lower: Level | None, upper: Level) -> str:
    """Say what a level and the one below it carry, with the pages.

    Empty where the standard prints points for a combined chart's cells only.
    """
    if not upper.points:
        return ""
    text = (
        f"In the {escape(standard.title)}, Level {upper.level} carries "
        f"{number(upper.points)} points"
    )
    if lower is not None:
        text += f" and Level {lower.level} {number(lower.points)}"
    cited: dict[str, list[str]] = {}
    for level in (upper,) if lower is None else (lower, upper):
        place = standard.cite_points(level)
        cited.setdefault(place.document, []).append(place.page)
    said = "; ".join(f"{document}, {places(*pages)}" for document, pages in cited.items())
    return f"{text}. *({escape(said)})*"


def points(engine: Engine, turn: Turn, understanding: Understanding) -> Iterator[Event]:
    """Say which points make the grades a question names."""
    from core.standards.reading import load_standard

    standard = engine.opened.standard if engine.opened else load_standard("fes-primary")
    asked = dict.fromkeys(int(grade) for grade in GRADE.findall(fold(understanding.message)))
    lines = []
    for grade in asked:
        row = next((r for r in standard.conversion if r.grade == grade), None)
        if row is None:
            lines.append(f"- The table of the {escape(standard.title)} has no GS-{grade}.")
            continue
        points_of = (
            f"{number(row.min)} to {number(row.max)} points"
            if row.max is not None
            else f"{number(row.min)} points and up"
        )
        place = standard.cite_range(row)
        where = f"{place.document}, {places(place.page)}"
        lines.append(f"- **GS-{grade}**: {points_of} *({escape(where)})*")
    yield turn.say("## Points and grades")
    yield turn.say("\n".join(lines))
