"""Every total and grade that contested levels can lead to, with its exact probability.

The factors' levels are combined by convolution in whole numbers over a common denominator:
nothing is sampled and nothing is rounded. The shares are what a person believes; the
published standards hold no likelihoods, and the core adds none of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import lcm
from typing import Final

from core.errors import LevelError, shown
from core.fes.charts import between, names_both, sides, split
from core.fes.points import conversion_index, resolve, side_levels
from core.model import FactorId, Frozen
from core.standards.levels import normal_factor
from core.standards.table import FactorRow, PointTable

Belief = str | Iterable[str] | Mapping[str, object]
"""What one factor may earn: a level to move to, levels that count alike, or weights."""

_WRITTEN: Final = re.compile(r" *\d{1,12}(?:\.\d{1,12}| */ *0*[1-9]\d{0,11})? *", re.ASCII)
_PERCENT: Final = 100


class LevelShare(Frozen):
    """A level a contested factor may earn, its points and its share of belief (0 to 1).

    ``points`` is None for a level that has none of its own, because a combined chart gives
    them to a pair of levels.
    """

    level: str
    points: int | None
    share: Fraction


class ContestedFactor(Frozen):
    """A contested factor, or cell of a combined chart, with its possible levels, lowest first.

    ``assumed_equal`` is True when no weights were given, so that every level counts alike.
    """

    factor: FactorId
    name: str
    levels: tuple[LevelShare, ...]
    assumed_equal: bool


class TotalShare(Frozen):
    """A total that can come out, the grade it earns and its exact probability."""

    total: int
    grade: str
    probability: Fraction


class GradeShare(Frozen):
    """A grade that can come out, the totals it comes from and its exact probability."""

    grade: str
    lowest_total: int
    highest_total: int
    probability: Fraction


class Distribution(Frozen):
    """All that can come out of contested levels: totals and grades, lowest first.

    Probabilities are exact fractions above zero and add up to 1. They hold when the levels
    of different factors do not depend on one another. Where one fact decides two factors, as
    the contacts do Factors 6 and 7, they show what the weights say and no more; the cells of a
    combined chart can be weighed as pairs instead.
    """

    standard: str
    edition: str
    contested: tuple[ContestedFactor, ...]
    totals: tuple[TotalShare, ...]
    grades: tuple[GradeShare, ...]


def distribution(
    table: PointTable, levels: Mapping[str, str], contested: Mapping[str, Belief]
) -> Distribution:
    """Combine every level the contested factors may earn into totals and grades.

    Args:
        table: the table of the standard, holding every level named.
        levels: one level for every factor; those of contested factors may be left out.
        contested: factor number as text to what it may earn: weights (``{"2-4": 0.6,
            "2-5": 0.4}``), levels that count alike (``["2-4", "2-5"]``), or one level, which
            stands for every level from the one in ``levels`` to it. The weights of a factor
            add up to exactly 1, or to 100 as percent. A weight is a number or a text such as
            ``"1/3"``; a float counts as the decimal it is written as. With a combined chart
            ``"6/7"`` takes weights or a list of its cells.

    Raises:
        LevelError: a factor or level is unknown, missing or given twice; nothing is
            contested; or weights are no numbers, below zero, or do not add up.
    """
    beliefs = {name: (belief, _texts(belief, name)) for name, belief in contested.items()}
    record = side_levels(table, dict(levels), complete=False)
    asked: dict[str, ContestedFactor] = {}
    for name, (belief, texts) in beliefs.items():
        one = _contested(table, record, name, belief, texts)
        for key in str(one.factor).split("/"):
            if any(key in str(other.factor).split("/") for other in asked.values()):
                raise LevelError(
                    f"Factor {key} is given twice",
                    where=f"contested.{key}",
                    hint="Give each factor once.",
                )
        asked[str(one.factor)] = one
    if not asked:
        raise LevelError(
            "no level is contested",
            where="contested",
            hint='Name a factor and what it may earn, such as {"2": ["2-4", "2-5"]}.',
        )
    axes = _axes(table, record, asked)
    totals = _totals(table, axes)
    order = [*sides(table), *table.by_factor]
    return Distribution(
        standard=table.id,
        edition=table.edition_id,
        contested=tuple(asked[key] for key in sorted(asked, key=order.index)),
        totals=totals,
        grades=_grades(totals),
    )


def _contested(
    table: PointTable, record: Mapping[str, str], name: str, belief: Belief, texts: list[str]
) -> ContestedFactor:
    """Read what one factor may earn: its levels, lowest first, with their shares."""
    place = _place(name)
    factor = _factor(table, name, texts)
    named: list[str] = []
    weights: dict[str, Fraction] = {}
    for text in texts:
        found = side_levels(table, {name: text}, name="contested", complete=False)
        level = factor.key + "-" + "".join(part.partition("-")[2] for part in found.values())
        if level in named:
            raise LevelError(
                f"Level {level} is given twice", where=place, hint="Give each level once."
            )
        named.append(level)
        if isinstance(belief, Mapping):
            weights[level] = _weight(belief[text], f"{place}.{level}")
    if isinstance(belief, str):
        named = [*_range(factor, record, named[0])]
    shares = _shares(weights, place) if weights else dict.fromkeys(named, Fraction(1, len(named)))
    chart = table.chart
    pointless = chart is not None and factor in chart.sides
    return ContestedFactor(
        factor=factor.factor,
        name=factor.name,
        levels=tuple(
            LevelShare(
                level=row.level,
                points=None if pointless else row.points,
                share=shares[row.level],
            )
            for row in factor.levels
            if shares.get(row.level)
        ),
        assumed_equal=not weights,
    )


def _factor(table: PointTable, name: str, texts: list[str]) -> FactorRow:
    """Return the factor a name means; a wrong one is refused in the usual words."""
    if table.chart is not None and names_both(table.chart, name):
        return table.chart.factor
    found = side_levels(table, {name: texts[0]}, name="contested", complete=False)
    return sides(table)[next(iter(found))]


def _place(name: str) -> str:
    return f"contested.{normal_factor(name) or shown(name)}"


def _axes(
    table: PointTable, record: Mapping[str, str], asked: Mapping[str, ContestedFactor]
) -> list[list[tuple[int, Fraction]]]:
    """Return, for every row of points, what it may add up and with what share."""
    known = dict(record)
    for key, one in asked.items():
        if "/" not in key:
            known[key] = one.levels[0].level
    pair = None if table.chart is None else asked.get(table.chart.factor.key)
    if table.chart is not None and pair is not None:
        known.update(split([table.chart.factor.by_level[pair.levels[0].level]]))
    rows = resolve(table, known)  # Refuses a factor that is neither settled nor contested.
    axes: list[list[tuple[int, Fraction]]] = []
    for factor, row in zip(table.factors, rows, strict=True):
        if factor.key in asked:
            own = asked[factor.key].levels
            axes.append([(factor.by_level[one.level].points, one.share) for one in own])
        elif table.chart is not None and factor is table.chart.factor:
            first, second = (
                [(one.level, one.share) for one in asked[side.key].levels]
                if side.key in asked
                else [(known[side.key], Fraction(1))]
                for side in table.chart.sides
            )
            cells = table.chart.cells
            axes.append([(cells[a, b].points, x * y) for a, x in first for b, y in second])
        else:
            axes.append([(row.points, Fraction(1))])
    return axes


def _texts(belief: Belief, name: str) -> list[str]:
    """Return the levels named, in the order given."""
    texts = [belief] if isinstance(belief, str) else None
    if texts is None and isinstance(belief, Iterable):
        texts = list(belief)
    if not texts:
        raise LevelError(
            f"{shown(belief)} names no level",
            where=_place(name),
            hint='Write the levels it may earn, such as ["2-4", "2-5"].',
        )
    return texts


def _range(factor: FactorRow, record: Mapping[str, str], end: str) -> tuple[str, ...]:
    """Return every level from the level in hand to the one named, either way."""
    if factor.key not in record:
        raise LevelError(
            f"Level {end} alone is no range, because Factor {factor.key} has no level to start "
            "from",
            where=f"contested.{factor.key}",
            hint="List the levels it may earn, or give its level too.",
        )
    return between(factor, record[factor.key], end)


def _weight(value: object, place: str) -> Fraction:
    """Return a weight as the exact number it is written as."""
    text = repr(value) if isinstance(value, float) else value
    exact = None
    if isinstance(text, int | Fraction) and not isinstance(text, bool):
        exact = Fraction(text)
    elif isinstance(text, str) and (text is not value or _WRITTEN.fullmatch(text)):
        # A float is never written as a fraction; what is no number at all ends in a letter.
        exact = Fraction(text.replace(" ", "")) if text[-1] not in "fn" else None
    if exact is None or not 0 <= exact <= _PERCENT:
        raise LevelError(
            f"the weight is {shown(value)}, but a weight is a number from 0 to 1, or to 100 as "
            "percent",
            where=place,
            hint='Write it as 0.4, as 40 for percent, or as text such as "2/5".',
        )
    return exact


def _shares(weights: Mapping[str, Fraction], place: str) -> dict[str, Fraction]:
    """Return the weights of a factor as shares of 1, or refuse them when they do not add up."""
    together = sum(weights.values(), Fraction(0))
    if together not in (1, _PERCENT):
        rounded = f"{float(together):.6g}"
        exact = rounded if Fraction(rounded) == together else str(together)
        raise LevelError(
            f"the weights add up to {exact}, not to 1 or 100",
            where=place,
            hint='Correct them; thirds are written as text, "1/3".',
        )
    return {level: weight / together for level, weight in weights.items()}


def _totals(
    table: PointTable, axes: Iterable[list[tuple[int, Fraction]]]
) -> tuple[TotalShare, ...]:
    """Convolve the rows of points. Ways are counted in whole numbers over one denominator."""
    ways = {0: 1}
    denominator = 1
    for axis in axes:
        unit = lcm(*(share.denominator for _, share in axis))
        denominator *= unit
        more: dict[int, int] = {}
        for points, share in axis:
            count = int(share * unit)
            for total, already in ways.items():
                more[total + points] = more.get(total + points, 0) + already * count
        ways = more
    return tuple(
        TotalShare(
            total=total,
            grade=table.conversion[conversion_index(table, total)].label,
            probability=Fraction(ways[total], denominator),
        )
        for total in sorted(ways)
    )


def _grades(totals: tuple[TotalShare, ...]) -> tuple[GradeShare, ...]:
    """Add up the totals of each grade; totals rise, and with them the grades."""
    groups: dict[str, list[TotalShare]] = {}
    for one in totals:
        groups.setdefault(one.grade, []).append(one)
    return tuple(
        GradeShare(
            grade=grade,
            lowest_total=group[0].total,
            highest_total=group[-1].total,
            probability=sum((one.probability for one in group), Fraction(0)),
        )
        for grade, group in groups.items()
    )
