"""An evaluation in words: its factors, the margin and what changed.

Nothing is computed here that the core has not computed, and no screen is loaded: the figures can
be told before there is one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from assistant.text import capital, one_line
from core.model import Case, Evaluation, Severity

_LONG_NAMES = (" required by the position",)
_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Row:
    """One factor as shown: ``previous`` is the level before the last change, or empty."""

    number: str
    name: str
    level: str
    points: int
    sought: str = ""
    previous: str = ""


def short_name(name: str) -> str:
    """Return a factor's name short enough for a column."""
    name = one_line(name)
    for tail in _LONG_NAMES:
        if name.lower().endswith(tail):
            name = name[: -len(tail)]
    return capital(name.lower())


def rows(
    evaluation: Evaluation, case: Case | None = None, previous: Evaluation | None = None
) -> list[Row]:
    """Return the factors of an evaluation in its order.

    A level sought is given only where it differs from the level credited.
    """
    sought = dict(case.sought) if case is not None else {}
    before = {str(f.factor): f.level for f in previous.factors} if previous else {}
    result = []
    for factor in evaluation.factors:
        number = str(factor.factor)
        wanted = sought.get(number, "")
        old = before.get(number, factor.level)
        result.append(
            Row(
                number=one_line(number),
                name=short_name(factor.name),
                level=one_line(factor.level),
                points=factor.points,
                sought=one_line(wanted) if wanted != factor.level else "",
                previous=one_line(old) if old != factor.level else "",
            )
        )
    return result


def margin_sentence(evaluation: Evaluation) -> str:
    """Return where the total stands within its grade."""
    margin = evaluation.margin
    grade = one_line(evaluation.grade)
    text = f"{margin.above_floor:,} points above the {grade} floor"
    if margin.next_grade is None or margin.to_next is None:
        return f"{text} · the highest grade of the table"
    return f"{text} · {margin.to_next:,} to {one_line(margin.next_grade)}"


def warning_sentence(evaluation: Evaluation) -> str:
    """Return how many errors, warnings and notes the evaluation carries, or an empty text."""
    counts = Counter(finding.severity for finding in evaluation.findings)
    parts = [
        f"{counts[severity]} {severity}{'' if counts[severity] == 1 else 's'}"
        for severity in _SEVERITIES
        if counts[severity]
    ]
    return ", ".join(parts)


def change_sentence(previous: Evaluation | None, evaluation: Evaluation) -> str:
    """Return what the last change did, or an empty text when nothing moved."""
    if previous is None:
        return ""
    parts = [
        f"factor {row.number} was {row.previous}"
        for row in rows(evaluation, previous=previous)
        if row.previous
    ]
    difference = evaluation.total - previous.total
    if difference:
        parts.append(f"total {difference:+,}")
    if previous.grade != evaluation.grade:
        parts.append(f"grade was {one_line(previous.grade)}")
    return "* changed: " + ", ".join(parts) if parts else ""
