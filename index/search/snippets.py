"""The stretch of a passage that shows why a search found it."""

from __future__ import annotations

from index.language import glossary, sentences, words

LENGTH = 300
"""How long a snippet gets, in characters, unless one sentence is longer."""


def span(text: str, query: str) -> tuple[int, int]:
    """Return the span of the sentences of a passage that share most words with a search."""
    pieces = _sentences(text)
    if not pieces:
        return 0, len(text)
    wanted = set(words.words(query)) | set(words.words(glossary.in_field_words(query)))
    scores = [_likeness(text[start:end], wanted) for start, end in pieces]
    best = scores.index(max(scores))
    start, end = pieces[best]
    for _, further in pieces[best + 1 :]:
        if further - start > LENGTH:
            break
        end = further
    return start, end


def _sentences(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = 0
    for end in sentences.ends(text):
        piece = text[start:end]
        if piece.strip():
            found.append((start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
        start = end
    return found


def _likeness(sentence: str, wanted: set[str]) -> float:
    own = words.words(sentence)
    # A long sentence shares words by its length alone; a very short one is seldom the answer.
    return float(len(wanted & set(own)) / (len(own) + 12) ** 0.5)
