"""Which factor levels typical positions show at each grade, as data.

Source: The Classifier's Handbook, TS-107 August 1991, Chapter 2, Factor Level Relationships,
Tables 1 to 4, pp. 14-17.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal, get_args

from core.model import Citation, Frozen

Kind = Literal["professional", "administrative", "technical", "clerical"]
"""A kind of work with a table of its own; ``"clerical"`` includes assistance work."""

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
_FILE: Final = Path(__file__).resolve().parent / "data" / "typical-levels-1991-08.toml"


class Pattern(Frozen):
    """The levels that typical positions of one kind of work show at one grade.

    ``levels`` maps a factor's number to the levels printed, lowest first. They are common
    examples; the Handbook does not exclude others.
    """

    kind: Kind
    grade: int
    levels: dict[str, tuple[str, ...]]
    citation: Citation


@dataclass(frozen=True, slots=True)
class Table:
    """One printed table: its number, page, kind of work (``title`` in words) and columns."""

    number: int
    kind: Kind
    title: str
    page: str
    columns: tuple[Pattern, ...]


@cache
def tables() -> tuple[Table, ...]:
    """Return the four tables in the order printed."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(
        Table(
            number=entry["number"],
            kind=entry["kind"],
            title=entry["title"],
            page=entry["page"],
            columns=tuple(
                Pattern(
                    kind=entry["kind"],
                    grade=grade,
                    levels={
                        key: tuple(cells[index].split(" or "))
                        for key, cells in entry["levels"].items()
                    },
                    citation=Citation(
                        document=data["document"],
                        edition=data["edition"],
                        page=entry["page"],
                        section=f"{data['section']}, Table {entry['number']}",
                    ),
                )
                for index, grade in enumerate(entry["grades"])
            ),
        )
        for entry in data["tables"]
    )


def source(chosen: tuple[Table, ...]) -> Citation:
    """Return one citation of the tables used."""
    whole = chosen[0].columns[0].citation
    section = whole.section.rpartition(", ")[0]
    return Citation(
        document=whole.document,
        edition=whole.edition,
        page=", ".join(table.page for table in chosen),
        section=f"{section}, {numbered(chosen)}",
    )


def numbered(chosen: tuple[Table, ...]) -> str:
    """Return the tables by their numbers: ``Table 2``, ``Tables 1 and 2``."""
    numbers = listed([str(table.number) for table in chosen], "and")
    return f"{'Table' if len(chosen) == 1 else 'Tables'} {numbers}"


def listed(names: list[str], word: str) -> str:
    """Join names as a sentence does: ``a``, ``a or b``, ``a, b or c``."""
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} {word} {names[-1]}"
