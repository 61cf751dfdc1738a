"""What ``fes series`` prints: the list, one series, and the candidates for a kind of work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

import click

from assistant.cli.output import wrapped
from assistant.text import safe_text
from core.standards import series as core_series

if TYPE_CHECKING:
    from core.standards.series import Pattern, Series
    from index.models import Passage
    from index.search.series.finding import Candidate, Found

ISSUED: Final = {
    "standard": "a classification standard",
    "flysheet": "a flysheet, without grading criteria of its own",
    "family": "a job family standard",
    "none": "nothing by this Handbook's marks",
}
MARKS: Final = {"one": "1", "two": "2", "both": "1+2"}
INTERVALS: Final = {
    "one": "one-grade interval work",
    "two": "two-grade interval work",
    "both": "one-grade and two-grade interval work",
}
TRADES: Final = (
    "White collar series only. Trades, crafts and labor (codes from 2500) are the Federal Wage "
    "System's, Part II of the same Handbook."
)
NO_DEFINITIONS: Final = (
    "The library holds no series definitions, so these are ranked by titles and everyday words "
    "alone. Ingest the Handbook of Occupational Groups and Families for the definitions."
)
READ_IT: Final = (
    "Candidates to read, not a classification: the primary work and the knowledge it needs "
    "decide the series."
)


def list_text(rows: Sequence[Series], width: int) -> str:
    """Return the series by group: code, interval and title."""
    groups = {group.code: group for group in core_series.groups()}
    lines = []
    for code, members in groupby(rows, key=lambda one: one.group):
        group = groups[code]
        lines += ["", click.style(f"{code}  {group.title} (p. {group.page})", bold=True)]
        for one in members:
            mark = MARKS[core_series.pattern(one.code).interval]
            note = {"restricted": f" [only {one.users}]", "added": " [since the Handbook]"}
            lines += wrapped(
                one.title + note.get(one.status, ""),
                width,
                indent=13,
                first=f"  {one.code}  {mark:3}  ",
            )
    lines += [
        "",
        *wrapped(
            f"{len(rows)} series. 1, 2: grade interval; 1+2: both kinds of work. "
            f"{core_series.edition()}; intervals: {core_series.INTERVAL_SOURCE}.",
            width,
        ),
        *wrapped(TRADES, width),
    ]
    return "\n".join(lines).lstrip("\n")


def interval_text(pattern: Pattern) -> str:
    """Return a sentence on the usual interval, with its page."""
    where = f"{core_series.INTERVAL_SOURCE}, p. {pattern.page}"
    if not pattern.listed:
        return f"Normally one-grade interval work only: not on the two-grade list ({where})."
    return f"Normally {INTERVALS[pattern.interval]} ({where})."


def show_text(one: Series, passages: Sequence[Passage], width: int) -> str:
    """Return one series: its facts, then its definition verbatim where the library has it."""
    group = core_series.group_of(one.code)
    lines = [click.style(f"{one.code}  {one.title}", bold=True), ""]
    facts = [
        ("Group", f"{group.code}  {group.title}" if group else one.group),
        ("Interval", interval_text(core_series.pattern(one.code))),
        ("Place", f"{one.source}, p. {one.page}{'' if one.defined else ' (listed, not defined)'}"),
        ("Issued", ISSUED[one.issued]),
    ]
    if one.status == "restricted":
        facts[-1] = ("Use", f"Only {one.users}.")
    if one.status == "cancelled":
        facts = [facts[0], ("Place", f"Cancelled by {one.source}, p. {one.page}.")]
    if one.status == "added":
        facts[-1] = ("Issued", "after the Handbook of December 2018, which does not list it")
    if one.differences:
        facts.append(("Lists", one.differences))
    for label, text in facts:
        lines += wrapped(text, width, indent=10, first=f"{label:10}")
    lines.append("")
    if not passages:
        lines += wrapped(
            "The library holds no definition of this series. Read it in the document named above, "
            "or add that document with: fes ingest PATH",
            width,
        )
    for passage in passages:
        lines += [*wrapped(place(passage), width), *_verbatim(passage, width), ""]
    return "\n".join(lines).rstrip()


def place(passage: Passage) -> str:
    """Return where a passage stands: title, page or paragraph, and its id."""
    return " · ".join(part for part in (passage.title, passage.place(), passage.id) if part)


def _verbatim(passage: Passage, width: int) -> Iterator[str]:
    for paragraph in safe_text(passage.text).split("\n\n"):
        for line in paragraph.split("\n") if "\u2022" in paragraph else [paragraph]:
            yield from wrapped(line, width, indent=2)


def found_text(found: Found, text: str, width: int) -> str:
    """Return the candidates with the deciding passage of each and its place."""
    lines = []
    if not found.defined:
        lines += [*wrapped(NO_DEFINITIONS, width), ""]
    if found.trade is not None:
        lines += [
            *wrapped(
                f"The nearest definition in the library is a trade's: {found.trade.code} "
                f"{found.trade.title} ({place(found.trade.passage)}). Trades, crafts and labor "
                "are not General Schedule work.",
                width,
            ),
            "",
        ]
    for rank, one in enumerate(found.candidates, start=1):
        lines += _candidate(rank, one, text, width, with_definitions=bool(found.defined))
    lines += list(wrapped(READ_IT, width))
    return "\n".join(lines)


def _candidate(
    rank: int, one: Candidate, text: str, width: int, *, with_definitions: bool
) -> Iterator[str]:
    from index.search import snippets

    mark = core_series.pattern(one.code).interval
    yield click.style(f"{rank:2}  {one.code}  {one.title}", bold=True)
    if one.passage is not None:
        start, end = snippets.span(one.passage.text, text)
        cut = one.passage.text[start:end]
        shown = ("… " if start else "") + cut + (" …" if end < len(one.passage.text) else "")
        yield from wrapped(place(one.passage), width, indent=4)
        yield from wrapped(shown, width, indent=6)
    elif with_definitions:
        yield from wrapped("No definition of it in the library: by title alone.", width, indent=4)
    words = f"Shared words: {', '.join(one.shared)}. " if one.shared else ""
    yield from wrapped(f"{words}Interval: {INTERVALS[mark]}.", width, indent=4)
    yield ""


def series_row(one: Series) -> dict[str, object]:
    """Return a series as the data other programs read."""
    pattern = core_series.pattern(one.code)
    group = core_series.group_of(one.code)
    return {
        "code": one.code,
        "title": one.title,
        "group": one.group,
        "group_title": group.title if group else None,
        "status": one.status,
        "users": one.users or None,
        "source": one.source,
        "page": one.page,
        "defined": one.defined,
        "issued": one.issued,
        "interval": None if one.status == "cancelled" else pattern.interval,
        "interval_listed": pattern.listed,
        "interval_source": core_series.INTERVAL_SOURCE,
        "interval_page": pattern.page,
        "differences": one.differences or None,
    }


def passage_rows(passages: Iterable[Passage]) -> list[dict[str, object]]:
    """Return passages with their places as data."""
    return [
        {
            "passage": one.id,
            "document": one.document,
            "title": one.title,
            "page": one.page,
            "heading": list(one.heading),
            "text": one.text,
        }
        for one in passages
    ]


def found_data(found: Found) -> dict[str, object]:
    """Return the candidates as data; ``by`` says what they were ranked by."""
    trade = found.trade
    return {
        "by": "definitions" if found.defined else "titles",
        "definitions": found.defined,
        "candidates": [
            {
                "rank": rank,
                "code": one.code,
                "title": one.title,
                "score": one.score,
                "interval": core_series.pattern(one.code).interval,
                "shared": list(one.shared),
                "definition": passage_rows([one.passage])[0] if one.passage else None,
            }
            for rank, one in enumerate(found.candidates, start=1)
        ],
        "trade": None
        if trade is None
        else {
            "code": trade.code,
            "title": trade.title,
            "definition": passage_rows([trade.passage])[0],
        },
    }
