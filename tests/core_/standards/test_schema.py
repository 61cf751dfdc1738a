"""The JSON schema of a standard's file: every shipped file fits it, and it knows every key."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from core.standards.model import Standard
from core.standards.reading import json_schema, read_standard
from core.standards.supervisory import SupervisoryStandard

ROOT = Path(__file__).resolve().parents[3]
SHIPPED = sorted((ROOT / "core" / "standards" / "data").glob("*/*.toml"))
FICTIONAL = sorted((ROOT / "tests" / "golden" / "standards").glob("*/*.toml"))
BROKEN = sorted((Path(__file__).parent / "broken_standards").glob("*.toml"))
# What only the reader can judge: how values hang together.
READER_ONLY = {
    "alternative-alone",
    "alternative-not-significant",
    "aspect-twice",
    "aspects-none-significant",
    "branch-alternative-not-significant",
    "branch-significant-inside-another",
    "chart-cell-missing",
    "chart-does-not-rise",
    "chart-of-a-missing-factor",
    "chart-of-no-number",
    "chart-row-missing",
    "chart-rows-are-columns",
    "chart-rows-lettered",
    "chart-unlikely-no-cell",
    "ends-before-it-begins",
    "example-of-another-factor",
    "factor-not-a-number",
    "factor-twice",
    "grades-out-of-order",
    "group-inside-a-branch",
    "illustration-without-a-level",
    "key-missing",
    "level-lettered-without-a-chart",
    "level-of-another-factor",
    "level-twice",
    "levels-out-of-order",
    "official-level-without-words",
    "official-words-in-a-digest",
    "official-words-of-a-factor-in-a-digest",
    "partial-without-a-list",
    "points-beside-a-chart",
    "points-do-not-rise",
    "points-page-of-no-document",
    "range-open-in-the-middle",
    "range-upside-down",
    "ranges-overlap",
    "successor-of-one-in-force",
    "superseded-without-an-end",
    "total-without-a-grade",
    "unknown-but-described",
    "unknown-levels-of-a-whole-edition",
    "unknown-of-no-factor",
    "unknown-twice",
}


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json_schema(Standard, SupervisoryStandard)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def data_of(path: Path) -> Any:
    """A file's data as JSON has it: a date is a text."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(one) for key, one in value.items()}
        if isinstance(value, list):
            return [plain(one) for one in value]
        return value.isoformat() if isinstance(value, date) else value

    return plain(tomllib.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", [*SHIPPED, *FICTIONAL], ids=lambda path: path.parent.name)
def test_every_file_fits_the_schema(path: Path, validator: Draft202012Validator) -> None:
    assert [error.message for error in validator.iter_errors(data_of(path))] == []


def test_the_schema_refuses_what_needs_no_knowledge_of_the_whole(
    validator: Draft202012Validator,
) -> None:
    let_through = set()
    for path in BROKEN:
        if not path.stem.startswith("not-toml") and validator.is_valid(data_of(path)):
            let_through.add(path.stem)
    assert let_through == READER_ONLY


def keys_of(node: dict[str, Any], schema: dict[str, Any]) -> set[str]:
    """The keys a schema allows in a table, in any of its forms."""
    if "$ref" in node:
        return keys_of(schema["$defs"][node["$ref"].rpartition("/")[2]], schema)
    found = set(node.get("properties", {}))
    for option in [*node.get("anyOf", []), *node.get("oneOf", [])]:
        found |= keys_of(option, schema)
    return found


def inside(node: dict[str, Any], key: str, schema: dict[str, Any]) -> list[dict[str, Any]]:
    """The schemas of what stands under a key of a table."""
    if "$ref" in node:
        return inside(schema["$defs"][node["$ref"].rpartition("/")[2]], key, schema)
    found = []
    if key in node.get("properties", {}):
        value = node["properties"][key]
        found += [one.get("items", one) for one in [value, *value.get("anyOf", [])]]
    for option in [*node.get("anyOf", []), *node.get("oneOf", [])]:
        found += inside(option, key, schema)
    return found


def used(value: Any, path: str, found: dict[str, set[str]]) -> None:
    """Note the keys of every table in a file's data, by its place without numbers."""
    if isinstance(value, list):
        for one in value:
            used(one, path, found)
    elif isinstance(value, dict):
        found.setdefault(path, set()).update(value)
        for key, one in value.items():
            used(one, f"{path}.{key}" if path else key, found)


def test_every_key_the_schema_allows_stands_in_a_file_that_is_read() -> None:
    everything = (Path(__file__).parent / "everything.toml").read_text("utf-8")
    read_standard(everything, where="everything.toml")
    points = everything[everything.index("[[factors]]") :]
    guide = everything.replace(points, "").replace('"fes"', '"narrative"\nguide = "lanterns"')
    for line in ("partial", "unknown", "points_from", "conversion_from"):
        guide = re.sub(rf"^{line} = .*$", "", guide, flags=re.MULTILINE)
    read_standard(guide, where="guide.toml")
    found: dict[str, set[str]] = {}
    for text in (everything, guide, *(path.read_text("utf-8") for path in [*SHIPPED, *FICTIONAL])):
        used(tomllib.loads(text), "", found)
    schema = json_schema(Standard, SupervisoryStandard)
    checked = 0
    for path, keys in found.items():
        # The names in these tables are levels and factors; branches nest without end.
        named = path.startswith("combined.points") or path == "examples.levels"
        if named or path.endswith(("any_of", "all_of")):
            continue
        nodes = [schema]
        for part in filter(None, path.split(".")):
            nodes = [one for node in nodes for one in inside(node, part, schema)]
        allowed = set().union(*(keys_of(node, schema) for node in nodes))
        assert keys == allowed, path
        checked += 1
    assert checked >= 15
