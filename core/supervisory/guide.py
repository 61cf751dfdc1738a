"""The General Schedule Supervisory Guide as data: one edition, read once and checked.

An edition is one TOML file under ``core/standards/data/gssg``. Its factors, levels and conversion
chart have the form of every other standard; beside them stand what only this guide has: the
chart from base grade to Factor 5 level, the special situations, the lists of authorities and
the rules with their figures. Every figure used in :mod:`core.supervisory` comes from there,
with its printed page.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from core.errors import StandardError
from core.fes.derivation import table_citation
from core.law.rulebook import Entry, Source, read_rules
from core.standards.catalog import parse_toml
from core.standards.editions import Editions, OnTable
from core.standards.table import GradeRow, LevelRow, PointTable, table_of
from core.supervisory.fields import words

if TYPE_CHECKING:
    from datetime import date

    from core.model import CitationData

__all__ = [
    "STANDARD_ID",
    "AuthorityList",
    "Guide",
    "Situation",
    "guide_editions",
    "guide_of",
    "load_guide",
]

STANDARD_ID: Final = "gssg"
_FOLDER: Final = Path(__file__).resolve().parents[1] / "standards" / "data"


class Situation(NamedTuple):
    """One of the special situations of Factor 6; ``names`` are the spellings understood."""

    number: int
    name: str
    names: tuple[str, ...]
    text: str
    page: str


class AuthorityList(NamedTuple):
    """A list of authorities printed in Factor 3, such as the ten of paragraph 3-2c."""

    paragraph: str
    items: tuple[str, ...]
    page: str


@dataclass(frozen=True, slots=True)
class Guide(OnTable):
    """One edition of the guide.

    ``grade_levels`` gives the Factor 5 level of a base grade; ``usual_conditions`` gives, for
    the grade of the work, the highest Factor 6 level whose paragraphs describe it, with page.
    ``situation_names`` gives the number of a situation by its name in one spelling.
    """

    table: PointTable
    grade_levels: dict[int, str]
    usual_conditions: tuple[tuple[int, str, str], ...]
    situations: tuple[Situation, ...]
    situation_names: dict[str, int]
    authorities: dict[str, AuthorityList]
    rules: dict[str, Entry]
    data: dict[str, Any]

    def cite(self, code: str) -> CitationData:
        return self.rules[code].citation

    def value(self, code: str) -> int:
        """Return the figure in a rule.

        Raises:
            StandardError: the edition's file gives the rule no figure.
        """
        found = self.rules[code].value
        if found is None:
            raise StandardError(
                f"rule {code!r} has no value",
                where=f"{STANDARD_ID}/{self.table.edition_id}.toml",
                hint="Correct the file.",
            )
        return found

    def row(self, level: str) -> LevelRow:
        """Return a level by its exact name, such as ``"4A-2"``."""
        return self.table.by_factor[level.partition("-")[0]].by_level[level]

    def cite_level(self, level: str) -> CitationData:
        return table_citation(self.table, self.row(level).page, f"Level {level}")

    def grades_of(self, level: str) -> tuple[int, ...]:
        """Return the base grades a Factor 5 level stands for, lowest first."""
        return tuple(grade for grade, name in self.grade_levels.items() if name == level)

    def chart_row(self, total: int) -> GradeRow | None:
        """Return the row of the conversion chart that holds a total, or None outside it."""
        index = self.table.grade_row(total)
        return None if index is None else self.table.conversion[index]


def load_guide(as_of: date | None = None, *, where: str = "as_of") -> Guide:
    """Return the edition in force on a date, or the newest one when no date is given.

    Args:
        as_of: the date.
        where: where the date stands in the input, for messages.

    Raises:
        StandardError: no edition held here was in force on the date, or a file is wrong.
    """
    try:
        return _editions().in_force(STANDARD_ID, as_of)
    except StandardError as error:
        place = where if error.where == "as_of" else error.where
        raise StandardError(error.message, where=place, hint=error.hint) from error


def guide_editions() -> tuple[Guide, ...]:
    """Return every edition held, oldest first.

    Raises:
        StandardError: a file is wrong.
    """
    return _editions().editions(STANDARD_ID)


@cache
def _editions() -> Editions[Guide]:
    # What comes with the program was checked when it was made.
    return Editions(_FOLDER, lambda text, where: guide_of(parse_toml(text, where=where)), "guide")


def guide_of(raw: dict[str, Any]) -> Guide:
    """Return an edition from the data of a file that was checked."""
    table = table_of(raw)
    situations = tuple(
        Situation(
            number=one["number"],
            name=one["name"],
            names=(one["name"], *one["also"]),
            text=one["text"],
            page=one["page"],
        )
        for one in raw["situations"]
    )
    return Guide(
        table=table,
        grade_levels={g: one["level"] for one in raw["base_levels"] for g in one["grades"]},
        usual_conditions=tuple(
            (one["up_to"], one["level"], one["page"]) for one in raw["usual_conditions"]
        ),
        situations=situations,
        situation_names={
            words(name): one.number for one in situations for name in (str(one.number), *one.names)
        },
        authorities={
            one["paragraph"]: AuthorityList(one["paragraph"], tuple(one["items"]), one["page"])
            for one in raw["authorities"]
        },
        rules=read_rules(
            raw["rules"],
            where=f"{table.id}/{table.edition_id}.toml",
            source=Source(table.document, table.edition),
            error=StandardError,
        ),
        data=raw,
    )
