"""Where a sync asks: at the public addresses of hosts in the catalogue, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import NetworkError
from index.sources.addresses import Addresses, UnreachableError
from tests.index_.sources.conftest import GUIDE, HOST, Desk, Lamps, held, refusal


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


def test_nothing_is_asked_outside_the_catalogue(tmp_path: Path) -> None:
    addresses = Addresses(frozenset({HOST}), resolve=lambda _: ["93.184.216.34"])
    addresses.check(f"https://{HOST}/x")
    for url in ("https://elsewhere.example/x", f"http://{HOST}/x", "file:///etc/passwd", "x"):
        with pytest.raises(NetworkError):
            addresses.check(url)
