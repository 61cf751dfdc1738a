"""Case files: read in full, refused by field, and written so that they read back the same."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest
import tomli_w

from core.errors import CaseError, LevelError, StandardError
from core.fes.cases import case_to_data, check_shares, parse_case, parse_document
from core.model import (
    Case,
    Classification,
    Duty,
    Evidence,
    Fact,
    Finding,
    PositionDescription,
)

WHERE = "case.toml"


@pytest.fixture
def case(levels: dict[str, str]) -> Case:
    return Case(
        title="A made-up case with “quotes” and a tab\t",
        fictional=True,
        as_of=date(2025, 6, 2),
        organization="A made-up office",
        current=Classification(title="Specialist", series="9999", grade=11),
        requested=Classification(grade=12),
        position_description=PositionDescription(number="1", adequate=False),
        duties=(Duty(title="One", percent_employee=60.5), Duty(title="Two", text="a\nb")),
        levels=levels,
        sought={"2": "2-5"},
        facts=(Fact(text="A fact", factor=2), Fact(text="Another")),
        findings=(
            Finding(aspect="2-5.review", answer="unknown", evidence=(Evidence(text="x"),)),
            Finding(aspect="2-5.review", answer="not_met", by="classifier"),
        ),
    )


def parse(data: dict[str, Any]) -> Case:
    return parse_case(json.dumps(data), where=WHERE, fmt="json")


def test_a_case_written_as_toml_reads_back_the_same(case: Case) -> None:
    text = tomli_w.dumps(case_to_data(case))
    assert parse_case(text, where=WHERE, fmt="toml") == case


def test_a_case_written_as_json_reads_back_the_same(case: Case) -> None:
    text = json.dumps(case_to_data(case), default=date.isoformat)
    assert parse_case(text, where=WHERE, fmt="json") == case


def test_levels_come_out_in_the_one_spelling() -> None:
    case = parse({"title": "x", "levels": {"01": "Level 1–7"}, "sought": {"2": "2−5"}})
    assert (case.levels, case.sought) == ({"1": "1-7"}, {"2": "2-5"})


def test_a_document_with_a_title_is_a_case(levels: dict[str, str]) -> None:
    text = json.dumps({"title": "x", "levels": levels})
    assert isinstance(parse_document(text, where=WHERE, fmt="json"), Case)


@pytest.mark.parametrize(
    ("change", "where", "said"),
    [
        ({"titel": "x"}, "titel", '"titel" is not a field'),
        ({"title": 7}, "title", "7 is given"),
        ({"duties": [{"title": "a"}, {"text": "b"}]}, "duties[2].title", '"title" is missing'),
        (
            {"duties": [{"title": "a", "percent_employee": 120}]},
            "duties[1].percent_employee",
            "120 is given",
        ),
        (
            {"findings": [{"aspect": "2-5.review", "answer": "maybe"}]},
            "findings[1].answer",
            '"maybe" is given',
        ),
        ({"as_of": "tomorrow"}, "as_of", '"tomorrow" is not a date'),
        ({"as_of": 1408492800}, "as_of", "is not a date"),
        ({"levels": "1-7"}, "levels", '"1-7" is given'),
        (
            {"findings": [{"aspect": "2-5.reveiw", "answer": "met"}]},
            "findings[1].aspect",
            '"2-5.reveiw" is not an aspect',
        ),
    ],
)
def test_a_wrong_field_is_named(
    levels: dict[str, str], change: dict[str, Any], where: str, said: str
) -> None:
    with pytest.raises(CaseError) as caught:
        parse({"title": "x", "levels": levels, **change})
    assert caught.value.where == f"{WHERE}: {where}"
    assert said in caught.value.message
    assert caught.value.hint


def test_a_misspelt_aspect_names_those_of_its_level(levels: dict[str, str]) -> None:
    finding = {"aspect": "2-5.reveiw", "answer": "met"}
    with pytest.raises(CaseError) as caught:
        parse({"title": "x", "levels": levels, "findings": [finding]})
    assert "2-5.assignment, 2-5.responsibility, 2-5.review" in caught.value.hint


def test_a_case_opens_with_a_single_fact() -> None:
    case = parse({"facts": [{"text": "I draft letters."}]})
    assert (case.title, case.levels, len(case.facts)) == ("", {}, 1)


def test_several_mistakes_are_all_told() -> None:
    with pytest.raises(CaseError) as caught:
        parse({"title": 7, "levels": {}, "fictional": "perhaps", "wrong": 1})
    places = [mistake.where for mistake in caught.value.mistakes]
    assert places == [f"{WHERE}: {name}" for name in ("wrong", "title", "fictional")]
    assert len(caught.value.sentence().splitlines()) == 3


def test_a_case_without_its_title_is_still_a_case(levels: dict[str, str]) -> None:
    text = json.dumps({"titel": "x", "levels": levels, "facts": []})
    with pytest.raises(CaseError) as caught:
        parse_document(text, where=WHERE, fmt="json")
    assert [one.where for one in caught.value.mistakes] == [f"{WHERE}: titel"]
    assert '"title"' in caught.value.hint


def test_a_careless_case_is_told_everything_in_one_go(levels: dict[str, str]) -> None:
    careless = {
        "titel": "x",
        "as_of": "2025-02-30",
        "levels": {**levels, "2": "2-9", "3": 3},
        "sought": {"12": "2-5"},
        "current": {"grade": 31},
        "duties": [{"title": "a", "percent_employee": 120}],
        "facts": {"text": "x"},
        "findings": [
            {"aspect": "2-5.reveiw", "answer": "met"},
            {"aspect": "2-5.review", "answer": "maybe"},
        ],
        "offsets": [{"shortfall": "2-4.none", "balanced_by": "2-5.review", "reason": "r"}],
    }
    with pytest.raises(CaseError) as caught:
        parse(careless)
    told = {one.where.removeprefix(f"{WHERE}: "): one for one in caught.value.mistakes}
    assert set(told) == {
        "as_of", "levels.2", "levels.3", "sought.12", "titel", "duties[1].percent_employee",
        "facts", "findings[2].answer", "current.grade", "findings[1].aspect",
        "offsets[1].shortfall",
    }  # fmt: skip
    assert "[[facts]]" in told["facts"].hint
    assert '"title"' in told["titel"].hint
    assert caught.value.as_dict()["mistakes"][1]["where"] == f"{WHERE}: levels.2"
    assert all(one.hint and "\n" not in one.sentence() for one in caught.value.mistakes)


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"levels": {"2": "2-9"}}, "levels.2"),
        ({"levels": {"2": 4}}, "levels.2"),
        ({"levels": {"2": "2-4", "02": "2-4"}}, "levels.02"),
        ({"levels": {}, "sought": {"2": "3-4"}}, "sought.2"),
    ],
)
def test_a_wrong_level_of_a_case_is_named(change: dict[str, Any], where: str) -> None:
    with pytest.raises(LevelError) as caught:
        parse({"title": "x", **change})
    assert caught.value.where == f"{WHERE}: {where}"


def test_a_case_names_a_standard_there_is(levels: dict[str, str]) -> None:
    with pytest.raises(StandardError) as caught:
        parse({"title": "x", "levels": levels, "standard": "gs-9999"})
    assert caught.value.where == f"{WHERE}: standard"


# --- who holds the position, and shares of time ------------------------------------------


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("current.grade", "[current]\ngrade = 31\n", "31 is not a grade of pay plan"),
        ("current.grade", "[current]\ngrade = 0\n", "0 is not a grade"),
        ("requested.grade", "[requested]\ngrade = 16\n", "16 is not a grade"),
        ("requested.grade", '[requested]\npay_plan = "WG"\ngrade = 20\n', "20 is not a grade"),
        ("current.series", '[current]\nseries = "99x"\n', '"99x" is not a series'),
    ],
)
def test_a_grade_or_series_there_is_not_is_refused(
    field: str, text: str, said: str, levels: dict[str, str]
) -> None:
    head = f'title = "x"\nlevels = {{ {", ".join(f"{k} = {v!r}" for k, v in levels.items())} }}\n'
    with pytest.raises(CaseError, match=re.escape(said)) as caught:
        parse_case(head + text, where="c.toml", fmt="toml")
    assert caught.value.where == f"c.toml: {field}"
    assert "leave it out" in caught.value.hint


@pytest.mark.parametrize(("plan", "grade"), [("GS", 1), ("GS", 15), ("GM", 15), ("WS", 19)])
def test_every_grade_of_a_pay_plan_is_read(plan: str, grade: int, levels: dict[str, str]) -> None:
    data = {"title": "x", "levels": levels, "current": {"pay_plan": plan, "grade": grade}}
    case = parse_case(json.dumps(data), where="c.json", fmt="json")
    assert case.current.grade == grade


@pytest.mark.parametrize("side", ["percent_employee", "percent_supervisor"])
def test_shares_of_more_than_the_whole_time_give_no_result(
    side: str, levels: dict[str, str]
) -> None:
    for shares, refused in (([60, 40], False), ([33.4, 33.4, 33.3], False), ([60, 41], True)):
        duties = [{"title": f"Duty {n}", side: share} for n, share in enumerate(shares)]
        data = {"title": "x", "levels": levels, "duties": duties}
        case = parse_case(json.dumps(data), where="c.json", fmt="json")
        if not refused:
            check_shares(case, "c.json")
            continue
        with pytest.raises(CaseError, match="add up to 101, more than 100") as caught:
            check_shares(case, "c.json")
        assert caught.value.where == f"c.json: duties: {side}"
        assert caught.value.hint == "Correct the shares of the duties."


def test_a_level_given_as_of_record_is_no_longer_an_assigned_one(case: Case) -> None:
    assigned = case.model_copy(update={"assigned": ("1", "2")})
    recorded = assigned.recorded({"2": "2-3"})
    assert recorded.levels == {**case.levels, "2": "2-3"}
    assert recorded.assigned == ("1",)


def test_an_assigned_factor_without_a_level_is_refused_by_its_field(case: Case) -> None:
    text = tomli_w.dumps({**case_to_data(case), "assigned": ["12"]})
    with pytest.raises(CaseError, match='assigned: "12" is named, and the case has no level on it'):
        parse_case(text, where=WHERE, fmt="toml")
