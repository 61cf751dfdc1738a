"""What a person has set right in a reading, put into the document's rows before it is read.

A correction names a level and the first and last words of its text. The row on which they stand
is parted there, and the level opens at its first word whatever the rows around it look like; a
short piece right before it that holds the level's number or points is its heading. A range of
grades or a cell of the chart is put in the place of the one that was read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from core.errors import StandardError
from core.standards.criteria import CombinedChart, GradeRange
from core.standards.settled import Correction, Figure
from index.language import structure
from index.standards.record import ReadFactor, ReadLevel
from index.standards.rows import Row, Source

_HEADING = 70
"""A heading is not longer, in characters."""
_SENTENCE_END = re.compile(r"[.;:!?][\"”’')\]]*\s+(?=\S)")


def rows(source: Source, corrections: Sequence[Correction]) -> list[Row]:
    """Return a document's rows with the places marked where corrected levels begin and end.

    Raises:
        StandardError: the words a correction names do not stand in the document, or in two
            places.
    """
    found = list(source.rows)
    for correction in corrections:
        if not correction.begins:
            continue
        start = _find(source, correction.begins, correction, 0)
        found = _opened(found, start, correction)
        if correction.ends:
            last = _find(source, correction.ends, correction, start)
            found = _closed(found, last + _length(source.document.text, last, correction.ends))
    return found


def factor(read: ReadFactor, corrections: Sequence[Correction]) -> ReadFactor:
    """Return a factor with the points and pages a person has read for its levels."""
    by_level = {one.level: one for one in corrections}

    def mended(level: ReadLevel) -> ReadLevel:
        said = by_level.get(level.level)
        if said is None:
            return level
        page = said.page or level.page
        points = level.points if said.points is None else said.points
        return level.model_copy(update={"page": page, "points": points})

    return read.model_copy(update={"levels": tuple(mended(one) for one in read.levels)})


def ranges(
    read: Sequence[GradeRange], figures: Sequence[Figure], source: Source
) -> list[GradeRange]:
    """Return a grade conversion table with the rows a person has read in it, by grade."""
    rows = {row.grade: row for row in read}
    first = source.rows[0].page if source.rows else ""
    for figure in figures:
        if figure.grade is None or figure.lowest is None:
            continue
        before = rows.get(figure.grade)
        page = figure.page or (before.page if before else next((r.page for r in read), first))
        rows[figure.grade] = GradeRange.model_construct(
            grade=figure.grade, min=figure.lowest, max=figure.highest, page=page
        )
    return [rows[grade] for grade in sorted(rows)]


def chart(read: CombinedChart | None, figures: Sequence[Figure]) -> CombinedChart | None:
    """Return a chart with the cells a person has read in it.

    Raises:
        StandardError: a cell is named in a document whose chart was not read, or of levels that
            the chart does not have.
    """
    points = {row: dict(columns) for row, columns in (read.points if read else {}).items()}
    cells = [figure for figure in figures if figure.cell is not None]
    for figure in cells:
        row, column = figure.cell or ("", "")
        if column not in points.get(row, {}):
            raise StandardError(
                f"the chart that was read has no cell of Level {row} with Level {column}",
                where="--cell",
                hint="Name the level of the row, that of the column, and the points: 6-3 7-C 180.",
            )
        points[row][column] = figure.points or 0
    return read.model_copy(update={"points": points}) if read is not None and cells else read


def _find(source: Source, words: str, correction: Correction, after: int) -> int:
    """Return where some words stand, white space and the form of dashes and quotes aside."""
    text = structure.fold_quotes(structure.fold_dashes(source.document.text))
    pattern = re.compile(_pattern(words), re.IGNORECASE)
    found = [match.start() for match in pattern.finditer(text, after)]
    if correction.page and len(found) > 1:
        on_page = [at for at in found if source.pages.at(at) == correction.page]
        found = on_page or found
    if after and found:
        return found[0]
    if len(found) == 1:
        return found[0]
    where = f"Level {correction.level}"
    if not found:
        raise StandardError(
            f"the words {words[:60]!a} do not stand in the document",
            where=where,
            hint="Copy them from the document, some six words in a row.",
        )
    raise StandardError(
        f"the words {words[:60]!a} stand in {len(found)} places",
        where=where,
        hint="Give more of them, or the page they stand on.",
    )


def _pattern(words: str) -> str:
    folded = structure.fold_quotes(structure.fold_dashes(words)).split()
    return r"\s+".join(re.escape(word) for word in folded)


def _length(text: str, at: int, words: str) -> int:
    folded = structure.fold_quotes(structure.fold_dashes(text))
    found = re.compile(_pattern(words), re.IGNORECASE).match(folded, at)
    return found.end() - at if found is not None else 0


def _opened(rows: list[Row], start: int, correction: Correction) -> list[Row]:
    """Return the rows with a level opened at a place, its heading left to no other level."""
    found: list[Row] = []
    for row in rows:
        if not row.start <= start < row.end:
            found.append(row)
            continue
        lead = row.text[: start - row.start]
        kept = _without_heading(lead, correction)
        if kept.strip():
            found.append(replace(row, text=kept.rstrip(), end=row.start + len(kept.rstrip())))
        else:
            # The level and its points may stand on a row each.
            for _ in range(2):
                if found and _is_heading(found[-1].text, correction):
                    found.pop()
        text = row.text[start - row.start :]
        found.append(Row(text, start, row.end, row.page, 0, correction))
    return found


def _closed(rows: list[Row], end: int) -> list[Row]:
    """Return the rows with a level's text ended at a place."""
    found: list[Row] = []
    for place, row in enumerate(rows):
        if row.start < end < row.end and row.text[end - row.start :].strip():
            found.append(replace(row, text=row.text[: end - row.start], end=end))
            rest = row.text[end - row.start :]
            lead = len(rest) - len(rest.lstrip())
            found.append(Row(rest.lstrip(), end + lead, row.end, row.page, 0, closes=True))
        elif row.start >= end and (place == 0 or rows[place - 1].start < end <= row.start):
            closes = row.opens is None and rows[place - 1].end <= end
            found.append(replace(row, closes=closes))
        else:
            found.append(row)
    return found


def _without_heading(lead: str, correction: Correction) -> str:
    """Return what stands before a level on its row, without the heading of the level."""
    starts = [0, *(match.end() for match in _SENTENCE_END.finditer(lead))]
    for start in starts:
        if len(lead) - start <= _HEADING and _is_heading(lead[start:], correction):
            return lead[:start]
    return lead


def _is_heading(text: str, correction: Correction) -> bool:
    """Tell whether a short piece holds the number or the points of a level."""
    if len(text) > _HEADING:
        return False
    folded = re.sub(r"\s*-+\s*", "-", structure.fold_dashes(text))
    points = correction.points
    factor, _, step = correction.level.partition("-")
    damaged = re.search(rf"\blevel\W+{factor}\W{{0,3}}{step}(?!\d)", folded, re.IGNORECASE)
    return (
        correction.level in folded
        or damaged is not None
        or bool(points and re.search(rf"(?<!\d){points:,}|(?<!\d){points}(?!\d)", folded))
    )
