"""``fes standards show``: a standard, or one of its levels in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assistant.cli.output import json_option, pages, place, print_json, table, table_width, wrap
from assistant.cli.standards import guides
from assistant.cli.standards.choice import (
    TYPICAL,
    choose_edition,
    choose_level,
    edition_option,
    outline,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.standards.criteria import Level
    from core.standards.model import Note, Standard
    from core.standards.settled import Doubt


@click.command(name="show")
@click.argument("standard_id", metavar="ID")
@click.argument("level", required=False)
@edition_option
@json_option
def command(standard_id: str, level: str | None, *, edition: str | None, as_json: bool) -> None:
    """Show the standard ID: status, coverage, titles, conversion table, notes, what it lacks.

    LEVEL, such as 2-4, shows what that level requires.
    """
    if show_other(standard_id, level, edition, as_json=as_json):
        return
    standard = choose_edition(standard_id, edition)
    if level is not None:
        found = choose_level(standard, level)
        if as_json:
            print_json(found.shown(), escaped=False)
        else:
            click.echo("\n".join(level_lines(standard, found)))
        return
    if as_json:
        data = standard.shown()
        data["factors"] = [
            {"factor": one.factor, "name": one.name, "page": one.page, "measures": one.measures,
             "levels": [level.level for level in one.levels]}
            for one in standard.factors
        ]  # fmt: skip
        print_json(data)
        return
    click.echo("\n".join(_lines(standard)))


def _lines(standard: Standard) -> list[str]:
    from core.standards.table import PARTIAL_NOTE

    room = table_width()
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
    lines += _section("Doubts", [(said_of(one), one.page) for one in standard.doubts], room)
    lines += _section(
        "Corrections of its reading",
        [
            (f"{what} ({signed.by}, {signed.when}: {signed.why})", page)
            for what, page, signed in (
                *((f"Level {one.level}", one.page, one) for one in standard.corrections),
                *((one.what, one.page, one) for one in standard.figures),
            )
        ],
        room,
    )  # fmt: skip
    if standard.factors:
        lines += ["", *wrap(f"Read its levels with: fes standards levels {standard.id}.", room)]
    return lines


def said_of(doubt: Doubt) -> str:
    """Return a doubt with what a person has settled about it."""
    state = doubt.ruling.capitalize() or ("OPEN" if doubt.open else "Confirmed")
    signed = f" ({doubt.by}, {doubt.when}: {doubt.why})" if doubt.ruling else ""
    return f"{state}: {doubt.where}: {doubt.message}{signed}"


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
    if not said:
        return []
    lines = ["", heading]
    for text, page in said:
        where = f" [{place(page)}]" if page else ""
        lines += wrap(f"{text}{where}", room, first="  - ", rest="    ")
    return lines


def _note_place(standard: Standard, note: Note) -> str:
    elsewhere = note.document and note.document != standard.document
    return f"{note.document}, {place(note.page)}" if elsewhere else note.page


def _ladder(levels: list[str]) -> str:
    return f"{levels[0]} to {levels[-1]}" if len(levels) > 1 else levels[0]


def _conversion(standard: Standard, room: int) -> list[str]:
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
    room = table_width()
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
    from core.standards.criteria import WHOLE

    return [aspect.key for aspect in level.aspects] != [WHOLE]


def _aspects(level: Level, room: int) -> list[str]:
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


def show_other(wanted: str, level: str | None, edition: str | None, *, as_json: bool) -> bool:
    """Print a guide without points or the regulation on bands; False when it is neither.

    Raises:
        LevelError: a level is asked for that it does not have.
        StandardError: there is no such edition of the guide.
    """
    from core.errors import LevelError
    from core.overview import BANDS_ID

    held = guides.find_all(wanted, edition)
    if held:
        guides.show(held, level, as_json=as_json)
        return True
    if wanted != BANDS_ID:
        return False
    if level is not None:
        raise LevelError(
            f"{wanted} has no factor levels",
            where="level",
            hint=f"Leave the level out: fes standards show {wanted}.",
        )
    _show_bands(as_json=as_json)
    return True


def _show_bands(*, as_json: bool) -> None:
    from core.overview import BANDS_ID, band_rules

    rules = band_rules()
    if as_json:
        print_json({"id": BANDS_ID, "rules": rules})
        return
    room = table_width()
    lines = wrap("Bands of the Department of Homeland Security, 5 CFR 9701.212", room)
    for rule in rules:
        citation = rule["citation"]
        parts = (citation["document"], citation["page"], citation["section"])
        where = ", ".join(part for part in parts if part)
        lines += ["", *wrap(f"{rule['text']} [{where}]", room, first="  - ", rest="    ")]
    lines += ["", *wrap("Place a position in a band with: fes band FILE.", room)]
    click.echo("\n".join(lines))
