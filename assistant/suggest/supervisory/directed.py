"""The grade of the work directed, as a description tells it: which grades, how many, whose.

The base level of the supervisory guide is the highest grade that makes up at least a quarter of
the nonsupervisory work. A description tells it in passing: "five GS-11 analysts and two GS-7
assistants", "three quarters of them GS-9", "section chiefs at GS-13 over GS-12 engineers". Grades
of supervisors, of the position itself and of whom it reports to are none of the work directed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from assistant.suggest.supervisory.authorities import denied

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.suggest.described import Described, Sentence

QUARTER: Final = 0.25
_HIGHEST: Final = 15

Ground = Literal["share", "count", "mention"]
"""What a base rests on: a share of the workload, numbers of people, or a mention alone."""

_MENTION: Final = re.compile(
    r"\b(?:GS|GM)\s?[-–—‑]?\s?(?:\d{4}\s?[-–—‑/]\s?)?(?P<grade>\d{1,2})(?P<ladder>(?:/\d{1,2})*)"
    r"(?:['’]?s)?\b(?!\d)|\bgrades?\s+(?P<word>\d{1,2})\b"
    r"|(?<=and )(?P<bare>\d{1,2})(?=\s+[a-z]+s\b)",
    re.IGNORECASE,
)
_DIRECTS: Final = re.compile(
    r"supervis|subordinate|staff|employees|directs|direct |team|positions|lead|unit|branch|section|"
    r"plans the work|carry|work|assigns|rates|oversee|heads|quarter|most|"
    r"\w+(?:ists|ians|ers|ors|ants|sts|rks|nts|des)\b",
    re.IGNORECASE,
)
_UP: Final = re.compile(
    r"(?:reports?(?:\s+\w+)?\s+to|accountable(?:\s+\w+)?\s+to|answers?\s+to|supervised\s+by|"
    r"works\s+for|under\s+the\s+(?:direction|supervision)\s+of|supervisor\s+is|classified|"
    r"this\s+position)\b[^.;]*$",
    re.IGNORECASE,
)
_CHIEF: Final = re.compile(
    r"\b(?:chiefs?|supervisors?|supervisory|managers?|heads|foremen|directors?|deputy|deputies|"
    r"team\s+leaders?|leads?|leaders?)\b",
    re.IGNORECASE,
)
_NUMBERS: Final = dict(
    zip(
        (
            *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
            *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
            *("eighteen", "nineteen", "twenty"),
        ),
        range(1, 21),
        strict=True,
    )
)
_NUMBER: Final = re.compile(
    rf"\b(\d{{1,3}}|an?|{'|'.join(_NUMBERS)})\b(?!\s*(?:%|percent))", re.IGNORECASE
)
_SHARES: Final = {
    r"\b(?:most|mostly|mainly|majority|nearly\s+all|almost\s+all|all|bulk)\b": 0.75,
    r"\bthree[\s-]+quarters?\b": 0.75,
    r"\b(?:half|larger\s+part|greater\s+part)\b": 0.5,
    r"\bthird\b": 0.33,
    r"\bquarter\b": 0.25,
}
_PERCENT: Final = re.compile(r"\b(\d{1,3})\s*(?:%|percent)", re.IGNORECASE)
_LITTLE: Final = re.compile(
    r"\b(?:less\s+than|under|below|not\s+quite|hardly|few)\b", re.IGNORECASE
)
_BEFORE, _AFTER = 6, 5


@dataclass(frozen=True, slots=True)
class Base:
    """The grade of the work directed, the sentence that tells it, and what it rests on."""

    grade: int
    sentence: Sentence
    ground: Ground
    through: bool
    """Whether subordinate supervisors direct the work."""


@dataclass(frozen=True, slots=True)
class _Mention:
    grade: int
    sentence: Sentence
    chief: str
    """What whoever has the grade is called, where that is a supervisor or a leader."""
    count: int | None
    share: float | None


def base_of(described: Described) -> Base | None:
    """Return the grade that best stands for the work directed; None when no grade is told."""
    found = [one for sentence in described.sentences for one in _mentions(sentence)]
    through = any(one.chief and "lead" not in one.chief for one in found) or any(
        not denied(sentence.text, match.start())
        for sentence in described.sentences
        for match in _SUBORDINATE.finditer(sentence.text)
    )
    work = [one for one in found if not one.chief]
    if not work:
        return None
    shared = [one for one in work if one.share is not None and one.share >= QUARTER]
    if shared:
        return _base(max(shared, key=lambda one: one.grade), "share", through)
    counted = {one.grade: one for one in work if one.count}
    total = sum(one.count or 0 for one in counted.values())
    if len(counted) > 1:
        above = 0
        for grade in sorted(counted, reverse=True):
            above += counted[grade].count or 0
            if above >= QUARTER * total:
                return _base(counted[grade], "count", through)
    highest = max(work, key=lambda one: one.grade)
    return _base(highest, "count" if highest.count else "mention", through)


_SUBORDINATE: Final = re.compile(
    r"\b(?:subordinate\s+supervisors?|(?:section|branch|division|unit|office)\s+chiefs|"
    r"chiefs\s+(?:who|each)|supervisors\s+(?:who|each)|second[- ]level\s+supervisor)\b",
    re.IGNORECASE,
)


def _base(one: _Mention, ground: Ground, through: bool) -> Base:
    return Base(one.grade, one.sentence, ground, through)


def _mentions(sentence: Sentence) -> Iterable[_Mention]:
    """Yield the grades a sentence gives to those supervised."""
    text = sentence.text
    if not _DIRECTS.search(text):
        return
    matches = list(_MENTION.finditer(text))
    if not any(one["grade"] or one["word"] for one in matches):
        return
    for place, match in enumerate(matches):
        grades = [int(match["grade"] or match["word"] or match["bare"])]
        grades += [int(one) for one in (match["ladder"] or "").split("/") if one]
        start = matches[place - 1].end() if place else 0
        end = matches[place + 1].start() if place + 1 < len(matches) else len(text)
        if not 1 <= max(grades) <= _HIGHEST or _UP.search(text[: match.start()]):
            continue
        before = _near(text[start : match.start()], last=True)
        after = _near(text[match.end() : end], last=False)
        yield _Mention(
            max(grades),
            sentence,
            _chief(before, after),
            _count(before),
            _share(text[start : match.start()], text[match.end() : end]),
        )


def _near(text: str, *, last: bool) -> str:
    """Return the few words next to a grade, within its own clause."""
    clauses = re.split(r"[,;:()]|\bover\b|\band\s+(?=\w+\s+GS)", text)
    clause = clauses[-1] if last else clauses[0]
    words = clause.split()
    return " ".join(words[-_BEFORE:] if last else words[:_AFTER])


def _chief(before: str, after: str) -> str:
    """Return whose grade it is where they are supervisors or leaders: "chiefs at GS-13"."""
    ahead = re.match(r"(?:\w+\s+){0,2}?" + _CHIEF.pattern, after, re.IGNORECASE)
    behind = re.search(
        _CHIEF.pattern + r"\s+(?:\w+\s+)?(?:at|in|of|are|graded)?\s*$", before, re.IGNORECASE
    )
    found = ahead or behind
    return found[0].casefold() if found else ""


def _count(before: str) -> int | None:
    numbers = [one[1].casefold() for one in _NUMBER.finditer(before)]
    if not numbers:
        return None
    said = numbers[-1]
    return int(said) if said.isdecimal() else _NUMBERS.get(said, 1)


def _share(before: str, after: str) -> float | None:
    """Return the share of the work a clause gives a grade, as far as it gives one."""
    # "GS-11 work, 30 percent of the workload": a share set off by a comma goes with its grade.
    own = re.split(r"[;,](?!\s*(?:about\s+|some\s+)?\d{1,3}\s*(?:%|percent))", after)[0]
    clause = f"{re.split(r'[;,]', before)[-1]} {own}"
    percent = _PERCENT.search(clause)
    if percent is not None:
        return int(percent[1]) / 100
    for pattern, share in _SHARES.items():
        if re.search(pattern, clause, re.IGNORECASE):
            return share / 4 if _LITTLE.search(clause) else share
    return None
