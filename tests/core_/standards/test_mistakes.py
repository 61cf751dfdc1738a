"""Every mistake the reader of a standard can report, each with an example and its message."""

from __future__ import annotations

import ast
import traceback
from pathlib import Path

import pytest

from core.errors import StandardError
from core.standards.file import read_standard

ROOT = Path(__file__).resolve().parents[3]
BROKEN = sorted((Path(__file__).parent / "broken_standards").glob("*.toml"))
READER = ("file", "fields", "factors", "aspects", "chart", "about")


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


def sites() -> set[tuple[str, int]]:
    """Every place in the reader that refuses a file: module and line."""
    found = set()
    for name in READER:
        path = ROOT / "core" / "standards" / f"{name}.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Raise):
                found.add((path.name, node.lineno))
    return found


def test_every_mistake_the_reader_can_report_has_an_example() -> None:
    every = sites()
    assert len(every) >= 60
    reached = set()
    for path in BROKEN:
        frames = traceback.extract_tb(refused(path).__traceback__)
        last = frames[-1]
        # The frame's line is that of the statement that raised.
        reached.add((Path(last.filename).name, last.lineno))
    assert {site for site in every if site not in reached} == set()


def test_the_reader_has_no_other_modules() -> None:
    """A new module of the reader has to be counted too."""
    text = "".join(
        (ROOT / "core" / "standards" / f"{name}.py").read_text(encoding="utf-8") for name in READER
    )
    imported = {
        line.split()[1].removeprefix("core.standard_")
        for line in text.splitlines()
        if line.strip().startswith("from core.standard_")
    }
    assert imported <= set(READER)
