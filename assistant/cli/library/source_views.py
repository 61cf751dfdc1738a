"""What ``fes sources`` prints: the catalogue, a sync, what is held, and where words come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from assistant.cli.output import wrapped
from assistant.text import one_line

if TYPE_CHECKING:
    from index.sources.catalogue import Source
    from index.sources.sync import HeldStatus, SyncResult
    from index.sources.tracing import Trace

KINDS = {
    "guide": "Handbooks: how to classify",
    "standard": "Standards and grading guides",
    "regulation": "Statute and regulations",
    "decision": "Appeal decisions",
    "other": "Other pages",
}
MOST_PLANNED = 30
"""How many sources a plan names; the rest is counted."""
LONGEST = 400
"""Characters shown of the words that are traced."""

MARKS = {"document": "", "cited": "", "no": " [address not verified]"}


def _lines(text: str, width: int, *, indent: int, first: str = "") -> Iterator[str]:
    """Yield the lines of a text, in which addresses are left whole."""
    yield from wrapped(text, width, indent=indent, first=first, whole_words=True)


# --- the catalogue -----------------------------------------------------------------------


def catalogue_text(
    sources: Sequence[Source], held: dict[str, str], width: int, *, collapse: bool
) -> str:
    """Return the catalogue for reading.

    Args:
        sources: What to list, by kind.
        held: The moment each held source was fetched, by name.
        width: The columns of the terminal.
        collapse: Whether decisions are counted instead of listed.
    """
    lines: list[str] = []
    for kind, heading in KINDS.items():
        own = [source for source in sources if source.kind == kind]
        if not own:
            continue
        lines += ["", click.style(f"{heading} ({len(own)})", bold=True)]
        if kind == "decision" and collapse:
            count = len({code for source in own for code in source.series})
            lines += _lines(
                f"{len(own)} decisions in {count} series, each with the address it was read at. "
                "List them with --kind decision, or those of a series with --series 0343.",
                width,
                indent=2,
            )
            continue
        for source in own:
            lines += _source_lines(source, held.get(source.name, ""), width)
    lines += ["", *_lines(_legend(sources), width, indent=0)]
    return "\n".join(lines).lstrip("\n")


def _source_lines(source: Source, retrieved: str, width: int) -> Iterator[str]:
    state = f"  held since {retrieved[:10]}" if retrieved else ""
    yield f"  {click.style(one_line(source.name), bold=True)}{state}"
    edition = f" ({source.edition})" if source.edition else ""
    purpose = "" if source.kind == "decision" else f": for {source.good_for}"
    about = f"{source.title}{edition}{purpose}{MARKS[source.verified]}"
    yield from _lines(about, width, indent=6)


def _legend(sources: Iterable[Source]) -> str:
    count = Counter(source.verified for source in sources)
    return (
        f"Of these addresses {count['document']} were read at some time by those who made the "
        f"catalogue, {count['cited']} are cited in public material, and {count['no']} only follow "
        "the form of the others and may be wrong. Fetch with: fes sources sync --only NAME"
    )


def plan_text(sources: Sequence[Source], width: int) -> str:
    """Return what a sync of these would fetch, without fetching it."""
    count = len(sources)
    lines = [f"{count} document{'' if count == 1 else 's'} would be fetched:", ""]
    for source in sources[:MOST_PLANNED]:
        lines += _lines(f"{source.name}  from {source.host}", width, indent=6, first="  ")
    if count > MOST_PLANNED:
        lines.append(f"  and {count - MOST_PLANNED} more: fes sources list")
    return "\n".join(lines)


# --- a sync ------------------------------------------------------------------------------


def result_text(result: SyncResult) -> str:
    """Return what became of one source, as one line."""
    if result.status == "failed":
        return f"{'failed':10} {one_line(result.name)}"
    counts = f"{result.passages:,} passages, {size_text(result.bytes)}"
    if result.pages:
        counts = f"{result.pages} pages, {counts}"
    named = one_line(result.name)
    if result.document != result.name:
        named = f"{named} as {one_line(result.document)}"
    return f"{result.status:10} {named} ({counts})"


def size_text(size: int) -> str:
    """Return a number of bytes for reading."""
    if size < 1024**2:
        return f"{max(1, round(size / 1024)):,} KB"
    return f"{size / 1024**2:,.1f} MB"


# --- what is held ------------------------------------------------------------------------


def status_text(states: Sequence[HeldStatus], now: datetime, width: int) -> str:
    """Return what is held, its age and, when asked, what has changed upstream."""
    lines: list[str] = []
    for state in states:
        held, version = state.held, state.held.current
        lines.append(click.style(one_line(held.name), bold=True))
        facts = f"fetched {_day(version.retrieved)} ({_age(version.retrieved, now)}), "
        facts += size_text(version.bytes)
        if _day(held.checked) != _day(version.retrieved):
            facts += f"; last asked for {_day(held.checked)} ({_age(held.checked, now)})"
        if held.former:
            before = len(held.former)
            facts += f"; {before} former version{'' if before == 1 else 's'} kept"
        lines += _lines(facts, width, indent=4)
        if version.document != held.name:
            lines += _lines(f"in the library as {version.document}", width, indent=4)
        lines += [line for note in notes(state) for line in _lines(note, width, indent=4)]
    return "\n".join(lines)


def notes(state: HeldStatus) -> list[str]:
    """Return what a person should know of a held source, in sentences."""
    found = []
    if state.failure:
        found.append(f"could not be asked: {state.failure}")
    if state.upstream is not None:
        changed = state.upstream.changed
        if changed is None:
            found.append(f"whether it has changed cannot be told: {state.upstream.note}")
        else:
            found.append("changed upstream: sync it" if changed else "unchanged upstream")
    if not state.is_kept:
        found.append("its file is gone or damaged: sync it again")
    if state.source is None:
        found.append("no longer in the catalogue")
    elif state.source.url != state.held.current.url:
        found.append(f"the catalogue has another address for it now: {state.source.url}")
    return found


def _day(moment: str) -> str:
    return one_line(moment)[:10]


def _age(moment: str, now: datetime) -> str:
    try:
        then = datetime.fromisoformat(moment)
    except ValueError:
        return "at an unknown time"
    if then.tzinfo is None:
        then = then.replace(tzinfo=UTC)
    days = (now - then).days
    if days <= 0:
        return "today"
    return "yesterday" if days == 1 else f"{days} days ago"


# --- where words come from ---------------------------------------------------------------


def trace_text(trace: Trace, width: int) -> str:
    """Return where words come from, for reading."""
    lines = list(_lines(_short(trace.words), width, indent=2, first="“"))
    lines[-1] += "”"
    edition = f" ({trace.edition})" if trace.edition else ""
    place = f"p. {trace.page}" if trace.page is not None else ""
    if trace.paragraph is not None and not place:
        place = f"paragraph {trace.paragraph}"
    rows = [
        ("passage", trace.passage or "none: this version has been replaced"),
        ("document", f"{trace.title}{edition}"),
        ("place", place or "no pages or paragraphs are numbered"),
        ("heading", " > ".join(trace.heading)),
        ("file", f"{trace.file} ({trace.file_state})"),
        ("sha256", trace.sha256),
        ("read", _moment(trace.read)),
    ]
    if trace.version is not None:
        rows += [
            ("fetched", f"{_moment(trace.version.retrieved)} as {trace.source}"),
            ("from", trace.version.url),
        ]
        if trace.version.final_url != trace.version.url:
            rows.append(("sent by", trace.version.final_url))
        if trace.checked and trace.checked != trace.version.retrieved and not trace.replaced:
            rows.append(("asked", f"{_moment(trace.checked)}: it had not changed"))
    if trace.replaced:
        rows.append(("replaced", f"{_moment(trace.replaced)} by the version held now"))
    for label, value in rows:
        if value:
            lines += _lines(value, width, indent=12, first=f"  {label:9} ")
    return "\n".join(lines)


def _moment(text: str) -> str:
    return one_line(text).replace("T", " ").replace("+00:00", " UTC")


def _short(words: str) -> str:
    plain = one_line(words)
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST].rsplit(' ', 1)[0]} …"
