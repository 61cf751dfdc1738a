"""``make asks``: make the vectors of the ways of asking, and check anchors against a library.

With ``FES_HOME`` set to a folder that holds the official documents, every anchor that stands in
none of them is named.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable, Sequence

from assistant.chat.answering.kit import documents
from assistant.chat.composing.quoting import Quoter
from assistant.chat.model import Context
from assistant.chat.reading import weights
from assistant.chat.reading.exact import general, read
from assistant.chat.reading.matching import LEARNED, Matcher
from assistant.chat.reading.turns.changed.remarks import MEANT, Remarks
from assistant.chat.reading.weights import Training, Weights
from assistant.chat.topics import COMPILED, VECTORS, all_topics, described, digest
from assistant.settings import load_settings
from index.documents.files import replace_file
from index.library import Library
from index.record.embedding import MiniLM, signature
from index.statements.vectors import Embed, name_of, read_shipped, unit_rows, write_shipped


def main() -> None:
    """Write the vectors beside the topics, and name the anchors that are not found."""
    embedder = MiniLM()
    asks = sorted({general(ask) for topic in all_topics().values() for ask in topic.asks})
    made = write_shipped(VECTORS, signature(embedder), asks, _embedded(embedder))
    sys.stdout.write(f"{VECTORS.name}: {made:,} vectors\n")
    sys.stdout.write(f"{MEANT.name}: {Remarks(embedder).write():,} whole questions\n")
    home = load_settings().home
    matcher = Matcher(list(all_topics().values()), embedder, home)
    training = matcher.training()
    weights.save(LEARNED, training.weights)
    compiled = compile_topics(training.weights)
    sys.stdout.write(f"{COMPILED.name}: {compiled:,} ways of asking\n")
    first, three = understood(matcher, training)
    sys.stdout.write(
        f"{LEARNED.name}: of {len(matcher.asks):,} ways of asking, each understood without itself: "
        f"{first:.1%} as its topic, {three:.1%} among the nearest three\n"
    )
    with Library.open(home) as library:
        for line in missing_anchors(library):
            sys.stdout.write(f"{line}\n")


def compile_topics(learned: Weights) -> int:
    """Write what is known of the topics without importing them; return the ways of asking."""
    import numpy as np

    topics = list(all_topics().values())
    with np.load(VECTORS, allow_pickle=False) as data:
        row = {bytes(name).hex(): place for place, name in enumerate(data["names"])}
        rows = unit_rows(data["rows"])
    asks = [(column, general(ask)) for column, topic in enumerate(topics) for ask in topic.asks]
    out = io.BytesIO()
    np.savez_compressed(
        out,
        digest=np.array(digest()),
        topics=np.array(json.dumps([described(topic) for topic in topics])),
        columns=np.array([column for column, _ in asks], dtype=np.int16),
        rows=np.array([row[name_of(ask)] for _, ask in asks], dtype=np.int32),
        lengths=weights.lengths(rows, learned.mean, learned.whiten),
    )
    replace_file(COMPILED, out.getvalue())
    return len(asks)


def _embedded(embedder: MiniLM) -> Embed:
    """Return what embeds ways of asking: those that have a vector already keep it."""
    known = read_shipped(VECTORS, signature(embedder))

    def embed(texts: Sequence[str]) -> Iterable[Sequence[float]]:
        new = iter(embedder.embed_passages([text for text in texts if name_of(text) not in known]))
        for text in texts:
            kept = known.get(name_of(text))
            yield next(new) if kept is None else kept.tolist()

    return embed


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
