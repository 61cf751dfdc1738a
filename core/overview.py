"""Everything held that classifies work: standards, guides, and the regulation on bands.

They are read by different modules, because they grade in different ways; here they stand in
one list, so that a person can see what there is, how much of it is held and what it lacks.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final, Literal

from core.errors import StandardError
from core.law.rules import all_rules, rule
from core.model import Frozen
from core.narrative.guide import Guide, guide_editions, guide_ids
from core.standards.catalog import (
    Catalog,
    bundled_catalog,
    check_scorable,
    default_catalog,
    parse_toml,
)
from core.standards.levels import joined_levels
from core.standards.model import Standard
from core.standards.reading import as_model, read_standard, standard_of
from core.standards.supervisory import SupervisoryStandard, supervisory_standard
from core.standards.table import SUPERVISORY_ID
from core.supervisory.guide import guide_editions as supervisory_guides

Kind = Literal["points", "supervisory", "referral", "narrative", "bands"]
"""How it grades: by points, by the supervisory guide's own points, by sending elsewhere, by
descriptions of each grade, or into bands."""

BANDS_ID: Final = "dhs-bands"
"""The id under which the DHS regulation on bands is listed."""

_KINDS: Final[dict[str, Kind]] = {
    "fes": "points",
    "gssg": "supervisory",
    "referral": "referral",
    "narrative": "narrative",
}


class Holding(Frozen):
    """One edition held, and how much of it.

    ``grades`` are the lowest and highest grade its table reaches with the levels held.
    ``lacks`` says in sentences what is not held. ``problem`` is set, and all else is empty,
    where a file cannot be read.
    """

    id: str
    edition_id: str = ""
    title: str = ""
    kind: Kind | None = None
    status: str = ""
    in_force_from: date | None = None
    in_force_to: date | None = None
    document: str = ""
    edition: str = ""
    page: str = ""
    series: tuple[str, ...] = ()
    text: str = "digest"
    factors: int = 0
    levels: int = 0
    aspects: int = 0
    grades: tuple[str, str] | None = None
    partial: bool = False
    unknown: tuple[str, ...] = ()
    open_doubts: int = 0
    fictional: bool = False
    covers: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    problem: str = ""


def holdings(*, bundled: bool = False) -> tuple[Holding, ...]:
    """Return everything held, standards first; a file that is wrong is one entry among others.

    ``bundled`` leaves out the standards a person has read in.
    """
    found: list[Holding] = []
    catalog = bundled_catalog() if bundled else default_catalog()
    for standard_id in catalog.ids():
        found += _editions(standard_id, catalog)
    found += [_of(standard) for standard in supervisory_editions()]
    found += _guides(bundled=bundled)
    found.append(_bands())
    return tuple(found)


def find_editions(wanted: str, catalog: Catalog | None = None) -> tuple[Standard, ...]:
    """Return every edition of a standard or of the supervisory guide, oldest first.

    Raises:
        StandardError: there is none of that id, or a file of it is wrong.
    """
    if wanted == SUPERVISORY_ID:
        return supervisory_editions()
    catalog = catalog or default_catalog()
    known = catalog.ids()
    if wanted not in known:
        # The catalogue's message names what there is, but not the guide it does not read.
        raise StandardError(
            f"there is no standard {wanted!a}",
            where="standard",
            hint=f"The standards are: {', '.join(sorted((*known, SUPERVISORY_ID)))}.",
        )
    return tuple(standard_of(file) for file in catalog.editions(wanted))


def check_file(text: str, *, where: str) -> tuple[Holding, str]:
    """Read a standard's file as the program would, and say what it holds.

    Returns:
        The edition, and the sentence that refuses to score it; empty when it scores.

    Raises:
        StandardError: something in the file is wrong; the message names the field.
    """
    raw = parse_toml(text, where=where)
    if raw.get("method") == SUPERVISORY_ID:
        return _of(as_model(SupervisoryStandard, raw, where)), ""
    file = read_standard(text, where=where)
    held = _of(standard_of(file))
    try:
        check_scorable(file.table)
    except StandardError as error:
        return held, f"{error.message[:1].upper()}{error.message[1:]}. {error.hint}"
    return held, ""


def supervisory_editions() -> tuple[Standard, ...]:
    """Return every edition of the supervisory guide as a standard."""
    return tuple(supervisory_standard(guide.data) for guide in supervisory_guides())


def _editions(standard_id: str, catalog: Catalog) -> list[Holding]:
    try:
        return [_of(standard) for standard in find_editions(standard_id, catalog)]
    except StandardError as error:
        return [Holding(id=standard_id, problem=error.sentence())]


def _of(standard: Standard) -> Holding:
    return Holding(
        id=standard.id,
        edition_id=standard.edition_id,
        title=standard.title,
        kind=_KINDS[standard.method],
        status=standard.status,
        in_force_from=standard.in_force_from,
        in_force_to=standard.in_force_to,
        document=standard.document,
        edition=standard.edition,
        page=standard.page,
        series=standard.series,
        text=standard.text,
        factors=len(standard.factors),
        levels=sum(len(factor.levels) for factor in standard.factors),
        aspects=sum(len(level.aspects) for factor in standard.factors for level in factor.levels),
        grades=_grades(standard),
        partial=standard.partial,
        unknown=standard.unknown,
        open_doubts=sum(doubt.open for doubt in standard.doubts),
        covers=_covers(standard),
        lacks=_lacks(standard),
    )


def _grades(standard: Standard) -> tuple[str, str] | None:
    """Return the grades of the lowest and highest levels held, added up."""
    if not standard.conversion:
        return None
    charted = () if standard.combined is None else standard.combined.factors
    low = high = 0
    for factor in standard.factors:
        if factor.factor not in charted:
            low += factor.levels[0].points
            high += factor.levels[-1].points
    if standard.combined is not None:
        points = [cell.points for cell in standard.combined.cells]
        low, high = low + min(points), high + max(points)
    # A published table may begin above the lowest levels; its first grade is the least then.
    first = standard.conversion[0].grade
    pair = [
        next((row.grade for row in reversed(standard.conversion) if row.min <= total), first)
        for total in (low, high)
    ]
    return f"{standard.pay_plan}-{pair[0]}", f"{standard.pay_plan}-{pair[1]}"


def _covers(standard: Standard) -> tuple[str, ...]:
    """Say in a few words each what the edition holds."""
    counts: list[tuple[int, str, str]] = [
        (len(standard.factors), "factor", "factors"),
        (sum(len(one.levels) for one in standard.factors), "level", "levels"),
        (len(standard.conversion), "row of the conversion table", "rows of the conversion table"),
        (
            0 if standard.combined is None else len(standard.combined.cells),
            "cell of the combined chart",
            "cells of the combined chart",
        ),
        (len(standard.titles), "title rule", "title rules"),
        (len(standard.coverage), "statement of coverage", "statements of coverage"),
        (len(standard.exclusions), "exclusion", "exclusions"),
        (len(standard.examples), "example", "examples"),
        (len(standard.sends_to), "referral", "referrals"),
    ]
    return tuple(f"{count} {one if count == 1 else many}" for count, one, many in counts if count)


def _lacks(standard: Standard) -> tuple[str, ...]:
    """Say what is not held of the document."""
    lacks: list[str] = []
    if standard.method == "referral":
        lacks.append("grading criteria: the document has none and sends the classifier elsewhere")
    if standard.unknown:
        lacks.append(f"Levels {joined_levels(standard.unknown)}, which are not known")
    if standard.points_from is not None:
        lacks.append(
            f"the points of some levels, which are taken from the {standard.points_from.document}"
        )
    if standard.conversion_from is not None:
        lacks.append(
            f"its conversion table, which is taken from the {standard.conversion_from.document}"
        )
    if standard.method in ("fes", "gssg") and standard.text == "digest":
        lacks.append("the official words of its levels")
        if not standard.examples:
            lacks.append("illustrations and benchmarks")
    if not standard.titles and standard.series:
        lacks.append("titles")
    open_doubts = sum(doubt.open for doubt in standard.doubts)
    if open_doubts:
        lacks.append(_unsettled(open_doubts))
    return tuple(lacks)


def _guides(*, bundled: bool) -> list[Holding]:
    found: list[Holding] = []
    for guide_id in guide_ids():
        try:
            found += [
                _of_guide(guide)
                for guide in guide_editions(guide_id)
                if guide.source is None or not bundled
            ]
        except StandardError as error:
            found.append(Holding(id=guide_id, problem=error.sentence()))
    return found


def _of_guide(guide: Guide) -> Holding:
    by_points = guide.governing == "points"
    lacks = [] if by_points else ["points: it grades by descriptions"]
    open_doubts = sum(doubt.open for doubt in guide.doubts)
    if open_doubts:
        lacks.append(_unsettled(open_doubts))
    return Holding(
        id=guide.id,
        edition_id=guide.edition_id,
        title=guide.title,
        kind="narrative",
        status=guide.status,
        in_force_from=guide.in_force_from,
        in_force_to=guide.in_force_to,
        document=guide.document,
        edition=guide.edition,
        page=guide.governing_page,
        series=guide.series,
        text="digest" if guide.source is None else "official",
        open_doubts=open_doubts,
        fictional=guide.fictional,
        covers=(
            f"{len(guide.criteria)} criteria described by {'degree' if by_points else 'grade'}",
        ),
        lacks=tuple(lacks),
    )


def _unsettled(count: int) -> str:
    many = "a doubt" if count == 1 else f"{count} doubts"
    return f"{many} that nobody has settled: it does not score"


def _bands() -> Holding:
    first = rule("band-establish").citation
    return Holding(
        id=BANDS_ID,
        edition_id="ecfr",
        title="Bands of the Department of Homeland Security, 5 CFR 9701.212",
        kind="bands",
        status="not in operation",
        document=first.document,
        edition=first.edition,
        page=first.page,
        covers=(f"{len(band_rules())} rules on bands and clusters",),
        lacks=("points and grades: bands are defined by directives",),
    )


def band_rules() -> tuple[dict[str, Any], ...]:
    """Return the regulation's rules on bands as plain data, in the order of their file."""
    return tuple(
        one.model_dump(mode="json") for code, one in all_rules().items() if code.startswith("band-")
    )
