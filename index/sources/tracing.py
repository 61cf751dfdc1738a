"""From a passage or a quotation back to the file, its sha256, the page and the address.

A quotation is looked for in what the library holds, and, when it does not stand there, in the
versions of fetched documents that were replaced since: words quoted last year stay traceable.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from core.errors import DocumentError, QueryError
from index.documents import passages as cutting
from index.documents import sandbox as guarded
from index.models import Document, Passage
from index.record import quotes
from index.sources.holdings import Held, Holdings, Version

if TYPE_CHECKING:
    from index.library import DocumentInfo, Library

PASSAGE_ID = re.compile(r"\S+#\d+")

FileState = Literal["as read", "changed since", "gone"]


@dataclass(frozen=True, slots=True)
class Trace:
    """Where words come from.

    ``words`` are the quotation as the document has it, or the passage's text. ``origin`` is the
    file or address the document was read from, ``file`` the file that holds its bytes and
    ``file_state`` whether it still does. ``read`` is when it was read into the library.
    ``source`` and ``version`` are there when it was fetched: its catalogue name, and address,
    moment and validators. ``replaced`` is when these words' version was replaced; then
    ``passage`` is empty, since passages are those of the version held.
    """

    passage: str
    document: str
    title: str
    kind: str
    edition: str
    page: str | None
    paragraph: int | None
    heading: tuple[str, ...]
    words: str
    origin: str
    file: str
    file_state: FileState
    sha256: str
    read: str
    source: str = ""
    version: Version | None = None
    checked: str = ""
    replaced: str = ""


def where(library: Library, asked: str) -> list[Trace]:
    """Return where a passage (by its id) or a quotation (in words) comes from.

    Raises:
        QueryError: when there is no such passage, or the words stand nowhere.
        StorageError: when the library or the list of fetched documents cannot be read.
    """
    tracer = _Tracer(library)
    if PASSAGE_ID.fullmatch(asked.strip()):
        passage = library.passage(asked.strip())
        return [tracer.now(passage, passage.text)]
    return tracer.quotation(asked)


class _Tracer:
    def __init__(self, library: Library) -> None:
        self._library = library
        self._holdings = Holdings(library.home)
        self._held = self._holdings.all()
        self._infos = {info.id: info for info in library.documents()}

    def quotation(self, quote: str) -> list[Trace]:
        """Return every place where the words stand."""
        reason = "there are no documents to look in"
        found: list[Trace] = []
        for document in map(self._library.document, self._infos):
            checked = quotes.check(document.text, quote)
            if not checked.found:
                reason = checked.reason
                continue
            passages = self._library.passages(document=document.id)
            found += [self.now(p, words) for p, words in _standing(passages, quote, checked)]
        found = found or list(self._in_former(quote))
        if not found:
            raise QueryError(
                f"no document of the library holds the quotation ({reason})",
                where="the quotation",
                hint="Quote it word for word; fes search finds passages by meaning.",
            )
        return found

    def now(self, passage: Passage, words: str) -> Trace:
        """Return where words of a passage of the library come from."""
        info = self._infos[passage.document]
        held, version = self._fetched(info)
        file = Path(info.origin)
        if version is not None and info.origin.startswith("https://"):
            file = self._holdings.file(version)
        return Trace(
            passage=passage.id,
            document=passage.document,
            title=info.title,
            kind=info.kind,
            edition=info.edition,
            page=passage.page,
            paragraph=passage.paragraph,
            heading=passage.heading,
            words=words,
            origin=info.origin,
            file=str(file),
            file_state=_state(file, info.sha256),
            sha256=info.sha256,
            read=info.retrieved,
            source=held.name if held else "",
            version=version,
            checked=held.checked if held else "",
        )

    def _fetched(self, info: DocumentInfo) -> tuple[Held | None, Version | None]:
        """Return the source whose bytes a document is of, when it was fetched."""
        for held in self._held.values():
            for version in held.versions:
                if version.sha256 == info.sha256:
                    return held, version
        return None, None

    def _in_former(self, quote: str) -> Iterator[Trace]:
        """Yield where the words stood in versions that were replaced."""
        for held in self._held.values():
            for version in reversed(held.former):
                document = self._read_again(held, version)
                checked = None if document is None else quotes.check(document.text, quote)
                if document is None or checked is None or not checked.found:
                    continue
                cut = list(cutting.split(document))
                for passage, words in _standing(cut, quote, checked):
                    yield self._then(held, version, document, passage, words)

    def _read_again(self, held: Held, version: Version) -> Document | None:
        data = self._holdings.read(version)
        if data is None:
            return None
        try:
            return guarded.parse(Path(f"{held.name}{version.suffix}"), data)
        except DocumentError:
            # It was readable once; another version of the program may read it otherwise.
            return None

    def _then(
        self, held: Held, version: Version, document: Document, passage: Passage, words: str
    ) -> Trace:
        file = self._holdings.file(version)
        return Trace(
            passage="",
            document=version.document,
            title=document.title,
            kind=document.kind,
            edition=document.edition,
            page=passage.page,
            paragraph=passage.paragraph,
            heading=passage.heading,
            words=words,
            origin=version.url,
            file=str(file),
            file_state=_state(file, version.sha256),
            sha256=version.sha256,
            read=version.retrieved,
            source=held.name,
            version=version,
            checked=held.checked,
            replaced=version.replaced,
        )


def _standing(
    passages: list[Passage], quote: str, whole: quotes.QuoteCheck
) -> Iterator[tuple[Passage, str]]:
    """Yield the passages that hold a quotation, or those it runs across, with its words."""
    holding = [(p, checked) for p in passages if (checked := quotes.check(p.text, quote)).found]
    if holding:
        yield from ((passage, checked.text) for passage, checked in holding)
        return
    for passage in passages:
        if passage.start < whole.end and whole.start < passage.end:
            first, last = max(passage.start, whole.start), min(passage.end, whole.end)
            yield passage, passage.text[first - passage.start : last - passage.start]


def _state(file: Path, sha256: str) -> FileState:
    try:
        if not file.is_file():
            return "gone"
        data = file.read_bytes()
    except OSError:
        return "gone"
    return "as read" if hashlib.sha256(data).hexdigest() == sha256 else "changed since"
