"""The table that sums up a decision: rows of factors, levels and points, and their total."""

from __future__ import annotations

import re

from index.language import late, sentences, structure
from index.models import DecisionRow

NUMBER = r"\d{1,3}(?:,\d{3})|\d{1,4}"
_OF_SENTENCES = (
    r"\b(?:agency|activity|appellants?|we|he|she|credit\w*|assign\w*|evaluat\w*|award\w*|meets?"
    r"|met|"
    r"is|are|was|were|at|believes?|equates?|finds?|found|put)\b"
)
"""Words that the name of a factor never has: who follows a heading with them writes a sentence."""
_ROW = late.pattern(
    rf"(?<![\d.-])(?:factor\s+)?(?P<factor>[1-9][AB]?|I{{1,3}}|IV|VI{{0,3}}|IX)\s*[.):,-]?"
    rf"\s+(?=[A-Za-z])(?:(?!{_OF_SENTENCES})[A-Za-z ,/&'()-]){{4,61}}?[\s,:|-]+"
    rf"(?:(?:factor )?level\s+"
    rf"|FLD\s+)?(?P<level>(?:[1-9][AB]?)-[1-9](?:[a-d]\b)?)[\s,:(|-]+(?P<points>{NUMBER})\b"
    rf"(?!-\d)",
    re.IGNORECASE,
)
_NAMED_ROW = late.pattern(
    rf"\b(?:{'|'.join(structure.FACTOR_NAMES.values())}|Knowledge Required|Nature of Contacts)"
    rf"[\s,:.-]+(?:(?:factor )?level\s+|FLD\s+)?(?P<level>[1-9][AB]?-[1-9])[\s,:(-]+"
    rf"(?P<points>{NUMBER})\b"
    rf"(?!-\d)",
    re.IGNORECASE,
)
_BARE_ROW = late.pattern(
    rf"(?<![\d.,-])(?P<factor>[1-9])[.)]? (?P<level>[1-9]-[1-9]) (?P<points>{NUMBER})(?![\d-])"
)
_SECOND = late.pattern(
    rf"[\s,/|]+(?P<level>[1-9][AB]?-[1-9])[\s,:(-]+(?P<points>{NUMBER})\b(?!-\d)"
)
_SECOND_TOTAL = late.pattern(r"[ /|]+(?P<points>\d{1,2},\d{3}|\d{3,4})(?![\d-])(?! points)")
_COLUMNS = late.pattern(r"\b(?:agency|appellants?|OPM|our)\b", re.IGNORECASE)
_CONTACTS = (
    r"(?:\b6\.?\s*(?:and|&|/)\s*7\.?[^\d]{0,70}?"
    r"|\bpersonal contacts,?\s*(?:(?:and|&|/)?\s*(?:factor )?(?:7\b[.):,]?)?|(?:and|&|/))\s*"
    r"(?:the )?purpose of (?:the )?contacts[\s,:.-]*"
    r"|\bpersonal contacts[\s,:.-]*(?=\S{2,4}[\s,:(-]+\d+ (?:and )?7[.):]? purpose))"
)
"""The two factors on contacts named together, on one line or on two."""
_CHART_LEVEL = r"(?:level )?(?P<level>[1-4]\s?[-/]?\s?[a-d])(?![a-z])"
_BOTH = late.pattern(rf"{_CONTACTS}{_CHART_LEVEL}[\s,:(-]+(?P<points>{NUMBER})\b", re.IGNORECASE)
_IS = (
    r"(?:is|are|must be) (?:therefore |thus |hence |accordingly |also |\w+ly )?"
    r"(?:credited|assigned|awarded)"
)
_BOTH_SAID = late.pattern(
    r"\b(?:credit|assign|award"
    r"|evaluat)\w*[^.;]{0,60}?\blevels?\s+(?P<level>[1-4]\s?[-/]?\s?[a-d])\b"
    rf"[\s,(]*(?:for )?(?P<points>{NUMBER}) points"
    r"|\blevels?\s+(?P<level2>[1-4]\s?[-/]?\s?[a-d])\b"
    rf"[\s,(]*(?:for )?(?P<points2>{NUMBER}) points\)?,? {_IS}"
    r"|\blevels?\s+(?P<level3>[1-4]\s?[-/]?\s?[a-d])\b "
    rf"{_IS},? (?:for |with |at )?(?P<points3>{NUMBER}) points",
    re.IGNORECASE,
)
"""A sentence that credits a cell of the chart for contacts: a level, a letter and one value."""
_APART = late.pattern(
    r"\b(?:persons?|people|contacts?|factor 6)\b(?:(?!\blevel [1-4]\b)[^;]){0,120}?\blevel"
    r" (?P<level>[1-4])"
    r"(?![\w-])(?:(?!\blevel \S)[^;]){0,200}?\bpurposes?\b(?:(?!\blevel \S)[^;]){0,120}?\blevel"
    r" (?P<letter>[a-d])(?![\w-])(?:(?!\blevel \S)[^;]){0,90}?"
    rf"(?<![\d,.-])(?P<points>{NUMBER}) points\b",
    re.IGNORECASE,
)
"""Both halves of a cell apart: contacts at level 2, their purpose at level b, and one value."""
_OF_OTHERS = late.pattern(
    r"\b(?:agency|activity|command|appellants? (?:believes?|claims?|contends?|argues?)|you"
    r" (?:believe"
    r"|claim|contend|argue))\b(?!.*\bwe\b)",
    re.IGNORECASE,
)
_TOTAL = late.pattern(
    r"\btotal(?:s|ed|ing)?\b[^.\d]{0,40}?(?<![-\d])(?P<points>\d{1,3}(?:,\d{3})|\d{3,4})\b(?!-\d)"
    r"|\b(?P<points2>\d{1,3}(?:,\d{3})|\d{3,4}) total points\b(?! ?[:=-]? ?\d)",
    re.IGNORECASE,
)
_GRADE = late.pattern(r"\b(?:GS|GL|GG|GM|grade)[ -]*(?P<grade>\d{1,2})\b(?!-\d)", re.IGNORECASE)
_CONVERTS = late.pattern(
    r"\b(?:convert\w*|equates?|equivalent|falls?|range|conversion|supports?|graded)\b",
    re.IGNORECASE,
)
_TABLE = 3
"""So many rows without the factors' names make a table."""
_HEADS = 120


def summary_table(flat: str) -> tuple[DecisionRow, ...]:
    """Return the rows of the table of factors, levels and points; the last statement counts."""
    rows: dict[str, DecisionRow] = {}
    ours: str | None = None
    for match in _ROW.finditer(flat):
        factor = structure.factor_number(match["factor"])
        level = match["level"].upper()
        # The level names the factor again; where the two differ this is no row of the table.
        if str(structure.factor_of(level)) != str(factor):
            continue
        if ours is None:
            ours = _column(flat[max(0, match.start() - _HEADS) : match.start()])
        row = _of_column(flat, match, ours)
        if row is not None:
            rows[str(factor)] = DecisionRow(
                factor=str(factor), level=_printed(row["level"]), points=number(row["points"])
            )
    for match in _NAMED_ROW.finditer(flat):
        row = _of_column(flat, match, ours or "")
        if row is not None:
            level = row["level"].upper()
            factor = str(structure.factor_of(level))
            rows.setdefault(
                factor, DecisionRow(factor=factor, level=level, points=number(row["points"]))
            )
    bare = [m for m in _BARE_ROW.finditer(flat) if m["level"].startswith(m["factor"])]
    if len(bare) >= _TABLE and not rows:
        for match in bare:
            rows[match["factor"]] = DecisionRow(
                factor=match["factor"], level=match["level"], points=number(match["points"])
            )
    both = _BOTH.search(flat)
    if both:
        rows["6/7"] = DecisionRow(
            factor="6/7", level=_cell(both["level"]), points=number(both["points"])
        )
    return tuple(rows[key] for key in sorted(rows))


def contacts_credited(flat: str) -> DecisionRow | None:
    """Return the cell of the chart for both factors on contacts that a sentence credits."""
    found = _BOTH_SAID.search(flat)
    if found is None:
        return _contacts_apart(flat)
    level = found["level"] or found["level2"] or found["level3"]
    points = found["points"] or found["points2"] or found["points3"]
    return DecisionRow(factor="6/7", level=_cell(level), points=number(points))


def _contacts_apart(flat: str) -> DecisionRow | None:
    for found in _APART.finditer(flat):
        opens = max(0, flat.rfind(". ", 0, found.start()))
        if not _OF_OTHERS.search(flat[opens : found.end()]):
            cell = f"{found['level']}-{found['letter'].lower()}"
            return DecisionRow(factor="6/7", level=cell, points=number(found["points"]))
    return None


def _cell(level: str) -> str:
    """Return a cell of the chart for contacts as printed, without spaces: ``2-b``, ``2b``."""
    return "".join(level.lower().split())


def _printed(level: str) -> str:
    """Return a level as guides print it: ``4A-2``, ``3-2c``."""
    factor, _, rank = level.partition("-")
    return f"{factor.upper()}-{rank.lower()}"


def _column(heads: str) -> str:
    """Return which of two columns is OPM's, from the heads of a table: first, last or unknown."""
    named = [match.group().lower() for match in _COLUMNS.finditer(heads)]
    if "opm" not in named and "our" not in named:
        return ""
    at = next(i for i, name in enumerate(reversed(named)) if name in ("opm", "our"))
    if at == 0:
        return "last"
    return "first" if at == 1 else ""


def _of_column(flat: str, row: re.Match[str], ours: str) -> re.Match[str] | None:
    """Return the level and points of OPM's column; None where nothing tells which it is."""
    second = _SECOND.match(flat, row.end())
    if second is None or second["level"].partition("-")[0] != row["level"].partition("-")[0]:
        return row
    return {"first": row, "last": second}.get(ours)


def number(text: str) -> int:
    """Return a number printed with or without a comma for its thousands."""
    return int(text.replace(",", ""))


def totals(flat: str) -> tuple[int | None, int | None]:
    """Return the total points and the grade they convert to, as the decision states them."""
    total: int | None = None
    for match in _TOTAL.finditer(flat):
        near = flat[max(0, match.start() - 30) : match.end() + 20]
        rows = flat[max(0, match.start() - 200) : match.start()]
        if "point" not in near.lower() and not _ROW.search(rows):
            continue
        printed = _of_total(flat, match)
        total = number(printed) if printed else total
    if total is None:
        return None, None
    grade: int | None = None
    start = 0
    for end in sentences.ends(flat):
        sentence = flat[start:end]
        start = end
        stated = str(total) in sentence.replace(",", "") or "total" in sentence.lower()
        if (
            not stated
            or not _CONVERTS.search(sentence)
            or "point" not in flat[max(0, end - 400) : end]
        ):
            continue
        # Rows of the table may run on before the sentence that converts their total.
        tail = (
            sentence[max(0, sentence.lower().rfind("total")) :] if len(sentence) > 300 else sentence
        )
        grades = [int(m["grade"]) for m in _GRADE.finditer(tail)]
        if grades:
            grade = grades[-1] if len(set(grades)) > 1 and "through" in tail else grades[0]
    return total, grade


def totals_listed(flat: str) -> dict[int, int]:
    """Return the grade that each total converts to, where sentences tell several of them."""
    found: dict[int, int] = {}
    start = 0
    for end in sentences.ends(flat):
        sentence, start = flat[start:end], end
        total, grade = _TOTAL.search(sentence), None
        if total is not None and _CONVERTS.search(sentence):
            grade = _GRADE.search(sentence, total.end())
        if total is not None and grade is not None:
            found[number(total["points"] or total["points2"])] = int(grade["grade"])
    return found


def _of_total(flat: str, match: re.Match[str]) -> str:
    """Return the number of a total: OPM's where the row has a number in each of two columns."""
    last = _SECOND_TOTAL.match(flat, match.end())
    first = match["points"] or match["points2"]
    if last is None or not match["points"]:
        return str(first)
    rows = next(_ROW.finditer(flat), None)
    ours = _column(flat[max(0, rows.start() - _HEADS) : rows.start()]) if rows else ""
    return {"first": str(first), "last": last["points"]}.get(ours, "")
