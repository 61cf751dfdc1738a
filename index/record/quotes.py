"""Checking a quotation against the text of record.

Two texts are the same words when they differ only in white space, quotation marks, dashes,
ligatures, the hyphen at the end of a line, or the way an accented letter is encoded. Anything
else is another text, and is not found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from index.documents.superseded import in_document, of_passage
from index.language.words import LIGATURES
from index.models import Passage

if TYPE_CHECKING:
    from index.record.store import Store

_KEPT = 16
"""Texts kept folded: one passage is asked for several quotations in a row."""
MIN_WORDS = 3
"""A quotation of fewer words proves nothing about where it stands."""

MIN_PIECE_WORDS = 2
"""A piece between elisions needs this many, so that none is stitched of single words."""

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u23af\ufe58\ufe63\uff0d"
_QUOTES = (
    "\"'`\u00b4\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033\u00ab\u00bb\u2039\u203a"
)
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_BREAK = "\x1f"
"""Stands in folded text for a hyphen at the end of a line, which may or may not be a hyphen."""

_PIECE = re.compile(
    r"(?P<line_end>(?<=\w)[-\u2010\u2011\u00ad][^\S\n]*\n\s*(?=\w))"
    r"|(?P<space>\s+)"
    rf"|(?P<invisible>[{_INVISIBLE}\x1f])"
    # A run of characters that stand for themselves; a mark may follow the letter after it.
    r"|(?P<plain>[!#-&(-,./0-9:-_a-z{-~]+(?![\u0300-\u036f]))"
    r"|(?P<letter>.[\u0300-\u036f]*)",
    re.DOTALL,
)
_ELISION = re.compile(
    r"[\[(]\s*(?:\.\s?\.\s?\.|\u2026)\s*[\])]|(?:\.\s?){2,3}\.|\u2026|\*\s?\*\s?\*"
)
_EDGES = " \t\r\n"


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """What came of checking a quotation.

    When ``found``: ``passage`` is where it stands, ``start`` and ``end`` its span in that
    passage's text, ``place`` the page these words begin on, ``spans`` the span of each piece
    between elisions, and ``text`` the words as the document has them. ``superseded`` says what
    became of text that does not apply, or what is doubtful about the decision. Otherwise
    ``reason`` says in one sentence why not.
    """

    found: bool
    passage: str = ""
    start: int = 0
    end: int = 0
    text: str = ""
    reason: str = ""
    place: str = ""
    superseded: str = ""
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Folded:
    """A text reduced to what counts, with the span each character of it came from."""

    text: str
    spans: tuple[tuple[int, int], ...]


@lru_cache(maxsize=_KEPT)
def fold(text: str) -> Folded:
    """Reduce a text to what counts in comparing quotations."""
    out: list[str] = []
    spans: list[tuple[int, int]] = []
    for match in _PIECE.finditer(text):
        match match.lastgroup:
            case "plain":
                out.append(match.group())
                start, end = match.span()
                spans.extend(zip(range(start, end), range(start + 1, end + 1), strict=True))
                continue
            case "line_end":
                piece = _BREAK
            case "space":
                piece = " "
            case "invisible":
                piece = ""
            case _:
                piece = "".join(map(_plain, unicodedata.normalize("NFC", match.group())))
        out.append(piece)
        spans.extend([match.span()] * len(piece))
    return Folded("".join(out), tuple(spans))


def _plain(char: str) -> str:
    if char in _DASHES:
        return "-"
    return '"' if char in _QUOTES else LIGATURES.get(char, char)


def count_words(text: str) -> int:
    """Return how many words a text has; ``2-4`` and ``GS-0080`` are one word each."""
    return len(re.findall(r"\w+(?:[-.'’]\w+)*", text))


def check(text: str, quote: str) -> QuoteCheck:
    """Look for a quotation in a text.

    Args:
        text: The text of record, such as a passage's text.
        quote: The quotation. Quotation marks around it are passed over. Dots ("...") or
            brackets ("[...]") in it stand for words left out; the pieces between them must
            all be there in order.

    Returns:
        The span of the whole quotation and of each piece, or the reason it is not there.
    """
    asked = _unwrapped(quote)
    if count_words(asked) < MIN_WORDS:
        return QuoteCheck(
            found=False, reason=f"a quotation needs at least {MIN_WORDS} words to be checked"
        )
    folded = fold(text)
    whole = _find(folded, asked, 0)
    if whole is not None:
        return _found(text, folded, [whole])
    pieces = [piece.strip(_EDGES) for piece in _ELISION.split(asked)]
    pieces = [piece for piece in pieces if piece]
    if len(pieces) < 2 and pieces == [asked]:
        return QuoteCheck(found=False, reason="the words do not stand in the text")
    if any(count_words(piece) < MIN_PIECE_WORDS for piece in pieces) or (
        sum(map(count_words, pieces)) < MIN_WORDS
    ):
        return QuoteCheck(
            found=False,
            reason=f"each piece of a shortened quotation needs at least {MIN_PIECE_WORDS} words",
        )
    found: list[tuple[int, int]] = []
    position = 0
    for piece in pieces:
        span = _find(folded, piece, position)
        if span is None:
            return QuoteCheck(
                found=False, reason="the words do not all stand in the text in this order"
            )
        found.append(span)
        position = span[1]
    return _found(text, folded, found)


def _unwrapped(quote: str) -> str:
    asked = quote.strip(_EDGES)
    while len(asked) > 1 and asked[0] in _QUOTES and asked[-1] in _QUOTES:
        asked = asked[1:-1].strip(_EDGES)
    return asked


def _found(text: str, folded: Folded, spans: list[tuple[int, int]]) -> QuoteCheck:
    placed = tuple((folded.spans[a][0], folded.spans[b - 1][1]) for a, b in spans)
    return QuoteCheck(
        found=True,
        start=placed[0][0],
        end=placed[-1][1],
        text=" […] ".join(text[a:b] for a, b in placed),
        spans=placed,
    )


def _find(folded: Folded, quote: str, position: int) -> tuple[int, int] | None:
    """Return the first span of a quotation in folded text; it begins and ends with words."""
    asked = fold(quote).text.strip(" ")
    if not asked:
        return None
    match = _pattern(asked).search(folded.text, position)
    return None if match is None else match.span()


def _pattern(asked: str) -> re.Pattern[str]:
    parts: list[str] = []
    at = 0
    while at < len(asked):
        char = asked[at]
        after = asked[at + 1] if at + 1 < len(asked) else ""
        if char == _BREAK:
            parts.append(f"[-{_BREAK}]?")
        elif char == "-" and after == " " and at and asked[at - 1].isalnum():
            # The quotation was copied with its line end, and the line end became a space.
            parts.append(f"(?:- |{_BREAK})")
            at += 1
        elif char == "-":
            parts.append(f"[-{_BREAK}]")
        else:
            parts.append(re.escape(char))
            if char.isalnum() and after.isalnum():
                parts.append(f"{_BREAK}?")
        at += 1
    head = rf"(?<![\w{_BREAK}])" if re.match(r"\w", asked) else ""
    tail = rf"(?![\w{_BREAK}])" if re.search(r"\w\Z", asked) else ""
    return re.compile(head + "".join(parts) + tail)


def find(passages: Iterable[Passage], quote: str) -> QuoteCheck:
    """Look for a quotation in passages; the first that has it counts."""
    reason = "there is nothing to look in"
    for passage in passages:
        found = check(passage.text, quote)
        if found.found:
            return replace(found, passage=passage.id)
        reason = found.reason
    return QuoteCheck(found=False, reason=reason)


def placed(store: Store, found: QuoteCheck, passage: Passage) -> QuoteCheck:
    """Return a quotation found in a passage with its own page, marked where it has to be.

    Superseded text is marked, and words of a decision about which something is doubtful.
    """
    return replace(
        found,
        passage=passage.id,
        place=place(store, passage, found.start),
        superseded=superseded(store, passage) or _in_doubt(store, passage),
    )


def _in_doubt(store: Store, passage: Passage) -> str:
    found = store.decisions(passage.document) if passage.kind == "decision" else []
    return found[0].mark if found else ""


def place(store: Store, passage: Passage, start: int) -> str:
    """Return where a stretch of a passage stands: the printed page its own words begin on.

    A passage may begin a page or more before the words quoted from it. A paragraph of the law is
    cited by its section, whatever page a copy prints it on.
    """
    if passage.citation:
        return passage.citation
    page = store.document(passage.document).page_at(passage.start + start)
    return passage.place() if page is None else f"p. {page}"


def superseded(store: Store, passage: Passage) -> str:
    """Return the sentence that marks a passage as superseded; empty when it is not."""
    if not in_document(passage.title, passage.document):
        return ""
    return of_passage(passage, store.info(passage.document).edition)
