"""Misspelt words: what is looked for instead, and what is left alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language import words
from index.language.spelling import meant, slips, surface_words
from index.library import Library
from index.models import Query
from tests.index_.lamp_documents import WordVectors

FIELD = surface_words(
    ["supervisory controls", "position classification appeal", "retroactive effective date"]
)


def nowhere(_stem: str) -> int:
    return 0


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("superviosry", "supervisory"),
        ("clasification", "classification"),
        ("classificaiton", "classification"),
        ("apeal", "appeal"),
        ("postion", "position"),
        ("retroactve", "retroactive"),
    ],
)
def test_one_slip_is_seen_through(typed: str, expected: str) -> None:
    assert meant(f"my {typed}?", nowhere, FIELD) == {typed: expected}


@pytest.mark.parametrize("typed", ["tyop", "catchier", "zzzzzzz", "2-5", "C-0080-11-02"])
def test_what_is_near_no_word_is_left_alone(typed: str) -> None:
    assert meant(typed, nowhere, FIELD) == {}


def test_a_word_some_document_has_is_never_taken_for_another() -> None:
    assert meant("apeal", lambda stem: int(stem == words.stem("apeal")), FIELD) == {}


def test_of_two_words_one_slip_away_the_more_frequent_is_meant() -> None:
    counts = {"tower": 9, "tover": 2}
    assert meant("toker", lambda stem: counts.get(stem, 0), {}) == {"toker": "tower"}


@pytest.mark.parametrize("typed", ["block", "bower"])
def test_a_short_word_with_another_first_letter_is_another_word(typed: str) -> None:
    counts = {"clock": 9, "tower": 9}
    assert meant(typed, lambda stem: counts.get(stem, 0), {}) == {}


@given(st.sampled_from(sorted(FIELD.values())), st.data())
def test_every_word_one_slip_away_leads_back(word: str, data: st.DataObject) -> None:
    if len(word) < 6:
        return
    typed = data.draw(st.sampled_from(sorted(set(slips(word)))))
    found = meant(typed, nowhere, {words.stem(word): word})
    assert found.get(typed, word) == word


def test_a_misspelt_search_finds_what_the_right_one_finds(library: Library) -> None:
    right = library.search(Query(query="the harvest festival helpers", k=1))
    wrong = library.search(Query(query="the harvset festval helprs", k=1))
    assert right
    assert [hit.passage.id for hit in wrong] == [hit.passage.id for hit in right]
    assert library.misspelt(Query(query="harvset")) != {}


@pytest.fixture
def far(home: object, folder: object) -> Iterator[Library]:
    """A library whose embedder says how unlike texts are that have nothing in common."""

    class Judging(WordVectors):
        unlike = 0.75

    with Library.open(home, Judging()) as opened:  # type: ignore[arg-type]
        opened.ingest([folder])  # type: ignore[list-item]
        yield opened


def test_nothing_relevant_is_said_when_nothing_is(far: Library) -> None:
    assert far.search(Query(query="mortgage rates yesterday evening in Lisbon")) == []


@pytest.mark.parametrize("text", ["jars of oil that leak", "painted blue", "smokes"])
def test_the_documents_own_words_are_relevant(far: Library, text: str) -> None:
    assert far.search(Query(query=text))


def test_within_a_document_what_is_there_is_shown(far: Library) -> None:
    assert far.search(Query(query="mortgage rates yesterday", document="lamps"))


OFF_TOPIC = (
    "chocolate cake recipe",
    "which film won the most awards",
    "how to fix a bicycle tire",
    "football results from last night",
    "who painted the Mona Lisa",
    "cheap hotel near the airport",
    "how do I reset my phone",
)


@pytest.mark.corpus
@pytest.mark.parametrize("text", OFF_TOPIC)
def test_questions_of_another_world_find_nothing_in_the_real_documents(
    real_library: Library, text: str
) -> None:
    assert real_library.search(Query(query=text)) == []


@pytest.mark.corpus
@pytest.mark.parametrize(
    "text",
    [
        "can I appeal",
        "boss",
        "promotion",
        "am I graded too low",
        "baker",
        "what is a benchmark",
        "trainee workload",
        "interdisciplinary",
        "I persuade angry taxpayers",
        "hazmat suit",
        "my boss rewrites everything",
        "I travel a lot",
    ],
)
def test_short_questions_of_the_field_find_something(real_library: Library, text: str) -> None:
    assert real_library.search(Query(query=text))


def test_a_much_longer_word_is_another_word() -> None:
    assert meant("accretion", lambda _: 0, {"action": "action"}) == {}
