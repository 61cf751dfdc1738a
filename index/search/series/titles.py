"""Titles of jobs as agencies announced them, and the series each was announced under.

``announced.csv`` holds facts only: a title, the one series of its announcement, and how often. A
title is what an agency called a job, no rule of classification: it leads to a series, and the
definition decides. ``called.toml`` lists by series what its positions are usually called. A bare
title is weighed by the announced and the usual titles nearest to it, the official titles, and
whether it names the same sort of work (an assistant's, a technician's) as the series.
"""

from __future__ import annotations

import csv
import math
import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from core.standards.series import all_series, find_series
from index.language.late import pattern
from index.language.words import words
from index.search.series import words as series_words

_FILE: Final = Path(__file__).resolve().with_name("announced.csv")
_CALLED: Final = Path(__file__).resolve().with_name("called.toml")
_SHORT: Final = {
    "it": "information technology",
    "hr": "human resources",
    "eeo": "equal employment opportunity",
    "spec": "specialist",
    "mgr": "manager",
    "ast": "assistant",
    "asst": "assistant",
    "tech": "technician",
    "mgmt": "management",
    "admin": "administrative",
    "ops": "operations",
    "eng": "engineer",
    "dir": "director",
    "intel": "intelligence",
    "info": "information",
    "rn": "nurse",
    "lpn": "practical nurse",
    "pt": "physical therapist",
    "atty": "attorney",
    "acct": "accounting",
    "acctg": "accounting",
    "adm": "administrative",
    "admn": "administrative",
    "anlst": "analyst",
    "anlyst": "analyst",
    "bgt": "budget",
    "bio": "biologist",
    "budg": "budget",
    "civ": "civil",
    "clk": "clerk",
    "coord": "coordinator",
    "cust": "customer",
    "dev": "development",
    "elec": "electrical",
    "emerg": "emergency",
    "engr": "engineer",
    "env": "environmental",
    "fin": "financial",
    "insp": "inspector",
    "intl": "international",
    "log": "logistics",
    "maint": "maintenance",
    "mech": "mechanical",
    "med": "medical",
    "ofcr": "officer",
    "oper": "operations",
    "pgm": "program",
    "phys": "physical",
    "prog": "program",
    "rec": "records",
    "rep": "representative",
    "sec": "security",
    "secty": "secretary",
    "secy": "secretary",
    "spclst": "specialist",
    "spt": "support",
    "svc": "service",
    "svcs": "services",
    "sys": "systems",
    "trng": "training",
}
_RANKS: Final = pattern(r"\b(?:supervisory|supv|supvy|lead|leader|senior|sr|jr|principal|deputy)\b")
_SORTS: Final = (
    ("student", pattern(r"student|\bintern(?:ship)?\b|trainee|fellow", re.IGNORECASE)),
    ("clerk", pattern(r"clerk|clerical|\baide?\b|attendant|helper", re.IGNORECASE)),
    ("assistant", pattern(r"assistant|assistance", re.IGNORECASE)),
    ("technician", pattern(r"technician", re.IGNORECASE)),
)
_PLAIN: Final = "full"
_GRAM: Final = 4
_GRAM_WEIGHT: Final = 0.35
_SHARP: Final = 12.0
_FEW: Final = 0.02
_PRIOR: Final = 0.3
LONGEST_TITLE: Final = 9
"""A text of more words is a description of work, not a title."""

CATCH_ALL: Final = frozenset({"0301", "0303", "1101", "1801"})
"""Series for work that no more specific series of their group covers."""


class Announced(NamedTuple):
    """An announced title with the share of its announcements in each series."""

    title: str
    series: dict[str, float]
    times: int


class Weights(NamedTuple):
    """How much each sign counts; fitted on announced titles, each held out of its own signs."""

    nearest: float = 4.25
    official: float = 2.46
    votes: float = 0.59
    prior: float = 0.74
    student: float = -3.15
    sort: float = -0.76


WEIGHTS: Final = Weights()


@dataclass(slots=True)
class TitleScore:
    """What titles say for a series: the score, and the announced title nearest to the text.

    ``called`` is the likeness to the nearest title that is usual in the series.
    """

    score: float = 0.0
    nearest: str = ""
    likeness: float = 0.0
    called: float = 0.0


@dataclass(slots=True)
class _Table:
    """Titles as weighted features, found by feature."""

    postings: dict[str, list[tuple[int, float]]] = field(default_factory=dict)

    def likeness(self, features: Mapping[str, float]) -> dict[int, float]:
        """Return the cosine of a text to each title that shares a feature with it."""
        found: dict[int, float] = defaultdict(float)
        for name, weight in features.items():
            for number, own in self.postings.get(name, ()):
                found[number] += weight * own
        return found


@cache
def announced() -> tuple[Announced, ...]:
    """Return the announced titles, each once."""
    counts: dict[str, dict[str, int]] = {}
    with _FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            own = counts.setdefault(row["title"], {})
            own[row["series"]] = own.get(row["series"], 0) + int(row["announcements"])
    return tuple(
        Announced(
            title, {code: n / sum(own.values()) for code, n in own.items()}, sum(own.values())
        )
        for title, own in sorted(counts.items())
    )


@cache
def called() -> dict[str, tuple[str, ...]]:
    """Return by code what positions of a series are usually called."""
    listed: dict[str, str] = tomllib.loads(_CALLED.read_text("utf-8"))
    return {code: tuple(one.strip() for one in said.split(";")) for code, said in listed.items()}


def is_title(text: str) -> bool:
    """Return whether a text reads like a bare title rather than a description of work.

    A title ends in the name of a sort of worker, as announced or official titles do, and opens
    with no verb.
    """
    bare = re.sub(r"\(.*?\)|,.*$", " ", text.casefold())
    plain = " ".join(_SHORT.get(one, one) for one in re.findall(r"[a-z0-9]+", bare)).split()
    if not plain or len(plain) > LONGEST_TITLE or re.search(r"[.;!?]\s", text):
        return False
    opening, last = _vocabulary()
    return plain[-1] in last and (plain[0] in opening or not plain[0].endswith("s"))


@cache
def _vocabulary() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words titles are made of, and those they end in."""
    texts = [*(one.title for one in announced()), *(t for own in called().values() for t in own)]
    split = [re.findall(r"[a-z0-9]+", re.sub(r"\(.*?\)", " ", text.casefold())) for text in texts]
    return (
        frozenset(word for words_ in split for word in words_),
        frozenset(words_[-1] for words_ in split if words_) | {"guard", "officer", "aide"},
    )


def scores(text: str, *, without: Iterable[str] = ()) -> dict[str, TitleScore]:
    """Return what titles say for each series, for a bare title.

    Args:
        text: the title.
        without: announced titles to leave out, for measuring.
    """
    left = frozenset(without)
    known = [one for one in announced() if one.title not in left]
    model = _model(left)
    features = model.weigh(_tokens(text))
    near = model.announced.likeness(features)
    official = model.official.likeness(features)
    found: dict[str, TitleScore] = {code: TitleScore() for code in model.codes}
    for number, likeness in near.items():
        for code, share in known[number].series.items():
            entry = found[code]
            if likeness * share > entry.likeness:
                entry.likeness, entry.nearest = likeness * share, known[number].title
    usual = model.called.likeness(features)
    for number, likeness in usual.items():
        entry = found[model.owners[number]]
        entry.called = max(entry.called, likeness)
    votes = _votes(near, lambda number: known[number].series)
    usual_votes = _votes(usual, lambda number: {model.owners[number]: 1.0})
    sort = _sort(text)
    weights = WEIGHTS
    for code, entry in found.items():
        titled = official.get(model.numbers.get(code, -1), 0.0)
        entry.score = (
            weights.nearest * max(entry.likeness, entry.called, titled)
            + weights.official * titled
            + weights.votes * math.log(_FEW + votes.get(code, 0.0) + usual_votes.get(code, 0.0))
            + weights.prior * (math.log(model.titles[code] + _PRIOR) - math.log(_PRIOR))
            + weights.student * ((sort == "student") != code.endswith("99"))
            + weights.sort * ((sort == _PLAIN) not in model.plain[code])
        )
    return found


def _votes(
    near: Mapping[int, float], series: Callable[[int], Mapping[str, float]]
) -> dict[str, float]:
    """Return the share of votes each series has of titles, the nearest counting by far the most."""
    best = max(near.values(), default=0.0)
    powers = {number: math.exp(_SHARP * (likeness - best)) for number, likeness in near.items()}
    total = sum(powers.values())
    found: dict[str, float] = defaultdict(float)
    for number, power in powers.items():
        for code, share in series(number).items():
            found[code] += power * share / total
    return found


class _Model:
    """The tables of one set of titles."""

    def __init__(self, left: frozenset[str]) -> None:
        known = [one for one in announced() if one.title not in left]
        official = {one.code: one.title for one in all_series()}
        beside = {code for one in known for code in one.series}
        self.codes = tuple(sorted({*series_words.described(), *beside}))
        self.numbers = {code: number for number, code in enumerate(official)}
        texts = [_tokens(one.title) for one in known]
        titles = [_tokens(title) for title in official.values()]
        usual = [(code, title) for code, own in called().items() for title in own]
        calls = [_tokens(title) for _, title in usual]
        self.owners = [code for code, _ in usual]
        self.plain = {
            code: {_sort(title) == _PLAIN for title in called().get(code, (named(code),))}
            for code in self.codes
        }
        seen: dict[str, int] = defaultdict(int)
        for tokens in (*texts, *titles, *calls):
            for name in set(tokens):
                seen[name] += 1
        count = len(texts) + len(titles) + len(calls)
        self._idf = {name: math.log((count + 1) / (n + 0.5)) for name, n in seen.items()}
        self.announced = self._table(texts)
        self.official = self._table(titles)
        self.called = self._table(calls)
        self.titles: dict[str, float] = defaultdict(float)
        for one in known:
            for code, share in one.series.items():
                self.titles[code] += share

    def weigh(self, tokens: list[str]) -> dict[str, float]:
        """Return features with their weights, of length one together."""
        own = {
            name: self._idf[name] * (_GRAM_WEIGHT if name.startswith("#") else 1.0)
            for name in set(tokens)
            if name in self._idf
        }
        size = math.sqrt(sum(weight * weight for weight in own.values())) or 1.0
        return {name: weight / size for name, weight in own.items()}

    def _table(self, texts: list[list[str]]) -> _Table:
        table = _Table()
        for number, tokens in enumerate(texts):
            for name, weight in self.weigh(tokens).items():
                table.postings.setdefault(name, []).append((number, weight))
        return table


@cache
def _model(left: frozenset[str]) -> _Model:
    return _Model(left)


def _tokens(title: str) -> list[str]:
    """Return the words of a title, its pairs of words, and pieces of words marked with ``#``."""
    plain = re.sub(r"\(.*?\)", " ", title.casefold().replace("&", " and "))
    spelt = [_SHORT.get(word, word) for word in re.findall(r"[a-z0-9]+", plain)]
    kept = [word for word in spelt if not _RANKS.fullmatch(word)] or spelt
    text = " ".join(kept)
    found = words(text) or text.split()
    joined = f"_{text.replace(' ', '_')}_"
    return [
        *found,
        *(f"{one}_{other}" for one, other in pairwise(found)),
        *(f"#{joined[i : i + _GRAM]}" for i in range(len(joined) - _GRAM + 1)),
    ]


def _sort(title: str) -> str:
    """Return which sort of worker a title names: student, clerk, assistant, technician or any."""
    return next((name for name, pattern in _SORTS if pattern.search(title)), _PLAIN)


def named(code: str) -> str:
    """Return the official title of a series, also of one for student trainees."""
    series = find_series(code)
    return series.title if series is not None else ""
