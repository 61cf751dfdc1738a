"""Where standards read from official documents are kept, for the core to find them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from assistant.settings import data_home
from core.errors import StorageError, UsageError

FOLDER = "standards"


def standards_folder() -> Path:
    """Return the folder of imported standards; it need not exist."""
    return data_home() / FOLDER


def guides_folder() -> Path:
    """Return the folder of imported guides without points; it need not exist."""
    return data_home() / "guides"


def name_imported_standards() -> None:
    """Tell the core where imported standards and guides are, or will be. Nothing is created."""
    from core.standards.catalog import name_roots
    from core.standards.editions import name_guide_roots

    name_roots(_held(standards_folder), _check)
    name_guide_roots(_held(guides_folder))


def _held(named: Callable[[], Path]) -> tuple[Path, ...]:
    """Return a folder, also before another process makes it; none where the home is not usable."""
    try:
        return (named(),)
    except UsageError:
        # A command that needs the folder says what is wrong with it; scoring does not need it.
        return ()


def _check(raw: dict[str, Any], where: str) -> None:
    """Refuse a file there with something wrong in it; what checks it is loaded for that only.

    A file that is right is marked so, that it need not be checked again before a hand changes it.
    """
    from core.standards.reading import check_standard
    from core.standards.table import CHECKED, content_hash
    from index.documents.files import replace_file

    check_standard(raw, where)
    path = standards_folder() / where
    lines = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []
    heads = next((n for n, line in enumerate(lines) if not line.startswith("#")), 0)
    if not heads:
        return
    head = [line for line in lines[:heads] if not line.startswith(CHECKED.rstrip())]
    marked = "\n".join([*head, f"{CHECKED}{content_hash(raw)}", *lines[heads:]])
    # Where the folder may not be written to, the file is checked at every use instead.
    with suppress(StorageError):
        replace_file(path, marked.encode(), what="the standard", hint="")
