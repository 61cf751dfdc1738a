"""Which series covers a kind of work: ranked by the series definitions a person has ingested.

Three things are weighed: the words a description shares with a series' title and with what people
call its work; how near the two are in meaning; and the official definitions, found as any passage
is and compared in meaning. Without definitions the first two are all there is, and the answer says
so. Nothing here classifies: the series is decided by reading the definitions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, Protocol

from core.errors import QueryError
from core.standards.series import FIRST_TRADE, find_series
from index.language.late import pattern
from index.models import Hit, Passage, Query
from index.record.held import DocumentInfo
from index.search.query import MAX_K, MAX_LENGTH
from index.search.series import titles
from index.search.series import words as series_words
from index.search.series.trades import TradeTitle, trade_title

_CODED: Final = pattern(r"(\d{4})\s*[\u2010-\u2015\u2212-]\s*(\S.*)")
_GROUP: Final = "00"
_OWN: Final = pattern(r"series\s+(definition|coverage)|coverage|definition", re.IGNORECASE)
_KINDS: Final = ("guide", "standard", "other")
"""Kinds of documents that define series; a decision only quotes them."""

# Chosen on descriptions of work written for the purpose; the result hardly changes around them.
SEARCH_SHARE: Final = 0.2
POOL = 15
"""How many series are compared in meaning by their titles and everyday words."""

TITLE_POOL = 30
LONGEST_DEFINITION: Final = 3
"""How many passages of a series' definitions are compared in meaning."""

MEANING_OF_TITLE: Final = 4.7
"""What nearness in meaning to a series' words weighs beside the scores of titles."""

NEAR_TITLE, NEAR_DEFINITION = 0.35, 0.25
"""From where on an announced title, or a definition, is said to speak for a series."""

TRADE_LEAD: Final = 0.65
"""No white collar definition scores more than this share of a trade's that is worth naming."""


class Library(Protocol):
    """What is asked of a library, as :class:`index.library.Library` answers it."""

    def documents(self) -> Sequence[DocumentInfo]:
        """Return what is known of each document."""

    def passages(self, *, document: str) -> Sequence[Passage]:
        """Return the passages of a document."""

    def search(self, query: Query) -> Sequence[Hit]:
        """Return the passages that answer a search best."""

    def likeness(self, text: str, others: Sequence[str]) -> Sequence[float]:
        """Return how near in meaning a text is to each of others."""

    def likeness_within(
        self, text: str, stretches: Sequence[tuple[str, int, int]]
    ) -> Sequence[float]:
        """Return how near in meaning a text is to stretches of passages: id, start and end."""


Voice = Literal["announced titles", "titles and words", "definition"]
"""What can speak for a series: titles of announcements, its title and words, its definition."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A series that may cover the work.

    ``score`` orders the candidates and means nothing by itself. ``passage`` is the passage of
    the definition nearest to the description, or None when none is in the library; ``shared``
    are the words of the description that are among the series' words. ``announced`` is the
    announced title nearest to a bare title, ``spoke`` what spoke for the series, the strongest
    first, and ``catch_all`` whether it is for work that no more specific series covers.
    ``titling`` is the passage in which the series' standard says how its positions are titled.
    """

    code: str
    title: str
    score: float
    passage: Passage | None
    shared: tuple[str, ...]
    announced: str = ""
    spoke: tuple[Voice, ...] = ()
    catch_all: bool = False
    titling: Passage | None = None


@dataclass(frozen=True, slots=True)
class Trade:
    """A trade, craft or labor occupation whose definition is nearer than any series'."""

    code: str
    title: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Found:
    """The candidates, best first, and how many series the library defines (0: titles alone).

    ``trade_title`` is what a bare title names among the trades, which are no General Schedule work.
    """

    candidates: tuple[Candidate, ...]
    defined: int
    trade: Trade | None = None
    trade_title: TradeTitle | None = None


def definitions(library: Library) -> dict[str, list[Passage]]:
    """Return the passages that define each series or trade, by code, the Handbook's first.

    A definition stands under a heading of its code and title, or in a document of one series
    under a heading such as "Series definition".
    """
    coded: dict[str, list[Passage]] = {}
    own: dict[str, list[Passage]] = {}
    for info in _defining(library):
        passages = library.passages(document=info.id)
        for code, passage in _under_codes(passages):
            coded.setdefault(code, []).append(passage)
        for passage in passages:
            if len(passage.series) == 1 and any(_OWN.fullmatch(h.strip()) for h in passage.heading):
                own.setdefault(passage.series[0].zfill(4), []).append(passage)
    for code, passages in own.items():
        held = {passage.id for passage in coded.get(code, ())}
        coded.setdefault(code, []).extend(p for p in passages if p.id not in held)
    return coded


def find(library: Library, text: str, *, k: int = 5) -> Found:
    """Return the series that best match a description of work.

    Args:
        library: The user's documents; it may be empty.
        text: What the work is, in any words.
        k: How many candidates.

    Raises:
        QueryError: when there are no words to go by, or far too many.
        ModelError: the embedding model failed.
    """
    if not text.strip() or len(text) > MAX_LENGTH:
        raise QueryError(
            "there is no description of work"
            if not text.strip()
            else f"the description is longer than {MAX_LENGTH} characters",
            where="description",
            hint='Say what the work is in a sentence or two: "keeps patients\' records".',
        )
    defined = definitions(library)
    named = trade_title(text)
    if named is not None or titles.is_title(text):
        return _by_title(library, text, defined, named, k=k)
    lexical = series_words.scores(text)
    searched = _searched(library, text, defined)
    texts = series_words.described()
    deciding = _deciding(library, text, {code: defined.get(code, []) for code in texts})
    first = {
        code: score
        + SEARCH_SHARE * searched.get(code, 0.0)
        + (deciding[code][0] if code in deciding else 0.0)
        for code, score in lexical.items()
    }
    pool = _best(first, max(POOL, k))
    near = dict(zip(pool, library.likeness(text, [texts[code] for code in pool]), strict=True))
    final = {code: first[code] + near[code] for code in pool}
    titled = titling(library, _best(final, k))
    return Found(
        candidates=tuple(
            Candidate(
                code=code,
                title=series.title,
                score=round(final[code], 4),
                passage=deciding[code][1] if code in deciding else None,
                shared=series_words.shared(text, code),
                spoke=_spoke(lexical.get(code, 0.0), deciding.get(code)),
                catch_all=code in titles.CATCH_ALL,
                titling=titled.get(code),
            )
            for code in _best(final, k)
            if (series := find_series(code)) is not None
        ),
        defined=sum(1 for code in defined if code in texts),
        trade=_trade(searched, defined),
    )


def _by_title(
    library: Library,
    text: str,
    defined: Mapping[str, list[Passage]],
    named: TradeTitle | None,
    *,
    k: int,
) -> Found:
    """Rank the series for a bare title: by announced and official titles, words, and meaning."""
    said = titles.scores(text)
    pool = _best({code: one.score for code, one in said.items()}, TITLE_POOL)
    near = dict(zip(pool, library.likeness(text, [_words_of(c) for c in pool]), strict=True))
    final = {code: said[code].score + MEANING_OF_TITLE * near[code] for code in pool}
    chosen = _best(final, k)
    deciding = _deciding(library, text, {code: defined.get(code, []) for code in chosen})
    titled = titling(library, chosen)
    kept = [
        code
        for code in chosen
        # Of a trade's title only what shares a word with it is worth reading.
        if named is None or series_words.shared(text, code) or said[code].likeness >= NEAR_TITLE
    ]
    return Found(
        candidates=tuple(
            Candidate(
                code=code,
                title=titles.named(code),
                score=round(final[code], 4),
                passage=deciding[code][1] if code in deciding else None,
                shared=series_words.shared(text, code),
                announced=said[code].nearest if said[code].likeness >= NEAR_TITLE else "",
                spoke=_spoke(
                    max(series_words.likeness(text).get(code, 0.0), said[code].called),
                    deciding.get(code),
                    announced=said[code].likeness,
                ),
                catch_all=code in titles.CATCH_ALL,
                titling=titled.get(code),
            )
            for code in kept
        ),
        defined=sum(1 for code in defined if code in series_words.described()),
        trade=_named_trade(named, defined),
        trade_title=named,
    )


def _named_trade(named: TradeTitle | None, defined: Mapping[str, list[Passage]]) -> Trade | None:
    """Return the one trade a title names, where the library has its definition."""
    one = named.near[0] if named is not None and len(named.near) == 1 else None
    if one is None or one.code not in defined:
        return None
    return Trade(one.code, one.title, defined[one.code][0])


def titling(library: Library, codes: Iterable[str]) -> dict[str, Passage]:
    """Return by code the passage in which a series' own standard says how positions are titled."""
    wanted = set(codes)
    found: dict[str, tuple[int, Passage]] = {}
    for info in library.documents():
        if info.kind != "standard":
            continue
        for passage in library.passages(document=info.id):
            code = passage.series[0].zfill(4) if len(passage.series) == 1 else ""
            if code not in wanted:
                continue
            weight = _says_titles(passage)
            if weight and weight > found.get(code, (0, passage))[0]:
                found[code] = (weight, passage)
    return {code: passage for code, (_, passage) in found.items()}


def _says_titles(passage: Passage) -> int:
    """Return how plainly a passage says the titles of its series; 0 when it does not."""
    innermost = passage.heading[-1].strip() if passage.heading else ""
    if not any(_TITLED.search(heading) for heading in passage.heading):
        return 0
    says = len(_SAYS_TITLE.findall(passage.text))
    return says + (_TITLE_HEAD if says and _TITLED.match(innermost) else 0)


_TITLED: Final = pattern(r"(?:titles?|titling)\b|.*\btitling\b", re.IGNORECASE)
_SAYS_TITLE: Final = pattern(
    r"\b(?:basic title (?:for this|is)|no titles are specified|titled as|the basic title\b|"
    r"use .{0,60} as the (?:basic|official) title|(?:are|is) titled)",
    re.IGNORECASE,
)
_TITLE_HEAD: Final = 3


def _spoke(
    words: float, deciding: tuple[float, Passage] | None, *, announced: float = 0.0
) -> tuple[Voice, ...]:
    """Return what spoke for a series, the strongest first."""
    voices: list[tuple[float, Voice]] = [
        (announced if announced >= NEAR_TITLE else 0.0, "announced titles"),
        (words, "titles and words"),
        (deciding[0] if deciding is not None and deciding[0] >= NEAR_DEFINITION else 0.0,
         "definition"),
    ]  # fmt: skip
    return tuple(voice for score, voice in sorted(voices, reverse=True) if score > 0)


def _best(scores: Mapping[str, float], count: int) -> list[str]:
    return sorted(scores, key=lambda code: (-scores[code], code))[:count]


def _defining(library: Library) -> Iterable[DocumentInfo]:
    return (info for info in library.documents() if info.kind in _KINDS)


def _under_codes(passages: Iterable[Passage]) -> Iterable[tuple[str, Passage]]:
    """Yield the passages under a heading of a code and a title, with the code.

    A definition may go on under a heading of its own, of the name of a specialty: it belongs to
    the code before it while the heading above both stays the same.
    """
    last: tuple[str, tuple[str, ...]] | None = None
    for passage in passages:
        for depth in range(len(passage.heading) - 1, -1, -1):
            match = _CODED.fullmatch(passage.heading[depth].strip())
            if match is None:
                continue
            if match[1].endswith(_GROUP):
                inside = passage.heading[: depth + 1]
                goes_on = (
                    last is not None and last[1] == inside and len(passage.heading) > depth + 1
                )
                if goes_on and last is not None:
                    yield last[0], passage
                else:
                    last = None
            else:
                last = (match[1], passage.heading[:depth])
                yield match[1], passage
            break
        else:
            last = None


def _searched(
    library: Library, text: str, defined: Mapping[str, list[Passage]]
) -> dict[str, float]:
    """Return each defined code's best score in a search of the documents with many definitions."""
    by_passage = {p.id: code for code, passages in defined.items() for p in passages}
    many: dict[str, set[str]] = {}
    for code, passages in defined.items():
        for passage in passages:
            many.setdefault(passage.document, set()).add(code)
    found: dict[str, float] = {}
    for document, codes in many.items():
        if len(codes) == 1:
            # All hits in a document of one series are its own: their order says nothing.
            continue
        for hit in library.search(Query(query=text, document=document, k=MAX_K)):
            hit_code = by_passage.get(hit.passage.id)
            if hit_code is not None:
                found[hit_code] = max(found.get(hit_code, 0.0), hit.score)
    best = max(found.values(), default=0.0)
    return {code: score / best for code, score in found.items()} if best > 0 else {}


def _deciding(
    library: Library, text: str, defined: Mapping[str, list[Passage]]
) -> dict[str, tuple[float, Passage]]:
    """Return by code the nearest passage of its definitions and how near it is in meaning.

    Only the text is embedded: passages have their vectors since they were read.
    """
    rows = [
        (code, passage)
        for code, passages in defined.items()
        for passage in passages[:LONGEST_DEFINITION]
    ]
    alike = library.likeness_within(text, [(one.id, 0, len(one.text)) for _, one in rows])
    found: dict[str, tuple[float, Passage]] = {}
    for (code, passage), likeness in zip(rows, alike, strict=True):
        if code not in found or likeness > found[code][0]:
            found[code] = (likeness, passage)
    return found


def _words_of(code: str) -> str:
    return series_words.described().get(code) or titles.named(code)


def _trade(searched: Mapping[str, float], defined: Mapping[str, list[Passage]]) -> Trade | None:
    """Return the trade whose definition a search finds before any white collar one's."""
    first = next(iter(_best(searched, 1)), None)
    collar = max((score for code, score in searched.items() if code < FIRST_TRADE), default=0.0)
    if first is None or first < FIRST_TRADE or collar > TRADE_LEAD:
        return None
    passage = defined[first][0]
    heading = next(
        match[2]
        for part in reversed(passage.heading)
        if (match := _CODED.fullmatch(part.strip())) and match[1] == first
    )
    return Trade(first, heading.rstrip("* "), passage)
