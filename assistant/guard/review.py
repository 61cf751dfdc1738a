"""What may reach the reader.

A draft is a list of statements with quotations, written by a model or by the extractive
arguer. Every quotation is looked up in the text of record; every figure must come from the core,
the case or a verified quotation; sentences that decide what only the core decides are taken
out, and so is everything a terminal or a viewer might act on. What is taken out is counted with
its reason. What was invented is not repeated there: figures are blanked, and of a false
quotation only its first words are shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from assistant.events import Claim, Removed, Source
from assistant.guard.drafts import Draft, DraftClaim, EvidencePack, Side
from assistant.guard.figure_finder import find_mentions
from assistant.guard.figures import DOCUMENT, Grounds, Quoted
from assistant.guard.inner_quotes import Inner, InnerQuotes, find_inner
from assistant.guard.numerals import folded, foreign_letters
from assistant.guard.plain import plain, tidy
from assistant.guard.redaction import blanked, teaser
from assistant.guard.verdicts import Reported, Verdicts
from assistant.text import one_line, safe_text
from core.errors import QueryError
from index.models import Passage

INVENTED = "a quotation that does not stand in the document"
NOT_SUPPLIED = "a citation of a passage that was not supplied"
INVENTED_INSIDE = "words in quotation marks that no supplied document has"
UNSUPPORTED = "a statement left without a verified quotation"
OTHER_LETTERS = "letters of another alphabet"
ADDRESS = "a web address"
TOO_LONG = "a statement too long to be checked"
EMPTY = "a statement without words"

LONGEST = 6_000
"""Longest statement that is checked, in characters."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+(?=\S)")
_ABBREVIATED = re.compile(r"\b(?:e\.g|i\.e|pp?|nos?|vs|cf|sec|etc|[a-z])\.\s*$", re.IGNORECASE)
_DECISION = re.compile(r"\bC-\d{3,4}-\d{2}-\d{2}\b", re.IGNORECASE)
_AUTHORITY = re.compile(
    r"\b(?:opm|standards?|guides?|guidelines|regulations?|law|statute|decisions?|handbook|levels?|"
    r"factors?|rules?|agency|appellant|employees?|you)\b[^.]{0,50}?\b(?:requires?|describes?|states?|"
    r"says|provides?|defines?|expects?|demands?|found|held|credited|refused|concluded|decided|"
    r"allows?|permits?|forbids?|bars?|must|may not|entitled)\b"
)
_SILENCE = re.compile(
    r"^\W*(?:there (?:is|are) )?(?:no|none|nothing|nobody|neither)\b|\bsilent\b"
    r"|\b(?:do|does|did) not (?:say|show|tell|reach|hold|state|speak|settle|bear|help)\b"
)


class Checked(Protocol):
    """What came of looking a quotation up; :class:`index.record.quotes.QuoteCheck` is one."""

    @property
    def found(self) -> bool:
        """Whether the words stand in the text of record."""

    @property
    def passage(self) -> str:
        """The id of the passage they stand in."""

    @property
    def start(self) -> int:
        """Where they begin in the passage's text."""

    @property
    def end(self) -> int:
        """Where they end."""

    @property
    def text(self) -> str:
        """The words as the document has them."""

    @property
    def place(self) -> str:
        """The page they begin on; empty when the passage's own place says it."""

    @property
    def superseded(self) -> str:
        """What became of them when they do not apply; empty otherwise."""


CheckQuote = Callable[[str, str], Checked]
"""Looks a quotation up: passage id and words in, what came of it out."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What may be shown of a draft, and what was removed.

    ``sources`` are the numbered citations of all claims, each once, in order. ``summary`` is
    empty when the draft had none or nothing of it may be shown.
    """

    claims: tuple[Claim, ...]
    removed: tuple[Removed, ...]
    sources: tuple[Source, ...] = ()
    summary: str = ""


@dataclass(frozen=True, slots=True)
class _Verified:
    """A quotation found in a supplied passage."""

    passage: Passage
    text: str
    start: int
    end: int
    place: str
    superseded: str


class Guard:
    """Reviews drafts made from one evidence pack.

    Args:
        check_quote: looks a quotation up in the text of record by passage id.
        pack: what the drafter was given; only its passages may be cited.
        look_up: names the official place behind a digest passage; by default its title and page.
    """

    def __init__(
        self,
        check_quote: CheckQuote,
        pack: EvidencePack,
        look_up: Callable[[Passage], str] | None = None,
    ) -> None:
        self._check = check_quote
        self._look_up = look_up or _title_and_place
        self._passages = {passage.id: passage for passage in pack.passages}
        self._grounds = Grounds(pack)
        self._verdicts = Verdicts(pack)
        self._inner = InnerQuotes(pack)
        self._names = _document_names(pack)
        self._removed: list[Removed] = []
        self._sources: dict[tuple[str, str], Source] = {}
        self._first = 1

    def review(self, draft: Draft, *, first_number: int = 1) -> Reviewed:
        """Return what of a draft may be shown.

        Args:
            draft: the draft, from whoever wrote it.
            first_number: the number of the first source.
        """
        self._removed, self._sources, self._first = [], {}, first_number
        claims = [claim for drafted in draft.claims if (claim := self._claim(drafted)) is not None]
        summary = self._summary(draft.summary)
        return Reviewed(
            claims=tuple(claims),
            removed=tuple(self._removed),
            sources=tuple(self._sources.values()),
            summary=summary,
        )

    # --- statements --------------------------------------------------------------------------

    def _claim(self, drafted: DraftClaim) -> Claim | None:
        before = len(self._removed)
        verified = [v for q in drafted.quotes if (v := self._quote(q.passage, q.quote))]
        text = self._text(drafted.text)
        if text is None:
            return None
        inner = find_inner(text)
        for passage, words in self._inner.citable(inner):
            if not any(words in v.text for v in verified):
                found = self._quote(passage, words)
                verified += [found] if found else []
        kept = self._sentences(text, inner, drafted.side, verified)
        if not kept:
            if len(self._removed) == before:
                self._remove(blanked(text) or "(no words)", EMPTY)
            return None
        if not verified and (drafted.side != "context" or self._states_something(kept)):
            self._remove(blanked(kept), UNSUPPORTED)
            return None
        sources = tuple(dict.fromkeys(self._source(v) for v in verified))
        return Claim(text=kept, side=drafted.side, sources=sources)

    def _summary(self, text: str) -> str:
        shown = self._text(text) if text.strip() else None
        return self._sentences(shown, find_inner(shown), "context", []) if shown else ""

    def _text(self, text: str) -> str | None:
        """Return a statement as plain prose, or None when it cannot be checked."""
        if len(text) > LONGEST:
            self._remove(blanked(text), TOO_LONG)
            return None
        prose = plain(text)
        for _ in prose.addresses:
            self._remove("(a web address)", ADDRESS)
        return prose.text

    def _sentences(
        self, text: str, inner: list[Inner], side: Side, verified: list[_Verified]
    ) -> str:
        """Return the sentences of a statement that may stand, joined again."""
        quoted = [Quoted.of(v.passage, v.text) for v in verified]
        reported = Reported.of([v.passage for v in verified])
        kept: list[str] = []
        for start, end in _spans(text, inner):
            within = [i for i in inner if start <= i.start and i.end <= end]
            sentence = text[start:end]
            why = self._objection(sentence, start, within, side, quoted, reported)
            if why:
                self._remove(blanked(sentence), why)
            else:
                kept.append(self._inner.shown(sentence, start, within))
        joined = tidy(" ".join(kept)).lstrip("-–—#+•,;:.!? ")
        if len(kept) > 1:
            # A figure may come about only where two sentences meet.
            why = self._figures(joined, quoted)
            if why:
                self._remove(blanked(joined), why)
                return ""
        return joined

    def _objection(
        self,
        sentence: str,
        offset: int,
        inner: list[Inner],
        side: Side,
        quoted: list[Quoted],
        reported: Reported,
    ) -> str:
        if foreign_letters(sentence):
            return OTHER_LETTERS
        if not all(self._inner.verified(i.words) for i in inner):
            return INVENTED_INSIDE
        own_words = sentence
        for i in reversed(inner):
            if i.long:
                own_words = f"{own_words[: i.start - offset]} … {own_words[i.end - offset :]}"
        return self._figures(sentence, quoted) or self._verdicts.objection(
            self._folded(own_words), side, reported
        )

    def _figures(self, text: str, quoted: list[Quoted]) -> str:
        sentence = self._folded(text)
        mentions = find_mentions(sentence)
        for mention in mentions:
            why = self._grounds.objection(sentence, mentions, mention, quoted)
            if why:
                return why
        return ""

    def _folded(self, text: str) -> str:
        return folded(self._names.sub(DOCUMENT, text) if self._names else text)

    def _states_something(self, text: str) -> bool:
        """Whether a statement without a quotation says what a document would have to bear out."""
        for start, end in _spans(text, []):
            sentence = self._folded(text[start:end])
            stated = _AUTHORITY.search(sentence)
            if stated and not _SILENCE.search(sentence):
                return True
        return False

    # --- quotations --------------------------------------------------------------------------

    def _quote(self, passage_id: str, words: str) -> _Verified | None:
        """Find a quotation in the supplied passage named, or in another of its document."""
        named = safe_text(passage_id).strip()
        supplied = self._passages.get(named)
        document = supplied.document if supplied else named.rpartition("#")[0]
        candidates = [supplied] if supplied else []
        candidates += [
            p for p in self._passages.values() if p.document == document and p is not supplied
        ]
        for passage in candidates:
            found = self._found(passage, words)
            if found is not None:
                return found
        self._remove(teaser(words), INVENTED if candidates else NOT_SUPPLIED)
        return None

    def _found(self, passage: Passage, words: str) -> _Verified | None:
        try:
            checked = self._check(passage.id, words)
        except QueryError:
            # The passage has left the library since it was supplied: it cannot be cited.
            return None
        if not checked.found or checked.passage not in {"", passage.id}:
            return None
        place = checked.place or passage.place()
        return _Verified(
            passage, checked.text, checked.start, checked.end, place, checked.superseded
        )

    def _source(self, verified: _Verified) -> Source:
        passage, quote = verified.passage, safe_text(verified.text)
        key = (passage.id, " ".join(quote.split()))
        if key not in self._sources:
            digest = passage.kind == "digest"
            self._sources[key] = Source(
                number=self._first + len(self._sources),
                passage=passage.id,
                document=passage.document,
                title=one_line(passage.title),
                place=one_line(verified.place),
                heading=tuple(one_line(heading) for heading in passage.heading),
                quote=quote,
                verified=True,
                digest=digest,
                look_up=one_line(self._look_up(passage)) if digest else "",
                start=verified.start,
                end=verified.end,
                superseded=one_line(verified.superseded),
            )
        return self._sources[key]

    def _remove(self, text: str, reason: str) -> None:
        self._removed.append(Removed(text, reason))


def _title_and_place(passage: Passage) -> str:
    return ", ".join(part for part in (passage.title, passage.place()) if part)


def _document_names(pack: EvidencePack) -> re.Pattern[str] | None:
    """Return a pattern of the supplied documents' ids and of decision numbers they name."""
    names: set[str] = set()
    for passage in pack.passages:
        names |= {passage.document, passage.id}
        texts: Iterable[str] = (passage.document, passage.title, passage.text, *passage.heading)
        names |= {number for text in texts for number in _DECISION.findall(text)}
    names |= set(_DECISION.findall(pack.question))
    spelled = {" ".join(plain(name).text.split()) for name in names} | names
    longest_first = sorted((n for n in spelled if len(n) > 3), key=len, reverse=True)
    if not longest_first:
        return None
    return re.compile(
        r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])", re.IGNORECASE
    )


def _spans(text: str, inner: list[Inner]) -> list[tuple[int, int]]:
    """Return the span of each sentence; words in quotation marks are not cut."""
    spans: list[tuple[int, int]] = []
    start = 0
    for end in _SENTENCE_END.finditer(text):
        if any(i.start < end.start() and end.end() < i.end for i in inner):
            continue
        if _ABBREVIATED.search(text[start : end.start()]):
            continue
        spans.append((start, end.end()))
        start = end.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return spans
