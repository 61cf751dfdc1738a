"""Asking for a document politely, and believing nothing of what comes back.

One request at a time and host, with a pause between; a document that has not changed is not
sent again; a download that stopped goes on where it stopped; a server that asks for patience
gets it. What is too large, too slow, compressed against our wish or of another type than asked
for is refused as soon as that shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Self, TypeVar
from urllib.parse import urljoin, urlsplit

from core import VERSION
from core.errors import NetworkError
from index.sources import replies, transport
from index.sources.addresses import Addresses, RefusedError, UnreachableError
from index.sources.asking import (
    DownloadProgress,
    Fetched,
    Limits,
    Timing,
    Unchanged,
    Upstream,
    Validators,
    network_error,
)
from index.sources.catalogue import Format
from index.sources.partial import Partial

if TYPE_CHECKING:
    import httpx2

USER_AGENT = f"fes/{VERSION} (reads classification documents; one request at a time)"

_TRANSIENT = frozenset({408, 425, 429, 500, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ACCEPT: dict[Format, str] = {
    "pdf": "application/pdf, application/octet-stream;q=0.5",
    "html": "text/html, application/xhtml+xml, text/plain;q=0.5",
    "text": "text/plain, text/html;q=0.5",
}
_RANGE = re.compile(r"bytes (\d{1,15})-\d{1,15}/(\d{1,15}|\*)", re.ASCII)


Answer = TypeVar("Answer")


class _AgainError(Exception):
    """This attempt failed in a way that another one may not."""

    def __init__(self, error: NetworkError, *, after: float | None = None) -> None:
        super().__init__(str(error))
        self.error = error
        self.after = after


class Web:
    """Asks for documents by the rules of :class:`Addresses` and within :class:`Limits`."""

    def __init__(
        self, addresses: Addresses, *, limits: Limits | None = None, timing: Timing | None = None
    ) -> None:
        self._addresses = addresses
        self._limits = limits or Limits()
        self._timing = timing or Timing()
        self._client: httpx2.Client | None = None
        self._asked: dict[str, float] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._client is not None:
            self._client.close()

    # --- what can be asked ---------------------------------------------------------------

    def fetch(
        self,
        url: str,
        form: Format,
        partial: Partial,
        known: Validators,
        progress: DownloadProgress,
    ) -> Fetched | Unchanged:
        """Fetch a published document into a file, unless it has not changed.

        Args:
            url: The published address.
            form: What is expected there.
            partial: The file; what it holds of an earlier attempt is not asked for again.
            known: The version that is held; empty validators ask in any case.
            progress: Called as bytes arrive.

        Raises:
            UnreachableError: the host cannot be reached.
            NetworkError: the server failed, or what it sent is refused.
        """
        return self._patiently(lambda: self._fetch_once(url, form, partial, known, progress))

    def look(self, url: str, known: Validators) -> Upstream:
        """Ask whether a document has changed, without fetching it.

        Raises:
            UnreachableError: the host cannot be reached.
            NetworkError: the server failed.
        """
        return self._patiently(lambda: self._look_once(url, known))

    # --- patience ------------------------------------------------------------------------

    def _patiently(self, ask: Callable[[], Answer]) -> Answer:
        """Ask again after failures that may pass, longer and longer apart."""
        attempt = 1
        while True:
            try:
                return ask()
            except _AgainError as again:
                last = self._limits.attempts
                if isinstance(again.error, UnreachableError):
                    last = min(2, last)  # with no network at all, nobody wants to wait
                if attempt >= last:
                    raise again.error from again
                self._timing.sleep(self._wait(attempt, again))
                attempt += 1

    def _wait(self, attempt: int, again: _AgainError) -> float:
        if again.after is not None:
            if again.after > self._limits.patience:
                minutes = max(1, round(again.after / 60))
                unit = "minute" if minutes == 1 else "minutes"
                again.error.hint = f"Try again in about {minutes} {unit}."
                raise again.error from again
            return again.after
        most = min(self._limits.backoff * 2 ** (attempt - 1), self._limits.longest_backoff)
        return float(most * (0.5 + self._timing.jitter() / 2))

    # --- one attempt ---------------------------------------------------------------------

    def _fetch_once(
        self,
        url: str,
        form: Format,
        partial: Partial,
        known: Validators,
        progress: DownloadProgress,
    ) -> Fetched | Unchanged:
        partial.of(url)
        headers = {"Accept": _ACCEPT[form], **self._conditions(partial, known)}
        deadline = self._timing.monotonic() + self._limits.total
        with self._response("GET", url, headers) as response:
            host = response.url.host
            if response.status_code == 304 and known.any():
                return Unchanged(str(response.url))
            if response.status_code == 416:
                partial.clear()
                raise _AgainError(network_error("the server lost the rest of the document", host))
            self._refuse_status(response)
            sent = replies.validators(response)
            total = self._expected(response, partial, sent)
            kind = replies.content_type(response, form)
            with partial.appending(sent.etag, sent.last_modified) as file:
                for block in transport.blocks(response):
                    self._refuse_slow(deadline, host)
                    self._refuse_size(partial.size + len(block), host)
                    if partial.size == 0:
                        replies.refuse_start(block, form, host)
                    file(block)
                    progress(partial.size, total)
            if total is not None and partial.size != total:
                raise _AgainError(network_error("the document arrived in part only", host))
            if partial.size == 0:
                raise network_error("the server sent an empty document", host)
            return Fetched(str(response.url), sent, kind, partial.size)

    def _conditions(self, partial: Partial, known: Validators) -> dict[str, str]:
        """Return the headers that spare the server what need not be sent."""
        if partial.size and partial.validator:
            return {"Range": f"bytes={partial.size}-", "If-Range": partial.validator}
        partial.clear()
        return _unless_changed(known)

    def _expected(
        self, response: httpx2.Response, partial: Partial, sent: Validators
    ) -> int | None:
        """Return the size of the whole document when the server states it.

        A part is taken only when it is the part asked for, of the version begun.
        """
        host = response.url.host
        if response.status_code == 206:
            place = _RANGE.fullmatch(response.headers.get("content-range", ""))
            same = sent.etag in ("", partial.etag)
            if place is None or int(place[1]) != partial.size or not partial.size or not same:
                partial.clear()
                raise _AgainError(
                    network_error("the server sent another part than asked for", host)
                )
            total = None if place[2] == "*" else int(place[2])
        else:
            partial.clear()
            stated = response.headers.get("content-length", "")
            total = int(stated[:15]) if stated.isascii() and stated.isdigit() else None
        if total is not None:
            self._refuse_size(total, host)
        return total

    def _look_once(self, url: str, known: Validators) -> Upstream:
        with self._response("HEAD", url, _unless_changed(known)) as response:
            status = response.status_code
            if status == 304:
                return Upstream(False, known)
            if status in (405, 501):
                return Upstream(None, Validators(), "the server does not answer such questions")
            self._refuse_status(response)
            sent = replies.validators(response)
        if sent.etag and known.etag:
            return Upstream(_strong(sent.etag) != _strong(known.etag), sent)
        if sent.last_modified and known.last_modified:
            return Upstream(sent.last_modified != known.last_modified, sent)
        return Upstream(None, sent, "the server does not name its versions")

    @contextmanager
    def _response(
        self, method: str, url: str, headers: dict[str, str]
    ) -> Iterator[httpx2.Response]:
        """Give the response to a request, with the redirects that are allowed followed."""
        if self._client is None:
            self._client = transport.client(
                connect=self._limits.connect, read=self._limits.read, user_agent=USER_AGENT
            )
        at = self._addresses.of(url)
        for _ in range(self._limits.redirects + 1):
            self._addresses.check(at)
            self._pause(at)
            host = urlsplit(at).hostname or ""
            with transport.errors(host, _raise):
                response = transport.send(self._client, method, at, headers)
                try:
                    goal = response.headers.get("location", "")
                    if response.status_code not in _REDIRECTS or not goal:
                        yield response
                        return
                finally:
                    response.close()
            at = _joined(at, goal, host)
        raise network_error("the server sends from one address to the next without end", host)

    def _pause(self, url: str) -> None:
        """Wait until the host has had its pause since it was last asked."""
        host = urlsplit(url).netloc
        now = self._timing.monotonic()
        last = self._asked.get(host)
        if last is not None and now - last < self._limits.interval:
            self._timing.sleep(self._limits.interval - (now - last))
        self._asked[host] = self._timing.monotonic()

    # --- refusals ------------------------------------------------------------------------

    def _refuse_status(self, response: httpx2.Response) -> None:
        status, host = response.status_code, response.url.host
        if status in (200, 206):
            return
        if status in _TRANSIENT:
            message = {
                429: "the server asks for fewer requests (429)",
                503: "the server is not available just now (503)",
            }.get(status, f"the server failed ({status})")
            raise _AgainError(network_error(message, host), after=self._asked_patience(response))
        if status in (404, 410):
            raise network_error(
                f"there is no document at the address ({status})",
                host,
                hint="It may have moved: find it on the publisher's site and use fes ingest.",
            )
        if status in (401, 403, 451):
            raise network_error(
                f"the server does not give out the document ({status})",
                host,
                hint="Open the address in a browser, save it and use fes ingest.",
            )
        raise network_error(f"the server answered with status {status}", host)

    def _asked_patience(self, response: httpx2.Response) -> float | None:
        """Return how long the server asks to wait, in seconds, from seconds or a date."""
        stated = response.headers.get("retry-after", "").strip()
        if stated.isascii() and stated.isdigit():
            return float(stated[:9])
        try:
            moment = parsedate_to_datetime(stated)
        except (ValueError, OverflowError):
            return None
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return max(0.0, (moment - self._timing.now()).total_seconds())

    def _refuse_size(self, size: int, host: str) -> None:
        if size > self._limits.size:
            raise network_error(
                f"the document is larger than {self._limits.size / 1024**2:,.0f} megabytes",
                host,
                hint="Fetch it by hand if you trust it, and use fes ingest.",
            )

    def _refuse_slow(self, deadline: float, host: str) -> None:
        if self._timing.monotonic() > deadline:
            raise network_error(
                f"the document did not arrive within {self._limits.total / 60:,.0f} minutes",
                host,
                hint="Try again: what has arrived is kept.",
            )


def _unless_changed(known: Validators) -> dict[str, str]:
    headers = {}
    if known.etag:
        headers["If-None-Match"] = known.etag
    if known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    return headers


def _joined(at: str, goal: str, host: str) -> str:
    try:
        joined = urljoin(at, goal)
        urlsplit(joined).port  # noqa: B018  # an impossible port shows only here
    except ValueError as error:
        raise RefusedError("the server sends to an address that is none", where=host) from error
    return joined


def _strong(etag: str) -> str:
    return etag.removeprefix("W/")


def _raise(error: NetworkError, again: bool) -> NetworkError | _AgainError:
    return _AgainError(error) if again else error
