"""The supervisory guide and an evaluation with it as models; scoring needs plain data only."""

from __future__ import annotations

from datetime import date

from core.model import Citation, FactorScore, Frozen, Margin, Notice, Step
from core.standards.model import Standard
from core.standards.supervisory import supervisory_standard
from core.supervisory.evaluation import supervisory_data
from core.supervisory.guide import load_guide
from core.supervisory.inputs import SupervisoryRequest


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


def evaluate_supervisory(request: SupervisoryRequest) -> SupervisoryEvaluation:
    """Evaluate a position with the supervisory guide.

    Raises:
        LevelError, CaseError, StandardError: as
            :func:`core.supervisory.evaluation.supervisory_data`.
    """
    return SupervisoryEvaluation.model_validate(supervisory_data(request))


def guide_standard(as_of: date | None = None) -> Standard:
    """Return the edition in force with the digests of its levels, for reading and crediting.

    Raises:
        StandardError: as :func:`core.supervisory.guide.load_guide`.
    """
    return supervisory_standard(load_guide(as_of).data)
