"""Two descriptions of one position compared: what changed, and what that could move.

A comparison of an old and a new description of the same job shows whether the job changed. It
never gives a grade, and positions of two people are not compared: grades come from standards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from core.model import Citation, FactorId, Frozen
from index.positions.model import FactorSection, Part, PositionDescription
from index.positions.review.duty_changes import BIG_SHARE, DutyChange, duty_changes, plain, weight
from index.positions.review.findings import rules
from index.positions.review.substance import Kind, Shift, shifts
from index.positions.review.wording import sentence_at


class FactorChange(Frozen):
    """A factor that could move, why, and the words that say so.

    ``factor`` is None for supervision of others, which the supervisory guide weighs.
    """

    factor: FactorId | None
    kind: Kind | None = None
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
    ``reworded`` names the factors whose words changed and say the same.
    """

    old: str
    new: str
    cover: tuple[CoverChange, ...]
    duties: tuple[DutyChange, ...]
    factors: tuple[FactorChange, ...]
    reworded: tuple[FactorId, ...] = ()
    review: bool
    reason: str
    caution: str
    citation: Citation


_SHARE: Final = 5
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
    duties = tuple(duty_changes(old.duties, new.duties))
    factors = tuple(sorted(_factors(old, new, duties), key=lambda one: str(one.factor or "9")))
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
        reworded=tuple(one.factor for _, one, moved in _sections(old, new) if not moved),
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


# --- factors -----------------------------------------------------------------------------


def _factors(
    old: PositionDescription, new: PositionDescription, duties: Sequence[DutyChange]
) -> Iterator[FactorChange]:
    seen: set[tuple[FactorId | None, Kind | None]] = set()
    for change in _candidates(old, new, duties):
        # Each change tells of its own kind; that a duty came or went only says what no other did.
        factors = {factor for factor, _ in seen}
        new_one = change.factor not in factors if change.kind in _OF_LAST_RESORT else True
        if new_one and (change.factor, change.kind) not in seen:
            seen.add((change.factor, change.kind))
            yield change


_OF_LAST_RESORT: Final = frozenset({None, "subject", "negation", "figures"})


def _candidates(
    old: PositionDescription, new: PositionDescription, duties: Sequence[DutyChange]
) -> Iterator[FactorChange]:
    for former, section, moved in _sections(old, new):
        if moved:
            yield _told(moved[0], former, section, factor=section.factor)
    there = {one.factor for one in old.factors}
    for section in new.factors:
        if section.factor not in there and old.factors:
            yield FactorChange(
                factor=section.factor,
                why="Only the newer description has words on it.",
                quote=section.text.split("\n")[0],
                place=section.place,
            )
    # What is new in an added duty is what no duty said before; what is gone with a dropped one is
    # what no duty says now.
    everything = {
        True: _part("\n".join(one.text for one in new.duties), ""),
        False: _part("\n".join(one.text for one in old.duties), ""),
    }
    for change in duties:
        if change.move in ("parted", "same"):
            continue
        dropped, added = change.move == "dropped", change.move == "added"
        before = everything[False] if added else _part(change.old_text, change.old_place)
        after = everything[True] if dropped else _part(change.new_text, change.new_place)
        for shift in shifts(before.text, after.text):
            if (added and not shift.gained) or (dropped and shift.gained):
                continue
            if shift.factor is not None or shift.kind == "supervision":
                yield _told(shift, before, after, factor=shift.factor, duty=change.title)
    moved_duties = [
        one for one in duties if one.move in ("added", "dropped") and weight(one) >= BIG_SHARE
    ]
    for factor in (1, 4, 5) if moved_duties else ():
        one = moved_duties[0]
        yield FactorChange(
            factor=factor,
            kind="subject",
            why=f"A duty of weight was {one.move} ({one.title}).",
            quote=(one.new_text or one.old_text).split("\n")[0],
            place=one.new_place or one.old_place,
        )


def _sections(
    old: PositionDescription, new: PositionDescription
) -> Iterator[tuple[FactorSection, FactorSection, tuple[Shift, ...]]]:
    """Yield the factors whose words differ, with what moved in substance."""
    known = {one.factor: one for one in _on_factors(old)}
    for after in _on_factors(new):
        former = known.get(after.factor)
        if former is not None and plain(former.text) != plain(after.text):
            yield former, after, shifts(former.text, after.text, factor=after.factor)


def _on_factors(position: PositionDescription) -> Iterator[FactorSection]:
    """Yield what is said under each factor; in a narrative, the sections that stand for one."""
    yield from position.factors
    if position.form == "supervisory":
        return
    there = {one.factor for one in position.factors}
    for section in position.sections:
        factor = _STANDS_FOR.get(section.name)
        if factor is not None and factor not in there:
            there.add(factor)
            part = section.model_dump(exclude={"name", "heading"})
            yield FactorSection(factor=factor, name=section.heading or section.name, **part)


_STANDS_FOR: Final[dict[str, FactorId]] = {
    "qualifications": 1,
    "supervision": 2,
    "guidelines": 3,
    "effort": 8,
    "surroundings": 9,
}


def _part(text: str, place: str) -> Part:
    return Part(text=text, start=0, end=len(text), place=place)


def _told(
    shift: Shift, before: Part, after: Part, *, factor: FactorId | None, duty: str = ""
) -> FactorChange:
    """Return a change as it is told, with the sentence of the wording that has it."""
    where = after if shift.gained else before
    what = _KINDS[shift.kind].format(name=shift.name)
    return FactorChange(
        factor=factor,
        kind=shift.kind,
        why=f"{what} {'new' if shift.gained else 'gone'}{f' ({duty})' if duty else ''}.",
        quote=sentence_at(where.text, shift.start),
        place=where.place,
    )


_KINDS: Final[dict[str, str]] = {
    "subject": "Other work ({name}) is",
    "negation": 'A "{name}" that turns the meaning is',
    "figures": "A figure ({name}) is",
    "contacts": "What tells of other {name} is",
} | dict.fromkeys(
    (
        *("authority", "supervision", "independence", "guidelines", "complexity", "scope"),
        *("purposes", "effort", "surroundings"),
    ),
    "What tells of {name} is",
)


def _review(
    cover: Sequence[CoverChange], duties: Sequence[DutyChange], factors: Sequence[FactorChange]
) -> tuple[bool, str]:
    """Return whether a review is due, and why in one sentence."""
    reasons: list[str] = []
    for move, said in (("added", "added"), ("dropped", "dropped")):
        count = sum(1 for one in duties if one.move == move and weight(one) >= _SHARE)
        if count:
            reasons.append(f"{count} {'duty was' if count == 1 else 'duties were'} {said}")
    shifts = [
        one
        for one in duties
        if one.old_percent is not None
        and one.new_percent is not None
        and abs(one.new_percent - one.old_percent) >= BIG_SHARE
    ]
    if shifts:
        reasons.append(
            f"the share of {len(shifts)} {'duty' if len(shifts) == 1 else 'duties'} moved by "
            f"{BIG_SHARE} percent or more"
        )
    changed = [one for one in duties if one.kinds]
    if changed:
        what = "duty says" if len(changed) == 1 else "duties say"
        reasons.append(f"{len(changed)} {what} something else")
    if factors and not reasons:
        reasons.append("the words on a factor say something else")
    fields = {one.field for one in cover} & {"title", "series", "grade"}
    if fields:
        reasons.append(f"the cover states another {' and '.join(sorted(fields))}")
    if not reasons:
        same = all(one.move == "same" for one in duties)
        if same:
            return False, "Nothing changed that could move a level or the series."
        return False, (
            "What changed says the same in other words, as far as words tell: read both. Nothing "
            "was found that could move a level or the series."
        )
    return True, f"A review is due: {'; '.join(reasons)}."
