"""One reader of rule books: a number stands once, a document stands once, a mistake is named."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from core.errors import AppError, StandardError
from core.law.rulebook import Source, cite, ordinal, read_rules, sources

CORE = Path(__file__).resolve().parents[2] / "core"
RULE: dict[str, Any] = {
    "code": "days",
    "text": "It is due in {count} days.",
    "source": "handbook",
    "page": "12",
    "count": 15,
    "unit": "days",
}


def test_the_text_takes_the_number_of_its_rule() -> None:
    for text, count, said in (
        ("It is due in {count} days.", 15, "It is due in 15 days."),
        ("After {count:word} years.", 2, "After two years."),
        ("After {count:word} years.", 12, "After 12 years."),
        ("The {count:ordinal} pay period.", 4, "The fourth pay period."),
        ("The {count:ordinal} pay period.", 26, "The 26th pay period."),
    ):
        found = read_rules([{**RULE, "text": text, "count": count}], where="x.toml")["days"]
        assert (found.text, found.value) == (said, count)
    assert (ordinal(6), ordinal(14)) == ("sixth", "14th")


@pytest.mark.parametrize(
    ("changes", "said", "remedy"),
    [
        ({"text": "It is due in 15 days."}, "types the number 15", "Write {count}"),
        ({"count": "15"}, "count must be a whole number", "digits only"),
        ({"count": None}, "asks for {count}, but there is none", "Correct"),
        ({"source": "nobody"}, "'nobody' is not one of sources.toml", "Correct"),
        ({"page": ""}, "page must be a text", "quotation marks"),
        ({"text": " "}, "text must be a text", "quotation marks"),
        ({"colour": "red"}, "colour is not a key", "Correct"),
    ],
)
def test_a_mistake_in_a_book_is_named_with_its_remedy(
    changes: dict[str, Any], said: str, remedy: str
) -> None:
    with pytest.raises(AppError) as caught:
        read_rules([{**RULE, **changes}], where="x.toml")
    assert said in caught.value.message
    assert remedy in caught.value.hint
    assert caught.value.message.startswith("rules[1].")
    assert caught.value.where == "x.toml"


def test_a_rule_stands_once_and_names_its_page_and_its_document() -> None:
    with pytest.raises(AppError, match=r"rules\[2\]\.code repeats 'days'"):
        read_rules([RULE, RULE], where="x.toml")
    with pytest.raises(AppError, match="without its printed page"):
        read_rules([{k: v for k, v in RULE.items() if k != "page"}], where="x.toml")
    bare = {k: v for k, v in RULE.items() if k != "source"}
    with pytest.raises(AppError, match="source is missing"):
        read_rules([bare], where="x.toml")
    with pytest.raises(StandardError, match="list of tables"):
        read_rules({"code": "days"}, where="x.toml", error=StandardError)
    own = read_rules([bare], where="x.toml", source=Source("A guide", "May 1999"))["days"]
    assert own.citation["document"] == "A guide"


def test_an_edition_is_typed_once_in_the_rules_and_the_code() -> None:
    """Released editions of standards are files of their own and say what they are."""
    typed = {one.edition for one in sources().values() if re.search(r"\d", one.edition)}
    texts = {
        path: path.read_text(encoding="utf-8")
        for path in [*CORE.rglob("*.py"), *CORE.rglob("*.toml")]
        if "standards/data" not in path.as_posix() and path.name != "sources.toml"
    }
    for edition in typed:
        found = [path.name for path, text in texts.items() if f'"{edition}"' in text]
        assert [name for name in found if "typical-levels" not in name] == [], edition
    assert cite("handbook", "10")["edition"] == sources()["handbook"].edition
