"""Text a person wrote, TOML or JSON, to checked data: every mistake at once, a sentence each.

A file format is declared once, as a pydantic model or a dataclass whose fields say what they
take. :func:`load` reads the text, :func:`build` checks the data against the declaration and
names the field, what is wrong and the remedy. A key nobody knows is refused, because a typing
error must not be lost. The caller reads the file; nothing here touches the disk.
"""

from core.reading.building import build, near
from core.reading.fields import After, Before, Day, Flag, Form, Words, read_day, refuse
from core.reading.text import MOST_CHARACTERS, Format, kind, load

__all__ = [
    "MOST_CHARACTERS",
    "After",
    "Before",
    "Day",
    "Flag",
    "Form",
    "Format",
    "Words",
    "build",
    "kind",
    "load",
    "near",
    "read_day",
    "refuse",
]
