"""What an appeal puts at stake: the grade held, the grade computed and the grade sought.

A risk is never read from one of them alone. A holder of GS-12 whose credited levels come to
GS-11 loses a grade by the very finding that the case makes; a loss of points counts from the
grade that is held; and a grade asked for may be out of reach of all that is sought.

:func:`stakes` works them out for an opened case. :attr:`Stakes.lines` are the sentences to show,
in order, each with a short head; a caller adds no arithmetic of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, get_args

from core.fes.opened import OpenedCase
from core.fes.points import Rating
from core.fes.review import even_notes
from core.fes.whatif.thresholds import flips, smallest_sets
from core.law.rules import deciding
from core.model import GENERAL_SCHEDULE, Classification, Frozen
from core.standards.table import GradeRow, PointTable

MOST_SETS: Final = 3
"""The most ways to a grade that are named."""


Stake = Literal["held", "kept", "keep", "win", "reach", "margin", "even-grade", "sources"]
STAKES: Final[tuple[Stake, ...]] = get_args(Stake)


class StakeLine(Frozen):
    """One thing at stake: ``code`` names it, ``head`` begins it, ``text`` says it."""

    code: Stake
    head: str
    text: str
    rules: tuple[str, ...] = ("risk",)


class Stakes(Frozen):
    """What an appeal puts at stake.

    ``held`` is the grade the employee holds and ``held_from`` where that is stated; ``found``
    the grade of the levels credited and ``total`` their points; ``best`` what all that is
    sought would give, ``lent`` says which of its points are the Primary Standard's because
    the edition lacks the level, and ``requested`` the grade asked for. ``direction`` is where the
    finding lies from the grade held: -1 below, 0 the same, 1 above. ``keep_points`` are the points
    that the finding lacks for the grade held, ``short`` those that all that is sought lacks
    for the grade asked for.
    """

    held: str
    held_from: Literal["case", "facts", "levels of record"]
    found: str
    total: int
    direction: Literal[-1, 0, 1]
    best: str | None
    best_total: int | None
    lent: str
    requested: str | None
    keep_points: int
    short: int
    lines: tuple[StakeLine, ...]


def stakes(
    opened: OpenedCase, levels: Mapping[str, str], *, held: int | None = None
) -> Stakes | None:
    """Return what an appeal on a case puts at stake; None outside the General Schedule.

    Args:
        opened: the case.
        levels: the level credited for every factor.
        held: the grade held, where the case does not state it.

    Raises:
        LevelError: a level of the case is wrong or missing.
    """
    case = opened.case
    if case.current.pay_plan.upper() not in GENERAL_SCHEDULE:
        return None
    sought = {
        factor: level for factor, level in opened.sought.items() if levels.get(factor) != level
    }
    rating = opened.rate(levels, also=[sought])
    table = rating.table
    lent = _lent(sought, opened.beyond)
    grade, source = _held(opened, held)
    row = _row(table, grade)
    best = opened.rate({**levels, **sought}) if sought else None
    asked = _asked(case.requested, table)
    named = _joined(f"Level {level}" for level in sought.values())
    told: list[StakeLine] = []
    if case.current.grade is not None and held not in (None, case.current.grade):
        told.append(
            StakeLine(
                code="sources",
                head="Two grades are stated as held.",
                text=f"GS-{case.current.grade} by the case, which counts; GS-{held} by the facts.",
            )
        )
    found = table.conversion[rating.row]
    direction: Literal[-1, 0, 1] = 0 if found.grade == grade else -1 if found.grade < grade else 1
    label = f"GS-{grade}" if row is None else row.label
    if direction < 0:
        told += _below(rating, label, row, sought)
    told += _win(rating, best, named, label, grade, direction, lent)
    if asked is not None and best is not None and best.total < asked.min and asked.grade > grade:
        told.append(
            StakeLine(
                code="reach",
                head=f"Out of reach: {asked.label}.",
                text=f"It begins at {asked.min:,} points; all you seek falls "
                f"{asked.min - best.total:,} short.",
            )
        )
    if direction >= 0:
        told.append(_lose(rating, label, row, direction))
    said = " ".join(f"{line.head} {line.text}" for line in told)
    series = (case.current.series, case.requested.series)
    told += [
        StakeLine(code="even-grade", head="An even grade.", text=note["message"], rules=())
        for note in even_notes(table.conversion, said, series)
    ]
    short = asked.min - best.total if asked is not None and best is not None else 0
    return Stakes(
        held=label,
        held_from=source,
        found=found.label,
        total=rating.total,
        direction=direction,
        best=None if best is None else best.grade,
        best_total=None if best is None else best.total,
        lent=lent,
        requested=None if asked is None else asked.label,
        keep_points=max(0, row.min - rating.total) if row is not None and direction < 0 else 0,
        short=max(0, short),
        lines=tuple(told),
    )


def _held(
    opened: OpenedCase, stated: int | None
) -> tuple[int, Literal["case", "facts", "levels of record"]]:
    if opened.case.current.grade is not None:
        return opened.case.current.grade, "case"
    if stated is not None:
        return stated, "facts"
    record = opened.rate(opened.record)
    return record.table.conversion[record.row].grade, "levels of record"


def _row(table: PointTable, grade: int) -> GradeRow | None:
    return next((row for row in table.conversion if row.grade == grade), None)


def _asked(requested: Classification, table: PointTable) -> GradeRow | None:
    if requested.grade is None or requested.pay_plan.upper() not in GENERAL_SCHEDULE:
        return None
    return _row(table, requested.grade)


def _joined(parts: Iterable[str]) -> str:
    *first, last = [*parts] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def _lent(sought: Mapping[str, str], beyond: Mapping[str, str]) -> str:
    """Say whose points a total counts for levels that the edition held does not describe."""
    names = [f"Level {level}" for factor, level in sought.items() if factor in beyond]
    if not names:
        return ""
    return (
        f" The points of {_joined(names)} are the Primary Standard's: the edition held here "
        "does not describe what is asked for there."
    )


def _below(
    rating: Rating, label: str, row: GradeRow | None, sought: Mapping[str, str]
) -> list[StakeLine]:
    """Say that the finding itself lowers the grade held, and what would keep it."""
    told = [
        StakeLine(
            code="held",
            head=f"At risk: {label}.",
            text=f"You hold {label}; the levels credited total {rating.total:,} points, "
            f"{rating.grade}. The same finding by OPM lowers the grade.",
        ),
        _kept(label),
    ]
    if row is None:
        return told
    sets = smallest_sets(rating, sought, label) if sought else ()
    ways = "; or ".join(_joined(f"Level {c.to_level}" for c in one.changes) for one in sets)
    if not sets:
        keeps = "nothing you seek reaches it."
    elif len(sets) > MOST_SETS:
        first = _joined(f"Level {c.to_level}" for c in sets[0].changes)
        keeps = f"of what you seek, {first} suffices; there are {len(sets) - 1} other ways."
    else:
        one = len(sets) == 1 and len(sets[0].changes) == 1
        keeps = f"of what you seek, {ways} {'alone suffices' if one else 'would suffice'}."
    told.append(
        StakeLine(
            code="keep",
            head="To keep it:",
            text=f"{label} begins at {row.min:,} points, {row.min - rating.total:,} more than "
            f"credited; {keeps}",
        )
    )
    return told


def _kept(label: str) -> StakeLine:
    """Say what is kept when a grade is lowered."""
    return StakeLine(
        code="kept",
        head="If it is lowered:",
        text=f"the grade is kept for {deciding('retention-period').number} years where the "
        f"position stood at {label} or higher for an unbroken year; otherwise pay that would "
        "fall is kept. Nothing is kept by someone on a temporary or term appointment.",
        rules=("retention-one-year", "retention-period", "pay-retention-at-once"),
    )


def graded_stakes(
    held: int | None, found: Sequence[int], requested: int | None
) -> tuple[StakeLine, ...]:
    """Return what is at stake where a grade was found by other means than a table of points.

    Args:
        held: the grade held; without it nothing can be measured.
        found: the grade found, or the grades that are still possible, in any order.
        requested: the grade asked for.
    """
    if held is None or not found:
        return ()
    low, high = min(found), max(found)
    label = f"GS-{held}"
    names = ", ".join(f"GS-{one}" for one in sorted(set(found)))
    comes = f"GS-{low}" if low == high else f"one of {names}"
    told: list[StakeLine] = []
    if low < held:
        surely = "comes to" if low == high else "can come to"
        told += [
            StakeLine(
                code="held",
                head=f"At risk: {label}.",
                text=f"You hold {label}; what is stated {surely} GS-{low}. The same finding by "
                "OPM lowers the grade.",
            ),
            _kept(label),
        ]
    if high > held:
        surely = "comes to" if low == high else "can come to"
        text = f"What is stated {surely} GS-{high}, above the {label} you hold."
        told.append(StakeLine(code="win", head=f"To win: GS-{high}.", text=text))
    else:
        text = f"What is stated comes to {comes}; you hold {label}."
        told.append(StakeLine(code="win", head="To win: no higher grade.", text=text))
    if requested is not None and requested > max(high, held):
        text = f"You ask for GS-{requested}; what is stated comes to {comes}."
        told.append(StakeLine(code="reach", head=f"Out of reach: GS-{requested}.", text=text))
    return tuple(told)


def _win(
    rating: Rating,
    best: Rating | None,
    named: str,
    label: str,
    grade: int,
    direction: int,
    lent: str,
) -> list[StakeLine]:
    """Say what all that is sought would give, measured from the grade held."""
    if best is None:
        such = next(_one_higher(rating), "")
        text = (
            f"The total is {rating.total:,} points, {rating.grade}. Say which levels you seek"
            f"{f', such as Level {such}' if such else ''}."
        )
        return [StakeLine(code="win", head="To win: nothing is sought.", text=text)]
    reached = best.table.conversion[best.row].grade
    total = f"With all you seek ({named}) credited in full, the total is {best.total:,} points"
    if reached > grade:
        text = f"{total}. Now it is {rating.total:,}, {rating.grade}.{lent}"
        return [StakeLine(code="win", head=f"To win: {best.grade}.", text=text)]
    if reached == grade and direction < 0:
        head, text = "To win: no higher grade.", f"{total}, {label}: the grade you hold."
    elif reached == grade:
        head, text = "To win: nothing in grade.", f"{total}, still {label}."
    else:
        head = "To win: nothing in grade."
        text = f"{total}, {best.grade}: below {label}, the grade you hold."
    return [StakeLine(code="win", head=head, text=f"{text}{lent}")]


def _one_higher(rating: Rating) -> Iterator[str]:
    """Yield the level above the one credited of each factor that has one."""
    for factor, level in rating.chosen().items():
        row = rating.table.by_factor.get(factor)
        names = [] if row is None else [one.level for one in row.levels]
        if level in names[:-1]:
            yield names[names.index(level) + 1]


def _lose(rating: Rating, label: str, row: GradeRow | None, direction: int) -> StakeLine:
    """Say what one level lost would cost, counted down from the grade held."""
    top = rating.row if row is None else rating.table.conversion.index(row)
    lost = [
        f"Level {flip.change.to_level} in place of {flip.change.from_level} makes {flip.grade}"
        for flip in flips(rating)
        if flip.direction == "down"
        and flip.change.steps == 1
        and _place(rating.table, flip.grade) < top
    ]
    floor = rating.table.conversion[top]
    above = f"the total stands {rating.total - floor.min:,} points above the {floor.label} floor."
    if direction > 0:
        above = f"the levels credited already come to {rating.grade}, above {label}; {above}"
    cost = (
        f"One level lost could cost the grade: {'; '.join(lost)}."
        if lost
        else "No single factor lowered by one level would cost the grade."
    )
    return StakeLine(code="margin", head="To lose:", text=f"You hold {label}; {above} {cost}")


def _place(table: PointTable, label: str) -> int:
    return next(index for index, row in enumerate(table.conversion) if row.label == label)
