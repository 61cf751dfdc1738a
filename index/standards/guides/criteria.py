"""The criteria of a guide without points: the usual names, and those a guide gives its own.

A name of a guide's own is told by its place: it heads a text under one grade after another, or
is announced and heads a ladder of grades.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from index.language.structure import fold
from index.standards.outline import sections
from index.standards.rows import Row

_USUAL: Final = re.compile(
    r"^(?:(?:factor|criterion|part)\s+[IVX\d]+\s*[-:.,]*\s*|[A-Z\d][.)]\s+)?"
    r"(?P<name>nature of (?:the )?(?:assignments?|work|variety of .{0,30})|"
    r"level of responsibility|responsibilit(?:y|ies)|assignments?(?: characteristics)?|"
    r"supervis(?:ion|ory controls?)(?: received)?|knowledge(?: required)?(?:,? skills.{0,30})?|"
    r"complexity(?: of .{0,30})?|scope(?: and (?:effect|complexity))?.{0,30}|guidelines|"
    r"personal (?:work )?contacts|originality required|qualifications required|"
    r"difficulty (?:and complexity )?of .{0,30}|control over (?:the )?work)"
    r"(?P<end>\s*[:.]?\s*$|\s*(?:[:.]?\s*--?|[:.])\s*(?P<text>\S.*)$)",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER: Final = (
    r"(?:(?i:factor|criterion|element|part)\s+(?:[IVX\d]+|[A-H])\b\s*[-:.,]*\s*|"
    r"\(?(?:[A-H\d]|[IVX]{1,4})[.)]\s+)?"
)
_OWN: Final = re.compile(
    rf"^{_NUMBER}(?!(?:In|Of|For|At|By|To|On|With|Under|From|As|This|These|The|Note)\b)"
    r"(?P<name>[A-Z][\w/&'-]*(?: [\w/&'(),-]+){0,7}?)"
    r"(?:\s*[:.]?\s*$|\s*(?:[:.]?\s*--?|[:.])\s+(?P<text>[\"“(]?[A-Z]\S*\s+\S.*)$)",
    re.DOTALL,
)
_ANNOUNCED: Final = re.compile(
    r"\b(?:criteria|criterion|factors?|elements?|considerations?|aspects?|terms of)\b"
    r"[^.:;]{0,60}?(?:[:,]|\s-+|\s(?:are|is|of|by|on))?\s+(?:the |\(?[1aAI][.)] ?)?"
    r"(?P<names>[A-Z][^.:;]{3,200})",
)
_PARTING: Final = re.compile(
    r"[,;]?\s*\b(?:and|versus|as well as)\b\s*(?:the\s+)?|[,;]\s*(?:the\s+)?|"
    r"\s*\(?\b[\dA-Ha-h][.)]\s+"
)
_EXAMPLE: Final = re.compile(
    r"^(?:(?:for |an |some |other )?(?:work |typical |illustrative |sample )*(?:examples?|"
    r"illustrations?|instance)|(?:typical|illustrative|sample|representative) (?:assignments?|"
    r"work|duties|positions?|projects?|tasks?)|e\.g\.)(?: \(?(?:no\. ?)?#?(?:\d{1,2}|[A-H])\b\)?)?"
    r"(?: (?:of|for|at|from) [^.:]{3,60})?(?: (?:is|are|include|includes))?\s*(?:[:.]|--?)\s+\S",
    re.IGNORECASE,
)
"""A paragraph that gives an example, with what it is called before it."""
_LONGEST: Final = 60
"""The name of a criterion is not longer, in characters."""
_ENOUGH: Final = 2
"""As many criteria make a guide that combines them."""
_WORDS: Final = 5
"""A name that opens a paragraph has no more words: a sentence may have as many."""


class Heading(NamedTuple):
    """A row that may name a criterion; ``text`` is where its words begin on the row, or 0."""

    name: str
    text: int


def is_example(row: Row) -> bool:
    """Tell whether a paragraph says before its words that it is an example."""
    return bool(_EXAMPLE.match(" ".join(fold(row.text).split())))


def usual(row: Row) -> Heading | None:
    """Return a criterion under one of the names that guides have had."""
    folded = fold(row.text)
    found = _USUAL.match(folded)
    if found is None:
        return None
    text = found["text"]
    if text is None and not (row.heading or len(folded) < _LONGEST):
        return None
    if text is not None and not (found["name"][:1].isupper() and text[:1].isupper()):
        return None
    name = " ".join(found["name"].split()).capitalize()
    return Heading(name, found.start("text") if text else 0)


def criterion(row: Row, names: frozenset[str]) -> Heading | None:
    """Return the criterion that a row names, be it a usual one or the guide's own."""
    own = _own(row)
    if own is not None and _key(own.name) in names:
        return Heading(own.name.capitalize(), own.text)
    return usual(row)


def names(
    rows: Sequence[Row], grades: Mapping[int, int | None], kinds: Iterable[str]
) -> frozenset[str]:
    """Return the names of its own that a guide gives its criteria, as they are compared.

    Beside two of the usual names another counts only where the guide announces it.

    Args:
        rows: the rows of the guide.
        grades: the grade that each row opens, or None, by where the row begins.
        kinds: the names of kinds of work, which are no criteria.
    """
    others = {_key(kind) for kind in kinds}
    under: dict[str, list[int]] = {}
    above: dict[str, int] = {}
    grade: int | None = None
    for row, below in pairwise([*rows, *rows[-1:]]):
        at = grades[row.start]
        if at is not None:
            grade = at
            continue
        named = _own(row)
        if named is None or _key(named.name) in others:
            continue
        key = _key(named.name)
        if not named.text and grades[below.start] is not None and below is not row:
            above[key] = above.get(key, 0) + 1
        elif grade is not None:
            under.setdefault(key, []).append(grade)
    described = {at for at in grades.values() if at is not None}
    told = _announced(rows)
    least = max(2, (len(described) + 1) // 2)
    repeated = {key for key, held in under.items() if len(set(held)) >= least}
    headed = {key for key in above if key in told}
    known = {_key(one.name) for row in rows if (one := usual(row)) is not None}
    found = (repeated if len(known) < _ENOUGH else repeated & told) | headed
    return frozenset(found) if len(found | known) >= _ENOUGH else frozenset()


def _announced(rows: Sequence[Row]) -> frozenset[str]:
    """Return the names in sentences that say by which criteria grades are told."""
    found: set[str] = set()
    for row in rows:
        for said in _ANNOUNCED.finditer(fold(row.text)):
            found.update(_key(one) for one in _PARTING.split(said["names"]) if one.strip())
            found.update(_key(one) for one in re.split(r",\s*(?:and\s+)?| and ", said["names"]))
    return frozenset(found)


def _own(row: Row) -> Heading | None:
    """Return what a row would name if it headed a criterion."""
    folded = fold(row.text)
    found = _OWN.match(folded)
    if found is None or len(found["name"]) > _LONGEST:
        return None
    if sections.section_of(row) is not None or sections.graded_title(row) is not None:
        return None
    if sections.opens_illustrations(row) or sections.leads_to_examples(row) or is_example(row):
        return None
    text = found["text"]
    if text is None and folded.rstrip().endswith("."):
        return None
    name = " ".join(found["name"].split())
    if text is not None and len(name.split()) > _WORDS:
        return None
    return Heading(name, found.start("text") if text else 0)


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", name.lower()).strip()
