"""Fetching documents from a real server: what arrives, and every way in which it may not."""

from __future__ import annotations

import gzip
import hashlib
import json
import time
from dataclasses import replace
from email.utils import format_datetime
from pathlib import Path

import pytest

from core.errors import ModelError, NetworkError, StorageError
from index.library import Library
from index.sources.addresses import Addresses, Mirror, UnreachableError
from index.sources.asking import Validators
from index.sources.catalogue import Source
from index.sources.holdings import Holdings
from index.sources.sync import Sync, SyncProgress, in_turn, status
from tests.index_.helpers import WordVectors
from tests.index_.pdf_pages import lantern_pages, write_pdf
from tests.index_.sources.conftest import GUIDE, HOST, Desk, Lamps, Request, source


def held(desk: Desk, name: str = "lamp-keeping"):  # type: ignore[no-untyped-def]
    return Holdings(desk.home).all()[name]


def refusal(desk: Desk, *sources: Source) -> str:
    """Return why the only source failed; nothing must be held of it."""
    (result,) = desk.sync(*sources)
    assert result.status == "failed"
    assert "\n" not in result.message
    assert Holdings(desk.home).all() == {}
    assert list((desk.home / "sources" / "files").glob("*")) == []
    assert desk.documents() == []
    return result.message


def test_a_document_is_fetched_read_and_noted(desk: Desk, lamps: Lamps) -> None:
    lamps.serve("/lamp-keeping.html", GUIDE, ETag='"one"', Last_Modified="Mon, 01 Jan 2024")
    (result,) = desk.sync()
    assert (result.status, result.document, result.message) == ("added", "lamp-keeping", "")
    version = held(desk).current
    assert version.sha256 == hashlib.sha256(GUIDE).hexdigest() == result.sha256
    assert (version.bytes, version.etag) == (len(GUIDE), '"one"')
    assert version.url == f"https://{HOST}/lamp-keeping.html"
    assert version.final_url == f"{lamps.base}/{HOST}/lamp-keeping.html"
    assert Holdings(desk.home).file(version).read_bytes() == GUIDE
    assert any("green ledger" in text for text in desk.passages())
    stages = [step.stage for step in desk.told]
    assert (stages[0], stages[-2], stages[-1]) == ("asking", "indexing", "done")
    last = {step.stage: (step.done, step.total) for step in desk.told}
    assert last["downloading"] == (len(GUIDE), len(GUIDE))
    assert last["indexing"] == (result.passages, result.passages)


def test_we_say_who_we_are_and_ask_for_plain_bytes(desk: Desk, lamps: Lamps) -> None:
    lamps.serve("/lamp-keeping.html", GUIDE)
    desk.sync()
    (_, _, headers) = lamps.asked[0]
    assert headers["User-Agent"].startswith("fes/")
    assert headers["Accept-Encoding"] == "identity"
    assert "Cookie" not in headers


def test_an_unchanged_document_is_not_sent_again(desk: Desk, lamps: Lamps) -> None:
    def answer(request: Request) -> None:
        if request.headers.get("If-None-Match") == '"one"':
            request.reply(304)
        else:
            request.reply(200, GUIDE, kind="text/html", ETag='"one"')

    lamps.at("/lamp-keeping.html", answer)
    desk.sync()
    first = held(desk)
    desk.clock.at += 86400
    (result,) = desk.sync()
    assert result.status == "unchanged"
    assert lamps.asked[1][2]["If-None-Match"] == '"one"'
    assert held(desk).current == first.current
    assert held(desk).checked > first.checked


def test_the_same_bytes_sent_again_are_unchanged(desk: Desk, lamps: Lamps) -> None:
    lamps.serve("/lamp-keeping.html", GUIDE)
    desk.sync()
    first = held(desk).current
    desk.clock.at += 86400
    (result,) = desk.sync()
    assert result.status == "unchanged"
    assert held(desk).current == first
    assert held(desk).former == ()


def test_a_library_that_lost_the_document_gets_it_back(desk: Desk, lamps: Lamps) -> None:
    lamps.at(
        "/lamp-keeping.html",
        lambda r: (
            r.reply(304)
            if r.headers.get("If-None-Match")
            else r.reply(200, GUIDE, kind="text/html", ETag='"one"')
        ),
    )
    desk.sync()
    for path in desk.home.glob("library.sqlite*"):
        path.unlink()
    (result,) = desk.sync()
    assert result.status == "added"
    assert any("green ledger" in text for text in desk.passages())


def test_a_changed_document_replaces_the_former_which_is_kept(desk: Desk, lamps: Lamps) -> None:
    lamps.serve("/lamp-keeping.html", GUIDE, ETag='"one"')
    desk.sync()
    changed = GUIDE.replace(b"green ledger", b"brown ledger")
    lamps.serve("/lamp-keeping.html", changed, ETag='"two"')
    (result,) = desk.sync()
    assert (result.status, result.document) == ("replaced", "lamp-keeping")
    assert not any("green ledger" in text for text in desk.passages())
    (former,) = held(desk).former
    assert Holdings(desk.home).read(former) == GUIDE
    assert former.replaced == held(desk).current.retrieved


def test_a_document_that_is_there_already_is_not_read_twice(desk: Desk, lamps: Lamps) -> None:
    copy = desk.home.parent / "my-copy.html"
    copy.write_bytes(GUIDE)
    with Library.open(desk.home, WordVectors()) as library:
        library.ingest([copy])
    lamps.serve("/lamp-keeping.html", GUIDE)
    (result,) = desk.sync()
    assert (result.status, result.document) == ("unchanged", "my-copy")
    assert held(desk).current.document == "my-copy"
    with Library.open(desk.home, WordVectors()) as library:
        assert [info.id for info in library.documents()] == ["my-copy"]


# --- failures that pass ------------------------------------------------------------------


def test_a_server_that_fails_once_is_asked_again(desk: Desk, lamps: Lamps) -> None:
    answers = [500, 503, 200]

    def answer(request: Request) -> None:
        code = answers.pop(0)
        request.reply(code, GUIDE if code == 200 else b"down", kind="text/html")

    lamps.at("/lamp-keeping.html", answer)
    assert desk.sync()[0].status == "added"
    waits = [seconds for seconds in desk.clock.slept if seconds >= 1]
    assert waits == [1.0, 2.0], "each wait is longer than the one before"


def test_a_server_that_goes_on_failing_is_given_up(desk: Desk, lamps: Lamps) -> None:
    lamps.at("/lamp-keeping.html", lambda r: r.reply(500))
    assert "failed (500)" in refusal(desk)
    assert len(lamps.asked) == desk.limits.attempts


@pytest.mark.parametrize("as_date", [False, True])
def test_a_server_that_asks_for_patience_gets_it(desk: Desk, lamps: Lamps, as_date: bool) -> None:
    def answer(request: Request) -> None:
        if len(lamps.asked) > 1:
            request.reply(200, GUIDE, kind="text/html")
            return
        later = desk.clock.now().timestamp() + 90
        moment = format_datetime(desk.clock.now().fromtimestamp(later, tz=desk.clock.now().tzinfo))
        request.reply(429, Retry_After=moment if as_date else "90")

    lamps.at("/lamp-keeping.html", answer)
    assert desk.sync()[0].status == "added"
    assert any(89 <= seconds <= 90 for seconds in desk.clock.slept)


def test_more_patience_than_reasonable_is_not_given(desk: Desk, lamps: Lamps) -> None:
    lamps.at("/lamp-keeping.html", lambda r: r.reply(429, Retry_After="7200"))
    message = refusal(desk)
    assert "fewer requests" in message
    assert "in about 120 minutes" in message
    assert len(lamps.asked) == 1
    assert max(desk.clock.slept, default=0) < 200


@pytest.mark.parametrize(
    "nonsense",
    ["soon", "-5", "9" * 400, "Mon, 99 Jan", "Mon, 01 Jan 6666662024 00:00:00 GMT", "\u0663"],
)
def test_a_wait_that_is_nonsense_stops_nothing(desk: Desk, lamps: Lamps, nonsense: str) -> None:
    def answer(request: Request) -> None:
        if len(lamps.asked) > 1:
            request.reply(200, GUIDE, kind="text/html")
        else:
            request.reply(429, Retry_After=nonsense.encode("utf-8").decode("latin-1"))

    lamps.at("/lamp-keeping.html", answer)
    (result,) = desk.sync()
    assert result.status in ("added", "failed")
    assert max(desk.clock.slept, default=0) <= desk.limits.patience


def test_a_document_cut_short_is_continued(desk: Desk, lamps: Lamps) -> None:
    half = len(GUIDE) // 2

    def answer(request: Request) -> None:
        wanted = request.headers.get("Range")
        if wanted is None:
            request.reply(200, GUIDE[:half], kind="text/html", stated=len(GUIDE), ETag='"one"')
            return
        start = int(wanted.removeprefix("bytes=").rstrip("-"))
        request.reply(
            206,
            GUIDE[start:],
            kind="text/html",
            ETag='"one"',
            Content_Range=f"bytes {start}-{len(GUIDE) - 1}/{len(GUIDE)}",
        )

    lamps.at("/lamp-keeping.html", answer)
    assert desk.sync()[0].status == "added"
    assert lamps.asked[1][2]["Range"] == f"bytes={half}-"
    assert lamps.asked[1][2]["If-Range"] == '"one"'
    assert held(desk).current.sha256 == hashlib.sha256(GUIDE).hexdigest()


def test_a_run_that_was_stopped_goes_on_where_it_was(desk: Desk, lamps: Lamps) -> None:
    half = len(GUIDE) // 2
    lamps.at(
        "/lamp-keeping.html",
        lambda r: r.reply(200, GUIDE[:half], kind="text/html", stated=len(GUIDE), ETag='"one"'),
    )
    desk.limits = replace(desk.limits, attempts=1)
    assert "before the document was complete" in refusal(desk)
    lamps.asked.clear()
    lamps.at(
        "/lamp-keeping.html",
        lambda r: r.reply(
            206,
            GUIDE[half:],
            kind="text/html",
            ETag='"one"',
            Content_Range=f"bytes {half}-{len(GUIDE) - 1}/{len(GUIDE)}",
        ),
    )
    assert desk.sync()[0].status == "added"
    assert lamps.asked[0][2]["Range"] == f"bytes={half}-"
    assert held(desk).current.sha256 == hashlib.sha256(GUIDE).hexdigest()
    assert list((desk.home / "sources" / "partial").iterdir()) == []


def test_parts_of_two_versions_are_never_joined(desk: Desk, lamps: Lamps) -> None:
    """The document changed between the parts: the server sends the new one whole."""
    changed = GUIDE.replace(b"green ledger", b"brown ledger")

    def answer(request: Request) -> None:
        if request.headers.get("If-Range") == '"one"':
            request.reply(200, changed, kind="text/html", ETag='"two"')
        else:
            request.reply(200, GUIDE[:200], kind="text/html", stated=len(GUIDE), ETag='"one"')

    lamps.at("/lamp-keeping.html", answer)
    assert desk.sync()[0].status == "added"
    assert held(desk).current.sha256 == hashlib.sha256(changed).hexdigest()


@pytest.mark.parametrize(
    "answered",
    [
        {"Content_Range": "bytes 0-9/5000"},
        {"Content_Range": "bytes 200-9/x"},
        {"Content_Range": f"bytes 200-9/{'9' * 5000}"},
        {},
        {"ETag": '"two"', "Content_Range": "bytes 200-300/301"},
    ],
)
def test_another_part_than_asked_for_is_not_used(
    desk: Desk, lamps: Lamps, answered: dict[str, str]
) -> None:
    def answer(request: Request) -> None:
        if "Range" in request.headers:
            request.reply(206, b"x" * 101, kind="text/html", **answered)
        elif len(lamps.asked) == 1:
            request.reply(200, GUIDE[:200], kind="text/html", stated=len(GUIDE), ETag='"one"')
        else:
            request.reply(200, GUIDE, kind="text/html", ETag='"one"')

    lamps.at("/lamp-keeping.html", answer)
    assert desk.sync()[0].status == "added"
    assert held(desk).current.sha256 == hashlib.sha256(GUIDE).hexdigest()


def test_a_version_without_a_strong_name_is_begun_anew(desk: Desk, lamps: Lamps) -> None:
    def answer(request: Request) -> None:
        cut = len(lamps.asked) == 1
        body = GUIDE[:200] if cut else GUIDE
        request.reply(200, body, kind="text/html", stated=len(GUIDE), ETag='W/"one"')

    lamps.at("/lamp-keeping.html", answer)
    assert desk.sync()[0].status == "added"
    assert "Range" not in lamps.asked[1][2]


def test_one_host_is_not_asked_twice_at_once(desk: Desk, lamps: Lamps) -> None:
    for name in ("one", "two", "three"):
        lamps.serve(f"/{name}.html", GUIDE.replace(b"green", name.encode()))
    results = desk.sync(*(source(name) for name in ("one", "two", "three")))
    assert [result.status for result in results] == ["added"] * 3
    assert [1 if 0.9 < seconds <= 1 else 0 for seconds in desk.clock.slept] == [1, 1]


# --- refusals ----------------------------------------------------------------------------


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


def test_a_page_that_is_no_decision_is_said(desk: Desk, lamps: Lamps) -> None:
    lamps.serve("/lamp-keeping.html", GUIDE)
    (result,) = desk.sync(source(kind="decision"))
    assert result.status == "added"
    assert "does not read like an appeal decision" in result.message


@pytest.mark.parametrize("broken", [b"", b"<html><body><nav>Home</nav></body></html>", None])
def test_a_failure_leaves_what_was_held(desk: Desk, lamps: Lamps, broken: bytes | None) -> None:
    lamps.serve("/lamp-keeping.html", GUIDE, ETag='"one"')
    desk.sync()
    before = held(desk)
    if broken is None:
        del lamps.routes[f"/{HOST}/lamp-keeping.html"]
    else:
        lamps.serve("/lamp-keeping.html", broken, ETag='"two"')
    (result,) = desk.sync()
    assert result.status == "failed"
    assert held(desk) == before
    assert Holdings(desk.home).read(before.current) == GUIDE
    assert any("green ledger" in text for text in desk.passages())


def test_a_failure_does_not_stop_the_others(desk: Desk, lamps: Lamps) -> None:
    lamps.serve("/good.html", GUIDE)
    results = desk.sync(source("missing"), source("good"))
    assert [result.status for result in results] == ["failed", "added"]


# --- redirects ---------------------------------------------------------------------------


def test_a_document_that_moved_on_its_host_is_followed(desk: Desk, lamps: Lamps) -> None:
    lamps.at("/lamp-keeping.html", lambda r: r.reply(301, Location=f"/{HOST}/new/place.html"))
    lamps.serve("/new/place.html", GUIDE)
    assert desk.sync()[0].status == "added"
    assert held(desk).current.final_url == f"{lamps.base}/{HOST}/new/place.html"


@pytest.mark.parametrize(
    "goal",
    [
        "https://elsewhere.example/x.html",
        "http://lamps.example/plain",
        "file:///etc/passwd",
        "ftp://lamps.example/x",
        "//169.254.169.254/latest",
        "https://lamps.example:8443/x",
        "https://lamps.example@elsewhere.example/x",
        "http://127.0.0.1:1/x",
        "https://[::1]/x",
        "https://lamps.example:99999/x",
        "https://[broken/x",
    ],
)
def test_a_redirect_elsewhere_is_refused(desk: Desk, lamps: Lamps, goal: str) -> None:
    lamps.at("/lamp-keeping.html", lambda r: r.reply(302, Location=goal))
    message = refusal(desk)
    assert "catalogue" in message or "address that is none" in message
    assert len(lamps.asked) == 1


def test_redirects_without_end_are_given_up(desk: Desk, lamps: Lamps) -> None:
    lamps.at("/lamp-keeping.html", lambda r: r.reply(302, Location=f"/{HOST}/lamp-keeping.html"))
    assert "without end" in refusal(desk)
    assert len(lamps.asked) == desk.limits.redirects + 1


# --- no network --------------------------------------------------------------------------


def test_without_a_network_everything_is_as_it_was(desk: Desk, lamps: Lamps) -> None:
    lamps.serve("/lamp-keeping.html", GUIDE)
    desk.sync()
    before = (desk.home / "sources" / "manifest.json").read_bytes()
    desk.addresses = Addresses(frozenset({HOST}), Mirror.named("http://127.0.0.1:9", where="test"))
    with pytest.raises(UnreachableError, match="network cannot be reached") as caught:
        desk.sync(source(), source("another"), source("third"))
    assert caught.value.exit_code == 3
    assert "\n" not in caught.value.sentence()
    assert (desk.home / "sources" / "manifest.json").read_bytes() == before
    assert any("green ledger" in text for text in desk.passages())
    assert sum(desk.clock.slept) < 10, "three sources wait no longer than one"


def test_a_host_without_an_address_is_unreachable(desk: Desk) -> None:
    def no_address(_: str) -> list[str]:
        raise OSError("no such host")

    desk.addresses = Addresses(frozenset({HOST}), resolve=no_address)
    with pytest.raises(UnreachableError):
        desk.sync()


def test_a_listed_host_at_a_private_address_is_refused(desk: Desk) -> None:
    for address in ("127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "fe80::1%eth0", "x"):
        desk.addresses = Addresses(frozenset({HOST}), resolve=lambda _, a=address: [a])
        (result,) = desk.sync()
        assert "not a public one" in result.message


# --- what is held ------------------------------------------------------------------------


def test_status_asks_nobody_unless_told_to(desk: Desk, lamps: Lamps) -> None:
    lamps.serve("/lamp-keeping.html", GUIDE, ETag='"one"')
    desk.sync()
    lamps.asked.clear()
    (state,) = status(Holdings(desk.home), [source()])
    assert (state.is_kept, state.upstream, lamps.asked) == (True, None, [])


@pytest.mark.parametrize(
    ("code", "etag", "changed"),
    [(304, "", False), (200, '"one"', False), (200, 'W/"one"', False), (200, '"two"', True)],
)
def test_status_tells_what_has_changed(
    desk: Desk, lamps: Lamps, code: int, etag: str, changed: bool
) -> None:
    lamps.serve("/lamp-keeping.html", GUIDE, ETag='"one"')
    desk.sync()
    lamps.at("/lamp-keeping.html", lambda r: r.reply(code, **({"ETag": etag} if etag else {})))
    with desk.web() as web:
        (state,) = status(Holdings(desk.home), [source()], web=web)
    assert state.upstream is not None
    assert state.upstream.changed is changed
    assert lamps.asked[-1][0] == "HEAD"


def test_status_says_what_cannot_be_told(desk: Desk, lamps: Lamps) -> None:
    lamps.serve("/lamp-keeping.html", GUIDE)
    desk.sync()
    for code, said in ((405, "does not answer"), (200, "does not name its versions")):
        lamps.at("/lamp-keeping.html", lambda r, c=code: r.reply(c))
        with desk.web() as web:
            (state,) = status(Holdings(desk.home), [source()], web=web)
        assert state.upstream is not None
        assert state.upstream.changed is None
        assert said in state.upstream.note
    lamps.at("/lamp-keeping.html", lambda r: r.reply(404))
    with desk.web() as web:
        (state,) = status(Holdings(desk.home), [], web=web)
    assert "no document" in state.failure
    assert state.source is None


def test_a_file_that_was_tampered_with_is_fetched_anew(desk: Desk, lamps: Lamps) -> None:
    lamps.serve("/lamp-keeping.html", GUIDE, ETag='"one"')
    desk.sync()
    file = Holdings(desk.home).file(held(desk).current)
    file.write_bytes(b"something else")
    (state,) = status(Holdings(desk.home), [source()])
    assert not state.is_kept
    desk.sync()
    assert "If-None-Match" not in lamps.asked[-1][2]
    assert file.read_bytes() == GUIDE


@pytest.mark.parametrize("text", ["{", "[]", '{"format": 1}', '{"format": 9, "sources": []}', "\0"])
def test_a_damaged_manifest_is_said(desk: Desk, text: str) -> None:
    folder = desk.home / "sources"
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text(text)
    with pytest.raises(StorageError) as caught:
        Holdings(desk.home).all()
    assert "manifest.json" in caught.value.sentence()


def test_a_manifest_cannot_lead_out_of_its_folder(desk: Desk, lamps: Lamps) -> None:
    lamps.serve("/lamp-keeping.html", GUIDE)
    desk.sync()
    path = desk.home / "sources" / "manifest.json"
    for field, value in (("sha256", "../../../etc/passwd"), ("suffix", "/../../x")):
        data = json.loads(path.read_text())
        data["sources"][0]["current"][field] = value
        (desk.home / "sources" / "other").mkdir(exist_ok=True)
        broken = Holdings(desk.home / "sources" / "other")
        broken.folder.mkdir(exist_ok=True)
        (broken.folder / "manifest.json").write_text(json.dumps(data))
        with pytest.raises(StorageError):
            broken.all()


def test_two_syncs_at_once_are_kept_apart(desk: Desk, lamps: Lamps) -> None:
    lamps.serve("/lamp-keeping.html", GUIDE)
    with Holdings(desk.home).writing(), pytest.raises(StorageError):
        desk.sync()
    assert lamps.asked == []


def test_new_ones_come_first_then_the_longest_unasked(desk: Desk, lamps: Lamps) -> None:
    for name in ("old", "newer"):
        lamps.serve(f"/{name}.html", GUIDE.replace(b"green", name.encode()))
        desk.sync(source(name))
        desk.clock.at += 60
    order = in_turn([source(n) for n in ("newer", "never", "old")], Holdings(desk.home))
    assert [s.name for s in order] == ["never", "old", "newer"]


def test_an_interrupted_write_keeps_the_former_manifest(
    desk: Desk, lamps: Lamps, monkeypatch: pytest.MonkeyPatch
) -> None:
    lamps.serve("/lamp-keeping.html", GUIDE)
    desk.sync()
    path = desk.home / "sources" / "manifest.json"
    before = path.read_bytes()
    lamps.serve("/lamp-keeping.html", GUIDE.replace(b"green", b"brown"))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("index.documents.files.os.fsync", full)
    with pytest.raises(StorageError, match="No space left"):
        desk.sync()
    monkeypatch.undo()
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.glob(".*")] == []
    assert desk.sync()[0].status in ("replaced", "unchanged")
    assert held(desk).former[0].sha256 == hashlib.sha256(GUIDE).hexdigest()


@pytest.mark.parametrize("stop", [KeyboardInterrupt, ModelError("the embedding server went away")])
def test_an_interrupted_reading_leaves_the_former_document(
    desk: Desk, lamps: Lamps, stop: type[BaseException] | BaseException
) -> None:
    class Stopping(WordVectors):
        def embed_query(self, text: str) -> list[float]:
            if "brown" in text:
                raise stop
            return super().embed_query(text)

    lamps.serve("/lamp-keeping.html", GUIDE)
    desk.sync()
    before = held(desk)
    lamps.serve("/lamp-keeping.html", GUIDE.replace(b"green", b"brown"))
    with (
        desk.web() as web,
        Library.open(desk.home, Stopping()) as library,
        pytest.raises((KeyboardInterrupt, ModelError)),
    ):
        Sync(library, desk.addresses, web, timing=desk.clock.timing).run([source()], print)
    assert held(desk) == before
    assert [path.name for path in (desk.home / "sources" / "files").iterdir()] == [
        f"{before.current.sha256}.html"
    ]
    assert any("green ledger" in text for text in desk.passages())
    assert desk.sync()[0].status == "replaced"


def test_an_interrupted_download_is_kept_for_the_next_time(desk: Desk, lamps: Lamps) -> None:
    def told(step: SyncProgress) -> None:
        if step.stage == "downloading":
            raise KeyboardInterrupt

    lamps.serve("/lamp-keeping.html", GUIDE, ETag='"one"')
    with (
        desk.web() as web,
        Library.open(desk.home, WordVectors()) as library,
        pytest.raises(KeyboardInterrupt),
    ):
        Sync(library, desk.addresses, web, timing=desk.clock.timing).run([source()], told)
    assert Holdings(desk.home).all() == {}
    lamps.asked.clear()
    assert desk.sync()[0].status == "added"
    assert lamps.asked[0][2]["If-Range"] == '"one"'
    assert held(desk).current.sha256 == hashlib.sha256(GUIDE).hexdigest()


def test_nothing_is_asked_outside_the_catalogue(tmp_path: Path) -> None:
    addresses = Addresses(frozenset({HOST}), resolve=lambda _: ["93.184.216.34"])
    addresses.check(f"https://{HOST}/x")
    for url in ("https://elsewhere.example/x", f"http://{HOST}/x", "file:///etc/passwd", "x"):
        with pytest.raises(NetworkError):
            addresses.check(url)


def test_validators_are_needed_to_believe_in_no_change(desk: Desk, lamps: Lamps) -> None:
    """A server that answers 304 to a question that was not asked is not believed."""
    lamps.at("/lamp-keeping.html", lambda r: r.reply(304))
    assert "status 304" in refusal(desk)
    assert not Validators().any()
