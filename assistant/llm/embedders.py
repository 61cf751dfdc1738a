"""Embeddings other than those that come with the installation.

``FES_EMBEDDER`` unset, or ``built-in``, means the library's own. ``provider:name`` picks one
through LangChain; ``openai`` with ``OPENAI_BASE_URL`` reaches any OpenAI-compatible server. The
text of the documents is then sent to that server. Nothing is traced, and no tokenizer is fetched.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from assistant.llm.bounded import bound
from assistant.llm.calling import (
    calling,
    nonsense,
    not_installed,
    not_usable,
    stop_reporting,
    unbounded,
)
from assistant.llm.providers import PROVIDERS, Endpoint, find_endpoint

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

    from index.record.embedding import Embedder

SETTING = "FES_EMBEDDER"
BUILT_IN = "built-in"
BATCH = 32
"""Texts sent in one request."""
MOST_CHARACTERS = 24_000
"""Of a longer text only the beginning is embedded: servers refuse more than some 8 000 tokens."""
_LARGEST_ANSWER = 32 * 1024 * 1024


def load_embedder(setting: str, environ: Mapping[str, str] | None = None) -> Embedder | None:
    """Return the embedder a setting names, or None for the library's own; nothing is sent yet.

    Args:
        setting: the value of ``FES_EMBEDDER``.
        environ: the environment with keys and addresses; the process's own when None.

    Raises:
        UsageError: when the setting is malformed, the provider is unknown or not installed,
            or its key is missing.
    """
    if setting.strip().lower() in {"", BUILT_IN}:
        return None
    embedding = [name for name, one in PROVIDERS.items() if one.embeds]
    endpoint = find_endpoint(setting, SETTING, environ, embedding)
    stop_reporting()
    options: dict[str, Any] = dict(endpoint.options)
    try:
        if endpoint.provider == "openai":
            options |= _openai_options(endpoint)
        from langchain.embeddings import init_embeddings

        inner = init_embeddings(endpoint.model, provider=endpoint.provider, **options)
        bounded = bound(inner, endpoint, _LARGEST_ANSWER)
    except ImportError as error:
        raise not_installed(endpoint, error) from error
    except Exception as error:
        raise not_usable(endpoint) from error
    if not bounded:
        raise unbounded(endpoint)
    return RemoteEmbedder(inner, endpoint)


def _openai_options(endpoint: Endpoint) -> dict[str, Any]:
    return {
        "base_url": endpoint.address,
        "api_key": endpoint.key,
        # Counting tokens would fetch a vocabulary from the network.
        "check_embedding_ctx_length": False,
    }


class RemoteEmbedder:
    """A LangChain embedding model in the form the index takes: unit vectors, batch by batch."""

    version = "langchain"

    def __init__(self, inner: Embeddings, endpoint: Endpoint) -> None:
        self._inner = inner
        self._endpoint = endpoint
        self._dimensions = 0

    @property
    def name(self) -> str:
        """The provider and the model's name."""
        return f"{self._endpoint.provider}:{self._endpoint.model}"

    @property
    def dimensions(self) -> int:
        """The length of a vector; asks the server once when none has been made yet."""
        if not self._dimensions:
            self.embed_query("dimensions")
        return self._dimensions

    def embed_passages(self, texts: Sequence[str]) -> Iterator[list[float]]:
        """Yield one unit vector a text, in order.

        Raises:
            UsageError: when the server does not have the model.
            ModelError: when the server fails or its vectors cannot be used.
        """
        for start in range(0, len(texts), BATCH):
            batch = [_sendable(text) for text in texts[start : start + BATCH]]
            with calling(self._endpoint):
                vectors = self._inner.embed_documents(batch)
            if not isinstance(vectors, list) or len(vectors) != len(batch):
                raise nonsense(self._endpoint)
            yield from [self._unit(vector) for vector in vectors]

    def embed_query(self, text: str) -> list[float]:
        """Return the unit vector of a search.

        Raises:
            UsageError: when the server does not have the model.
            ModelError: when the server fails or its vector cannot be used.
        """
        with calling(self._endpoint):
            vector = self._inner.embed_query(_sendable(text))
        return self._unit(vector)

    def _unit(self, vector: object) -> list[float]:
        if not isinstance(vector, list) or not all(
            isinstance(value, int | float) and math.isfinite(value) for value in vector
        ):
            raise nonsense(self._endpoint)
        length = math.sqrt(sum(value * value for value in vector))
        wrong_size = self._dimensions and len(vector) != self._dimensions
        if not length or wrong_size:
            raise nonsense(self._endpoint)
        self._dimensions = len(vector)
        return [float(value) / length for value in vector]


def _sendable(text: str) -> str:
    # Servers refuse an empty text; one of spaces only has no direction either.
    return text[:MOST_CHARACTERS] if text.strip() else "empty"
