"""What contested levels can lead to: every probability against counting every combination."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import LevelError, StandardError, shown
from core.fes.grading import evaluate_levels
from core.fes.points import open_table
from core.fes.whatif.odds import distribution
from core.standards.catalog import load_table
from tests.core_.conftest import WORKED

TABLE = load_table("fes-primary", WORKED)
LADDERS = {factor.key: factor.ladder() for factor in TABLE.factors}
POINTS = {row.level: row.points for factor in TABLE.factors for row in factor.levels}
ALL = {key: list(ladder) for key, ladder in LADDERS.items()}

complete_levels = st.fixed_dictionaries(
    {key: st.sampled_from(ladder) for key, ladder in LADDERS.items()}
)


@st.composite
def beliefs(draw: st.DrawFn) -> dict[str, dict[str, Fraction]]:
    """Weights for one to four factors, each adding up to exactly 1."""
    contested = {}
    for key in draw(
        st.lists(st.sampled_from(sorted(LADDERS)), min_size=1, max_size=4, unique=True)
    ):
        chosen = draw(st.lists(st.sampled_from(LADDERS[key]), min_size=1, max_size=3, unique=True))
        parts = [draw(st.integers(1, 50)) for _ in chosen]
        contested[key] = {
            level: Fraction(part, sum(parts)) for level, part in zip(chosen, parts, strict=True)
        }
    return contested


@given(complete_levels, beliefs())
@settings(max_examples=60)
def test_every_combination_counted_out_gives_the_same(
    levels: dict[str, str], contested: dict[str, dict[str, Fraction]]
) -> None:
    totals: dict[int, Fraction] = {}
    grades: dict[str, Fraction] = {}
    for combination in product(*contested.values()):
        choice = dict(zip(contested, combination, strict=True))
        chance = Fraction(1)
        for key, level in choice.items():
            chance *= contested[key][level]
        outcome = evaluate_levels("fes-primary", {**levels, **choice})
        totals[outcome.total] = totals.get(outcome.total, Fraction(0)) + chance
        grades[outcome.grade] = grades.get(outcome.grade, Fraction(0)) + chance
    found = distribution(TABLE, levels, contested)
    assert {one.total: one.probability for one in found.totals} == totals
    assert {one.grade: one.probability for one in found.grades} == grades
    assert [one.total for one in found.totals] == sorted(totals)
    assert sum(one.probability for one in found.grades) == 1
    for one in found.grades:
        own = [share.total for share in found.totals if share.grade == one.grade]
        assert (one.lowest_total, one.highest_total) == (own[0], own[-1])


def test_the_decision_with_two_levels_in_doubt(levels: dict[str, str]) -> None:
    contested: dict[str, Any] = {"2": {"2-4": 0.6, "2-5": 0.4}, "4": ["4-4", "4-5"]}
    found = distribution(TABLE, levels, contested)
    assert [(one.total, one.grade, str(one.probability)) for one in found.totals] == [
        (2555, "GS-11", "3/10"),
        (2655, "GS-11", "3/10"),
        (2755, "GS-12", "1/5"),
        (2855, "GS-12", "1/5"),
    ]
    assert [(one.grade, one.probability) for one in found.grades] == [
        ("GS-11", Fraction(3, 5)),
        ("GS-12", Fraction(2, 5)),
    ]
    assert (found.standard, found.edition) == ("fes-primary", "2009-08")
    by_factor = {one.factor: one for one in found.contested}
    assert [(one.name, one.assumed_equal) for one in found.contested] == [
        ("Supervisory Controls", False),
        ("Complexity", True),
    ]
    assert [(s.level, s.points, s.share) for s in by_factor[2].levels] == [
        ("2-4", 450, Fraction(3, 5)),
        ("2-5", 650, Fraction(2, 5)),
    ]
    assert [s.share for s in by_factor[4].levels] == [Fraction(1, 2)] * 2


def test_everything_sought_in_doubt_spans_gs_11_to_gs_13(
    levels: dict[str, str], decision: dict[str, Any]
) -> None:
    contested = {key: [levels[key], level] for key, level in decision["sought"].items()}
    found = distribution(TABLE, levels, contested)
    assert (found.totals[0].total, found.totals[0].probability) == (2555, Fraction(1, 32))
    assert (found.totals[-1].total, found.totals[-1].grade) == (3420, "GS-13")
    assert [one.grade for one in found.grades] == ["GS-11", "GS-12", "GS-13"]


def test_one_level_is_the_range_from_the_level_in_hand(levels: dict[str, str]) -> None:
    up = distribution(TABLE, levels, {"3": "3-5"})
    assert [s.level for s in up.contested[0].levels] == ["3-3", "3-4", "3-5"]
    down = distribution(TABLE, levels, {"3": "3-1"})
    assert [s.level for s in down.contested[0].levels] == ["3-1", "3-2", "3-3"]
    assert {s.share for s in down.contested[0].levels} == {Fraction(1, 3)}
    alone = distribution(TABLE, levels, {"3": "3-3"})
    assert [(one.total, one.probability) for one in alone.totals] == [(2555, 1)]


def test_a_contested_factor_needs_no_level_of_its_own(levels: dict[str, str]) -> None:
    rest = {key: level for key, level in levels.items() if key != "2"}
    contested = {"2": ["2-4", "2-5"]}
    assert distribution(TABLE, rest, contested) == distribution(TABLE, levels, contested)
    assert sum(one.probability for one in distribution(TABLE, {}, ALL).grades) == 1


def test_no_total_is_lost_when_every_level_is_open() -> None:
    found = distribution(TABLE, {}, ALL)
    assert {one.total for one in found.totals} == TABLE.reachable()
    assert sum(one.probability for one in found.totals) == 1
    combinations = 9 * 5 * 5 * 6 * 6 * 4 * 4 * 3 * 3
    assert found.totals[0].probability == Fraction(1, combinations)
    assert all(combinations % one.probability.denominator == 0 for one in found.totals)


def test_order_and_spelling_do_not_matter(levels: dict[str, str]) -> None:
    first = distribution(TABLE, levels, {"2": {"2-4": 1, "2-5": 0}, "4": ["4-4", "4-5"]})
    other = distribution(
        TABLE,
        levels,
        {"Factor 4": ["Level 4–5", "4-4"], "02": {"2−5": "0", "level 2-4": "1.0"}},
    )
    assert other == first


def test_a_level_without_weight_cannot_come_out(levels: dict[str, str]) -> None:
    found = distribution(TABLE, levels, {"2": {"2-4": 100, "2-5": 0}})
    assert [s.level for s in found.contested[0].levels] == ["2-4"]
    assert [one.total for one in found.totals] == [2555]


@pytest.mark.parametrize(
    ("low", "high", "share"),
    [
        (0.7, 0.3, "3/10"),
        (0.9, 0.1, "1/10"),
        (90, 10, "1/10"),
        (62.5, 37.5, "3/8"),
        ("2/3", "1/3", "1/3"),
        ("2/3", " 1 / 3 ", "1/3"),
        ("0.75", "0.25", "1/4"),
        (Fraction(6, 7), Fraction(1, 7), "1/7"),
        (0.9999999, 1e-07, "1/10000000"),
        ("66.5", 33.5, "67/200"),
    ],
)
def test_weights_are_exact_as_written(
    levels: dict[str, str], low: object, high: object, share: str
) -> None:
    found = distribution(TABLE, levels, {"2": {"2-4": low, "2-5": high}})
    assert str(found.grades[-1].probability) == share
    assert not found.contested[0].assumed_equal


@pytest.mark.parametrize(
    "weight",
    [
        -0.1,
        "-1",
        True,
        None,
        [1],
        "half",
        "",
        "1/0",
        "1e3",
        "0x1",
        "1.",
        ".5",
        "٣",
        float("nan"),
        float("inf"),
        100.5,
        "101",
        "9" * 5000,
        Fraction(-1, 3),
    ],
    ids=lambda weight: str(weight)[:20].encode("ascii", "replace").decode(),
)
def test_a_weight_that_is_none_is_refused(levels: dict[str, str], weight: object) -> None:
    with pytest.raises(LevelError) as caught:
        distribution(TABLE, levels, {"2": {"2-4": 0.5, "2-5": weight}})
    assert caught.value.sentence() == (
        f"contested.2.2-5: the weight is {shown(weight)}, but a weight is a number from 0 to 1, "
        "or to 100 as percent. "
        'Write it as 0.4, as 40 for percent, or as text such as "2/5".'
    )
    assert len(caught.value.sentence()) < 260


@pytest.mark.parametrize(
    ("weights", "said"),
    [
        ({"2-4": 0.6, "2-5": 0.3}, "add up to 0.9, not to 1 or 100"),
        ({"2-4": 3, "2-5": 2}, "add up to 5, not"),
        ({"2-4": 0, "2-5": 0}, "add up to 0, not"),
        ({"2-4": 60, "2-5": 0.4}, "add up to 60.4, not"),
        ({"2-4": "1/3", "2-5": "1/3"}, "add up to 2/3, not"),
        ({"2-4": 0.3333333, "2-5": 0.6666666}, "add up to 9999999/10000000, not"),
    ],
)
def test_weights_that_do_not_add_up_are_refused_and_never_scaled(
    levels: dict[str, str], weights: dict[str, object], said: str
) -> None:
    with pytest.raises(LevelError) as caught:
        distribution(TABLE, levels, {"02": weights})
    assert said in caught.value.message
    assert caught.value.where == "contested.2"
    assert caught.value.hint == 'Correct them; thirds are written as text, "1/3".'


@pytest.mark.parametrize(
    ("contested", "said", "where"),
    [
        ({"2": []}, "names no level", "contested.2"),
        ({"2": {}}, "names no level", "contested.2"),
        ({"2": 5}, "5 names no level", "contested.2"),
        ({"2": None}, "null names no level", "contested.2"),
        ({"2": ["2-4", 2.5]}, "the level is 2.5", "contested.2"),
        ({"2": ["2-4.5"]}, "lies between two levels", "contested.2"),
        ({"2": ["2-9"]}, "Factor 2 has no Level 2-9", "contested.2"),
        ({"2": "3-4"}, "belongs to Factor 3", "contested.2"),
        ({"10": ["10-1"]}, '"10" is not a factor', "contested.10"),
        ({"2": ["2-4", "2–4"]}, "Level 2-4 is given twice", "contested.2"),
        ({"2": ["2-4"], "02": ["2-5"]}, "Factor 2 is given twice", "contested.2"),
        ({"two": 5}, "5 names no level", 'contested."two"'),
    ],
)
def test_wrong_contests_are_refused_by_name(
    levels: dict[str, str], contested: dict[str, Any], said: str, where: str
) -> None:
    with pytest.raises(LevelError) as caught:
        distribution(TABLE, levels, contested)
    assert said in caught.value.message
    assert caught.value.where == where
    assert caught.value.hint


@pytest.mark.parametrize(
    ("contested", "sentence"),
    [
        (
            {},
            (
                "contested: no level is contested. "
                'Name a factor and what it may earn, such as {"2": ["2-4", "2-5"]}.'
            ),
        ),
        (
            {"2": 5},
            'contested.2: 5 names no level. Write the levels it may earn, such as ["2-4", "2-5"].',
        ),
        (
            {"2": ["2-4", "2-4"]},
            "contested.2: Level 2-4 is given twice. Give each level once.",
        ),
        (
            {"2": "2-5", "02": "2-5"},
            "contested.2: Factor 2 is given twice. Give each factor once.",
        ),
    ],
)
def test_each_refusal_is_one_sentence_and_a_remedy(
    levels: dict[str, str], contested: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(LevelError) as caught:
        distribution(TABLE, levels, contested)
    assert caught.value.sentence() == sentence


def test_a_factor_neither_settled_nor_contested_is_refused(levels: dict[str, str]) -> None:
    rest = {key: level for key, level in levels.items() if key not in "23"}
    with pytest.raises(LevelError, match=r"no level is given for Factor 3 \(Guidelines\)"):
        distribution(TABLE, rest, {"2": ["2-4", "2-5"]})
    with pytest.raises(LevelError) as caught:
        distribution(TABLE, rest, {"2": "2-5", "3": ["3-3"]})
    assert caught.value.sentence() == (
        "contested.2: Level 2-5 alone is no range, because Factor 2 has no level to start from. "
        "List the levels it may earn, or give its level too."
    )


def test_the_standard_is_the_one_in_force() -> None:
    from datetime import date

    with pytest.raises(StandardError):
        distribution(open_table("no-such-standard", None), {}, ALL)
    with pytest.raises(StandardError):
        distribution(open_table("fes-primary", date(1970, 1, 1)), {}, ALL)
    dated = distribution(open_table("fes-primary", date(2014, 8, 20)), {}, ALL)
    assert dated == distribution(TABLE, {}, ALL)
