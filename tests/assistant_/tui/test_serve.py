"""``fes serve``: on this machine only, for whoever has the token; files come in and go out."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer

from assistant.tui.serve.server import FesServer, free_port, keep_file
from core.errors import UsageError


class Client:
    """A browser that talks to the server at the address it believes in."""

    def __init__(self, server: FesServer, client: TestClient) -> None:
        self.server, self.client = server, client
        self.host = {"Host": f"127.0.0.1:{server.port}"}

    async def status(self, path: str, **headers: str) -> int:
        async with self.client.get(path, headers={**self.host, **headers}) as answer:
            return answer.status


async def opened(tmp_path: Path) -> Client:
    server = FesServer(tmp_path, free_port(0), ["true"], lambda _: None)
    client = TestClient(TestServer(await server._make_app()))
    await client.start_server()
    return Client(server, client)


async def test_nothing_is_given_without_the_token(tmp_path: Path) -> None:
    browser = await opened(tmp_path)
    for path in ("/", "/?token=guessed", "/ws/x", "/download/x", "/static/css/xterm.css"):
        assert await browser.status(path) == 403
    assert await browser.status(f"/?token={browser.server.token}") == 200
    # The cookie of the page now opens what the page needs.
    assert await browser.status("/static/css/xterm.css") == 200
    await browser.client.close()


async def test_a_page_of_another_origin_gets_nothing_even_with_the_token(tmp_path: Path) -> None:
    browser = await opened(tmp_path)
    path = f"/?token={browser.server.token}"
    assert await browser.status(path, Host="attacker.example") == 403
    assert await browser.status(path, Origin="http://attacker.example") == 403
    await browser.client.close()


async def test_the_page_asks_nothing_of_other_machines(tmp_path: Path) -> None:
    browser = await opened(tmp_path)
    async with browser.client.get(
        f"/?token={browser.server.token}", headers=browser.host
    ) as answer:
        text = await answer.text()
    assert "//fonts." not in text
    assert text.count("://") == text.count(f"://127.0.0.1:{browser.server.port}")
    await browser.client.close()


@pytest.mark.slow
async def test_a_paper_is_a_download_and_no_window_that_a_browser_refuses(tmp_path: Path) -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed")
    browser = await opened(tmp_path)
    path = f"/?token={browser.server.token}"
    async with browser.client.get(path, headers=browser.host) as answer:
        text = await answer.text()
    await browser.client.close()
    page = tmp_path / "page.html"
    # What the page's own program does when a paper is ready, in place of a click on the link.
    ready = """<script>
      HTMLAnchorElement.prototype.click = function () { document.title = "saved " + this.href; };
      window.open(window.location.origin + "/download/key", "_blank");
    </script>"""
    page.write_text(text.replace("</body>", f"{ready}</body>"), "utf-8")
    command = [chromium, "--headless=new", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    command += [f"--user-data-dir={tmp_path / 'profile'}", page.as_uri()]
    seen = await asyncio.to_thread(subprocess.run, command, capture_output=True, timeout=60)
    assert b"<title>saved file:///download/key</title>" in seen.stdout


async def test_a_file_brought_in_is_kept_and_pasted_into_its_own_tab(tmp_path: Path) -> None:
    browser = await opened(tmp_path)
    pasted: list[bytes] = []

    class Tab:
        async def send_bytes(self, data: bytes) -> None:
            await asyncio.sleep(0)
            pasted.append(data)

    browser.server._sessions["mine"] = Tab()  # type: ignore[assignment]
    url = f"/bring/mine?token={browser.server.token}"
    headers = {**browser.host, "X-File-Name": "..%2F..%2Fberth%20plan.txt"}
    async with browser.client.post(url, data=b"duties", headers=headers) as answer:
        assert answer.status == 200
    path = Path(pasted[0].decode().removeprefix("\x1b[200~").removesuffix("\x1b[201~"))
    assert path.name == "berth plan.txt"
    assert path.read_bytes() == b"duties"
    assert tmp_path in path.parents
    async with browser.client.post(url.replace("mine", "other"), data=b"x", headers=headers) as no:
        assert no.status == 404
    await browser.client.close()


@pytest.mark.parametrize("name", ["", ".", "..", "/", "a/../b", "\x1b[31m.txt", "x" * 400])
def test_no_name_leaves_the_folder(tmp_path: Path, name: str) -> None:
    path = keep_file(tmp_path, name, b"x")
    assert path.parent.parent == tmp_path / "brought-in"
    assert path.name.isprintable()


def test_a_port_in_use_is_refused_in_one_sentence() -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(UsageError, match="cannot be used"):
            free_port(taken.getsockname()[1])
