"""Factors 6 and 7 together: one chart, one cell, the same contacts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import law, primary
from assistant.chat.answering.named.ladders import meant
from assistant.chat.model import Answer, Context, Question, Topic, Words

if TYPE_CHECKING:
    from core.standards.criteria import ChartCell, CombinedChart

_CONTACT = re.compile(r"\b(?:contacts?|row|6)[\s-]*(?:of |level |at )?([1-4])\b", re.IGNORECASE)
_PURPOSE = re.compile(
    r"\b(?:purposes?|column|letter|7)[\s-]*(?:of |level |at )?([a-d])\b", re.IGNORECASE
)
_CHART = (
    *("chart", "matrix", "cell", "letter", "table", "combin", "together", "same contact", "6/7"),
    *("both", "one score", "how to score", "different contact", "other contact", "row"),
)


def _answer(question: Question, context: Context) -> Answer | None:
    both = {"6", "7"} <= set(question.factors)
    if not both and not question.has(*_CHART):
        return None
    if question.factors and not ({"6", "7"} & set(question.factors)):
        return None
    if question.has("difference", "differ ", "versus", "vs"):
        return None
    standard = meant(question, context)
    same = law(
        "introduction",
        "53",
        "the same contacts will be evaluated for both",
        "Factors 6 and 7 are rated on the same contacts.",
    )
    combined = law(
        "classifier-handbook",
        "8",
        "combined into a matrix",
        "Some FES standards combine the points of Factors 6 and 7 in one chart.",
    )
    lead = (
        "**Where a standard prints a chart for Factors 6 and 7, you find a level of each, and the "
        "cell where they meet gives one number of points for both.** Both levels rest on the same "
        "contacts. Without a chart, as in the Primary Standard, each factor has points of its own."
    )
    more: tuple[str, ...] = ()
    words: tuple[Words, ...] = (combined, same)
    chart = standard.combined
    if chart is None:
        from core.standards.reading import load_standard

        standard = load_standard("gs-0200") if standard.id == primary(context).id else standard
        chart = standard.combined
    if chart is not None:
        lead += f" The {standard.title} prints one (p. {chart.page})."
        rows = [f"{' with '.join(cell.levels)}: {cell.points:,} points" for cell in chart.cells]
        more = ("\n".join(f"- {row}" for row in rows),)
        one = chart.cells[0]
        printed = Words(
            ours=f"{' with '.join(one.levels)} gives {one.points:,} points for both factors.",
            citation=standard.cite(chart.page, chart.section),
        )
        words = (combined, printed, same)
        cell = _cell(question, chart)
        if cell is not None:
            lead = (
                f"**{cell.points:,} points for both factors together:** "
                f"{' with '.join(cell.levels)} in the chart of the {standard.title} "
                f"(p. {chart.page}). A standard with another chart, or with none, has its own "
                "points."
            )
            printed = Words(
                ours=f"{' with '.join(cell.levels)} gives {cell.points:,} points for both factors.",
                citation=standard.cite(chart.page, chart.section),
            )
            words = (printed, combined, same)
    return Answer(
        lead=lead,
        words=words,
        next=("Say *more* for every cell of the chart.",) if more else (),
        more=more,
        factors=("6", "7"),
    )


def _cell(question: Question, chart: CombinedChart) -> ChartCell | None:
    """Return the cell of a contact's number and a purpose's letter, where both are named."""
    contact, purpose = _CONTACT.search(question.message), _PURPOSE.search(question.message)
    if contact is None or purpose is None:
        return None
    levels = (f"6-{contact[1]}", f"7-{purpose[1].upper()}")
    return next((cell for cell in chart.cells if tuple(cell.levels) == levels), None)


TOPIC = Topic(
    id="combined-chart",
    title="the combined chart of Factors 6 and 7",
    answer=_answer,
    likes=("factors",),
    unlike=("grades", "decision"),
)
