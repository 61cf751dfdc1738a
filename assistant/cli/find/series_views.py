"""What ``fes series`` prints: the list, one series, and the candidates for a kind of work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

import click

from assistant.cli.output import wrapped
from assistant.text import safe_text
from core.standards import series as core_series

if TYPE_CHECKING:
    from pathlib import Path

    from core.standards.series import Pattern, Series
    from core.standards.series.changes import ListedChange, SeriesList
    from index.models import Passage
    from index.search.series.finding import Candidate, Found
    from index.search.series.trades import TradeTitle

    Changes = Mapping[str, ListedChange]

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
IMPORT: Final = "A list of what became of them can be imported: fes series import FILE."
CATCH_ALL: Final = (
    "A series for work that no other covers: read the more specific ones first, and use it only "
    "when none of them fits."
)
READ_IT: Final = (
    "Candidates to read, not a classification: the primary work and the knowledge it needs "
    "decide the series."
)


def list_text(rows: Sequence[Series], changes: Changes, width: int) -> str:
    """Return the series by group: code, interval, title, and what became of it since."""
    groups = {group.code: group for group in core_series.groups()}
    lines = []
    for code, members in groupby(rows, key=lambda one: one.group):
        group = groups[code]
        lines += ["", click.style(f"{code}  {group.title} (p. {group.page})", bold=True)]
        for one in members:
            mark = MARKS[core_series.pattern(one.code).interval]
            note = {"restricted": f" [only {one.users}]", "added": " [since the Handbook]"}
            since = f" [{changes[one.code].change.says()}]" if one.code in changes else ""
            lines += wrapped(
                one.title + note.get(one.status, "") + since,
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
        *wrapped(since_text(changes), width),
    ]
    return "\n".join(lines).lstrip("\n")


def since_text(changes: Changes) -> str:
    """Return a sentence on what is known of changes since the lists held here."""
    lists = dict.fromkeys((one.title, one.date) for one in changes.values())
    if not lists:
        return f"{core_series.standing()} {IMPORT}"
    named = "; ".join(f"“{title}” of {date.isoformat()}" for title, date in lists)
    return f"{core_series.standing()} Marked with what became of them by: {named}."


def interval_text(pattern: Pattern) -> str:
    """Return a sentence on the usual interval, with its page."""
    where = f"{core_series.INTERVAL_SOURCE}, p. {pattern.page}"
    if not pattern.listed:
        return f"Normally one-grade interval work only: not on the two-grade list ({where})."
    return f"Normally {INTERVALS[pattern.interval]} ({where})."


def show_text(one: Series, passages: Sequence[Passage], changes: Changes, width: int) -> str:
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
    if one.code in changes:
        facts.append(("Since", changes[one.code].sentence()))
    facts.append(("As of", core_series.standing(one.code)))
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


def found_text(
    found: Found,
    text: str,
    changes: Changes,
    width: int,
    place_of: Callable[[Passage, int], str],
) -> str:
    """Return the candidates with the deciding passage of each and the place of its words."""
    lines = []
    if not found.defined:
        lines += [*wrapped(NO_DEFINITIONS, width), ""]
    if found.trade_title is not None:
        lines += [*wrapped(_trade_title(found.trade_title), width), ""]
        if found.trade is not None:
            at, said = _shown(found.trade.passage, text, place_of)
            lines += [*wrapped(at, width, indent=4), *wrapped(said, width, indent=6), ""]
    elif found.trade is not None:
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
        shown = _shown(one.passage, text, place_of) if one.passage else None
        asked = f"titled basic title {text}"
        titled = _shown(one.titling, asked, place_of) if one.titling else None
        lines += _candidate(rank, one, shown, titled, width, with_definitions=bool(found.defined))
        if one.code in changes:
            lines[-1:] = [*wrapped(changes[one.code].sentence(), width, indent=4, bold=True), ""]
    lines += wrapped(f"{READ_IT} {since_text(changes)}", width)
    return "\n".join(lines)


def _trade_title(named: TradeTitle) -> str:
    """Return what a trade's title says of the pay system, with the documents that say so."""
    codes = "; ".join(f"{one.code} {one.title} (p. {one.page})" for one in named.near[:_NEAR])
    if len(named.near) > _NEAR:
        codes += f" and {len(named.near) - _NEAR} more"
    family = f", job family {named.family} {named.family_title}" if named.family else ""
    what = (
        "is the title of a trade" if named.whole else "reads like the title of a trade, nearest to"
    )
    return (
        f"“{named.title}” {what}: {codes}{family}, of the {core_series.edition()}, Part II. Work "
        "that needs a trade, a craft or labor above all is of the Federal Wage System and outside "
        "the General Schedule (5 U.S.C. 5102(c)(7); Introduction to the Position Classification "
        f"Standards, Section IV.A, p. 20). As a {_PLANS[named.plan]} it is of pay plan "
        f"{named.plan}; it is graded by OPM's job grading standards for trades, crafts and labor, "
        "which are not held here (opm.gov, Classification & Qualifications, Federal Wage System). "
        "A title only leads: where the duties need other knowledge above all, name them, and the "
        "General Schedule's series are weighed."
    )


_NEAR: Final = 4
_PLANS: Final = {"WG": "worker", "WL": "leader", "WS": "supervisor"}


def _shown(passage: Passage, text: str, place_of: Callable[[Passage, int], str]) -> tuple[str, str]:
    """Return where the words of a definition nearest to a description stand, and the words."""
    from index.search import snippets

    start, end = snippets.span(passage.text, text)
    cut = passage.text[start:end]
    shown = ("… " if start else "") + cut + (" …" if end < len(passage.text) else "")
    at = place_of(passage, start)
    return " · ".join(part for part in (passage.title, at, passage.id) if part), shown


def _candidate(
    rank: int,
    one: Candidate,
    definition: tuple[str, str] | None,
    titling: tuple[str, str] | None,
    width: int,
    *,
    with_definitions: bool,
) -> Iterator[str]:
    mark = core_series.pattern(one.code).interval
    yield click.style(f"{rank:2}  {one.code}  {one.title}", bold=True)
    if definition is not None:
        yield from wrapped(definition[0], width, indent=4)
        yield from wrapped(definition[1], width, indent=6)
    elif with_definitions:
        yield from wrapped("No definition of it in the library: by title alone.", width, indent=4)
    spoke = f"By its {' and its '.join(one.spoke)}. " if one.spoke else ""
    if one.announced:
        spoke += f"Jobs were announced under it as “{one.announced}”. "
    words = f"Shared words: {', '.join(one.shared)}. " if one.shared else ""
    yield from wrapped(f"{spoke}{words}Interval: {INTERVALS[mark]}.", width, indent=4)
    if one.catch_all:
        yield from wrapped(CATCH_ALL, width, indent=4)
    if titling is not None:
        yield from wrapped(f"How it is titled: {titling[0]}", width, indent=4)
        yield from wrapped(titling[1], width, indent=6)
    yield ""


def since_row(code: str, changes: Changes) -> dict[str, object] | None:
    """Return what became of a series by the lists imported; None when they do not name it."""
    found = changes.get(code)
    if found is None:
        return None
    change = found.change
    return {
        "became": change.became,
        "into": list(change.into),
        "title": change.title or None,
        "effective": change.effective.isoformat() if change.effective else None,
        "note": change.note or None,
        "list": found.title,
        "list_date": found.date.isoformat(),
        "list_source": found.source or None,
        "text": found.sentence(),
    }


def series_row(one: Series, changes: Changes) -> dict[str, object]:
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
        "as_of": one.as_of,
        "interval_as_of": core_series.INTERVAL_EDITION,
        "standing": core_series.standing(one.code),
        "since": since_row(one.code, changes),
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


def found_data(found: Found, changes: Changes) -> dict[str, object]:
    """Return the candidates as data; ``by`` says what they were ranked by."""
    trade, named = found.trade, found.trade_title
    return {
        "by": "definitions" if found.defined else "titles",
        "definitions": found.defined,
        "standing": core_series.standing(),
        "candidates": [
            {
                "rank": rank,
                "code": one.code,
                "title": one.title,
                "score": one.score,
                "interval": core_series.pattern(one.code).interval,
                "shared": list(one.shared),
                "spoke": list(one.spoke),
                "announced_title": one.announced or None,
                "catch_all": one.catch_all,
                "titling": passage_rows([one.titling])[0] if one.titling else None,
                "definition": passage_rows([one.passage])[0] if one.passage else None,
                "since": since_row(one.code, changes),
            }
            for rank, one in enumerate(found.candidates, start=1)
        ],
        "trade_title": None
        if named is None
        else {
            "near": [
                {"code": one.code, "title": one.title, "page": one.page} for one in named.near
            ],
            "family": named.family or None,
            "family_title": named.family_title or None,
            "plan": named.plan,
            "whole": named.whole,
        },
        "trade": None
        if trade is None
        else {
            "code": trade.code,
            "title": trade.title,
            "definition": passage_rows([trade.passage])[0],
        },
    }


def imported_data(one: SeriesList, kept: Path) -> dict[str, object]:
    """Return what was imported as data."""
    return {
        "title": one.title,
        "date": one.date.isoformat(),
        "source": one.source or None,
        "changes": [change.model_dump(mode="json") for change in one.changes],
        "not_listed": _not_listed(one),
        "path": str(kept),
    }


def imported_text(one: SeriesList, kept: Path, width: int) -> str:
    """Return what was imported: how many series, and those that no list held here has."""
    counts = Counter(change.became for change in one.changes)
    many = ", ".join(f"{count} {became}" for became, count in sorted(counts.items()))
    said = [f"“{one.title}” of {one.date.isoformat()}: {len(one.changes)} series ({many})."]
    unknown = _not_listed(one)
    if unknown:
        said.append(f"In no list held here: {', '.join(unknown)}. Check these numbers.")
    said.append(
        "Each is marked wherever it is shown; no points or grade rest on it. Kept as "
        f"{kept}: delete that file to forget the list."
    )
    return "\n".join(line for text in said for line in wrapped(text, width, whole_words=True))


def _not_listed(one: SeriesList) -> list[str]:
    return [
        change.series
        for change in one.changes
        if core_series.find_series(change.series) is None
        and core_series.grade_interval(change.series) is None
    ]
