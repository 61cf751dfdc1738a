"""Editions of documents held as data: one folder a document, one TOML file an edition.

A released file is not edited, a change is a new file, and the edition in force on a date
applies: an edition that does not say when it ended did so when the next one began. Standards,
guides and directives are all kept like this.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from core.errors import StandardError, shown

_guide_roots: tuple[Path, ...] = ()


def name_guide_roots(roots: tuple[Path, ...]) -> None:
    """Name the folders beside the bundled one that hold guides without points."""
    global _guide_roots  # noqa: PLW0603 - named once by the program that runs the core.
    _guide_roots = roots


def guide_roots() -> tuple[Path, ...]:
    """Return the folders named that hold guides without points, in order."""
    return _guide_roots


class Dated(Protocol):
    """What every edition has: its document's id, its own, and the days between it is in force."""

    @property
    def id(self) -> str:
        """The document's id, which names its folder."""

    @property
    def edition_id(self) -> str:
        """The edition's id, which names its file."""

    @property
    def in_force_from(self) -> date:
        """The first day on which the edition applies."""

    @property
    def in_force_to(self) -> date | None:
        """The last day on which it applies; None until the next edition begins."""


class Standing(Dated, Protocol):
    """An edition that says whether it is in force, replaced or a draft."""

    @property
    def status(self) -> str:
        """Its standing, such as ``"in_force"``."""


class OnTable:
    """An edition that bears the names, the standing and the days of its table."""

    __slots__ = ()
    table: Standing

    @property
    def id(self) -> str:
        return self.table.id

    @property
    def edition_id(self) -> str:
        return self.table.edition_id

    @property
    def status(self) -> str:
        return self.table.status

    @property
    def in_force_from(self) -> date:
        return self.table.in_force_from

    @property
    def in_force_to(self) -> date | None:
        return self.table.in_force_to


Held = TypeVar("Held", bound=Dated)


def settle_hint(standard_id: str, *, blocks: bool) -> str:
    """Say how the doubts about a standard that was read are settled."""
    if blocks:
        return (
            f"Look at the document. fes standards correct {standard_id} lists the doubts; correct "
            "the level there, or accept the doubt with your reason: parts of the standard may not "
            "have been read."
        )
    return f"Look at the document, then confirm with: fes standards confirm {standard_id}."


def told_of_corrections(raw: dict[str, Any]) -> dict[str, str]:
    """Return what a derivation says where a corrected level, range or cell counts, by its key.

    Args:
        raw: The data of a standard's file that was checked.
    """
    named = {one["level"]: (f"Level {one['level']}", one) for one in raw.get("corrections", ())}
    for one in raw.get("figures", ()):
        cell = one.get("cell")
        key = " ".join(cell) if cell else str(one["grade"])
        named[key] = ("this cell" if cell else "this range", one)
    return {
        key: f"The reading of {what} was corrected ({one['by']}, {one['when']}: "
        f"{one['why'].rstrip('.')})."
        for key, (what, one) in named.items()
    }


def in_force(editions: Sequence[Held], as_of: date | None, name: str) -> Held:
    """Return the edition in force on a day, or the newest one when no day is given.

    Args:
        editions: oldest first.
        as_of: the day.
        name: the document's id as a message names it.

    Raises:
        StandardError: none of them was in force on the day.
    """
    if as_of is None:
        current = [one for one in editions if getattr(one, "status", "in_force") == "in_force"]
        return (current or list(editions))[-1]
    begun = [one for one in editions if one.in_force_from <= as_of]
    if begun and (begun[-1].in_force_to is None or as_of <= begun[-1].in_force_to):
        return begun[-1]
    held = "; ".join(
        f"{edition.edition_id}, in force from {edition.in_force_from.isoformat()}"
        + (f" to {edition.in_force_to.isoformat()}" if edition.in_force_to else "")
        for edition in editions
    )
    raise StandardError(
        f"no edition of {name} held here was in force on {as_of.isoformat()}",
        where="as_of",
        hint=f"The editions are: {held}. Choose a date in one of them, or leave as_of out.",
    )


def check_names(edition: Dated, path: Path) -> None:
    """Refuse an edition whose folder and file do not bear its names.

    Raises:
        StandardError: one of them is named otherwise.
    """
    where = f"{path.parent.name}/{path.name}"
    if edition.id != path.parent.name:
        raise StandardError(
            f"id is {edition.id!a}, but the folder is {path.parent.name!a}",
            where=where,
            hint="Give both the same name.",
        )
    if edition.edition_id != path.stem:
        raise StandardError(
            f"edition_id is {edition.edition_id!a}, but the file is {path.name!a}",
            where=where,
            hint="Give both the same name.",
        )


def check_order(editions: Sequence[Dated], folder: str) -> None:
    """Refuse editions of which one says that it goes on after the next has begun.

    Raises:
        StandardError: two overlap, or begin on the same day.
    """
    for earlier, later in pairwise(editions):
        if earlier.in_force_from == later.in_force_from:
            raise StandardError(
                f"{earlier.edition_id} and {later.edition_id} begin on the same day",
                where=f"{folder}/{later.edition_id}.toml",
                hint="Correct in_force_from of one of them.",
            )
        if earlier.in_force_to is not None and earlier.in_force_to >= later.in_force_from:
            raise StandardError(
                f"in_force_to of {earlier.edition_id} does not end before {later.edition_id} "
                "begins",
                where=f"{folder}/{earlier.edition_id}.toml",
                hint="Set in_force_to to the day before the next edition, or leave it out.",
            )


class Editions(Generic[Held]):
    """The editions under one folder or several, read once when asked for.

    Args:
        root: the folder; each document has a folder in it named by its id.
        read: turns a file's text and its name, for messages, into an edition.
        kind: what the documents are, for messages, such as ``"guide"``.
        further: folders of the same form; what stands in one of them is taken over the first's.
    """

    def __init__(
        self,
        root: Path,
        read: Callable[[str, str], Held],
        kind: str,
        further: tuple[Path, ...] = (),
    ) -> None:
        self._roots = (root, *further)
        self._read = read
        self._kind = kind
        self._held: dict[str, tuple[Held, ...]] = {}
        self._chosen: dict[tuple[str, date | None], Held] = {}

    def ids(self) -> tuple[str, ...]:
        """Return the ids of the documents held, in order."""
        return tuple(
            sorted({path.parent.name for root in self._roots for path in root.glob("*/*.toml")})
        )

    def every(self) -> tuple[Held, ...]:
        """Return every edition of every document, by id, oldest first.

        Raises:
            StandardError: a file of one is wrong.
        """
        return tuple(edition for name in self.ids() for edition in self.editions(name))

    def editions(self, wanted: str) -> tuple[Held, ...]:
        """Return the editions of a document, oldest first.

        Raises:
            StandardError: there is no such document, or a file of it is wrong.
        """
        if wanted not in self._held:
            # The id comes from the user: it is compared with names, never made into a path.
            if wanted not in self.ids():
                raise StandardError(
                    f"there is no {self._kind} {shown(wanted)}",
                    where=self._kind,
                    hint=f"The {self._kind}s are: {', '.join(self.ids()) or 'none'}.",
                )
            found = self._gathered(wanted)
            check_order(found, wanted)
            self._held[wanted] = found
        return self._held[wanted]

    def _gathered(self, wanted: str) -> tuple[Held, ...]:
        """Return what the folders hold of a document, oldest first."""
        paths = {
            path.name: path
            for root in self._roots
            for path in sorted((root / wanted).glob("*.toml"))
        }
        found = (self._one(path, self._read) for path in paths.values())
        return tuple(sorted(found, key=lambda edition: edition.in_force_from))

    def _one(self, path: Path, read: Callable[[str, str], Held]) -> Held:
        where = f"{path.parent.name}/{path.name}"
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise StandardError(
                f"the file cannot be read: {error}", where=where, hint="Correct the file."
            ) from error
        edition = read(text, where)
        check_names(edition, path)
        return edition

    def in_force(self, wanted: str, as_of: date | None = None) -> Held:
        """Return the edition in force on a day, or the newest one.

        Raises:
            StandardError: as :meth:`editions`, or no edition held was in force on the day.
        """
        key = (wanted, as_of)
        if key not in self._chosen:
            self._chosen[key] = in_force(self.editions(wanted), as_of, wanted)
        return self._chosen[key]
