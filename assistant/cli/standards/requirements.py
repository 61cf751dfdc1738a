"""How the aspects of a level are joined: all of them, or alternatives of which one suffices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.standards.criteria import Aspect, Level, Requirement

TYPICAL = "typical, not required"
ALTERNATIVE = "an alternative"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a level's outline: an aspect, or the words that join what is deeper."""

    depth: int
    aspect: Aspect | None = None
    joined: str = ""


def labels(level: Level) -> dict[str, str]:
    """Return, for each aspect's id, its part in the level in a word; empty when required."""
    inside = {line.aspect.id: line.depth for line in outline(level) if line.aspect is not None}
    return {
        aspect.id: (TYPICAL if not aspect.significant else ALTERNATIVE if inside[aspect.id] else "")
        for aspect in level.aspects
    }


def outline(level: Level) -> list[Line]:
    """Return the aspects of a level in order, with the words that join alternatives."""
    aspects = {aspect.id: aspect for aspect in level.aspects}
    if level.requires is not None:
        return list(_tree(level.requires, aspects, 0, top=True))
    lines: list[Line] = []
    done: set[str] = set()
    for aspect in level.aspects:
        if aspect.any_of is None or not aspect.significant:
            lines.append(Line(0, aspect))
        elif aspect.any_of not in done:
            done.add(aspect.any_of)
            lines.append(Line(0, joined="One of these suffices:"))
            lines += [Line(1, one) for one in level.aspects if one.any_of == aspect.any_of]
    return lines


def _tree(
    branch: Requirement, aspects: dict[str, Aspect], depth: int, *, top: bool = False
) -> Iterator[Line]:
    inner = depth
    if not top or branch.joined == "any":
        words = "One of these suffices:" if branch.joined == "any" else "All of these together:"
        name = f"{branch.name}. " if branch.name and not branch.name.islower() else ""
        yield Line(depth, joined=f"{name}{words}")
        inner = depth + 1
    for part in branch.parts:
        if isinstance(part, str):
            yield Line(inner, aspects[part])
        else:
            yield from _tree(part, aspects, inner)
