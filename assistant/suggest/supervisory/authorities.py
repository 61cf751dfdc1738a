"""Which of the authorities that the guide lists a description tells of, one by one.

Level 3-2 by its paragraph c and Level 3-3 by its paragraph b are counts: so many of ten, so many of
a further fifteen. Likeness cannot count, and a long list of the ten is as like the one level as the
other; so each authority is looked for by its own words, and what is denied or passed on to somebody
else is not told.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from assistant.suggest.described import DUTIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.suggest.described import Described, Sentence
    from core.supervisory.guide import Guide

FACTOR: Final = "3"
PEOPLE, FURTHER = "3-2c", "3-3b"
"""The list of authorities over people, and the further one of Level 3-3."""
COUNTS: Final = 3.0
"""How much, in the logarithm of its share, a full count adds to a level."""

_LEADERS = (
    r"(?:subordinate |unit |team |work |crew |branch |section |division |group )*"
    r"(?:supervisors?|leaders?|leads|chiefs?|heads|foremen|coordinators?)\b"
)
_TOLD: Final[Mapping[str, tuple[str, ...]]] = {
    PEOPLE: (
        r"(?:plan|schedul|lay)\w*[^.;]{0,40}\b(?:work|assignments)|priorities|\bschedules\b",
        (
            r"\bassign(?:s|ing)?\b|work assignments|(?:gives?|hands?|giving) (?:out )?\w* ?"
            r"assignments|distribut\w+ \w*\s?(?:work|cases|claims)"
        ),
        (
            r"\b(?:evaluat|apprais)\w+\b(?=[^.;]{0,30}\b(?:performance|employees|subordinates|staff|"
            r"them)\b|\s*[,.;]|$)|\brates\b|\bratings?\b"
        ),
        (
            r"\b(?:advice|counsels?|counseling|instructions?)\b|\badvises\b(?=\s*[,.;]|[^.;]{0,20}"
            r"\b(?:employees|subordinates|staff)\b)"
        ),
        (
            r"\binterviews?\b|\binterviewing\b|recommend\w*[^.;]{0,25}\b(?:appointments?|promotions?|"
            r"reassignments?|selections?|hires|candidates)"
        ),
        r"(?:hear|resolv|settl|handl)\w*[^.;]{0,25}\b(?:complaints?|grievances?)",
        r"\bminor disciplin|\bwarnings?\b|\breprimands?\b|\bwarns\b",
        r"(?:identif|find|arrang|plan|provid|determin)\w*[^.;]{0,50}\btraining",
        r"(?:improv|increas)\w*[^.;]{0,30}\b(?:production|quality|productivity|methods|work)",
        r"(?:develop|set|writ|establish)\w*[^.;]{0,20}\bperformance (?:standards|plans|elements)",
    ),
    FURTHER: (
        rf"\b(?:through|us(?:es|ing)|directs?|oversees?)\b (?:[\w-]+ ){{0,4}}?{_LEADERS}",
        (
            r"\b(?:responsibilit\w+|deal\w*)\b[^.;]{0,40}\b(?:officials|managers|heads) of other|"
            r"\badvis\w+ (?:the )?(?:[\w-]+ ){0,2}(?:higher|senior|top|upper|management|officials|"
            r"director)\b"
        ),
        (
            r"\b(?:equity|equitab\w+|fair\w*|consisten\w+|uniform\w*)\b[^.;]{0,60}\b(?:standards|"
            r"ratings)\b"
        ),
        r"\b(?:multi-?million|significant resources)\b",
        rf"\b(?:decisions?|decid\w+)\b[^.;]{{0,20}}\bproblems\b[^.;]{{0,30}}(?:{_LEADERS}|they\b)",
        (
            rf"\b(?:evaluat|apprais|rat)\w* (?:the )?(?:performance of )?{_LEADERS}|"
            r"\breview\w* (?:official|[^.;,]{0,20}\bratings)"
        ),
        (
            r"\b(?:makes?|making|approv\w+)(?: or approv\w+)? (?:the )?selections?\b|"
            r"\bselects (?:employees|candidates|staff)\b"
        ),
        (
            rf"\brecommend\w* [^.;,]{{0,25}}\bselections?\b[^.;,]{{0,25}}{_LEADERS}|"
            rf"\bselects {_LEADERS}"
        ),
        (
            r"\b(?:hear|resolv|settl|decid)\w*[^.;,]{0,30}\b(?:group|serious|formal)\b[^.;,]{0,20}"
            r"\b(?:grievances?|complaints?)"
        ),
        (
            r"\b(?:review|approv|decid)\w*[^.;,]{0,25}\b(?:serious (?:\w+ )?disciplin|"
            r"suspensions?\b|removals?\b)"
        ),
        (
            r"\b(?:decid|decision|approv)\w*[^.;]{0,30}\b(?:non-?routine|costly|controversial|unusual|"
            r"expensive)\b[^.;]{0,40}\btraining|\bcostly training"
        ),
        r"\bcontract\w*[^.;]{0,60}\b(?:payment|paid)\b|\bdirects contractors",
        r"\bapprov\w*[^.;]{0,60}\b(?:within-?grade|overtime|travel)\b",
        r"\brecommend\w*[^.;]{0,30}\b(?:awards?|bonus\w*|classification|position changes)\b",
        (
            r"\b(?:eliminat|remov|reduc)\w*[^.;]{0,30}\b(?:bottlenecks?|barriers)|"
            r"\bteam[- ]building\b|\bbusiness practices\b"
        ),
    ),
}
_PATTERNS: Final = {
    paragraph: tuple(re.compile(one, re.IGNORECASE) for one in listed)
    for paragraph, listed in _TOLD.items()
}
_MANAGERIAL: Final = re.compile(
    r"\b(?:multi-?year|long-?(?:range|term)|annual and multi)\b[^.;]{0,40}\b(?:plan|goal|schedul|"
    r"staff)|\bbudget (?:shortages?|shortfalls?)|\bdelegated (?:managerial )?authority\b|"
    r"\b(?:final|full) authority\b",
    re.IGNORECASE,
)
"""Words of Level 3-3a and of Level 3-4: no count of other authorities speaks against them."""
DENIED: Final = re.compile(r"\b(?:no|not|never|neither|nor|without|cannot|lacks?)\b", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[,;:.]")


@dataclass(frozen=True, slots=True)
class Told:
    """The authorities told of by paragraph and number, each with its sentence."""

    listed: Mapping[str, Mapping[int, Sentence]]
    managerial: bool

    def count(self, paragraph: str) -> int:
        """Return how many of a list are told."""
        return len(self.listed[paragraph])

    def witnesses(self) -> tuple[Sentence, ...]:
        """Return the sentences that tell of any, those of the most authorities first."""
        tells = Counter(one for listed in self.listed.values() for one in listed.values())
        return tuple(one for one, _ in tells.most_common())


def told(described: Described) -> Told:
    """Return the authorities that the section on them and the duties tell of."""
    listed: dict[str, dict[int, Sentence]] = {paragraph: {} for paragraph in _PATTERNS}
    spoken = (*described.of(FACTOR), *described.of(DUTIES))
    for sentence in spoken:
        for paragraph, patterns in _PATTERNS.items():
            for number, pattern in enumerate(patterns, 1):
                if number not in listed[paragraph] and _affirms(pattern, sentence.weighed):
                    listed[paragraph][number] = sentence
    return Told(listed, any(_affirms(_MANAGERIAL, one.weighed) for one in spoken))


def leaning(found: Told, guide: Guide) -> dict[str, float]:
    """Return what the counts add to the levels, in the logarithm of their shares."""
    least = guide.value("level-3-3b")
    further = found.count(FURTHER)
    if further >= least:
        return {"3-3": COUNTS}
    first = sum(number <= _FIRST for number in found.listed[PEOPLE])
    people = found.count(PEOPLE)
    meets = people >= guide.value("level-3-2c-all") and first >= guide.value("level-3-2c-first")
    if not meets or found.managerial:
        return {}
    return {"3-2": COUNTS * (least - further) / least}


_FIRST: Final = 4
"""Of the ten authorities, those of which paragraph 3-2c asks for some by themselves."""


def counted(found: Told, guide: Guide) -> str:
    """Say how many of each list are told, and what Level 3-3 asks."""
    lists = guide.authorities
    return (
        f"The description tells of {found.count(PEOPLE)} of the {len(lists[PEOPLE].items)} "
        f"authorities of paragraph {PEOPLE} and of {found.count(FURTHER)} of the further "
        f"{len(lists[FURTHER].items)} of paragraph {FURTHER}; Level 3-3 by that paragraph takes "
        f"nearly all of the first and at least {guide.value('level-3-3b')} of the second. Which "
        "are exercised besides?"
    )


def denied(text: str, start: int) -> bool:
    """Return whether a clause is denied in which something begins."""
    before = text[:start]
    clause = _CLAUSE.split(before)[-1]
    return DENIED.search(clause) is not None


def _affirms(pattern: re.Pattern[str], text: str) -> bool:
    return any(
        not denied(text, one.start()) and DENIED.search(one[0]) is None
        for one in pattern.finditer(text)
    )
