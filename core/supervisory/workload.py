"""Count a workload: what is left out, at which grade each part counts, and the base (p. 22)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from core.errors import LevelError, at
from core.supervisory.fields import percent_text

if TYPE_CHECKING:
    from core.supervisory.guide import Guide
    from core.supervisory.inputs import SupervisoryRequest, Work
    from core.supervisory.record import Record


@dataclass(frozen=True, slots=True)
class Counted:
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
    full = [row for row in rows if row.full_performance not in (None, row.grade)]
    if full:
        text = f"Work below its full performance level counts at that level: {_moved(full, unit)}."
        record.step("full-performance", text, guide.cite("full-performance"))
    normal = [row for row in rows if row.normal_supervision not in (None, row.grade)]
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
