"""Guides that grade a leader by the work led: so many grades above the highest level of it.

Such a guide describes no levels. It says what counts as the work led and by how many grades the
leader stands above it; each grade of work led is a level, and the chart from it to the leader's
grade follows from the rule as printed. A guide of two parts (work leaders, team leaders) makes
two guides, and a part that describes grades is read as any guide without points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from core.standards.settled import Doubt
from index.language import sentences
from index.language.structure import fold
from index.standards.guides import narrative
from index.standards.guides.combining import Rule
from index.standards.guides.kinds import PART
from index.standards.record import ReadFactor, ReadLevel, doubtful, place
from index.standards.rows import Row, Source

TITLE: Final = re.compile(
    r"\bleaders?\b.{0,30}\bguide\b|\bleader\b.{0,20}\bevaluation\b"
    r"|\bguide for .{0,40}\bleaders\b",
    re.IGNORECASE,
)
_HIGHEST: Final = 14
"""Work led stands below GS-15: a leader of it would have no grade."""
_NUMBERS: Final = {"one": 1, "1": 1, "next": 1, "two": 2, "2": 2, "same": 0}
_LED: Final = r"(?:work|positions?|employees?|level|grade)\b[^.;]{0,60}?\bled\b|base level"
_COUNT: Final = r"(?:one|two|[12])\s+(?:\((?:1|2|one|two)\)\s+)?(?:(?:full|GS|whole) )*"
_STEP: Final = r"(?:grade|level)s?(?: levels?)?"
_RULE: Final = re.compile(
    rf"\b(?P<above>{_COUNT}){_STEP}\s+(?:above|higher than|over|beyond|to)\b[^.;]{{0,90}}?"
    rf"\b(?:{_LED})"
    rf"|\b(?:{_LED})\b[^.;]{{0,60}}?\b(?:plus|by) (?P<plus>{_COUNT}){_STEP}"
    rf"|\b(?P<next>next) higher {_STEP} (?:than|above)\b[^.;]{{0,90}}?\b(?:{_LED})"
    rf"|\b(?P<same>same)\b(?: (?:GS )?{_STEP})? as\b[^.;]{{0,90}}?\b(?:{_LED})",
    re.IGNORECASE,
)
_LOOSE: Final = re.compile(
    r"\b(?:at least|up to|no more than|may be|normally|not more than)\b", re.IGNORECASE
)
_COUNTS: Final = re.compile(
    r"\b(?:level|grade|determin\w+|work|base)\b.{0,40}\b(?:led|base level)\b|\bbase level\b",
    re.IGNORECASE,
)
_PAIR: Final = re.compile(r"\bG[SG]\s*-?\s*0?(1[0-5]|[1-9])\b")
_HEADING: Final = 110
"""A heading is not longer, in characters."""


def is_leader_guide(title: str) -> bool:
    """Tell whether a title is of a guide that grades leaders."""
    return TITLE.search(title) is not None and "series" not in title.lower()


def read(source: Source, rows: Sequence[Row]) -> narrative.ReadGuide:
    """Return a criterion for each part of a leader guide, the rows they took, and doubts.

    A part without a rule that can be read, and without grades described, leaves a doubt that
    blocks; where no part has either, the result is empty.
    """
    factors: list[ReadFactor] = []
    roles: dict[int, str] = {}
    doubts: list[Doubt] = []
    parts = list(_parts(rows))
    rule = Rule()
    for name, part in parts:
        kind = name if len(parts) > 1 else ""
        found = _rules(part)
        if found:
            row, _, told = found[0]
            factors.append(_factor(source, part, found[0], kind, len(factors) + 1))
            rule = rule if rule.text else Rule(told, row.page, "chart")
            roles.update((one.start, "work led") for one in part)
            doubts += _doubts(name, part, found)
            continue
        described = narrative.read(source, part)
        if described.factors:
            factors += [
                one.model_copy(update={"kind": kind, "factor": len(factors) + at})
                for at, one in enumerate(described.factors, start=1)
            ]
            roles.update(described.roles)
        elif len(parts) > 1:
            doubts.append(
                doubtful(
                    "leader-rule-missing",
                    name,
                    f"{name} says in no way that can be read by how many grades the leader "
                    "stands above the work led, and describes no grades",
                    part[0].page,
                    blocks=True,
                )
            )
    return narrative.ReadGuide(factors, roles, doubts, rule)


def _parts(rows: Sequence[Row]) -> Iterator[tuple[str, list[Row]]]:
    """Yield the parts of a guide with their names; the whole where it has none."""
    starts = [
        at
        for at, row in enumerate(rows)
        if PART.match(row.text) and len(row.text) < _HEADING and not row.text.rstrip().endswith(".")
    ]
    if len(starts) < 2:
        yield "Leader", list(rows)
        return
    for first, last in pairwise([*starts, len(rows)]):
        plain = PART.sub("", " ".join(fold(rows[first].text).split())).strip(" -:.")
        own = list(rows[first:last])
        if not plain and len(own) > 1:
            plain = " ".join(own[1].text.split())
        yield (plain.capitalize() if plain.isupper() else plain)[:60] or "Part", own


def _rules(rows: Sequence[Row]) -> list[tuple[Row, int, str]]:
    """Return the rules a part prints: the row, the number of grades, and the sentence."""
    found = []
    for row in rows:
        text = " ".join(fold(row.text).split())
        start = 0
        for end in sentences.ends(text):
            said = text[start:end].strip()
            start = end
            match = _RULE.search(said)
            if match is not None and not _LOOSE.search(said[: match.end()]):
                number = str(match[match.lastgroup or 0]).split()[0].lower()
                found.append((row, _NUMBERS[number], said))
    return found


def _factor(
    source: Source, part: Sequence[Row], found: tuple[Row, int, str], kind: str, number: int
) -> ReadFactor:
    rule, above, told = found
    span = source.span(_counting(part, rule))
    levels = tuple(
        ReadLevel.model_construct(
            level=str(grade), page=span.page, page_end=span.page_end, text=span.text
        )
        for grade in range(1, _HIGHEST + 1 if above else _HIGHEST + 2)
        if grade + above <= _HIGHEST + 1
    )
    return ReadFactor.model_construct(
        factor=number,
        name=f"Work led ({kind})" if kind else "Work led",
        page=rule.page,
        measures=told,
        levels=levels,
        kind=kind,
        above=above,
    )


def _counting(part: Sequence[Row], rule: Row) -> list[Row]:
    """Return the rows that say which work counts: those under headings on the work led."""
    kept: list[Row] = []
    inside = False
    for row in part:
        if row.heading or (len(row.text) < _HEADING and not row.text.rstrip().endswith((".", ";"))):
            inside = _COUNTS.search(row.text) is not None
        elif inside:
            kept.append(row)
    return kept if rule in kept else [*kept, rule]


def _doubts(
    name: str, part: Sequence[Row], found: Sequence[tuple[Row, int, str]]
) -> Iterator[Doubt]:
    row, above, _ = found[0]
    others = sorted({one for _, one, _ in found} - {above})
    if others:
        yield doubtful(
            "leader-rules-differ",
            name,
            f"{name} says {above} grade{'s' if above != 1 else ''} above the work led, and "
            f"elsewhere {', '.join(map(str, others))}: the first is taken",
            found[1][0].page,
            blocks=True,
        )
    for one in part:
        grades = [int(grade) for grade in _PAIR.findall(fold(one.text))]
        if len(one.text) < _HEADING and len(grades) == 2 and grades[1] - grades[0] != above:
            yield doubtful(
                "leader-table-differs",
                name,
                f"the table gives GS-{grades[1]} for work led at GS-{grades[0]}, where the rule "
                f"on {place(row.page)} gives GS-{grades[0] + above}",
                one.page,
                blocks=True,
            )
