"""``fes benchmarks``: example positions of official standards, with the levels they show."""

from __future__ import annotations

import json as json_module

import click

_FEW = 10


@click.command(name="benchmarks")
@click.argument("query", required=False, default="")
@click.option("--series", default="", metavar="CODE", help="Only this series, such as 0318.")
@click.option("--grade", type=click.IntRange(1, 15), help="Only positions of this grade.")
@click.option("--level", default="", metavar="LEVEL", help="Only those that show it: 2-4.")
@click.option("--kind", type=click.Choice(["benchmark", "illustration"]), help="Only one kind.")
@click.option("--standard", default="", metavar="ID", help="Only this standard's.")
@click.option("-k", "most", type=click.IntRange(1), help="How many; else 10, and with --json all.")
@click.option("--full", is_flag=True, help="Show every word of each.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def command(
    query: str, *, series: str, grade: int | None, level: str, kind: str | None, standard: str,
    most: int | None, full: bool, as_json: bool,
) -> None:  # fmt: skip
    """Find example positions: benchmark descriptions and illustrations of levels.

    QUERY ranks them by its words. They come from the standards you have read in with
    fes standards import; an example is not a description of a level.
    """
    from assistant.cli.standards.positions import Wanted, as_data, as_text, find, held

    positions = held()
    wanted = Wanted(query, series, grade, level, kind or "", standard)
    found = find(wanted, positions)
    if as_json:
        click.echo(json_module.dumps([as_data(one) for one in found[:most]], indent=2))
        return
    most = most or _FEW
    if not positions:
        click.echo("There are no example positions yet. Read a standard in with:")
        click.echo("  fes standards import FILE")
        return
    if not found:
        click.echo(f"None of the {len(positions)} example positions held fits that.")
        return
    click.echo(as_text(found[:most], full=full))
    if len(found) > most:
        click.echo(f"\n{len(found) - most} more; -k shows more of them.")
