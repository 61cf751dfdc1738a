"""A regulation or a statute, read: its title, its headings and its paragraphs with their citations.

Everything is read from the text of record, whatever file it came from: lines that head sections,
and paragraphs that begin with marks. What stands under no section (tables of contents, notes of
whoever published the copy) is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.models import Heading
from index.regulations import sections
from index.regulations.citing import citation
from index.regulations.designations import nested, opening
from index.regulations.line_starts import TAIL, begins, is_unwrapped
from index.regulations.page_lines import is_page_line, is_source_note, opens_notes
from index.regulations.sections import RANKS, Head, reserved_head, section_head, upper_head

LONGEST_SECTION = 30_000
"""A text with fewer section headings than one in so many characters is no regulation."""

LATEST_START = 12_000
"""A regulation's first section stands before this, after a table of contents at the most."""

LEAD = 420
"""How many characters of what introduces a paragraph are kept beside it."""

_BROKEN = re.compile(r"(?:\w|(?<!-)[-\u2010])$")
_INTRODUCES = re.compile(r"(?:[:—–]|--)$")
_RUN_ON = re.compile(r"(?<=[.;:—])(?:\s(?:and|or))?\s+(?=\(([A-Za-z0-9]{1,5})\)\s*[A-Z“\"(])")
_DEFINES = re.compile(
    r"([A-Z“\"][^.;:]{1,70}?[”\"]?)\s(?:means?\b|has the meaning|have the meaning|includes\b)"
)
_DEFINITIONS = re.compile(r"\bdefinitions?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a section: its span, what it is cited as, what stands over it.

    ``trail`` are the headings above it and its marks, ``lead`` the words that introduce it.
    """

    start: int
    end: int
    citation: str
    trail: tuple[str, ...]
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Regulation:
    """A copy of a regulation or a statute: its title, headings and paragraphs."""

    title: str
    headings: tuple[Heading, ...]
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph of the text as printed, with the heading it begins with if any."""

    start: int
    end: int
    text: str
    head: Head | None = None


def read(text: str, name: str = "") -> Regulation | None:
    """Read a text as a regulation or a statute; None when it is none.

    Args:
        text: The text of record.
        name: The name of its file, which may state the title and the part.
    """
    pieces = _headed(list(_pieces(text)), name)
    heads = [piece for piece in pieces if piece.head and piece.head.rank == "section"]
    if not heads or heads[0].start > LATEST_START or len(text) > LONGEST_SECTION * len(heads):
        return None
    title = next((p.head.title for p in heads if p.head and p.head.title), "")
    title = title or sections.title_number(text, name)
    of_part = any(p.head and p.head.rank in ("part", "subpart") for p in pieces)
    if not (title or of_part or _is_bare(text, heads, pieces)):
        return None
    headings = tuple(
        Heading(
            depth=RANKS.index(piece.head.rank) + 1,
            text=text[piece.start : piece.start + piece.head.length].strip(),
            start=piece.start,
            end=piece.start + piece.head.length,
        )
        for piece in pieces
        if piece.head is not None
    )
    paragraphs = tuple(_paragraphs(text, pieces, title))
    return Regulation(_title(pieces, title), headings, paragraphs) if paragraphs else None


def _is_bare(text: str, heads: Sequence[_Piece], pieces: Sequence[_Piece]) -> bool:
    """Tell whether a text is sections alone, copied without the title and the part they are of.

    It begins with one, all have their sign and the form of a rule's number, and there are
    paragraphs with marks.
    """
    rules = all(one.head and one.head.signed and "." in one.head.code for one in heads)
    begins = not text[: heads[0].start].strip()
    return rules and begins and any(opening(p.text).marks for p in pieces if p.head is None)


# --- the text as printed -----------------------------------------------------------------------


def _pieces(text: str) -> Iterator[_Piece]:
    """Yield the paragraphs of a text; a line that continues one belongs to it."""
    position, start, end = 0, -1, 0
    spaced, whole = True, is_unwrapped(text)
    for raw in text.split("\n"):
        left = position + len(raw) - len(raw.lstrip())
        right = position + len(raw.rstrip())
        position += len(raw) + 1
        line = raw.strip()
        if not line:
            spaced = True
            continue
        before = text[max(start, end - TAIL) : end]
        if start >= 0 and not spaced and not begins(before, line, whole=whole):
            end = right
            continue
        if start >= 0:
            yield from _parted(text, start, end)
        start, end, spaced = left, right, False
    if start >= 0:
        yield from _parted(text, start, end)


def _parted(text: str, start: int, end: int) -> Iterator[_Piece]:
    """Yield a stretch, parted where a heading or a marked paragraph runs into the next."""
    if reserved_head(text[start:end]) is not None:
        yield _Piece(start, end, text[start:end])
        return
    head = section_head(text[start:end])
    if (
        head is not None
        and head.length < end - start
        and text[start + head.length : end].strip(" ]")
    ):
        yield _Piece(start, start + head.length, text[start : start + head.length], head)
        start += head.length
        start += len(text[start:end]) - len(text[start:end].lstrip())
    at = start
    open_marks = [mark for mark, _ in opening(text[start:end]).marks]
    if open_marks:
        for found in _RUN_ON.finditer(text, start, end):
            mark = found[1]
            longer = nested(open_marks, mark, None)
            introduced = text[found.start() - 1] in ":—"
            if len(longer) <= len(open_marks) or (introduced and mark in ("a", "1", "i", "A")):
                yield _Piece(at, found.start(), text[at : found.start()])
                at = found.end()
                open_marks = longer
    if at < end:
        yield _Piece(at, end, text[at:end])


def _book(code: str) -> str:
    """Return the part a section is of, or the chapter, as its number tells."""
    part, point, _ = code.partition(".")
    return part if point else f"chapter {part.rstrip('abcdefghijklmnopqrstuvwxyz')[:-2]}"


def _head(text: str) -> Head | None:
    return reserved_head(text) or section_head(text) or upper_head(text)


def _headed(pieces: Sequence[_Piece], name: str) -> list[_Piece]:
    """Return the pieces with the headings of those that are headings; contents are left out."""
    found = [replace(p, head=p.head or _head(p.text)) for p in pieces]
    signed = [p.head for p in found if p.head and p.head.signed]
    known = {_book(h.code) if h.rank == "section" else h.code for h in signed}
    known |= set(re.findall(r"cfr[-_. ]*(?:part[-_. ]*)?(\d+)", name, re.IGNORECASE))
    checked: list[_Piece] = []
    for piece in found:
        head = piece.head
        if head and not head.signed and _book(head.code) not in known:
            head = None
        if not is_page_line(piece.text):
            checked.append(replace(piece, head=head))
    result: list[_Piece] = []
    for at, piece in enumerate(checked):
        following = checked[at + 1] if at + 1 < len(checked) else None
        head = piece.head
        if head and head.rank == "section":
            if not head.reserved and (following is None or following.head is not None):
                # An entry of a table of contents.
                continue
        elif (
            head is None
            and following is not None
            and following.head
            and following.head.rank == "section"
            and sections.is_group_head(piece.text)
        ):
            head = Head("group", "", sections.in_title_case(piece.text), len(piece.text))
        result.append(replace(piece, head=head))
    return result


# --- paragraphs and their places ---------------------------------------------------------------


def _paragraphs(text: str, pieces: Sequence[_Piece], title: str) -> Iterator[Paragraph]:
    above: dict[str, Head] = {}
    parts = {p.head.code for p in pieces if p.head and p.head.rank == "part"}
    body: list[_Piece] = []
    noted = False
    section: _Piece | None = None
    for piece in [*pieces, None]:
        if piece is not None and piece.head is None:
            noted = noted or opens_notes(piece.text)
            if not noted:
                body.append(piece)
            continue
        noted = False
        if section is not None:
            trail = _trail(above, section, with_part=len(parts) > 1)
            yield from _section(text, section, body, trail, title)
        body, section = [], None
        if piece is None or piece.head is None:
            return
        if piece.head.rank == "section":
            section = piece
        else:
            rank = RANKS.index(piece.head.rank)
            above = {r: h for r, h in above.items() if RANKS.index(h.rank) < rank}
            above[piece.head.rank] = piece.head


def _trail(above: dict[str, Head], section: _Piece, *, with_part: bool) -> tuple[str, ...]:
    ranks = ("part", "subpart", "group") if with_part else ("subpart", "group")
    named = [
        above[rank].name if rank == "group" else _named(above[rank])
        for rank in ranks
        if rank in above
    ]
    return (*named, _section_name(section))


def _named(head: Head) -> str:
    name = f"{head.rank.capitalize()} {head.code}"
    return f"{name} - {head.name}" if head.name else name


def _section_name(section: _Piece) -> str:
    head = section.head
    if head is None:
        raise AssertionError("a section has a heading")
    if head.reserved:
        return f"{'§§' if head.name.startswith('to') else '§'} {head.code} {head.name}"
    point = "." if "." not in head.code else ""
    return f"§ {head.code}{point} {head.name}."


def _section(
    text: str, section: _Piece, body: Sequence[_Piece], trail: tuple[str, ...], title: str
) -> Iterator[Paragraph]:
    head = section.head
    if head is None:
        raise AssertionError("a section has a heading")
    if head.reserved:
        yield Paragraph(section.start, section.end, citation(title, head.code), trail)
        return
    defines = bool(_DEFINITIONS.search(head.name))
    joined = _joined(text, [p for p in body if not is_source_note(p.text)])
    openings = [opening(piece.text) for piece in joined]
    path: list[str] = []
    titles: dict[tuple[str, ...], str] = {}
    texts: dict[tuple[str, ...], str] = {}
    term = ""
    for at, piece in enumerate(joined):
        marks = openings[at].marks
        if not marks:
            defined = _DEFINES.match(piece.text) if defines else None
            if defined:
                term, path = defined[1].strip('“”"'), []
                texts, titles = {}, {}
            elif path:
                # Text that closes a list belongs to what introduced the list.
                path = path[:-1]
        for number, (mark, said) in enumerate(marks):
            after = marks[number + 1 :] or next(
                (o.marks for o in openings[at + 1 :] if o.marks), ()
            )
            path = nested(path, mark, after[0][0] if after else None)
            if piece.text.rstrip(" .").endswith(said) and not _opens_list(path, after):
                # A paragraph that is one short sentence has no title.
                said = ""  # noqa: PLW2901
            titles = {p: t for p, t in titles.items() if p == tuple(path[: len(p)])}
            titles[tuple(path)] = said
        key = tuple(path)
        lead = _lead(texts, key) if marks else ""
        texts = {p: t for p, t in texts.items() if len(p) < len(key)}
        texts[key] = piece.text
        of_term = f", {term}" if term else ""
        designation = "".join(f"({mark})" for mark in path)
        heads = [t for p, t in titles.items() if t and p == key[: len(p)]]
        yield Paragraph(
            piece.start,
            piece.end,
            citation(title, head.code) + of_term + (" " * bool(of_term and path)) + designation,
            (*trail, *([term] if term else []), *heads, *([designation] if path else [])),
            lead,
        )


def _opens_list(path: Sequence[str], after: Sequence[tuple[str, str]]) -> bool:
    """Tell whether the next marked paragraph stands under the one a path leads to."""
    return bool(after) and len(nested(path, after[0][0], None)) > len(path)


def _joined(text: str, pieces: Sequence[_Piece]) -> list[_Piece]:
    """Return the pieces that belong together joined.

    A mark may stand alone before its paragraph, and the end of a page may part a sentence.
    """
    found: list[_Piece] = []
    waiting: _Piece | None = None
    for piece in pieces:
        whole = piece
        parted = found and _BROKEN.search(found[-1].text) and not opening(piece.text).marks
        if waiting is None and parted:
            waiting = found.pop()
        if waiting is not None:
            whole = _Piece(waiting.start, piece.end, text[waiting.start : piece.end])
        marked = opening(whole.text)
        alone = bool(marked.marks) and not whole.text[marked.length :].strip()
        waiting = whole if alone else None
        if not alone:
            found.append(whole)
    return found if waiting is None else [*found, waiting]


def _lead(texts: dict[tuple[str, ...], str], path: tuple[str, ...]) -> str:
    """Return the words that introduce a paragraph, those nearest to it first of all."""
    said: list[str] = []
    room = LEAD
    for length in range(len(path) - 1, -1, -1):
        above = " ".join(texts.get(path[:length], "").split())
        if not _INTRODUCES.search(above):
            continue
        if len(above) > room:
            sentence = re.split(r"(?<=[.;])\s+(?=[A-Z])", above)[-1]
            above = sentence if len(sentence) <= room else ""
        if not above:
            break
        said.insert(0, above)
        room -= len(above)
    return " ".join(said)


# --- the title ---------------------------------------------------------------------------------


def _title(pieces: Sequence[_Piece], title: str) -> str:
    """Return what a copy is called: by its section, its part and subpart, or its chapter."""
    heads = [piece.head for piece in pieces if piece.head is not None]
    own = [head for head in heads if head.rank == "section"]
    codes = list(dict.fromkeys(head.code for head in own))
    if len(codes) == 1:
        return f"{citation(title, codes[0])} {own[0].name}"
    if "." not in codes[0]:
        return _statute_title(heads, codes, title)
    numbers = list(dict.fromkeys(code.partition(".")[0] for code in codes))
    book = f"{title} CFR " if title else ""
    if len(numbers) > 1:
        return f"{book}parts {', '.join(numbers[:-1])} and {numbers[-1]}"
    named = next((h.name for h in heads if h.rank == "part" and h.code == numbers[0]), "")
    subparts = {h.code: h for h in heads if h.rank == "subpart"}
    parts = [f"{book}part {numbers[0]}", named]
    if len(subparts) == 1:
        only = next(iter(subparts.values()))
        parts += [f"subpart {only.code}", only.name]
    return ", ".join(part for part in parts if part)


def _statute_title(heads: Sequence[Head], codes: Sequence[str], title: str) -> str:
    book = f"{title} U.S.C. " if title else "U.S.C. "
    chapters = {h.code: h for h in heads if h.rank == "chapter"}
    within = {h.code: h for h in heads if h.rank == "subchapter"}
    span = f"{book}{codes[0]}-{codes[-1]}"
    if len(chapters) == 1 and not within:
        only = next(iter(chapters.values()))
        return ", ".join(p for p in (f"{book}chapter {only.code}", only.name) if p)
    names = within if len(within) == 1 else chapters
    name = next(iter(names.values())).name if len(names) == 1 else ""
    return f"{span}, {name}" if name else span
