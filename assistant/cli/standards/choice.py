"""Which standard, factor and level a command is about, and how a level's aspects are joined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import click

from core.errors import LevelError, StandardError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from core.narrative.guide import Guide
    from core.standards.criteria import Aspect, Factor, Level, Requirement
    from core.standards.model import Standard

edition_option = click.option(
    "--edition", help="Which edition, such as 2009-08; else the newest in force."
)
Edition = TypeVar("Edition", "Standard", "Guide")


def choose_edition(wanted: str, edition: str | None) -> Standard:
    """Return the edition asked for, or the newest one in force.

    Args:
        wanted: the standard's id, or the id and an edition as ``gs-0200@2000-12``.
        edition: the edition's id, where it is not with the standard's.

    Raises:
        StandardError: there is no such standard or edition, or its file is wrong.
    """
    from core.overview import find_editions

    name, edition = named(wanted, edition)
    editions = find_editions(name)
    in_force = [one for one in editions if one.status == "in_force"]
    return picked(name, editions, edition) or (in_force or list(editions))[-1]


def named(wanted: str, edition: str | None) -> tuple[str, str | None]:
    """Return the id and the edition of ``ID@EDITION``, or of an id and an option beside it."""
    name, _, own = wanted.partition("@")
    return name, edition or own or None


def picked(name: str, editions: Sequence[Edition], edition: str | None) -> Edition | None:
    """Return the edition named, or None when none is.

    Raises:
        StandardError: there is no such edition.
    """
    for one in editions:
        if one.edition_id == edition:
            return one
    if edition is None:
        return None
    raise StandardError(
        f"there is no edition {edition!a} of {name}",
        where="edition",
        hint=f"Those held are: {', '.join(one.edition_id for one in editions)}.",
    )


def choose_factor(standard: Standard, wanted: str) -> Factor:
    """Return a factor by its number.

    Raises:
        LevelError: the standard has no such factor.
    """
    from core.standards.reading import find_factor

    if not standard.factors:
        raise LevelError(
            f"the {standard.title} describes no factors",
            where="factor",
            hint=f"Read where it sends you: fes standards show {standard.id}.",
        )
    return find_factor(standard, wanted)


def choose_level(standard: Standard, wanted: str) -> Level:
    """Return a level by its name.

    Raises:
        LevelError: the text is no level, the standard has no such level, or a partial edition
            does not know it.
    """
    from core.standards.levels import factor_of, joined_levels, normal_level
    from core.standards.reading import find_level

    choose_factor(standard, str(factor_of(wanted)))
    if normal_level(wanted) in standard.unknown:
        known = [level.level for factor in standard.factors for level in factor.levels]
        raise LevelError(
            f"Level {normal_level(wanted)} is not known: this edition of {standard.id} is partial",
            where="level",
            hint=f"The levels known are {joined_levels(known)}.",
        )
    return find_level(standard, wanted)


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
