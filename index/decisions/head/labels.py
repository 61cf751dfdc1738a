"""Heads with labels: 1998 to 2012, and the letters and office forms before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from index.decisions.head import lines as decision_lines
from index.decisions.head import parties
from index.decisions.head.positions import Position, together
from index.decisions.values import NUMBER, classification, flat, title, torn
from index.language import late, structure
from index.models import DecisionClassification

LABEL = late.pattern(
    r"(?P<label>Appellant(?:s|\(s\))?|Representatives?|Agency [Cc]lassifications?|"
    r"Current [Cc]lassifications?|Requested [Cc]lassifications?|"
    r"OPM [Dd]ecision [Nn](?:umber|o\.?)|OPM [Dd]ecisions?|OPM [Cc]lassifications?|"
    r"Organi[sz]ation(?:al [Ii]nformation)?|Position [Dd]escription [Nn](?:umber|o\.?)|"
    r"Position|Decision [Nn]umber|Decision)\s*:"
)
_CURRENT = ("agency classification", "current classification", "position")
_DECIDED = ("opm decision", "opm classification", "decision")
_NO_CHANGE = late.pattern(r"^no change\b", re.IGNORECASE)
_END_OF_HEAD = late.pattern(r"/s/|//\w|\bAs provided in\b|_{4,}|\bDate\b")
_MOST = 600


@dataclass(frozen=True, slots=True)
class Labelled:
    """What a head with labels states; a value of None means that it has no such label."""

    appellant: str | None = None
    representative: str = ""
    current: DecisionClassification = field(default_factory=DecisionClassification)
    requested: DecisionClassification = field(default_factory=DecisionClassification)
    decided: DecisionClassification = field(default_factory=DecisionClassification)
    organization: tuple[str, ...] = ()
    pd_number: str = ""
    coverage: str = ""
    positions: tuple[Position, ...] = ()
    """Each of several positions that are decided together."""


def read(text: str) -> Labelled | None:
    """Read a head with labels; None when it has fewer than two.

    A label's value runs to the next label. Where labels run together, or all stand before all
    values, the values are told by their shape and order.

    Args:
        text: The head, with its lines, and for letters the part of the body with the labels.
    """
    marks = _marks(text)
    if len(marks) < 2:
        return None
    values = [
        _value(text, mark, later) for mark, later in zip(marks, [*marks[1:], None], strict=True)
    ]
    if values.count("") > 2:
        return _in_sequence(_before_body(text[marks[-1].end() :]))
    found: dict[str, str] = {}
    for place, mark in enumerate(marks):
        name = mark["label"].lower().removesuffix("(s)")
        if name.endswith(("classifications", "decisions")):
            name = name.removesuffix("s")
        value = next((value for value in values[place:] if value), "")
        if not values[place] and name not in (*_CURRENT, *_DECIDED):
            value = ""
        found.setdefault(name, value)
    return _from_values(found)


def _marks(text: str) -> list[re.Match[str]]:
    """Return the labels of the first block; running heads repeat the number only."""
    marks: list[re.Match[str]] = []
    for mark in LABEL.finditer(text):
        if marks and mark.start() - marks[-1].end() > _MOST:
            break
        marks.append(mark)
    if len(marks) == 1 and "number" in marks[0]["label"].lower():
        rest = list(LABEL.finditer(text, marks[0].end()))
        # In a letter the number stands in the heading, far above the other labels.
        return _block(rest)
    numbered = [m for m in marks if "number" in m["label"].lower() or "no" in m["label"].lower()]
    if len(marks) == len(numbered):
        return _block(list(LABEL.finditer(text, marks[-1].end()))) if marks else []
    return marks


def _block(marks: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    kept: list[re.Match[str]] = []
    for mark in marks:
        if kept and mark.start() - kept[-1].end() > _MOST:
            break
        kept.append(mark)
    return kept


def _value(text: str, mark: re.Match[str], later: re.Match[str] | None) -> str:
    end = later.start() if later else len(text)
    if later is None:
        stop = _END_OF_HEAD.search(text, mark.end())
        blank = re.search(r"\n\s*\n", text[mark.end() :].lstrip("\n"))
        end = min(end, stop.start() if stop else end, mark.end() + 400)
        if blank:
            end = min(end, mark.end() + blank.start() + 2)
    value = _before_body(text[mark.end() : end]).strip()
    return "" if torn(value, whole=False) else value


def _before_body(value: str) -> str:
    """Return a value without what follows it from the first heading of the body on."""
    lines = value.split("\n")
    return "\n".join(takewhile(lambda line: not structure.is_decision_heading(line), lines))


def _from_values(found: dict[str, str]) -> Labelled:
    current = _first(found, _CURRENT)
    decided_text = next((found[name] for name in _DECIDED if name in found), "")
    decided, coverage = _decided(decided_text, current)
    positions = together(
        next((found[name] for name in _CURRENT if name in found), ""), decided_text
    )
    if positions:
        current, decided = positions[0].current, positions[0].decided
    organization = next(
        (value for name, value in found.items() if name.startswith("organi")), ""
    ).split("\n")
    return Labelled(
        appellant=next((found[n] for n in ("appellant", "appellants") if n in found), None),
        representative=_one(next((v for n, v in found.items() if n.startswith("repres")), "")),
        current=current,
        requested=classification(found.get("requested classification", "")),
        decided=decided,
        positions=positions,
        organization=tuple(line for line in organization if line.strip()),
        pd_number=flat(next((v for n, v in found.items() if n.startswith("position desc")), "")),
        coverage=coverage,
    )


def _first(found: dict[str, str], names: Sequence[str]) -> DecisionClassification:
    for name in names:
        here = classification(found.get(name, ""))
        if here != DecisionClassification():
            return here
        words = title(found.get(name, ""))
        if words:
            return DecisionClassification(title=words)
    return DecisionClassification()


def _decided(text: str, current: DecisionClassification) -> tuple[DecisionClassification, str]:
    if _NO_CHANGE.match(text):
        return current, ""
    lines = [line for line in text.split("\n") if line.strip()]
    read = decision_lines.read(["Under section 5112", "[city, state]", *lines], sequence=False)
    if read.coverage:
        return read.decided, read.coverage
    found = classification(text)
    if found == DecisionClassification() and lines:
        found = DecisionClassification(title=title(" ".join(lines)))
    return found, ""


def _in_sequence(text: str) -> Labelled:
    """Read values that all follow all labels."""
    read = decision_lines.read(text.split("\n"), sequence=True)
    return Labelled(
        appellant=read.appellant or None,
        current=read.current,
        decided=read.decided,
        organization=read.organization,
        coverage=read.coverage,
    )


def _one(value: str) -> str:
    """Return a representative's name when the value is one, "" for a placeholder or none."""
    first = value.partition("\n")[0]
    names = parties.people(first)
    return ", ".join(names) if names and not NUMBER.search(first) else ""
