"""What answers and errors say to type in a shell, said as it is done where it is read.

Everything below the ways in knows the program's commands only. A conversation has slash commands,
the same on a screen and by lines; the other screens have keys. What can be done only in a shell
is said so.
"""

from __future__ import annotations

import re
from typing import Final

_PAPERS: Final = "statement|assessment|letter|correction|reconsideration|comparison|certificate"
_SAID: Final = tuple(
    # Where it was laid out in lines, one may end within a command.
    (rf"\bfes {shell}(?![\w-])".replace(" ", r"\s+"), typed, keyed)
    for shell, typed, keyed in (
        (r"ingest (FILE|FOLDER|PATH)(?:\.\.\.)?", r"/library \1", "I in the library"),
        (r"ingest(?=[`.]|$)", "/library PATH", "I in the library"),
        (r"case new (?:--levels )?--from (?:FILE|PD)(?! --)", "/new FILE", "O on the first screen"),
        (r"case new(?= makes)", "/new NAME", "N on the first screen"),
        (r"case list", "/home", "the first screen"),
        (r"chat --case ([\w-]+)", r"/home \1", "the first screen"),
        (r"case determine [\w-]+", "/case determine", "D on the case's screen"),
        (r"standards import FILE", "/library import FILE", "M in the library"),
        (r"standards(?: list|(?=`))", "/library", "the library"),
        (r"sources sync --only ([\w-]+)", r"/library fetch \1", "Y in the library"),
        (r"sources(?: list|(?=`))", "/library sources", "Y in the library"),
        (r"paper (\w+) CASE --out (\S+?)(?=`)", r"/papers \1 --out \2", "the papers (8)"),
        (rf"paper ({_PAPERS}) (?:\S+\.toml|[\w-]+)", r"/papers \1", "the papers (8)"),
        (r"export CASE\.toml --to OUT\.docx", "/papers statement --out FILE.docx", "papers (8)"),
        (r"precedents --factor \d --level ([\w-]+)", r"/precedents --level \1", "precedents (6)"),
        (r'precedents "([^"`]+)"', r"/precedents \1", "precedents (6)"),
        (r"suggest [\w-]+ --accept all", "/suggest --accept all", "A in the suggestions"),
        (r"suggest FILE --standard ([\w-]+)", r"/suggest --standard \1", "suggestions (5)"),
        (r"suggest [\w-]+(?=` shows)", "/suggest", "suggestions (5)"),
    )
)
"""The shell's command, what is typed in a conversation, and the key on another screen."""

_IN_A_SHELL: Final = re.compile(r"(`fes [^`\n]+`)(?! \()")


def typed_here(text: str) -> str:
    """Return a text with commands of the shell put as the slash commands of a conversation.

    What a conversation has no command for is marked as one of the shell.
    """
    return _IN_A_SHELL.sub(r"\1 (in a shell)", _said(text, 1))


def pressed_here(text: str) -> str:
    """Return a text with commands of the shell put as keys of the application's screens."""
    return _said(text, 2)


def _said(text: str, way: int) -> str:
    if "fes " not in text:
        return text
    for row in _SAID:
        # Compiled at its first use: the first screen says nothing of a shell.
        text = re.sub(row[0], row[way], text)
    return text
