"""What a person drags or pastes in: a case file, a position description as a file or as text.

Terminals hand a dragged file over as pasted text: its path, often quoted, sometimes as a URL.
"""

from __future__ import annotations

import shlex
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlparse

from assistant import load
from core.errors import CaseError
from core.model import Case

if TYPE_CHECKING:
    from assistant.tui.desk.desk import Desk
    from assistant.tui.desk.opener import Opener
    from index.positions.model import PositionDescription

_CASES = frozenset({".toml", ".json"})
_MANY_LINES = 3
_FEWEST_WORDS = 60
"""Words from which pasted text is taken for a position description rather than a message."""


_TOLD_OF_A_SUPERVISOR = (
    "A supervisor's position: the General Schedule Supervisory Guide grades it. A accepts the "
    "level suggested for a factor, ← → turn one."
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """Something that came in: a file (``path``), a description's ``text``, or a ``title``."""

    path: Path | None = None
    text: str = ""
    title: str = ""

    @property
    def doing(self) -> str:
        """Say what is being done with it."""
        if self.path is not None and self.path.suffix.lower() not in _CASES:
            return f"Reading {self.path.name} …"
        return "Reading the description …" if self.text else "Opening …"

    @property
    def place(self) -> str:
        """The work to go to: a case made of a description is looked at first."""
        made = self.text or (self.path is not None and self.path.suffix.lower() not in _CASES)
        return "case" if made else ""

    def told(self, found: Desk | Path) -> str:
        """Say what was read of a description, and what reads levels from it."""
        if isinstance(found, Path):
            return "" if not self.place else _TOLD_OF_A_SUPERVISOR
        case = found.case
        if case is None or self.place != "case":
            return ""
        held = f"held {case.current.label()}" if case.current.grade else "no grade held"
        duties, said = len(case.duties), len(case.facts)
        return (
            f"Read from it: {held}; duties: {duties}; statements: {said}. "
            "Case (2) shows them, Suggest (5) proposes levels from them."
        )

    def open(self, opener: Opener) -> Desk | Path:
        """Make a desk of it; a description becomes a new case on the shelf.

        A supervisor's case has no desk, since the nine factors do not grade it: its file is given.

        Raises:
            AppError: when it cannot be read.
        """
        if self.path is not None and self.path.suffix.lower() in _CASES:
            return opener.supervisors(str(self.path)) or opener.named(str(self.path))
        if self.path is not None or self.text:
            how = "file" if self.path is not None else "text"
            read = load(f"assistant.cases.intake:position_from_{how}")
            return _kept(read(self.path or self.text), opener)
        if not self.title:
            raise CaseError("there is no such file", hint="Check the path.")
        return opener.new(Case(title=self.title, levels={}))


def arrival(text: str, *, titled: bool = False) -> Arrival:
    """Return what pasted or typed text brings; ``titled``: a few words name a new case."""
    # Most terminals hand the ends of pasted lines over as the Enter key's own character.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    path = dragged(text)
    if path is not None:
        return Arrival(path=path)
    if is_description(text):
        return Arrival(text=text)
    return Arrival(title=" ".join(text.split())[:200] if titled else "")


def dragged(text: str) -> Path | None:
    """Return the file that one line of pasted text names, or None when there is none."""
    line = text.strip()
    if not line or "\n" in line or len(line) > 4096:
        return None
    if line.startswith("file://"):
        line = unquote(urlparse(line).path)
    names = [line, line.strip("'\""), line.replace("\\ ", " ")]
    with suppress(ValueError):
        # An apostrophe in a name is no quotation; the other spellings are tried then.
        names += shlex.split(line)[:1]
    for name in names:
        try:
            path = Path(name).expanduser()
            if path.is_file():
                return path
        except OSError:
            continue
    return None


def is_description(text: str) -> bool:
    """Tell whether pasted text is a document rather than messages.

    It has many words on many lines, or on a few that are written of a position.
    """
    breaks = text.strip().count("\n")
    if not breaks or len(text.split()) < _FEWEST_WORDS:
        return False
    # What reads descriptions is a tenth of the application's start, and few pastes need it.
    return breaks >= _MANY_LINES or load("assistant.cases.pasted:tells_of_a_position")(text)


def _kept(position: PositionDescription, opener: Opener) -> Desk | Path:
    """Keep the case of a description; the levels it states are no levels of record yet."""
    made: Case = load("assistant.cases.intake:case_of")(position)
    if position.form != "supervisory":
        return opener.new(made)
    return opener.shelf.new(made).path
