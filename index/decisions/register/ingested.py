"""Decisions a person has ingested that the register does not know, as entries beside its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from index.decisions.merging import merge, with_number
from index.decisions.register.facts import UNKNOWN, Entry, numbered
from index.models import Decision

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
