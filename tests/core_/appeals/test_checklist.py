"""The checklist of an appeal: what a case already holds, and what is settled before filing."""

from __future__ import annotations

import pytest

from core.appeals.advice import AppealAdvice, advise
from core.fes.grading import evaluate_case
from core.model import Case, Classification, Duty, Fact, PositionDescription
from tests.core_.appeals.stated import GS, WG, ask, facts

LEVELS = {
    str(n): level
    for n, level in enumerate(("1-7", "2-4", "3-3", "4-4", "5-3", "6-3", "7-3", "8-2", "9-1"), 1)
}


def case(**changes: object) -> Case:
    data: dict[str, object] = {"title": "A fictional case", "levels": LEVELS, **changes}
    return Case.model_validate(data)


def states(advice: AppealAdvice) -> dict[str, str]:
    return {item.code: item.state for item in advice.contents}


def to_do(advice: AppealAdvice, code: str) -> str:
    return next(item.to_do for item in advice.contents if item.code == code)


def test_an_empty_case_leaves_everything_to_do() -> None:
    advice = advise(facts(), case=case())
    found = states(advice)
    assert found["contents-current"] == "missing"
    assert found["contents-agency"] == "missing"
    assert found["contents-reasons"] == "missing"
    assert found["contents-representative"] == "not-needed"
    assert all(item.to_do for item in advice.contents if item.state != "not-needed")


def test_the_checklist_takes_from_the_case_what_it_holds() -> None:
    full = case(
        organization="Lock Readiness Office (fictional)",
        current=Classification(title="Specialist", series="9999", grade=11),
        requested=Classification(title="Specialist", series="9999"),
        position_description=PositionDescription(number="PD-1", adequate=False),
        duties=(Duty(title="Plans", text="Writes the plans."),),
        sought={"2": "2-5", "4": "4-5"},
        facts=(Fact(text="A delegation.", factor=2),),
    )
    advice = advise(facts(), case=full)
    found = states(advice)
    assert found["contents-current"] == "present"
    assert found["contents-requested"] == "partial"
    assert to_do(advice, "contents-requested") == "Add the requested grade."
    assert "PD-1" in to_do(advice, "contents-description")
    assert "inaccurate" in to_do(advice, "contents-description")
    assert found["contents-own-description"] == "partial"
    assert "what was done" in to_do(advice, "contents-own-description")
    assert to_do(advice, "contents-reasons") == "Give facts for Factor 4, tied to the standard."
    assert "Factor 2 (credited 2-4, sought 2-5)" in to_do(advice, "contents-disagreement")
    assert advice.do_first[0].holds is None


def test_an_accurate_description_needs_no_description_of_ones_own() -> None:
    advice = advise(facts("[position]\ndescription_accurate = true\n"))
    assert states(advice)["contents-own-description"] == "not-needed"
    assert advice.do_first[0].holds is True


def test_the_margin_at_risk_is_the_cores() -> None:
    position = case(sought={"2": "2-5"})
    evaluation = evaluate_case(position).evaluation
    risks = {
        risk.code: risk.text for risk in advise(facts(), case=position, evaluation=evaluation).risks
    }
    assert f"{evaluation.margin.above_floor:,} points above the" in risks["margin"]
    assert "85 percent" in risks["odds"]


@pytest.mark.parametrize(
    ("position", "holds", "said"),
    [
        ("description_accurate = true\n", True, "nothing to settle"),
        ("description_accurate = false\n", None, "Try first"),
        (
            "description_accurate = false\ntried_to_correct_description = false\n",
            False,
            "nobody has asked",
        ),
        (
            "description_accurate = false\ntried_to_correct_description = true\n",
            True,
            "Attach the proof",
        ),
        ("tried_to_correct_description = true\n", True, "Say whether"),
        ("", None, "Say whether"),
    ],
)
def test_an_inaccurate_description_is_settled_first(
    position: str, holds: bool | None, said: str
) -> None:
    found = ask(GS + f"[position]\n{position}").do_first[0]
    assert found.holds is holds
    assert said in found.text
    assert ask(WG).do_first == ()
