"""Read a scoring request from JSON or TOML text: a standard with levels, or a bare total.

A request is small and typed by hand or by a program, so a key nobody knows is refused: a
typing error must not be lost. The caller reads the file; nothing here touches the disk.
"""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, Literal, NoReturn

from core.errors import CaseError, LevelError
from core.messages import at, shown
from core.standards.extensions import read_extensions
from core.standards.levels import normal_factor
from core.toml_text import toml_mistake

if TYPE_CHECKING:
    from core.standards.extensions import Stated

Format = Literal["json", "toml"]

MOST_CHARACTERS: Final = 4_000_000
"""The longest text read as a request or a case. The longest real case is a few pages."""

_REQUEST_KEYS: Final = ("standard", "levels", "total", "as_of", "extensions")
_ENTRY_KEYS: Final = ("factor", "level", "points")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SHAPE: Final = '{"standard": "fes-primary", "levels": {"1": "1-7", ...}}'


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


def parse_request(text: str, *, where: str, fmt: Format) -> ScoringRequest:
    """Read a scoring request.

    Its form is ``{"standard": ID, "levels": {FACTOR: LEVEL}}``; the levels may be a list of
    ``{"factor", "level", "points"?}``, a ``total`` may stand beside them or alone, and
    ``as_of`` chooses the edition and ``extensions`` name the factors, with reasons, that the
    Primary Standard rates.

    Args:
        text: the whole text.
        where: the input's name, for messages.
        fmt: ``"json"`` or ``"toml"``.

    Raises:
        CaseError: the text is empty, too long, not in its format or not an object; a key is
            unknown, given twice or missing; ``as_of`` is not a date.
        LevelError: in a list, an entry is wrong or a factor is given twice.
    """
    return build_request(load_text(text, where, fmt), where)


# --- text to data ------------------------------------------------------------------------


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise CaseError(f"the key {shown(key)} is given twice", hint="Keep one of the two.")
            seen.add(key)
    return data


def _no_constant(name: str) -> NoReturn:
    raise CaseError(f"{name} is not a number JSON allows", hint="Write a number or leave it out.")


_DECODER: Final = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_no_constant)


def load_text(text: str, where: str, fmt: Format) -> dict[str, Any]:
    """Return the object that a text holds.

    Raises:
        CaseError: the text is empty, too long, nested too deeply, not in its format, holds a
            key twice, or is not one object.
    """
    text = text.removeprefix("\ufeff")
    if len(text) > MOST_CHARACTERS:
        raise CaseError(
            f"the input has {len(text):,} characters, more than the {MOST_CHARACTERS:,} allowed",
            where=where,
            hint="Give one case or scoring request at a time.",
        )
    if not text or text.isspace():
        raise CaseError("the input is empty", where=where, hint=f"Write {_SHAPE}.")
    try:
        data = _DECODER.decode(text) if fmt == "json" else tomllib.loads(text)
    except json.JSONDecodeError as error:
        raise CaseError(
            f"the input is not valid JSON: {error.msg} at line {error.lineno}, "
            f"column {error.colno}",
            where=where,
            hint=f"Write {_SHAPE}.",
        ) from error
    except tomllib.TOMLDecodeError as error:
        mistake = toml_mistake(text, str(error))
        if mistake is not None:
            message, field_name, hint = mistake
            raise CaseError(message, where=at(where, field_name), hint=hint) from error
        raise CaseError(
            f"the input is not valid TOML: {error}", where=where, hint="Correct that place."
        ) from error
    except CaseError as error:
        raise CaseError(error.message, where=where, hint=error.hint) from error
    except RecursionError as error:
        raise CaseError(
            "the input is nested too deeply", where=where, hint=f"Write {_SHAPE}."
        ) from error
    except ValueError as error:
        raise CaseError(
            "the input holds a number with too many digits", where=where, hint="Correct it."
        ) from error
    if not isinstance(data, dict):
        raise CaseError(
            f"the input is {_kind(data)}, not an object", where=where, hint=f"Write {_SHAPE}."
        )
    return data


def _kind(value: object) -> str:
    names = {list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


# --- requests ----------------------------------------------------------------------------


def build_request(data: dict[str, Any], where: str) -> ScoringRequest:
    """Read a scoring request from decoded JSON or TOML; see :func:`parse_request`.

    Raises:
        CaseError, LevelError: as :func:`parse_request`, but for the text.
    """
    for key in data:
        if key not in _REQUEST_KEYS:
            near = difflib.get_close_matches(key, _REQUEST_KEYS, n=1)
            meant = f"Did you mean {shown(near[0])}? " if near else ""
            raise CaseError(
                f"{shown(key)} is not a key of a scoring request",
                where=where,
                hint=f"{meant}The keys are {', '.join(_REQUEST_KEYS)}; a case also has a title.",
            )
    standard = data.get("standard")
    if not isinstance(standard, str):
        what = "is missing" if standard is None else f"is {shown(standard)}, not a text"
        raise CaseError(
            f"the standard {what}",
            where=at(where, "standard"),
            hint='Name the standard to score with, such as "standard": "fes-primary".',
        )
    if "levels" not in data and "total" not in data:
        raise CaseError(
            "there is nothing to score",
            where=at(where, "levels"),
            hint=f"Give a level for each factor, or a total: {_SHAPE}.",
        )
    as_of = data.get("as_of")
    if as_of is not None:
        as_of = read_day(as_of, at(where, "as_of"))
    levels: dict[str, object] | None = None
    points: dict[str, tuple[str, object]] = {}
    if "levels" in data:
        given = data["levels"]
        if isinstance(given, dict):
            levels = given
        elif isinstance(given, list):
            levels, points = _listed(given, where)
        else:
            raise CaseError(
                f"the levels are {_kind(given)}",
                where=at(where, "levels"),
                hint='Write them as {"1": "1-7", ...} or as a list of '
                '{"factor": 1, "level": "1-7"}.',
            )
    total = data.get("total")
    if "total" in data and total is None:
        raise LevelError(
            "the total is null", where=at(where, "total"), hint="Write a number or leave it out."
        )
    extensions = read_extensions(data["extensions"], where) if "extensions" in data else ()
    return ScoringRequest(standard, levels, total, points, as_of, where, extensions)


def _listed(
    entries: list[Any], where: str
) -> tuple[dict[str, object], dict[str, tuple[str, object]]]:
    levels: dict[str, object] = {}
    points: dict[str, tuple[str, object]] = {}
    for number, entry in enumerate(entries, 1):
        field_name = f"levels[{number}]"
        place = at(where, field_name)
        if not isinstance(entry, dict):
            raise CaseError(
                f"the entry is {_kind(entry)}",
                where=place,
                hint='Write {"factor": 2, "level": "2-4"}.',
            )
        for key in entry:
            if key not in _ENTRY_KEYS:
                raise CaseError(
                    f"{shown(key)} is not a key of a level",
                    where=place,
                    hint=f"The keys are {', '.join(_ENTRY_KEYS)}.",
                )
        for key in ("factor", "level"):
            if key not in entry:
                raise CaseError(
                    f"the {key} is missing",
                    where=place,
                    hint='Write {"factor": 2, "level": "2-4"}.',
                )
        factor = entry["factor"]
        if isinstance(factor, bool) or not isinstance(factor, int | str):
            raise LevelError(
                f"{shown(factor)} is not a factor",
                where=f"{place}.factor",
                hint="Write the factor's number, such as 2.",
            )
        key = normal_factor(str(factor)) or str(factor)
        if key in levels:
            raise LevelError(
                f"Factor {shown(key) if not key.isalnum() else key} is given twice",
                where=place,
                hint="Give each factor one level.",
            )
        levels[key] = entry["level"]
        if "points" in entry:
            points[key] = (f"{field_name}.points", entry["points"])
    return levels, points


def read_day(value: object, where: str) -> date:
    """Return a date given as one or as its text.

    Raises:
        CaseError: it is neither.
    """
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise CaseError(
        f"{shown(value)} is not a date",
        where=where,
        hint="Write year, month and day, such as 2014-08-20.",
    )
