"""Which factor levels typical positions show at each grade, as data.

Source: The Classifier's Handbook, TS-107 August 1991, Chapter 2, Factor Level Relationships,
Tables 1 to 4, pp. 14-17. Plain records, because scoring a few levels does not load the models.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, get_args

from core.standards.series import grade_interval

if TYPE_CHECKING:
    from collections.abc import Iterable

    from core.model import CitationData

Kind = Literal["professional", "administrative", "technical", "clerical"]
"""A kind of work with a table of its own; ``"clerical"`` includes assistance work."""

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
_TWO_GRADE: Final[tuple[Kind, ...]] = ("professional", "administrative")
_ONE_GRADE: Final[tuple[Kind, ...]] = ("technical", "clerical")
# The list of two-grade interval series still has the code this work had before.
_LISTED_AS: Final = {"1849": "0249"}
_PAIR: Final = 2
_FILE: Final = Path(__file__).resolve().parent / "data" / "typical-levels-1991-08.toml"


class Column(NamedTuple):
    """The levels that typical positions of one kind of work show at one grade.

    ``levels`` maps a factor's number to the levels printed, lowest first. They are common
    examples; the Handbook does not exclude others.
    """

    kind: Kind
    grade: int
    levels: dict[str, tuple[str, ...]]


class Table(NamedTuple):
    """One printed table: its number, page, kind of work (``title`` in words) and columns."""

    number: int
    kind: Kind
    title: str
    page: str
    columns: tuple[Column, ...]


class Deviation(NamedTuple):
    """A level that no column compared with prints for its factor.

    ``steps`` counts levels from the nearest one printed: above zero when the position's is
    higher. ``typical`` are the levels printed, lowest first.
    """

    factor: str
    level: str
    typical: tuple[str, ...]
    steps: int


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@cache
def tables() -> tuple[Table, ...]:
    """Return the four tables in the order printed."""
    return tuple(
        Table(
            number=entry["number"],
            kind=entry["kind"],
            title=entry["title"],
            page=entry["page"],
            columns=tuple(
                Column(
                    kind=entry["kind"],
                    grade=grade,
                    levels={
                        key: tuple(cells[index].split(" or "))
                        for key, cells in entry["levels"].items()
                    },
                )
                for index, grade in enumerate(entry["grades"])
            ),
        )
        for entry in _data()["tables"]
    )


def kinds_of(series: str) -> tuple[Kind, ...]:
    """Return the kinds of work a series may hold.

    Two-grade interval series hold professional and administrative work, one-grade interval
    series clerical and technical work, and a few both; which is which follows from the list
    in Appendix 1 of the Introduction (The Classifier's Handbook, p. 30). Series of neither
    kind, such as police and fire protection, are compared with those of their interval.

    Args:
        series: three or four digits; an empty text means that the series is not known.
    """
    if not series.strip():
        return KINDS
    code = series.strip().zfill(4)
    interval = grade_interval(_LISTED_AS.get(code, code))
    if interval is None:
        return _ONE_GRADE
    return _TWO_GRADE if interval.always else KINDS


def deviation(level: str, columns: Iterable[Column]) -> Deviation | None:
    """Compare a level with all that some columns print for its factor.

    The tables number every level; a lettered one has nothing to be compared with.
    """
    factor, _, step = level.partition("-")
    printed = {cell for column in columns for cell in column.levels.get(factor, ())}
    if not printed or level in printed or not step.isdecimal():
        return None
    typical = sorted(printed, key=_number)
    steps = min((int(step) - _number(cell) for cell in typical), key=abs)
    return Deviation(factor, level, tuple(typical), steps)


def grades_with(level: str, columns: Iterable[Column]) -> list[str]:
    """Return the grades at which some columns print a level, three or more in a row as one run."""
    factor = level.partition("-")[0]
    runs: list[list[int]] = []
    for grade in sorted({c.grade for c in columns if level in c.levels.get(factor, ())}):
        if runs and runs[-1][-1] == grade - 1:
            runs[-1].append(grade)
        else:
            runs.append([grade])
    texts: list[str] = []
    for run in runs:
        if len(run) > _PAIR:
            texts.append(f"GS-{run[0]} to GS-{run[-1]}")
        else:
            texts += [f"GS-{grade}" for grade in run]
    return texts


def _number(level: str) -> int:
    return int(level.partition("-")[2])


def source(chosen: tuple[Table, ...]) -> CitationData:
    """Return one citation of the tables used."""
    data = _data()
    return {
        "document": data["document"],
        "edition": data["edition"],
        "page": ", ".join(table.page for table in chosen),
        "section": f"{data['section']}, {numbered(chosen)}",
    }


def numbered(chosen: tuple[Table, ...]) -> str:
    """Return the tables by their numbers: ``Table 2``, ``Tables 1 and 2``."""
    numbers = listed([str(table.number) for table in chosen], "and")
    return f"{'Table' if len(chosen) == 1 else 'Tables'} {numbers}"


def listed(names: list[str], word: str) -> str:
    """Join names as a sentence does: ``a``, ``a or b``, ``a, b or c``."""
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} {word} {names[-1]}"
