"""A case whose levels are not all known: what is scored, what stays possible, what is missing."""

from __future__ import annotations

from itertools import product

import pytest

from core.fes.grading import evaluate_case, evaluate_levels
from core.fes.opened import open_case
from core.fes.whatif.partial import PartialEvaluation, evaluate_partial, is_partial
from core.model import Case, Fact
from core.standards.catalog import load_table

LEVELS = {
    "1": "1-7", "2": "2-4", "3": "3-4", "4": "4-4", "5": "5-3",
    "6": "6-3", "7": "7-2", "8": "8-1", "9": "9-1",
}  # fmt: skip


def partial(levels: dict[str, str], **fields: object) -> PartialEvaluation:
    return evaluate_partial(open_case(Case.model_validate({"levels": levels, **fields})))


def test_one_fact_alone_scores_nothing_and_names_all_nine_factors() -> None:
    found = evaluate_partial(open_case(Case(facts=(Fact(text="I draft letters."),))))
    assert (found.points, found.total, found.grade) == (0, None, None)
    assert [one.field for one in found.missing] == [f"levels.{n}" for n in range(1, 10)]
    assert found.grades[0] == "GS-1"
    assert found.grades[-1] == "GS-15"


@pytest.mark.parametrize("gone", [("5",), ("2", "9"), ("6", "7")])
def test_the_possible_grades_are_those_of_every_way_to_complete_it(gone: tuple[str, ...]) -> None:
    known = {key: level for key, level in LEVELS.items() if key not in gone}
    found = partial(known)
    table = load_table("fes-primary", None)
    ways = product(*(table.by_factor[key].ladder() for key in gone))
    whole = [
        evaluate_levels("fes-primary", {**known, **dict(zip(gone, way, strict=True))})
        for way in ways
    ]
    assert set(found.grades) == {one.grade for one in whole}
    assert (found.lowest, found.highest) == (
        min(one.total for one in whole),
        max(one.total for one in whole),
    )
    assert {one.field for one in found.missing} == {f"levels.{key}" for key in gone}
    assert sum(one.points for one in found.factors) == found.points


def test_a_grade_that_no_open_factor_can_change_is_said() -> None:
    known = {key: level for key, level in LEVELS.items() if key not in ("8", "9")}
    found = partial(known)
    assert found.grade == "GS-11"
    assert found.grades == ("GS-11",)


def test_levels_known_are_credited_as_in_a_whole_case() -> None:
    finding = {"aspect": "2-4.review", "answer": "not_met"}
    whole = evaluate_case(Case.model_validate({"levels": LEVELS, "findings": [finding]}))
    known = {key: level for key, level in LEVELS.items() if key != "5"}
    found = partial(known, findings=[finding])
    by_factor = {one.factor: one.level for one in whole.credits}
    assert all(by_factor[one.factor] == one.level for one in found.credited)


def test_a_whole_case_is_not_partial() -> None:
    assert not is_partial(open_case(Case(levels=LEVELS)))
    assert is_partial(open_case(Case(levels={"1": "1-7"})))


def test_the_fingerprint_follows_what_is_known() -> None:
    some = partial({"1": "1-7"}).fingerprint
    assert some == partial({"1": "1-7"}, title="another title").fingerprint
    assert some != partial({"1": "1-8"}).fingerprint
