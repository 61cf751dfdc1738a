"""Documents that are not taken: what a server may send in their place, and what is said of it."""

from __future__ import annotations

import gzip
import hashlib
import time
from dataclasses import replace

import pytest

from index.sources.asking import Validators
from tests.index_.documents.pdf_pages import lantern_pages, write_pdf
from tests.index_.sources.conftest import GUIDE, HOST, Desk, Lamps, Request, refusal, source


@pytest.mark.parametrize("status_code", [404, 410])
def test_a_document_that_is_gone(desk: Desk, lamps: Lamps, status_code: int) -> None:
    lamps.at("/lamp-keeping.html", lambda r: r.reply(status_code))
    assert "no document at the address" in refusal(desk)
    assert len(lamps.asked) == 1


def test_a_document_that_is_not_given_out(desk: Desk, lamps: Lamps) -> None:
    lamps.at("/lamp-keeping.html", lambda r: r.reply(403))
    assert "browser" in refusal(desk)


def test_a_web_page_in_place_of_a_pdf(desk: Desk, lamps: Lamps) -> None:
    pdf = source(url=f"https://{HOST}/lamps.pdf", format="pdf")
    lamps.serve("/lamps.pdf", GUIDE)
    assert "a web page where a PDF was expected" in refusal(desk, pdf)
    lamps.serve("/lamps.pdf", GUIDE, kind="application/pdf")
    assert "not a PDF, whatever it calls it" in refusal(desk, pdf)


def test_a_pdf_is_taken_under_a_general_type(desk: Desk, lamps: Lamps) -> None:
    data = write_pdf(lantern_pages(), foot="Fictional Office of Lanterns")
    lamps.serve("/lamps.pdf", data, kind="application/octet-stream")
    (result,) = desk.sync(source(url=f"https://{HOST}/lamps.pdf", format="pdf"))
    assert (result.status, result.pages) == ("added", 3)


def test_a_page_without_a_type_is_taken_when_it_is_text(desk: Desk, lamps: Lamps) -> None:
    lamps.serve(
        "/lamp-keeping.html", b"PK\x03\x04\0\0\0 not a page", kind="application/octet-stream"
    )
    assert "not a web page" in refusal(desk)
    lamps.serve("/lamp-keeping.html", GUIDE, kind="application/octet-stream")
    assert desk.sync()[0].status == "added"


def test_an_endless_document_is_stopped(desk: Desk, lamps: Lamps) -> None:
    sent = 0

    def answer(request: Request) -> None:
        nonlocal sent
        request.send_response(200)
        request.send_header("Content-Type", "text/html")
        request.send_header("Transfer-Encoding", "chunked")
        request.end_headers()
        block = b"<p>lamp</p>" * 1000
        while True:
            request.wfile.write(b"%x\r\n%s\r\n" % (len(block), block))
            sent += len(block)

    lamps.at("/lamp-keeping.html", answer)
    assert "larger than 1 megabytes" in refusal(desk)
    assert sent < 64 * 1024 * 1024


def test_a_document_that_says_it_is_too_large_is_not_begun(desk: Desk, lamps: Lamps) -> None:
    lamps.at("/lamp-keeping.html", lambda r: r.reply(200, GUIDE, kind="text/html", stated=10**12))
    assert "larger than" in refusal(desk)


def test_a_document_that_drips_is_given_up(desk: Desk, lamps: Lamps) -> None:
    def answer(request: Request) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "text/html")
        request.send_header("Content-Length", "100000")
        request.end_headers()
        for _ in range(400):
            request.wfile.write(b"x")
            time.sleep(0.02)

    lamps.at("/lamp-keeping.html", answer)
    desk.limits = replace(desk.limits, total=0.3)
    desk.clock.monotonic = time.monotonic  # type: ignore[method-assign]
    started = time.monotonic()
    assert "did not arrive within" in refusal(desk)
    assert time.monotonic() - started < 3


def test_a_server_that_falls_silent(desk: Desk, lamps: Lamps) -> None:
    lamps.at("/lamp-keeping.html", lambda _: time.sleep(0.6))
    desk.limits = replace(desk.limits, read=0.1, attempts=2)
    assert "stopped answering" in refusal(desk)
    assert len(lamps.asked) == 2


def test_nothing_sent_is_ever_unpacked(desk: Desk, lamps: Lamps) -> None:
    bomb = gzip.compress(b" " * (200 * 1024 * 1024))
    lamps.serve("/lamp-keeping.html", bomb, Content_Encoding="gzip")
    assert "compressed" in refusal(desk)


def test_names_that_a_server_gives_are_not_used(desk: Desk, lamps: Lamps) -> None:
    lamps.serve(
        "/lamp-keeping.html",
        GUIDE,
        Content_Disposition='attachment; filename="../../../../evil.sh"',
        ETag='"\xff\x1b]0;owned\x07/../x"',
    )
    desk.sync()
    sha = hashlib.sha256(GUIDE).hexdigest()
    found = {str(p.relative_to(desk.home)) for p in (desk.home / "sources").rglob("*")}
    assert f"sources/files/{sha}.html" in found
    assert not any("evil" in name or "owned" in name for name in found)
    assert not list(desk.home.parent.glob("evil*"))
    assert desk.sync()[0].status == "unchanged", "a name that cannot be sent back is none"


def test_what_cannot_be_read_is_not_kept(desk: Desk, lamps: Lamps) -> None:
    lamps.serve("/lamp-keeping.html", b"<html><body><nav>Home</nav></body></html>")
    assert "no words" in refusal(desk)


def test_an_empty_document(desk: Desk, lamps: Lamps) -> None:
    lamps.serve("/lamp-keeping.html", b"")
    assert "empty" in refusal(desk)


def test_validators_are_needed_to_believe_in_no_change(desk: Desk, lamps: Lamps) -> None:
    """A server that answers 304 to a question that was not asked is not believed."""
    lamps.at("/lamp-keeping.html", lambda r: r.reply(304))
    assert "status 304" in refusal(desk)
    assert not Validators().any()
