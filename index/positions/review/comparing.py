"""Two descriptions of one position compared: what changed, and what that could move.

A comparison of an old and a new description of the same job shows whether the job changed. It
never gives a grade, and positions of two people are not compared: grades come from standards.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, Literal

from core.model import Citation, FactorId, Frozen
from index.language.sentences import ends
from index.language.words import words
from index.positions.review.cues import topics
from index.positions.review.findings import rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.positions.model import PositionDescription, PositionDuty

Move = Literal["added", "dropped", "share", "wording", "share and wording", "same"]

_ALIKE: Final = 0.42
_SAME_WORDS: Final = 0.985
_SHARE: Final = 5
_BIG_SHARE: Final = 10
_BIG_TEXT: Final = 0.85


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


class FactorChange(Frozen):
    """A factor that could move, why, and the words that say so."""

    factor: FactorId
    why: str
    quote: str = ""
    place: str = ""


class CoverChange(Frozen):
    """A fact of the cover that differs."""

    field: str
    old: str
    new: str


class PositionComparison(Frozen):
    """What changed between two descriptions.

    ``review`` says whether the classification is due to be looked at again, ``reason`` why.
    """

    old: str
    new: str
    cover: tuple[CoverChange, ...]
    duties: tuple[DutyChange, ...]
    factors: tuple[FactorChange, ...]
    review: bool
    reason: str
    caution: str
    citation: Citation


_CAUTION: Final = (
    "This shows what changed, not what the work is worth: the grade follows from the standard, "
    "never from another description or another person's position."
)


_APART: Final = (
    "No duty of one stands in the other, and the titles differ: these read like descriptions of "
    "two positions. One position is never graded by comparison with another."
)


def compare_positions(old: PositionDescription, new: PositionDescription) -> PositionComparison:
    """Return what a newer description of a position changes."""
    duties = tuple(_duties(old.duties, new.duties))
    factors = tuple(_factors(old, new, duties))
    cover = tuple(_cover(old, new))
    review, reason = _review(cover, duties, factors)
    apart = bool(old.duties and new.duties) and {one.move for one in duties} <= {"added", "dropped"}
    if apart and {"title", "series"} & {one.field for one in cover}:
        review, reason = False, _APART
    return PositionComparison(
        old=old.document,
        new=new.document,
        cover=cover,
        duties=duties,
        factors=factors,
        review=review,
        reason=reason,
        caution=_CAUTION,
        citation=Citation.model_validate(rules()["up-to-date"].citation),
    )


def _cover(old: PositionDescription, new: PositionDescription) -> Iterator[CoverChange]:
    for field in ("title", "pay_plan", "series", "grade", "number", "organization"):
        before, after = getattr(old.cover, field), getattr(new.cover, field)
        if before != after:
            yield CoverChange(field=field, old=_said(before), new=_said(after))


def _said(value: object) -> str:
    return "" if value is None else str(value)


# --- duties ------------------------------------------------------------------------------


def _duties(old: Sequence[PositionDuty], new: Sequence[PositionDuty]) -> Iterator[DutyChange]:
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
    one, other = _words(before.text), _words(after.text)
    if not one or not other:
        return 0.0
    both = len(one & other)
    share = both / min(len(one), len(other))
    whole = both / len(one | other)
    title = before.titled and after.titled and before.title.casefold() == after.title.casefold()
    return max(0.6 * share + 0.4 * whole, 0.9 if title else 0.0)


def _words(text: str) -> set[str]:
    return {word for word in words(_plain(text)) if word.isalpha()}


def _plain(text: str) -> str:
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
    ratio = SequenceMatcher(None, _plain(before.text), _plain(after.text), autojunk=False).ratio()
    wording = ratio < _SAME_WORDS
    move: Move = (
        "share and wording"
        if share and wording
        else "share"
        if share
        else "wording"
        if wording
        else "same"
    )
    gone, come = _sentences(before.text, after.text) if wording else ((), ())
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
    )


def _sentences(before: str, after: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the sentences only one of two texts has, exactly."""
    one, other = _split(before), _split(after)
    plain_one, plain_other = {_plain(s) for s in one}, {_plain(s) for s in other}
    return (
        tuple(s for s in one if _plain(s) not in plain_other),
        tuple(s for s in other if _plain(s) not in plain_one),
    )


def _split(text: str) -> list[str]:
    found, start = [], 0
    for end in ends(text):
        piece = text[start:end].strip()
        if piece and _plain(piece):
            found.append(piece)
        start = end
    return found


# --- factors -----------------------------------------------------------------------------


def _factors(
    old: PositionDescription, new: PositionDescription, duties: Sequence[DutyChange]
) -> Iterator[FactorChange]:
    seen: set[FactorId] = set()
    before = {one.factor: one for one in old.factors}
    for after in new.factors:
        former = before.get(after.factor)
        if former is None or _plain(former.text) == _plain(after.text):
            continue
        _, come = _sentences(former.text, after.text)
        seen.add(after.factor)
        yield FactorChange(
            factor=after.factor,
            why="Its words changed.",
            quote=come[0] if come else after.text.split("\n")[0],
            place=after.place,
        )
    for after in new.factors:
        if after.factor not in before and old.factors:
            seen.add(after.factor)
            yield FactorChange(
                factor=after.factor,
                why="Only the newer description has words on it.",
                quote=after.text.split("\n")[0],
                place=after.place,
            )
    for change in duties:
        for sentence in _new_words(change):
            for factor, pattern in topics().items():
                fresh = pattern.search(sentence) and not pattern.search(change.old_text)
                if fresh and factor not in seen:
                    seen.add(factor)
                    yield FactorChange(
                        factor=factor,
                        why=f"New words in a duty bear on it ({change.title}).",
                        quote=sentence,
                        place=change.new_place,
                    )
    moved = [
        one for one in duties if one.move in ("added", "dropped") and _weight(one) >= _BIG_SHARE
    ]
    for factor in (1, 4, 5):
        if moved and factor not in seen:
            seen.add(factor)
            one = moved[0]
            yield FactorChange(
                factor=factor,
                why=f"A duty of weight was {one.move} ({one.title}).",
                quote=(one.new_text or one.old_text).split("\n")[0],
                place=one.new_place or one.old_place,
            )


def _new_words(change: DutyChange) -> tuple[str, ...]:
    if change.move == "added":
        return tuple(_split(change.new_text))
    return change.added


def _weight(change: DutyChange) -> float:
    """Return the share of a duty added or dropped; one without a share may be of weight."""
    share = change.new_percent if change.move == "added" else change.old_percent
    return _BIG_SHARE if share is None else share


def _review(
    cover: Sequence[CoverChange], duties: Sequence[DutyChange], factors: Sequence[FactorChange]
) -> tuple[bool, str]:
    """Return whether a review is due, and why in one sentence."""
    reasons: list[str] = []
    for move, said in (("added", "added"), ("dropped", "dropped")):
        count = sum(1 for one in duties if one.move == move and _weight(one) >= _SHARE)
        if count:
            reasons.append(f"{count} {'duty was' if count == 1 else 'duties were'} {said}")
    shifts = [
        one
        for one in duties
        if one.old_percent is not None
        and one.new_percent is not None
        and abs(one.new_percent - one.old_percent) >= _BIG_SHARE
    ]
    if shifts:
        reasons.append(
            f"the share of {len(shifts)} {'duty' if len(shifts) == 1 else 'duties'} moved by "
            f"{_BIG_SHARE} percent or more"
        )
    reworded = [one for one in duties if "wording" in one.move and _ratio(one) < _BIG_TEXT]
    if reworded:
        what = "duty says" if len(reworded) == 1 else "duties say"
        reasons.append(f"{len(reworded)} {what} something else")
    if any(one.why == "Its words changed." for one in factors):
        reasons.append("the words on a factor changed")
    fields = {one.field for one in cover} & {"title", "series", "grade"}
    if fields:
        reasons.append(f"the cover states another {' and '.join(sorted(fields))}")
    if not reasons:
        return False, "Nothing changed that could move a level or the series."
    return True, f"A review is due: {'; '.join(reasons)}."


def _ratio(change: DutyChange) -> float:
    one, other = _plain(change.old_text), _plain(change.new_text)
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
