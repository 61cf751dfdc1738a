"""Whose words a decision quotes: the standard's, cited as quoted in that decision.

A standard nobody has ingested can so be cited still, and a reader is told that the words come
second hand.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.decisions.body import findings as decision_findings
from index.decisions.values import number_in, number_of_name
from index.models import Document, Passage

_HEAD = 6000


def attributed(document: Document, passages: Sequence[Passage]) -> list[Passage]:
    """Return a decision's passages, those in the standard's words with their attribution.

    The standard is the one the headings above the passage name, else the first that the
    decision says it applied, else only "standard".
    """
    number = number_in(document.text[:_HEAD]) or number_of_name(document.id) or document.id
    applied = decision_findings.standards(passages)
    first = applied[0] if applied else "standard"
    return [
        passage.model_copy(
            update={"attribution": f"{_above(passage) or first} as quoted in {number}"}
        )
        if passage.stance == "standard"
        else passage
        for passage in passages
    ]


def _above(passage: Passage) -> str:
    for heading in reversed(passage.heading):
        named = list(decision_findings.named(heading))
        if named:
            return named[0]
    return ""
