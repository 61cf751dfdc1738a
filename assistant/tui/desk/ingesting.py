"""Reading documents into the library in a process of its own, so that the screen stays quick.

The process writes one JSON object a line: how far it is, then what became of each file. Run as
``python -m assistant.tui.desk.ingesting PATH...``; the data folder is the settings' own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from assistant import load
from assistant.settings import child_environment
from core.errors import AppError

_NICE = 10


def ingest(home: Path, paths: Sequence[Path]) -> Iterator[dict[str, Any]]:
    """Read files in a process of their own and yield what it tells.

    Yields:
        ``{"file", "files", "done", "total", "name"}`` while it works, then for each file
        ``{"status", "document", "path", "passages", "message"}``; ``{"error"}`` when none can be.
    """
    command = [sys.executable, "-m", __name__, *(str(path) for path in paths)]
    process = subprocess.Popen(  # noqa: S603 - our own module
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        text=True,
        env=child_environment(home),
    )
    assert process.stdout is not None  # noqa: S101 - asked for above
    with process.stdout:
        for line in process.stdout:
            try:
                found: dict[str, Any] = json.loads(line)
            except json.JSONDecodeError:
                # A library printed something of its own.
                continue
            yield found
    process.wait()


def main() -> None:
    """Read the files named on the command line, telling on standard output."""
    if hasattr(os, "nice"):
        # The screen's own work comes first.
        os.nice(_NICE)
    settings = load("assistant.settings:load_settings")()

    def tell(data: dict[str, Any]) -> None:
        sys.stdout.write(json.dumps(data) + "\n")
        sys.stdout.flush()

    def progress(step: Any) -> None:
        tell(
            {
                "file": step.file,
                "files": step.files,
                "done": step.done,
                "total": step.total,
                "name": Path(step.path).name,
            }
        )

    try:
        with load("assistant.llm.libraries:open_library")(settings) as library:
            paths = [Path(path) for path in sys.argv[1:]]
            for result in library.ingest(paths, progress=progress):
                tell(
                    {
                        "status": result.status,
                        "document": result.document,
                        "path": result.path,
                        "passages": result.passages,
                        "message": result.message,
                    }
                )
    except AppError as error:
        tell({"error": error.sentence()})


if __name__ == "__main__":
    main()
