"""Every mistake the reader of a standard can report, each with an example and its message."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from core.errors import StandardError
from core.standards.reading import read_standard

ROOT = Path(__file__).resolve().parents[3]
BROKEN = sorted((Path(__file__).parent / "broken_standards").glob("*.toml"))
READER = ("checks/values", "checks/parts", "checks/whole", "criteria", "model")
"""The modules that say what is wrong with a standard's file."""


def refused(path: Path) -> StandardError:
    with pytest.raises(StandardError) as caught:
        read_standard(path.read_text(encoding="utf-8"), where=path.name)
    return caught.value


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_mistake_is_named_with_its_field_and_its_remedy(path: Path) -> None:
    error = refused(path)
    message, hint, *_ = path.read_text(encoding="utf-8").splitlines()
    assert error.where == path.name
    expected = message.removeprefix("# ")
    if path.stem.startswith("not-toml"):
        # How Python's reader of TOML puts it differs from version to version.
        assert error.message.startswith(expected)
    else:
        assert error.message == expected
    assert error.hint == hint.removeprefix("# ")


def forms() -> set[str]:
    """Every sentence the reader can say about a value, as a pattern."""
    found = set()
    for name in READER:
        path = ROOT / "core" / "standards" / f"{name}.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id  # type: ignore[attr-defined]
            place = {"refuse": 0, "Mistake": 1, "list_of": 0}.get(called)
            if place is None or (called == "list_of" and name == "checks/values"):
                continue
            said = node.args[place]
            parts = said.values if isinstance(said, ast.JoinedStr) else [said]
            texts = [one.value if isinstance(one, ast.Constant) else None for one in parts]
            if any(texts):
                found.add(".*".join(re.escape(str(one)) for one in texts if one is not None))
    return found


def test_every_mistake_the_reader_can_report_has_an_example() -> None:
    every = forms()
    assert len(every) >= 45
    said = [refused(path).message for path in BROKEN]
    assert {form for form in every if not any(re.search(form, one) for one in said)} == set()


def test_every_mistake_of_a_file_is_reported_at_once() -> None:
    text = (Path(__file__).parent / "everything.toml").read_text(encoding="utf-8")
    for before, after in (
        ('pay_plan = "GS"', 'pay_plan = 7\ncolour = "red"'),
        ('code = "oil"', ""),
        ("points = 200", 'points = "200"'),
        ("in_force_to = 2009-12-31", "in_force_to = 1999-12-31"),
        ("min = 50", "min = 500"),
        ('unknown = ["1-1"]', 'unknown = ["third"]'),
    ):
        assert before in text
        text = text.replace(before, after, 1)
    with pytest.raises(StandardError) as caught:
        read_standard(text, where="x.toml")
    said = [mistake.message for mistake in caught.value.mistakes]
    assert sorted(said) == [
        "colour is not a key this file may have",
        "conversion[1].max is 300, below its min of 500",
        "corrections[1].points must be a whole number, not '200'",
        "in_force_to lies before in_force_from",
        "notes[1].code is missing",
        "pay_plan must be a text that is not empty",
        "unknown names 'third', which is not a level such as 2-1",
    ]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('issued = "June 2001"', 'isued = "June 2001"', 'Did you mean "issued"?'),
        ('summary = "Keeps lanterns."', 'sumary = "Keeps lanterns."', 'Did you mean "summary"?'),
        ('key = "care"', 'key = "care"\nsignificance = true', 'Did you mean "significant"?'),
        ('title = "Harbor', 'titel = "Harbor', 'Did you mean "title"?'),
    ],
)
def test_a_misspelt_key_is_told_the_right_one(before: str, after: str, said: str) -> None:
    text = (Path(__file__).parent / "everything.toml").read_text(encoding="utf-8")
    assert before in text
    with pytest.raises(StandardError) as caught:
        read_standard(text.replace(before, after, 1), where="x.toml")
    assert any(mistake.hint.startswith(said) for mistake in caught.value.mistakes)
