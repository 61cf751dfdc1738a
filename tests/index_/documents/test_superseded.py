"""What is known of text that does not apply, and where it is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.documents.formats import parse
from index.documents.passages import cut
from index.documents.superseded import at_page, known, of_passage

HANDBOOK = "The Classifier’s Handbook"
CHAPTER = "Chapter 6, Classifying Supervisory Positions"


def test_each_entry_says_what_became_of_the_text_and_where_that_stands() -> None:
    for one in known():
        assert one.says.startswith(("Superseded: ", "Not in operation: "))
        assert one.says.endswith(".")
        assert one.source
        assert one.documents
        assert all(words == words.lower() for words in (*one.documents, *one.editions))


def test_a_page_of_the_handbook_is_marked_only_where_chapter_6_stands() -> None:
    assert at_page(HANDBOOK, "43").startswith("Superseded: chapter 6")
    assert at_page(HANDBOOK, "42", section=CHAPTER)
    for page in ("5", "41", "42", "iv", ""):
        assert not at_page(HANDBOOK, page)


@pytest.mark.parametrize(
    ("title", "edition", "marked"),
    [
        ("General Schedule Supervisory Guide", "TS-123 April 1993", True),
        ("General Schedule Supervisory Guide", "HRCD-5 June 1998, April 1998", False),
        ("General Schedule Supervisory Guide", "", False),
        ("Management and Program Analysis Series, GS-0343", "TS-98 August 1990", True),
        ("Management and Program Analysis Series, 0343", "Revised: October 2024", False),
        ("Personnel Management Series, GS-0201", "June 1976", True),
        ("5 CFR 9701.212 Bands", "", True),
        ("5 CFR part 511", "", False),
        ("Handbook of Occupational Groups and Families", "December 2018", False),
    ],
)
def test_a_whole_document_is_marked_by_its_title_and_edition(
    title: str, edition: str, marked: bool
) -> None:
    assert bool(at_page(title, "1", edition=edition)) is marked


def test_the_real_handbook_is_marked_from_the_heading_of_chapter_6_to_its_end(corpus: Path) -> None:
    reading = cut(parse(corpus / "standards" / "classifier-handbook.pdf"))
    marked = [p for p in reading.passages if of_passage(p, reading.document.edition)]
    first = reading.document.text.rindex("CHAPTER 6, CLASSIFYING SUPERVISORY POSITIONS")
    assert marked == [p for p in reading.passages if p.start > first]
    assert {p.page for p in marked} == {"42", "43", "44", "45"}


@pytest.mark.parametrize(
    "name",
    [
        "general-schedule-supervisory-guide.pdf",
        "gs0343-management-program-analysis.pdf",
        "gs0200-hr-management.pdf",
    ],
)
def test_real_documents_that_apply_are_not_marked(corpus: Path, name: str) -> None:
    reading = cut(parse(corpus / "standards" / name))
    assert not any(of_passage(p, reading.document.edition) for p in reading.passages)


def test_the_printed_regulation_on_bands_is_marked_throughout(corpus: Path) -> None:
    for name in ("5-cfr-9701-212.txt", "5-cfr-9701-subpart-b.txt"):
        reading = cut(parse(corpus / "regulations" / name))
        assert all(of_passage(p).startswith("Not in operation") for p in reading.passages)
