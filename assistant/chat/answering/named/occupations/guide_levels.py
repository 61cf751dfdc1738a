"""Which levels the guide for staff analysis has, and which of them are usual at a grade.

Told from our own account of the guide, with its pages, whether or not its text is at hand.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from assistant.chat.answering.kit import documents, law, listed
from assistant.chat.answering.named.occupations.analysis import (
    GUIDE,
    LEAST,
    NAMES_GUIDE,
    rungs,
    usual_combination,
)
from assistant.chat.model import Answer
from assistant.chat.reading.turns.values import factors_of
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question

_LISTS: Final = pattern(
    r"\blevels?\b|\bgrades?\b|\bpoints?\b|\bfactors?\b|\blooks? like\b|\bhow (?:many|high)\b",
    re.IGNORECASE,
)
_ELSE: Final = pattern(
    r"\b(?:held|hold|have it|ingest|when|use[ds]? (?:for|it)|applies|"
    r"apply|cover\w*|supervisory controls?:|why|who|which series|edition|date)\b",
    re.IGNORECASE,
)
_WHERE: Final = pattern(
    r"\bwhere\b.{0,20}\b(?:get|find|is|have|download|buy|read|see)\b|\bdownload\b|\blink\b",
    re.IGNORECASE,
)
_NAME: Final = pattern(
    r"\b(?:administrative )?analysis grade[- ]evaluation guide\b|\bgrade[- ]evaluation\b",
    re.IGNORECASE,
)
_TABLE: Final = law(
    "analysis-guide",
    "5",
    "how the FES factor levels combine in typical administrative",
    "A table shows which levels usually go together at GS-9, 11, 12 and 13; other combinations "
    "may be right for a position.",
)
_CHART: Final = law(
    "analysis-guide",
    "20",
    "where the selected levels intersect on the chart",
    "Persons contacted and purpose are chosen apart; the chart gives the points where they meet.",
)
_REST: Final = (
    "Factors 6 and 7 are one chart, persons 1 to 4 by purposes a to d, 30 to 330 points (p. 21)",
    "8-1 (5) and 8-2 (20)",
    "9-1 (5) and 9-2 (20)",
)
_FACTORS: Final = "12345"
_CONTACTS: Final = frozenset({"6", "7"})


def guide_levels(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    """Return the levels of the guide named, all, of one factor or at a grade; None otherwise."""
    text = question.message
    if not NAMES_GUIDE.search(text) or question.levels or question.decision or question.points:
        return None
    asked = _NAME.sub(" ", text)
    if _WHERE.search(asked):
        return _published()
    if _ELSE.search(asked) or not (_LISTS.search(asked) or question.grades):
        return None
    if question.grades:
        return _at_grade(question.grades[0])
    named = question.factors or factors_of(asked)
    if set(named) & _CONTACTS:
        return None
    if len(named) == 1 and (ladder := rungs(named[0])):
        said = [f"{one.level} ({one.points:,})" for one in ladder]
        return Answer(
            lead=f"**Factor {named[0]} of the {GUIDE} has Levels {listed(said)}.**",
            words=tuple(one.words for one in ladder[:3]),
            more=("\n".join(f"- {one.named}" for one in ladder),),
            next=(f"Ask how two of them differ: *AAGEG {ladder[0].level} or {ladder[1].level}*.",),
            factors=(named[0],),
        )
    ladders = {key: rungs(key) for key in _FACTORS}
    rows = [
        f"- Factor {key}: {', '.join(f'{one.level} ({one.points:,})' for one in ladder)}"
        for key, ladder in ladders.items()
    ]
    ends = [f"{ladder[0].level} to {ladder[-1].level}" for ladder in ladders.values()]
    return Answer(
        lead=(
            f"**The levels of the {GUIDE} go from {listed(ends)}; it grades from GS-{LEAST} up and "
            f"describes none below.** {'; '.join(_REST)}. The points are added up and converted to "
            "a grade."
        ),
        words=(_TABLE, _CHART),
        figures=("\n".join(rows),),
        whose="The levels with their points",
        next=("Name a grade for the levels usual there, or a factor for what its levels ask.",),
    )


def _published() -> Answer:
    known = documents()["analysis-guide"]
    return Answer(
        lead=(
            f"**From {known.get}: OPM publishes the {GUIDE} ({known.edition}) there.** "
            "`fes sources list` shows the addresses known, and `fes ingest FILE` adds a copy here."
        ),
        next=("Ask for its levels: *the levels of the AAGEG*.",),
    )


def _at_grade(grade: int) -> Answer:
    usual = usual_combination(grade)
    if usual is None:
        below = grade < LEAST
        why = (
            f"it grades staff analysis from GS-{LEAST} up only."
            if below
            else "its table of usual combinations has GS-9, 11, 12 and 13; at other grades the "
            "points alone decide."
        )
        return Answer(
            lead=f"**The {GUIDE} shows no usual levels for GS-{grade}: {why}**",
            words=(_TABLE,),
            next=("Name the levels you credit, and they are added up.",),
        )
    return Answer(
        lead=(
            f"**Usual at GS-{grade} by the {GUIDE} (p. 5): {listed(usual)}.** That only shows what "
            "is common: the levels the work meets are added up, and the points give the grade."
        ),
        words=(_TABLE,),
        next=("Ask how a level differs from the one below: *AAGEG 4-4 or 4-5*.",),
    )
