"""Opening a library with the embeddings that the settings choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.llm import embedders
from assistant.llm.decision_figures import figure_doubts

if TYPE_CHECKING:
    from assistant.settings import Settings
    from index.library import Library


def open_library(settings: Settings) -> Library:
    """Open the library of the user's own documents.

    Raises:
        StorageError: when the data folder cannot be used.
        UsageError, ModelError: when other embeddings are set and cannot be had.
    """
    from index.library import Library

    embedder = embedders.load_embedder(settings.embedder)
    return Library.open(settings.home, embedder, figures=figure_doubts)


def open_example_library(settings: Settings) -> Library:
    """Open the bundled example's own library, kept apart from the user's documents.

    Raises:
        StorageError: when the data folder cannot be used.
    """
    from index.library import Library

    embedder = embedders.load_embedder(settings.embedder)
    return Library.open(settings.example_home, embedder, figures=figure_doubts)
