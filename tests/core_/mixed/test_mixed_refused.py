"""Mixed positions that are wrong: refused in one sentence, at the field, with what to do."""

from __future__ import annotations

from typing import Any

import pytest

from core.errors import InputError
from core.mixed import parse_mixed
from tests.core_.mixed.positions import CITED, load, position, two

REFUSED = load("refused.toml")


@pytest.mark.parametrize("one", REFUSED["refused"], ids=lambda one: str(one["name"]))
def test_what_is_wrong_is_refused_in_one_sentence(one: dict[str, Any]) -> None:
    with pytest.raises(InputError) as caught:
        parse_mixed(position(one, REFUSED["citation"]), where="m.toml")
    place = f"m.toml: {one['where']}" if one["where"] else "m.toml"
    assert caught.value.where == place or (not one["said"] and caught.value.where.startswith(place))
    assert one["said"] in caught.value.message
    assert caught.value.hint
    assert caught.value.exit_code == 2
    assert all("\n" not in mistake.sentence() for mistake in caught.value.mistakes)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"work": [{"name": str(n), "percent": 1, "grade": 9} for n in range(101)]}, "101 kinds"),
        ({"impact": [{"work": str(number)} for number in range(9)]}, "9 impacts are given"),
        ({"work": "x"}, '"x" is given'),
        ({"work": [5]}, "5 is given"),
    ],
)
def test_what_is_too_much_or_no_work_at_all_is_refused(change: dict[str, Any], said: str) -> None:
    data = two({"name": "A", "percent": 60, "grade": 12}, {"name": "B", "percent": 40, "grade": 11})
    changed = {**data, **change}
    if isinstance(changed["work"], list):
        changed["work"] = [
            {**one, "citation": CITED} if isinstance(one, dict) else one for one in changed["work"]
        ]
    with pytest.raises(InputError, match=said):
        parse_mixed(changed, where="m")


def test_a_mistake_is_counted_once() -> None:
    data = two({"name": "A", "percent": -1, "grade": 12}, {"name": "B", "percent": 40, "grade": 11})
    with pytest.raises(InputError) as caught:
        parse_mixed(data, where="m")
    assert caught.value.where == "m: work[1].percent"
    assert "more field" not in caught.value.hint
