"""Read a scoring request from JSON or TOML text, a standard with levels or a bare total; score it.

A request is small and typed by hand or by a program, so a key nobody knows is refused: a
typing error must not be lost. :class:`RequestFile` declares its form. One in its plain form,
an object of levels, is taken as it is: looking the levels up checks the rest, and a program
that scores many need not check their form first. What is stated beside the levels is checked,
never believed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, ClassVar, Final

from core.errors import CaseError, LevelError, Mistakes, at, placed, shown
from core.fes.charts import names_both
from core.fes.points import Rating, open_table, rate_rows, rate_total, resolve, side_levels
from core.reading import After, Before, Day, Form, build, read_day, refuse
from core.standards.extensions import Entries, Stated, extended_table, numbered_extensions
from core.standards.levels import normal_factor
from core.standards.table import LevelRow

SHAPE: Final = '{"standard": "fes-primary", "levels": {"1": "1-7", ...}}'
_ONLY_IN_CASES: Final = frozenset(
    {
        "current",
        "duties",
        "facts",
        "findings",
        "offsets",
        "organization",
        "position_description",
        "question",
        "requested",
        "sought",
    }
)
_PLAIN_KEYS: Final = frozenset({"standard", "levels", "total"})
_ENTRY_KEYS: Final = frozenset({"factor", "level"})


@dataclass(frozen=True, slots=True)
class ScoringRequest:
    """What is to be scored: a standard and levels, or the total alone.

    ``levels`` are as given, factor to level. ``points`` are the values stated beside them,
    to be checked: factor to the field and the value in it. ``extensions`` are the factors to
    rate by the Primary Standard. ``where`` names the input in messages.
    """

    standard: str
    levels: dict[str, object] | None
    total: object = None
    points: dict[str, tuple[str, object]] = field(default_factory=dict)
    as_of: date | None = None
    where: str = ""
    extensions: tuple[Stated, ...] = ()


# --- the form ----------------------------------------------------------------------------


def _factor(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise refuse(
            f"{shown(value)} is not a factor",
            'Write the factor\'s number, such as 2 or "4A".',
            error=LevelError,
        )
    return normal_factor(str(value)) or str(value)


class NotStated:
    """Stands, itself, for points that are not given: null is given, and wrong."""


@dataclass(frozen=True, slots=True)
class LevelEntry(Form):
    """A level as an entry of a list, with the points stated for it."""

    EXAMPLE: ClassVar[str] = '{"factor": 2, "level": "2-3"}'

    factor: Annotated[str, Before(_factor)]
    level: Any
    points: Any = NotStated


def _each_once(entries: list[LevelEntry]) -> list[LevelEntry]:
    seen: set[str] = set()
    for number, entry in enumerate(entries, 1):
        key = entry.factor
        if key in seen:
            raise refuse(
                f"Factor {key if key.isalnum() else shown(key)} is given twice",
                "Give each factor one level.",
                field=f"[{number}]",
                error=LevelError,
            )
        seen.add(key)
    return entries


GivenLevels = dict[str, Any] | Annotated[list[LevelEntry], After(_each_once)]
"""Levels as an object, factor to level, or as a list: both mean the same."""


def split_levels(
    given: dict[str, Any] | list[LevelEntry],
) -> tuple[dict[str, object], dict[str, tuple[str, object]]]:
    """Return factor to level, and factor to the field and value of the points stated."""
    if isinstance(given, dict):
        return given, {}
    points = {
        entry.factor: (f"levels[{number}].points", entry.points)
        for number, entry in enumerate(given, 1)
        if entry.points is not NotStated
    }
    return {entry.factor: entry.level for entry in given}, points


def plain_levels(given: object) -> dict[str, object] | None:
    """Return levels as an object, factor to level, where they need no further look.

    Returns:
        None for anything but an object, or a list of factors and levels without points.
    """
    if type(given) is dict:
        return given
    if type(given) is not list:
        return None
    found: dict[str, object] = {}
    for entry in given:
        if type(entry) is not dict or entry.keys() != _ENTRY_KEYS:
            return None
        factor = entry["factor"]
        if type(factor) is not int and type(factor) is not str:
            return None
        key = normal_factor(str(factor)) or str(factor)
        if key in found:
            return None
        found[key] = entry["level"]
    return found


def _standard(value: object) -> object:
    if not isinstance(value, str):
        raise refuse(
            f"the standard is {shown(value)}, not a text",
            'Name the standard to score with, such as "standard": "fes-primary".',
        )
    return value


def _levels(value: object) -> object:
    if not isinstance(value, dict | list):
        raise refuse(
            f"the levels are {shown(value)}",
            'Write them as {"1": "1-7", ...} or as a list of {"factor": 1, "level": "1-7"}.',
        )
    return value


def _total(value: object) -> object:
    if value is None:
        raise refuse("the total is null", "Write a number or leave it out.", error=LevelError)
    return value


def _something(request: RequestFile) -> RequestFile:
    if request.levels is None and request.total is None:
        raise refuse(
            "there is nothing to score",
            f"Give a level for each factor, or a total: {SHAPE}.",
            field="levels",
        )
    return request


@dataclass(frozen=True, slots=True)
class RequestFile(Form):
    """The form of a scoring request.

    ``{"standard": ID, "levels": {FACTOR: LEVEL}}``; the levels may be a list of ``{"factor",
    "level", "points"?}``, a ``total`` may stand beside them or alone, ``as_of`` chooses the
    edition and ``extensions`` name the factors, with reasons, that the Primary Standard rates.
    """

    EXAMPLE: ClassVar[str] = SHAPE

    standard: Annotated[str, Before(_standard)]
    levels: Annotated[GivenLevels | None, Before(_levels)] = None
    total: Annotated[Any, Before(_total)] = None
    as_of: Day | None = None
    extensions: Entries | None = None


_Request = Annotated[RequestFile, After(_something)]


# --- reading -----------------------------------------------------------------------------


def is_case(data: dict[str, Any]) -> bool:
    """Return whether data is a full case: it has a title, or fields no request has."""
    return "title" in data or not _ONLY_IN_CASES.isdisjoint(data)


def build_request(data: dict[str, Any], where: str) -> ScoringRequest:
    """Read a scoring request from decoded JSON or TOML; :class:`RequestFile` declares its form.

    Raises:
        CaseError: a key is unknown or missing, or ``as_of`` is not a date.
        LevelError: in a list, an entry is wrong or a factor is given twice. A request that is
            wrong in its form has its levels looked up as well, so that all is said at once.
    """
    levels, total = data.get("levels"), data.get("total")
    whole = type(total) is int or ("total" not in data and "levels" in data)
    plain = type(data.get("standard")) is str and data.keys() <= _PLAIN_KEYS
    if plain and whole and "levels" not in data:
        return ScoringRequest(data["standard"], None, total, where=where)
    if plain and whole and (listed := plain_levels(levels)) is not None:
        return ScoringRequest(data["standard"], listed, total, where=where)
    mistakes = Mistakes()
    with mistakes:
        file = build(_Request, data, where=where)
        chosen, points = (None, {}) if file.levels is None else split_levels(file.levels)
        extensions = numbered_extensions(file.extensions or ())
        return ScoringRequest(
            file.standard, chosen, file.total, points, file.as_of, where, extensions
        )
    _look_up(data, where, mistakes)
    raise mistakes.together()


def _look_up(data: dict[str, Any], where: str, mistakes: Mistakes) -> None:
    """Gather what is wrong with the standard and the levels of a request of a wrong form."""
    standard, levels = data.get("standard"), data.get("levels")
    if not isinstance(standard, str) or "extensions" in data:
        return
    day = None
    try:
        day = read_day(data["as_of"]) if "as_of" in data else None
    except CaseError:
        return
    with mistakes:
        table = open_table(standard, day, where)
        if isinstance(levels, dict):
            side_levels(table, levels, where=where)


# --- scoring -----------------------------------------------------------------------------


def rate_request(request: ScoringRequest) -> Rating:
    """Score a request: its levels, or its total when it gives no levels.

    Raises:
        StandardError: the standard is unknown or not in force on the date.
        LevelError: a level is wrong or missing; points stated for a level are not the ones
            the standard prints; the total stated is not the sum, or no levels add up to it; an
            extension by the Primary Standard is refused.
        CaseError: extensions are given without levels.
    """
    if request.levels is None:
        if request.extensions:
            raise CaseError(
                "extensions are given with a bare total, which says nothing of a factor's level",
                where=at(request.where, "extensions"),
                hint="Give the level of each factor, or leave the extensions out.",
            )
        return rate_total(request.standard, request.total, request.as_of, where=request.where)
    table = open_table(request.standard, request.as_of, request.where)
    if request.extensions:
        table = extended_table(
            table, request.extensions, [request.levels], as_of=request.as_of, where=request.where
        )
    rows = resolve(table, request.levels, where=request.where)
    rating = rate_rows(table, rows, request.as_of, where=request.where)
    if request.extensions:
        rating = rating._replace(extensions=request.extensions)
    _check_points(request, rating)
    if request.total is not None and (
        not isinstance(request.total, int)
        or isinstance(request.total, bool)
        or request.total != rating.total
    ):
        raise LevelError(
            f"the total is given as {shown(request.total)}, but the levels add up to "
            f"{rating.total}",
            where=at(request.where, "total"),
            hint="Correct the total or the levels, or leave the total out.",
        )
    return rating


def _check_points(request: ScoringRequest, rating: Rating) -> None:
    if not request.points:
        return
    rows = dict(zip(rating.table.by_factor, rating.levels, strict=True))
    for given, (place, stated) in request.points.items():
        row = _row_of(rating, rows, given, at(request.where, place))
        if isinstance(stated, bool) or not isinstance(stated, int) or stated != row.points:
            raise LevelError(
                f"Level {row.level} carries {row.points} points "
                f"({placed(row.points_page or row.page)}), not "
                f"{shown(stated)}",
                where=at(request.where, place),
                hint="Correct the level or its points, or leave the points out.",
            )


def _row_of(rating: Rating, rows: dict[str, LevelRow], given: str, where: str) -> LevelRow:
    """Return the level whose points are stated beside a factor."""
    key = normal_factor(given) or given
    chart = rating.table.chart
    if chart is None or key in rows:
        return rows[key]
    cell = rows[chart.factor.key]
    if names_both(chart, given):
        return cell
    raise LevelError(
        f"Factor {key} carries no points of its own: the chart gives {cell.points} to "
        f"{' with '.join(f'Level {part}' for part in cell.parts)}",
        where=where,
        hint=f'Leave the points out, or give both factors as "{chart.factor.key}".',
    )
