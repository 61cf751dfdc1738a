"""The base and a model's choices in one argument, never poorer than the base alone.

Every caption and sentence of the base stays. Sentences that a model chose come forward, and what
it chose beside the base is added under the caption that the program has for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.guard.offer import Argued, Slice
from assistant.text import safe_text

if TYPE_CHECKING:
    from assistant.guard.check import Accepted

MOST_CHOSEN = 6
"""How many sentences a model may bring forward or add."""


@dataclass(frozen=True, slots=True)
class Combined:
    """What to quote, and the words of it that a model brought forward."""

    argued: tuple[Argued, ...]
    forward: frozenset[str]


def combine(base: Sequence[Argued], accepted: Sequence[Accepted]) -> Combined:
    """Return the base with what a model chose put first and what it added put beneath."""
    rank: dict[tuple[str, int, int], int] = {}
    added: dict[str, list[Slice]] = {}
    groups = {one.group.caption: one.group for one in base}
    held = {piece.key for one in base for piece in one.slices}
    for choice in accepted:
        if choice.choice.kind == "fact":
            # Shown apart, beside its fact; it does not change what either side quotes.
            continue
        for sentence in choice.sentences:
            piece = sentence.slice
            if piece.key in rank or len(rank) >= MOST_CHOSEN:
                continue
            rank[piece.key] = len(rank)
            if piece.key not in held:
                groups.setdefault(sentence.group.caption, sentence.group)
                added.setdefault(sentence.group.caption, []).append(piece)
    by_caption = {one.group.caption: one for one in base}
    argued = []
    for caption, group in groups.items():
        known = by_caption.get(caption)
        slices = (*(known.slices if known else ()), *added.get(caption, ()))
        argued.append(
            Argued(group, tuple(sorted(slices, key=lambda s: rank.get(s.key, len(rank)))))
        )
    forward = {s.text for one in argued for s in one.slices if s.key in rank}
    return Combined(tuple(_first(argued, rank)), frozenset(map(safe_text, forward)))


def _first(argued: Iterable[Argued], rank: dict[tuple[str, int, int], int]) -> list[Argued]:
    """Return the captions with those a model chose from first; a side's order is otherwise kept."""
    last = len(rank)
    return sorted(
        argued, key=lambda a: min((rank.get(s.key, last) for s in a.slices), default=last)
    )
