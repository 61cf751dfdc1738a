"""Single changes that change a supervisor's grade, each held to the request it makes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.supervisory import load_guide, parse_supervisory, score_supervisory, supervisory_flips

GUIDE = load_guide()
LADDERS = {factor.key: factor.ladder() for factor in GUIDE.table.factors if factor.key != "5"}
LEVELS = {"1": "1-2", "2": "2-2", "3": "3-2", "4A": "4A-2", "4B": "4B-2", "6": "6-4"}


def flips(**request: Any) -> list[tuple[str, str, str, str | None]]:
    found = supervisory_flips(parse_supervisory({"standard": "gssg", **request}))
    return [(one["what"], one["after"], one["direction"], one["grade"]) for one in found]


def test_the_levels_and_bases_that_change_the_grade() -> None:
    """3,095 points over a base of GS-11 are GS-12; 3,155 begin GS-13 (p. 29)."""
    found = flips(levels=LEVELS, base={"grade": 11, "share": 30})
    assert [one for one in found if one[2] == "up" and one[0] != "base"] == [
        ("1", "1-3", "up", "GS-13"),
        ("1", "1-4", "up", "GS-13"),
        ("1", "1-5", "up", "GS-14"),
        ("2", "2-3", "up", "GS-13"),
        ("3", "3-3", "up", "GS-13"),
        ("3", "3-4", "up", "GS-13"),
        ("6", "6-5", "up", "GS-13"),
        ("6", "6-6", "up", "GS-13"),
    ]
    # Over a base of GS-13 or GS-14 the chart's grade is adjusted to one above the base (p. 30).
    assert [one for one in found if one[0] == "base" and one[2] == "up"] == [
        ("base", "GS-12", "up", "GS-13"),
        ("base", "GS-13", "up", "GS-14"),
        ("base", "GS-14", "up", "GS-15"),
    ]
    assert [one for one in found if one[2] == "undetermined"] == [
        ("base", "GS-15", "undetermined", None)
    ]
    assert [one[2] for one in found] == sorted(
        (one[2] for one in found), key=["up", "down", "undetermined"].index
    )


def test_a_level_that_something_else_settles_is_left_alone() -> None:
    chain = [{"grade": "GS-14"}, {"grade": "SES"}]
    levels = {key: level for key, level in LEVELS.items() if key != "2"}
    base = {"grade": 11, "share": 30}
    settled = flips(levels=levels, reporting=chain, base=base)
    assert "2" not in {one[0] for one in settled}
    both = flips(levels=LEVELS, reporting=chain, base=base)
    assert both == settled


def test_without_a_base_the_levels_of_factor_5_change_it() -> None:
    found = flips(levels={**LEVELS, "5": "5-6"})
    assert ("5", "5-7", "up", "GS-13") in found
    assert not [one for one in found if one[0] == "base"]


def test_a_stated_total_and_points_do_not_bind_a_change() -> None:
    entries = [{"factor": key, "level": level} for key, level in LEVELS.items()]
    entries[0]["points"] = 350  # type: ignore[assignment]
    stated = flips(levels=entries, base={"grade": 11, "share": 30}, total=3095)
    assert stated == flips(levels=LEVELS, base={"grade": 11, "share": 30})


@settings(max_examples=25)
@given(
    st.fixed_dictionaries({key: st.sampled_from(ladder) for key, ladder in LADDERS.items()}),
    st.integers(1, 14),
    st.lists(st.integers(1, 8), unique=True, max_size=4),
)
def test_each_flip_is_what_scoring_the_change_gives(
    levels: dict[str, str], base: int, situations: list[int]
) -> None:
    request: dict[str, Any] = {
        "standard": "gssg", "levels": levels, "base": base, "situations": situations,
    }  # fmt: skip
    before = score_supervisory(request)["grade"]
    found = {
        (one["what"], one["after"]): (one["grade"], one["total"])
        for one in supervisory_flips(parse_supervisory(request))
    }
    for key, ladder in LADDERS.items():
        for level in ladder:
            data = score_supervisory({**request, "levels": {**levels, key: level}})
            expected = None if data["grade"] == before else (data["grade"], data["total"])
            assert found.get((key, level)) == expected
    for grade in range(1, 16):
        data = score_supervisory({**request, "base": grade})
        expected = None if data["grade"] == before else (data["grade"], data["total"])
        assert found.get(("base", f"GS-{grade}")) == expected


def test_nothing_is_listed_for_a_grade_no_level_gives() -> None:
    assert flips(deputy="GS-14") == []
    with pytest.raises(Exception, match="no level is given"):
        flips(levels={"1": "1-2"})
