"""``fes export``: write a case's evaluation statement to a file."""

from __future__ import annotations

from pathlib import Path

import click

from assistant.cases.edits import load_case
from assistant.cli.case.changed import series_notices
from assistant.papers.formats import Statement, choose, suffixes
from assistant.text import safe_text


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
    """Write the evaluation statement of the case in file CASE."""
    from core.errors import UsageError
    from core.fes.grading import evaluate_case
    from index.documents.files import replace_file

    export = choose(target, name)
    if target.exists() and not force:
        raise UsageError(
            "this file is there already", where=str(target), hint="Name another, or add --force."
        )
    loaded = load_case(case)
    standing = evaluate_case(loaded)
    findings = (*standing.evaluation.findings, *series_notices(loaded))
    evaluation = standing.evaluation.model_copy(update={"findings": findings})
    statement = Statement(loaded, evaluation, standing.credits)
    replace_file(target, lambda path: export.write(statement, path))
    click.echo(f"Wrote {safe_text(str(target))}: {evaluation.grade}, {evaluation.total:,} points.")
