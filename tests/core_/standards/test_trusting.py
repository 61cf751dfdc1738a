"""Standards that come with the program are read without being checked, and read the same."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import core.standards
from core.standards.model import Standard
from core.standards.reading import trusting

DATA = Path(core.standards.__path__[0]) / "data"
FILES = [path for path in sorted(DATA.glob("*/*.toml")) if path.parent.name != "gssg"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_an_unchecked_standard_equals_the_checked_one(path: Path) -> None:
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    checked, trusted = Standard.model_validate(raw), trusting(raw)
    assert trusted == checked
    assert trusted.shown() == checked.shown()
    for one, other in zip(trusted.factors, checked.factors, strict=True):
        assert [level.shown() for level in one.levels] == [level.shown() for level in other.levels]
