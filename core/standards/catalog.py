"""The standards this program knows: find one, choose the edition in force, read it once.

Editions live under ``core/standards/data/ID/EDITION.toml``; those read from official documents
have the same form, under further folders that a program names once, before it asks for a
standard: the core looks nowhere by itself. An evaluation takes an as-of date and the edition in
force on it applies; without a date the newest edition in force does. A date before every edition
held here is refused: points come only from the table in force.

Editions that come with the program were checked when it was made. A file that was read in was
checked when it was kept, and its head says of which content: it is checked again only when a
hand has changed it. So scoring loads figures without a validator.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from core.errors import StandardError
from core.standards import editions
from core.standards.table import CHECKED, PointTable, content_hash, table_of

if TYPE_CHECKING:
    from core.standards.model import Standard

Check = Callable[[dict[str, Any], str], None]
"""Refuses the data of a file, given with its name, that has something wrong in it."""

_ROOT: Final = Path(__file__).resolve().parent / "data"
# Guides whose points do not settle the grade by themselves are read by modules of their own.
_READ_ELSEWHERE: Final = frozenset({"gssg"})


@dataclass(slots=True)
class StandardFile(editions.OnTable):
    """One edition as it is held: the table for arithmetic, and the data of its file.

    ``words`` is the same edition as it was read from the official document, where both are
    held. ``own`` says that it comes with the program, which was checked when it was made.
    ``built`` keeps the standard with its digests once it was asked for.
    """

    table: PointTable
    raw: dict[str, Any]
    words: StandardFile | None = None
    own: bool = False
    built: Standard | None = field(default=None, compare=False, repr=False)


class Catalog(editions.Editions[StandardFile]):
    """The standards under one folder or several. Files are read when asked for, and once.

    Where two folders hold the same edition, the later one has the official words of what the
    earlier one states as a digest; see :func:`merge`.

    Args:
        roots: the folders; what comes with the program is taken as checked.
        check: refuses what is wrong in a file of another folder.
    """

    def __init__(self, *roots: Path, check: Check) -> None:
        def checked(text: str, where: str) -> StandardFile:
            raw = parse_toml(text, where=where)
            content = content_hash(raw)
            if f"{CHECKED}{content}\n" not in text:
                check(raw, where)
            return StandardFile(table=table_of(raw, content), raw=raw)

        super().__init__(roots[0], checked, "standard", roots[1:])

    def ids(self) -> tuple[str, ...]:
        """Return the ids of the standards held, in order."""
        return tuple(name for name in super().ids() if name not in _READ_ELSEWHERE)

    def table(self, standard_id: str, as_of: date | None = None) -> PointTable:
        """Return the arithmetic half of the edition in force; see :func:`load_table`."""
        table = self.in_force(standard_id, as_of).table
        check_scorable(table)
        return table

    def _gathered(self, wanted: str) -> tuple[StandardFile, ...]:
        """Return every edition of a standard as it was read, oldest first."""
        files: dict[str, StandardFile] = {}
        for root in self._roots:
            read = _trusted if root == _ROOT else self._read
            for path in sorted((root / wanted).glob("*.toml")):
                file = self._one(path, read)
                held = files.get(path.stem)
                where = f"{wanted}/{path.name}"
                files[path.stem] = file if held is None else merge(held, file, where=where)
        return succeed(tuple(files.values()))


def _trusted(text: str, where: str) -> StandardFile:
    raw = parse_toml(text, where=where)
    return StandardFile(table=table_of(raw, content_hash(raw)), raw=raw, own=True)


def parse_toml(text: str, *, where: str) -> dict[str, Any]:
    """Return a file's text as data.

    Raises:
        StandardError: the text is not TOML.
    """
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # A number of thousands of digits, deep nesting.
        raise StandardError(
            f"the file is not valid TOML: {error}", where=where, hint="Correct the line it names."
        ) from error


# --- a digest and the official text of one edition ---------------------------------------


def merge(digest: StandardFile, official: StandardFile, *, where: str) -> StandardFile:
    """Return one edition: the digest's criteria and figures with the official words.

    The program comes with digests. When a person has read the official document in, its words
    win for language, while the digest's aspects, notes and summaries stay: findings are
    recorded on aspects. Figures are the digest's own, and the official text must agree with
    every one of them. A partial digest gives way to the official text whole, as does one that
    lacks a level of it.

    Raises:
        StandardError: points, a chart's cell or a grade's range differ between the two.
    """
    ours = {row.level: row.points for factor in digest.table.factors for row in factor.levels}
    read = [row for factor in official.table.factors for row in factor.levels]
    known = all(row.level in ours for row in read)
    if digest.table.method != "fes" or digest.table.partial or not known:
        return official
    for row in read:
        if ours[row.level] != row.points:
            raise _differs(f"Level {row.level}", ours[row.level], row.points, where)
    ranges = {row.grade: (row.min, row.max) for row in digest.table.conversion}
    for grade in official.table.conversion:
        here = ranges.get(grade.grade)
        if here is not None and here != (grade.min, grade.max):
            raise _differs(grade.label, here, (grade.min, grade.max), where)
    table = replace(
        digest.table, doubts=official.table.doubts, source_file=official.table.source_file
    )
    return StandardFile(table=table, raw=digest.raw, words=official, own=digest.own)


def _differs(what: str, ours: object, theirs: object, where: str) -> StandardError:
    return StandardError(
        f"{what} is {theirs} in the text that was read in, and {ours} in the digest that comes "
        "with the program",
        where=where,
        hint="Look at the document, and remove the file if it was read wrongly.",
    )


def succeed(files: Sequence[StandardFile]) -> tuple[StandardFile, ...]:
    """Return editions oldest first, each ending before the next begins where one was read in.

    A document does not say when its successor will come: the day before the next edition
    begins is its last one. Editions that ship with the program say so themselves, and nothing
    is mended about them while they stand alone.
    """
    ordered = sorted(files, key=lambda file: file.in_force_from)
    if not any(file.table.source_file for file in files):
        return tuple(ordered)
    # Of two that begin on one day, the one that was read in stands.
    by_day = {
        file.in_force_from: file
        for file in sorted(ordered, key=lambda file: bool(file.table.source_file))
    }
    ordered = sorted(by_day.values(), key=lambda file: file.in_force_from)
    found = list(ordered)
    for place, (earlier, later) in enumerate(pairwise(ordered)):
        if earlier.in_force_to is not None and earlier.in_force_to < later.in_force_from:
            continue
        last = later.in_force_from - timedelta(days=1)
        found[place] = replace(
            earlier,
            table=replace(earlier.table, in_force_to=last, status="superseded"),
            raw={**earlier.raw, "in_force_to": last, "status": "superseded"},
            built=None,
        )
    return tuple(found)


def check_scorable(table: PointTable) -> None:
    """Refuse an edition whose levels cannot be credited with points.

    Raises:
        StandardError: a doubt about it is not confirmed, or it has no points; the message says
            which doubt, or where the document sends the classifier.
    """
    open_doubts = [doubt for doubt in table.doubts if not doubt.confirmed]
    if open_doubts:
        first = open_doubts[0]
        page = f" (p. {first.page})" if first.page else ""
        many = (
            "is a doubt" if len(open_doubts) == 1 else f"are {len(open_doubts)} doubts, the first"
        )
        raise StandardError(
            f"the {table.title} does not score: there {many} about {first.where}{page} "
            f"that nobody has settled: {first.message.rstrip('.')}",
            where="standard",
            hint=editions.settle_hint(table.id, blocks=any(one.blocks for one in open_doubts)),
        )
    if table.method == "referral":
        raise StandardError(
            f"the {table.title} has no grading criteria of its own",
            where="standard",
            hint=" ".join(text.rstrip(".") + "." for text in table.sends_to),
        )
    if table.method == "narrative":
        raise StandardError(
            f"the {table.title} has no points: it grades by its descriptions of each grade",
            where="standard",
            hint=f"Use: fes guide, with guide = {table.guide!r}.",
        )


# --- the folders known -------------------------------------------------------------------


def _nothing_named(_raw: dict[str, Any], where: str) -> None:
    raise AssertionError(f"no folder was named that could hold {where}")


_named: tuple[tuple[Path, ...], Check] = ((), _nothing_named)


def name_roots(roots: tuple[Path, ...], check: Check) -> None:
    """Name the folders beside the bundled one that hold standards, in place of those before.

    Args:
        roots: the folders, each with ``ID/EDITION.toml`` files.
        check: refuses what is wrong in a file of theirs.
    """
    global _named  # noqa: PLW0603 - named once by the program that runs the core.
    _named = (tuple(dict.fromkeys(roots)), check)


def named_roots() -> tuple[Path, ...]:
    """Return the folders named, in order."""
    return _named[0]


def default_catalog() -> Catalog:
    """Return the standards that come with the program and those under the folders named."""
    return _catalog(*_named)


def bundled_catalog() -> Catalog:
    """Return the standards that come with the program, whatever else a person holds."""
    return _catalog((), _nothing_named)


@cache
def _catalog(further: tuple[Path, ...], check: Check) -> Catalog:
    return Catalog(_ROOT, *further, check=check)


def forget_standards() -> None:
    """Read standards again when next asked: a file under a folder named has changed."""
    _catalog.cache_clear()


def list_standards() -> tuple[StandardFile, ...]:
    """Return every edition the program knows, by id, oldest edition first."""
    return default_catalog().every()


def load_table(standard_id: str, as_of: date | None = None) -> PointTable:
    """Return the points, pages and conversion table of the edition in force.

    The same choice as :func:`core.standards.reading.load_standard`, without the digests.

    Raises:
        StandardError: as there, or the edition cannot score: a doubt about it is not confirmed,
            or it has no points.
    """
    return default_catalog().table(standard_id, as_of)
