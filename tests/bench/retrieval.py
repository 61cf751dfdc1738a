"""How well the library finds the passages that answer labelled questions, and how fast.

Each question names words that stand in a passage answering it. Plain lexical search and plain
search by vectors over the same passages, in the same run, are what ours is measured against.

``FES_BENCH_HOME`` names a library to use instead of a new one.
"""

from __future__ import annotations

import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from index import quotes, words
from index.library import Library
from index.models import Passage, Query

SHARED = Path(__file__).resolve().parents[3] / "shared"
CORPUS = SHARED / "corpus"
QUESTIONS = SHARED / "eval" / "queries.jsonl"

Search = Callable[[str], Sequence[Passage]]


def answers(passage: Passage, question: dict[str, object]) -> bool:
    """Return whether any of the words a question is labelled with stand in a passage."""
    golds = [question, *question.get("also", [])]  # type: ignore[misc]
    return any(
        passage.document == gold["doc"]
        and _plain(str(gold["must_contain"])) in _plain(passage.text)
        for gold in golds
    )


def _plain(text: str) -> str:
    return quotes.fold(text).text.replace("\x1f", "").replace("-", "").casefold()


def measure(search: Search, questions: Sequence[dict[str, object]]) -> dict[str, float]:
    """Return recall at 5 and 10, the mean reciprocal rank at 10, and the median time in ms."""
    ranks: list[int | None] = []
    times = []
    for question in questions:
        started = time.perf_counter()
        found = search(str(question["query"]))
        times.append(time.perf_counter() - started)
        ranks.append(
            next((n for n, p in enumerate(found[:10], start=1) if answers(p, question)), None)
        )
    total = len(ranks)
    return {
        "recall@5": sum(rank is not None and rank <= 5 for rank in ranks) / total,
        "recall@10": sum(rank is not None for rank in ranks) / total,
        "MRR@10": sum(1 / rank for rank in ranks if rank is not None) / total,
        "ms": 1000 * statistics.median(times),
    }


def plain_lexical(passages: Sequence[Passage]) -> Search:
    """Return BM25 as it comes, over the passages alone."""
    import bm25s

    index = bm25s.BM25()
    index.index([words.words(p.text) or [""] for p in passages], show_progress=False)

    def search(text: str) -> list[Passage]:
        known = index.get_tokens_ids(words.words(text))
        scores = index.get_scores_from_ids(known) if known else []
        best = sorted(range(len(scores)), key=lambda row: (-scores[row], row))
        return [passages[row] for row in best[:10]]

    return search


def plain_dense(library: Library) -> Search:
    """Return the passages whose own vectors are nearest by cosine similarity, nothing else."""
    library.search(Query(query="position"))
    searchable = library._current()

    def search(text: str) -> list[Passage]:
        vector = library._embedder.embed_query(text)
        found = searchable.vectors.search(vector, limit=10, whole_share=1.0)
        return [searchable.at.passages[key] for key in found]

    return search


def run() -> None:
    """Print the table: plain lexical search is the baseline of the ratios."""
    if not CORPUS.is_dir() or not QUESTIONS.is_file():
        print(f"skipped: {CORPUS} or {QUESTIONS} is not there")  # noqa: T201
        return
    questions = [json.loads(line) for line in QUESTIONS.read_text("utf-8").splitlines()]
    kept = os.environ.get("FES_BENCH_HOME")
    with (
        tempfile.TemporaryDirectory() as folder,
        Library.open(Path(kept or folder)) as library,
    ):
        started = time.perf_counter()
        results = library.ingest([CORPUS])
        seconds = time.perf_counter() - started
        passages = library.passages()
        print(  # noqa: T201
            f"{len(results)} documents, {len(passages)} passages, ingested in {seconds:.1f} s; "
            f"{len(questions)} questions\n"
        )
        print(f"{'':28}{'recall@5':>9}{'recall@10':>11}{'MRR@10':>8}{'ratio':>7}{'ms':>7}")  # noqa: T201
        ways: dict[str, Search] = {
            "plain lexical (baseline)": plain_lexical(passages),
            "plain vectors": plain_dense(library),
            "fes search": lambda text: [h.passage for h in library.search(Query(query=text))],
        }
        base = 0.0
        for name, way in ways.items():
            row = measure(way, questions)
            base = base or row["MRR@10"]
            print(  # noqa: T201
                f"{name:28}{row['recall@5']:>9.3f}{row['recall@10']:>11.3f}"
                f"{row['MRR@10']:>8.3f}{row['MRR@10'] / base:>6.2f}x{row['ms']:>7.1f}"
            )
