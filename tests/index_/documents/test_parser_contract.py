"""Every parser in the folder: what it must have, and an example it must read as expected."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from index.documents import formats as parsers

EXAMPLES = Path(__file__).parent / "examples"
MODULES = sorted(parsers.modules())


def _example(name: str) -> Path:
    found = [p for p in EXAMPLES.glob(f"{name}.*") if p.suffix != ".json"]
    assert found, f"the examples here lack example {name}.* for the parser {name}"
    return found[0]


def _expected(name: str) -> dict[str, Any]:
    path = EXAMPLES / f"{name}.json"
    assert path.is_file(), f"the examples here lack {name}.json for the parser {name}"
    return dict(json.loads(path.read_text("utf-8")))


def test_the_folder_is_what_is_used() -> None:
    folder = Path(parsers.__file__).parent
    assert {p.stem for p in folder.glob("*.py") if p.stem != "__init__"} == set(MODULES)


@pytest.mark.parametrize("name", MODULES)
def test_a_parser_says_what_it_reads(name: str) -> None:
    module = parsers.modules()[name]
    assert module.NAME
    assert module.SUFFIXES
    for suffix in module.SUFFIXES:
        assert suffix == suffix.lower()
        assert suffix.startswith(".")
        assert suffix in parsers.supported_suffixes()


def test_no_suffix_belongs_to_two_parsers() -> None:
    every = [suffix for module in parsers.modules().values() for suffix in module.SUFFIXES]
    assert len(every) == len(set(every))


@pytest.mark.parametrize("name", MODULES)
def test_a_parser_reads_its_example(name: str) -> None:
    path, expected = _example(name), _expected(name)
    document = parsers.parse(path)
    assert document.id == path.stem
    assert document.title == expected["title"]
    assert document.kind == expected["kind"]
    assert document.edition == expected["edition"]
    assert list(document.series) == expected["series"]
    assert [page.label for page in document.pages] == expected["pages"]
    assert [[h.depth, h.text] for h in document.headings] == expected["headings"]
    for words in expected["contains"]:
        assert words in document.text
    for words in expected["absent"]:
        assert words not in document.text


@pytest.mark.parametrize("name", MODULES)
def test_spans_are_true(name: str) -> None:
    document = parsers.parse(_example(name))
    for heading in document.headings:
        assert document.text[heading.start : heading.end] == heading.text
    ends = 0
    for page in document.pages:
        assert page.start == ends
        ends = page.end
    if document.pages:
        assert ends == len(document.text)
