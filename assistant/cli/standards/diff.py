"""``fes standards diff``: two levels side by side, aspect by aspect."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import click

from assistant.cli.output import (
    column,
    json_option,
    pages,
    place,
    print_json,
    side_by_side,
    table_width,
    wrap,
)
from assistant.cli.standards.choice import choose_edition, choose_level, labels
from assistant.cli.standards.show import has_digest

if TYPE_CHECKING:
    from core.standards.criteria import Aspect, Level
    from core.standards.model import Standard


# A few words with a dash behind them at the start of a line, as job family standards print.
_LABEL: Final = re.compile(r"\s*([A-Z][A-Za-z ,'/&()]{2,60}?)\s*[\u2013\u2014:]\s+")


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two levels compared, with its standard."""

    standard: Standard
    level: Level

    def points(self) -> int | None:
        """Return the level's points; None where a combined chart gives them."""
        return self.level.points or None


@click.command(name="diff")
@click.argument("names", nargs=-1, required=True, metavar="ID LEVEL LEVEL | ID ID LEVEL")
@json_option
def command(names: tuple[str, ...], *, as_json: bool) -> None:
    """Set two levels side by side, aspect by aspect.

    Two levels of one standard (fes-primary 2-4 2-5), the same level of two standards
    (fes-primary gs-0200 2-4), or any two levels (fes-primary 7-3 gs-0200 7-C). ID@EDITION, such
    as gs-0200@2000-12, names one edition. Aspects about the same subject stand beside each other.
    """
    left, right = _sides(names)
    pairs = align(left.level, right.level)
    if as_json:
        print_json(_data(left, right, pairs))
        return
    click.echo("\n".join(_lines(left, right, pairs)))


def _sides(names: tuple[str, ...]) -> tuple[_Side, _Side]:
    """Read the arguments in any of the three forms.

    Raises:
        UsageError: they are in none of them.
        StandardError, LevelError: a standard or a level is unknown.
    """
    from core.errors import UsageError
    from core.standards.levels import normal_level

    levels = [name for name in names if normal_level(name) is not None]
    ids = [name for name in names if normal_level(name) is None]
    first_is_id = bool(names) and normal_level(names[0]) is None
    counts = (len(ids), len(levels))
    if not first_is_id or counts not in ((1, 2), (2, 1), (2, 2)):
        raise UsageError(
            "two levels are compared, and these arguments do not name two",
            where="standards diff",
            hint="Write ID LEVEL LEVEL, ID ID LEVEL or ID LEVEL ID LEVEL, such as: "
            "fes standards diff fes-primary 2-4 2-5.",
        )
    one, other = (choose_edition(name, None) for name in (ids[0], ids[-1]))
    return (
        _Side(one, choose_level(one, levels[0])),
        _Side(other, choose_level(other, levels[-1])),
    )


def align(left: Level, right: Level) -> list[tuple[Aspect | None, Aspect | None]]:
    """Pair the aspects of two levels by their subject: the same key, or else the same name.

    The order is the left level's, with what only the right one has where it stands there.
    """
    rest = list(right.aspects)
    pairs: list[tuple[Aspect | None, Aspect | None]] = []
    for aspect in left.aspects:
        found = next((one for one in rest if one.key == aspect.key), None) or next(
            (one for one in rest if one.name.casefold() == aspect.name.casefold()), None
        )
        if found is not None:
            rest.remove(found)
        pairs.append((aspect, found))
    for aspect in rest:
        pairs.insert(_place_of(aspect, right, pairs), (None, aspect))
    return pairs


def _place_of(
    aspect: Aspect, right: Level, pairs: list[tuple[Aspect | None, Aspect | None]]
) -> int:
    """Return where an aspect goes: after the pair of the one before it in its own level."""
    index = right.aspects.index(aspect)
    for before in reversed(right.aspects[:index]):
        for position, (_, other) in enumerate(pairs):
            if other is before:
                return position + 1
    return 0


def _data(
    left: _Side, right: _Side, pairs: list[tuple[Aspect | None, Aspect | None]]
) -> dict[str, object]:
    return {
        "left": _level_data(left),
        "right": _level_data(right),
        "aspects": [
            {
                "subject": (one or other).name,  # type: ignore[union-attr]
                "change": _change(one, other),
                "left": None if one is None else one.shown(),
                "right": None if other is None else other.shown(),
            }
            for one, other in pairs
        ],
    }


def _level_data(side: _Side) -> dict[str, object]:
    return {
        "standard": side.standard.id,
        "edition": side.standard.edition_id,
        "level": side.level.level,
        "points": side.points(),
        "page": side.level.page,
        "summary": side.level.summary,
    }


def _change(one: Aspect | None, other: Aspect | None) -> str:
    if one is None:
        return "right only"
    if other is None:
        return "left only"
    return "same" if (one.text, one.significant) == (other.text, other.significant) else "differs"


def _lines(
    left: _Side, right: _Side, pairs: list[tuple[Aspect | None, Aspect | None]]
) -> list[str]:
    room = table_width()
    half = column(room)
    marks = labels(left.level) | {f">{k}": v for k, v in labels(right.level).items()}
    lines = _head(left, right, room, half)
    if left.level.text and right.level.text:
        lines += _official(left.level.text, right.level.text, room, half)
    if not (has_digest(left.level) or has_digest(right.level)):
        return lines
    if left.level.text and right.level.text:
        lines += ["", *wrap("The digest of both, in our own words", room)]
    for one, other in pairs:
        subject = one or other
        change = _change(one, other)
        if subject is None:
            continue
        lines += ["", *wrap(_subject(subject.name, change, left, right), room)]
        if change == "same":
            lines += wrap(subject.text, room, first="  ", rest="  ")
            continue
        texts = [
            _aspect_lines(one, "" if one is None else marks[one.id], half),
            _aspect_lines(other, "" if other is None else marks[f">{other.id}"], half),
        ]
        lines += side_by_side(texts[0], texts[1], half)
    return lines


def sections(text: str) -> dict[str, str]:
    """Part a level's official words by the labels standards put before them.

    Such as "How Work Is Assigned" with a dash behind it; what stands before the first label,
    or the whole of a text without any, is under an empty one.
    """
    found = {"": ""}
    label = ""
    for line in text.split("\n"):
        match = _LABEL.match(line)
        if match is not None and match[1] not in found:
            label = match[1]
            found[label] = ""
            line = line[match.end() :]  # noqa: PLW2901 - the label is taken off the line.
        found[label] += f"{line}\n"
    return {label: said.strip() for label, said in found.items() if said.strip()}


def _official(left: str, right: str, room: int, half: int) -> list[str]:
    """Lay out official words side by side, under the labels both have."""
    parts = sections(left), sections(right)
    if not (parts[0].keys() & parts[1].keys()) - {""}:
        parts = {"": left}, {"": right}
    lines: list[str] = []
    for label in dict.fromkeys([*parts[0], *parts[1]]):
        one, other = (part.get(label, "") for part in parts)
        lines.append("")
        if label:
            same = " (the same in both)" if one == other else ""
            lines += wrap(f"{label.upper()}{same}", room)
        if one == other:
            lines += wrap(one, room, first="  ", rest="  ")
        else:
            lines += side_by_side(wrap(one or "-", half), wrap(other or "-", half), half)
    return lines


def _head(left: _Side, right: _Side, room: int, half: int) -> list[str]:
    same = left.standard == right.standard
    lines = wrap(_title(left), room) if same else []
    heads = []
    for side in (left, right):
        points = side.points()
        said = "points by the chart" if points is None else f"{points:,} points"
        if side is right and points is not None and left.points() is not None:
            said += f" ({points - (left.points() or 0):+,})"
        head = [] if same else wrap(_title(side), half)
        head += [f"Level {side.level.level}", *wrap(said, half)]
        head += wrap(pages(side.level.page, side.level.page_end), half)
        heads.append(head)
    tall = max(map(len, heads))
    first, second = ([*[""] * (tall - len(head)), *head] for head in heads)
    rule = ["-" * half]
    return [*lines, *side_by_side(first, second, half), *side_by_side(rule, rule, half)]


def _title(side: _Side) -> str:
    return f"{side.standard.title}, edition {side.standard.edition_id}"


def _subject(name: str, change: str, left: _Side, right: _Side) -> str:
    names = [left.level.level, right.level.level]
    if names[0] == names[1]:
        names = [left.standard.id, right.standard.id]
    if names[0] == names[1]:
        names = [left.standard.edition_id, right.standard.edition_id]
    said = {
        "same": " (the same in both)",
        "left only": f" (only in {names[0]})",
        "right only": f" (only in {names[1]})",
        "differs": "",
    }
    return f"{name.upper()}{said[change]}"


def _aspect_lines(aspect: Aspect | None, mark: str, half: int) -> list[str]:
    if aspect is None:
        return ["-"]
    said = f"({mark}) " if mark else ""
    return wrap(f"{said}{aspect.text} [{place(aspect.page)}]", half)
