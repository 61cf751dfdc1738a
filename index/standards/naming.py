"""What a standard's document is: its id, title, edition and series, or why it is no standard."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from index.language import structure
from index.language.structure import fold
from index.language.words import MONTHS
from index.models import Document
from index.standards.rows import Row, Source

PRIMARY_ID = "fes-primary"
SUPERVISORY_ID = "gssg"

_MONTHS = {name: number for number, name in enumerate(MONTHS, 1)}
_DATE = re.compile(
    rf"\b(?P<month>{'|'.join(_MONTHS)})\s+(?:\d{{1,2}},\s+)?(?P<year>1[89]\d\d|20\d\d)\b",
    re.IGNORECASE,
)
_DATED = re.compile(
    rf"(?:\b(?:TS|HRCD|WCPS|PCS)-\d+\s*,?\s*|\b(?:issued|revised|effective|date[d]?)\s*:?\s*)"
    rf"(?:{'|'.join(_MONTHS)})\s+(?:\d{{1,2}},\s+)?(?:1[89]|20)\d\d",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    rf",?\s+(?:TS|HRCD|WCPS)-\d+,?\s+(?:{'|'.join(_MONTHS)})\s+\d{{4}}$", re.IGNORECASE
)
"""The number and date of issue behind a title that is only printed at the head of pages."""
_NUMERIC = re.compile(
    r"(?:issued|revised|date)\s*:?\s*(?P<month>\d{1,2})/(?:\d{1,2}/)?"
    r"(?P<year>(?:1[89]|20)\d\d)",
    re.IGNORECASE,
)
_COMMON = re.compile(
    r"\b(?:position|classification|standard|for|the|a|an|of|job|family)\b", re.IGNORECASE
)
_CODE = re.compile(r"\b(?P<plan>GS|GG)[- ](?P<code>\d{3,4})(?P<suffix>[A-Z]?)\b(?!-\d)")
_BARE_CODE = re.compile(
    r"\b(?:series|group|family),?\s+(?P<code>\d{4})(?P<suffix>[A-Z]?)\b", re.IGNORECASE
)
_SERIES_ROW = re.compile(
    r"^(?:[A-Z][\w&/() -]{3,70}?(?: series)?,? +(?:GS-)?(?P<code>0[0-9]{3}|[12][0-9]{3})"
    r"|(?:GS-)?(?P<first>0[0-9]{3}|[12][0-9]{3}),? +[A-Z][\w&/() -]{3,70})$"
)


def issued(document: Document) -> date | None:
    """Return the first day of the month of the edition, or None when none is printed.

    A revision counts over the issue it revises; the collection that carried a reissue (HRCD)
    does not count when the document prints its own date.
    """
    head = fold(document.text[:8000])
    printed = document.edition if _DATE.search(document.edition) else ""
    if not printed:
        printed = ", ".join(match.group() for match in _DATED.finditer(head))
    if not printed:
        rows = [line.strip() for line in head.split("\n")[:60]]
        printed = next((line for line in rows if _DATE.fullmatch(line)), "")
    found: list[tuple[bool, bool, date]] = []
    at = 0
    for match in _DATE.finditer(printed):
        before = printed[at : match.start()].lower()
        day = date(int(match["year"]), _MONTHS[match["month"].lower()], 1)
        found.append(("revised" in before, "hrcd" not in before, day))
        at = match.end()
    if found:
        return max(found)[2]
    numeric = _NUMERIC.search(head)
    if numeric is not None and 1 <= int(numeric["month"]) <= 12:
        return date(int(numeric["year"]), int(numeric["month"]), 1)
    return None


_TITLE_LIKE = re.compile(
    r"\b(?:standard|guide|series|fly ?-?sheet|job family|handbook|introduction|digest)\b",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(r"\b(?:for|of|the|and|in|to)$|[,:-]$", re.IGNORECASE)


def title_of(source: Source) -> str:
    """Return the document's title, whole, even where its lines were taken for separate ones."""
    document = source.document
    rows = [row for row in source.rows[:20] if len(row.text) < 140]
    title = document.title
    if not _TITLE_LIKE.search(title):
        named = [row.text for row in rows if _TITLE_LIKE.search(row.text)]
        title = named[0] if named else title
    folded = " ".join(fold(title).split())
    lines = [" ".join(row.text.split()) for row in rows[:6]]
    for place, line in enumerate(lines):
        if fold(line).lower() != folded.lower():
            continue
        while _UNFINISHED.search(title) and place + 1 < len(lines):
            place += 1  # noqa: PLW2901 - the lines that finish the title follow the one it began on
            title = f"{title} {lines[place]}"
        break
    return structure.tidy_heading(_ISSUE.sub("", title))


def standard_id(title: str, series: Sequence[str]) -> str:
    """Return the id: the code in the title (``gs-0200``), else the first series, else a name."""
    folded = fold(title)
    if re.search(r"\bsupervisory guide\b", folded, re.IGNORECASE):
        return SUPERVISORY_ID
    code = _CODE.search(folded) or _BARE_CODE.search(folded)
    if code is not None:
        return f"gs-{code['code'].zfill(4)}{code['suffix'].lower()}"
    if series and not re.search(r"\bguide\b", folded, re.IGNORECASE):
        return f"gs-{series[0]}"
    slug = re.sub(r"[^a-z0-9]+", "-", _COMMON.sub(" ", folded).lower()).strip("-")
    return slug[:60].strip("-") or "standard"


def covered(title: str, found: Sequence[str]) -> tuple[str, ...]:
    """Return the series covered: those listed, and the title's own unless it is a group's."""
    codes = [code["code"].zfill(4) for code in _CODE.finditer(fold(title))]
    codes += [code["code"] for code in _BARE_CODE.finditer(fold(title))]
    own = [code for code in codes if not (code.endswith("00") and found)]
    return tuple(
        dict.fromkeys([*own, *(code for code in found if code not in codes or code in own)])
    )


def listed(rows: Sequence[Row], known: Sequence[str]) -> list[str]:
    """Return the series known, and those that rows of the coverage list with their names."""
    codes = list(known)
    for row in rows:
        found = _SERIES_ROW.match(" ".join(fold(row.text).split()))
        code = (found["code"] or found["first"]) if found is not None else ""
        if code and code not in codes:
            codes.append(code)
    return codes


def primary_part(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of the Primary Standard in a document that prints it as an appendix."""
    start = next(
        (
            place
            for place, row in enumerate(rows)
            if re.fullmatch(r"(?:the )?primary standard", row.text.strip(" :."), re.IGNORECASE)
            and (row.heading or row.text.isupper())
        ),
        None,
    )
    if start is None:
        return []
    end = next(
        (
            place
            for place in range(start + 1, len(rows))
            if rows[place].heading and re.match(r"appendix\b", rows[place].text, re.IGNORECASE)
        ),
        len(rows),
    )
    return list(rows[start:end])


def section_before(rows: Sequence[Row], row: Row) -> str:
    """Return the appendix under which a row stands, such as ``Appendix 3``, or ""."""
    for other in reversed([one for one in rows if one.start < row.start]):
        if other.heading and re.match(r"appendix\b", other.text, re.IGNORECASE):
            return structure.tidy_heading(other.text).title()
    return ""
