"""From the chart's grade to the grade of the duties: the adjustments and deputies (pp. 9, 30)."""

from __future__ import annotations

from typing import NamedTuple

from core.supervisory.base import Base
from core.supervisory.guide import Guide
from core.supervisory.parts import Deputy
from core.supervisory.record import Record, Undetermined, grades_text


class Adjusted(NamedTuple):
    """A grade after the adjustments; None above the grades of the guide.

    ``rules`` are the codes of the rules that changed it.
    """

    grade: int | None
    rules: tuple[str, ...] = ()


def adjusted_grade(guide: Guide, chart: int, base: int, *, by_workload: bool) -> Adjusted:
    """Apply the two adjustments to the chart's grade.

    Args:
        guide: the edition.
        chart: the grade the chart gives.
        base: the base grade of Factor 5.
        by_workload: whether the base involves 25 percent or more of the workload. The other
            condition, authority of Level 3-2 or more, every level of Factor 3 meets.
    """
    if not by_workload:
        return Adjusted(chart)
    grade = chart
    rules: tuple[str, ...] = ()
    if chart <= base:
        grade, rules = base + guide.value("base-plus-one"), ("base-plus-one",)
    floor = guide.value("gs-9-floor")
    if base == guide.value("gs-9-base") and grade < floor:
        grade, rules = floor, ("gs-9-base",)
    return Adjusted(grade if grade <= guide.value("grades-highest") else None, rules)


def adjust(
    guide: Guide, chart: int, base: Base, deputy: Deputy | None, authority: str, record: Record
) -> Adjusted | Undetermined:
    """Adjust for every grade the base may be, and settle on a grade if all agree."""
    outcomes = {
        grade: adjusted_grade(guide, chart, grade, by_workload=base.by_workload)
        for grade in base.grades
    }
    grades = {outcome.grade for outcome in outcomes.values()}
    if len(grades) > 1:
        return _base_needed(guide, outcomes)
    grade = grades.pop()
    if grade is None:
        return Undetermined(
            "base-at-highest-grade",
            f"The chart gives GS-{chart}, which is not above the base of GS-{base.grade}; one "
            f"grade above that base lies beyond GS-{guide.value('grades-highest')}, the highest "
            "grade of the guide.",
            guide.cite("base-plus-one"),
        )
    rules = tuple(sorted({rule for outcome in outcomes.values() for rule in outcome.rules}))
    if not rules:
        _tell_unadjusted(guide, chart, base, record)
        return Adjusted(grade)
    barred = _bar_assistant(guide, grade, deputy, record)
    if isinstance(barred, Undetermined):
        return barred
    if barred:
        return Adjusted(chart)
    meant = grades_text(base.grades)
    least = guide.value("condition-a")
    conditions = (
        f"the base of {meant} is found under Factor 5 and involves at least {least} percent of "
        "the workload"
    )
    record.step("condition-a", f"Condition a is met: {conditions}.", guide.cite("condition-a"))
    held = f"Level {authority} is credited" if authority else "every level of Factor 3 meets it"
    record.step("condition-b", f"Condition b is met: {held}.", guide.cite("condition-b"))
    if rules == ("base-plus-one",):
        text = (
            f"GS-{chart} by the chart is not above the base of {meant}, so the grade is one above "
            f"the base: GS-{grade}."
        )
    elif len(rules) == 1:
        text = f"Over a base of {meant} the grade is not less than GS-{grade}: GS-{grade}."
    else:
        text = (
            f"The base is {meant}: over the first the grade is not less than GS-{grade}, over the "
            f"second it is one above the base, so either way it is GS-{grade}."
        )
    code = "base-plus-one" if rules == ("base-plus-one",) else "gs-9-floor"
    record.step("adjustment", text, guide.cite(code))
    return Adjusted(grade, rules)


def _base_needed(guide: Guide, outcomes: dict[int, Adjusted]) -> Undetermined:
    said: list[str] = []
    by_grade: dict[int | None, list[int]] = {}
    for base, outcome in outcomes.items():
        by_grade.setdefault(outcome.grade, []).append(base)
    for grade, bases in by_grade.items():
        low, high = bases[0], bases[-1]
        named = f"GS-{low}" if low == high else f"GS-{low} to GS-{high}"
        gives = "no grade of the guide" if grade is None else f"GS-{grade}"
        said.append(f"a base of {named} gives {gives}")
    return Undetermined(
        "base-needed",
        f"The grade depends on the base grade, which is not stated: {', '.join(said)}. State the "
        "base or list the workload.",
        guide.cite("base-plus-one"),
    )


def _tell_unadjusted(guide: Guide, chart: int, base: Base, record: Record) -> None:
    """Say why an adjustment that seems due is not made."""
    due = base.grade is not None and adjusted_grade(guide, chart, base.grade, by_workload=True)
    if base.by_workload or not due or not due.rules:
        meant = f" over a base of {grades_text(base.grades)}" if base.level else ""
        text = f"No adjustment is due: GS-{chart} by the chart{meant} stands."
        record.step("no-adjustment", text, guide.cite("base-plus-one"))
        return
    least = guide.value("condition-a")
    text = f"Condition a is not met, so nothing is adjusted: GS-{chart} by the chart stands."
    record.step("no-adjustment", text, guide.cite("condition-a"))
    record.tell(
        "adjustment-refused",
        "warning",
        f"The chart gives GS-{chart} over a base of GS-{base.grade}, but the grade is not "
        f"adjusted: a base found by the supervisor's time lies above the one found by the "
        f"workload, so less than {least} percent of the workload is at it and condition a is not "
        f'met. If {least} percent or more is, state the method "workload".',
        guide.cite("condition-a"),
    )


def _bar_assistant(
    guide: Guide, grade: int, deputy: Deputy | None, record: Record
) -> bool | Undetermined:
    """Return whether an assistant chief may not have the adjustment: it would reach the chief."""
    if deputy is None or deputy.full or isinstance(deputy.chief, str):
        return False
    if deputy.chief is None:
        return Undetermined(
            "chief-needed",
            f"The adjustment would give GS-{grade}, and for an assistant chief it may not reach "
            "the chief's grade, which is not stated.",
            guide.cite("adjustment-deputy"),
        )
    if grade < deputy.chief:
        return False
    record.tell(
        "adjustment-refused",
        "warning",
        f"The adjustment would give GS-{grade}, the grade of the chief or more; it may not do "
        "that for an assistant chief, so the chart's grade stands.",
        guide.cite("adjustment-deputy"),
    )
    return True


def deputy_grade(
    guide: Guide, deputy: Deputy, chief_by_levels: int | None, record: Record
) -> int | Undetermined | None:
    """Return the grade of a full deputy: one below the chief's supervisory duties.

    Args:
        guide: the edition.
        deputy: what is stated; its chief, when a grade, counts before the levels.
        chief_by_levels: the grade the levels of the request give the chief's duties.
        record: where the step goes.

    Returns:
        None when neither says what the chief's grade is.
    """
    chief = deputy.chief
    if isinstance(chief, str):
        return Undetermined(
            "deputy-to-executive",
            f"The position reported to has the rank {chief}, above "
            f"GS-{guide.value('grades-highest')}: a full deputy's grade is decided by policies "
            f"outside the guide, and would not normally be below "
            f"GS-{guide.value('deputy-executive')}.",
            guide.cite("deputy-executive"),
        )
    if chief is not None and chief_by_levels not in (None, chief):
        record.tell(
            "chief-grade-differs",
            "warning",
            f"The chief's supervisory duties are stated to be GS-{chief}, but the levels give "
            f"GS-{chief_by_levels}. The stated grade is used; check which one holds.",
            guide.cite("deputy"),
        )
    above = chief if chief is not None else chief_by_levels
    if above is None:
        return None
    grade, lowest = above - guide.value("deputy"), guide.value("grades-lowest")
    if grade < lowest:
        return Undetermined(
            "deputy-below-guide",
            f"One grade below the chief's GS-{above} lies under GS-{lowest}, the lowest grade of "
            "the guide.",
            guide.cite("grades-lowest"),
        )
    record.step(
        "deputy",
        f"A full deputy or full assistant chief is normally one grade below the supervisory "
        f"duties of the chief, GS-{above}: GS-{grade}.",
        guide.cite("deputy"),
    )
    return grade
