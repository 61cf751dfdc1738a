"""What an evaluation writes down on its way: steps, findings and what stays undetermined.

With the words that grades and shares are written in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from core.fes.derivation import StepPiece
    from core.model import CitationData, NoticeData
    from core.supervisory.guide import Guide


class Undetermined(NamedTuple):
    """That the guide gives no grade, or not on the facts stated: a code, why, and where."""

    code: str
    reason: str
    citation: CitationData


@dataclass(slots=True)
class Record:
    """Steps and findings, in the order they are made."""

    steps: list[StepPiece] = field(default_factory=list)
    findings: list[NoticeData] = field(default_factory=list)

    def step(self, rule: str, text: str, citation: CitationData) -> None:
        self.steps.append((rule, text, citation))

    def tell(self, code: str, severity: str, message: str, citation: CitationData) -> None:
        """Add a finding the reader must know."""
        self.findings.append(
            {"code": code, "severity": severity, "message": message, "citation": citation}
        )


def not_covered(guide: Guide, why: str, code: str) -> Undetermined:
    """Return that the guide does not cover the position, and why."""
    why = why[:1].lower() + why[1:] if not why.startswith("Level") else why
    return Undetermined(
        "not-covered",
        f"The guide does not cover this position: {why}. Other standards grade its work.",
        guide.cite(code),
    )


def grades_text(grades: tuple[int, ...]) -> str:
    """Return the grades something may be, which follow on each other."""
    if len(grades) > 2:
        return f"GS-{grades[0]} to GS-{grades[-1]}"
    return " or ".join(f"GS-{grade}" for grade in grades)


def percent_text(share: Fraction) -> str:
    """Return a share in percent, cut and never rounded up: 24.96 reads 24.9, not 25."""
    tenths = share.numerator * 10 // share.denominator
    return f"{tenths // 10}.{tenths % 10}" if tenths % 10 else str(tenths // 10)
