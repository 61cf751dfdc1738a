"""What a document is, read from the document itself: id, title, kind, edition, series."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from core.errors import DocumentError
from index.decisions.head.kinds import is_decision, lookalike
from index.decisions.values import signed
from index.documents.blocks import Block, Laid
from index.documents.cleaning import clean
from index.language import structure
from index.language.words import MONTHS
from index.models import Document, Kind
from index.regulations.reading import read as regulation

MAX_CHARACTERS = 20_000_000
"""The longest text of one document; the longest handbook has about half a million."""

_SAFE = re.compile(r"[^A-Za-z0-9._-]+")
_MONTH = f"(?:{'|'.join(MONTHS)})"
_EDITION = re.compile(
    rf"(?:\b(?:TS|HRCD|WCPS|PCS)-\d+\b|\b(?:Issued|Revised|Issue date|Date)\s*:|"
    rf"\b{_MONTH}\s+\d{{4}}\b).*$",
    re.IGNORECASE,
)
_SERIES_COVERED = re.compile(r"^series covered\b", re.IGNORECASE)
_SERIES_IN_TITLE = re.compile(r"\bseries,?\s+(?:[A-Z]{2}-)?(?P<code>\d{3,4})\b", re.IGNORECASE)

_DECISION_TYPE = re.compile(
    r"\b(?P<type>(?:position\s+)?classification appeal decision|job grading appeal decision|"
    r"pay category appeal decision|classification decision on appeal)\b",
    re.IGNORECASE,
)
_DECISION_NUMBER = re.compile(r"\bC\s?-\s?\d{3,4}\s?-\s?\d{2}\s?-\s?\d{2}\b")
_CLASSIFIED = re.compile(r"\b[A-Z]{2}-(?P<code>\d{3,4})-\d{1,2}\b")
_STANDARD_TITLE = re.compile(
    r"classification standard|job family|flysheet|grade[- ](?:level|evaluation) guide|"
    r"supervisory guide|leader grade|job grading standard|functional guide|functional standard",
    re.IGNORECASE,
)
_GUIDE_TITLE = re.compile(r"\bintroduction\b|\bhandbook\b|\bguide\b|\bmanual\b", re.IGNORECASE)
_OF_SERIES = re.compile(r"\b(?:series|group|family)\b(?! position)", re.IGNORECASE)
_GOES_ON = re.compile(
    r"^(?:[\w&'()-]+ ){0,4}(?:series|group|family)(?:,?\s+(?:GS|GG)?[-\s]?\d{3,4}[A-Z]?)?$",
    re.IGNORECASE,
)
"""The second line of a title: "Signal Series, GS-9974"."""
_OPEN = re.compile(r"(?:\b(?:for|of|the|and|in|to|on)|[,&–—-])$", re.IGNORECASE)
"""The end of a line on which no title ends."""
_NUMBER_ALONE = re.compile(r"(?:GS|GG)[-\s]?\d{3,4}|\d{4}")
_TITLE_LINE = re.compile(
    rf"^(?=[A-Z])(?=.*(?:{_STANDARD_TITLE.pattern}|\b(?:guide|handbook|manual)\b)).{{8,119}}(?<![.;:,])$",
    re.IGNORECASE,
)


def safe_id(path: Path) -> str:
    """Return a file's stem as an id: letters, digits, dot, underscore and hyphen only."""
    return _SAFE.sub("-", path.stem).strip("-.") or "document"


def _name(path: Path) -> str:
    """Return a file's stem as a title, without what could act on a terminal."""
    return " ".join(clean(path.stem).split()) or safe_id(path)


def document(
    path: Path,
    laid: Laid,
    blocks: Sequence[Block],
    *,
    title: str = "",
    running: Sequence[str] = (),
    repairs: Sequence[str] = (),
) -> Document:
    """Build the document: what its own words say it is, on top of the laid-out text.

    Args:
        path: Where it came from; only the name is used, for the id.
        laid: The text of record with pages and headings.
        blocks: The blocks the text was made of, for reading the title.
        title: A title the source states outright (an HTML title, a document property).
        running: Running heads that were removed, first page first; the edition stands there.
        repairs: What the parser mended or assumed.

    Raises:
        DocumentError: The text is longer than any real document.
    """
    if len(laid.text) > MAX_CHARACTERS:
        raise DocumentError(
            f"holds more than {MAX_CHARACTERS // 1_000_000} million characters of text",
            where=path.name,
            hint="Split it into smaller files.",
        )
    own_title = _in_case(_title(blocks), running) or title or _first_line(blocks) or _name(path)
    own_title = _from_head(own_title, running)
    kind = _kind(own_title, laid)
    headings = laid.headings
    if kind == "decision":
        own_title = _decision_title(laid.text) or own_title
    elif not lookalike(laid.text) and (law := regulation(laid.text, f"{path.stem} {title}")):
        kind, own_title, headings = "regulation", law.title, law.headings
    return Document(
        id=safe_id(path),
        title=own_title,
        kind=kind,
        text=laid.text,
        edition=signed(laid.text[:8000]) if kind == "decision" else _edition(running),
        series=_series(kind, own_title, blocks, laid.text),
        pages=laid.pages,
        headings=headings,
        repairs=tuple(repairs),
    )


def _title(blocks: Sequence[Block]) -> str:
    """Return the heading or headings a document opens with, before its contents."""
    words: list[str] = []
    passed: list[str] = []
    for block in blocks[:12]:
        if block.role != "heading" and not words and len(block.text) < 120:
            passed.append(block.text)
            continue
        if block.role != "heading" or structure.is_contents_heading(block.text):
            break
        if _SERIES_COVERED.match(block.text) or structure.factor_heading(block.text):
            break
        ended = words and (block.page is None or block.depth > 1)
        if ended and not _goes_on(" ".join(words), block.text):
            break
        words.append(block.text)
    if not words:
        return ""
    title = structure.tidy_heading(" ".join(words))
    named = next((line for line in _joined(passed) if _TITLE_LINE.match(line)), "")
    if _OPEN.search(named):
        return structure.tidy_heading(f"{named} {title}")
    # A plain line above a section's heading may be the title: "... Guide" above "INTRODUCTION".
    own = _STANDARD_TITLE.search(title) or _GUIDE_TITLE.search(title)
    return structure.tidy_heading(named) if named and (not own or " " not in title) else title


def _goes_on(above: str, line: str) -> bool:
    """Return whether a title goes on in the next line: on it the series, or what "for" is for."""
    if _OPEN.search(above) and _STANDARD_TITLE.search(above):
        return bool(re.match(r"[A-Z(]", line)) and not structure.is_contents_line(line)
    if _NUMBER_ALONE.fullmatch(line):
        return bool(_OF_SERIES.search(above)) and not re.search(r"\d{3,4}$", above)
    return bool(_GOES_ON.match(line)) and not _OF_SERIES.search(above)


def _joined(lines: Sequence[str]) -> list[str]:
    """Return lines with those joined that are the title of a standard on several lines."""
    result: list[str] = []
    for line in lines:
        above = result[-1] if result else ""
        named = _STANDARD_TITLE.search(above)
        # "Position Classification" above "Standard for": the name itself is on two lines.
        parted = not named and not _STANDARD_TITLE.search(line)
        if (named and _goes_on(above, line)) or (
            parted and above and _STANDARD_TITLE.match(f"{above.split()[-1]} {line}")
        ):
            result[-1] += f" {line}"
        else:
            result.append(line)
    return result


def _first_line(blocks: Sequence[Block]) -> str:
    """Return a document's first line when it reads like a title."""
    text = next(iter(_joined([block.text for block in blocks[:4]])), "")
    reads = 8 < len(text) < 120 and re.match(r"[A-Z]", text) and not re.search(r"[.;:,]$", text)
    return structure.tidy_heading(text) if reads and " " in text else ""


def _from_head(title: str, running: Sequence[str]) -> str:
    """Return the title as the heads of pages print it, where the text has only a caption."""
    if any(one.search(title) for one in (_STANDARD_TITLE, _GUIDE_TITLE, _OF_SERIES)):
        return title
    named = (_EDITION.sub("", head).strip(" ,") for head in running[:6])
    return next((head for head in named if _SERIES_IN_TITLE.search(head)), title)


def _in_case(title: str, running: Sequence[str]) -> str:
    """Return a title printed in capitals as the running head prints it, when it does."""
    if not title.isupper():
        return title
    plain = structure.fold_quotes(title).lower()
    for line in running:
        head = " ".join(line.split())
        if structure.fold_quotes(head).lower().startswith(plain):
            return head[: len(title)]
    return title


def _kind(title: str, laid: Laid) -> Kind:
    """Tell what a document is for from its title and opening."""
    opening = laid.text[:2500]
    if re.search(r"\bdigest of significant classification\b", opening, re.IGNORECASE):
        return "guide"
    if lookalike(laid.text):
        return "other"
    if is_decision(laid.text) and not _STANDARD_TITLE.search(title):
        return "decision"
    if _STANDARD_TITLE.search(title) and not re.search(r"\bintroduction\b", title, re.IGNORECASE):
        return "standard"
    if _GUIDE_TITLE.search(title):
        return "guide"
    levels = sum(1 for h in laid.headings if structure.level_heading(h.text))
    if levels >= 3:
        return "standard"
    return "other"


def _decision_title(text: str) -> str:
    kind = _DECISION_TYPE.search(text[:4000])
    number = _DECISION_NUMBER.search(text[:6000])
    words = " ".join(kind["type"].split()).title() if kind else "Classification Appeal Decision"
    return f"{words} {''.join(number.group().split())}" if number else words


def _edition(running: Sequence[str]) -> str:
    """Return the edition as the running heads of the first page print it."""
    found: list[str] = []
    for line in running:
        match = _EDITION.search(line)
        if match is None:
            continue
        words = " ".join(match.group().split()).rstrip(" .")
        if found and not re.match(r"revised|issued", words, re.IGNORECASE):
            continue
        if words not in found and not (found and any(words in f for f in found)):
            found.append(words)
        if len(found) == 2:
            break
    return ", ".join(found)


def _series(kind: Kind, title: str, blocks: Sequence[Block], text: str) -> tuple[str, ...]:
    """Return the series a standard covers or a decision concerns, four digits each."""
    if kind == "decision":
        number = _DECISION_NUMBER.search(text[:6000])
        decided = [number.group().split("-")[1].strip().zfill(4)] if number else []
        stated = [
            m["code"].zfill(4) for m in _CLASSIFIED.finditer(structure.fold_dashes(text[:3000]))
        ]
        return tuple(dict.fromkeys([*decided, *stated]))[:4]
    if kind != "standard":
        return ()
    listed: list[str] = []
    reading = False
    for block in blocks[:40]:
        if structure.is_contents_heading(block.text):
            break
        if _SERIES_COVERED.match(block.text):
            reading = True
        if reading:
            listed += structure.series_codes(block.text)
            listed += [m["code"].zfill(4) for m in _SERIES_IN_TITLE.finditer(block.text)]
    if not listed:
        listed = [m["code"].zfill(4) for m in _SERIES_IN_TITLE.finditer(title)]
        listed += structure.series_codes(title)
    return tuple(dict.fromkeys(listed))
