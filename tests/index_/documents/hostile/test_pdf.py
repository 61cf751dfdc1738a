"""PDF files made to harm: each costs itself only, within bounds of time and memory."""

from __future__ import annotations

import time
import zlib
from pathlib import Path

from index.documents import sandbox as guarded
from index.documents.sandbox import Bounds
from tests.index_.documents.hostile.reading import MEGABYTE, QUICK, measured, refused
from tests.index_.documents.hostile.writing import WORDS, nested_forms, one_page, pdf, stream


def test_a_script_and_an_embedded_file_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "acting.pdf"
    path.write_bytes(
        one_page(
            stream(b"", WORDS),
            b'<< /S /JavaScript /JS (app.launchURL\\("http://127.0.0.1:9/"\\);) >>',
            b"<< /Type /Filespec /F (evil.exe) /EF << /F 8 0 R >> >>",
            stream(b"/Type /EmbeddedFile", b"MZ evil words that are not on the page"),
            b"<< /S /Launch /F (evil.exe) >>",
            catalog=b"/OpenAction 6 0 R /AA << /WC 9 0 R >> "
            b"/Names << /EmbeddedFiles << /Names [(evil.exe) 7 0 R] >> >>",
        )
    )
    before = set(tmp_path.iterdir())
    document = guarded.parse(path, path.read_bytes(), QUICK)
    assert document.text == "Lamps are lit at dusk by hand."
    assert set(tmp_path.iterdir()) == before


def test_a_page_that_never_ends_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "forms.pdf"
    path.write_bytes(nested_forms(9, 10))
    assert path.stat().st_size < 4000
    started = time.monotonic()
    assert "within 1 seconds" in refused(path, Bounds(longest=1.0))
    assert time.monotonic() - started < 15


def test_a_page_that_swells_takes_its_bound_of_memory_only(tmp_path: Path) -> None:
    packer = zlib.compressobj(1)
    blanks = b"".join(packer.compress(b" " * MEGABYTE) for _ in range(500)) + packer.flush()
    path = tmp_path / "swollen.pdf"
    facts = b"/Filter [/FlateDecode /FlateDecode]"
    path.write_bytes(one_page(stream(facts, zlib.compress(blanks, 9))))
    assert path.stat().st_size < MEGABYTE
    said, seconds, peak = measured(path, 300 * MEGABYTE)
    assert "made its reader stop" in said
    assert seconds < 20
    assert peak < 320


def many_pages(count: int, lines: int) -> bytes:
    """Return a PDF of many pages of text."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * page) for page in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, kids),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for page in range(count):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * page)
        )
        text = b"".join(
            b"1 0 0 1 72 %d Tm (On page %d the keeper trims wick %d and notes it.) Tj\n"
            % (720 - 14 * line, page, line)
            for line in range(lines)
        )
        objects.append(stream(b"", b"BT /F1 11 Tf\n" + text + b"ET"))
    return pdf(objects)


def test_five_thousand_pages_are_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    path.write_bytes(many_pages(5000, 40))
    said, seconds, peak = measured(path)
    assert "5000 pages; at most 3000" in said
    assert "Split it" in said
    assert seconds < 30
    assert peak < 300


def test_as_many_pages_as_are_read_stay_within_bounds(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    path.write_bytes(many_pages(3000, 6))
    said, seconds, peak = measured(path)
    assert said.startswith("read 3000 pages")
    assert seconds < 240
    assert peak < 500
