"""Read what a level requires: a list of aspects, or a tree of them, from a standard's TOML.

A level's aspects are all required unless they say otherwise. Alternatives are written in one
of two ways: aspects that share the name of a group (``any_of = "knowledge"``), or a branch
that holds its parts, which may be branches again::

    [[factors.levels.aspects]]
    any_of = [
        { key = "one", name = "...", text = "..." },
        { all_of = [{ key = "two", ... }, { key = "three", ... }] },
    ]
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from core.standards.fields import Fields

Joined = Literal["all", "any"]

_BRANCHES: Final[dict[str, Joined]] = {"all_of": "all", "any_of": "any"}


@dataclass(slots=True)
class _Reading:
    """The aspects of one level read so far: the data of each, and the size of each group."""

    level: str
    page: str
    aspects: list[dict[str, Any]] = field(default_factory=list)
    groups: dict[str, int] = field(default_factory=dict)
    branched: bool = False


def read_aspects(
    level: Fields, name: str, page: str
) -> tuple[list[dict[str, Any]], dict[str, Any] | None]:
    """Read the aspects of a level.

    Args:
        level: the level's table.
        name: the level, such as ``"2-5"``; an aspect's id begins with it.
        page: the level's page, which an aspect without one of its own shares.

    Returns:
        Every aspect as data in the file's order, and the tree as data when the file nests
        branches; None when the list of aspects says everything.

    Raises:
        StandardError: a key is missing, misspelt, repeated or contradicts another.
    """
    reading = _Reading(name, page)
    parts = [_part(entry, reading, significant=None) for entry in level.tables("aspects")]
    if not any(aspect["significant"] for aspect in reading.aspects):
        raise level.error(
            "aspects",
            "has none that is significant: nothing would be required",
            "Leave significant out for what the level requires.",
        )
    for group, size in reading.groups.items():
        if size == 1:
            raise level.error(
                "aspects",
                f"has {group!r} as any_of once: there is no alternative",
                "Add the other alternatives, or leave any_of out.",
            )
    if not reading.branched:
        return reading.aspects, None
    return reading.aspects, _branch("all", _grouped(parts, reading), "", significant=True)


def _branch(
    joined: Joined, parts: list[dict[str, Any] | str], name: str, *, significant: bool
) -> dict[str, Any]:
    return {"joined": joined, "parts": parts, "name": name, "significant": significant}


def _grouped(parts: list[dict[str, Any] | str], reading: _Reading) -> list[dict[str, Any] | str]:
    """Put the aspects that share a group's name into one branch, where the first of them stood."""
    group_of = {aspect["id"]: aspect["any_of"] for aspect in reading.aspects}
    found: list[dict[str, Any] | str] = []
    branches: dict[str, dict[str, Any]] = {}
    for part in parts:
        group = group_of.get(part) if isinstance(part, str) else None
        if group is None:
            found.append(part)
        elif group in branches:
            branches[group]["parts"].append(part)
        else:
            branches[group] = _branch("any", [part], group, significant=True)
            found.append(branches[group])
    return found


def _part(
    entry: Fields, reading: _Reading, *, significant: bool | None, joined: Joined | None = None
) -> dict[str, Any] | str:
    """Read an aspect or a branch.

    ``significant`` is False inside a branch that is not significant and None at the top;
    ``joined`` is how the branch around it joins its parts, None at the top.
    """
    counts = _significant(entry, within=significant)
    if joined == "any" and significant is not False and not counts:
        raise entry.error(
            "significant",
            "is false for an alternative, which must be significant",
            "Leave significant out, or take it out of the alternatives.",
        )
    keys = [key for key in _BRANCHES if isinstance(entry.get(key, None), list)]
    if not keys:
        return _aspect(entry, reading, counts=counts, nested=joined is not None)
    if len(keys) > 1:
        raise entry.error(
            "all_of",
            "stands beside any_of: a branch joins its parts in one way",
            "Put one branch inside the other.",
        )
    reading.branched = True
    (key,) = keys
    how = _BRANCHES[key]
    parts = [
        _part(part, reading, significant=counts and significant is not False, joined=how)
        for part in entry.tables(key)
    ]
    if how == "any" and len(parts) == 1:
        raise entry.error(
            key,
            "has one part: there is no alternative",
            "Add the other alternatives, or write the part without a branch.",
        )
    branch = _branch(how, parts, entry.text("name", default=""), significant=counts)
    entry.done()
    return branch


def _significant(entry: Fields, *, within: bool | None) -> bool:
    stated = entry.get("significant", within is not False)
    if not isinstance(stated, bool):
        raise entry.error(
            "significant",
            "must be true or false",
            "Write significant = true or significant = false, without quotation marks.",
        )
    if stated and within is False:
        raise entry.error(
            "significant",
            "is true inside a branch that is not significant",
            "Take it out of the branch, or leave significant out.",
        )
    return stated


def _aspect(entry: Fields, reading: _Reading, *, counts: bool, nested: bool) -> str:
    name = reading.level
    key = entry.text("key")
    if not key.replace("_", "").isalnum() or key != key.lower():
        raise entry.error(
            "key",
            f"is {key!r}, but a key is small letters and digits",
            "Write a short key such as review or main_duty.",
        )
    if any(aspect["id"] == f"{name}.{key}" for aspect in reading.aspects):
        raise entry.error(
            "key",
            f"repeats {key!r} in Level {name}",
            "Give each aspect of a level a key of its own.",
        )
    group = entry.text("any_of", default="") or None
    if group is not None:
        if nested:
            raise entry.error(
                "any_of",
                "names a group inside a branch: write the branch instead",
                "Write any_of as a list of parts.",
            )
        if not counts:
            raise entry.error(
                "any_of",
                "names alternatives, which must be significant",
                "Leave significant out, or leave any_of out.",
            )
        reading.groups[group] = reading.groups.get(group, 0) + 1
    reading.aspects.append(
        {
            "id": f"{name}.{key}",
            "name": entry.text("name"),
            "text": entry.text("text"),
            "page": entry.page(default=reading.page),
            "significant": counts,
            "any_of": group,
        }
    )
    entry.done()
    return f"{name}.{key}"
