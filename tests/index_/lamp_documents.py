"""Cheap deterministic vectors, and fictional documents to search in.

Everything these documents say is made up for the tests; there is no office of lamps.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Sequence
from pathlib import Path

from index.language.words import words


class WordVectors:
    """Vectors from hashed words: texts that share words are near each other."""

    name = "hashed-words"
    version = "1"
    dimensions = 48

    def __init__(self) -> None:
        self.embedded = 0

    def embed_query(self, text: str) -> list[float]:
        vector = [0.0] * self.dimensions
        for word in words(text):
            vector[hashlib.sha256(word.encode()).digest()[0] % self.dimensions] += 1.0
        length = math.sqrt(sum(value * value for value in vector))
        return [value / length for value in vector] if length else [1.0, *vector[1:]]

    def embed_passages(self, texts: Sequence[str]) -> Iterator[list[float]]:
        for text in texts:
            self.embedded += 1
            yield self.embed_query(text)


GUIDE = """# Guide to Lamp Keeping

## Section 1. Lending lamps

Lamps may be lent to a visitor for one evening when the keeper has tested the wick. A lamp that
smokes is never lent.

## Section 2. Counting oil

Each Friday the keeper counts the jars of oil and writes the number in the green ledger. A jar
that leaks is counted as half a jar.

## Section 3. Seasonal helpers

Helpers hired for the harvest festival carry lamps but do not fill them. Their hours do not
count toward the number of staff.
"""

NOTICE = """Notice on the Painting of Doors

Doors that face the harbor are painted blue every third spring. The painter reports to the
warden of the quay and keeps the brushes in the east shed.

Doors that face the hill are not painted by the office at all. Whoever lives behind such a door
may choose any color except blue.
"""


def write(folder: Path, name: str, text: str) -> Path:
    """Write a document and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def long_guide(sections: int, name: str = "lamp") -> str:
    """Return a guide of many sections, each with a word that stands nowhere else."""
    return "# Guide to Many Lamps\n\n" + "\n\n".join(
        f"## Section {n}. Lamp {n}\n\nThe lamp called {marker(name, n)} hangs over door {n}. "
        f"The keeper trims it before the bell rings and notes the hour in ledger {n % 7}."
        for n in range(1, sections + 1)
    )


def marker(name: str, number: int) -> str:
    """Return a word of letters only for a numbered section of a guide."""
    return name + "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}")
