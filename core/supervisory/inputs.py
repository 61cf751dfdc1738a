"""What is to be evaluated with the supervisory guide, as plain checked records."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from core.supervisory.fields import Rank

Method = Literal["workload", "supervisor-time"]
Unit = Literal["hours", "dollars"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What decides whether the guide applies; None where nothing is stated.

    ``percent`` is the share of the position's time spent supervising, ``noncontractor``
    whether Level 3-2 is met by supervising people who are not contractors, ``exclusions``
    the kinds of excluded position it is said to be.
    """

    percent: Fraction | None = None
    technical: bool | None = None
    administrative: bool | None = None
    noncontractor: bool | None = None
    exclusions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BaseClaim:
    """The base level as stated: a grade, how it was found and the share that method found.

    ``share`` is percent of the workload at or above the grade, or percent of the supervisor's
    time for the second method. ``supervisor_level`` is 1 for a first level supervisor.
    """

    grade: int
    method: Method = "workload"
    share: Fraction | None = None
    supervisor_level: int | None = None
    alignment: bool | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """A part of the workload: its grade, the grades that replace it, hours or dollars.

    ``excluded`` is empty, a reason, or ``"stated"`` when no reason is given.
    """

    grade: int
    amount: Fraction
    full_performance: int | None = None
    normal_supervision: int | None = None
    excluded: str = ""

    @property
    def counted_at(self) -> int:
        """Return the grade the work counts at."""
        return self.normal_supervision or self.full_performance or self.grade


@dataclass(frozen=True, slots=True)
class Deputy:
    """That the position is a deputy or assistant chief; ``full`` when it shares fully.

    ``chief`` is the grade of the supervisory duties of the position reported to, or its rank.
    For a full deputy the levels of the request are those of the chief's duties.
    """

    full: bool = True
    chief: Rank | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """One position of the chain above, the one reported to first.

    ``rank`` is that of the position at full performance. ``role`` is ``chief``, ``deputy``,
    ``full-assistant`` or ``partial-assistant``; ``appraises`` is False for one of two
    positions reported to that does not appraise performance.
    """

    rank: Rank
    role: str = "chief"
    appraises: bool = True
    directs_gs15: bool = False


@dataclass(frozen=True, slots=True)
class Authorities:
    """The authorities of Factor 3 that are exercised, by paragraph.

    ``met`` are the paragraphs without a list that are met, ``listed`` the numbers held in
    each list, ``nearly_all`` the lists a person finds to be held nearly in full, or None when
    nobody has judged that.
    """

    met: frozenset[str] = frozenset()
    listed: dict[str, tuple[int, ...]] = field(default_factory=dict)
    nearly_all: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Nonsupervisory:
    """Nonsupervisory work of the same position: its grade and its percent of time."""

    grade: int
    percent: Fraction


@dataclass(frozen=True, slots=True)
class SupervisoryRequest:
    """A position to be evaluated.

    ``levels`` are in the one spelling, Factor 6 as selected in its first step; a factor may
    be absent when other fields settle it. ``scope`` and ``effect`` are the levels each half
    of Factor 1 meets. ``situations`` are the different numbers met, in order. ``where`` names
    the input in messages.
    """

    levels: dict[str, str] = field(default_factory=dict)
    points: dict[str, tuple[str, object]] = field(default_factory=dict)
    total: object = None
    scope: str = ""
    effect: str = ""
    situations: tuple[int, ...] = ()
    base: BaseClaim | None = None
    workload: tuple[Work, ...] = ()
    unit: Unit = "hours"
    deputy: Deputy | None = None
    coverage: Coverage | None = None
    reporting: tuple[Post, ...] = ()
    authorities: Authorities | None = None
    nonsupervisory: Nonsupervisory | None = None
    as_of: date | None = None
    where: str = ""

    def canonical(self) -> dict[str, Any]:
        """Return everything a result depends on as JSON data, in one order and spelling."""
        data: dict[str, Any] = {"levels": self.levels, "situations": list(self.situations)}
        if not self.levels and self.total is not None:
            data["total"] = self.total
        if self.scope:
            data["scope"], data["effect"] = self.scope, self.effect
        if self.base is not None:
            data["base"] = [
                self.base.grade,
                self.base.method,
                _number(self.base.share),
                self.base.supervisor_level,
                self.base.alignment,
            ]
        if self.workload:
            rows = [
                [
                    row.grade,
                    row.full_performance,
                    row.normal_supervision,
                    str(row.amount),
                    row.excluded,
                ]
                for row in self.workload
            ]
            data["workload"] = [self.unit, sorted(rows, key=repr)]
        if self.deputy is not None:
            data["deputy"] = [self.deputy.full, self.deputy.chief]
        if self.coverage is not None:
            data["coverage"] = [
                _number(self.coverage.percent),
                self.coverage.technical,
                self.coverage.administrative,
                self.coverage.noncontractor,
                sorted(self.coverage.exclusions),
            ]
        if self.reporting:
            data["reporting"] = [
                [post.rank, post.role, post.appraises, post.directs_gs15] for post in self.reporting
            ]
        if self.authorities is not None:
            data["authorities"] = [
                sorted(self.authorities.met),
                self.authorities.listed,
                None
                if self.authorities.nearly_all is None
                else sorted(self.authorities.nearly_all),
            ]
        if self.nonsupervisory is not None:
            data["nonsupervisory"] = [
                self.nonsupervisory.grade,
                _number(self.nonsupervisory.percent),
            ]
        return data


def _number(value: Fraction | None) -> str | None:
    return None if value is None else str(value)
