"""What is held of the sources: its state, its file on disk, and a manifest that is damaged."""

from __future__ import annotations

import hashlib
import json

import pytest

from core.errors import StorageError
from index.sources.holdings import Holdings
from index.sources.sync import status
from tests.index_.sources.conftest import GUIDE, Desk, Lamps, held, source


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
