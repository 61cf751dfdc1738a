"""Whether two wordings say the same: a rewording, or a change of substance.

A grade follows from what is done, so a description that only says it otherwise moves nothing:
synonyms, the order of words, articles, one sentence for two. What moves a factor is authority,
supervision, independence, guidelines, complexity, scope, contacts and their purposes, gained or
lost; each has plain signs in ``substance.toml``. Beside the signs, words of a subject that only one
wording has are counted: enough of them are other work. Both only lead a person to read the two.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from index.language.words import STOP, fold, stem

if TYPE_CHECKING:
    from core.model import FactorId

_FILE: Final = Path(__file__).resolve().with_name("substance.toml")

Kind = Literal[
    "authority",
    "supervision",
    "independence",
    "guidelines",
    "complexity",
    "scope",
    "contacts",
    "purposes",
    "effort",
    "surroundings",
    "negation",
    "figures",
    "subject",
]
"""What changed: ``subject`` is other work, ``negation`` a "not" gained or lost, ``figures`` an
amount of money or a number of people."""

_FEWEST: Final = 3
"""So many words of a subject in one wording only are other work, if they are a large part."""

_PART: Final = 0.3
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_NOT: Final = re.compile(r"\b(?:not|no|never|neither|nor|without|cannot)\b|n't\b", re.IGNORECASE)
_FIGURES: Final = re.compile(
    r"\$\s?[\d,.]+(?:\s(?:thousand|million|billion))?|"
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)"
    r"(?=\s(?:\w+\s){0,2}(?:employees|subordinates|clerks|technicians|workers|people|specialists|"
    r"analysts|persons|positions)\b)",
    re.IGNORECASE,
)


_OTHERS: Final = re.compile(
    r"\b(?:that|which|until|once|if|when|where|as|before|after|unless|whom|what)\s+"
    r"(?:the|an?|his|her|their|its)\s+(?!incumbent|employee)(?:[\w'-]+\s+){1,4}?"
    r"(?:decides?|approves?|denies|disapproves?|authorizes?|adjudicates?|signs|certifies|"
    r"(?:gives?|grants?)\s+(?:final\s+)?approval|makes?\s+(?:the\s+)?(?:final\s+)?decisions?)\b",
    re.IGNORECASE,
)
"""A clause with a subject of its own: "awards that the contracting officer signs"."""


class _Sign(NamedTuple):
    kind: Kind
    factor: FactorId | None
    name: str
    words: re.Pattern[str]
    within: bool
    leaves: bool
    """Whether it tells of an act left to somebody else."""


class Shift(NamedTuple):
    """One change of substance: its kind, the factor it bears on, and where it shows.

    ``gained`` says whether the newer wording has it. ``start`` is the place of its first word in
    the wording that has it. ``factor`` is None where no one factor stands for it: other work, or
    supervision, which the supervisory guide weighs.
    """

    kind: Kind
    factor: FactorId | None
    name: str
    gained: bool
    start: int


def shifts(before: str, after: str, *, factor: FactorId | None = None) -> tuple[Shift, ...]:
    """Return how one wording differs in substance from another, nothing for a rewording.

    ``factor`` is given for the words of a factor's section, whose signs are read more closely.
    """
    found = [
        *_signs(before, after, factor),
        *_negation(before, after, factor),
        *_figures(before, after),
        *_subject(before, after, factor),
    ]
    return tuple(found)


def _signs(before: str, after: str, factor: FactorId | None) -> list[Shift]:
    found: dict[tuple[str, str, bool], Shift] = {}
    for sign in _read().signs:
        if sign.factor != factor and (sign.within or factor is not None):
            continue
        old, new = (_first(sign, text) for text in (before, after))
        if (old is None) != (new is None):
            match = new or old
            start = match.start() if match is not None else 0
            shift = Shift(sign.kind, sign.factor, sign.name, new is not None, start)
            found.setdefault((sign.kind, sign.name, shift.gained), shift)
    return list(found.values())


def _first(sign: _Sign, text: str) -> re.Match[str] | None:
    """Return where a text has a sign; an act told of somebody else is not the employee's."""
    others = [one.span() for one in _OTHERS.finditer(text)] if sign.kind == "authority" else []
    for match in sign.words.finditer(text):
        last = match.end() - 1
        if _DENIED.search(text, 0, match.start()):
            continue
        if sign.leaves or not any(start <= last < end for start, end in others):
            return match
    return None


_DENIED: Final = re.compile(r"\b(?:not|never|cannot|n't)(?:\s+\w+){0,2}\s+$", re.IGNORECASE)
"""What stands before words that are denied: "does not look at"."""


def _negation(before: str, after: str, factor: FactorId | None) -> list[Shift]:
    old, new = list(_NOT.finditer(before)), list(_NOT.finditer(after))
    if len(old) == len(new):
        return []
    gained = len(new) > len(old)
    return [Shift("negation", factor, "not", gained, (new if gained else old)[0].start())]


def _figures(before: str, after: str) -> list[Shift]:
    old = Counter(match.group().casefold() for match in _FIGURES.finditer(before))
    new = {match.group().casefold(): match.start() for match in _FIGURES.finditer(after)}
    fresh = [one for one in new if one not in old]
    if not fresh or not old:
        return []
    return [Shift("figures", None, fresh[0], gained=True, start=new[fresh[0]])]


def _subject(before: str, after: str, factor: FactorId | None) -> list[Shift]:
    """Return other work: enough words of a subject that stand in one wording only."""
    old, new = subjects(before), subjects(after)
    found = []
    for own, others, gained in ((new, old, True), (old, new, False)):
        only = [word for word in own if word not in others]
        balance = len(only) - sum(1 for word in others if word not in own)
        many = len(only) >= _FEWEST and len(only) >= _PART * len(own)
        if many and (balance >= _FEWEST - 1 or len(only) >= len(own) / 2):
            text = after if gained else before
            name = " ".join(_word_at(text, own[word]) for word in only[:3])
            found.append(Shift("subject", factor, name, gained, own[only[0]]))
    return found[:1]


def _word_at(text: str, place: int) -> str:
    """Return the word that stands at a place, as it is written."""
    found = _WORD.match(text, place)
    return "" if found is None else found.group().casefold()


def subjects(text: str) -> dict[str, int]:
    """Return the words that name what work is about, likened, each with its first place."""
    rules = _read()
    found: dict[str, int] = {}
    for match in _WORD.finditer(text):
        word = fold(match.group())
        if word in STOP or word in rules.filler:
            continue
        stemmed = stem(word)
        found.setdefault(rules.alike.get(stemmed, stemmed), match.start())
    return found


class _Rules(NamedTuple):
    signs: tuple[_Sign, ...]
    alike: dict[str, str]
    filler: frozenset[str]


@cache
def _read() -> _Rules:
    data: dict[str, Any] = tomllib.loads(_FILE.read_text("utf-8"))
    signs = tuple(
        _Sign(
            one["kind"],
            one.get("factor"),
            one["name"],
            re.compile("|".join(one["words"]), re.IGNORECASE),
            one.get("within", False),
            one.get("leaves", False),
        )
        for one in data["signs"]
    )
    alike: dict[str, str] = {}
    for group in data["alike"]["groups"]:
        stems = [stem(word) for word in group.split()]
        for word in stems:
            # A word of two groups makes one of both.
            alike.setdefault(word, alike.get(stems[0], stems[0]))
    return _Rules(signs, alike, frozenset(data["filler"]["words"].split()))
