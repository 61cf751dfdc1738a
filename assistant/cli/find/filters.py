"""The filters of a search, declared once: what they are called, and what they take."""

from __future__ import annotations

import re
from typing import Final

import click

from assistant.cli.output import options

DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
"""A day as an option takes it."""
date_option = click.option(
    "--date",
    "on",
    metavar="D",
    help="Of several decisions of one number, the one of this date (2014-08-20).",
)
_OF_DECISIONS: Final = (
    click.option("--outcome", help="Decisions: raised, lowered, sustained, series_changed, ..."),
    click.option("--agency", help="Decisions: part of the department's or component's name."),
    click.option("--since", help="Decisions of this year or day (2014, 2014-08-20) or later."),
    click.option("--until", help="Decisions of this year or day or earlier."),
    click.option("--grade", help="Decisions: the grade decided, such as GS-11."),
)
_OF_LEVELS: Final = (
    click.option("--series", help="An occupational series, such as 0343."),
    click.option("--factor", help="A factor's number, such as 2 or 4A."),
    click.option("--level", help="A factor level, such as 2-4."),
    click.option(
        "--stance",
        help="Of a decision's paragraph: met, refused (not_met), claim, credited, "
        "comparison_refused, standard.",
    ),
)
_DOCUMENT: Final = click.option("--document", help="One document's id.")
_HOW_MANY: Final = click.option(
    "-k", type=int, default=10, show_default=True, help="How many are shown."
)

passage_filters = options(
    click.option("--kind", help="standard, guide, decision, regulation, digest or other."),
    *_OF_LEVELS,
    _DOCUMENT,
    *_OF_DECISIONS,
    _HOW_MANY,
)
"""What narrows a search of passages."""

precedent_filters = options(*_OF_LEVELS, _DOCUMENT, *_OF_DECISIONS, _HOW_MANY)
"""What narrows a search of what decisions say of a level."""
