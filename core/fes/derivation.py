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
from core.rulebook import cite

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from core.model import CitationData, StepData
    from core.standards.table import PointTable

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
