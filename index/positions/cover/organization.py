"""Whose a position is, where no label says so: a line of the head, or a sentence on its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from index.language.structure import fold_dashes
from index.positions.cover.labels import (
    DEPARTMENT,
    FORM_TAIL,
    FORM_WORDS,
    PLANS,
    addressed,
    labelled,
)
from index.positions.lines import Line

CODE: Final = re.compile(
    rf"(?<![\w-])(?P<plan>{PLANS})(?:\s*[- ]\s*|\s?/\s?(?=\d{{3,4}}\s?/\s?\d{{1,2}}\b))"
    r"(?P<series>\d{3,4})"
    r"(?P<others>(?:\s*/\s*(?:GS-)?\d{3,4}(?!\s*/?\d*\s*/))*)"
    r"(?:\s*[-/ ,]+\s*(?:grade\s*)?(?P<grade>\d{1,2})"
    r"(?:\s*(?:/|-|to)\s*(?P<to>\d{1,2}))?)?(?![\w-])",
    re.IGNORECASE,
)
_LOCATED: Final = re.compile(
    r"\b(?i:position|incumbent|job|employee)s?\s+(?:is|are|serves?|works?)\s+(?:located\s+)?"
    r"(?:in|within|with|as\s+[\w ]{3,40}?\s+(?:of|in|for|at))\s+(?:the\s+)?"
    r"(?P<where>[A-Z][^.;:]{4,160})"
)
_ORGANIZED: Final = re.compile(
    r"\b(?:Department|Bureau|Office|Agency|Administration|Division|Branch|Service|Center|Centre|"
    r"Commission|Board|Directorate|Institute|Museum|Park|Forest|District|Yard|Depot|Command|Corps|"
    r"Group|Squadron|Wing|Hospital|Section|Library|Authority|Council|Fort|Station|Laborator(?:y|ies)|"
    r"Headquarters|Region|Archives?|Courts?|Tribunal|Foundation|Program|Staff|Site|Refuge|Monument|Complex|Mission|Embassy|"
    r"Corporation|Institution|Endowment|Garrison|Arsenal|Shipyard|Academy|Plant|Gallery)\b"
)
_NAME: Final = re.compile(
    r"(?:[A-Z][\w.&'\u2019-]*)(?:,?\s+(?:[A-Z][\w.&'\u2019-]*|of|the|and|for|on|at)){1,7}"
)
"""A name of a few words: what stands so over everything else names whose the paper is."""
_UNIT: Final = re.compile(
    r"(?:(?:\w+\s+)?(?:office|branch|division|section|staff|team|unit|group|directorate))\b",
    re.IGNORECASE,
)
"""How a line begins that names a part of an agency."""
_LETTERS: Final = re.compile(r"(?!PD|JD|SPD)[A-Z]{2,6}(?=[ ,][A-Z])")
"""An agency by its letters, with a place or unit behind: "BLM Elko"."""
_NUMBER: Final = re.compile(r"(?:S?PD|JD|position|job)\b\W*[\w-]*\d", re.IGNORECASE)
_PARTS: Final = re.compile(r"\s+[/>\u203a\u00bb|]\s+")
"""What parts an agency from its units, and those from each other, on one line."""
FICTIONAL: Final = re.compile(r"\s*\((?:a )?fictional[^)]*\)")
LATEST: Final = 60
LONGEST_TITLE: Final = 110


class Named(NamedTuple):
    """Words of the head that name whose a position is, with their span."""

    text: str
    start: int
    end: int


def agency_of(head: Sequence[Line], title: str, *, announced: bool) -> Named | None:
    """Return the line of the head that names a department, or None."""
    above = ""
    for number, line in enumerate(head[:LATEST]):
        if number and DEPARTMENT.match(line.text) and _heads(head[number - 1], number - 1, title):
            first = head[number - 1]
            return Named(first.text.strip(" ,"), first.start, first.end)
        # An announcement prints its department in capitals right under the title.
        headed = announced and above.casefold() == title.casefold() and line.text.isupper()
        short = len(line.text) < LONGEST_TITLE
        if short and (headed or DEPARTMENT.match(line.text)) and not labelled(line.text):
            return Named(FICTIONAL.sub("", line.text).strip(" ,"), line.start, line.end)
        above = line.text
    return None


def organization_of(text: str, head: Sequence[Line], title: str, agency: str) -> Named | None:
    """Return whose a position is: a line of its head, or else a sentence that says where it is."""
    lines = list(_lines(head, title, agency))
    if lines:
        first, following = lines[0], lines[1:2]
        if following and following[0].start <= first.end + len("\n\n"):
            # A bureau and, right under it, its office.
            return Named(f"{first.text}, {following[0].text}", first.start, following[0].end)
        return first
    for match in _LOCATED.finditer(text[:_OPENING]):
        where = re.split(
            r",?\s+(?:which|who|where|and (?:is|are|the|has|keeps|advises))\b", match["where"]
        )[0]
        start = match.start("where")
        return Named(where.strip(" ,"), start, start + len(where))
    for line in head[:LATEST]:
        at = re.search(r",?\s+(?:at|of|in)\s+the\s+(?P<where>[A-Z][^.;:]{4,120})", line.text)
        if at is not None and _ORGANIZED.search(at["where"]):
            start = line.start + at.start("where")
            return Named(at["where"].strip(" ,"), start, start + len(at["where"]))
    return None


def letterhead(head: Sequence[Line], title: str, title_at: int, *, named: bool) -> Named | None:
    """Return the line over the title that names the agency, where the organization is another.

    That is so where a label has ``named`` it, or a line below the title does.
    """
    lines = [one for one in _lines(head, title, "") if " " in one.text]
    if not lines or not 0 <= lines[0].start < title_at:
        return None
    # Of two lines over the title the first names whose unit the second is.
    more = [one for one in lines if one.start > title_at]
    under = len(lines) > 1 and not _UNIT.match(lines[0].text)
    return lines[0] if named or more or under else None


def parted(text: str) -> list[str]:
    """Return an agency and its units where a line names them one behind the other."""
    return [part.strip(" ,") for part in _PARTS.split(text) if part.strip(" ,")]


def _heads(line: Line, number: int, title: str) -> bool:
    """Return whether a line that names an agency by no word for one stands over everything."""
    text = FICTIONAL.sub("", line.text).strip(" ,")
    plain = text.title() if text.isupper() else text
    if number or not title or title.casefold() in text.casefold():
        return False
    named = _NAME.fullmatch(plain) and not DEPARTMENT.match(text) and not labelled(text)
    return bool(named) and not (CODE.search(fold_dashes(text)) or FORM_WORDS.search(text))


_OPENING: Final = 20_000


def _lines(head: Sequence[Line], title: str, agency: str) -> Iterator[Named]:
    for number, line in enumerate(head[:LATEST]):
        text = FORM_TAIL.sub("", FICTIONAL.sub("", addressed(line.text)))
        text = _beside_code(text.strip(" ,"))
        own = labelled(text) or CODE.search(fold_dashes(text)) or FORM_WORDS.search(text)
        if own or text.casefold() == title.casefold():
            continue
        if len(text) > LONGEST_TITLE or text.endswith("."):
            continue
        if re.search(r"\be\.\s?g\.|\bfor example\b", text):
            # What a form says is to be filled in.
            continue
        plain = text.title() if text.isupper() else text
        beside = text != line.text and _LETTERS.match(text)
        named = _ORGANIZED.search(plain) or beside or _heads(line, number, title)
        if named and agency != text:
            yield Named(text, line.start, line.end)


def _beside_code(text: str) -> str:
    """Return what stands behind the classification on its line, set off from it; or the line."""
    parts = re.split(r"\s*[,;|\u00b7]\s+", text)
    coded = [at for at, one in enumerate(parts[:-1]) if CODE.search(fold_dashes(one))]
    behind = [one for one in parts[coded[-1] + 1 :] if not _NUMBER.match(one)] if coded else []
    return ", ".join(behind) or text
