"""Shared fixtures: the real documents when they are there, and a private data folder."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"


# An application leaves garbage that is found only by looking at all there is; a fifth of the time
# of its tests went into looking. There is memory enough to look seldom.
gc.set_threshold(20_000, 20)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int | None:
    """Return how many processes share the tests: while some wait for a screen, others work."""
    if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ:
        return None  # as whoever runs them wants it
    there = os.cpu_count() or 1
    return there + (there + 1) // 2


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take long, so that nobody is left with one of them at the end."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real OPM documents; skips when the checkout stands alone."""
    if not CORPUS.is_dir():
        pytest.skip("the real OPM documents (../shared/corpus) are not beside this checkout")
    return CORPUS


@pytest.fixture(autouse=True)
def _private_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test away from the user's data folder, model and home."""
    monkeypatch.setenv("FES_HOME", str(tmp_path / "fes-home"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    for name in ("FES_MODEL", "FES_EMBEDDER", "OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
