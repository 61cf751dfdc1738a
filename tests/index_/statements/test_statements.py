"""The statements that come with the program: well formed, our own words, on real passages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest

from index.library import Library
from index.models import Document
from index.record import quotes
from index.statements import files, matching
from index.statements.files import Entry

ENTRIES = files.entries()
FILES = sorted(files.FOLDER.glob("*.toml"))

FEWEST_SAYS = 3
SHORTEST, LONGEST = 5, 45
"""Words in a wording."""

ANCHOR_SHORTEST, ANCHOR_LONGEST = 2, 7
RUN = 8
"""So many words in a row, the same as on the official page, are a copied sentence."""


def _where(entry: Entry) -> str:
    return f"{entry.source.key} {entry.place()} [{entry.anchor}]"


@cache
def _folded(text: str) -> str:
    """Fold a text as quotations are compared, and its case; folding a page takes a while."""
    return " ".join(quotes.fold(text).text.replace("\x1f", "-").casefold().split())


def _runs(text: str) -> Iterator[str]:
    found = re.findall(r"[a-z0-9]+", text.casefold())
    for at in range(len(found) - RUN + 1):
        yield " ".join(found[at : at + RUN])


def _counted(text: str, anchor: str) -> int:
    asked, here = _folded(anchor), _folded(text)
    return len(re.findall(rf"(?<!\w){re.escape(asked)}(?!\w)", here)) if asked in here else 0


def test_there_are_files_and_each_parses() -> None:
    assert FILES
    for file in FILES:
        assert files.read(file), f"{file.name} has no entries"


def test_a_copy_is_known_by_lower_case_words() -> None:
    for source in {entry.source for entry in ENTRIES}:
        assert source.matches
        assert all(match == match.lower() for match in source.matches)


def test_every_entry_says_enough() -> None:
    poor = [_where(e) for e in ENTRIES if len(e.says) < FEWEST_SAYS]
    assert poor == []


def test_sayings_have_a_readable_length() -> None:
    wrong = [
        (_where(entry), say)
        for entry in ENTRIES
        for say in entry.says
        if not SHORTEST <= quotes.count_words(say) <= LONGEST
    ]
    assert wrong == []


def test_nothing_is_said_twice() -> None:
    said = Counter(" ".join(say.casefold().split()) for e in ENTRIES for say in e.says)
    assert [say for say, times in said.items() if times > 1] == []


def test_anchors_are_short() -> None:
    wrong = [
        _where(e) for e in ENTRIES if not ANCHOR_SHORTEST <= len(e.anchor.split()) <= ANCHOR_LONGEST
    ]
    assert wrong == []


def test_a_level_is_one_of_a_factor() -> None:
    wrong = [
        _where(e) for e in ENTRIES if e.level and not re.fullmatch(r"\d[AB]?-\d{1,2}", e.level)
    ]
    assert wrong == []


@pytest.fixture(scope="session")
def read(real_home: Path) -> dict[str, Document]:
    """The real document each source speaks of, by the source's key."""
    with Library.open(real_home) as library:
        documents = [library.document(info.id) for info in library.documents()]
    found = {}
    for source in {entry.source for entry in ENTRIES}:
        own = [d for d in documents if any(_folded(m) in _folded(d.title) for m in source.matches)]
        assert len(own) == 1, (source.key, [d.id for d in own])
        found[source.key] = own[0]
    return found


def _passages(real_home: Path, document: str) -> list[tuple[str, str, int | str | None, set[str]]]:
    """Return each passage's id, text, citation or paragraph, and the printed pages it is on."""
    with Library.open(real_home) as library:
        pages = library.document(document).pages
        return [
            (
                passage.id,
                passage.text,
                passage.citation or passage.paragraph,
                {p.label for p in pages if p.start < passage.end and passage.start < p.end},
            )
            for passage in library.passages(document=document)
        ]


@pytest.mark.corpus
@pytest.mark.slow
def test_every_anchor_stands_once_where_it_is_said_to(
    read: dict[str, Document], real_home: Path
) -> None:
    wrong = []
    by_source = groupby(
        sorted(ENTRIES, key=lambda e: e.source.key), key=lambda entry: entry.source.key
    )
    for key, entries in by_source:
        document = read[key]
        pages = {p.label: document.text[p.start : p.end] for p in document.pages}
        passages = _passages(real_home, document.id)
        for entry in entries:
            holding = [p for p in passages if _counted(p[1], entry.anchor)]
            if entry.section:
                within = [p for p in holding if p[2] == entry.section]
                times = sum(_counted(p[1], entry.anchor) for p in within)
            elif entry.page is None:
                times = sum(_counted(p[1], entry.anchor) for p in passages)
                within = [p for p in holding if p[2] == entry.paragraph]
            else:
                times = _counted(pages.get(entry.page, ""), entry.anchor)
                within = [p for p in holding if entry.page in p[3]]
            if times != 1 or not within:
                wrong.append((_where(entry), times, [p[0] for p in holding]))
    assert wrong == []


@pytest.mark.corpus
@pytest.mark.slow
def test_every_entry_leads_to_a_passage(real_home: Path) -> None:
    with Library.open(real_home) as library:
        passages = dict(
            enumerate(p for info in library.documents() for p in library.passages(document=info.id))
        )
    # A section of the law may stand in several copies.
    led = {(p.entry.source.key, p.entry.place(), p.entry.anchor) for p in matching.place(passages)}
    assert led == {(entry.source.key, entry.place(), entry.anchor) for entry in ENTRIES}


@pytest.mark.corpus
@pytest.mark.slow
def test_no_sentence_is_copied(read: dict[str, Document]) -> None:
    official = {run for document in read.values() for run in _runs(document.text)}
    copied = [
        (_where(entry), run)
        for entry in ENTRIES
        for say in entry.says
        for run in _runs(say)
        if run in official
    ]
    assert copied == []
