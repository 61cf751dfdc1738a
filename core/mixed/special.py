"""Claims and their conditions: the person's impact on the job, interdisciplinary positions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from core.law.rules import Condition, Question, opposite
from core.mixed.inputs import Impact, Interdisciplinary
from core.mixed.results import Claim
from core.mixed.rules import cite

Row = tuple[str, bool | None, str, str]
"""A condition: its field, whether it holds, what it says, and the code of its rule."""

_IMPACT: Final = (
    (
        "materially_different",
        "the performance of this person makes the job materially different",
        "impact-different",
    ),
    ("endorsed", "management recognizes and endorses the duties", "impact-conditions"),
    (
        "continuing",
        "the work environment lets the work go on at that level",
        "impact-conditions",
    ),
    ("described", "the position description states the higher duties", "impact-conditions"),
    (
        "by_standards",
        "the grade rests on the criteria of standards and not on comparing jobs",
        "impact-conditions",
    ),
    (
        "qualifications_required",
        "the special qualifications are required to do the duties",
        "impact-conditions",
    ),
)
_LEAST_SERIES: Final = 2


def impact_claim(impact: Impact, number: int) -> Claim:
    """Return whether the impact of the person on one kind of work is recognized.

    Every condition has to hold (The Classifier's Handbook, pp. 40-41).

    Args:
        impact: the claim.
        number: its place in the list, from 1, for the fields of its questions.
    """
    rows = tuple((name, getattr(impact, name), text, code) for name, text, code in _IMPACT)
    about = f"impact of the person on {impact.work}"
    return claimed(about, rows, f"impact[{number}]", "impact", "is recognized")


def interdisciplinary_claim(claim: Interdisciplinary) -> Claim:
    """Return whether a position is interdisciplinary (Introduction, Section III.L, p. 19)."""
    predominant = True if claim.broad_recruiting else opposite(claim.predominates)
    rows: tuple[Row, ...] = (
        (
            "series",
            len(set(claim.series)) >= _LEAST_SERIES,
            "the work lies close to two or more series",
            "interdisciplinary",
        ),
        (
            "professional",
            claim.professional,
            "the series are professional",
            "interdisciplinary-professional",
        ),
        (
            "kind",
            None if claim.kind is None else True,
            "it combines the knowledges of several professions, or needs knowledge of either",
            "interdisciplinary",
        ),
        (
            "compatible",
            claim.compatible,
            "the disciplines fit together and share a core of education and experience",
            "interdisciplinary-compatible",
        ),
        (
            "predominates",
            predominant,
            "no series predominates, or recruiting is not to be limited to one discipline",
            "interdisciplinary-predominant",
        ),
        (
            "team_of_single_disciplines",
            opposite(claim.team_of_single_disciplines),
            "it is not one of a team whose members each bring one discipline",
            "interdisciplinary-not",
        ),
        (
            "licensed",
            opposite(claim.licensed),
            "no special license is required",
            "interdisciplinary-not",
        ),
        (
            "single_series",
            opposite(claim.single_series),
            "it does not belong clearly to one series alone",
            "interdisciplinary-not",
        ),
        (
            "described",
            claim.described,
            "the description says that it is interdisciplinary and names the series",
            "interdisciplinary-final",
        ),
    )
    about = "claim that the position is interdisciplinary"
    return claimed(about, rows, "interdisciplinary", "interdisciplinary", "holds")


def claimed(about: str, rows: Sequence[Row], field: str, code: str, verb: str) -> Claim:
    """Return a claim decided by its conditions: all of them have to hold.

    Args:
        about: what is claimed, as the subject of a sentence without its article.
        rows: the conditions.
        field: the part of the input they stand in, for the questions.
        code: the rule the claim stands on while no condition fails.
        verb: what becomes of the claim when it holds, such as ``"is recognized"``.
    """
    conditions = tuple(
        Condition(name=name, holds=holds, text=text, rules=(rule,))
        for name, holds, text, rule in rows
    )
    failing = [one for one in conditions if one.holds is False]
    unknown = [one for one in conditions if one.holds is None]
    if failing:
        said = "; ".join(one.text for one in failing)
        reason = f"The {about} fails, because this does not hold: {said}."
        return Claim(
            about=about,
            holds=False,
            conditions=conditions,
            reason=reason,
            citation=cite(failing[0].rules[0]),
        )
    if unknown:
        said = "; ".join(one.text for one in unknown)
        return Claim(
            about=about,
            holds=None,
            conditions=conditions,
            reason=f"The {about} cannot be decided until it is known whether {said}.",
            citation=cite(code),
            questions=tuple(
                Question(field=f"{field}.{one.name}", text=f"Is it so that {one.text}?")
                for one in unknown
            ),
        )
    return Claim(
        about=about,
        holds=True,
        conditions=conditions,
        reason=f"The {about} {verb}: every condition is stated to hold.",
        citation=cite(code),
    )
