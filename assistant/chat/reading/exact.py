"""Reading what must be read exactly: levels, grades, series, days, shares, points, numbers.

Every value found is also made general ("Level 2-5" for any level), so that likeness sees no value.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from assistant.chat.model import Question
from assistant.chat.reading.dates import loosely, named_days
from assistant.chat.reading.numbers import (
    CARDINALS,
    ORDINALS,
    SHARES,
    is_series,
    is_total,
    percent,
    shares,
    whole,
)
from assistant.chat.reading.writing import fold
from index.language.words import DECISION
from index.regulations.citing import references

_SMALL = "one|two|three|four|five|six|seven|eight|nine"
_GRADE_WORD = "five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
_SECTION = re.compile(
    r"(?:§+\s*|\b5 ?C\.?F\.?R\.?\s*)?\b(\d{3,4}\.\d{1,4})\b(?:\([a-z0-9]+\))*"
    r"|\b5 ?U\.?\s?S\.?\s?C\.?\s*(?:§\s*)?(\d{4})\b(?:\([a-z0-9]+\))*",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"(?:\bfactor\s+(?P<same>[1-9])\b[\s,:-]*(?:at\s+)?(?=(?:\w+\s+)?(?P=same)[ab]?\s?[-.]))?"
    r"(?:\b(?P<said>(?:factor\s+)?(?:levels?|fld?))\s+)?(?<![\w-])(?P<factor>[1-9][ab]?)"
    r"(?(said)(?:\s?-\s?|\.)|\s?-\s?)(?P<level>\d|[a-d])(?P<half>(?<=\d)[a-c])?(?![\w-])"
    r"(?!\s*(?:days?|weeks?|months?|years?|percent|%))",
    re.IGNORECASE,
)
"""A level, its factor named before or not; the supervisory guide letters its paragraphs: "3-3b"."""
_LEVEL_APART = re.compile(
    rf"\bfactor\s+(?P<f1>[1-9]|{_SMALL})\b[\s,]*(?:at\s+)?(?:level|fld?)\s+(?P<l1>[1-9]|{_SMALL})\b"
    r"(?!\s?[-.]\s?[\da-d])"
    rf"|\blevel\s+(?P<l2>[1-9]|{_SMALL})\s+(?:on|of|in|for|under)\s+factor\s+(?P<f2>[1-9]|{_SMALL})\b"
    rf"|\blevel\s+(?P<f3>{_SMALL})[\s-]+(?P<l3>{_SMALL})\b",
    re.IGNORECASE,
)
_CELL = re.compile(
    r"(?:\b(?:factors?\s+)?6\s*(?:/|and|&|\+)\s*7\s*(?:(?:is|are|at|as|:|=|both|together|level|-)\s*)*"
    r"|(?<=5-\d,\s))(?P<row>[1-4])\s?-?\s?(?P<column>[a-d])\b(?!-)",
    re.IGNORECASE,
)
"""A cell of a chart of Factors 6 and 7: "6 and 7 are 3b", or where a list comes to them."""
_FACTOR = re.compile(
    rf"\b(?:factor|element)s?\s+(?:no\.?\s*)?([1-9]|{_SMALL})\b(?!-)", re.IGNORECASE
)
FACTOR_NAMES: dict[str, tuple[str, ...]] = {
    "7": ("purpose of contacts", "purpose of the contacts"),
    "1": ("knowledge required", "knowledge factor", "required knowledge"),
    "2": ("supervisory controls", "supervisory control"),
    "3": ("guidelines",),
    "4": ("complexity",),
    "5": ("scope and effect", "scope & effect"),
    "6": ("personal contacts",),
    "8": ("physical demands", "physical demand"),
    "9": ("work environment",),
}
_POSITION = re.compile(
    r"\b(?P<plan>gs|gm|gl|gg)[\s-]*(?P<series>\d{3,4})[\s/-]+(?P<grade>1[0-5]|0?[1-9])\b",
    re.IGNORECASE,
)
_GS_SERIES = re.compile(r"\b(?:gs|gm|gl|gg)[\s-]*(\d{3,4})\b", re.IGNORECASE)
"""A series with its plan and without a grade: "how is a GS-0318 graded"."""
_GRADE = re.compile(
    r"\b(?:gs|gm|gl|gg|grades?)[\s-]*(?P<g>1[0-5]|0?[1-9])s?(?P<also>(?:\s?/\s?(?:1[0-5]|0?[1-9])\b)*)"
    rf"\b(?!\s*(?:percent|%|points?\b))|\b(?:gs|grade)[\s-]+(?P<w>{_GRADE_WORD})s?\b",
    re.IGNORECASE,
)
_BARE_GRADE = re.compile(
    rf"\b(?:an?|my|the)\s+(?P<g>1[0-5]|[5-9]|{_GRADE_WORD})s?(?=\s*(?:[?.,;!]|$|or\b|and\b|to\b|when\b|"
    r"but\b|if\b|then\b|because\b|now\b|instead\b|not\b|back\b|position\b|job\b|level\b|grade\b|work\b))"
    r"|\b(?:short of|reach|reaching|to make|to hit)\s+(?P<far>1[0-5]|[5-9])\b"
    r"(?!\s*(?:points|percent|%|days|or\b|people|copies|hours|weeks|months|years|more))"
    rf"|\b(?:from|between)\s+(?P<a>1[0-5]|[5-9]|{_GRADE_WORD})\s+(?:to|and)\s+"
    rf"(?P<b>1[0-5]|[5-9]|{_GRADE_WORD})\b(?!\s*(?:points|percent|%|days))",
    re.IGNORECASE,
)
_UNIT = (
    r"(?!\d|\s*(?:[-/:.,\u2013]\s?\d|th\b|[ap]\.?m\b|%|of\b)|\s+(?!is\b|was\b|has\b|does\b|this\b|pls\b)\w+s\b|"
    r"\s+(?:\w+\s+)?(?:points?|percent|day|hours?|minute|week|month|years?|people|person|staff|"
    r"criteria|factor|level|step|page)s?\b)"
)
_MOVED = (
    r"cut|drop(?:ped)?|lower(?:ed)?|reduced?|bump(?:ed)?|knock(?:ed)?|mov(?:ed?|ing)|upgraded?|"
    r"rais(?:ed?)|promot(?:ed?)|demot(?:ed?)|downgraded?|went|fell|go|goes|going|put|back|down|up|"
    r"far|way|gets?|reclassified|graded|classified|rated"
)
_KEPT = r"keep|los[et]|retain|hold|saved?|deserve[sd]?|worth|earn(?:s|ed)?|hang"
_TOLD_GRADE = re.compile(
    rf"\b(?:{_MOVED})\s+(?:(?:me|him|her|us|them|it|back|down|up|back down)\s+)?"
    rf"(?:to|at|from)\s+(?:an?\s+|the\s+)?(?P<g>1[0-5]|[5-9])\b{_UNIT}"
    rf"|\b(?:{_KEPT})\s+(?:on\s*to\s+)?(?:an?|my|the|our|his|her|that)\s+(?P<k>1[0-5]|[4-9])\b{_UNIT}"
    r"|(?<!on )(?<!by )(?<!until )(?<!since )(?<!before )(?<!after )(?<!through )"
    rf"\b(?:an?|my|the|our|his|her)\s+(?P<n>1[0-5])\b{_UNIT}",
    re.IGNORECASE,
)
"""A grade told without its plan where only a grade fits: "got cut to 12", "keep the 6"."""
_AND_GRADE = re.compile(
    r"\s*(?:vs\.?|versus|or|and|to|from|down to|up to|,(?:\s*(?:and|or))?|/|&)\s*(?:for\s+)?"
    rf"(?:an?\s+|the\s+)?(?P<g>1[0-5]|[5-9])s?\b{_UNIT}",
    re.IGNORECASE,
)
_SERIES = re.compile(
    r"\bseries\s+(?:gs[\s-]*)?(\d{3,4})\b|\b(?:gs[\s-]*)?(\d{3,4})\s+(?:job\s+|occupational\s+)?(?:series|standard|"
    r"flysheet|family)\b|(?<![\w.,-])(0\d{3})\b(?![.,]\d)"
    r"|(?:(?<=standard for )|(?<=standards for )|(?<=flysheet for )|(?<=criteria for ))(\d{4})\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?<![\w.,$-])(?<!\d )\(?(\d{4})\)?(?=\s*(?:[?.,;)]|$))(?![.,]\d)")
"""A number by itself where one of a series can stand: "an IT specialist, 2210"."""
_OF_STANDARDS = re.compile(r"\b(?:standards?|flysheets?|series|jfs)\b", re.IGNORECASE)
_BARE_CODE = re.compile(
    r"(?<![\w.,$/-])(\d{4})s?(?![\w$/-])(?![.,]\d)(?!\s*(?:points?|pts|hours?|people|employees))",
    re.IGNORECASE,
)
"""A number anywhere in a message that speaks of standards or series: "the standard for IT 2210"."""
_PLAN = re.compile(
    r"\b(g[smlg]|w[gls]|ses)(?=[\s-]*\d|\b)|\b(?:wage leader|wage supervisor|general schedule)\b",
    re.IGNORECASE,
)
_WAGE = re.compile(
    r"\b(?:wage (?:grad(?:e|ing)|employee|system|job|worker|schedule|position|decision|appeal|"
    r"application|case|rule)\w*|federal wage|prevailing[- ]rate|blue[- ]collar|fws|job[- ]grading|"
    r"trades? (?:job|worker|position))\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\bnot (?:an? )?$", re.IGNORECASE)
_OWN_PLAN = re.compile(r"\b(?:i'?m|i am|me as|mine is)(?: an?)? $", re.IGNORECASE)
_PLANS = {"wage leader": "WL", "wage supervisor": "WS", "general schedule": "GS", "ses": "ES"}
_POINTS = re.compile(
    r"(?<![\w.,-])(\d{1,2},\d{3}|\d{2,4})(?=\s*(?:[- ]?points?|pts)\b)"
    r"|(?<![\w.,-])(\d{1,2},\d{3})(?!\w|,\d)"
    r"|\b(?:totals?|scores?|scored|totall?ing|adds? up|sums? up|comes?)\s+"
    r"(?:of|is|was|at|to|a)?\s*(\d{3,4})\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b(?:is|at|does|do|would|have|has|got|gets?|gives?|reach(?:es)?|with|on|of|for|from|makes?)\s+"
    r"(?:only |just |about )?(\d{4})(?=\s*(?:[?.,;!]|$)"
    r"|\s+(?:(?:make\s+)?(?:an?\s+)?(?:gs|grade|\d)|make|enough|now|so far|in total|and|what|"
    r"how)\b)",
    re.IGNORECASE,
)
"""A total named without the word points: "is 2750 a GS-12", "I've got 2900"."""
_BESIDE_GRADE = re.compile(
    r"(?<![\w.,$/-])(\d{3,4})(?![\w%/-]|[,.:]\d)"
    r"(?!\s+(?!is\b|was\b|has\b|gets\b|makes\b|puts\b|gives\b|leaves\b|points\b|versus\b)[a-z]+s\b)",
    re.IGNORECASE,
)
"""A number that may be a total where a grade or a level is named: "a 13 with 2900 now?"."""
_ASKS = re.compile(
    r"\?\s*$|^\W*(?:and\s+|so\s+|but\s+|ok(?:ay)?[,\s]+|please\s+)*"
    r"(?:(?:why|what|how|who|when|where)(?:'?(?:s|ll|d|re))?|whom|whose|which|does|do|did|is|are|"
    r"was|were|am|can|could|should|would|will|may|must|has|have|had|"
    r"(?:on|in|by|under|from|to|at|until|till|for|within) (?:what(?! it)|which|whom|when|how)|"
    r"argue|explain|compare|tell|show|list|give|find|describe|define|name|draft|write|calculate|"
    r"compute|score|convert|help (?:me|us)|walk (?:me|us)|print|check|recommend|suggest|"
    r"summari[sz]e|suppose|if(?=[^,;]+$)|(?:is|are|does|did|should|would|could)n'?t|"
    r"(?:do|ca|wo)n'?t (?:i|we|you|they|it|that|this|he|she|my|the))\b"
    r"|(?:,\s*|\d\s+)(?:right|correct|no|yes|huh|true)\W*$"
    r"|\b(?:is|are|does|do|was|would|wo|ca)n'?t (?:it|that|they|i|we|he|she)\W*$",
    re.IGNORECASE,
)
_IF = r"(?:\w+ )?(?:whether|if|what|how|who|whom|which|when|where|why|about|anything|anywhere)\b"
_TOLD = re.compile(
    r"\b(?:(?:i|we)(?:'d| would)? (?:\w+ )?(?:want|need|like|love|hope)|trying|hoping)"
    r" to (?:\w+ )?(?:know|see|find|look|search|understand|learn|check|hear|figure|ask|read)\b|"
    rf"\b(?:wonder(?:ing|s)?|curious|sure|unsure|no (?:idea|clue)|confused|question) {_IF}|"
    r"\b(?:don't|do not|can't|cannot|couldn't|didn't) (?:\w+ )?"
    rf"(?:know|get|see|understand|tell|find|figure) {_IF}|"
    r"\b(?:looking|searching) for\b|(?<!nor )(?<!only )(?<!so )(?<!as )\b(?:(?:can|could|should|"
    r"must|will|would|am) (?:i|we)|do (?:i|we) (?:have|need|get|keep|lose|file|go|appeal)|"
    r"(?:does|do|will|can) (?:he|she|it|they) (?:count|matter|be (?:count|consider|taken))\w*)\b",
    re.IGNORECASE,
)
"""A question that is told, "I want to know whether anyone got 2-5", or run on: "... can I file"."""
_SENTENCE = re.compile(
    r"(?i)(?<=[a-z0-9)][.!?;])\s+|[,:]\s+(?=(?:(?:can|could|do|does|did|is|am|are|may|should|must|will|would)(?:n?'?t)?|how)\s+"
    r"(?:i|it|we|they|that|this|my|he|she|you|there|long|many|much|do|opm|the\s(?:law|rules?|appeal|agency|guidance|general))\b"
    r"|(?:what\s+(?:now|then|happens|can|does|do|should|must)|(?:why|where|when)\s+(?:is|are|do|does|can))\b)",
)
_FIRST = re.compile(r"\b(?:i|i'?m|i'?ve|i'd|i'll|my|me|mine|we|we're|our|us)\b", re.IGNORECASE)
_STANDARDS = (
    (re.compile(r"\bprimary standard\b", re.IGNORECASE), "fes-primary"),
    (re.compile(r"\bgssg\b|\bsupervis(?:ory|ors?) (?:guide|book)\b", re.IGNORECASE), "gssg"),
    (re.compile(r"\b(?:hr|human resources) (?:job )?(?:family|group)\b", re.IGNORECASE), "gs-0200"),
)


def read(message: str, *, today: date | None = None) -> Question:
    """Return a message as a question with everything in it that must be read exactly."""
    question = _read(message, today or date.today())  # noqa: DTZ011 - the reader's own day
    # Which standards there are may change while a message is talked of.
    return replace(question, standards=_standards(question))


@lru_cache(maxsize=512)
def _read(message: str, day: date) -> Question:
    text = fold(message)
    found = _Found(text)
    decision = found.take(DECISION, "C-0080-11-02")
    cells = found.take(_CELL, "Level 2-5")
    days = found.take_spans([(a, b, d) for a, b, d in named_days(found.left, day)], "May 3")
    sections = found.take(_SECTION, "511.703")
    percents = found.take(shares(text), "20 percent")
    points = found.take(_POINTS, "2,755")
    points += found.take_if(_TOTAL, is_total, "2,755")
    apart, levels = (found.take(one, "Level 2-5") for one in (_LEVEL_APART, _LEVEL))
    positions = found.take(_POSITION, "GS-12")
    # Beside a level it says whose level is meant.
    named_series = found.take(_GS_SERIES, "GS-12" if levels or apart else "series 0343")
    series = named_series + found.take(_SERIES, "series 0343")
    series += found.take_if(_CODE, is_series, "series 0343")
    if _OF_STANDARDS.search(text):
        series += found.take_if(_BARE_CODE, is_series, "series 0343")
    grades = found.take(_GRADE, "GS-12")
    bare = found.take(_BARE_GRADE, "a GS-12")
    if levels or apart or positions or named_series or grades or bare:
        points += found.take_if(_BESIDE_GRADE, is_total, "2,755")
    named = [_level_apart(m) for m in apart] + [_level(m) for m in levels]
    for cell in cells:
        named += [f"6-{cell['row']}", f"7-{cell['column'].upper()}"]
    question = Question(
        message=text,
        levels=tuple(dict.fromkeys(named)),
        grades=_grades(found.left, positions, grades, bare),
        series=_series(positions, series),
        pay_plan=_plan(text),
        dates=tuple(dict.fromkeys(d for _, _, d in days)),
        since=None if days else loosely(text, day),
        percents=tuple(dict.fromkeys(percent(m) for m in percents)),
        points=tuple(
            dict.fromkeys(int(next(filter(None, m.groups())).replace(",", "")) for m in points)
        ),
        decision=decision[0].group().upper() if decision else "",
        sections=tuple(dict.fromkeys(m[1] or m[2] for m in sections)),
        first_person=bool(_FIRST.search(text)),
        asks=bool(_TOLD.search(text)) or any(map(_ASKS.search, _SENTENCE.split(text))),
        general=found.general(),
    )
    factors = dict.fromkeys(level.rpartition("-")[0] for level in question.levels)
    factors |= dict.fromkeys(factors_in(text))
    # A part or a chapter named without a section counts, however it is cited; so do marks alone.
    places = references(text) or [p for p in references(text, bare=True) if p.reference.path]
    cited = question.sections or tuple(one.reference.text() for one in places)
    return replace(question, factors=tuple(factors), sections=cited)


# Every exact value holds a digit or one of these words.
_WORD = re.compile(r"[a-z]+|\d")
_PHRASES = [*_SMALL.split("|"), *_GRADE_WORD.split("|"), *CARDINALS, *ORDINALS, *SHARES]
_HOLDING = frozenset({*"0123456789", "today", "yesterday"}).union(
    word + ending
    for phrase in _PHRASES
    for word in _WORD.findall(phrase.lower())
    if word not in {"a", "an", "and", "of", "the"}
    for ending in ("", "s")
)


def general(ask: str) -> str:
    """Return a way of asking with its exact values made general.

    Thousands are read when a conversation opens, and most hold no value.
    """
    none = _HOLDING.isdisjoint(_WORD.findall(ask.lower()))
    return fold(ask) if none else read(ask).general


class _Found:
    """A text from which exact values are taken one kind after the other, each once."""

    def __init__(self, text: str) -> None:
        self.left = text
        self._spans: list[tuple[int, int, str]] = []
        self._text = text

    def take(self, pattern: re.Pattern[str], general: str) -> list[re.Match[str]]:
        matches = list(pattern.finditer(self.left))
        for match in matches:
            self._took(*match.span(), general)
        return matches

    def take_if(
        self, pattern: re.Pattern[str], holds: Callable[[int], bool], general: str
    ) -> list[re.Match[str]]:
        """Take the numbers that hold."""
        matches = [m for m in pattern.finditer(self.left) if holds(int(m[1]))]
        for match in matches:
            self._took(*match.span(1), general)
        return matches

    def take_spans(
        self, spans: list[tuple[int, int, date]], general: str
    ) -> list[tuple[int, int, date]]:
        for start, end, _ in spans:
            self._took(start, end, general)
        return spans

    def _took(self, start: int, end: int, general: str) -> None:
        self._spans.append((start, end, general))
        # Of the same length, so that spans stay true; no pattern reads these signs.
        self.left = self.left[:start] + "\x00" * (end - start) + self.left[end:]

    def general(self) -> str:
        out, at = [], 0
        for start, end, general in sorted(self._spans):
            out += [self._text[at:start], general]
            at = end
        return "".join([*out, self._text[at:]])


def factors_in(text: str) -> tuple[str, ...]:
    """Return the factors a text names by number or by their printed name."""
    found = [str(whole(m[1])) for m in _FACTOR.finditer(text)]
    lowered = text.lower()
    for factor, names in FACTOR_NAMES.items():
        for name in names:
            if name in lowered:
                found.append(factor)
                lowered = lowered.replace(name, " ")
    return tuple(dict.fromkeys(found))


def _level(match: re.Match[str]) -> str:
    """Return a level as written; "4-3b" is Level 4B-3, since Factor 4 has halves with letters."""
    factor, level, half = match["factor"], match["level"], match["half"] or ""
    if factor == "4" and half.lower() in {"a", "b"}:
        factor += half
    return f"{factor}-{level}".upper()


def _level_apart(match: re.Match[str]) -> str:
    factor = match["f1"] or match["f2"] or match["f3"]
    level = match["l1"] or match["l2"] or match["l3"]
    return f"{whole(factor)}-{whole(level)}"


def _grades(left: str, *groups: list[re.Match[str]]) -> tuple[int, ...]:
    """Return the grades in the order they are named; ``left`` is what nothing was taken from."""
    positions, grades, bare = groups
    found = [(m.start(), m["grade"]) for m in positions if m["grade"]]
    for m in grades:
        found.append((m.start(), m["g"] or m["w"]))
        found += [(m.start() + 1, also) for also in re.findall(r"\d+", m["also"] or "")]
    for m in bare:
        found += [
            (m.start() + n, m[name]) for n, name in enumerate(("g", "a", "b", "far")) if m[name]
        ]
    told = list(_TOLD_GRADE.finditer(left))
    found += [(m.start(), m["g"] or m["k"] or m["n"]) for m in told]
    ends = [m.end() for m in (*positions, *grades, *bare, *told)]
    while ends:
        also = _AND_GRADE.match(left, ends.pop())
        if also is not None:
            found.append((also.start(), also["g"]))
            ends.append(also.end())
    numbers = [number for _, text in sorted(found) if (number := whole(text)) is not None]
    return tuple(dict.fromkeys(numbers))


def _series(positions: list[re.Match[str]], series: list[re.Match[str]]) -> tuple[str, ...]:
    found = [m["series"] for m in positions] + [next(filter(None, m.groups())) for m in series]
    return tuple(dict.fromkeys(code.zfill(4) for code in found))


def _plan(text: str) -> str:
    """Return the pay plan named, one of the wage system before others; empty when none is."""
    found = [m for m in _PLAN.finditer(text) if not _DENIED.search(text[: m.start()])]
    found = [m for m in found if _OWN_PLAN.search(text[: m.start()])] or found
    plans = [_PLANS.get(match.group().lower(), match.group().upper()) for match in found]
    wage = [plan for plan in plans if plan.startswith("W")] or ["WG"] * bool(_WAGE.search(text))
    return next(iter([*wage, *plans]), "")


def _standards(question: Question) -> tuple[str, ...]:
    """Return the standards named by title, or by series where a level or the word says so."""
    found = [name for pattern, name in _STANDARDS if pattern.search(question.message)]
    if question.series and (question.levels or question.has("standard", "flysheet", "criteria")):
        from core.standards.catalog import list_standards

        known = {entry.id for entry in list_standards()}
        for code in question.series:
            names = (f"gs-{code}", f"gs-{code[:2]}00")
            found += [name for name in names if name in known][:1]
    return tuple(dict.fromkeys(found))
