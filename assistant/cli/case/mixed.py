"""``fes mixed``: the grade and series of a position that mixes kinds of work."""

from __future__ import annotations

from pathlib import Path

import click

from assistant import load as load_place
from assistant.cases.edits import file_format, read_text
from assistant.cli.output import json_option, print_json, result_text
from core.errors import CaseError
from core.reading import load


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@json_option
def command(file: Path, *, as_json: bool) -> None:
    """Find the grade and series that control the position in FILE (TOML or JSON).

    FILE lists the kinds of work, each with its share of time and its own grade, levels or
    total: see docs/mixed-positions.md. Both sides' shares are kept where they differ. fes suggest
    with --work makes such a file of a case.
    """
    from core.mixed import evaluate_mixed, parse_mixed

    text = read_text(file)
    data = load(text, where=str(file), fmt=file_format(file, text), error=CaseError)
    asked = load_place("assistant.cases.supervisors:asked")(data, titled=True)
    request = parse_mixed(asked, where=str(file))
    data = evaluate_mixed(request).model_dump(mode="json")
    if as_json:
        print_json(data)
        return
    grade = data["grade"] or "Undetermined"
    headline = f"{grade}, series {data['series']}" if data["series"] else grade
    says = []
    if data["grade"] is None and data["possible"]:
        says.append(f"Still possible: {', '.join(data['possible'])}.")
    says += [
        f"{work['name']}: {work['grade'] or 'no grade yet'}. {work['why']}" for work in data["work"]
    ]
    if data["difference"]:
        says.append(data["difference"])
    click.echo(result_text(data, headline, says=says))
