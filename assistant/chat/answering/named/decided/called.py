"""Who and where: the decisions of the register that a message calls by a title or an agency."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from index.decisions.register.facts import agency_name, entries, short_names

if TYPE_CHECKING:
    from index.decisions.register.facts import Entry

_PLURAL = re.compile(r"(?<=[a-z]{2})(?:(?<!s)s)$")
_LONG = {
    "it": "information technology",
    "hr": "human resource",
    "eeo": "equal employment opportunity",
    "pd": "",
    "oa": "",
}
_CALLED = re.compile(
    r"\b(\w+) (?:guys?|m[ae]n|wom[ae]n|lad(?:y|ies)|people|persons?|employees?|folks|who|at|from|"
    r"rulings?|decisions?|cases?|appeals?|tech|techs)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*(?:\)|$)")
_RANK = frozenset({"supervisory", "lead", "general", "chief"})
_COMMON = frozenset(
    word
    for line in (
        "specialist analyst technician assistant officer manager supervisor clerk worker support",
        "management program representative administrative service operator leader associate",
        "advisor adviser staff aid aide and of the product line operation office information",
        "human general equal system training legal health public natural resource medical social",
    )
    for word in line.split()
)
"""Words that many titles share, so that they tell none by themselves."""
_DECIDES = "office personnel management"
"""The agency that decides is named in most messages and tells no decision from another."""


def key(entry: Entry) -> str:
    """Return what tells an entry from every other: its number and date."""
    return f"{entry.number} {entry.date} {entry.url}"


def words_of(text: str) -> list[str]:
    """Return the words of a text in the singular, short forms written out."""
    found: list[str] = []
    for word in re.findall(r"[A-Za-z]+", text):
        low = word.lower()
        plain = f"{low[:-3]}y" if low.endswith("ies") else _PLURAL.sub("", low)
        # "it" is a pronoun.
        found += plain.split() if word == "it" else _LONG.get(low, plain).split()
    return found


@cache
def _titles() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each title of the register as words, with the entry it is of."""
    found = []
    for entry in entries():
        for title in {entry.current.title, entry.decided.title}:
            words = tuple(w for w in words_of(_ASIDE.sub(" ", title)) if w not in _RANK)
            if words:
                found.append((key(entry), words))
    return tuple(found)


def titled(text: str) -> frozenset[str]:
    """Return the entries whose title a message holds whole, else those told by its own words.

    A title's own word counts by itself where people are called by it: "the grants people".
    """
    said = words_of(text)
    line = f" {' '.join(said)} "
    called = {plain for m in _CALLED.finditer(text) for plain in words_of(m[1])}
    whole: dict[str, int] = {}
    part: set[str] = set()
    for entry, words in _titles():
        telling = set(words) - _COMMON
        if f" {' '.join(words)} " in line and (telling or len(words) > 1):
            whole[entry] = max(whole.get(entry, 0), len(words))
        elif telling and (telling <= called or (len(telling) > 1 and telling <= set(said))):
            part.add(entry)
    if not whole:
        return frozenset(part)
    # "The IT specialist who ended as a computer assistant": both titles are of one decision.
    both = [e for e in whole if len(_of_entry(e, line)) > 1]
    most = max(whole.values())
    return frozenset(both) or frozenset(e for e, n in whole.items() if n == most)


def _of_entry(entry: str, line: str) -> set[tuple[str, ...]]:
    """Return the titles of an entry that a line of words holds."""
    return {w for e, w in _titles() if e == entry and f" {' '.join(w)} " in line}


_NO_WORDS = frozenset({"Navy", "Army", "Treasury", "Agriculture"})
"""Departments whose names mean nothing else."""


@cache
def _agency_names() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the departments and components of the register with how they are written."""
    short: dict[str, list[str]] = {}
    for brief, long in short_names().items():
        short.setdefault(agency_name(long), []).append(brief)
    found = []
    for name in sorted({n for e in entries() for n in (e.department, e.component) if n}):
        plain = agency_name(name)
        if plain == _DECIDES:
            continue
        words = plain.split()
        ways = [rf"(?i:{re.escape(name)})"]
        if len(words) > 1:
            ways.append(rf"(?i:{r'(?: of| and| the|,)* '.join(words[:2])})")
        elif name not in _NO_WORDS:
            # "labor" and "state" are words as well: a department is written with a capital.
            ways = [name]
        initials = "".join(w[0] for w in re.findall(r"[A-Za-z.]+", name) if w[0].isupper())
        if len(initials) > 3 or (len(initials) == 3 and initials != "DHA"):
            ways.append(initials)
        ways += [rf"(?i:{b})" if len(b) > 3 else b.upper() for b in short.get(plain, ())]
        found.append((plain, re.compile(rf"\b(?:{'|'.join(ways)})\b")))
    return tuple(found)


def agencies(text: str) -> tuple[str, ...]:
    """Return the agencies named, as they are compared; a part tells more than the whole."""
    found = {
        plain: match[0] for plain, pattern in _agency_names() if (match := pattern.search(text))
    }
    departments = {agency_name(e.department) for e in entries() if e.department}
    parts = [
        plain
        for plain, said in found.items()
        if plain not in departments
        and not any(said == other for n, other in found.items() if n in departments)
    ]
    return tuple(parts or (plain for plain in found if plain in departments))


def without_agencies(text: str) -> str:
    """Return a message without the agencies it names."""
    for _, named in _agency_names():
        text = named.sub(" ", text)
    return text
