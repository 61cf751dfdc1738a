"""How a guide without points combines criteria that reach different grades, as it prints it.

The paragraph that says so is kept in the guide's own words. What it says is one of three: the
lowest criterion is the grade, one named criterion is, or a person weighs the work as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from core.narrative.guide import Governing
from index.language.structure import fold
from index.standards.rows import Row

_LESS = r"(?:lower|lowest|lesser|least|weaker|weakest)"
_EVERY = r"(?:both|all|each|every)"
_MEETS = r"(?:meets?|met|satisf\w+|reach\w*|equal\w*|present|attain\w*|fulfil\w*)"
_LOWEST = re.compile(
    rf"\b{_LESS}\b[^.]{{0,60}}\b(?:is|governs?|controls?|determines?|credited|assigned|used)\b|"
    rf"\b(?:assign|credit|use|take|apply|award|select|give|choose|adopt|grade|place|classifie)(?:s|d|ed)?\b[^.]{{0,20}}"
    rf"\bthe {_LESS}\b|"
    rf"\b(?:must|should|unless|only (?:when|if|where))\b[^.]{{0,40}}\b{_MEETS}\b[^.]{{0,30}}"
    rf"\b{_EVERY}\b|"
    rf"\b{_EVERY} (?:of the )?(?:criteria|factors|criterion|elements)\b[^.]{{0,40}}\bmust be\b|"
    rf"\b{_EVERY}\b(?: of (?:the|its|these))? (?:\w+ )?(?:criteri\w+|factors?|elements?|counts)\b"
    rf"[^.]{{0,24}}\b(?:fully )?{_MEETS}\b|"
    rf"\b(?:must|only (?:when|if|where))\b[^.]{{0,60}}\b{_MEETS}\b[^.]{{0,24}}\b{_EVERY}\b|"
    r"\bfail\w*\b[^.]{0,24}\b(?:either|any|one)\b|"
    r"\b(?:never|not|cannot)\b[^.]{0,24}\b(?:(?:makes? up|compensates?)\b[^.]{0,20}\bfor|offsets?|"
    r"outweighs?)\b|"
    rf"\b(?:not exceed|not be higher than|no higher than|not be above)\b[^.]{{0,60}}\b{_LESS}\b|"
    rf"\b(?:no|not|never|cannot)\b[^.]{{0,40}}\b(?:above|beyond|exceed)\b[^.]{{0,20}}\b{_LESS}\b",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\bunless\b(?! (?:it |the work |the position )?(?:\w+ )?(?:both|all|each|every))|\bexcept\b|"
    r"\bhowever\b|\bnormally\b|\busually\b|\bgenerally\b|\bmay be\b|"
    r"\bone grade (?:higher|above|below|lower|step|more|less)\b|\b(?:by|than) one grade\b|\bstep\b|"
    r"\bunless\b[^.]*\bone\b|\bhigher\b[^.]{0,30}\b(?:assigned|credited|governs|controls)\b",
    re.IGNORECASE,
)
"""What takes back in part that the lowest is the grade: a person weighs what is meant then."""
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
    r"outweighs|overrides|is given (?:more|greater) weight|"
    r"is (?:the )?(?:controlling|governing|decisive|determin(?:ing|ative)|deciding|overriding))\b"
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
    r"\b(?:different|several|more than one)\b[^.]{0,40}\bgrades?\b|\bgrades?\b[^.]{0,40}\bdiffer|"
    r"\b(?:either|neither|one|two|both|single) criteri\w+|"
    r"\bcriteri\w+\b[^.]{0,60}\b(?:alone|mechanical|equal weight|average|conflict|strong)\w*|"
    r"\b(?:strong\w*|weak\w*|averag\w*) (?:\w+ )?(?:criteri\w+|of the (?:two|grades?))|"
    r"\b(?:credit|assign|use)\b[^.]{0,20}\b(?:midway|average|higher|highest)\b",
    re.IGNORECASE,
)
_CRITERIA = re.compile(r"\b(?:criteri\w+|factors?|elements?|counts|grades?)\b", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:not|never|neither|no)\b", re.IGNORECASE)
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

    Where none is found, or two that contradict each other, a person weighs the work as a whole.

    Args:
        rows: the rows outside the descriptions of grades.
        criteria: the names of the criteria, in order.
    """
    strong: list[Rule] = []
    weighed: list[Rule] = []
    for row in rows:
        text = fold(row.text[:_LONGEST])
        if row.heading or not (_CRITERIA.search(text) or _deciding(text, criteria)):
            continue
        told = " ".join(row.text.split())
        deciding = _deciding(text, criteria)
        if not deciding and _DIFFER.search(text):
            deciding = _named(text, criteria)
        if deciding:
            strong.append(Rule(told, row.page, "criterion", deciding))
        elif _LOWEST.search(text) and not (_WHOLE.search(text) or _HEDGED.search(text)):
            strong.append(Rule(told, row.page, "lowest"))
        elif (_ABOUT.search(text) and _WHOLE.search(text)) or _combines(text):
            # How they combine is said in words of its own: a person weighs what they mean.
            weighed.append(Rule(told, row.page, "whole"))
    if len({(one.governing, one.criterion) for one in strong}) == 1:
        return strong[0]
    return (*strong, *weighed, Rule())[0]._replace(governing="whole", criterion="")


def _combines(text: str) -> bool:
    return bool(_DIFFER.search(text) or _LOWEST.search(text))


def _deciding(text: str, criteria: Sequence[str]) -> str:
    """Return the one criterion that a sentence says decides over the others, or ""."""
    found = []
    for name in criteria:
        by_name = (
            rf"\b{re.escape(name)}\b,?[^.;,]{{0,12}}\b{_DECIDES}|\b{_DECIDED} {re.escape(name)}\b"
        )
        told = re.search(by_name, text, re.IGNORECASE)
        if told is not None and not _DENIES.search(text[max(0, told.start() - 12) : told.end()]):
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
