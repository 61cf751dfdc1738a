"""Read a case from JSON or TOML text, and write a case as plain data.

A case is the full document of :class:`core.model.Case`; a small scoring request is read by
:mod:`core.fes.requests`, whose names stand here as well. The caller reads the file; nothing here
touches the disk.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from core.errors import CaseError, at, shown
from core.fes.points import open_table, side_levels
from core.fes.requests import SHAPE, ScoringRequest, build_request, parse_request
from core.reading import MOST_CHARACTERS, Format, load, read_day
from core.standards.extensions import extended_table, read_extensions

if TYPE_CHECKING:
    from pydantic import ValidationError

    from core.fes.opened import OpenedCase
    from core.model import Case
    from core.standards.table import PointTable

_WHOLE: Final = 100
HIGHEST_GRADE: Final = 15
"""The highest grade of the General Schedule."""

_HIGHEST_ELSEWHERE: Final = 19
_SERIES: Final = re.compile(r"\s*(?:GS-?)?[0-9]{1,4}\s*", re.IGNORECASE)

__all__ = [
    "MOST_CHARACTERS",
    "Format",
    "ScoringRequest",
    "build_request",
    "case_to_data",
    "check_shares",
    "parse_case",
    "parse_document",
    "parse_request",
]


def parse_document(text: str, *, where: str, fmt: Format) -> ScoringRequest | Case:
    """Read what can be scored: a request, or a full case (known by its ``title``).

    Raises:
        CaseError: see :func:`parse_request` and :func:`parse_case`.
        LevelError: a level of a case is wrong.
    """
    data = load(text, where=where, fmt=fmt, example=SHAPE)
    if "title" in data:
        return _case(data, where)
    return build_request(data, where)


def parse_case(text: str, *, where: str, fmt: Format) -> Case:
    """Read a case. Its levels come out in the one spelling, its findings name real aspects.

    Raises:
        CaseError: the text is wrong as for :func:`parse_request`, a field is missing,
            unknown or of the wrong kind, a finding names no aspect of the standard, or an
            offset is refused (:func:`core.fes.crediting.offsets.check_offsets`).
        LevelError: a level of record or a level sought is wrong. A factor may be missing
            here; scoring the case then says so.
        StandardError: the standard is unknown or not in force on the date.
    """
    return _case(load(text, where=where, fmt=fmt, example=SHAPE), where)


def case_to_data(case: Case) -> dict[str, Any]:
    """Return a case as plain data that TOML and JSON writers take, defaults left out.

    Dates stay dates. :func:`parse_case` reads the written text back to an equal case.
    """
    data = case.model_dump(exclude_defaults=True)
    plain: dict[str, Any] = _without_none(data)
    return plain


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_none(item) for key, item in value.items() if item is not None}
    if isinstance(value, list | tuple):
        return [_without_none(item) for item in value]
    return value


# --- cases -------------------------------------------------------------------------------


def _case(data: dict[str, Any], where: str) -> Case:
    from pydantic import ValidationError

    from core.fes.crediting.offsets import check_offsets
    from core.fes.opened import open_case
    from core.model import Case

    if data.get("as_of") is not None:
        data = {**data, "as_of": read_day(data["as_of"], at(where, "as_of"))}
    # Levels first, as given: their errors say more than those of the model.
    standard_id = data.get("standard", Case.model_fields["standard"].default)
    if isinstance(standard_id, str):
        data = _normal(data, open_table(standard_id, data.get("as_of"), where), where)
    try:
        case = Case.model_validate(data)
    except ValidationError as error:
        raise _case_error(error, where) from error
    _check_classifications(case, where)
    opened = open_case(case)
    _check_findings(opened, where)
    check_offsets(opened.standard, case.offsets, opened.answers, where=where)
    return case


def check_shares(case: Case, where: str) -> None:
    """Refuse duties whose shares of time, as one side estimates them, exceed the whole time.

    Less than all of it is no mistake: minor duties are often left out. A case being written
    may pass through such figures, so reading one does not refuse them; a result does.

    Raises:
        CaseError: a side's percentages add up to more than 100.
    """
    for side in ("percent_employee", "percent_supervisor"):
        total = sum(getattr(duty, side) or 0 for duty in case.duties)
        # A tenth of a percent is room for shares that were rounded.
        if total > _WHOLE + 0.1:
            raise CaseError(
                f"the percentages of time add up to {total:g}, more than 100",
                where=at(where, f"duties: {side}"),
                hint="Correct the shares of the duties.",
            )


def _check_classifications(case: Case, where: str) -> None:
    """Refuse a grade no pay plan has and a series that is no number."""
    for name, stated in (("current", case.current), ("requested", case.requested)):
        plan = stated.pay_plan.upper()
        highest = HIGHEST_GRADE if plan in ("GS", "GM") else _HIGHEST_ELSEWHERE
        if stated.grade is not None and not 1 <= stated.grade <= highest:
            raise CaseError(
                f"{stated.grade} is not a grade of pay plan {shown(stated.pay_plan)}",
                where=at(where, f"{name}.grade"),
                hint=f"Write one from 1 to {highest}, or leave it out.",
            )
        if stated.series and not _SERIES.fullmatch(stated.series):
            raise CaseError(
                f"{shown(stated.series)} is not a series",
                where=at(where, f"{name}.series"),
                hint="Write its three or four digits, such as 0343, or leave it out.",
            )


def _case_error(error: ValidationError, where: str) -> CaseError:
    """Say the first thing wrong with a case in one sentence, and how many more there are."""
    first = error.errors(include_url=False)[0]
    place, last = "", ""
    for part in first["loc"]:
        last = part if isinstance(part, str) else last
        if isinstance(part, int):
            place += f"[{part + 1}]"
        else:
            place += f".{part}" if place else part
    if first["type"] == "missing":
        message, hint = f"{shown(last)} is missing", "Add it."
    elif first["type"] == "extra_forbidden":
        message = f"{shown(last)} is not a field here"
        hint = "Correct its spelling or remove it."
    else:
        said = first["msg"].removeprefix("Input should be ")
        message = f"{shown(first['input'])} is given, but it should be {said}"
        hint = "Correct the field."
    more = error.error_count() - 1
    if more:
        hint += f" {more} more {'field needs' if more == 1 else 'fields need'} correction."
    return CaseError(message, where=at(where, place), hint=hint)


def _normal(data: dict[str, Any], table: PointTable, where: str) -> dict[str, Any]:
    """Return a case's data with its levels in the one spelling, checked against the standard."""
    given = {name: data[name] for name in ("levels", "sought") if isinstance(data.get(name), dict)}
    stated = read_extensions(data.get("extensions"), where)
    table = extended_table(table, stated, given.values(), as_of=data.get("as_of"), where=where)
    found = {
        name: side_levels(table, levels, where=where, name=name, complete=False)
        for name, levels in given.items()
    }
    if table.chart is not None and "sought" in found:
        # A level sought for one factor of a chart is sought beside the other's of record.
        sides = {side.key for side in table.chart.sides} & found.get("levels", {}).keys()
        if sides & found["sought"].keys():
            found["sought"] = {
                **{key: found["levels"][key] for key in sorted(sides)},
                **found["sought"],
            }
    return {**data, **found}


def _check_findings(opened: OpenedCase, where: str) -> None:
    standard = opened.standard
    known = {
        aspect.id: level.level
        for factor in standard.factors
        for level in factor.levels
        for aspect in level.aspects
    }
    for number, finding in enumerate(opened.case.findings, 1):
        if finding.aspect in known:
            continue
        level = finding.aspect.partition(".")[0]
        ids = [aspect for aspect, owner in known.items() if owner == level]
        raise CaseError(
            f"{shown(finding.aspect)} is not an aspect of the {standard.title}",
            where=at(where, f"findings[{number}].aspect"),
            hint=f"The aspects of Level {level} are {', '.join(ids)}."
            if ids
            else 'An aspect is a level and a key, such as "2-5.review".',
        )
