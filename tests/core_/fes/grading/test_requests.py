"""What can be wrong with a scoring request: one sentence with the field and the remedy."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from core.errors import CaseError, InputError, LevelError, StandardError
from core.fes.points import Rating
from core.fes.requests import ScoringRequest, rate_request
from core.reading import MOST_CHARACTERS
from tests.core_.scoring import parse_request

WHERE = "position.json"


@pytest.fixture
def good(levels: dict[str, str]) -> dict[str, Any]:
    return {"standard": "fes-primary", "levels": levels}


def score(request: object) -> Rating:
    text = request if isinstance(request, str) else json.dumps(request)
    return rate_request(parse_request(text, where=WHERE, fmt="json"))


def refusal(request: object, kind: type[InputError]) -> InputError:
    with pytest.raises(kind) as caught:
        score(request)
    error = caught.value
    assert kind is InputError or type(error) is kind
    assert error.where.startswith(WHERE)
    assert error.hint
    assert error.exit_code == 2
    assert "\n" not in error.sentence()
    return error


# --- what is understood ------------------------------------------------------------------


def test_object_list_and_toml_mean_the_same(good: dict[str, Any]) -> None:
    listed = [{"factor": int(key), "level": level} for key, level in good["levels"].items()]
    toml = 'standard = "fes-primary"\n[levels]\n'
    toml += "\n".join(f'{key} = "{level}"' for key, level in good["levels"].items())
    from_toml = rate_request(parse_request(toml, where=WHERE, fmt="toml"))
    assert score(good) == score({**good, "levels": listed}) == from_toml


@pytest.mark.parametrize(
    "spelling", ["Level 2-4", "level 2–4", "2—4", "2−4", "2‑4", " 2 - 4 ", "2-4"]
)
def test_level_spellings(good: dict[str, Any], spelling: str) -> None:
    good["levels"]["2"] = spelling
    assert score(good).total == 2555


def test_a_total_alone_or_beside_levels_that_agree(good: dict[str, Any]) -> None:
    assert score({"standard": "fes-primary", "total": 2555}).grade == "GS-11"
    assert score({**good, "total": 2555}).grade == "GS-11"


def test_stated_points_that_agree(good: dict[str, Any]) -> None:
    good["levels"] = [
        {"factor": factor, "level": level} for factor, level in good["levels"].items()
    ]
    good["levels"][1]["points"] = 450
    assert score(good).total == 2555


def test_as_of_is_a_date(good: dict[str, Any]) -> None:
    assert score({**good, "as_of": "2014-08-20"}).as_of == date(2014, 8, 20)
    toml = 'standard = "fes-primary"\ntotal = 2555\nas_of = 2014-08-20'
    assert parse_request(toml, where=WHERE, fmt="toml").as_of == date(2014, 8, 20)


def test_a_byte_order_mark_does_no_harm(good: dict[str, Any]) -> None:
    assert score("\ufeff" + json.dumps(good)).total == 2555


# --- the form ----------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "   \n"])
def test_empty(text: str) -> None:
    assert "empty" in refusal(text, CaseError).message


@pytest.mark.parametrize(
    ("text", "kind"),
    [("[]", "a list"), ('"x"', "a text"), ("7", "a number"), ("true", "true"), ("null", "null")],
)
def test_not_an_object(text: str, kind: str) -> None:
    assert kind in refusal(text, CaseError).message


def test_broken_json_says_where() -> None:
    error = refusal('{"standard": "fes-primary",\n "levels": {', CaseError)
    assert "line 2" in error.message


def test_broken_toml_says_where() -> None:
    with pytest.raises(CaseError, match=r"not valid TOML.*line 2"):
        parse_request('standard = "fes-primary"\nlevels = ?\n', where=WHERE, fmt="toml")


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
def test_constants_json_does_not_know(constant: str) -> None:
    text = f'{{"standard": "fes-primary", "total": {constant}}}'
    assert constant in refusal(text, CaseError).message


def test_too_long() -> None:
    text = json.dumps({"standard": "x" * MOST_CHARACTERS})
    assert f"{MOST_CHARACTERS:,}" in refusal(text, CaseError).message


@pytest.mark.parametrize("text", ["[" * 200_000, '{"a":' * 200_000], ids=("lists", "objects"))
def test_nested_without_end(text: str) -> None:
    assert "nested too deeply" in refusal(text, CaseError).message


def test_a_number_of_endless_digits() -> None:
    text = f'{{"standard": "fes-primary", "total": {"9" * 10_000}}}'
    assert "too many digits" in refusal(text, CaseError).message


@pytest.mark.parametrize(
    "text",
    [
        '{"standard": "fes-primary", "standard": "fes-primary", "total": 2555}',
        '{"standard": "fes-primary", "total": 2555, "total": 2555}',
        '{"standard": "fes-primary", "levels": {"2": "2-4", "2": "2-4"}}',
    ],
)
def test_a_key_given_twice(text: str) -> None:
    assert "given twice" in refusal(text, CaseError).message


@pytest.mark.parametrize(
    ("key", "meant"), [("levles", "levels"), ("asof", "as_of"), ("Standard", "standard")]
)
def test_a_key_nobody_knows(good: dict[str, Any], key: str, meant: str) -> None:
    error = refusal({**good, key: "x"}, CaseError)
    assert f'"{key}"' in error.message
    assert f'"{meant}"' in error.hint


def test_no_standard(levels: dict[str, str]) -> None:
    error = refusal({"levels": levels}, CaseError)
    assert error.where == f"{WHERE}: standard"
    assert "fes-primary" in error.hint


def test_a_standard_that_is_no_text(good: dict[str, Any]) -> None:
    assert "not a text" in refusal({**good, "standard": 7}, CaseError).message


def test_an_unknown_standard_names_those_there_are(good: dict[str, Any]) -> None:
    error = refusal({**good, "standard": "gs-9999"}, StandardError)
    assert error.where == f"{WHERE}: standard"
    assert "fes-primary" in error.hint


def test_nothing_to_score() -> None:
    error = refusal({"standard": "fes-primary"}, CaseError)
    assert "levels" in error.where
    assert "total" in error.hint


@pytest.mark.parametrize("levels", ["1-7", 7, None, True])
def test_levels_of_the_wrong_kind(levels: object) -> None:
    error = refusal({"standard": "fes-primary", "levels": levels}, CaseError)
    assert error.where == f"{WHERE}: levels"


@pytest.mark.parametrize("day", ["August 2014", "2014-13-01", "20140820", 2014, True, ["2014"]])
def test_a_date_that_is_none(good: dict[str, Any], day: object) -> None:
    error = refusal({**good, "as_of": day}, CaseError)
    assert error.where == f"{WHERE}: as_of"
    assert "2014-08-20" in error.hint


def test_a_date_before_every_edition(good: dict[str, Any]) -> None:
    error = refusal({**good, "as_of": "1990-01-01"}, StandardError)
    assert error.where == f"{WHERE}: as_of"
    assert "2009-08-01" in error.hint


# --- the levels --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("level", "said"),
    [
        ("2-6", "Factor 2 has no Level 2-6"),
        ("2-0", "Factor 2 has no Level 2-0"),
        ("3-4", "Level 3-4 belongs to Factor 3, not to Factor 2"),
        ("2-4.5", "lies between two levels"),
        ("2-4½", "lies between two levels"),
        ("Level 2-4,5", "lies between two levels"),
        ("", "is not a level"),
        ("four", "is not a level"),
        ("2-4 or 2-5", "is not a level"),
        ("2-", "is not a level"),
        (4, "the level is 4, but a level is a text"),
        (2.4, "the level is 2.4"),
        (True, "the level is true"),
        (None, "the level is null"),
        (["2-4"], "but a level is a text"),
        ({"level": "2-4"}, "but a level is a text"),
    ],
)
def test_a_level_that_is_none(good: dict[str, Any], level: object, said: str) -> None:
    good["levels"]["2"] = level
    error = refusal(good, LevelError)
    assert said in error.message
    assert error.where == f"{WHERE}: levels.2"
    assert "2-1" in error.hint


def test_a_half_level_is_never_interpolated(good: dict[str, Any]) -> None:
    good["levels"]["2"] = "2-4.5"
    assert "never interpolated" in refusal(good, LevelError).message


def test_one_factor_missing(good: dict[str, Any]) -> None:
    del good["levels"]["5"]
    error = refusal(good, LevelError)
    assert "Factor 5 (Scope and Effect)" in error.message
    assert '"5": "5-1"' in error.hint


def test_no_levels_at_all() -> None:
    error = refusal({"standard": "fes-primary", "levels": {}}, LevelError)
    assert "1, 2, 3, 4, 5, 6, 7, 8, 9" in error.message


@pytest.mark.parametrize("factor", ["10", "0", "2A", "knowledge", "-1", "1.0", ""])
def test_a_factor_that_is_none(good: dict[str, Any], factor: str) -> None:
    good["levels"][factor] = "1-1"
    error = refusal(good, LevelError)
    assert "is not a factor" in error.message
    assert "1, 2, 3, 4, 5, 6, 7, 8, 9" in error.hint


def test_the_same_factor_in_two_spellings(good: dict[str, Any]) -> None:
    good["levels"]["01"] = "1-7"
    assert "Factor 1 is given twice" in refusal(good, LevelError).message


def listed(levels: dict[str, str]) -> list[dict[str, Any]]:
    return [{"factor": int(factor), "level": level} for factor, level in levels.items()]


@pytest.mark.parametrize("again", [2, "2", "02", "Factor 2"])
def test_the_same_factor_twice_in_a_list(levels: dict[str, str], again: object) -> None:
    entries = [*listed(levels), {"factor": again, "level": "2-4"}]
    error = refusal({"standard": "fes-primary", "levels": entries}, LevelError)
    assert "Factor 2 is given twice" in error.message
    assert error.where == f"{WHERE}: levels[10]"


@pytest.mark.parametrize("points", [500, 449.5, 450.0, True, "450", None])
def test_stated_points_that_are_wrong(levels: dict[str, str], points: object) -> None:
    entries = listed(levels)
    entries[1]["points"] = points
    error = refusal({"standard": "fes-primary", "levels": entries}, LevelError)
    assert "Level 2-4 carries 450 points (p. 47)" in error.message
    assert error.where == f"{WHERE}: levels[2].points"


@pytest.mark.parametrize(
    ("entry", "field", "said"),
    [
        ({"factor": 2}, "level", '"level" is missing'),
        ({"level": "2-4"}, "factor", '"factor" is missing'),
        ({"factor": 2, "level": "2-4", "point": 450}, "point", '"point" is not a field'),
        ("2-4", "", '"2-4" is given, but an object is needed'),
    ],
)
def test_an_entry_of_the_wrong_form(
    levels: dict[str, str], entry: object, field: str, said: str
) -> None:
    entries: list[object] = list(listed(levels))
    entries[1] = entry
    error = refusal({"standard": "fes-primary", "levels": entries}, CaseError)
    assert said in error.message
    assert error.where == f"{WHERE}: levels[2]{'.' if field else ''}{field}"


@pytest.mark.parametrize("factor", [True, 2.0, None, [2]])
def test_a_factor_of_the_wrong_kind_in_a_list(levels: dict[str, str], factor: object) -> None:
    entries = listed(levels)
    entries[1]["factor"] = factor
    error = refusal({"standard": "fes-primary", "levels": entries}, LevelError)
    assert error.where == f"{WHERE}: levels[2].factor"


# --- totals ------------------------------------------------------------------------------


@pytest.mark.parametrize("total", [2555.0, "2555", "2,555", True, False, [2555], None])
def test_a_total_of_the_wrong_kind(total: object) -> None:
    error = refusal({"standard": "fes-primary", "total": total}, LevelError)
    assert error.where == f"{WHERE}: total"


@pytest.mark.parametrize("total", [252, 2753, 0, -5, 189, 4051])
def test_a_total_in_no_range(total: int) -> None:
    error = refusal({"standard": "fes-primary", "total": total}, LevelError)
    assert "no range" in error.message
    assert "level of each factor" in error.hint


@pytest.mark.parametrize("total", [2556, 195, 4485, 10**30])
def test_a_total_no_levels_add_up_to(total: int) -> None:
    error = refusal({"standard": "fes-primary", "total": total}, LevelError)
    assert "no set of levels" in error.message


@pytest.mark.parametrize("total", [2556, 2750, True, "2555"])
def test_levels_and_total_that_disagree(good: dict[str, Any], total: object) -> None:
    error = refusal({**good, "total": total}, LevelError)
    assert "the levels add up to 2555" in error.message
    assert error.where == f"{WHERE}: total"


# --- what is said ------------------------------------------------------------------------


def test_what_was_given_is_shown_short_and_harmless(good: dict[str, Any]) -> None:
    good["levels"]["2"] = "\x1b]0;owned\x07" + "x" * 500
    sentence = refusal(good, LevelError).sentence()
    assert "\x1b" not in sentence
    assert "\x07" not in sentence
    assert len(sentence) < 300


@pytest.mark.parametrize("unit", ["1", "a", " ", "2-4"])
def test_a_level_without_end_is_refused_at_once(good: dict[str, Any], unit: str) -> None:
    good["levels"]["2"] = unit * 500_000
    assert "is not a level" in refusal(good, LevelError).message


@pytest.mark.parametrize("depth", [10, 500, 900, 950, 980])
def test_a_level_nested_deep_is_refused_like_any_other(good: dict[str, Any], depth: int) -> None:
    text = json.dumps(good).replace('"2-4"', "[" * depth + "]" * depth)
    assert refusal(text, InputError if depth > 500 else LevelError).hint


def test_a_request_keeps_what_was_given(good: dict[str, Any]) -> None:
    request = parse_request(json.dumps(good), where=WHERE, fmt="json")
    assert isinstance(request, ScoringRequest)
    assert request.levels == good["levels"]


@pytest.mark.parametrize("day", ["2014-02-30", "2014-02-29", "2014-11-31T10:00:00"])
def test_an_impossible_date_in_toml_names_its_field(day: str) -> None:
    text = f'standard = "fes-primary"\ntotal = 2555\nas_of = {day}\n'
    with pytest.raises(CaseError) as caught:
        parse_request(text, where="r.toml", fmt="toml")
    assert caught.value.where == "r.toml: as_of (line 3)"
    assert "not a date that exists" in caught.value.message
