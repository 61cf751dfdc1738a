"""Read a case from JSON or TOML text, and write a case as plain data.

A case is the full document of :class:`core.model.Case`; a small scoring request is read by
:mod:`core.fes.requests`. The caller reads the file; nothing here
touches the disk.
"""

from __future__ import annotations

import re
from typing import Any, Final

from pydantic import ValidationError

from core.errors import CaseError, InputError, Mistakes, at, shown
from core.fes.crediting.offsets import check_offsets
from core.fes.opened import OpenedCase, open_case
from core.fes.points import beyond_partial, open_table, side_levels
from core.fes.requests import SHAPE, ScoringRequest, build_request, is_case
from core.model import Case
from core.reading import Format, build, load, read_day
from core.standards.extensions import extended_table, read_extensions
from core.standards.levels import normal_factor

_WHOLE: Final = 100
HIGHEST_GRADE: Final = 15
"""The highest grade of the General Schedule."""

_HIGHEST_ELSEWHERE: Final = 19
_SERIES: Final = re.compile(r"\s*(?:GS-?)?[0-9]{1,4}\s*", re.IGNORECASE)


def parse_document(text: str, *, where: str, fmt: Format) -> ScoringRequest | Case:
    """Read what can be scored: a request, or a full case (:func:`core.fes.requests.is_case`).

    Raises:
        CaseError: the text is empty, too long, not in its format or not an object; as
            :func:`core.fes.requests.build_request` and :func:`parse_case`.
        LevelError: a level of a case is wrong.
    """
    data = load(text, where=where, fmt=fmt, example=SHAPE)
    return read_case(data, where) if is_case(data) else build_request(data, where)


def parse_case(text: str, *, where: str, fmt: Format) -> Case:
    """Read a case. Its levels come out in the one spelling, its findings name real aspects.

    Raises:
        CaseError: the text is wrong as for :func:`parse_document`, a field is missing,
            unknown or of the wrong kind, a finding names no aspect of the standard, or an
            offset is refused (:func:`core.fes.crediting.offsets.check_offsets`).
        LevelError: a level of record or a level sought is wrong. A factor may be missing
            here; scoring the case then says so.
        StandardError: the standard is unknown or not in force on the date.
    """
    return read_case(load(text, where=where, fmt=fmt, example=SHAPE), where)


def case_to_data(case: Case) -> dict[str, Any]:
    """Return a case as plain data that TOML and JSON writers take, defaults left out.

    Dates stay dates. :func:`parse_case` reads the written text back to an equal case.
    """
    data = case.model_dump(exclude_defaults=True)
    plain: dict[str, Any] = without_none(data)
    return plain


def without_none(value: Any) -> Any:
    """Return plain data without what is not stated; sequences become lists."""
    if isinstance(value, dict):
        return {key: without_none(item) for key, item in value.items() if item is not None}
    if isinstance(value, list | tuple):
        return [without_none(item) for item in value]
    return value


# --- cases -------------------------------------------------------------------------------


def read_case(data: dict[str, Any], where: str) -> Case:
    """Read a case already decoded; see :func:`parse_case`."""
    mistakes = Mistakes()
    data, complete = _with_levels(data, where, mistakes)
    read: Case | None = None
    with mistakes:
        read = build(Case, data, where=where)
    # What is sound of a case with mistakes is checked against the standard all the same.
    case = read or _sound_part(data)
    _check_classifications(case, where, mistakes)
    for factor in case.assigned if not mistakes.found else ():
        # A level refused above is not said to be missing as well.
        if factor not in case.levels:
            with mistakes:
                raise CaseError(
                    f"{shown(factor)} is named, and the case has no level on it",
                    where=at(where, "assigned"),
                    hint="Give its level under [levels], or take it out of the list.",
                )
    if complete:
        opened = open_case(case)
        _check_findings(opened, data.get("findings"), where, mistakes)
        with mistakes:
            check_offsets(opened.standard, case.offsets, opened.answers, where=where)
    mistakes.settle()
    return case


def _with_levels(
    data: dict[str, Any], where: str, mistakes: Mistakes
) -> tuple[dict[str, Any], bool]:
    """Return a case's data with its levels in the one spelling, checked against the standard.

    Levels come first, as given: their errors say more than those of the model. What is refused
    here is left out of the data returned, so that nothing is told twice. The second value says
    whether the standard, with the levels the case extends, is known.
    """
    day = None
    if data.get("as_of") is not None:
        with mistakes:
            day = read_day(data["as_of"], at(where, "as_of"))
        data = {**data, "as_of": day}
    standard_id = data.get("standard", Case.model_fields["standard"].default)
    if not isinstance(standard_id, str):
        return data, False
    given = {name: data[name] for name in ("levels", "sought") if isinstance(data.get(name), dict)}
    complete = True
    try:
        table = open_table(standard_id, day, where)
    except InputError as error:
        mistakes.found.append(error)
        return {**data, **{name: {} for name in given}}, False
    try:
        stated = read_extensions(data.get("extensions"), where)
        table = extended_table(table, stated, given.values(), as_of=day, where=where)
    except InputError as error:
        mistakes.found.append(error)
        data = {**data, "extensions": []}
        complete = False
    found: dict[str, dict[str, str]] = {}
    for name, levels in given.items():
        found[name] = {}
        # A level may be sought that the digest lacks; the evaluation says so.
        beyond = beyond_partial(table, levels) if name == "sought" else {}
        known = {key: one for key, one in levels.items() if normal_factor(key) not in beyond}
        with mistakes:
            found[name] = side_levels(table, known, where=where, name=name, complete=False)
        if beyond:
            found[name] = dict(sorted({**found[name], **beyond}.items()))
    if table.chart is not None and "sought" in found:
        # A level sought for one factor of a chart is sought beside the other's of record.
        sides = {side.key for side in table.chart.sides} & found.get("levels", {}).keys()
        if sides & found["sought"].keys():
            found["sought"] = {
                **{key: found["levels"][key] for key in sorted(sides)},
                **found["sought"],
            }
    # Without all the levels it is not known how far an extension reaches.
    complete = complete and not (data.get("extensions") and mistakes.found)
    return {**data, **found}, complete


def _sound_part(data: dict[str, Any]) -> Case:
    """Return a case of those fields that can be read each by itself."""
    empty: dict[str, Any] = {"title": "", "levels": {}}
    sound: dict[str, Any] = {}
    for name in data.keys() & Case.model_fields.keys():
        try:
            Case.model_validate({**empty, name: data[name]})
        except ValidationError:
            continue
        sound[name] = data[name]
    return Case.model_validate({**empty, **sound})


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


def _check_classifications(case: Case, where: str, mistakes: Mistakes) -> None:
    """Refuse a grade no pay plan has and a series that is no number."""
    for name, stated in (("current", case.current), ("requested", case.requested)):
        plan = stated.pay_plan.upper()
        highest = HIGHEST_GRADE if plan in ("GS", "GM") else _HIGHEST_ELSEWHERE
        if stated.grade is not None and not 1 <= stated.grade <= highest:
            mistakes.add(
                f"{stated.grade} is not a grade of pay plan {shown(stated.pay_plan)}",
                where=at(where, f"{name}.grade"),
                hint=f"Write one from 1 to {highest}, or leave it out.",
            )
    for name, series in (
        ("current", case.current.series),
        ("requested", case.requested.series),
        ("determined", case.determined.series),
    ):
        if series and not _SERIES.fullmatch(series):
            mistakes.add(
                f"{shown(series)} is not a series",
                where=at(where, f"{name}.series"),
                hint="Write its three or four digits, such as 0343, or leave it out.",
            )


def _check_findings(opened: OpenedCase, given: object, where: str, mistakes: Mistakes) -> None:
    """Refuse a finding that names no aspect of the standard, wherever findings can be read."""
    standard = opened.standard
    known = {
        aspect.id: level.level
        for factor in standard.factors
        for level in factor.levels
        for aspect in level.aspects
    }
    for number, finding in enumerate(given if isinstance(given, list) else (), 1):
        aspect = finding.get("aspect") if isinstance(finding, dict) else None
        if aspect in known or not isinstance(aspect, str):
            continue
        level = aspect.partition(".")[0]
        ids = [one for one, owner in known.items() if owner == level]
        mistakes.add(
            f"{shown(aspect)} is not an aspect of the {standard.title}",
            where=at(where, f"findings[{number}].aspect"),
            hint=f"The aspects of Level {level} are {', '.join(ids)}."
            if ids
            else 'An aspect is a level and a key, such as "2-5.review".',
        )
