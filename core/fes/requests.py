"""Read a scoring request from JSON or TOML text: a standard with levels, or a bare total.

A request is small and typed by hand or by a program, so a key nobody knows is refused: a
typing error must not be lost. :class:`RequestFile` declares its form. One in its plain form,
an object of levels, is taken as it is: looking the levels up checks the rest, and a program
that scores many need not check their form first.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, ClassVar, Final

from core.errors import CaseError, LevelError, Mistakes, shown
from core.fes.points import open_table, side_levels
from core.reading import After, Before, Day, Form, Format, build, load, read_day, refuse
from core.standards.extensions import Entries, Stated, numbered_extensions
from core.standards.levels import normal_factor

SHAPE: Final = '{"standard": "fes-primary", "levels": {"1": "1-7", ...}}'
_PLAIN_KEYS: Final = frozenset({"standard", "levels", "total"})


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

    EXAMPLE: ClassVar[str] = '{"factor": 2, "level": "2-4"}'

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


def parse_request(text: str, *, where: str, fmt: Format) -> ScoringRequest:
    """Read a scoring request; :class:`RequestFile` declares its form.

    Args:
        text: the whole text.
        where: the input's name, for messages.
        fmt: ``"json"`` or ``"toml"``.

    Raises:
        CaseError: the text is empty, too long, not in its format or not an object; a key is
            unknown, given twice or missing; ``as_of`` is not a date.
        LevelError: in a list, an entry is wrong or a factor is given twice.
    """
    return build_request(load(text, where=where, fmt=fmt, example=SHAPE), where)


def build_request(data: dict[str, Any], where: str) -> ScoringRequest:
    """Read a scoring request from decoded JSON or TOML; see :func:`parse_request`.

    Raises:
        CaseError, LevelError: as :func:`parse_request`, but for the text. A request that is
            wrong in its form has its levels looked up as well, so that all is said at once.
    """
    levels, total = data.get("levels"), data.get("total")
    whole = type(total) is int or ("total" not in data and "levels" in data)
    listed = type(levels) is dict or "levels" not in data
    if whole and listed and type(data.get("standard")) is str and data.keys() <= _PLAIN_KEYS:
        return ScoringRequest(data["standard"], levels, total, where=where)
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
