"""What ``fes standards show`` says of what grades without points: a guide, or bands."""

from __future__ import annotations

import json as json_module
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from core.narrative.guide import Guide


def show_other(wanted: str, level: str | None, edition: str | None, *, as_json: bool) -> bool:
    """Print a guide without points or the regulation on bands; False when it is neither.

    Raises:
        LevelError: a level is asked for, which neither has.
        StandardError: there is no such edition of the guide.
    """
    from core.errors import LevelError, StandardError
    from core.narrative.guide import list_guides
    from core.overview import BANDS_ID

    editions = [guide for guide in list_guides() if guide.id == wanted]
    if wanted != BANDS_ID and not editions:
        return False
    if level is not None:
        raise LevelError(
            f"{wanted} has no factor levels",
            where="level",
            hint=f"Leave the level out: fes standards show {wanted}.",
        )
    if wanted == BANDS_ID:
        _show_bands(as_json=as_json)
        return True
    found = next((guide for guide in editions if guide.edition_id == edition), None)
    if edition is not None and found is None:
        raise StandardError(
            f"there is no edition {edition!a} of {wanted}",
            where="edition",
            hint=f"Those held are: {', '.join(guide.edition_id for guide in editions)}.",
        )
    guide = found or editions[-1]
    if as_json:
        click.echo(guide.model_dump_json(indent=2))
    else:
        click.echo("\n".join(_guide_lines(guide)))
    return True


def _guide_lines(guide: Guide) -> list[str]:
    from assistant.cli.standards.layout import place, table, width, wrap

    room = width()
    facts = [
        ["Id", f"{guide.id}, edition {guide.edition_id}"],
        ["Document", f"{guide.document} ({guide.edition})"],
        ["Status", f"{guide.status.replace('_', ' ')}, from {guide.in_force_from}"],
        ["Series", ", ".join(guide.series)],
        ["Grades by", f"{guide.governing_text} [{place(guide.governing_page)}]"],
        ["Fictional", "It grades no real position." if guide.fictional else ""],
    ]
    lines = wrap(guide.title, room)
    rows = [fact for fact in facts if fact[1]]
    lines += ["  " + line for line in table(["", ""], rows, room - 2)[1:]]
    for criterion in guide.criteria:
        lines += ["", *wrap(f"{criterion.name} ({place(criterion.page)})", room)]
        rows = [[one.name, one.page, one.summary] for one in criterion.levels]
        lines += ["  " + line for line in table(["Level", "Page", "Summary"], rows, room - 2)]
    if guide.notes:
        lines += ["", "Notes"]
    for note in guide.notes:
        lines += wrap(f"{note.text} [{place(note.page)}]", room, first="  - ", rest="    ")
    return [*lines, "", *wrap("Grade a position by it with: fes guide FILE.", room)]


def _show_bands(*, as_json: bool) -> None:
    from assistant.cli.standards.layout import width, wrap
    from core.overview import BANDS_ID, band_rules

    rules = band_rules()
    if as_json:
        click.echo(json_module.dumps({"id": BANDS_ID, "rules": rules}, indent=2))
        return
    room = width()
    lines = wrap("Bands of the Department of Homeland Security, 5 CFR 9701.212", room)
    for rule in rules:
        citation = rule["citation"]
        parts = (citation["document"], citation["page"], citation["section"])
        where = ", ".join(part for part in parts if part)
        lines += ["", *wrap(f"{rule['text']} [{where}]", room, first="  - ", rest="    ")]
    lines += ["", *wrap("Place a position in a band with: fes band FILE.", room)]
    click.echo("\n".join(lines))
