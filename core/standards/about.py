"""Read what a standard says about itself: status, coverage, titles, source, doubts, examples.

None of it carries points. Every statement has its printed page, like every number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from core.standards.levels import factor_id, normal_factor, normal_level
from core.standards.table import DoubtRow, NoteRow

if TYPE_CHECKING:
    from datetime import date

    from core.standards.fields import Fields

Data = dict[str, Any]

STATUSES: Final = ("in_force", "superseded", "cancelled")
WORDING: Final = ("digest", "official")
SEVERITIES: Final = ("note", "warning", "error")
EXAMPLES: Final = ("illustration", "benchmark")

_SHA256: Final = re.compile(r"[0-9a-f]{64}")


def read_dates(top: Fields) -> Data:
    """Read the status of an edition and the days between which it is in force.

    Raises:
        StandardError: a date is missing or the dates and the status contradict each other.
    """
    started: date | None = top.day("in_force_from")
    ended = top.day("in_force_to", optional=True)
    status = top.choice("status", STATUSES)
    successor = top.text("superseded_by", default="")
    if started is not None and ended is not None and ended < started:
        raise top.error(
            "in_force_to", "lies before in_force_from", "Check both dates against the document."
        )
    if status != "in_force" and ended is None:
        raise top.error(
            "in_force_to",
            f"is missing, but the edition is {status}",
            "Add the last day on which it was in force.",
        )
    if successor and status != "superseded":
        raise top.error(
            "superseded_by",
            f"names {successor!r}, but the status is {status}",
            'Write status = "superseded", or remove the name.',
        )
    return {
        "status": status,
        "in_force_from": started,
        "in_force_to": ended,
        "superseded_by": successor,
    }


def read_about(top: Fields) -> Data:
    """Read coverage, exclusions, titles, date of issue and the document it was read from.

    Raises:
        StandardError: a statement has no text or page, or the source is not told exactly.
    """
    return {
        "issued": top.text("issued", default=""),
        "coverage": _statements(top, "coverage"),
        "exclusions": _statements(top, "exclusions"),
        "titles": [_title(entry) for entry in top.tables("titles", optional=True)],
        "source": _source(top),
    }


def _statements(top: Fields, key: str) -> list[Data]:
    return [_statement(entry) for entry in top.tables(key, optional=True)]


def _statement(entry: Fields) -> Data:
    found = {"text": entry.text("text"), "page": entry.page()}
    entry.done()
    return found


def _title(entry: Fields) -> Data:
    found = {"title": entry.text("title"), "rule": entry.text("rule"), "page": entry.page()}
    entry.done()
    return found


def _source(top: Fields) -> Data | None:
    if top.get("source", None) is None:
        return None
    source = top.table("source")
    found = {
        "document": source.text("document"),
        "sha256": source.text("sha256"),
        "file": source.text("file"),
    }
    if not _SHA256.fullmatch(found["sha256"]):
        raise source.error(
            "sha256",
            "must be 64 digits and letters from a to f",
            "Write the sha256 of the document's file, or import the document again.",
        )
    source.done()
    return found


def read_doubts(top: Fields) -> tuple[DoubtRow, ...]:
    """Read what was doubtful when the standard was read from a document.

    Raises:
        StandardError: a doubt does not say what it is and where.
    """
    found = []
    for entry in top.tables("doubts", optional=True):
        found.append(
            DoubtRow(
                code=entry.text("code"),
                where=entry.text("where"),
                message=entry.text("message"),
                page=entry.page(default=""),
                confirmed=entry.flag("confirmed"),
            )
        )
        entry.done()
    return tuple(found)


def doubt_data(doubts: tuple[DoubtRow, ...]) -> list[Data]:
    """Return doubts as the data of :class:`core.model.Doubt`."""
    return [
        {
            "code": doubt.code,
            "where": doubt.where,
            "message": doubt.message,
            "page": doubt.page,
            "confirmed": doubt.confirmed,
        }
        for doubt in doubts
    ]


def read_examples(top: Fields) -> list[Data]:
    """Read illustrations and benchmark descriptions, which stand apart from the levels.

    Raises:
        StandardError: an example has no kind, title or page, or names something that is not a
            level of the factor it names.
    """
    found = []
    for entry in top.tables("examples", optional=True):
        one: Data = {
            "kind": entry.choice("kind", EXAMPLES),
            "title": entry.text("title"),
            "series": entry.text("series", default=""),
            "grade": None if entry.get("grade", None) is None else entry.integer("grade"),
            "levels": _example_levels(entry),
            "page": entry.page(),
            "page_end": entry.page("page_end", default=""),
            "text": entry.text("text", default=""),
        }
        if one["kind"] == "illustration" and not one["levels"]:
            raise entry.error(
                "levels",
                "is missing: an illustration shows a level",
                'Add the level, such as levels = { 1 = "1-7" }.',
            )
        entry.done()
        found.append(one)
    return found


def _example_levels(entry: Fields) -> dict[str, str]:
    if entry.get("levels", None) is None:
        return {}
    levels = entry.table("levels")
    found = {}
    for key in levels.keys():  # noqa: SIM118 - Fields is a reader, not a mapping.
        level = levels.text(key)
        factor = normal_factor(key)
        if factor is None or normal_level(level) != level or level.partition("-")[0] != factor:
            raise levels.error(
                key,
                f"is {level!r}, which is not a level of Factor {key}",
                'Write the factor and one of its levels, such as 1 = "1-7".',
            )
        found[str(factor_id(factor))] = level
    return found


def read_referrals(top: Fields) -> list[Data]:
    """Read where a document without grading criteria sends the classifier.

    Raises:
        StandardError: nothing is named, or an entry has no text, document or page.
    """
    found = []
    for entry in top.tables("sends_to"):
        found.append(
            {
                "text": entry.text("text"),
                "document": entry.text("document"),
                "standard": entry.text("standard", default=""),
                "page": entry.page(),
            }
        )
        entry.done()
    return found


def read_note(entry: Fields, document: str, edition: str) -> NoteRow:
    """Read a note a person who scores must see; it may cite another document."""
    note = NoteRow(
        code=entry.text("code"),
        severity=entry.choice("severity", SEVERITIES),
        text=entry.text("text"),
        page=entry.page(),
        section=entry.text("section", default=""),
        document=entry.text("document", default="") or document,
        edition=entry.text("edition", default="") or edition,
    )
    entry.done()
    return note


def note_data(notes: tuple[NoteRow, ...]) -> list[Data]:
    """Return notes as the data of :class:`core.model.Note`."""
    return [
        {
            "code": note.code,
            "severity": note.severity,
            "text": note.text,
            "page": note.page,
            "section": note.section,
            "document": note.document,
            "edition": note.edition,
        }
        for note in notes
    ]
