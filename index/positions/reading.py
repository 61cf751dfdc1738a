"""A document to the record of a position description: :func:`read_position`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from index.positions.checking import missing, oddities
from index.positions.cover.certifying import CERTIFIES
from index.positions.cover.labels import labelled
from index.positions.cover.reading import read_cover
from index.positions.duties.reading import read_duties
from index.positions.duties.shares import share_of
from index.positions.duties.tables import hours
from index.positions.factors import factor_sections, guide_of
from index.positions.lines import Line, Page, sentences
from index.positions.model import FactorSection, Form, PositionDescription, PositionDuty, Section
from index.positions.recognising import is_announcement
from index.positions.sections import HEAD, Cut, cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.models import Document

_TOTAL: Final = re.compile(
    r"\b(?:total|sum)(?:\s+(?:number of\s+)?points?)?(?:\s+assigned)?\s*[-:=]*\s*"
    r"(\d{1,2},\d{3}|\d{3,4})\b",
    re.IGNORECASE,
)
_GRADE: Final = re.compile(
    r"\b(?:final\s+grade|grade(?:\s+level)?)\s*[-:=]*\s*(?:[A-Z]{2}-?\s*)?(\d{1,2})\b|=\s*[A-Z]{2}-(\d{1,2})\b"
    r"|\b(?:points?|total)\b.{0,12}?\d\D{1,12}[A-Z]{2}-(\d{1,2})\b",
    re.IGNORECASE,
)
_MANY: Final = 3
_MOST: Final = 5
_FEWEST: Final = 2


def read_position(document: Document) -> PositionDescription:
    """Read a position description from a document's text; nothing is guessed or judged.

    What the document does not say is left empty and named in ``missing``; what does not add up
    is named in ``oddities``. Whether it is a position description at all is asked of
    :func:`index.positions.recognising.not_a_position` first.
    """
    page = Page(document)
    cuts = cut(page.lines)
    announced = is_announcement(page.text)
    guide = guide_of(cuts)
    factors = factor_sections(page, cuts)
    duties = _duties(page, cuts)
    cover = read_cover(page, _head(page, cuts, announced=announced), announced=announced)
    form = _form(cuts, factors, guide, announced=announced)
    total, grade = _sum(page)
    position = PositionDescription(
        document=document.id,
        title=cover.title or document.title,
        form=form,
        text=document.text,
        pages=len(document.pages),
        cover=cover,
        duties=duties,
        factors=factors,
        sections=(*_opening(page, cuts, duties, announced=announced), *_sections(page, cuts)),
        total_stated=total,
        grade_stated=grade,
    )
    return position.model_copy(
        update={"missing": missing(position), "oddities": oddities(position)}
    )


def _head(page: Page, cuts: Sequence[Cut], *, announced: bool) -> list[Line]:
    """Return the lines of the cover: the head, and an announcement's summary and overview.

    A sheet may print its cover under a first heading, or after certifications; labels are
    therefore read a little further where the head is short.
    """
    lines = list(cuts[0].lines)
    for one in cuts[1:]:
        if announced and not one.lines:
            # A page opens with a menu of its sections.
            continue
        if one.kind in ("duties", "factor", "factors", "qualifications"):
            break
        if one.kind in ("introduction", "conditions") or announced:
            lines += ([one.heading] if one.heading is not None else []) + one.lines
    return lines or list(page.lines[:_MOST])


def _duties(page: Page, cuts: Sequence[Cut]) -> tuple[PositionDuty, ...]:
    found: list[PositionDuty] = []
    for one in cuts:
        if one.kind != "duties":
            continue
        lines = list(one.lines)
        if one.heading is not None and one.offset >= 0 and one.heading not in lines:
            lines = [_rest(one.heading, one.offset), *lines]
        found += read_duties(page, lines)
    if found:
        return tuple(found)
    # Somebody's own words have no headings: paragraphs with shares of time are duties.
    body = [line for one in cuts if one.kind in (HEAD, "introduction") for line in one.lines]
    weekly = hours(body)
    shared = [line for line in body if share_of(line.text) is not None or line.start in weekly]
    if len(shared) < _FEWEST:
        # All of it may be one paragraph, in which each sentence tells its share.
        body = [piece for line in body for piece in sentences(line)]
        weekly = hours(body)
        shared = [one for one in body if share_of(one.text) is not None or one.start in weekly]
    if len(shared) < _FEWEST:
        return ()
    begins, last = body.index(shared[0]), body.index(shared[-1])
    # Another paragraph after the last share tells of something else than duties.
    ends = next((at for at in range(last + 1, len(body)) if body[at].gap), len(body))
    return read_duties(page, body[begins:ends])


def _rest(line: Line, offset: int) -> Line:
    text = line.text[offset - line.start :]
    return Line(text, offset, line.end, line.number, line.gap)


def _form(
    cuts: Sequence[Cut], factors: Sequence[FactorSection], guide: str, *, announced: bool
) -> Form:
    numbered = sum(1 for one in cuts if one.factor is not None and one.factor.numbered)
    levels = sum(1 for one in factors if one.level_stated is not None)
    told = len({one.factor for one in factors})
    if guide == "gssg" and (numbered + levels >= _MANY or told >= _MOST) and factors:
        return "supervisory"
    if numbered >= _MOST or levels >= _MANY or told > _MOST:
        return "fes"
    if announced:
        return "announcement"
    kinds = {one.kind for one in cuts}
    prose = {
        "supervision",
        "guidelines",
        "effort",
        "surroundings",
        "factor",
        "qualifications",
        "conditions",
    }
    return "narrative" if kinds & prose and "duties" in kinds else "duties"


def _sum(page: Page) -> tuple[int | None, int | None]:
    total = grade = None
    for line in page.lines:
        match = _TOTAL.search(line.text)
        if match is not None:
            total = int(match[1].replace(",", ""))
        stated = _GRADE.search(line.text)
        if stated is not None and (match is not None or "final" in line.text.lower()):
            grade = int(next(one for one in stated.groups() if one))
    return total, grade


def _opening(
    page: Page, cuts: Sequence[Cut], duties: Sequence[PositionDuty], *, announced: bool
) -> list[Section]:
    """Return the sentences of the head as an introduction, where none has a heading of its own."""
    # A text without any heading tells a story as well as it opens a description.
    headed = len(cuts) > 1
    if announced or not headed or any(one.kind == "introduction" for one in cuts):
        return []
    runs: list[list[Line]] = []
    for number, line in enumerate(cuts[0].lines):
        own = any(one.start < line.end and line.start < one.end for one in duties)
        told = _PROSE.fullmatch(line.text) and not labelled(line.text)
        if own or not told or re.search(CERTIFIES, line.text):
            continue
        if number and runs and runs[-1][-1] is cuts[0].lines[number - 1]:
            runs[-1].append(line)
        else:
            runs.append([line])
    return [Section(name="introduction", heading="", **page.part(run).model_dump()) for run in runs]


_PROSE: Final = re.compile(r"[A-Z](?=(?:.*?\s[a-z]+\b){3})(?:\S*\s+){6,}\S+[.!]")
"""A sentence, as a description opens with one on the position as a whole."""


def _sections(page: Page, cuts: Sequence[Cut]) -> tuple[Section, ...]:
    found = []
    for one in cuts:
        if one.kind in (HEAD, "factor", "sum", "factors"):
            continue
        if one.heading is None:
            if one.kind in ("supervision", "guidelines"):
                found.append(
                    Section(name=one.kind, heading="", **page.part(one.lines).model_dump())
                )
            continue
        start = one.offset if one.offset >= 0 else (one.lines[0].start if one.lines else -1)
        if start < 0:
            continue
        end = one.lines[-1].end if one.lines else one.heading.end
        part = page.span(start, max(start, end))
        found.append(Section(name=one.kind, heading=one.heading.text, **part.model_dump()))
    return tuple(found)
