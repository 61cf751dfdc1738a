"""Factor sections: their words, and the level and points a description states for them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from core.standards.levels import normal_level
from index.language.structure import FACTOR_NAMES, fold_dashes
from index.positions.model import SUPERVISORY, FactorSection, Guide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.model import FactorId
    from index.positions.lines import Line, Page
    from index.positions.sections import Cut

_LEVEL: Final = re.compile(
    r"\(?\s*\b(?:factor\s+level|level|fld?|fl)s?\s*(?:[:#=]|is)?\s*"
    r"(?P<factor>[1-9][AB]?)\s*-\s*(?P<step>\d|[A-Da-d])(?P<sub>[a-d])?(?![\w-])",
    re.IGNORECASE,
)
_CELL: Final = re.compile(
    r"\b(?:factor\s+level|level|fld?|fl)s?\s*(?:[:#=]|is)?\s*"
    r"(?P<row>[1-4])\s*[-/]?\s*(?P<column>[A-Da-d])(?![\w-])",
    re.IGNORECASE,
)
_BARE_CELL: Final = re.compile(r"(?<![\w-])(?P<row>[1-4])\s*[-/]?\s*(?P<column>[A-Da-d])(?![\w-])")
_CELL_ALONE: Final = re.compile(
    r"\W*[1-4]\s*[-/]?\s*[A-Da-d](?:[\s,/|(:]+\d{1,3}(?:\s*(?:points?|pts?))?)?\W*", re.IGNORECASE
)
_PLAIN: Final = re.compile(
    r"(?<![\w-])(?P<factor>[1-9][AB]?)\s*-\s*(?P<step>\d|[A-D])(?P<sub>[a-d])?(?![\w-])"
)
_LETTER: Final = re.compile(
    r"[\s/,&(]+(?:level\s*)?(?P<step>[A-D])(?=\W*(?:$|\d)|\s*[),;=:|])", re.IGNORECASE
)
"""The letter of Factor 7 after the level of Factor 6."""
_POINTS: Final = re.compile(
    r"(?P<points>\d{1,2},\d{3}|\d{1,4})\s*(?:points?|pts?\b\.?)|"
    r"\b(?:points?|pts?)\s*[:=]?\s*(?P<after>\d{1,2},\d{3}|\d{1,4})\b",
    re.IGNORECASE,
)
_BARE_POINTS: Final = re.compile(
    r"^[\s,;:/(=\u00b7-]*(?P<points>\d{1,2},\d{3}|\d{1,4})(?:[\s.)]*$|[\s|]+(?=[A-Z]))"
)
"""Points at the end of a row of a table, or before its cell of words."""
_SHORT: Final = 70
_TAIL: Final = 60
_NEXT: Final = 8
_UNIT_ALONE: Final = re.compile(r"(?:points?|pts)\W*", re.IGNORECASE)


class Stated(NamedTuple):
    """What a line states: a level of each factor it names, points, and the words."""

    levels: dict[FactorId, str]
    points: int | None
    words: str
    alone: bool


def guide_of(cuts: Sequence[Cut]) -> Guide:
    """Return whose factors a description uses: nine, or the supervisory guide's six."""
    own = sum(1 for one in cuts if one.factor is not None and one.factor.guide == "gssg")
    nine = sum(1 for one in cuts if one.factor is not None and one.factor.guide == "fes")
    return "gssg" if own > nine or own >= _MANY else "fes"


_MANY: Final = 3


def factor_sections(page: Page, cuts: Sequence[Cut]) -> tuple[FactorSection, ...]:
    """Return a section for every factor that has one, in the order printed."""
    guide = guide_of(cuts)
    found: list[FactorSection] = []
    for one in _joined(cuts):
        if one.factor is not None and one.heading is not None:
            found += _sections(page, one, guide)
    heads = [one.factor for one in cuts if one.factor is not None]
    foreign = [head for head in heads if head.numbered and not head.guide]
    nine = {one for head in foreign for one in head.factors}.issuperset(range(2, 10))
    if (
        not (nine or guide == "gssg")
        and len(foreign) * 2 > len(heads)
        and not any(one.level_stated for one in found)
    ):
        # Factors of another guide, such as that for research, whose names are others.
        return ()
    found = _divided(found, guide, page)
    return tuple(_joined_twice(_shared_words(found)))


def _joined_twice(found: list[FactorSection]) -> list[FactorSection]:
    """Read a table's row of a factor, which has its level only, and the factor's words as one."""
    rows = {
        one.factor: one
        for one in found
        if one.level_stated is not None and not re.search(r"[A-Za-z]{4}", one.text)
    }
    worded = {one.factor for one in found if one.level_stated is None and one.text.strip()}
    both = rows.keys() & worded
    made = []
    for one in found:
        row = rows.get(one.factor) if one.factor in both else None
        if row is None:
            made.append(one)
        elif one is not row and one.level_stated is None:
            kept = ("level_stated", "points_stated", "points_shared", "level_text")
            made.append(one.model_copy(update={name: getattr(row, name) for name in kept}))
    return made


def _joined(cuts: Sequence[Cut]) -> list[Cut]:
    """Read headings of Factors 6 and 7 on two lines, "... and" between them, as one of both."""
    made: list[Cut] = []
    wrapped = guide_of(cuts) == "gssg"
    for one in cuts:
        last = made[-1] if made else None
        if wrapped and last is not None and one.heading is not None and _is_contacts(one):
            # The last word of "Nature of Contacts", which a narrow cell wraps.
            made[-1] = replace(last, lines=[*last.lines, one.heading, *one.lines])
            continue
        if (
            one.factor is not None
            and one.factor.factors == (7,)
            and last is not None
            and last.factor is not None
            and last.factor.factors == (6,)
            and not last.lines
            and re.fullmatch(r"(?i)[\W_]*(?:and)?[\W_]*", last.factor.rest)
        ):
            made[-1] = replace(one, factor=one.factor._replace(factors=(6, 7)))
        else:
            made.append(one)
    return made


def _is_contacts(one: Cut) -> bool:
    head = one.factor
    return head is not None and head.name.lower() == "contacts" and not head.rest.strip()


def _sections(page: Page, cut: Cut, guide: Guide) -> list[FactorSection]:
    head, heading = cut.factor, cut.heading
    if head is None or heading is None:
        return []
    contacts = guide == "gssg" and head.factors in ((6,), (7,))
    factors = _OF_GUIDE.get(head.name.lower(), head.factors) if contacts else head.factors
    own = _stated(head.rest, factors, heading=True)
    names = SUPERVISORY if guide == "gssg" else FACTOR_NAMES
    lines = _unnamed(cut.lines, "" if head.name else names.get(factors[0], ""))
    start = -1
    if head.rest.strip(" .,:;-()") and (own is None or not own.alone):
        # Words begin on the line of the heading.
        start = heading.end - len(head.rest.lstrip(" .,:;-"))
    stated = own
    for line in list(lines):
        if stated is not None and stated.levels and stated.points is not None:
            break
        here = _stated(line.text, factors, heading=False)
        if here is None:
            continue
        if stated is None or not stated.levels:
            points = here.points if stated is None or stated.points is None else stated.points
            stated = here._replace(points=points)
        elif here.points is not None and here.alone:
            stated = stated._replace(points=here.points)
        if here.alone:
            lines.remove(line)
    # The last word of a heading may be broken off it.
    lines = lines[1:] if lines and _UNIT_ALONE.fullmatch(lines[0].text) else lines
    part = _words(page, heading, lines, start, stated)
    if stated is not None and stated.levels and part["text"]:
        part = _after_level(page, part, stated)
    points = stated.points if stated is not None else None
    return [
        FactorSection(
            factor=factor,
            name=names.get(factor) or head.name.title(),
            guide=guide,
            level_stated=stated.levels.get(factor) if stated is not None else None,
            points_stated=points if len(factors) == 1 else None,
            points_shared=points if len(factors) > 1 else None,
            level_text=stated.words if stated is not None else "",
            **part,
        )
        for factor in factors
    ]


def _unnamed(lines: Sequence[Line], name: str) -> list[Line]:
    """Return a factor's lines without the parts of a ``name`` that a narrow cell breaks off."""
    kept = list(lines)
    while kept and kept[0].text.casefold() in name.casefold():
        kept = kept[1:]
    while kept and kept[-1].text.casefold() in name.casefold():
        kept = kept[:-1]
    return kept


_OF_GUIDE: Final[dict[str, tuple[FactorId, ...]]] = {
    "personal contacts": (4,), "contacts": (4,), "purpose of contacts": ("4B",), "purpose": ("4B",),
}  # fmt: skip
"""Factors of the supervisory guide by the names that the nine factors have for others."""


def _words(
    page: Page, heading: Line, lines: list[Line], start: int, stated: Stated | None
) -> dict[str, object]:
    """Return a factor's words; a level that stands after them, as in a cell of its own, is none."""
    begin = start if start >= 0 else lines[0].start if lines else heading.end
    end = lines[-1].end if lines else heading.end
    words = stated.words if stated is not None else ""
    printed = page.text[begin:end].rstrip(" ().,;-")
    if words and not _LEVEL_WORDS.sub("", words) and printed.endswith(words):
        before = printed.removesuffix(words).rstrip(" \t\n|,;:(\u2013\u2014-")
        end = begin + len(before) if before else end
    return page.span(begin, end).model_dump()


def _after_level(page: Page, part: dict[str, object], stated: Stated) -> dict[str, object]:
    """Return a factor's words without the level and points that stand before them."""
    start, end = int(str(part["start"])), int(str(part["end"]))
    level = _LEADS.match(page.text, start, end)
    if level is None:
        return part
    begin = level.end()
    points = re.compile(
        r"(?:for\s+)?(?P<points>\d{1,2},\d{3}|\d{1,4})\s*(?:points?|pts?)?\b"
    ).match(page.text, begin, end)
    if points is not None and int(points["points"].replace(",", "")) == stated.points:
        begin = points.end()
    rest = page.text[begin:end]
    begin += len(rest) - len(rest.lstrip(" \t\n.,;:/|)]-\u2013\u2014"))
    return page.span(begin, end).model_dump() if begin < end else part


_LEADS: Final = re.compile(
    r"[\s(\[]*(?:is\s+)?(?:(?:credited|assigned|rated|evaluated)\s+(?:at\s+)?)?"
    r"(?:(?:factor\s+)?(?:level|fld?|fl)\s*[:#]?\s*)?"
    r"(?:[1-9][AB]?\s*[-\u2013]\s*(?:\d[a-d]?|[A-D])|[1-4]\s?-?\s?[a-dA-D])(?![\w-])[\s,.;:/|)\]-]*",
    re.IGNORECASE,
)
_LEVEL_WORDS: Final = re.compile(
    r"(?i)\b(?:factor|level|fld?|fl|points?|pts?|and|[1-4]?[a-d])\b|[\W\d_]"
)


def _stated(text: str, factors: Sequence[FactorId], *, heading: bool) -> Stated | None:
    """Read the level and points of a line; in running words only at the line's end."""
    folded = fold_dashes(text)
    levels: dict[FactorId, str] = {}
    first, last = len(folded), 0
    for match in _LEVEL.finditer(folded):
        factor = _factor(match["factor"], factors)
        if factor is not None and _counts(match, folded, heading=heading):
            level = normal_level(f"{match['factor']}-{match['step']}")
            if level is not None:
                levels.setdefault(factor, level)
                first, last = min(first, match.start()), max(last, match.end())
    for factor in factors if levels else ():
        # "Level 6-2 / 7-b" and "(Level 6-2) and Purpose (Level b)": the word stands once, or a
        # letter alone.
        other = re.compile(rf"[\s/,&]{factor}\s*-\s*(?P<step>\d|[A-D])(?![\w-])", re.IGNORECASE)
        found = other.search(folded, last) or (factor == 7 and _LETTER.search(folded, last))
        if factor not in levels and found and found.start() - last < _NEXT:
            level = normal_level(f"{factor}-{found['step']}")
            if level is not None:
                levels[factor] = level
                last = found.end()
    if not levels and (6 in factors or 7 in factors):
        cell = _CELL.search(folded)
        if cell is not None and _counts(cell, folded, heading=heading):
            levels = {6: f"6-{cell['row']}", 7: f"7-{cell['column'].upper()}"}
            first, last = cell.start(), cell.end()
    if not levels and 6 in factors and 7 in factors and (heading or _CELL_ALONE.fullmatch(folded)):
        cell = _BARE_CELL.search(folded)
        if cell is not None:
            levels = {6: f"6-{cell['row']}", 7: f"7-{cell['column'].upper()}"}
            first, last = cell.start(), cell.end()
    if not levels and (heading or len(folded) < _SHORT):
        for match in _PLAIN.finditer(folded):
            factor = _factor(match["factor"], factors)
            level = normal_level(f"{match['factor']}-{match['step']}")
            if factor is not None and level is not None:
                levels.setdefault(factor, level)
                first, last = min(first, match.start()), max(last, match.end())
    points = _points(folded, last, found=bool(levels))
    if not levels and points is None:
        return None
    if not levels and not heading and len(folded) > _SHORT:
        return None
    rest = folded[:first] + _POINTS.sub("", folded[last:]) if levels else _POINTS.sub("", folded)
    alone = not re.sub(
        r"(?i)\b(?:factor|level|fl|points?|pts?|and|total|combined|together)\b|[\W\d_]", "", rest
    )
    words = text[first:].strip(" ().,;-") if levels and first < len(text) else ""
    return Stated(levels, points, words[:_SHORT], alone)


def _factor(named: str, factors: Sequence[FactorId]) -> FactorId | None:
    return next((one for one in factors if str(one).upper() == named.upper()), None)


def _counts(match: re.Match[str], text: str, *, heading: bool) -> bool:
    """Return whether a level named is the one stated: in a heading, alone, or at the end."""
    return heading or len(text) < _SHORT or match.start() < 3 or len(text) - match.start() < _TAIL


def _points(text: str, after: int, *, found: bool) -> int | None:
    named = _POINTS.search(text, after if found else 0)
    if named is not None:
        return int((named["points"] or named["after"]).replace(",", ""))
    if not found:
        return None
    bare = _BARE_POINTS.match(text[after:])
    return int(bare["points"].replace(",", "")) if bare is not None else None


_HALVES: Final = re.compile(
    r"(?:^|\n)\W*(?:4\s*)?[Aa]\s*[.):–—-]\s*(?P<A>\S.*?)\s*\n\W*(?:4\s*)?[Bb]\s*[.):–—-]\s*(?P<B>\S.*)",
    re.DOTALL,
)
"""The two halves of Factor 4 under one heading, lettered."""
_HALVES_TOLD: Final = re.compile(
    r"(?P<A>(?:(?<![\w-])4A(?!\s*-\s*\d)|\bNature\b[\w ]{0,20}:).*?)[\s,;]+"
    r"(?:and\s+|while\s+|whereas\s+|but\s+)?"
    r"(?P<B>(?:(?:Factor\s+)?4B(?!\s*-\s*\d)(?!\w)|Purpose\b[\w ]{0,20}:).*)",
    re.DOTALL,
)
"""The two halves told of in running words: "4A, the nature of contacts, ... while 4B ..."."""


def _divided(found: list[FactorSection], guide: Guide, page: Page) -> list[FactorSection]:
    """Read Factor 4 of the supervisory guide as its halves, 4A and 4B, where it has both.

    A heading over halves with headings of their own has no words and no level of its own.
    """
    if guide != "gssg":
        return found
    headed = "4A" in {one.factor for one in found}
    made: list[FactorSection] = []
    for one in found:
        if one.factor == 4 and not headed:
            made += _halves(one, page) or ([one] if one.level_stated or one.text.strip() else [])
        elif one.factor != 4 or one.level_stated:
            made.append(one)
    return made


def _halves(one: FactorSection, page: Page) -> list[FactorSection]:
    lettered = _HALVES.search(one.text) or _HALVES_TOLD.search(one.text)
    if lettered is None:
        return []
    made = []
    for factor, letter in (("4A", "A"), ("4B", "B")):
        part = page.span(one.start + lettered.start(letter), one.start + lettered.end(letter))
        head = part.text.split("\n", 1)[0]
        stated = _stated(head, (factor,), heading=True) or _stated(
            part.text, (factor,), heading=False
        )
        level = stated.levels.get(factor) if stated is not None else None
        points = stated.points if stated is not None else None
        update = {**part.model_dump(), "factor": factor, "name": SUPERVISORY[factor]}
        update |= {"level_stated": level, "points_stated": points}
        made.append(one.model_copy(update=update))
    return made


def _shared_words(found: list[FactorSection]) -> list[FactorSection]:
    """Let Factor 6 have the words of Factor 7 where both are described together."""
    made: list[FactorSection] = []
    for number, one in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        bare = not re.sub(r"(?i)\band\b|\W", "", one.text)
        if one.factor == 6 and bare and following is not None and following.factor == 7:
            words = {"text": following.text, "start": following.start, "end": following.end}
            made.append(one.model_copy(update={**words, "place": following.place}))
        else:
            made.append(one)
    six = next((one for one in made if one.factor == 6), None)
    return [
        one.model_copy(update={"points_shared": one.points_stated, "points_stated": None})
        if one.factor == 7
        and six is not None
        and six.level_stated is not None
        and six.points_stated is None
        and one.points_stated is not None
        and (one.level_stated or "")[-1:].isalpha()
        else one
        for one in made
    ]
