"""What a sync does to the library: documents come, stay, change, and survive its failures."""

from __future__ import annotations

import hashlib

import pytest

from core.errors import ModelError, StorageError
from index.library import Library
from index.sources.addresses import Addresses, Mirror, UnreachableError
from index.sources.holdings import Holdings
from index.sources.sync import Sync, in_turn
from tests.index_.lamp_documents import WordVectors
from tests.index_.sources.conftest import GUIDE, HOST, Desk, Lamps, Request, held, source


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


def test_one_host_is_not_asked_twice_at_once(desk: Desk, lamps: Lamps) -> None:
    for name in ("one", "two", "three"):
        lamps.serve(f"/{name}.html", GUIDE.replace(b"green", name.encode()))
    results = desk.sync(*(source(name) for name in ("one", "two", "three")))
    assert [result.status for result in results] == ["added"] * 3
    assert [1 if 0.9 < seconds <= 1 else 0 for seconds in desk.clock.slept] == [1, 1]


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
