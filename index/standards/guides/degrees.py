"""Guides that describe their factors by degrees: with points of their own, or with a chart.

Research and equipment development have been graded so: each factor is described at degrees A, C
and E, every degree has points, and a table converts the sum to a grade. The points are the
guide's own and no values of the Factor Evaluation System. A degree between two described ones
may have points and no words. Where degrees have no points, a chart may print the grade of each
combination.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from core.standards.criteria import GradeRange
from core.standards.settled import Doubt, Figure
from index.language.structure import fold
from index.standards.guides import grade_chart
from index.standards.guides.combining import Rule
from index.standards.guides.narrative import ReadGuide
from index.standards.outline import sections
from index.standards.record import ReadFactor, ReadLevel, doubtful
from index.standards.rows import Row, Source

_POINTS: Final = r"\(?(?P<points>\d{1,3})\s*(?:points?|pts?)\b\.?\)?"
_DEGREE: Final = re.compile(
    r"^(?:degree|level)\s*[-:]?\s*(?P<degree>[A-H])(?![\w'-])"
    rf"(?:[\s,:.(-]*{_POINTS})?(?P<between>[\s:.)-]*)(?P<text>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_FACTOR: Final = re.compile(
    r"^(?:factor|element|criterion)\s+(?P<number>[IVX]{1,4}|\d{1,2}|[A-H])\b[\s:.,-]*"
    r"(?P<name>.{0,100})$",
    re.IGNORECASE | re.DOTALL,
)
_LETTERS: Final = re.compile(r"^(?:.{0,40}?\s)?(?P<letters>A(?:\s+[B-H])+)$")
_CELLS: Final = re.compile(
    r"^(?:factor|element|criterion)?\s*(?P<number>[IVX]{1,4}|\d{1,2})\b[\s:.,-]*(?P<name>[^\d|]*?)"
    r"\s*(?P<cells>(?:\d{1,3}\s+)+\d{1,3})$",
    re.IGNORECASE,
)
_FACTORS_HEAD: Final = re.compile(
    r"^(?:degrees?\s+)?(?P<heads>(?:factors?\s+)?(?:[IVX]{1,4}|\d)(?:\s+(?:factor\s+)?(?:[IVX]{1,4}"
    r"|\d))+)$",
    re.IGNORECASE,
)
_HEADS_TABLE: Final = re.compile(
    r"^(?:(?:degree|factor|point)s? ?)+(?:values?|table|chart|weights?|assignment)\b.{0,40}$"
    r"|^(?:table|chart) of (?:degrees?|points?|factors?)\b.{0,40}$|^degree(?: [1-9IVX]+){2,}$",
    re.IGNORECASE,
)
_BY_DEGREE: Final = re.compile(
    r"^(?:degree\s+)?(?P<degree>[A-H])\s+(?P<cells>(?:\d{1,3}\s+)*\d{1,3})$"
)
_RANGE: Final = re.compile(
    r"(?<![\w-])(?P<low>\d{1,3})\s*(?:points?\s*)?(?:-|to|through|thru)\s*"
    r"(?P<high>\d{1,3})(?![\w-])|(?<![\w-])(?P<least>\d{1,3})\s*(?:points?\s*)?"
    r"(?:\+|(?:and|or) (?:up|above|over|more|higher))",
    re.IGNORECASE,
)
_GRADE: Final = re.compile(r"(?:\bG[SG]\s*-?\s*0?|\bgrade\s+|(?<![\w-]))(1[0-5]|[1-9])(?![\w-])")
_ROW: Final = 90
"""A row of a table is not longer, in characters."""
_SHORT: Final = 60
_ROMAN: Final = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8}


@dataclass(slots=True)
class _Degree:
    page: str
    points: int | None
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class _Factor:
    name: str
    page: str
    depth: int = 0
    rows: list[Row] = field(default_factory=list)
    degrees: dict[str, _Degree] = field(default_factory=dict)


def read(
    source: Source, rows: Sequence[Row], figures: Sequence[Figure] = ()
) -> tuple[ReadGuide, list[GradeRange]]:
    """Return the factors with their degrees, and the table from sums of points to grades.

    Where degrees have no points, a chart of their combinations is read instead, with the cells
    (``figures``) that a person has set right.

    The guide is empty where fewer than two factors are described at two degrees, a degree has
    no points, or no table of ranges is printed: :func:`lacks` says which.
    """
    found, roles, outside = _outline(rows)
    _points_from_tables(found, rows)
    ranges = _ranges(outside)
    grid = grade_chart.Grid() if _pointed(found) else _chart(found, rows)
    if _missing(found, ranges, grid):
        return ReadGuide([], {}, []), []
    if grid.page:
        grid = grade_chart.corrected(grid, figures)
        _without_chart(found, rows, min(grid.starts))
    doubts: list[Doubt] = []
    factors = []
    for number, one in enumerate(found.values(), start=1):
        levels = [_level(source, letter, one) for letter in sorted(one.degrees)]
        factors.append(
            ReadFactor.model_construct(
                factor=number,
                name=one.name,
                page=one.page,
                measures=source.span(one.rows).text,
                levels=tuple(levels),
            )
        )
        for low, high in pairwise([] if grid.page else levels):
            if low.points >= high.points:
                doubts.append(
                    doubtful(
                        "points-do-not-rise",
                        f"{one.name}, degree {high.level}",
                        f"degree {high.level} of {one.name} has {high.points} points, not more "
                        f"than the {low.points} of degree {low.level}",
                        high.page,
                        blocks=True,
                    )
                )
    if grid.page:
        doubts += [*_undescribed(found), *grade_chart.doubts(grid, factors)]
        rule = Rule("", grid.page, "chart")
        return ReadGuide(factors, roles, doubts, rule, (), grid.cells), []
    doubts += [*_undescribed(found), *_range_doubts(factors, ranges)]
    page = ranges[0].page
    rule = Rule("", page, "points")
    return ReadGuide(factors, roles, doubts, rule), ranges


def lacks(rows: Sequence[Row]) -> str:
    """Return what keeps a guide by degrees from being read, or "" when nothing does."""
    found, _, outside = _outline(rows)
    _points_from_tables(found, rows)
    grid = grade_chart.Grid() if _pointed(found) else _chart(found, rows)
    return _missing(found, _ranges(outside), grid)


def _pointed(found: Mapping[str, _Factor]) -> bool:
    return any(d.points is not None for one in found.values() for d in one.degrees.values())


def _chart(found: Mapping[str, _Factor], rows: Sequence[Row]) -> grade_chart.Grid:
    """Return the chart of combinations, its factors numbered as they stand."""
    numbered = enumerate(found.values(), start=1)
    return grade_chart.read(
        rows, {number: (one.name, sorted(one.degrees)) for number, one in numbered}
    )


def _without_chart(found: Mapping[str, _Factor], rows: Sequence[Row], start: int) -> None:
    """Take a chart, and the short lines that head it, out of the words of the last degree."""
    for row in reversed([row for row in rows if row.start < start]):
        if (
            len(row.text) > _SHORT
            or row.text.rstrip().endswith((".", ";"))
            or _DEGREE.match(fold(row.text))
        ):
            break
        start = row.start
    for one in found.values():
        one.rows = [row for row in one.rows if row.start < start]
        for degree in one.degrees.values():
            degree.rows = [row for row in degree.rows if row.start < start]


def _missing(
    found: Mapping[str, _Factor], ranges: Sequence[GradeRange], grid: grade_chart.Grid
) -> str:
    described = [one for one in found.values() if len(one.degrees) > 1]
    if len(described) < 2:
        return "its degrees do not stand under factors that can be told apart"
    if grid.page:
        return ""
    bare = [
        f"degree {letter} of {one.name}"
        for one in found.values()
        for letter, degree in one.degrees.items()
        if degree.points is None
    ]
    if bare:
        return f"no points were found for {bare[0]}, and no chart of degrees"
    return "" if len(ranges) > 1 else "no table from sums of points to grades was found"


def _outline(rows: Sequence[Row]) -> tuple[dict[str, _Factor], dict[int, str], list[Row]]:
    """Part rows into factors with their degrees, and what belongs to none."""
    found: dict[str, _Factor] = {}
    roles: dict[int, str] = {}
    outside: list[Row] = []
    factor: _Factor | None = None
    degree: _Degree | None = None
    for row in rows:
        text = " ".join(fold(row.text).split())
        headed = _FACTOR.match(text) if _heads(row, text) else None
        opened = _DEGREE.match(fold(row.text))
        if headed is not None and not _CELLS.match(text):
            key = str(_number(headed["number"]))
            name = headed["name"].strip(" .:-") or f"Factor {headed['number']}"
            name = name.capitalize() if name.isupper() else name
            factor, degree = found.setdefault(key, _Factor(name, row.page, row.depth)), None
            roles[row.start] = factor.name
        elif factor is not None and opened is not None and _opens_degree(row, opened):
            points = int(opened["points"]) if opened["points"] else None
            letter = opened["degree"].upper()
            degree = factor.degrees.setdefault(letter, _Degree(row.page, points))
            degree.points = degree.points if degree.points is not None else points
            roles[row.start] = f"{factor.name}, degree {letter}"
            at = opened.start("text")
            if opened["text"].strip():
                degree.rows.append(Row(row.text[at:], row.start + at, row.end, row.page))
        elif factor is not None and (
            sections.section_of(row) is not None
            or _HEADS_TABLE.match(text)
            or (0 < row.depth <= factor.depth)
            or _is_table(text)
        ):
            # A section, a table or a heading as high as a factor's ends the factor.
            factor = degree = None
            outside.append(row)
        elif degree is not None and factor is not None:
            degree.rows.append(row)
            roles[row.start] = roles.get(row.start, factor.name)
        elif factor is not None:
            factor.rows.append(row)
            roles[row.start] = factor.name
        else:
            outside.append(row)
    return {key: one for key, one in found.items() if one.degrees}, roles, outside


def _heads(row: Row, text: str) -> bool:
    return len(text) < _ROW and (row.heading or text.isupper() or not text.endswith((".", ";")))


def _opens_degree(row: Row, opened: re.Match[str]) -> bool:
    """Tell whether a row opens a degree: a heading, or one that runs into its text."""
    text = opened["text"].strip()
    if not text:
        return True
    if opened["points"] is None and not opened["between"].strip():
        return row.heading
    return text[:1].isupper() or row.heading or opened["points"] is not None


def _is_table(text: str) -> bool:
    plain = " ".join(text.replace("|", " ").split())
    if len(plain) > _ROW or plain.endswith("."):
        return False
    return bool(
        _LETTERS.match(plain)
        or _CELLS.match(plain)
        or _BY_DEGREE.match(plain)
        or grade_chart.row_of(plain)
        or (_RANGE.search(plain) and _GRADE.search(_RANGE.sub(" ", plain)))
    )


def _number(text: str) -> int | str:
    return _ROMAN.get(text.upper()) or (int(text) if text.isdigit() else text.upper())


def _points_from_tables(found: Mapping[str, _Factor], rows: Sequence[Row]) -> None:
    """Give degrees the points that a table prints: factors down and degrees across, or turned."""
    letters: list[str] = []
    heads: list[str] = []
    for row in rows:
        text = " ".join(fold(row.text).replace("|", " ").split())
        head = _LETTERS.match(text)
        across = _FACTORS_HEAD.match(text)
        if head is not None:
            letters = head["letters"].split()
        elif across is not None:
            heads = [
                str(_number(one)) for one in re.findall(r"\b(?:[IVX]{1,4}|\d)\b", across["heads"])
            ]
        cells = _CELLS.match(text)
        if cells is not None and letters and len(cells["cells"].split()) == len(letters):
            for letter, value in zip(letters, cells["cells"].split(), strict=True):
                _give(found, str(_number(cells["number"])), letter, int(value), row.page)
        turned = _BY_DEGREE.match(text)
        if turned is not None and heads and len(turned["cells"].split()) == len(heads):
            for key, value in zip(heads, turned["cells"].split(), strict=True):
                _give(found, key, turned["degree"], int(value), row.page)


def _give(found: Mapping[str, _Factor], key: str, letter: str, points: int, page: str) -> None:
    factor = found.get(key)
    if factor is not None:
        degree = factor.degrees.setdefault(letter, _Degree(page, points))
        degree.points = points if degree.points is None else degree.points


def _ranges(rows: Sequence[Row]) -> list[GradeRange]:
    """Return the table from sums to grades: a range and a grade on a row."""
    found: dict[int, GradeRange] = {}
    for row in rows:
        text = " ".join(fold(row.text).replace("|", " ").split())
        span = _RANGE.search(text)
        if span is None or len(text) > _SHORT:
            continue
        grades = _GRADE.findall(text[: span.start()] + " " + text[span.end() :])
        if len(grades) != 1:
            continue
        low = int(span["low"] or span["least"])
        high = int(span["high"]) if span["high"] else None
        grade = int(grades[0])
        found.setdefault(
            grade, GradeRange.model_construct(grade=grade, min=low, max=high, page=row.page)
        )
    return [found[grade] for grade in sorted(found)]


def _level(source: Source, letter: str, factor: _Factor) -> ReadLevel:
    degree = factor.degrees[letter]
    span = source.span(degree.rows)
    return ReadLevel.model_construct(
        level=letter,
        points=degree.points or 0,
        page=degree.page,
        page_end=span.page_end or degree.page,
        text=span.text,
    )


def _undescribed(found: Mapping[str, _Factor]) -> Iterator[Doubt]:
    """Yield a doubt for degrees without words: one for those between described ones, one else.

    Such guides describe each second degree and let a person place work between two; the lowest
    and the highest they always describe.
    """
    between: list[tuple[str, str]] = []
    lost: list[tuple[str, str]] = []
    for one in found.values():
        told = sorted(letter for letter, degree in one.degrees.items() if degree.rows)
        for letter, degree in sorted(one.degrees.items()):
            if not degree.rows:
                inside = bool(told) and told[0] < letter < told[-1]
                named = (f"degree {letter} of {one.name}", degree.page)
                (between if inside else lost).append(named)
    for those, said, blocks in (
        (between, "points and no description: it stands between described degrees", False),
        (lost, "points, and its description was not found", True),
    ):
        if those:
            names = "; ".join(name for name, _ in those)
            has = "has" if len(those) == 1 else "each has"
            yield doubtful(
                "degree-undescribed", "degrees", f"{names}: {has} {said}", those[0][1],
                blocks=blocks,
            )  # fmt: skip


def _range_doubts(factors: Sequence[ReadFactor], ranges: Sequence[GradeRange]) -> list[Doubt]:
    """Return what does not hold about the ranges: overlaps, and sums above or below them all."""
    found = []
    for low, high in pairwise(ranges):
        if low.max is None or high.min <= low.max:
            found.append(
                doubtful(
                    "ranges-overlap",
                    f"GS-{high.grade}",
                    f"the range of GS-{high.grade} begins inside that of GS-{low.grade}",
                    high.page,
                    blocks=True,
                )
            )
    most = sum(factor.levels[-1].points for factor in factors)
    top = ranges[-1].max
    if top is not None and most != top:
        found.append(
            doubtful(
                "highest-sum-differs",
                "points",
                f"the highest degrees add up to {most} points, and the table ends at {top}: a "
                "degree, a factor or a weight may not have been read",
                ranges[-1].page,
                blocks=True,
            )
        )
    return found
