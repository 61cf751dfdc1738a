"""Opening a library with the embeddings that the settings choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.llm import embedders
from assistant.llm.decision_figures import figure_doubts

if TYPE_CHECKING:
    from assistant.settings import Settings
    from index.library import Library


def open_library(settings: Settings, *, example: bool = False) -> Library:
    """Open the library of the user's own documents, or the bundled example's, kept apart.

    Raises:
        StorageError: when the data folder cannot be used.
        UsageError, ModelError: when other embeddings are set and cannot be had.
    """
    from index.library import Library

    embedder = embedders.load_embedder(settings.embedder)
    home = settings.example_home if example else settings.home
    return Library.open(home, embedder, figures=figure_doubts)
