"""What ``fes standards import`` prints: the standard read, as JSON and for a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from assistant.cli.output import wrap
from assistant.cli.standards.imports.rulings import accepting
from assistant.text import safe_text
from core.errors import placed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.cli.standards.imports.keeping import Imported
    from core.standards.model import Note, Statement
    from index.standards.record import ReadStandard

_WIDTH = 79
_SHOWN = 12
_PAGE = re.compile(r"\bp\. (?=\w)")
"""A page's number stays on the line of its ``p.``."""


def as_data(imported: Imported) -> dict[str, Any]:
    """Return the standard read as plain data; pages are those printed on the document.

    A level of a combined chart has no points of its own: ``points`` is null, and ``combined``
    has the points of both factors together. In a guide without points ``factors`` are its
    criteria and ``level`` the grade.
    """
    standard = imported.standard
    return {
        "id": standard.id,
        "title": standard.title,
        "series": list(standard.series),
        "method": standard.method,
        "factors": [
            {
                "factor": factor.factor,
                "name": factor.name,
                "page": factor.page,
                "measures": factor.measures,
                **({"kind": factor.kind} if factor.kind else {}),
                "levels": [
                    {
                        "level": level.level,
                        "points": level.points or None,
                        "page": level.page,
                        "page_end": level.page_end,
                        "text": level.text,
                        **({} if level.grade is None else {"grade": level.grade}),
                    }
                    for level in factor.levels
                ],
            }
            for factor in standard.factors
        ],
        "conversion": [
            {"grade": row.grade, "min": row.min, "max": row.max, "page": row.page}
            for row in standard.conversion
        ],
        "combined": _chart(standard),
        "base_levels": _base_levels(standard),
        "edition": standard.edition_id,
        "document": {
            "title": standard.document,
            "edition": standard.edition,
            "section": standard.section,
            "file": imported.file,
            "sha256": imported.sha256,
            "pages": len(standard.accounts),
        },
        "coverage": _spans(standard.coverage),
        "exclusions": _spans(standard.exclusions),
        "titles": [
            {"title": one.title, "rule": one.rule, "page": one.page} for one in standard.titles
        ],
        "notes": _spans(standard.notes),
        "not_described": list(standard.undescribed),
        "examples": [
            {
                "kind": one.kind,
                "title": one.title,
                "series": one.series,
                "grade": one.grade,
                "levels": one.levels,
                "page": one.page,
                "page_end": one.page_end,
                "text": one.text,
            }
            for one in standard.examples
        ],
        "pages": [{"page": page, "holds": list(roles)} for page, roles in standard.accounts],
        "repairs": list(standard.repairs),
        "doubts": [
            {
                "code": doubt.code,
                "where": doubt.where,
                "message": doubt.message,
                "page": doubt.page,
                "blocks": doubt.blocks,
                "confirmed": number not in imported.open_doubts,
                **(
                    {"ruling": doubt.ruling, "by": doubt.by, "when": doubt.when, "why": doubt.why}
                    if doubt.ruling
                    else {}
                ),
            }
            for number, doubt in enumerate(standard.doubts)
        ],
        "corrections": [
            one.model_dump(mode="json", exclude_defaults=True)
            for one in (*standard.corrections, *standard.figures)
        ],
        **(
            {
                "governing": standard.governing,
                "rule": {"text": standard.rule_text, "page": standard.rule_page},
                "guides": list(imported.ids),
            }
            if standard.method == "narrative"
            else {}
        ),
        "status": imported.status,
        "hindrance": imported.hindrance,
    }


def _spans(spans: Sequence[Statement | Note]) -> list[dict[str, str]]:
    return [{"text": one.text, "page": one.page} for one in spans]


def _base_levels(standard: ReadStandard) -> list[dict[str, Any]]:
    """Return the supervisory guide's chart from the base level of work to Factor 5."""
    if standard.method != "gssg":
        return []
    return [
        {
            "work": level.text,
            "level": level.level,
            "points": level.points or None,
            "page": level.page,
        }
        for factor in standard.factors
        if factor.key == "5"
        for level in factor.levels
    ]


def _chart(standard: ReadStandard) -> dict[str, Any] | None:
    chart = standard.combined
    if chart is None:
        return None
    return {
        "factors": list(chart.factors),
        "page": chart.page,
        "cells": [
            {"levels": list(cell.levels), "points": cell.points, "unlikely": cell.unlikely}
            for cell in chart.cells
        ],
    }


def as_text(imported: Imported) -> str:
    """Return what was read as a person wants to see it: the ladder, the table, the doubts."""
    standard = imported.standard
    lines = [*wrap(standard.title, _WIDTH), _identity(standard), ""]
    lines += _ladders(standard)
    tables = _tables(standard)
    lines += ["", *tables] if tables else []
    if standard.undescribed:
        lines += wrap(f"Not described by this standard: {', '.join(standard.undescribed)}.", _WIDTH)
    if standard.repairs:
        lines += ["", "Misprints read as what they plainly mean:"]
        lines += [line for text in standard.repairs[:_SHOWN] for line in _item(text)]
        lines += _more(len(standard.repairs))
    if standard.doubts:
        lines += ["", *_doubts(imported)]
    lines += ["", *_ending(imported)]
    return safe_text("\n".join(lines))


def _identity(standard: ReadStandard) -> str:
    parts = [standard.id, f"edition {standard.edition_id}"]
    if standard.series:
        parts.append("series " + ", ".join(standard.series))
    return "   ".join(parts)


def _ladders(standard: ReadStandard) -> list[str]:
    lines: list[str] = []
    for factor in standard.factors:
        name = factor.name if standard.method == "narrative" else f"{factor.key}  {factor.name}"
        lines.append(f"{name[:60]:<62}{placed(factor.page)}")
        cells = []
        for level in factor.levels:
            points = f" {level.points:,}" if level.points else ""
            cells.append(f"{level.level}{points} ({placed(level.page)})")
        said = ", ".join(cell.replace(" ", "\u00a0") for cell in cells)
        lines += wrap(said, _WIDTH, first="   ", rest="   ")
    return lines


def _tables(standard: ReadStandard) -> list[str]:
    lines = []
    if standard.combined is not None:
        lines.append(
            f"Factors 6 and 7: one chart of {len(standard.combined.cells)} cells, "
            f"{placed(standard.combined.page)}."
        )
    if standard.conversion:
        first, last = standard.conversion[0], standard.conversion[-1]
        points = (
            f"{first.min:,} to {last.max:,} points"
            if last.max is not None
            else f"{first.min:,} points and up"
        )
        lines.append(f"Grades GS-{first.grade} to GS-{last.grade}: {points}, {placed(first.page)}.")
    kinds = [one.kind for one in standard.examples]
    if kinds:
        counted = [
            f"{kinds.count(kind)} {kind}{'s' if kinds.count(kind) != 1 else ''}"
            for kind in ("illustration", "benchmark")
            if kind in kinds
        ]
        lines.append(f"Examples kept apart: {' and '.join(counted)}.")
    return lines


def _doubts(imported: Imported) -> list[str]:
    doubts = imported.standard.doubts
    opened = [(number + 1, doubts[number]) for number in imported.open_doubts]
    if not opened:
        count = len(doubts)
        return [f"{count} doubt{'s' if count != 1 else ''} settled by a person."]
    lines = [
        "To be looked at in the document before this standard may score:"
        if len(opened) == len(doubts)
        else f"Still to be looked at ({len(doubts) - len(opened)} settled before):"
    ]
    for number, doubt in opened[:_SHOWN]:
        place = "" if not doubt.page or doubt.page in doubt.message else f" ({placed(doubt.page)})"
        blocks = " Blocks." if doubt.blocks else ""
        lines += _item(f"{doubt.message}{place}.{blocks}", f"{number:>2} ")
    return [*lines, *_more(len(opened))]


def _ending(imported: Imported) -> list[str]:
    standard = imported.standard
    if imported.status == "not kept":
        lines = wrap(f"Not kept: {imported.hindrance}", _WIDTH)
        if imported.path is not None:
            lines += wrap(
                f"A draft stands in {imported.path}. Correct a level with fes standards correct "
                f"{standard.id}; or correct the draft by hand, and when fes standards check finds "
                "nothing wrong with it, give it the suffix .toml.",
                _WIDTH,
            )
        return lines
    said = {
        "added": "Added",
        "replaced": "Read again, in place of what was kept before",
        "unchanged": "Unchanged: the same file was read before",
        "confirmed": "Confirmed",
    }[imported.status]
    lines = [f"{said}."]
    if imported.beside_digest:
        lines += wrap(
            f"The program has a digest of this edition. {standard.id} uses the official words "
            "from here on; aspects, notes and figures of the digest stay, and both agree on "
            "every point value.",
            _WIDTH,
        )
    name = standard.id
    opened = [standard.doubts[number] for number in imported.open_doubts]
    if any(doubt.blocks for doubt in opened):
        lines += wrap(
            f"{name} does not score: what blocks may mean that a part was not read. Look at each "
            f"page. Where the reading is not right, fes standards correct {name} with --level "
            "LEVEL, its points and first words. Where it is right, with what you saw:",
            _WIDTH,
        )
        lines += ["", f"  {accepting(name, [one + 1 for one in imported.open_doubts])}"]
    elif opened:
        lines += wrap(
            f"{name} does not score until a person has looked: then fes standards confirm {name}.",
            _WIDTH,
        )
    elif standard.method == "narrative":
        first, *others = imported.ids
        lines += wrap(f'Grade with it: fes guide CASE, with guide = "{first}" in the case.', _WIDTH)
        for other in others:
            lines += wrap(f'For the other kind of work: guide = "{other}".', _WIDTH)
    elif standard.method == "fes":
        lines += wrap(f'It scores: {{"standard": "{standard.id}", "levels": {{...}}}}', _WIDTH)
    elif standard.method == "gssg":
        lines += wrap(
            "Scoring keeps the program's own edition of the guide, whose figures this document "
            "bears out.",
            _WIDTH,
        )
    return lines


def _item(text: str, first: str = " - ") -> list[str]:
    return wrap(_PAGE.sub("p.\u00a0", text), _WIDTH, first=first, rest="   ")


def _more(count: int) -> list[str]:
    return [f"   and {count - _SHOWN} more; --json lists all"] if count > _SHOWN else []
