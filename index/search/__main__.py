"""``make statements``: make the vectors of the wordings that come with the program."""

from __future__ import annotations

import sys

from index.record import embedding
from index.statements import files
from index.statements.vectors import SHIPPED, write_shipped


def main() -> None:
    """Embed every wording with the built-in model and write the file beside the entries."""
    embedder = embedding.MiniLM()
    says = [said for entry in files.entries() for said in entry.says]
    made = write_shipped(SHIPPED, embedding.signature(embedder), says, embedder.embed_passages)
    sys.stdout.write(f"{SHIPPED.name}: {made:,} vectors, {SHIPPED.stat().st_size / 1e6:.1f} MB\n")


if __name__ == "__main__":
    main()
