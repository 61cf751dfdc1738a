"""A cell of the chart for contacts that the standard or guide named prints."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import as_known
from assistant.chat.answering.named.documents import Named, named
from assistant.chat.model import Answer, Context, Question, Words
from assistant.text import escape
from index.language.late import pattern

_GAP = r"(?:\s|level|at|is|are|=|:|,|of|the|for|as|rated|factor|6|\()*?"
_PERSONS = pattern(
    rf"\b(?:contacts?|persons?(?: contacted)?|people|who){_GAP}\s*\b([1-4])\b(?!\s*[a-d]\b)",
    re.IGNORECASE,
)
_PURPOSE = pattern(
    r"\bpurpose(?:\s+of\s+(?:the\s+)?contacts?)?(?:\s|level|at|is|are|=|:|,|rated|\()*"
    r"[\"']?\b([a-d])\b",
    re.IGNORECASE,
)
_BOTH = pattern(r"\b([1-4])\s?[-/]?\s?([a-d])\b(?!\w)", re.IGNORECASE)
_ALONE = pattern(
    r"(?<![\w-])([1-4])(?:\s?[-/]?\s?([b-d])\b|([a-d])\b|,? (?:and|with|plus|&|by|x) "
    r"(?:purpose )?([b-d])\b)(?![\w'-])",
    re.IGNORECASE,
)
"""A cell told by its mark alone: "3c", "2 and c"."""
_SIX = pattern(r"(?<![\w-])6\s?-\s?([1-4])(?![\w-])")
_SEVEN = pattern(r"(?<![\w-])7\s?-\s?([a-d])(?![\w-])", re.IGNORECASE)
_CHART = pattern(r"\b(?:chart|matrix|contacts?|cell|grid|table|6\s?/\s?7)\b", re.IGNORECASE)
_HEAD = pattern(r"^(?:Level\s+)?([a-d](?:\s+[a-d]){2,3})$", re.IGNORECASE | re.MULTILINE)
_ROW = pattern(r"^([1-4])((?:\s+\d{2,3}\*?){3,4})$", re.MULTILINE)


def cell_named(question: Question, context: Context) -> Answer | None:
    """Return the points where a level of contacts meets a purpose; None when it is not asked."""
    cell = cell_told(question.message) or cell_alone(question)
    if cell is None or len(question.levels) > 2:
        return None
    one = named(question, context) or _usual(question, context)
    if one is None:
        return None
    row, column = cell
    found = _printed(one, row, column) or _known(one, row, column)
    if found is None:
        return None
    points, unlikely, place, words = found
    title = escape(one.title.removeprefix("The "))
    doubt = " It marks that combination as unlikely." if unlikely else ""
    return Answer(
        lead=(
            f"**Contacts at Level {row} with purpose {column} give {points:,} points for Factors 6 "
            f"and 7 together**, by the combined chart of the {title} ({place}).{doubt}"
        ),
        words=(words, *_meaning(one, row, column)),
        levels=(f"6-{row}", f"7-{column}"),
        factors=("6", "7"),
        standard=one.standard.id if one.standard else "",
    )


def _usual(question: Question, context: Context) -> Named | None:
    """Return the job family standard's chart, where points are asked for and nothing is named."""
    if not question.has("point", "pts", "worth", "how much", "score"):
        return None
    standard = as_known("gs-0200", context)
    return Named(title=standard.title, standard=standard)


def cell_told(message: str) -> tuple[str, str] | None:
    """Return the level of contacts and the purpose that a message names, or None."""
    apart = {name: found[1] for name, found in _of_both(message)}
    if len(apart) == 2:
        return apart["6"], apart["7"].upper()
    if not _CHART.search(message):
        return None
    persons, purpose = _PERSONS.search(message), _PURPOSE.search(message)
    if persons and purpose:
        return persons[1], purpose[1].upper()
    both = _BOTH.search(message)
    return (both[1], both[2].upper()) if both else None


def cell_alone(question: Question) -> tuple[str, str] | None:
    """Return a cell that a message names by nothing but its mark: "what's 3c worth?"."""
    if sorted(one[:2] for one in question.levels) == ["6-", "7-"]:
        # "Factor 6 and 7 at 3c" is read as the level of each.
        row, column = (one[2:] for one in sorted(question.levels))
        return (row, column) if row.isdecimal() and column.isalpha() else None
    marks = [] if question.levels else _ALONE.findall(question.message)
    return (marks[0][0], "".join(marks[0][1:]).upper()) if len(marks) == 1 else None


def cells_told(message: str) -> list[tuple[str, str]]:
    """Return every cell that a message names by its mark: "3c against 2b"."""
    marks = [(one[0], "".join(one[1:]).upper()) for one in _ALONE.findall(message)]
    return list(dict.fromkeys(marks))


def _of_both(message: str) -> list[tuple[str, re.Match[str]]]:
    """Return the levels named of the one factor and of the other: "7-B plus 6-2"."""
    found = [("6", _SIX.search(message)), ("7", _SEVEN.search(message))]
    return [(name, match) for name, match in found if match is not None]


def _printed(one: Named, row: str, column: str) -> tuple[int, bool, str, Words] | None:
    """Return a cell as the document prints it."""
    for passage in one.passages:
        head = _HEAD.search(passage.text)
        columns = head[1].upper().split() if head else []
        for line in _ROW.finditer(passage.text) if column in columns else ():
            cells = line[2].split()
            if line[1] == row and len(cells) == len(columns):
                printed = cells[columns.index(column)]
                words = Words(ours=line[0], passage=passage.id, anchor=line[0])
                points = int(printed.rstrip("*"))
                return points, printed.endswith("*"), passage.place(), words
    return None


def _known(one: Named, row: str, column: str) -> tuple[int, bool, str, Words] | None:
    """Return a cell as the core holds it."""
    chart = one.standard.combined if one.standard is not None else None
    if chart is None or one.standard is None:
        return None
    for cell in chart.cells:
        if tuple(cell.levels) == (f"6-{row}", f"7-{column}"):
            text = f"{row} with {column} gives {cell.points:,} points for both factors."
            words = Words(ours=text, citation=one.standard.cite(chart.page, chart.section))
            return cell.points, f"{row}{column}" in chart.unlikely, f"p. {chart.page}", words
    return None


def _meaning(one: Named, row: str, column: str) -> list[Words]:
    """Return how the document describes the level of contacts and the purpose."""
    found = []
    for level, mark in ((f"6-{row}", row), (f"7-{column}", column.lower())):
        said = [p for p in one.passages if p.level == level]
        if said:
            found.append(Words(ours="", passage=said[0].id, anchor=_first(said[0].text)))
            continue
        for passage in one.passages:
            line = re.search(rf"^{mark}\. .{{20,}}", passage.text, re.MULTILINE)
            if line and passage.factor in {"6", "7", 6, 7}:
                found.append(Words(ours="", passage=passage.id, anchor=_first(line[0])))
                break
    return found


def _first(text: str) -> str:
    return " ".join(text.split()[:9])
