"""Cross-checks: does a set of levels look like the positions usually seen at its grade?

The Classifier's Handbook prints, for four kinds of work, which levels typical positions show
at each grade (TS-107 August 1991, pp. 14-17). It calls them examples that exclude nothing,
so a check here says what is unusual and where to look again, never that a level is wrong,
and changes no level, point or grade.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final, get_args

from core.errors import UsageError, shown
from core.fes.charts import sides, split
from core.fes.patterns.typical_levels import (
    KINDS,
    Column,
    Deviation,
    Kind,
    Table,
    deviation,
    grades_with,
    listed,
    numbered,
    source,
    tables,
)
from core.model import Citation, Notice

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from core.fes.points import Rating

_CONTACTS: Final = ("6", "7")
_AGAIN_ONE: Final = (
    "The tables print common examples and exclude no other level: look at the factor once more."
)
_AGAIN_MANY: Final = (
    "The tables print common examples and exclude no combination: look at these factors side by "
    "side once more."
)


def check(rating: Rating, *, kinds: Kind | Iterable[Kind] = KINDS) -> tuple[Notice, ...]:
    """Say what is unusual in a set of levels, each time with the table that shows it.

    The tables number all levels, so a lettered level of a combined chart is not compared.

    The codes are ``grade-outside-tables``, ``level-outside-tables``, ``unusual-level``,
    ``unusual-contacts``, ``unusual-pair`` and ``pattern-elsewhere``; all are notes.

    Args:
        rating: one level for every factor, rated.
        kinds: the kinds of work the position may be (see :func:`kinds_of`); what is usual
            for any of them is not reported.

    Raises:
        UsageError: there is no such kind of work.
    """
    chosen = _chosen(kinds)
    columns = _columns(chosen)
    at_grade = [column for column in columns if column.grade == _grade(rating)]
    printed = {level for column in columns for cell in column.levels.values() for level in cell}
    mine = _comparable(rating)
    known = {key: level for key, level in mine.items() if level in printed}
    found: list[Notice] = []
    if not at_grade:
        found.append(_no_column(rating.grade, chosen))
    found += [_outside(rating, key, mine[key], chosen) for key in mine if key not in known]
    off = [one for one in _deviations(rating, at_grade) if one.factor in known]
    covering = tuple(t for t in chosen if any(column in at_grade for column in t.columns))
    found += [_unusual(rating, one, covering) for one in off]
    found += _pairs(known, {one.factor: one.steps for one in off}, chosen)
    if at_grade:
        found += _elsewhere(rating, at_grade, chosen)
    return tuple(found)


def _chosen(kinds: Kind | Iterable[Kind]) -> tuple[Table, ...]:
    names = {kinds} if isinstance(kinds, str) else set(kinds)
    for name in names - set(get_args(Kind)):
        raise UsageError(
            f"{shown(name)} is not a kind of work",
            where="kinds",
            hint=f"The kinds are {', '.join(KINDS)}.",
        )
    if not names:
        raise UsageError(
            "no kind of work is named", where="kinds", hint=f"Name one of {', '.join(KINDS)}."
        )
    return tuple(table for table in tables() if table.kind in names)


def _columns(chosen: Iterable[Table]) -> list[Column]:
    return [column for table in chosen for column in table.columns]


def _grade(rating: Rating) -> int:
    return rating.table.conversion[rating.row].grade


def _comparable(rating: Rating) -> dict[str, str]:
    """Return the level of each factor that is numbered as in the tables."""
    levels = split(rating.levels)
    return {key: level for key, level in levels.items() if level.partition("-")[2].isdecimal()}


def _deviations(rating: Rating, columns: Iterable[Column]) -> list[Deviation]:
    """Compare each level with all that the columns print for its factor."""
    compared = (deviation(level, columns) for level in _comparable(rating).values())
    return [one for one in compared if one is not None]


def _note(code: str, message: str, chosen: tuple[Table, ...]) -> Notice:
    citation = Citation(**source(chosen))
    return Notice(code=code, severity="note", message=message, citation=citation)


def _named(chosen: tuple[Table, ...]) -> str:
    titles = listed([table.title for table in chosen], "and")
    return numbered(chosen) + ("" if len(chosen) == len(KINDS) else f" ({titles} work)")


def _no_column(grade: str, chosen: tuple[Table, ...]) -> Notice:
    message = (
        f"{_named(chosen)} {'has' if len(chosen) == 1 else 'have'} no column for {grade}, so "
        "there is no printed pattern to set these levels beside."
    )
    return _note("grade-outside-tables", message, chosen)


def _outside(rating: Rating, key: str, level: str, chosen: tuple[Table, ...]) -> Notice:
    message = (
        f"Level {level} for Factor {key} ({sides(rating.table)[key].name}) stands in no column of "
        f"{_named(chosen)}, at any grade. {_AGAIN_ONE}"
    )
    return _note("level-outside-tables", message, chosen)


def _unusual(rating: Rating, one: Deviation, covering: tuple[Table, ...]) -> Notice:
    name = sides(rating.table)[one.factor].name
    count = abs(one.steps)
    distance = f"{'one level' if count == 1 else f'{count} levels'} "
    distance += "higher" if one.steps > 0 else "lower"
    message = (
        f"Level {one.level} for Factor {one.factor} ({name}) is unusual at {rating.grade}: "
        f"{_named(covering)} {'shows' if len(covering) == 1 else 'show'} Level "
        f"{listed(list(one.typical), 'or')} there, and this is {distance}. {_AGAIN_ONE}"
    )
    return _note("unusual-level", message, covering)


def _pairs(
    levels: Mapping[str, str], off: Mapping[str, int], chosen: tuple[Table, ...]
) -> list[Notice]:
    """Report levels that no column shows together, told from the level that clashes most."""
    columns = _columns(chosen)
    clashes = [
        pair
        for pair in combinations(levels, 2)
        if not any(all(levels[key] in column.levels[key] for key in pair) for column in columns)
    ]
    found: list[Notice] = []
    if _CONTACTS in clashes:
        clashes.remove(_CONTACTS)
        message = (
            f"{_with_grades(levels['6'], columns)} and {_with_grades(levels['7'], columns)} stand "
            f"together in no column of {_named(chosen)}. Factors 6 and 7 rest on the same "
            "contacts (p. 26): look once more at which contacts each was rated on."
        )
        found.append(_note("unusual-contacts", message, chosen))
    order = list(levels)
    while clashes:
        counts = {key: sum(key in pair for pair in clashes) for key in order}
        leader = max(order, key=lambda k: (counts[k], abs(off.get(k, 0)), order.index(k)))
        others = [key for pair in clashes if leader in pair for key in pair if key != leader]
        beside = listed([_with_grades(levels[key], columns) for key in sorted(others)], "or")
        message = (
            f"{_with_grades(levels[leader], columns)} stands in no column of {_named(chosen)} "
            f"together with {beside}. {_AGAIN_MANY}"
        )
        found.append(_note("unusual-pair", message, chosen))
        clashes = [pair for pair in clashes if leader not in pair]
    return found


def _with_grades(level: str, columns: Iterable[Column]) -> str:
    return f"Level {level} (shown for {listed(grades_with(level, columns), 'and')})"


def _elsewhere(
    rating: Rating, at_grade: Iterable[Column], chosen: tuple[Table, ...]
) -> list[Notice]:
    """Report a column of another grade that the levels as a whole lie nearer to."""

    def steps(column: Column) -> int:
        return sum(abs(one.steps) for one in _deviations(rating, [column]))

    here = min(steps(column) for column in at_grade)
    nearest = min(_columns(chosen), key=steps)
    there = steps(nearest)
    if there >= here:
        return []
    tables_of = tuple(table for table in chosen if nearest in table.columns)
    message = (
        f"Taken together the levels lie nearer to the GS-{nearest.grade} column of "
        f"{_named(tables_of)} ({_steps(there)}) than to that of {rating.grade} "
        f"({_steps(here)}), the grade their points earn. The points decide; the pattern is a "
        "reason to look at every factor once more."
    )
    return [_note("pattern-elsewhere", message, tables_of)]


def _steps(count: int) -> str:
    return f"{count} {'level' if count == 1 else 'levels'} away in all"
