"""Mistakes inside one part of a standard: a level's aspects, a ladder, a conversion table.

Each function yields what is wrong with values that are right by themselves, with their place
inside the part: levels out of order, points that do not rise, ranges that overlap, alternatives
that are none.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from core.standards.checks.values import Mistake
from core.standards.levels import normal_factor, normal_level

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


class Described(Protocol):
    """A level, as far as its place among the others goes."""

    @property
    def level(self) -> str: ...
    @property
    def points(self) -> int: ...


class Ranged(Protocol):
    """A grade with its range of points; the top grade's has no end."""

    @property
    def grade(self) -> int: ...
    @property
    def min(self) -> int: ...
    @property
    def max(self) -> int | None: ...


class Counting(Protocol):
    """An aspect or a branch: whether it counts, and which of its fields were given."""

    @property
    def significant(self) -> bool: ...
    @property
    def model_fields_set(self) -> set[str]: ...


def step(level: str) -> tuple[bool, int, str]:
    """Return what levels are put in order by: the number, or the letter after all numbers."""
    name = level.partition("-")[2]
    return (False, int(name), "") if name.isdecimal() else (True, 0, name)


# --- what a level requires ---------------------------------------------------------------


def of_aspects(parts: Sequence[Counting], level: str) -> Iterator[Mistake]:
    """Yield what contradicts or repeats among the aspects and branches of a level."""
    keys: set[str] = set()
    groups: list[str] = []
    significant: list[bool] = []
    for number, part in enumerate(parts):
        yield from _of_part(part, (number,), level, None, None, (keys, groups, significant))
    if not any(significant):
        yield Mistake(
            (),
            "has none that is significant: nothing would be required",
            "Leave significant out for what the level requires.",
        )
    for group, size in Counter(groups).items():
        if size == 1:
            yield Mistake(
                (),
                f"has {group!r} as any_of once: there is no alternative",
                "Add the other alternatives, or leave any_of out.",
            )


def _of_part(
    part: Counting,
    place: tuple[int | str, ...],
    level: str,
    within: bool | None,
    joined: str | None,
    seen: tuple[set[str], list[str], list[bool]],
) -> Iterator[Mistake]:
    """Look at an aspect or a branch.

    ``within`` is False inside a branch that is not significant and None at the top; ``joined``
    is the key of the branch around it, None at the top.
    """
    counts = part.significant if "significant" in part.model_fields_set else within is not False
    if counts and within is False:
        yield Mistake(
            (*place, "significant"),
            "is true inside a branch that is not significant",
            "Take it out of the branch, or leave significant out.",
        )
    if joined == "any_of" and within is not False and not counts:
        yield Mistake(
            (*place, "significant"),
            "is false for an alternative, which must be significant",
            "Leave significant out, or take it out of the alternatives.",
        )
    key = next(
        (name for name in ("all_of", "any_of") if isinstance(getattr(part, name, None), tuple)),
        None,
    )
    if key is not None:
        for number, inner in enumerate(getattr(part, key)):
            inside = counts and within is not False
            yield from _of_part(inner, (*place, key, number), level, inside, key, seen)
        return
    keys, groups, significant = seen
    significant.append(counts)
    name = getattr(part, "key", "")
    if name in keys:
        yield Mistake(
            (*place, "key"),
            f"repeats {name!r} in Level {level}",
            "Give each aspect of a level a key of its own.",
        )
    keys.add(name)
    group = getattr(part, "any_of", None)
    if not group:
        return
    groups.append(group)
    if joined is not None:
        groups.append(group)  # That it stands alone is not a second mistake.
        yield Mistake(
            (*place, "any_of"),
            "names a group inside a branch: write the branch instead",
            "Write any_of as a list of parts.",
        )
    elif not counts:
        yield Mistake(
            (*place, "any_of"),
            "names alternatives, which must be significant",
            "Leave significant out, or leave any_of out.",
        )


# --- factors, levels and grades ----------------------------------------------------------


def of_levels(levels: Sequence[Described], key: str) -> Iterator[Mistake]:
    """Yield what is wrong with the names and the order of one factor's levels."""
    for number, level in enumerate(levels):
        name = level.level
        if normal_level(name) != name:
            yield Mistake(
                (number, "level"),
                f"is {name!r}, which is not a level such as {key}-1",
                "Write the factor, a dash and the step.",
            )
            return
        if name.partition("-")[0] != key:
            yield Mistake(
                (number, "level"),
                f"is {name}, which does not belong to Factor {key}",
                "Move it to its factor, or correct its name.",
            )
            continue
        before = levels[number - 1] if number else None
        if any(one.level == name for one in levels[:number]):
            yield Mistake((number, "level"), f"repeats Level {name}", "Describe each level once.")
        elif before is not None and step(before.level) >= step(name):
            yield Mistake(
                (number, "level"),
                f"is {name}, which stands after {before.level}",
                "Put the levels in order, lowest first.",
            )
        elif before is not None and before.points >= level.points > 0:
            yield Mistake(
                (number, "points"),
                f"is {level.points} for Level {name}, not more than the {before.points} of "
                f"Level {before.level}",
                "Check both against the document: points rise from level to level.",
            )


def of_conversion(rows: Sequence[Ranged]) -> Iterator[Mistake]:
    """Yield what is wrong with the order of grades and their ranges."""
    for number, row in enumerate(rows):
        if row.max is not None and row.max < row.min:
            yield Mistake(
                (number, "max"),
                f"is {row.max}, below its min of {row.min}",
                "Check the range against the printed table.",
            )
    for number, (before, row) in enumerate(pairwise(rows), 1):
        if row.grade <= before.grade:
            yield Mistake(
                (number, "grade"),
                f"is {row.grade}, which stands after {before.grade}",
                "Put the grades in order, lowest first, each once.",
            )
        elif before.max is None:
            yield Mistake(
                (number, "min"),
                f"follows grade {before.grade}, which has no max",
                "Only the top grade is open: add the max of the grade before.",
            )
        elif row.min <= before.max:
            yield Mistake(
                (number, "min"),
                f"is {row.min}, which overlaps the range of grade {before.grade}",
                "Check both ranges against the printed table.",
            )


def of_example(levels: Mapping[str, str]) -> Iterator[Mistake]:
    """Yield what is no level of the factor it stands for."""
    for key, level in levels.items():
        factor = normal_factor(key)
        if factor is None or normal_level(level) != level or level.partition("-")[0] != factor:
            yield Mistake(
                (key,),
                f"is {level!r}, which is not a level of Factor {key}",
                'Write the factor and one of its levels, such as 1 = "1-7".',
            )


def of_series(series: Sequence[str]) -> Iterator[Mistake]:
    """Yield what is not the four digits of a series."""
    for code in series:
        if not (len(code) == 4 and code.isascii() and code.isdecimal()):
            yield Mistake(
                (),
                f"names {code!r}, but a series is four digits such as 0080",
                'Write it as in "0080".',
            )
