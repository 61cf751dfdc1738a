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
    Kind,
    Pattern,
    Table,
    listed,
    numbered,
    source,
    tables,
)
from core.model import CheckFinding, FactorId, Frozen
from core.standards.series import grade_interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from core.fes.points import Rating

__all__ = [
    "KINDS",
    "Deviation",
    "Kind",
    "Pattern",
    "check",
    "deviations",
    "kinds_of",
    "typical_pattern",
    "typical_patterns",
]

_TWO_GRADE: Final[tuple[Kind, ...]] = ("professional", "administrative")
_ONE_GRADE: Final[tuple[Kind, ...]] = ("technical", "clerical")
# The list of two-grade interval series still has the code this work had before.
_LISTED_AS: Final = {"1849": "0249"}
_CONTACTS: Final = ("6", "7")
_PAIR: Final = 2
_AGAIN_ONE: Final = (
    "The tables print common examples and exclude no other level: look at the factor once more."
)
_AGAIN_MANY: Final = (
    "The tables print common examples and exclude no combination: look at these factors side by "
    "side once more."
)


class Deviation(Frozen):
    """A factor whose level is not among those printed for the position's grade.

    ``steps`` counts levels from the nearest one printed: above zero when the position's is
    higher. ``typical`` are the levels printed, lowest first.
    """

    factor: FactorId
    name: str
    level: str
    typical: tuple[str, ...]
    steps: int


def typical_patterns(kind: Kind) -> tuple[Pattern, ...]:
    """Return the typical levels of one kind of work for every grade printed, lowest first.

    Raises:
        UsageError: there is no such kind of work.
    """
    (table,) = _chosen((kind,))
    return table.columns


def typical_pattern(kind: Kind, grade: int) -> Pattern | None:
    """Return the typical levels of one kind of work at one grade, None when none are printed.

    Raises:
        UsageError: there is no such kind of work.
    """
    return next((one for one in typical_patterns(kind) if one.grade == grade), None)


def kinds_of(series: str) -> tuple[Kind, ...]:
    """Return the kinds of work a series may hold.

    Two-grade interval series hold professional and administrative work, one-grade interval
    series clerical and technical work, and a few both; which is which follows from the list
    in Appendix 1 of the Introduction (The Classifier's Handbook, p. 30). Series of neither
    kind, such as police and fire protection, are compared with those of their interval.

    Args:
        series: three or four digits; an empty text means that the series is not known.
    """
    if not series.strip():
        return KINDS
    code = series.strip().zfill(4)
    interval = grade_interval(_LISTED_AS.get(code, code))
    if interval is None:
        return _ONE_GRADE
    return _TWO_GRADE if interval.always else KINDS


def deviations(
    rating: Rating, *, kinds: Kind | Iterable[Kind] = KINDS, grade: int | None = None
) -> tuple[Deviation, ...]:
    """Return the factors whose level is not printed for a grade, in the standard's order.

    Args:
        rating: one level for every factor, rated.
        kinds: the kinds of work the position may be; a level printed for any of them counts.
        grade: the grade to compare with; None means the one the levels earn.

    Returns:
        Nothing when no table chosen has a column for the grade.

    Raises:
        UsageError: there is no such kind of work.
    """
    chosen = _chosen(kinds)
    wanted = _grade(rating) if grade is None else grade
    return _deviations(rating, [c for c in _columns(chosen) if c.grade == wanted])


def check(rating: Rating, *, kinds: Kind | Iterable[Kind] = KINDS) -> tuple[CheckFinding, ...]:
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
    found: list[CheckFinding] = []
    if not at_grade:
        found.append(_no_column(rating.grade, chosen))
    found += [_outside(rating, key, mine[key], chosen) for key in mine if key not in known]
    off = [one for one in _deviations(rating, at_grade) if str(one.factor) in known]
    covering = tuple(t for t in chosen if any(column in at_grade for column in t.columns))
    found += [_unusual(rating.grade, one, covering) for one in off]
    found += _pairs(known, {str(one.factor): one.steps for one in off}, chosen)
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


def _columns(chosen: Iterable[Table]) -> list[Pattern]:
    return [column for table in chosen for column in table.columns]


def _grade(rating: Rating) -> int:
    return rating.table.conversion[rating.row].grade


def _number(level: str) -> int:
    return int(level.partition("-")[2])


def _comparable(rating: Rating) -> dict[str, str]:
    """Return the level of each factor that is numbered as in the tables."""
    levels = split(rating.levels)
    return {key: level for key, level in levels.items() if level.partition("-")[2].isdecimal()}


def _deviations(rating: Rating, columns: Iterable[Pattern]) -> tuple[Deviation, ...]:
    """Compare each level with all that the columns print for its factor."""
    found: list[Deviation] = []
    for key, level in _comparable(rating).items():
        cells = {cell for column in columns for cell in column.levels.get(key, ())}
        if not cells or level in cells:
            continue
        factor = sides(rating.table)[key]
        typical = sorted(cells, key=_number)
        steps = min((_number(level) - _number(cell) for cell in typical), key=abs)
        found.append(
            Deviation(
                factor=factor.factor,
                name=factor.name,
                level=level,
                typical=tuple(typical),
                steps=steps,
            )
        )
    return tuple(found)


def _note(code: str, message: str, chosen: tuple[Table, ...]) -> CheckFinding:
    return CheckFinding(code=code, severity="note", message=message, citation=source(chosen))


def _named(chosen: tuple[Table, ...]) -> str:
    titles = listed([table.title for table in chosen], "and")
    return numbered(chosen) + ("" if len(chosen) == len(KINDS) else f" ({titles} work)")


def _no_column(grade: str, chosen: tuple[Table, ...]) -> CheckFinding:
    message = (
        f"{_named(chosen)} {'has' if len(chosen) == 1 else 'have'} no column for {grade}, so "
        "there is no printed pattern to set these levels beside."
    )
    return _note("grade-outside-tables", message, chosen)


def _outside(rating: Rating, key: str, level: str, chosen: tuple[Table, ...]) -> CheckFinding:
    message = (
        f"Level {level} for Factor {key} ({sides(rating.table)[key].name}) stands in no column of "
        f"{_named(chosen)}, at any grade. {_AGAIN_ONE}"
    )
    return _note("level-outside-tables", message, chosen)


def _unusual(grade: str, one: Deviation, covering: tuple[Table, ...]) -> CheckFinding:
    count = abs(one.steps)
    distance = f"{'one level' if count == 1 else f'{count} levels'} "
    distance += "higher" if one.steps > 0 else "lower"
    message = (
        f"Level {one.level} for Factor {one.factor} ({one.name}) is unusual at {grade}: "
        f"{_named(covering)} {'shows' if len(covering) == 1 else 'show'} Level "
        f"{listed(list(one.typical), 'or')} there, and this is {distance}. {_AGAIN_ONE}"
    )
    return _note("unusual-level", message, covering)


def _pairs(
    levels: Mapping[str, str], off: Mapping[str, int], chosen: tuple[Table, ...]
) -> list[CheckFinding]:
    """Report levels that no column shows together, told from the level that clashes most."""
    columns = _columns(chosen)
    clashes = [
        pair
        for pair in combinations(levels, 2)
        if not any(all(levels[key] in column.levels[key] for key in pair) for column in columns)
    ]
    found: list[CheckFinding] = []
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


def _with_grades(level: str, columns: Iterable[Pattern]) -> str:
    key = level.partition("-")[0]
    grades = sorted({column.grade for column in columns if level in column.levels[key]})
    return f"Level {level} (shown for {listed(_runs(grades), 'and')})"


def _runs(grades: list[int]) -> list[str]:
    """Return grades as text, three or more in a row as one run: ``GS-11 to GS-15``."""
    runs: list[list[int]] = []
    for grade in grades:
        if runs and runs[-1][-1] == grade - 1:
            runs[-1].append(grade)
        else:
            runs.append([grade])
    texts: list[str] = []
    for run in runs:
        if len(run) > _PAIR:
            texts.append(f"GS-{run[0]} to GS-{run[-1]}")
        else:
            texts += [f"GS-{grade}" for grade in run]
    return texts


def _elsewhere(
    rating: Rating, at_grade: Iterable[Pattern], chosen: tuple[Table, ...]
) -> list[CheckFinding]:
    """Report a column of another grade that the levels as a whole lie nearer to."""

    def steps(column: Pattern) -> int:
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
