"""A position description cut into its sections: head, duties, factors and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from core.model import FactorId
from index.positions.checking import told_of
from index.positions.cover.certifying import CERTIFIES
from index.positions.cover.labels import labelled
from index.positions.cover.reading import classification_in
from index.positions.duties.shares import heads_percents, share_of
from index.positions.headings import FactorHead, factor_head, section_name
from index.positions.lines import Line, sentences

HEAD: Final = "head"
_DUTY: Final = re.compile(
    r"^(?:major\s+|key\s+)?(?:duty|function|objective|task)\s*(?:#|no\.?)?\s*"
    r"(?:\d|[A-H]\s*(?:[-:.)(\u2013\u2014]|$))",
    re.IGNORECASE,
)
_LEVEL_ALONE: Final = re.compile(
    r"\W*(?:factor\s+)?(?:(?:level|fld?)\W*)?[1-9][AB]?\s*-\s*\w{1,2}\b"
    r"(?:\W*[\d,]+\s*(?:points?|pts?)?)?\W*",
    re.IGNORECASE,
)
_SUM: Final = re.compile(
    r"^(?:total|grand total|final grade|grade range|point range)\b", re.IGNORECASE
)
_CERTIFIES: Final = re.compile(rf"^(?:[\w'\u2019 ]{{0,40}}\W+)?{CERTIFIES}", re.IGNORECASE)
_OF_WORK: Final = frozenset(
    {"duties", "factor", "qualifications", "supervision", "effort", "surroundings"}
)
"""Sections that end where somebody certifies the description; a cover goes on after that."""


@dataclass(slots=True)
class Cut:
    """A section: its kind, the heading line (None for the head), its lines, its factor's head.

    ``offset`` is where the words after a heading begin on the heading's own line, -1 for none.
    """

    kind: str
    heading: Line | None = None
    lines: list[Line] = field(default_factory=list)
    factor: FactorHead | None = None
    offset: int = -1


def cut(lines: Iterable[Line]) -> list[Cut]:
    """Return the sections of a description in their order; what precedes them is the head."""
    lines = list(lines)
    brief = _brief_heads(lines)
    found = [Cut(HEAD)]
    for line in lines:
        head = brief.get(line.start)
        opened = _factor(line, head) if head else _opened(line, found[-1])
        opened = opened or _next_part(line, found)
        if opened is None and found[-1].kind == "duties" and _of_cover(line, found[-1]):
            found[0].lines.append(line)
        elif opened is None:
            found[-1].lines.append(line)
        else:
            found.append(opened)
    found = _of_trades(_headed([part for one in found for part in _closing(one)]))
    return _as_factors(found)


def _of_trades(found: list[Cut]) -> list[Cut]:
    """Read "Responsibilities" behind a trade's duties and skills as how its work is overseen."""
    kinds = [one.kind for one in found]
    if "effort" not in kinds:
        return found
    return [
        replace(one, kind="supervision")
        if one.heading is not None
        and one.kind == "duties"
        and _RESPONSIBLE.fullmatch(one.heading.text)
        and {"duties", "qualifications"} <= set(kinds[:at])
        else one
        for at, one in enumerate(found)
    ]


_RESPONSIBLE: Final = re.compile(r"\W*(?:\d\W+)?responsibilities\W*", re.IGNORECASE)


_CLOSES: Final = re.compile(
    r"(?:The|An?|His|Her|My|Work|Finished|Completed|Assignments?|Priorities|Projects|Under|"
    r"Guid(?:es?|elines?|ance)|References)\b"
)
_MARKED: Final = re.compile(r"\W*(?:\w{1,2}[.)]|[-*\u2022\u25cf\u25aa])\s")


def _closing(one: Cut) -> list[Cut]:
    """Return a section, and apart from its duties what follows them on supervision and guides.

    A description without headings says that in a paragraph of its own behind the last duty.
    """
    own = [
        at
        for at, line in enumerate(one.lines)
        if share_of(line.text) is not None or _MARKED.match(line.text)
    ]
    if one.kind != "duties" or not own:
        return [one]
    for at in range(own[-1] + 1, len(one.lines)):
        told = [line for rest in one.lines[at:] for line in sentences(rest)]
        if _CLOSES.match(told[0].text) and told_of(told[0].text):
            parts = [replace(one, lines=one.lines[:at])]
            for line in told:
                kind = told_of(line.text) or parts[-1].kind
                if kind != parts[-1].kind:
                    parts.append(Cut(kind))
                parts[-1].lines.append(line)
            return parts
    return [one]


def _as_factors(found: list[Cut]) -> list[Cut]:
    """Read sections beside those of named factors as the factors they are under other names.

    "Supervision Received" beside "Guidelines" and "Complexity" is Factor 2, and "Contacts" alone
    both factors on them.
    """
    heads = [one.factor for one in found if one.factor is not None]
    there = {factor for one in heads if one.guide == "fes" for factor in one.factors}
    if len(there) < _NAMED or any(one.guide == "gssg" for one in heads):
        return found
    made = []
    for one in found:
        own = _factors_of(one, there)
        there |= set(own)
        made.append(replace(one, kind="factor", factor=_head_of(one, own)) if own else one)
    return made


def _factors_of(one: Cut, there: set[FactorId]) -> tuple[FactorId, ...]:
    """Return the factors that a section is on beside those there are, none for most."""
    name = one.heading.text if one.heading is not None else ""
    if one.factor is not None:
        whole = one.factor.name.lower() == "contacts" and not re.search(r"\d", one.factor.rest)
        return (6, 7) if whole and 7 not in there and one.factor.factors == (6,) else ()
    both = one.kind == "effort" and re.search(r"\bwork", name, re.IGNORECASE)
    factors = (8, 9) if both else _UNDER_OTHER_NAMES.get(one.kind, ())
    exercised = one.kind == "supervision" and re.search(r"exercised", name, re.IGNORECASE)
    knowledge = one.kind != "qualifications" or re.search("knowledge", name, re.IGNORECASE)
    return factors if name and not exercised and knowledge and not there & set(factors) else ()


def _head_of(one: Cut, factors: tuple[FactorId, ...]) -> FactorHead:
    if one.factor is not None:
        return one.factor._replace(factors=factors)
    heading = one.heading
    rest = heading.text[one.offset - heading.start :] if heading and one.offset >= 0 else ""
    return FactorHead(factors, "", "fes", rest, numbered=False)


_NAMED: Final = 4
"""So many factors by their names show that a description goes by them."""

_UNDER_OTHER_NAMES: Final[dict[str, tuple[FactorId, ...]]] = {
    "qualifications": (1,),
    "supervision": (2,),
    "guidelines": (3,),
    "effort": (8,),
    "surroundings": (9,),
}


def _headed(found: list[Cut]) -> list[Cut]:
    """Return sections with a sheet's own name, "Statement of Duties", read as part of its head.

    What stands under it states the classification, and the duties have a heading of their own.
    """
    if len(found) < _HEADED or found[0].lines[_MOST_BEFORE:]:
        return found
    first, second = found[1:3]
    states = any(classification_in(line.text) or labelled(line.text) for line in first.lines)
    named = first.kind == "duties" and first.heading is not None
    if named and first.offset >= 0 and first.heading is not None:
        # What it is a statement of: "Statement of Duties: Clerk".
        rest = first.heading.text[first.offset - first.heading.start :]
        named = len(rest.split()) <= _HEADED and not rest.endswith(".") and share_of(rest) is None
    if not named or not states or second.kind not in ("duties", "introduction"):
        return found
    if first.heading is not None:
        found[0].lines.append(first.heading)
    found[0].lines += first.lines
    return [found[0], *found[2:]]


_HEADED: Final = 3
_MOST_BEFORE: Final = 4
"""A sheet's name stands among its first lines."""


def _next_part(line: Line, found: Sequence[Cut]) -> Cut | None:
    """Return a part of another name than any known, where Roman numbers count the parts."""
    parts = [_ROMAN.match(one.heading.text) for one in found if one.heading is not None]
    counts = [_NUMERALS.index(one["count"]) for one in parts if one and one["count"] in _NUMERALS]
    own = _PART.match(line.text)
    # Two parts before it are enough for one in capitals, as a heading is printed.
    fewest = _HEADED - 1 if line.text.isupper() else _HEADED
    next_one = own is not None and len(counts) >= fewest and counts[-1] + 1 < len(_NUMERALS)
    if own is None or not next_one or own["count"] != _NUMERALS[counts[-1] + 1]:
        return None
    return Cut("conditions", line)


_NUMERALS: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ROMAN: Final = re.compile(r"(?:(?:part|section)\s+)?(?P<count>[IVX]+)[-.:)]\s", re.IGNORECASE)
_PART: Final = re.compile(
    r"(?:(?i:part|section)\s+)?(?P<count>[IVX]+)[-.:)]\s+(?=[A-Z])[^.;%\d]{4,60}$"
)


_COVER: Final = frozenset({"organization", "location", "agency", "number", "code"})


def _of_cover(line: Line, current: Cut) -> bool:
    """Return whether a line under the heading of duties still belongs to the cover."""
    if current.lines or not line.text[:1].isupper():
        return False
    labels = labelled(line.text)
    return bool(labels) and labels[0].field in _COVER and ":" in line.text


def _opened(line: Line, current: Cut) -> Cut | None:
    share = share_of(line.text)
    if _DUTY.match(line.text):
        return None if current.kind == "duties" else Cut("duties", None, [line])
    head = None if share is not None else factor_head(line.text)
    if head is not None and not (current.kind == "duties" and not _whole(head)):
        return _factor(line, head)
    if _SUM.match(line.text):
        return Cut("sum", None, [line])
    if current.kind in _OF_WORK and _CERTIFIES.match(line.text):
        return Cut("sum", None, [line])
    named = section_name(line.text)
    if named is None:
        return None
    name, rest = named
    if share is not None and name != "duties":
        return None
    if name == "duties" and share is not None and current.kind == "duties":
        return None
    made = Cut(name, line)
    if rest:
        made.offset = line.end - len(rest)
    if name == "duties" and heads_percents(line.text):
        # The heading is the head of a table as well.
        made.lines.append(line)
    if share is not None and not (rest and share_of(rest)):
        # The share stands on the heading: the heading is the first duty's as well.
        made.lines.append(line)
    return made


def _factor(line: Line, head: FactorHead) -> Cut:
    offset = line.end - len(head.rest) if head.rest.strip() else -1
    return Cut("factor", line, [], head, offset)


_PEOPLE: Final = (
    r"(?:(?:personal )?contacts?(?: with \w+)?|people (?:dealt|met|worked) with|"
    r"people (?:met|contacted))"
)
_PLACE: Final = r"(?:environment|surroundings|place|setting|conditions)"
_BRIEF_NAMES: Final[dict[tuple[FactorId, ...], str]] = {
    (1,): r"(?:skills? (?:and|&) )?knowledges?(?: (?:and|&) skills?)?(?: (?:need|requir|us)ed)?",
    (2,): r"supervision(?: received)?|controls?(?: over (?:the )?work)?|oversight|independence",
    (3,): r"guid(?:es?|ance|elines?)(?: (?:used|available|followed))?",
    (4,): r"(?:difficulty|complexity)(?: of (?:the )?work)?",
    (5,): r"scope(?: ?(?:/|and|&) ?effect)?|(?:effects?|impact)(?: of (?:the )?work)?",
    (6, 7): rf"{_PEOPLE},? (?:and|&) (?:(?:their|its|the) )?(?:purposes?|why)",
    (6,): _PEOPLE,
    (7,): r"(?:purpose|reasons?)(?: (?:of|for) (?:the )?contacts?)?|why contacts? [\w ]{2,12}",
    (8, 9): rf"(?:physical )?(?:effort|demands?) (?:and|&) (?:work(?:ing)? )?{_PLACE}",
    (8,): r"(?:physical )?(?:effort|demands?|exertion)|physical",
    (9,): rf"(?:work(?:ing)? )?{_PLACE}|workplace",
}


def _brief(after: str) -> tuple[tuple[tuple[FactorId, ...], re.Pattern[str]], ...]:
    mark = r"(?:\(?(?:\d|[A-I])\s*[-.)]\s*|\d\s)?"
    return tuple(
        (factors, re.compile(rf"{mark}(?P<name>(?i:{names})){after}"))
        for factors, names in _BRIEF_NAMES.items()
    )


_BRIEF: Final = _brief(r"\s*(?::\s*(?P<rest>.*))?")
_RUN_ON: Final = _brief(
    r"\s*(?:(?:[:.|]|\s[-\u2013\u2014]+(?=\s))\s*(?P<rest>.*)|\s(?P<cell>[A-Z].*))?"
)
"""With a stop or nothing but the next cell between a heading and its words."""
_OF_GUIDES: Final = frozenset({3, 4, 5, 6, 7})
"""Factors that no other kind of description has; the rest are the headings of trades too."""
_BRIEF_MIN, _OWN_MIN = 3, 2
_RUN_ON_MIN, _RUN_ON_OWN = 5, 3


def _brief_heads(lines: Sequence[Line]) -> dict[int, FactorHead]:
    """Return headings of one word that are factors because several stand in the factors' order.

    "Purpose:" alone may introduce anything; after "Difficulty:" and "Contacts:" it is Factor 7.
    """
    return _run(lines, _BRIEF, _BRIEF_MIN, _OWN_MIN) or _run(
        lines, _RUN_ON, _RUN_ON_MIN, _RUN_ON_OWN
    )


def _run(
    lines: Sequence[Line],
    patterns: Sequence[tuple[tuple[FactorId, ...], re.Pattern[str]]],
    fewest: int,
    fewest_own: int,
) -> dict[int, FactorHead]:
    """Return the headings of the longest run in the factors' order, if it is long enough."""
    runs: list[list[tuple[FactorId, Line, FactorHead | None]]] = []
    for line in lines:
        known = factor_head(line.text)
        if known is not None and known.guide == "gssg":
            return {}
        one = known if known is not None and known.numbered else _brief_head(line, patterns)
        if one is None:
            continue
        before = [run for run in runs if str(run[-1][0]) < str(one.factors[0])]
        longest = max(before, key=len, default=[])
        runs.append([*longest, (one.factors[0], line, None if one is known else one)])
    run = max(runs, key=len, default=[])
    own = sum(factor in _OF_GUIDES for factor, _, _ in run)
    if len(run) < fewest or own < fewest_own:
        return {}
    return {line.start: head for _, line, head in run if head is not None}


def _brief_head(
    line: Line, patterns: Sequence[tuple[tuple[FactorId, ...], re.Pattern[str]]]
) -> FactorHead | None:
    for factors, pattern in patterns:
        match = pattern.fullmatch(line.text)
        if match is not None and match["name"][0].isupper():
            rest = match["rest"] or match.groupdict().get("cell") or ""
            return FactorHead(factors, match["name"], "fes", rest, numbered=False)
    return None


def _whole(head: FactorHead) -> bool:
    """Return whether a factor's heading is plain enough to end a list of duties."""
    rest = head.rest.strip(" :.")
    level = _LEVEL_ALONE.fullmatch(rest)
    run_in = head.rest.lstrip().startswith(":") and " " in head.name
    return head.numbered or head.name.isupper() or not rest or level is not None or run_in
