"""A standard's file may hold anything: the reader refuses it by name or reads it."""

from __future__ import annotations

import copy
import tomllib
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import StandardError
from core.overview import check_file
from core.standards.reading import read_standard

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
SOURCES = {
    "everything": HERE / "everything.toml",
    "chart": ROOT / "tests" / "golden" / "standards" / "gs-9990" / "2001-06.toml",
    "referral": ROOT / "core" / "standards" / "data" / "gs-0301" / "1979-01.toml",
    "guide": ROOT / "core" / "standards" / "data" / "gssg" / "1998-04.toml",
}
DATA = {name: tomllib.loads(path.read_text("utf-8")) for name, path in SOURCES.items()}

VALUES = st.one_of(
    st.none(),  # The key is taken out.
    st.booleans(),
    st.integers(min_value=-(2**40), max_value=2**40),
    st.floats(allow_nan=True),
    st.text(max_size=8),
    st.sampled_from(
        ["1-1", "4A-2", "7-B", "6", "fes", "official", "../x", "\u202e", "\x1b[31m", "x" * 3000]
    ),
    st.dates(min_value=date(1900, 1, 1)),
    st.datetimes(min_value=datetime(1900, 1, 1)),  # noqa: DTZ001 - a local time, as TOML has them.
    st.just(time(1, 2)),
    st.just([]),
    st.just({}),
    st.lists(st.one_of(st.integers(), st.text(max_size=3), st.just({})), max_size=3),
    st.dictionaries(
        st.sampled_from(["key", "any_of", "1", "7-A", "\x1b[31m", "k" * 900]),
        st.text(max_size=3),
        max_size=2,
    ),
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a file's data, tables and lists too."""
    found = [path] if path else []
    if isinstance(value, dict):
        for key, inner in value.items():
            found += places(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            found += places(inner, (*path, index))
    return found


PLACES = {name: places(data) for name, data in DATA.items()}


def changed(data: dict[str, Any], path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    data = copy.deepcopy(data)
    inner: Any = data
    for part in path[:-1]:
        inner = inner[part]
    if value is None:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return data


@pytest.mark.parametrize("name", SOURCES)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(drawn=st.data())
def test_any_value_in_any_place_is_read_or_refused_by_name(name: str, drawn: st.DataObject) -> None:
    path = drawn.draw(st.sampled_from(PLACES[name]))
    text = tomli_w.dumps(changed(DATA[name], path, drawn.draw(VALUES)))
    error = None
    try:
        check_file(text, where="x.toml")
    except StandardError as raised:
        error = raised
    if error is not None:
        assert error.where == "x.toml"
        assert error.hint
        assert len(error.message) < 600
        assert error.message.isprintable()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("pay_plan", 'pay_plan = "GS"\n"\\u001b[31m" = 1 #'), "?[31m is not a key"),
        (('"fes"', f'"{"x" * 3000}"'), "method is 'xxx"),
        (("1 = ", f'"{"k" * 3000}" = '), "examples[1].levels.kkk"),
    ],
)
def test_what_a_file_says_does_not_run_through_the_message(
    change: tuple[str, str], said: str
) -> None:
    text = SOURCES["everything"].read_text(encoding="utf-8").replace(*change, 1)
    with pytest.raises(StandardError) as caught:
        read_standard(text, where="x.toml")
    assert said in caught.value.message
    assert len(caught.value.message) < 600
    assert caught.value.message.isprintable()


@pytest.mark.parametrize(
    "text",
    ["", "\0", "[" * 5000, "a = " + "[" * 5000, "a.b" * 3000, 'a = "' + "x" * 100_000, "=" * 9],
)
def test_what_is_no_standard_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(StandardError) as caught:
        read_standard(text, where="x.toml")
    assert len(caught.value.message) < 600
