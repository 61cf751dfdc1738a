"""Charts that print a grade for a degree of one factor with a degree of another.

Some guides give their degrees no points: a chart has the degrees of one factor down the side and
those of another across the top, and the grade stands where both meet. Others list the
combinations, one a row. A cell that could not be read is never filled in: it is a doubt that
blocks, and so is a grade that falls where a degree rises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, product
from typing import Final, NamedTuple

from core.standards.settled import Doubt, Figure
from index.language.structure import fold
from index.standards.record import ReadCell, ReadFactor, doubtful
from index.standards.rows import Row

_ROW: Final = 110
"""A row of a chart is not longer, in characters."""
_DEGREE: Final = r"(?:degrees?|levels?)?\s*(?-i:[A-H])(?![\w'-])"
_HEAD: Final = re.compile(
    rf"^(?P<lead>.*?)\s*(?P<degrees>{_DEGREE}(?:[\s,|]+{_DEGREE})+)$", re.IGNORECASE
)
_CELL: Final = re.compile(
    r"(?:\bG[SG]\s*-?\s*0?|\bgrade\s+|(?<![\w-]))(?P<grade>1[0-5]|[1-9])(?![\w-])"
    r"(?P<second>(?:\s*/\s*|-|\s+(?:or|to)\s+)(?:G[SG]\s*-?\s*)?\d{1,2}\b)?"
    r"|(?<!\S)(?P<none>-+|n/?a|none|\*+|x)(?!\S)",
    re.IGNORECASE,
)
_BODY: Final = re.compile(
    rf"^(?P<lead>.{{0,60}}?)(?<![\w-])(?P<degree>{_DEGREE})[\s:.,|)]*(?P<cells>.*)$", re.IGNORECASE
)
_PAIR: Final = re.compile(
    r"(?:\b(?:factor|element|criterion)\s+)?(?:(?P<key>[IVX]{1,4}|\d)\s*[-:,.]?\s*)?"
    r"(?:\bdegree\s+|\blevel\s+)?(?<![\w'])(?P<letter>[A-H])(?![\w'])",
    re.IGNORECASE,
)
_GRADE_AT_END: Final = re.compile(
    r"[\s:=|,-]+(?:G[SG]\s*-?\s*0?|grade\s+)?(?P<grade>1[0-5]|[1-9])\s*$", re.IGNORECASE
)
_FACTOR: Final = re.compile(
    r"\b(?:factor|element|criterion)\s+(?P<number>[IVX]{1,4}|\d)\b", re.IGNORECASE
)
_ROMAN: Final = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}


class Grid(NamedTuple):
    """A chart as printed: its cells, and what is doubtful about it.

    ``printed`` are the combinations whose cell says that no grade is given, ``starts`` the places
    of its rows, and ``short`` says of rows with other than a grade for each column what they have.
    """

    cells: tuple[ReadCell, ...] = ()
    printed: frozenset[tuple[str, ...]] = frozenset()
    page: str = ""
    starts: frozenset[int] = frozenset()
    short: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def row_of(text: str) -> bool:
    """Tell whether a line is a row of such a chart: degrees, then grades and nothing else."""
    plain = _plain(text)
    if len(plain) > _ROW or plain.endswith("."):
        return False
    body = _BODY.match(plain)
    return bool(_HEAD.match(plain)) or bool(body and len(_cells(body["cells"]) or ()) > 1)


def read(rows: Sequence[Row], factors: Mapping[int, tuple[str, Sequence[str]]]) -> Grid:
    """Return the chart of a guide, or an empty one where none is printed.

    Args:
        rows: the rows of the document.
        factors: the name of each factor by its number, and its degrees.
    """
    grid = _grid(rows, factors) if len(factors) == 2 else Grid()
    return grid if grid.page else _listed(rows, factors)


def corrected(grid: Grid, figures: Sequence[Figure]) -> Grid:
    """Return a chart with the cells a person has read in it, such as ``1-A`` with ``2-C``."""
    held = {cell.levels: cell for cell in grid.cells}
    for figure in figures:
        pairs = [one.partition("-") for one in figure.cell or ()]
        key = tuple(letter.upper() for _, _, letter in sorted(pairs))
        if key and figure.points:
            held[key] = ReadCell(key, figure.points, figure.page or grid.page)
    return grid._replace(cells=tuple(held.values()))


def doubts(grid: Grid, factors: Sequence[ReadFactor]) -> list[Doubt]:
    """Return what blocks a chart: cells that were not read, and grades that fall."""
    found = list(grid.doubts)
    ladders = [[level.level for level in factor.levels] for factor in factors]
    held = {cell.levels: cell.grade for cell in grid.cells}
    missing = [
        combination
        for combination in product(*ladders)
        if combination not in held and combination not in grid.printed
    ]
    if missing:
        named = "; ".join(" with ".join(one) for one in missing[:4])
        more = f" and {len(missing) - 4} more" if len(missing) > 4 else ""
        found.append(
            doubtful(
                "chart-cell-missing",
                "chart",
                f"no grade was read for degrees {named}{more} of {_names(factors)}"
                + "".join(f"; {one}" for one in grid.short),
                grid.page,
                blocks=True,
            )
        )
    for one, other in _falls(held, ladders):
        found.append(
            doubtful(
                "chart-falls",
                "chart",
                f"the chart gives GS-{held[other]} for degrees {' with '.join(other)}, less than "
                f"the GS-{held[one]} of {' with '.join(one)}",
                grid.page,
                blocks=True,
            )
        )
    return found


def _falls(
    held: Mapping[tuple[str, ...], int], ladders: Sequence[Sequence[str]]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield two combinations, the second with one degree higher and a lower grade."""
    for place, ladder in enumerate(ladders):
        for low, high in pairwise(ladder):
            for one in held:
                other = (*one[:place], high, *one[place + 1 :])
                if one[place] == low and held.get(other, held[one]) < held[one]:
                    yield one, other


def _names(factors: Sequence[ReadFactor]) -> str:
    return " and ".join(factor.criterion for factor in factors)


def _plain(text: str) -> str:
    return " ".join(fold(text).replace("|", " ").split())


def _cells(text: str) -> list[int | None] | None:
    """Return the grades of a row's cells, None for one that prints none; None if it is no row.

    A cell of two grades is 0: it is for a person to read.
    """
    found: list[int | None] = []
    rest = text
    for cell in _CELL.finditer(text):
        found.append(None if cell["none"] else 0 if cell["second"] else int(cell["grade"]))
        rest = rest.replace(cell.group(), " ", 1)
    return found if found and not rest.strip(" .:;,|") else None


def _letters(text: str) -> list[str]:
    return re.findall(r"(?<![\w'])[A-H](?![\w'])", re.sub(r"(?i)degrees?|levels?", " ", text))


def _grid(rows: Sequence[Row], factors: Mapping[int, tuple[str, Sequence[str]]]) -> Grid:
    columns: list[str] = []
    head = 0
    found: dict[tuple[str, str], tuple[int | None, str]] = {}
    short: dict[str, int] = {}
    starts: set[int] = set()
    named: list[int] = []
    for at, row in enumerate(rows):
        text = _plain(row.text)
        if len(text) > _ROW:
            columns = columns if not found else []
            continue
        top = _HEAD.match(text)
        if top is not None and not found:
            columns, head = _letters(top["degrees"]), at
            named = _axes(rows[max(0, at - 4) : at + 1], factors)
            starts = {row.start}
            continue
        body = _BODY.match(text) if columns else None
        cells = _cells(body["cells"]) if body is not None else None
        if body is None or cells is None:
            continue
        letter = _letters(body["degree"])[0]
        starts.add(row.start)
        if len(cells) != len(columns):
            short[letter] = len(cells)
            continue
        for column, grade in zip(columns, cells, strict=True):
            found.setdefault((letter, column), (grade, row.page))
    if len({letter for letter, _ in found} | short.keys()) < 2:
        return Grid()
    page = rows[head].page
    down, across, said = _sides(found, columns, named, factors)
    order = sorted(factors)
    told: list[Doubt] = [] if said else [_unsaid(factors, down, across, page)]
    cells_read: list[ReadCell] = []
    none: set[tuple[str, ...]] = set()
    for (letter, column), (value, where) in found.items():
        levels = {down: letter, across: column}
        key = tuple(levels[number] for number in order)
        if value is None:
            none.add(key)
        elif value:
            cells_read.append(ReadCell(key, value, where))
    said_of = tuple(
        f"the row of degree {letter} has {count} grades for {len(columns)} columns"
        for letter, count in short.items()
    )
    return Grid(tuple(cells_read), frozenset(none), page, frozenset(starts), said_of, tuple(told))


def _axes(rows: Sequence[Row], factors: Mapping[int, tuple[str, Sequence[str]]]) -> list[int]:
    """Return the factors that the rows above a chart name, in the order they are named."""
    named: list[int] = []
    for row in rows:
        text = _plain(row.text)
        if len(text) > _ROW:
            continue
        places = [(m.start(), _number(m["number"])) for m in _FACTOR.finditer(text)]
        places += [
            (text.lower().find(name.lower()), number)
            for number, (name, _) in factors.items()
            if name and name.lower() in text.lower()
        ]
        named += [number for _, number in sorted(places) if number in factors]
    return list(dict.fromkeys(named))


def _number(text: str) -> int:
    return _ROMAN.get(text.upper(), 0) or (int(text) if text.isdigit() else 0)


def _sides(
    found: Mapping[tuple[str, str], object],
    columns: Sequence[str],
    named: Sequence[int],
    factors: Mapping[int, tuple[str, Sequence[str]]],
) -> tuple[int, int, bool]:
    """Return the factor down the side, the one across the top, and whether the chart tells.

    It tells by the degrees, which only one factor has, or by naming the factor of its columns,
    or both, the side first.
    """
    first, second = sorted(factors)
    down = {letter for letter, _ in found}
    fits = [
        (side, top)
        for side, top in ((first, second), (second, first))
        if down <= set(factors[side][1]) and set(columns) <= set(factors[top][1])
    ]
    if len(fits) == 1:
        return (*fits[0], True)
    if len(named) == 1:
        top = named[0]
        return (first if top == second else second, top, True)
    if len(named) > 1:
        return named[-2], named[-1], True
    return first, second, False


def _unsaid(
    factors: Mapping[int, tuple[str, Sequence[str]]], down: int, across: int, page: str
) -> Doubt:
    return doubtful(
        "chart-sides-unsaid",
        "chart",
        f"the chart does not say which factor stands where: {factors[down][0]} was taken for its "
        f"side and {factors[across][0]} for its top",
        page,
        blocks=True,
    )


def _listed(rows: Sequence[Row], factors: Mapping[int, tuple[str, Sequence[str]]]) -> Grid:
    """Return a chart that lists combinations: a degree of each factor and a grade on a row."""
    order = sorted(factors)
    cells: dict[tuple[str, ...], ReadCell] = {}
    starts: set[int] = set()
    for row in rows:
        text = _plain(row.text)
        ending = _GRADE_AT_END.search(text)
        if ending is None or len(text) > _ROW:
            continue
        front = text[: ending.start()]
        letters = [(m["key"], m["letter"].upper()) for m in _PAIR.finditer(front)]
        rest = re.sub(r"(?i)\b(?:factor|element|criterion|degree|level|and|with)\b", " ",
                      _PAIR.sub(" ", front))  # fmt: skip
        if len(letters) != len(order) or re.search(r"[A-Za-z]{3,}", rest):
            continue
        keys = [_number(key) if key else 0 for key, _ in letters]
        placed = dict(zip(keys if set(keys) == set(order) else order, letters, strict=True))
        key = tuple(placed[number][1] for number in order)
        if all(letter in factors[number][1] for number, letter in zip(order, key, strict=True)):
            cells.setdefault(key, ReadCell(key, int(ending["grade"]), row.page))
            starts.add(row.start)
    if len(cells) < 3:
        return Grid()
    page = next(iter(cells.values())).page
    return Grid(tuple(cells.values()), frozenset(), page, frozenset(starts))
