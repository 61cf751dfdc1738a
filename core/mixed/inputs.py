"""A position that mixes kinds of work, as a person states it."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, Field, model_validator

from core.model import Citation, Frozen
from core.reading import Day, Words, refuse

Circumstance = Literal["temporary", "absence", "training", "close-supervision"]
"""Why work cannot be paramount: temporary or short-term, done only in another's absence, given
only as training for higher work, or performed under closer than normal supervision."""

Category = Literal["professional", "administrative", "technical", "clerical", "other"]
"""The five categories of work (The Classifier's Handbook, TS-107 August 1991, p. 30)."""

_SERIES = re.compile(r"(?:GS-?)?([0-9]{3,4})", re.IGNORECASE)


def _series(value: str) -> str:
    match = _SERIES.fullmatch(value.strip())
    if match is None:
        raise refuse(
            "this is not a series", "Write its three or four digits, such as 0343, in quotes."
        )
    return match[1].zfill(4)


_LONGEST_NAME: Final = 120


def _name(value: str) -> str:
    if not value.strip():
        raise refuse("the text is empty", "Name the kind of work.")
    if len(value) > _LONGEST_NAME or not value.isprintable():
        raise refuse(
            f"the name is longer than {_LONGEST_NAME} characters or holds one that cannot be "
            "printed",
            "Give a short name on one line.",
        )
    return value.strip()


Name = Annotated[str, AfterValidator(_name)]
"""The short name of a kind of work, on one line."""

Series = Annotated[str, AfterValidator(_series)]
"""A series by its digits, such as ``"0343"``."""

Percent = Annotated[float, Field(strict=True, ge=0, le=100, allow_inf_nan=False)]
Grade = Annotated[int, Field(strict=True, ge=1, le=15)]


class Work(Frozen):
    """One kind of work with its share of time and its own evaluation.

    The share is ``percent`` where both sides agree, else ``percent_employee`` and
    ``percent_supervisor``, in percent of the whole work time. The evaluation is one of:
    ``standard`` with ``levels`` or ``total``; ``standard = "gssg"`` with ``supervisory``, a
    request for the supervisory guide; or a stated ``grade`` with its ``citation``.

    ``regular`` says whether the work is officially assigned on a regular and continuing
    basis, ``recruiting`` whether its knowledge and skills would be required in recruiting for
    the vacant position; None means that nobody has said.
    """

    name: Name
    percent: Percent | None = None
    percent_employee: Percent | None = None
    percent_supervisor: Percent | None = None
    series: Series | None = None
    category: Category | None = None
    standard: Words | None = None
    levels: Any = None
    total: Any = None
    extensions: Any = None
    supervisory: dict[str, Any] | None = None
    grade: Grade | None = None
    citation: Citation | None = None
    regular: bool | None = Field(default=None, strict=True)
    recruiting: bool | None = Field(default=None, strict=True)
    circumstances: tuple[Circumstance, ...] = ()

    @model_validator(mode="after")
    def _one_share_and_one_evaluation(self) -> Work:
        apart = self.percent_employee is not None or self.percent_supervisor is not None
        if self.percent is not None and apart:
            raise refuse(
                "percent stands beside percent_employee or percent_supervisor",
                "Give percent where both agree, or the two figures where they do not.",
            )
        if self.percent is None and not apart:
            raise refuse(
                "the share of time is missing",
                "Add percent, or percent_employee and percent_supervisor.",
            )
        ways = [
            name
            for name in ("levels", "total", "supervisory", "grade")
            if getattr(self, name) is not None
        ]
        if len(ways) != 1:
            given = "no evaluation is given" if not ways else f"{' and '.join(ways)} are given"
            raise refuse(
                given,
                "Evaluate the work in one way: standard with levels or total, standard gssg with "
                "supervisory, or grade with citation.",
            )
        if self.grade is not None and self.citation is None:
            raise refuse(
                "the grade is stated without its citation",
                "Add citation with document, edition and page of the evaluation it comes from.",
            )
        if (
            self.citation is not None
            and not "".join(self.citation.model_dump().values()).isprintable()
        ):
            raise refuse(
                "the citation holds a character that cannot be printed", "Write it on one line."
            )
        if self.grade is None and self.standard is None:
            raise refuse("the standard is missing", 'Name it, such as standard = "fes-primary".')
        return self


class Decision(Frozen):
    """A person's choice of a series for the work as a whole, with the reason."""

    series: Series
    reason: Words
    by: str = ""


POINTERS: Final = (
    "paramount_knowledge",
    "reason_for_existence",
    "organizational_function",
    "line_of_promotion",
    "recruitment_source",
)
"""The considerations that point to a kind of work, in the order the Handbook prints them."""


class Considerations(Frozen):
    """What bears on the series of work that several series cover.

    The first five name the kind of work, by its ``name``, that each consideration points to
    (The Classifier's Handbook, pp. 33-34). ``equally_important`` says that the qualifications
    of the occupations are of equal importance, so that none predominates. ``decision`` is a
    person's choice where the considerations leave it open.

    The rest bears on GS-0301 only: whether the primary work is administrative work of the
    two-grade interval kind, whether another series can take it, whether the qualification
    standard of a series involved opens an adequate way to recruit, and whether the position
    is responsible for a combination of management services.
    """

    paramount_knowledge: Name | None = None
    reason_for_existence: Name | None = None
    organizational_function: Name | None = None
    line_of_promotion: Name | None = None
    recruitment_source: Name | None = None
    equally_important: bool | None = Field(default=None, strict=True)
    decision: Decision | None = None
    proposed: Series | None = None
    two_grade_administrative: bool | None = Field(default=None, strict=True)
    classifiable_elsewhere: bool | None = Field(default=None, strict=True)
    recruiting_elsewhere: bool | None = Field(default=None, strict=True)
    management_services: bool | None = Field(default=None, strict=True)


class Impact(Frozen):
    """The claim that the person in the job has changed one kind of work (by its ``name``).

    Each condition is true, false or not known (None): the performance makes the job
    materially different; management recognizes and endorses it; the work environment lets it
    continue at that level; the position description states it; its grade rests on the
    criteria of standards; and the special qualifications are required to do it.
    """

    work: Name
    materially_different: bool | None = Field(default=None, strict=True)
    endorsed: bool | None = Field(default=None, strict=True)
    continuing: bool | None = Field(default=None, strict=True)
    described: bool | None = Field(default=None, strict=True)
    by_standards: bool | None = Field(default=None, strict=True)
    qualifications_required: bool | None = Field(default=None, strict=True)


class Interdisciplinary(Frozen):
    """The claim that a position is interdisciplinary, between the series named.

    ``kind`` is "combination" where it combines the knowledges of several professions, and
    "either" where its knowledge belongs to either. The others are true, false or not known:
    the series are professional; one of them predominates; the agency wants to recruit from
    more than one discipline; the disciplines fit together and share a core; members of a team
    each bring one discipline; a special license is required; the position belongs clearly to
    one series; and the description says that it is interdisciplinary.
    """

    series: tuple[Series, ...]
    kind: Literal["combination", "either"] | None = None
    professional: bool | None = Field(default=None, strict=True)
    predominates: bool | None = Field(default=None, strict=True)
    broad_recruiting: bool | None = Field(default=None, strict=True)
    compatible: bool | None = Field(default=None, strict=True)
    team_of_single_disciplines: bool | None = Field(default=None, strict=True)
    licensed: bool | None = Field(default=None, strict=True)
    single_series: bool | None = Field(default=None, strict=True)
    described: bool | None = Field(default=None, strict=True)


# No position has more; open claims are tried both ways, so their number is kept small.
_MOST_WORK: Final = 100
_MOST_CLAIMS: Final = 8


class MixedRequest(Frozen):
    """A position with kinds of work to be evaluated apart and graded as a whole.

    ``as_of`` is the date whose editions of the standards apply.
    """

    title: str = ""
    fictional: bool = False
    as_of: Day | None = None
    work: tuple[Work, ...]
    series: Considerations = Considerations()
    impact: tuple[Impact, ...] = ()
    interdisciplinary: Interdisciplinary | None = None

    @model_validator(mode="after")
    def _some_and_not_too_many(self) -> MixedRequest:
        if not self.work:
            raise refuse("no kind of work is given", "Add each kind of work as [[work]].")
        if len(self.work) > _MOST_WORK:
            raise refuse(
                f"{len(self.work)} kinds of work are given, more than the {_MOST_WORK} allowed",
                "Put alike work together.",
            )
        if len(self.impact) > _MOST_CLAIMS:
            raise refuse(
                f"{len(self.impact)} impacts are given, more than the {_MOST_CLAIMS} allowed",
                "State the impacts that bear on the grade.",
            )
        return self
