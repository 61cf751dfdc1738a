"""Titles of trades, crafts and labor: jobs of the Federal Wage System, not General Schedule.

``trades.csv`` has the occupations of Part II of the Handbook of Occupational Groups and Families:
code, title, printed page; and, in our own choice, what people call the job. The Handbook names a
trade by its work (Plumbing), a title by who does it (Plumber), so that both are compared by what is
left without their endings. Which pay system a job belongs to follows from its duties, never from
its title; a title only leads.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from core.standards.series import families
from index.language.late import pattern
from index.search.series import titles

_FILE: Final = Path(__file__).resolve().with_name("trades.csv")
_WORDS: Final = pattern(r"[a-z]+")
_SUPERVISOR: Final = pattern(r"\b(?:supervis(?:or|ory)|foreman|forewoman|supv)\b", re.IGNORECASE)
_LEADER: Final = pattern(r"\b(?:leader|lead|work leader|leadman)\b", re.IGNORECASE)
_RANK_WORDS: Final = """supervisor supervisory foreman forewoman supv leader lead work working
leadman helper apprentice intermediate journeyman senior head chief and the of"""
_RANKS: Final = frozenset(_RANK_WORDS.split())
_DOER: Final = pattern(
    r"(?:[a-z]{2}er|or|ist|ian|man|wright|smith|hand|ric|nic|cook|chef|mason|barber)s?$"
)
"""What ends the word for somebody who does a trade."""

_ENDINGS: Final = pattern(
    r"(?:ators?|ating|iers?|ists?|ors?|ers?|ies|ings?|ry|mans?|men|woman|ants?|s|e)$"
)
_SHORTEST: Final = 3
_GENERAL: Final = pattern(r"\bgeneral (?=foreman|supervisor)", re.IGNORECASE)
_ASIDE: Final = pattern(r"\(([^)]*)\)")
_CODED: Final = pattern(r"\b(?P<plan>W[GLS])\s*-?\s*(?:\d{4})?(?:\s*-\s*\d{1,2})?\b", re.IGNORECASE)
LONGEST: Final = 8
"""A text of more words is a description of work, not a title."""


class Occupation(NamedTuple):
    """A trade's code, title, printed page in the Handbook, and what people call the job."""

    code: str
    title: str
    page: str
    called: tuple[str, ...]


class TradeTitle(NamedTuple):
    """A title that names a trade: the occupation, its job family, and the pay plan it goes with.

    ``family`` is empty where those as near are of several families. ``plan`` is WG for a worker,
    WL for a leader, WS for a supervisor. ``whole`` says whether the trade has that very title;
    otherwise ``near`` are the nearest with the same last word.
    """

    title: str
    near: tuple[Occupation, ...]
    family: str
    family_title: str
    plan: str
    whole: bool


@cache
def occupations() -> tuple[Occupation, ...]:
    """Return the trades, by code."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return tuple(
            Occupation(
                row["code"],
                row["title"],
                row["page"],
                tuple(one.strip() for one in row["called"].split(";") if one.strip()),
            )
            for row in csv.DictReader(file)
        )


def trade_title(text: str) -> TradeTitle | None:
    """Return the trade that a bare title names, or None.

    "Electrician (Leader)" names one; "Electrical Engineer" and "Equipment Specialist" name none.
    Every word of the title, its rank aside, is a word of the trade's title; or else its last word
    is a trade's own, such as that of a "Marine Electrician", which no white collar title ends in.
    """
    bare = _GENERAL.sub(" ", _ASIDE.sub(" ", _CODED.sub(" ", text)))
    told = _plain(bare)
    if not told or len(bare.split()) > LONGEST or re.search(r"[.;!?]\s", text):
        return None
    whole = _by_words().get(told)
    near = (whole,) if whole is not None else _nearest(told, bare)
    if not near:
        return None
    plan = _CODED.search(text)
    rank = "WS" if _SUPERVISOR.search(text) else "WL" if _LEADER.search(text) else "WG"
    within = {f"{one.code[:2]}00" for one in near}
    family = within.pop() if len(within) == 1 else ""
    return TradeTitle(
        " ".join(text.split()),
        near,
        family,
        next((one.title for one in families() if one.code == family), ""),
        plan["plan"].upper() if plan is not None else rank,
        whole is not None,
    )


def _nearest(told: tuple[str, ...], title: str) -> tuple[Occupation, ...]:
    """Return the trades with the most words of a title, among those with its last word."""
    words = [word for word in _WORDS.findall(title.casefold()) if word not in _RANKS]
    head = _head(title)
    if head not in _heads() or not _DOER.search(words[-1]):
        return ()
    shared = {one: len(set(key) & set(told)) for key, one in _by_words().items() if head in key}
    plain = _by_words().get((head,))
    most = max(shared.values(), default=0)
    if most == 1 and plain is not None:
        return (plain,)
    return tuple(one for one, count in shared.items() if count == most)


@cache
def _heads() -> frozenset[str]:
    """Return the last words of trades' names that no white collar title ends in."""
    own = {_head(title) for one in occupations() for title in (one.title, *one.called)}
    white = [one.title for one in titles.announced()]
    white += [title for called in titles.called().values() for title in called]
    return frozenset(own - {_head(_ASIDE.sub(" ", one)) for one in white} - {""})


def _head(title: str) -> str:
    words = [word for word in _WORDS.findall(title.casefold()) if word not in _RANKS]
    return _bare(words[-1]) if words else ""


@cache
def _by_words() -> dict[tuple[str, ...], Occupation]:
    found: dict[tuple[str, ...], Occupation] = {}
    for own in (True, False):
        for one in occupations():
            for title in (one.title,) if own else one.called:
                key = _plain(title)
                if key:
                    found.setdefault(key, one)
    return found


def _plain(title: str) -> tuple[str, ...]:
    """Return the words of a title without rank and endings, in any order."""
    own = [word for word in _WORDS.findall(title.casefold()) if word not in _RANKS]
    return tuple(sorted({_bare(word) for word in own}))


def _bare(word: str) -> str:
    short = _ENDINGS.sub("", word)
    return short if len(short) >= _SHORTEST else word
