"""Whether the guide applies at all: its statement of coverage and its exclusions (pp. 2-3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from core.supervisory.fields import percent_text
from core.supervisory.record import Undetermined

if TYPE_CHECKING:
    from core.supervisory.guide import Guide
    from core.supervisory.inputs import SupervisoryRequest
    from core.supervisory.record import Record

_CODE: Final = "not-covered"


def check_coverage(
    guide: Guide, request: SupervisoryRequest, record: Record
) -> Undetermined | None:
    """Return why the guide does not cover the position, or None when nothing speaks against it.

    What is not stated is named in a note: the grade holds only if it is so.
    """
    stated = request.coverage
    least = guide.value("coverage-time")
    missing: list[str] = []
    said: list[str] = []
    if stated is not None and stated.exclusions:
        rule = guide.rules[f"exclusion-{stated.exclusions[0]}"]
        return _outside(guide, rule.text.rstrip("."), rule.code)
    if stated is None or stated.percent is None:
        missing.append(f"supervision takes at least {least} percent of the time")
    elif stated.percent < least:
        share = percent_text(stated.percent)
        why = f"supervision takes {share} percent of the time, less than {least}"
        return _outside(guide, why, "coverage-time")
    else:
        said.append(f"supervision takes {percent_text(stated.percent)} percent of the time")
    for answer, direction in (
        (None if stated is None else stated.technical, "technical"),
        (None if stated is None else stated.administrative, "administrative"),
    ):
        if answer is False:
            why = f"the work is not accomplished through {direction} direction of others"
            return _outside(guide, why, "coverage-direction")
        (missing if answer is None else said).append(f"direction of others is {direction}")
    staff = "Level 3-2 is met by supervising people who are not contractors"
    answer = None if stated is None else stated.noncontractor
    if answer is False:
        why = "Level 3-2 is not met by supervising people who are not contractors"
        return _outside(guide, why, "coverage-staff")
    (missing if answer is None else said).append(staff)
    if said:
        text = f"Coverage: {'; '.join(said)}, as stated."
        record.step("coverage", text, guide.cite("coverage-time"))
    if missing:
        record.tell(
            "coverage-not-stated",
            "note",
            f"The guide applies only if the following is so, which is not stated: "
            f"{'; '.join(missing)}.",
            guide.cite("coverage-staff"),
        )
    return None


def outside_authority(guide: Guide) -> Undetermined:
    """Return that the position has less authority than the lowest level of Factor 3."""
    return _outside(guide, "the authorities stated do not meet Level 3-2", "exclusion-authority")


def contract_work_only(guide: Guide) -> Undetermined:
    """Return that Level 3-2 is met by overseeing contract work alone."""
    why = "only paragraph b of Level 3-2 is met, which is oversight of contracted work"
    return _outside(guide, why, "coverage-staff")


def _outside(guide: Guide, why: str, code: str) -> Undetermined:
    why = why[:1].lower() + why[1:] if not why.startswith("Level") else why
    return Undetermined(
        _CODE,
        f"The guide does not cover this position: {why}. Other standards grade its work.",
        guide.cite(code),
    )
