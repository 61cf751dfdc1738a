"""A quotation carries the page it stands on itself, and the mark of text that does not apply."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest

from assistant.argue.sourcing import claims
from assistant.chat.composing.layout import claim_blocks
from assistant.chat.composing.quoting import Quoter
from assistant.chat.composing.rendering import quotation_block, source_of
from assistant.chat.model import Words
from assistant.guard.offer import Argued, Group, Slice
from index.documents.formats import parse
from index.documents.passages import cut
from index.language import sentences
from index.library import Library
from index.models import Query
from tests.index_.decisions.made_up import LABELLED
from tests.index_.documents.pdf_pages import Line, first, heading
from tests.index_.lamp_documents import WordVectors

EARLY = "The first keeper of this fiction locks the north gate before the bell."
LATE = "The second keeper of this fiction counts the jars of oil beside the stairs."


@pytest.fixture
def handbook(
    tmp_path: Path, home: Path, pdf_writer: Callable[..., bytes]
) -> Iterator[tuple[Library, str]]:
    """A made-up printing of a handbook: one paragraph of chapter 6 that goes on on page 3."""
    lines = [
        Line(f"Keeper number {n} of the long wall trims a lamp and says nothing of it, while")
        for n in range(20)
    ]
    pages = [
        [heading("The Classifier's Handbook", size=18), heading("CHAPTER 5, LAMPS"),
         first("A lamp of this fiction is lit by hand at dusk and put out by the wind.")],
        [heading("CHAPTER 6, CLASSIFYING SUPERVISORY POSITIONS"), first(EARLY), *lines],
        [*lines[:3], Line("the bell rings. " + LATE)],
    ]  # fmt: skip
    path = tmp_path / "handbook.pdf"
    path.write_bytes(pdf_writer(pages, head="The Classifier's Handbook, made up", foot="Fiction"))
    with Library.open(home, WordVectors()) as library:
        (result,) = library.ingest([path])
        assert result.status == "added", result.message
        yield library, result.document


def test_words_after_the_turn_of_a_page_carry_their_own_page(
    handbook: tuple[Library, str],
) -> None:
    library, document = handbook
    early, late = (library.find_in_document(document, words) for words in (EARLY, LATE))
    assert (early.place, late.place) == ("p. 2", "p. 3")
    passage = library.passage(late.passage)
    assert passage.page == "2"
    assert library.check_quote(passage.id, LATE).place == "p. 3"


def test_an_answer_names_the_page_of_each_of_its_quotations(handbook: tuple[Library, str]) -> None:
    library, document = handbook
    found = [library.find_in_document(document, words) for words in (EARLY, LATE)]
    slices = tuple(Slice(library.passage(one.passage), one.start, one.end) for one in found)
    group = Group("demand", "requires", "2-5", "Keepers do both:", ())
    shown_claims = claims(library, [Argued(group, slices)], opened=None, first_number=1)
    assert [source.place for source in shown_claims[0].sources] == ["p. 2", "p. 3"]
    shown = "\n".join(claim_blocks(shown_claims))
    assert (
        shown.index("locks the north gate") < shown.index("p. 2") < shown.index("counts the jars")
    )
    assert shown.index("counts the jars") < shown.index("p. 3")
    assert shown.count("Superseded: chapter 6") == 2


def test_a_rule_is_quoted_with_the_page_and_the_mark_of_its_sentence(
    handbook: tuple[Library, str],
) -> None:
    library, _ = handbook
    words = Words(ours="Ours.", source="classifier-handbook", anchor="counts the jars of oil")
    found = Quoter(library).quote(words)
    assert found is not None
    assert (found.text, found.place) == (LATE, "p. 3")
    assert found.superseded
    assert found.superseded in source_of(found, 1).superseded
    assert "Superseded: chapter 6" in quotation_block(found, "1")


def test_superseded_text_is_marked_in_a_search_and_in_a_quotation(
    handbook: tuple[Library, str],
) -> None:
    library, document = handbook
    marks = {
        hit.passage.heading[-1]: library.superseded(hit.passage)
        for hit in library.search(Query(query="fiction keeper lamp dusk oil", k=20))
    }
    assert marks["CHAPTER 5, LAMPS"] == ""
    assert (
        "Supervisory Guide of April 1998" in marks["CHAPTER 6, CLASSIFYING SUPERVISORY POSITIONS"]
    )
    assert library.find_in_document(document, LATE).superseded.startswith("Superseded: ")


@pytest.mark.parametrize("name", ["classifier-handbook", "general-schedule-supervisory-guide"])
def test_every_sentence_of_a_real_document_is_on_the_page_it_is_printed_on(
    corpus: Path, name: str
) -> None:
    path = corpus / "standards" / f"{name}.pdf"
    reading = cut(parse(path))
    document = reading.document
    pages = pypdfium2.PdfDocument(path)
    printed = [_letters(page.get_textpage().get_text_range()) for page in pages]
    elsewhere = looked_at = 0
    for passage in reading.passages:
        start = 0
        for end in sentences.ends(passage.text):
            sentence = passage.text[start:end]
            at = passage.start + start + len(sentence) - len(sentence.lstrip())
            start = end
            words = _letters(sentence)
            on = {p.label for p, text in zip(document.pages, printed, strict=True) if words in text}
            if len(words) < 40 or not on:
                continue
            looked_at += 1
            elsewhere += passage.page not in on
            assert document.page_at(at) in on, sentence
    assert looked_at > 60
    assert elsewhere, "no sentence here stands on a later page than its passage begins on"


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


def test_words_of_a_doubtful_decision_are_marked_wherever_they_are_quoted(
    tmp_path: Path, home: Path
) -> None:
    path = tmp_path / "decision.txt"
    path.write_text(LABELLED + f"\nFactor 2, Supervisory Controls\n\n{EARLY}\n", "utf-8")
    with Library.open(home, WordVectors()) as library:
        (result,) = library.ingest([path])
        found = library.find_in_document(result.document, EARLY)
        assert found.superseded.startswith("Not in the register")
        group = Group("demand", "requires", "2-5", "Keepers do it:", ())
        slices = (Slice(library.passage(found.passage), found.start, found.end),)
        shown = claims(library, [Argued(group, slices)], opened=None, first_number=1)
        assert found.superseded in "\n".join(claim_blocks(shown))
