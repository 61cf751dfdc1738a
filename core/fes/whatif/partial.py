"""What can be said of a case some of whose levels are not known yet.

The levels that are known are credited and carry their points as in a whole case. Every total
that the open factors still allow is then looked up in the conversion table: the grades among
them are those still possible. Nothing is assumed for a factor without a level.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from core.fes.assembly import edition_step, pieces
from core.fes.charts import sides
from core.fes.crediting.ladder import Credited, credit_factors
from core.fes.derivation import (
    ADD_AND_CONVERT,
    FULL_INTENT,
    POINTS_AS_PRINTED,
    StepPiece,
    fingerprint,
    numbered,
)
from core.fes.points import side_levels
from core.model import FactorId, FactorScore, Frozen, Notice, Step
from core.standards.table import FactorRow, LevelRow, PointTable, totals

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from core.fes.opened import OpenedCase

_FEW: Final = 3
_PAIR: Final = 2


class OpenFactor(Frozen):
    """A factor without a level, with the levels it can have."""

    factor: FactorId
    name: str
    field: str
    levels: tuple[str, ...]
    text: str


class PartialEvaluation(Frozen):
    """What the core says of a case with open factors.

    ``points`` is the sum of the levels credited. ``total`` is None while a factor is open;
    ``lowest`` and ``highest`` are the least and the most it can come to. ``grades`` are the
    grades still possible, lowest first, and ``grade`` is the one that stands whatever the open
    factors turn out to be, if there is only one. ``missing`` names the open factors.
    """

    standard: str
    edition: str
    total: None = None
    grade: str | None
    points: int
    lowest: int
    highest: int
    grades: tuple[str, ...]
    factors: tuple[FactorScore, ...]
    credited: tuple[Credited, ...]
    missing: tuple[OpenFactor, ...]
    findings: tuple[Notice, ...]
    derivation: tuple[Step, ...]
    fingerprint: str


def is_partial(opened: OpenedCase) -> bool:
    """Return whether a factor of the case's standard has no level of record.

    Raises:
        LevelError: a level of record is wrong.
    """
    return len(_record(opened)) < len(opened.standard.factors)


def evaluate_partial(opened: OpenedCase) -> PartialEvaluation:
    """Score what is known of a case and name what is missing.

    Raises:
        LevelError: a level of record or a level sought is wrong.
        CaseError: an offset is refused.
    """
    table, kept = opened.table, pieces(opened.table)
    credits_ = credit_factors(opened, _record(opened))
    known = {str(one.factor): one.level for one in credits_}
    rows, open_ladders = _rows(table, known)
    points = sum(row.points for row in rows)
    possible = sorted(points + rest for rest in totals(open_ladders))
    found = {index for one in possible if (index := table.grade_row(one)) is not None}
    grades = tuple(table.conversion[index].label for index in sorted(found))
    missing = tuple(_open(one) for key, one in sides(table).items() if key not in known)
    steps: list[StepPiece] = [edition_step(table, opened.case.as_of)]
    steps += [
        ("crediting", f"Factor {one.factor}: {one.reason}", FULL_INTENT)
        for one in credits_
        if one.in_dispute
    ]
    steps += [kept.levels[row.level].step for row in rows]
    steps.append(("open", _open_text(missing, points, possible), POINTS_AS_PRINTED))
    steps.append(("grades", _grades_text(grades), ADD_AND_CONVERT))
    inputs: dict[str, object] = {"partial": True, "levels": _record(opened)}
    if opened.sought:
        inputs["sought"] = opened.sought
    if opened.answers:
        inputs["findings"] = dict(opened.answers)
    if opened.case.offsets:
        inputs["offsets"] = sorted(
            [one.shortfall, one.balanced_by, one.reason, one.by] for one in opened.case.offsets
        )
    if opened.extensions:
        inputs["extensions"] = sorted([one.key, one.reason] for one in opened.extensions)
    return PartialEvaluation(
        standard=table.id,
        edition=table.edition_id,
        grade=grades[0] if len(grades) == 1 else None,
        points=points,
        lowest=possible[0],
        highest=possible[-1],
        grades=grades,
        factors=tuple(FactorScore.model_validate(kept.levels[row.level].score) for row in rows),
        credited=credits_,
        missing=missing,
        findings=tuple(Notice.model_validate(one) for one in (*opened.notices(), *kept.findings)),
        derivation=tuple(Step.model_validate(one) for one in numbered(steps)),
        fingerprint=fingerprint(table, opened.case.as_of, inputs),
    )


def _record(opened: OpenedCase) -> dict[str, str]:
    return side_levels(opened.table, dict(opened.case.levels), complete=False)


def _rows(table: PointTable, known: Mapping[str, str]) -> tuple[list[LevelRow], list[list[int]]]:
    """Return the rows of the levels known, and the points each open row of the table can have.

    A chart gives its points to two levels together: with one of them known, its row is open
    within the cells of that level.
    """
    rows: list[LevelRow] = []
    ladders: list[list[int]] = []
    for factor in table.factors:
        if table.chart is None or factor.key != table.chart.factor.key:
            if factor.key in known:
                rows.append(factor.by_level[known[factor.key]])
            else:
                ladders.append([row.points for row in factor.levels])
            continue
        first, second = (known.get(side.key) for side in table.chart.sides)
        cells = [
            cell
            for (row, column), cell in table.chart.cells.items()
            if first in (None, row) and second in (None, column)
        ]
        if first is not None and second is not None:
            rows += cells
        else:
            ladders.append([cell.points for cell in cells])
    return rows, ladders


def _open(factor: FactorRow) -> OpenFactor:
    ladder = factor.ladder()
    return OpenFactor(
        factor=factor.factor,
        name=factor.name,
        field=f"levels.{factor.key}",
        levels=ladder,
        text=(
            f"Factor {factor.key}, {factor.name}, has no level yet: it is one of {ladder[0]} to "
            f"{ladder[-1]}."
        ),
    )


def _open_text(missing: tuple[OpenFactor, ...], points: int, possible: list[int]) -> str:
    names = [
        f"Factor {one.factor} ({one.name})" if len(missing) <= _FEW else str(one.factor)
        for one in missing
    ]
    said = spanned(names) if len(missing) <= _FEW else f"Factors {spanned(names)}"
    has = "has" if len(missing) == 1 else "have"
    return (
        f"{said} {has} no level. The levels known carry {points:,} points; with every level the "
        f"open ones can have, the total lies between {possible[0]:,} and {possible[-1]:,}."
    )


def _grades_text(grades: tuple[str, ...]) -> str:
    if not grades:
        return "No total that is still possible lies in a range of the conversion table."
    if len(grades) == 1:
        return f"Every total still possible is {grades[0]}."
    return f"The grades still possible are {spanned(grades)}."


def spanned(names: Sequence[str], last: str = "and") -> str:
    """Return grades or factors, lowest first, as a sentence lists them; a long run by its ends."""
    runs: list[list[str]] = []
    for name in names:
        if runs and _figure(name) is not None and _figure(name) == _next(runs[-1][-1]):
            runs[-1].append(name)
        else:
            runs.append([name])
    told = [
        one for run in runs for one in ([f"{run[0]} to {run[-1]}"] if len(run) > _PAIR else run)
    ]
    *first, end = told or [""]
    return f"{', '.join(first)} {last} {end}" if first else end


def _figure(name: str) -> int | None:
    figure = name.rpartition("-")[2]
    return int(figure) if figure.isdecimal() else None


def _next(name: str) -> int | None:
    figure = _figure(name)
    return None if figure is None else figure + 1
