"""``fes verify``: compute a certificate again and say whether it is the same."""

from __future__ import annotations

from pathlib import Path

import click

from assistant import load
from assistant.cli.output import json_option, print_json
from assistant.text import safe_text
from core.errors import CaseError


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@json_option
def command(file: Path, *, as_json: bool) -> None:
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
