"""``fes guide``: grade a position by a guide without points."""

from __future__ import annotations

from pathlib import Path

import click

from assistant import load as load_place
from assistant.cases.edits import file_format, read_text
from assistant.cli.output import json_option, print_json, result_text
from core.errors import CaseError
from core.reading import build, load


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--guide",
    "named",
    default="",
    metavar="ID|FILE",
    help="Another guide than the case names: its id, or a file of your own.",
)
@json_option
def command(file: Path, named: str, *, as_json: bool) -> None:
    """Grade the position in FILE by the grade-level criteria of a guide without points.

    What FILE and a guide hold is described in docs/guides-and-bands.md.
    """
    from core.narrative.case import NarrativeCase
    from core.narrative.evaluation import evaluate_narrative
    from core.narrative.guide import Guide, guide_ids, load_guide, parse_guide

    text = read_text(file)
    own = load(text, where=str(file), fmt=file_format(file, text), error=CaseError)
    asked = load_place("assistant.cases.supervisors:asked")(own, titled=True)
    case = build(NarrativeCase, asked, where=str(file), error=CaseError)
    if named in guide_ids():
        guide: Guide | None = load_guide(named, case.as_of)
    else:
        guide = parse_guide(read_text(Path(named)), where=named) if named else None
    data = evaluate_narrative(case, guide, where=str(file)).model_dump(mode="json")
    if as_json:
        print_json(data)
        return
    headline = data["grade"] or "Undetermined"
    says = (
        [] if data["grade"] else [f"Still possible: {', '.join(data['possible']) or 'no grade'}."]
    )
    click.echo(result_text(data, headline, says=says))
