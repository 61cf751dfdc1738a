"""What to ask next: only what could change a level, the most decisive first."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.fes.crediting.ladder import credit_case
from core.fes.crediting.questions import Question
from core.fes.grading import evaluate_case
from core.fes.opened import open_case
from core.fes.points import rate_levels
from core.model import Answer, Case, Finding
from core.standards.reading import load_standard
from tests.core_.conftest import WORKED

BASE = {
    str(number): level
    for number, level in enumerate(
        ("1-7", "2-4", "3-3", "4-4", "5-3", "6-3", "7-3", "8-2", "9-1"), 1
    )
}


def case(answers: dict[str, Answer], sought: dict[str, str] | None = None, **levels: str) -> Case:
    return Case(
        title="x",
        levels={**BASE, **{key.removeprefix("f"): level for key, level in levels.items()}},
        sought=sought or {},
        findings=tuple(Finding(aspect=a, answer=answer) for a, answer in answers.items()),
    )


def asked(one: Case) -> list[str]:
    return [question.aspect for question in evaluate_case(one).questions]


def test_nothing_is_asked_when_nothing_is_in_dispute() -> None:
    assert asked(case({})) == []


def test_the_one_answer_that_decides_the_grade_comes_first() -> None:
    # 2,555 points: 2-5 brings 200 and GS-12; 4-5 and 5-4 bring 100 and 75 and no grade alone.
    answers: dict[str, Answer] = {"2-5.assignment": "met", "2-5.responsibility": "met"}
    one = case(answers, {"2": "2-5", "4": "4-5", "5": "5-4"})
    first, *rest = evaluate_case(one).questions
    assert first.aspect == "2-5.review"
    assert (first.decisive, first.answers_to_level, first.level_then) == ("met", 1, "2-5")
    assert (first.answers_to_grade, first.grade_then) == (1, "GS-12")
    assert first.why == "Found met, Level 2-5 is credited and the grade becomes GS-12."
    assert first.citation.page == "47"
    assert "Level 2-5" in first.citation.section
    assert rest
    assert all(q.answers_to_grade is None or q.answers_to_grade > 1 for q in rest)


def test_fewer_answers_come_before_more_points() -> None:
    # 3-4 takes two answers and brings 175 points, 4-4 with one left open 75: no grade by either.
    answers: dict[str, Answer] = {"4-4.nature": "met", "4-4.decisions": "met"}
    one = case(answers, {"3": "3-4", "4": "4-4"}, f4="4-3")
    questions = evaluate_case(one).questions
    assert [q.answers_to_grade for q in questions] == [None] * 3
    assert [q.answers_to_level for q in questions] == [1, 2, 2]
    assert questions[0].factor == 4


def test_an_alternative_that_is_settled_is_not_asked() -> None:
    assert asked(case({"1-8.policy": "met"}, {"1": "1-8"})) == []
    assert set(asked(case({"1-8.policy": "not_met"}, {"1": "1-8"}))) == {
        "1-8.profession",
        "1-8.equivalent",
    }


def test_a_level_refused_closes_what_is_open_beside_and_above_it() -> None:
    assert asked(case({"3-4.guides": "not_met"}, {"3": "3-5"})) == []
    below = case({"3-5.guides": "not_met"}, {"3": "3-5"})
    assert set(asked(below)) == {"3-4.guides", "3-4.judgment"}


def test_what_was_left_unknown_at_a_level_held_is_asked() -> None:
    scored = evaluate_case(case({"2-4.review": "unknown"}))
    (question,) = scored.questions
    assert (question.aspect, question.decisive) == ("2-4.review", "not_met")
    assert (question.answers_to_level, question.level_then) == (1, "2-3")
    # 2,555 less 175 is 2,380, still GS-11.
    assert question.answers_to_grade is None
    assert next(c for c in scored.credits if c.factor == 2).open_questions == ("2-4.review",)


def test_a_level_held_can_cost_the_grade() -> None:
    (question,) = evaluate_case(case({"1-7.equivalent": "unknown"}, f1="1-7")).questions
    assert question.answers_to_level == 3
    assert (question.answers_to_grade, question.grade_then) == (3, "GS-10")
    (question,) = evaluate_case(case({"5-3.scope": "unknown"}, f4="4-3", f2="2-4")).questions
    assert question.level_then == "5-2"


def test_unknown_beside_a_met_alternative_is_no_question() -> None:
    assert asked(case({"1-7.technical": "unknown", "1-7.profession": "met"})) == []


def test_questions_do_not_depend_on_the_order_of_findings() -> None:
    answers: dict[str, Answer] = {"2-5.assignment": "met", "3-4.guides": "met", "4-5.nature": "met"}
    sought = {"2": "2-5", "3": "3-4", "4": "4-5"}
    turned = dict(reversed(answers.items()))
    assert asked(case(answers, sought)) == asked(case(turned, sought))


# --- against a second, plain computation -------------------------------------------------

STANDARD = load_standard("fes-primary", WORKED)
IDS = [
    aspect.id
    for factor in STANDARD.factors[1:5]
    for level in factor.levels[2:5]
    for aspect in level.aspects
]


def soonest(one: Case, questions: tuple[Question, ...], aspect: str, what: str) -> int | None:
    """Try every set of answers to the open questions, smallest first, with this one in it."""
    decisive: dict[str, Answer] = {q.aspect: q.decisive for q in questions}
    factor = aspect.partition("-")[0]

    def outcome(answered: tuple[str, ...]) -> str:
        found = tuple(Finding(aspect=a, answer=decisive[a]) for a in answered)
        after = credit_case(open_case(one.model_copy(update={"findings": one.findings + found})))
        if what == "grade":
            return rate_levels("fes-primary", {str(c.factor): c.level for c in after}).grade
        return next(c.level for c in after if str(c.factor) == factor)

    before = outcome(())
    others = [a for a in decisive if a != aspect]
    if what == "level":
        others = [a for a in others if a.partition("-")[0] == factor]
    for size in range(len(others) + 1):
        for chosen in combinations(others, size):
            if outcome((*chosen, aspect)) not in (before, outcome(chosen)):
                return size + 1
    return None


HELD_AND_RAISED: dict[str, Answer] = {
    "2-3.assignment": "met",
    "2-3.responsibility": "met",
    "2-3.review": "met",
    "2-4.assignment": "unknown",
    "5-3.scope": "unknown",
}
"""Level 5-3 lost changes the grade only beside answers that would have raised it to 5-4."""


@settings(max_examples=20)
@example(HELD_AND_RAISED, {"5": "up"}, {**BASE, "1": "1-6"})
@given(
    st.dictionaries(
        st.sampled_from(IDS), st.sampled_from(["met", "not_met", "unknown"]), max_size=7
    ),
    st.dictionaries(st.sampled_from(["2", "4", "5"]), st.just("up"), max_size=2),
    st.sampled_from([BASE, {**BASE, "1": "1-6"}, {**BASE, "2": "2-3", "8": "8-1"}]),
)
def test_the_counts_are_those_of_trying_everything(
    answers: dict[str, Answer], raised: dict[str, str], levels: dict[str, str]
) -> None:
    names = {str(f.factor): [lv.level for lv in f.levels] for f in STANDARD.factors}
    sought = {key: names[key][names[key].index(levels[key]) + 1] for key in raised}
    one = case(answers, sought).model_copy(update={"levels": levels})
    scored = evaluate_case(one)
    open_questions = {a for c in scored.credits for a in c.open_questions}
    assert {q.aspect for q in scored.questions} <= open_questions
    keys = [
        (q.answers_to_grade is None, q.answers_to_grade or 0, q.answers_to_level)
        for q in scored.questions
    ]
    assert keys == sorted(keys)
    if len(scored.questions) > 5:
        return
    for question in scored.questions:
        assert question.answers_to_level == soonest(one, scored.questions, question.aspect, "level")
        assert question.answers_to_grade == soonest(one, scored.questions, question.aspect, "grade")


@pytest.mark.parametrize("answer", ["met", "exceeded"])
def test_answering_takes_a_question_off_the_list(answer: Answer) -> None:
    one = case({}, {"2": "2-5"})
    first = evaluate_case(one).questions[0]
    after = one.model_copy(update={"findings": (Finding(aspect=first.aspect, answer=answer),)})
    assert first.aspect not in asked(after)
    assert len(asked(after)) == len(asked(one)) - 1
