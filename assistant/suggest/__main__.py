"""``make levels``: learn again what tells levels apart, after any composed sentence changed."""

from __future__ import annotations

import sys

from assistant.suggest.language.learning import LEARNED, save, spoken, train_all
from index.record.embedding import MiniLM


def main() -> None:
    """Write the weights beside the sentences they are learned from."""
    import numpy as np

    embedder = MiniLM()
    own = spoken()
    vectors = np.array(list(embedder.embed_passages([one.text for one in own])), dtype=np.float32)
    found = train_all(vectors)
    save(LEARNED, found)
    sys.stdout.write(f"{LEARNED.name}: {len(own)} sentences, {len(found)} sets of weights\n")


if __name__ == "__main__":
    main()
