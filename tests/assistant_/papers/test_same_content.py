"""Word, PDF, web page, Markdown and JSON say the same: all of a paper, and nothing besides."""

from __future__ import annotations

from html import unescape

from assistant.papers.content import Paper
from assistant.papers.formats import discover
from tests.assistant_.papers.conftest import Written
from tests.assistant_.papers.reading import (
    docx_part,
    docx_text,
    expected,
    html_text,
    markdown_notes,
    markdown_text,
    pdf_pages,
    pieces,
    squashed,
    stands_in,
)

BODIES = {"docx": docx_text, "html": html_text, "markdown": markdown_text}
"""How a paper's body is read back from a format; a PDF and JSON are held to it further down."""


def test_every_format_is_read_back_here() -> None:
    assert set(discover()) == {*BODIES, "pdf", "json"}, "give the new format a row of BODIES"


def test_word_web_page_and_markdown_say_all_of_a_paper_and_nothing_besides(
    written: list[Written],
) -> None:
    for one in written:
        wanted = expected(one.paper)
        for form, body in BODIES.items():
            assert squashed(body(one.file(form))) == wanted, (one.name, form)


def test_a_pdf_says_all_of_a_paper_in_text_that_can_be_selected(
    written: list[Written],
) -> None:
    for one in written:
        name, paper = one.name, one.paper
        pages = [squashed(page) for page in pdf_pages(one.file("pdf"))]
        missing = [piece for piece in pieces(paper) if not stands_in(piece, pages)]
        assert not missing, (name, missing[:3])


def test_json_reads_back_to_an_equal_paper(written: list[Written]) -> None:
    for one in written:
        paper = one.paper
        assert Paper.model_validate_json(one.file("json")) == paper


def test_every_note_stands_in_every_format(written: list[Written]) -> None:
    for one in written:
        notes = one.paper.notes
        if not notes:
            continue
        footnotes = unescape(docx_part(one.file("docx"), "word/footnotes.xml"))
        page = unescape(one.file("html").decode())
        told = markdown_notes(one.file("markdown"))
        for number, note in enumerate(notes, 1):
            assert f" {note}</w:t>" in footnotes, one.name
            assert f'<li id="note-{number}">{note} ' in page, one.name
        assert told == [squashed(note) for note in notes], one.name


def test_warnings_and_gaps_are_in_every_format(written: list[Written]) -> None:
    one = next(one for one in written if one.name == "partial statement")
    for data in (docx_text(one.file("docx")), html_text(one.file("html"))):
        assert "[title, with the rule]" in data
        assert "Warning." in data
    assert r"**\[title, with the rule\]**" in one.file("markdown").decode()
    assert "Warning." in "".join(pdf_pages(one.file("pdf")))
