"""A download under way: what has arrived, kept so that another attempt can go on from there."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from index.documents.files import replace_file
from index.sources.holdings import fetched_errors


class Partial:
    """The file a download goes to, with a note of what it is a part of.

    ``validator`` names the version begun, for the server to compare; it is empty when the
    server gave no name that is good enough, and then nothing is continued.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._note = path.with_name(f"{path.name}.json")
        self._url = ""
        self.etag = ""
        self._last_modified = ""
        self.size = 0

    @property
    def validator(self) -> str:
        """What names the version begun; a weak tag does not vouch for single bytes."""
        if self.etag and not self.etag.startswith("W/"):
            return self.etag
        return self._last_modified

    def of(self, url: str) -> None:
        """Take up what is there of this address, or begin anew when there is nothing."""
        self._url = url
        self.size = 0
        try:
            note = json.loads(self._note.read_text("utf-8"))
            begun, self.etag = str(note["url"]), str(note["etag"])
            self._last_modified = str(note["last_modified"])
            size = self.path.stat().st_size
        except (OSError, ValueError, KeyError, TypeError):
            begun, size = "", 0
        if begun == url and self.validator:
            self.size = size
        else:
            self.clear()

    def clear(self) -> None:
        """Forget what has arrived."""
        self.etag = self._last_modified = ""
        self.size = 0
        with fetched_errors(self.path):
            self.path.unlink(missing_ok=True)
            self._note.unlink(missing_ok=True)

    @contextmanager
    def appending(self, etag: str, last_modified: str) -> Iterator[Callable[[bytes], None]]:
        """Give what writes the next bytes, noting first which version they are of."""
        if not self.size:
            self.etag, self._last_modified = etag, last_modified
            note = {"url": self._url, "etag": etag, "last_modified": last_modified}
            data = json.dumps(note).encode()
            replace_file(self._note, data, what="a download's note", private=True)
        with fetched_errors(self.path), self.path.open("ab" if self.size else "wb") as file:

            def write(block: bytes) -> None:
                file.write(block)
                self.size += len(block)

            yield write

    def finish(self) -> Path:
        """Return the finished file, which is the caller's to move."""
        with fetched_errors(self.path):
            self._note.unlink(missing_ok=True)
        return self.path
