"""What topics on factors and levels share: the standard meant, its factors, ends of a ladder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.chat.answering.kit import (
    PRIMARY,
    level_of,
    not_held,
    points_of,
    primary,
    standard_of,
)
from assistant.chat.answering.named.not_held.absent import not_here
from assistant.chat.model import Answer, Context, Question, Words

if TYPE_CHECKING:
    from core.standards.criteria import Factor, Level
    from core.standards.model import Standard

_IMPORT = "`fes standards import FILE` reads a standard in, so that its levels are explained here."
_DEFINED = {
    "1": "measures the nature and extent of information or facts",
    "2": "direct or indirect controls exercised by",
    "3": "nature of guidelines and the judgment needed",
    "4": "number, variety, and intricacy of tasks",
    "5": "the relationship between the nature of the work",
    "6": "persons not in the supervisory chain",
    "7": "the purpose of personal contacts ranges from",
    "8": "covers the requirements and physical demands",
    "9": "considers the risks and discomforts",
}
"""Words of the Primary Standard's sentence that says what a factor measures."""


def meant(question: Question, context: Context) -> Standard:
    """Return the standard with levels that is meant; the Primary one where that has none.

    Raises:
        StandardError: a standard is named that is not in force on the case's date.
    """
    if "gssg" in question.standards:
        from core.overview import supervisory_editions

        return supervisory_editions()[-1]
    found = standard_of(question, context)
    return found if found.factors else primary(context)


def factor_named(standard: Standard, key: str) -> Factor | None:
    """Return a factor of a standard by its number, or None when it has no such factor."""
    return next((f for f in standard.factors if str(f.factor).upper() == key.upper()), None)


def named(factor: Factor) -> str:
    """Return a factor as it is called: ``Factor 4, Complexity``."""
    return f"Factor {factor.factor}, {factor.name}"


def with_points(level: Level) -> str:
    """Return a level with its points: ``Level 4-6 (450 points)``."""
    worth = points_of(level)
    return f"Level {level.level} ({worth})" if worth else f"Level {level.level}"


def reach(factor: Factor) -> str:
    """Return the ends of a factor's ladder: ``Level 4-1 (25 points) to Level 4-6 (450 points)``."""
    return f"{with_points(factor.levels[0])} to {with_points(factor.levels[-1])}"


def defined(standard: Standard, factor: Factor) -> Words:
    """Return what a factor measures, with the place of the official words."""
    ours = f"{named(factor)}: {factor.measures}"
    if standard.id != PRIMARY:
        return Words(ours=ours, citation=standard.cite(factor.page))
    return Words(
        ours=ours,
        citation=standard.cite(factor.page),
        source="introduction",
        anchor=_DEFINED[str(factor.factor)],
    )


def levels_held(standard: Standard) -> str:
    """Return a warning sentence when only part of a standard's levels is held, else nothing."""
    return f" Only part of the {standard.title} is held here." if standard.partial else ""


def sent_elsewhere(question: Question) -> str:
    """Say where the flysheet of a series that is named sends for levels; empty where none does.

    What follows then are the Primary Standard's words, which are no standard of that series.
    """
    from core.standards.series.referrals import sends_to

    code = question.series[0] if question.series else ""
    sends = sends_to(code) if code else ""
    if not sends or set(question.standards) - {f"gs-{code}"}:
        return ""
    there = f"the {sends}" if sends[:1].isupper() else sends
    return (
        f"**Series {code} has no levels of its own:** its flysheet sends to {there} for them. "
        "What follows is the Primary Standard, which by itself classifies nothing.\n\n"
    )


def lacking(question: Question, context: Context) -> Answer | None:
    """Say that the standard or guide a question names is not held, or return None.

    Levels of another standard would be beside the point.
    """
    from core.overview import holdings
    from core.standards.series import find_series

    if (absent := not_here(question, context)) is not None:
        return absent
    papers = question.has("standard", "series", "flysheet", "criteria")
    if not question.series or not (papers or question.levels):
        return None
    code = question.series[0]
    found = find_series(code)
    if found is None or any(code in one.series for one in holdings()):
        return None
    beside: tuple[str, ...] = ()
    general = level_of(primary(context), question.levels[0]) if question.levels else None
    if general is not None:
        told = f"The Primary Standard's Level {question.levels[0]}, in our words: "
        beside = (f"{told}{general[1].summary}",)
    kind = "the job family standard that covers" if found.issued == "family" else "the standard for"
    return not_held(
        f"The standard for series {code} is not held here.",
        f"{kind} series {code}, {found.title}",
        "OPM, opm.gov, Classification & Qualifications",
        *(beside or (_IMPORT,)),
    )
