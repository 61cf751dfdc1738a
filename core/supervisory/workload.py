"""Count a workload: what is left out, at which grade each part counts, and the base (p. 22)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from core.errors import LevelError
from core.messages import at
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
    _tell_regraded(guide, rows, request, record)
    amounts: dict[int, Fraction] = {}
    for row in rows:
        amounts[row.counted_at] = amounts.get(row.counted_at, Fraction(0)) + row.amount
    whole = sum(amounts.values(), Fraction(0))
    least = guide.value("workload-base")
    running = Fraction(0)
    # The lowest grade has everything at or above it, so the loop always ends with a base.
    found = Counted(0, Fraction(0))
    said: list[str] = []
    for grade in sorted(amounts, reverse=True):
        running += amounts[grade]
        share = running * 100 / whole
        said.append(f"{percent_text(share)} percent at or above GS-{grade}")
        found = Counted(grade, share)
        if share >= least:
            break
    text = (
        f"Of {_amount(whole)} {request.unit} of work considered there are {', '.join(said)}: "
        f"GS-{found.grade} is the highest grade with at least {least} percent."
    )
    record.step("workload", text, guide.cite("workload-base"))
    own = amounts[found.grade] * 100 / whole
    if own < least:
        record.tell(
            "base-not-typical",
            "note",
            f"Only {percent_text(own)} percent of the work is at GS-{found.grade} itself; the "
            f"rest of its share lies above. Check that GS-{found.grade} best characterizes the "
            "basic work of the organization.",
            guide.cite("workload-base"),
        )
    return found


def _tell_excluded(guide: Guide, request: SupervisoryRequest, record: Record) -> None:
    left_out = [row for row in request.workload if row.excluded]
    if not left_out:
        return
    amount = sum((row.amount for row in left_out), Fraction(0))
    reasons = sorted({row.excluded for row in left_out} - {"stated"})
    why = f" ({', '.join(reasons)})" if reasons else ""
    text = f"{_amount(amount)} {request.unit} are left out of the workload{why}."
    record.step("workload-exclusions", text, guide.cite("workload-exclusions"))
    highest = max((row.counted_at for row in request.workload if not row.excluded), default=0)
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


def _tell_regraded(
    guide: Guide, rows: list[Work], request: SupervisoryRequest, record: Record
) -> None:
    full = [row for row in rows if row.full_performance not in (None, row.grade)]
    if full:
        said = "; ".join(
            f"{_amount(row.amount)} {request.unit} at GS-{row.grade} count at "
            f"GS-{row.full_performance}"
            for row in sorted(full, key=lambda row: (-row.grade, -row.amount))
        )
        text = f"Work below its full performance level counts at that level: {said}."
        record.step("full-performance", text, guide.cite("full-performance"))
    normal = [row for row in rows if row.normal_supervision not in (None, row.grade)]
    if normal:
        said = "; ".join(
            f"{_amount(row.amount)} {request.unit} at GS-{row.grade} count at "
            f"GS-{row.normal_supervision}"
            for row in sorted(normal, key=lambda row: (-row.grade, -row.amount))
        )
        text = f"Grades that rest on independence are adjusted to normal supervision: {said}."
        record.step("normal-supervision", text, guide.cite("workload-exclusions"))


def _amount(amount: Fraction) -> str:
    if amount.denominator == 1:
        return f"{amount.numerator:,}"
    return f"{float(amount):,.2f}".rstrip("0").rstrip(".")
