"""``fes search``: passages of the ingested documents that answer a question."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click

from assistant.cases.edits import read_text
from assistant.cli.find.filters import passage_filters
from assistant.cli.output import EMPTY, json_option, print_json, width, wrapped
from assistant.llm.libraries import open_library
from assistant.settings import load_settings
from assistant.text import safe_text
from core.errors import InputError, QueryError, UsageError
from core.reading import near
from index.search.series.imported import series_changes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from core.standards.series.changes import ListedChange
    from index.library import Library
    from index.models import Hit, Passage, Query

_NUMBERED = ("factor", "series", "grade", "since", "until")
# A line may hold keys of its writer's own: only one that is nearly a filter's name is refused.
_MISTYPED = 0.75
MOST_QUERIES = 10_000
MOST_BYTES = 50_000_000


@click.command()
@click.argument("query", nargs=-1)
@passage_filters
@click.option(
    "--queries",
    metavar="FILE",
    help='Answer many: one JSON object a line, {"query": ...} with any filter (- is standard '
    "input). Other keys are passed over.",
)
@json_option
def command(
    query: tuple[str, ...], *, queries: str | None, as_json: bool, **filters: str | int | None
) -> None:
    """Find passages that answer QUERY in the documents you have ingested."""
    if (queries is None) == (not query):
        raise UsageError(
            "give words to search for, or a file of searches, not both"
            if query
            else "there is nothing to search for",
            where="fes search",
            hint='For example: fes search "temporary duties", or --queries FILE.',
        )
    asked = (
        [_query({"query": " ".join(query), **filters}, "")]
        if queries is None
        else _read_queries(queries, filters)
    )
    settings = load_settings()
    changes = series_changes(settings.home)
    _say_series(asked, changes)
    with open_library(settings) as library:
        answers = []
        for number, one in enumerate(asked, start=1):
            try:
                answers.append(library.search(one))
                if queries is None:
                    _say_misspelt(library.misspelt(one))
            except QueryError as error:
                raise _at_line(error, number if queries is not None else None) from error
        is_empty = not library.documents()
        lacking = _lacking(library, asked[0]) if queries is None else []
        waiting = 0 if is_empty else library.incomplete()
        shown = [
            [
                _row(hit, library, changes)
                if as_json
                else hit_text(hit, one.query, library, changes=changes)
                for hit in hits
            ]
            for one, hits in zip(asked, answers, strict=True)
        ]
    if is_empty:
        sys.stderr.write(EMPTY)
    if waiting:
        sys.stderr.write(
            f"{waiting:,} passages were looked through by their words only: another process is "
            "making their vectors. Search again when it has finished.\n"
        )
    if as_json:
        for sentence in lacking:
            sys.stderr.write(safe_text(sentence) + "\n")
        print_json(shown[0] if queries is None else shown)
        return
    for one, hits in zip(asked, shown, strict=True):
        if queries is not None:
            click.echo(click.style(safe_text(f"? {one.query}"), bold=True))
        for sentence in lacking:
            click.echo(click.style(safe_text(sentence), bold=True))
        if not hits and not is_empty and not lacking:
            click.echo("Nothing relevant was found. Try other words, or fewer filters.")
        for hit in hits:
            click.echo(hit)


def _lacking(library: Library, asked: Query) -> list[str]:
    """Return what a search names and the library lacks, and what is looked in instead."""
    return [
        one.sentence() + (" What follows is from that guide." if one.instead else "")
        for one in library.not_held(asked)
    ]


def _say_misspelt(wrong: dict[str, str]) -> None:
    """Say on standard error what was looked for in place of words that stand nowhere."""
    for typed, meant in wrong.items():
        sys.stderr.write(safe_text(f"No document has “{typed}”; looked for “{meant}”.") + "\n")


def _say_series(asked: list[Query], changes: Mapping[str, ListedChange]) -> None:
    """Say on standard error which list the series looked for stand on, and what became of them."""
    from core.standards.series import series_code, standing

    codes: dict[str, None] = {}
    for one in asked:
        if one.series:
            # What is no series is refused by the search itself, with its place.
            with suppress(InputError):
                codes[series_code(one.series)] = None
    for code in codes:
        sys.stderr.write(f"{standing(code)}\n")
        if code in changes:
            sys.stderr.write(safe_text(changes[code].sentence()) + "\n")


def _row(hit: Hit, library: Library, changes: Mapping[str, ListedChange]) -> dict[str, object]:
    """Return a hit as the data other programs read.

    ``superseded``, ``doubts`` and ``series_since`` are there only where there is something to say.
    """
    passage = hit.passage
    row: dict[str, object] = {
        "rank": hit.rank,
        "score": hit.score,
        "passage": passage.id,
        "document": passage.document,
        "kind": passage.kind,
        "title": passage.title,
        "page": passage.page,
        "place": passage.place(),
        "citation": passage.citation,
        "heading": list(passage.heading),
        "factor": passage.factor,
        "level": passage.level,
        "stance": passage.stance,
        "attribution": passage.attribution,
        "text": passage.text,
    }
    if superseded := library.superseded(passage):
        row["superseded"] = superseded
    if doubts := library.doubts(passage):
        row["doubts"] = list(doubts)
    if since := _since(passage, changes):
        row["series_since"] = since
    return row


def _since(passage: Passage, changes: Mapping[str, ListedChange]) -> list[str]:
    """Return what became of the series that a passage is on."""
    if not changes:
        return []
    from core.standards.series.changes import named

    return [one.sentence() for one in named(changes, passage.series)]


class Places(Protocol):
    """What is asked of a library about a passage, as :class:`index.library.Library` answers it."""

    def place(self, passage: Passage, start: int) -> str:
        """Return the page that a stretch of a passage begins on."""

    def superseded(self, passage: Passage) -> str:
        """Return the sentence that marks a passage as superseded; empty when it is not."""

    def doubts(self, passage: Passage) -> tuple[str, ...]:
        """Return what is doubtful about the decision a passage is of."""


def hit_text(
    hit: Hit,
    query: str,
    places: Places,
    *,
    changes: Mapping[str, ListedChange] | None = None,
    room: int | None = None,
) -> str:
    """Return a hit as a person reads it: rank and title, place, headings, the best sentences.

    The place is the page of the sentences shown.
    """
    from index.search import snippets

    room = room or width()
    passage = hit.passage
    start, end = snippets.span(passage.text, query)
    snippet = (
        ("… " if start else "")
        + passage.text[start:end]
        + (" …" if end < len(passage.text) else "")
    )
    label = ""
    if passage.level is not None:
        label = f"Level {passage.level}"
        if passage.stance not in ("general", "standard"):
            label += f", {passage.stance.replace('_', ' ')}"
    told = (places.place(passage, start), label, passage.attribution, passage.id)
    place = " · ".join(part for part in told if part)
    lines = [
        *wrapped(passage.title, room, indent=5, first=f"{hit.rank:3}  ", bold=True),
        *wrapped(place, room, indent=5),
        *wrapped(" › ".join(passage.heading), room, indent=5),
        *wrapped(places.superseded(passage), room, indent=5, bold=True),
        *(line for one in places.doubts(passage) for line in wrapped(f"! {one}", room, indent=5)),
        *wrapped(" ".join(_since(passage, changes or {})), room, indent=5, bold=True),
        # An item of a list in the law says nothing without what introduces it.
        *wrapped(passage.lead, room, indent=7),
        *wrapped(snippet, room, indent=7),
    ]
    return "\n".join(lines) + "\n"


def _query(fields: dict[str, object], where: str) -> Query:
    from pydantic import ValidationError

    from index.models import Query

    # Numbers are taken for a factor or a series, as JSON writers are wont to give them.
    given = {
        name: str(value) if name in _NUMBERED and isinstance(value, int) else value
        for name, value in fields.items()
        if value is not None
    }
    try:
        return Query.model_validate(given, strict=True)
    except ValidationError as error:
        wrong = error.errors()[0]
        field = ".".join(map(str, wrong["loc"]))
        raise QueryError(
            f'"{field}" is not usable: {wrong["msg"].lower()}',
            where=where or "query",
            hint='A line is like {"query": "temporary duties", "kind": "guide", "k": 5}.',
        ) from error


def _read_queries(file: str, filters: dict[str, str | int | None]) -> list[Query]:
    from index.models import Query

    found: list[Query] = []
    for number, line in enumerate(_lines(file), start=1):
        where = f"{_name(file)}, line {number}"
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise QueryError(
                "the line is not JSON", where=where, hint='Write {"query": "..."} on each line.'
            ) from error
        if not isinstance(fields, dict) or "query" not in fields:
            raise QueryError(
                'the line has no "query"', where=where, hint='Write {"query": "..."} on each line.'
            )
        for key in fields.keys() - Query.model_fields.keys():
            if meant := near(key, Query.model_fields, cutoff=_MISTYPED):
                raise QueryError(f'there is no filter "{key}"', where=where, hint=meant.rstrip())
        known = {key: value for key, value in fields.items() if key in Query.model_fields}
        found.append(_query({**filters, **known}, where))
        if len(found) > MOST_QUERIES:
            raise QueryError(
                f"there are more than {MOST_QUERIES} searches",
                where=_name(file),
                hint="Part the file.",
            )
    if not found:
        raise QueryError(
            "there is no search in it", where=_name(file), hint='Write {"query": "..."} on a line.'
        )
    return found


def _lines(file: str) -> list[str]:
    if file != "-":
        path = Path(file)
        wanted = 'a file of one {"query": "..."} a line'
        return read_text(path, error=InputError, wanted=wanted, largest=MOST_BYTES).split("\n")
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise InputError("the file is not UTF-8 text", where=_name(file)) from error


def _name(file: str) -> str:
    return "standard input" if file == "-" else Path(file).name


def _at_line(error: QueryError, number: int | None) -> QueryError:
    if number is None:
        return error
    return QueryError(error.message, where=f"search {number}, {error.where}", hint=error.hint)
