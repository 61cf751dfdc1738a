"""What commands print: one JSON document, or text for a terminal: wrapped, in columns, cited."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import click

from assistant.text import one_line, safe_text

READABLE: Final = 100
"""Lines of running text are never longer."""

WIDTH: Final = 80
"""Reports are never wider than this, so that they can be quoted in mail and forms."""

WIDE: Final = 110
"""From this width on, a table puts long texts in a column of their own."""

EMPTY: Final = "The library is empty. Add documents with: fes ingest PATH...\n"

_GAP: Final = 2
_NARROWEST: Final = 18
"""The last column is not narrower, while a wider one can be wrapped."""


json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
"""Every command that reports takes it, as ``as_json``."""


def print_json(data: Any, *, escaped: bool = True) -> None:
    """Print plain data as one JSON document, letters beyond ASCII ``escaped`` or as they are."""
    click.echo(json.dumps(data, indent=2, ensure_ascii=escaped))


def options(*declared: Callable[..., Any]) -> Callable[..., Any]:
    """Return one decorator for several options, shown in the order given."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(declared):
            function = option(function)
        return function

    return decorate


def width(widest: int = READABLE, narrowest: int = 1) -> int:
    """Return how wide a report may be: the terminal's width within limits, 80 when piped."""
    return max(narrowest, min(widest, shutil.get_terminal_size((80, 24)).columns))


def table_width() -> int:
    """Return how wide a table may be."""
    return width(120, 60)


def wrap(text: str, room: int, *, first: str = "", rest: str = "") -> list[str]:
    """Return a text made safe and wrapped; an empty one is one empty line."""
    lines: list[str] = []
    for paragraph in safe_text(text).split("\n"):
        lines += textwrap.wrap(
            paragraph,
            room,
            initial_indent=rest if lines else first,
            subsequent_indent=rest,
            break_on_hyphens=False,
        )
    # The space that keeps "p. 47" together has done its work; not every terminal has it.
    return [line.replace("\u00a0", " ") for line in lines] or [first.rstrip()]


def side_by_side(left: Sequence[str], right: Sequence[str], room: int) -> list[str]:
    """Return two columns of lines beside each other, the left one ``room`` wide."""
    tall = max(len(left), len(right))
    pairs = zip(
        [*left, *[""] * (tall - len(left))], [*right, *[""] * (tall - len(right))], strict=True
    )
    return [f"{one:<{room}}{' ' * (_GAP + 1)}{two}".rstrip() for one, two in pairs]


def column(room: int) -> int:
    """Return the width of each of two columns."""
    return (room - _GAP - 1) // 2


def table(headers: Sequence[str], rows: Iterable[Sequence[str]], room: int) -> list[str]:
    """Return the lines of a table; see :func:`table_rows`."""
    return [line for row in table_rows(headers, rows, room) for line in row]


def table_rows(headers: Sequence[str], rows: Iterable[Sequence[str]], room: int) -> list[list[str]]:
    """Return the lines of each row of a table, the headers first.

    The last column takes the room that is left, wrapped. Columns of digits are set to the
    right. Where names are so long that no room is left, the widest column is wrapped as well.
    """
    rows = [[safe_text(cell) for cell in row] for row in rows]
    widths = [
        max(len(header), *(len(row[index]) for row in rows), 0)
        for index, header in enumerate(headers[:-1])
    ]
    numbers = [
        any(row[index] for row in rows)
        and all(row[index].rstrip("*").replace(",", "").isdigit() or not row[index] for row in rows)
        for index in range(len(widths))
    ]
    while widths and room - sum(widths) - _GAP * len(widths) < _NARROWEST:
        widest = max(range(len(widths)), key=widths.__getitem__)
        if widths[widest] <= _NARROWEST:
            break
        widths[widest] -= 1
    last = max(1, room - sum(widths) - _GAP * len(widths))
    lines: list[list[str]] = []
    for row in [list(headers), *rows]:
        columns = [
            textwrap.wrap(cell, wide) or [""] for cell, wide in zip(row[:-1], widths, strict=True)
        ]
        wrapped = wrap(row[-1], last)
        tall = max(len(wrapped), *(len(column) for column in columns), 1)
        found: list[str] = []
        for n in range(tall):
            cells = [
                f"{column[n] if n < len(column) else '':{'>' if number else '<'}{wide}}"
                for column, wide, number in zip(columns, widths, numbers, strict=True)
            ]
            start = (" " * _GAP).join([*cells, ""])
            found.append((start + (wrapped[n] if n < len(wrapped) else "")).rstrip())
        lines.append(found)
    return lines


def place(page: str) -> str:
    """Return a page as a reader would write it, ``p. 47``, or a place as it stands.

    The space after the point does not break; :func:`wrap` makes it a plain one.
    """
    return f"p.\u00a0{page}" if page[:1].isdigit() and " " not in page else page


def pages(page: str, page_end: str = "") -> str:
    """Return a span of pages: ``pp. 47-48``."""
    return f"pp.\u00a0{page}-{page_end}" if page_end and page_end != page else place(page)


def wrapped(
    text: str,
    width: int,
    *,
    indent: int = 0,
    first: str = "",
    bold: bool = False,
    whole_words: bool = False,
) -> Iterator[str]:
    """Yield the lines of a text made safe, as one paragraph.

    Args:
        text: The text; its line ends do not count.
        width: How many columns a line may take.
        indent: How far lines are indented.
        first: Opens the first line in place of its indentation.
        bold: Whether the words, not the indentation, stand out.
        whole_words: Whether a word longer than a line is left whole, as an address must be.
    """
    space = " " * indent
    lines = textwrap.wrap(
        one_line(text),
        max(width, indent + 24),
        initial_indent=first or space,
        subsequent_indent=space,
        break_on_hyphens=False,
        break_long_words=not whole_words,
    )
    if not lines and first:
        lines = [first.rstrip()]
    for number, line in enumerate(lines):
        opening = first or space if number == 0 else space
        words = line[len(opening) :]
        yield opening + click.style(words, bold=True) if bold else line


class Report:
    """Lines of a report and the documents they cite.

    Each document cited gets a letter where it is first cited and is named once, at the end.
    """

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
        self._lines += wrap(safe_text(text).replace("\n", " "), width, first=first, rest=rest)

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
