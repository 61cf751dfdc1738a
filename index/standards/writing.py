"""A standard that was read, written as the file of an edition the core can score with.

What is written is the core's own model of a standard, or of a guide without points. A file that
the core would refuse is not written: the caller reads it with the core first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import tomli_w

from core.narrative.guide import (
    UNDESCRIBED,
    ChartCell,
    Criterion,
    Governing,
    Guide,
    GuideAspect,
    GuideLevel,
    GuideNote,
    PointRange,
)
from core.standards.model import PrintedIn, SourceFile, Standard
from core.standards.settled import Doubt, Ruling
from core.standards.table import CHECKED
from index.standards.record import (
    ReadCell,
    ReadFactor,
    ReadLevel,
    ReadStandard,
    place,
)

_HEADER = """\
# Read by fes from an official document: the words of every level are the document's own, on
# the printed pages named. The fields are described by: fes standards schema
"""
_GUIDE_HEADER = """\
# Read by fes from an official document: the words of every grade are the document's own. How its
# criteria combine stands in governing, governing_text and governing_page, as the document says it.
"""


@dataclass(frozen=True, slots=True)
class Origin:
    """The file a standard was read from: its name, its sha256 and the document's title."""

    file: str
    sha256: str
    document: str


@dataclass(frozen=True, slots=True)
class Borrowed:
    """What another document prints where this one does not: points, or the conversion table.

    ``level_pages`` are its pages for the levels whose points were taken from it.
    """

    document: str
    edition: str
    section: str
    level_pages: Mapping[str, str]
    conversion: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """What a person has settled about a reading: doubts confirmed, and rulings on single ones.

    ``everything`` confirms every doubt that does not block.
    """

    confirmed: frozenset[tuple[str, str, str]] = frozenset()
    rulings: tuple[Ruling, ...] = ()
    everything: bool = False

    def doubts(self, found: Iterable[Doubt]) -> tuple[Doubt, ...]:
        return tuple(self._one(doubt) for doubt in found)

    def _one(self, doubt: Doubt) -> Doubt:
        ruling = next(
            (
                one
                for one in reversed(self.rulings)
                if (one.code, one.where, one.message) == doubt.key()
            ),
            None,
        )
        if ruling is not None:
            return doubt.model_copy(
                update={
                    "confirmed": ruling.accepted,
                    "ruling": "accepted" if ruling.accepted else "rejected",
                    "by": ruling.by,
                    "when": ruling.when,
                    "why": ruling.why,
                }
            )
        known = self.everything or doubt.key() in self.confirmed
        return doubt.model_copy(update={"confirmed": known and not doubt.blocks})


def file_data(
    standard: ReadStandard, origin: Origin, *, borrowed: Borrowed | None = None
) -> dict[str, Any]:
    """Return the data of an edition's file; see :func:`write_file`.

    Args:
        standard: what was read, its doubts as far as they are settled.
        origin: the file it was read from.
        borrowed: what was taken from another document.
    """
    pages = {} if borrowed is None else borrowed.level_pages
    charted = () if standard.combined is None else standard.combined.factors
    printed = None if borrowed is None else PrintedIn.model_construct(
        document=borrowed.document, edition=borrowed.edition, section=borrowed.section
    )  # fmt: skip
    factors = tuple(
        factor.model_copy(
            update={
                "name": factor.name or f"Factor {factor.key}",
                "measures": factor.measures or factor.name or f"Factor {factor.key}",
                "levels": tuple(
                    _level(level, charted=factor.factor in charted, pages=pages)
                    for level in factor.levels
                ),
            }
        )
        for factor in standard.factors
    )
    whole = standard.model_copy(
        update={
            "edition": standard.edition or "undated",
            "issued": standard.edition or "undated",
            "factors": factors,
            "points_from": printed if pages else None,
            "conversion_from": printed if borrowed is not None and borrowed.conversion else None,
            "source": _source(origin),
            "examples": tuple(
                one for one in standard.examples if one.levels or one.kind != "illustration"
            ),
        }
    )
    return whole.model_dump(
        by_alias=True, exclude_defaults=True, exclude_none=True, include=set(Standard.model_fields)
    )


def write_file(data: dict[str, Any], *, checked: str = "") -> str:
    """Return the file of an edition from its data.

    Args:
        data: the data of the file.
        checked: the hash of the content, when the core has checked it; the head says so then.
    """
    mark = f"{CHECKED}{checked}\n" if checked else ""
    return f"{_HEADER}{mark}\n{tomli_w.dumps(data, multiline_strings=True)}"


def _level(level: ReadLevel, *, charted: bool, pages: Mapping[str, str]) -> ReadLevel:
    return level.model_copy(
        update={
            "points": 0 if charted else level.points,
            "points_page": pages.get(level.level, ""),
            "text": level.text or f"(no text found for Level {level.level})",
        }
    )


# --- guides without points ---------------------------------------------------------------


def guide_id(standard: ReadStandard, kind: str) -> str:
    """Return the id of a guide, or of its part for one kind of work."""
    slug = _slug(kind, "-")[:40].strip("-")
    return f"{standard.id}-{slug}" if slug else standard.id


def write_guide(standard: ReadStandard, origin: Origin, kind: str = "") -> str:
    """Return the file of a guide: its criteria, each with the document's words by grade.

    Where the document describes several kinds of work apart, ``kind`` names the one wanted:
    a position is graded by the criteria for its own kind only.

    The document's rule for criteria that differ is taken as printed; where none is found, a
    person weighs the work as a whole, and a doubt says so.
    """
    factors = [factor for factor in standard.factors if factor.kind == kind]
    leads = any(factor.above is not None for factor in factors)
    many = len(factors) > 1 and not leads
    governing: Governing = "chart" if leads else standard.governing if many else "lowest"
    charted = standard.chart if not leads and not kind else ()
    if governing == "chart" and not (leads or charted):
        # The rule of the part on leaders is not that of a part which describes grades.
        governing = "whole" if many else "lowest"
    rule, page = (standard.rule_text, standard.rule_page) if many else ("", "")
    if leads:
        rule, page = factors[0].measures, factors[0].page
    guide = Guide.model_construct(
        id=guide_id(standard, kind),
        part_of=standard.id if kind else "",
        edition_id=standard.edition_id,
        title=f"{standard.title}: {kind}" if kind else standard.title,
        document=standard.document,
        edition=standard.edition or "undated",
        kind="narrative-factor" if len(factors) > 1 else "narrative",
        in_force_from=standard.in_force_from,
        series=standard.series,
        governing=governing,
        governing_criterion=(
            _slug(standard.governing_criterion, "_") if governing == "criterion" else None
        ),
        governing_text=rule,
        governing_page=page,
        notes=tuple(
            GuideNote.model_construct(code=one.code, text=one.text, page=one.page)
            for one in standard.notes
        ),
        criteria=tuple(_criterion(factor) for factor in factors),
        chart=(
            *(cell for factor in factors for cell in _led(factor)),
            *(_cell(factors, cell) for cell in charted),
        ),
        ranges=tuple(
            PointRange.model_construct(grade=one.grade, min=one.min, max=one.max, page=one.page)
            for one in standard.conversion
        ),
        source=_source(origin),
        doubts=standard.doubts,
        figures=standard.figures if charted else (),
    )
    data = guide.model_dump(exclude_defaults=True, exclude_none=True)
    return guide_text(data)


def guide_text(data: dict[str, Any]) -> str:
    return _GUIDE_HEADER + tomli_w.dumps(data, multiline_strings=True)


def _key(factor: ReadFactor) -> str:
    return _slug(factor.criterion, "_") or f"criterion_{factor.key}"


def _cell(factors: Sequence[ReadFactor], cell: ReadCell) -> ChartCell:
    levels = dict(zip((_key(factor) for factor in factors), cell.levels, strict=True))
    return ChartCell.model_construct(levels=levels, grade=cell.grade, page=cell.page)


def _criterion(factor: ReadFactor) -> Criterion:
    return Criterion.model_construct(
        key=_key(factor),
        name=factor.criterion,
        page=factor.page,
        measures=factor.measures or factor.criterion,
        levels=tuple(
            GuideLevel.model_construct(
                grade=level.grade,
                level=level.level if level.grade is None else None,
                points=level.points or None,
                page=level.page,
                summary=_summary(factor, level),
                aspects=(_aspect(factor, level),),
            )
            for level in factor.levels
        ),
    )


def _aspect(factor: ReadFactor, level: ReadLevel) -> GuideAspect:
    """Return a level's words as the one thing it asks for; a degree may have points only."""
    key, name, text = "whole", "The description as a whole", level.text
    if factor.above is not None:
        key, name = "led", "What counts as the work led"
    elif not text:
        key, text = UNDESCRIBED, f"The guide gives {level.level} points and no description."
    return GuideAspect.model_construct(key=key, name=name, text=text, page=level.page)


def _summary(factor: ReadFactor, level: ReadLevel) -> str:
    if factor.above is None:
        return f"Held in the document's own words, from {place(level.page)}."
    return f"Work led at GS-{level.level}: the leader's grade is GS-{_above(factor, level)}."


def _above(factor: ReadFactor, level: ReadLevel) -> int:
    return int(level.level) + (factor.above or 0)


def _led(factor: ReadFactor) -> Iterator[ChartCell]:
    """Yield the grade of a leader for each grade of the work led."""
    if factor.above is not None:
        key = _slug(factor.criterion, "_")
        for level in factor.levels:
            yield ChartCell.model_construct(
                levels={key: level.level}, grade=_above(factor, level), page=factor.page
            )


def _slug(text: str, dash: str) -> str:
    return re.sub(r"[^a-z0-9]+", dash, text.lower()).strip(dash)


def _source(origin: Origin) -> SourceFile:
    return SourceFile.model_construct(
        document=origin.document, sha256=origin.sha256, file=origin.file
    )
