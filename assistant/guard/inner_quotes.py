"""Words in quotation marks inside a statement: they must stand in a source, or not be quoted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.guard.drafts import EvidencePack
from assistant.guard.plain import tidy
from index.models import Passage
from index.record.quotes import MIN_WORDS, check, count_words, fold

LONG = 4
"""From this many words on, a quotation inside a statement counts and is cited as one."""

_QUOTED = re.compile(
    r"“(?P<a>[^“”]*)”"
    r'|"(?P<b>[^"]*)"'
    r"|«(?P<c>[^«»]*)»"
    r"|„(?P<d>[^„“”]*)[“”]"
    r"|‹(?P<e>[^‹›]*)›"
    r"|(?<!\w)‘(?P<f>(?:[^‘’]|’(?=\w))*)’(?!\w)"
    r"|(?<!\w)'(?P<g>(?:[^']|'(?=\w))+)'(?!\w)"
)
_STRAY = re.compile(r"[“”„«»\"‹›]")
_END_MARKS = " \t.,;:!?…"


@dataclass(frozen=True, slots=True)
class Inner:
    """Words in quotation marks: the words, and the span with the marks."""

    words: str
    start: int
    end: int

    @property
    def long(self) -> bool:
        """Whether it is long enough to count as a quotation of its own."""
        return count_words(self.words) >= LONG


def find_inner(text: str) -> list[Inner]:
    """Return the stretches of a statement that stand in quotation marks."""
    return [
        Inner(next(group for group in match.groups() if group is not None), *match.span())
        for match in _QUOTED.finditer(text)
    ]


class InnerQuotes:
    """Looks words in quotation marks up in what the drafter was given."""

    def __init__(self, pack: EvidencePack) -> None:
        self._official = [p for p in pack.passages if p.kind != "digest"]
        self._digests = [p.text for p in pack.passages if p.kind == "digest"]
        self._stated = [pack.question]
        if pack.case:
            self._stated += [fact.text for fact in pack.case.facts]
            self._stated += [part for duty in pack.case.duties for part in (duty.title, duty.text)]
            self._stated += [e.text for f in pack.case.findings for e in f.evidence]
        self._known: dict[str, str] = {}

    def verified(self, words: str) -> bool:
        """Whether the words stand in a supplied passage or were said of the case."""
        return self._where(words) != ""

    def citable(self, inner: list[Inner]) -> list[tuple[str, str]]:
        """Return the (passage id, words) of long quotations that stand in official text."""
        found = []
        for one in inner:
            where = self._where(one.words) if one.long else ""
            if where not in {"", "stated", "digest"}:
                found.append((where, one.words.strip(_END_MARKS)))
        return found

    def shown(self, sentence: str, offset: int, inner: list[Inner]) -> str:
        """Return a sentence as it may be shown.

        Our own words of a digest lose their quotation marks, and so does a mark without a
        partner: nothing looks like a quotation that is not one.
        """
        parts: list[str] = []
        at = 0
        for one in inner:
            start, end = one.start - offset, one.end - offset
            parts.append(_STRAY.sub("", sentence[at:start]))
            digest = self._where(one.words) == "digest"
            parts.append(one.words if digest else sentence[start:end])
            at = end
        parts.append(_STRAY.sub("", sentence[at:]))
        return tidy("".join(parts))

    def _where(self, words: str) -> str:
        """Return the passage id the words stand in, ``digest``, ``stated``, or nothing."""
        if words not in self._known:
            self._known[words] = self._looked_up(words.strip(_END_MARKS))
        return self._known[words]

    def _looked_up(self, words: str) -> str:
        if not words:
            return ""
        passage = next((p for p in self._official if _stands(p, words)), None)
        if passage is not None:
            return passage.id
        if any(_stands_in(text, words) for text in self._digests):
            return "digest"
        return "stated" if any(_stands_in(text, words) for text in self._stated) else ""


def _stands(passage: Passage, words: str) -> bool:
    return _stands_in(passage.text, words)


def _stands_in(text: str, words: str) -> bool:
    if count_words(words) >= MIN_WORDS:
        return check(text, words).found
    asked = fold(words).text.strip().casefold()
    if not asked:
        return False
    pattern = rf"(?<!\w){re.escape(asked)}(?!\w)"
    return re.search(pattern, fold(text).text.casefold()) is not None
