"""``fes benchmarks``: example positions with their levels, in standards read in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from assistant.cli.output import json_option, print_json, wrap
from assistant.text import safe_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.standards.model import Example

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
@json_option
def command(
    query: str, *, series: str, grade: int | None, level: str, kind: str | None, standard: str,
    most: int | None, full: bool, as_json: bool,
) -> None:  # fmt: skip
    """Find example positions: benchmark descriptions and illustrations of levels.

    QUERY ranks them by its words. They come from the standards you have read in with
    fes standards import; an example is not a description of a level.
    """
    positions = held()
    wanted = Wanted(query, series, grade, level, kind or "", standard)
    found = find(wanted, positions)
    if as_json:
        print_json([as_data(one) for one in found[:most]])
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


_WIDTH = 79
_SAID = 400
"""How much of an example a list shows, in characters."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an example has to be; what is empty does not matter."""

    query: str = ""
    series: str = ""
    grade: int | None = None
    level: str = ""
    kind: str = ""
    standard: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """An example with the standard that prints it, and how well it answers a question."""

    example: Example
    standard: str
    edition: str
    document: str
    series: tuple[str, ...]
    score: float = 0.0


def held() -> list[Position]:
    """Return every example of every standard in force.

    Raises:
        StandardError: a standard's file is wrong.
    """
    from core.overview import find_editions
    from core.standards.catalog import default_catalog
    from core.standards.table import SUPERVISORY_ID

    found = []
    for standard_id in (*default_catalog().ids(), SUPERVISORY_ID):
        for standard in find_editions(standard_id):
            if standard.status != "in_force":
                continue
            found += [
                Position(
                    example, standard.id, standard.edition_id, standard.document, standard.series
                )
                for example in standard.examples
            ]
    return found


def find(wanted: Wanted, positions: Sequence[Position]) -> list[Position]:
    """Return the examples that fit, best first when a question is asked, else as printed.

    Raises:
        LevelError: the level is not written as one.
    """
    from core.standards.levels import factor_of, normal_level

    kept = list(positions)
    if wanted.level:
        key = str(factor_of(wanted.level))
        kept = [p for p in kept if p.example.levels.get(key) == normal_level(wanted.level)]
    if wanted.series:
        kept = [p for p in kept if wanted.series.zfill(4) in _series(p)]
    if wanted.grade is not None:
        kept = [p for p in kept if p.example.grade == wanted.grade]
    if wanted.kind:
        kept = [p for p in kept if p.example.kind == wanted.kind]
    if wanted.standard:
        kept = [p for p in kept if p.standard == wanted.standard]
    if not wanted.query:
        return kept
    from dataclasses import replace

    from index.standards.outline.examples import rank

    texts = [f"{p.example.title}\n{p.example.text}" for p in kept]
    return [replace(kept[place], score=score) for place, score in rank(texts, wanted.query)]


def _series(position: Position) -> tuple[str, ...]:
    return (position.example.series,) if position.example.series else position.series


def as_data(position: Position) -> dict[str, Any]:
    """Return an example as plain data."""
    example = position.example
    return {
        "kind": example.kind,
        "title": example.title,
        "series": example.series or next(iter(position.series), ""),
        "grade": example.grade,
        "levels": dict(example.levels),
        "standard": position.standard,
        "edition": position.edition,
        "document": position.document,
        "page": example.page,
        "page_end": example.page_end,
        "score": round(position.score, 4),
        "text": example.text,
    }


def as_text(positions: Sequence[Position], *, full: bool) -> str:
    """Return examples as a list to read: what each is, its levels, where it stands, its words."""
    lines: list[str] = []
    words = " " * 5
    for number, position in enumerate(positions, start=1):
        example = position.example
        if lines:
            lines.append("")
        lines += wrap(f"{number}. {example.title}", _WIDTH, rest="   ")
        lines += wrap(f"{_what(position)}; {_where(position)}", _WIDTH, first="   ", rest="   ")
        text = " ".join(example.text.split())
        if full:
            for paragraph in example.text.splitlines():
                lines += wrap(paragraph, _WIDTH, first=words, rest=words)
        elif text:
            short = text if len(text) <= _SAID else text[:_SAID].rsplit(" ", 1)[0] + " …"
            lines += wrap(short, _WIDTH, first=words, rest=words)
    return safe_text("\n".join(lines))


def _what(position: Position) -> str:
    example = position.example
    levels = ", ".join(example.levels.values())
    grade = f"GS-{example.grade}, " if example.grade is not None else ""
    named = f"Level{'s' if len(example.levels) > 1 else ''} {levels}" if levels else "no level"
    return f"{grade}{named}"


def _where(position: Position) -> str:
    page = position.example.page
    place = page if " " in page else f"p. {page}"
    return f"{position.example.kind} in {position.standard} {position.edition}, {place}"
