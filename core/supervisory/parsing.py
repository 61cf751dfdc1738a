"""Read a request for the supervisory guide from data, refusing every mistake in one sentence.

The docstring of :func:`parse_supervisory` lists the keys. Levels are looked up in the edition
in force.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from core.errors import CaseError, LevelError, at, shown
from core.fes.points import one_level, resolve
from core.standards.levels import normal_factor, normal_level
from core.supervisory.fields import Fields, kind, words
from core.supervisory.guide import STANDARD_ID, load_guide
from core.supervisory.inputs import SupervisoryRequest
from core.supervisory.parts import (
    read_authorities,
    read_base,
    read_coverage,
    read_deputy,
    read_nonsupervisory,
    read_reporting,
    read_workload,
)
from core.supervisory.settling import settle

if TYPE_CHECKING:
    from core.supervisory.guide import Guide

SHAPE: Final = '{"standard": "gssg", "levels": {"1": "1-3", ..., "6": "6-3"}, "base": {...}}'
_KEYS: Final = (
    "standard",
    "levels",
    "total",
    "situations",
    "base",
    "workload",
    "deputy",
    "coverage",
    "reporting",
    "authorities",
    "nonsupervisory",
    "as_of",
)
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def parse_supervisory(data: object, *, where: str = "") -> SupervisoryRequest:
    """Read a request from decoded JSON or TOML.

    Keys, all but ``standard`` and the levels optional:

    - ``levels``: factor to level (1, 2, 3, 4A, 4B, 5 and 6), or a list of ``{"factor",
      "level", "points"}``. Factor 6 is the level selected in its first step. Factor 1 may be
      ``{"scope": LEVEL, "effect": LEVEL}``. Factors 2, 3 and 5 may be left out when
      ``reporting``, ``authorities`` and ``base`` or ``workload`` settle them.
    - ``situations``: numbers 1 to 8 or names of the special situations met.
    - ``base``: ``{"grade", "method": "workload" | "supervisor-time", "share",
      "supervisor_level", "alignment"}``; the share is a percentage, or a fraction below 1.
    - ``workload``: a list of ``{"grade", "full_performance_grade",
      "normal_supervision_grade", "hours" | "dollars", "excluded", "work"}``; ``excluded`` is
      true, false or a reason in words.
    - ``deputy``: true, the grade or rank of the chief, or ``{"full", "chief"}``.
    - ``coverage``: ``{"percent", "technical", "administrative", "noncontractor",
      "exclusions"}``.
    - ``reporting``: the chain above, nearest first, of ``{"grade",
      "full_performance_grade", "role", "appraises", "directs_gs15"}``.
    - ``authorities``: paragraphs of Factor 3, true or false or the numbers held in its list,
      and ``nearly_all``, the lists found to be held nearly in full.
    - ``nonsupervisory``: ``{"grade", "percent"}`` of other work in the position.
    - ``total``: checked against the levels, or converted alone.
    - ``as_of``: the date whose edition applies.

    Args:
        data: the decoded request.
        where: the input's name, for messages.

    Raises:
        CaseError: a key is unknown or missing, or a value is of the wrong kind or impossible.
        LevelError: a level, a factor, a point value or the total is wrong, or what settles a
            factor contradicts the level stated for it.
        StandardError: no edition held here was in force on the date.
    """
    request = read_supervisory(data, where=where)
    # What is stated twice is checked by settling the factors once; evaluating does it again.
    settle(request)
    return request


def read_supervisory(data: object, *, where: str = "") -> SupervisoryRequest:
    """Read a request as :func:`parse_supervisory`, without settling its factors.

    What the parts of it say of one another is checked when it is evaluated.

    Raises:
        CaseError, LevelError, StandardError: as :func:`parse_supervisory`.
    """
    top = Fields(data, where=where, path="", keys=_KEYS, shape=SHAPE)
    standard = top.require("standard")
    if standard != STANDARD_ID:
        raise top.error(
            "standard", f"{shown(standard)} is not the supervisory guide", 'Write "gssg".'
        )
    as_of = _as_of(top)
    guide = load_guide(as_of, where=top.place("as_of"))
    given, points = _given_levels(top)
    scope, effect = _scope_and_effect(guide, given, top)
    work, unit = read_workload(top)
    request = SupervisoryRequest(
        levels=_levels(guide, given, where),
        points=points,
        total=top.data.get("total"),
        scope=scope,
        effect=effect,
        situations=_situations(guide, top),
        base=read_base(top),
        workload=work,
        unit=unit,
        deputy=read_deputy(top),
        coverage=read_coverage(top),
        reporting=read_reporting(top),
        authorities=read_authorities(guide, top),
        nonsupervisory=read_nonsupervisory(top),
        as_of=as_of,
        where=where,
    )
    _check_time(request)
    return request


def _as_of(top: Fields) -> date | None:
    value = top.data.get("as_of")
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise top.error(
        "as_of",
        f"{shown(value)} is not a date",
        "Write year, month and day, such as 2014-08-20.",
    )


# --- levels ------------------------------------------------------------------------------


def _given_levels(top: Fields) -> tuple[dict[str, Any], dict[str, tuple[str, object]]]:
    """Return the levels as given, by factor as given, and the points stated beside them."""
    given = top.data.get("levels")
    if given is None:
        return {}, {}
    if isinstance(given, dict):
        return dict(given), {}
    if not isinstance(given, list):
        raise top.error("levels", f"the levels are {kind(given)}", 'Write {"1": "1-3", ...}.')
    levels: dict[str, Any] = {}
    points: dict[str, tuple[str, object]] = {}
    for number, entry in enumerate(given, 1):
        path = f"levels[{number}]"
        keys, shape = ("factor", "level", "points"), '{"factor": "4A", "level": "4A-2"}'
        fields = Fields(entry, where=top.where, path=path, keys=keys, shape=shape)
        factor = fields.require("factor")
        if isinstance(factor, bool) or not isinstance(factor, int | str):
            raise LevelError(
                f"{shown(factor)} is not a factor",
                where=fields.place("factor"),
                hint='Write the factor\'s number, such as 2 or "4A".',
            )
        key = normal_factor(str(factor)) or str(factor)
        if key in levels:
            raise LevelError(
                f"Factor {shown(key) if not key.isalnum() else key} is given twice",
                where=at(top.where, path),
                hint="Give each factor one level.",
            )
        levels[key] = fields.require("level")
        if fields.has("points"):
            points[key] = (f"{path}.points", entry["points"])
    return levels, points


def _scope_and_effect(guide: Guide, given: dict[str, Any], top: Fields) -> tuple[str, str]:
    """Take the two halves of Factor 1 out of the levels given, when they are given apart."""
    for key, value in given.items():
        if not isinstance(value, dict) or normal_factor(key) != "1":
            continue
        fields = Fields(
            value,
            where=top.where,
            path=f"levels.{key}",
            keys=("scope", "effect"),
            shape='{"scope": "1-3", "effect": "1-2"}',
        )
        factor = guide.table.by_factor["1"]
        scope, effect = (
            one_level(factor, fields.require(half), where=fields.place(half)).level
            for half in ("scope", "effect")
        )
        del given[key]
        return scope, effect
    return "", ""


def _levels(guide: Guide, given: dict[str, Any], where: str) -> dict[str, str]:
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


# --- Factor 6 ----------------------------------------------------------------------------


def _situations(guide: Guide, top: Fields) -> tuple[int, ...]:
    """Return the different situations met. The two halves of situation 3 may both be named."""
    highest = len(guide.situations)
    found: set[int] = set()
    for number, value in enumerate(top.entries("situations"), 1):
        place = at(top.where, f"situations[{number}]")
        meant: int | None = None
        if type(value) is int:
            meant = value if 1 <= value <= highest else None
        elif isinstance(value, str):
            meant = guide.situation_names.get(words(value))
        if meant is None:
            raise CaseError(
                f"{shown(value)} is not one of the special situations",
                where=place,
                hint=f"Write a number from 1 to {highest}, or a name such as "
                f'"{guide.situations[-2].name}".',
            )
        if meant in found and not _has_halves(guide, meant):
            raise CaseError(
                f"situation {meant}, {guide.situations[meant - 1].name}, is given twice",
                where=place,
                hint="Name each situation once.",
            )
        found.add(meant)
    return tuple(sorted(found))


def _has_halves(guide: Guide, number: int) -> bool:
    return f"{number}a" in guide.situations[number - 1].names


def _check_time(request: SupervisoryRequest) -> None:
    if request.coverage is None or request.nonsupervisory is None:
        return
    both = (request.coverage.percent or 0) + request.nonsupervisory.percent
    if both > 100:
        raise CaseError(
            f"supervisory and nonsupervisory work take {float(both):g} percent of the time",
            where=at(request.where, "nonsupervisory.percent"),
            hint="Correct the shares: together they are at most 100 percent.",
        )
