"""Standards as the library screen lists and changes them, by the program's own commands.

What is read in, confirmed or corrected is written by a command in a process of its own, so that
the screen stays quick and a fault there costs no window.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assistant import load
from assistant.settings import child_environment
from assistant.text import safe_text
from assistant.tui.desk.casework import Field

if TYPE_CHECKING:
    from core.overview import Holding
    from core.standards.table import PointTable

_COMMAND_SECONDS = 900


@dataclass(frozen=True, slots=True)
class Held:
    """An edition held; ``table`` is its points with their doubts, None where none are read."""

    holding: Holding
    table: PointTable | None = None

    @property
    def open_doubts(self) -> tuple[int, ...]:
        """The numbers of the doubts that nobody has settled, from 1."""
        doubts = self.table.doubts if self.table is not None else ()
        return tuple(number for number, one in enumerate(doubts, 1) if not one.confirmed)


def held_standards() -> list[Held]:
    """Return every edition held, read anew: another process may have written one."""
    load("core.standards.catalog:forget_standards")()
    load("core.narrative.guide:forget_guides")()
    catalog = load("core.standards.catalog:default_catalog")()
    tables = {
        (name, file.table.edition_id): file.table
        for name in catalog.ids()
        for file in catalog.editions(name)
    }
    found = load("core.overview:holdings")()
    return [Held(one, tables.get((one.id, one.edition_id))) for one in found]


def published() -> list[tuple[str, str]]:
    """Return the official documents that can be fetched: their names and titles."""
    sources = load("index.sources.catalogue:load")()
    return [(one.name, one.title) for one in sources]


def run_command(home: Path, arguments: Sequence[str]) -> tuple[str, bool]:
    """Run a command of the program's own on a data folder; return what it says, and whether it did.

    It is stopped after a quarter of an hour.
    """
    try:
        done = subprocess.run(  # noqa: S603 - our own command line
            [sys.executable, "-m", "assistant.cli.main", *arguments],
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            timeout=_COMMAND_SECONDS,
            check=False,
            env=child_environment(home),
        )
    except subprocess.TimeoutExpired:
        return "it took more than a quarter of an hour and was stopped", False
    return safe_text((done.stdout + done.stderr).strip()), not done.returncode


CORRECTION: Final[tuple[Field, ...]] = (
    Field("Right: doubts", ("accept",)),
    Field("Wrong: doubts", ("reject",)),
    Field("Why", ("why",)),
    Field("Level", ("level",)),
    Field("Its points", ("points",)),
    Field("Its page", ("page",)),
    Field("First words", ("begins",)),
    Field("Last words", ("ends",)),
    Field("Take back no.", ("withdraw",)),
)
"""What can be said about a reading; each place is an option of ``fes standards correct``."""

_NUMBERS = ("accept", "reject", "withdraw")
_OF_A_LEVEL = ("points", "page", "begins", "ends")


def wrong_with(said: Mapping[str, str]) -> str:
    """Return what is wrong with what was said about a reading, or an empty text."""
    for name in _NUMBERS:
        if not all(part.isdigit() for part in _parts(said.get(name, ""))):
            return "Name doubts and corrections by their numbers, such as 1, 2."
    if not said.get("points", "0").replace(",", "").strip().isdigit():
        return "Points are a whole number, such as 225."
    if not said.get("level") and any(said.get(name) for name in _OF_A_LEVEL):
        return "Name the level that is corrected, such as 7-4."
    if not any(said.get(name) for name in ("level", *_NUMBERS)):
        return "Name a doubt by its number, or a level to correct."
    if not said.get("why") and any(said.get(name) for name in ("level", "accept", "reject")):
        return "Say why: the reason is kept, and shown wherever the standard scores."
    return ""


def correcting(standard: Held, said: Mapping[str, str]) -> list[str]:
    """Return the command that puts what was said over the reading of a standard."""
    command = ["standards", "correct", standard.holding.id]
    command += ["--edition", standard.holding.edition_id]
    for name, value in said.items():
        if name in _NUMBERS:
            command += [word for part in _parts(value) for word in (f"--{name}", part)]
        elif value.strip():
            plain = value.replace(",", "") if name == "points" else value
            command.append(f"--{name}={plain.strip()}")
    return command


def _parts(numbers: str) -> list[str]:
    return numbers.replace(",", " ").split()
