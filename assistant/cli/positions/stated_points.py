"""Points and totals that a description states, held against the points of its levels.

A description's own figures are no grade. Where they contradict the point table, or each other, the
grade written on it may hang on a slip, so somebody has to look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import InputError
from core.fes.grading import evaluate_levels
from core.standards.catalog import load_table
from core.standards.table import PRIMARY_ID
from core.supervisory import load_guide
from index.positions.review.findings import finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from index.positions.model import FactorSection, PositionDescription
    from index.positions.review.findings import AdequacyFinding

_FACTORS = 9


def stated_points(position: PositionDescription) -> Iterator[AdequacyFinding]:
    """Yield where stated points are not those of the level, or stated figures do not add up.

    The levels of standards for single series carry the points of the Primary Standard.
    """
    supervisory = position.form == "supervisory"
    table = load_guide().table if supervisory else load_table(PRIMARY_ID)
    points = {row.level: row.points for factor in table.factors for row in factor.levels}
    own = [one for one in position.factors if one.guide == ("gssg" if supervisory else "fes")]
    levels = {str(one.factor): _numbered(one) for one in own}
    for one in own:
        level = levels[str(one.factor)]
        right, stated = points.get(level), one.points_stated
        what = f"Level {level}"
        if one.points_shared is not None and str(one.factor) == "7":
            what = f"Level {levels.get('6', '')} with Level {level}"
            beside = points.get(levels.get("6", ""))
            right = None if right is None or beside is None else right + beside
            stated = one.points_shared
        elif one.points_shared is not None:
            continue
        if right is not None and stated is not None and right != stated:
            yield finding(
                "points",
                "doubt",
                f"{what} carries {right:,} points, and {stated:,} are stated.",
                quote=one.level_text,
                place=one.place,
            )
    yield from (
        finding("points", "doubt", one.text, quote=one.quote, place=one.place)
        for one in position.oddities
        if one.code in ("total", "grade")
    )
    if not supervisory and len(levels) == _FACTORS:
        yield from _grade(position, levels)


def _grade(position: PositionDescription, levels: Mapping[str, str]) -> Iterator[AdequacyFinding]:
    """Yield that the levels stated come to another grade or total than the one stated."""
    try:
        found = evaluate_levels(PRIMARY_ID, levels)
    except InputError:
        # A level stated is none of the standard's: there is no total to compare with.
        return
    stated = position.grade_stated or position.cover.grade
    if stated is not None and found.grade != f"GS-{stated}":
        told = f"and grade {stated} is stated"
    elif position.total_stated is not None and found.total != position.total_stated:
        told = f"and {position.total_stated:,} points are stated"
    else:
        return
    yield finding(
        "points",
        "doubt",
        f"The levels stated come to {found.total:,} points, {found.grade}, {told}.",
    )


def _numbered(section: FactorSection) -> str:
    """Return the level stated with its step as a number, as the Primary Standard has it."""
    factor, _, step = (section.level_stated or "").rpartition("-")
    if len(step) == 1 and step.isalpha():
        step = str(ord(step.upper()) - ord("A") + 1)
    return f"{factor}-{step}" if factor else ""
