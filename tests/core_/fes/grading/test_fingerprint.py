"""A case's fingerprint: what changes it, and what does not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from core.errors import StandardError
from core.fes.grading import evaluate_case
from core.model import Case, Classification, Finding, Offset
from tests.core_.scoring import evaluate_total

FINDINGS = (
    Finding(aspect="2-4.review", answer="not_met"),
    Finding(aspect="2-5.responsibility", answer="met"),
    Finding(aspect="2-5.assignment", answer="met"),
    Finding(aspect="2-4.assignment", answer="not_met"),
    Finding(aspect="2-5.review", answer="met"),
)
CLAIM = Offset(
    shortfall="2-4.review", balanced_by="2-5.responsibility", reason="As weighty.", by="one"
)


def fingerprint(case: Case) -> str:
    return evaluate_case(case).evaluation.fingerprint


@pytest.fixture
def case(levels: dict[str, str]) -> Case:
    return Case(
        title="x",
        levels=levels,
        sought={"2": "2-5", "3": "3-4"},
        findings=FINDINGS[:3],
        offsets=(CLAIM,),
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda case: {"sought": {"2": "2-5"}},
        lambda case: {"sought": {"2": "2-5", "3": "3-5"}},
        lambda case: {"sought": {}},
        lambda case: {"levels": {**case.levels, "9": "9-2"}},
        lambda case: {"findings": case.findings[:2]},
        lambda case: {"offsets": ()},
        lambda case: {"offsets": (CLAIM.model_copy(update={"reason": "Weightier."}),)},
        lambda case: {"offsets": (CLAIM.model_copy(update={"by": "another"}),)},
        lambda case: {"offsets": (CLAIM.model_copy(update={"balanced_by": "2-5.assignment"}),)},
        lambda case: {"as_of": date(2014, 8, 20)},
    ],
)
def test_what_decides_a_case_changes_its_fingerprint(
    case: Case, change: Callable[[Case], dict[str, object]]
) -> None:
    other = case.model_copy(update=change(case))
    assert fingerprint(other) != fingerprint(case)


@pytest.mark.parametrize(
    "change",
    [
        {"title": "another"},
        {"organization": "An office"},
        {"findings": FINDINGS[2::-1]},
        {"sought": {"3": "3-4", "2": "2-5"}},
        {"current": Classification(series="0343")},
    ],
)
def test_what_decides_nothing_leaves_it(case: Case, change: dict[str, object]) -> None:
    assert fingerprint(case.model_copy(update=change)) == fingerprint(case)


def test_offsets_in_any_order_are_one_case(levels: dict[str, str]) -> None:
    other = Offset(shortfall="3-3.guides", balanced_by="3-4.judgment", reason="As weighty.")
    findings = (
        *FINDINGS[:2],
        Finding(aspect="3-3.guides", answer="not_met"),
        Finding(aspect="3-4.judgment", answer="met"),
    )
    both = Case(title="x", levels=levels, findings=findings, offsets=(CLAIM, other))
    turned = both.model_copy(update={"offsets": (other, CLAIM)})
    assert fingerprint(both) == fingerprint(turned)


def test_the_series_counts_where_it_changes_what_is_said(levels: dict[str, str]) -> None:
    def series(code: str, **change: str) -> str:
        current = Classification(series=code)
        return fingerprint(Case(title="x", levels={**levels, **change}, current=current))

    # 2,755 points are borderline, and the typical patterns depend on the series.
    assert len({series("0343", **{"2": "2-5"}), series("0318", **{"2": "2-5"})}) == 2
    # 2,555 points are not.
    assert series("0343") == series("0318") == series("")
    # GS-8 is even, which is said of two-grade interval series only.
    even = {"1": "1-6", "2": "2-3", "3": "3-3", "4": "4-3", "5": "5-2", "6": "6-2", "7": "7-2"}
    assert series("0343", **even) != series("0318", **even)
    assert series("0318", **even) == series("", **even)


def test_requested_and_current_series_count_in_any_order(levels: dict[str, str]) -> None:
    one, other = Classification(series="0343"), Classification(series="0080")
    first = Case(title="x", levels={**levels, "2": "2-5"}, current=one, requested=other)
    second = first.model_copy(update={"current": other, "requested": one})
    assert fingerprint(first) == fingerprint(second)


def test_the_edition_is_the_one_in_force_on_the_date(levels: dict[str, str]) -> None:
    early = date(1970, 1, 1)
    with pytest.raises(StandardError):
        evaluate_total("fes-primary", 2555, early)
    with pytest.raises(StandardError):
        evaluate_case(Case(title="x", levels=levels, as_of=early))
    dated = evaluate_case(Case(title="x", levels=levels, as_of=date(2014, 8, 20))).evaluation
    assert "in force on 2014-08-20" in dated.derivation[0].text
    total = evaluate_total("fes-primary", 2555, date(2014, 8, 20))
    assert "in force on 2014-08-20" in total.derivation[0].text
