"""What a search returns, and in which order."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import QueryError
from index.library import Library
from index.models import Hit, Passage, Query
from index.search.ranking import fuse, is_listing, scaled, with_place_kept
from tests.index_.lamp_documents import GUIDE, WordVectors, long_guide, marker, write


def texts(hits: list[Hit]) -> list[str]:
    return [hit.passage.text for hit in hits]


def test_the_passage_that_answers_comes_first(library: Library) -> None:
    assert "green ledger" in library.search(Query(query="counting jars of oil"))[0].passage.text
    assert "harbor" in library.search(Query(query="which doors are painted blue"))[0].passage.text


def test_hits_are_ranked_from_one_with_falling_scores(library: Library) -> None:
    hits = library.search(Query(query="the keeper and the lamp", k=5))
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert 1 < len(hits) <= 5
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert hits[0].passage == library.passage(hits[0].passage.id)


def test_an_empty_library_answers_nothing_but_still_checks_the_search(home: Path) -> None:
    with Library.open(home, WordVectors()) as library:
        assert library.search(Query(query="lamps")) == []
        with pytest.raises(QueryError):
            library.search(Query(query=""))
        with pytest.raises(QueryError, match="empty"):
            library.search(Query(query="lamps", document="lamps"))


def test_equal_libraries_answer_equally(tmp_path: Path, folder: Path) -> None:
    answers = []
    for name in ("one", "two"):
        with Library.open(tmp_path / name, WordVectors()) as library:
            library.ingest([folder])
            answers.append(library.search(Query(query="the keeper and the warden", k=20)))
    assert answers[0] == answers[1]


@pytest.mark.parametrize(
    ("field", "value"),
    [("kind", "decision"), ("factor", "2"), ("document", "decision-C-9999-11-01")],
)
def test_filters_are_applied_before_ranking(example: Library, field: str, value: str) -> None:
    expected = example.passages(**{field: value})  # type: ignore[arg-type]
    hits = example.search(
        Query(query="an unrelated wording about kittens", k=200, **{field: value})
    )
    assert {hit.passage.id for hit in hits} <= {passage.id for passage in expected}
    # All that pass are found, whatever their rank among the others: the search knows no others.
    assert len(hits) > 0.9 * min(len(expected), 100)


def test_a_stance_filter_finds_refusals(example: Library) -> None:
    hits = example.search(Query(query="supervisory controls", stance="refused", factor="2"))
    assert hits
    assert {(hit.passage.stance, hit.passage.factor) for hit in hits} == {("not_met", 2)}


def test_a_level_filter_puts_passages_of_the_level_before_those_that_name_it(
    library: Library, folder: Path
) -> None:
    write(
        folder,
        "levels.md",
        "# Factor 2, Supervisory Controls\n\n## Level 2-3\n\nLamps are lit as the keeper sees "
        "fit, and only new lamps are talked over.\n\n## Level 2-4\n\nBeyond Level 2-3, the "
        "keeper settles which lamps are lit at all.\n",
    )
    library.ingest([folder])
    hits = library.search(Query(query="which lamps are lit at all by the keeper", level="2-3"))
    assert [hit.passage.level for hit in hits] == ["2-3", "2-4"]
    assert all("2-3" in {hit.passage.level, *hit.passage.levels} for hit in hits)


def test_a_named_level_comes_first(example: Library) -> None:
    hits = example.search(Query(query="who was refused Level 2-5 because drafts were reviewed"))
    assert [hit.passage.level for hit in hits[:3]] == ["2-5"] * 3
    assert "not_met" in {hit.passage.stance for hit in hits[:3]}


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("Level 3-2c", "keeps six of the ten lamps"),
        ("who meets 3-2(c)", "keeps six of the ten lamps"),
        ("Level 3-3b", "of the fifteen lamps none"),
        ("Level 2-b", "credited with 2-b"),
    ],
)
def test_a_level_with_a_letter_is_found_by_it(
    library: Library, folder: Path, asked: str, first: str
) -> None:
    write(
        folder,
        "lettered.md",
        "# Factor 3, Authority\n\nA lamp chief is at Level 3-2 by any of its paragraphs.\n\n"
        "The chief keeps six of the ten lamps and so meets Level 3-2c, as others do.\n\n"
        "The chief has of the fifteen lamps none, which falls short of Level 3-3b.\n\n"
        "# Factors 6 and 7, Contacts\n\nThe lamps are credited with 2-b for personal contacts "
        "and purpose; Level 2-b has 75 points.\n\nNo lamp is at Level 6-2 or Level 7-2.\n",
    )
    library.ingest([folder])
    assert first in library.search(Query(query=asked))[0].passage.text
    level = asked.rsplit(maxsplit=1)[-1]
    assert all(first in one.text for one in library.select(Query(query="", level=level)))


def test_a_named_decision_comes_first(example: Library) -> None:
    hits = example.search(Query(query="what did C-9999-12-01 say about guidelines", k=5))
    assert {hit.passage.document for hit in hits} == {"decision-C-9999-12-01"}
    assert 3 in {hit.passage.factor for hit in hits}


def test_a_named_section_comes_first(home: Path, tmp_path: Path) -> None:
    rules = write(
        tmp_path,
        "rules.md",
        "# Rules of the Lamp Office\n\n## 77.101 Lending\n\nA lamp may be lent for an evening.\n\n"
        "## 77.102 Returning\n\nA lamp is brought back by noon, as lending under the rule before "
        "this one requires of everybody who lends or borrows.\n",
    )
    with Library.open(home, WordVectors()) as library:
        library.ingest([rules])
        hits = library.search(Query(query="what does 77.102 ask of lending a lamp"))
        assert "brought back" in hits[0].passage.text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("telework on two days for keepers of tower lamps", True),
        ("telework on two days for harbor dredges", False),
        ("telework days", False),
        ("the clerical guide on keepers of tower lamps", False),
    ],
)
def test_a_subject_without_a_document_is_found_where_another_says_it(
    home: Path, tmp_path: Path, text: str, found: bool
) -> None:
    rules = write(
        tmp_path,
        "keepers.md",
        "# Guidance on Keepers\n\n## Towers\n\nKeepers of tower lamps may telework on two days "
        "of a week, when the oil is low.\n\n## Jars\n\nJars are counted on Sundays.\n",
    )
    with Library.open(home, WordVectors()) as library:
        library.ingest([rules])
        hits = library.search(Query(query=text))
        assert bool(hits) is found
        assert bool(library.not_held(Query(query=text))) is not found


def test_copies_are_shown_once_but_levels_and_numbers_are_kept_apart(
    home: Path, tmp_path: Path
) -> None:
    write(tmp_path / "copies", "one.md", GUIDE)
    write(tmp_path / "copies", "two.md", GUIDE.replace("# Guide to", "# Second Guide to"))
    write(tmp_path / "copies", "three.md", GUIDE.replace("half a jar", "2 jars and a half"))
    with Library.open(home, WordVectors()) as library:
        library.ingest([tmp_path / "copies"])
        hits = library.search(Query(query="a jar that leaks is counted", k=50))
        leaking = [text for text in texts(hits) if "leaks" in text]
        assert len(leaking) == len(set(leaking)) == 2


def test_a_table_of_contents_does_not_come_before_the_text(home: Path, tmp_path: Path) -> None:
    contents = "\n".join(f"Lending lamps to visitors {'. ' * 12}{n}" for n in range(1, 9))
    assert is_listing(contents)
    assert not is_listing(GUIDE)
    write(tmp_path / "book", "book.txt", f"{contents}\n\n{GUIDE}")
    with Library.open(home, WordVectors()) as library:
        library.ingest([tmp_path / "book"])
        first = library.search(Query(query="lending lamps to visitors"))[0]
        assert "one evening" in first.passage.text


def test_every_passage_can_be_found_by_its_own_rare_word(home: Path, tmp_path: Path) -> None:
    path = write(tmp_path, "many.md", long_guide(80, "tallow"))
    with Library.open(home, WordVectors()) as library:
        library.ingest([path])
        for number in range(1, 81, 7):
            word = marker("tallow", number)
            assert word in library.search(Query(query=f"where is {word}", k=1))[0].passage.text


def test_scores_are_brought_to_one_scale() -> None:
    assert scaled({}) == {}
    assert scaled({1: 4.0}) == {1: 1.0}
    assert scaled({1: 4.0, 2: 2.0, 3: 3.0}) == {1: 1.0, 2: 0.0, 3: 0.5}
    fused = fuse({1: 9.0, 2: 3.0}, {2: 0.9, 3: 0.1})
    assert fused == {1: 0.5, 2: 0.5, 3: 0.0}


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("text", "document", "page"),
    [
        ("page 42 of the Introduction", "introduction-to-position-classification", "42"),
        ("Introduction, p. 17", "introduction-to-position-classification", "17"),
        ("page 5 GSSG", "general-schedule-supervisory-guide", "5"),
        ("p. 24 of the handbook", "classifier-handbook", "24"),
        ("occupational handbook p. 20", "occupational-handbook", "20"),
        ("page 4 of the 0343 flysheet", "gs0343-management-program-analysis", "4"),
        ("page 3 of the analysis guide", "administrative-analysis-guide", "3"),
    ],
)
def test_a_page_that_is_named_comes_first(
    real_library: Library, text: str, document: str, page: str
) -> None:
    first = real_library.search(Query(query=text, k=1))[0].passage
    assert (first.document, first.page) == (document, page)


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("text", "document", "level"),
    [
        (
            "the admin analysis guide on supervisory controls 2-4",
            "administrative-analysis-guide",
            "2-4",
        ),
        ("complexity at Level 4-4 in the HR standard", "gs0200-hr-management", "4-4"),
    ],
)
def test_a_level_of_a_document_that_is_named_comes_before_the_level_of_others(
    real_library: Library, text: str, document: str, level: str
) -> None:
    first = real_library.search(Query(query=text, k=1))[0].passage
    assert (first.document, first.level) == (document, level)


@pytest.mark.corpus
@pytest.mark.parametrize("text", ["C-0999-11-02", "9-9", "c-0999-11-02 and 8-9"])
def test_a_decision_or_level_nobody_has_is_not_answered_with_another(
    real_library: Library, text: str
) -> None:
    assert real_library.search(Query(query=text)) == []


@pytest.mark.corpus
def test_a_factor_that_is_named_comes_before_others(real_library: Library) -> None:
    found = real_library.search(Query(query="Factor 3", k=5))
    assert {str(hit.passage.factor) for hit in found} == {"3"}


def test_a_stretch_of_a_passage_is_as_like_as_the_part_it_stands_in(library: Library) -> None:
    passage = next(p for p in library.passages() if "jars of oil" in p.text)
    at = passage.text.index("jars of oil")
    asked = "the keeper counts the jars of oil"
    within, beyond = library.likeness_within(
        asked, [(passage.id, at, at + 11), (passage.id, len(passage.text), len(passage.text))]
    )
    other = next(p for p in library.passages(document="doors"))
    (elsewhere,) = library.likeness_within(asked, [(other.id, 0, len(other.text))])
    assert within > elsewhere
    assert beyond == 0.0


def _row(name: str, score: float) -> tuple[float, Passage]:
    text = f"Lamp {name}."
    return score, Passage(
        id=name, document="lamps", kind="other", title="Lamps", text=text, start=0, end=len(text)
    )


@pytest.mark.parametrize(
    ("kindly", "shown"),
    [
        ("axb", "abcxd"),
        ("xya", "abcxd"),
        ("bdx", "abcde"),
        ("abcd", "abcde"),
        ("bcae", "abced"),
    ],
)
def test_one_place_is_kept_for_what_has_no_statements(kindly: str, shown: str) -> None:
    ranked = [_row(name, 0.9 - place / 10) for place, name in enumerate("abcde")]
    other = [_row(name, 0.8 - place / 10) for place, name in enumerate(kindly)]
    found = with_place_kept(ranked, other)
    assert "".join(passage.id for _, passage in found) == shown
    scores = [score for score, _ in found]
    assert scores == sorted(scores, reverse=True)
    assert with_place_kept(ranked[:3], other) == ranked[:3]
