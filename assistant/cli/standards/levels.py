"""``fes standards levels``: the ladder of every factor, or of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assistant.cli.output import json_option, place, print_json, table, table_width, wrap
from assistant.cli.standards import guides
from assistant.cli.standards.choice import choose_edition, choose_factor, edition_option

if TYPE_CHECKING:
    from core.standards.criteria import Factor
    from core.standards.model import Standard


@click.command(name="levels")
@click.argument("standard_id", metavar="ID")
@click.argument("factor", required=False)
@edition_option
@json_option
def command(standard_id: str, factor: str | None, *, edition: str | None, as_json: bool) -> None:
    """Show the ladder of levels of the standard ID, with points, pages and summaries.

    FACTOR, such as 2, shows the ladder of one factor only. A guide without points shows the
    grades that each of its criteria describes.
    """
    from core.errors import LevelError

    held = guides.find_all(standard_id, edition)
    if held:
        guides.show_ladders(held, factor, as_json=as_json)
        return
    standard = choose_edition(standard_id, edition)
    if not standard.factors:
        raise LevelError(
            f"the {standard.title} describes no levels",
            where="standard",
            hint=f"Read where it sends you: fes standards show {standard.id}.",
        )
    factors = standard.factors if factor is None else (choose_factor(standard, factor),)
    if as_json:
        print_json(_data(standard, factors))
        return
    click.echo("\n".join(_lines(standard, factors)))


def _data(standard: Standard, factors: tuple[Factor, ...]) -> dict[str, object]:
    return {
        "standard": standard.id,
        "edition": standard.edition_id,
        "text": standard.text,
        "unknown": list(standard.unknown),
        "factors": [
            {
                "factor": factor.factor,
                "name": factor.name,
                "page": factor.page,
                "levels": [
                    {
                        "level": level.level,
                        "points": level.points,
                        "page": level.page,
                        "page_end": level.page_end,
                        "points_page": level.points_page,
                        "summary": level.summary,
                    }
                    for level in factor.levels
                ],
            }
            for factor in factors
        ],
    }


def _lines(standard: Standard, factors: tuple[Factor, ...]) -> list[str]:
    from core.standards.levels import joined_levels

    room = table_width()
    lines = wrap(f"{standard.title}, edition {standard.edition_id}", room)
    charted = () if standard.combined is None else standard.combined.factors
    for factor in factors:
        lines += ["", *wrap(f"Factor {factor.factor}  {factor.name} ({place(factor.page)})", room)]
        short = all(len(level.page) <= 6 for level in factor.levels)
        headers = (
            ["Level", "Points", "Page", "Summary"] if short else ["Level", "Points", "Summary"]
        )
        rows = [
            [
                level.level,
                "chart" if factor.factor in charted else f"{level.points:,}",
                *([level.page] if short else []),
                level.summary if short else f"{level.summary} [{place(level.page)}]",
            ]
            for level in factor.levels
        ]
        lines += ["  " + line for line in table(headers, rows, room - 2)]
        missing = [one for one in standard.unknown if one.partition("-")[0] == str(factor.factor)]
        if missing:
            lines += wrap(f"Not known: {joined_levels(missing)}.", room, first="  ", rest="  ")
    if standard.combined is not None and set(charted) & {factor.factor for factor in factors}:
        lines += ["", *_chart(standard, room)]
    if any(level.points_page for factor in factors for level in factor.levels):
        assert standard.points_from is not None  # noqa: S101 - the reader has checked it.
        lines += ["", *wrap(f"Some points are those of {standard.points_from.document}.", room)]
    words = "the document's own words" if standard.text == "official" else "a digest in our words"
    lines += ["", *wrap(f"Read one with: fes standards show {standard.id} LEVEL ({words}).", room)]
    return lines


def _chart(standard: Standard, room: int) -> list[str]:
    """Lay out the combined chart: a row a level of the first factor, a column of the second."""
    chart = standard.combined
    if chart is None:
        return []
    rows = list(dict.fromkeys(cell.levels[0] for cell in chart.cells))
    columns = list(dict.fromkeys(cell.levels[1] for cell in chart.cells))
    cells = {cell.levels: f"{cell.points:,}{'*' if cell.unlikely else ''}" for cell in chart.cells}
    body = [[row, *(cells[row, column] for column in columns)] for row in rows]
    first, second = chart.factors
    lines = wrap(f"Points of Factors {first} and {second} together ({place(chart.page)})", room)
    lines += ["  " + line for line in table(["", *columns], body, room - 2)]
    if any(cell.unlikely for cell in chart.cells):
        lines += wrap(
            "* The standard calls this combination unlikely.", room, first="  ", rest="  "
        )
    return lines
