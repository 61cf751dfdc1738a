"""Writing the papers that ``fes paper`` and ``fes export`` ask for, and what each still lacks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cases.edits import file_format, read_text
from assistant.cases.shelf import Shelf
from assistant.cli.output import print_json
from assistant.llm.libraries import open_library
from assistant.papers import statement
from assistant.papers.catalog import find, gaps, lacking, make, papers
from assistant.papers.formats import choose
from assistant.papers.formats.md_file import render
from assistant.papers.subject import Matter, Subject, read_subject
from assistant.settings import load_settings
from assistant.text import safe_text
from core.appeals.facts import AppealFacts, parse_appeal
from core.errors import UsageError
from core.reading import read_day
from index.documents.files import replace_file
from index.record.storefile import FILE_NAME

if TYPE_CHECKING:
    from datetime import date

    from assistant.papers.content import Paper
    from core.fes.grading import CaseEvaluation
    from core.model import Case
    from index.library import Library

_QUOTING = ("statement", "assessment", "letter")
"""The papers that quote the documents held."""


def write(
    paper: str,
    case: str | None,
    *,
    form: str,
    out: Path | None,
    force: bool,
    dated: str,
    appeal: Path | None,
    other: str | None,
    quoting: bool,
    as_json: bool,
) -> None:
    """Write a paper on a case, or list what there is; the command says the rest."""
    if not paper or (paper == "list" and case is None):
        _list(None, as_json=as_json)
        return
    if paper != "list":
        find(paper)
    if case is None:
        raise UsageError(
            "the case is missing", where="CASE", hint=f"Write: fes paper {paper} CASE."
        )
    facts = None if appeal is None else _facts(appeal)
    matter = Matter(
        subject_named(case),
        facts=facts,
        dated=_day(dated),
        other=None if other is None else subject_named(other),
    )
    if paper == "list":
        _list(matter, as_json=as_json)
        return
    wanted = _target(paper, case, form, out, as_json=as_json)
    if wanted is not None and wanted.exists() and not force:
        raise UsageError(
            "this file is there already", where=str(wanted), hint="Name another, or add --force."
        )
    settings = load_settings()
    # A paper makes no library: without documents there is nothing to quote.
    if quoting and paper in _QUOTING and (settings.home / FILE_NAME).exists():
        with open_library(settings) as library:
            _write(paper, _with(matter, library), form, wanted, as_json=as_json)
    else:
        _write(paper, matter, form, wanted, as_json=as_json)


def _with(matter: Matter, library: Library) -> Matter:
    held = library if library.documents() else None
    return Matter(
        matter.subject, facts=matter.facts, library=held, dated=matter.dated, other=matter.other
    )


def subject_named(name: str) -> Subject:
    """Read a position: a file, or a case kept in the data folder by its name."""
    path = Path(name)
    if not path.exists():
        shelf = Shelf(load_settings().home)
        kept = {one.name: one.path for one in shelf.entries()}
        path = kept.get(name, path)
    text = read_text(path)
    return read_subject(text, where=str(path), fmt=file_format(path, text))


def _facts(path: Path) -> AppealFacts:
    text = read_text(path)
    return parse_appeal(text, where=str(path), fmt=file_format(path, text))


def _day(text: str) -> date | None:
    return read_day(text, "--date") if text else None


def _target(paper: str, case: str, form: str, out: Path | None, *, as_json: bool) -> Path | None:
    """Return the file to write; None prints. A format no terminal shows gets a file of its own."""
    if out is not None:
        choose(out, form)
        return out
    if as_json or not form:
        return None
    chosen = choose(None, form)
    if chosen.name in ("docx", "pdf"):
        return Path(f"{Path(case).stem}-{paper}{chosen.suffix}")
    return None


def _write(paper: str, matter: Matter, form: str, target: Path | None, *, as_json: bool) -> None:
    made = make(paper, matter)
    if target is None:
        name = "json" if as_json else form
        text = choose(None, name).encode(made).decode() if name else render(made)
        click.echo(text, nl=False)
        return
    replace_file(target, choose(target, form).encode(made), what="the paper")
    blanks = len(gaps(made))
    left = "no blank is left" if not blanks else f"{blanks} blanks are marked to be filled"
    if blanks == 1:
        left = "1 blank is marked to be filled"
    click.echo(f"Wrote {safe_text(str(target))}: {made.title}; {left}.")


def _list(matter: Matter | None, *, as_json: bool) -> None:
    """Say which papers there are and, for a case, what each lacks."""
    rows = [
        {
            "paper": kind.name,
            "title": kind.title,
            "purpose": kind.purpose,
            "lacks": []
            if matter is None
            else [one.model_dump() for one in lacking(kind.name, matter)],
        }
        for kind in papers()
    ]
    if as_json:
        print_json(rows)
        return
    for kind in papers():
        click.echo(f"{kind.name:<16}{kind.title}, {kind.purpose}.")
        if matter is None:
            continue
        for gap in lacking(kind.name, matter):
            mark = "cannot be made: " if gap.bars else "lacks: "
            click.echo(f"{'':<16}{mark}{safe_text(gap.text)}")


def export(case: Path, target: Path, name: str, *, force: bool) -> None:
    """Write the evaluation statement of a case to a file."""
    form = choose(target, name)
    if target.exists() and not force:
        raise UsageError(
            "this file is there already", where=str(target), hint="Name another, or add --force."
        )
    subject = subject_named(str(case))
    paper = statement.make(Matter(subject))
    standing = subject.standing
    if form.name == "json" and standing is not None and subject.case is not None:
        data = _with_evaluation(subject.case, standing, paper)
    else:
        data = form.encode(paper)
    replace_file(target, data)
    said = "no grade by what is stated"
    if standing is not None:
        evaluation = standing.evaluation
        said = f"{evaluation.grade}, {evaluation.total:,} points"
    elif subject.grade is not None:
        said = subject.grade
    click.echo(f"Wrote {safe_text(str(target))}: {said}.")


def _with_evaluation(case: Case, standing: CaseEvaluation, paper: Paper) -> bytes:
    """Return the case, what is credited, the evaluation and the statement as one JSON document."""
    document = {
        "case": case.model_dump(mode="json"),
        "credits": [one.model_dump(mode="json") for one in standing.credits],
        "evaluation": standing.evaluation.model_dump(mode="json"),
        "paper": paper.model_dump(mode="json"),
    }
    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode()
