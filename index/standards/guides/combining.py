"""How a guide without points combines criteria that reach different grades, as it prints it.

The paragraph that says so is kept in the guide's own words. What it says is one of three: the
lowest criterion is the grade, one named criterion is, or a person weighs the work as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from core.narrative.guide import Governing
from index.standards.outline.marks import fold
from index.standards.rows import Row

_LOWEST = re.compile(
    r"\b(?:lower|lowest|lesser)\b[^.]{0,60}\b(?:is|governs?|controls?|determines?|credited|assigned)\b|"
    r"\b(?:must|should)\b[^.]{0,40}\b(?:meets?|met|satisf\w+)\b[^.]{0,30}\b(?:both|all|each|every)\b|"
    r"\b(?:both|all|each) (?:of the )?(?:criteria|factors|criterion)\b[^.]{0,40}\bmust be\b|"
    r"\b(?:both|all|each|every)\b(?: of the)? (?:\w+ )?(?:criteri\w+|factors?|elements?)\b"
    r"[^.]{0,24}\b(?:fully )?(?:met|reached|satisfied)\b|"
    r"\b(?:never|not|cannot)\b[^.]{0,24}\b(?:makes? up|compensates?|offsets?)\b[^.]{0,20}\bfor\b|"
    r"\bnot exceed\b[^.]{0,60}\b(?:lower|lowest)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:best|most nearly|most closely|more nearly)\b[^.]{0,80}"
    r"\b(?:represent\w*|match\w*|reflect\w*|describ\w*|fits?|compar\w*|approximat\w*)|"
    r"\b(?:represent\w*|match\w*|reflect\w*|describ\w*|fits?)\b[^.]{0,40}"
    r"\b(?:best|most nearly|most closely)\b|"
    r"\bas a whole\b|\b(?:weighed|considered|taken|evaluated)\b[^.]{0,40}\b(?:together|overall)\b|"
    r"\boverall (?:demands?|nature|worth|value|difficulty|intent|evaluation|grade)|"
    r"\bpreponderance\b|\bmajority of\b|\bbalance\b|\btotal (?:situation|position|job)\b",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"\b(?:that|those) of (?:the )?(?P<of>(?i:factor|criterion)\s+[IVX\d]+|"
    r"[a-z][a-z ]{4,40}?)(?=[.,;]|$)|"
    r"\b(?P<by>(?i:factor|criterion)\s+[IVX\d]+|[A-Z][a-z]+(?: [a-z]+){1,4})\s+"
    r"(?:governs|controls|is controlling|determines the grade|"
    r"is (?:the )?(?:governing|controlling))",
)
_DECIDES = (
    r"(?:controls|governs|prevails|decides|dominates|takes precedence|determines (?:the|which) \w+|"
    r"is (?:the )?(?:controlling|governing|decisive|determining|deciding|overriding))\b"
)
_DECIDED = (
    r"(?:(?:controlled|governed|decided|determined|fixed|set) by|(?:follows|rests on|turns on))"
    r"(?: the)?"
)
_ABOUT = re.compile(
    r"\b(?:grades?|levels?)\b[\s\S]*\b(?:criteri\w+|factors?|position|work|elements?|aspects?)\b|"
    r"\b(?:criteri\w+|factors?|elements?)\b[\s\S]*\bgrades?\b",
    re.IGNORECASE,
)
_DIFFER = re.compile(
    r"\b(?:criteria|factors|elements)\b[^.]{0,80}"
    r"\b(?:different|do not|not the same|differ|vary|varies)\b|"
    r"\b(?:different|several|more than one)\b[^.]{0,40}\bgrades?\b|\bgrades?\b[^.]{0,40}\bdiffer",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:not|never|neither|alone|no)\b", re.IGNORECASE)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}


_LONGEST = 2000
"""A rule stands within the first characters of its paragraph, as many as this."""


class Rule(NamedTuple):
    """The paragraph that combines the criteria, its page, and what it says."""

    text: str = ""
    page: str = ""
    governing: Governing = "lowest"
    criterion: str = ""


def rule(rows: Iterable[Row], criteria: Sequence[str]) -> Rule:
    """Return the rule a guide prints for criteria that reach different grades; empty without one.

    Args:
        rows: the rows outside the descriptions of grades.
        criteria: the names of the criteria, in order.
    """
    weak = Rule()
    for row in rows:
        text = fold(row.text[:_LONGEST])
        if row.heading:
            continue
        if deciding := _deciding(text, criteria):
            return Rule(" ".join(row.text.split()), row.page, "criterion", deciding)
        if not _ABOUT.search(text):
            continue
        one = _named(text, criteria)
        told = " ".join(row.text.split())
        if one and _DIFFER.search(text):
            return Rule(told, row.page, "criterion", one)
        if _LOWEST.search(text) and not _WHOLE.search(text):
            return Rule(told, row.page, "lowest")
        if _WHOLE.search(text):
            return Rule(told, row.page, "whole")
        if _DIFFER.search(text) and not weak.text:
            # How they combine is said in words of its own: a person weighs what they mean.
            weak = Rule(told, row.page, "whole")
    return weak


def _deciding(text: str, criteria: Sequence[str]) -> str:
    """Return the one criterion that a sentence says decides over the others, or ""."""
    found = []
    for name in criteria:
        by_name = (
            rf"\b{re.escape(name)}\b[^.;,]{{0,12}}\b{_DECIDES}|\b{_DECIDED} {re.escape(name)}\b"
        )
        told = re.search(by_name, text, re.IGNORECASE)
        if told is not None and not _DENIES.search(told[0]):
            found.append(name)
    return found[0] if len(found) == 1 and len(criteria) > 1 else ""


def _named(text: str, criteria: Sequence[str]) -> str:
    """Return the criterion that a sentence lets decide, or ""."""
    names: Mapping[str, str] = {name.lower(): name for name in criteria}
    for found in _ONE.finditer(text):
        said = " ".join((found["of"] or found["by"]).lower().split())
        number = said.rpartition(" ")[2]
        place = _ROMAN.get(number, int(number) if number.isdigit() else 0)
        if re.match(r"(?:factor|criterion) ", said) and 0 < place <= len(criteria):
            return criteria[place - 1]
        if said in names:
            return names[said]
    return ""
