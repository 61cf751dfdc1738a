"""``fes paper``, ``fes export`` and ``fes verify``: what they take. Their help loads no paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from assistant import load
from assistant.cli.output import json_option, options, print_json
from assistant.papers.formats import suffixes
from assistant.text import safe_text
from core.errors import CaseError


@click.command()
@click.argument("paper", required=False, default="")
@click.argument("case", required=False)
@options(
    click.option(
        "--format",
        "form",
        default="",
        help=f"The format, when no suffix says it ({suffixes()}).",
    ),
    click.option(
        "--out",
        type=click.Path(path_type=Path),
        help="The file to write; its suffix chooses the format.",
    ),
    click.option("--force", is_flag=True, help="Replace the file if it is there already."),
    click.option("--date", "dated", default="", help="The day of the paper, such as 2026-11-28."),
    click.option(
        "--appeal",
        "appeal",
        type=click.Path(path_type=Path),
        help="The facts of the appeal (docs/appeals.md); otherwise what the case says decides.",
    ),
    click.option(
        "--with",
        "other",
        help="A second case, for the comparison.",
    ),
    click.option(
        "--quotes/--no-quotes",
        "quoting",
        default=True,
        help="Quote the documents you have ingested, in statement, assessment and letter.",
    ),
)
@json_option
def command(**given: Any) -> None:
    """Write PAPER on the case in file CASE, or list what there is.

    PAPER is statement, assessment, letter, correction, reconsideration, comparison or
    certificate. Without CASE, the papers are listed; "fes paper list CASE" says what each still
    lacks for a case. Without --out, Markdown goes to standard output.

    CASE is a case of yours by its name, a case file, or a file that fes score, fes mixed or fes
    guide takes, with the particulars of the position beside it.
    """
    load("assistant.cli.papers.writing:write")(**given)


@click.command("export")
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
def export_command(**given: Any) -> None:
    """Write the evaluation statement of a case; fes paper has the other papers.

    CASE is a case of yours by its name, or a file that fes paper takes.
    """
    load("assistant.cli.papers.writing:export")(**given)


@click.command("verify")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
def verify_command(file: Path, *, as_json: bool) -> None:
    """Compute the certificate in FILE again from what it holds, and compare.

    FILE is a certificate of derivation that fes paper wrote, in any format. A file that is not the
    same ends with exit code 2 and the first difference.
    """
    found = load("assistant.papers.certificate.verifying:verify")(file)
    if as_json:
        print_json(found._asdict())
    if found.identical:
        if not as_json:
            click.echo(f"identical: {found.grade}, fingerprint {found.fingerprint}")
        return
    if as_json:
        raise SystemExit(2)
    raise CaseError(
        safe_text(f"not identical; {found.text}"),
        where=str(file),
        hint="Do not rely on it; make a new one with: fes paper certificate CASE.",
    )
