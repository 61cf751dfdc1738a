"""Which kind of work controls the grade.

The rule is that of the Introduction, Section III.J (pp. 17-18). Levels of work are looked at
from the highest down. A level controls when work of that level or higher that counts fills
the majority of the time; more than half is a majority. A level that fills less controls when
its own work meets the three conditions: officially and regularly assigned, at least a quarter
of the time, and needed in recruiting. The lowest level that counts controls when none above
it does. Shares of one level are added, because the rule speaks of a level of work; shares of
different levels are added for the majority only, where time spent above a level is also time
at no less than it. Where a fact nobody has stated could make a level control, that level and
the ones below it stay possible and the fact is asked for. A majority is taken to be regularly
assigned unless it is said not to be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from typing import Final

from core.mixed.results import Control
from core.mixed.rules import count
from core.mixed.shares import percent

_HALF: Final = 50
_HIGHEST: Final = 15


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of work as the rule sees it.

    ``grade`` is None where the work's standard decides none. ``barred`` says that it never
    counts. ``regular`` and ``recruiting`` are None while nobody has stated them. ``claimed``
    says that the grade rests on an impact of the person, and ``recognized`` whether that
    impact is recognized (None: open).
    """

    name: str
    number: int
    grade: int | None
    barred: bool = False
    regular: bool | None = None
    recruiting: bool | None = None
    claimed: bool = False
    recognized: bool | None = None

    def counts(self) -> bool | None:
        """Return whether the work counts at all; only a stated fact takes it out."""
        if self.barred or self.regular is False:
            return False
        return self.recognized if self.claimed else True

    def qualifies(self) -> bool | None:
        """Return whether the work meets the two conditions beside the quarter of the time."""
        if self.regular is False or self.recruiting is False:
            return False
        return True if self.regular and self.recruiting else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A grade that follows, or may; None when no work counts.

    ``controlling`` are the names of the work that controls it, ``share`` its percent of the
    time. ``certain`` is False where it rests on facts nobody has stated. ``half`` says that a
    level above fills exactly half of the time, ``unadded`` that shares of several levels would
    reach a quarter only together.
    """

    grade: int | None
    control: Control | None
    controlling: tuple[str, ...]
    share: Fraction
    half: bool = False
    unadded: bool = False
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Settled:
    """The outcomes that remain, highest grade first, and the facts that choose between them.

    A fact is the number of the work and its field: ``(2, "recruiting")``. There are no
    outcomes while the grade of a kind of work itself is open and matters.
    """

    outcomes: tuple[Outcome, ...]
    facts: tuple[tuple[int, str], ...]


def settle(kinds: Sequence[Kind], shares: Sequence[Fraction]) -> Settled:
    """Return the grade of a position, or those that open facts leave possible.

    Args:
        kinds: the kinds of work.
        shares: their percentages of the time, in the same order.
    """
    unrated = [one for one in kinds if one.grade is None and one.counts() is not False]
    if unrated:
        return _with_unrated(kinds, shares, unrated)
    claims = [one.number for one in kinds if one.counts() is None]
    outcomes: list[Outcome] = []
    facts: list[tuple[int, str]] = []
    grades: list[set[int | None]] = []
    for choice in product((True, False), repeat=len(claims)):
        known = dict(zip(claims, choice, strict=True))
        supposed = [
            replace(one, recognized=known[one.number]) if one.number in known else one
            for one in kinds
        ]
        settled = _settle(supposed, shares)
        outcomes += settled.outcomes
        facts += settled.facts
        grades.append({outcome.grade for outcome in settled.outcomes})
    if any(found != grades[0] for found in grades):
        facts = [*((number, "recognized") for number in claims), *facts]
    ordered = sorted(dict.fromkeys(outcomes), key=lambda outcome: -(outcome.grade or 0))
    return Settled(tuple(ordered), tuple(dict.fromkeys(facts)))


def _with_unrated(
    kinds: Sequence[Kind], shares: Sequence[Fraction], unrated: Sequence[Kind]
) -> Settled:
    """Settle with work whose own grade is open: it matters only where some grade of it would."""
    facts = tuple((one.number, "grade") for one in unrated)
    if len(unrated) > 1:
        return Settled((), facts)
    (open_kind,) = unrated
    tried = [
        settle([replace(one, grade=grade) if one is open_kind else one for one in kinds], shares)
        for grade in range(1, _HIGHEST + 1)
    ]
    grades = {tuple(outcome.grade for outcome in one.outcomes) for one in tried}
    if len(grades) == 1:
        return tried[0]
    # Which grades remain cannot be said before the work has one.
    return Settled((), facts)


def _settle(kinds: Sequence[Kind], shares: Sequence[Fraction]) -> Settled:
    """Go down the levels until one controls for certain; note those that may on the way."""
    pairs = [
        (one, one.grade, share)
        for one, share in zip(kinds, shares, strict=True)
        if one.grade is not None and one.counts()
    ]
    levels = sorted({grade for _, grade, _ in pairs}, reverse=True)
    outcomes: list[Outcome] = []
    facts: list[tuple[int, str]] = []
    half = unadded = False
    for level in levels:
        at_level = [(one, share) for one, grade, share in pairs if grade == level]
        reached = sum((share for _, grade, share in pairs if grade >= level), Fraction())
        own = sum((share for _, share in at_level), Fraction())
        names = tuple(one.name for one, _ in at_level)
        if len(levels) == 1 or reached > _HALF or level == levels[-1]:
            control: Control = (
                "one-grade" if len(levels) == 1 else "majority" if reached > _HALF else "remaining"
            )
            share = reached if control == "majority" else own
            outcomes.append(Outcome(level, control, names, share, half, unadded))
            return Settled(tuple(outcomes), tuple(facts))
        half = half or reached == _HALF
        meeting = [(one, share) for one, share in at_level if one.qualifies()]
        perhaps = [(one, share) for one, share in at_level if one.qualifies() is None]
        certain = sum((share for _, share in meeting), Fraction())
        if certain + sum(share for _, share in perhaps) >= count("quarter"):
            chosen = [*meeting, *([] if certain >= count("quarter") else perhaps)]
            controlling = tuple(one.name for one, _ in chosen)
            share = sum((share for _, share in chosen), Fraction())
            enough = certain >= count("quarter")
            outcomes.append(Outcome(level, "quarter", controlling, share, half, unadded, enough))
            if enough:
                return Settled(tuple(outcomes), tuple(facts))
            facts += [fact for one, _ in perhaps for fact in _unstated(one)]
        unadded = unadded or own < count("quarter") <= reached
    return Settled((Outcome(None, None, (), Fraction(0)),), tuple(facts))


def _unstated(one: Kind) -> list[tuple[int, str]]:
    fields = (("regular", one.regular), ("recruiting", one.recruiting))
    return [(one.number, name) for name, value in fields if value is None]


def outcome_text(outcome: Outcome) -> str:
    """Return in a sentence why work controls the grade."""
    names = " and ".join(outcome.controlling)
    one = len(outcome.controlling) == 1
    fills, are, its = ("fills", "is", "its") if one else ("together fill", "are", "their")
    grade = f"GS-{outcome.grade}"
    share = percent(outcome.share)
    if outcome.control == "one-grade":
        return f"All work that counts is {grade}, so the position is {grade}."
    if outcome.control == "majority":
        return (
            f"Work of {grade} or higher fills {share} percent of the time, the majority, so "
            f"{grade} is the grade; {names} {are} at that level."
        )
    if outcome.control == "quarter":
        therefore = f"{its} grade, {grade}, controls."
        filled = (
            f"{names} {fills} {share} percent of the time, less than the majority and at least "
            f"{count('quarter')}"
        )
        if outcome.certain:
            return (
                f"{filled}, {are} regularly assigned and would be needed in recruiting, so "
                f"{therefore}"
            )
        return (
            f"{filled}; if this work is regularly assigned and would be needed in recruiting, "
            f"{therefore}"
        )
    if outcome.control == "remaining":
        return (
            "No higher work that counts fills the majority of the time or meets the three "
            f"conditions, so {grade} is the grade; {names} {are} at that level."
        )
    return "No kind of work counts for the grade."
