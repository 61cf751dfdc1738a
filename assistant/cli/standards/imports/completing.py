"""What a standard that was read is held against and completed from: what the program holds itself.

The points of the Primary Standard stand where a document prints none, and its master table where
it has no table of its own; an edition that the program has a digest of must agree with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import StandardError

if TYPE_CHECKING:
    from core.standards.catalog import StandardFile
    from core.standards.table import PointTable
    from index.standards.reading import Values
    from index.standards.record import ReadLevel, ReadStandard
    from index.standards.writing import Borrowed


def printed_values() -> Values:
    """Return the point values that what is printed is held against."""
    from core.supervisory.guide import load_guide
    from index.standards.reading import Values

    return Values(primary=_values(_bundled("fes-primary")), supervisory=_values(load_guide().table))


def _bundled(standard_id: str) -> PointTable:
    """Return a bundled table, whatever was read in over it."""
    from core.standards.catalog import bundled_catalog

    return bundled_catalog().table(standard_id)


def _values(table: PointTable) -> dict[str, int]:
    return {row.level: row.points for factor in table.factors for row in factor.levels}


def beside_digest(official: StandardFile) -> bool:
    """Return whether the program has a digest of the same edition, which it must agree with."""
    from core.standards.catalog import bundled_catalog, merge

    catalog = bundled_catalog()
    if official.table.id not in catalog.ids():
        return False
    for digest in catalog.editions(official.table.id):
        if digest.table.edition_id == official.table.edition_id:
            merge(digest, official, where=f"{official.table.id}/{official.table.edition_id}.toml")
            return True
    return False


def agrees_with_guide(standard: ReadStandard) -> None:
    """Hold a supervisory guide's points and ranges against the edition the core scores with.

    Raises:
        StandardError: something differs or is missing.
    """
    from core.supervisory.guide import load_guide

    guide = load_guide()
    read = {one.level: one.points for factor in standard.factors for one in factor.levels}
    for level, points in _values(guide.table).items():
        if read.get(level) != points:
            raise StandardError(
                f"Level {level} has {points} points in the guide the program scores with, and "
                f"{read.get(level)} in this document",
                where="gssg",
                hint="Compare the page; the figures of the program stay in use.",
            )


def completed(standard: ReadStandard) -> tuple[ReadStandard, Borrowed | None]:
    """Complete what the document does not print from the Primary Standard, as doubts say.

    Points missing at a level are the Primary Standard's for it; a missing conversion table is
    its master table.
    """
    from core.standards.criteria import GradeRange
    from index.standards.writing import Borrowed

    if standard.method != "fes":
        return standard, None
    table = _bundled("fes-primary")
    charted = () if standard.combined is None else standard.combined.factors
    rows = {row.level: row for factor in table.factors for row in factor.levels}
    pages: dict[str, str] = {}

    def with_points(level: ReadLevel) -> ReadLevel:
        row = rows.get(level.level)
        if level.points or row is None:
            return level
        pages[level.level] = row.page
        return level.model_copy(update={"points": row.points})

    factors = tuple(
        factor
        if factor.factor in charted
        else factor.model_copy(update={"levels": tuple(with_points(one) for one in factor.levels)})
        for factor in standard.factors
    )
    standard = standard.model_copy(update={"factors": factors})
    conversion = standard.conversion or tuple(
        GradeRange(grade=row.grade, min=row.min, max=row.max, page=row.page)
        for row in table.conversion
    )
    if not pages and standard.conversion:
        return standard, None
    borrowed = Borrowed(
        table.document, table.edition, table.section, pages, conversion=not standard.conversion
    )
    return standard.model_copy(update={"conversion": conversion}), borrowed


def without_known_ends(standard: ReadStandard) -> ReadStandard:
    """Return a standard without the doubts that its ladders stop too low, where a digest bears it.

    The digest that comes with the program was made from the printed edition: a ladder that ends
    where the digest's ends was read to its end.
    """
    from core.standards.catalog import bundled_catalog

    catalog = bundled_catalog()
    if standard.id not in catalog.ids():
        return standard
    for digest in catalog.editions(standard.id):
        if digest.table.edition_id != standard.edition_id or digest.table.partial:
            continue
        tops = {
            str(factor["factor"]): factor["levels"][-1]["level"]
            for factor in digest.raw.get("factors", ())
        }
        ends = {factor.key: factor.levels[-1].level for factor in standard.factors}
        kept = tuple(
            one
            for one in standard.doubts
            if one.code != "ladder-stops"
            or tops.get(one.where.removeprefix("Factor "), "")
            != ends.get(one.where.removeprefix("Factor "))
        )
        return standard.model_copy(update={"doubts": kept})
    return standard
