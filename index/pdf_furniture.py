"""Running heads, footers and page numbers: finding them, and reading the printed number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from index.pdf_lines import Line

_TOP = 0.86
_BOTTOM = 0.12
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"^(?:page\s+|p\.\s*|[-–—]\s*)?(?P<n>\d{1,4}|[ivxlc]{1,7}|[A-Z]-\d{1,3})"
    r"(?:\s+of\s+\d+)?(?:\s*[-–—])?$",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"(?:^|\s)(?P<n>\d{1,4})$")
_AGENCY = re.compile(r"^U\. ?S\. Office of Personnel Management\b", re.IGNORECASE)
_LINKS = re.compile(r"^(?:⇐\s*BACK|⇒\s*NEXT|\(continued\))\s*", re.IGNORECASE)


def _key(line: Line) -> str:
    return _DIGITS.sub("#", " ".join(line.text.lower().split()))


def strip(
    pages: Sequence[list[Line]], heights: Sequence[float]
) -> tuple[list[list[Line]], list[str], list[str]]:
    """Separate body from furniture.

    A line is furniture when it stands in the top or bottom margin and the same line
    (numbers aside) stands there on several pages, when it is a page number on its own, or
    when it is the agency's footer.

    Returns:
        The body lines of each page, the printed number of each page (the page's place in
        the file when none is printed), and the distinct running heads of the first page
        and then of the others, for reading the edition.
    """
    zones = [
        [line for line in lines if _in_margin(line, height)]
        for lines, height in zip(pages, heights, strict=True)
    ]
    counts: Counter[str] = Counter()
    for zone in zones:
        counts.update({_key(line) for line in zone})
    needed = max(2, min(4, len(pages) // 3))
    repeated = {key for key, count in counts.items() if count >= needed}

    bodies: list[list[Line]] = []
    candidates: list[list[str]] = []
    heads: dict[str, None] = {}
    for number, (lines, zone) in enumerate(zip(pages, zones, strict=True)):
        furniture = [line for line in zone if _is_furniture(line, repeated)]
        chosen = {id(line) for line in furniture}
        bodies.append([line for line in (_without_links(x) for x in lines if id(x) not in chosen) if line])
        candidates.append(_numbers(furniture))
        for line in furniture:
            if line.top > heights[number] * _TOP and not _NUMBER.match(line.text):
                heads.setdefault(line.text)
    return bodies, _labels(candidates), list(heads)


def _in_margin(line: Line, height: float) -> bool:
    return line.bottom > height * _TOP or line.top < height * _BOTTOM


def _is_furniture(line: Line, repeated: set[str]) -> bool:
    return _key(line) in repeated or bool(_NUMBER.match(line.text) or _AGENCY.match(line.text))


def _without_links(line: Line) -> Line | None:
    """Drop navigation marks that some documents print at the foot of a page."""
    line.text = _LINKS.sub("", line.text)
    return line if line.text else None


def _numbers(furniture: Sequence[Line]) -> list[str]:
    """Return what may be the page's printed number, likeliest first."""
    found: list[tuple[int, str]] = []
    for line in furniture:
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
    keeping one distance to the place in the file on most pages.
    """
    distances: Counter[int] = Counter()
    for place, numbers in enumerate(candidates, start=1):
        distances.update({int(n) - place for n in numbers if n.isdigit()})
    usual = distances.most_common(1)[0][0] if distances else 0
    labels: list[str] = []
    for place, numbers in enumerate(candidates, start=1):
        if str(place + usual) in numbers:
            labels.append(str(place + usual))
            continue
        other = [n for n in numbers if not n.isdigit() or abs(int(n) - place) <= len(candidates)]
        labels.append(other[0] if other else str(place))
    return labels
