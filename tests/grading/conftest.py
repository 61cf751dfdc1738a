"""The real decision the grading tests lean on, and its levels."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# A busy machine is slow without anything being wrong.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

GOLDEN = Path(__file__).resolve().parents[1] / "golden"


@pytest.fixture(scope="session")
def decision() -> dict[str, Any]:
    """What OPM credited and what was asked in C-0080-11-02."""
    return tomllib.loads((GOLDEN / "grading_c-0080-11-02.toml").read_text(encoding="utf-8"))


@pytest.fixture
def levels(decision: dict[str, Any]) -> dict[str, str]:
    """The nine levels credited in C-0080-11-02: 2,555 points, GS-11."""
    return dict(decision["credited"])
