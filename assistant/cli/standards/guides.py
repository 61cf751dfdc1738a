"""Guides without points, shown: a guide, a grade in its own words, the ladders of its criteria."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click

from assistant.cli.output import place, print_json, table, table_width, wrap
from assistant.cli.standards.choice import named, picked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.narrative.guide import Criterion, Guide, GuideLevel


def find(wanted: str, edition: str | None) -> Guide | None:
    """Return a guide by its id, or its id and edition as ``ID@EDITION``; None when it is none.

    Raises:
        StandardError: there is no such edition of the guide, or a file of it is wrong.
    """
    from core.narrative.guide import guide_editions, guide_ids

    name, edition = named(wanted, edition)
    if name not in guide_ids():
        return None
    editions = guide_editions(name)
    return picked(name, editions, edition) or editions[-1]


def find_all(wanted: str, edition: str | None) -> list[Guide]:
    """Return a guide by its id, or the guides to every kind of work that a document describes.

    Raises:
        StandardError: as :func:`find`.
    """
    from core.narrative.guide import guide_parts

    guide = find(wanted, edition)
    if guide is not None:
        return [guide]
    parts = (find(name, edition) for name in guide_parts(wanted.partition("@")[0]))
    return [part for part in parts if part is not None]


def show(guides: Sequence[Guide], level: str | None, *, as_json: bool) -> None:
    """Print guides, or what their criteria say at one grade; JSON is a list where they are several.

    Raises:
        LevelError: no guide describes the grade.
    """
    if level is not None:
        guides = _describing(guides, level)
    if as_json:
        _print([
            guide.model_dump(mode="json") if level is None else _grade_data(guide, level)
            for guide in guides
        ])  # fmt: skip
        return
    texts = [_lines(guide) if level is None else _grade_lines(guide, level) for guide in guides]
    click.echo("\n\n".join("\n".join(lines) for lines in texts))


def show_ladders(guides: Sequence[Guide], criterion: str | None, *, as_json: bool) -> None:
    """Print at which grades each criterion is described, or one of them.

    Raises:
        LevelError: a guide has no such criterion.
    """
    chosen = [
        (guide, guide.criteria if criterion is None else (_criterion(guide, criterion),))
        for guide in guides
    ]
    if as_json:
        _print([_ladder_data(guide, criteria) for guide, criteria in chosen])
        return
    room = table_width()
    for guide, criteria in chosen:
        lines = wrap(f"{guide.title}, edition {guide.edition_id}", room)
        lines += _ladders(criteria, room)
        lines += ["", *wrap(f"Read one with: fes standards show {guide.id} GRADE.", room)]
        click.echo("\n".join(lines))


def _print(data: list[dict[str, Any]]) -> None:
    print_json(data[0] if len(data) == 1 else data)


def _ladder_data(guide: Guide, criteria: Sequence[Criterion]) -> dict[str, Any]:
    return {
        "standard": guide.id,
        "edition": guide.edition_id,
        "criteria": [
            {
                "criterion": one.key,
                "name": one.name,
                "page": one.page,
                "levels": [
                    {"level": level.name, "page": level.page, "summary": level.summary}
                    for level in one.levels
                ],
            }
            for one in criteria
        ],
    }


def _ladders(criteria: Sequence[Criterion], room: int) -> list[str]:
    lines: list[str] = []
    for criterion in criteria:
        lines += ["", *wrap(f"{criterion.name} ({place(criterion.page)})", room)]
        rows = [[_named(one), one.page, _first_words(one)] for one in criterion.levels]
        what = "Grade" if all(one.grade is not None for one in criterion.levels) else "Degree"
        lines += ["  " + line for line in table([what, "Page", "What it says"], rows, room - 2)]
    return lines


def _chart(guide: Guide, room: int) -> list[str]:
    """Return a chart of degrees: a row for each degree of the first of two criteria."""
    if len(guide.criteria) != 2 or not guide.chart:
        return []
    side, top = guide.criteria
    cells = {(one.levels[side.key], one.levels[top.key]): one for one in guide.chart}
    body = [
        [down, *(str(cells[down, at].grade) if (down, at) in cells else "-" for at in top.ladder())]
        for down in side.ladder()
    ]
    said = f"Grade by {side.name} (side) and {top.name} (top), {place(guide.governing_page)}"
    rows = table(["", *top.ladder()], body, room - 2)
    return ["", *wrap(said, room), *("  " + line for line in rows)]


def _criterion(guide: Guide, wanted: str) -> Criterion:
    from core.errors import LevelError

    folded = wanted.lower().replace(" ", "_")
    for number, one in enumerate(guide.criteria, start=1):
        if folded in (one.key, one.name.lower().replace(" ", "_"), str(number)):
            return one
    raise LevelError(
        f"{wanted!a} is not a criterion of {guide.id}",
        where="factor",
        hint=f"Its criteria are {', '.join(one.key for one in guide.criteria)}.",
    )


def _named(level: GuideLevel) -> str:
    return level.name if level.grade is None else f"GS-{level.grade}"


def _first_words(level: GuideLevel) -> str:
    """Return our own summary, or the first sentence of a description in the guide's words."""
    if [aspect.key for aspect in level.aspects] != ["whole"]:
        return level.summary
    text = " ".join(level.aspects[0].text.split())
    return text if len(text) <= 110 else f"{text[:110].rpartition(' ')[0]} …"


def _at(guide: Guide, wanted: str) -> list[tuple[Criterion, GuideLevel]]:
    name = re.sub(r"^(?:GS|GG)?\s*-?\s*0*", "", wanted.strip(), flags=re.IGNORECASE)
    return [
        (criterion, level)
        for criterion in guide.criteria
        for level in criterion.levels
        if level.name.lower() == name.lower()
    ]


def _describing(guides: Sequence[Guide], wanted: str) -> list[Guide]:
    from core.errors import LevelError

    found = [guide for guide in guides if _at(guide, wanted)]
    if not found:
        described = dict.fromkeys(
            _named(one) for guide in guides for held in guide.criteria for one in held.levels
        )
        raise LevelError(
            f"{guides[0].part_of or guides[0].id} does not describe {wanted!a}",
            where="level",
            hint=f"It describes {', '.join(described)}.",
        )
    return found


def _grade_data(guide: Guide, wanted: str) -> dict[str, Any]:
    found = _at(guide, wanted)
    return {
        "standard": guide.id,
        "level": _named(found[0][1]),
        "criteria": [
            {"criterion": one.key, "name": one.name, **level.model_dump(mode="json")}
            for one, level in found
        ],
    }


def _grade_lines(guide: Guide, wanted: str) -> list[str]:
    found = _at(guide, wanted)
    room = table_width()
    lines = wrap(f"{_named(found[0][1])}  {guide.title}, edition {guide.edition_id}", room)
    for criterion, level in found:
        lines += ["", *wrap(f"{criterion.name} ({place(level.page)})", room)]
        for aspect in level.aspects:
            lines += wrap(aspect.text, room, first="  ", rest="  ")
    return lines


_COMBINES = {
    "lowest": "the criterion that reaches the lowest grade",
    "whole": "a person, who weighs the work as a whole",
    "criterion": "one criterion",
    "chart": "a chart",
    "points": "the sum of the degrees' points, which a table converts",
}


def _lines(guide: Guide) -> list[str]:
    room = table_width()
    rule = _COMBINES[guide.governing]
    if guide.governing_text:
        rule = f"{guide.governing_text} [{place(guide.governing_page)}]"
    facts = [
        ["Id", f"{guide.id}, edition {guide.edition_id}"],
        ["Document", f"{guide.document} ({guide.edition})"],
        ["Status", f"{guide.status.replace('_', ' ')}, from {guide.in_force_from}"],
        ["Series", ", ".join(guide.series)],
        ["Grades by", rule],
        ["Fictional", "It grades no real position." if guide.fictional else ""],
    ]
    lines = wrap(guide.title, room)
    rows = [fact for fact in facts if fact[1]]
    lines += ["  " + line for line in table(["", ""], rows, room - 2)[1:]]
    lines += [*_ladders(guide.criteria, room), *_chart(guide, room)]
    for heading, said in (
        ("Notes", [(note.text, note.page) for note in guide.notes]),
        ("Doubts", [
            (f"{'OPEN' if one.open else one.ruling or 'confirmed'}: {one.message}", one.page)
            for one in guide.doubts
        ]),
        ("Corrections", [
            (f"{one.what} ({one.by}, {one.when}: {one.why})", one.page) for one in guide.figures
        ]),
    ):  # fmt: skip
        lines += ["", heading] if said else []
        for text, page in said:
            where = f" [{place(page)}]" if page else ""
            lines += wrap(f"{text}{where}", room, first="  - ", rest="    ")
    return [
        *lines,
        "",
        *wrap(f'Grade a position by it with: fes guide FILE, with guide = "{guide.id}".', room),
    ]
