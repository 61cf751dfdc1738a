"""Every quotation in a written file stands, word for word, in the text of record."""

from __future__ import annotations

from pathlib import Path

from assistant.papers import quotations
from assistant.papers.catalog import make
from assistant.papers.content import Quote, blocks
from assistant.papers.statement.factors import official
from assistant.papers.subject import Matter, subject_of_case
from core.model import Case, Classification
from core.standards.reading import find_level, load_standard
from core.supervisory.models import guide_standard
from index.library import Library
from index.models import Passage
from tests.assistant_.papers.conftest import Written, subject
from tests.assistant_.papers.reading import (
    docx_quotes,
    html_quotes,
    lines,
    markdown_quotes,
    pdf_pages,
    squashed,
    stands_in,
)
from tests.index_.lamp_documents import WordVectors


def test_quotations_are_verified_again_from_every_file(
    written: list[Written], example_home: Path
) -> None:
    quoting = [
        one
        for one in written
        if one.name in ("example assessment", "example letter", "example statement")
    ]
    assert len(quoting) == 3
    with Library.open(example_home, WordVectors()) as library:
        for one in quoting:
            quotes = [block for block in blocks(one.paper) if isinstance(block, Quote)]
            assert quotes, one.name
            wanted = [(words, quote.passage) for quote in quotes for words in quote.words]
            word, page = docx_quotes(one.file("docx")), html_quotes(one.file("html"))
            text = markdown_quotes(one.file("markdown"))
            pages = [squashed(page) for page in pdf_pages(one.file("pdf"))]
            assert len(word) == len(page) == len(wanted), one.name
            for (words, passage), in_word, in_page in zip(wanted, word, page, strict=True):
                for read in (words, in_word, in_page):
                    assert library.check_quote(passage, read).found, (one.name, read)
                in_text = [line for line in text if squashed(line) == squashed(words)]
                assert any(library.check_quote(passage, line).found for line in in_text)
                assert stands_in(squashed(words), pages), (one.name, words)


def test_without_documents_nothing_is_quoted(written: list[Written]) -> None:
    for one in written:
        if not one.name.startswith("example"):
            assert not any(isinstance(block, Quote) for block in blocks(one.paper)), one.name


def test_a_level_without_a_digest_is_told_in_the_documents_own_words() -> None:
    standard = load_standard("fes-primary")
    digest = find_level(standard, "2-4")
    assert official(standard, digest) == ()
    read = digest.model_copy(update={"stated": "", "text": "One sentence.\n\nAnother one."})
    (quote,) = official(standard, read)
    assert quote.words == ("One sentence.", "Another one.")
    assert f"p. {digest.page}" in quote.place[0].text


def test_only_the_document_of_the_standard_itself_is_quoted_for_its_levels() -> None:
    guide, primary = guide_standard(None), load_standard("fes-primary")
    matter = Matter(subject("supervisor"))
    passage = Passage(
        id="x#1",
        document="x",
        kind="guide",
        title=primary.cite(primary.page).document,
        text="The work is of this level.",
        start=0,
        end=26,
        heading=("Level 5-6",),
        level="5-6",
    )
    assert quotations._speaks(matter, primary, passage)
    assert not quotations._speaks(matter, guide, passage)
    own = passage.model_copy(update={"kind": "standard", "title": guide.cite(guide.page).document})
    assert quotations._speaks(matter, guide, own)
    assert not quotations._speaks(matter, primary, own)
    example = own.model_copy(update={"heading": ("Level 5-6", "Illustrations:")})
    assert not quotations._speaks(matter, guide, example)
    elsewhere = own.model_copy(update={"heading": ("Revision Summary",)})
    assert not quotations._speaks(matter, guide, elsewhere)
    appendix = own.model_copy(
        update={"heading": ("APPENDIX F5, FACTOR 5 ILLUSTRATIONS", "Level 5-6")}
    )
    assert not quotations._speaks(matter, guide, appendix)


def test_an_alternative_stays_with_the_word_that_makes_it_one() -> None:
    text = "Knowledge of one kind;\n\nOR\n\nKnowledge of quite another kind."
    assert quotations._paragraphs(text) == [
        "Knowledge of one kind;\nOR",
        "Knowledge of quite another kind.",
    ]
    listed = "OR\nThe employee answers for a program:\n•\nsets goals for it alone;\n• defines aims;"
    assert quotations._paragraphs(listed) == [
        "OR\nThe employee answers for a program:",
        "•\nsets goals for it alone;\n• defines aims;",
    ]


def test_a_level_told_by_a_letter_is_written_on_with_documents_at_hand(example_home: Path) -> None:
    levels = {"1": "1-7", "2": "2-4", "3": "3-3", "4": "4-4", "5": "5-3", "6": "6-3"}
    case = Case(
        title="A fictional specialist",
        standard="gs-0200",
        current=Classification(series="0201", grade=11),
        levels={**levels, "7": "7-C", "8": "8-1", "9": "9-1"},
        sought={"7": "7-D"},
    )
    with Library.open(example_home, WordVectors()) as library:
        matter = Matter(subject_of_case(case), library=library)
        for name in ("statement", "assessment", "letter"):
            assert "7-D" in "\n".join(lines(make(name, matter))), name
