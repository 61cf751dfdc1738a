"""Read the parts of a supervisory request beside its levels: one function for each key."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from core.errors import CaseError, at, shown
from core.supervisory.fields import Fields, grade, rank, words
from core.supervisory.inputs import (
    Authorities,
    BaseClaim,
    Coverage,
    Deputy,
    Nonsupervisory,
    Post,
    Work,
)

if TYPE_CHECKING:
    from core.supervisory.guide import Guide
    from core.supervisory.inputs import Method, Unit

EXCLUSIONS: Final = ("authority", "trades", "projects", "contractors", "temporary", "management")
"""The kinds of position the guide excludes, in its order (p. 3)."""

ROLES: Final = ("chief", "deputy", "full-assistant", "partial-assistant")
REASONS: Final = ("support", "supervisory", "leader", "independence", "research", "no-authority")
"""Why work is left out of the workload (p. 22)."""

_BASE_SHAPE: Final = '{"grade": "GS-11", "method": "workload", "share": 40}'
_WORK_SHAPE: Final = '{"grade": "GS-11", "hours": 2080}'
_POST_SHAPE: Final = '{"grade": "GS-15"}'
_AUTHORITY_SHAPE: Final = '{"3-2c": [1, 2, 3, 5, 6, 7], "3-3a": false}'
_NONSUPERVISORY_SHAPE: Final = '{"grade": "GS-12", "percent": 40}'
_FLAG_PARAGRAPHS: Final = ("3-2a", "3-3a", "3-4a", "3-4b")
_LISTED_PARAGRAPHS: Final = ("3-2b", "3-2c", "3-3b")
_NEARLY_ALL: Final = ("3-2b", "3-3b")
_HEADS: Final = {"positions", "employees", "people", "heads", "headcount", "count", "fte"}
_NO: Final = ("", "no", "none", "false", "not", "0")
_CHIEF_KEYS: Final = ("chief", "chief_grade", "of", "to")


def read_base(top: Fields) -> BaseClaim | None:
    """Return the base level as stated, or None."""
    value = top.data.get("base")
    if value is None:
        return None
    if isinstance(value, str | int) and not isinstance(value, bool):
        return BaseClaim(grade(value, where=top.place("base")))
    keys = ("grade", "method", "share", "supervisor_level", "alignment")
    fields = Fields(value, where=top.where, path="base", keys=keys, shape=_BASE_SHAPE)
    fields.require("grade")
    method = fields.choice("method", ("workload", "supervisor-time")) or "workload"
    level = value.get("supervisor_level")
    if level is not None and (type(level) is not int or not 1 <= level <= 9):
        raise fields.error(
            "supervisor_level",
            f"{shown(level)} is not a supervisory level",
            "Write 1 for a first level supervisor, 2 for a second level one, and so on.",
        )
    claim = BaseClaim(
        grade=fields.grade("grade") or 0,
        method=_method(method),
        share=_share(fields),
        supervisor_level=level,
        alignment=fields.flag("alignment"),
    )
    if claim.method == "supervisor-time" and level == 1:
        raise fields.error(
            "method",
            "the supervisor's time settles the base of second and higher level supervisors only",
            'Use "workload" for a first level supervisor.',
        )
    return claim


def _share(fields: Fields) -> Fraction | None:
    """Return a share in percent. Below 1 it is a fraction: no base rests on under 1 percent."""
    share = fields.percent("share")
    if share == 1:
        raise fields.error(
            "share", "a share of 1 may mean 1 percent or all", "Write 100 for all of it."
        )
    return share * 100 if share is not None and 0 < share < 1 else share


def _method(text: str) -> Method:
    return "supervisor-time" if text == "supervisor-time" else "workload"


def read_workload(top: Fields) -> tuple[tuple[Work, ...], Unit]:
    """Return the rows of the workload and the one measure they are counted in."""
    rows: list[Work] = []
    units: set[str] = set()
    if top.has("workload") and not top.entries("workload"):
        raise top.error("workload", "the workload is empty", f"Write [{_WORK_SHAPE}, ...].")
    for number, entry in enumerate(top.entries("workload"), 1):
        path = f"workload[{number}]"
        if isinstance(entry, dict) and _HEADS & entry.keys():
            raise CaseError(
                "the workload is counted in positions, but its measure is work, not heads",
                where=at(top.where, path),
                hint='Give the hours of nonsupervisory work, such as "hours": 2080.',
            )
        keys = (
            "grade",
            "full_performance_grade",
            "normal_supervision_grade",
            "hours",
            "dollars",
            "excluded",
            "work",
        )
        fields = Fields(entry, where=top.where, path=path, keys=keys, shape=_WORK_SHAPE)
        unit = "dollars" if fields.has("dollars") and not fields.has("hours") else "hours"
        if fields.has("dollars") and fields.has("hours"):
            raise fields.error(
                "dollars", "hours and dollars are both given", "Count each row in one of them."
            )
        units.add(unit)
        if len(units) > 1:
            raise fields.error(
                unit,
                "hours and dollars are mixed, and a share needs one measure",
                "Count every row in hours or, where extensive contract work is overseen, every "
                "row in dollars.",
            )
        rows.append(_work(fields, unit))
    return tuple(rows), "dollars" if units == {"dollars"} else "hours"


def _work(fields: Fields, unit: str) -> Work:
    fields.require("grade")
    row = Work(
        grade=fields.grade("grade") or 0,
        amount=fields.amount(unit),
        full_performance=fields.grade("full_performance_grade"),
        normal_supervision=fields.grade("normal_supervision_grade"),
        excluded=_excluded(fields),
    )
    if row.full_performance is not None and row.full_performance < row.grade:
        raise fields.error(
            "full_performance_grade",
            f"GS-{row.full_performance} lies below the grade of the work, GS-{row.grade}",
            "Give the higher grade the work is headed for, or leave it out.",
        )
    if row.normal_supervision is not None and row.normal_supervision > row.grade:
        raise fields.error(
            "normal_supervision_grade",
            f"GS-{row.normal_supervision} lies above the grade of the work, GS-{row.grade}",
            "Give the lower grade the work would have under normal supervision.",
        )
    if row.full_performance is not None and row.normal_supervision is not None:
        raise fields.error(
            "normal_supervision_grade",
            "the work is counted at full performance and at normal supervision at once",
            "Give one of the two grades.",
        )
    return row


def _excluded(fields: Fields) -> str:
    """Return why work is left out: empty, a reason the guide knows, or that one was stated."""
    value = fields.data.get("excluded")
    if isinstance(value, bool) or value is None:
        return "stated" if value else ""
    if not isinstance(value, str) or words(value) in _NO:
        raise fields.error(
            "excluded",
            f"{shown(value)} does not say whether the work is left out",
            f"Write true, false or a reason: {', '.join(REASONS)}.",
        )
    return value if value in REASONS else "stated"


def read_deputy(top: Fields) -> Deputy | None:
    """Return that the position is a deputy or assistant chief, or None."""
    value = top.data.get("deputy")
    if value is None or value is False:
        return None
    if value is True:
        return Deputy()
    if not isinstance(value, dict):
        return Deputy(chief=rank(value, where=top.place("deputy")))
    fields = Fields(
        value,
        where=top.where,
        path="deputy",
        keys=("full", *_CHIEF_KEYS),
        shape='{"full": true, "chief": "GS-14"}',
    )
    named = [key for key in _CHIEF_KEYS if fields.has(key)]
    if len(named) > 1:
        raise fields.error(named[1], "the chief's grade is given twice", "Give it once.")
    full = fields.flag("full")
    return Deputy(full=full is not False, chief=fields.rank(named[0]) if named else None)


def read_coverage(top: Fields) -> Coverage | None:
    """Return what is stated about coverage, or None."""
    if not top.has("coverage"):
        return None
    fields = Fields(
        top.data["coverage"],
        where=top.where,
        path="coverage",
        keys=("percent", "technical", "administrative", "noncontractor", "exclusions"),
        shape='{"percent": 60, "technical": true, "administrative": true, "noncontractor": true}',
    )
    exclusions = []
    for number, value in enumerate(fields.entries("exclusions"), 1):
        if value not in EXCLUSIONS:
            raise CaseError(
                f"{shown(value)} is not a kind of position the guide excludes",
                where=at(top.where, f"coverage.exclusions[{number}]"),
                hint=f"Choose among {', '.join(EXCLUSIONS)}.",
            )
        exclusions.append(value)
    return Coverage(
        percent=fields.percent("percent"),
        technical=fields.flag("technical"),
        administrative=fields.flag("administrative"),
        noncontractor=fields.flag("noncontractor"),
        exclusions=tuple(dict.fromkeys(exclusions)),
    )


def read_reporting(top: Fields) -> tuple[Post, ...]:
    """Return the chain above, nearest position first."""
    posts = []
    for number, entry in enumerate(top.entries("reporting"), 1):
        path = f"reporting[{number}]"
        keys = ("position", "grade", "full_performance_grade", "role", "appraises", "directs_gs15")
        fields = Fields(entry, where=top.where, path=path, keys=keys, shape=_POST_SHAPE)
        fields.require("grade")
        held, proper = fields.rank("grade"), fields.rank("full_performance_grade")
        posts.append(
            Post(
                rank=proper or held or "",
                role=fields.choice("role", ROLES) or "chief",
                appraises=fields.flag("appraises") is not False,
                directs_gs15=fields.flag("directs_gs15") is True,
            )
        )
    return tuple(posts)


def read_authorities(guide: Guide, top: Fields) -> Authorities | None:
    """Return the authorities of Factor 3 as stated, or None."""
    if not top.has("authorities"):
        return None
    fields = Fields(
        top.data["authorities"],
        where=top.where,
        path="authorities",
        keys=(*_FLAG_PARAGRAPHS, *_LISTED_PARAGRAPHS, "nearly_all"),
        shape=_AUTHORITY_SHAPE,
    )
    nearly = []
    for value in fields.entries("nearly_all"):
        if value not in _NEARLY_ALL:
            raise fields.error(
                "nearly_all",
                f"{shown(value)} is not a list that may be held nearly in full",
                f"Choose among {', '.join(_NEARLY_ALL)}.",
            )
        nearly.append(value)
    return Authorities(
        met=frozenset(key for key in _FLAG_PARAGRAPHS if fields.flag(key)),
        listed={
            key: fields.numbers(key, len(guide.authorities[key].items))
            for key in _LISTED_PARAGRAPHS
        },
        nearly_all=frozenset(nearly) if fields.has("nearly_all") else None,
    )


def read_nonsupervisory(top: Fields) -> Nonsupervisory | None:
    """Return the other work of the position, or None."""
    if not top.has("nonsupervisory"):
        return None
    fields = Fields(
        top.data["nonsupervisory"],
        where=top.where,
        path="nonsupervisory",
        keys=("grade", "percent"),
        shape=_NONSUPERVISORY_SHAPE,
    )
    fields.require("grade")
    fields.require("percent")
    percent: Fraction | None = fields.percent("percent")
    return Nonsupervisory(grade=fields.grade("grade") or 0, percent=percent or Fraction(0))
