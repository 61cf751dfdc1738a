"""Any words shown can be traced to a file, its sha256, the place and the address."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from core.errors import QueryError
from index.library import Library
from index.sources.tracing import Trace, where
from tests.index_.documents.pdf_pages import lantern_pages, write_pdf
from tests.index_.lamp_documents import GUIDE as LAMPS
from tests.index_.lamp_documents import NOTICE, WordVectors, write
from tests.index_.sources.conftest import GUIDE, HOST, Desk, Lamps, source


def trace(desk: Desk, asked: str) -> list[Trace]:
    with Library.open(desk.home, WordVectors()) as library:
        return where(library, asked)


def ingest(desk: Desk, path: Path) -> None:
    with Library.open(desk.home, WordVectors()) as library:
        library.ingest([path])


def test_a_passage_of_a_local_file(desk: Desk, tmp_path: Path) -> None:
    path = write(tmp_path / "mine", "doors.txt", NOTICE)
    ingest(desk, path)
    with Library.open(desk.home, WordVectors()) as library:
        passage = library.passages(document="doors")[0]
    (found,) = trace(desk, passage.id)
    assert (found.passage, found.document) == (passage.id, "doors")
    assert found.file == found.origin == str(path)
    assert found.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (found.file_state, found.source, found.version) == ("as read", "", None)
    assert found.paragraph == passage.paragraph
    assert found.read
    path.write_text("Another notice altogether.")
    assert trace(desk, passage.id)[0].file_state == "changed since"
    path.unlink()
    assert trace(desk, passage.id)[0].file_state == "gone"


def test_the_page_and_heading_of_words_in_a_pdf(desk: Desk, lamps: Lamps) -> None:
    data = write_pdf(lantern_pages(), foot="Fictional Office of Lanterns")
    lamps.serve("/l.pdf", data, kind="application/pdf", ETag='"7"')
    desk.sync(source("lanterns", url=f"https://{HOST}/l.pdf", format="pdf", kind="standard"))
    (found,) = trace(desk, "the keeper chooses the order of the rounds".capitalize())
    assert found.page == "3"
    assert "Level 2-2" in found.heading[-1]
    assert found.source == "lanterns"
    assert found.version is not None
    assert found.version.url == f"https://{HOST}/l.pdf"
    assert found.version.etag == '"7"'
    assert Path(found.file).read_bytes() == data
    assert found.file_state == "as read"


def test_every_place_of_a_quotation_is_found(desk: Desk, tmp_path: Path) -> None:
    ingest(desk, write(tmp_path / "mine", "doors.txt", NOTICE))
    ingest(desk, write(tmp_path / "mine", "more.txt", f"Second notice\n\n{NOTICE}"))
    found = trace(desk, "“keeps the brushes in the east shed”")
    assert {place.document for place in found} == {"doors", "more"}
    assert {place.words for place in found} == {"keeps the brushes in the east shed"}


def test_words_that_run_across_passages_name_them_all(desk: Desk, tmp_path: Path) -> None:
    ingest(desk, write(tmp_path / "mine", "lamps.md", LAMPS))
    with Library.open(desk.home, WordVectors()) as library:
        text = library.document("lamps").text
        first, second = library.passages(document="lamps")[1:3]
    asked = text[text.index("half a jar") : text.index("do not fill them")]
    assert second.start > text.index("half a jar") + len("half a jar")
    found = trace(desk, asked)
    assert [place.passage for place in found] == [first.id, second.id]
    assert found[0].words.startswith("half a jar.")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("words that stand in no document", "do not stand in the text"),
        ("the brushes", "at least 3 words"),
        ("doors#99", "no passage"),
    ],
)
def test_words_that_stand_nowhere(desk: Desk, tmp_path: Path, asked: str, said: str) -> None:
    ingest(desk, write(tmp_path / "mine", "doors.txt", NOTICE))
    with pytest.raises(QueryError, match=said):
        trace(desk, asked)


def test_old_words_stay_traceable_after_a_change(desk: Desk, lamps: Lamps) -> None:
    lamps.serve("/lamp-keeping.html", GUIDE, ETag='"one"')
    desk.sync()
    (before,) = trace(desk, "writes the number in the green ledger")
    assert before.replaced == ""
    desk.clock.at += 86400
    lamps.serve("/lamp-keeping.html", GUIDE.replace(b"green", b"brown"), ETag='"two"')
    desk.sync()
    (after,) = trace(desk, "writes the number in the green ledger")
    assert after.passage == ""
    assert after.sha256 == before.sha256 == hashlib.sha256(GUIDE).hexdigest()
    assert after.replaced > before.version.retrieved  # type: ignore[union-attr]
    assert Path(after.file).read_bytes() == GUIDE
    assert after.heading == before.heading
    (now,) = trace(desk, "writes the number in the brown ledger")
    assert now.passage
    assert now.sha256 != after.sha256


def test_a_local_copy_of_a_fetched_document_has_its_address(desk: Desk, lamps: Lamps) -> None:
    copy = desk.home.parent / "copy.html"
    copy.write_bytes(GUIDE)
    ingest(desk, copy)
    lamps.serve("/lamp-keeping.html", GUIDE)
    desk.sync()
    (found,) = trace(desk, "A lamp that smokes is never lent")
    assert found.origin == found.file == str(copy)
    assert found.version is not None
    assert found.version.url == f"https://{HOST}/lamp-keeping.html"


@pytest.mark.corpus
def test_real_words_lead_to_their_page(corpus: Path, desk: Desk) -> None:
    ingest(desk, corpus / "standards" / "gs0301-misc-admin-program.pdf")
    with Library.open(desk.home, WordVectors()) as library:
        passages = library.passages()
    for passage in passages:
        words = " ".join(passage.text.split()[:12])
        found = trace(desk, words)
        assert passage.id in [place.passage for place in found]
        assert all(place.page for place in found)
