"""Plain text reports for a terminal: wrapped, cited, and quick to load.

Each document cited gets a letter where it is first cited and is named once, at the end.
"""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Mapping
from typing import Any, Final

from assistant.text import safe_text

WIDTH: Final = 80
"""Reports are never wider than this, so that they can be quoted in mail and forms."""


class Report:
    """Lines of a report and the documents they cite."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._letters: dict[tuple[str, str], str] = {}

    def line(self, text: str = "") -> None:
        """Add a line as it stands, such as a row of a table."""
        self._lines.append(text.rstrip())

    def say(
        self,
        text: str,
        *,
        first: str = "",
        rest: str = "",
        citation: Mapping[str, Any] | None = None,
    ) -> None:
        """Add a paragraph, wrapped, with a citation mark at its end when one is given."""
        if citation is not None:
            text = f"{text} {self.mark(citation)}"
        width = max(40, min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns))
        lines = textwrap.wrap(
            safe_text(text),
            width,
            initial_indent=first,
            subsequent_indent=rest,
            break_on_hyphens=False,
        )
        # The space that keeps "p. 47" together has done its work; not every terminal has it.
        self._lines += [line.replace("\u00a0", " ") for line in lines] or [first.rstrip()]

    def mark(self, citation: Mapping[str, Any]) -> str:
        """Return the mark of a citation: the document's letter and the page."""
        key = (str(citation["document"]), str(citation["edition"]))
        letter = self._letters.setdefault(key, _letter(len(self._letters)))
        page = str(citation["page"])
        place = f"p.\u00a0{page}" if page[:1].isdigit() else page
        return f"[{letter}\u00a0{place}]" if place else f"[{letter}]"

    def findings(self, findings: Iterable[Mapping[str, Any]]) -> None:
        """Add warnings and notes, a blank line before each."""
        for finding in findings:
            self.line()
            label = str(finding["severity"]).capitalize()
            self.say(f"{label}: {finding['message']}", rest="  ", citation=finding["citation"])

    def derivation(self, steps: Iterable[Mapping[str, Any]]) -> None:
        """Add the numbered steps of a derivation."""
        self.line()
        self.line("How this was derived")
        for step in steps:
            self.say(
                str(step["text"]),
                first=f"{step['step']:>4}. ",
                rest="      ",
                citation=step["citation"],
            )

    def sources(self) -> None:
        """Name the documents cited, each with its letter."""
        self.line()
        self.line("Sources")
        for (document, edition), letter in self._letters.items():
            self.say(f"{document} ({edition})", first=f"   {letter}  ", rest="      ")

    def end(self, fingerprint: str) -> None:
        """Name the documents cited, and the fingerprint."""
        self.sources()
        self.line()
        self.line("Fingerprint")
        self.line(f"  {fingerprint}")

    def text(self) -> str:
        """Return the whole report."""
        return "\n".join(self._lines)


def _letter(place: int) -> str:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    more, index = divmod(place, len(letters))
    return letters[index] * (more + 1)


def result_text(data: Mapping[str, Any], headline: str, *, says: Iterable[str] = ()) -> str:
    """Lay out an answer of the core: its headline, what it says, what is open, and why.

    Args:
        data: the answer as plain data, with ``title``, ``derivation`` and ``fingerprint`` and,
            where it has them, ``findings`` or ``notices`` and ``questions``.
        headline: the answer itself.
        says: further paragraphs.
    """
    report = Report()
    report.line(headline)
    report.line()
    report.say(str(data["title"]))
    for paragraph in says:
        report.line()
        report.say(paragraph)
    report.findings([*data.get("findings", ()), *data.get("notices", ())])
    questions = data.get("questions") or ()
    if questions:
        report.line()
        report.line("What would settle what is open")
        for question in questions:
            report.say(f"{question['text']} ({question['field']})", first="  - ", rest="    ")
    report.derivation(data["derivation"])
    report.end(str(data["fingerprint"]))
    return report.text()
