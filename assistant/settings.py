"""Settings, read once from the environment and passed on explicitly."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from assistant.paths import data_home


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run of the program needs to know.

    ``home`` is the data folder, ``model`` the ``provider:name`` of a chat model (empty: none,
    the extractive arguer answers), ``embedder`` the ``provider:name`` of other embeddings
    (empty: those that come with the installation).
    """

    home: Path
    model: str = ""
    embedder: str = ""

    @property
    def example_home(self) -> Path:
        """Return the folder of the bundled example's own small library."""
        return self.home / "example"


def load_settings(environ: dict[str, str] | None = None) -> Settings:
    """Read the settings from the environment (``FES_HOME``, ``FES_MODEL``, ``FES_EMBEDDER``).

    Raises:
        UsageError: when a setting cannot be used.
    """
    env = dict(os.environ) if environ is None else environ
    return Settings(
        home=data_home(env),
        model=env.get("FES_MODEL", "").strip(),
        embedder=env.get("FES_EMBEDDER", "").strip(),
    )
