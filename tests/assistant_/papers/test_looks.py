"""What a reader's program relies on: styles, headings, notes, bookmarks, numbers, contents."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from assistant.papers.catalog import make
from assistant.papers.content import parts
from assistant.papers.formats import discover, pdf
from assistant.papers.subject import Matter, subject_of
from core.errors import OutsideError
from tests.assistant_.papers.conftest import Written
from tests.assistant_.papers.reading import docx_document, docx_part, pdf_pages

HOSTILE = (
    '#import "x" $1^2$ *bold* _it_ `code` <script>alert(1)</script> | a | b [x](http://y) '
    "</w:t> & \x1b[31m \u202e \\u{41} #panic() ]]> ~~s~~ &#60; --- == Head"
)


def _one(written: list[Written], name: str) -> Written:
    return next(one for one in written if one.name == name)


def test_word_has_real_styles_headings_footnotes_and_fields(written: list[Written]) -> None:
    one = _one(written, "security statement")
    document = docx_document(one.file("docx"))
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert headings == [section.title for _, section in parts(one.paper)]
    assert document.paragraphs[0].style.name == "Title"
    assert one.paper.about in document.sections[0].header.paragraphs[0].text
    assert one.paper.dated in document.sections[0].header.paragraphs[0].text
    foot = document.sections[0].footer._element.xml
    assert "PAGE" in foot
    assert "NUMPAGES" in foot
    xml = docx_part(one.file("docx"), "word/document.xml")
    assert xml.count("<w:footnoteReference ") == len(one.paper.notes)
    assert "NOTEREF" in xml
    grids = [table for table in document.tables if table.style.name == "Table Grid"]
    assert grids
    assert all("tblHeader" in table.rows[0]._tr.xml for table in grids)
    assert document.core_properties.author == ""


def test_word_has_the_drawing_as_vectors_with_words_for_those_who_hear_it(
    written: list[Written],
) -> None:
    one = _one(written, "security statement")
    xml = docx_part(one.file("docx"), "word/document.xml")
    assert "svgBlip" in xml
    assert 'descr="The points by factor' in xml
    assert docx_part(one.file("docx"), "word/media/drawing1.svg").startswith("<svg")


def test_a_long_name_of_a_drawing_is_set_smaller_and_not_cut_at_the_edge(
    written: list[Written],
) -> None:
    page = _one(written, "supervisor statement").file("html").decode()
    sizes = dict(re.findall(r'text-anchor="end"[^>]*font-size="([\d.]+)"[^>]*>(\d[^<]*)<', page))
    by_name = {name: float(size) for size, name in sizes.items()}
    long, short = "3. Supervisory and Managerial Authority Exercised", "6. Other Conditions"
    assert by_name[long] < by_name[short]
    assert by_name[long] * len(long) < by_name[short] * 44


def test_columns_of_a_table_fit_the_page(written: list[Written]) -> None:
    for one in written:
        for table in docx_document(one.file("docx")).tables:
            width = sum(cell.width for cell in table.rows[0].cells)
            assert width <= 6.51 * 914400, one.name


def test_a_pdf_has_bookmarks_page_numbers_and_the_case_in_its_head(written: list[Written]) -> None:
    import pypdfium2

    one = _one(written, "security statement")
    document = pypdfium2.PdfDocument(one.file("pdf"))
    titles = [mark.get_title() for mark in document.get_toc(max_depth=9)]
    assert titles == [one.paper.title, *(section.title for _, section in parts(one.paper))]
    assert document.get_metadata_dict()["Title"] == f"{one.paper.title}: {one.paper.about}"
    pages = pdf_pages(one.file("pdf"))
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert one.paper.about in page
        assert one.paper.dated in page


def test_the_answer_of_an_assessment_has_the_first_page_to_itself(written: list[Written]) -> None:
    for one in written:
        if one.name.endswith("assessment"):
            second = pdf_pages(one.file("pdf"))[1]
            assert one.paper.sections[0].title in second, one.name


def test_a_letter_counts_its_pages_after_the_sheet_to_take_off(written: list[Written]) -> None:
    pages = pdf_pages(_one(written, "security letter").file("pdf"))
    cover = [page for page in pages if "Cover sheet" in page]
    assert pages[: len(cover)] == cover
    assert f"Page 1 of {len(pages) - len(cover)}" in pages[len(cover)]


def test_a_web_page_needs_nothing_else_and_can_be_used_without_sight(
    written: list[Written],
) -> None:
    one = _one(written, "security statement")
    page = one.file("html").decode()
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    assert "<script" not in page
    assert '<html lang="en">' in page
    assert page.count("<h1>") == 1
    assert len(re.findall('scope="(?:col|row)"', page)) == page.count("<th ")
    assert page.count('scope="row"') == page.count("<tr") - page.count("<table")
    assert page.count("<caption>") == page.count("<table")
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in page
    assert 'role="img"' in page
    levels = [int(one) for one in re.findall(r"<h([1-6])", page)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for target in re.findall(r'href="#([\w-]+)"', page):
        assert f'id="{target}"' in page


def test_a_web_page_gives_columns_their_shares_and_numbers_its_pages_in_print(
    written: list[Written],
) -> None:
    for one in written:
        page = one.file("html").decode()
        for shares in re.findall(r"<colgroup>(.*?)</colgroup>", page, flags=re.DOTALL):
            assert 98 <= sum(map(int, re.findall(r"width: (\d+)%", shares))) <= 102, one.name
        assert "counter(page)" in page
        # A letter is numbered after its cover sheet, and what is sent has no contents.
        assert ("<nav" in page) <= (not one.paper.cover)
        assert page.count('<div class="cover">') == one.paper.cover
        assert (' of " counter(pages)' in page) is not one.paper.cover


def test_hostile_words_are_shown_as_they_stand_and_do_nothing() -> None:
    hostile = subject_of(
        {
            "title": HOSTILE,
            "organization": HOSTILE,
            "question": HOSTILE,
            "current": {"title": HOSTILE, "series": "0343", "grade": 11},
            "levels": {"1": "1-7", "2": "2-4", "3": "3-3", "4": "4-4", "5": "5-3"}
            | {"6": "6-3", "7": "7-2", "8": "8-1", "9": "9-1"},
            "sought": {"2": "2-5"},
            "duties": [{"title": HOSTILE, "text": HOSTILE, "percent_employee": 100}],
            "facts": [{"text": HOSTILE, "source": HOSTILE, "factor": 2}],
            "findings": [
                {"aspect": "2-5.review", "answer": "met", "evidence": [{"text": HOSTILE}]}
            ],
        }
    )
    for name in ("statement", "assessment", "letter", "correction", "comparison", "certificate"):
        paper = make(name, Matter(hostile))
        for form in discover().values():
            data = form.encode(paper)
            assert b"\x1b" not in data or form.name in ("docx", "pdf")
            if form.name == "html":
                page = data.decode()
                assert "<script>alert" not in page
                assert "\u202e" not in page
            if form.name == "pdf":
                text = "".join(pdf_pages(data))
                assert "#panic()" in text
            if form.name == "docx":
                assert "#panic()" in "".join(
                    one.text for one in docx_document(data).paragraphs
                ) or name in ("certificate", "comparison")
            if form.name == "markdown":
                # What stands between fences is shown as it is.
                prose = re.sub(r"(`{3,})json\n.*?\n\1", "", data.decode(), flags=re.DOTALL)
                assert "<script>" not in prose.replace("\\<script", "")


def test_long_words_and_many_of_them_are_written_in_every_format() -> None:
    word = "Supercalifragilistic" * 14
    case = {
        "title": word,
        "organization": f"{word} {'office ' * 80}",
        "current": {"title": word, "series": "0343", "grade": 11},
        "levels": {"1": "1-7"},
        "duties": [{"title": word, "text": word, "percent_employee": 2} for _ in range(30)],
        "facts": [{"text": f"{word} {at}", "source": word, "factor": 1} for at in range(60)],
    }
    paper = make("statement", Matter(subject_of(case)))
    for form in discover().values():
        assert form.encode(paper), form.name


def test_a_pdf_says_which_character_no_font_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = subject_of({"title": "José Ñandú, Łódź, Привет, Ελλάδα → ✓ ½", "levels": {"1": "1-7"}})
    paper = make("statement", Matter(shown))
    assert pdf.encode(paper)
    monkeypatch.setattr(pdf, "_compiled", _without_a_font)
    with pytest.raises(OutsideError, match="no font on this machine shows") as caught:
        pdf.encode(paper)
    assert "Word" in caught.value.hint


def _without_a_font(data: str, *, own_fonts: bool) -> bytes:
    import typst

    raise typst.TypstError('PDF/UA-1 error: the text `"x"` could not be displayed with font')


def test_nobody_signs_a_sheet_that_says_nothing_of_the_letter(written: list[Written]) -> None:
    for one in written:
        pages = pdf_pages(one.file("pdf"))
        for page in pages:
            if "Signature of the employee" in page:
                before = page.partition("Signature\n")[0]
                assert "Representative" in before or "What I ask for" in before, one.name
