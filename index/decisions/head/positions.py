"""Several positions decided together: what each was classified as, and as what it is decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from index.decisions.values import CODE, classification
from index.language import late
from index.models import DecisionClassification

NAME = (
    r"(?:positions?|jobs?|PDs?|JDs?|(?:position|job) descriptions?)(?: (?:number|no\.?))?,? ?#? ?"
    r"(?P<id>(?=[\w-]*\d)[\w-]{1,14}|(?-i:[A-Z]|[IVX]+)(?![\w-]))"
)
_FRONT = late.pattern(rf"^[\s;,]*(?:and )?(?P<name>{NAME})\s*[:,.)–-]*\s*", re.IGNORECASE)
_BEHIND = late.pattern(r"^\s*\((?P<inside>[^()]*)\)", re.IGNORECASE)
_NAMED = late.pattern(NAME, re.IGNORECASE)
HEADING = late.pattern(
    rf"^(?:(?:evaluation|analysis|classification|grading) of (?:the )?)?{NAME}\b(?! (?:is|was))",
    re.IGNORECASE,
)
"""A heading that names the one of several positions whose factors follow."""


class Listed(NamedTuple):
    """One classification of a list, and what the position is called that it is of."""

    name: str
    key: str
    found: DecisionClassification


class Position(NamedTuple):
    """One of several positions: what it is called, what it was and what it is decided to be."""

    name: str
    current: DecisionClassification
    decided: DecisionClassification


def listed(text: str) -> list[Listed]:
    """Return the classifications of a text in their order, each with its position's name."""
    rows: list[Listed] = []
    start = 0
    for code in CODE.finditer(text):
        if code.start() < start:
            continue
        front = _FRONT.match(text[start : code.start()])
        begin = start + front.end() if front else start
        found = classification(text[begin : code.end()].lstrip(" ;,\n").removeprefix("and "))
        behind = _BEHIND.match(text[code.end() :])
        start = code.end() + (behind.end() if behind else 0)
        named = front or (_NAMED.search(behind["inside"]) if behind else None)
        if not found.title and rows:
            # A title is said once for all that follow it.
            found = found.model_copy(update={"title": rows[-1].found.title})
        rows.append(Listed(named[0] if named else "", named["id"] if named else "", found))
    cleaned = [one._replace(name=one.name.strip(" \n;,:.)-–")) for one in rows]
    named_all = all(one.key for one in cleaned)
    return cleaned if named_all else list({one.found: one for one in cleaned}.values())


def together(current: str, decided: str) -> tuple[Position, ...]:
    """Return the positions of a decision of several; none where it is of one.

    Two lists go together by the names of the positions, else by their order; one classification
    stands for all of the other list.
    """
    before, after = listed(current), listed(decided)
    if len(after) < 2 and (len(before) < 2 or not after):
        return ()
    if len(after) == 1:
        return tuple(Position(_called(one), one.found, after[0].found) for one in before)
    known = {one.key.upper(): one.found for one in before if one.key}
    if all(one.key for one in after) and set(known) >= {one.key.upper() for one in after}:
        return tuple(Position(_called(one), known[one.key.upper()], one.found) for one in after)
    if len(before) == len(after):
        pairs = zip(before, after, strict=True)
        return tuple(Position(_called(new) or _called(old), old.found, new.found)
                     for old, new in pairs)  # fmt: skip
    return tuple(Position(_called(one), _was(one, before), one.found) for one in after)


def _was(one: Listed, before: Sequence[Listed]) -> DecisionClassification:
    """Return what a position was, where only one of the earlier list can be meant."""
    alike = [old.found for old in before if old.found.title == one.found.title]
    left = alike if len(before) > 1 else [old.found for old in before]
    return left[0] if len(left) == 1 else DecisionClassification()


def _called(one: Listed) -> str:
    return re.sub(r"\s+", " ", one.name[:1].upper() + one.name[1:])
