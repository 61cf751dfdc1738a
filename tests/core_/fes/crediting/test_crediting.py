"""The ladder: when findings raise a level, lower it, or leave a question open."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import LevelError
from core.fes.crediting.ladder import Credited, credit_case
from core.fes.grading import evaluate_case
from core.fes.opened import open_case
from core.model import Answer, Case, Finding
from core.standards.reading import load_standard
from tests.core_.conftest import WORKED
from tests.core_.required import requirements

STANDARD = load_standard("fes-primary", WORKED)
BASE = {
    str(number): level
    for number, level in enumerate(
        ("1-7", "2-4", "3-3", "4-4", "5-3", "6-3", "7-3", "8-2", "9-1"), 1
    )
}
ANSWERS: tuple[Answer, ...] = ("met", "not_met", "exceeded", "unknown")


def case(answers: dict[str, Answer], sought: dict[str, str] | None = None, **levels: str) -> Case:
    return Case(
        title="x",
        levels={**BASE, **{key.removeprefix("f"): level for key, level in levels.items()}},
        sought=sought or {},
        findings=tuple(Finding(aspect=a, answer=answer) for a, answer in answers.items()),
    )


def credit(factor: int, one: Case) -> Credited:
    return next(credited for credited in credit_case(open_case(one)) if credited.factor == factor)


def test_without_findings_the_levels_of_record_stand() -> None:
    for credited in credit_case(open_case(case({}))):
        assert credited.level == BASE[str(credited.factor)]
        assert not credited.in_dispute
        assert "of record stands" in credited.reason
        assert credited.citation.page == "10"
        assert "Handbook" in credited.citation.document
        assert ("Section III.B", "8") in [(c.section, c.page) for c in credited.also]


def test_every_significant_aspect_met_earns_the_level() -> None:
    answers: dict[str, Answer] = {
        "2-5.assignment": "met",
        "2-5.responsibility": "exceeded",
        "2-5.review": "met",
    }
    got = credit(2, case(answers, {"2": "2-5"}))
    assert (got.level, got.level_of_record, got.sought) == ("2-5", "2-4", "2-5")
    assert set(got.deciding) == set(answers)
    assert got.open_questions == ()


@pytest.mark.parametrize("missing", ["2-5.assignment", "2-5.responsibility", "2-5.review"])
@pytest.mark.parametrize("how", ["unknown", None])
def test_an_aspect_not_answered_leaves_the_level_uncredited(
    missing: str, how: Answer | None
) -> None:
    answers: dict[str, Answer] = dict.fromkeys(
        ["2-5.assignment", "2-5.responsibility", "2-5.review"], "met"
    )
    del answers[missing]
    if how is not None:
        answers[missing] = how
    got = credit(2, case(answers, {"2": "2-5"}))
    assert got.level == "2-4"
    assert got.open_questions == (missing,)
    assert missing in got.reason
    assert got.deciding == ()


def test_one_aspect_not_met_refuses_the_level_and_leaves_nothing_open() -> None:
    got = credit(2, case({"2-5.review": "not_met", "2-5.assignment": "met"}, {"2": "2-5"}))
    assert got.level == "2-4"
    assert got.deciding == ("2-5.review",)
    assert got.open_questions == ()
    assert "refused" in got.reason


def test_exceeding_never_raises() -> None:
    answers: dict[str, Answer] = dict.fromkeys(
        ["2-4.assignment", "2-4.responsibility", "2-4.review"], "exceeded"
    )
    assert credit(2, case(answers)).level == "2-4"


def test_a_level_between_must_be_met_first() -> None:
    above: dict[str, Answer] = {"3-5.guides": "met", "3-5.judgment": "met"}
    got = credit(3, case(above, {"3": "3-5"}))
    assert got.level == "3-3"
    assert got.open_questions == ("3-4.guides", "3-4.judgment")
    between: dict[str, Answer] = {"3-4.guides": "met", "3-4.judgment": "met"}
    assert credit(3, case({**above, **between}, {"3": "3-5"})).level == "3-5"


def test_a_level_is_not_compared_before_the_one_below_is_met() -> None:
    got = credit(5, case({"5-4.scope": "not_met", "5-5.scope": "met"}, {"5": "5-5"}))
    assert (got.level, got.deciding) == ("5-3", ("5-4.scope",))
    assert "Level 5-5 is not compared" in got.reason


def test_part_of_the_way_up_with_a_refusal_above() -> None:
    answers: dict[str, Answer] = {
        "3-4.guides": "met",
        "3-4.judgment": "met",
        "3-5.guides": "not_met",
    }
    got = credit(3, case(answers, {"3": "3-5"}))
    assert (got.level, got.deciding, got.open_questions) == ("3-4", ("3-5.guides",), ())


def test_an_open_level_below_a_refused_one_stays_open() -> None:
    got = credit(3, case({"3-5.guides": "not_met"}, {"3": "3-5"}))
    assert got.level == "3-3"
    assert got.open_questions == ("3-4.guides", "3-4.judgment")
    assert "Level 3-5 is found not met" in got.reason


def test_a_shortfall_at_the_level_of_record_lowers_it() -> None:
    got = credit(2, case({"2-4.review": "not_met"}, {"2": "2-5"}))
    assert (got.level, got.deciding) == ("2-3", ("2-4.review",))
    assert "Level 2-5 is not compared" in got.reason


def test_a_shortfall_further_down_lowers_to_beneath_it() -> None:
    got = credit(2, case({"2-3.review": "not_met"}))
    assert (got.level, got.deciding) == ("2-2", ("2-3.review",))


def test_the_lowest_level_cannot_be_lost() -> None:
    got = credit(9, case({"9-1.risks": "not_met"}))
    assert got.level == "9-1"
    assert "no level beneath" in got.reason
    assert got.in_dispute


def test_an_aspect_that_is_not_significant_decides_nothing() -> None:
    met: dict[str, Answer] = {
        "3-4.guides": "met",
        "3-4.judgment": "met",
        "3-5.guides": "met",
        "3-5.judgment": "met",
    }
    assert credit(3, case({**met, "3-5.authority": "not_met"}, {"3": "3-5"})).level == "3-5"
    assert credit(8, case({"8-2.abilities": "not_met"})).level == "8-2"


def test_the_latest_finding_counts() -> None:
    both = (
        Finding(aspect="2-4.review", answer="not_met"),
        Finding(aspect="2-4.review", answer="met"),
    )
    one = case({}).model_copy(update={"findings": both})
    assert credit(2, one).level == "2-4"
    assert credit(2, one.model_copy(update={"findings": both[::-1]})).level == "2-3"


def test_one_alternative_suffices() -> None:
    got = credit(1, case({"1-8.policy": "met", "1-8.profession": "not_met"}, {"1": "1-8"}))
    assert (got.level, got.deciding) == ("1-8", ("1-8.policy",))
    got = credit(6, case({"6-2.outside": "met", "6-2.essential": "met"}, {"6": "6-2"}, f6="6-1"))
    assert got.level == "6-2"


def test_alternatives_are_refused_only_together() -> None:
    two: dict[str, Answer] = {"1-8.policy": "not_met", "1-8.profession": "not_met"}
    got = credit(1, case(two, {"1": "1-8"}))
    assert (got.level, got.open_questions) == ("1-7", ("1-8.equivalent",))
    got = credit(1, case({**two, "1-8.equivalent": "not_met"}, {"1": "1-8"}))
    assert (got.level, set(got.deciding)) == ("1-7", {*two, "1-8.equivalent"})


def test_a_level_of_record_may_come_to_rest_on_an_alternative() -> None:
    got = credit(1, case({"1-7.profession": "not_met"}))
    assert got.level == "1-7"
    assert got.open_questions == ("1-7.technical", "1-7.equivalent")
    everything: dict[str, Answer] = dict.fromkeys(
        ["1-7.profession", "1-7.technical", "1-7.equivalent"], "not_met"
    )
    assert credit(1, case(everything)).level == "1-6"


def test_findings_may_earn_more_than_was_asked() -> None:
    answers: dict[str, Answer] = dict.fromkeys(
        ["2-5.assignment", "2-5.responsibility", "2-5.review"], "met"
    )
    assert credit(2, case(answers)).level == "2-5"


def test_a_case_without_all_levels_is_refused() -> None:
    one = case({}).model_copy(update={"levels": {"1": "1-7"}})
    with pytest.raises(LevelError, match="no level is given"):
        credit_case(open_case(one))


@given(
    st.dictionaries(
        st.sampled_from([a.id for f in STANDARD.factors for lv in f.levels for a in lv.aspects]),
        st.sampled_from(ANSWERS),
        max_size=12,
    )
)
def test_what_is_credited_is_always_met_rung_by_rung(answers: dict[str, Answer]) -> None:
    """The rule said the other way round: nothing above record without every rung met."""
    for credited, factor in zip(
        credit_case(open_case(case(answers))), STANDARD.factors, strict=True
    ):
        names = [level.level for level in factor.levels]
        start, reached = names.index(credited.level_of_record), names.index(credited.level)
        for level in factor.levels[start + 1 : reached + 1]:
            for group in requirements(level):
                assert any(answers.get(a.id) in ("met", "exceeded") for a in group)
        for level in factor.levels[1 : min(start, reached) + 1]:
            for group in requirements(level):
                assert any(answers.get(a.id) != "not_met" for a in group)


def test_no_answer_at_record_level_but_a_refusal_ever_changes_the_grade() -> None:
    aspects = ["2-4.assignment", "2-4.responsibility", "2-4.review"]
    for combination in product(ANSWERS, repeat=3):
        answers = dict(zip(aspects, combination, strict=True))
        expected = "2-3" if "not_met" in combination else "2-4"
        assert credit(2, case(answers)).level == expected


def test_the_derivation_tells_what_was_in_dispute_before_the_points() -> None:
    one = case({"2-5.review": "not_met"}, {"2": "2-5", "4": "4-5"})
    evaluation = evaluate_case(one).evaluation
    rules = [step.rule for step in evaluation.derivation]
    assert rules[:3] == ["edition", "crediting", "crediting"]
    assert rules.count("points") == 9
    assert "2-5.review" in evaluation.derivation[1].text
    assert "4-5.nature" in evaluation.derivation[2].text
    assert evaluation.grade == "GS-11"


def test_findings_that_contradict_each_other_are_pointed_out() -> None:
    one = case({"2-4.review": "not_met", "2-5.review": "met"})
    scored = evaluate_case(one)
    assert next(c for c in scored.credits if c.factor == 2).level == "2-3"
    (told,) = [f for f in scored.evaluation.findings if f.code == "findings-contradict"]
    assert "2-4.review" in told.message
    assert "2-5.review" in told.message
    agreeing = case({"2-4.review": "met", "2-5.review": "not_met"})
    codes = [f.code for f in evaluate_case(agreeing).evaluation.findings]
    assert "findings-contradict" not in codes
