"""The real decision the grading tests lean on, and its levels."""

from __future__ import annotations

import shutil
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from core.standards.catalog import Catalog, StandardFile
from core.standards.reading import check_standard

# A busy machine is slow without anything being wrong.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "golden"
SHIPPED = ROOT / "core" / "standards" / "data"
WORKED = date(2026, 1, 1)
"""The day the examples were worked on."""


class HeldThen(Catalog):
    """Standards as they were held on the day the examples were worked on.

    Most examples name no day. A later edition does not change what they were worked with; the
    figures of every edition there is are held to its document in tests of the standards.
    """

    def editions(self, wanted: str) -> tuple[StandardFile, ...]:
        return tuple(one for one in super().editions(wanted) if one.in_force_from <= WORKED)


@pytest.fixture(scope="session")
def decision() -> dict[str, Any]:
    """What OPM credited and what was asked in C-0080-11-02."""
    return tomllib.loads((GOLDEN / "grading_c-0080-11-02.toml").read_text(encoding="utf-8"))


@pytest.fixture
def levels(decision: dict[str, Any]) -> dict[str, str]:
    """The nine levels credited in C-0080-11-02: 2,555 points, GS-11."""
    return dict(decision["credited"])


@pytest.fixture(scope="session")
def fictional_catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The bundled standards, and the fictional ones of the goldens beside them."""
    root = tmp_path_factory.mktemp("standards")
    for source in (SHIPPED, GOLDEN / "standards"):
        shutil.copytree(source, root, dirs_exist_ok=True)
    return HeldThen(root, check=check_standard)


@pytest.fixture
def tide_office(fictional_catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> str:
    """The id of a fictional series standard with a combined chart, made known to the core."""
    monkeypatch.setattr("core.standards.catalog.default_catalog", lambda: fictional_catalog)
    return "gs-9990"
