"""The General Schedule Supervisory Guide as data: one edition, read once and checked.

An edition is one TOML file under ``core/standards/data/gssg``. Its factors, levels and conversion
chart have the form of every other standard; beside them stand what only this guide has: the
chart from base grade to Factor 5 level, the special situations, the lists of authorities and
the rules with their figures. Every figure used in :mod:`core.supervisory` comes from there,
with its printed page.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from core.errors import StandardError
from core.fes.derivation import table_citation
from core.rulebook import Entry, Source, read_rules
from core.standards.about import note_data, read_about, read_dates, read_note
from core.standards.editions import Shelf
from core.standards.factors import Reading, read_conversion, read_factors
from core.standards.fields import Fields
from core.standards.file import check_every_total_converts, content_hash, parse_toml
from core.standards.table import PointTable
from core.supervisory.fields import words

if TYPE_CHECKING:
    from datetime import date

    from core.model import Standard
    from core.standards.shapes import CitationData
    from core.standards.table import GradeRow, LevelRow

__all__ = [
    "STANDARD_ID",
    "AuthorityList",
    "Guide",
    "Situation",
    "guide_editions",
    "guide_standard",
    "load_guide",
    "read_guide",
]

STANDARD_ID: Final = "gssg"
_FOLDER: Final = Path(__file__).resolve().parents[1] / "standards" / "data"
_METHOD: Final = "gssg"


@dataclass(frozen=True, slots=True)
class Situation:
    """One of the special situations of Factor 6; ``names`` are the spellings understood."""

    number: int
    name: str
    names: tuple[str, ...]
    text: str
    page: str


@dataclass(frozen=True, slots=True)
class AuthorityList:
    """A list of authorities printed in Factor 3, such as the ten of paragraph 3-2c."""

    paragraph: str
    items: tuple[str, ...]
    page: str


@dataclass(frozen=True, slots=True)
class Guide:
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

    @property
    def id(self) -> str:
        """Return the guide's id, which names its folder."""
        return self.table.id

    @property
    def edition_id(self) -> str:
        """Return the edition's id, which names its file."""
        return self.table.edition_id

    @property
    def in_force_from(self) -> date:
        """Return the first day on which the edition applies."""
        return self.table.in_force_from

    @property
    def in_force_to(self) -> date | None:
        """Return the last day on which it applies; None while it is in force."""
        return self.table.in_force_to

    def cite(self, code: str) -> CitationData:
        """Return where a rule stands."""
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
        """Return where a level stands."""
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
        return _in_force(as_of)
    except StandardError as error:
        place = where if error.where == "as_of" else error.where
        raise StandardError(error.message, where=place, hint=error.hint) from error


def guide_standard(as_of: date | None = None) -> Standard:
    """Return the edition in force with the digests of its levels, for reading and crediting.

    Raises:
        StandardError: as :func:`load_guide`.
    """
    from core.model import Standard
    from core.standards.official import with_words_read

    return Standard.model_validate(with_words_read(load_guide(as_of).data))


def guide_editions() -> tuple[Guide, ...]:
    """Return every edition held, oldest first.

    Raises:
        StandardError: a file is wrong.
    """
    return _shelf().editions(STANDARD_ID)


@lru_cache(maxsize=1000)
def _in_force(as_of: date | None) -> Guide:
    return _shelf().in_force(STANDARD_ID, as_of)


@cache
def _shelf() -> Shelf[Guide]:
    return Shelf(_FOLDER, lambda text, where: read_guide(text, where=where), "guide")


def read_guide(text: str, *, where: str) -> Guide:
    """Read an edition from TOML text.

    Args:
        text: the file's text.
        where: the file's name, for messages.

    Raises:
        StandardError: the text is not TOML, or something in it is missing, misspelt, out of
            order or contradictory; the message names the file and the field.
    """
    raw = parse_toml(text, where=where)
    top = Fields(raw, where)
    method = top.choice("method", (_METHOD,))
    dates = read_dates(top)
    document, edition = top.text("document"), top.text("edition")
    factors, factors_data = read_factors(top, Reading())
    conversion, conversion_data = read_conversion(top, pay_plan := top.text("pay_plan"))
    notes = tuple(read_note(one, document, edition) for one in top.tables("notes", optional=True))
    table = PointTable(
        id=top.choice("id", (STANDARD_ID,)),
        edition_id=top.text("edition_id"),
        title=top.text("title"),
        document=document,
        edition=edition,
        section=top.text("section", default=""),
        page=top.page(),
        status=dates["status"],
        in_force_from=dates["in_force_from"],
        in_force_to=dates["in_force_to"],
        factors=factors,
        conversion=conversion,
        notes=notes,
        content=content_hash(raw),
        by_factor={row.key: row for row in factors},
        floors=tuple(row.min for row in conversion),
        method=method,
    )
    guide = Guide(
        table=table,
        grade_levels=_base_levels(top, table),
        usual_conditions=_usual_conditions(top, table),
        situations=(situations := _situations(top)),
        situation_names={
            words(name): one.number for one in situations for name in (str(one.number), *one.names)
        },
        authorities=_authorities(top),
        rules=read_rules(
            top.get("rules"), where=where, source=Source(document, edition), error=StandardError
        ),
        data={
            "id": table.id,
            "edition_id": table.edition_id,
            "title": table.title,
            "document": document,
            "edition": edition,
            "section": table.section,
            "method": method,
            "page": table.page,
            **dates,
            "series": top.get("series", []),
            "pay_plan": pay_plan,
            "factors": factors_data,
            "conversion": conversion_data,
            "notes": note_data(notes),
            **read_about(top),
        },
    )
    top.done()
    check_every_total_converts(table, top)
    return guide


def _base_levels(top: Fields, table: PointTable) -> dict[int, str]:
    found: dict[int, str] = {}
    for entry in top.tables("base_levels"):
        level = _level_of(entry, table)
        page = entry.page()
        if page != table.by_factor["5"].by_level[level].page:
            raise entry.error("page", "is not the page of the level")
        for grade in _grades(entry):
            if grade in found:
                raise entry.error("grades", f"repeats GS-{grade}")
            found[grade] = level
        entry.done()
    if list(found) != list(range(1, len(found) + 1)):
        raise top.error("base_levels", "must name every grade from 1 upward once, in order")
    return found


def _grades(entry: Fields) -> list[int]:
    grades = entry.get("grades")
    if not isinstance(grades, list) or not grades or not all(type(g) is int for g in grades):
        raise entry.error("grades", "must be a list of grades such as [9, 10]")
    return grades


def _level_of(entry: Fields, table: PointTable) -> str:
    level = entry.text("level")
    factor = table.by_factor.get(level.partition("-")[0])
    if factor is None or level not in factor.by_level:
        raise entry.error("level", f"is {level!r}, which is no level of this guide")
    return level


def _usual_conditions(top: Fields, table: PointTable) -> tuple[tuple[int, str, str], ...]:
    rows: list[tuple[int, str, str]] = []
    for entry in top.tables("usual_conditions"):
        row = (entry.integer("up_to"), _level_of(entry, table), entry.page())
        if rows and row[0] <= rows[-1][0]:
            raise entry.error("up_to", "must rise from row to row")
        rows.append(row)
        entry.done()
    return tuple(rows)


def _situations(top: Fields) -> tuple[Situation, ...]:
    found: list[Situation] = []
    for entry in top.tables("situations"):
        number, name = entry.integer("number"), entry.text("name")
        if number != len(found) + 1:
            raise entry.error("number", f"is {number}, but situations are numbered in order")
        found.append(
            Situation(
                number=number,
                name=name,
                names=(name, *_texts(entry, "also")),
                text=entry.text("text"),
                page=entry.page(),
            )
        )
        entry.done()
    return tuple(found)


def _authorities(top: Fields) -> dict[str, AuthorityList]:
    found: dict[str, AuthorityList] = {}
    for entry in top.tables("authorities"):
        paragraph = entry.text("paragraph")
        if paragraph in found:
            raise entry.error("paragraph", f"repeats {paragraph}")
        found[paragraph] = AuthorityList(paragraph, _texts(entry, "items"), entry.page())
        entry.done()
    return found


def _texts(entry: Fields, key: str) -> tuple[str, ...]:
    texts = entry.get(key)
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise entry.error(key, "must be a list of texts")
    return tuple(texts)
