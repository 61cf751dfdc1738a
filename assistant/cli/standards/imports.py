"""Reading official standards into the data folder: read, check, keep, confirm.

A standard that was read stands under ``FES_HOME/standards/ID/EDITION.toml`` and scores like a
bundled one. What is doubtful about it is kept with it until a person confirms it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from assistant.cli.standards.imported import (
    guides_folder,
    name_imported_standards,
    standards_folder,
)
from core.errors import StandardError, StorageError, UsageError
from core.standards.catalog import parse_toml
from core.standards.table import SUPERVISORY_ID, content_hash
from index.documents.files import replace_file

if TYPE_CHECKING:
    from core.standards.catalog import StandardFile
    from core.standards.table import PointTable
    from index.models import Document
    from index.standards.record import ReadLevel, ReadStandard
    from index.standards.writing import Borrowed, Origin

Status = Literal["added", "unchanged", "replaced", "confirmed", "not kept"]
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a document: the standard, the file kept, and what stands in the way.

    ``open_doubts`` are those nobody has confirmed. ``hindrance`` says why a standard could not
    be kept, and is empty when it was. ``beside`` are the files of a guide's further kinds of
    work, each kept as a guide of its own.
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


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The doubts about one edition that a person has just confirmed."""

    id: str
    edition_id: str
    title: str
    doubts: tuple[dict[str, Any], ...]


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
        confirm: whether a person confirms every doubt about it.
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
    standard = _read(document, id_, edition)
    digest = sha256(data).hexdigest()
    origin = Origin(path.name, digest, document.title)
    return _keep(standard, origin, confirm=confirm)


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


def _read(document: Document, id_: str, edition: str) -> ReadStandard:
    from core.supervisory.guide import load_guide
    from index.standards.reading import Values, read_standard

    values = Values(
        primary=_values(_bundled("fes-primary")), supervisory=_values(load_guide().table)
    )
    standard = read_standard(document, values)
    if id_:
        standard = standard.model_copy(update={"id": id_})
    if edition:
        year, month = edition.split("-")
        doubts = tuple(one for one in standard.doubts if one.code != "edition-not-printed")
        day = date(int(year), int(month), 1)
        standard = standard.model_copy(
            update={"day": day, "in_force_from": day, "edition_id": edition, "doubts": doubts}
        )
    return standard


def _bundled(standard_id: str) -> PointTable:
    """Return a bundled table, whatever was read in over it."""
    from core.standards.catalog import bundled_catalog

    return bundled_catalog().table(standard_id)


def _values(table: PointTable) -> dict[str, int]:
    return {row.level: row.points for factor in table.factors for row in factor.levels}


# --- keeping -----------------------------------------------------------------------------


def _keep(standard: ReadStandard, origin: Origin, *, confirm: bool) -> Imported:
    from core.standards.reading import read_standard
    from index.standards.writing import file_data, key, write_file

    standard, borrowed = _completed(standard)
    path = standards_folder() / standard.id / f"{standard.edition_id}.toml"
    known = _known(path)
    confirmed = {
        (one["code"], one["where"], one["message"])
        for one in known.get("doubts", [])
        if one.get("confirmed")
    }
    data = file_data(standard, origin, confirmed=confirmed, everything=confirm, borrowed=borrowed)
    text = write_file(data)
    opened = () if confirm else tuple(
        n for n, doubt in enumerate(standard.doubts) if key(doubt) not in confirmed
    )  # fmt: skip
    where = f"{standard.id}/{standard.edition_id}.toml"
    result = Imported(standard, "added", path, origin.sha256, origin.file, opened)
    if standard.method == "narrative":
        return _keep_guide(result, origin)
    try:
        if standard.method == "fes":
            file = read_standard(text, where=where)
            result = replace(result, beside_digest=_beside_digest(file))
            text = write_file(data, checked=file.table.content)
        else:
            _agrees_with_guide(standard)
    except StandardError as error:
        draft = path.with_suffix(".draft")
        _write(draft, text)
        return replace(result, status="not kept", path=draft, hindrance=error.sentence())
    if known and known.get("source", {}).get("sha256") == origin.sha256:
        newly = confirm and any(not one.get("confirmed") for one in known.get("doubts", []))
        if _same(known, parse_toml(text, where=where)):
            return replace(result, status="unchanged")
        status: Status = "confirmed" if newly else "replaced"
    else:
        status = "replaced" if known else "added"
    _write(path, text)
    _drop_undated(path, origin)
    return replace(result, status=status)


def _drop_undated(path: Path, origin: Origin) -> None:
    """Remove what was kept of the same file before a person gave its month of issue."""
    undated = path.with_name("undated.toml")
    if undated != path and _known(undated).get("source", {}).get("sha256") == origin.sha256:
        undated.unlink(missing_ok=True)


def confirm_standard(standard_id: str, edition: str = "") -> Confirmed:
    """Confirm every doubt about a standard that was read in.

    Args:
        standard_id: its id.
        edition: which edition; the newest one kept when empty.

    Raises:
        StandardError: no such standard was read in.
    """
    from core.standards.reading import check_standard
    from index.standards.writing import write_file

    folder = standards_folder()
    # The id comes from the user: it is compared with names, never made into a path.
    kept = sorted(path for path in folder.glob("*/*.toml") if path.parent.name == standard_id)
    if edition:
        kept = [path for path in kept if path.stem == edition]
    if not kept:
        names = sorted({path.parent.name for path in folder.glob("*/*.toml")})
        raise StandardError(
            f"no standard {standard_id!a}{' of that edition' if edition else ''} was read in",
            where="ID",
            hint=f"Those read in are: {', '.join(names)}."
            if names
            else "Read one in with: fes standards import FILE.",
        )
    path = kept[-1]
    known = _known(path)
    opened = [dict(one) for one in known.get("doubts", []) if not one.get("confirmed")]
    if opened:
        for one in known["doubts"]:
            one["confirmed"] = True
        if known["method"] != SUPERVISORY_ID:
            check_standard(known, f"{standard_id}/{path.name}")
        _write(path, write_file(known, checked=content_hash(known)))
    return Confirmed(standard_id, path.stem, known["title"], tuple(opened))


def _keep_guide(result: Imported, origin: Origin) -> Imported:
    """Keep a guide without points where ``fes guide --guide`` can read it.

    A guide that describes several kinds of work apart is kept as one for each.

    Its format has no place for doubts: it is a draft until a person has confirmed them.
    """
    from core.narrative.guide import parse_guide
    from index.standards.writing import guide_id, write_guide

    standard = result.standard
    texts: dict[Path, str] = {}
    for kind in dict.fromkeys(factor.kind for factor in standard.factors):
        name = guide_id(standard, kind)
        path = guides_folder() / name / f"{standard.edition_id}.toml"
        texts[path] = write_guide(standard, origin, kind)
        parse_guide(texts[path], where=f"{name}/{path.name}")
    kept = all(
        path.is_file() and path.read_text(encoding="utf-8") == text for path, text in texts.items()
    )
    drafts = {path.with_suffix(".draft"): text for path, text in texts.items()}
    if kept:
        result = replace(result, status="unchanged", open_doubts=())
    elif result.open_doubts:
        texts = drafts
    first, *others = texts
    result = replace(result, path=first, beside=tuple(others))
    if kept:
        return result
    status: Status = "replaced" if first.is_file() else "added"
    for path, text in texts.items():
        _write(path, text)
    if texts is not drafts:
        for path in drafts:
            path.unlink(missing_ok=True)
    return replace(result, status=status)


def _known(path: Path) -> dict[str, Any]:
    try:
        return parse_toml(path.read_text(encoding="utf-8"), where=path.name)
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise StorageError(
            f"the standard kept cannot be read ({error})", where=str(path), hint="Remove the file."
        ) from error


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


def _beside_digest(official: StandardFile) -> bool:
    """Return whether the program has a digest of the same edition, which it must agree with."""
    from core.standards.catalog import bundled_catalog, merge

    catalog = bundled_catalog()
    if official.table.id not in catalog.ids():
        return False
    for digest in catalog.editions(official.table.id):
        if digest.table.edition_id == official.table.edition_id:
            merge(digest, official, where=f"{official.table.id}/{official.table.edition_id}.toml")
            return True
    return False


def _agrees_with_guide(standard: ReadStandard) -> None:
    """Hold a supervisory guide's points and ranges against the edition the core scores with.

    Raises:
        StandardError: something differs or is missing.
    """
    from core.supervisory.guide import load_guide

    guide = load_guide()
    read = {one.level: one.points for factor in standard.factors for one in factor.levels}
    for level, points in _values(guide.table).items():
        if read.get(level) != points:
            raise StandardError(
                f"Level {level} has {points} points in the guide the program scores with, and "
                f"{read.get(level)} in this document",
                where="gssg",
                hint="Compare the page; the figures of the program stay in use.",
            )


def _completed(standard: ReadStandard) -> tuple[ReadStandard, Borrowed | None]:
    """Complete what the document does not print from the Primary Standard, as doubts say.

    Points missing at a level are the Primary Standard's for it; a missing conversion table is
    its master table.
    """
    from core.standards.criteria import GradeRange
    from index.standards.writing import Borrowed

    if standard.method != "fes":
        return standard, None
    table = _bundled("fes-primary")
    charted = () if standard.combined is None else standard.combined.factors
    rows = {row.level: row for factor in table.factors for row in factor.levels}
    pages: dict[str, str] = {}

    def completed(level: ReadLevel) -> ReadLevel:
        row = rows.get(level.level)
        if level.points or row is None:
            return level
        pages[level.level] = row.page
        return level.model_copy(update={"points": row.points})

    factors = tuple(
        factor
        if factor.factor in charted
        else factor.model_copy(update={"levels": tuple(completed(one) for one in factor.levels)})
        for factor in standard.factors
    )
    standard = standard.model_copy(update={"factors": factors})
    conversion = standard.conversion or tuple(
        GradeRange(grade=row.grade, min=row.min, max=row.max, page=row.page)
        for row in table.conversion
    )
    if not pages and standard.conversion:
        return standard, None
    borrowed = Borrowed(
        table.document, table.edition, table.section, pages, conversion=not standard.conversion
    )
    return standard.model_copy(update={"conversion": conversion}), borrowed


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    from core.standards.catalog import forget_standards

    replace_file(
        path,
        text.encode(),
        what="the standard",
        hint="Check that FES_HOME names a folder you may write to.",
        private=True,
    )
    forget_standards()
    name_imported_standards()
