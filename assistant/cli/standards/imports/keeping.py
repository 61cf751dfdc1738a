"""Reading official documents into the data folder: read, check, keep.

A standard that was read stands under ``FES_HOME/standards/ID/EDITION.toml`` and scores like a
bundled one; a guide without points stands under ``FES_HOME/guides``. What is doubtful about it is
kept with it until a person settles it, and the document beside it, to be read again when a person
corrects the reading.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from assistant.cli.standards.imports import overlays
from assistant.cli.standards.imports.completing import (
    agrees_with_guide,
    beside_digest,
    completed,
    printed_values,
    without_known_ends,
)
from assistant.cli.standards.imports.folders import (
    guides_folder,
    name_imported_standards,
    standards_folder,
)
from core.errors import StandardError, UsageError
from core.standards.catalog import forget_standards, parse_toml
from index.documents.files import replace_file

if TYPE_CHECKING:
    from core.standards.settled import Overlay
    from index.models import Document
    from index.standards.record import ReadStandard
    from index.standards.writing import Origin

Status = Literal["added", "unchanged", "replaced", "confirmed", "corrected", "not kept"]
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a document: the standard, the file kept, and what stands in the way.

    ``open_doubts`` are those nobody has settled. ``hindrance`` says why a standard could not
    be kept, and is empty when it was. ``beside`` are the files of a guide's further kinds of
    work, each kept as a guide of its own; ``ids`` are the ids that all of them go by.
    """

    standard: ReadStandard
    status: Status
    path: Path | None
    sha256: str
    file: str
    open_doubts: tuple[int, ...]
    hindrance: str = ""
    beside_digest: bool = False
    beside: tuple[Path, ...] = ()
    ids: tuple[str, ...] = ()


def import_standard(
    path: Path,
    *,
    confirm: bool = False,
    id_: str = "",
    edition: str = "",
    tell: Tell = lambda _said: None,
) -> Imported:
    """Read a standard from a file and keep it.

    Args:
        path: the document.
        confirm: whether a person confirms every doubt about it that does not block.
        id_: the standard's id when it is not to be read from the title.
        edition: year and month of issue (``2000-12``) when the document prints none.
        tell: told what is being done, for showing progress.

    Raises:
        DocumentError: the file cannot be read, or is no standard.
        UsageError: the id or the edition is not written as one.
        StorageError: the data folder cannot be written.
    """
    from index.documents import formats as parsers
    from index.documents.sandbox import Reader
    from index.standards.writing import Origin

    _check_names(id_, edition)
    data = parsers.read_bytes(path)
    tell(f"reading {path.name}")
    with Reader() as reader:
        document = reader.parse(path, data)
    length = f"{len(document.pages)} pages" if document.pages else "its text"
    tell(f"finding factors and levels in {length}")
    origin = Origin(path.name, sha256(data).hexdigest(), document.title)
    return keep_document(document, origin, confirm=confirm, id_=id_, edition=edition)


def keep_document(
    document: Document,
    origin: Origin,
    *,
    confirm: bool = False,
    id_: str = "",
    edition: str = "",
    overlay: Overlay | None = None,
) -> Imported:
    """Read a standard from a document as it was parsed, and keep it.

    Args:
        document: what a parser returned.
        origin: the file it came from.
        confirm: whether a person confirms every doubt about it that does not block.
        id_: the id a person gives it.
        edition: the month of issue a person gives it.
        overlay: what a person has settled about it; None takes what is kept beside it.

    Raises:
        DocumentError: it is no standard.
        StandardError: the words that a correction names do not stand in the document.
        StorageError: the data folder cannot be written.
    """
    from index.standards.reading import read_standard
    from index.standards.writing import Settled

    values = printed_values()
    standard = _named(read_standard(document, values), id_, edition)
    if overlay is None:
        overlay = _overlay(standard, origin.sha256)
    if overlay.corrections or overlay.figures:
        read = read_standard(document, values, overlay.corrections, overlay.figures)
        standard = _named(read, id_, edition)
    standard = without_known_ends(standard)
    known = overlays.data_of(paths_of(standard)[0])
    confirmed = frozenset(
        (one["code"], one["where"], one["message"])
        for one in known.get("doubts", ())
        if one.get("confirmed")
    )
    settled = Settled(confirmed, overlay.rulings, everything=confirm)
    standard = standard.model_copy(update={"doubts": settled.doubts(standard.doubts)})
    if standard.method == "narrative":
        result = _keep_guide(standard, origin)
    else:
        result = _keep(standard, origin, known, confirm=confirm)
    for kept in paths_of(standard):
        overlays.keep_document(kept, document, origin, overlays.Given(id_, edition))
    return result


def _overlay(standard: ReadStandard, sha256: str) -> Overlay:
    """Return what was settled about a file's reading, for every kind of work of a guide."""
    held = [overlays.load(path, sha256) for path in paths_of(standard)]
    return held[0].model_copy(
        update={"rulings": tuple(dict.fromkeys(one for each in held for one in each.rulings))}
    )


def paths_of(standard: ReadStandard) -> list[Path]:
    """Return where a standard that was read is kept: a guide, in a file for each kind of work."""
    from index.standards.writing import guide_id

    name = f"{standard.edition_id}.toml"
    if standard.method != "narrative":
        return [standards_folder() / standard.id / name]
    kinds = dict.fromkeys(factor.kind for factor in standard.factors)
    return [guides_folder() / guide_id(standard, kind) / name for kind in kinds]


def _check_names(id_: str, edition: str) -> None:
    if id_ and not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,59}", id_):
        raise UsageError(
            f"{id_!a} is not an id", where="--id",
            hint="Write small letters, digits and hyphens, such as gs-0318.",
        )  # fmt: skip
    if edition and not re.fullmatch(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])", edition):
        raise UsageError(
            f"{edition!a} is not a year and month", where="--edition",
            hint="Write it such as 1988-04.",
        )  # fmt: skip


def _named(standard: ReadStandard, id_: str, edition: str) -> ReadStandard:
    """Return a standard with the id and the edition that a person gives it."""
    if id_:
        standard = standard.model_copy(update={"id": id_})
    if edition and edition != "undated":
        year, month = edition.split("-")
        doubts = tuple(one for one in standard.doubts if one.code != "edition-not-printed")
        day = date(int(year), int(month), 1)
        standard = standard.model_copy(
            update={"day": day, "in_force_from": day, "edition_id": edition, "doubts": doubts}
        )
    return standard


# --- keeping -----------------------------------------------------------------------------


def _keep(
    standard: ReadStandard, origin: Origin, known: dict[str, Any], *, confirm: bool
) -> Imported:
    from core.standards.reading import read_standard
    from index.standards.writing import file_data, write_file

    standard, borrowed = completed(standard)
    (path,) = paths_of(standard)
    text = write_file(file_data(standard, origin, borrowed=borrowed))
    where = f"{standard.id}/{standard.edition_id}.toml"
    result = Imported(
        standard, "added", path, origin.sha256, origin.file, _open(standard), ids=(standard.id,)
    )
    try:
        if standard.method == "fes":
            file = read_standard(text, where=where)
            result = replace(result, beside_digest=beside_digest(file))
            data = file_data(standard, origin, borrowed=borrowed)
            text = write_file(data, checked=file.table.content)
        else:
            agrees_with_guide(standard)
    except StandardError as error:
        draft = path.with_suffix(".draft")
        write(draft, text)
        return replace(result, status="not kept", path=draft, hindrance=error.sentence())
    if known and known.get("source", {}).get("sha256") == origin.sha256:
        if _same(known, parse_toml(text, where=where)):
            return replace(result, status="unchanged")
        newly = confirm and any(not one.get("confirmed") for one in known.get("doubts", []))
        status: Status = "confirmed" if newly else "replaced"
    else:
        status = "replaced" if known else "added"
    write(path, text)
    path.with_suffix(".draft").unlink(missing_ok=True)
    _drop_undated(path, origin)
    return replace(result, status=status)


def _open(standard: ReadStandard) -> tuple[int, ...]:
    return tuple(number for number, doubt in enumerate(standard.doubts) if doubt.open)


def _drop_undated(path: Path, origin: Origin) -> None:
    """Remove what was kept of the same file before a person gave its month of issue."""
    undated = path.with_name("undated.toml")
    held = overlays.data_of(undated).get("source", {}).get("sha256")
    if undated != path and held == origin.sha256:
        overlays.forget(undated)


def _keep_guide(standard: ReadStandard, origin: Origin) -> Imported:
    """Keep a guide without points; one that describes several kinds of work, one for each."""
    from core.narrative.guide import parse_guide
    from index.standards.writing import write_guide

    texts: dict[Path, str] = {}
    kinds = dict.fromkeys(factor.kind for factor in standard.factors)
    for kind, path in zip(kinds, paths_of(standard), strict=True):
        texts[path] = write_guide(standard, origin, kind)
        parse_guide(texts[path], where=f"{path.parent.name}/{path.name}")
    first, *others = texts
    kept = all(
        path.is_file() and path.read_text(encoding="utf-8") == text for path, text in texts.items()
    )
    status: Status = "unchanged" if kept else "replaced" if first.is_file() else "added"
    if not kept:
        for path, text in texts.items():
            write(path, text)
    _drop_other_parts(standard, origin, texts)
    return Imported(
        standard, status, first, origin.sha256, origin.file, _open(standard),
        beside=tuple(others), ids=tuple(path.parent.name for path in texts),
    )  # fmt: skip


def _drop_other_parts(standard: ReadStandard, origin: Origin, kept: Collection[Path]) -> None:
    """Remove guides that an earlier reading of the same file took for its kinds of work."""
    for path in guides_folder().glob(f"{standard.id}*/{standard.edition_id}.toml"):
        data = overlays.data_of(path)
        own = standard.id in (path.parent.name, data.get("part_of"))
        if own and path not in kept and data.get("source", {}).get("sha256") == origin.sha256:
            overlays.forget(path)


def _same(before: dict[str, Any], after: dict[str, Any]) -> bool:
    """Tell whether two readings say the same; the name of the file read does not matter."""
    named = {**before, "source": {**before.get("source", {}), "file": ""}}
    again = {**after, "source": {**after["source"], "file": ""}}
    return bool(_said(named) == _said(again))


def _said(value: Any) -> Any:
    """Return data without what is empty: left out, it says the same."""
    if isinstance(value, dict):
        found = {key: _said(one) for key, one in value.items()}
        return {key: one for key, one in found.items() if one not in ("", [], {}, False)}
    return [_said(one) for one in value] if isinstance(value, list) else value


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all, and have it read anew."""
    from core.narrative.guide import forget_guides

    replace_file(
        path,
        text.encode(),
        what="the standard",
        hint="Check that FES_HOME names a folder you may write to.",
        private=True,
    )
    forget_standards()
    forget_guides()
    name_imported_standards()
