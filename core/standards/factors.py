"""Read the factors, levels and conversion table of a standard from its TOML.

In a digest each level has a summary and aspects in our own words. A standard read from an
official document (``text = "official"``) keeps the level's own words as ``text`` instead, and
one significant aspect, ``whole``, then stands for the level: it is met or not met as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from core.standards.aspects import read_aspects
from core.standards.levels import factor_id, normal_factor, normal_level
from core.standards.table import FactorRow, GradeRow, LevelRow

if TYPE_CHECKING:
    from core.model import FactorId
    from core.standards.fields import Fields

Data = dict[str, Any]

WHOLE: Final = "whole"
"""The key of the aspect that stands for a level held in its official words."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How the levels of a file are read: whose words they are, and which are not known.

    ``charted`` are the factors whose points a combined chart gives; ``elsewhere`` is set where
    the file names another document that prints points.
    """

    official: bool = False
    charted: frozenset[str] = frozenset()
    unknown: tuple[str, ...] = ()
    elsewhere: bool = False


def read_unknown(top: Fields) -> tuple[str, ...]:
    """Read which levels a partial edition does not know; none for a whole one.

    Raises:
        StandardError: an edition is partial without saying what it lacks, or lists levels it
            lacks without being partial.
    """
    partial = top.flag("partial")
    unknown = top.texts("unknown", example='["2-1", "2-2"]')
    if partial and not unknown:
        raise top.error(
            "unknown",
            "is missing, but a partial edition lists the levels it does not know",
            'List them, such as unknown = ["2-1", "2-2"].',
        )
    if unknown and not partial:
        raise top.error(
            "unknown",
            "lists levels, but the edition does not say that it is partial",
            "Write partial = true, or remove the list.",
        )
    for level in unknown:
        if normal_level(level) != level:
            raise top.error(
                "unknown",
                f"names {level!r}, which is not a level such as 2-1",
                "Write each level as factor, dash and step.",
            )
        if unknown.count(level) > 1:
            raise top.error("unknown", f"names Level {level} twice", "List each level once.")
    return unknown


def read_factors(top: Fields, reading: Reading) -> tuple[tuple[FactorRow, ...], list[Data]]:
    """Read the factors with their levels, lowest first.

    Raises:
        StandardError: anything in them is missing, misspelt, out of order or contradictory.
    """
    rows: list[FactorRow] = []
    data: list[Data] = []
    for entry in top.tables("factors"):
        given = entry.get("factor")
        key = None if isinstance(given, bool) else normal_factor(str(given))
        if key is None:
            raise entry.error(
                "factor",
                f"is {given!r}, which is not a factor's number",
                'Write the number, such as 1, or "4A" in quotation marks.',
            )
        if any(row.key == key for row in rows):
            raise entry.error(
                "factor",
                f"repeats Factor {key}",
                "Give each factor one table with all of its levels.",
            )
        levels, levels_data = _levels(entry, key, reading)
        number: FactorId = factor_id(key)
        row = FactorRow(
            key=key,
            factor=number,
            name=entry.text("name"),
            page=entry.page(),
            levels=levels,
            by_level={level.level: level for level in levels},
            unknown=tuple(one for one in reading.unknown if one.partition("-")[0] == key),
        )
        data.append(
            {
                "factor": number,
                "name": row.name,
                "page": row.page,
                "measures": entry.text("measures"),
                "levels": levels_data,
                **_official(entry, reading),
            }
        )
        entry.done()
        rows.append(row)
    _check_unknown(top, rows, reading)
    return tuple(rows), data


def _official(entry: Fields, reading: Reading) -> Data:
    """Read the words of the document, which only a standard in official words may hold."""
    text = entry.text("text", default="")
    if text and not reading.official:
        raise entry.error(
            "text",
            "holds the document's own words in a standard that is a digest",
            'Remove it, or write text = "official" at the top of the file.',
        )
    return {"text": text, "page_end": entry.page("page_end", default="")}


def _levels(factor: Fields, key: str, reading: Reading) -> tuple[tuple[LevelRow, ...], list[Data]]:
    charted = key in reading.charted
    rows: list[LevelRow] = []
    data: list[Data] = []
    for entry in factor.tables("levels"):
        name = entry.text("level")
        if normal_level(name) != name:
            raise entry.error(
                "level",
                f"is {name!r}, which is not a level such as {key}-1",
                "Write the factor, a dash and the step.",
            )
        if name.partition("-")[0] != key:
            raise entry.error(
                "level",
                f"is {name}, which does not belong to Factor {key}",
                "Move it to its factor, or correct its name.",
            )
        if not charted and not name.partition("-")[2].isdecimal():
            raise entry.error(
                "level",
                f"is {name}, but only a combined chart letters levels",
                "Number the level, or add the chart as [combined].",
            )
        page = entry.page()
        if charted and entry.has("points"):
            raise entry.error(
                "points",
                "stands beside a level whose points the chart gives",
                "Leave points out of the levels of a chart's factors.",
            )
        points = 0 if charted else entry.integer("points")
        if points <= 0 and not charted:
            raise entry.error(
                "points",
                f"is {points}, but points are above zero",
                "Check the points against the document.",
            )
        if any(row.level == name for row in rows):
            raise entry.error("level", f"repeats Level {name}", "Describe each level once.")
        if rows and _step(rows[-1].level) >= _step(name):
            raise entry.error(
                "level",
                f"is {name}, which stands after {rows[-1].level}",
                "Put the levels in order, lowest first.",
            )
        if rows and rows[-1].points >= points and not charted:
            raise entry.error(
                "points",
                f"is {points} for Level {name}, not more than the {rows[-1].points} of "
                f"Level {rows[-1].level}",
                "Check both against the document: points rise from level to level.",
            )
        points_page = entry.page("points_page", default="")
        if points_page and not reading.elsewhere:
            raise entry.error(
                "points_page",
                "is a page of another document, and points_from does not name it",
                "Add points_from with the document and edition that print the points.",
            )
        rows.append(LevelRow(level=name, points=points, page=page, points_page=points_page))
        data.append(
            {
                "level": name,
                "points": points,
                "page": page,
                "points_page": points_page,
                **_says(entry, name, reading),
            }
        )
        entry.done()
    return tuple(rows), data


def _says(entry: Fields, name: str, reading: Reading) -> Data:
    """Read what a level says: its digest, its official words, or both."""
    page = entry.page()
    said = _official(entry, reading)
    if not reading.official:
        aspects, requires = read_aspects(entry, name, page)
        return {**said, "summary": entry.text("summary"), "aspects": aspects, "requires": requires}
    if not said["text"] and not entry.has("aspects"):
        raise entry.error(
            "text",
            f"is missing: Level {name} has neither the document's words nor aspects",
            "Add the words of the level as text.",
        )
    summary = entry.text("summary", default="")
    if entry.has("aspects"):
        aspects, requires = read_aspects(entry, name, page)
    else:
        aspects, requires = [_whole(name, page)], None
    summary = summary or f"Held in the document's own words, from page {page}."
    return {**said, "summary": summary, "aspects": aspects, "requires": requires}


def _whole(name: str, page: str) -> Data:
    text = (
        f"The description of Level {name} that begins on page {page} is met as a whole: in its "
        "full intent, not in some of its sentences."
    )
    return {
        "id": f"{name}.{WHOLE}",
        "name": "The level as a whole",
        "text": text,
        "page": page,
        "significant": True,
        "any_of": None,
    }


def _step(level: str) -> tuple[bool, int, str]:
    """Return what levels are put in order by: the number, or the letter after all numbers."""
    step = level.partition("-")[2]
    return (False, int(step), "") if step.isdecimal() else (True, 0, step)


def _check_unknown(top: Fields, rows: list[FactorRow], reading: Reading) -> None:
    factors = {row.key: row for row in rows}
    for level in reading.unknown:
        factor = factors.get(level.partition("-")[0])
        if factor is None:
            raise top.error(
                "unknown",
                f"names Level {level}, whose factor is not in this file",
                "Add the factor with the levels that are known, or remove the level.",
            )
        if level in factor.by_level:
            raise top.error(
                "unknown",
                f"names Level {level}, which this file describes",
                "Remove it from the list, or its description.",
            )


def read_conversion(top: Fields, pay_plan: str) -> tuple[tuple[GradeRow, ...], list[Data]]:
    """Read the table that turns totals into grades, lowest grade first.

    Raises:
        StandardError: ranges overlap, grades do not rise, or a row says nothing of its page.
    """
    rows: list[GradeRow] = []
    for entry in top.tables("conversion"):
        grade, low, page = entry.integer("grade"), entry.integer("min"), entry.page()
        high = None if entry.get("max", None) is None else entry.integer("max")
        if high is not None and high < low:
            raise entry.error(
                "max",
                f"is {high}, below its min of {low}",
                "Check the range against the printed table.",
            )
        if rows:
            before = rows[-1]
            if grade <= before.grade:
                raise entry.error(
                    "grade",
                    f"is {grade}, which stands after {before.grade}",
                    "Put the grades in order, lowest first, each once.",
                )
            if before.max is None:
                raise entry.error(
                    "min",
                    f"follows grade {before.grade}, which has no max",
                    "Only the top grade is open: add the max of the grade before.",
                )
            if low <= before.max:
                raise entry.error(
                    "min",
                    f"is {low}, which overlaps the range of grade {before.grade}",
                    "Check both ranges against the printed table.",
                )
        rows.append(
            GradeRow(grade=grade, label=f"{pay_plan}-{grade}", min=low, max=high, page=page)
        )
        entry.done()
    data = [{"grade": r.grade, "min": r.min, "max": r.max, "page": r.page} for r in rows]
    return tuple(rows), data
