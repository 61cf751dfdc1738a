"""What a person who thinks of appealing must know, each fact with its source.

:data:`FIRST_FACTS` is the short form for someone who has stated nothing yet; the remarks beside
an answer to stated facts say what an appeal can cost, what it means for others and what else
applies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from core.law import ProcedureRule, deciding, gather, rule
from core.model import Frozen

if TYPE_CHECKING:
    from core.appeals.facts import AppealFacts
    from core.appeals.issues import IssueRuling
    from core.model import Evaluation

FIRST_FACTS: Final[tuple[ProcedureRule, ...]] = gather(
    ("odds", "risk", "forum", "time", "position-description", "contents")
)
"""The facts of procedure in the order a person needs them."""

COMPARISON_BARRED: Final = rule("comparison")
CONSISTENCY_ROUTE: Final = rule("consistency-route")


class Remark(Frozen):
    """One thing to know: what an appeal can cost, what it means for others, what else applies."""

    code: str
    text: str
    rules: tuple[str, ...]


def risks(
    facts: AppealFacts, issues: tuple[IssueRuling, ...], evaluation: Evaluation | None
) -> tuple[Remark, ...]:
    """Say what an appeal can cost."""
    if not any(ruling.verdict in ("appealable", "undetermined") for ruling in issues):
        return ()
    found = []
    if facts.pay_system == "gs":
        found += [_remark("odds"), _remark("risk"), _remark("final")]
    found.append(_remark("duties-stay-with-agency"))
    if facts.pay_system == "gs":
        found.append(_remark("no-back-pay"))
    if evaluation is not None:
        margin = evaluation.margin
        found.append(
            Remark(
                code="margin",
                text=f"The credited levels total {evaluation.total:,} points, "
                f"{margin.above_floor:,} above the lowest total of {evaluation.grade}: a loss "
                f"of more than {margin.above_floor:,} points lowers the grade.",
                rules=("risk",),
            )
        )
    return tuple(found)


def others(facts: AppealFacts) -> tuple[Remark, ...]:
    """Say what a decision means for the holders of like positions."""
    found = [_remark("effect-on-others")]
    if facts.opm_decision is not None and facts.opm_decision.consistency_letter is not None:
        found.append(_remark("consistency-report"))
    return tuple(found)


def also(facts: AppealFacts, issues: tuple[IssueRuling, ...]) -> tuple[Remark, ...]:
    """Return what else applies: other rights, the record, cancellation, a pending certificate."""
    if not any(ruling.verdict in ("appealable", "undetermined") for ruling in issues):
        return ()
    if facts.pay_system == "fws":
        return (_remark("fws-effective"),)
    codes = ["other-rights", "record-open", "cancellation"]
    if facts.opm_decision is not None:
        codes += ["appeal-does-not-delay", "suspension", "temporary-compliance"]
    return tuple(_remark(code) for code in codes)


def _remark(code: str) -> Remark:
    return Remark(code=code, text=deciding(code).text, rules=(code,))
