"""Putting a paper's text together: runs from plain words, and notes numbered as they are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from assistant.papers.content import (
    Block,
    Callout,
    Column,
    Entry,
    Listing,
    Paper,
    Paragraph,
    Particulars,
    Run,
    Section,
    Table,
    Text,
    blocks,
    parts,
    texts,
)
from assistant.text import in_words, safe_text
from core.law.rules import mixed_rules, rule
from core.model import Citation, Evidence, Notice

if TYPE_CHECKING:
    from assistant.papers.subject import Matter

Said = str | Run | Text

_DAY: Final = re.compile(r"(?<![\w-])(\d\d\d\d-\d\d-\d\d)(?![\w-])")
_CRITERION: Final = re.compile(r" \(\d+[A-Z]?-\w+\.[\w-]+\)")
"""The name by which commands take a criterion, beside the one a reader knows."""
_MARKED: Final = re.compile(r"^\s*(?:[-*•▪◦●o–—]|\(?\d\d?[.)]|\(?[a-z][.)](?=\s+[A-Z]))\s+(?=\S)")
"""What marks an item of a list in a document; the list of a paper has marks of its own."""


def say(*said: Said) -> Text:
    """Return a text of words, runs and texts, one after another; every word is made safe."""
    runs: list[Run] = []
    for one in said:
        if isinstance(one, str):
            runs.append(_run(one))
        elif isinstance(one, Run):
            runs.append(one)
        else:
            runs.extend(one)
    return _together(run for run in runs if run.text or run.note is not None)


def _together(runs: Iterable[Run]) -> Text:
    """Return runs with those of one style, side by side, as one; a gap stays by itself."""
    found: list[Run] = []
    for run in runs:
        before = found[-1] if found else None
        if before and run.text and before.text and run.style == before.style != "blank":
            found[-1] = before.model_copy(update={"text": before.text + run.text})
        else:
            found.append(run)
    return tuple(found)


def _run(words: str) -> Run:
    """Return words as a run, on one line, with the blanks at their ends kept."""
    safe = safe_text(words).replace("\n", " ").replace("\t", " ")
    while "  " in safe:
        safe = safe.replace("  ", " ")
    return Run(text=safe)


def strong(words: str) -> Run:
    """Return words that carry weight."""
    return _run(words).model_copy(update={"style": "strong"})


def soft(words: str) -> Run:
    """Return words set apart: what is ours, what is beside the matter."""
    return _run(words).model_copy(update={"style": "emphasis"})


def code(words: str) -> Run:
    """Return characters to be read one by one, such as a fingerprint."""
    return _run(words).model_copy(update={"style": "code"})


def blank(what: str) -> Run:
    """Return a gap to be filled, naming what belongs there."""
    return Run(text=f"[{_run(what).text}]", style="blank")


def told(sentence: str) -> str:
    """Return a sentence of the core as a paper has it: days written out, no names of commands'."""
    return _CRITERION.sub("", days_written(sentence))


def days_written(sentence: str) -> str:
    """Return a sentence with its days written out."""
    return _DAY.sub(lambda found: day(date.fromisoformat(found[1])), sentence)


def unmarked(words: str) -> str:
    """Return words from a document without the mark or number of the list they stood in."""
    return _MARKED.sub("", words)


def or_blank(words: str, what: str) -> Text:
    """Return the words, or a gap that names what is not stated."""
    return say(words) if words.strip() else say(blank(what))


def paragraph(*said: Said) -> Paragraph:
    return Paragraph(text=say(*said))


def lead(*said: Said) -> Paragraph:
    """Return a paragraph that leads to what follows it, and stays with it on one page."""
    return Paragraph(text=say(*said), role="lead")


def remark(*said: Said) -> Paragraph:
    """Return a paragraph beside the text: how to read it, what it does not say."""
    return Paragraph(text=say(*said), role="remark")


def answer(*said: Said) -> Paragraph:
    """Return a paragraph of the answer, which a reader meets first."""
    return Paragraph(text=say(*said), role="answer")


def bullets(items: Iterable[Text], *, numbered: bool = False) -> tuple[Block, ...]:
    """Return items as a list, or nothing when there are none."""
    found = tuple(items)
    return (Listing(items=found, numbered=numbered),) if found else ()


def sourced(one: Evidence) -> Text:
    """Return a piece of evidence with who or what says so; a gap where nobody does."""
    return say(one.text, f" ({one.source})" if one.source else say(" (", blank("source"), ")"))


def by_aspect(told: Sequence[tuple[Text, tuple[Text, ...]]]) -> list[Block]:
    """Return what is found of each aspect with its evidence, the aspect named once."""
    if all(len(pieces) == 1 for _, pieces in told):
        return [*bullets(say(head, ": ", pieces[0]) for head, pieces in told)]
    found: list[Block] = []
    for head, pieces in told:
        found += [lead(head, ":"), *bullets(pieces)]
    return found


def particulars(entries: Mapping[str, Text]) -> Particulars:
    """Return labels with their values."""
    return Particulars(
        entries=tuple(Entry(label=label, value=value) for label, value in entries.items())
    )


def table(
    caption: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Said]],
    *,
    total: bool = False,
) -> Table:
    """Return a table whose cells may be words, runs or texts."""
    return Table(
        caption=caption,
        columns=tuple(columns),
        rows=tuple(tuple(say(cell) for cell in row) for row in rows),
        total=total,
    )


class _Source(NamedTuple):
    """One source of a note: the section of law, the document, its edition, the place in it."""

    section: str
    document: str
    edition: str
    place: str

    def label(self, *, edition: bool) -> str:
        """Return the source as written, with the document's edition or without."""
        dated = f" ({self.edition})" if edition and self.edition else ""
        named = f"{self.section}; " if self.section else ""
        place = f", {self.place}" if self.place else ""
        return f"{named}{self.document}{dated}{place}"


class Notes:
    """The notes a paper calls: each the sources of one statement, each written once.

    A document's edition stands in the first note that cites it.
    """

    def __init__(self) -> None:
        self._numbers: dict[tuple[_Source, ...], int] = {}
        self._documents: dict[str, None] = {}

    def __call__(self, *citations: Citation) -> Text:
        """Return the mark of the note for some citations."""
        return self._mark([_source(one) for one in citations])

    def rules(self, codes: Iterable[str]) -> Text:
        """Return the mark of the note for rules of procedure: the section of law, and where."""
        known = mixed_rules()
        sources = []
        for code_ in codes:
            found = known[code_] if code_ in known else rule(code_)
            section = found.regulation
            if section.partition(" CFR ")[2] in found.citation.label():
                section = ""
            sources.append(_source(found.citation)._replace(section=section))
        return self._mark(sources)

    def words(self, document: str, place: str) -> Text:
        """Return the mark of a note that names a document and a place in it."""
        return self._mark([_Source("", document, "", place)])

    @property
    def documents(self) -> tuple[str, ...]:
        """Return the documents cited so far, each with its edition, once."""
        return tuple(self._documents)

    def written(self, order: Iterable[int]) -> tuple[str, ...]:
        """Return the notes with these numbers in this order, as they are written."""
        by_number = {number: sources for sources, number in self._numbers.items()}
        editions: dict[str, set[str]] = {}
        for sources in self._numbers:
            for one in sources:
                editions.setdefault(one.document, set()).add(one.edition)
        named: set[str] = set()
        found = []
        for number in order:
            parts = []
            for one in by_number[number]:
                full = one.document not in named or len(editions[one.document]) > 1
                named.add(one.document)
                parts.append(one.label(edition=full))
            found.append("; ".join(parts))
        return tuple(found)

    def _mark(self, sources: Iterable[_Source]) -> Text:
        told = tuple(dict.fromkeys(sources))
        if not told:
            return ()
        for one in told:
            dated = f" ({one.edition})" if one.edition else ""
            self._documents.setdefault(f"{one.document}{dated}")
        return (Run(note=self._numbers.setdefault(told, len(self._numbers) + 1)),)


def _source(one: Citation) -> _Source:
    """Return a citation as a source; a place with a space in it is not a page number."""
    page = one.page if " " in one.page else f"p. {one.page}"
    place = ", ".join(part for part in (one.section, page) if part)
    return _Source("", one.document, one.edition, place)


def notice_blocks(notices: Iterable[Notice], notes: Notes) -> tuple[Callout, ...]:
    """Return what the core says a reader must know, the gravest first."""
    order = ("error", "warning", "note")
    ranked = sorted(notices, key=lambda one: order.index(one.severity))
    return tuple(
        Callout(severity=one.severity, text=say(told(one.message), notes(one.citation)))
        for one in ranked
    )


def day(value: date | None) -> str:
    """Return a date as a letter has it: ``September 2, 2014``; empty when there is none."""
    return "" if value is None else in_words(value)


def percent(value: float | None) -> str:
    """Return a share of time: ``40%``; empty when there is none."""
    return "" if value is None else f"{value:g}%"


def joined(items: Iterable[str], last: str = "and") -> str:
    """Return words as a sentence lists them: ``a, b and c``."""
    *first, end = [*items] or [""]
    return f"{', '.join(first)} {last} {end}" if first else end


# --- finishing -----------------------------------------------------------------------------


def finished(
    name: str,
    title: str,
    matter: Matter,
    notes: Notes,
    opening: Iterable[Block],
    sections: Iterable[Section],
    *,
    about: str = "",
    cover: bool = False,
    fingerprint: str = "",
    record: str = "",
) -> Paper:
    """Return a paper on the position of a matter, from its opening and its sections.

    Its notes are numbered in the order in which it calls them; one that is not called is dropped.
    What follows a ``cover`` calls none of the cover's. ``about`` is the running head, the
    position's title unless given.
    """
    position = matter.subject.position
    paper = Paper(
        paper=name,
        title=title,
        about=about or position.title or "Position without a title",
        dated=day(matter.dated),
        fictional=position.fictional,
        cover=cover,
        opening=tuple(opening),
        sections=tuple(sections),
        fingerprint=fingerprint,
        record=record,
    )
    # A sheet that is taken off takes its notes along.
    sheet = _called(paper.opening, 0) if cover else {}
    kept = [one for _, part in parts(paper) for one in part.blocks]
    order = _called(kept if cover else blocks(paper), len(sheet))
    written = (*notes.written(sheet), *notes.written(order))
    return _renumbered(paper, sheet or order, order).model_copy(update={"notes": written})


def _called(said: Iterable[Block], before: int) -> dict[int, int]:
    """Return the notes called in some blocks with their numbers, counted on from those before."""
    order: dict[int, int] = {}
    for one in said:
        for run in (run for text in texts(one) for run in text):
            if run.note is not None:
                order.setdefault(run.note, before + len(order) + 1)
    return order


def _renumbered(paper: Paper, sheet: Mapping[int, int], rest: Mapping[int, int]) -> Paper:
    """Return the paper with every note mark at its new number: in its opening, and after it."""
    order = sheet

    def text(old: Text) -> Text:
        return tuple(
            run if run.note is None else run.model_copy(update={"note": order[run.note]})
            for run in old
        )

    def block(old: Block) -> Block:
        match old:
            case Paragraph() | Callout():
                return old.model_copy(update={"text": text(old.text)})
            case Listing():
                return old.model_copy(update={"items": tuple(text(one) for one in old.items)})
            case Particulars():
                entries = tuple(
                    one.model_copy(update={"value": text(one.value)}) for one in old.entries
                )
                return old.model_copy(update={"entries": entries})
            case Table():
                rows = tuple(tuple(text(cell) for cell in row) for row in old.rows)
                return old.model_copy(update={"rows": rows})
            case _:
                if old.kind == "quote":
                    return old.model_copy(update={"place": text(old.place)})
                if old.kind == "signature":
                    return old.model_copy(update={"text": text(old.text)})
                return old

    def section(old: Section) -> Section:
        return old.model_copy(
            update={
                "blocks": tuple(block(one) for one in old.blocks),
                "sections": tuple(section(one) for one in old.sections),
            }
        )

    opening = tuple(block(one) for one in paper.opening)
    order = rest
    sections = tuple(section(one) for one in paper.sections)
    return paper.model_copy(update={"opening": opening, "sections": sections})
