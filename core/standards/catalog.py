"""The standards this program knows: find one, choose the edition in force, read it once.

Editions live under ``core/standards/data/ID/EDITION.toml``; those read from official documents have
the same form, under the folders :mod:`core.standards.roots` names. An evaluation takes an as-of
date and the edition in force on it applies; without a date the newest edition in force does. A
date before every edition held here is refused: points come only from the table in force.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from core.errors import LevelError, StandardError, shown
from core.standards.file import StandardFile, read_standard
from core.standards.levels import factor_of, normal_factor, normal_level
from core.standards.official import merge, succeed
from core.standards.roots import named_roots
from core.standards.scorable import check_scorable

if TYPE_CHECKING:
    from datetime import date

    from core.model import Factor, FactorId, Level, Standard
    from core.standards.table import PointTable

__all__ = [
    "Catalog",
    "StandardEntry",
    "bundled_catalog",
    "default_catalog",
    "factor_of",
    "find_factor",
    "find_level",
    "forget_standards",
    "list_standards",
    "load_standard",
    "load_table",
]

_ROOT: Final = Path(__file__).resolve().parent / "data"
# Guides whose points do not settle the grade by themselves are read by modules of their own.
_READ_ELSEWHERE: Final = frozenset({"gssg"})


@dataclass(frozen=True, slots=True)
class StandardEntry:
    """One edition in the catalogue, without its levels.

    ``text`` says whose words its levels hold (``"digest"`` or ``"official"``), ``source_file``
    the file the official words were read from, and ``open_doubts`` how many doubts about them
    nobody has confirmed.
    """

    id: str
    edition_id: str
    title: str
    document: str
    edition: str
    status: str
    in_force_from: date
    in_force_to: date | None
    text: str = "digest"
    source_file: str = ""
    open_doubts: int = 0


class Catalog:
    """The standards under one folder or several. Files are read when asked for, and once.

    Where two folders hold the same edition, the later one has the official words of what the
    earlier one states as a digest; see :func:`core.standards.official.merge`.
    """

    def __init__(self, root: Path, *further: Path) -> None:
        self._roots = (root, *further)
        self._editions: dict[str, tuple[StandardFile, ...]] = {}
        self._standards: dict[tuple[str, str], Standard] = {}
        self._chosen: dict[tuple[str, date | None], StandardFile] = {}

    def ids(self) -> tuple[str, ...]:
        """Return the ids of the standards held, in order."""
        names = {path.parent.name for root in self._roots for path in root.glob("*/*.toml")}
        return tuple(sorted(names - _READ_ELSEWHERE))

    def entries(self) -> tuple[StandardEntry, ...]:
        """Return every edition of every standard, oldest edition first."""
        return tuple(
            StandardEntry(
                id=file.table.id,
                edition_id=file.table.edition_id,
                title=file.table.title,
                document=file.table.document,
                edition=file.table.edition,
                status=file.table.status,
                in_force_from=file.table.in_force_from,
                in_force_to=file.table.in_force_to,
                text=file.data["text"],
                source_file=file.table.source_file,
                open_doubts=sum(not doubt.confirmed for doubt in file.table.doubts),
            )
            for standard_id in self.ids()
            for file in self._read(standard_id)
        )

    def editions(self, standard_id: str) -> tuple[StandardFile, ...]:
        """Return every edition of a standard as it was read, oldest first.

        Raises:
            StandardError: the standard is unknown, or a file of it is wrong.
        """
        return self._read(standard_id)

    def table(self, standard_id: str, as_of: date | None = None) -> PointTable:
        """Return the arithmetic half of the edition in force; see :func:`load_table`."""
        table = self._choose(standard_id, as_of).table
        check_scorable(table)
        return table

    def standard(self, standard_id: str, as_of: date | None = None) -> Standard:
        """Return the edition in force with its digests; see :func:`load_standard`."""
        file = self._choose(standard_id, as_of)
        key = (file.table.id, file.table.edition_id)
        if key not in self._standards:
            from core.model import Standard

            self._standards[key] = Standard.model_validate(file.data)
        return self._standards[key]

    def _choose(self, standard_id: str, as_of: date | None) -> StandardFile:
        key = (standard_id, as_of)
        chosen = self._chosen.get(key)
        if chosen is None:
            chosen = self._chosen[key] = _in_force(self._read(standard_id), standard_id, as_of)
        return chosen

    def _read(self, standard_id: str) -> tuple[StandardFile, ...]:
        found = self._editions.get(standard_id)
        if found is not None:
            return found
        # The id comes from the user: it is compared with names, never made into a path.
        if standard_id not in self.ids():
            raise StandardError(
                f"there is no standard {shown(standard_id)}",
                where="standard",
                hint=f"The standards are: {', '.join(self.ids()) or 'none'}.",
            )
        files: dict[str, StandardFile] = {}
        for root in self._roots:
            for path in sorted((root / standard_id).glob("*.toml")):
                file = _edition(path, standard_id)
                held = files.get(path.stem)
                where = f"{standard_id}/{path.name}"
                files[path.stem] = file if held is None else merge(held, file, where=where)
        ordered = succeed(tuple(files.values()))
        for earlier, later in pairwise(ordered):
            ends = earlier.table.in_force_to
            if ends is None or ends >= later.table.in_force_from:
                raise StandardError(
                    f"in_force_to of {earlier.table.edition_id} does not end before "
                    f"{later.table.edition_id} begins",
                    where=f"{standard_id}/{earlier.table.edition_id}.toml",
                    hint="Set in_force_to to the day before the next edition.",
                )
        self._editions[standard_id] = ordered
        return ordered


def _edition(path: Path, standard_id: str) -> StandardFile:
    """Read one edition, whose file and folder bear its names."""
    where = f"{standard_id}/{path.name}"
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise StandardError(
            f"the file cannot be read: {error}", where=where, hint="Correct the file."
        ) from error
    file = read_standard(text, where=where)
    if file.table.id != standard_id:
        raise StandardError(
            f"id is {file.table.id!r}, but the folder is {standard_id!r}",
            where=where,
            hint="Give both the same name.",
        )
    if file.table.edition_id != path.stem:
        raise StandardError(
            f"edition_id is {file.table.edition_id!r}, but the file is {path.name!r}",
            where=where,
            hint="Give both the same name.",
        )
    return file


def _in_force(
    files: tuple[StandardFile, ...], standard_id: str, as_of: date | None
) -> StandardFile:
    """Choose the edition in force on a date, or the newest one when no date is given."""
    if as_of is None:
        in_force = [file for file in files if file.table.status == "in_force"]
        return (in_force or list(files))[-1]
    for file in files:
        table = file.table
        if table.in_force_from <= as_of and (
            table.in_force_to is None or as_of <= table.in_force_to
        ):
            return file
    held = "; ".join(
        f"{file.table.edition_id}, in force from {file.table.in_force_from.isoformat()}"
        + (f" to {file.table.in_force_to.isoformat()}" if file.table.in_force_to else "")
        for file in files
    )
    raise StandardError(
        f"no edition of {standard_id} held here was in force on {as_of.isoformat()}",
        where="as_of",
        hint=f"The editions are: {held}. Choose a date in one of them, or leave as_of out.",
    )


def default_catalog() -> Catalog:
    """Return the standards that come with the program and those under the folders named."""
    return _catalog(named_roots())


def bundled_catalog() -> Catalog:
    """Return the standards that come with the program, whatever else a person holds."""
    return _catalog(())


@cache
def _catalog(further: tuple[Path, ...]) -> Catalog:
    return Catalog(_ROOT, *further)


def forget_standards() -> None:
    """Read standards again when next asked: a file under a folder named has changed."""
    _catalog.cache_clear()


def list_standards() -> tuple[StandardEntry, ...]:
    """Return every edition the program knows, by id, oldest edition first."""
    return default_catalog().entries()


def load_standard(standard_id: str, as_of: date | None = None) -> Standard:
    """Return the edition of a standard in force on a date, with its digests.

    Args:
        standard_id: such as ``"fes-primary"``.
        as_of: the date whose edition applies; None means the newest edition in force.

    Raises:
        StandardError: the standard is unknown (the message names those there are), no
            edition held here was in force on the date, or its file is wrong.
    """
    return default_catalog().standard(standard_id, as_of)


def load_table(standard_id: str, as_of: date | None = None) -> PointTable:
    """Return the points, pages and conversion table of the edition in force.

    The same choice as :func:`load_standard`, without building the digests.

    Raises:
        StandardError: as :func:`load_standard`, or the edition cannot score: a doubt about it
            is not confirmed, or it has no points.
    """
    return default_catalog().table(standard_id, as_of)


def find_factor(standard: Standard, factor: FactorId) -> Factor:
    """Return a factor of a standard by its number, given as 2 or ``"2"``.

    Raises:
        LevelError: the standard has no such factor.
    """
    key = normal_factor(str(factor))
    for candidate in standard.factors:
        if str(candidate.factor) == key:
            return candidate
    numbers = ", ".join(str(candidate.factor) for candidate in standard.factors)
    raise LevelError(
        f"{standard.title} has no Factor {factor}", where="factor", hint=f"Its factors: {numbers}."
    )


def find_level(standard: Standard, level: str) -> Level:
    """Return a level of a standard by its name, such as ``"2-5"`` or ``"Level 2-5"``.

    Raises:
        LevelError: the text is not a level, or the standard has no such level.
    """
    factor = find_factor(standard, factor_of(level))
    normal = normal_level(level)
    for candidate in factor.levels:
        if candidate.level == normal:
            return candidate
    raise LevelError(
        f"Factor {factor.factor} has no Level {normal}",
        where="level",
        hint=f"Its levels run from {factor.levels[0].level} to {factor.levels[-1].level}.",
    )
