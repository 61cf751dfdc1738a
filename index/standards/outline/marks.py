"""The headings of standards as documents really print them, misprints included.

Headings as they should be are in :mod:`index.language.structure`. Here a missing word, a
missing number, a misspelt name, a letter l for the number 1 and every separator that conversions
have left behind are read too, and each departure is reported with the mark.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from index.language import openings, structure
from index.language.structure import fold
from index.standards.outline import undescribed

_WORD, _BETWEEN, _UNIT = openings.WORD, openings.BETWEEN, openings.UNIT
_LEVEL = openings.LEVEL
_DIGIT = openings.DIGIT
_POINTS = openings.POINTS
_NAMED = re.compile(rf"^{_WORD}{openings.STRAY}{_LEVEL}(?P<rest>.*)$", re.IGNORECASE | re.DOTALL)
_BARE = re.compile(rf"^(?:factor\s+)?{_LEVEL}(?P<rest>.*)$", re.IGNORECASE | re.DOTALL)
_RUN_TOGETHER = re.compile(
    rf"^{_WORD}\s*(?P<factor>[1-9])(?P<step>[1-9])(?!\d)(?P<rest>{_BETWEEN}{_POINTS}\s*{_UNIT}.*)$",
    re.IGNORECASE | re.DOTALL,
)
_LAME = re.compile(
    rf"^{_WORD}\s*(?:(?P<first>{_DIGIT}[AB]?)?\s*-\s*(?P<last>{_DIGIT}(?!\d))?|(?P<only>{_DIGIT}[AB]?(?!\d))?)"
    rf"{_BETWEEN}{_POINTS}\s*{_UNIT}(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_REVERSED = re.compile(rf"^{_POINTS}\s*{_UNIT}{_BETWEEN}{_WORD}\s*{_LEVEL}[\s).:]*$", re.IGNORECASE)
_VALUE = re.compile(rf"^{_BETWEEN}{_POINTS}\s*{_UNIT}?(?P<rest>.*)$", re.IGNORECASE | re.DOTALL)
_SPACED = re.compile(r"\b(?:[A-Z] ){2,}[A-Z]\b")
_CONTINUED = re.compile(r"\(?\bcont(?:inued|inues|['’]?d|\.)?(?=\W|$)\)?\.?", re.IGNORECASE)
_FACTOR = re.compile(
    r"^(?:(?:evaluation|classification|grading|fes|rating)\s+(?=factor))?"
    r"(?P<sub>sub\s?-?)?(?P<word>[a-z]{4,7})\b\s*(?:(?:no\b\.?|number\b|#)\s*)?"
    r"(?P<factor>(?:[1-9lI][ABab]?|(?-i:[IVX]{2,4}|V))\b(?!\s*-\s*\d))?[\s,.:;()|-]*(?P<name>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER_BESIDE = re.compile(
    r"^(?:[1-9]|[IVX]{1,4}|[A-I])[.)]\s+|\s*\(factor\s+[1-9][AB]?\)$", re.IGNORECASE
)
_BOTH = re.compile(
    r"^factors?\s*6\b.*?(?:\band\b|&|/)\s*(?:factor\s*)?7\b", re.IGNORECASE | re.DOTALL
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|may|must|should|would|describes?|requires?|covers?|measures?|"
    r"includes?|applies|differs?|assumes?)\b",
    re.IGNORECASE,
)

_MISSPELT = 0.8
"""How alike two words are, from 0 to 1, when one is taken for a misprint of the other."""

SUPERVISORY_NAMES = {
    "1": "Program Scope and Effect",
    "2": "Organizational Setting",
    "3": "Supervisory and Managerial Authority Exercised",
    "4": "Personal Contacts",
    "4A": "Nature of Contacts",
    "4B": "Purpose of Contacts",
    "5": "Difficulty of Typical Work Directed",
    "6": "Other Conditions",
}
"""The factors of the General Schedule Supervisory Guide (the names are OPM's)."""

ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5", "VI": "6", "VII": "7",
         "VIII": "8", "IX": "9"}  # fmt: skip
FES_NAMES = {str(number): name for number, name in structure.FACTOR_NAMES.items()}


@dataclass(slots=True)
class LevelMark:
    """A row that opens a level.

    ``bare`` is set where neither "Level" nor "points" is printed. ``rest`` is what follows level
    and points on the row: a subject, or text when ``run_in``. ``offset`` is where the rest
    begins in the row.
    """

    factor: str
    step: str
    points: int | None
    rest: str = ""
    offset: int = 0
    run_in: bool = False
    named: bool = True
    bare: bool = False
    repairs: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    @property
    def level(self) -> str:
        """Return the level's name, such as ``2-5``."""
        return f"{self.factor}-{self.step}"


@dataclass(slots=True)
class FactorMark:
    """A row that opens a factor, or both factors of a combined chart."""

    factor: str
    name: str
    both: bool = False
    numbered: bool = True
    repairs: list[str] = field(default_factory=list)


def level_mark(
    text: str, *, heading: bool, factor: str | None, values: Mapping[str, int]
) -> LevelMark | None:
    """Read a row that opens a level; None when it does not.

    Args:
        text: the row.
        heading: whether the document sets it as a heading.
        factor: the factor being read, for a level whose number is incomplete.
        values: the point value of every level of the Primary Standard.
    """
    folded = fold(text)
    spaced = _SPACED.sub(lambda found: found[0].replace(" ", ""), folded)
    if spaced != folded:
        # Letters set apart for emphasis; such a heading stands on a row of its own.
        mark = level_mark(spaced, heading=heading, factor=factor, values=values)
        return mark if mark is not None and not mark.rest else None
    opened = openings.opening(folded)
    if opened is not None:
        return _opened(opened, folded)
    lead = len(folded) - len(folded.lstrip(" ([*"))
    body = folded[lead:]
    found = _NAMED.match(body)
    if found is not None:
        return _plain(found, lead, heading=heading, named=True, values=values)
    found = _BARE.match(body)
    if found is not None:
        return _plain(found, lead, heading=heading, named=False, values=values)
    found = _REVERSED.match(body)
    if found is not None:
        points = openings.number(found["points"])
        return LevelMark(_digit(found["factor"]), _digit(found["step"]), points)
    found = _RUN_TOGETHER.match(body)
    if found is not None:
        mark = LevelMark(found["factor"], found["step"], None)
        if _valued(mark, found["rest"], heading=heading, named=True):
            _place_rest(mark, found.start("rest"), found["rest"], lead)
            mark.repairs.append(f"Level {mark.level} is printed without its dash")
            return mark
        return None
    found = _LAME.match(body)
    if found is None or len(body) > 90:
        return None
    return _completed(found, factor, values, lead)


def _opened(opened: openings.Opening, folded: str) -> LevelMark:
    """Return the mark of a heading that prints its points, and what it departs from."""
    factor, _, step = opened.level.partition("-")
    rest = folded[opened.rest :]
    mark = LevelMark(factor, step, opened.points, offset=opened.rest)
    after = _CONTINUED.search(rest)
    if after is not None and not (rest[: after.start()] + rest[after.end() :]).strip(" ,:;.()-"):
        return mark
    mark.rest = rest.strip()
    mark.run_in = opened.runs_in and not undescribed.is_said_of(mark.rest[:60])
    printed = folded[: opened.rest]
    if not re.search(r"(?<![a-z])(?:levels?|fld|fl)(?![a-z])", printed, re.IGNORECASE):
        mark.repairs.append(f'Level {mark.level} is printed with "Level" misspelt')
    if not re.search(r"p[oints]{3,6}\b|pts?\b", printed, re.IGNORECASE):
        mark.repairs.append(f'Level {mark.level} is printed without "points"')
    number = re.search(rf"(?<![A-Za-z]){openings.LEVEL}", printed, re.IGNORECASE)
    if number is not None and re.search(r"[lIS]", number["factor"] + number["step"]):
        mark.repairs.append(
            f"Level {mark.level} is printed with a letter for the number 1"
            if "S" not in number.group()
            else f"Level {mark.level} is printed with a letter for the number 5"
        )
    elif number is not None and re.search("[~_]", number.group()):
        mark.repairs.append(f"Level {mark.level} is printed with another sign for its dash")
    if str(mark.points) not in printed.replace(",", ""):
        mark.repairs.append(f"the points of Level {mark.level} are printed with a letter in them")
    return mark


def _plain(
    found: re.Match[str], lead: int, *, heading: bool, named: bool, values: Mapping[str, int]
) -> LevelMark | None:
    mark = LevelMark(_digit(found["factor"]), _digit(found["step"]), None, named=named)
    if not _valued(mark, found["rest"], heading=heading, named=named):
        return None
    if not named and mark.points is None:
        return None
    if not named and not _unit_printed(found["rest"]):
        # "1-7 1250" with neither word: only the right value makes it a heading.
        if mark.rest or values.get(mark.level) != mark.points:
            return None
        mark.bare = True
        mark.repairs.append(f'Level {mark.level} is printed without "Level" and "points"')
    _place_rest(mark, found.start("rest"), found["rest"], lead)
    word = found["word"].lower() if named and found["word"] else ""
    if word not in ("", "level", "levels", "fld", "fl"):
        mark.repairs.append(f'Level {mark.level} is printed with "Level" misspelt')
    if any(c in "lI" for c in found["factor"] + found["step"]):
        mark.repairs.append(f"Level {mark.level} is printed with a letter for the number 1")
    return mark


def _unit_printed(rest: str) -> bool:
    value = _VALUE.match(rest)
    return value is not None and value["unit"] is not None


def _valued(mark: LevelMark, rest: str, *, heading: bool, named: bool) -> bool:
    """Read points and what follows them into a mark; False when the row is running text."""
    value = _VALUE.match(rest)
    if value is not None and (value["unit"] or not value["rest"].strip(" .)]*")):
        mark.points = openings.number(value["points"])
        if value["unit"] is None and named:
            mark.repairs.append(f'Level {mark.level} is printed without "points"')
        rest = value["rest"]
    after = _CONTINUED.search(rest)
    if after is not None and not rest[: after.start()].strip(" ,:;.()-"):
        rest = rest[after.end() :]
        if mark.points is None:
            value = _VALUE.match(rest)
            if value is not None and (value["unit"] or not value["rest"].strip(" .)")):
                mark.points = openings.number(value["points"])
                rest = value["rest"]
    elif after is not None and not rest[after.end() :].strip(" ,:;.()-") and len(rest) < 60:
        rest = rest[: after.start()]
    mark.rest = rest.strip(" ,:;.()[]*|-")
    if not mark.rest:
        return True
    if len(mark.rest) > 110:
        mark.run_in = mark.points is not None and mark.rest[:1].isupper()
        return mark.run_in
    if rest.lstrip()[:1] in (",", ".") and mark.points is None and not heading:
        return False
    if undescribed.is_said_of(mark.rest):
        return True
    if mark.points is not None:
        if mark.rest[:1].isupper() and (rest.rstrip().endswith(".") or openings.is_text(mark.rest)):
            mark.run_in = True
            return True
        return mark.rest[:1].isupper() or mark.rest[:1] in "\"'"
    opened = rest.lstrip()[:1] in (":", "(", "-")
    return (opened or heading) and not (_VERB.search(mark.rest) and rest.rstrip().endswith("."))


def _place_rest(mark: LevelMark, at: int, rest: str, lead: int) -> None:
    """Note where in the row the text begins that follows a run-in heading."""
    mark.offset = lead + at + max(0, rest.rfind(mark.rest[:40]) if mark.rest else len(rest))


def _completed(
    found: re.Match[str], factor: str | None, values: Mapping[str, int], lead: int
) -> LevelMark | None:
    """Complete a level whose number is missing or cut, from its factor and its points."""
    points = openings.number(found["points"])
    rest = found["rest"].strip(" ,:;.()-")
    if rest and not _CONTINUED.fullmatch(found["rest"].strip()):
        return None
    first, last = found["first"] or found["only"], found["last"]
    given = _digit(last) if last else _digit(found["only"] or "")
    of = factor or (_digit(first) if found["first"] else None)
    if of is None:
        return None
    fits = [
        name.partition("-")[2]
        for name, value in values.items()
        if name.partition("-")[0] == of and value == points
    ]
    step = fits[0] if fits else given
    if not step:
        return None
    mark = LevelMark(of, step, points, offset=lead + found.end())
    printed = " ".join(found.group().split())
    if given == step:
        mark.repairs.append(f"Level {mark.level} is printed without its factor")
        return mark
    mark.doubts.append(f'"{printed}" has no complete number and is read as Level {mark.level}')
    return mark


def _digit(text: str) -> str:
    return "".join(openings.digit(one) for one in text)


def factor_mark(text: str, *, heading: bool, names: Mapping[str, str]) -> FactorMark | None:
    """Read a row that opens a factor: by its number, by its name, or by both.

    Args:
        text: the row.
        heading: whether the document sets it as a heading.
        names: the factors' names by number, as OPM prints them.
    """
    folded = " ".join(fold(text).split()).strip("#*_ ")
    if len(folded) > 130 or (folded.endswith((".", ";")) and not folded.isupper()):
        return None
    if _BOTH.match(folded):
        return FactorMark("6", names.get("6", ""), both=True)
    found = _FACTOR.match(folded)
    if found is None or _ratio(found["word"], "factor") < _MISSPELT:
        return _by_name(folded, heading=heading, names=names)
    name = _CONTINUED.sub("", found["name"]).strip(" ,:;.-")
    if re.search(r"\blevel\b|\b\d{2,4} points?\b", name, re.IGNORECASE):
        return None
    repairs: list[str] = []
    if found["factor"] is None:
        number = _nearest(name, names)
        if number is None:
            return None
        repairs.append(f'"{folded}" is printed without its number')
        return FactorMark(number, names[number], numbered=False, repairs=repairs)
    if name[:1].islower() or (not heading and len(name) > 70) or _is_sentence(name):
        return None
    number = ROMAN.get(found["factor"]) or _digit(found["factor"])
    known = names.get(number)
    if known is not None and name and not _same(name, known):
        if _alike(name, known):
            repairs.append(f'Factor {number} is printed "{name}"')
            return FactorMark(number, known, repairs=repairs)
        if len(name) > 60:
            return None
        return FactorMark(number, _case(name), repairs=repairs)
    return FactorMark(number, known or _case(name), repairs=repairs)


def _is_sentence(name: str) -> bool:
    return bool(_VERB.search(name)) and not name.isupper()


def _by_name(folded: str, *, heading: bool, names: Mapping[str, str]) -> FactorMark | None:
    words = _NUMBER_BESIDE.sub("", folded).strip(" :.-")
    if not (heading or words.isupper()) or len(words) > 60:
        return None
    for number, name in names.items():
        if words.lower() == name.lower():
            return FactorMark(number, name, numbered=False)
    return None


def _nearest(name: str, names: Mapping[str, str]) -> str | None:
    best = max(names, key=lambda number: _ratio(name, names[number]), default=None)
    return best if best is not None and _alike(name, names[best]) else None


def _same(name: str, known: str) -> bool:
    return " ".join(name.lower().split()) == known.lower()


def _ratio(name: str, known: str) -> float:
    return SequenceMatcher(None, " ".join(name.lower().split()), known.lower()).ratio()


def _alike(name: str, known: str) -> bool:
    return _ratio(name, known) >= _MISSPELT


def _case(name: str) -> str:
    """Return a name printed in capitals in ordinary title case."""
    if not name.isupper():
        return name
    small = {"A", "AN", "AND", "AS", "AT", "BY", "FOR", "IN", "OF", "ON", "OR", "THE", "TO"}
    words = [
        word.lower() if place and word in small else word.capitalize()
        for place, word in enumerate(name.split())
    ]
    return " ".join(words)
