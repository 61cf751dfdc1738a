"""Running heads, footers and page numbers: finding them, and reading the printed number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from statistics import median

from index.documents.pdf.lines import Line
from index.language import structure

_TOP = 0.86
_BOTTOM = 0.12
_SHARED_OPENING = 20
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"^(?:page\s+|p\.\s*|[-–—]\s*)?(?P<n>\d{1,4}|[ivxlc]{1,7}|[A-Z]-\d{1,3})"
    r"(?:\s+of\s+\d+)?(?:\s*[-–—])?$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\bpage\s+\d{1,4}(?:\s+of\s+\d+)?$", re.IGNORECASE)
_TRAILING = re.compile(r"(?:^|\s)(?P<n>\d{1,4})$")
_AGENCY = re.compile(
    r"^U\. ?S\. (?:Office of Personnel Management|Civil Service Commission)\b", re.IGNORECASE
)
_DATED = re.compile(r"\b(?:issued|revised|effective)\b|\b(?:ts|hrcd|wcps)-#", re.IGNORECASE)
"""What a running head says behind the name, where it stands at another height than usual."""
_EDITION_LINE = re.compile(r"^(?:revised|issued)\s*:", re.IGNORECASE)
_SENTENCE = 40
"""A line that begins with a small letter and is longer, in characters, goes on with a sentence."""
_LEVEL = re.compile(
    r"^(?:(?:sub)?factor\s+)?(?:(?:level|fld|fl)\s*[1-9]|[1-9][AB]?\s*[-–—−]\s*[1-9]\s)",
    re.IGNORECASE,
)
_GRADE = re.compile(r"^(?:grade\s+)?GS-\d{1,2}$|\bGS-\d{3,4}-\d{1,2}$", re.IGNORECASE)
_LINKS = re.compile(r"^(?:⇐\s*BACK|⇒\s*NEXT|\(continued\))\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stripped:
    """A document without its running heads and feet.

    ``bodies`` are the body lines of each page, ``labels`` the printed number of each page
    (its place in the file when none is printed), ``heads`` the distinct running heads in
    order of first appearance, where the edition stands.
    """

    bodies: list[list[Line]]
    labels: list[str]
    heads: list[str]


def strip(pages: Sequence[list[Line]], heights: Sequence[float]) -> Stripped:
    """Separate body from running heads and feet.

    A line is one when it stands in the top or bottom margin and the same line
    (numbers aside) stands at the same height on several pages, when it opens like such a
    line at its height, when it is a page number on its own, or when it is the agency's footer.
    """
    usual = median(line.height for lines in pages for line in lines)
    zones = [
        [line for line in lines if _in_margin(line, height) and _small(line, usual)]
        for lines, height in zip(pages, heights, strict=True)
    ]
    repeated = _repeated(zones, _in_text(pages, zones))
    openings = {
        (text[:_SHARED_OPENING], place) for text, place in repeated if len(text) > _SHARED_OPENING
    }
    bodies: list[list[Line]] = []
    numbers: list[list[str]] = []
    heads: dict[str, None] = {}
    for lines, zone, height in zip(pages, zones, heights, strict=True):
        margins = _outermost(zone, lambda line: _is_running(line, repeated, openings), height)
        chosen = {id(line) for line in margins}
        kept = [line for line in lines if id(line) not in chosen]
        bodies.append([line for line in map(_without_links, kept) if line is not None])
        numbers.append(_numbers(margins))
        for line in margins:
            if line.top > height * _TOP and not _NUMBER.match(line.text):
                heads.setdefault(line.text)
    return Stripped(bodies, _labels(numbers), list(heads))


def _outermost(zone: Sequence[Line], test: Callable[[Line], bool], height: float) -> list[Line]:
    """Return the lines that pass a test with nothing but such lines between them and the edge."""
    top = sorted((x for x in zone if x.bottom > height / 2), key=lambda x: -x.bottom)
    foot = sorted((x for x in zone if x.bottom <= height / 2), key=lambda x: x.top)
    return [*takewhile(test, top), *takewhile(test, foot)]


def _in_margin(line: Line, height: float) -> bool:
    return line.bottom > height * _TOP or line.top < height * _BOTTOM


def _small(line: Line, usual: float) -> bool:
    """Tell whether a line is set no larger than the text; one that counts pages may seem to be.

    Fonts whose letters have no sizes of their own make a small line look tall.
    """
    return line.height < usual * 1.15 or _COUNTED.search(line.text) is not None


def _key(line: Line) -> tuple[str, int]:
    text = _DIGITS.sub("#", " ".join(line.text.lower().split()))
    return text, round(line.bottom / 4)


def _in_text(pages: Sequence[list[Line]], zones: Sequence[list[Line]]) -> set[str]:
    """Return lines (numbers aside) that stand between the margins as often as in them.

    Those are headings, such as a criterion's under every grade, that happen to open pages.
    """
    inside: Counter[str] = Counter()
    outside: Counter[str] = Counter()
    for lines, zone in zip(pages, zones, strict=True):
        margin = {id(line) for line in zone}
        for line in lines:
            (outside if id(line) in margin else inside)[_key(line)[0]] += 1
    return {text for text, count in outside.items() if inside[text] >= max(2, count)}


def _repeated(zones: Sequence[Sequence[Line]], headings: set[str]) -> set[tuple[str, int]]:
    counts: Counter[tuple[str, int]] = Counter()
    for zone in zones:
        # The heading of a level or grade may open page after page: only its numbers change.
        keys = {
            _key(line) for line in zone if not (_names_level(line.text) or _in_sentence(line.text))
        }
        counts.update(key for key in keys if key[0] not in headings)
    needed = max(2, min(4, len(zones) // 3), len(zones) // 20)
    found = {key for key, count in counts.items() if count >= needed}
    return found | {(text, place + step) for text, place in found for step in (-1, 1)}


def _in_sentence(text: str) -> bool:
    """Tell whether a line is the middle of a sentence, which a head or foot never is."""
    return text[:1].islower() and (len(text) > _SENTENCE or text.endswith((".", ";", ",")))


def _names_level(text: str) -> bool:
    folded = structure.fold_dashes(text)
    return bool(_LEVEL.match(text) or _GRADE.search(folded)) or (
        structure.level_heading(text) is not None
    )


def _is_running(line: Line, repeated: set[tuple[str, int]], openings: set[tuple[str, int]]) -> bool:
    text, place = _key(line)
    return (
        _key(line) in repeated
        or (text[:_SHARED_OPENING], place) in openings
        or (bool(_DATED.search(text)) and text[:_SHARED_OPENING] in {one for one, _ in openings})
        or bool(_NUMBER.match(line.text) or _AGENCY.match(line.text))
        or bool(_EDITION_LINE.match(line.text))
    )


def _without_links(line: Line) -> Line | None:
    """Drop navigation marks that some documents print beside or under the text."""
    line.text = _LINKS.sub("", line.text)
    return line if line.text else None


def _numbers(margins: Sequence[Line]) -> list[str]:
    """Return what may be the page's printed number, likeliest first."""
    found: list[tuple[int, str]] = []
    for line in margins:
        alone = _NUMBER.match(line.text)
        trailing = _TRAILING.search(line.text)
        if _AGENCY.match(line.text) and trailing:
            found.append((0, trailing["n"]))
        elif alone:
            found.append((1, alone["n"]))
        elif trailing:
            found.append((2, trailing["n"]))
    return [number for _, number in sorted(found, key=lambda pair: pair[0])]


def _labels(candidates: Sequence[list[str]]) -> list[str]:
    """Choose each page's label: the printed number that keeps step with the file.

    Numbers in running heads that do not count pages (a year, a series) are told apart by
    keeping one distance to the place in the file on most pages. A number that no other page
    keeps step with (a year, a figure of a cell that closes a page) counts nothing.
    """
    distances: Counter[int] = Counter()
    for place, numbers in enumerate(candidates, start=1):
        distances.update({int(n) - place for n in numbers if n.isdigit()})
    kept = {step for step, count in distances.items() if count > 1 or len(candidates) == 1}
    usual = distances.most_common(1)[0][0] if kept else 0
    labels: list[str] = []
    for place, numbers in enumerate(candidates, start=1):
        if str(place + usual) in numbers:
            labels.append(str(place + usual))
            continue
        other = [
            n
            for n in numbers
            if not n.isdigit()
            or (int(n) - place in kept and abs(int(n) - place) <= len(candidates))
        ]
        labels.append(other[0] if other else str(place))
    return labels
