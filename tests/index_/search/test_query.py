"""What a search names and which filters it may carry."""

from __future__ import annotations

import pytest

from core.errors import QueryError
from index.language.glossary import in_field_words
from index.models import Query
from index.search.query import Filters, read_filters, understand

DOCUMENTS = {
    "lamps": "Guide to Lamp Keeping",
    "C-9999-11-01": "Classification Appeal Decision C-9999-11-01",
    "gssg": "General Schedule Supervisory Guide",
}


@pytest.mark.parametrize(
    ("asked", "filters"),
    [
        ({"kind": "Decision"}, Filters(kind="decision")),
        ({"series": "GS-343"}, Filters(series="0343")),
        ({"series": "80"}, Filters(series="0080")),
        ({"factor": "Factor 2"}, Filters(factor="2")),
        ({"factor": "4a"}, Filters(factor="4A")),
        ({"level": "Level 2-5"}, Filters(level="2-5")),
        ({"level": "2–5"}, Filters(level="2-5")),
        ({"level": "factor level 4a-2"}, Filters(level="4A-2")),
        ({"stance": "refused"}, Filters(stance="not_met")),
        ({"stance": "Not met"}, Filters(stance="not_met")),
        ({"document": "LAMPS"}, Filters(document="lamps")),
        ({"kind": "", "level": None}, Filters()),
    ],
)
def test_filters_are_read_as_people_write_them(asked: dict[str, str], filters: Filters) -> None:
    assert read_filters(Query(query="x", **asked), DOCUMENTS) == filters


@pytest.mark.parametrize(
    ("field", "value", "allowed"),
    [
        ("kind", "novel", "regulation"),
        ("series", "GS-12345", "0343"),
        ("series", "clerk", "0343"),
        ("factor", "12", "1 to 9"),
        ("factor", "two", "1 to 9"),
        ("level", "25", "2-4"),
        ("level", "2-", "2-4"),
        ("stance", "maybe", "not_met"),
        ("document", "lampz", "lamps"),
    ],
)
def test_an_impossible_filter_is_named_with_what_is_allowed(
    field: str, value: str, allowed: str
) -> None:
    with pytest.raises(QueryError) as caught:
        understand(Query(query="oil", **{field: value}), DOCUMENTS)
    assert f'"{value}"' in caught.value.message
    assert caught.value.where == field
    assert allowed in caught.value.hint


@pytest.mark.parametrize("k", [0, -1, 1000])
def test_an_impossible_number_of_results_is_refused(k: int) -> None:
    with pytest.raises(QueryError, match=str(k)):
        understand(Query(query="oil", k=k), DOCUMENTS)


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "?!", "—", "\u200b"])
def test_a_search_without_words_is_refused(text: str) -> None:
    with pytest.raises(QueryError):
        understand(Query(query=text), DOCUMENTS)


def test_a_search_of_common_words_only_is_still_a_search() -> None:
    assert understand(Query(query="who is it about"), DOCUMENTS).tokens


def test_a_search_beyond_all_measure_is_refused() -> None:
    with pytest.raises(QueryError, match="characters"):
        understand(Query(query="oil " * 5000), DOCUMENTS)


def test_what_a_search_names_is_read() -> None:
    read = understand(
        Query(query="does C-9999-11-01 grant Level 2−5 or level 3-4 under 5 CFR 511.703?"),
        DOCUMENTS,
    ).cited
    assert read.decisions == ("C-9999-11-01",)
    assert read.levels == ("2-5", "3-4")
    assert [one.text() for one in read.law] == ["5 CFR 511.703"]
    assert read.page is None


@pytest.mark.parametrize(
    ("text", "page", "of", "exactly", "documents"),
    [
        ("page 42 of the Introduction", "42", "introduction", True, ()),
        ("p. 7 in the Guide to Lamps", "7", "guide to lamps", True, ("lamps",)),
        ("page 7 of the lamp book", "7", "lamp book", True, ("lamps",)),
        ("what is on page iv", "iv", "what is on", False, ()),
        ("page 5 GSSG", "5", "gssg", False, ("gssg",)),
        ("page 9", "9", "", False, ()),
    ],
)
def test_a_page_is_read_with_its_document(
    text: str, page: str, of: str, exactly: bool, documents: tuple[str, ...]
) -> None:
    cited = understand(Query(query=text), DOCUMENTS).cited
    assert (cited.page, cited.page_of, cited.page_of_exactly) == (page, of, exactly)
    assert cited.documents == documents


@pytest.mark.parametrize(
    "text", ["25-30 percent of the time", "in 2014", "form SF-52", "3.5 points", "12 pages"]
)
def test_other_numbers_are_not_places(text: str) -> None:
    assert not understand(Query(query=text), DOCUMENTS).cited.any()


@pytest.mark.parametrize(
    ("text", "series"),
    [
        ("is 0340 for any program work", ("0340",)),
        ("a GS-343 analyst", ("0343",)),
        ("the 2014 report on 500 people", ()),
        ("decision C-0080-11-02", ()),
    ],
)
def test_a_named_series_is_read(text: str, series: tuple[str, ...]) -> None:
    assert understand(Query(query=text), DOCUMENTS).series == series


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ("My boss rewrote the PD", "My supervisor rewrote the position description"),
        ("was back pay denied", "was retroactive compensation not met"),
        ("the job description", "the position description"),
        ("the embossed jobber", "the embossed jobber"),
    ],
)
def test_everyday_words_are_put_into_the_field_s(asked: str, field: str) -> None:
    assert in_field_words(asked) == field


def test_a_grade_named_in_passing_does_not_draw_every_table_of_grades() -> None:
    passing = understand(Query(query="my coworker does the same job and is a GS-13"), DOCUMENTS)
    assert "gs-13" not in passing.tokens
    assert "GS-13" not in passing.text
    asked = understand(Query(query="points for GS-13"), DOCUMENTS)
    assert "gs-13" in asked.tokens
    named = understand(Query(query="who was certified as a GS-0080-11 security specialist"), {})
    assert "gs-0080-11" in named.tokens
    assert named.series == ("0080",)


def test_the_name_of_a_document_is_no_part_of_what_is_looked_for() -> None:
    titles = {"lamps": "The Lamplighter's Handbook", "wicks": "Guide to Wicks"}
    for text in ("the lamplighter's handbook, mixed lamps", "Lamplighters Handbook: mixed lamps?"):
        found = understand(Query(query=text), titles)
        assert (found.text, found.documents) == ("mixed lamps", ("lamps",))
    assert understand(Query(query="the lamplighter's handbook"), titles).tokens
