"""The duties of two descriptions beside each other: added, dropped, changed or said otherwise."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, Literal

from core.model import Frozen
from index.language.sentences import ends
from index.positions.review.substance import Kind, shifts, subjects

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from index.positions.model import PositionDuty

Move = Literal[
    "added", "dropped", "share", "wording", "share and wording", "reworded", "parted", "same"
]
"""How a duty moved.

``wording`` says something else, ``reworded`` the same in other words; ``parted`` was set apart from
another duty, or joined with one.
"""

_ALIKE: Final = 0.42
_MOST_OF: Final = 0.8
_FEWEST: Final = 3
"""A duty of fewer words of a subject is not looked for within another."""
_SAME_WORDS: Final = 0.985
BIG_SHARE: Final = 10


class DutyChange(Frozen):
    """A duty in both descriptions, or in one: what moved, with both texts, exactly."""

    move: Move
    title: str
    old_percent: float | None = None
    new_percent: float | None = None
    old_text: str = ""
    new_text: str = ""
    old_place: str = ""
    new_place: str = ""
    dropped: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()


def duty_changes(old: Sequence[PositionDuty], new: Sequence[PositionDuty]) -> Iterator[DutyChange]:
    """Yield how each duty moved, those of the newer description first, in its order.

    Of a duty set apart as two, or two joined in one, the words are compared together.
    """
    pairs = _pairs(old, new)
    back = {before: after for after, before in pairs.items()}
    apart = _within(new, old, pairs.keys(), back.keys())
    joined = _within(old, new, back.keys(), pairs.keys())
    for number, after in enumerate(new):
        if number in pairs:
            own = pairs[number]
            before = _together(old[own], (old[one] for one, at in joined.items() if at == number))
            yield _changed(
                before, _together(after, (new[one] for one, at in apart.items() if at == own))
            )
        elif number in apart:
            yield _one_sided("parted", after, newer=True)
        else:
            yield _one_sided("added", after, newer=True)
    for number, before in enumerate(old):
        if number not in back:
            move: Move = "parted" if number in joined else "dropped"
            yield _one_sided(move, before, newer=False)


def _within(
    duties: Sequence[PositionDuty],
    others: Sequence[PositionDuty],
    paired: Collection[int],
    pairs: Collection[int],
) -> dict[int, int]:
    """Return the unpaired duties whose words all but stand in one paired duty of the others."""
    found: dict[int, int] = {}
    for number, duty in enumerate(duties):
        own = set(subjects(plain(duty.text)))
        if number in paired or len(own) < _FEWEST:
            continue
        shares = {
            at: len(own & set(subjects(plain(others[at].text)))) / len(own) for at in sorted(pairs)
        }
        best = max(shares, key=lambda at: shares[at], default=None)
        if best is not None and shares[best] >= _MOST_OF:
            found[number] = best
    return found


def _together(duty: PositionDuty, more: Iterable[PositionDuty]) -> PositionDuty:
    """Return duties as one: their words in turn, and their shares added where all are stated."""
    parts = [duty, *more]
    shares = [one.percent for one in parts if one.percent is not None]
    whole = sum(shares) if len(shares) == len(parts) else None
    return duty.model_copy(update={"text": "\n".join(one.text for one in parts), "percent": whole})


def _one_sided(move: Move, duty: PositionDuty, *, newer: bool) -> DutyChange:
    """Return a change of a duty that stands by itself in one of the descriptions."""
    if newer:
        return DutyChange(
            move=move,
            title=duty.title,
            new_percent=duty.percent,
            new_text=duty.text,
            new_place=duty.place,
        )
    return DutyChange(
        move=move,
        title=duty.title,
        old_percent=duty.percent,
        old_text=duty.text,
        old_place=duty.place,
    )


def _pairs(old: Sequence[PositionDuty], new: Sequence[PositionDuty]) -> dict[int, int]:
    """Pair the duties that are most alike, each once, the surest pair first."""
    scores = sorted(
        (
            (_likeness(before, after), -i, -j)
            for i, after in enumerate(new)
            for j, before in enumerate(old)
        ),
        reverse=True,
    )
    found: dict[int, int] = {}
    for score, i, j in scores:
        if score < _ALIKE:
            break
        if -i not in found and -j not in found.values():
            found[-i] = -j
    return found


def _likeness(before: PositionDuty, after: PositionDuty) -> float:
    """Return how much of the smaller duty's words stand in the other, with a head for titles."""
    one, other = (set(subjects(plain(duty.text))) for duty in (before, after))
    if not one or not other:
        return 0.0
    both = len(one & other)
    share = both / min(len(one), len(other))
    whole = both / len(one | other)
    title = before.titled and after.titled and before.title.casefold() == after.title.casefold()
    return max(0.6 * share + 0.4 * whole, 0.9 if title else 0.0)


def plain(text: str) -> str:
    """Return a duty's words without its share, number and spacing."""
    text = re.sub(r"\(?\s*\d{1,3}\s?(?:%|percent)(?:\s+of\s+\w+\s+time)?\s*\)?", " ", text)
    text = re.sub(r"(?m)^\s*(?:\d{1,2}|[A-Za-z])[.)]\s+", "", text)
    return " ".join(text.split()).strip(" -:;,.")


def _changed(before: PositionDuty, after: PositionDuty) -> DutyChange:
    share = before.percent != after.percent
    ratio = SequenceMatcher(None, plain(before.text), plain(after.text), autojunk=False).ratio()
    written = ratio < _SAME_WORDS
    moved = shifts(before.text, after.text)
    move: Move = (
        "share and wording"
        if share and moved
        else "share"
        if share
        else "wording"
        if moved
        else "reworded"
        if written
        else "same"
    )
    gone, come = _sentences(before.text, after.text) if written or moved else ((), ())
    return DutyChange(
        move=move,
        title=after.title,
        old_percent=before.percent,
        new_percent=after.percent,
        old_text=before.text,
        new_text=after.text,
        old_place=before.place,
        new_place=after.place,
        dropped=gone,
        added=come,
        kinds=tuple(dict.fromkeys(one.kind for one in moved)),
    )


def _sentences(before: str, after: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the sentences only one of two texts has, exactly."""
    one, other = _split(before), _split(after)
    plain_one, plain_other = {plain(s) for s in one}, {plain(s) for s in other}
    return (
        tuple(s for s in one if plain(s) not in plain_other),
        tuple(s for s in other if plain(s) not in plain_one),
    )


def _split(text: str) -> list[str]:
    found, start = [], 0
    for end in ends(text):
        piece = text[start:end].strip()
        if piece and plain(piece):
            found.append(piece)
        start = end
    return found


def weight(change: DutyChange) -> float:
    """Return the share of a duty added or dropped; one without a share may be of weight."""
    share = change.new_percent if change.move == "added" else change.old_percent
    return BIG_SHARE if share is None else share
