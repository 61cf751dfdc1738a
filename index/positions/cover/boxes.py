"""Rows of boxes on a form: the captions in one row, what is filled in under them in the next."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from index.positions.cover.labels import PLANS, labelled
from index.positions.lines import Line

_REVIEW: Final = (
    r"^(?:\d{1,2}\.\s*)?(?:classified/graded\s+by:?\s*)?[a-e]\.\s*"
    r"(?:(?:u\.?\s?s\.?\s+)?office\s+of\s+personnel\s+m\w+|(?:u\.s\. )?opm|"
    r"department,?\s+agency(?:,?\s+or\s+establishment)?|(?:first|second)(?:-|\s+)level\s+review|"
    r"(?P<proposed>recommended\s+by\s+supervisor(?:\s+or\s+initiating\s+office)?))"
)
REVIEW_ROW: Final = re.compile(_REVIEW, re.IGNORECASE)
GRADED_ROW: Final = re.compile(
    rf"{_REVIEW}[\s|]+(?P<title>[A-Z].*?)[\s|,]+(?P<plan>{PLANS})[\s|,/-]+"
    r"(?P<series>\d{3,4})[\s|,/-]+(?P<grade>\d{1,2})\b",
    re.IGNORECASE,
)
"""Who graded a position on the form, and as what."""

_BAR: Final = "|"
_FEWEST: Final = 2


_KIND: Final = (
    r"(?:Administration|Service|Bureau|Office|Division|Branch|Region|Forest|Park|District|Center|"
    r"Command|Directorate|Department|Section|Staff|Unit|Station|Agency|Group|Hospital|Laboratory)"
)
_DEPARTMENT: Final = (
    r"(?:U\.?\s?S\.? |United States )?(?:Department|Dept\.?) of (?:the |Veterans |Homeland |"
    r"Health and Human |Housing and Urban )*[A-Z]\w+"
)
_NAMED_UNIT: Final = (
    rf"{_DEPARTMENT}|(?:(?!{_KIND}\b)\S+ )*?{_KIND}(?: {_KIND})?(?! (?:of|for|on|and|{_KIND})\b)"
)
_UNITS_BESIDE: Final = re.compile(rf"(?P<left>{_NAMED_UNIT})(?: (?P<right>[A-Z].*))?")
"""Two units on one line: the first ends with the word for its kind."""
_PERSON: Final = r"[A-Z][\w'\u2019-]+(?: [A-Z]\.?)?(?: [A-Z][\w'\u2019-]+)"
_PERSONS_BESIDE: Final = re.compile(
    rf"(?P<left>{_PERSON},? [^,]+(?=$| {_PERSON},))(?: (?P<right>{_PERSON}, .+))?"
)
"""Two persons on one line, each with a title behind the name."""


class Filled(NamedTuple):
    """A box that is filled in: its field, the words, and their span."""

    field: str
    value: str
    start: int
    end: int


def filled(captions: Line, below: Line | None) -> list[Filled]:
    """Return what the boxes of a row hold, by bars, or by the shapes of the values in order."""
    if below is None:
        return []
    if _BAR not in captions.text:
        return _in_order(captions, below) or _beside(captions, below)
    if captions.text.count(_BAR) != below.text.count(_BAR):
        return []
    heads = captions.text.split(_BAR)
    if len(heads) < _FEWEST:
        return []
    found: list[Filled] = []
    at = below.start
    for head, value in zip(heads, below.text.split(_BAR), strict=True):
        labels = labelled(head.strip())
        if labels and head.strip()[labels[0].start :].strip(" :"):
            # The box says something itself: this is no row of captions.
            return []
        plain = value.strip()
        if labels and plain:
            start = at + value.index(plain)
            found.append(Filled(labels[0].field, plain, start, start + len(plain)))
        at += len(value) + 1
    return found


def _in_order(captions: Line, below: Line) -> list[Filled]:
    """Read a row of values under a row of captions, whose cells were joined by spaces."""
    fields: list[str] = []
    rest = captions.text.strip()
    while rest:
        field = next((name for name, (caption, _) in _ORDERED.items() if caption.match(rest)), None)
        if field is None or field in fields:
            return []
        fields.append(field)
        rest = _ORDERED[field][0].sub("", rest, count=1).lstrip()
    if len(fields) <= _FEWEST or not {"series", "code"} & set(fields):
        return []
    shape = r"\s+".join(f"(?P<{field}>{_ORDERED[field][1]})" for field in fields)
    match = re.fullmatch(shape, below.text)
    if match is None:
        return []
    return [
        Filled(
            field, match[field], below.start + match.start(field), below.start + match.end(field)
        )
        for field in fields
    ]


def _beside(captions: Line, below: Line) -> list[Filled]:
    """Read the values under two captions of units or persons, parted where the second begins."""
    labels = labelled(captions.text)
    fields = [one.field for one in labels]
    empty = all(not captions.text[one.start : one.end].strip(" :") for one in labels)
    if len(labels) != _FEWEST or not empty or labelled(below.text):
        return []
    units = all(field == "agency" or field.startswith("subdivision") for field in fields)
    parts = _UNITS_BESIDE if units else _PERSONS_BESIDE if fields[0] == "supervisor" else None
    match = parts.fullmatch(below.text) if parts is not None else None
    return [
        Filled(field, match[side], below.start + match.start(side), below.start + match.end(side))
        for field, side in zip(fields, ("left", "right"), strict=True)
        if match is not None and match[side]
    ]


def _caption(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words})(?=\s|$)", re.IGNORECASE)


_ORDERED: Final = {
    "title": (
        _caption(r"(?:official |position |job |classified )?title"),
        r"[A-Z][A-Za-z,()&/' -]+?",
    ),
    "code": (
        _caption("(?:pay plan|pp) ?[-/,] ?(?:series|code) ?[-/,] ?grade"),
        rf"(?:{PLANS}) ?[-/,] ?\d{{3,4}} ?[-/,] ?\d{{1,2}}",
    ),
    "pay_plan": (_caption("pay plan|plan|pp"), "[A-Z]{2}"),
    "series": (_caption("(?:occupational )?(?:series|code)"), r"\d{3,4}"),
    "grade": (_caption("grade"), r"\d{1,2}"),
    "number": (_caption(r"(?:pd|position(?: description)?|jd) (?:no\.?|number|#)"), r"\S*\d\S*"),
    "location": (_caption("(?:duty )?(?:location|station)"), r"[A-Z].+?"),
    "organization": (_caption("organization"), r"[A-Z].+?"),
}
"""A caption of a row of boxes, and the shape of what stands under it."""
