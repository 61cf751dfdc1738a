"""Filters and citations by look-up: they must let through exactly what reading each would."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from core.errors import QueryError
from index.library import Library
from index.models import Decision, DecisionClassification, Passage, Query
from index.search.facets import Facets
from index.search.query import Filters, read_filters, understand
from index.search.ranking import citation_share, unsaid


def passage(number: int, document: str, **labels: object) -> Passage:
    fields = {"kind": "decision", "title": f"Decision {document}", "text": "Lamps.", **labels}
    return Passage.model_validate(
        {"id": f"{document}#{number}", "document": document, "start": 0, "end": 6, **fields}
    )


PASSAGES = {
    1: passage(1, "one", factor=2, level="2-4", levels=("2-4", "2-5"), stance="met", page="9"),
    2: passage(2, "one", factor="4A", level="4A-1", levels=("4A-1",), series=("0080",)),
    3: passage(1, "two", factor=2, level="2-5", levels=("2-5",), stance="not_met", page="ix"),
    4: passage(2, "two", kind="guide", citation="5 CFR 511.703(b)(3)", series=("343",)),
}
DECISIONS = {
    "one": Decision(
        document="one",
        date="2014-08-20",
        department="Department of Lamps",
        outcome=("lowered", "series_changed"),
        decided=DecisionClassification(grade=11),
    ),
    "two": Decision(document="two", outcome=("sustained",)),
}


@pytest.mark.parametrize("kind", [None, "decision", "guide", "standard"])
@pytest.mark.parametrize("series", [None, "0080", "0343"])
@pytest.mark.parametrize("factor", [None, "2", "4", "4A"])
@pytest.mark.parametrize("level", [None, "2-5", "4A-1", "9-1"])
@pytest.mark.parametrize("stance", [None, "met"])
def test_a_filter_by_look_up_is_the_filter_read_off_each_passage(
    kind: str | None, series: str | None, factor: str | None, level: str | None, stance: str | None
) -> None:
    filters = Filters(kind=kind, series=series, factor=factor, level=level, stance=stance)
    read = {key for key, one in PASSAGES.items() if filters.match(one)}
    found = Facets(PASSAGES).matching(filters)
    assert (set(PASSAGES) if found is None else found) == read


LEFT_OUT = {
    "kind": "regulation",
    "series": "0999",
    "factor": "9",
    "level": "9-1",
    "stance": "claim",
    "document": "three",
    "outcome": "raised",
    "agency": "Department of Bells",
    "since": "2020",
    "until": "1990",
    "grade": "GS-1",
}
"""For every filter of a search a value that nothing here has."""


@pytest.mark.parametrize("name", sorted({*Query.model_fields} - {"query", "k"}))
def test_every_filter_of_a_search_leaves_out_what_does_not_have_its_value(name: str) -> None:
    assert name in LEFT_OUT, "give the new filter a value that no passage here has"
    asked = Query.model_validate({"query": "lamps", name: LEFT_OUT[name]})
    filters = read_filters(asked, {"one", "two", "three"})
    assert Facets(PASSAGES, DECISIONS).matching(filters) == set()
    read = [one for one in PASSAGES.values() if filters.match(one)]
    assert not [one for one in read if filters.admits(DECISIONS[one.document])]


def test_a_finding_that_is_looked_for_is_on_the_level_itself() -> None:
    facets = Facets(PASSAGES)
    assert facets.matching(Filters(level="2-5")) == {1, 3}
    assert facets.matching(Filters(level="2-5", stance="not_met")) == {3}
    assert facets.matching(Filters(level="2-5", stance="met")) == set()


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"outcome": "downgraded"}, {1, 2}),
        ({"outcome": "no change"}, {3, 4}),
        ({"agency": "department of LAMPS"}, {1, 2}),
        ({"since": "2014"}, {1, 2}),
        ({"since": "2014-08-21"}, set()),
        ({"until": "2014-08-20"}, {1, 2}),
        ({"until": "2013"}, set()),
        ({"grade": "GS-11"}, {1, 2}),
        ({"grade": "12"}, set()),
        ({"outcome": "lowered", "level": "2-4"}, {1}),
    ],
)
def test_a_decisions_facts_filter_all_of_its_passages(
    filters: dict[str, str], expected: set[int]
) -> None:
    read = read_filters(Query(query="x", **filters), [])  # type: ignore[arg-type]
    assert Facets(PASSAGES, DECISIONS).matching(read) == expected


@pytest.mark.parametrize(
    ("field", "value"),
    [("outcome", "won"), ("since", "last year"), ("until", "2014-13-01"), ("grade", "eleven")],
)
def test_an_impossible_filter_is_named(field: str, value: str) -> None:
    with pytest.raises(QueryError) as raised:
        read_filters(Query.model_validate({"query": "x", field: value}), [])
    assert raised.value.where == field
    assert value in raised.value.message


@pytest.mark.parametrize(
    "text", ["Level 2-5", "what does 511.703 say", "page ix of two", "page 9", "4a-1 and 2-4"]
)
def test_every_passage_a_search_names_is_looked_up(text: str) -> None:
    cited = understand(Query(query=text), Facets(PASSAGES).titles).cited
    share = {key for key, one in PASSAGES.items() if citation_share(one, cited) > 0}
    assert share <= Facets(PASSAGES).cited(cited)
    assert share


@pytest.mark.corpus
def test_look_up_agrees_with_reading_on_the_real_documents(real_home: Path) -> None:
    with Library.open(real_home) as library:
        passages = dict(enumerate(library.passages()))
    facets = Facets(passages)
    values = {
        "kind": (None, "standard", "guide", "decision"),
        "factor": (None, "2", "4", "4A"),
        "level": (None, "2-5", "1-7"),
        "stance": (None, "not_met"),
    }
    for chosen in itertools.product(*values.values()):
        filters = Filters(**dict(zip(values, chosen, strict=True)))  # type: ignore[arg-type]
        read = {key for key, one in passages.items() if filters.match(one)}
        found = facets.matching(filters)
        assert (set(passages) if found is None else found) == read, filters


def test_a_document_without_statements_is_weighed_by_its_own_likeness() -> None:
    found = unsaid({1: 4.0, 2: 1.0}, {1: 0.9, 2: 0.5, 3: 0.1}, [1, 2, 3])
    assert found[1] == 1.0
    assert 1 > found[2] > found[3] == 0.0
