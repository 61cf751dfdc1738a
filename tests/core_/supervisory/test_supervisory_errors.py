"""Wrong supervisory requests: one sentence that names the field and the remedy, for each."""

from __future__ import annotations

from typing import Any

import pytest

from core.errors import CaseError, InputError, LevelError
from core.supervisory import parse_supervisory, score_supervisory
from core.supervisory.inputs import SupervisoryRequest
from core.supervisory.models import evaluate_supervisory
from core.supervisory.parts import Deputy
from tests.core_.supervisory.right import GOOD, LEVELS, levels_, with_
from tests.core_.supervisory.wrong import WRONG


@pytest.mark.parametrize(
    ("request_", "error", "place", "said"),
    [pytest.param(*row[1:], id=row[0]) for row in WRONG],
)
def test_what_is_wrong_is_said_in_one_sentence(
    request_: Any, error: type[InputError], place: str, said: str
) -> None:
    with pytest.raises(InputError) as caught:
        parse_supervisory(request_, where="case.json")
    assert type(caught.value) is error
    with pytest.raises(error) as scoring:
        score_supervisory(request_, where="case.json")
    assert scoring.value.sentence() == caught.value.sentence()
    where = caught.value.where
    assert where == "case.json" or where == f"case.json: {place}"
    assert place in where
    sentence = caught.value.sentence()
    assert said in sentence
    assert "\n" not in sentence
    assert caught.value.hint
    assert len(sentence) < 420


def test_the_request_the_errors_are_made_from_is_right() -> None:
    assert evaluate_supervisory(parse_supervisory(GOOD)).grade == "GS-12"


def test_a_careless_request_is_told_everything_in_one_go() -> None:
    careless = {
        "standard": "gssg",
        "levels": {**LEVELS, "2": "2-9", "6": 4},
        "situation": [1],
        "base": {"grade": "GS-16", "method": "heads"},
        "workload": [{"grade": 11}, {"grade": 11, "hours": -1}],
        "coverage": {"percent": 120, "technical": "yes"},
        "as_of": "2014-13-01",
    }
    with pytest.raises(CaseError) as caught:
        parse_supervisory(careless, where="case.json")
    told = [one.where.removeprefix("case.json: ") for one in caught.value.mistakes]
    assert told == [
        "situation", "base.grade", "base.method", "workload[1].hours", "workload[2].hours",
        "coverage.percent", "coverage.technical", "as_of", "levels.2", "levels.6",
    ]  # fmt: skip
    assert all(one.hint and "\n" not in one.sentence() for one in caught.value.mistakes)


def test_hostile_text_is_shown_as_data_and_cut() -> None:
    key = "\x1b[31m" + "x" * 5000
    for request in (with_(**{key: 1}), levels_(**{key: "1-1"}), with_(situations=[key])):
        with pytest.raises(InputError) as caught:
            parse_supervisory(request, where="case.json")
        sentence = caught.value.sentence()
        assert "\x1b" not in sentence
        assert len(sentence) < 500


def test_a_deputy_needs_levels_or_the_grade_of_the_chief() -> None:
    with pytest.raises(LevelError, match="no level is given"):
        evaluate_supervisory(SupervisoryRequest(deputy=Deputy()))
