"""What is read from a standard's document: the core's standard, in the document's own words.

Nothing here is checked or decided: the models are filled as they stand, without validation, and
the file written from them is read and checked by the core before it is kept. ``doubts`` say what
a person has to look at before the standard may score; ``repairs`` say which misprints were read
as what they plainly mean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal, NamedTuple

from core.narrative.guide import Governing
from core.standards.criteria import Factor, Level
from core.standards.model import Standard
from core.standards.settled import Doubt
from index.language.structure import fold
from index.standards.rows import Row

HEADING = 140
"""A heading is not longer, in characters."""
_CREDITS = re.compile(r"\b(?:level|fl|fld|factor)\b", re.IGNORECASE)
_LEVEL = re.compile(r"(?<![\w.-])([1-9][AB]?)-[1-9](?!\w|-\w)")

FIRST_DAY: Final = date(1949, 10, 28)
"""The day of the Classification Act, taken where a document prints no date."""

ExampleKind = Literal["illustration", "benchmark"]


class ReadLevel(Level):
    """One level in the document's words; ``grade`` is set in a guide without points.

    ``points`` is 0 where the document gives none for the level by itself (a combined chart
    does, or nothing does).
    """

    grade: int | None = None


class ReadFactor(Factor):
    """One factor; or a criterion of a guide, with the kind of work it is for if there are several.

    Levels stand lowest first. ``above`` is set in a guide for leaders: by how many grades the
    leader's grade exceeds the level, which is the grade of the work led.
    """

    levels: tuple[ReadLevel, ...]
    kind: str = ""
    above: int | None = None

    @property
    def key(self) -> str:
        return str(self.factor)

    @property
    def criterion(self) -> str:
        """Return the name without the kind of work it is for."""
        return self.name.removesuffix(f" ({self.kind})") if self.kind else self.name


class ReadCell(NamedTuple):
    """One cell of a chart of degrees: a degree of each factor in their order, and its grade."""

    levels: tuple[str, ...]
    grade: int
    page: str


class ReadStandard(Standard):
    """A standard as its document prints it.

    ``day`` is the date of issue where one is printed. ``undescribed`` are levels the document
    says it does not describe. ``accounts`` tells for every printed page what of the standard
    stands on it. ``rule_text`` is the paragraph in which a guide without points says how its
    criteria combine, and ``governing`` what it says. ``chart`` are the grades that a guide prints
    for combinations of degrees.
    """

    factors: tuple[ReadFactor, ...] = ()
    day: date | None = None
    undescribed: tuple[str, ...] = ()
    accounts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    repairs: tuple[str, ...] = ()
    rule_text: str = ""
    rule_page: str = ""
    governing: Governing = "lowest"
    governing_criterion: str = ""
    chart: tuple[ReadCell, ...] = ()


def doubtful(code: str, where: str, message: str, page: str, *, blocks: bool = False) -> Doubt:
    """Return something a person has to settle: a code, where it is, what it is and the page."""
    return Doubt.model_construct(code=code, where=where, message=message, page=page, blocks=blocks)


# --- while it is being read --------------------------------------------------------------


def place(page: str) -> str:
    """Return a printed page as a message names it; paragraphs count where there are no pages."""
    return page if " " in page else f"page {page}"


@dataclass(slots=True)
class Draft:
    """A level being read: its rows and its points as printed."""

    level: str
    points: int | None
    page: str
    depth: int
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class FactorDraft:
    """A factor being read: its name, where its heading stands, and what it says it measures."""

    key: str
    name: str
    page: str
    numbered: bool
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class ExampleDraft:
    """An illustration or benchmark being read."""

    kind: ExampleKind
    title: str
    series: str
    grade: int | None
    page: str
    levels: dict[str, str] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)

    @classmethod
    def illustration(cls, level: str, title: str, page: str) -> ExampleDraft:
        """Return an illustration of a level; its title may name a series."""
        named = title if len(title) > 3 else ""
        found = re.search(r"\bGS-(\d{3,4})\b", fold(named))
        series = found[1].zfill(4) if found else ""
        return cls(
            "illustration", named, series, None, page, levels={level.partition("-")[0]: level}
        )

    def take(self, row: Row) -> None:
        """Add a row of a benchmark, and the level it credits when it is the heading of one."""
        self.rows.append(row)
        if len(row.text) >= HEADING or not _CREDITS.search(row.text):
            return
        for found in _LEVEL.finditer(fold(row.text)):
            self.levels.setdefault(found[1], found[0])


def cut_off(draft: Draft | ExampleDraft, start: int) -> list[Row]:
    """Take the rows of a table off the end of a level or an example, with those that head it."""
    while start and len(draft.rows[start - 1].text) < 40:
        start -= 1
    taken = draft.rows[start:]
    draft.rows = draft.rows[:start]
    return taken
