"""``fes band``: place a position in a band by what an implementing directive says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from assistant.cases.edits import file_format, read_text
from assistant.cli.output import Report, json_option, print_json, result_text


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--directive", "directive_file", type=click.Path(path_type=Path), help="A directive's file."
)
@click.option("--convert", is_flag=True, help="Turn the grade in FILE into a band instead.")
@click.option("--check", is_flag=True, help="List what the directive in FILE lacks.")
@json_option
def command(
    file: Path, directive_file: Path | None, *, convert: bool, check: bool, as_json: bool
) -> None:
    """Place the position in FILE in a band (5 CFR 9701.212), by its implementing directive.

    With --convert, its grade is turned into a band, by the directive's rows alone.

    What FILE and a directive hold is described in docs/guides-and-bands.md.
    """
    from core.bands.case import parse_band_case
    from core.bands.conversion import convert as convert_grade
    from core.bands.directive import parse_directive
    from core.bands.evaluation import place
    from core.errors import UsageError

    if check and convert:
        raise UsageError(
            "--check looks at a directive and --convert at a position",
            where="--convert",
            hint="Give one of them.",
        )
    text = read_text(file)
    if check:
        _check(text, str(file), as_json=as_json)
        return
    case = parse_band_case(text, where=str(file), fmt=file_format(file, text))
    directive = (
        parse_directive(read_text(directive_file), str(directive_file)) if directive_file else None
    )
    answer = convert_grade if convert else place
    data = answer(case, directive, where=str(file)).model_dump(mode="json")
    if as_json:
        print_json(data)
        return
    headline = data["name"] or data["status"].capitalize()
    click.echo(result_text(data, headline, says=[data["text"]]))


def _check(text: str, where: str, *, as_json: bool) -> None:
    """Print what a directive lacks."""
    from core.bands.check import check_directive
    from core.bands.directive import parse_directive

    data: dict[str, Any] = check_directive(parse_directive(text, where)).model_dump(mode="json")
    if as_json:
        print_json(data)
        return
    report = Report()
    report.line("Complete" if data["complete"] else "Incomplete")
    report.line()
    report.say(data["title"])
    for gap in data["gaps"]:
        report.line()
        report.say(
            f"{gap['severity'].capitalize()}: {gap['where']}: {gap['text']}",
            rest="  ",
            citation=gap["citation"],
        )
    report.findings(data["notices"])
    report.sources()
    click.echo(report.text())
