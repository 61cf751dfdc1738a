"""How long a warm search takes as the library grows, and how much memory it holds.

The real passages are replicated with other words and other numbers in them, and their vectors
turned a little, so that no two are the same; nothing is embedded again. The baseline of each
size is the same query vector asked of the same Chroma collection for its ten nearest, the
embedding of the query included: what a plain vector store would take.

Sizes are 1, 10,000 and, with ``FES_BENCH_LARGE=1``, 200,000 passages (building that one takes
about an hour); ``FES_BENCH_HOME`` names a library of the real documents to start from, and
``FES_BENCH_KEEP`` a folder in which the grown libraries are kept for another run.
"""

from __future__ import annotations

import json
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.library import Library
from index.models import Document, Passage, Query
from index.record.embedding import MiniLM
from index.record.maintenance import DIMENSIONS, EMBEDDER, Maintenance
from index.record.store import Store
from tests.bench.retrieval import CORPUS, QUESTIONS

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection
    from numpy.typing import NDArray

AIM_P50, AIM_P95, AIM_SIZE = 50.0, 120.0, 10_000
ROUNDS = 4
TURN = 0.04
"""How far a replicated vector is turned, as the length of the noise added to a unit vector."""

_NUMBER = re.compile(r"\b\d{1,4}\b")


def perturbed(passage: Passage, copy: int, start: int, rng: random.Random) -> Passage:
    """Return a passage of copy number ``copy`` with other numbers and a few words left out."""
    text = _NUMBER.sub(lambda m: str((int(m[0]) + copy) % 9973), passage.text)
    words = [word for word in text.split(" ") if rng.random() > 0.05] or [text]
    text = " ".join(words)
    document = f"{passage.document}-{copy}"
    return passage.model_copy(
        update={
            "id": f"{document}#{passage.id.rpartition('#')[2]}",
            "document": document,
            # A copy is another document, which no statement stands on.
            "title": passage.title if copy == 0 else f"Volume {copy} of {passage.document}",
            "text": text,
            "start": start,
            "end": start + len(text),
        }
    )


def grow(source: Path, home: Path, size: int) -> None:
    """Build a library of at least ``size`` passages out of a real one."""
    rng, noise = random.Random(7), np.random.default_rng(7)  # noqa: S311
    embedder = MiniLM()
    with Library.open(source) as library:
        passages = library.passages()
        decisions = {d.document: d for d in library.decisions()}
        searchable = library._current()
        kept = searchable.maintenance.vectors.all().rows
        keys = {p.id: key for key, p in searchable.at.passages.items()}
    documents: dict[str, list[Passage]] = {}
    for passage in passages:
        documents.setdefault(passage.document, []).append(passage)
    store = Store.open(home)
    maintenance = Maintenance(store, embedder)
    from index.record import embedding

    store.set_meta(EMBEDDER, embedding.signature(embedder))
    store.set_meta(DIMENSIONS, "384")
    done = copy = 0
    while done < size:
        for name, own in documents.items():
            copies, start = [], 0
            for passage in own:
                copies.append(perturbed(passage, copy, start, rng))
                start = copies[-1].end + 1
            document = Document(
                id=f"{name}-{copy}",
                title=copies[0].title,
                kind=own[0].kind,
                text="\n".join(p.text for p in copies),
            )
            decision = decisions.get(name)
            new = store.put(
                document,
                copies,
                data=document.id.encode(),
                origin=document.id,
                retrieved="2024-01-01",
                reader="bench",
                decision=decision and decision.model_copy(update={"document": document.id}),
            )
            vectors = {}
            for key, passage in zip(new, own, strict=True):
                rows = kept["vector"][kept["key"] == keys[passage.id]]
                rows = rows + noise.normal(0, TURN / 384**0.5, rows.shape) * (copy > 0)
                vectors[key] = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).tolist()
            maintenance.keep(vectors)
            done += len(copies)
        copy += 1
        print(f"\r{done:,} passages", end="", file=sys.stderr, flush=True)  # noqa: T201
    print(file=sys.stderr)  # noqa: T201
    maintenance.close()
    store.close()


def measure(home: Path) -> dict[str, float]:
    """Time warm searches of one library in this process."""
    queries = [json.loads(line)["query"] for line in QUESTIONS.read_text("utf-8").splitlines()]
    started = time.perf_counter()
    with Library.open(home) as library:
        library.search(Query(query=queries[0]))
        first = time.perf_counter() - started
        searchable = library._current()
        # Nothing of the program asks Chroma for the nearest: it does so here as the baseline.
        vectors = searchable.maintenance.vectors
        ours: list[float] = []
        plain: list[float] = []
        filtered: list[float] = []
        for _ in range(ROUNDS):  # Taken in turn, so that a busy moment strikes all.
            for text in queries:
                started = time.perf_counter()
                library.search(Query(query=text))
                ours.append(time.perf_counter() - started)
                started = time.perf_counter()
                vector = library._embedder.embed_query(text)
                vectors._read(partial(_ten_nearest, np.array([vector], dtype=np.float32)))
                plain.append(time.perf_counter() - started)
            for text in queries[:15]:
                started = time.perf_counter()
                library.search(Query(query=text, kind="standard"))
                filtered.append(time.perf_counter() - started)
        size = len(searchable.at.passages)
    return {
        "passages": size,
        "first": first,
        "rss": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        **{f"ours{q}": _percentile(ours, q) for q in (50, 95)},
        **{f"plain{q}": _percentile(plain, q) for q in (50, 95)},
        **{f"filtered{q}": _percentile(filtered, q) for q in (50, 95)},
    }


def _ten_nearest(vector: NDArray[np.float32], collection: Collection) -> object:
    return collection.query(query_embeddings=vector, n_results=10)


def _percentile(times: list[float], q: int) -> float:
    return 1000 * statistics.quantiles(times, n=100)[q - 1]


def libraries(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the libraries to measure, building those that are not kept."""
    real = Path(os.environ.get("FES_BENCH_HOME") or folder / "real")
    with Library.open(real) as library:
        library.ingest([CORPUS])
    yield "real documents", real
    sizes = [AIM_SIZE, *([200_000] if os.environ.get("FES_BENCH_LARGE") else [])]
    for size in sizes:
        home = folder / f"grown-{size}"
        if not home.is_dir():
            grow(real, home, size)
        yield f"grown to {size:,}", home


def run() -> None:
    """Print the table; a plain nearest-ten query on the same vectors is the baseline."""
    if not CORPUS.is_dir() or not QUESTIONS.is_file():
        print(f"skipped: {CORPUS} or {QUESTIONS} is not there")  # noqa: T201
        return
    kept = os.environ.get("FES_BENCH_KEEP")
    with tempfile.TemporaryDirectory() as temporary:
        print(  # noqa: T201
            f"{'':18}{'passages':>9}{'p50 ms':>8}{'p95 ms':>8}{'ratio':>7}{'filtered p50':>14}"
            f"{'p95':>7}{'plain p50':>11}{'first s':>9}{'RSS MB':>8}"
        )
        for name, home in libraries(Path(kept or temporary)):
            # A process of its own, so that memory and warmth are of one library alone.
            code = (
                "import json; from pathlib import Path; from tests.bench.latency import measure; "
                f"print(json.dumps(measure(Path({str(home)!r}))))"
            )
            out = subprocess.run(
                [sys.executable, "-c", code], check=True, capture_output=True, text=True
            ).stdout
            row = json.loads(out.splitlines()[-1])
            print(  # noqa: T201
                f"{name:18}{row['passages']:>9,}{row['ours50']:>8.1f}{row['ours95']:>8.1f}"
                f"{row['ours50'] / row['plain50']:>6.1f}x{row['filtered50']:>14.1f}"
                f"{row['filtered95']:>7.1f}{row['plain50']:>11.1f}{row['first']:>9.1f}"
                f"{row['rss']:>8.0f}",
                flush=True,
            )
            if row["passages"] >= AIM_SIZE:
                met = row["ours50"] < AIM_P50 and row["ours95"] < AIM_P95
                print(f"aim: p50 under 50 ms, p95 under 120 ms: {'met' if met else 'NOT MET'}")  # noqa: T201
