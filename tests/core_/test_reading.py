"""A mistake in TOML is told of the key it stands at, by every command that reads TOML."""

from __future__ import annotations

import pytest

from core.errors import CaseError, InputError
from core.reading import load

WRONG = [
    ("a value", "total = 1\ntotal = 2\n", "total (line 2)", 'the key "total" is given twice'),
    ("a level", '[levels]\n2 = "2-4"\n"2" = "2-5"', "2 (line 3)", 'the key "2" is given twice'),
    ("a key within braces", "x = {a = 1, a = 2}", "a (line 1)", 'the key "a" is given twice'),
    ("a table", "[levels]\n[levels]", "levels (line 2)", 'the key "levels" is given twice'),
    ("a table in a table", "[a.b]\n[a.b]", "a.b (line 2)", 'the key "a.b" is given twice'),
    ("a list and a table", "[[duties]]\n[duties]", "duties (line 2)", 'the key "duties" is given'),
    ("a table and a key", "a.b = 1\na = 2", "a (line 2)", 'the key "a" is given twice'),
    ("a table in braces again", "a = {}\n[a]", "a (line 2)", 'the key "a" is given twice'),
    ("a key added to braces", "a = {}\na.b = 1", "a (line 2)", 'the key "a" is given twice'),
    ("a long text", 'x = 1\nx = """\na\n"""', "the key (line 4)", "a key is given twice"),
    ("a day", "y = 1\nas_of = 2014-02-30", "as_of (line 2)", "not a date that exists"),
    ("a day in a list", "days = [\n2014-02-30]", "the date (line 2)", "not a date that exists"),
    ("a month", "as_of = 2014-13-01 # autumn\ny = 1", "as_of (line 1)", "not a date that exists"),
]


@pytest.mark.parametrize(
    ("text", "place", "said"), [w[1:] for w in WRONG], ids=[w[0] for w in WRONG]
)
def test_the_key_and_the_remedy_are_named(text: str, place: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        load(text, where="case.toml", fmt="toml", error=CaseError)
    assert caught.value.where == f"case.toml: {place}"
    assert said in caught.value.message
    assert caught.value.hint in (
        "Keep one of the two.",
        "Write year, month and day, such as 2014-08-20.",
    )
    assert "\n" not in caught.value.sentence()


@pytest.mark.parametrize("text", ["x = [1,", "x = ", "= 3", "[x", 'x = "\x1b[31m"'])
def test_any_other_mistake_names_the_place(text: str) -> None:
    with pytest.raises(CaseError, match="not valid TOML") as caught:
        load(text, where="case.toml", fmt="toml")
    assert "\x1b" not in caught.value.sentence()
    assert "given twice" not in caught.value.message


def test_a_hostile_key_is_shown_as_data() -> None:
    text = '"\\u001b[31m" = 1\n"\\u001b[31m" = 2\n'
    with pytest.raises(CaseError, match="is given twice") as caught:
        load(text, where="case.toml", fmt="toml")
    assert "\x1b" not in caught.value.sentence()
    assert caught.value.where == "case.toml: the key (line 2)"
