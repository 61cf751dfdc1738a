"""Shares of working time, in the ways position descriptions print them."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_ONES: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS: Final = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS: Final = {
    **{word: at for at, word in enumerate((*_ONES, *_TEENS), 1)},
    **{word: ten * 10 for ten, word in enumerate(_TENS, 2)},
    **{
        f"{word}-{one}": ten * 10 + at
        for ten, word in enumerate(_TENS, 2)
        for at, one in enumerate(_ONES, 1)
    },
    "one hundred": 100,
}
_NUMBER: Final = (
    r"(?P<low>\d{1,3}(?:\.\d+)?|"
    + "|".join(sorted((w.replace("-", "[- ]") for w in _WORDS), key=len, reverse=True))
    + r")"
    r"(?:\s*(?:%|percent)?\s*(?:-|\u2013|\u2014|to)\s*(?P<high>\d{1,3}))?"
)
_ABOUT: Final = (
    r"(?:(?<![a-z])(?:about|approximately|approx\.?|roughly|around|some|est\.?|estimated)\s+)?"
)
_SIGN: Final = r"\s*(?:%|percent\b|per\s+cent\b|pct\b\.?)"
_OF_TIME: Final = (
    r"(?:\s*(?:of|on)?\s*(?:the|my|his|her|their|employee'?s?|incumbent'?s?)?\s*"
    r"(?:work(?:ing)?\s+|duty\s+)?(?-i:time|TIME|hours|week|day|year)\b(?!['\u2019]s))?"
)
_SHARE: Final = re.compile(rf"{_ABOUT}(?<!\d)(?<!\d-){_NUMBER}{_SIGN}{_OF_TIME}", re.IGNORECASE)
"""A share; the grade of "GS-0544-06 - 70%" is not the lower end of one."""
_LABELLED: Final = re.compile(
    r"(?:percent(?:age)?|%)\s*(?:of\s+(?:the\s+)?(?:work(?:ing)?\s+)?(?:time|duty\s+time))?\s*"
    rf"[:=]\s*{_ABOUT}(?P<low>\d{{1,3}}(?:\.\d+)?)\s*%?",
    re.IGNORECASE,
)
_PART_OF_ONE: Final = re.compile(
    r"\b(?:time|share|weight)\s*[:=]?\s*(?P<low>0?\.\d{1,2})(?!\d)\W*(?=$|[A-Z])", re.IGNORECASE
)
"""A share as a part of one: "(Time: .40)"."""
_BRACKETED: Final = re.compile(r"\((?P<low>\d{1,3})\)\s*[.:]?$")
_POINTS_OF_LEVEL: Final = re.compile(
    r"(?<![\w-])(?:[1-9][AB]?\s*[-\u2013]\s*(?:\d[a-d]?|[A-D])|[1-4]\s?[a-dA-D])\W*$"
)
"""A level, whose points stand in brackets after it: "Level 8-1 (5)"."""
_IN_BRACKETS: Final = re.compile(rf"\(\s*{_ABOUT}{_NUMBER}{_SIGN}{_OF_TIME}\s*\)", re.IGNORECASE)
_BRACKET_START: Final = re.compile(r"^\((?P<low>\d{1,3})\)(?=\s+[A-Z])")
_PARTS: Final = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8,
    "tenth": 10,
}  # fmt: skip
_FRACTIONS: Final = {
    "half": 50,
    **{f"{one} {part}": round(100 / of) for part, of in _PARTS.items() for one in ("a", "one")},
    **{
        f"{word} {part}s": round(100 * at / of)
        for part, of in _PARTS.items()
        for at, word in enumerate(_ONES, 1)
        if 1 < at < of
    },
}
_PART: Final = "|".join(sorted(_FRACTIONS, key=len, reverse=True)).replace(" ", "[- ]")
_OF_WHOLE: Final = (
    r"(?:the|his|her|their|my)\s+(?:(?:incumbent|employee)['\u2019]?s\s+)?(?:work(?:ing)?\s+)?"
    r"(?:time|day|week|year)\b"
)
_FRACTION: Final = re.compile(
    rf"\b{_ABOUT}"
    rf"(?P<low>{_PART})\s+"
    rf"(?:of\s+)?{_OF_WHOLE}",
    re.IGNORECASE,
)
_FRACTION_GOES: Final = re.compile(
    rf"^{_ABOUT}(?P<low>{_PART})\s+"
    r"(?=(?:goes|is\s+(?:spent|given|devoted))\b)",
    re.IGNORECASE,
)
_FRACTION_SET_OFF: Final = re.compile(
    rf"[(\[]\s*{_ABOUT}(?P<low>{_PART})(?:\s+time)?\s*[)\]]|"
    rf"(?<=[-,:\u2013\u2014])\s+{_ABOUT}(?P<of_duty>{_PART})(?:\s+time)?\W*$",
    re.IGNORECASE,
)
"""A part of the time set off from its duty: "(about a third)", and behind a duty's number."""
_SAID: Final = re.compile(
    rf"\b(?:most|much|part|some|the\s+bulk|more\s+than\s+half)\s+of\s+{_OF_WHOLE}[\s,;:(\u2013\u2014-]*"
    rf"(?:(?:say|maybe|perhaps)[\s,]+)?{_ABOUT}{_NUMBER}{_SIGN}",
    re.IGNORECASE,
)
"""A share that says in figures what was said in words: "most of my week, say 55 percent"."""
_REST: Final = re.compile(
    rf"\b(?:for\s+)?the\s+(?:rest|remainder|balance)\s+(?:of\s+{_OF_WHOLE}|(?=(?:is\s+spent|goes)\b))|"
    r"\b(?:with|in)\s+what(?:['\u2019]s|\s+is)\s+left(?:\s+over)?\b",
    re.IGNORECASE,
)
_LAST_PART: Final = re.compile(
    rf"\bthe\s+(?:remaining|other|last)\s+(?P<low>{'|'.join(_PARTS)})\b", re.IGNORECASE
)
_REMAINING: Final = re.compile(
    rf"\b(?:remain(?:ing|der\s+of)|the\s+other)\s+(?:the\s+)?{_NUMBER}{_SIGN}", re.IGNORECASE
)
_BARE_END: Final = re.compile(
    rf"(?:^|(?<=[\s|]))(?P<low>\d{{1,3}}|[1-9]/\d{{1,2}}|{_PART})$", re.IGNORECASE
)
_BARE_START: Final = re.compile(r"^(?P<low>\d{1,3})(?=\s+[A-Z])")
_TABLE_HEAD: Final = re.compile(r"%|\bpercent", re.IGNORECASE)
_TIME_HEAD: Final = re.compile(r"\b(?:time|share|weight)(?: spent)?$", re.IGNORECASE)
HEADS_HOURS: Final = re.compile(
    r"\b(?:hours|hrs\.?)(?:\s*(?:per|a|each|/|of the)\s*(?:week|wk\.?|day))?$", re.IGNORECASE
)
"""The head of a column of hours."""
_FEW: Final = 4
_TIME_MEANT: Final = re.compile(r"\b(?:time|hours|week|day|year)\b", re.IGNORECASE)
NUMBERED: Final = re.compile(
    r"^\s*(?:(?:major|key|principal)\s+)?(?:duty|function|objective|task)\s*(?:#|no\.?|number)?\s*"
    r"(?:\d{1,2}|[A-H])(?=\s*[-:.)(,\u2013\u2014])",
    re.IGNORECASE,
)
"""The number of a duty before its share: "Major Duty #1 - 30%" is no share from 1 to 30."""

_SHARE_LABEL: Final = re.compile(
    r"^(?:(?:working )?time|share|weight|percentage)(?: spent| of time)?$", re.IGNORECASE
)
_EDGE: Final = " \t()[].,;:-\u2013\u2014*_|\u2026"
_WHOLE: Final = 100
WEEK, DAY = 40, 8
"""The hours of which those of all duties are the whole."""
_OF_HOURS: Final = (
    r"(?:\s*(?:(?:of|in|out\s+of)\s+(?:an?|the|each|every)\s+(?:40|forty)[- ]hour\s+(?:work)?week|"
    r"(?:of|out\s+of)\s+(?:eight|8)\b(?:\s+hours)?|"
    r"(?:a|per|each|every|/)\s*(?:week|day)|weekly|daily))"
)
_COUNT: Final = r"(?:\d{1,2}(?:\.\d+)?|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + ")"
_HOURLY: Final = r"\s*(?:hours?|hrs?\.?)(?![\w-])"
_WEEKLY: Final = rf"{_COUNT}{_HOURLY}{_OF_HOURS}?"
_HOURS: Final = re.compile(
    rf"(?:\bthe (?:remaining|other|last)\s+)?{_ABOUT}\b(?P<low>{_COUNT}){_HOURLY}"
    rf"(?P<of>{_OF_HOURS})?",
    re.IGNORECASE,
)
_PERCENT: Final = (
    r"(?:\d{1,3}(?:\.\d+)?(?:\s?[-\u2013]\s?\d{1,3})?|[A-Za-z]+(?:-[a-z]+)?)\s*"
    r"(?:%|percent\b|per\s+cent\b|pct\b\.?)"
    r"(?:\s*of\s+(?:(?:the|my|his|her)\s+)?(?:work(?:ing)?\s+|duty\s+)?time)?"
)
HEAD_SHARE: Final = re.compile(
    rf"(?:[A-Z\d]{{1,2}}\s*[-\u2013.)]\s*)?[-\s(\[\u2013\u2014]*(?:{_PERCENT}|{_WEEKLY})[-\s)\]:;.,\u2013\u2014]*(?=\w)",
    re.IGNORECASE,
)
HEAD_NUMBER: Final = re.compile(r"\d{1,3}\s+(?=[A-Z])")
TAIL_SHARE: Final = re.compile(
    rf"[-\s(\[\u2013\u2014\u2026:_|]+{_PERCENT}[\s()\[\].]*$", re.IGNORECASE
)
"""A share that opens or closes the words of a duty."""


class Share(NamedTuple):
    """A share: how many percent, and the span of its words in the line.

    ``where`` is ``alone``, ``start``, ``end``, ``head`` (at the end of a heading, or after one
    on the same line) or ``inside`` running words.
    """

    percent: float
    start: int
    end: int
    where: str
    spread: bool = False


def share_of(text: str) -> Share | None:
    """Return the share of time a line prints for a duty, or None.

    "Saves 20 percent of fuel" is no share of time: inside running words only a share "of the
    time" counts.
    """
    numbered = NUMBERED.match(text)
    text = NUMBERED.sub(lambda match: " " * len(match.group()), text)
    labelled = _LABELLED.search(text) or _SAID.search(text) or _PART_OF_ONE.search(text)
    if labelled is not None:
        return share_from(labelled, text)
    found = [match for match in _SHARE.finditer(text) if _value(match) is not None]
    for match in found:
        share = share_from(match, text)
        if share is not None and share.where != "inside":
            return share
    for match in found:
        if _TIME_MEANT.search(match.group()):
            return share_from(match, text)
    for pattern in (_IN_BRACKETS, _FRACTION, _FRACTION_GOES, _LAST_PART, _REMAINING, _REST):
        told = pattern.search(text)
        if told is not None:
            return share_from(told, text)
    part = _FRACTION_SET_OFF.search(text)
    if part is not None and (numbered or part["low"]):
        share = share_from(part, text)
        if share is not None and share.where != "inside":
            return share
    bracketed = _BRACKETED.search(text)
    if bracketed is None or _POINTS_OF_LEVEL.search(text[: bracketed.start()]):
        return None
    return share_from(bracketed, text)


def bare_share(text: str) -> Share | None:
    """Return a number at an edge of a line, for tables whose head says that it is a percentage."""
    match = _BARE_END.search(text) or _BARE_START.search(text)
    return share_from(match, text) if match is not None else None


def bracket_share(text: str) -> Share | None:
    """Return a number in brackets that opens a line: "(40) Reviews grants"."""
    match = _BRACKET_START.match(text)
    return share_from(match, text) if match is not None else None


def opening_share(text: str) -> Share | None:
    """Return a bare number that opens a line: "40 Reviews grants"."""
    match = _BARE_START.search(text)
    return share_from(match, text) if match is not None else None


def hours_share(text: str) -> Share | None:
    """Return the hours of a line in place of its share.

    Inside running words only hours "a week", "of eight" or "the remaining" ones are a duty's.
    """
    match = _HOURS.search(text)
    share = share_from(match, text) if match is not None else None
    if match is None or share is None:
        return None
    own = match["of"] or match.group().lower().startswith("the ")
    return None if share.where == "inside" and not own else share


def heads_percents(text: str) -> bool:
    """Return whether a line heads a table with a column of percentages."""
    words = text.split()
    if len(words) > _HEAD_WORDS or text.endswith(".") or re.search(r"\d", text):
        return False
    column = _TABLE_HEAD.search(text) or HEADS_HOURS.search(text)
    return bool(column) or bool(_TIME_HEAD.search(text) and len(words) <= _FEW)


def share_from(match: re.Match[str], text: str) -> Share | None:
    """Return the share that a match names as ``low``, with where it stands in its line."""
    percent = _value(match)
    if percent is None:
        return None
    before = text[: match.start()].strip(_EDGE)
    after = text[match.end() :].strip(_EDGE)
    # "Duty 1." and "A)" are marks, "Critical" is what some forms print beside the share.
    plain = re.sub(
        r"^(?:duty|function|task|objective)?\s*#?\s*\w{0,3}[.):]*$", "", before, flags=re.IGNORECASE
    )
    plain = _SHARE_LABEL.sub("", plain)
    side = re.fullmatch(r"(?:non-?)?critical(?:\s+element)?|c|nc|y|n|yes|no", after, re.IGNORECASE)
    if not plain and (not after or side):
        where = "alone"
    elif not plain:
        where = "start"
    elif not after or side:
        where = "end"
    elif _short(plain):
        where = "head"
    else:
        where = "inside"
    high = match.groupdict().get("high")
    return Share(percent, match.start(), match.end(), where, spread=high is not None)


_HEAD_WORDS: Final = 9


def _short(text: str) -> bool:
    """Return whether words before a share are a heading rather than part of a sentence."""
    text = re.sub(r"^\(?(?:\d{1,2}|[A-Za-z])[.)]\s+", "", text)
    words = text.split()
    return (
        len(words) <= _HEAD_WORDS
        and text[:1].isupper()
        and not re.search(r"\b(?:is|are|was|by|of|than|least|about|over|under|spend|spends)$", text)
    )


def _value(match: re.Match[str]) -> float | None:
    if match.re is _REST:
        return 0.0
    told = match.groupdict().get("of_duty") or match["low"]
    plain = told.casefold().replace("-", " ")
    plain = f"one {plain}" if plain in _PARTS and plain not in _FRACTIONS else plain
    if plain in _FRACTIONS:
        return float(_FRACTIONS[plain])
    over, _, under = plain.partition("/")
    if under:
        return _WHOLE * int(over) / int(under) if int(over) < int(under) else None
    low = told.casefold().replace(" ", "-")
    low = "one hundred" if low == "one-hundred" else low
    first = float(_WORDS[low]) if low in _WORDS else float(low)
    high = match.groupdict().get("high")
    first = first * _WHOLE if match.re is _PART_OF_ONE else first
    value = (first + float(high)) / 2 if high else first
    return value if 0 < value <= _WHOLE else None
