"""Servers that fail for a while: what is asked again, after what wait, and from which byte on."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from email.utils import format_datetime

import pytest

from index.library import Library
from index.sources.holdings import Holdings
from index.sources.sync import Sync, SyncProgress
from tests.index_.lamp_documents import WordVectors
from tests.index_.sources.conftest import GUIDE, Desk, Lamps, Request, held, refusal, source


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
