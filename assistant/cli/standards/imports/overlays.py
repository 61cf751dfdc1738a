"""What lies beside a standard that was read: its document, and what a person has settled.

Both are named like the edition's file. The document lets a reading be corrected when the file it
came from is gone; what was settled is put over every later reading of the same file.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import tomli_w

from core.errors import StandardError, StorageError
from core.reading import build
from core.reading import load as load_data
from core.standards.catalog import parse_toml
from core.standards.settled import Overlay
from index.documents.files import disk_errors, replace_file

if TYPE_CHECKING:
    from index.models import Document
    from index.standards.writing import Origin

_DOCUMENT, _SETTLED = ".document", ".settled"
_HEAD = "# What a person has settled about the reading of the document with this sha256.\n\n"
_HINT = "Check that FES_HOME names a folder you may write to."


def data_of(path: Path) -> dict[str, Any]:
    """Return the data of an edition that is kept; empty when there is none.

    Raises:
        StorageError: the file cannot be read.
    """
    text = _text(path)
    return {} if text is None else parse_toml(text, where=path.name)


def load(path: Path, sha256: str) -> Overlay:
    """Return what was settled about the reading of one file; nothing when it is of another."""
    text = _text(path.with_suffix(_SETTLED))
    if text is None:
        return Overlay(sha256=sha256)
    where = path.with_suffix(_SETTLED).name
    data = load_data(text, where=where, fmt="toml", error=StandardError)
    overlay = build(Overlay, data, where=where, error=StandardError)
    return overlay if overlay.sha256 == sha256 else Overlay(sha256=sha256)


def save(path: Path, overlay: Overlay) -> None:
    """Keep what was settled beside an edition."""
    data = overlay.model_dump(exclude_defaults=True, exclude_none=True)
    text = _HEAD + tomli_w.dumps(data, multiline_strings=True)
    _replace(path.with_suffix(_SETTLED), text)


class Given(NamedTuple):
    """What a person gave when a document was read in: an id and a month of issue, or neither."""

    id: str = ""
    edition: str = ""


def keep_document(path: Path, document: Document, origin: Origin, given: Given) -> None:
    """Keep the document of an edition, as it was parsed, with the file it came from."""
    held = {
        "sha256": origin.sha256,
        "file": origin.file,
        "given": given._asdict(),
        "document": document.model_dump(mode="json"),
    }
    _replace(path.with_suffix(_DOCUMENT), json.dumps(held))


def document_of(path: Path) -> tuple[Document, Origin, Given]:
    """Return the document that an edition was read from.

    Raises:
        StorageError: it was not kept, or cannot be read.
    """
    from index.models import Document as Model
    from index.standards.writing import Origin as From

    text = _text(path.with_suffix(_DOCUMENT))
    if text is None:
        raise StorageError(
            f"the document of {path.parent.name} was not kept when it was read",
            where=path.parent.name,
            hint="Read it in once more with: fes standards import FILE.",
        )
    held = json.loads(text)
    document = Model.model_validate(held["document"])
    return document, From(held["file"], held["sha256"], document.title), Given(**held["given"])


def forget(path: Path) -> list[Path]:
    """Remove an edition with all that lies beside it; return what was removed."""
    # The edition may itself be a draft.
    found = {path, *(path.with_suffix(end) for end in (".draft", _DOCUMENT, _SETTLED))}
    removed = [one for one in sorted(found) if one.is_file()]
    with disk_errors("it cannot be removed", path, _HINT):
        for one in removed:
            one.unlink()
        if path.parent.is_dir() and not any(path.parent.iterdir()):
            path.parent.rmdir()
    return removed


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise StorageError(
            f"what is kept of the standard cannot be read ({error})",
            where=str(path),
            hint="Remove the file.",
        ) from error


def _replace(path: Path, text: str) -> None:
    replace_file(path, text.encode(), what="the standard", hint=_HINT, private=True)
