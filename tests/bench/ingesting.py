"""How fast documents are read into the library, and how much memory that takes.

The baseline is what comparable tools do with the same files, the same embedder and the same
vector store: extract plain text, cut it into chunks of 1,000 characters, embed each, and add
them to Chroma. Ours also finds structure, keeps the text of record, embeds the parts of passages
and links the plain statements. Each runs in a process of its own, and then once more over
unchanged files.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.retrieval import CORPUS

OURS = """
import json, resource, sys, time
from pathlib import Path
from index.library import Library
home, *paths = sys.argv[1:]
started = time.perf_counter()
with Library.open(Path(home)) as library:
    results = library.ingest([Path(p) for p in paths])
    pages = sum(r.pages or 1 for r in results)
print(json.dumps({"seconds": time.perf_counter() - started, "pages": pages,
    "pieces": sum(r.passages for r in results),
    "rss": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""

PLAIN = """
import json, resource, sys, time
from pathlib import Path
started = time.perf_counter()
import chromadb, pypdfium2
from chromadb.config import Settings
from index.record.embedding import MiniLM
from tests.bench.retrieval import cut, plain_text
home, *paths = sys.argv[1:]
client = chromadb.PersistentClient(home, settings=Settings(anonymized_telemetry=False))
collection = client.get_or_create_collection("chunks", embedding_function=None)
embedder, pages, pieces = MiniLM(), 0, 0
for path in map(Path, paths):
    pages += len(pypdfium2.PdfDocument(path)) if path.suffix == ".pdf" else 1
    chunks = cut(plain_text(path))
    collection.upsert(ids=[f"{path.stem}-{n}" for n in range(len(chunks))],
        embeddings=list(embedder.embed_passages(chunks)), documents=chunks)
    pieces += len(chunks)
print(json.dumps({"seconds": time.perf_counter() - started, "pages": pages, "pieces": pieces,
    "rss": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


def _run(code: str, home: Path, paths: list[str]) -> dict[str, float]:
    out = subprocess.run(
        [sys.executable, "-c", code, str(home), *paths],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    row: dict[str, float] = json.loads(out.splitlines()[-1])
    return row


def run() -> None:
    """Print the table; the plain pipeline is the baseline of the ratios."""
    if not CORPUS.is_dir():
        print(f"skipped: {CORPUS} is not there")  # noqa: T201
        return
    paths = [str(p) for p in sorted(CORPUS.rglob("*")) if p.suffix in (".pdf", ".txt")]
    with tempfile.TemporaryDirectory() as folder:
        rows = {
            "plain pipeline (baseline)": _run(PLAIN, Path(folder, "plain"), paths),
            "fes ingest": _run(OURS, Path(folder, "ours"), paths),
            "fes ingest, unchanged": _run(OURS, Path(folder, "ours"), paths),
        }
    print(f"{'':28}{'pages/s':>9}{'seconds':>9}{'pieces':>8}{'ratio':>8}{'peak MB':>9}")  # noqa: T201
    base = next(iter(rows.values()))["seconds"]
    for name, row in rows.items():
        print(  # noqa: T201
            f"{name:28}{row['pages'] / row['seconds']:>9.1f}{row['seconds']:>9.1f}"
            f"{row['pieces']:>8,.0f}{row['seconds'] / base:>7.2f}x{row['rss']:>9.0f}"
        )
