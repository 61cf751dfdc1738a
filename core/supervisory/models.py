"""An evaluation with the supervisory guide, as a model."""

from __future__ import annotations

from core.model import Citation, FactorScore, Frozen, Margin, Notice, Step


class Adjustment(Frozen):
    """A change the guide makes to the grade of its chart.

    ``rule`` is ``base-plus-one`` or ``gs-9-base``, or both joined by "or" when the base grade
    is one of two and either leads to the same grade. For a full deputy it is the change made
    to the chief's duties.
    """

    rule: str
    chart_grade: str
    grade: str
    reason: str
    citation: Citation


class SupervisoryEvaluation(Frozen):
    """What the supervisory guide makes of a position.

    ``total`` is in points; it is None where the guide does not apply, where Factor 5 is not
    settled and for a deputy rated from the chief's grade alone. ``chart_grade`` is what the
    total converts to, ``grade`` the grade of the position. ``undetermined`` says why there is
    no grade: exactly one of the two is None. ``base_grade`` is None when it is not known.
    ``margin`` is there when the grade is the chart's.
    """

    standard: str
    edition: str
    total: int | None
    grade: str | None
    undetermined: str | None
    factors: tuple[FactorScore, ...]
    chart_grade: str | None
    adjustment: Adjustment | None
    base_grade: str | None
    margin: Margin | None
    findings: tuple[Notice, ...]
    derivation: tuple[Step, ...]
    fingerprint: str
