"""A guide without points that was read, written as the TOML file that ``fes guide`` takes."""

from __future__ import annotations

import json
import re

from index.standards.record import ReadFactor, ReadStandard
from index.standards.writing import Origin, pair


def guide_id(standard: ReadStandard, kind: str) -> str:
    """Return the id of a guide, or of its part for one kind of work."""
    slug = re.sub(r"[^a-z0-9]+", "-", kind.lower()).strip("-")[:40].strip("-")
    return f"{standard.id}-{slug}" if slug else standard.id


def write_guide(standard: ReadStandard, origin: Origin, kind: str = "") -> str:
    """Return the TOML of a guide: its criteria, each with the document's words by grade.

    Where the document describes several kinds of work apart, ``kind`` names the one wanted:
    a position is graded by the criteria for its own kind only.

    Where the document's rule for criteria that differ is another than the lowest, a person
    writes it into the file: the words that state it cannot be told for certain.
    """
    started = standard.issued.isoformat() if standard.issued else "1949-10-28"
    factors = [factor for factor in standard.factors if factor.kind == kind]
    lines = [
        f"# Read by fes from {json.dumps(origin.file)}, sha256 {origin.sha256}. The words of every",
        "# grade are the document's own. Add governing, governing_text and governing_page where",
        "# the guide combines its criteria otherwise than by the lowest of them.",
        pair("id", guide_id(standard, kind)),
        pair("edition_id", standard.edition_id),
        pair("title", f"{standard.title}: {kind}" if kind else standard.title),
        pair("document", standard.document),
        pair("edition", standard.edition or "undated"),
        pair("kind", "narrative-factor" if len(factors) > 1 else "narrative"),
        f"in_force_from = {started}",
        f"series = {json.dumps(list(standard.series))}",
    ]
    for number, note in enumerate(standard.notes, start=1):
        lines += ["", "[[notes]]", pair("code", f"note-to-users-{number}"),
                  pair("text", note.text), pair("page", note.page)]  # fmt: skip
    for factor in factors:
        lines += _criterion(factor)
    return "\n".join(lines) + "\n"


def _criterion(factor: ReadFactor) -> list[str]:
    key = (
        re.sub(r"[^a-z0-9]+", "_", factor.criterion.lower()).strip("_") or f"criterion_{factor.key}"
    )
    lines = [
        "",
        "[[criteria]]",
        pair("key", key),
        pair("name", factor.criterion),
        pair("page", factor.page),
        pair("measures", factor.measures or factor.criterion),
    ]
    for level in factor.levels:
        lines += [
            "",
            "[[criteria.levels]]",
            f"grade = {level.grade}",
            pair("page", level.page),
            pair("summary", f"Held in the document's own words, from {_place(level.page)}."),
            "[[criteria.levels.aspects]]",
            pair("key", "whole"),
            pair("name", "The description as a whole"),
            pair("text", level.text),
            pair("page", level.page),
        ]
    return lines


def _place(page: str) -> str:
    return page if " " in page else f"page {page}"
