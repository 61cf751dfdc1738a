"""``fes standards show``: what a standard says of itself, or one level of it in full."""

from __future__ import annotations

import json as json_module
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.model import Level, Note, Standard


@click.command(name="show")
@click.argument("standard_id", metavar="ID")
@click.argument("level", required=False)
@click.option("--edition", help="Which edition, such as 2009-08; else the newest in force.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def command(standard_id: str, level: str | None, *, edition: str | None, as_json: bool) -> None:
    """Show the standard ID: status, coverage, titles, conversion table, notes, what it lacks.

    LEVEL, such as 2-4, shows what that level requires.
    """
    from assistant.cli.standards.choice import choose_edition, choose_level
    from assistant.cli.standards.others import show_other

    if show_other(standard_id, level, edition, as_json=as_json):
        return
    standard = choose_edition(standard_id, edition)
    if level is not None:
        found = choose_level(standard, level)
        if as_json:
            click.echo(found.model_dump_json(indent=2))
        else:
            click.echo("\n".join(level_lines(standard, found)))
        return
    if as_json:
        data = standard.model_dump(mode="json", exclude={"factors"})
        data["factors"] = [
            {"factor": one.factor, "name": one.name, "page": one.page, "measures": one.measures,
             "levels": [level.level for level in one.levels]}
            for one in standard.factors
        ]  # fmt: skip
        click.echo(json_module.dumps(data, indent=2))
        return
    click.echo("\n".join(_lines(standard)))


def _lines(standard: Standard) -> list[str]:
    from assistant.cli.standards.layout import table, width, wrap
    from core.standards.file import PARTIAL_NOTE

    room = width()
    lines = wrap(standard.title, room)
    lines += ["  " + line for line in table(["", ""], _facts(standard), room - 2)[1:]]
    for heading, said in (
        ("Covers", [(one.text, one.page) for one in standard.coverage]),
        ("Does not cover", [(one.text, one.page) for one in standard.exclusions]),
        ("Titles", [(f"{one.title}: {one.rule}", one.page) for one in standard.titles]),
        ("Sends the classifier to", [(one.text, one.page) for one in standard.sends_to]),
    ):
        lines += _section(heading, said, room)
    if standard.factors:
        lines += ["", "Factors"]
        rows = [
            [str(one.factor), _ladder([level.level for level in one.levels]), one.name]
            for one in standard.factors
        ]
        lines += ["  " + line for line in table(["", "Levels", "Name"], rows, room - 2)]
    lines += _conversion(standard, room)
    # That the edition is partial stands above already.
    notes = [one for one in standard.notes if one.code != PARTIAL_NOTE]
    lines += _section("Notes", [(one.text, _note_place(standard, one)) for one in notes], room)
    lines += _section(
        "Doubts",
        [
            (f"{'Confirmed' if one.confirmed else 'OPEN'}: {one.where}: {one.message}", one.page)
            for one in standard.doubts
        ],
        room,
    )
    if standard.factors:
        lines += ["", *wrap(f"Read its levels with: fes standards levels {standard.id}.", room)]
    return lines


def _facts(standard: Standard) -> list[list[str]]:
    from core.standards.levels import joined_levels

    until = f" to {standard.in_force_to}" if standard.in_force_to else ""
    status = standard.status.replace("_", " ")
    words = {"digest": "digest in our own words", "official": "the document's own words"}
    how = {
        "fes": "points, by factor",
        "gssg": "points, by factor, with the guide's own rules",
        "referral": "no criteria of its own",
        "narrative": f"descriptions without points (fes guide, {standard.guide})",
    }
    facts = [
        ["Id", f"{standard.id}, edition {standard.edition_id}"],
        ["Document", f"{standard.document} ({standard.edition})"],
        ["Issued", standard.issued],
        ["Section", standard.section],
        ["Status", f"{status}, from {standard.in_force_from}{until}"],
        ["Superseded by", standard.superseded_by],
        ["Series", ", ".join(standard.series)],
        ["Grades by", how[standard.method]],
        ["Levels in", words[standard.text] if standard.factors else ""],
        ["Partial", f"unknown: {joined_levels(standard.unknown)}" if standard.partial else ""],
    ]
    if standard.source is not None:
        facts.append(
            ["Read from", f"{standard.source.file}, sha256 {standard.source.sha256[:12]}…"]
        )
    return [fact for fact in facts if fact[1]]


def _section(heading: str, said: Sequence[tuple[str, str]], room: int) -> list[str]:
    from assistant.cli.standards.layout import place, wrap

    if not said:
        return []
    lines = ["", heading]
    for text, page in said:
        where = f" [{place(page)}]" if page else ""
        lines += wrap(f"{text}{where}", room, first="  - ", rest="    ")
    return lines


def _note_place(standard: Standard, note: Note) -> str:
    from assistant.cli.standards.layout import place

    elsewhere = note.document and note.document != standard.document
    return f"{note.document}, {place(note.page)}" if elsewhere else note.page


def _ladder(levels: list[str]) -> str:
    return f"{levels[0]} to {levels[-1]}" if len(levels) > 1 else levels[0]


def _conversion(standard: Standard, room: int) -> list[str]:
    from assistant.cli.standards.layout import place, wrap

    if not standard.conversion:
        return []
    page = place(standard.conversion[0].page)
    source = standard.conversion_from
    where = page if source is None else f"{source.document}, {page}"
    lines = ["", *wrap(f"Points to grades [{where}]", room)]
    cells = []
    for row in standard.conversion:
        extent = f"{row.min:,} and up" if row.max is None else f"{row.min:,} to {row.max:,}"
        cells.append(f"{standard.pay_plan}-{row.grade:<3}{extent}")
    wide = max(len(cell) for cell in cells) + 3
    across = max(1, (room - 2) // wide)
    tall = -(-len(cells) // across)
    rows = ["".join(f"{cell:<{wide}}" for cell in cells[index::tall]) for index in range(tall)]
    return [*lines, *(f"  {row}".rstrip() for row in rows)]


def level_lines(standard: Standard, level: Level) -> list[str]:
    """Lay out what one level requires, aspect by aspect, or in the document's own words."""
    from assistant.cli.standards.layout import pages, place, width, wrap

    room = width()
    factor = next(one for one in standard.factors if level in one.levels)
    lines = wrap(f"Level {level.level}  {factor.name}", room)
    lines += wrap(f"{standard.title}, edition {standard.edition_id}", room)
    charted = standard.combined is not None and factor.factor in standard.combined.factors
    points = "points by the combined chart" if charted else f"{level.points:,} points"
    if level.points_page and standard.points_from is not None:
        points += f" ({standard.points_from.document}, {place(level.points_page)})"
    lines += wrap(f"{points}, {pages(level.page, level.page_end)}", room)
    if level.text:
        lines += ["", "In the document's own words"]
        lines += wrap(level.text, room, first="  ", rest="  ")
    if has_digest(level):
        where = pages(level.page, level.page_end)
        text = (
            "What it asks for, in our own words"
            if level.text
            else f"A digest in our own words: read {where} of the document."
        )
        lines += ["", *wrap(text, room), "", *wrap(level.summary, room, first="  ", rest="  ")]
        lines += _aspects(level, room)
    examples = [
        (f"{one.kind.capitalize()}: {one.title}", one.page)
        for one in standard.examples
        if one.levels.get(str(factor.factor)) == level.level
    ]
    return [*lines, *_section("Examples, none of them a threshold", examples, room)]


def has_digest(level: Level) -> bool:
    """Return whether aspects in our own words are held of a level, not only its official words."""
    from core.standards.factors import WHOLE

    return [aspect.key for aspect in level.aspects] != [WHOLE]


def _aspects(level: Level, room: int) -> list[str]:
    from assistant.cli.standards.layout import place, wrap
    from assistant.cli.standards.requirements import TYPICAL, outline

    lines: list[str] = []
    for line in outline(level):
        indent = "  " * (line.depth + 1)
        lines.append("")
        if line.aspect is None:
            lines += wrap(line.joined, room, first=indent, rest=indent)
            continue
        mark = "" if line.aspect.significant else f" ({TYPICAL})"
        text = f"{line.aspect.text} [{place(line.aspect.page)}]"
        lines += wrap(f"{line.aspect.name}{mark}", room, first=indent, rest=indent)
        lines += wrap(text, room, first=f"{indent}  ", rest=f"{indent}  ")
    return lines
