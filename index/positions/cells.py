"""Lines that belong together, and text that belongs apart: cells of forms, and pasted lines.

A narrow cell wraps its caption, a table copied out of a page has one cell a line, and what is
pasted into a field may have lost its lines. Each is put right letter for letter at the same
places, by blanks for line ends and line ends for blanks, before anything is read.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from index.language.structure import FACTOR_NAMES, SUPERVISORY_NAMES
from index.positions.headings import section_name

_CAPTIONS: Final = (
    "agency pd no.", "agency position no.", "reason for submission", "service",
    "employing office location", "duty station", "opm certification no.",
    "fair labor standards act", "financial statements required", "subject to ia action",
    "position status", "position is", "sensitivity", "position sensitivity",
    "competitive level code", "agency use", "classified/graded by",
    "organizational title of position", "name of employee",
    "department, agency, or establishment", "department, agency or establishment",
    "first subdivision", "second subdivision", "third subdivision", "fourth subdivision",
    "fifth subdivision", "office of personnel management", "u.s. office of personnel management",
    "second level review", "first level review",
    "recommended by supervisor or initiating office", "supervisory certification",
    "employee review",
)  # fmt: skip
"""What Optional Form 8 prints in its boxes."""
_CAPTION: Final = re.compile(
    r"(?:^|(?<=\s))(?:\d{1,2}|[a-e])\.\s+(?:"
    + "|".join(r"\s+".join(map(re.escape, one.split())) for one in sorted(_CAPTIONS)[::-1])
    + r")(?![\w/])",
    re.IGNORECASE,
)
_NAMES: Final = (
    "(?:"
    + "|".join(
        name.replace(" ", r"\s+")
        for name in (
            r"personal contacts and(?: the)? purpose(?: of contacts)?",
            *sorted({*FACTOR_NAMES.values(), *SUPERVISORY_NAMES})[::-1],
        )
    )
    + ")"
)
FACTOR_NAME: Final = re.compile(
    r"\bfactors?[ \t]+[1-9][AB]?(?:\s*(?:and|&|/)\s*[1-9])?(?:[ \t]*[-.:\u2013\u2014]\s*|[ \t]+)"
    rf"{_NAMES}\b",
    re.IGNORECASE,
)
"""A factor's number and name, which may wrap."""
_GRADING_ROW: Final = re.compile(
    r"(?m)^[ \t|]*[c-e]\.\s+(?:(?:first|second)[- \t]+level\s+review|"
    r"recommended\s+by\s+supervisor(?:\s+or\s+initiating\s+office)?)\b",
    re.IGNORECASE,
)
"""The caption of a row that grades the position, which a narrow cell wraps."""
_WRAPPED_LABEL: Final = re.compile(
    r"(?m)^(?:organi[sz]ation(?:al)?|classification|official|position|job)\ntitle\b|"
    r"\b[A-Z]{2}-\d{4}-\n+\d{1,2}$|^.*[a-z] (?:shop|branch|division|section|office) ?/\n\w+$",
    re.IGNORECASE,
)
"""A label or a classification that a narrow cell breaks in two."""
_WRAPPED_MIN: Final = 3
_BOX_ENDS: Final = re.compile(r"\s*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
"""What stands in the last box: a first line with words, and what follows until a gap."""

_UNIT: Final = (
    "(?:Office|Bureau|Service|Division|Directorate|Branch|Section|Unit|Shop|Center|Library|"
    "Organization|Department|District)"
)
_LABEL_CAPTION: Final = re.compile(
    r"(?:^|(?<=\s))(?:"
    r"(?:(?:Official|Classification|Position|Job|Organi[sz]ational|Working|Functional)\s+)?"
    r"Title(?:\s+of\s+(?:the\s+)?Position)?|"
    r"Title,\s+Series,?\s+(?:and\s+)?Grade|"
    r"Pay\s+Plan(?:[,/]?\s*Series[,/]?\s+(?:and\s+)?Grade)?|Occupational\s+(?:Series|Code)|"
    r"(?:Position|PD|JD|Job)\s+(?:Description\s+)?(?:Number|No\.)|"
    rf"{_UNIT}\s?/\s*{_UNIT}|Duty\s+(?:Station|Location)|Reports\s+[Tt]o|"
    r"(?:Immediate\s+)?Supervisor(?:['\u2019]s)?\s+Name(?:\s+and\s+Title)?|"
    r"Super-?\s?visory\s+(?:Code|Status|Level)|Date\s+(?:Certified|Classified)|FLSA\s+Status|"
    r"Bargaining\s+Unit(?:\s+(?:Status|Code))?|Competitive\s+Level(?:\s+Code)?"
    r")(?=[\s:])"
)
"""What a cover sheet prints in its cells, where it numbers none of them."""
_ROW_MIN: Final = 2
_COVER: Final = 3000


def form_boxes(text: str) -> int:
    """Return how many different captions of Optional Form 8 a text prints in boxes."""
    return len({" ".join(one.group().casefold().split()) for one in _CAPTION.finditer(text)})


def rows_joined(text: str) -> str:
    """Return a text with what a row of a form or table holds on one line.

    A caption, a factor's name or a classification that wraps in its cell is one line; so are the
    cells of a row that are printed one a line, where their shapes tell the row.
    """
    text = _boxes_unwrapped(text, _CAPTION, _WRAPPED_MIN)
    text = _boxes_unwrapped(text[:_COVER], _LABEL_CAPTION, _ROW_MIN) + text[_COVER:]
    for pattern in (FACTOR_NAME, _GRADING_ROW, _WRAPPED_LABEL, *_ROWS):
        text = pattern.sub(_on_one_line, text)
    return _rows_counted(text)


_ROW_NUMBER: Final = re.compile(
    r"^[ \t]*(\d{1,2})\.?[ \t]*\n\s*(?=[A-Z][a-z]+ [^\n]{30})", re.MULTILINE
)


def _rows_counted(text: str) -> str:
    """Return a text with the numbers that count the rows of a table each before its row's words.

    Other numbers alone on a line, such as the shares of the rows, stay where they are.
    """
    rows: list[re.Match[str]] = []
    for one in _ROW_NUMBER.finditer(text):
        if int(one[1]) == len(rows) + 1:
            rows.append(one)
    if len(rows) < _ROW_MIN:
        return text
    made = list(text)
    for one in rows:
        made[one.start() : one.end()] = one.group().replace("\n", " ")
    return "".join(made)


_LEVEL: Final = (
    r"(?:(?:factor\s+)?(?:level|fld?|fl)[ \t]*:?[ \t]*)?[1-9][AB]?[ \t]?-[ \t]?(?:\d|[A-D])"
)
_POINTS: Final = r"\d{1,2},?\d{0,3}"
_REVIEW: Final = (
    r"^[ \t]*[a-e]\.\s+(?:office of personnel management|department, agency,? or establishment|"
    r"(?:first|second)[- ]level review|recommended by supervisor(?: or initiating office)?)"
)
_ROWS: Final = tuple(
    re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    for pattern in (
        # A factor's name that wraps, its number over its name, and a level over its points.
        rf"^[ \t]*[1-9][AB]?[.)][ \t]+{_NAMES}\b",
        rf"^[ \t]*factor[ \t]+[1-9][AB]?[-.: \t]*\n\s*{_NAMES}\b",
        rf"^[ \t]*{_LEVEL}[ \t]*\n\s*{_POINTS}(?=[ \t]*(?:points?\b|pts?\b|$))",
        r"^[ \t]*total(?: points)?[ \t]*:?[ \t]*\n\s*\d{1,2},?\d{3}[ \t]*$",
        # Who graded the position as what, under the caption of the row.
        rf"{_REVIEW}[ \t]*\n[^\n]+\n[A-Z]{{2}}[ \t]*\n\d{{3,4}}[ \t]*\n\d{{1,2}}[ \t]*$",
    )
)


def _boxes_unwrapped(text: str, caption: re.Pattern[str], fewest: int) -> str:
    """Return a form's boxes each on one line, where the boxes are so narrow that captions wrap.

    That ``fewest`` captions wrap shows it. The gaps between the lines of such a box are only those
    of its print.
    """
    found = list(caption.finditer(text))
    if sum("\n" in match.group() for match in found) < fewest:
        return text
    last = _BOX_ENDS.match(text, found[-1].end())
    edges = [match.start() for match in found] + [last.end() if last else found[-1].end()]
    made = list(text)
    for start, end in pairwise(edges):
        made[max(start - 1, 0)] = "\n" if start else made[0]
        made[start:end] = text[start:end].replace("\n", " ")
    return "".join(made)


def _on_one_line(match: re.Match[str]) -> str:
    return " ".join(match.group().split()).ljust(len(match.group()))


# --- lines that were lost ----------------------------------------------------------------

_LOST: Final = 200
"""From so many letters on, a text of one line has lost its lines."""
_CAPITALS: Final = re.compile(
    r"(?<=\s)(?P<name>[A-Z][A-Z,&/ ]{4,60}[A-Z])(?=:|\s+(?:[A-Z][a-z]|[A-Z] |\(?\d))"
)
_TITLED: Final = re.compile(
    r"(?<=\s)(?P<name>Summary|Overview|(?:(?:Major|Principal|Primary) )?Duties"
    r"(?: (?:and|&) Responsibilities)?|Responsibilities|Requirements|Conditions of [Ee]mployment|"
    r"Qualifications|Education|Benefits|How to [Aa]pply|Required [Dd]ocuments)(?=:?\s+[A-Z\d])"
)
_LABEL: Final = re.compile(
    r"(?<=\s)(?=(?:Pay [Pp]lan|Pay [Ss]cale (?:&|and) [Gg]rade|Organization|Title|Series|Agency|"
    r"Position [Nn]umber|(?:Job )?Announcement (?:[Nn]umber|#)|Open(?:ing)? (?:(?:&|and) closing )?"
    r"[Dd]ates?|Location|Supervisory [Ss]tatus|Promotion [Pp]otential|Work [Ss]chedule|Salary|"
    r"Appointment [Tt]ype)\b)"
)
_COLON_LABEL: Final = re.compile(
    r"(?<=\s)(?=(?:Pay [Pp]lan|Organization|Title|Series|Position [Nn]umber|Agency)\b[^:.]{0,25}:)"
)
_DEPARTMENT: Final = re.compile(r"(?<=\s)(?=Department of (?:the )?[A-Z])")
_FACTOR_BEGINS: Final = re.compile(
    r"(?<=\s)(?<!and )(?<!AND )(?<!& )(?=(?:FACTOR|Factor) \d[AB]?)|(?<=\s)(?=TOTAL POINTS)"
)
_ITEM_BEGINS: Final = re.compile(
    r"(?:(?<=[.:;)]\s)|(?<=uties\s)|(?<=ibilities\s))(?=\d{1,2}\. [A-Z])|(?<=%\)\s)(?=[A-Z])"
)
_FACTOR_ENDS: Final = re.compile(
    r"(?:FACTOR|Factor) \d[^.\n]{3,120}?\d(?: ?(?:points?|pts\.?|Points))?\)?[.:]?\s(?=[A-Z][a-z])|"
    r"(?:FACTOR|Factor) \d[AB]?\W{0,3}(?: ?[A-Z]{2,}\b)+\s(?=[A-Z][a-z])"
)
_DOES: Final = re.compile(r"(?<=[.;])\s(?=[A-Z][a-z]+s\s)")
_ANNOUNCED_MIN: Final = 3


def lines_apart(text: str) -> str:
    """Return a text whose lines were all joined into one with its headings on lines again."""
    if "\n" in text.strip() or len(text) < _LOST:
        return text
    heads = [one for one in _CAPITALS.finditer(text) if section_name(one["name"]) is not None]
    titled = list(_TITLED.finditer(text))
    announced = not heads and len(titled) >= _ANNOUNCED_MIN
    heads = titled if announced else heads + [one for one in titled if " D" in one["name"]]
    edges = {at for one in heads for at in (one.start(), _after(text, one.end()))}
    begins = (
        _FACTOR_BEGINS,
        _ITEM_BEGINS,
        *((_LABEL, _DEPARTMENT) if announced else (_COLON_LABEL,)),
    )
    edges |= {match.start() for pattern in begins for match in pattern.finditer(text)}
    edges |= {match.end() for match in _FACTOR_ENDS.finditer(text)}
    if announced:
        # Of a list, nothing is left but that each sentence says what is done.
        for one, following in pairwise([*heads, None]):
            if one is not None and section_name(one["name"]) == ("duties", ""):
                end = following.start() if following is not None else len(text)
                edges |= {match.end() for match in _DOES.finditer(text, one.end(), end)}
    made = list(text)
    for at in edges:
        if 0 < at < len(made) and made[at - 1].isspace():
            made[at - 1] = "\n"
    return "".join(made)


def _after(text: str, end: int) -> int:
    """Return where the words after a heading begin, past its colon."""
    return end + len(text[end:]) - len(text[end:].lstrip(" :"))
