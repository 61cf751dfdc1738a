"""The application in a browser on this machine: one session a tab, behind a token.

textual-serve runs a process for each tab and carries its screen over a websocket. What is added
here keeps it to the person who started it: it listens on 127.0.0.1 only, every request needs the
token of the address or the cookie made of it, and a page of another origin gets nothing. A file
brought in is kept under the data folder and handed to its tab as a terminal hands over a file that
is dragged into it: as pasted text.
"""

from __future__ import annotations

import re
import secrets
import shlex
import socket
import sys
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

import aiohttp_jinja2
import jinja2
from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.server import Server

from core.errors import StorageError, UsageError
from index.documents.files import disk_errors, own_folder

HOST: Final = "127.0.0.1"
COOKIE: Final = "fes"
MOST_BYTES: Final = 60_000_000
FOLDER: Final = "brought-in"
_TEMPLATES: Final = Path(__file__).resolve().parent / "templates"
_session: ContextVar[str] = ContextVar("session", default="")

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class FesServer(Server):
    """Serves the application to whoever has the token.

    Args:
        home: the data folder, in which files brought in are kept.
        port: where to listen.
        command: what runs in each tab.
        told: called with the address once it can be opened.
    """

    def __init__(
        self, home: Path, port: int, command: list[str], told: Callable[[str], None]
    ) -> None:
        super().__init__(
            shlex.join(command), host=HOST, port=port, title="fes", templates_path=_TEMPLATES
        )
        self.token = secrets.token_urlsafe(24)
        self._home = home
        self._told = told
        self._sessions: dict[str, AppService] = {}

    @property
    def address(self) -> str:
        return f"{self.public_url}/?token={self.token}"

    def initialize_logging(self) -> None:
        """Log nothing: the terminal shows the address."""

    async def on_startup(self, app: web.Application) -> None:  # noqa: ARG002 - the base's signature
        """Tell the address."""
        self._told(self.address)

    async def _make_app(self) -> web.Application:
        application = web.Application(middlewares=[self._guard], client_max_size=MOST_BYTES)
        aiohttp_jinja2.setup(application, loader=jinja2.FileSystemLoader(self.templates_path))
        application.add_routes(
            [
                web.get("/", self.handle_index, name="index"),
                web.get("/ws/{session}", self.handle_websocket, name="websocket"),
                web.get("/download/{key}", self.handle_download, name="download"),
                web.post("/bring/{session}", self.handle_upload, name="bring"),
                web.static("/static", self.statics_path, name="static"),
            ]
        )
        application.on_startup.append(self.on_startup)
        application.on_shutdown.append(self.on_shutdown)
        return application

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let only those in who have the token, from a page of this address."""
        own = f"{HOST}:{self.port}"
        origin = request.headers.get("Origin", f"http://{own}")
        if request.host != own or origin != f"http://{own}":
            raise web.HTTPForbidden(text="This address is for pages of its own only.")
        given = request.query.get("token") or request.cookies.get(COOKIE, "")
        if not secrets.compare_digest(given.encode(), self.token.encode()):
            raise web.HTTPForbidden(text="Open the address that fes serve printed: it has a token.")
        response = await handler(request)
        if not response.prepared:
            response.set_cookie(COOKIE, self.token, httponly=True, samesite="Strict")
            response.headers["Cache-Control"] = "no-store"
            response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    async def handle_index(self, request: web.Request) -> Any:
        """Give the page of a new session."""
        session = secrets.token_urlsafe(12)
        static = f"{self.public_url}/static/"
        context = {
            "font_size": 15,
            "app_websocket_url": f"ws://{HOST}:{self.port}/ws/{session}",
            "upload_url": f"/bring/{session}",
            "config": {"static": {"url": static}},
            "application": {"name": self.title},
        }
        return aiohttp_jinja2.render_template("app_index.html", request, context)

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run a session for a tab."""
        session = request.match_info["session"]
        _session.set(session)
        try:
            return await super().handle_websocket(request)
        finally:
            self._sessions.pop(session, None)

    async def _process_messages(
        self, websocket: web.WebSocketResponse, app_service: AppService
    ) -> None:
        self._sessions[_session.get()] = app_service
        await super()._process_messages(websocket, app_service)

    async def handle_upload(self, request: web.Request) -> web.Response:
        """Keep a file brought in and hand its path to its tab."""
        service = self._sessions.get(request.match_info["session"])
        if service is None:
            raise web.HTTPNotFound(text="This session has ended.")
        name = unquote(request.headers.get("X-File-Name", "")) or "file"
        try:
            path = keep_file(self._home, name, await request.read())
        except StorageError as error:
            raise web.HTTPInsufficientStorage(text=error.sentence()) from error
        await service.send_bytes(f"\x1b[200~{path}\x1b[201~".encode())
        return web.Response(text="brought in")


def keep_file(home: Path, name: str, data: bytes) -> Path:
    """Write a file brought in under the data folder, under its own name without any path.

    Raises:
        StorageError: when it cannot be written.
    """
    plain = re.sub(r"[^\w.\- ]+", "_", Path(name.replace("\\", "/")).name).strip(". ") or "file"
    folder = home / FOLDER / secrets.token_hex(4)
    path = folder / plain[-120:]
    with disk_errors("the file cannot be kept", folder):
        for part in (home, home / FOLDER, folder):
            own_folder(part)
        path.write_bytes(data)
    return path


def free_port(wanted: int) -> int:
    """Return a port that is free on this machine: the one wanted, or any for 0.

    Raises:
        UsageError: when the one wanted is taken.
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, wanted))
        except OSError as error:
            raise UsageError(
                f"port {wanted} cannot be used ({error.strerror or error})",
                where="--port",
                hint="Choose another, or leave it out for any that is free.",
            ) from error
        port: int = probe.getsockname()[1]
        return port


def serve(home: Path, port: int, told: Callable[[str], None]) -> None:
    """Serve until Ctrl+C.

    Raises:
        UsageError: when the port is taken.
    """
    command = [sys.executable, "-m", "assistant.cli.main", "chat"]
    FesServer(home, free_port(port), command, told).serve()
