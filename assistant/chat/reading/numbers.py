"""Numbers written in words, and what a bare number can be: a series, a total, a year."""

from __future__ import annotations

import re

from index.language.late import pattern

_UNITS = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = [
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth"),
]

CARDINALS: dict[str, int] = {word: number for number, word in enumerate(_UNITS)}
CARDINALS |= {word: 20 + 10 * number for number, word in enumerate(_TENS)}
CARDINALS |= {
    f"{ten}{joint}{_UNITS[unit]}": 20 + 10 * number + unit
    for number, ten in enumerate(_TENS)
    for unit in range(1, 10)
    for joint in ("-", " ")
}
ORDINALS: dict[str, int] = {word: number for number, word in enumerate(_ORDINALS, start=1)}
ORDINALS |= {"twenty-first": 21, "twenty-second": 22, "twenty-third": 23, "twenty-fourth": 24}
ORDINALS |= {"twenty-fifth": 25, "twenty-sixth": 26, "twenty-seventh": 27, "twenty-eighth": 28}
ORDINALS |= {"twenty-ninth": 29, "thirtieth": 30, "thirty-first": 31}

SHARES: dict[str, float] = {
    "half": 50.0,
    "a quarter": 25.0,
    "one quarter": 25.0,
    "one-quarter": 25.0,
    "a third": 100 / 3,
    "one third": 100 / 3,
    "one-third": 100 / 3,
    "two thirds": 200 / 3,
    "two-thirds": 200 / 3,
    "three quarters": 75.0,
    "three-quarters": 75.0,
    "a fifth": 20.0,
    "one fifth": 20.0,
    "a tenth": 10.0,
}


def alternation(words: dict[str, int] | dict[str, float]) -> str:
    """Return the words as one alternation of a regular expression, longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


PERCENT = re.compile(
    rf"\b(?P<number>\d{{1,3}}(?:\.\d+)?|{alternation(CARDINALS)})\s?(?:%|percent\b|per\s+cent\b|pct\b)"
    rf"|\b(?P<share>{alternation(SHARES)})\b(?=\s+(?:of|the|my|his|her|their|our|is|or|a|gs)\b|\s*[?.,]|\s*$)",
    re.IGNORECASE,
)


_COUNT = rf"(?P<count>\d{{1,2}}(?:\.5)?|half|an?|{alternation(CARDINALS)})(?P<half> and a half)?"
_OF_WEEK = pattern(
    rf"\b{_COUNT}(?: an?)?(?: full| whole| work(?:ing)?)? (?P<unit>day|hour)s? "
    r"(?:(?:an? |per |each |every )(?:work(?:ing)?[ -]?)?(?P<of>week|day)\b"
    r"|(?:out )?of (?:the |my |every )?(?:five|5)\b(?! (?:weeks?|months?|years?)))"
    rf"|{PERCENT.pattern}",
    re.IGNORECASE,
)
_GRADED = pattern(
    r"\b(?:higher|lower)(?:[ -](?:graded?|level))*[ -](?:work|dut\w+|tasks?|job|stuff)\b"
    r"|\bgs[ -]?\d+(?:[ -](?:level|grade))?(?:'s)? (?:work|dut\w+|tasks?|job|stuff)\b"
    r"|\b(?:work|dut\w+|tasks?|job) (?:above|at|of) (?:the |an? |my )?(?:gs|higher|grade)"
    r"|\b(?:i|we|she|he) supervis\w+",
    re.IGNORECASE,
)
_OF_PLACE = pattern(
    r"\b(?:tele\w+|remote\w*|home|off|leave|shifts?|vacation|office|deadline|part[ -]time)\b",
    re.IGNORECASE,
)
"""Words of where and whether somebody works, whose days are no share of the work."""
_HOURS = {"day": 8.0, "week": 40.0}


def shares(text: str) -> re.Pattern[str]:
    """Return what reads shares of time in a text: days and hours where work of a grade is told."""
    return _OF_WEEK if _GRADED.search(text) and not _OF_PLACE.search(text) else PERCENT


def percent(match: re.Match[str]) -> float:
    """Return the share of a hundred that :func:`shares` found, in figures or in words."""
    told = match.groupdict()
    if told["share"]:
        return SHARES[told["share"].lower()]
    if not told["number"]:
        said = match["count"].lower()
        count = {"half": 0.5, "a": 1.0, "an": 1.0}.get(said) or float(whole(said) or said)
        hours = (count + 0.5 * bool(match["half"])) * _HOURS.get(match["unit"].lower(), 1.0)
        return 100.0 * hours / _HOURS[(match["of"] or "week").lower()]
    number = whole(told["number"])
    return float(told["number"]) if number is None else float(number)


def whole(text: str) -> int | None:
    """Return a number written in figures or in words, or None."""
    lowered = text.strip().lower()
    if lowered.replace(",", "").isdecimal():
        return int(lowered.replace(",", ""))
    return CARDINALS.get(lowered, ORDINALS.get(lowered))


_SUM = re.compile(
    r"(?<![\w.,-])(?:\d,\d{3}|\d{1,4})(?:\s*(?:\+|plus)\s*(?:\d,\d{3}|\d{1,4})){2,}(?![\w-]|,\d)",
    re.IGNORECASE,
)
_ROW = re.compile(
    r"(?P<said>\b(?:add(?:ing|s|ed)?(?: up)?|sum(?:s|med|ming)?(?: of| up)?)\b[^.?!\d]{0,20})"
    r"(?P<row>\d{1,4}(?:\s*(?:,\s*and|,|and|&)\s*\d{1,4}){4,})(?![\w-]|,\d)",
    re.IGNORECASE,
)
_POINTS_ROW = re.compile(
    r"(?P<said>\b(?:points?|pts)\b[^.?!\d]{0,12})"
    r"(?P<row>\d{2,4}(?:(?:\s*,\s*|\s+)\d{2,4}){4,})(?![\w-]|,\d)",
    re.IGNORECASE,
)
"""Points listed one behind the other: "points 550 350 775 75 100"."""
_OF_TIME = re.compile(
    r"%|\b(?:percent|shares?|hours?|days?|weeks?|months?|years?)\b", re.IGNORECASE
)
_HIGHEST = 9999


def added_up(text: str) -> str:
    """Return a text with points that are added up in it as their sum: "1250+450+275" as 1,975."""
    if _OF_TIME.search(text):
        return text

    def total(row: str) -> int:
        return sum(int(one.replace(",", "")) for one in re.findall(r"\d,\d{3}|\d+", row))

    def of_sum(found: re.Match[str]) -> str:
        whole_ = total(found.group())
        return f"{whole_:,} points" if whole_ <= _HIGHEST else found.group()

    def of_row(found: re.Match[str]) -> str:
        row = sum(int(one) for one in re.findall(r"\d+", found["row"]))
        return f"{found['said']}{row:,} points" if row <= _HIGHEST else found.group()

    return _POINTS_ROW.sub(of_row, _ROW.sub(of_row, _SUM.sub(of_sum, text)))


FIRST_YEAR, LAST_YEAR = 1950, 2050
LEAST_TOTAL, MOST_TOTAL, STEP = 855, 4_600, 5
"""Totals that make a grade by the conversion table; every level's points end in 0 or 5."""


def is_total(number: int) -> bool:
    """Tell a total of points from a series or a year, which seldom ends in 0 or 5 and is known."""
    from core.standards.series import find_series

    possible = number % STEP == 0 and LEAST_TOTAL <= number <= MOST_TOTAL
    year = FIRST_YEAR <= number <= LAST_YEAR
    return possible and not year and find_series(f"{number:04}") is None


def is_series(number: int) -> bool:
    """Tell a series from a year, which people write as barely."""
    from core.standards.series import find_series

    return find_series(f"{number:04}") is not None and not FIRST_YEAR <= number <= LAST_YEAR
