"""A mistake in a file is told of the field it stands in, and every mistake is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal

import pytest

from core.errors import CaseError, InputError, StandardError
from core.reading import Before, Day, Flag, Form, Words, build, load

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


# --- data to a model ---------------------------------------------------------------------


@dataclass(frozen=True)
class Part(Form):
    EXAMPLE: ClassVar[str] = '{"name": "..."}'

    name: Words
    kind: Literal["plain", "striped"] = "plain"


@dataclass(frozen=True)
class Whole(Form):
    title: str
    day: Day | None = None
    sure: Flag = True
    size: Annotated[int, Before(lambda value: value)] = 0
    either: dict[str, str] | list[Part] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    names: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"titel": 1}, 'titel: "titel" is not a field here. Did you mean "title"?'),
        ({"title": 7}, "title: 7 is given, but it should be a text."),
        ({"day": "2024-02-30"}, 'day: "2024-02-30" is not a date. Write year, month and day'),
        ({"day": "0204-02-03"}, "day: 0204-02-03 lies outside the years 1949 to 2199."),
        ({"sure": "yes"}, 'sure: "yes" is not true or false.'),
        ({"size": "big"}, 'size: "big" is given, but it should be a whole number.'),
        ({"parts": {"name": "x"}}, "parts: an object is given, not a list. Write [[parts]]"),
        ({"parts": ["x"]}, 'parts[1]: "x" is given, but an object is needed. Write {"name"'),
        ({"parts": [{}]}, 'parts[1].name: "name" is missing. Write {"name": "..."}.'),
        ({"parts": [{"name": " "}]}, "parts[1].name: the text is empty."),
        ({"parts": [{"name": "x", "kind": "plane"}]}, 'parts[1].kind: "plane" is given, which'),
        ({"names": "x"}, 'names: "x" is given, not a list. Write a list: names = ["..."].'),
        ({"either": [{"nam": "x"}]}, 'either[1].nam: "nam" is not a field here. Did you mean'),
        ({"either": {"a": 1}}, "either.a: 1 is given, but it should be a text."),
    ],
)
def test_one_mistake_is_one_plain_sentence(change: dict[str, Any], sentence: str) -> None:
    data = {"title": "x", **change}
    if "titel" in change:
        del data["title"]
    with pytest.raises(CaseError) as caught:
        build(Whole, data, where="a.toml")
    assert len(caught.value.mistakes) == 1
    assert caught.value.sentence().startswith(f"a.toml: {sentence}")
    assert caught.value.hint
    assert "mistakes" not in caught.value.as_dict()


def test_a_misspelt_field_comes_first_and_everything_is_told() -> None:
    with pytest.raises(StandardError) as caught:
        build(Whole, {"title": 7, "sure": 1, "dya": 2}, where="a.toml", error=StandardError)
    assert [one.where for one in caught.value.mistakes] == [
        "a.toml: dya",
        "a.toml: title",
        "a.toml: sure",
    ]
    told = caught.value.as_dict()
    assert (told["where"], len(told["mistakes"])) == ("a.toml: dya", 3)
    assert caught.value.sentence().count("\n") == 2
