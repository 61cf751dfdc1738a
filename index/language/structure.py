"""The words classification documents are built with: factors, levels, series, sections.

Documents print the same thing in many ways: ``Level 2−5 ⎯ 650 points``, ``Level 2-5 650
Points``, ``FACTOR LEVEL 1-7, 1250 POINTS``, ``Factor Level 4A-1 -- 25 points``. Everything
here works on text whose dashes have been folded by ``fold_dashes``, which keeps the length
of the text, so that offsets stay true.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from core.model import FactorId
from index.language import openings
from index.language.late import pattern

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−⎯﹘﹣－─", "-"))

_BRACES = str.maketrans("{}", "()")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'"})

LEVEL = r"(?P<level>[1-9][AB]?-[1-9])"
_LEVEL_NAME = pattern(
    rf"\b(?:(?:factor\s+)?levels?|FLDs?)\s+{LEVEL}(?:[a-d]|\([a-d]\))?(?!\w)", re.IGNORECASE
)
# Decisions under the supervisory guide name its paragraphs with the level: Level 3-2c.
_LEVEL_ANY = pattern(r"(?<![\w.-])[1-9][AB]?-[1-9](?=[a-d]?(?![\w-]|\.\d))")
_LEVEL_BARE = pattern(
    r"\b(?P<verb>(?:fully )?(?:meets?|exceeds?|reach(?:es)?|surpass(?:es)?|warrants?|under|attains?"
    r"|credit(?:s|ed|ing)?|short of)) (?P<level>[1-9][AB]?-[1-9])(?=[a-d]?(?:[,.;:)]|$| (?:and|but"
    r"|or|nor|is|are|was|does|rather|than|because|since|as)\b))",
    re.IGNORECASE,
)
"""A level by its bare number where a verb of crediting names it: "exceeds 3-2 but ..."."""
_PARAGRAPH = pattern(
    r"(?<![\w.-])(?<!section )(?<!chapter )(?<!table )([1-9][AB]?-[1-9])\s?(?:\(([a-d])\)|([a-d]))"
    r"(?![\w-]|\.\d)",
    re.IGNORECASE,
)
"""A paragraph of a level, as the supervisory guide letters them."""
_CELL = pattern(r"(?<![\w.-])([1-4])\s?-?\s?([a-d])(?![\w-])", re.IGNORECASE)
_CELLS_NAMED = pattern(
    r"\blevels?\s+[1-4]\s?-?\s?[a-d]\b|\b(?:6\s?(?:/|and|&)\s?7|personal contacts)\b[^.]{0,60}"
    r"\b[1-4]-?[a-d]\b",
    re.IGNORECASE,
)
"""A cell of the chart that rates Factors 6 and 7 together."""
_LEVEL_HEADING = pattern(
    rf"^(?:factor\s+|fl\s+|subfactor\s+)?(?:level\s+)?{LEVEL}(?!\d)"
    r"(?:[\s,:;.()-]*(?P<points>\d{1,3}(?:,\d{3})|\d{1,4})\s*(?:points?|pts?)\b)?(?P<rest>.*)$",
    re.IGNORECASE,
)
_FACTOR_HEADING = pattern(
    r"^(?P<sub>sub)?factors?\s+(?P<factor>[1-9][AB]?|I{1,3}|I?V|VI{1,3}|IX)\b(?!-?\d)[\s,.:-]*"
    r"(?P<name>.*)$",
    re.IGNORECASE,
)
_BOTH_CONTACTS = pattern(r"(?:and|&|/) ?(?:factor )?[79]$", re.IGNORECASE)
"""What follows the first number of a heading of two factors, such as ``Factor 6 and 7``."""
_SERIES_HEADING = pattern(
    r"^(?:(?:GS|WG|WS|WL)-)?(?P<code>\d{4})\s*[-:]+\s*(?P<name>\D.*?(?:series|group)\b.*|"
    r"\D.*?\bfamily\b.*)$",
    re.IGNORECASE,
)
_LEADER = pattern(r"(?:\.\s?){4,}\d{1,4}$|(?:\.\s?){6,}|…{2,}")
_DOTTED_POINTS = pattern(r"[.\s\u2026_]*\d[\d,]*\s*p(?:oint|t)s?\b", re.IGNORECASE)
_DOTTED_GRADES = pattern(
    r"^G[SG]-?\d{1,2}\b[^.…]{0,30}[\s.…]+[A-Z][A-Za-z ()/&'-]+$|"
    r"^[A-Z][^.…]{2,60}[\s.…]+G[SG]-?\d{1,2}(?:\s?(?:[/-]|to)\s?(?:G[SG]-?)?\d{1,2})*\.?$"
)
"""A title dotted to its grades, or they to it, which is no entry of a table of contents."""
_DOTTED_RANGE = pattern(
    r"\b\d[\d,]*\s*(?:-|to)\s*\d[\d,]*\b[\s.…]*(?:points?)?[\s.…]*(?:G[SG]-?)\d{1,2}\.?$"
    r"|^(?:G[SG]-?)\d{1,2}[\s.…]+\d[\d,]*\s*(?:-|to)\s*\d[\d,]*(?:\s*points?)?\.?$"
    r"|^(?:G[SG]-?)?(?:1[0-5]|[1-9])[\s.…]+\d,?\d{2,3}\s*(?:-|to)\s*(?:\d,?\d{2,3}|up)\.?$"
    r"|^\d,?\d{2,3}\s*(?:-|to)\s*(?:\d,?\d{2,3}|up)[\s.…]+(?:1[0-5]|[1-9])$",
    re.IGNORECASE,
)
_CONTENTS_HEADING = pattern(r"^(?:table of )?contents(?: \(continued\))?$", re.IGNORECASE)
_GROUP_NAME = pattern(r"\b(?:group|family)\b", re.IGNORECASE)
_SERIES_CODE = pattern(
    r"\b(?:GS|GM|GL|GG|WG|WL|WS|NA|NL|NS|AD|ES|SL|ST|NH|YA|YC)-(?P<code>\d{3,4})\b(?!\.\d)"
)

_DECISION_HEADINGS = {
    "summary", "decision", "introduction", "background", "background information", "conclusion",
    "jurisdiction", "general issues", "background and general issues", "position information",
    "grade determination", "series determination", "title determination", "evaluation",
    "series and title determination", "series, title, and standard determination",
    "series, title and standard determination", "analysis and findings", "finality of decision",
    "pay plan determination", "pay category determination", "standard determination",
    "job information", "skill and knowledge", "responsibility", "physical effort",
    "working conditions", "nature of assignment", "level of responsibility", "findings",
    "knowledge and skill", "skills and knowledge", "responsibilities", "guidelines",
    "evaluation using the gssg", "summary of factors", "summary of fes factors",
    "summary of factor levels", "uncontested factors", "undisputed factors",
}  # fmt: skip
_EVALUATION_HEADING = pattern(
    r"evaluation (?:using|of|by|under) [^.:;]{3,80}"
    r"(?:standard|guide|duties|work|position|gssg|pcs|jfs)(?: \([^)]*\))?$"
)
"""Headings of appeal decisions that may stand before a short paragraph or a table."""
_NEVER_HEADINGS = {"date", "attachment", "attachments", "enclosure", "enclosures", "cc"}

FACTOR_NAMES: dict[FactorId, str] = {
    9: "Work Environment",
    8: "Physical Demands",
    7: "Purpose of Contacts",
    6: "Personal Contacts",
    5: "Scope and Effect",
    4: "Complexity",
    3: "Guidelines",
    2: "Supervisory Controls",
    1: "Knowledge Required by the Position",
}
"""The nine factors of the Factor Evaluation System (the names are OPM's)."""
SUPERVISORY_NAMES = (
    "Program Scope and Effect", "Organizational Setting",
    "Supervisory and Managerial Authority Exercised", "Nature of Contacts",
    "Difficulty of Typical Work Directed", "Other Conditions",
)  # fmt: skip
"""What the General Schedule Supervisory Guide calls those of its factors with other names."""


def fold_dashes(text: str) -> str:
    """Return text with every dash and minus sign as a hyphen; the length does not change."""
    return text.translate(_DASHES)


def fold_quotes(text: str) -> str:
    """Return text with curly quotation marks and apostrophes as straight ones, same length."""
    return text.translate(_QUOTES)


def fold(text: str) -> str:
    """Return text with plain dashes, quotation marks and brackets, as long as it was."""
    return fold_quotes(fold_dashes(text)).translate(_BRACES)


def factor_id(text: str) -> FactorId:
    """Return a factor's number as the core writes it: 4 or "4A"."""
    text = text.upper()
    return int(text) if text.isdigit() else text


_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}


def factor_number(text: str) -> FactorId:
    """Return a factor's number from digits or a Roman numeral: ``IV`` is 4."""
    return _ROMAN.get(text.upper()) or factor_id(text)


def factor_of(level: str) -> FactorId:
    """Return the factor a level belongs to: ``2-5`` is of factor 2, ``4A-1`` of ``"4A"``."""
    return factor_id(level.partition("-")[0])


@dataclass(frozen=True, slots=True)
class LevelHeading:
    """A heading that opens the description of a level, with its points when printed."""

    level: str
    points: int | None
    rest: str


@dataclass(frozen=True, slots=True)
class FactorHeading:
    """A heading that opens a factor or a subfactor."""

    factor: FactorId
    name: str
    subfactor: bool


@dataclass(frozen=True, slots=True)
class SeriesHeading:
    """A heading that opens the definition of a series or an occupational group."""

    code: str
    name: str
    group: bool


def level_heading(text: str) -> LevelHeading | None:
    """Read a heading such as ``Level 2-5 - 650 points``; None when it is not one.

    A heading names one level first. It carries points, or nothing else but a subject
    after a colon; running text such as "Level 2-4 is credited" is not a heading.
    """
    folded = " ".join(fold_dashes(text).split())
    if len(folded) > 140:
        return None
    match = _LEVEL_HEADING.match(folded)
    if match is None or match["points"] is None or not match["rest"].strip(" .:;()*-"):
        printed = openings.opening(folded)
        if printed is not None and not folded[printed.rest :]:
            return LevelHeading(printed.level, printed.points, "")
    if match is None:
        return None
    named = folded[: match.start("level")].strip() != ""
    points = match["points"]
    rest = match["rest"].strip()
    if points is None and (not named or (rest and not rest.startswith((":", "(")))):
        return None
    if points is not None and rest.endswith("."):
        return None
    return LevelHeading(
        match["level"].upper(), int(points.replace(",", "")) if points else None, rest.strip(" :-")
    )


def run_in(text: str) -> int | None:
    """Return where a level's own words begin on the line of its heading; None without such."""
    found = openings.opening(text)
    return found.rest if found is not None and found.runs_in else None


def factor_heading(text: str) -> FactorHeading | None:
    """Read a heading such as ``Factor 2, Supervisory Controls``; None when it is not one."""
    folded = " ".join(fold_dashes(text).split())
    match = _FACTOR_HEADING.match(folded)
    if match is None or len(folded) > 120 or folded.endswith((".", ";")):
        return None
    name = match["name"].strip(" ,:-")
    if _BOTH_CONTACTS.match(name):
        return FactorHeading(factor_number(match["factor"]), name, bool(match["sub"]))
    if name[:1].islower():
        return None
    return FactorHeading(factor_number(match["factor"]), name, bool(match["sub"]))


def factor_name(text: str) -> FactorHeading | None:
    """Read a heading in capitals that is the name of a factor without its number."""
    folded = " ".join(text.split())
    if not folded.isupper():
        return None
    for factor, name in FACTOR_NAMES.items():
        if folded == name.upper():
            return FactorHeading(factor, name, subfactor=False)
    return None


def series_heading(text: str) -> SeriesHeading | None:
    """Read a heading such as ``0083 - Police Series``; None when it is not one."""
    folded = " ".join(fold_dashes(text).split())
    match = _SERIES_HEADING.match(folded)
    if match is None or len(folded) > 140:
        return None
    name = match["name"].rstrip("* ")
    code = match["code"]
    group = code.endswith("00") and bool(_GROUP_NAME.search(name))
    return SeriesHeading(code, name, group)


def bare_level(text: str) -> str | None:
    """Return the mark of a heading that names a level without its factor: ``Level 3``.

    Some standards describe personal contacts at levels 1 to 4 and their purpose at levels A
    to D under one heading for both factors.
    """
    match = re.match(r"^level\s+([1-9A-E])$", " ".join(text.split()), re.IGNORECASE)
    return match[1].upper() if match else None


def is_decision_heading(text: str) -> bool:
    """Tell whether a line is a heading that appeal decisions commonly have."""
    plain = " ".join(text.lower().split())
    return plain in _DECISION_HEADINGS or _EVALUATION_HEADING.match(plain) is not None


def is_never_heading(text: str) -> bool:
    """Tell whether a short line stands alone in letters and decisions without heading anything."""
    return " ".join(text.lower().split()) in _NEVER_HEADINGS


def is_contents_heading(text: str) -> bool:
    """Tell whether a heading opens a table of contents."""
    return bool(_CONTENTS_HEADING.match(" ".join(text.split())))


def is_contents_line(text: str) -> bool:
    """Tell whether a line is an entry of a table of contents, dotted to its page number.

    A range of points may be dotted to its grade, a level to its points and a title to its grades;
    none of these is an entry.
    """
    dotted = _LEADER.search(text)
    return (
        dotted is not None
        and not _DOTTED_RANGE.search(fold_dashes(text))
        and not _DOTTED_GRADES.match(fold_dashes(text))
        and not _DOTTED_POINTS.match(text, dotted.end() - 1)
    )


def levels_named(text: str) -> tuple[str, ...]:
    """Return the levels a text names, in order of first mention, each once.

    ``Level 2-4`` and ``Levels 2-4 and 2-5`` count; a bare ``2-4`` counts only in a text
    that names some level in words or by a verb of crediting ("exceeds 2-4 but does not meet
    2-5"), because dates and ranges look alike.
    """
    folded = fold_dashes(text)
    if not any(one.search(folded) for one in (_LEVEL_NAME, _LEVEL_BARE, _PARAGRAPH)):
        return ()
    return tuple(dict.fromkeys(m.group().upper() for m in _LEVEL_ANY.finditer(folded)))


def lettered_named(text: str) -> frozenset[str]:
    """Return the lettered levels a text names: a guide's paragraph, or a cell of a chart.

    ``Level 3-2c`` and ``3-2 (c)`` are ``3-2C``; ``Level 2-b`` and, of Factors 6 and 7, ``2b``
    are ``2-B``.
    """
    folded = fold_dashes(text)
    found = {f"{one[1]}{one[2] or one[3]}".upper() for one in _PARAGRAPH.finditer(folded)}
    if _CELLS_NAMED.search(folded):
        found |= {f"{one[1]}-{one[2]}".upper() for one in _CELL.finditer(folded)}
    return frozenset(found)


def spelled_out(text: str) -> str:
    """Return a text with the word before a level that a verb of crediting names without it."""
    return _LEVEL_BARE.sub(r"\g<verb> Level \g<level>", text)


def level_counts(text: str) -> Counter[str]:
    """Count how often a text names each level."""
    folded = fold_dashes(text)
    if not _LEVEL_NAME.search(folded):
        return Counter()
    return Counter(m.group().upper() for m in _LEVEL_ANY.finditer(folded))


def series_codes(text: str) -> tuple[str, ...]:
    """Return the series named with a pay plan (``GS-080``), padded to four digits, in order."""
    return tuple(
        dict.fromkeys(m["code"].zfill(4) for m in _SERIES_CODE.finditer(fold_dashes(text)))
    )


def tidy_heading(text: str) -> str:
    """Return a heading on one line with plain dashes, for a trail a person reads."""
    text = " ".join(text.split())
    text = re.sub(r"\s*[⎯—―─]+\s*", " - ", text.replace("−", "-"))
    return text.rstrip(" *").strip()
