"""A request for the supervisory guide: its form, what is kept of it, and reading it.

Levels and special situations are looked up in the edition of the guide in force.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Final

from core.errors import CaseError, LevelError, Mistakes, at, shown
from core.fes.charts import one_level
from core.fes.points import resolve
from core.fes.requests import GivenLevels, plain_levels, split_levels
from core.reading import After, Before, Day, Form, build, kind, refuse
from core.standards.levels import normal_factor, normal_level
from core.supervisory.fields import words
from core.supervisory.guide import STANDARD_ID, Guide, load_guide
from core.supervisory.parts import (
    Authorities,
    BaseClaim,
    Coverage,
    Deputy,
    GivenAuthorities,
    GivenBase,
    GivenDeputy,
    GivenWorkload,
    Nonsupervisory,
    Post,
    Unit,
    Work,
)

SHAPE: Final = '{"standard": "gssg", "levels": {"1": "1-3", ..., "6": "6-3"}, "base": {...}}'


def _the_guide(value: object) -> object:
    if value != STANDARD_ID:
        raise refuse(f"{shown(value)} is not the supervisory guide", 'Write "gssg".')
    return value


def _levels(value: object) -> object:
    if not isinstance(value, dict | list):
        raise refuse(f"the levels are {kind(value)}", 'Write {"1": "1-3", ...}.')
    return value


@dataclass(frozen=True, slots=True)
class SupervisoryFile(Form):
    """The form of a request. All but the standard and the levels may be left out or be null.

    - ``levels``: factor to level (1, 2, 3, 4A, 4B, 5 and 6), or a list of ``{"factor",
      "level", "points"}``. Factor 6 is the level selected in its first step. Factor 1 may be
      ``{"scope": LEVEL, "effect": LEVEL}``. Factors 2, 3 and 5 may be left out when
      ``reporting``, ``authorities`` and ``base`` or ``workload`` settle them.
    - ``situations``: numbers 1 to 8 or names of the special situations met.
    - ``reporting``: the chain above, nearest first.
    - ``nonsupervisory``: other work in the position.
    - ``total``: checked against the levels, or converted alone.
    - ``as_of``: the date whose edition applies.
    """

    EXAMPLE: ClassVar[str] = SHAPE

    standard: Annotated[str, Before(_the_guide)]
    levels: Annotated[GivenLevels, Before(_levels)] = field(default_factory=dict)
    total: Any = None
    situations: tuple[Any, ...] = ()
    base: GivenBase | None = None
    workload: GivenWorkload | None = None
    deputy: GivenDeputy = None
    coverage: Coverage | None = None
    reporting: tuple[Post, ...] = ()
    authorities: GivenAuthorities | None = None
    nonsupervisory: Nonsupervisory | None = None
    as_of: Day | None = None


def _within_all_time(request: SupervisoryFile) -> SupervisoryFile:
    """Refuse shares of supervisory and other work that exceed the whole time."""
    if request.coverage is None or request.nonsupervisory is None:
        return request
    both = (request.coverage.percent or 0) + request.nonsupervisory.percent
    if both > 100:
        raise refuse(
            f"supervisory and nonsupervisory work take {float(both):g} percent of the time",
            "Correct the shares: together they are at most 100 percent.",
            field="nonsupervisory.percent",
        )
    return request


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
    deputy: Deputy | None = None
    coverage: Coverage | None = None
    reporting: tuple[Post, ...] = ()
    authorities: Authorities | None = None
    nonsupervisory: Nonsupervisory | None = None
    as_of: date | None = None
    where: str = ""

    @property
    def unit(self) -> Unit:
        """Return the one measure the workload is counted in."""
        return self.workload[0].unit if self.workload else "hours"

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
                _exact(self.base.share),
                self.base.supervisor_level,
                self.base.alignment,
            ]
        if self.workload:
            rows = [
                [
                    row.grade,
                    row.full_performance_grade,
                    row.normal_supervision_grade,
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
                _exact(self.coverage.percent),
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
                _exact(self.nonsupervisory.percent),
            ]
        return data


def _exact(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


# --- reading -----------------------------------------------------------------------------

_File = Annotated[SupervisoryFile, After(_within_all_time)]
_PLAIN_KEYS: Final = frozenset({"standard", "levels", "total"})


@dataclass(frozen=True, slots=True)
class Halves(Form):
    """The two halves of Factor 1, given apart."""

    EXAMPLE: ClassVar[str] = '{"scope": "1-3", "effect": "1-2"}'

    scope: Any
    effect: Any


def read_supervisory(data: object, *, where: str = "") -> SupervisoryRequest:
    """Read a request as :func:`parse_supervisory`, without settling its factors.

    What the parts of it say of one another is checked when it is evaluated.

    Raises:
        CaseError, LevelError, StandardError: as :func:`parse_supervisory`.
    """
    mistakes = Mistakes()
    file: SupervisoryFile | None = None
    with mistakes:
        file = _read_form(_without_null(data), where)
    if file is None:
        # Levels are looked up all the same, so that all is said at once.
        raw = data.get("levels") if isinstance(data, dict) else None
        file = SupervisoryFile(STANDARD_ID, raw if isinstance(raw, dict) else {})
    guide = None
    with mistakes:
        guide = load_guide(file.as_of, where=at(where, "as_of"))
    if guide is None:
        raise mistakes.together()
    given, points = split_levels(file.levels)
    levels: dict[str, str] = {}
    halves, situations = ("", ""), tuple[int, ...]()
    apart = [key for key, level in given.items() if type(level) is dict and _is_first(key)]
    for key in apart[:1]:
        with mistakes:
            halves = _scope_and_effect(guide, given[key], at(where, f"levels.{key}"))
        given = {one: level for one, level in given.items() if one != key}
    with mistakes:
        levels = _levels_of(guide, given, where)
    with mistakes:
        situations = _situations(guide, file.situations, where)
    with mistakes:
        _check_listed(guide, file.authorities, where)
    mistakes.settle()
    return SupervisoryRequest(
        levels=levels,
        points=points,
        total=file.total,
        scope=halves[0],
        effect=halves[1],
        situations=situations,
        base=file.base,
        workload=file.workload or (),
        deputy=file.deputy,
        coverage=file.coverage,
        reporting=file.reporting,
        authorities=file.authorities,
        nonsupervisory=file.nonsupervisory,
        as_of=file.as_of,
        where=where,
    )


def _read_form(data: object, where: str) -> SupervisoryFile:
    """Read the form; a request of levels and a total alone has nothing more to check."""
    if isinstance(data, dict) and data.keys() <= _PLAIN_KEYS:
        levels = plain_levels(data.get("levels", {}))
        if data.get("standard") == STANDARD_ID and levels is not None:
            return SupervisoryFile(STANDARD_ID, levels, data.get("total"))
    return build(_File, data, where=where)


def _without_null(data: object) -> Any:
    """Return data without values that are null: they count as not given.

    In an object of levels a null is kept: there it is a level, and wrong.
    """
    if isinstance(data, list):
        return [_without_null(one) if isinstance(one, dict | list) else one for one in data]
    if not isinstance(data, dict):
        return data
    return {
        key: _without_null(value)
        if type(value) is list or (type(value) is dict and key != "levels")
        else value
        for key, value in data.items()
        if value is not None
    }


def _scope_and_effect(guide: Guide, given: object, place: str) -> tuple[str, str]:
    """Return the levels of the two halves of Factor 1, which are given apart."""
    try:
        halves = build(Halves, given)
    except CaseError as error:
        raise error.moved(lambda inner: f"{place}.{inner}" if inner else place) from error
    factor = guide.table.by_factor["1"]
    mistakes = Mistakes()
    found = []
    for half in ("scope", "effect"):
        with mistakes:
            raw = getattr(halves, half)
            found.append(one_level(factor, raw, where=f"{place}.{half}").level)
    mistakes.settle()
    return found[0], found[1]


def _is_first(factor: str) -> bool:
    return normal_factor(factor) == "1"


def _levels_of(guide: Guide, given: dict[str, object], where: str) -> dict[str, str]:
    lowest = given.get("3")
    if isinstance(lowest, str) and normal_level(lowest) == "3-1":
        page = guide.cite("exclusion-authority")["page"]
        raise LevelError(
            "the guide has no Level 3-1: with less authority than Level 3-2 a position is outside "
            f"it (p. {page})",
            where=at(where, "levels.3"),
            hint="Choose one of 3-2, 3-3, 3-4, or use another standard.",
        )
    rows = resolve(guide.table, given, where=where, complete=False)
    return {row.level.partition("-")[0]: row.level for row in rows}


def _situations(guide: Guide, given: tuple[Any, ...], where: str) -> tuple[int, ...]:
    """Return the different situations met. The two halves of situation 3 may both be named."""
    highest = len(guide.situations)
    mistakes = Mistakes()
    found: set[int] = set()
    for number, value in enumerate(given, 1):
        place = at(where, f"situations[{number}]")
        meant: int | None = None
        if type(value) is int:
            meant = value if 1 <= value <= highest else None
        elif isinstance(value, str):
            meant = guide.situation_names.get(words(value))
        if meant is None:
            mistakes.add(
                f"{shown(value)} is not one of the special situations",
                where=place,
                hint=f"Write a number from 1 to {highest}, or a name such as "
                f'"{guide.situations[-2].name}".',
            )
        elif meant in found and f"{meant}a" not in guide.situations[meant - 1].names:
            mistakes.add(
                f"situation {meant}, {guide.situations[meant - 1].name}, is given twice",
                where=place,
                hint="Name each situation once.",
            )
        else:
            found.add(meant)
    mistakes.settle()
    return tuple(sorted(found))


def _check_listed(guide: Guide, held: Authorities | None, where: str) -> None:
    """Refuse numbers of authorities that the guide's lists do not go up to."""
    mistakes = Mistakes()
    for paragraph, numbers in held.listed.items() if held else ():
        highest = len(guide.authorities[paragraph].items)
        if numbers and numbers[-1] > highest:
            mistakes.add(
                f"{shown(numbers[-1])} is not a number in the list printed there",
                where=at(where, f"authorities.{paragraph}"),
                hint=f"Use the numbers from 1 to {highest}.",
            )
    mistakes.settle()
