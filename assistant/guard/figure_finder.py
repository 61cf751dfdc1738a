"""The figures a sentence mentions: grades, levels, points, dates and every other number.

Each stretch of a sentence is read once, by the first of the rules below that fits it. What no
rule knows is still a number: nothing with a digit in it is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.guard.numerals import SMALL

Kind = Literal[
    "grade",  # a General Schedule grade; value "?" when it cannot be read
    "relative",  # so many grades higher or lower
    "series",
    "level",  # a factor level such as 2-5
    "factor",
    "points",
    "percent",
    "money",
    "date",  # YYYY-MM-DD with 00 for what is not said
    "page",
    "number",
]
UNREADABLE = "?"
HIGHEST_GRADE = 18
"""Numbers up to here may be meant as a grade (the schedule once went to eighteen)."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One figure: what kind it is, its value in plain form, and where it stands.

    ``before`` and ``after`` are the beginnings of the neighbouring words. ``small`` says that
    it was written as a word of ten or less.
    """

    kind: Kind
    value: str
    start: int
    end: int
    before: str = ""
    after: str = ""
    small: bool = False


_N = rf"{SMALL}?\d+(?:,\d{{3}})*(?:\.\d+)?"
_GS = (
    r"(?<![a-z0-9])(?:g\W{0,2}s|general\W{1,3}schedule|g[gml]|w[gls]|g\W{0,2}s\W{0,2}pay)"
    r"(?![a-z]|')"
)
_TO_NUMBER = (
    r"(?:[\s:#.,/(=-]{0,4}(?:pay\s+)?(?:grades?|levels?|numbers?|no|scale|pay|at|as|is|of|a|an|the)"
    r"\b){0,4}[\s:#.,/(=-]{0,4}"
)
_ROMAN = r"(?:i{2,3}|iv|vi{0,3}|ix|xi{0,3}|xi?v|xvi{0,3})"
_GRADE_LINK = (
    r"(?:\W{1,3}(?:pay|level|number|no|of|is|at|as|a|an|the|be|to|was|should|must|would|will|"
    r"could|might|from|now|currently|namely|about|around|for|equals?|becomes?|being|gs|than|only))"
    r"{0,5}"
)
_NOT_A_GRADE = (
    r"(?!\d|,\d|\W{0,3}(?:more |additional |further )?(?:points?|percent|per cent|%|days?|weeks?|"
    r"months?|years?|hours?|dollars?))"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = rf"(?P<day>{SMALL}?\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_LEVEL_TAIL = (
    r"(?![\d%]|[.,/-]\d|\s*(?:percent|points?\b|days?\b|weeks?\b|months?\b|years?\b|hours?\b))"
)


def _value(text: str) -> str:
    """Return a number in plain form: no separators, no leading zeros, no empty decimals."""
    plain = text.replace(SMALL, "").replace(",", "")
    whole, _, decimals = plain.partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole.lstrip('0') or '0'}.{decimals}" if decimals else whole.lstrip("0") or "0"


def _numbers(match: re.Match[str], kind: Kind) -> Iterator[tuple[Kind, str]]:
    for number in re.findall(_N, match.group()):
        yield kind, _value(number)


def _in_schedule(match: re.Match[str]) -> Iterator[tuple[Kind, str]]:
    first, second = match.group("first"), match.group("second")
    if len(first) >= 3:
        yield "series", _value(first)
    else:
        yield "grade", _value(first)
    if second:
        yield "grade", _value(second)


def _as_grade(match: re.Match[str]) -> Iterator[tuple[Kind, str]]:
    yield "grade", _value(match.group("n"))


def _unreadable(match: re.Match[str]) -> Iterator[tuple[Kind, str]]:  # noqa: ARG001
    yield "grade", UNREADABLE


def _nothing(match: re.Match[str]) -> Iterator[tuple[Kind, str]]:  # noqa: ARG001
    yield from ()


def _series(match: re.Match[str]) -> Iterator[tuple[Kind, str]]:
    yield "series", _value(match.group("n") or match.group("m"))


def _relative(match: re.Match[str]) -> Iterator[tuple[Kind, str]]:
    number = match.group("n")
    counted = number is not None and number[-1].isdigit()
    yield "relative", _value(number) if counted else "1"


def _level(match: re.Match[str]) -> Iterator[tuple[Kind, str]]:
    factor = match.group("factor").replace(SMALL, "").upper()
    yield "level", f"{factor}-{match.group('step').replace(SMALL, '')}"


def _factors(match: re.Match[str]) -> Iterator[tuple[Kind, str]]:
    for number in re.findall(rf"{SMALL}?(\d[ab]?)(?![a-z0-9])", match.group()):
        yield "factor", number.upper()


def _date(match: re.Match[str]) -> Iterator[tuple[Kind, str]]:
    parts = match.groupdict()
    month = parts["month"]
    number = _MONTHS.index(month[:3]) + 1 if month[0].isalpha() else int(month)
    day = int((parts.get("day") or "0").replace(SMALL, ""))
    yield "date", f"{parts.get('year') or '0000'}-{number:02d}-{day:02d}"


def _year(match: re.Match[str]) -> Iterator[tuple[Kind, str]]:
    yield "date", f"{match.group('year')}-00-00"


def _share(match: re.Match[str]) -> Iterator[tuple[Kind, str]]:
    text = match.group()
    part = 50 if "half" in text else 25 if "quarter" in text else 33
    yield "percent", str(part * (3 if "3" in text else 2 if "2" in text else 1))


def _kind(kind: Kind) -> Callable[[re.Match[str]], Iterator[tuple[Kind, str]]]:
    return lambda match: _numbers(match, kind)


_Read = Callable[[re.Match[str]], Iterator[tuple[Kind, str]]]


def _rule(read: _Read, *pattern: str) -> tuple[re.Pattern[str], _Read]:
    return re.compile("".join(pattern)), read


_RULES = (
    # The interval of a series is a word of the field, not a grade.
    _rule(_nothing, rf"{SMALL}?[12]\W?grade\W?interval"),
    _rule(
        _relative,
        rf"(?<!\w)(?P<n>an?|{SMALL}?\d+|several|full|few|higher)\s+(?:\w+\s+)?",
        r"(?:grades?|steps?)(?:\s+levels?)?\s+",
        r"(?:higher|lower|up|down|above|below|more|less|over|under)",
    ),
    _rule(_date, r"(?P<year>(?:19|20)\d\d)-(?P<month>0?[1-9]|1[0-2])-(?P<day>\d{1,2})(?!\d)"),
    _rule(
        _date,
        r"(?<![\d/])(?P<month>0?[1-9]|1[0-2])/(?P<day>[0-3]?\d)/(?P<year>(?:19|20)\d\d)(?!\d)",
    ),
    _rule(_date, rf"\b{_MONTH}\s+{_DAY}(?!\d)(?:\s*,?\s*{_YEAR})?"),
    _rule(
        _date,
        rf"(?<![\d.])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\s*,?\s*{_YEAR}",
    ),
    _rule(_date, rf"\b{_MONTH}\s*,?\s+(?:of\s+)?{_YEAR}"),
    _rule(
        _in_schedule,
        rf"{_GS}{_TO_NUMBER}{SMALL}?(?P<first>\d+)(?![a-rt-z\d]|,\d|s\w)",
        rf"(?:\s?[-/]\s?{SMALL}?(?P<second>\d+)(?![a-z]))?s?",
    ),
    _rule(_unreadable, rf"{_GS}[\s:#-]{{0,3}}(?=\w*\d)\w+"),
    _rule(_unreadable, rf"{_GS}[\s:#-]{{1,3}}{_ROMAN}(?!\w)"),
    _rule(_unreadable, rf"(?<![a-z])grade{_GRADE_LINK}\W{{1,3}}{_ROMAN}(?!\w)"),
    _rule(_unreadable, rf"{_GS}\s?-\s?(?!(?:grade|level|series|position|work|type)\b)[a-z]+"),
    _rule(
        _as_grade,
        rf"(?<![a-z])grade[sd]?{_GRADE_LINK}\W{{0,4}}{SMALL}?(?P<n>\d{{1,2}}){_NOT_A_GRADE}",
    ),
    _rule(
        _as_grade,
        rf"(?<![\d.,-]){SMALL}?(?P<n>\d{{1,2}})(?:st|nd|rd|th)?\W{{1,3}}(?:pay\W+)?grade\b",
    ),
    _rule(_series, r"(?<![\d.,-])(?P<n>\d{3,4})(?:\s+series\b)|\bseries\s+(?P<m>\d{3,4})(?!\d)"),
    _rule(_kind("page"), rf"\b(?:pp?\.?|pages?)\s+{_N}(?:\s*(?:-|to|and|,)\s*{_N})?"),
    _rule(_kind("page"), rf"\bpp?\.{_N}(?:-{_N})?"),
    _rule(
        _level,
        rf"(?<![\d.,/a-z-]){SMALL}?(?P<factor>\d[ab]?)\s?-\s?{SMALL}?(?P<step>\d){_LEVEL_TAIL}",
    ),
    _rule(_level, rf"levels?\W{{1,3}}{SMALL}?(?P<factor>\d[ab]?)[\s.]{SMALL}?(?P<step>\d)(?!\d)"),
    _rule(
        _level,
        rf"levels?\s+{SMALL}?(?P<step>\d)\s+(?:of|under|for|on|in)\s+factor\s+",
        rf"{SMALL}?(?P<factor>\d[ab]?)(?!\w)",
    ),
    _rule(
        _level,
        rf"factor\s+{SMALL}?(?P<factor>\d[ab]?)\W{{1,3}}(?:(?:at|to|is)\s+)?level\s+",
        rf"{SMALL}?(?P<step>\d)(?![\d-])",
    ),
    _rule(
        _factors,
        rf"factors\s+{SMALL}?\d[ab]?(?![\d-])",
        rf"(?:\s*(?:,\s*and|,|and|or|&|to|through|-)\s*{SMALL}?\d[ab]?(?!\w|-))*",
    ),
    _rule(_factors, rf"factor\s+{SMALL}?\d[ab]?(?!\w|-)"),
    _rule(_kind("percent"), rf"{_N}\s*(?:%|percent\b|per\s*cent\b|pct\b)"),
    _rule(
        _share,
        rf"(?:half|(?:{SMALL}?[123]\s+|a\s+)?(?:thirds?|quarters?))\s+of\s+",
        r"(?:(?:the|your|his|her|their|my|all|work|working)\s+)*time",
    ),
    _rule(_kind("money"), rf"[$€£]\s*{_N}(?:\s*[km]\b)?|{_N}\s*(?:dollars?|usd)\b"),
    _rule(
        _kind("points"),
        rf"{_N}\W{{0,3}}(?:(?:more|additional|further|extra|total|fewer|evaluation)\s+)?",
        r"(?:points?|pts?)\b",
    ),
    _rule(
        _kind("points"),
        r"(?:points?|totals?|totaling|totalling|scores?|scored|sum)\W{1,3}",
        r"(?:(?:is|of|are|at|to|be|was|would|will|reach|reaches|now|stands|comes|a|the|about|",
        r"from|rises|falls)\W+){0,5}(?:\d{1,3},\d{3}|\d{3,})",
    ),
    _rule(_year, rf"(?<![\d,.-]){_YEAR}(?![,.]\d|-\d)"),
)
_ANY = re.compile(_N)
_WORD_BEFORE = re.compile(r"([a-z]+)[^a-z0-9]{0,3}$")
_WORD_AFTER = re.compile(r"[^a-z0-9]{0,3}([a-z]+)")
_STEM = 5


def find_mentions(text: str) -> list[Mention]:
    """Return every figure in folded text, in order.

    Args:
        text: a sentence as :func:`assistant.guard.numerals.folded` returns it.
    """
    rest = text
    found: list[Mention] = []
    for pattern, read in _RULES:
        for match in list(pattern.finditer(rest)):
            found += [
                _placed(text, kind, value, match.start(), match.end())
                for kind, value in read(match)
            ]
            rest = f"{rest[: match.start()]}{' ' * len(match.group())}{rest[match.end() :]}"
    for match in _ANY.finditer(rest):
        found.append(_placed(text, "number", _value(match.group()), match.start(), match.end()))
    return sorted(found, key=lambda mention: mention.start)


def _placed(text: str, kind: Kind, value: str, start: int, end: int) -> Mention:
    before = _WORD_BEFORE.search(text[max(0, start - 40) : start])
    after = _WORD_AFTER.match(text, end)
    return Mention(
        kind=kind,
        value=value,
        start=start,
        end=end,
        before=before.group(1)[:_STEM] if before else "",
        after=after.group(1)[:_STEM] if after else "",
        small=text[start : start + 1] == SMALL,
    )
