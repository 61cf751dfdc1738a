"""What a position missed in a decision: the totals that levels refused would have made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import grade_at, level_of, listed, primary
from assistant.chat.answering.named.decided.from_text import then
from assistant.chat.model import Answer
from assistant.text import escape
from index.language.late import pattern
from index.models import base_level

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question
    from core.standards.model import Standard
    from index.models import Decision

WHO = (
    r"(?:he|she|they|appellants?|employee|guy|man|woman|person|specialist|analyst|technician|"
    r"clerk|lady|fellow)"
)
"""Whom a decision is about, as people say it."""
ONE_MORE = pattern(
    r"\b(?:one|a single|another|just one) (?:more |higher |other )?level\b|"
    rf"\bif (?:{WHO}|opm|it) (?:had |'d )?(?:gotten|got|been|gave|given|credited|met)\b|"
    rf"\bhad (?:{WHO}|opm|it) (?:been )?(?:got\w*|giv\w*|credit\w*|met)\b|"
    rf"\bwhat would (?:it|{WHO}) have (?:taken|needed|cost)\b|\bwhat did {WHO} miss\b|"
    rf"\bwould (?:it|that|{WHO}|(?:level )?\d-\d)\b.{{0,20}}\bhave\b|"
    rf"\bcould (?:{WHO}|opm|they|it) have (?:kept|held|stayed|remained|gotten|got|been|given)\b|"
    r"\b(?:any|some|a) way\b.{0,20}\b(?:stay|keep|kept|remain|hold|get)\w*\b|"
    r"\bwas (?:an?|the|that|it)\b.{0,12}\b(?:ever )?possible\b|\bhave made a difference\b",
    re.IGNORECASE,
)
"""What asks for another end: "would one more level have saved him?"."""


def one_more(decision: Decision, question: Question, context: Context) -> Answer | None:
    """Return the totals that refused levels would have made, reckoned by the core.

    Each alone, or only the one that is named; and all that were asked for together.
    """
    total, standard = decision.total, primary(context)
    if total is None:
        return None
    rows = _alone(decision, total, standard)
    named = [row for row in rows if row[1] in question.levels]
    if not rows or (question.levels and not named):
        return None
    name, stood = escape(decision.told), grade_at(standard, total)
    rows = named or rows
    best = max(grade for _, _, grade in rows)
    helps = [level for _, level, grade in rows if stood is not None and grade > stood.grade]
    if helps:
        which = listed([f"Level {level}" for level in helps], "or")
        lead = f"**Yes: {which} alone would have made it GS-{best} in {name}.**"
    elif named:
        lead = f"**No: Level {named[0][1]} alone would still have made it GS-{best} in {name}.**"
    else:
        lead = f"**No single level refused in {name} would have raised the grade.**"
    told = "; ".join(f"with {level} {points:,} points, GS-{g}" for points, level, g in rows)
    together = "" if named else _together(decision, total, standard)
    return Answer(
        lead=f"{lead} It had {total:,} points; {told}.{together} "
        "Reckoned by the core from the points of the Primary Standard.",
        levels=tuple(level for _, level, _ in named)[:1],
        next=then(decision),
    )


def _alone(decision: Decision, total: int, standard: Standard) -> list[tuple[int, str, int]]:
    """Return the total and grade with each level refused or sought, the lowest total first."""
    rows = []
    for record in decision.factors:
        for level in sorted({base_level(o) for o in (*record.rejected, record.sought or "") if o}):
            more = _more(standard, level, record.credited)
            row = grade_at(standard, total + more)
            if more > 0 and row is not None:
                rows.append((total + more, level, row.grade))
    return sorted(rows)


def _more(standard: Standard, level: str, credited: str | None) -> int:
    """Return how many points a level has above the one credited; 0 where either is unknown."""
    made, held = level_of(standard, level), level_of(standard, base_level(credited or ""))
    return 0 if made is None or held is None else made[1].points - held[1].points


def _together(decision: Decision, total: int, standard: Standard) -> str:
    more = [
        points
        for record in decision.factors
        if record.sought and (points := _more(standard, record.sought, record.credited)) > 0
    ]
    row = grade_at(standard, total + sum(more))
    if len(more) < 2 or row is None:
        return ""
    return f" All levels asked for together: {total + sum(more):,} points, GS-{row.grade}."
