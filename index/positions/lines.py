"""The lines of a position description, with their spans and places.

A reader of documents joins lines into paragraphs, and now and then one line too many: a share of
time or a label that opens a line of its own is split off again here. Offsets stay those of the
document's text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from index.language.sentences import ends
from index.language.structure import FACTOR_NAMES
from index.positions.cells import FACTOR_NAME, lines_apart, rows_joined
from index.positions.model import Part

if TYPE_CHECKING:
    from index.models import Document

_OPENS: Final = re.compile(
    r"(?<=[.;!)\da-z])\s+(?="
    r"[A-Z][A-Z ,&/()]{5,60}:(?:\s|$)"  # "... will be late. STANDARDS:"
    r"|(?:Percent|Percentage)\s+of\s+(?:working\s+)?time\s*:"
    r")"
)
_NUMBER_OPENS: Final = re.compile(
    r"(?<=[a-z\d)])(?<!gency)(?<!eplaces)(?<!upersedes)\s+"
    r"(?=(?:PD|JD|Position(?: Description)?)\s+(?:No\.?|Number|#)\s*\S*\d\S*$)|"
    r"(?<=[a-zA-Z\d)])(?<!(?i:replaces))(?<!(?i:supersedes))\s+(?=(?:PD|JD)\s*(?:#|N[oO]\.?|N[uU][mM][bB][eE][rR])\s*:?\s*\S*\d\S*\s*$)|"
    r"(?<=[a-zA-Z])\s+(?=SPD\s+[A-Z\d]{0,4}-?\d[\w-]*(?:\s|$))"
)
"""The number of a description at the right edge of a line that begins with something else."""
_CELLS: Final = re.compile(
    r"\s*(?:(?:official |position |job )?title|grade|series|pay plan|organi[sz]ation)\b",
    re.IGNORECASE,
)
"""What opens a row of labelled cells, which is read as one."""
_NUMBER_CLOSES: Final = re.compile(
    r"(?<=\s)SPD\s+[A-Z\d]{0,4}-?\d[\w-]*\s+(?=[A-Z])|"
    r"^\s*(?:PD|JD|Job|Position(?: Description)?)\s+(?:[Nn]o\.?|[Nn]umber|#)\s*\S*\d\S*\s+"
    r"(?=[A-Z][a-z]+(?:[ ,][^:]*$|\s?:))"
)
_SHARE_OPENS: Final = re.compile(
    r"(?<=[.;:!)])\s+(?=\d{1,3}\s?(?:%|percent)[:\u2013-]?\s+[A-Z][a-z])"
)
_SHARE_CLOSES: Final = re.compile(r"(?:(?<=%)|(?<=percent))[).]*\s+(?=[A-Z][a-z])")
_ENDS_WITH_SHARE: Final = re.compile(r"\d\s?(?:%|percent)[).]*\s*$")
_RUN_IN_LIST: Final = re.compile(r"(?<=[;.)])\s+(?=(?:and\s+)?\(?[b-k1-9][.)]\s+\w)")
_SHARES_MIN: Final = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its words without spaces at the ends, its span, its number, a gap before it."""

    text: str
    start: int
    end: int
    number: int
    gap: bool


class Page:
    """Where characters of one document stand, as a reader finds them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.lines = tuple(_lines(plain_reading(document.text)))
        self._starts = [line.start for line in self.lines]

    @property
    def text(self) -> str:
        """The text of record."""
        return self._document.text

    def place(self, start: int) -> str:
        """Return where a character stands: ``p. 2``, or without pages ``paragraph 14``."""
        page = self._document.page_at(start)
        if page is not None:
            return f"p. {page}"
        before = bisect_right(self._starts, start)
        return f"paragraph {self.lines[before - 1].number if before else 1}"

    def part(self, lines: Sequence[Line]) -> Part:
        """Return a stretch of lines as a part; none of them gives an empty part."""
        if not lines:
            return Part(text="", start=0, end=0, place="")
        return self.span(lines[0].start, lines[-1].end)

    def span(self, start: int, end: int) -> Part:
        """Return a stretch of characters as a part."""
        return Part(text=self.text[start:end], start=start, end=end, place=self.place(start))


_MISREAD: Final = re.compile(r"(?<![\w.-])[A-Za-z]+[01]+(?:[A-Za-z]+[01]*)+(?![\w-])")
_MISREADINGS: Final = 4
_OPENS_MISREAD: Final = re.compile(r"(?<![\w.,-])0(?=(?P<rest>[a-z]+)\b)")
"""A nought that opens a word: "0f" and "0ffice"."""
_CAPITALS: Final = re.compile(
    r"(?<![\w-])(?=[A-Zl0]*[A-Z][A-Zl0]*[A-Z]|0[A-Z])[A-Zl0]*[l0][A-Zl0]*(?![\w-])"
)
"""A word of capitals with a small l or a nought among them: "GUlDELINES"."""
_AMONG_FIGURES: Final = re.compile(r"(?<=\d)[lIO]+(?=\d)")
_FIGURE: Final = re.compile(r"(?<![\w,.])[\dlIO]+(?:[-,.][\dlIO]+)*(?=[\s%)\],.;]|$)(?!\w)")
_CODE_FIGURE: Final = re.compile(r"(?<=\b[A-Z]{2}-)[\dO]{3,4}-[\dlO]{1,2}(?!\w)")
_FORMER: Final = re.compile(
    r"\((?:was|were|formerly|previously|changed from)\b[^()\n]*\)", re.IGNORECASE
)


_FILL_IN: Final = (
    r"insert|enter|type|fill|your|name|names|organi[sz]ation(?:al)?|office|agency|bureau|department|"
    r"division|branch|unit|component|title|position|pd|series|grade|number|date|describe|"
    r"description|select|choose|percent|list|state|location|city|duty|duties|supervisor|employee|"
    r"x{2,}|tbd|program"
)
_PLACEHOLDER: Final = re.compile(
    rf"\[\s*(?:{_FILL_IN})\b[^\]\n]{{0,80}}\]|<\s*(?:{_FILL_IN})\b[^>\n]{{0,80}}>|"
    rf"\{{+\s*(?:{_FILL_IN})\b[^}}\n]{{0,80}}\}}+|"
    r"\b(?:click|tap)(?: or tap| or click)? here(?: to enter (?:an? )?\w+)?\.?|"
    r"\bchoose an item\b\.?|\b(?:enter|type|insert) (?:your )?(?:text|duty|title|name) here\b\.?|"
    r"\(?\b[Xx]{2,3}\s?(?:%|percent\b)\)?|\(\s*_+\s?%\s*\)|"
    r"(?:(?<=[:|])|(?<=:\s)|(?<=\d[.)]\s)|^)[ \t]*"
    r"(?:N/A|TBD|TBA|varies|to be (?:determined|decided|assigned)|"
    r"not applicable|as applicable|pending)(?=[ \t]*(?:$|\||[A-Z][\w /]{2,30}:|\s{2}))",
    re.IGNORECASE | re.MULTILINE,
)
BLANK: Final = "_"
_RULE: Final = re.compile(r"[|\u2502]?[ \t]*\+[-=+\u2500-\u257f]{4,}")
"""A rule between boxes, at which a row ends."""
_DRAWN: Final = re.compile(
    r"^[ \t]*[+|\u2500-\u257f][-=+|\s\u2500-\u257f]*$|"
    r"^[ \t]*[|\u2502\u2551](?=[ \t]*\S)|[|\u2502\u2551][ \t]*$",
    re.MULTILINE,
)
"""The lines of a form's boxes, drawn with letters: whole rules, and the edges of a row."""


_FACTOR_OPENS: Final = re.compile(
    rf"(?<=[.;)])\s+(?=(?:{FACTOR_NAME.pattern})|(?:{'|'.join(FACTOR_NAMES.values())})"
    r"\s[1-9]\s?-\s?(?:\d|[A-D])[\s|,/(]+\d)",
    re.IGNORECASE,
)
"""Where the next factor begins on the line of the one before."""
_HALF_OPENS: Final = re.compile(
    r"(?<=[.;)])\s+(?=\(?4[AB]\)?\s?[-.):]\s*(?:the )?(?:nature|purpose|personal|contacts)\b)",
    re.IGNORECASE,
)
"""Where one half of the supervisory guide's fourth factor begins there."""
_HEADING_CLOSES: Final = re.compile(
    rf"(?<=[a-z]{{2}}[.!?])\s+(?=(?:{'|'.join(FACTOR_NAMES.values())}|Knowledge|"
    r"Supervision(?: [Rr]eceived)?|Controls|Guid(?:es|ance)|Difficulty|Scope|Effect|Contacts|"
    r"Purpose|Responsibility|"
    r"Physical [Ee]ffort|Working [Cc]onditions|Skill and [Kk]nowledge):?$)"
)
"""Where a paragraph was joined with the heading of the next, which ends the line."""


def placeholders(text: str) -> list[re.Match[str]]:
    """Return what a form prints where something is to be filled in and nothing is."""
    return list(_PLACEHOLDER.finditer(text))


def plain_reading(text: str) -> str:
    """Return a text as it is read, letter for letter at the same places.

    Where a scan shows by several words that figures stand for letters ("DUT1ES"), letters and
    figures are put right; what an amendment prints of a former state in brackets is left blank,
    and so is, as a rule to write on, what a form prints where nothing is filled in. A box of a
    form whose caption wraps is one line, and so is a factor's name that wraps in its cell.
    """
    text = _FORMER.sub(lambda match: " " * len(match.group()), text)
    text = _PLACEHOLDER.sub(lambda match: BLANK * len(match.group()), text)
    text = rows_joined(lines_apart(text))
    text = _RULE.sub(lambda match: "\n".ljust(len(match.group())), text)
    text = _DRAWN.sub(lambda match: " " * len(match.group()), text)
    text = _SPACED.sub(_closed_up, text)
    if len(_MISREAD.findall(text)) < _MISREADINGS:
        return text
    text = _MISREAD.sub(_as_letters, text)
    text = _CAPITALS.sub(lambda match: match.group().replace("l", "I").replace("0", "O"), text)
    text = _OPENS_MISREAD.sub(lambda match: "o" if len(match["rest"]) == 1 else "O", text)
    for pattern in (_AMONG_FIGURES, _CODE_FIGURE, _FIGURE):
        text = pattern.sub(_as_figures, text)
    return text


_SPACED: Final = re.compile(r"(?<![A-Za-z])(?:[A-Z] +){4,}[A-Z](?![A-Za-z])")
_RUN_TOGETHER: Final = re.compile(r"(?<=MAJOR)(?=DUTIES)|(?<=POSITION)(?=DESCRIPTION)")


def _closed_up(match: re.Match[str]) -> str:
    """Return a heading set in spaced letters as words, as long as before."""
    words = re.split(r" {2,}", match.group())
    closed = " ".join(_RUN_TOGETHER.sub(" ", word.replace(" ", "")) for word in words)
    return closed.ljust(len(match.group()))


def _as_letters(match: re.Match[str]) -> str:
    word = match.group()
    capitals = sum(one.isupper() for one in word) * 2 > sum(one.isalpha() for one in word)
    return word.replace("0", "O" if capitals else "o").replace("1", "I" if capitals else "l")


def _as_figures(match: re.Match[str]) -> str:
    figure = match.group()
    # "II" is a Roman number; a word of small l's alone is none.
    if not re.search(r"[\dl]", figure) and match.re is not _AMONG_FIGURES:
        return figure
    return figure.translate(str.maketrans("lIO", "110"))


def _lines(text: str) -> list[Line]:
    found: list[Line] = []
    number, gap, position = 0, False, 0
    for raw in text.split("\n"):
        start, position = position, position + len(raw) + 1
        if not raw.strip():
            gap = True
            continue
        number += 1
        for begin, end in _pieces(raw):
            piece = raw[begin:end]
            lead = len(piece) - len(piece.lstrip())
            plain = piece.strip()
            if re.search(r"[^\W_]", plain) and not _PAGE_OF.fullmatch(plain):
                at = start + begin + lead
                found.append(Line(plain, at, at + len(plain), number, gap))
                gap = False
    return found


_PAGE_OF: Final = re.compile(r"(?i)\W*page\s+\S{1,3}\s+of\s+\S{1,3}\W*")
"""The number a page prints of itself, which is no part of what runs across it."""


def _pieces(raw: str) -> list[tuple[int, int]]:
    numbers = () if _CELLS.match(raw) else (_NUMBER_OPENS, _NUMBER_CLOSES)
    breaks = (_OPENS, _FACTOR_OPENS, _HALF_OPENS, _HEADING_CLOSES, *numbers)
    cuts = {match.end() for pattern in breaks for match in pattern.finditer(raw)}
    shares = _SHARE_CLOSES if _ENDS_WITH_SHARE.search(raw) else _SHARE_OPENS
    cuts |= {match.end() for match in shares.finditer(raw)}
    if len(re.findall(r"\d\s?(?:%|percent)", raw)) >= _SHARES_MIN:
        cuts |= {match.end() for match in _RUN_IN_LIST.finditer(raw)}
    edges = [0, *sorted(cuts), len(raw)]
    return list(pairwise(edges))


def sentences(line: Line) -> list[Line]:
    """Return the sentences of a line, each as a line of its own."""
    return cut(line, ends(line.text))


def cut(line: Line, edges: Sequence[int]) -> list[Line]:
    """Return the pieces of a line between some places, each as a line of its own."""
    found, start = [], 0
    for end in sorted({*edges, len(line.text)}):
        piece = line.text[start:end]
        lead = len(piece) - len(piece.lstrip())
        if piece.strip():
            at = line.start + start + lead
            found.append(replace(line, text=piece.strip(), start=at, end=line.start + end))
        start = end
    return found
