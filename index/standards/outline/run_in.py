"""Headings of factors that stand within other text: at the head of a paragraph, or in a level."""

from __future__ import annotations

import re
from collections.abc import Mapping

from index.language import openings
from index.language.late import pattern
from index.language.structure import fold
from index.standards.outline.marks import FES_NAMES, ROMAN, FactorMark

_BEFORE = pattern(
    r"[\s#*_(]*(?:factor\b\s*)?(?:no\b\.?\s*)?"
    r"(?:(?P<number>(?-i:[IVX]{1,4}|[1-9l]))(?![\w-])[\s,.:;()|-]{1,4})?",
    re.IGNORECASE,
)
_AFTER = pattern(
    r"\)?(?:\s*\((?:factor\s*)?(?P<number>[1-9])\))?(?P<gap>\s*(?:[.:]|-+)\s+(?=[A-Z]))?",
    re.IGNORECASE,
)
_SENTENCES = pattern(r"^|[.:;!?)\"]\s+|\n\s*")
_MEASURES = pattern(r"this factor\b|it measures\b", re.IGNORECASE)


def factor_run_in(text: str, names: Mapping[str, str]) -> tuple[FactorMark, int] | None:
    """Return the factor whose heading opens a row that goes on, and where the text begins.

    Only the factor's own name beside its number, or before words on what the factor measures, is
    such a heading: a sentence may begin with "Factor 2" and go on.
    """
    found = _heading(fold(text), 0, names)
    if found is None or not found[2]:
        return None
    return FactorMark(found[0], names[found[0]]), found[2]


def factor_within(text: str, own: str) -> str:
    """Return the heading of another factor that stands in a text at the start of a sentence."""
    for start in _SENTENCES.finditer(text):
        found = _heading(text, start.end(), FES_NAMES)
        if found is not None and found[0] != own:
            return " ".join(text[start.end() : found[1]].split())
    return ""


def _heading(text: str, at: int, names: Mapping[str, str]) -> tuple[str, int, int] | None:
    """Return the factor whose heading stands at a place, its end, and where text goes on after."""
    before = _BEFORE.match(text, at)
    if before is None:
        return None
    said = before["number"] or ""
    said = ROMAN.get(said) or openings.digit(said)
    for number, name in names.items():
        end = before.end() + len(name)
        printed = text[before.end() : end]
        if printed.lower() != name.lower() or not printed[:1].isupper():
            continue
        after = _AFTER.match(text, end)
        if after is None:
            continue
        said = said or after["number"] or ""
        goes_on = after.end() if after["gap"] else 0
        measured = bool(goes_on and _MEASURES.match(text, goes_on))
        if said == number or (not said and measured):
            return number, after.end(), goes_on
    return None
