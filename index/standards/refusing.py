"""What is no standard is refused by what it is, and a flysheet says where it sends the reader."""

from __future__ import annotations

import re
from typing import NamedTuple

from core.errors import DocumentError
from index.language.structure import fold
from index.standards.guides import degrees, leading
from index.standards.rows import Source

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


_WAGE = re.compile(
    r"\bfederal wage system\b|\bjob grading standard\b|\bW[GLS]-\d{4}\b", re.IGNORECASE
)
_DEGREE = re.compile(r"^degree [A-F]\b|^(?:level|degree) [A-F]\b.{0,12}\bpoints?\b", re.IGNORECASE)


_STANDARD = re.compile(
    r"classification standard|job family|fly ?-?sheet|grade[- ](?:level )?(?:evaluation )?guide|"
    r"evaluation guide|supervisory guide|\bseries\b(?!.{0,3}(?:&|and) grade)|primary standard",
    re.IGNORECASE,
)
"""How the title of a standard or a guide reads."""
_APPLIED = re.compile(r"^(?:standards?|guides?)(?:\(s\))? (?:used|applied)\b", re.IGNORECASE)
"""A line that names the standard by which one position was graded."""
_ONE_LEVEL = re.compile(
    r"^(?:factor\s+(?P<key>[1-9])\b.{0,70}?)?\b(?:level|fld|fl)\s*#?\s*(?P<level>[1-9]-[1-9A-E])\b"
    r".{0,30}$",
    re.IGNORECASE,
)
_FEW = 5
"""A description of one position credits at least so many factors, each with one level."""


_MANY = 3
"""Signs of a position description stand in other documents too: so many of them must agree."""
_MOST = 4
"""As many must agree for an evaluation of a position, which reads much like its description."""


class _Kind(NamedTuple):
    """A kind of document: what it is, and what shows it; as many signs must be there as needed."""

    what: str
    needed: int
    signs: tuple[str, ...]


_KINDS = (
    _Kind(
        "is a guidance document: it tells how standards are applied, and sets no grades",
        1,
        (
            r"^.{0,70}\b(?:interpretive|policy|classification|implementing) guidance\b.{0,60}$",
            r"^memorandum (?:for|to)\b|^subject:.{0,80}\bguidance\b",
            (
                r"\bthis (?:document|guidance|memorandum|paper) (?:provides|gives|offers|contains) "
                r"(?:\w+ ){0,3}(?:guidance|information|advice)\b"
            ),
            r"^(?:frequently asked questions|fact sheet)\b",
        ),
    ),
    _Kind(
        "is an evaluation of one position: it applies a standard and sets no grades for others",
        _MOST,
        (
            r"^.{0,40}\b(?:evaluation|grading) (?:statement|worksheet|record|sheet)\b",
            r"\bPD (?:number|no\b|#)|\bposition (?:number|no\.)|\bposition(?: title)?:",
            r"\b(?:standards?|guides?)(?:\(s\))? (?:used|applied)\b\s*:",
            r"^total points\b.{0,30}\bgrade\b|^(?:final|total) (?:grade|points)\b.{0,20}\d",
            r"\bincumbent\b",
        ),
    ),
    _Kind(
        "is a position description: it describes one position, and grades no others",
        _MANY,
        (
            r"\bposition descriptions?\b",
            r"^(?:[IVX\d]+[.)]\s*)?(?:major )?duties(?: and responsibilities)?\s*:?$",
            r"\b\d{1,3}\s?(?:%|percent)",
            r"\bincumbent\b",
            (
                r"\bPD (?:number|no\b|#)|\bposition (?:number|no\.)|\borganizational title\b|"
                r"\bFLSA\b|fair labor standards act|bargaining unit|other duties as assigned|"
                r"conditions of employment|^(?:this|the) position is located (?:in|within)"
            ),
            r"\bG[SG]-?\d{3,4}(?:/\d{3,4})*-\d{1,2}\s*$",
            r"^(?:final grade|total points|grade range)\s*:",
            r"^(?:job title|series & grade|role summary|key objectives)\b",
        ),
    ),
    _Kind(
        "is an announcement of a vacancy: it says what is offered, not how work is graded",
        2,
        (
            r"\b(?:vacancy|job) announcement\b|\busajobs\b",
            r"\bhow to apply\b|\bwho may apply\b",
            (
                r"\bopen(?:ing)? (?:period|date)|\bclos(?:ing|es?) (?:date|on)\b|"
                r"^area of consideration"
            ),
        ),
    ),
    _Kind(
        "is a handbook or reference: it explains classification and sets no grades",
        1,
        (
            r"\bthis (?:publication|book|handbook|reference|text|manual) explains\b",
            r"\bis not (?:itself )?a (?:position )?classification standard\b",
            (
                r"\bdoes not (?:establish|set|prescribe) (?:any )?(?:new )?"
                r"(?:grade[- ]level |grading )?criteria\b"
            ),
        ),
    ),
)
_OPENING = 40
"""Signs of what a document is stand on its first rows, as many as this, where one is enough."""
_SECTION = re.compile(
    r"^(?:§+\s*|sec(?:tion|\.)\s+)\d+\w*\.?\d*\w*[.\s]|^part \d+\s*[-—–]", re.IGNORECASE
)


def refuse_other_kinds(source: Source) -> None:
    """Refuse what is no standard by its own words.

    Raises:
        DocumentError: it is a handbook, a decision, a regulation, a position description or
            another document that grades nothing.
    """
    document = source.document
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
    elif not _STANDARD.search(document.title) or _APPLIED.search(document.title):
        what = _otherwise(source)
    if what:
        raise DocumentError(
            what, where=document.id, hint="Read it in with fes ingest to search and quote it."
        )


def _otherwise(source: Source) -> str:
    """Return what a document is by the signs on its rows, or "" when none tells."""
    rows = [" ".join(fold(row.text).split()) for row in source.rows]
    if sum(1 for row in rows if _SECTION.match(row)) > 1:
        return "is a regulation or a law, not a classification standard"
    for kind in _KINDS:
        within = rows if kind.needed > 1 else rows[:_OPENING]
        found = sum(
            1 for sign in kind.signs if any(re.search(sign, row, re.IGNORECASE) for row in within)
        )
        if found and kind.needed == _MANY and _one_level_each(rows):
            found += 2
        if found >= kind.needed:
            return kind.what
    return ""


def _one_level_each(rows: list[str]) -> bool:
    """Tell whether headings credit factors with one level each, as for one position."""
    levels: dict[str, set[str]] = {}
    for row in rows:
        found = _ONE_LEVEL.match(row)
        if found is not None:
            levels.setdefault(found["level"][0], set()).add(found["level"].upper())
    return len(levels) >= _FEW and all(len(named) == 1 for named in levels.values())


def _with_article(title: str) -> str:
    return f'"{title}"'


def grades_by_degrees(source: Source) -> bool:
    """Tell whether a guide describes its factors by lettered degrees."""
    return sum(1 for row in source.rows if _DEGREE.match(fold(row.text))) > 1


def refusal(source: Source) -> DocumentError:
    """Return the error for a document without grading criteria, and where it sends the reader."""
    document = source.document
    text = " ".join(document.text.split())
    if leading.is_leader_guide(document.title):
        return DocumentError(
            f'is "{document.title}", a guide for leaders: it describes no levels, and says in no '
            "way that can be read by how many grades the leader stands above the work led",
            where=document.id,
            hint="Grade the work led with its own standard, apply this guide's rule by hand, and "
            "fes ingest it: its pages are searched and quoted then.",
        )
    if grades_by_degrees(source):
        return DocumentError(
            f'is "{document.title}", which grades by degrees of its own, neither levels of the '
            "Factor Evaluation System nor descriptions of grades, and "
            f"{degrees.lacks(source.rows) or 'it could not be read as such'}",
            where=document.id,
            hint="Apply it by hand from the pages, and fes ingest it: they are searched and "
            "quoted then.",
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
