"""What must hold for every supervisory position, whatever its levels."""

from __future__ import annotations

import json
import random
from fractions import Fraction
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.supervisory import load_guide, parse_supervisory, supervisory_data

GUIDE = load_guide()
LADDERS = {factor.key: factor.ladder() for factor in GUIDE.table.factors}
LEVELS = st.fixed_dictionaries({key: st.sampled_from(ladder) for key, ladder in LADDERS.items()})
WORK = st.lists(st.tuples(st.integers(1, 15), st.integers(1, 5000)), min_size=1, max_size=8)
SITUATIONS = st.lists(st.integers(1, 8), unique=True)


def _score(**request: Any) -> Any:
    return supervisory_data(parse_supervisory({"standard": "gssg", **request}))


def _number(grade: str | None) -> int:
    return 99 if grade is None else int(grade.removeprefix("GS-"))


def _work(rows: list[tuple[int, int]]) -> list[dict[str, int]]:
    return [{"grade": grade, "hours": hours} for grade, hours in rows]


@given(LEVELS, st.sampled_from(sorted(LADDERS)), SITUATIONS)
def test_a_higher_level_never_lowers_total_or_grade(
    levels: dict[str, str], factor: str, situations: list[int]
) -> None:
    ladder = LADDERS[factor]
    step = ladder.index(levels[factor])
    assume(step + 1 < len(ladder))
    base = GUIDE.grades_of(levels["5"])[0]
    lower = _score(levels=levels, base=base, situations=situations)
    raised = {**levels, factor: ladder[step + 1]}
    above = GUIDE.grades_of(raised["5"])[0]
    higher = _score(levels=raised, base=above, situations=situations)
    assert higher["total"] >= lower["total"]
    assert higher["total"] > lower["total"] or factor == "6"
    assert _number(higher["chart_grade"]) >= _number(lower["chart_grade"])
    assert _number(higher["grade"]) >= _number(lower["grade"])


@given(LEVELS, SITUATIONS)
def test_situations_add_one_level_at_most_and_only_from_three_up(
    levels: dict[str, str], situations: list[int]
) -> None:
    credited = _score(levels=levels, situations=situations)["factors"][-1]["level"]
    before, after = int(levels["6"][-1]), int(credited[-1])
    due = len(situations) >= 3 and before <= 3
    assert after - before == int(due)
    assert after <= 4 or after == before


@given(LEVELS, SITUATIONS, st.randoms(use_true_random=False))
def test_the_order_of_levels_and_situations_does_not_matter(
    levels: dict[str, str], situations: list[int], shuffle: random.Random
) -> None:
    keys, others = list(levels), list(situations)
    shuffle.shuffle(keys)
    shuffle.shuffle(others)
    again = _score(levels={key: levels[key] for key in keys}, situations=others)
    assert again == _score(levels=levels, situations=situations)


@given(WORK, st.randoms(use_true_random=False))
def test_the_order_of_the_workload_does_not_matter(
    rows: list[tuple[int, int]], shuffle: random.Random
) -> None:
    levels = {"1": "1-2", "2": "2-2", "3": "3-2", "4A": "4A-2", "4B": "4B-2", "6": "6-4"}
    mixed = list(rows)
    shuffle.shuffle(mixed)
    assert _score(levels=levels, workload=_work(rows)) == _score(
        levels=levels, workload=_work(mixed)
    )


@given(WORK)
def test_the_base_is_the_highest_grade_with_a_quarter_at_or_above_it(
    rows: list[tuple[int, int]],
) -> None:
    levels = {"1": "1-2", "2": "2-2", "3": "3-2", "4A": "4A-2", "4B": "4B-2", "6": "6-4"}
    base = _number(_score(levels=levels, workload=_work(rows))["base_grade"])
    whole = sum(hours for _, hours in rows)

    def share(grade: int) -> Fraction:
        return Fraction(sum(hours for g, hours in rows if g >= grade), whole)

    assert share(base) >= Fraction(1, 4)
    assert all(share(grade) < Fraction(1, 4) for grade in range(base + 1, 16))


@given(WORK, st.integers(2, 1000))
def test_the_measure_of_the_workload_does_not_matter(
    rows: list[tuple[int, int]], unit: int
) -> None:
    levels = {"1": "1-2", "2": "2-2", "3": "3-2", "4A": "4A-2", "4B": "4B-2", "6": "6-4"}
    dollars = [{"grade": grade, "dollars": hours * unit} for grade, hours in rows]
    one, other = (
        _score(levels=levels, workload=_work(rows)),
        _score(levels=levels, workload=dollars),
    )
    assert (one["base_grade"], one["grade"]) == (other["base_grade"], other["grade"])


@given(WORK, st.integers(1, 15), st.integers(0, 5000))
def test_work_left_out_changes_neither_base_nor_grade(
    rows: list[tuple[int, int]], grade: int, hours: int
) -> None:
    levels = {"1": "1-2", "2": "2-2", "3": "3-2", "4A": "4A-2", "4B": "4B-2", "6": "6-4"}
    extra = {"grade": grade, "hours": hours, "excluded": True}
    with_it = _score(levels=levels, workload=[*_work(rows), extra])
    without = _score(levels=levels, workload=_work(rows))
    assert (with_it["base_grade"], with_it["grade"]) == (without["base_grade"], without["grade"])


@given(LEVELS)
def test_a_full_deputy_is_one_grade_below_its_chief(levels: dict[str, str]) -> None:
    base = GUIDE.grades_of(levels["5"])[0]
    chief = _score(levels=levels, base=base)
    deputy = _score(levels=levels, base=base, deputy=True)
    if chief["grade"] is None:
        assert deputy["grade"] is None
    else:
        assert _number(deputy["grade"]) == _number(chief["grade"]) - 1


@given(LEVELS)
def test_a_stated_base_never_contradicts_what_the_level_alone_gives(
    levels: dict[str, str],
) -> None:
    alone = _score(levels=levels)
    stated = {_score(levels=levels, base=base)["grade"] for base in GUIDE.grades_of(levels["5"])}
    assert (alone["grade"] is not None) is (len(stated) == 1 and None not in stated)
    if alone["grade"] is not None:
        assert stated == {alone["grade"]}


@given(LEVELS, SITUATIONS)
@settings(max_examples=25)
def test_the_same_request_gives_the_same_bytes_and_another_one_another_fingerprint(
    levels: dict[str, str], situations: list[int]
) -> None:
    spelled = {f"Factor {key}": f"level {level}" for key, level in levels.items()}
    first = _score(levels=levels, situations=situations)
    assert json.dumps(_score(levels=spelled, situations=situations)) == json.dumps(first)
    other = {**levels, "1": "1-1" if levels["1"] != "1-1" else "1-2"}
    assert _score(levels=other, situations=situations)["fingerprint"] != first["fingerprint"]


def test_everything_stated_enters_the_fingerprint() -> None:
    levels = {"1": "1-2", "2": "2-2", "3": "3-2", "4A": "4A-2", "4B": "4B-2", "6": "6-4"}
    work = [{"grade": "GS-11", "hours": 100}]
    requests: list[dict[str, Any]] = [
        {"base": "GS-11"},
        {"base": {"grade": "GS-11", "share": 40}},
        {"base": {"grade": "GS-11", "share": 41}},
        {"base": {"grade": "GS-11", "method": "supervisor-time", "share": 60}},
        {"base": {"grade": "GS-11", "supervisor_level": 2}},
        {"base": {"grade": "GS-11", "alignment": True}},
        {"workload": work},
        {"workload": [{"grade": "GS-11", "dollars": 100}]},
        {"workload": [{**work[0], "full_performance_grade": "GS-11"}]},
        {"workload": [{**work[0], "normal_supervision_grade": "GS-11"}]},
        {"workload": [*work, {**work[0], "excluded": "support"}]},
        {"workload": [*work, {**work[0], "excluded": "leader"}]},
        {"base": "GS-11", "deputy": True},
        {"base": "GS-11", "deputy": {"full": False}},
        {"base": "GS-11", "deputy": "GS-13"},
        {"base": "GS-11", "coverage": {"percent": 60}},
        {"base": "GS-11", "coverage": {"percent": 61}},
        {"base": "GS-11", "coverage": {"technical": True}},
        {"base": "GS-11", "coverage": {"administrative": True}},
        {"base": "GS-11", "coverage": {"noncontractor": True}},
        {"base": "GS-11", "coverage": {"exclusions": ["trades"]}},
        {"base": "GS-11", "reporting": [{"grade": "GS-15"}, {"grade": "SES"}]},
        {"base": "GS-11", "reporting": [{"grade": "GS-14"}, {"grade": "SES"}]},
        {"base": "GS-11", "reporting": [{"grade": "GS-15"}, {"grade": "ES-2"}]},
        {"base": "GS-11", "reporting": [{"grade": "GS-15"}, {"grade": "GS-15", "role": "deputy"},
                                        {"grade": "SES"}]},
        {"base": "GS-11", "authorities": {"3-2a": True}},
        {"base": "GS-11", "authorities": {"3-2c": [1, 2, 3, 5, 6, 7]}},
        {"base": "GS-11", "authorities": {"3-2a": True, "nearly_all": []}},
        {"base": "GS-11", "authorities": {"3-2a": True, "nearly_all": ["3-2b"]}},
        {"base": "GS-11", "nonsupervisory": {"grade": "GS-12", "percent": 40}},
        {"base": "GS-11", "nonsupervisory": {"grade": "GS-12", "percent": 45}},
        {"base": "GS-11", "nonsupervisory": {"grade": "GS-11", "percent": 45}},
        {"base": "GS-11", "situations": [1]},
        {"base": "GS-11", "as_of": "2020-01-01"},
    ]  # fmt: skip
    halves = {**levels, "1": {"scope": "1-2", "effect": "1-2"}}
    prints = [_score(levels=levels, **request)["fingerprint"] for request in requests]
    prints.append(_score(levels=halves, base="GS-11")["fingerprint"])
    prints += [_score(total=total, base="GS-11")["fingerprint"] for total in (3095, 3120)]
    assert len(set(prints)) == len(requests) + 3


def test_how_a_number_or_a_name_is_written_does_not_enter_the_fingerprint() -> None:
    levels = {"1": "1-2", "2": "2-2", "3": "3-2", "4A": "4A-2", "4B": "4B-2", "6": "6-3"}
    one = _score(levels=levels, base={"grade": "GS-11", "share": 40}, situations=[2, 3])
    other = _score(
        levels=levels,
        base={"grade": 11, "share": 40.0, "method": "workload"},
        situations=["Fluctuating Work Force", "shift operations"],
    )
    assert other == one
