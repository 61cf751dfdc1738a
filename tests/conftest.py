"""Shared fixtures: the real documents when they are there, and a private data folder."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"


# An application leaves garbage that is found only by looking at all there is; a fifth of the time
# of its tests went into looking. There is memory enough to look seldom.
gc.set_threshold(20_000, 20)


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
