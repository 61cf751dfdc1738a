"""Which of the levels a sentence names it speaks for: those it credits, refuses or claims."""

from __future__ import annotations

import re

from index.decisions.stance.cues import main_clause
from index.decisions.stance.rules.finding import CONTRAST, NEGATION
from index.language import late, structure
from index.models import Stance

_CLAUSES = late.pattern(
    r"[;,]\s+|\s+(?=(?:but|yet|although|though|while|whereas|however|rather than)\b)"
    r"|\s+and (?=(?:does|do|is|are|cannot|fails?|falls?|not|therefore)\b)",
    re.IGNORECASE,
)
_CAPPED = late.pattern(
    r"\b(?:no higher than|not above|not beyond|no more than|at most)(?= (?:factor )?level)"
    r"|\b(?:not|no|nor|nothing|neither|cannot|without)\b[^.]*\b(?:higher than|above"
    r"|beyond)(?= (?:factor )?level)",
    re.IGNORECASE,
)


def levels_after(sentence: str, at: int) -> tuple[str, ...]:
    """Return the levels a sentence names at or after a place in it."""
    named = structure.levels_named(sentence)
    return tuple(level for level in named if sentence.upper().find(level, at) >= 0)


def capped(sentence: str, named: tuple[str, ...]) -> tuple[str, ...]:
    """Return the levels a sentence speaks of: "no higher than Level 4-2" refuses Level 4-3."""
    cap = _CAPPED.search(sentence)
    if cap is None or not levels_after(sentence, cap.end()):
        return named
    factor, _, rank = levels_after(sentence, cap.end())[0].partition("-")
    return (f"{factor}-{int(rank) + 1}",)


def levels_credited(sentence: str) -> tuple[str, ...]:
    """Return the levels a sentence that credits credits: not those its opening reason denies."""
    main = main_clause(sentence)
    return structure.levels_named(main) or structure.levels_named(sentence)


def levels_denied(sentence: str, named: tuple[str, ...]) -> tuple[str, ...]:
    """Return the levels a sentence finds not met: those of the clauses that deny or contrast.

    "It meets Level 2-3 but not Level 2-4" denies the second only. Where no clause of its own
    denies a level, all of them count.
    """
    if len(named) < 2:
        return named
    denying = [
        clause
        for clause in _CLAUSES.split(sentence)
        if NEGATION.search(clause) or CONTRAST.search(clause)
    ]
    found = tuple(
        level
        for level in named
        if any(re.search(rf"(?<![\w-]){level}(?!\d)", c, re.IGNORECASE) for c in denying)
    )
    return found or named


def agreeing(
    found: dict[Stance, tuple[str, ...]], built: tuple[str, ...]
) -> dict[Stance, tuple[str, ...]]:
    """Return what a sentence finds, without what disagrees with the level it finds met.

    "Level 5-4, rather than Level 5-3": what a higher one is credited over was too low. "It was
    raised to Level 5-4 by the region, and we restore Level 5-3": only one of a factor is credited.

    Args:
        found: The levels found met and not met.
        built: Those that the build of the sentence decides.
    """
    sure = [one for met in ("met", "credited") for one in found.get(met, ()) if one in built]
    found = {
        key: tuple(
            one
            for one in levels
            if key == "not_met" or one in built or not any(one[:-1] == other[:-1] for other in sure)
        )
        for key, levels in found.items()
    }
    over = [one for met in ("met", "credited") for one in found.get(met, ())]
    kept = {
        key: tuple(
            one
            for one in levels
            if key != "not_met" or not any(one[:-1] == top[:-1] and one < top for top in over)
        )
        for key, levels in found.items()
    }
    return {key: levels for key, levels in kept.items() if levels}
