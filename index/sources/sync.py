"""Bringing the library up to date with what is published: only what was chosen, one by one.

A source is fetched, kept, read into the library and noted, in this order. Whatever stops it
before the note leaves what was held as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from core.errors import InputError, NetworkError
from index.documents import sandbox as guarded
from index.models import Kind
from index.record.ingest import IngestProgress
from index.sources.addresses import Addresses, UnreachableError
from index.sources.asking import Fetched, Timing, Unchanged, Upstream, Validators
from index.sources.catalogue import Source
from index.sources.holdings import Held, Holdings, Version, fetched_errors
from index.sources.partial import Partial

if TYPE_CHECKING:
    from index.library import Library
    from index.sources.web import Web

SyncStatus = Literal["added", "replaced", "unchanged", "failed"]
Stage = Literal["asking", "downloading", "indexing", "done"]


@dataclass(frozen=True, slots=True)
class SyncProgress:
    """How far a sync is: source ``number`` of ``of``.

    ``done`` of ``total``, if known, are bytes while downloading and passages while indexing.
    """

    name: str
    stage: Stage
    number: int
    of: int
    done: int = 0
    total: int | None = None


@dataclass(frozen=True, slots=True)
class SyncResult:
    """What became of one source.

    ``message`` says why it failed, or what a person should look at. ``unreachable`` tells a
    host that cannot be reached from one that answers badly.
    """

    name: str
    status: SyncStatus
    url: str
    document: str = ""
    kind: Kind | None = None
    bytes: int = 0
    sha256: str = ""
    pages: int = 0
    passages: int = 0
    message: str = ""
    unreachable: bool = False


@dataclass(frozen=True, slots=True)
class HeldStatus:
    """A source that is held and what is known of it.

    ``source`` is None when the catalogue has it no more. ``is_kept`` tells whether its bytes
    are still there as fetched. ``upstream`` is what its server said just now; ``failure`` why
    it could not be asked.
    """

    held: Held
    source: Source | None
    is_kept: bool
    upstream: Upstream | None = None
    failure: str = ""


Tell = Callable[[SyncProgress], None]
Indexed = Callable[[IngestProgress], None]


def in_turn(sources: Sequence[Source], holdings: Holdings) -> list[Source]:
    """Return the sources in the order to fetch them: new ones first, then the longest unasked."""
    held = holdings.all()
    return sorted(sources, key=lambda s: held[s.name].checked if s.name in held else "")


class Sync:
    """Fetches chosen sources into one library."""

    def __init__(
        self, library: Library, addresses: Addresses, web: Web, *, timing: Timing | None = None
    ) -> None:
        self._library = library
        self._addresses = addresses
        self._web = web
        self._timing = timing or Timing()
        self._holdings = Holdings(library.home)

    def run(self, sources: Sequence[Source], tell: Tell) -> list[SyncResult]:
        """Fetch sources and read them into the library, one result a source.

        A source that fails leaves what was held of it; the others go on. A host that cannot
        be reached is not tried again in this run.

        Raises:
            UnreachableError: when no host could be reached; nothing has been changed then.
            StorageError: when the data folder cannot be written or another sync is running.
        """
        results: list[SyncResult] = []
        away: dict[str, str] = {}
        with self._holdings.writing():
            for number, source in enumerate(sources, start=1):
                step = SyncProgress(source.name, "asking", number, len(sources))
                host = urlsplit(self._addresses.of(source.url)).netloc
                tell(step)
                if host in away:
                    results.append(_failed(source, away[host], unreachable=True))
                    continue
                try:
                    results.append(self._one(source, step, tell))
                except UnreachableError as error:
                    away[host] = error.sentence()
                    results.append(_failed(source, away[host], unreachable=True))
                except (NetworkError, InputError) as error:
                    results.append(_failed(source, error.sentence()))
                tell(replace(step, stage="done"))
        if results and all(result.unreachable for result in results):
            raise UnreachableError(
                "nothing could be fetched, because the network cannot be reached",
                where=", ".join(sorted(away)),
                hint="What is held is as it was; try again with a network.",
            )
        return results

    def _one(self, source: Source, step: SyncProgress, tell: Tell) -> SyncResult:
        held = self._holdings.all().get(source.name)
        partial = Partial(self._holdings.partial(source.name))
        answer = self._web.fetch(
            source.url,
            source.format,
            partial,
            self._known(source, held),
            lambda done, total: tell(replace(step, stage="downloading", done=done, total=total)),
        )
        now = self._now()

        def indexed(passages: IngestProgress) -> None:
            tell(replace(step, stage="indexing", done=passages.done, total=passages.total))

        if isinstance(answer, Unchanged):
            return self._unchanged(source, held, now, indexed)
        tell(replace(step, stage="indexing"))
        return self._take(source, held, answer, partial, now, indexed)

    def _known(self, source: Source, held: Held | None) -> Validators:
        """Return what names the version held, when its bytes are there to go on with."""
        if held is None or held.current.url != source.url:
            return Validators()
        if self._holdings.read(held.current) is None:
            return Validators()
        return Validators(held.current.etag, held.current.last_modified)

    def _unchanged(
        self, source: Source, held: Held | None, now: str, indexed: Indexed
    ) -> SyncResult:
        """Note that a source is as it was, and see that the library still has it."""
        data = None if held is None else self._holdings.read(held.current)
        if held is None or data is None:
            raise NetworkError("the server knows nothing newer than a version that is gone here")
        result = self._read(source, data, held.current.sha256, indexed)
        if result.document != held.current.document:
            current = held.current.model_copy(update={"document": result.document})
            self._holdings.record(source.name, current, checked=now)
        self._holdings.note_checked(source.name, now)
        return replace(result, bytes=held.current.bytes)

    def _take(
        self,
        source: Source,
        held: Held | None,
        answer: Fetched,
        partial: Partial,
        now: str,
        indexed: Indexed,
    ) -> SyncResult:
        """Keep what was fetched, read it, and note it; or forget it when it cannot be read."""
        digest, path, fresh = self._holdings.keep_file(partial.finish(), source.suffix)
        with fetched_errors(path):
            data = path.read_bytes()
        try:
            result = self._read(source, data, digest, indexed)
        except BaseException:
            if fresh:
                path.unlink(missing_ok=True)
            raise
        version = Version(
            url=source.url,
            final_url=answer.final_url,
            retrieved=now,
            etag=answer.validators.etag,
            last_modified=answer.validators.last_modified,
            sha256=digest,
            bytes=answer.bytes,
            content_type=answer.content_type,
            suffix=source.suffix,
            document=result.document,
        )
        if held is not None and held.current.sha256 == digest:
            version = version.model_copy(update={"retrieved": held.current.retrieved})
        self._holdings.record(source.name, version, checked=now)
        return replace(result, bytes=answer.bytes)

    def _read(self, source: Source, data: bytes, digest: str, indexed: Indexed) -> SyncResult:
        """Read bytes into the library, unless a document of exactly these bytes is there."""
        documents = self._library.documents()
        for info in documents:
            if info.sha256 == digest:
                return SyncResult(
                    source.name,
                    "unchanged",
                    source.url,
                    document=info.id,
                    kind=info.kind,
                    sha256=digest,
                    pages=info.pages,
                    passages=info.passages,
                )
        document = guarded.parse(Path(f"{source.name}{source.suffix}"), data)
        read_as = document.kind
        own = [info.id for info in documents if info.origin == source.url]
        taken = {info.id for info in documents}
        edition = "" if source.edition == "current" else source.edition
        document = document.model_copy(
            update={
                "id": own[0] if own else _free_id(source.name, taken),
                # The catalogue knows what a document is for better than its first page does.
                "kind": source.kind,
                "series": document.series or source.series,
                "edition": document.edition or edition,
            }
        )
        added = self._library.add(document, data, origin=source.url, progress=indexed)
        message = ""
        if source.kind == "decision" and read_as != "decision":
            message = "it does not read like an appeal decision: look at it before relying on it"
        return SyncResult(
            source.name,
            added.status,
            source.url,
            document=added.document,
            kind=added.kind,
            sha256=digest,
            pages=added.pages,
            passages=added.passages,
            message=message,
        )

    def _now(self) -> str:
        return moment(self._timing.now())


def status(
    holdings: Holdings,
    catalogue: Sequence[Source],
    *,
    web: Web | None = None,
    tell: Tell = lambda _: None,
) -> list[HeldStatus]:
    """Return what is held, by name; with ``web``, what the servers say of each.

    Raises:
        UnreachableError: when the servers were to be asked and none could be reached.
        StorageError: when the manifest cannot be read.
    """
    by_name = {source.name: source for source in catalogue}
    found: list[HeldStatus] = []
    away: dict[str, str] = {}
    everything = sorted(holdings.all().items())
    for number, (name, held) in enumerate(everything, start=1):
        current = held.current
        state = HeldStatus(held, by_name.get(name), holdings.read(current) is not None)
        if web is not None:
            host = urlsplit(current.url).netloc
            tell(SyncProgress(name, "asking", number, len(everything)))
            if host not in away:
                try:
                    known = Validators(current.etag, current.last_modified)
                    state = replace(state, upstream=web.look(current.url, known))
                except UnreachableError as error:
                    away[host] = error.sentence()
                except NetworkError as error:
                    state = replace(state, failure=error.sentence())
            if host in away:
                state = replace(state, failure=away[host])
        found.append(state)
    if (
        found
        and web is not None
        and all(urlsplit(s.held.current.url).netloc in away for s in found)
    ):
        raise UnreachableError(
            "no server could be asked, because the network cannot be reached",
            where=", ".join(sorted(away)),
            hint="See what is held without asking: fes sources status.",
        )
    return found


def moment(when: datetime) -> str:
    """Return a moment as it is kept: UTC, to the second."""
    return when.isoformat(timespec="seconds")


def _free_id(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    number = 2
    while f"{name}-{number}" in taken:
        number += 1
    return f"{name}-{number}"


def _failed(source: Source, message: str, *, unreachable: bool = False) -> SyncResult:
    return SyncResult(source.name, "failed", source.url, message=message, unreachable=unreachable)
