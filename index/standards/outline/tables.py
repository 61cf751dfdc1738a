"""Tables of numbers: points to grades, levels to points, and the chart for Factors 6 and 7."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.standards.criteria import CombinedChart, GradeRange
from index.language.structure import fold
from index.standards.record import Draft
from index.standards.rows import Row

_LOW = r"(?P<low>0?\d{1,2},?\d{3}|0?\d{3})"
_RANGE = re.compile(
    rf"(?<![\w,-]){_LOW}\s*(?:-|to|through|thru)\s*(?:(?P<high>\d{{1,2}},?\d{{3}}|\d{{3}})(?![\d,-])|"
    rf"(?P<open>up|above|over|more|higher)\b)"
    rf"|(?<![\w,-]){_LOW.replace('low', 'least')}\s*(?:points\s*)?"
    rf"(?P<open2>(?:-\s*)?(?:and|or|&)\s+(?:up|above|over|more|higher)\b|up\b|\+)",
    re.IGNORECASE,
)
_GRADE = re.compile(r"(?<![\w,-])(?:(?:GS|GM|GG)\s*-?\s*)?0?(?P<grade>1[0-5]|[1-9])(?![\w,-])")
_ONLY_GRADE = re.compile(
    r"^(?:(?:GS|GM|GG|grade)\s*-?\s*)?0?(?P<grade>1[0-5]|[1-9])$", re.IGNORECASE
)
_PAIR = re.compile(
    r"(?<![\w.-])(?P<level>[1-9][AB]?-[1-9])\s*[:=|.,\s-]+\s*\(?(?P<points>\d,\d{3}|\d{1,4})\)?"
    r"(?![\d,]|-\d)(?:\s*(?:points?|pts?\.?))?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"^(?P<text>.*?\S)\s+(?P<level>[1-9][AB]?-[1-9])\s+(?P<points>\d,\d{3}|\d{2,4})$", re.DOTALL
)
_AT_END = re.compile(
    r"[(\[](?P<points>\d,\d{3}|\d{1,4}) (?:points?|pts?\.?)[)\]]\.?$", re.IGNORECASE
)
_LEVEL_IN = re.compile(r"(?<![\w.-])[1-9][AB]?-[1-9](?![\w-])")
_EXAMPLES = re.compile(r"\billustrations?\(s\)", re.IGNORECASE)
_SPECIALTY = re.compile(r"\([A-Z][\w&/,' -]{2,60}\)")
_COLUMN_HEADS = frozenset({"FLD", "FLDs", "Series", "Specialties", "Series/Specialties"})
_TITLE_WORDS = 8
_MATRIX_SIGN = re.compile(
    r"^(?:G[SG]-?\d{3,4}[A-Z]?|0\d{3}|[XxÜü✓✔•√]|Yes|No|YES|NO|N/A|"
    r"[1-9][AB]?-[1-9A-E]|G[SG]-?\d{1,2})$"
)
_MARKED_SERIES = re.compile(
    r"^[A-Z][\w &/()'-]{2,60}, (?:GS-)?\d{3,4}(?:\s+(?:[XxÜü✓✔•√]|Yes|No|YES|NO|N/A|--?))+$"
)
"""The name of a series with the marks of its columns, be there one."""
_TABLE_HEAD = re.compile(
    r"^(?:factor )?levels?\W+(?:and )?points?\b(?:\W+(?:level )?(?:descriptions?|definitions?"
    r"|criteria|characteristics))?\W*$",
    re.IGNORECASE,
)
_TABLE_ROW = re.compile(
    r"^(?:level\s+)?(?P<level>[1-9][AB]?-[1-9])\s*\|?\s+(?P<points>\d,\d{3}|\d{1,4})\s*\|?\s+"
    r"(?=[\"“(]?[A-Z])",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"^[(\[]?(?:(?P<points>\d,\d{3}|\d{1,4})\s*(?:points?|pts?)\b\.?|"
    r"(?:points?|pts?|point values?|values?)\s*[:=-]\s*(?P<value>\d,\d{3}|\d{1,4}))[)\]]?\.?$",
    re.IGNORECASE,
)
_DEEP = 99
"""A level's heading stands under every other."""
_FACTOR_CELL = re.compile(r"\bfactor\s+[1-9][AB]?(?=\s|$)", re.IGNORECASE)
_MATRIX = 200
"""A row of a matrix is not longer, in characters."""
_WRAPPED = 4
"""One row of a matrix is wrapped onto no more rows than this."""
_SAYS = 8
"""A description has more letters than this."""
_LABEL = r"(?:levels?|purpose|of|contacts?|personal|persons?|contacted)"
_CHART_ROWS = 60
"""A chart and the notes below it have no more rows."""
_CHART_LINE = re.compile(
    r"(?:^|(?<=\s))(?:6-|7-)?\(?([1-4]|[A-Da-d])[.)]?\s+((?:\d{2,3}\s*[*†‡#]*(?:\s+|$))+)$"
)
_BESIDE = 30
"""What stands beside a row of a chart is shorter, in characters."""
_CELL = re.compile(r"(?P<points>\d{2,3})\s*(?P<mark>[*†‡#]*)")


def conversion_rows(rows: Sequence[Row]) -> list[GradeRange]:
    """Read ranges of points with their grades, wherever grade and range stand on a row.

    Where a column of ranges and a column of grades were taken apart, they are put together
    again in order. The result is sorted by grade.
    """
    found: list[GradeRange] = []
    ranges: list[tuple[int, int | None, str]] = []
    grades: list[int] = []
    for row in rows:
        text = " ".join(fold(row.text).split())
        spans = [(m.start(), m.end(), *_limits(m)) for m in _RANGE.finditer(text)]
        if not spans:
            alone = [_ONLY_GRADE.match(part) for part in re.split(r"\s*\|\s*|\s{2,}", text)]
            grades += [int(m["grade"]) for m in alone if m is not None]
            continue
        if len(text) > 40 + 40 * len(spans):
            continue
        outside = _outside(text, [(start, end) for start, end, *_ in spans])
        on_row = [int(m["grade"]) for m in _GRADE.finditer(outside)]
        if len(on_row) == len(spans):
            found += [
                _row(grade, low, high, row.page)
                for grade, (_, _, low, high) in zip(on_row, spans, strict=True)
            ]
        elif not on_row:
            ranges += [(low, high, row.page) for _, _, low, high in spans]
    if ranges and len(ranges) == len(grades):
        found += [
            _row(grade, low, high, page)
            for grade, (low, high, page) in zip(grades, ranges, strict=True)
        ]
    unique: dict[tuple[int, int, int | None], GradeRange] = {}
    for entry in found:
        unique.setdefault((entry.grade, entry.min, entry.max), entry)
    return sorted(unique.values(), key=lambda entry: (entry.grade, entry.min))


def _row(grade: int, low: int, high: int | None, page: str) -> GradeRange:
    return GradeRange.model_construct(grade=grade, min=low, max=high, page=page)


def _limits(found: re.Match[str]) -> tuple[int, int | None]:
    low = _number(found["low"] or found["least"])
    return low, _number(found["high"]) if found["high"] else None


def _number(text: str) -> int:
    return int(text.replace(",", ""))


def _outside(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return a text with some spans blanked, so that places stay."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def stand_apart(rows: Sequence[Row]) -> bool:
    """Tell whether levels are named on short rows of their own: their headings, and no chart's."""
    short = [fold(row.text) for row in rows if len(row.text) < _BESIDE]
    return sum(len(_LEVEL_IN.findall(text)) == 1 for text in short) > 1


def level_points(rows: Sequence[Row]) -> Iterator[tuple[str, int, Row]]:
    """Yield levels with their points from rows of tables that hold little else."""
    for row in rows:
        text = " ".join(fold(row.text).split())
        pairs = list(_PAIR.finditer(text))
        if not pairs or len(text) > 60 + 24 * len(pairs):
            continue
        rest = _outside(text, [m.span() for m in pairs])
        if sum(c.isalpha() for c in rest) > 50:
            continue
        for pair in pairs:
            yield pair["level"].upper(), _number(pair["points"]), row


def points_at_end(text: str) -> int | None:
    """Return the points that stand in parentheses behind the last words of a level's text."""
    found = _AT_END.search(fold(text).rstrip())
    return _number(found["points"]) if found is not None else None


def points_below(draft: Draft) -> int | None:
    """Take the points that stand alone below a level's text off it, as a table's last column."""
    found = _ALONE.match(" ".join(fold(draft.rows[-1].text).split())) if draft.rows else None
    if found is None or len(draft.rows) < 2:
        return None
    draft.rows.pop()
    return _number(found["points"] or found["value"])


def opened(rows: Sequence[Row]) -> list[Row]:
    """Return rows, those of tables of levels parted into a heading and the level's own words.

    Some issues print a factor's levels as a table: level, points, description. Its head says so,
    and it ends at the next heading.
    """
    found: list[Row] = []
    tabled = False
    for row in rows:
        text = fold(row.text)
        tabled = bool(_TABLE_HEAD.match(" ".join(text.split()))) or (tabled and not row.heading)
        cells = _TABLE_ROW.match(text) if tabled else None
        if cells is None:
            found.append(row)
            continue
        at = row.start + cells.end()
        head = f"Level {cells['level']} - {cells['points']} Points"
        found.append(Row(head, row.start, at, row.page, _DEEP))
        found.append(Row(row.text[cells.end() :], at, row.end, row.page))
    return found


def is_matrix_row(row: Row) -> bool:
    """Tell whether a row is of a matrix that says for which series a level is used.

    Such a row holds codes of series or marks (X, Yes, No) with a few words beside them, and is
    no sentence.
    """
    text = " ".join(fold(row.text).replace("|", " ").split())
    if not text or len(text) > _MATRIX or text.endswith((".", ";", ":")):
        return False
    if _specialties(text) or _MARKED_SERIES.match(text):
        return True
    words = _FACTOR_CELL.sub("X", text.replace(",", " ")).split()
    signs = [word for word in words if _MATRIX_SIGN.match(word)]
    return len(signs) >= 2 and len(words) - len(signs) <= 4 * len(signs)


def wrapped_matrix_row(rows: Sequence[Row]) -> int:
    """Return how many rows together are one row of a matrix whose cells were wrapped, or 0."""
    joined = ""
    for count, row in enumerate(rows[:_WRAPPED], start=1):
        joined = f"{joined} {' '.join(fold(row.text).replace('|', ' ').split())}".strip()
        if count > 1 and _MARKED_SERIES.match(joined):
            return count
    return 0


def _specialties(text: str) -> bool:
    """Tell whether a row names series and specialties, and for which of them there are examples."""
    rest, examples = _EXAMPLES.subn(" ", text)
    rest, named = _SPECIALTY.subn(" ", rest)
    words = rest.replace(",", " ").split()
    told = [word for word in words if word not in ("and", "of", "or", "the", "for", "&", "-")]
    if len(told) > _TITLE_WORDS or not all(word[0].isupper() or word[0].isdigit() for word in told):
        return False
    return bool(named or examples or (told and set(told) <= _COLUMN_HEADS))


def level_tail(row: Row) -> tuple[str, int, str] | None:
    """Return level, points and text of a row that ends in them, as tables print levels."""
    found = _TAIL.match(" ".join(fold(row.text).replace("|", " ").split()))
    if found is None or len(found["text"]) > 200 or not _describes(found["text"]):
        return None
    return found["level"].upper(), _number(found["points"]), row.text[: len(found["text"])].strip()


def _describes(text: str) -> bool:
    """Tell whether a text says something, rather than being cells of a chart."""
    return not _LEVEL_IN.search(text) and sum(c.isalpha() for c in text) > _SAYS


def combined_chart(rows: Sequence[Row]) -> CombinedChart | None:
    """Read the chart for Factors 6 and 7: numbered and lettered levels, points where they meet.

    Either side may be the rows. A mark behind a number (an asterisk) says the combination is
    unlikely when a note to the chart says so.
    """
    columns: list[str] = []
    lines: dict[str, list[tuple[int, bool]]] = {}
    page = ""
    unlikely = any("unlikely" in row.text.lower() for row in rows)
    for row in rows:
        text = " ".join(fold(row.text).replace("|", " ").split())
        header = _header(text)
        if header and len(header) > len(columns) and not lines:
            columns, page = header, row.page
            continue
        side, cells = _line(text)
        if columns and side and cells and side not in lines:
            lines[side] = [(int(m["points"]), bool(m["mark"]) and unlikely) for m in cells]
    if not columns or len(lines) < 2:
        return None
    points: dict[str, dict[str, int]] = {}
    marked: list[str] = []
    for side, values in lines.items():
        if len(values) != len(columns) or side.isdigit() == columns[0].isdigit():
            return None
        for column, (value, mark) in zip(columns, values, strict=True):
            number, letter = (side, column) if side.isdigit() else (column, side)
            points.setdefault(f"6-{number}", {})[f"7-{letter}"] = value
            marked += [number + letter] if mark else []
    return CombinedChart.model_construct(
        rows=6, columns=7, page=page, unlikely=tuple(sorted(marked)), points=points
    )


def chart_start(rows: Sequence[Row]) -> int | None:
    """Return the place of the row that heads a chart at the end of some rows, or None."""
    for place in range(len(rows) - 1, max(-1, len(rows) - _CHART_ROWS), -1):
        text = " ".join(fold(rows[place].text).replace("|", " ").split())
        if _header(text) and combined_chart(rows[place:]) is not None:
            return place
    return None


def _header(text: str) -> list[str]:
    """Return the levels a chart's head names: letters or numbers that follow each other.

    A standard that describes only the upper levels has a chart that begins with them.
    """
    words = re.sub(rf"\b{_LABEL}\b", " ", text, flags=re.IGNORECASE)
    parts = [part.strip("().").upper() for part in words.split()]
    if len(parts) < 2:
        return []
    for first in "AB123":
        wanted = [chr(ord(first) + step) for step in range(len(parts))]
        if parts == wanted:
            return parts
    return []


def _line(text: str) -> tuple[str, list[re.Match[str]]]:
    """Return the level a row of a chart is for, and its cells.

    Before the level may stand what runs down the side of a chart, a word or one letter of it.
    """
    found = _CHART_LINE.search(text)
    if found is None or len(text) - len(found[0]) > _BESIDE:
        return "", []
    return found[1].upper(), list(_CELL.finditer(found[2]))
