"""The parts of a request beside its levels: their form, and what is kept of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Final, Literal

# Pydantic takes no other before Python 3.12.
from typing_extensions import TypedDict

from core.reading import After, Before, Flag, Form, refuse
from core.supervisory.fields import (
    Amount,
    Excluded,
    GivenRank,
    Grade,
    Numbers,
    Percent,
    Rank,
    Share,
    SupervisorLevel,
)

_HEADS: Final = {"positions", "employees", "people", "heads", "headcount", "count", "fte"}
_CHIEF: Final = ("chief", "chief_grade", "of", "to")

Method = Literal["workload", "supervisor-time"]
Unit = Literal["hours", "dollars"]
Role = Literal["chief", "deputy", "full-assistant", "partial-assistant"]
Exclusion = Literal["authority", "trades", "projects", "contractors", "temporary", "management"]
"""The kinds of position the guide excludes, in its order (p. 3)."""

FLAG_PARAGRAPHS: Final = ("3-2a", "3-3a", "3-4a", "3-4b")
LISTED_PARAGRAPHS: Final = ("3-2b", "3-2c", "3-3b")


@dataclass(frozen=True, slots=True)
class Coverage(Form):
    """What decides whether the guide applies; None where nothing is stated.

    ``percent`` is the share of the position's time spent supervising, ``noncontractor``
    whether Level 3-2 is met by supervising people who are not contractors, ``exclusions``
    the kinds of excluded position it is said to be.
    """

    EXAMPLE: ClassVar[str] = (
        '{"percent": 60, "technical": true, "administrative": true, "noncontractor": true}'
    )

    percent: Percent | None = None
    technical: Flag | None = None
    administrative: Flag | None = None
    noncontractor: Flag | None = None
    exclusions: Annotated[
        tuple[Exclusion, ...], After(lambda found: tuple(dict.fromkeys(found)))
    ] = ()


@dataclass(frozen=True, slots=True)
class BaseClaim(Form):
    """The base level as stated: a grade, how it was found and the share that method found.

    ``share`` is percent of the workload at or above the grade, or percent of the supervisor's
    time for the second method; a fraction below 1 is understood. ``supervisor_level`` is 1 for
    a first level supervisor. A grade alone may stand for the whole.
    """

    EXAMPLE: ClassVar[str] = '{"grade": "GS-11", "method": "workload", "share": 40}'

    grade: Grade
    method: Method = "workload"
    share: Share | None = None
    supervisor_level: SupervisorLevel | None = None
    alignment: Flag | None = None


def _base(value: object) -> object:
    scalar = isinstance(value, str | int) and not isinstance(value, bool)
    return {"grade": value} if scalar else value


def _settled_by_time(claim: BaseClaim) -> BaseClaim:
    if claim.method == "supervisor-time" and claim.supervisor_level == 1:
        raise refuse(
            "the supervisor's time settles the base of second and higher level supervisors only",
            'Use "workload" for a first level supervisor.',
            field="method",
        )
    return claim


GivenBase = Annotated[BaseClaim, Before(_base), After(_settled_by_time)]


@dataclass(frozen=True, slots=True)
class Work(Form):
    """A part of the workload: its grade, the grades that replace it, hours or dollars.

    ``excluded`` is true, false or a reason in words; it is kept empty, a reason the guide
    knows, or ``"stated"``.
    """

    EXAMPLE: ClassVar[str] = '{"grade": "GS-11", "hours": 2080}'

    grade: Grade
    full_performance_grade: Grade | None = None
    normal_supervision_grade: Grade | None = None
    hours: Amount | None = None
    dollars: Amount | None = None
    excluded: Excluded = ""
    work: Any = None

    @property
    def unit(self) -> Unit:
        return "hours" if self.dollars is None else "dollars"

    @property
    def amount(self) -> Fraction:
        return self.hours or self.dollars or Fraction(0)

    @property
    def counted_at(self) -> int:
        return self.normal_supervision_grade or self.full_performance_grade or self.grade


def _not_heads(value: object) -> object:
    if isinstance(value, dict) and _HEADS & value.keys():
        raise refuse(
            "the workload is counted in positions, but its measure is work, not heads",
            'Give the hours of nonsupervisory work, such as "hours": 2080.',
        )
    return value


def _sound_row(row: Work) -> Work:
    if row.hours is None and row.dollars is None:
        raise refuse('"hours" is missing', f"Write {Work.EXAMPLE}.", field="hours")
    if row.hours is not None and row.dollars is not None:
        raise refuse(
            "hours and dollars are both given", "Count each row in one of them.", field="dollars"
        )
    full, normal = row.full_performance_grade, row.normal_supervision_grade
    if full is not None and full < row.grade:
        raise refuse(
            f"GS-{full} lies below the grade of the work, GS-{row.grade}",
            "Give the higher grade the work is headed for, or leave it out.",
            field="full_performance_grade",
        )
    if normal is not None and normal > row.grade:
        raise refuse(
            f"GS-{normal} lies above the grade of the work, GS-{row.grade}",
            "Give the lower grade the work would have under normal supervision.",
            field="normal_supervision_grade",
        )
    if full is not None and normal is not None:
        raise refuse(
            "the work is counted at full performance and at normal supervision at once",
            "Give one of the two grades.",
            field="normal_supervision_grade",
        )
    return row


def _one_measure(rows: tuple[Work, ...]) -> tuple[Work, ...]:
    if not rows:
        raise refuse("the workload is empty", f"Write [{Work.EXAMPLE}, ...].")
    for number, row in enumerate(rows, 1):
        if row.unit != rows[0].unit:
            raise refuse(
                "hours and dollars are mixed, and a share needs one measure",
                "Count every row in hours or, where extensive contract work is overseen, every "
                "row in dollars.",
                field=f"[{number}].{row.unit}",
            )
    return rows


GivenWorkload = Annotated[
    tuple[Annotated[Work, Before(_not_heads), After(_sound_row)], ...], After(_one_measure)
]


@dataclass(frozen=True, slots=True)
class Deputy(Form):
    """That the position is a deputy or assistant chief; ``full`` when it shares fully.

    ``chief`` is the grade of the supervisory duties of the position reported to, or its rank;
    ``chief_grade``, ``of`` and ``to`` are other names for it. True, or the chief's grade
    alone, may stand for the whole. For a full deputy the levels of the request are those of
    the chief's duties.
    """

    EXAMPLE: ClassVar[str] = '{"full": true, "chief": "GS-14"}'

    full: Flag = True
    chief: GivenRank | None = None
    chief_grade: GivenRank | None = None
    of: GivenRank | None = None
    to: GivenRank | None = None


def _deputy(value: object) -> object:
    if isinstance(value, bool):
        return {} if value else None
    return value if isinstance(value, dict) else {"chief": value}


def _one_chief(deputy: Deputy | None) -> Deputy | None:
    if deputy is None:
        return None
    named = {name: found for name in _CHIEF if (found := getattr(deputy, name)) is not None}
    if len(named) > 1:
        raise refuse("the chief's grade is given twice", "Give it once.", field=list(named)[1])
    return Deputy(full=deputy.full, chief=next(iter(named.values()), None))


GivenDeputy = Annotated[Deputy | None, Before(_deputy), After(_one_chief)]


@dataclass(frozen=True, slots=True)
class Post(Form):
    """One position of the chain above, the one reported to first.

    ``appraises`` is False for one of two positions reported to that does not appraise
    performance.
    """

    EXAMPLE: ClassVar[str] = '{"grade": "GS-15"}'

    grade: GivenRank
    full_performance_grade: GivenRank | None = None
    role: Role = "chief"
    appraises: Flag = True
    directs_gs15: Flag = False
    position: Any = None

    @property
    def rank(self) -> Rank:
        """Return the grade or rank of the position at full performance."""
        return self.full_performance_grade or self.grade


AuthoritiesFile = TypedDict(
    "AuthoritiesFile",
    {
        "3-2a": Flag,
        "3-3a": Flag,
        "3-4a": Flag,
        "3-4b": Flag,
        "3-2b": Numbers,
        "3-2c": Numbers,
        "3-3b": Numbers,
        "nearly_all": list[Literal["3-2b", "3-3b"]],
    },
    total=False,
)
"""Paragraphs of Factor 3 as stated: true, false or the numbers held in the paragraph's list."""
AuthoritiesFile.__pydantic_config__ = Form.__pydantic_config__  # type: ignore[attr-defined]


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


def _authorities(given: dict[str, Any]) -> Authorities:
    nearly = given.get("nearly_all")
    return Authorities(
        met=frozenset(key for key in FLAG_PARAGRAPHS if given.get(key)),
        listed={key: given.get(key, ()) for key in LISTED_PARAGRAPHS},
        nearly_all=None if nearly is None else frozenset(nearly),
    )


GivenAuthorities = Annotated[Authorities, After(_authorities, given=AuthoritiesFile)]


@dataclass(frozen=True, slots=True)
class Nonsupervisory(Form):
    """Nonsupervisory work of the same position: its grade and its percent of time."""

    EXAMPLE: ClassVar[str] = '{"grade": "GS-12", "percent": 40}'

    grade: Grade
    percent: Percent
