"""The bundled example's documents, read into a library of their own."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.events import Event, Progress
from assistant.settings import EXAMPLE
from core.errors import DocumentError

if TYPE_CHECKING:
    from index.library import Library
    from index.models import IngestResult
    from index.record.ingest import IngestProgress

LABEL = "Reading the example's documents"


def fill(library: Library) -> Iterator[Event]:
    """Read the example's documents into the library, telling how far it is.

    Raises:
        DocumentError: when a bundled document cannot be read.
    """
    paths = sorted(p for p in EXAMPLE.glob("*.txt") if p.is_file())
    told: queue.SimpleQueue[IngestProgress | None] = queue.SimpleQueue()
    outcome: list[list[IngestResult]] = []
    failure: list[BaseException] = []

    def work() -> None:
        try:
            outcome.append(library.ingest(paths, progress=told.put))
        except Exception as error:  # noqa: BLE001 - handed to the caller's thread below
            failure.append(error)
        finally:
            told.put(None)

    worker = threading.Thread(target=work, name="fill-example", daemon=True)
    worker.start()
    while (step := told.get()) is not None:
        yield Progress(
            f"{LABEL} ({step.file} of {step.files})", done=step.done, total=step.total or None
        )
    worker.join()
    if failure:
        raise failure[0]
    for result in outcome[0]:
        if result.status == "failed":
            raise DocumentError(
                f"the bundled document cannot be read: {result.message}",
                where=result.path,
                hint="Install the program again.",
            )
