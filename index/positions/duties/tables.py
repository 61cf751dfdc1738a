"""Shares of time that several lines print together: tables, lists, and who they belong to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from index.positions.duties.shares import (
    DAY,
    HEADS_HOURS,
    NUMBERED,
    WEEK,
    Share,
    bare_share,
    bracket_share,
    heads_percents,
    hours_share,
    opening_share,
    share_from,
    share_of,
)
from index.positions.lines import cut, sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.positions.lines import Line

_CLAUSE: Final = re.compile(r"\d\s?(?:%|percent)[^()]{0,20}\)[,;]?\s+(?=(?:and\s+)?[a-z])")
_LISTED: Final = re.compile(r"[;,]\s+(?=\d{1,3}\s?(?:%|percent\b))")
"""Where the next of a list of shares begins: "40% audits; 60% reports"."""
FEWEST: Final = 2
"""Shares that make a list of duties."""

WHOLE, ROOM = 100, 10
"""What the shares of a position come to, and by how much they may miss it."""


def bare_table(lines: Sequence[Line]) -> dict[int, Share | None]:
    """Return shares without a percent sign, under a head that says what the numbers are."""
    start = next((i for i, line in enumerate(lines) if heads_percents(line.text)), None)
    if start is None:
        return {}
    found = {line.start: bare_share(line.text) for line in lines[start + 1 :]}
    shares = [one for one in found.values() if one is not None]
    if HEADS_HOURS.search(lines[start].text):
        total = sum(one.percent for one in shares)
        if total not in (WEEK, DAY):
            return {}
        found = {
            at: one and one._replace(percent=one.percent * WHOLE / total)
            for at, one in found.items()
        }
    return found if len(shares) >= FEWEST else {}


def settled(shares: dict[int, Share]) -> dict[int, Share]:
    """Return shares with "the rest of the time" as what the others leave of the whole."""
    first, *others = shares or (0,)
    if others and shares[first].percent == WHOLE == sum(shares[at].percent for at in others):
        # The share of the whole, on the heading over the duties that divide it.
        shares = {at: shares[at] for at in others}
    rest = [start for start, one in shares.items() if not one.percent]
    left = WHOLE - sum(one.percent for one in shares.values())
    whole = {start: one for start, one in shares.items() if one.percent}
    if len(rest) != 1 or not whole or left <= 0:
        return whole
    return {**shares, rest[0]: shares[rest[0]]._replace(percent=left)}


def bracketed(lines: Sequence[Line]) -> dict[int, Share | None]:
    """Return shares that are bare numbers in brackets before each duty, which make up the whole.

    Numbers that only count the duties, "(1)" and "(2)", come to less; those without brackets must
    come to the whole exactly.
    """
    for read, room in ((bracket_share, ROOM), (opening_share, 0)):
        found = {line.start: read(line.text) for line in lines}
        shares = [one.percent for one in found.values() if one is not None]
        if len(shares) >= FEWEST and abs(sum(shares) - WHOLE) <= room:
            return found
    return {}


def numbered(lines: Sequence[Line]) -> dict[int, Share | None]:
    """Return shares that are bare numbers at the ends of numbered duties, and make up the whole."""
    heads = [line for line in lines if NUMBERED.match(line.text) or _COUNTED.match(line.text)]
    found: dict[int, Share | None] = {}
    for line in heads:
        match = _LED_TO.search(line.text)
        found[line.start] = share_from(match, line.text) if match is not None else None
    values = [one.percent if one is not None else 0 for one in found.values()]
    return found if len(values) >= FEWEST and all(values) and sum(values) == WHOLE else {}


def hours(lines: Sequence[Line]) -> dict[int, Share | None]:
    """Return the hours that each duty takes as shares, where they make up a week or a day."""
    told = {line.start: share for line in lines if (share := hours_share(line.text)) is not None}
    total = sum(one.percent for one in told.values())
    if len(told) < FEWEST or total not in (WEEK, DAY):
        return {}
    return {start: one._replace(percent=one.percent * WHOLE / total) for start, one in told.items()}


_COUNTED: Final = re.compile(r"\(?\d{1,2}[.)]\s+\S|[^.]{3,80}\.{4}")
_LED_TO: Final = re.compile(r"(?:(?<=[\s|_\u2026:-])|(?<=\.\.))(?P<low>\d{1,3})$")
"""A number at the end of a line, which dots or a rule may lead to."""


def by_sentences(lines: Sequence[Line]) -> list[Line]:
    """Divide a paragraph in which several sentences, or clauses, each tell their share of time."""
    made: list[Line] = []
    for line in lines:
        listed = cut(line, [match.end() for match in _LISTED.finditer(line.text)])
        shares = [share_of(one.text) for one in listed]
        if len(listed) >= FEWEST and sum(one.percent for one in shares if one) == WHOLE:
            made += listed
            continue
        pieces = cut(line, [match.end() for match in _CLAUSE.finditer(line.text)])
        if len(pieces) < FEWEST or any(share_of(one.text) is None for one in pieces):
            pieces = sentences(line)
        told = [one for one in pieces if (share := share_of(one.text)) and share.where != "alone"]
        several = len(told) >= FEWEST and share_of(pieces[0].text) is not None
        made += pieces if several else [line]
    return made


LABEL: Final = re.compile(
    r"^(?:major\s+|key\s+)?(?:duty|function|objective|task)\s*(?:#|no\.?)?\s*"
    r"(?:\d{1,2}|[A-H](?=\s*(?:[-:.)(\u2013\u2014]|$)))\s*[-:.)]*\s*",
    re.IGNORECASE,
)
"""The number of a duty with the word for it, before its words."""

_LONG: Final = 90


def share_opens(lines: Sequence[Line], shares: dict[int, Share]) -> bool:
    """Return whether shares stand at the head of their duties rather than at their end."""
    if (
        all(one.where == "alone" for one in shares.values())
        and lines[-1].start in shares
        and lines[0].start not in shares
    ):
        return False
    votes = 0
    for number, line in enumerate(lines):
        share = shares.get(line.start)
        if share is None:
            continue
        following = lines[number + 1] if number + 1 < len(lines) else None
        goes_on = following is not None and following.start not in shares
        opening = share.where == "end" and goes_on and not _closes_sentence(line, share)
        if opening or share.where in ("start", "alone", "head") or LABEL.match(line.text):
            votes += 2
        elif share.where == "end":
            votes -= 1
    return votes > 0


def _closes_sentence(line: Line, share: Share) -> bool:
    before = line.text[: share.start].rstrip(" ([\u2026")
    return (before.endswith((".", ";", "!")) and not before.endswith("..")) or len(before) > _LONG


def titles_over(lines: Sequence[Line], shares: dict[int, Share]) -> bool:
    """Return whether lines over the shares are theirs, as one over the first of them shows.

    Where each share opens a paragraph, what precedes the first only leads to the list.
    """
    at = [number for number, line in enumerate(lines) if line.start in shares]
    over = [one for one in lines[: at[0]] if not heads_percents(one.text)]
    below = [lines[one + 1] for one in at if one + 1 < len(lines)]
    paragraphs = all(lines[one].gap for one in at) and not any(one.gap for one in below)
    return bool(over) and not over[-1].text.endswith(":") and not paragraphs


def titles_next(lines: Sequence[Line], number: int, shares: dict[int, Share]) -> bool:
    """Return whether a line is the title over a share that stands alone on the next one."""
    following = lines[number + 1] if number + 1 < len(lines) else None
    share = shares.get(following.start) if following is not None else None
    return share is not None and share.where == "alone"
