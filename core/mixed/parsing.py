"""Read a mixed position from data, refusing every mistake in one sentence."""

from __future__ import annotations

from typing import Any

from core.errors import CaseError, Mistakes, at, shown
from core.mixed.inputs import POINTERS, Considerations, MixedRequest
from core.mixed.kinds import rate_work
from core.mixed.series import options_of
from core.mixed.shares import shares_by_side
from core.reading import build


def parse_mixed(data: dict[str, Any], *, where: str = "") -> MixedRequest:
    """Read a mixed position from decoded TOML or JSON (:class:`core.mixed.inputs.MixedRequest`).

    Args:
        data: the whole document.
        where: its name, for messages.

    Raises:
        CaseError: a field is missing, unknown or wrong; two kinds of work have one name;
            percentages are missing, negative or do not add up to 100; a consideration or an
            impact names no kind of work, or one without a series; the series decided on does
            not come into question.
        LevelError, StandardError: the levels, the total or the standard of a kind of work.
    """
    request = build(MixedRequest, data, where=where, error=CaseError)
    mistakes = Mistakes()
    names: list[str] = []
    for number, work in enumerate(request.work, 1):
        if work.name in names:
            mistakes.add(
                f"{shown(work.name)} is the name of two kinds of work",
                where=at(where, f"work[{number}].name"),
                hint="Name each kind of work differently.",
            )
        names.append(work.name)
    with mistakes:
        shares_by_side(request.work, where)
    for number, work in enumerate(request.work, 1):
        with mistakes:
            rate_work(work, number, request.as_of, where)
    with mistakes:
        _check_series(request, names, where)
    seen: set[str] = set()
    for number, impact in enumerate(request.impact, 1):
        spot = at(where, f"impact[{number}].work")
        with mistakes:
            _check_name(impact.work, names, spot)
        if impact.work in seen:
            mistakes.add(
                f"{shown(impact.work)} is named twice", where=spot, hint="Keep one of the two."
            )
        seen.add(impact.work)
    mistakes.settle()
    return request


def _check_name(name: str, names: list[str], spot: str) -> None:
    if name not in names:
        raise CaseError(
            f"{shown(name)} is not the name of a kind of work",
            where=spot,
            hint=f"The names are {', '.join(shown(one) for one in names)}.",
        )


def _check_series(request: MixedRequest, names: list[str], where: str) -> None:
    stated: Considerations = request.series
    for field in POINTERS:
        name: str | None = getattr(stated, field)
        if name is None:
            continue
        spot = at(where, f"series.{field}")
        _check_name(name, names, spot)
        number = names.index(name)
        if request.work[number].series is None:
            raise CaseError(
                f"{shown(name)} has no series, so nothing can point to it",
                where=at(where, f"work[{number + 1}].series"),
                hint="Add the series of this kind of work.",
            )
    if stated.equally_important and stated.paramount_knowledge is not None:
        raise CaseError(
            "equally_important says that no knowledge is paramount, and paramount_knowledge "
            "names one",
            where=at(where, "series.equally_important"),
            hint="Keep one of the two.",
        )
    if stated.decision is not None:
        options = options_of(request)
        if stated.decision.series not in options:
            raise CaseError(
                f"series {stated.decision.series} does not come into question",
                where=at(where, "series.decision.series"),
                hint=f"The series are {', '.join(options)}."
                if options
                else "Name the series of each kind of work first.",
            )
