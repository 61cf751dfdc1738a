"""Settle a request: whether the guide applies (pp. 2-3), the level of each factor, the total."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.errors import LevelError, at, shown
from core.fes.points import no_levels, no_range
from core.supervisory.base import Base, settle_base
from core.supervisory.factors import (
    settle_authority,
    settle_conditions,
    settle_scope,
    settle_setting,
)
from core.supervisory.guide import Guide, load_guide
from core.supervisory.inputs import SupervisoryRequest, read_supervisory
from core.supervisory.record import Record, Undetermined, not_covered, percent_text

if TYPE_CHECKING:
    from core.standards.table import LevelRow


class Settled(NamedTuple):
    """The levels credited and their total.

    ``rows`` are in the order of the guide's factors; they and ``total`` are empty when the
    guide does not apply. ``blocked`` says why no grade can follow. ``base`` is None when
    Factor 5 was not looked at.
    """

    guide: Guide
    record: Record
    rows: tuple[LevelRow, ...] = ()
    total: int | None = None
    base: Base | None = None
    blocked: Undetermined | None = None
    authority: str = ""


def parse_supervisory(data: object, *, where: str = "") -> SupervisoryRequest:
    """Read a request from decoded JSON or TOML; :class:`SupervisoryFile` declares its form.

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


def settle(request: SupervisoryRequest) -> Settled:
    """Settle the factors, each from its level or from what else is stated for it.

    Raises:
        LevelError: a factor is not settled, or what is stated for one contradicts itself.
        CaseError: the chain of Factor 2 is incomplete.
        StandardError: no edition held here was in force on the date.
    """
    guide = load_guide(request.as_of)
    record = Record()
    blocked = check_coverage(guide, request, record)
    if blocked is not None:
        return Settled(guide, record, blocked=blocked)
    if not request.levels and not request.scope:
        if request.total is not None:
            return _from_total(guide, request, record)
        if request.deputy is not None and request.deputy.full and request.deputy.chief is not None:
            return Settled(guide, record)
    authority = settle_authority(guide, request, record)
    if isinstance(authority, Undetermined):
        return Settled(guide, record, blocked=authority)
    found = {
        "1": settle_scope(guide, request, record),
        "2": settle_setting(guide, request, record),
        "3": authority,
        "4A": request.levels.get("4A"),
        "4B": request.levels.get("4B"),
        "6": request.levels.get("6"),
    }
    _require(guide, request, found)
    _check_points(guide, request, {**found, "5": request.levels.get("5")})
    base = settle_base(guide, request, record)
    if isinstance(base, Undetermined):
        rows = tuple(guide.row(level) for level in found.values() if level is not None)
        return Settled(guide, record, rows, blocked=base)
    found["5"] = base.level
    selected = found["6"] or ""
    found["6"] = settle_conditions(guide, request, selected, base, record)
    rows = tuple(guide.row(found[factor.key] or "") for factor in guide.table.factors)
    total = sum(row.points for row in rows)
    _check_total(request, total)
    return Settled(guide, record, rows, total, base, authority=found["3"] or "")


_OTHERWISE = {
    "1": ' or {"scope": ..., "effect": ...}',
    "2": ", or give the chain in reporting",
    "3": ", or list the authorities",
}


def _require(guide: Guide, request: SupervisoryRequest, found: dict[str, str | None]) -> None:
    missing = [
        factor
        for factor in guide.table.factors
        if factor.key in found and found[factor.key] is None
    ]
    if not missing:
        return
    names = ", ".join(f"Factor {factor.key} ({factor.name})" for factor in missing)
    first = missing[0]
    raise LevelError(
        f"no level is given for {names}",
        where=at(request.where, "levels"),
        hint=f'Add one for each, such as "{first.key}": "{first.levels[0].level}"'
        f"{_OTHERWISE.get(first.key, '')}.",
    )


def _check_points(guide: Guide, request: SupervisoryRequest, levels: dict[str, str | None]) -> None:
    """Refuse points stated beside a level that are not its points (Factor 6: of the first step)."""
    for factor, (place, stated) in request.points.items():
        row = guide.row(levels[factor] or "")
        if isinstance(stated, bool) or not isinstance(stated, int) or stated != row.points:
            raise LevelError(
                f"Level {row.level} carries {row.points} points (p. {row.page}), not "
                f"{shown(stated)}",
                where=at(request.where, place),
                hint="Correct the level or its points, or leave the points out.",
            )


def _check_total(request: SupervisoryRequest, total: int) -> None:
    stated = request.total
    if stated is None or (type(stated) is int and stated == total):
        return
    raise LevelError(
        f"the total is given as {shown(stated)}, but the levels add up to {total}",
        where=at(request.where, "total"),
        hint="Correct the total or the levels, or leave the total out.",
    )


def _from_total(guide: Guide, request: SupervisoryRequest, record: Record) -> Settled:
    """Take a bare total. Its base is what is stated, or any that some set of levels allows."""
    total, place = request.total, at(request.where, "total")
    hint = "Check the total against its source, or give the level of each factor."
    if type(total) is not int:
        raise LevelError(
            f"the total is {shown(total)}, but a total is a whole number of points",
            where=place,
            hint="Write it as digits, such as 2555.",
        )
    table = guide.table
    if table.grade_row(total) is None:
        raise LevelError(no_range(table, total), where=place, hint=hint)
    rest = {0}
    for factor in table.factors:
        if factor.key != "5":
            rest = {one + row.points for one in rest for row in factor.levels}
    levels = [row.level for row in table.by_factor["5"].levels if total - row.points in rest]
    if not levels:
        raise LevelError(no_levels(table, total, table.reachable()), where=place, hint=hint)
    if request.situations:
        raise LevelError(
            "special situations are given with a bare total, which already counts them",
            where=at(request.where, "situations"),
            hint="Leave them out, or give the level of each factor.",
        )
    record.step(
        "stated-total",
        f"The total of {total:,} points is taken as stated: some set of levels adds up to it, "
        "but which is not known.",
        guide.cite("total"),
    )
    if request.base is None and not request.workload:
        grades = tuple(grade for level in levels for grade in guide.grades_of(level))
        return Settled(guide, record, (), total, Base(grades, ""))
    base = settle_base(guide, request, record)
    if isinstance(base, Undetermined):
        return Settled(guide, record, (), total, blocked=base)
    if base.level not in levels:
        raise LevelError(
            f"no set of levels with Level {base.level} adds up to {total:,} points",
            where=place,
            hint=hint,
        )
    return Settled(guide, record, (), total, base)


# --- coverage ------------------------------------------------------------------------------


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
        return not_covered(guide, rule.text.rstrip("."), rule.code)
    if stated is None or stated.percent is None:
        missing.append(f"supervision takes at least {least} percent of the time")
    elif stated.percent < least:
        share = percent_text(stated.percent)
        why = f"supervision takes {share} percent of the time, less than {least}"
        return not_covered(guide, why, "coverage-time")
    else:
        said.append(f"supervision takes {percent_text(stated.percent)} percent of the time")
    for answer, direction in (
        (None if stated is None else stated.technical, "technical"),
        (None if stated is None else stated.administrative, "administrative"),
    ):
        if answer is False:
            why = f"the work is not accomplished through {direction} direction of others"
            return not_covered(guide, why, "coverage-direction")
        (missing if answer is None else said).append(f"direction of others is {direction}")
    staff = "Level 3-2 is met by supervising people who are not contractors"
    answer = None if stated is None else stated.noncontractor
    if answer is False:
        why = "Level 3-2 is not met by supervising people who are not contractors"
        return not_covered(guide, why, "coverage-staff")
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
