"""The real documents with the built-in embedder: questions find the language that answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.library import Library
from index.models import Query
from index.record import quotes
from tests.bench.retrieval import AIMS, mean, measure

pytestmark = [pytest.mark.corpus, pytest.mark.slow]

INTRODUCTION = "introduction-to-position-classification"


def test_the_library_is_sound(real_library: Library) -> None:
    assert real_library.verify() == []
    assert real_library.documents()
    assert [d.document for d in real_library.decisions()] == ["C-0080-11-02"]


def test_labelled_questions_are_answered(real_library: Library, corpus: Path) -> None:
    file = corpus.parent / "eval" / "queries.jsonl"
    if not file.is_file():
        pytest.skip("the labelled questions are not beside the documents")
    questions = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    rows = measure(
        lambda text: [
            (hit.passage.document, hit.passage.text)
            for hit in real_library.search(Query(query=text))
        ],
        questions,
    )
    found = {name: mean(rows, name) for name in AIMS}
    assert all(found[name] >= aim for name, aim in AIMS.items()), found


def test_refusals_of_a_level_are_found(real_library: Library) -> None:
    hits = real_library.search(
        Query(query="who was refused Level 2-5 because drafts were reviewed", stance="refused")
    )
    assert hits[0].passage.level == "2-5"
    assert {hit.passage.kind for hit in hits} == {"decision"}


def test_a_printed_page_is_found(real_library: Library) -> None:
    hits = real_library.search(Query(query="page 42 of the Introduction", k=2))
    assert {(hit.passage.document, hit.passage.page) for hit in hits} == {(INTRODUCTION, "42")}


def test_a_decision_s_factor_is_found_by_its_number(real_library: Library) -> None:
    hits = real_library.search(Query(query="C-0080-11-02 guidelines", k=5))
    assert {hit.passage.document for hit in hits} == {"C-0080-11-02"}
    assert 3 in {hit.passage.factor for hit in hits}


@pytest.mark.parametrize("kind", ["standard", "guide", "decision", "regulation"])
def test_every_kind_can_be_searched_alone(real_library: Library, kind: str) -> None:
    hits = real_library.search(Query(query="how is the grade of a position decided", kind=kind))
    assert hits
    assert {hit.passage.kind for hit in hits} == {kind}


def test_every_passage_can_be_quoted_in_place(real_library: Library) -> None:
    for passage in real_library.passages()[::40]:
        if quotes.count_words(passage.text) < quotes.MIN_WORDS:
            continue
        found = real_library.check_quote(passage.id, " ".join(passage.text.split()))
        assert found.found, (passage.id, found.reason)
        assert (found.passage, found.start, found.end) == (passage.id, 0, len(passage.text))


def test_no_table_of_contents_is_among_the_first(real_library: Library) -> None:
    for text in ("factor level descriptions", "grade conversion table", "classification appeals"):
        for hit in real_library.search(Query(query=text, k=3)):
            assert "....." not in hit.passage.text
