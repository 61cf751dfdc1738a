"""TOML or JSON text to the object it holds, with what is wrong said of the place a person sees."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any, Final, Literal, NoReturn

from core.errors import CaseError, InputError, at, shown

Format = Literal["json", "toml"]

MOST_CHARACTERS: Final = 4_000_000
"""The longest text read. The longest real case, directive or guide is a few pages."""

WRITE_DAY: Final = "Write year, month and day, such as 2014-08-20."


class _TwiceError(ValueError):
    """A key of a JSON object stands twice."""


class _ConstantError(ValueError):
    """A name that JSON does not know stands for a number."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise _TwiceError(key)
            seen.add(key)
    return data


def _no_constant(name: str) -> NoReturn:
    raise _ConstantError(name)


_DECODER: Final = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_no_constant)


def load(
    text: str,
    *,
    where: str,
    fmt: Format,
    error: type[InputError] = CaseError,
    example: str = "",
) -> dict[str, Any]:
    """Return the object a text holds.

    Args:
        text: the whole text.
        where: the input's name, for messages.
        fmt: ``"json"`` or ``"toml"``.
        error: the branch of the error tree a mistake belongs to.
        example: how it is written, for messages.

    Raises:
        InputError: (as ``error``) the text is empty, too long, nested too deeply, not in its
            format, holds a key twice, or is not one object.
    """

    def wrong(message: str, hint: str, place: str = "") -> InputError:
        return error(message, where=at(where, place) if place else where, hint=hint)

    text = text.removeprefix("\ufeff")
    if len(text) > MOST_CHARACTERS:
        raise wrong(
            f"the input has {len(text):,} characters, more than the {MOST_CHARACTERS:,} allowed",
            "Give one document at a time.",
        )
    if not text or text.isspace():
        raise wrong("the input is empty", _form(example, "Fill it in as the example shows."))
    try:
        data = _DECODER.decode(text) if fmt == "json" else tomllib.loads(text)
    except _TwiceError as twice:
        key = shown(str(twice))
        raise wrong(f"the key {key} is given twice", "Keep one of the two.") from twice
    except _ConstantError as constant:
        raise wrong(
            f"{constant} is not a number JSON allows", "Write a number or leave it out."
        ) from constant
    except json.JSONDecodeError as broken:
        raise wrong(
            f"the input is not valid JSON: {broken.msg} at line {broken.lineno}, "
            f"column {broken.colno}",
            _form(example, "Correct that place."),
        ) from broken
    except tomllib.TOMLDecodeError as broken:
        found = _toml_mistake(text, str(broken))
        if found is not None:
            message, field, hint = found
            raise wrong(message, hint, field) from broken
        raise wrong(f"the input is not valid TOML: {broken}", "Correct that place.") from broken
    except RecursionError as broken:
        raise wrong("the input is nested too deeply", _form(example)) from broken
    except ValueError as broken:
        raise wrong("the input holds a number with too many digits", "Correct it.") from broken
    if not isinstance(data, dict):
        raise wrong(f"the input is {kind(data)}, not an object", _form(example))
    return data


def _form(example: str, without: str = "Write it as the example shows.") -> str:
    return f"Write {example}." if example else without


def kind(value: object) -> str:
    """Return what sort of value was given, for messages."""
    names = {list: "a list", str: "a text", bool: "true or false", dict: "an object"}
    return "null" if value is None else names.get(type(value), "a number")


# What the standard library's reader says of a TOML text has a reason and a line; a person needs
# the key that stands there.
_LINE: Final = re.compile(r"\(at line ([0-9]+)")
_DATE: Final = "Invalid date or datetime"
# What only looks like a date is read as a number with more behind it, such as 2014-13-01.
_LIKE_DATE: Final = re.compile(r"[^#\"']*=\s*[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}\s*(#.*)?$")
_AFTER: Final = "Expected newline or end of document"
_TWICE: Final = (
    "Cannot overwrite a value",
    "Cannot declare",
    "Cannot redefine namespace",
    "Cannot mutate immutable namespace",
    "Duplicate inline table key",
)
_QUOTED: Final = re.compile(r"'([^']*)'")
_KEY: Final = re.compile(r"""\s*([A-Za-z0-9_.-]+|"[^"]*"|'[^']*')\s*=""")
_HEAD: Final = re.compile(r"\s*\[\[?\s*([^\[\]]+?)\s*\]\]?")


def _toml_mistake(text: str, reason: str) -> tuple[str, str, str] | None:
    """Return what is wrong, the field it stands in and the remedy.

    Returns:
        None when the mistake is neither a key given twice nor a date that does not exist.
    """
    at_line = _LINE.search(reason)
    lines = text.splitlines()
    if at_line is None and "(at end of document)" not in reason:
        return None
    number = int(at_line[1]) if at_line else len(lines)
    if not 1 <= number <= len(lines):
        return None
    line = lines[number - 1]
    match = _KEY.match(line) or _HEAD.match(line)
    key = match[1].strip("\"'") if match else ""
    if reason.startswith(_DATE) or (_AFTER in reason and _LIKE_DATE.match(line)):
        return "this is not a date that exists", f"{key or 'the date'} (line {number})", WRITE_DAY
    if reason.startswith(_TWICE):
        named = _QUOTED.findall(reason.partition("(at ")[0])
        # The reader names the key of a table only; that of a value stands on its line.
        key = ".".join(named) or key
        plain = key.replace(".", "").replace("_", "").isalnum()
        return (
            f"the key {shown(key)} is given twice" if key else "a key is given twice",
            f"{key if plain else 'the key'} (line {number})",
            "Keep one of the two.",
        )
    return None
