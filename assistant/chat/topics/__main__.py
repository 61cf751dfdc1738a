"""``make asks``: make the vectors of the ways of asking, and check anchors against a library.

With ``FES_HOME`` set to a folder that holds the official documents, every anchor that stands in
none of them is named.
"""

from __future__ import annotations

import sys

from assistant.chat.kit import documents
from assistant.chat.model import Context
from assistant.chat.quoting import Quoter
from assistant.chat.reading.exact import read
from assistant.chat.reading.matching import SHIPPED, general
from assistant.chat.topics import all_topics
from assistant.settings import load_settings
from index.library import Library
from index.record.embedding import MiniLM, signature
from index.statements.vectors import write_shipped


def main() -> None:
    """Write the vectors beside the topics, and name the anchors that are not found."""
    embedder = MiniLM()
    asks = sorted({general(ask) for topic in all_topics().values() for ask in topic.asks})
    made = write_shipped(SHIPPED, signature(embedder), asks, embedder.embed_passages)
    sys.stdout.write(f"{SHIPPED.name}: {made:,} vectors\n")
    with Library.open(load_settings().home) as library:
        for line in missing_anchors(library):
            sys.stdout.write(f"{line}\n")


def missing_anchors(library: Library) -> list[str]:
    """Return the anchors of topics that stand in no document held of that name."""
    quoter = Quoter(library)
    found = []
    for topic in all_topics().values():
        for ask in topic.asks:
            answer = topic.answer(read(ask), Context())
            for words in answer.words if answer is not None else ():
                if words.anchor and quoter.holds(words.source) and quoter.quote(words) is None:
                    name = documents()[words.source].title
                    found.append(f"{topic.id}: {words.anchor!r} does not stand in {name}")
    return list(dict.fromkeys(found))


if __name__ == "__main__":
    main()
