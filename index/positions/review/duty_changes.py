"""The duties of two descriptions beside each other: added, dropped, changed or said otherwise."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, Literal

from core.model import Frozen
from index.language.sentences import ends
from index.positions.review.substance import Kind, shifts, subjects

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.positions.model import PositionDuty

Move = Literal["added", "dropped", "share", "wording", "share and wording", "reworded", "same"]
"""How a duty moved; ``wording`` says something else, ``reworded`` the same in other words."""

_ALIKE: Final = 0.42
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
    """Yield how each duty moved, those of the newer description first, in its order."""
    pairs = _pairs(old, new)
    taken = set(pairs.values())
    for number, after in enumerate(new):
        before = old[pairs[number]] if number in pairs else None
        yield _added(after) if before is None else _changed(before, after)
    for number, before in enumerate(old):
        if number not in taken:
            yield DutyChange(
                move="dropped",
                title=before.title,
                old_percent=before.percent,
                old_text=before.text,
                old_place=before.place,
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


def _added(after: PositionDuty) -> DutyChange:
    return DutyChange(
        move="added",
        title=after.title,
        new_percent=after.percent,
        new_text=after.text,
        new_place=after.place,
    )


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
