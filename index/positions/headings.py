"""The headings of position descriptions: which part of one a line opens.

The names are those agencies print: "Major Duties and Responsibilities", "Controls over the
Position", "Skill and Knowledge". A heading may carry a number, a colon, a share of time, or the
first words of its part on the same line.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from core.model import FactorId
from index.language.structure import FACTOR_NAMES, SUPERVISORY_NAMES, factor_number, fold_dashes
from index.positions.model import DUTY_TABLE

_MARK: Final = (
    r"(?:(?i:part|section)\s+(?:[IVX]{1,5}|[A-Za-z]|\d{1,2})\s*[-.:)]\s*)?"
    r"(?:\(?(?:[IVX]{1,5}|[A-Za-z]|\d{1,2}|\d[AB])[.)]\s*|\d[AB]?\s+-\s+|[-*\u2022]+\s+)?"
)
_NUMBER: Final = r"(?:[1-9][AB]?|I{1,3}|IV|VI{0,3}|IX)"

_OVERSEEN: Final = (
    "(?:(?:supervis|assign|review|controll|direct|check)ed|overseen|led|given(?: out)?)"
)
_SECTIONS: Final[dict[str, str]] = {
    "duties": (
        r"(?:description of |statement of |summary of )?(?:the )?"
        r"(?:major |principal |primary |main |specific |typical |regular |position |essential |"
        r"key )*(?:job )?(?:duties|functions|objectives|responsibilities|tasks)(?: and time)?"
        r"(?:(?:,| and| &|/) ?(?:major )?(?:duties|responsibilities|functions|tasks))*"
        r"(?: performed| of the position| assigned)?(?: \(see attached\))?|(?:the|major) work|"
        r"work (?:done|performed|of (?:the|this) job)|"
        r"what (?:the|this|my) (?:job|work|position) (?:in\w+|entail)s|"
        r"what (?:i|you(?:['\u2019]ll)?|(?:the |an? )?\w+(?: \w+)?) (?:will )?do(?:es)?"
    ),
    "introduction": (
        r"introduction|purpose(?: of (?:the )?position)?(?: and organizational location)?|"
        r"(?:position |job |role )?(?:summary|overview)(?: of (?:the )?position)?|background|"
        r"role summary|organizational (?:location|setting)|position information|introductory "
        r"statement|nature and purpose of (?:the )?(?:position|work)|about the (?:job|position)|"
        r"general (?:statement|information)"
    ),
    "factors": (
        r"factors?|factor (?:levels?|statements?|descriptions?|evaluation)(?: descriptions?)?|"
        r"fes factors|classification (?:criteria|factors)|evaluation factors|"
        r"evaluation (?:under|by|against|according to) (?:the )?[\w ]{3,60}|"
        # The head of a table of them.
        r"factors? (?:(?:name|title|description|statement|explanation|narrative) )?"
        r"(?:(?:factor )?levels?|fld?|points)"
        r"(?:(?: ?/ ?| and | )(?:credited |assigned )?(?:points|levels?|pts))*"
        r"(?: (?:credited|assigned|basis|remarks|explanation))?|"
        r"factor evaluation system|position evaluation(?: statement)?|supervisory factors"
    ),
    "supervision": (
        r"(?:level of )?supervision(?: (?:and|&) guidance)?"
        r"(?: received| exercised| (?:of|over) (?:the )?\w+)?|"
        r"(?:supervisory )?(?:controls?|relationships?)(?: over (?:the )?(?:position|work))?|"
        rf"oversight(?: received| (?:of|over) (?:the )?\w+)?|how [\w, ]{{0,60}}\b{_OVERSEEN}|"
        r"who[\w ]{0,30} (?:directs?|oversees?|assigns?|checks?|supervises?|reviews?|answers? to|"
        r"reports? to)\b[\w ]{0,40}|(?:level of )?responsibility"
    ),
    "guidelines": (
        r"(?:available |written )?(?:guides|guidance|reference materials?)(?: (?:used|available|"
        r"followed))?|what (?:\w+ ){1,3}(?:goe?s? by|follows?)"
    ),
    "qualifications": (
        r"(?:special )?qualifications?(?: (?:required|requirements?|summary))?|requirements|"
        r"skills? (?:and|&) knowledges?|knowledges?,? (?:and )?skills?(?:,? (?:and )?abilities)?|"
        r"(?:recruitment )?knowledges?, skills,? (?:and|&) abilities(?: \(ksas?\))?|ksas?|"
        r"education|specialized experience|(?:skills? (?:and|&) )?knowledges? (?:required|needed)|"
        r"what (?:\w+ ){1,3}(?:have|has|needs?) to know"
    ),
    "conditions": (
        r"conditions of employment|(?:special|other) (?:requirements|conditions)|"
        r"special working conditions|other significant (?:facts|information)|other|"
        r"unique (?:position )?requirements|other (?:position )?(?:considerations|information)|"
        r"customer service|age[- ]related competenc(?:y|ies)|certifications?(?:/licenses?)?"
    ),
    "evaluation": (
        r"title (?:and|,) series(?:,? (?:and )?(?:grade|standard))? determination|"
        r"(?:fair labor standards act|flsa)(?: \(flsa\))? determination|"
        r"(?:position )?evaluation (?:summary|statement)|references?|standards? used|"
        r"classification (?:standards?|summary)|(?:position )?evaluation"
    ),
    "applying": (
        r"how to apply|how you will be evaluated|benefits|required documents|next steps|"
        r"additional information|fair (?:and|&) transparent"
    ),
    "effort": (
        r"(?:physical (?:demands?|efforts?|requirements?)|effort)"
        r"(?:(?: and |, ?| ?& ?| ?/ ?)work(?:ing)? (?:environment|conditions))?"
    ),
    "surroundings": r"work(?:ing)? (?:environment|conditions)|conditions",
}
_COMPILED: Final = {
    name: re.compile(rf"(?:{pattern})", re.IGNORECASE) for name, pattern in _SECTIONS.items()
}
_FES: Final = {
    **{name.lower(): factor for factor, name in FACTOR_NAMES.items()},
    **{name.lower().removesuffix("s"): factor for factor, name in FACTOR_NAMES.items()},
    "knowledge required": 1,
    "knowledge": 1,
    "knowledge required of the position": 1,
    "scope & effect": 5,
    "scope of effect": 5,
    "contacts": 6,
    "working environment": 9,
}
_GSSG: Final[dict[str, FactorId]] = {
    "program scope and effect": 1,
    "organizational setting": 2,
    "supervisory and managerial authority exercised": 3,
    "supervisory & managerial authority exercised": 3,
    "nature of contacts": "4A",
    "purpose of contacts": "4B",
    "difficulty of typical work directed": 5,
    "other conditions": 6,
}
_NAME: Final = (
    "(?:"
    + "|".join(
        re.escape(name)
        for name in sorted({*_FES, *_GSSG, *(n.lower() for n in SUPERVISORY_NAMES)}, key=len)[::-1]
    )
    + ")"
)
_NUMBERED: Final = re.compile(
    rf"^{_MARK}(?:(?:sub)?factors?\s*#?\s*|F(?=\d[AB]?\b))(?P<one>{_NUMBER})\b(?!\s*-\s*\d)"
    rf"(?:\s*(?:and|&|/|,)\s*(?:factor\s+)?(?P<two>{_NUMBER})\b)?\s*[-.,:)]*\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_NAME_FIRST: Final = re.compile(
    rf"^(?P<mark>{_MARK})(?P<name>{_NAME})\b"
    rf"(?:\s*\(?\s*factor\s+(?P<one>{_NUMBER})\s*\)?)?(?P<rest>.*)$",
    re.IGNORECASE,
)
_JOINED: Final = (
    r"[\s,;]*(?:and|&|/|\+|;|,)\s*"
    r"(?:(?:factor\s+|F)?(?:[79][-.,:) ]*|[A-Z]{1,4}[.):]\s*))?(?:the )?"
)
_BOTH_NAMES: Final[dict[tuple[FactorId, ...], re.Pattern[str]]] = {
    (6, 7): re.compile(
        rf"(?:personal )?contacts?\s*(?P<level>(?:\([^)]{{1,30}}\)|-\s*6-\d)\s*)?{_JOINED}"
        r"(?:purpose of contacts?|purpose(?= [A-Z]|\W*$| ?[:(-]))",
        re.IGNORECASE,
    ),
    (8, 9): re.compile(
        rf"physical demands?\s*(?P<level>\([^)]{{1,30}}\)\s*)?{_JOINED}"
        r"work(?:ing)? (?:environment|conditions)",
        re.IGNORECASE,
    ),
}
_HALF: Final = re.compile(
    r"^\(?4\s?-?(?P<half>[AB])(?!\s*-\s*\d)\)?[-.):\s]+(?:the )?"
    r"(?P<name>(?:(?:nature|level|purpose)(?: of (?:the )?(?:personal )?contacts?)?|"
    r"(?:personal )?contacts?)(?![\w ]*\b(?:is|are)\b))\b(?P<rest>\W.*|)$",
    re.IGNORECASE,
)
"""One half of the supervisory guide's fourth factor by its letter: "4B. Purpose:"."""
_AFTER: Final = re.compile(
    r"^\s*[-:,.;(/)]*\s*(?:\(?\s*(?:factor\s+)?(?:level|fl|fld)\b.*|\(?\d.*|$)", re.IGNORECASE
)
_ROW: Final = re.compile(
    r"\s(?P<level>[1-9][AB]?\s*-\s*(?:\d|[A-D])|[1-4]\s*-?\s*[a-dA-D])[\s|,/]+"
    r"(?P<points>\d{1,2},\d{3}|\d{1,4})(?:\s*(?:points?|pts?\.?))?$",
    re.IGNORECASE,
)
"""What ends the row of a table of factors: a level and its points."""
_LEVEL_NEXT: Final = re.compile(
    r"[\s.:|,(-]*(?:(?:factor\s+)?(?:level|fld?|fl)\s*)?[1-9][AB]?\s*-\s*(?:\d|[A-D])\b[\s|,/(]+\d",
    re.IGNORECASE,
)
"""A level and its points right after a factor's name: the words of the row follow, at length."""
_LEVEL_IN_ROW: Final = re.compile(
    r"^[1-9][AB]?\s[A-Z][^.]{4,60}?\s[1-9][AB]?\s*-\s*(?:\d|[A-D])[\s|,/]+\d"
)
_TWO: Final = re.compile(
    r"^(?:factors?\s*)?6\s*(?:/|&|and|,)\s*7\s*[.):-]?\s+"
    r"(?P<name>(?:(?:nature|personal|purpose)[\w ]*?)?contacts?)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_LONGEST: Final = 130
_NUMBER_ROW: Final = re.compile(
    r"^(?:(?P<both>6\s*(?:/|&|and|,)\s*7)[\s|.):-]+(?P<cell>[1-4]\s*-?\s*[a-dA-D]\b.*)|"
    r"(?P<one>[1-9][AB]?)[\s|.):-]+(?P<rest>(?P=one)\s*-\s*(?:\d|[A-D])\b.*))$"
)
"""A row of a table of factors that has a factor's number only, with a level of that factor."""
_LEVEL_FIRST: Final = re.compile(
    rf"^(?P<levels>(?:(?:factor\s+)?(?:level|fld?|fl)\s*)?(?P<one>[1-9][AB]?)\s*-\s*(?:\d|"
    rf"[A-D])[a-d]?"
    rf"(?:\s*(?:/|&|and|,)\s*(?P<two>[1-9][AB]?)\s*-\s*(?:\d|[A-D]))?)[\s.,:|-]+(?P<name>{_NAME})\b"
    r"(?P<rest>.*)$",
    re.IGNORECASE,
)
"""A factor's heading that begins with the level credited."""
_SHORT_NAMES: Final = (
    (1, "knowledge"), (2, "supervis"), (2, "controls"), (3, "guid"), (4, "complexity"),
    (5, "scope"), (6, "contacts"), (6, "personal contacts"), (7, "purpose"), (8, "physical"),
    (9, "environment"), (9, "work"), (9, "surr"),
)  # fmt: skip
_NAMED_LEVEL: Final = re.compile(
    r"^(?:[1-9](?:\s*[-.)])?\s*)?(?P<name>[A-Z][\w ,&/'-]{2,40}?)\s*"
    r"(?:[:(-]\s*|:\s.*[.;]\s*(?=(?:factor\s+)?(?:level|fld?|fl)\b)|(?<=\s)(?=\d\s*-\s*\d\s+\d))"
    r"(?P<rest>(?:(?:factor\s+)?(?:level|fld?|fl)\s*)?(?P<one>[1-9])\s*-\s*(?:\d|[A-D])\b.*)$",
    re.IGNORECASE,
)
"""A factor by a part of its name, which a level of the same factor follows, or ends the line."""
_RUN_IN: Final = re.compile(
    r"^(?P<head>[A-Z][\w ,&/()'-]{3,60}?)\s*(?::|\s-{1,2}\s|\.(?=\s))\s*(?P<rest>\S.*)?$"
)


class FactorHead(NamedTuple):
    """A line that opens a factor's section: its factors, its guide if it tells, and the rest."""

    factors: tuple[FactorId, ...]
    name: str
    guide: str
    rest: str
    numbered: bool


def section_name(text: str) -> tuple[str, str] | None:
    """Return which section a line opens and what follows the heading on the line, or None."""
    plain = fold_dashes(text).strip()
    if plain.endswith("?") or not plain:
        return None
    name = "duties" if DUTY_TABLE.fullmatch(plain) else _named(_stripped(plain))
    if name is not None:
        return name, ""
    match = _RUN_IN.match(re.sub(rf"^{_MARK}", "", plain, count=1))
    if match is None:
        return None
    name = _named(match["head"].strip())
    rest = (match["rest"] or "").strip()
    if name is None or (rest and not _printed_as_heading(match["head"], plain)):
        spoken = re.match(r"[A-Z\d(]", rest) is not None and ". " in plain
        return (name, rest) if name == "duties" and spoken else None
    return name, rest


def _printed_as_heading(head: str, line: str) -> bool:
    return head.isupper() or line[len(head) :].lstrip().startswith(":")


_NO_NAME: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # The head of a table's first column, which counts its rows.
        r"^(?:no\.|#|number|item(?: no\.)?)\s+(?=\w+ )",
        r"\(?\s*(?:total:?\s*)?\d{1,3}\s*(?:%|percent)\s*\)?",
        r"\s*(?:%|percent(?:age)?)(?:\s+of)?(?:\s+time)?$",
        (
            r"\s*,?\s*(?:and|with)?\s*"
            r"(?:(?:percent(?:age)?|share)s?\s+of\s+(?:work(?:ing)?\s+)?time|time\s+spent)\W*$"
        ),
        r"\s*\((?:with|including|and)\b[^()]*\bpercent[^()]*\)",
        (
            r"\s*\((?:gssg|fes|general schedule|factor evaluation|primary standard|see attached)"
            r"[^()]*\)$"
        ),
        r"\s*\((?:continued|cont'?d?\.?|ksas?)\)",
    )
)
"""What stands beside a heading's name and is none of it."""


def _stripped(text: str) -> str:
    text = re.sub(rf"^{_MARK}", "", text, count=1)
    for pattern in _NO_NAME:
        text = pattern.sub("", text)
    return text.strip(" :.-*_#")


def _named(text: str) -> str | None:
    return next((name for name, one in _COMPILED.items() if one.fullmatch(text)), None)


def factor_head(text: str) -> FactorHead | None:
    """Return the factor whose section a line opens, or None."""
    plain = fold_dashes(text).strip()
    match = _NUMBERED.match(plain)
    if match is not None and _plausible(match["rest"]):
        return _numbered(match)
    numbers = _NUMBER_ROW.match(plain)
    if numbers is not None:
        one = numbers["one"]
        rated: tuple[FactorId, ...] = (factor_number(one),) if one else (6, 7)
        return FactorHead(rated, "", "", numbers["cell"] or numbers["rest"], numbered=True)
    first = _LEVEL_FIRST.match(plain)
    if first is not None:
        both = _both(plain, first.start("name"))
        rest = plain[both[1].end() :] if both is not None else first["rest"]
        rated = tuple(factor_number(one) for one in (first["one"], first["two"]) if one)
        if _AFTER.match(rest):
            said = f"{first['levels']} {rest.strip()}"
            return FactorHead(
                rated, first["name"], _guide_of(first["name"], rated[0]), said, numbered=True
            )
    named = _NAMED_LEVEL.match(plain)
    if named is not None and _both(plain) is None and _of_own_name(named):
        levels = re.findall(r"(?<![\w-])([1-9])\s*-\s*(?:\d|[A-D])(?![\w-])", named["rest"])
        rated = tuple(factor_number(one) for one in dict.fromkeys(levels[:2]))
        rest = plain[named.end("name") :].lstrip(" :(-")
        return FactorHead(rated, named["name"], "fes", rest, numbered=True)
    half = _HALF.match(plain)
    if half is not None:
        rated = (factor_number(f"4{half['half']}"),)
        return FactorHead(rated, half["name"], "gssg", half["rest"], numbered=True)
    row = _ROW.search(plain)
    two = _TWO.match(plain)
    if two is not None and (row is not None or len(plain) <= _LONGEST):
        both = _both(plain, two.start("name"))
        rest = plain[both[1].end() :] if both is not None else two["rest"]
        return FactorHead((6, 7), two["name"], "fes", rest, numbered=True)
    if row is not None or _LEVEL_IN_ROW.search(plain):
        # A table prints the number of a row without a mark.
        plain = re.sub(r"^([1-9][AB]?)\s+(?=[A-Z])", r"\1. ", plain)
    match = _NAME_FIRST.match(plain)
    if match is None:
        return None
    name, rest = match["name"], match["rest"]
    if len(plain) > _LONGEST * 2 and row is None and _LEVEL_NEXT.match(rest) is None:
        return None
    both = _both(plain, match.start("name"))
    if both is not None:
        rest = (both[1]["level"] or "") + plain[both[1].end() :]
        head = FactorHead(both[0], both[1].group(), "fes", rest, numbered=bool(both[1]["level"]))
        return head if _AFTER.match(rest) else None
    number = _mark_number(match["mark"], match["one"])
    # In a row of a table the words of the factor stand between its name and its level.
    tabled = row is not None and number is not None
    run_in = tabled or (name.isupper() and rest.startswith((":", ".")))
    if name.islower() or not (_AFTER.match(rest) or run_in or rest.startswith(":")):
        return None
    guide, factor = _by_name(name, number)
    if factor is None:
        return None
    return FactorHead((factor,), name, guide, rest, numbered=number is not None)


def _of_own_name(named: re.Match[str]) -> bool:
    own = (begins for one, begins in _SHORT_NAMES if named["one"] == str(one))
    return named["name"].lower().startswith(tuple(own))


def _numbered(match: re.Match[str]) -> FactorHead:
    rest = match["rest"]
    factors = [factor_number(match["one"])]
    if match["two"]:
        factors.append(factor_number(match["two"]))
    both = _both(rest)
    named = re.match(rf"(?P<name>{_NAME})\b(?! of an? )[-.,: ]*", rest, re.IGNORECASE)
    guide = "gssg" if {"4A", "4B"} & {*factors} else ""
    name = ""
    if both is not None:
        factors, name = list(both[0]), both[1].group()
        rest = (both[1]["level"] or "") + rest[both[1].end() :]
        guide = "fes"
    elif named is not None:
        name, rest = named["name"], rest[named.end() :]
        guide = guide or _guide_of(name, factors[0])
    return FactorHead(tuple(dict.fromkeys(factors)), name, guide, rest, numbered=True)


def _both(text: str, at: int = 0) -> tuple[tuple[FactorId, ...], re.Match[str]] | None:
    """Return two factors whose names stand together at a place, with the names."""
    found = ((pair, pattern.match(text, at)) for pair, pattern in _BOTH_NAMES.items())
    return next(((pair, match) for pair, match in found if match is not None), None)


def _plausible(rest: str) -> bool:
    """Return whether what follows "Factor 2" belongs to a heading and not to a sentence."""
    first = rest.split(" ", 1)[0].strip(".,;:")
    return not first or not first[:1].islower() or first == "and"


def _mark_number(mark: str, named: str | None) -> FactorId | None:
    if named:
        return factor_number(named)
    digits = re.sub(r"\W", "", mark)
    return factor_number(digits) if re.fullmatch(r"[1-9][AB]?|[IVX]+", digits) else None


def _guide_of(name: str, number: FactorId | None) -> str:
    lowered = name.lower()
    if lowered in _GSSG and (lowered not in _FES or number in ("4B", 4)):
        return "gssg"
    if lowered == "personal contacts" and number == 4:
        return "gssg"
    return "fes" if lowered in _FES else ""


def _by_name(name: str, number: FactorId | None) -> tuple[str, FactorId | None]:
    lowered, guide = name.lower(), _guide_of(name, number)
    if guide == "gssg":
        return guide, 4 if lowered == "personal contacts" else _GSSG[lowered]
    return guide, _FES.get(lowered)
