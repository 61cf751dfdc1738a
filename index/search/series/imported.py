"""Lists of what became of series, as imported: kept in the data folder, one file a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from core.errors import StandardError, StorageError
from index.documents.files import own_folders, replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from core.standards.series.changes import ListedChange, SeriesList

FOLDER: Final = "series"
_LONGEST_NAME: Final = 60


def series_changes(home: Path) -> dict[str, ListedChange]:
    """Return what became of series by the lists imported, by code; nothing without a list.

    Raises:
        StorageError: a list that was kept cannot be read.
    """
    folder = home / FOLDER
    if not folder.is_dir():
        return {}
    from core.standards.series.changes import latest, read_list

    lists = []
    for path in sorted(folder.glob("*.json")):
        try:
            lists.append(read_list(path.read_text("utf-8"), where=path.name, fmt="json"))
        except (OSError, UnicodeDecodeError, StandardError) as error:
            raise StorageError(
                "a list of series that was imported cannot be read",
                where=str(path),
                hint="Delete that file and import the list again: fes series import FILE.",
            ) from error
    return latest(lists)


def changed(home: Path, series: Iterable[str]) -> list[ListedChange]:
    """Return what became of some series, in any spelling; those no list names are passed.

    Raises:
        StorageError: a list that was kept cannot be read.
    """
    changes = series_changes(home)
    if not changes:
        return []
    from core.standards.series.changes import named

    return named(changes, series)


def keep_list(home: Path, one: SeriesList) -> Path:
    """Keep a list, in place of the one of the same name, and return its file.

    Raises:
        StorageError: it cannot be written; a former file is then as it was.
    """
    name = re.sub(r"[^a-z0-9]+", "-", one.title.lower()).strip("-")[:_LONGEST_NAME] or "list"
    path = home / FOLDER / f"{name}.json"
    own_folders(home, path.parent)
    data = one.model_dump_json(indent=2, exclude_defaults=True) + "\n"
    replace_file(path, data.encode(), what="the list of series", private=True)
    return path
