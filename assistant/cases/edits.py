"""Case files: reading them, writing them, and telling a missing one plainly."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from assistant.cases.toml_text import case_text
from assistant.settings import data_home
from core.errors import CaseError, InputError
from index.documents.files import replace_file

if TYPE_CHECKING:
    from core.model import Case

_TABLE = re.compile(r"\[\[?[A-Za-z][\w.-]*\]")
_SUPERVISORS = re.compile(r"""^\s*["']?standard["']?\s*[=:]\s*["']gssg["']""", re.MULTILINE)

MAX_BYTES = 5_000_000
"""A case is a few pages of text; anything larger is some other file."""


def located(path: Path) -> Path:
    """Return a case file's path: as named, or the case of that bare name in the data folder."""
    if path.suffix or path.parent != Path() or path.exists():
        return path
    kept = data_home() / "cases" / f"{path.name}.toml"
    return kept if kept.is_file() else path


def read_text(
    path: Path,
    *,
    error: type[InputError] = CaseError,
    wanted: str = "a case file (TOML or JSON)",
    largest: int = MAX_BYTES,
) -> str:
    """Return the text of a file a person names.

    Args:
        path: the file, or the bare name of a case in the data folder.
        error: the branch of the error tree that what is wrong belongs to.
        wanted: what the file should be, for the remedy.
        largest: more bytes than this are some other file.

    Raises:
        InputError: (as ``error``) it is missing, a folder, too large, empty or not text.
    """
    path = located(path)

    def wrong(message: str, hint: str = f"Name {wanted}.") -> InputError:
        return error(message, where=str(path), hint=hint)

    try:
        if path.is_dir():
            raise wrong("this is a folder")
        if path.stat().st_size > largest:
            raise wrong(f"this file is larger than {largest // 1_000_000} MB")
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise wrong(
            "there is no such file", "Check the path, or run fes demo for an example."
        ) from None
    except UnicodeDecodeError:
        raise wrong("this file is not text", f"Name {wanted}, in UTF-8.") from None
    except OSError as broken:
        raise wrong(f"this file cannot be read ({broken.strerror})", "Check the path.") from None
    if not text.strip():
        raise wrong("this file is empty", "Write in it what the command reads, as its --help says.")
    return text


def file_format(path: Path, text: str) -> Literal["json", "toml"]:
    """Return "json" or "toml", by the suffix, or by the first character when it says neither."""
    if path.suffix.lower() == ".json":
        return "json"
    if path.suffix.lower() == ".toml":
        return "toml"
    # A list in JSON and a table's head in TOML begin alike.
    opening = text.lstrip()
    return "json" if opening.startswith(("{", "[")) and not _TABLE.match(opening) else "toml"


def load_case(path: Path) -> Case:
    """Read a case from a TOML or JSON file.

    Raises:
        CaseError: when the file or what it says is wrong, naming the field.
    """
    from core.fes.cases import parse_case

    path = located(path)
    text = read_text(path)
    if _SUPERVISORS.search(text):
        raise CaseError(
            "this is a supervisor's case, under the supervisory guide",
            where=str(path),
            hint="fes case check, fes score, fes whatif, fes suggest and fes paper read it.",
        )
    return parse_case(text, where=str(path), fmt=file_format(path, text))


def save_case(case: Case, path: Path) -> Path:
    """Write a case as TOML or, for a ``.json`` name, JSON, replacing the file in one step.

    Comments and order of a TOML file that is there already survive.

    Raises:
        StorageError: when the file cannot be written; the old one is then untouched.
    """
    text = case_as_text(case, path)
    replace_file(path, text.encode(), what="the case", hint="Choose a folder you may write to.")
    return path


def case_as_text(case: Case, path: Path) -> str:
    """Return what :func:`save_case` would write to a file."""
    if path.suffix.lower() == ".json":
        from core.fes.cases import case_to_data

        data = case_to_data(case)
        return json.dumps(data, indent=2, ensure_ascii=False, default=str) + "\n"
    return case_text(case, _former(path))


def _former(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        # There is none yet, or it is no text: nothing of it could be kept.
        return ""
