"""The door: what answers a question that calls something by its name, before any likeness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.chat.answering.named.chart import cell_named
from assistant.chat.answering.named.decided.counted import counted
from assistant.chat.answering.named.decided.for_case import for_case
from assistant.chat.answering.named.decided.paragraphs import of_paragraph
from assistant.chat.answering.named.decided.told import of_number, of_register, wants_decisions
from assistant.chat.answering.named.levels import level_named, no_such_level, paragraph_named
from assistant.chat.answering.named.not_held.elsewhere import elsewhere
from assistant.chat.answering.named.occupations.analysis import cells_apart, levels_apart
from assistant.chat.answering.named.occupations.editions import edition_of
from assistant.chat.answering.named.occupations.general import general_series
from assistant.chat.answering.named.occupations.guide_levels import guide_levels
from assistant.chat.answering.named.occupations.programs import program_series
from assistant.chat.answering.named.occupations.standing import series_stands
from assistant.chat.answering.named.occupations.titles import standards_there, titles_of
from assistant.chat.answering.named.occupations.work import series_of_work
from assistant.chat.answering.named.particulars.asked import particular
from assistant.chat.answering.named.weighed import weighed

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.chat.model import Answer, Context, Question

_TRIED: tuple[tuple[str, Callable[[Question, Context], Answer | None]], ...] = (
    ("combined-chart", cells_apart),
    ("combined-chart", cell_named),
    ("level-meaning", paragraph_named),
    ("level-meaning", levels_apart),
    ("level-meaning", guide_levels),
    ("level-meaning", level_named),
    ("level-points", weighed),
    ("level-meaning", no_such_level),
    ("decision-numbers", counted),
    ("prior-decisions", for_case),
    ("decision-ruling", of_paragraph),
    ("decision-ruling", of_number),
    ("find-decisions", of_register),
    ("catch-all-series", general_series),
    ("how-series", program_series),
    ("about-series", series_stands),
    ("edition-in-force", edition_of),
    ("standard-not-held", standards_there),
    ("official-title", titles_of),
    ("how-series", series_of_work),
    ("elsewhere", elsewhere),
)
"""What is tried, the surest first, and the topic it is remembered as."""


def by_name(question: Question, context: Context) -> tuple[str, Answer] | None:
    """Return what answers a question by what it names, with its topic; None when nothing does."""
    if wants_decisions(question) and (listed := of_register(question, context)) is not None:
        return "find-decisions", listed
    if (rule := particular(question, context)) is not None:
        return rule
    for topic, answer in _TRIED:
        found = answer(question, context)
        if found is not None:
            return topic, found
    return None
