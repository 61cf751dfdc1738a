"""``fes decisions``: the register of real appeal decisions, and their texts where ingested."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from assistant import load
from assistant.cli.find.filters import DAY, date_option
from assistant.cli.output import json_option, options, print_json, width
from assistant.llm.libraries import open_library
from assistant.settings import load_settings
from core.errors import QueryError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.decisions.register.facts import Entry
    from index.models import Decision

_VIEWS: Final = "assistant.cli.find.register_views"


_filters = options(
    click.option("--number", help="A decision number, in any spelling."),
    click.option("--pay-plan", help="Such as GS or WG."),
    click.option("--to-grade", help="The grade decided, such as 11."),
    click.option("--from-grade", help="The grade before the appeal, such as 12."),
    click.option("--year", help="The year of the decision."),
    click.option("--agency", help="A department or component, such as Navy or VA."),
    click.option(
        "--outcome",
        help="lowered, raised, sustained (no change), series_changed, "
        "title_changed, pay_plan_changed or unknown.",
    ),
    click.option("--series", help="A series before or after the appeal, such as 0080."),
)


@click.group()
def command() -> None:
    """Browse and count the register of 238 real appeal decisions that comes with the program.

    It holds facts only, read from the head of each published page. A decision whose text you
    have ingested is shown beside it.
    """


@command.command("list")
@_filters
@json_option
def list_command(*, as_json: bool, **filters: str | None) -> None:
    """List decisions: number, date, from what to what, how it went, agency."""
    from index.decisions.joining import join_all

    held = _held()
    chosen = _chosen(filters, held)
    joined = join_all(chosen, held)
    if as_json:
        rows = [
            load(f"{_VIEWS}:entry_row")(entry, joined.get(place))
            for place, entry in enumerate(chosen)
        ]
        print_json(rows)
    else:
        click.echo(load(f"{_VIEWS}:list_text")(chosen, joined, width()))


@command.command("show")
@click.argument("number")
@date_option
@json_option
def show_command(number: str, *, on: str | None, as_json: bool) -> None:
    """Show all the register holds of a decision, beside its text where that is ingested.

    A number can be of several decisions; all of them are shown.
    """
    from index.decisions.joining import join_all
    from index.decisions.register import facts as register
    from index.decisions.values import same_number, spelled

    register.wanted(number=number)
    if on is not None and not DAY.fullmatch(on):
        raise UsageError(f'"{on}" is not a date', where="--date", hint="Write it as 2014-08-20.")
    from index.decisions.joining import unregistered

    held = _held()
    more = [e for e in unregistered(held) if same_number(e.number, number)]
    chosen = [*register.numbered(number, on), *(e for e in more if on in (None, e.date))]
    if not chosen:
        others = [*register.numbered(number), *more]
        dates = ", ".join(entry.date or "no date" for entry in others)
        raise QueryError(
            f"the register has no decision of this number{' and date' if others else ''}",
            where=spelled(number),
            hint=f"It has: {dates}."
            if others
            else "fes decision NUMBER looks among the texts you have ingested.",
        )
    joined = join_all(chosen, held)
    if as_json:
        rows = [
            load(f"{_VIEWS}:entry_row")(entry, joined.get(place))
            for place, entry in enumerate(chosen)
        ]
        print_json(rows)
        return
    texts = [
        load(f"{_VIEWS}:show_text")(entry, joined.get(place), width())
        for place, entry in enumerate(chosen)
    ]
    click.echo("\n\n".join(texts))


@command.command("stats")
@click.option("--by", default="outcome", show_default=True, metavar="WHAT",
              help="outcome, series, year, agency or pay-plan.")  # fmt: skip
@_filters
@json_option
def stats_command(*, by: str, as_json: bool, **filters: str | None) -> None:
    """Count decisions and how they went, and say what the sample is."""
    from index.decisions.register.facts import DIMENSIONS

    name = by.strip().casefold().replace("_", "-")
    if name not in DIMENSIONS:
        raise UsageError(
            f'nothing is counted by "{by[:40]}"',
            where="--by",
            hint=f"Count by {', '.join(DIMENSIONS[:-1])} or {DIMENSIONS[-1]}.",
        )
    chosen = _chosen(filters)
    if as_json:
        print_json(load(f"{_VIEWS}:stats_data")(name, chosen))
    else:
        click.echo(load(f"{_VIEWS}:stats_text")(name, chosen, width()))


def _chosen(filters: dict[str, str | None], held: Sequence[Decision] = ()) -> list[Entry]:
    """Return the entries wanted: of the register, then of what is held beside it."""
    from index.decisions.joining import unregistered
    from index.decisions.register import facts as register

    wanted = register.wanted(**filters)
    return [e for e in (*register.entries(), *unregistered(held)) if wanted.admits(e)]


def _held() -> list[Decision]:
    """Return the records of the decisions in the library; none, and none made, without one."""
    from index.record.storefile import FILE_NAME

    settings = load_settings()
    if not (settings.home / FILE_NAME).is_file():
        return []
    with open_library(settings) as library:
        return library.decisions()
