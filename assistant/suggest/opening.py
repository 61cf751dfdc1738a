"""A file into a description the suggester can weigh: a position description, or a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.cases.edits import load_case
from assistant.suggest.described import Described, cut, read_text
from core.errors import DocumentError

if TYPE_CHECKING:
    from pathlib import Path

    from core.model import Case

CASES = (".toml", ".json")
"""Suffixes of case files."""


def open_description(path: Path, *, series: str = "") -> Described:
    """Read a position description, or a case's duties and facts.

    Args:
        path: the file.
        series: the position's series where the file names none.

    Raises:
        DocumentError: the file cannot be read, or says nothing of any work.
        CaseError: a case file is wrong.
    """
    if path.suffix.lower() in CASES:
        found = of_case(load_case(path), series=series)
    else:
        from index.documents import formats
        from index.documents.sandbox import Reader

        data = formats.read_bytes(path)
        with Reader() as reader:
            document = reader.parse(path, data)
        found = read_text(document.text, series=series, title=document.title)
    if not found.sentences:
        raise DocumentError(
            "it says nothing of any work",
            where=str(path),
            hint="Name a position description with duties or sections by factor.",
        )
    return found


def of_case(case: Case, *, series: str = "") -> Described:
    """Return what a case says of the work: its duties, and its facts by the factor they bear on."""
    sentences = []
    for number, duty in enumerate(case.duties, 1):
        text = f"{duty.title}. {duty.text}" if duty.text else duty.title
        sentences += cut(text, f"duty {number}")
    for fact in case.facts:
        section = "" if fact.factor is None else str(fact.factor)
        sentences += cut(fact.text, fact.source or "a stated fact", section)
    named = series or case.current.series or case.requested.series
    return Described(tuple(sentences), dict(case.levels), named, case.title)
