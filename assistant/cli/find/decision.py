"""``fes decision``: what an appeal decision says, read from a file or looked up by number."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.find.decision_report import decision_data, decision_text, long_date, named
from assistant.cli.find.filters import DAY, date_option
from assistant.cli.output import json_option, print_json
from assistant.llm.decision_figures import figure_doubts
from assistant.llm.libraries import open_library
from assistant.settings import load_settings
from core.errors import DocumentError, InputError, QueryError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.models import Decision, Document, Passage

_KINDS = {
    "standard": "a classification standard",
    "guide": "a guide or a handbook",
    "regulation": "a regulation",
    "digest": "a digest",
    "other": "some other document",
}


@click.command()
@click.argument("source", metavar="FILE|NUMBER")
@date_option
@json_option
def command(source: str, *, on: str | None, as_json: bool) -> None:
    """Show what an appeal decision asked, found and decided, and recompute its points.

    FILE is a decision as text, HTML, PDF or DOCX; nothing has to be ingested. NUMBER is looked
    up in the documents you have ingested, in any spelling: C-0080-11-02, C-80-11-02.
    """
    if on is not None and not DAY.fullmatch(on):
        raise UsageError(f'"{on}" is not a date', where="--date", hint="Write it as 2014-08-20.")
    decision, quoted, documents = (
        _from_file(Path(source), on) if _is_file(source) else _from_library(source, on or "")
    )
    if as_json:
        print_json(decision_data(decision, quoted, documents))
    else:
        click.echo(decision_text(decision, quoted, documents))


def _is_file(source: str) -> bool:
    from index.decisions.values import spelled

    if not source.strip():
        raise InputError(
            "nothing is named",
            where="FILE|NUMBER",
            hint="Name a decision's file, or a number such as C-0080-11-02.",
        )
    try:
        exists = Path(source).exists()
    except (OSError, ValueError):
        exists = False
    if exists or spelled(source):
        return exists
    looks = "/" in source or "\\" in source or re.search(r"\.[A-Za-z]{2,5}$", source)
    raise InputError(
        "there is no such file" if looks else "this is neither a file nor a decision number",
        where=source,
        hint="Name a decision's file, or a number such as C-0080-11-02.",
    )


def _from_file(path: Path, on: str | None) -> tuple[Decision, list[Passage], list[str]]:
    """Read a decision from a file without the library.

    Raises:
        DocumentError: when the file cannot be read or is no appeal decision.
        UsageError: when a date is given, which only a number needs.
    """
    from index.decisions.reading import read_decision
    from index.documents import formats as parsers
    from index.documents import passages
    from index.documents import sandbox as guarded

    if on is not None:
        raise UsageError(
            "a date chooses among decisions of one number, and this is a file",
            where="--date",
            hint="Leave it out, or give a number.",
        )
    document = guarded.parse(path, parsers.read_bytes(path))
    if document.kind != "decision":
        raise _no_decision(document, path)
    found = passages.split(document)
    decision = read_decision(document, found)
    if decision is None:
        raise _no_decision(document, path)
    doubted = decision.doubting(figure_doubts(decision))
    return doubted, [p for p in found if p.stance == "standard"], [path.name]


def _no_decision(document: Document, path: Path) -> DocumentError:
    from index.decisions.head.kinds import lookalike

    what = lookalike(document.text) or _KINDS.get(document.kind, _KINDS["other"])
    return DocumentError(
        f"this is {what}, not a classification or job grading appeal decision",
        where=path.name,
        hint="Name an appeal decision, whose number begins with C-.",
    )


def _from_library(number: str, on: str) -> tuple[Decision, list[Passage], list[str]]:
    """Look a number up in the library and put the captures of the decision together.

    Raises:
        QueryError: when there is none, or several and no date tells which is meant.
    """
    from index.decisions.merging import merge, with_number
    from index.decisions.values import spelled

    shown = spelled(number)
    with open_library(load_settings()) as library:
        known = library.decisions()
        groups = with_number(known, number, on)
        if not groups:
            raise _not_held(shown, on, with_number(known, number))
        if len(groups) > 1:
            raise QueryError(
                f"{len(groups)} decisions have this number: {_listed(groups)}",
                where=shown,
                hint=f"Say which with --date {groups[0][0].date}.",
            )
        documents = [decision.document for decision in groups[0]]
        quoted = [
            passage
            for document in documents
            for passage in library.passages(document=document, stance="standard")
        ]
    return merge(groups[0]), quoted, documents


def _not_held(number: str, on: str, others: list[list[Decision]]) -> QueryError:
    if others:
        return QueryError(
            f"no decision of this number is of {on}; your library has {_listed(others)}",
            where=number,
            hint="Give one of these dates, or none.",
        )
    return QueryError(
        "your library has no decision of this number",
        where=number,
        hint=f"Add its text with fes ingest FILE; see also fes decisions show {number}.",
    )


def _listed(groups: Sequence[Sequence[Decision]]) -> str:
    from index.decisions.merging import merge

    found = []
    for group in groups:
        one = merge(group)
        words = ", ".join(p for p in (one.department, named(one.decided)) if p)
        found.append(f"{one.date or long_date('')} ({words or one.document})")
    return "; ".join(found)
