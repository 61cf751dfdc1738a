"""``make asks``: make the vectors of the ways of asking, and check anchors against a library.

With ``FES_HOME`` set to a folder that holds the official documents, every anchor that stands in
none of them is named.
"""

from __future__ import annotations

import sys

from assistant.chat.answering.kit import documents
from assistant.chat.composing.quoting import Quoter
from assistant.chat.model import Context
from assistant.chat.reading import weights
from assistant.chat.reading.exact import general, read
from assistant.chat.reading.matching import LEARNED, SHIPPED, Matcher
from assistant.chat.reading.weights import Training
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
    home = load_settings().home
    matcher = Matcher(list(all_topics().values()), embedder, home)
    training = matcher.training()
    weights.save(LEARNED, training.weights)
    first, three = understood(matcher, training)
    sys.stdout.write(
        f"{LEARNED.name}: of {len(matcher.asks):,} ways of asking, each understood without itself: "
        f"{first:.1%} as its topic, {three:.1%} among the nearest three\n"
    )
    with Library.open(home) as library:
        for line in missing_anchors(library):
            sys.stdout.write(f"{line}\n")


def understood(matcher: Matcher, training: Training) -> tuple[float, float]:
    """Return how many ways of asking are understood when left out: first, and among three."""
    ids = [topic.id for topic in matcher.topics]
    first = three = 0
    for (topic, _), row in zip(matcher.asks, training.left_out(), strict=True):
        nearest = [ids[place] for place in row.argsort()[::-1][:3]]
        first += nearest[0] == topic
        three += topic in nearest
    return first / len(matcher.asks), three / len(matcher.asks)


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
