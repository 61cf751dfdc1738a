"""What must hold for every set of levels: order, monotony, one fingerprint, one JSON."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import LevelError
from core.fes.assembly import evaluation_data, evaluation_json
from core.fes.grading import evaluate_case, evaluate_levels
from core.fes.points import rate_levels, rate_rows, rate_total
from core.model import Case, Classification, Evaluation, Finding
from core.standards.catalog import load_table
from tests.core_.conftest import WORKED
from tests.core_.scoring import evaluate_total

TABLE = load_table("fes-primary", WORKED)
LADDERS = {factor.key: factor.ladder() for factor in TABLE.factors}

complete_levels = st.fixed_dictionaries(
    {key: st.sampled_from(ladder) for key, ladder in LADDERS.items()}
)
dates = st.none() | st.dates(min_value=date(2009, 8, 1))

# The ceilings of GS-1 to GS-14 as the table on p. 56 prints them, read off anew.
CEILINGS = (250, 450, 650, 850, 1100, 1350, 1600, 1850, 2100, 2350, 2750, 3150, 3600, 4050)


def grade_by_ceilings(total: int) -> str:
    """Return the grade from the ceilings alone: one more for every ceiling passed."""
    return f"GS-{1 + sum(total > ceiling for ceiling in CEILINGS)}"


def test_every_reachable_total_converts_as_the_ceilings_say() -> None:
    reachable = TABLE.reachable()
    assert (min(reachable), max(reachable)) == (190, 4480)
    for total in reachable:
        assert evaluate_total("fes-primary", total).grade == grade_by_ceilings(total)


def test_every_other_total_is_refused_and_none_is_rounded() -> None:
    reachable = TABLE.reachable()
    for total in range(-10, 5000):
        if total not in reachable:
            with pytest.raises(LevelError):
                rate_total("fes-primary", total)


@given(complete_levels)
def test_total_is_the_sum_and_the_grade_follows(levels: dict[str, str]) -> None:
    evaluation = evaluate_levels("fes-primary", levels)
    points = {row.level: row.points for factor in TABLE.factors for row in factor.levels}
    assert evaluation.total == sum(points[level] for level in levels.values())
    assert evaluation.grade == grade_by_ceilings(evaluation.total)
    assert evaluation.total == sum(score.points for score in evaluation.factors)
    margin = evaluation.margin
    assert margin.floor <= evaluation.total
    assert margin.ceiling is None or evaluation.total <= margin.ceiling
    if margin.to_next is not None:
        higher = evaluation.total + margin.to_next
        assert grade_by_ceilings(higher) == margin.next_grade
        assert grade_by_ceilings(higher - 5) == evaluation.grade


@given(complete_levels, st.sampled_from(sorted(LADDERS)))
def test_a_higher_level_never_lowers_anything(levels: dict[str, str], key: str) -> None:
    ladder = LADDERS[key]
    ratings = [rate_levels("fes-primary", {**levels, key: level}) for level in ladder]
    totals = [rating.total for rating in ratings]
    assert totals == sorted(set(totals))
    rows = [rating.row for rating in ratings]
    assert rows == sorted(rows)


@given(complete_levels, st.randoms(), dates)
def test_order_and_spelling_do_not_matter(
    levels: dict[str, str],
    random: object,
    as_of: date | None,
) -> None:
    items = list(levels.items())
    random.shuffle(items)  # type: ignore[attr-defined]
    spelled = {f"0{key}": f"Level {level.replace('-', '–')}" for key, level in items}
    first = evaluate_levels("fes-primary", levels, as_of)
    assert evaluate_levels("fes-primary", dict(items), as_of) == first
    assert evaluate_levels("fes-primary", spelled, as_of) == first


@given(complete_levels, complete_levels)
def test_the_fingerprint_tells_different_levels_apart(
    one: dict[str, str], other: dict[str, str]
) -> None:
    same = rate_levels("fes-primary", one), rate_levels("fes-primary", other)
    prints = [evaluation_data(rating)["fingerprint"] for rating in same]
    assert (prints[0] == prints[1]) is (one == other)


@given(complete_levels, dates)
def test_json_data_and_model_are_one(levels: dict[str, str], as_of: date | None) -> None:
    rating = rate_levels("fes-primary", levels, as_of)
    data = evaluation_data(rating)
    text = evaluation_json(rating)
    assert json.loads(text) == data
    assert "\n" not in text
    model = Evaluation.model_validate(data)
    assert model.model_dump(mode="json") == data
    assert list(json.loads(text)) == list(Evaluation.model_fields)


def test_json_of_a_bare_total_is_its_data() -> None:
    rating = rate_total("fes-primary", 2555)
    assert json.loads(evaluation_json(rating)) == evaluation_data(rating)


def test_the_fingerprint_covers_date_total_and_edition(levels: dict[str, str]) -> None:
    prints = {
        evaluate_levels("fes-primary", levels).fingerprint,
        evaluate_levels("fes-primary", levels, date(2014, 8, 20)).fingerprint,
        evaluate_total("fes-primary", 2555).fingerprint,
    }
    assert len(prints) == 3
    assert all(len(mark) == 64 for mark in prints)


def test_the_fingerprint_covers_the_program_version(
    levels: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = evaluate_levels("fes-primary", levels).fingerprint
    monkeypatch.setattr("core.fes.derivation.VERSION", "99.0")
    assert evaluate_levels("fes-primary", levels).fingerprint != before


def test_steps_are_numbered_and_each_number_is_cited(levels: dict[str, str]) -> None:
    evaluation = evaluate_levels("fes-primary", levels)
    assert [step.step for step in evaluation.derivation] == list(range(1, 13))
    assert [step.rule for step in evaluation.derivation] == [
        "edition",
        *["points"] * 9,
        "total",
        "conversion",
    ]
    for cited in (*evaluation.factors, *evaluation.findings, *evaluation.derivation):
        assert cited.citation.document
        assert cited.citation.edition
        assert cited.citation.page
    for score, step in zip(evaluation.factors, evaluation.derivation[1:], strict=False):
        assert step.citation == score.citation
        assert f"{score.points:,} points" in step.text


def test_the_primary_standard_alone_is_a_warning(levels: dict[str, str]) -> None:
    for evaluation in (
        evaluate_levels("fes-primary", levels),
        evaluate_total("fes-primary", 2555),
    ):
        warning = next(f for f in evaluation.findings if f.code == "primary-standard-alone")
        assert warning.severity == "warning"
        assert warning.citation.page == "17"


@pytest.mark.parametrize(
    ("total", "told"),
    [
        *((total, True) for total in (2355, 2750, 250, 4055)),
        # The smallest step of the standard, 15 points, still crosses the cutoff from these.
        *((total, True) for total in (2365, 2740)),
        *((total, False) for total in (2370, 2735, 190)),
    ],
)
def test_a_total_that_one_level_would_carry_across_is_pointed_out(
    total: int, *, told: bool
) -> None:
    codes = [finding.code for finding in evaluate_total("fes-primary", total).findings]
    assert ("borderline-total" in codes) is told


def test_rating_rows_directly_is_the_same(levels: dict[str, str]) -> None:
    rows = tuple(TABLE.by_factor[key].by_level[level] for key, level in levels.items())
    assert rate_rows(TABLE, rows, None) == rate_levels("fes-primary", levels)


def even_case(series: str, **levels: str) -> Case:
    base = {key: ladder[0] for key, ladder in LADDERS.items()}
    return Case(title="x", levels={**base, **levels}, current=Classification(series=series))


@pytest.mark.parametrize(
    ("series", "told"), [("0343", True), ("025", True), ("0318", False), ("", False)]
)
def test_an_even_grade_is_noted_only_in_two_grade_series(series: str, *, told: bool) -> None:
    # 1-6 950, 2-3 275, and the lowest of the rest, 115 points: 1,340, GS-6.
    case = even_case(series, **{"1": "1-6", "2": "2-3"})
    evaluation = evaluate_case(case).evaluation
    assert evaluation.grade == "GS-6"
    notes = [finding for finding in evaluation.findings if finding.code == "even-grade"]
    assert bool(notes) is told
    assert all(note.severity == "note" for note in notes)


def test_gs_12_is_no_even_grade_to_note() -> None:
    case = even_case("0343", **{"1": "1-8", "2": "2-5", "3": "3-5"})
    evaluation = evaluate_case(case).evaluation
    assert evaluation.grade == "GS-12"
    assert "even-grade" not in [finding.code for finding in evaluation.findings]


def test_a_case_without_findings_is_its_levels(levels: dict[str, str]) -> None:
    scored = evaluate_case(Case(title="x", levels=levels)).evaluation
    assert scored == evaluate_levels("fes-primary", levels)


def test_a_case_fingerprint_ignores_words_and_order_but_not_findings(
    levels: dict[str, str],
) -> None:
    findings = (
        Finding(aspect="2-5.review", answer="met"),
        Finding(aspect="2-5.assignment", answer="unknown"),
    )
    case = Case(title="one", levels=levels, sought={"2": "2-5"}, findings=findings)
    same = case.model_copy(update={"title": "two", "findings": findings[::-1]})
    other = case.model_copy(update={"findings": findings[:1]})
    first = evaluate_case(case).evaluation.fingerprint
    assert evaluate_case(same).evaluation.fingerprint == first
    assert evaluate_case(other).evaluation.fingerprint != first
