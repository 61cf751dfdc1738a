"""The real decision the grading tests lean on, and its levels."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from core.standards.catalog import Catalog
from core.standards.reading import check_standard

# A busy machine is slow without anything being wrong.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "golden"


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
    for source in (ROOT / "core" / "standards" / "data", GOLDEN / "standards"):
        shutil.copytree(source, root, dirs_exist_ok=True)
    return Catalog(root, check=check_standard)


@pytest.fixture
def tide_office(fictional_catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> str:
    """The id of a fictional series standard with a combined chart, made known to the core."""
    monkeypatch.setattr("core.standards.catalog.default_catalog", lambda: fictional_catalog)
    return "gs-9990"
