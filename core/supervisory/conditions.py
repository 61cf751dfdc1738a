"""Factor 6: the level of the first step and what special situations add to it (pp. 23-29)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.supervisory.base import Base
    from core.supervisory.guide import Guide
    from core.supervisory.inputs import SupervisoryRequest
    from core.supervisory.record import Record


def settle_conditions(
    guide: Guide, request: SupervisoryRequest, selected: str, base: Base, record: Record
) -> str:
    """Return the level of Factor 6: the one selected, or one above by special situations."""
    ladder = guide.table.by_factor["6"].ladder()
    step = ladder.index(selected)
    _compare_with_base(guide, selected, base, record)
    met = request.situations
    if not met:
        return selected
    named = ", ".join(f"{n} ({guide.situations[n - 1].name})" for n in met)
    if step + 1 > guide.value("situations-highest"):
        record.tell(
            "situations-not-consulted",
            "note",
            f"Special situations are stated ({named}), but from Level 6-4 upward they are not "
            f"consulted: Level {selected} stands.",
            guide.cite("situations-highest"),
        )
        return selected
    _question_situations(guide, request, base, record)
    needed = guide.value("situations")
    if len(met) < needed:
        text = (
            f"Factor 6: {len(met)} special {'situation is' if len(met) == 1 else 'situations are'} "
            f"met, {named}; {needed} are needed to add a level, so Level {selected} stands."
        )
        record.step("situations", text, guide.cite("situations"))
        return selected
    raised = ladder[step + 1]
    text = (
        f"Factor 6: {len(met)} special situations are met, {named}; {needed} or more add exactly "
        f"one level, so Level {selected} becomes Level {raised}."
    )
    record.step("situations", text, guide.cite("situations"))
    return raised


def _compare_with_base(guide: Guide, selected: str, base: Base, record: Record) -> None:
    """Note a level above the one the guide describes for work of the base grade."""
    if not base.grades:
        return
    highest = base.grades[-1]
    ladder = guide.table.by_factor["6"].ladder()
    for up_to, level, page in guide.usual_conditions:
        if highest > up_to:
            continue
        if ladder.index(selected) > ladder.index(level):
            citation = {**guide.cite_level(level), "page": page}
            record.tell(
                "conditions-above-base",
                "note",
                f"Level {selected} is selected for Factor 6, but for work of GS-{highest} its "
                f"definitions reach Level {level}. That is unusual, not wrong: check that the "
                "work coordinated is of the grade the level names.",
                citation,  # type: ignore[arg-type]
            )
        return


def _question_situations(
    guide: Guide, request: SupervisoryRequest, base: Base, record: Record
) -> None:
    """Note a specialized-programs situation that the workload does not bear out."""
    if 6 not in request.situations or not request.workload or base.grade is None:
        return
    if not any(row.counted_at > base.grade for row in request.workload):
        record.tell(
            "situation-6-without-work",
            "warning",
            f"Situation 6 needs significant work above the base level, and the workload lists "
            f"none above GS-{base.grade}.",
            {
                **guide.cite("situations"),
                "page": guide.situations[5].page,
                "section": "Factor 6, Special Situations, 6",
            },
        )
