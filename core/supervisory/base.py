"""Factor 5: the base level of the work directed (pp. 21-23).

The base is the highest grade at or above which at least 25 percent of the workload lies,
counted in hours of nonsupervisory duty or, where extensive contract work is overseen, in
dollars. A second or higher level supervisor may instead use the highest grade of work that
takes at least 50 percent of the supervisor's time; as that grade lies above the first one,
less than 25 percent of the workload is at it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from core.errors import LevelError, at
from core.supervisory.fields import grades_text, percent_text
from core.supervisory.record import Undetermined
from core.supervisory.workload import count_workload

if TYPE_CHECKING:
    from core.supervisory.guide import Guide
    from core.supervisory.inputs import BaseClaim, SupervisoryRequest
    from core.supervisory.record import Record
    from core.supervisory.workload import Counted

_ROUNDING = Fraction(1, 2)
"""How far a share in percent may be from the one counted: people round to whole percents."""


@dataclass(frozen=True, slots=True)
class Base:
    """The base level of work.

    ``grades`` are the grades it may be: one when it is known, several when only a level of
    Factor 5 is stated that stands for several, none when nothing is known of it. ``level`` is
    the Factor 5 level. ``by_workload`` says whether 25 percent of the workload or more is at
    the base, the first condition of the adjustments (p. 30).
    """

    grades: tuple[int, ...]
    level: str
    by_workload: bool = True

    @property
    def grade(self) -> int | None:
        """Return the base grade, or None when it is not known which."""
        return self.grades[0] if len(self.grades) == 1 else None


def settle_base(guide: Guide, request: SupervisoryRequest, record: Record) -> Base | Undetermined:
    """Find the base level from the workload, the base stated or the level stated.

    Raises:
        LevelError: nothing is stated that settles Factor 5, all work is excluded, or the
            workload, the base and the level contradict each other.
    """
    claim, stated = request.base, request.levels.get("5")
    counted = count_workload(guide, request, record) if request.workload else None
    if counted is not None and (claim is None or claim.method == "workload"):
        found: tuple[int, bool] | Undetermined = _by_workload(request, claim, counted)
    elif claim is None:
        return _from_level(guide, request, record)
    elif claim.method == "workload":
        found = _as_stated(guide, claim, record)
    else:
        found = _by_time(guide, request, claim, counted, record)
    if isinstance(found, Undetermined):
        return found
    grade, by_workload = found
    level = guide.grade_levels[grade]
    text = f"Factor 5: a base of GS-{grade} is Level {level}."
    record.step("base-level", text, guide.cite("base-chart"))
    if stated is not None and stated != level:
        page = guide.row(level).page
        raise LevelError(
            f"Level {stated} is given, but a base of GS-{grade} is Level {level} (p. {page})",
            where=at(request.where, "levels.5"),
            hint="Correct the level or the base, or leave the level out.",
        )
    return Base((grade,), level, by_workload)


def _from_level(guide: Guide, request: SupervisoryRequest, record: Record) -> Base:
    stated = request.levels.get("5")
    if stated is None:
        raise LevelError(
            f"no level is given for Factor 5 ({guide.table.by_factor['5'].name})",
            where=at(request.where, "levels"),
            hint='Add one, such as "5": "5-6", or give the base or the workload.',
        )
    base = Base(guide.grades_of(stated), stated)
    meant = grades_text(base.grades)
    record.tell(
        "base-not-stated",
        "note",
        f"No base is stated. Level {stated} stands for {meant}, and it is taken to rest on the "
        f"workload: at least {guide.value('workload-base')} percent of it at or above that grade.",
        guide.cite("workload-base"),
    )
    return base


def _by_workload(
    request: SupervisoryRequest, claim: BaseClaim | None, counted: Counted
) -> tuple[int, bool]:
    if claim is not None and claim.grade != counted.grade:
        raise LevelError(
            f"GS-{claim.grade} is given as the base, but the workload makes it GS-{counted.grade}",
            where=at(request.where, "base.grade"),
            hint="Correct the base or the workload, or leave the base out.",
        )
    _check_share(request, claim, counted)
    return counted.grade, True


def _check_share(request: SupervisoryRequest, claim: BaseClaim | None, counted: Counted) -> None:
    if claim is None or claim.share is None or abs(claim.share - counted.share) <= _ROUNDING:
        return
    raise LevelError(
        f"the share is given as {percent_text(claim.share)} percent, but the workload makes it "
        f"{percent_text(counted.share)}",
        where=at(request.where, "base.share"),
        hint="Correct the share or the workload, or leave the share out.",
    )


def _as_stated(guide: Guide, claim: BaseClaim, record: Record) -> tuple[int, bool] | Undetermined:
    """Take a base that rests on the workload as stated, if its share is large enough."""
    least = guide.value("workload-base")
    if claim.share is None:
        record.tell(
            "base-share-not-stated",
            "note",
            f"The base of GS-{claim.grade} is taken as stated: that at least {least} percent of "
            "the workload is at or above it could not be checked.",
            guide.cite("workload-base"),
        )
        text = f"The base level is GS-{claim.grade}, as stated."
        record.step("base", text, guide.cite("workload-base"))
        return claim.grade, True
    share = percent_text(claim.share)
    if claim.share < least:
        return Undetermined(
            "base-share-too-small",
            f"GS-{claim.grade} is not the base level: {share} percent of the workload is at or "
            f"above it, and {least} percent are needed. State the highest grade that reaches "
            f"{least} percent, or list the workload.",
            guide.cite("workload-base"),
        )
    text = (
        f"The base level is GS-{claim.grade}: {share} percent of the workload is stated to be at "
        f"or above it, and {least} percent are needed."
    )
    record.step("base", text, guide.cite("workload-base"))
    return claim.grade, True


def _by_time(
    guide: Guide,
    request: SupervisoryRequest,
    claim: BaseClaim,
    counted: Counted | None,
    record: Record,
) -> tuple[int, bool] | Undetermined:
    """Take the base from the supervisor's time, the method for second and higher levels."""
    least, rule = guide.value("supervisor-time"), guide.cite("supervisor-time")
    if counted is not None and claim.grade < counted.grade:
        raise LevelError(
            f"GS-{claim.grade} is given as the base, but the workload already makes it "
            f"GS-{counted.grade}, and the supervisor's time only settles a base above that",
            where=at(request.where, "base.grade"),
            hint="Leave the base out.",
        )
    if counted is not None and claim.grade == counted.grade:
        text = (
            f"The base level is GS-{claim.grade} by the workload already, so the method by the "
            "supervisor's time adds nothing."
        )
        record.step("base", text, rule)
        return claim.grade, True
    share = None if claim.share is None else percent_text(claim.share)
    failed: Undetermined | None = None
    if claim.share is not None and claim.share < least:
        failed = Undetermined(
            "base-share-too-small",
            f"GS-{claim.grade} is not the base level by the supervisor's time: directing work of "
            f"that grade takes {share} percent of it, and {least} percent are needed.",
            rule,
        )
    elif claim.alignment is False:
        failed = Undetermined(
            "base-not-aligned",
            f"GS-{claim.grade} may not serve as the base by the supervisor's time, because it "
            "does not align with other supervisory positions.",
            rule,
        )
    if failed is not None and counted is not None:
        record.tell(
            failed.code,
            "warning",
            f"{failed.reason} The base by the workload stands: GS-{counted.grade}.",
            rule,
        )
        return counted.grade, True
    if failed is not None:
        return replace(failed, reason=f"{failed.reason} State the base by the workload.")
    how = "as stated" if share is None else f"{share} percent being stated"
    text = (
        f"The base level is GS-{claim.grade} by the supervisor's time: the highest grade of "
        f"nonsupervisory work directed that takes at least {least} percent of it, {how}."
    )
    record.step("base", text, rule)
    confirm = []
    if claim.supervisor_level is None:
        confirm.append("that this is a second or higher level supervisor")
    if share is None:
        confirm.append(f"that the work takes at least {least} percent of the supervisor's time")
    if claim.alignment is None:
        confirm.append("that the workload is large and the result aligns with other positions")
    if confirm:
        record.tell(
            "base-by-supervisor-time",
            "warning",
            f"The method by the supervisor's time is optional and has conditions not stated here: "
            f"{'; '.join(confirm)}.",
            rule,
        )
    return claim.grade, False
