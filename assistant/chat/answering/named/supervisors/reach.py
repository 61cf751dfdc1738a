"""Levels of the supervisory guide that go with the reach told, and with the grade of the work."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from assistant.chat.answering.kit import guide_rule, level_of, level_words
from assistant.chat.model import Answer
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question

_REACH: Final = (
    ("1-5", r"nation(?:al|wide|-wide)|agency-?\s?wide|government-?\s?wide"),
    (
        "1-4",
        (
            r"(?:most|many|numerous|dozens of) (?:of the )?(?:states|field)|headquarters|"
            r"multi-?region\w*|(?:1\d|[2-4]\d) states"
        ),
    ),
    ("1-3", r"states?(?! department)|region|metro(?:politan)?(?: area)?"),
    (
        "1-2",
        (
            r"(?:field|area|district) office|installation|(?:small|one|our) (?:\w+ )?base|"
            r"count(?:y|ies)|hospital|national park|small city"
        ),
    ),
)
"""How far a program reaches, by the level of scope that is described with such words."""
_DIRECTED: Final = ((6, "6-1"), (8, "6-2"), (10, "6-3"), (11, "6-4"), (12, "6-5"), (15, "6-6"))
"""The level of Factor 6 whose first paragraph names work up to a grade (pp. 24-27)."""


def scope_told(question: Question, context: Context) -> Answer | None:
    """Return which level of scope the reach told is like; None when no reach is told."""
    from core.overview import supervisory_editions
    from core.supervisory import load_guide

    text = question.around or question.message
    level = next((one for one, said in _REACH if _says(said).search(text)), "")
    standard, guide = supervisory_editions()[-1], load_guide(context.as_of)
    held = level_of(standard, level) if level else None
    if held is None:
        return None
    scope = next((one.text for one in held[1].aspects if one.key == "scope"), held[1].summary)
    return Answer(
        lead=(
            f"**By the reach you tell the scope is like Level {level}: "
            f"{scope[:1].lower()}{scope[1:]}** It takes work of that kind as well, and Factor 1 "
            f"credits Level {level} ({guide.row(level).points} points) only if the effect meets it "
            "too; otherwise the lower of the two."
        ),
        words=(level_words(standard, held[1]), guide_rule("scope-and-effect", "Scope and Effect")),
        next=("What does the work directed do, and whom does it affect?",),
        levels=(level,),
        factors=("1",),
        standard="gssg",
    )


def _says(words: str) -> re.Pattern[str]:
    return pattern(rf"\b(?:{words})\b", re.IGNORECASE)


def conditions_over(base: int, context: Context) -> Answer | None:
    """Return which level of Factor 6 goes with a base grade."""
    from core.overview import supervisory_editions
    from core.supervisory import load_guide

    guide, standard = load_guide(context.as_of), supervisory_editions()[-1]
    level = next((one for up_to, one in _DIRECTED if base <= up_to), "")
    through = next((one for up_to, one, _ in guide.usual_conditions if base <= up_to), level)
    held = level_of(standard, level)
    if held is None:
        return None
    more = "" if through == level else f" Over supervisors who direct it, it can be {through}."
    return Answer(
        lead=(
            f"**Level {level}, {guide.row(level).points:,} points, over work of GS-{base}, if the "
            f"coordination it asks for is there:** {held[1].summary}{more} From 6-1, 6-2 or 6-3 "
            "three or more special situations add one level."
        ),
        words=(level_words(standard, held[1]), guide_rule("situations", "add a single level")),
        next=("Which of the eight special situations are met?",),
        levels=(level,),
        factors=("6",),
        standard="gssg",
    )
