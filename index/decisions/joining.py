"""Decisions of the register beside their texts in the library, and those it does not know."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from index.decisions.merging import merge, with_number
from index.decisions.register import facts as register
from index.decisions.register.facts import UNKNOWN, Entry, agency_name, numbered
from index.models import Decision, DecisionClassification

_IN_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Joined:
    """An entry with the text of it: the record read from the text and the documents' ids."""

    entry: Entry
    text: Decision
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact as the register and the text state it; empty where one does not state it.

    ``agree`` is None when one of them does not state it.
    """

    name: str
    register: str
    text: str
    agree: bool | None


def join(entry: Entry, decisions: Sequence[Decision]) -> Joined | None:
    """Return the entry with its text, or None when the library does not hold it.

    A number is not a key: the dates must agree, or one of them be missing while nothing else
    of that number is known.
    """
    if not entry.number:
        return None
    groups = with_number(decisions, entry.number)
    same = [group for group in groups if entry.date and any(d.date == entry.date for d in group)]
    if not same and len(groups) == 1 and len(register.numbered(entry.number)) == 1:
        dated = any(d.date for d in groups[0])
        same = groups if not (dated and entry.date) else []
    if not same:
        return None
    group = same[0]
    return Joined(entry, merge(group), tuple(d.document for d in group))


def join_all(chosen: Sequence[Entry], decisions: Sequence[Decision]) -> dict[int, Joined]:
    """Return the joined ones of some entries by their place among them."""
    if not decisions:
        return {}
    return {
        place: joined
        for place, entry in enumerate(chosen)
        if (joined := join(entry, decisions)) is not None
    }


def facts(joined: Joined) -> list[Fact]:
    """Return what both could state, fact by fact, with whether they agree."""
    entry, text = joined.entry, joined.text
    rows = [
        _fact("Date", entry.date, text.date),
        _fact("Department", entry.department, text.department, agency_name),
        _fact("Component", entry.component, text.component, agency_name),
    ]
    for name in ("current", "requested", "decided"):
        rows += _classifications(name, getattr(entry, name), getattr(text, name))
    ours = "" if entry.outcome == register.UNKNOWN else entry.outcome
    theirs = ", ".join(text.outcome)
    rows.append(Fact("Outcome", ours, theirs, (ours in text.outcome) if ours and theirs else None))
    inadequate = "inadequate" if entry.pd_inadequate == "stated" else ""
    said = {True: "adequate", False: "inadequate", None: ""}[text.pd_adequate]
    rows.append(_fact("Position description", inadequate, said))
    return [row for row in rows if row.register or row.text]


def _classifications(
    name: str, ours: DecisionClassification, theirs: DecisionClassification
) -> list[Fact]:
    which = name.capitalize()
    return [
        _fact(f"{which} pay plan", ours.pay_plan, theirs.pay_plan),
        _fact(f"{which} title", ours.title, theirs.title, _title),
        _fact(f"{which} series", ours.series.zfill(4) if ours.series else "", theirs.series),
        _fact(f"{which} grade", _shown(ours.grade), _shown(theirs.grade)),
    ]


def _fact(name: str, ours: str, theirs: str, fold: Callable[[str], str] = str.casefold) -> Fact:
    if not ours or not theirs:
        return Fact(name, ours, theirs, None)
    return Fact(name, ours, theirs, fold(ours) == fold(theirs))


def _shown(grade: int | None) -> str:
    return "" if grade is None else f"{grade:02d}"


def _title(title: str) -> str:
    """Return a title without parenthetical titles and marks."""
    return " ".join(re.sub(r"[^a-z ]", " ", _IN_BRACKETS.sub(" ", title.casefold())).split())


NOTE: Final = "not in the register: read from the text you ingested"


def unregistered(decisions: Sequence[Decision]) -> list[Entry]:
    """Return an entry for each decision held whose number the register does not have.

    Captures of one decision are put together. A decision without a number stands for itself.
    """
    unknown = [d for d in decisions if not numbered(d.decision_number)]
    found = [_entry(d) for d in unknown if not d.decision_number]
    for number in sorted({d.decision_number for d in unknown if d.decision_number}):
        found += [_entry(merge(group)) for group in with_number(unknown, number)]
    return found


def _entry(decision: Decision) -> Entry:
    return Entry(
        number=decision.decision_number,
        number_source="stated",
        date=decision.date,
        url="",
        department=decision.department,
        component=decision.component,
        current=decision.current,
        requested=decision.requested,
        decided=decision.decided,
        outcome=decision.outcome[0] if decision.outcome else UNKNOWN,
        published_outcome="",
        pd_inadequate="stated" if decision.pd_adequate is False else None,
        lowers_grade=None,
        redacted=decision.redacted,
        several_appellants=len(decision.appellants) > 1 if decision.appellants else None,
        layout="ingested",
        note=NOTE,
        doubts=decision.doubts,
    )
