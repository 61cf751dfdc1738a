"""What is said in asking for a document: limits, clocks, versions and answers."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from core.errors import NetworkError

DownloadProgress = Callable[[int, int | None], None]
"""Called with the bytes that are there and, when known, how many there will be."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How far to go: bytes, requests, and seconds.

    ``total`` bounds one request with its body, however slowly it drips; ``interval`` is the
    pause between requests to one host; ``patience`` the longest wait a server may ask for.
    """

    size: int = 64 * 1024 * 1024
    attempts: int = 5
    redirects: int = 5
    connect: float = 15.0
    read: float = 30.0
    total: float = 900.0
    interval: float = 1.0
    backoff: float = 1.0
    longest_backoff: float = 30.0
    patience: float = 120.0


@dataclass(frozen=True, slots=True)
class Timing:
    """The clocks and the dice, so that tests need not wait."""

    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    jitter: Callable[[], float] = random.random


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said names the version it sent; empty when it said nothing."""

    etag: str = ""
    last_modified: str = ""

    def any(self) -> bool:
        """Return whether there is something to compare."""
        return bool(self.etag or self.last_modified)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document that was sent whole; its bytes are in the file named when asking."""

    final_url: str
    validators: Validators
    content_type: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A document that has not changed since it was last sent."""

    final_url: str


@dataclass(frozen=True, slots=True)
class Upstream:
    """What a server says of a document without sending it.

    ``changed`` is None when the server gives nothing to tell by.
    """

    changed: bool | None
    validators: Validators
    note: str = ""


def network_error(message: str, host: str, *, hint: str = "") -> NetworkError:
    """Return an error of a host, with what a person can do about it."""
    return NetworkError(message, where=host, hint=hint)
