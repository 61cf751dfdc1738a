"""The levels and points of the supervisory guide's factors, one by one and all six."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.chat.answering.kit import guide_rule, listed
from assistant.chat.answering.named.supervising import base_grade
from assistant.chat.answering.named.supervisors.reach import conditions_over
from assistant.chat.model import Answer, Words
from core.model import Citation
from core.standards.table import SUPERVISORY_FACTORS

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question


def ladder(question: Question, context: Context) -> Answer | None:
    """List the levels of the factors named, with their points; None where none is the guide's."""
    from core.supervisory import load_guide

    guide = load_guide(context.as_of)
    wanted: list[str] = []
    for factor in question.factors:
        wanted += ["4A", "4B"] if factor == "4" else [factor]
    base = base_grade(question.message)
    if base is not None and wanted == ["6"]:
        return conditions_over(base, context)
    parts, words = [], []
    for factor in wanted:
        table = guide.table.by_factor.get(factor)
        if table is None:
            continue
        rows = list(table.by_level.values())
        low, high = rows[0], rows[-1]
        steps = listed([f"{row.level} ({row.points:,})" for row in rows])
        parts.append(
            f"**Factor {factor} of the supervisory guide, {table.name}, runs from Level "
            f"{low.level} with {low.points:,} points to Level {high.level} with "
            f"{high.points:,}:** {steps}."
        )
        words.append(
            Words(
                ours=f"Level {low.level} is the lowest and takes {low.points:,} points.",
                citation=Citation.model_validate(guide.cite_level(low.level)),
            )
        )
    if not parts:
        return None
    return Answer(
        lead=" ".join(parts[:2]),
        words=tuple(words),
        next=("Ask what one of them requires, such as *what is Level 3-3 in the GSSG?*",),
        factors=tuple(wanted[:1]),
    )


def six_factors(context: Context) -> Answer:
    """List the guide's six factors with the levels and points of each."""
    from core.supervisory import load_guide

    guide = load_guide(context.as_of)
    rows = ["| Factor | Levels | Points |", "| --- | --- | --- |"]
    reach = []
    for factor in SUPERVISORY_FACTORS:
        table = guide.table.by_factor[factor]
        found = list(table.by_level.values())
        rows.append(
            f"| {factor} {table.name} | {found[0].level} to {found[-1].level} | "
            f"{found[0].points:,} to {found[-1].points:,} |"
        )
        reach.append(f"{table.name} ({found[0].points:,} to {found[-1].points:,})")
    return Answer(
        lead=(
            f"**Six factors with points, the fourth in two parts: {listed(reach)}.** The points "
            "are added and converted by the guide's own chart, from GS-5 to GS-15; if that gives "
            "no more than the base grade, one grade above the base is usual."
        ),
        words=(
            guide_rule("highest-level", "highest factor level which is met according"),
            guide_rule("total", "Add the total points accumulated under all"),
            guide_rule("base-plus-one", 'one grade above the "base" grade of'),
        ),
        figures=("\n".join(rows),),
        whose="The guide's table",
        next=("Name your levels, such as *1-2, 2-2, 3-2, 4A-2, 4B-2, 5-6, 6-3*, and they score.",),
    )
