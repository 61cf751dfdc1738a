"""What is wrong with a TOML text, said of the field a person must correct.

The standard library's reader gives a reason and a line; a person needs the key that stands
there. Shared by what reads cases, requests, guides and directives.
"""

from __future__ import annotations

import re
from typing import Final

from core.messages import shown

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


def toml_mistake(text: str, reason: str) -> tuple[str, str, str] | None:
    """Return what is wrong, the field it stands in and the remedy.

    Args:
        text: the text that could not be read.
        reason: what ``tomllib`` says of it.

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
    key = _key(line)
    if reason.startswith(_DATE) or (_AFTER in reason and _LIKE_DATE.match(line)):
        return (
            "this is not a date that exists",
            f"{key or 'the date'} (line {number})",
            "Write year, month and day, such as 2014-08-20.",
        )
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


def _key(line: str) -> str:
    """Return the key that a line gives a value or a table to, or nothing."""
    found = _KEY.match(line) or _HEAD.match(line)
    return found[1].strip("\"'") if found else ""
