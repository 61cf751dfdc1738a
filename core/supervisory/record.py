"""What an evaluation writes down on its way: steps, findings and what stays undetermined."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.fes.derivation import StepPiece
    from core.model import CitationData, NoticeData


@dataclass(frozen=True, slots=True)
class Undetermined:
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
        """Add a step of the derivation."""
        self.steps.append((rule, text, citation))

    def tell(self, code: str, severity: str, message: str, citation: CitationData) -> None:
        """Add a finding the reader must know."""
        self.findings.append(
            {"code": code, "severity": severity, "message": message, "citation": citation}
        )
