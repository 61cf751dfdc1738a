"""What a standard's document is: its id, title, edition and series, or why it is no standard."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from core.errors import DocumentError
from index.language import structure
from index.models import Document
from index.standards.outline.marks import fold
from index.standards.rows import Row, Source

PRIMARY_ID = "fes-primary"
SUPERVISORY_ID = "gssg"

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("january", "february", "march", "april", "may", "june", "july", "august", "september",
         "october", "november", "december"), start=1)
}  # fmt: skip
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
_GUIDES = re.compile(
    r"\b(?:[A-Z][\w-]*(?:,? (?:and |of |for |in |the )*)){1,9}"
    r"(?:Grade[- ]?(?:Level|Evaluation)? ?Guide|Guide|Standards?)\b"
    r"(?: for (?:[A-Z][\w-]*(?:,? (?:and |of |in )?)?){1,9})?"
)
_SENDS = re.compile(
    r"\bevaluat\w*|\bgrading criteria\b|\b(?:grade|classify)\b.{0,80}\b(?:using|reference|with)\b",
    re.IGNORECASE,
)
_GRADES_NOTHING = re.compile(
    r"does not (?:provide|contain|include|have)[^.]{0,60}\b(?:grading|grade[- ]level) criteria|"
    r"\b(?:no|without) (?:specific )?(?:grading|grade[- ]level) criteria|"
    r"\bgrade[- ]level criteria\b[^.]{0,60}\bnot been developed",
    re.IGNORECASE,
)


_SERIES_ROW = re.compile(
    r"^(?:[A-Z][\w&/() -]{3,70}?(?: series)?,? +(?:GS-)?(?P<code>0[0-9]{3}|[12][0-9]{3})"
    r"|(?:GS-)?(?P<first>0[0-9]{3}|[12][0-9]{3}),? +[A-Z][\w&/() -]{3,70})$"
)
_WAGE = re.compile(
    r"\bfederal wage system\b|\bjob grading standard\b|\bW[GLS]-\d{4}\b", re.IGNORECASE
)
_LEADS = re.compile(r"\bleader (?:grade[- ]?)?evaluation guide\b", re.IGNORECASE)
_DEGREE = re.compile(r"^degree [A-F]\b|^(?:level|degree) [A-F]\b.{0,12}\bpoints?\b", re.IGNORECASE)


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


def refuse_other_kinds(document: Document) -> None:
    """Refuse what is no standard by its own words.

    Raises:
        DocumentError: it is a handbook, a decision, a regulation or a digest.
    """
    what = ""
    if re.search(r"\bhandbook\b", document.title, re.IGNORECASE):
        what = (
            f"is {_with_article(document.title)}, which explains classification and sets no grades"
        )
    elif document.kind == "decision":
        what = "is an appeal decision, not a classification standard"
    elif document.kind == "regulation":
        what = "is a regulation, not a classification standard"
    elif re.search(r"\bdigest\b", document.title, re.IGNORECASE):
        what = "is a digest of decisions, not a classification standard"
    elif _WAGE.search(document.title):
        what = "grades trades and labor work of the Federal Wage System, not General Schedule work"
    elif re.search(r"\bqualification standards?\b", document.title, re.IGNORECASE):
        what = "is a qualification standard: it says who may be hired, not how work is graded"
    if what:
        raise DocumentError(
            what, where=document.id, hint="Read it in with fes ingest to search and quote it."
        )


def _with_article(title: str) -> str:
    return f'"{title}"'


def refusal(source: Source) -> DocumentError:
    """Return the error for a document without grading criteria, and where it sends the reader."""
    document = source.document
    text = " ".join(document.text.split())
    if _LEADS.search(document.title):
        return DocumentError(
            f'is "{document.title}", which grades a leader by the grade of the work led: it '
            "describes no levels of its own",
            where=document.id,
            hint="Grade the work led with its own standard, and fes ingest this guide to search "
            "it.",
        )
    if sum(1 for row in source.rows if _DEGREE.match(fold(row.text))) > 1:
        return DocumentError(
            f'is "{document.title}", which grades by degrees of its own: they are neither '
            "levels of the Factor Evaluation System nor descriptions of grades",
            where=document.id,
            hint="Apply it by hand, and fes ingest it to search and quote it.",
        )
    flysheet = re.search(r"\bfly ?-?sheet\b", document.title + text[:3000], re.IGNORECASE)
    if not flysheet and not _GRADES_NOTHING.search(text):
        return DocumentError(
            f'is "{document.title}", in which no factor levels or grade levels are described '
            "in a way that can be read",
            where=document.id,
            hint="Name a classification standard or guide; fes ingest reads any document.",
        )
    sent = _sends_to(source)
    what = "a flysheet" if flysheet else "a standard without grading criteria of its own"
    where = f" It sends the classifier to: {'; '.join(sent)}." if sent else ""
    return DocumentError(
        f'is "{document.title}", {what}: it defines the work and grades nothing.{where}',
        where=document.id,
        hint="Import the guide that fits the work, and fes ingest this one to search it.",
    )


def _sends_to(source: Source) -> list[str]:
    found: dict[str, None] = {}
    for row in source.rows:
        if re.match(r"appendix\b", row.text, re.IGNORECASE) and row.heading:
            break
        for sentence in re.split(r"(?<=[.;])\s+", row.text):
            if not _SENDS.search(sentence):
                continue
            for match in _GUIDES.finditer(sentence):
                name = re.sub(
                    r"^(?:Use|Evaluate|See|Follow|The|For|Apply)\s+(?:the\s+)?", "", match.group()
                )
                name = re.sub(r"\s*\(.*$", "", name).strip(" ,")
                if name.count(" ") > 1 and not re.match(
                    r"Introduction|Position Classification", name
                ):
                    found.setdefault(name)
            multiseries = re.search(
                r"\b(?:an? )?(?:appropriate )?(?:multiseries guide|standard[s]? for [\w ,-]{5,80}|"
                r"classification standards for [\w ]{5,60})", sentence)  # fmt: skip
            if multiseries is not None:
                found.setdefault(" ".join(multiseries.group().split()))
    return list(found)[:5]
