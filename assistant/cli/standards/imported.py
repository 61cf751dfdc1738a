"""Where standards read from official documents are kept, for the core to find them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from assistant.settings import data_home
from core.errors import UsageError

FOLDER = "standards"


def standards_folder() -> Path:
    """Return the folder of imported standards; it need not exist."""
    return data_home() / FOLDER


def guides_folder() -> Path:
    """Return the folder of imported guides without points; it need not exist."""
    return data_home() / "guides"


def name_imported_standards() -> None:
    """Tell the core where imported standards are, if there are any. Nothing is created."""
    from core.standards.catalog import name_roots

    try:
        folder = standards_folder()
        there = folder.is_dir()
    except (UsageError, OSError):
        # A command that needs the folder says what is wrong with it; scoring does not need it.
        there = False
    name_roots((folder,) if there else (), _check)


def _check(raw: dict[str, Any], where: str) -> None:
    """Refuse a file there with something wrong in it; what checks it is loaded for that only."""
    from core.standards.reading import check_standard

    check_standard(raw, where)
