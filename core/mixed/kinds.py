"""Each kind of work evaluated by its own standard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from core.errors import InputError, StandardError, at
from core.fes.assembly import evaluation_data
from core.fes.requests import build_request, rate_request
from core.mixed.inputs import Work
from core.model import Citation, Evaluation
from core.standards.table import SUPERVISORY_ID
from core.supervisory import load_guide, parse_supervisory, supervisory_data


@dataclass(frozen=True, slots=True)
class Rated:
    """The grade of one kind of work, where it comes from, and how it reads in a sentence.

    ``grade`` is None where the standard does not decide it; ``text`` then says why.
    """

    grade: int | None
    total: int | None
    source: Citation
    evaluation: Evaluation | None
    text: str
    fingerprint: str


def rate_work(work: Work, number: int, as_of: date | None, where: str = "") -> Rated:
    """Evaluate one kind of work.

    Args:
        work: the kind of work.
        number: its place in the list, from 1, for messages.
        as_of: the date whose edition of the standard applies.
        where: the input's name, for messages.

    Raises:
        CaseError, LevelError, StandardError: the levels, the total, the supervisory request or
            the standard is wrong; the message names the field inside this kind of work.
    """
    spot = at(where, f"work[{number}]")
    try:
        if work.grade is not None and work.citation is not None:
            return _stated(work, work.grade, work.citation)
        if work.supervisory is not None:
            return _supervisory(work, as_of, spot)
        return _scored(work, as_of, spot)
    except InputError as error:
        raise error.moved(lambda where: _inside(spot, where)) from error


def _inside(spot: str, where: str) -> str:
    """Return a place in a kind of work as one in the whole input."""
    inside = where.removeprefix(spot).lstrip(": ")
    return f"{spot}.{inside}" if inside else spot


def _stated(work: Work, grade: int, citation: Citation) -> Rated:
    text = f"{work.name} is GS-{grade}, as stated with its source."
    return Rated(grade, None, citation, None, text, f"GS-{grade}")


def _scored(work: Work, as_of: date | None, spot: str) -> Rated:
    if work.standard == SUPERVISORY_ID:
        raise StandardError(
            "the supervisory guide needs more than levels",
            where=f"{spot}: supervisory",
            hint='Write supervisory = { levels = {...}, base = {...} } beside standard = "gssg".',
        )
    data: dict[str, Any] = {
        name: getattr(work, name)
        for name in ("standard", "levels", "total", "extensions")
        if getattr(work, name) is not None
    }
    if as_of is not None:
        data["as_of"] = as_of
    rating = rate_request(build_request(data, spot))
    evaluation = Evaluation.model_validate(evaluation_data(rating))
    text = (
        f"{work.name} is evaluated by the {rating.table.title}: {rating.total:,} points, "
        f"{rating.grade}."
    )
    source = next(step.citation for step in evaluation.derivation if step.rule == "conversion")
    grade = rating.table.conversion[rating.row].grade
    return Rated(grade, rating.total, source, evaluation, text, evaluation.fingerprint)


def _supervisory(work: Work, as_of: date | None, spot: str) -> Rated:
    if work.standard != SUPERVISORY_ID:
        raise StandardError(
            "only the supervisory guide takes a supervisory request",
            where=f"{spot}: standard",
            hint=f'Write standard = "{SUPERVISORY_ID}", or give levels or a total.',
        )
    data = {**(work.supervisory or {}), "standard": SUPERVISORY_ID}
    if as_of is not None:
        data.setdefault("as_of", as_of)
    request = parse_supervisory(data, where=f"{spot}: supervisory")
    found = supervisory_data(request)
    source = Citation.model_validate(load_guide(as_of).cite("chart"))
    if found["grade"] is None:
        text = f"{work.name} has no grade by the supervisory guide: {found['undetermined']}"
        return Rated(None, found["total"], source, None, text, found["fingerprint"])
    text = f"{work.name} is evaluated by the supervisory guide: {found['grade']}."
    grade = int(found["grade"].rpartition("-")[2])
    return Rated(grade, found["total"], source, None, text, found["fingerprint"])
