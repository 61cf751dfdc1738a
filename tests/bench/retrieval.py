"""How well the library finds the passages that answer labelled questions.

Each question names words that stand in a passage answering it. Measured in the same run, on the
same documents: plain lexical search and plain vectors over our passages, their
fusion by rank, what comparable tools do (the text of each file cut into chunks of 1,000
characters, the nearest vectors), ours, and ours as if the documents that answer a question had no
plain statements. The first is the baseline of the ratios.

The questions are split by their numbers into one half that may be looked at while working on
search and one that may not; both are reported. ``FES_BENCH_HOME`` names a library to use instead
of a new one.
"""

from __future__ import annotations

import json
import math
import os
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from index.language import words
from index.library import Library
from index.models import Passage, Query
from index.record import quotes
from index.record.embedding import MiniLM
from index.statements.matching import Statements

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHARED = Path(__file__).resolve().parents[3] / "shared"
CORPUS = SHARED / "corpus"
QUESTIONS = SHARED / "eval" / "queries.jsonl"
CHUNK, OVERLAP = 1000, 200
TOP = 10
AIMS = {"recall@5": 0.90, "recall@10": 0.90, "MRR@10": 0.75}
PERSONAS = {"E": "employees", "M": "managers", "C": "classifiers"}

Question = dict[str, object]
Text = tuple[str, str]
"""A document's id and a stretch of its text."""

Search = Callable[[str], Sequence[Text]]


def golds(question: Question) -> list[Question]:
    """Return the passages a question is labelled with: the first, and those as good."""
    return [question, *question.get("also", [])]  # type: ignore[misc]


def holds(text: Text, gold: Question) -> bool:
    """Return whether a stretch of text is of a label's document and holds its words."""
    document, words_there = text
    wanted = _plain(str(gold["must_contain"]))
    return document == gold["doc"] and wanted in _plain(words_there)


def answers(passage: Passage, question: Question) -> bool:
    """Return whether any of the words a question is labelled with stand in a passage."""
    return any(holds((passage.document, passage.text), gold) for gold in golds(question))


def _plain(text: str) -> str:
    return quotes.fold(text).text.replace("\x1f", "").replace("-", "").casefold()


def measure(search: Search, questions: Sequence[Question]) -> list[dict[str, float]]:
    """Return for each question: found in 5, in 10, the reciprocal rank and nDCG at 10."""
    rows = []
    for question in questions:
        found = list(search(str(question["query"])))[:TOP]
        labels = golds(question)
        ranks = [
            next((n for n, text in enumerate(found, start=1) if holds(text, gold)), None)
            for gold in labels
        ]
        best = min((rank for rank in ranks if rank is not None), default=None)
        # Labels that one passage meets together are met once, at that passage's rank.
        gain = sum(1 / math.log2(rank + 1) for rank in {r for r in ranks if r is not None})
        ideal = sum(1 / math.log2(n + 1) for n in range(1, min(len(labels), TOP) + 1))
        rows.append(
            {
                "recall@5": float(best is not None and best <= 5),
                "recall@10": float(best is not None),
                "MRR@10": 1 / best if best is not None else 0.0,
                "nDCG@10": min(gain / ideal, 1.0),
            }
        )
    return rows


def mean(rows: Sequence[dict[str, float]], name: str) -> float:
    """Return the mean of one measure."""
    return sum(row[name] for row in rows) / len(rows) if rows else 0.0


def plain_lexical(passages: Sequence[Passage]) -> Search:
    """Return BM25 as it comes, over the passages alone."""
    import bm25s

    index = bm25s.BM25()
    index.index([words.words(p.text) or [""] for p in passages], show_progress=False)

    def search(text: str) -> list[Text]:
        known = index.get_tokens_ids(words.words(text))
        scores = index.get_scores_from_ids(known) if known else []
        best = sorted(range(len(scores)), key=lambda row: (-scores[row], row))
        return [(passages[row].document, passages[row].text) for row in best[:TOP]]

    return search


def plain_dense(library: Library) -> Search:
    """Return the passages whose own vectors are nearest by cosine similarity, nothing else."""
    library.search(Query(query="position"))
    searchable = library._current()

    def search(text: str) -> list[Text]:
        vector = library._embedder.embed_query(text)
        found = searchable.nearest.search(vector, limit=TOP, whole_share=1.0)
        passages = [searchable.at.passages[key] for key in found]
        return [(p.document, p.text) for p in passages]

    return search


def fused(lexical: Search, dense: Search) -> Search:
    """Return two rankings put together by reciprocal rank, nothing else."""

    def search(text: str) -> list[Text]:
        scores: dict[Text, float] = {}
        for way in (lexical, dense):
            for rank, found in enumerate(way(text)):
                scores[found] = scores.get(found, 0.0) + 1 / (60 + rank)
        return sorted(scores, key=lambda found: -scores[found])[:TOP]

    return search


class WithoutStatements:
    """A library searched as if the documents that answer a question had no statements."""

    def __init__(self, library: Library, questions: Sequence[Question]) -> None:
        library.search(Query(query="position"))
        self._searchable = library._current()
        self._answering = {
            str(one["query"]): {str(gold["doc"]) for gold in golds(one)} for one in questions
        }

    def __call__(self, text: str) -> list[Text]:
        """Return what is found for a question."""
        at = self._searchable.at.passages
        hidden = {key for key, one in at.items() if one.document in self._answering[text]}
        bare, between = self._searchable.without_statements
        searchable = replace(
            self._searchable,
            statements=_Hidden(self._searchable.statements, hidden),
            without_statements=(bare | hidden, between),
        )
        hits = searchable.search(Query(query=text))
        return [(hit.passage.document, hit.passage.text) for hit in hits]


class _Hidden(Statements):
    """Statements that lead to no passage of some documents."""

    def __init__(self, held: Statements, hidden: set[int]) -> None:
        self.__dict__.update(held.__dict__)
        self._hidden = hidden

    def search(self, tokens: Sequence[str], likeness: NDArray[np.float32]) -> dict[int, float]:
        found = super().search(tokens, likeness)
        return {key: share for key, share in found.items() if key not in self._hidden}


def chunked_dense(paths: Iterable[Path]) -> Search:
    """Return the nearest 1,000-character chunks of the files' plain text."""
    import numpy as np

    embedder = MiniLM()
    chunks = [(path.stem, chunk) for path in paths for chunk in cut(plain_text(path))]
    vectors = np.array(list(embedder.embed_passages([chunk for _, chunk in chunks])))

    def search(text: str) -> list[Text]:
        scores = vectors @ np.array(embedder.embed_query(text))
        return [chunks[row] for row in np.argsort(-scores)[:TOP]]

    return search


def plain_text(path: Path) -> str:
    """Return a file's text as plain tools extract it."""
    if path.suffix != ".pdf":
        return path.read_text("utf-8")
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def cut(text: str) -> list[str]:
    """Cut text as the usual splitters do: fixed length with an overlap, at a space."""
    chunks, start = [], 0
    while start < len(text):
        end = min(start + CHUNK, len(text))
        if end < len(text):
            space = text.rfind(" ", start + CHUNK // 2, end)
            end = space if space > 0 else end
        chunks.append(text[start:end])
        start = end if end == len(text) else end - OVERLAP
    return chunks


def files() -> list[Path]:
    """Return the documents of the corpus."""
    return sorted(p for p in CORPUS.rglob("*") if p.suffix in (".pdf", ".txt"))


def run() -> None:
    """Print the tables: plain lexical search is the baseline of the ratios."""
    if not CORPUS.is_dir() or not QUESTIONS.is_file():
        print(f"skipped: {CORPUS} or {QUESTIONS} is not there")  # noqa: T201
        return
    questions = [json.loads(line) for line in QUESTIONS.read_text("utf-8").splitlines()]
    kept = os.environ.get("FES_BENCH_HOME")
    with (
        tempfile.TemporaryDirectory() as folder,
        Library.open(Path(kept or folder)) as library,
    ):
        results = library.ingest([CORPUS])
        passages = library.passages()
        print(  # noqa: T201
            f"{len(results)} documents, {len(passages)} passages, {len(questions)} questions\n"
        )
        lexical, dense = plain_lexical(passages), plain_dense(library)
        ways: dict[str, Search] = {
            "plain lexical (baseline)": lexical,
            "plain vectors": dense,
            "both, fused by rank": fused(lexical, dense),
            "1,000-character chunks": chunked_dense(files()),
            "fes search": lambda text: [
                (h.passage.document, h.passage.text) for h in library.search(Query(query=text))
            ],
        }
        ways["fes, statements hidden"] = WithoutStatements(library, questions)
        rows = {name: measure(way, questions) for name, way in ways.items()}
    _table(questions, rows)


def _table(questions: Sequence[Question], rows: dict[str, list[dict[str, float]]]) -> None:
    parts: dict[str, list[int]] = {"all": list(range(len(questions)))}
    # Numbers are even; every second of them is the half that may be looked at.
    for name, rest in (("looked at", 0), ("not looked at", 1)):
        parts[name] = [n for n, q in enumerate(questions) if int(str(q["id"])) // 2 % 2 == rest]
    for letter, name in PERSONAS.items():
        parts[name] = [n for n, q in enumerate(questions) if q.get("persona") == letter]
    measures = ("recall@5", "recall@10", "MRR@10", "nDCG@10")
    for part, chosen in parts.items():
        heads = "".join(f"{name:>11}" for name in measures)
        print(f"\n{f'{part} ({len(chosen)})':28}{heads}{'ratio':>8}")  # noqa: T201
        base = 0.0
        for name, all_rows in rows.items():
            own = [all_rows[n] for n in chosen]
            values = "".join(f"{mean(own, measure):>11.3f}" for measure in measures)
            base = base or mean(own, "MRR@10")
            ratio = mean(own, "MRR@10") / base if base else 0.0
            print(f"{name:28}{values}{ratio:>7.2f}x")  # noqa: T201
    for name, aim in AIMS.items():
        reached = mean(rows["fes search"], name)
        verdict = "met" if reached >= aim else "NOT MET"
        print(f"aim: {name} at least {aim:.2f}: {reached:.3f}, {verdict}")  # noqa: T201
