"""Fictional standards on disk; no standard read in outlives its test."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from core.standards.catalog import name_roots
from core.standards.reading import check_standard
from tests.index_.standards import fictional


@pytest.fixture(autouse=True)
def _forget() -> Any:
    yield
    name_roots((), check_standard)


@pytest.fixture
def lamps(tmp_path: Path) -> Path:
    path = tmp_path / "lamps.pdf"
    path.write_bytes(fictional.older_pdf()[0])
    return path


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_bytes(fictional.misprinted_text()[0])
    return path
