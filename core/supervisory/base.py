"""Factor 5: the base level of the work directed (pp. 21-23).

The base is the highest grade at or above which at least 25 percent of the workload lies,
counted in hours of nonsupervisory duty or, where extensive contract work is overseen, in
dollars. A second or higher level supervisor may instead use the highest grade of work that
takes at least 50 percent of the supervisor's time; as that grade lies above the first one,
less than 25 percent of the workload is at it.
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, NamedTuple

from core.errors import LevelError, at
from core.supervisory.record import Record, Undetermined, grades_text, percent_text

if TYPE_CHECKING:
    from core.supervisory.guide import Guide
    from core.supervisory.inputs import SupervisoryRequest
    from core.supervisory.parts import BaseClaim, Work

_ROUNDING = Fraction(1, 2)
"""How far a share in percent may be from the one counted: people round to whole percents."""


class Base(NamedTuple):
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
        return failed._replace(reason=f"{failed.reason} State the base by the workload.")
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


# --- the workload (p. 22) -------------------------------------------------------------------


class Counted(NamedTuple):
    """The base grade of a workload and the percent of it at or above that grade."""

    grade: int
    share: Fraction


def count_workload(guide: Guide, request: SupervisoryRequest, record: Record) -> Counted:
    """Find the highest grade at or above which enough of the workload lies.

    Work left out is left out of the whole as well: the share is of the work considered.

    Raises:
        LevelError: all work is excluded.
    """
    rows = [row for row in request.workload if not row.excluded]
    if not any(row.amount for row in rows):
        raise LevelError(
            "no work is left to consider, so there is no base level",
            where=at(request.where, "workload"),
            hint="Leave in the nonsupervisory work the organization exists to do.",
        )
    _tell_excluded(guide, request, record)
    _tell_regraded(guide, rows, request.unit, record)
    # In whole parts of an hour or dollar, so that shares are exact and quickly counted.
    parts = lcm(*(row.amount.denominator for row in rows))
    amounts: dict[int, int] = {}
    for row in rows:
        amount = row.amount.numerator * (parts // row.amount.denominator)
        amounts[row.counted_at] = amounts.get(row.counted_at, 0) + amount
    whole = sum(amounts.values())
    least = guide.value("workload-base")
    shares: dict[int, Fraction] = {}
    running = 0
    for grade in sorted(amounts, reverse=True):
        running += amounts[grade]
        shares[grade] = Fraction(running * 100, whole)
        if running * 100 >= least * whole:
            break
    # Everything lies at or above the lowest grade, so one of them ends the count.
    base = min(shares)
    said = ", ".join(
        f"{percent_text(share)} percent at or above GS-{grade}" for grade, share in shares.items()
    )
    considered = _amount(Fraction(whole, parts))
    text = (
        f"Of {considered} {request.unit} of work considered there are {said}: GS-{base} is "
        f"the highest grade with at least {least} percent."
    )
    record.step("workload", text, guide.cite("workload-base"))
    own = Fraction(amounts[base] * 100, whole)
    if own < least:
        record.tell(
            "base-not-typical",
            "note",
            f"Only {percent_text(own)} percent of the work is at GS-{base} itself; the "
            f"rest of its share lies above. Check that GS-{base} best characterizes the "
            "basic work of the organization.",
            guide.cite("workload-base"),
        )
    return Counted(base, shares[base])


def _tell_excluded(guide: Guide, request: SupervisoryRequest, record: Record) -> None:
    left_out = [row for row in request.workload if row.excluded]
    if not left_out:
        return
    amount = sum((row.amount for row in left_out), Fraction(0))
    reasons = sorted({row.excluded for row in left_out} - {"stated"})
    why = f" ({', '.join(reasons)})" if reasons else ""
    text = f"{_amount(amount)} {request.unit} are left out of the workload{why}."
    record.step("workload-exclusions", text, guide.cite("workload-exclusions"))
    highest = max(row.counted_at for row in request.workload if not row.excluded)
    for row in left_out:
        if row.excluded == "support" and row.grade >= highest:
            record.tell(
                "support-not-lower",
                "warning",
                f"Work at GS-{row.grade} is left out as support, but only work of lower level "
                "positions may be; no other work counted is at a higher grade.",
                guide.cite("workload-exclusions"),
            )
    if any(row.excluded == "stated" for row in left_out):
        record.tell(
            "exclusion-without-reason",
            "note",
            "Work is left out of the workload for no reason the guide knows. It knows lower level "
            "support, supervisory or leader work, grades that rest on independence or personal "
            "research, and work outside the authority of Factor 3: check which one holds.",
            guide.cite("workload-exclusions"),
        )


def _tell_regraded(guide: Guide, rows: list[Work], unit: str, record: Record) -> None:
    full = [row for row in rows if row.full_performance_grade not in (None, row.grade)]
    if full:
        text = f"Work below its full performance level counts at that level: {_moved(full, unit)}."
        record.step("full-performance", text, guide.cite("full-performance"))
    normal = [row for row in rows if row.normal_supervision_grade not in (None, row.grade)]
    if normal:
        text = (
            "Grades that rest on independence are adjusted to normal supervision: "
            f"{_moved(normal, unit)}."
        )
        record.step("normal-supervision", text, guide.cite("workload-exclusions"))


def _moved(rows: list[Work], unit: str) -> str:
    """Say which work counts at another grade, in one order however the rows were given."""
    ordered = sorted(rows, key=lambda row: (-row.grade, -row.counted_at, -row.amount))
    return "; ".join(
        f"{_amount(row.amount)} {unit} at GS-{row.grade} count at GS-{row.counted_at}"
        for row in ordered
    )


def _amount(amount: Fraction) -> str:
    return f"{amount.numerator:,}" if amount.denominator == 1 else f"{float(amount):,}"
