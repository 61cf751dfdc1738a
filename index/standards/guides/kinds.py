"""The kinds of work that a guide describes apart, told by their headings and by their grades."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from index.language.structure import fold
from index.standards.outline import sections
from index.standards.rows import Row

GRADE = re.compile(
    r"^(?:grade(?:\s+level)?\s*[-:]?\s*)?(?:GS|GG)\s*-?\s*0?(?P<grade>1[0-5]|[1-9])"
    r"(?:\s+level)?(?:\s*\((?:continued|cont\.?)\))?\s*[:.-]*(?P<rest>.{0,60})$"
    r"|^grade\s+(?:level\s+)?0?(?P<plain>1[0-5]|[1-9])\s*[:.-]*$",
    re.IGNORECASE | re.DOTALL,
)
_EXAMPLES = r"(?!(?:typical |work )?(?:illustrat|example))"
TRACK = re.compile(
    rf"^{_EXAMPLES}"
    r"(?P<track>[A-Z][\w/&-]*(?: [\w/&-]+){0,4}? work)(?P<at>[\s,:.(-]+(?:at\s+)?(?:the\s+)?"
    r"(?:grade\s+)?(?:GS|GG)\s*-?\s*0?(?P<grade>1[0-5]|[1-9])(?:\s+level)?\)?)?\s*[:.]?$",
    re.IGNORECASE,
)
"""A kind of work that a heading names by itself, or with a grade: ``Clerical work, GS-4``."""
OF_TRACK = re.compile(
    r"^[\s,:.(-]*(?P<track>[A-Z][\w/&-]*(?: [\w/&-]+){0,4}? work)\)?$", re.IGNORECASE
)
RUN_IN = re.compile(
    r"^(?!(?:In|For|At|As|The|This|Such|Of|With|Other|Typical|Some|Most|All|Any)\s)"
    r"(?P<track>[A-Z][\w/&-]*(?: [\w/&-]+){0,4}? work)\s*(?:[:.]|\s--?)\s+(?P<text>\S.{20,})$",
    re.DOTALL,
)
PART = re.compile(r"^part\s+(?:[IVX]+|[A-H\d])\b[\s:.,–—-]*", re.IGNORECASE)
_OF_WORK = re.compile(
    r"\b(?:work|positions?|jobs?|duties|functions?|operations?|employees|occupations?)\W*$",
    re.IGNORECASE,
)
"""How a heading ends that names a kind of work, and no criterion for all of it."""
TITLE = 110
"""A heading of a part is not longer, in characters."""


class Kinds:
    """Tells the kinds of work a guide describes apart: each describes a grade once.

    Headings may name the kind (``GS-4 CLERICAL WORK``). Where none does, the same grades come
    again under another heading; the same grade under the same heading again is one that a page
    break has parted.
    """

    def __init__(self, *, above: bool) -> None:
        self.number = 0
        self._above = above
        self._grades: set[tuple[str, int]] = set()
        self._last: tuple[str, int] | None = None
        self._heading: Row | None = None
        self._title = ""
        self._names: list[list[str]] = [[]]
        self._pages: list[str] = [""]
        self.tracks: dict[str, int] = {}
        self.unsure = False

    def heading(self, row: Row) -> None:
        """Note a row outside any grade: a heading may name the kind of work that follows."""
        short = len(row.text) < TITLE
        if row.heading or (short and (row.text.isupper() or PART.match(row.text))):
            self._heading = row

    def track(self, name: str, page: str) -> None:
        """Note that a heading names the kind of work described from here on."""
        key = name.lower()
        if key not in self.tracks:
            self.tracks[key] = len(self._names)
            self._names.append([name])
            self._pages.append(page)
        self.number = self.tracks[key]

    def grade(self, row: Row, grade: int, criterion: str) -> None:
        """Note that a grade opens, under a criterion where criteria stand above the grades."""
        if self.tracks:
            self._heading = None
            return
        titled = sections.graded_title(row)
        title = titled[0].split(",")[0].strip() if titled is not None else ""
        place = (criterion if self._above else "", grade)
        other = bool(title and self._title and title.lower() != self._title.lower())
        # Grades rise within a kind of work: a lower one below another heading opens the next.
        highest = max((one for _, one in self._grades), default=0)
        falls = not self._above and grade < highest and (other or self._heading is not None)
        if falls or (place in self._grades and (place != self._last or other or self._renamed())):
            self.number += 1
            self._grades = set()
            self._names.append([])
            self._pages.append(row.page)
        above = self._heading.text.strip() if self._heading is not None else ""
        if above and not title and not (PART.match(above) or _OF_WORK.search(above)):
            self.unsure = True
        named = title or (self._heading.text.strip() if self._heading is not None else "")
        if named and named.lower() not in [one.lower() for one in self._names[-1]]:
            self._names[-1].append(named)
        self._grades.add(place)
        self._last, self._title = place, title
        self._heading = None

    def _renamed(self) -> bool:
        """Tell whether a heading stands above that names something else than the kind so far."""
        if self._heading is None:
            return False
        above = self._heading.text.strip().lower()
        return bool(self._names[-1]) and above not in [one.lower() for one in self._names[-1]]

    def name(self, number: int) -> str:
        """Return what a kind of work is called: its titles, or the heading above its grades."""
        names = [PART.sub("", " ".join(one.split())) for one in self._names[number][:3]]
        plain = [one.capitalize() if one.isupper() else one for one in names]
        name = ", ".join(plain)
        earlier = [self.name(other) for other in range(number)]
        return name if name and name not in earlier else f"{name or 'Kind'} {number + 1}"

    def page(self, number: int) -> str:
        """Return the page on which a kind of work begins."""
        return self._pages[number]


def tracks(rows: Sequence[Row]) -> dict[int, str]:
    """Return the kind of work that a heading names, by where its row begins.

    Such headings come again under every grade, or with the grade itself, for one kind of work
    and for another; a single heading of that form is a title.
    """
    found: dict[int, str] = {}
    for row in rows:
        text = " ".join(fold(row.text).split())
        run_in = RUN_IN.match(fold(row.text))
        if run_in is not None and not row.heading:
            found[row.start] = _cased(" ".join(run_in["track"].split()))
        graded = GRADE.match(text)
        rest = OF_TRACK.match(graded["rest"]) if graded is not None and graded["rest"] else None
        named = rest or TRACK.match(text)
        titled = row.heading or text.isupper() or text.istitle() or rest is not None
        if named is not None and len(text) <= 70 and (titled or named.groupdict().get("grade")):
            found[row.start] = _cased(named["track"])
    counted = Counter(found.values())
    often = {name for name, count in counted.items() if count > 1}
    return {start: name for start, name in found.items() if len(often) > 1 and name in often}


def _cased(name: str) -> str:
    return name.capitalize() if name.isupper() or name.istitle() else name
