"""How a result is derived: the rules' sources, numbered steps and the fingerprint.

A step says in one sentence what was done and cites the place that says so. The fingerprint
is a sha256 over everything the result depends on, written in one canonical way, so that the
same inputs give the same bytes in whatever order they were typed.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Final

from core import VERSION
from core.errors import sentence, worded
from core.law.rulebook import cite
from core.standards.table import LENT_NOTE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from core.model import CitationData, NoticeData, StepData
    from core.standards.extensions import Stated
    from core.standards.table import FactorRow, LevelRow, PointTable

StepPiece = tuple[str, str, "CitationData"]
"""A step before it has its number: rule, text and citation."""

# A level is a threshold, credited only when its full intent is met.
FULL_INTENT: Final = cite("handbook", "10", "Chapter 2, Using Factor Level Descriptions")
# Only the points printed for a level are used: none in between.
POINTS_AS_PRINTED: Final = cite("handbook", "10", "Chapter 2, The Point Rating Process")
# The points of all factors are added and the total is converted to a grade.
ADD_AND_CONVERT: Final = cite("handbook", "9", "Chapter 2, Evaluating a Position Using FES")
# A total near a cutoff: check the pattern and each factor, then keep the grade it indicates.
BORDERLINE: Final = cite("handbook", "11", "Chapter 2, Borderline Total Points")
# An even grade in a two-grade interval series is very unusual, and correct once checked.
EVEN_GRADE: Final = cite(
    "handbook", "12", "Chapter 2, Even Grade Positions in Two Grade Interval Series"
)
# The Primary Standard rates a single factor beyond the lowest or highest level described.
PRIMARY_USE: Final = cite("handbook", "11", "Chapter 2, Using the Primary Standard")
PRIMARY_ALONE: Final = cite("introduction", "17", "Section III.I.1")
# Illustrations and benchmarks may lie anywhere in a level's range, above its threshold too.
EXAMPLES: Final = cite("handbook", "10", "Chapter 2, Using Factor Level Descriptions, Note")
# A shortfall balanced by an equally important aspect that meets a higher level. Neither the
# Introduction nor the Classifier's Handbook prints the exception; appeal decisions state it.
OFFSET: Final = cite("c-0080-11-02", "Grade determination, first paragraph")
# Standards are applied by their overall intent, not by matching words.
OVERALL_INTENT: Final = cite("introduction", "8", "Section III.B")
# Grade level criteria are those for work as similar as possible to the position.
DETERMINING_GRADE: Final = cite("introduction", "16", "Section III.I")


def table_citation(table: PointTable, page: str, section: str = "") -> CitationData:
    """Return a citation of a standard at a printed page, naming its section when it has one."""
    parts = [part for part in (table.section, section) if part]
    return {
        "document": table.document,
        "edition": table.edition,
        "page": page,
        "section": ", ".join(parts),
    }


def numbered(steps: Iterable[StepPiece]) -> list[StepData]:
    """Return steps given as (rule, text, citation), numbered from 1."""
    return [
        {"step": number, "rule": rule, "text": text, "citation": citation}
        for number, (rule, text, citation) in enumerate(steps, 1)
    ]


def canonical(table: PointTable, as_of: date | None, inputs: Mapping[str, Any]) -> str:
    """Write everything a result depends on in one way: JSON with sorted keys, no blanks."""
    everything = {
        "as_of": None if as_of is None else as_of.isoformat(),
        "content": table.content,
        "edition": table.edition_id,
        "inputs": inputs,
        "program": VERSION,
        "standard": table.id,
    }
    return json.dumps(everything, sort_keys=True, separators=(",", ":"))


def fingerprint(table: PointTable, as_of: date | None, inputs: Mapping[str, Any]) -> str:
    """Return the sha256 over the inputs, the edition's content and the program's version.

    Args:
        table: the edition used; its content hash covers every word and number of it.
        as_of: the date the edition was chosen for.
        inputs: what was given, such as ``{"levels": {"1": "1-7", ...}}``, already normal.
    """
    return hashlib.sha256(canonical(table, as_of, inputs).encode()).hexdigest()


# --- factors rated by the Primary Standard -----------------------------------------------


def extension_steps(
    table: PointTable, extensions: Sequence[Stated], levels: Sequence[LevelRow]
) -> list[StepPiece]:
    """Return a step for each factor whose level comes from the Primary Standard."""
    steps: list[StepPiece] = []
    for one, row in _used(table, extensions, levels):
        by = f" by {worded(one.by)}" if one.by.strip() else ""
        text = (
            f"Factor {one.key} is rated by the Primary Standard at Level {row.level}, which lies "
            f"outside the levels the {table.title} describes. Reason recorded{by}: "
            f"{sentence(one.reason)}"
        )
        steps.append(("extension", text, PRIMARY_USE))
    return steps


def extension_notices(
    table: PointTable, extensions: Sequence[Stated], levels: Sequence[LevelRow]
) -> list[NoticeData]:
    """Return what a reader must know about factors rated by the Primary Standard."""
    used = _used(table, extensions, levels)
    found = [_finding(row) for _, row in used]
    if len(used) > 1:
        names = ", ".join(one.key for one, _ in used)
        message = (
            f"The Primary Standard rates {len(used)} factors here ({names}). It may be used for "
            "the individual factor that lies outside the standard, not to classify a position: "
            "consider whether another standard describes this work. Lower levels of several "
            "factors are taken from it for trainee positions (The Classifier's Handbook, p. 12)."
        )
        found.append(
            {
                "code": "several-extensions",
                "severity": "warning",
                "message": message,
                "citation": PRIMARY_ALONE,
            }
        )
    return found


def _finding(row: LevelRow) -> NoticeData:
    message = (
        f"Level {row.level} comes from the Primary Standard. A standard describes the levels it "
        "found in real positions, so unless this is a trainee position be cautious, and set the "
        "factor beside the same level of a related FES standard."
    )
    return {
        "code": "primary-extension",
        "severity": "warning",
        "message": message,
        "citation": PRIMARY_USE,
    }


def measured_notice(table: PointTable, factor: FactorRow, row: LevelRow) -> NoticeData | None:
    """Return what a reader must know of a level that a partial edition does not know."""
    if row.level not in factor.unknown or row.cited is None:
        return None
    document, edition, section = row.cited
    return {
        "code": LENT_NOTE,
        "severity": "warning",
        "message": (
            f"Level {row.level} is sought for Factor {factor.key}, but this edition of the "
            f"{table.title} is partial and does not hold it: it is neither credited nor refused. "
            f"A total with it counts the {row.points:,} points the Primary Standard gives it. "
            "Read it in the standard itself."
        ),
        "citation": {
            "document": document,
            "edition": edition,
            "page": row.page,
            "section": ", ".join(part for part in (section, f"Level {row.level}") if part),
        },
    }


def _used(
    table: PointTable, extensions: Sequence[Stated], levels: Sequence[LevelRow]
) -> list[tuple[Stated, LevelRow]]:
    rows = dict(zip(table.by_factor, levels, strict=True))
    pairs = [(one, rows[one.key]) for one in extensions]
    return [(one, row) for one, row in pairs if row.cited is not None]


def extension_inputs(extensions: Sequence[Stated]) -> dict[str, Any]:
    """Return what the fingerprint covers of extensions: factor to reason and person."""
    return {one.key: [one.reason, one.by] for one in extensions}
