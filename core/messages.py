"""Words for error messages: where in the input something stands, and what was given there."""

from __future__ import annotations

import json
from typing import Final

_LONGEST: Final = 60
_LONGEST_WORDS: Final = 300


def at(where: str, field_name: str) -> str:
    """Return a place for a message: the input, if it has a name, and the field in it."""
    return f"{where}: {field_name}" if where else field_name


def shown(value: object) -> str:
    """Return what a user gave as it may stand in a message: as JSON, printable and short.

    Lists and objects are named, not shown: they may be nested as deep as Python allows.
    """
    if value is None or isinstance(value, bool):
        return "null" if value is None else str(value).lower()
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, dict):
        return "an object"
    text = json.dumps(value) if isinstance(value, str) else str(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."


def placed(page: str) -> str:
    """Return a page as it reads in a sentence: ``p. 47``, or a place that is no page as it is."""
    return page if " " in page else f"p. {page}"


def worded(text: str) -> str:
    """Return what a person wrote as it may stand in a result: one printable line, not too long.

    Control characters would reach a terminal; they and white space become single blanks.
    """
    # What isprintable refuses holds every control, format and separator character.
    line = " ".join("".join(one if one.isprintable() else " " for one in text).split())
    return line if len(line) <= _LONGEST_WORDS else line[: _LONGEST_WORDS - 3].rstrip() + "..."


def sentence(text: str) -> str:
    """Return what a person wrote as :func:`worded`, ended like a sentence."""
    line = worded(text)
    return line if line.endswith((".", "!", "?", "…")) else f"{line}."
