"""Reading a stranger's file in a process of its own, with bounds on time and memory.

The libraries that read PDF, Word and web pages do what the file says, and a small file can say
so much that they never end or take all memory. Such a file must cost that file only. What the
process returns is plain data, so that a file which takes it over gains nothing here.
"""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Self

from core.errors import DocumentError
from index.documents import formats as parsers
from index.documents import passages as reading
from index.documents.passages import Reading
from index.models import Decision, Document, Passage

LONGEST = 300.0
"""The longest that one file may take, in seconds; three thousand dense pages take thirty."""

MEMORY = 1024**3
"""The most memory that reading may take, in bytes, where the system can hold it to that.

Three thousand dense pages are read in under 300 megabytes.
"""

HARMLESS_BYTES = 128 * 1024
"""A text or web page up to this size is read here: nothing in it can cost much."""

HARMLESS_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"})

_FRAME = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long one file may take (seconds), and how much memory (bytes)."""

    longest: float = LONGEST
    memory: int = MEMORY


class Reader:
    """Reads files one by one, those that could be costly in another process."""

    def __init__(self, bounds: Bounds | None = None) -> None:
        self._bounds = bounds or Bounds()
        self._process: _Process | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._end()

    def parse(self, path: Path, data: bytes) -> Document:
        """Read a document from its bytes, as :func:`index.documents.formats.parse_bytes` does.

        Raises:
            DocumentError: as there, or when reading takes too long or too much memory.
        """
        if len(data) <= HARMLESS_BYTES and parsers.type_of(path, data) in HARMLESS_SUFFIXES:
            return parsers.parse_bytes(path, data)
        return Document.model_validate(self._ask("parse", path, data))

    def cut(self, document: Document) -> Reading:
        """Cut a document into passages, as :func:`index.documents.passages.cut` does.

        Raises:
            DocumentError: as there, or when it takes too long or too much memory.
        """
        if len(document.text) <= HARMLESS_BYTES:
            return reading.cut(document)
        text = document.model_dump_json().encode()
        made = self._ask("cut", Path(document.id), text)
        decision = made["decision"]
        return Reading(
            document,
            tuple(Passage.model_validate(passage) for passage in made["passages"]),
            None if decision is None else Decision.model_validate(decision),
        )

    def _ask(self, task: str, path: Path, data: bytes) -> Any:
        answer = json.loads(self._exchange(task, path, data))
        if "error" in answer:
            raise DocumentError(**answer["error"])
        return answer["made"]

    def _exchange(self, task: str, path: Path, data: bytes) -> bytes:
        process = self._process = self._process or _Process(self._bounds.memory)
        too_long = threading.Event()

        def stop() -> None:
            too_long.set()
            process.kill()

        timer = threading.Timer(self._bounds.longest, stop)
        timer.start()
        try:
            _send(process.asked, task.encode())
            _send(process.asked, os.fsencode(path.name))
            _send(process.asked, data)
            return _receive(process.answers)
        except (OSError, EOFError) as error:
            self._end()
            if too_long.is_set():
                raise _too_long(path, self._bounds.longest) from error
            raise _stopped(path, process.last_words()) from error
        except BaseException:
            # Half an exchange is left in the pipes: whatever comes next must start anew.
            self._end()
            raise
        finally:
            timer.cancel()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()


def parse(path: Path, data: bytes, bounds: Bounds | None = None) -> Document:
    """Read one document; see :meth:`Reader.parse`."""
    with Reader(bounds) as reader:
        return reader.parse(path, data)


class _Process:
    """The other process, with the pipes to it and what it complained of."""

    def __init__(self, memory: int) -> None:
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115  # closed in wait()
        # The same places to import from as here, and never the folder it is started in.
        places = [place or str(Path.cwd()) for place in sys.path]
        self._popen = subprocess.Popen(  # noqa: S603  # our own program and a number
            [
                sys.executable,
                "-P",
                "-c",
                f"from index.documents.sandbox import serve; serve({memory})",
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(places)},
        )
        if self._popen.stdin is None or self._popen.stdout is None:
            raise AssertionError("the pipes asked for are not there")
        self.asked, self.answers = self._popen.stdin, self._popen.stdout
        self._last = ""

    def kill(self) -> None:
        """Stop it at once."""
        self._popen.kill()

    def wait(self) -> None:
        """Wait until it has stopped, and note what it said last."""
        self._popen.communicate()
        self._complaints.seek(0)
        said = self._complaints.read()[-2000:].decode("utf-8", "replace").strip().splitlines()
        self._last = said[-1][:200] if said else ""
        self._complaints.close()

    def last_words(self) -> str:
        """Return the last line it wrote before it stopped, usually the error's name."""
        return self._last


def _too_long(path: Path, longest: float) -> DocumentError:
    return DocumentError(
        f"could not be read within {longest:,.0f} seconds",
        where=path.name,
        hint="Print it to PDF from the program it was made with, or split it.",
    )


def _stopped(path: Path, why: str) -> DocumentError:
    return DocumentError(
        f"made its reader stop{f' ({why})' if why else ''}, as damaged and malicious files do",
        where=path.name,
        hint="Print it to PDF from the program it was made with, and add that.",
    )


# --- in the other process ----------------------------------------------------------------


def serve(memory: int) -> None:
    """Read files from standard input and answer on standard output, until it ends."""
    asked, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    with _within(memory):
        while True:
            try:
                task = _receive(asked).decode()
                path, data = Path(os.fsdecode(_receive(asked))), _receive(asked)
            except EOFError:
                return
            try:
                answer = {"made": _TASKS[task](path, data)}
            except DocumentError as error:
                answer = {"error": _plain(error)}
            except (MemoryError, RecursionError):
                answer = {"error": _plain(_stopped(path, "too much memory or nesting"))}
            del data
            _send(answers, json.dumps(answer).encode())


def _parse(path: Path, data: bytes) -> object:
    return parsers.parse_bytes(path, data).model_dump(mode="json")


def _cut(_: Path, data: bytes) -> object:
    made = reading.cut(Document.model_validate_json(data))
    return {
        "passages": [passage.model_dump(mode="json") for passage in made.passages],
        "decision": None if made.decision is None else made.decision.model_dump(mode="json"),
    }


_TASKS: dict[str, Callable[[Path, bytes], object]] = {"parse": _parse, "cut": _cut}


def _plain(error: DocumentError) -> dict[str, str]:
    return {"message": error.message, "where": error.where, "hint": error.hint}


@contextmanager
def _within(memory: int) -> Iterator[None]:
    """Hold this process to an amount of memory, where the system knows how."""
    try:
        import resource
    except ImportError:
        yield
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = memory if most == resource.RLIM_INFINITY else min(memory, most)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (wanted, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ValueError, OSError):
        # Some systems know the limit and refuse to set it; time is bounded all the same.
        yield
        return
    yield


def _send(pipe: IO[bytes], data: bytes) -> None:
    pipe.write(_FRAME.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes:
    head = pipe.read(_FRAME.size)
    if len(head) < _FRAME.size:
        raise EOFError
    (size,) = _FRAME.unpack(head)
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return data
