"""Which standard, edition, factor and level a command is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import LevelError, StandardError

if TYPE_CHECKING:
    from core.model import Factor, Level, Standard


def choose_edition(wanted: str, edition: str | None) -> Standard:
    """Return the edition asked for, or the newest one in force.

    Args:
        wanted: the standard's id, or the id and an edition as ``gs-0200@2000-12``.
        edition: the edition's id, where it is not with the standard's.

    Raises:
        StandardError: there is no such standard or edition, or its file is wrong.
    """
    from core.overview import find_editions

    wanted, _, named = wanted.partition("@")
    edition = edition or named or None
    editions = find_editions(wanted)
    if edition is None:
        in_force = [one for one in editions if one.status == "in_force"]
        return (in_force or list(editions))[-1]
    for one in editions:
        if one.edition_id == edition:
            return one
    raise StandardError(
        f"there is no edition {edition!a} of {wanted}",
        where="edition",
        hint=f"Those held are: {', '.join(one.edition_id for one in editions)}.",
    )


def choose_factor(standard: Standard, wanted: str) -> Factor:
    """Return a factor by its number.

    Raises:
        LevelError: the standard has no such factor.
    """
    from core.standards.catalog import find_factor

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
    from core.standards.catalog import factor_of, find_level
    from core.standards.levels import joined_levels, normal_level

    choose_factor(standard, str(factor_of(wanted)))
    if normal_level(wanted) in standard.unknown:
        known = [level.level for factor in standard.factors for level in factor.levels]
        raise LevelError(
            f"Level {normal_level(wanted)} is not known: this edition of {standard.id} is partial",
            where="level",
            hint=f"The levels known are {joined_levels(known)}.",
        )
    return find_level(standard, wanted)
