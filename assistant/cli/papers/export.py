"""``fes export``: write a case's evaluation statement to a file."""

from __future__ import annotations

import json
from pathlib import Path

import click

from assistant.cli.papers.paper import subject_named
from assistant.papers import statement
from assistant.papers.content import Paper
from assistant.papers.formats import choose, suffixes
from assistant.papers.subject import Matter
from assistant.text import safe_text
from core.errors import UsageError
from core.fes.grading import CaseEvaluation
from core.model import Case
from index.documents.files import replace_file


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "target",
    required=True,
    type=click.Path(path_type=Path),
    help=f"The file to write; its suffix chooses the format ({suffixes()}).",
)
@click.option("--format", "name", default="", help="The format, when the suffix does not say it.")
@click.option("--force", is_flag=True, help="Replace the file if it is there already.")
def command(case: Path, target: Path, name: str, *, force: bool) -> None:
    """Write the evaluation statement of a case; fes paper has the other papers.

    CASE is a case of yours by its name, or a file that fes paper takes.
    """
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
