"""Mistakes in how the parts of a standard's file hang together.

A standard is law as data, so nothing is assumed about a file: a date that contradicts the
status, points in two places, a chart with a hole, a total without a grade are each named with
their place, whatever is wrong with other parts.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from core.standards.checks.parts import step
from core.standards.checks.values import Mistake
from core.standards.levels import normal_level
from core.standards.table import totals

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from core.model import FactorId
    from core.standards.criteria import CombinedChart, Factor, GradeRange

TOP: Final = "\0the file"
"""What stands in a place before the part of it that counts from the top of the file."""


def of_whole(data: Mapping[str, Any]) -> Iterator[Mistake]:
    """Yield what contradicts between the parts of a file.

    Args:
        data: the parts that are right by themselves, by the name of their field.
    """
    yield from _of_dates(data)
    yield from _of_unknown(data)
    factors = data.get("factors")
    if not factors or not {"text", "combined", "points_from"} <= data.keys():
        return
    chart: CombinedChart | None = data["combined"]
    charting = [] if chart is None else list(_of_sides(chart, factors))
    found = [*_of_factors(factors), *charting, *_of_words(factors, data)]
    if not charting:
        found += _of_points(factors, data)
        found += [] if chart is None else _of_cells(chart, factors)
    yield from found
    if not found and data.get("conversion"):
        yield from _of_totals(data)


def _of_dates(data: Mapping[str, Any]) -> Iterator[Mistake]:
    begins, ends, status = (data.get(k) for k in ("in_force_from", "in_force_to", "status"))
    if begins is not None and ends is not None and ends < begins:
        yield Mistake(
            ("in_force_to",), "lies before in_force_from", "Check both dates against the document."
        )
    if "in_force_to" in data and ends is None and status not in (None, "in_force"):
        yield Mistake(
            ("in_force_to",),
            f"is missing, but the edition is {status}",
            "Add the last day on which it was in force.",
        )
    if data.get("superseded_by") and status not in (None, "superseded"):
        yield Mistake(
            ("superseded_by",),
            f"names {data['superseded_by']!r}, but the status is {status}",
            'Write status = "superseded", or remove the name.',
        )


def _of_unknown(data: Mapping[str, Any]) -> Iterator[Mistake]:
    """Look at the levels that a partial edition does not know."""
    if not {"partial", "unknown"} <= data.keys():
        return
    unknown: tuple[str, ...] = data["unknown"]
    if data["partial"] and not unknown:
        yield Mistake(
            ("unknown",),
            "is missing, but a partial edition lists the levels it does not know",
            'List them, such as unknown = ["2-1", "2-2"].',
        )
    if unknown and not data["partial"]:
        yield Mistake(
            ("unknown",),
            "lists levels, but the edition does not say that it is partial",
            "Write partial = true, or remove the list.",
        )
    described = {
        str(factor.factor): {level.level for level in factor.levels}
        for factor in data.get("factors", ())
    }
    for level, count in Counter(unknown).items():
        if normal_level(level) != level:
            yield Mistake(
                ("unknown",),
                f"names {level!r}, which is not a level such as 2-1",
                "Write each level as factor, dash and step.",
            )
            continue
        if count > 1:
            yield Mistake(("unknown",), f"names Level {level} twice", "List each level once.")
        factor = level.partition("-")[0]
        if described and factor not in described:
            yield Mistake(
                ("unknown",),
                f"names Level {level}, whose factor is not in this file",
                "Add the factor with the levels that are known, or remove the level.",
            )
        elif level in described.get(factor, ()):
            yield Mistake(
                ("unknown",),
                f"names Level {level}, which this file describes",
                "Remove it from the list, or its description.",
            )


def _of_factors(factors: Sequence[Factor]) -> Iterator[Mistake]:
    for number, factor in enumerate(factors):
        if any(one.factor == factor.factor for one in factors[:number]):
            yield Mistake(
                ("factors", number, "factor"),
                f"repeats Factor {factor.factor}",
                "Give each factor one table with all of its levels.",
            )


def _of_points(factors: Sequence[Factor], data: Mapping[str, Any]) -> Iterator[Mistake]:
    """Look at where the points of levels stand: with them, in a chart or in another document."""
    charted = () if data["combined"] is None else data["combined"].factors
    for i, factor in enumerate(factors):
        for j, level in enumerate(factor.levels):
            place = ("factors", i, "levels", j)
            if factor.factor in charted:
                if level.points:
                    yield Mistake(
                        (*place, "points"),
                        "stands beside a level whose points the chart gives",
                        "Leave points out of the levels of a chart's factors.",
                    )
            elif step(level.level)[0]:
                yield Mistake(
                    (*place, "level"),
                    f"is {level.level}, but only a combined chart letters levels",
                    "Number the level, or add the chart as [combined].",
                )
            elif not level.points:
                yield _missing(place, "points")
            if level.points_page and data["points_from"] is None:
                yield Mistake(
                    (*place, "points_page"),
                    "is a page of another document, and points_from does not name it",
                    "Add points_from with the document and edition that print the points.",
                )


def _of_words(factors: Sequence[Factor], data: Mapping[str, Any]) -> Iterator[Mistake]:
    """Look at whose words the levels hold: a digest's own, or the document's."""
    official = data["text"] == "official"
    for i, factor in enumerate(factors):
        if factor.text and not official:
            yield _others_words(("factors", i))
        for j, level in enumerate(factor.levels):
            place = ("factors", i, "levels", j)
            if official:
                if not level.text and not level.parts:
                    yield Mistake(
                        (*place, "text"),
                        f"is missing: Level {level.level} has neither the document's words nor "
                        "aspects",
                        "Add the words of the level as text.",
                    )
                continue
            if level.text:
                yield _others_words(place)
            if not level.parts:
                yield _missing(place, "aspects")
            if "stated" not in level.model_fields_set:
                yield _missing(place, "summary")
            elif not level.stated.strip():
                yield Mistake(
                    (*place, "summary"),
                    "must be a text that is not empty",
                    "Write it in quotation marks.",
                )


def _others_words(place: tuple[int | str, ...]) -> Mistake:
    return Mistake(
        (*place, "text"),
        "holds the document's own words in a standard that is a digest",
        'Remove it, or write text = "official" at the top of the file.',
    )


def _missing(place: tuple[int | str, ...], key: str) -> Mistake:
    return Mistake((*place, key), "is missing", f"Add {key!r} with its value.")


def _of_sides(chart: CombinedChart, factors: Sequence[Factor]) -> Iterator[Mistake]:
    """Look at the two factors a chart names: numbered levels for rows, lettered for columns."""
    if chart.rows == chart.columns:
        yield Mistake(
            ("combined", "columns"),
            f"names Factor {chart.columns}, which the rows are for",
            "Name the other factor of the chart.",
        )
        return
    for name, wanted in (("rows", chart.rows), ("columns", chart.columns)):
        if all(factor.factor != wanted for factor in factors):
            yield Mistake(
                ("combined", name),
                f"is {wanted}, which is not a factor of this standard",
                "Name a factor that the file describes.",
            )
            continue
        kind = "numbers" if name == "rows" else "letters"
        for level in _ladder(factors, wanted):
            if step(level)[0] is (name == "rows"):
                yield Mistake(
                    ("combined", name),
                    f"has Level {level}, but the {name} of a chart are {kind}",
                    "Number the levels of the rows and letter those of the columns.",
                )
                break


def _ladder(factors: Sequence[Factor], wanted: FactorId) -> list[str]:
    return next([one.level for one in f.levels] for f in factors if f.factor == wanted)


def _of_cells(chart: CombinedChart, factors: Sequence[Factor]) -> Iterator[Mistake]:
    """Look at the cells of a chart: each once, points that rise along a row and down a column."""
    rows, columns = _ladder(factors, chart.rows), _ladder(factors, chart.columns)
    known = {row.partition("-")[2] + column.partition("-")[2] for row in rows for column in columns}
    for short in chart.unlikely:
        if short not in known:
            yield Mistake(
                ("combined", "unlikely"),
                f"names {short!r}, which is not a cell such as '1A'",
                "Write a row and a column that the chart has.",
            )
    place = ("combined", "points")
    for i, row in enumerate(rows):
        line = chart.points.get(row)
        if line is None:
            yield _missing(place, row)
            continue
        for j, column in enumerate(columns):
            here = line.get(column)
            if here is None:
                yield _missing((*place, row), column)
                continue
            before = [(row, columns[j - 1])] if j else []
            before += [(rows[i - 1], column)] if i else []
            for other in before:
                points = chart.points.get(other[0], {}).get(other[1])
                if points is not None and points >= here:
                    yield Mistake(
                        (*place, row, column),
                        f"is {here}, not more than the {points} of {' with '.join(other)}",
                        "Check both cells against the printed chart.",
                    )
    for row in chart.points:
        strange = [row] if row not in rows else [c for c in chart.points[row] if c not in columns]
        for name in strange:
            where = (*place, row) if name == row else (*place, row, name)
            yield Mistake(where, "is not a key this file may have", "Remove or rename it.")


def _of_totals(data: Mapping[str, Any]) -> Iterator[Mistake]:
    """Look for a complete set of levels that would earn no grade.

    Many published standards print only the grades usual for their work: totals of official
    words are held only between the first range and the last, and scoring refuses the others.
    """
    rows: Sequence[GradeRange] = data["conversion"]
    chart: CombinedChart | None = data["combined"]
    charted = () if chart is None else chart.factors
    ladders = [
        [level.points for level in factor.levels]
        for factor in data["factors"]
        if factor.factor not in charted
    ]
    if chart is not None:
        ladders.append([points for line in chart.points.values() for points in line.values()])
    floor, ceiling = rows[0].min, rows[-1].max
    for total in sorted(totals(ladders)):
        if data["text"] == "official" and (
            total < floor or (ceiling is not None and total > ceiling)
        ):
            continue
        if not any(row.min <= total and (row.max is None or total <= row.max) for row in rows):
            yield Mistake(
                ("conversion",),
                f"has no grade for {total} points, which levels add up to",
                "Check the ranges, and the points of the levels, against the document.",
            )
            return
