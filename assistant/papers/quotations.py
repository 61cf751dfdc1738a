"""Verified words for a paper: what the documents held say of a level, and where each stands.

The argument without a model chooses the sentences, and every one of them is looked up in the text
of record, as in the conversation. What the documents do not hold is simply not quoted.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from assistant.argue.evidence import EvidencePack, digest_passage, gather, level_beneath
from assistant.argue.extractive import ExtractiveArguer
from assistant.argue.sourcing import claims
from assistant.papers.content import Block, Quote
from assistant.papers.drafting import lead, say
from assistant.text import one_line
from core.standards.series import series_code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.events import Claim, Source
    from assistant.papers.subject import Matter
    from core.standards.model import Standard
    from index.library import Library
    from index.models import Passage


def argued(matter: Matter, level: str) -> tuple[Claim, ...]:
    """Return what the documents held say for and against a level; nothing without documents.

    Raises:
        LevelError: the level is not one of the standard's.
        ModelError: the embedding model failed.
    """
    subject = matter.subject
    if matter.library is None or subject.opened is None or subject.case is None:
        return ()
    # Documents are searched, and decisions read, by numbered levels.
    if not level.rpartition("-")[2].isdecimal():
        return ()
    standard, upper = subject.opened.described(level)
    found = gather(matter.library, level, message=subject.case.question, case=subject.case)
    passages = [one for one in found.passages() if _applies(matter, one)]
    if not passages:
        return ()
    lower = level_beneath(standard, level)
    digests = tuple(digest_passage(standard, one) for one in (lower, upper) if one is not None)
    pack = EvidencePack(
        question=subject.case.question or f"Is Level {level} met?",
        level=level,
        case=subject.case,
        passages=(*passages, *digests),
    )
    base = ExtractiveArguer().argue(pack)
    return tuple(claims(matter.library, base, opened=subject.opened, first_number=1))


def _applies(matter: Matter, passage: Passage) -> bool:
    """Return whether a passage may stand for what a level requires of this position.

    A decision quotes the standard of its own series: those words bind no position of another.
    """
    if matter.library is None or passage.kind != "decision" or passage.stance != "standard":
        return True
    decision = matter.library.decision(passage.document)
    opened = matter.subject.opened
    own = _own_series(matter) | (set() if opened is None else set(opened.standard.series))
    return decision is None or not decision.decided.series or decision.decided.series in own


def _own_series(matter: Matter) -> set[str]:
    """Return the series a position is said to be in: of record, sought or determined."""
    position = matter.subject.position
    named = (position.current.series, position.requested.series, position.determined.series)
    return {series_code(one) for one in named if one}


def required(matter: Matter, level: str, standard: Standard | None = None) -> tuple[Quote, ...]:
    """Return what a level requires in the words of the document held, all of them and verified.

    The words are those of the standard the position is graded by: its own document, or a decision
    on a position of its series that quotes it. Without either nothing is quoted.

    Args:
        matter: what the paper is about.
        level: the level, such as 2-5.
        standard: the standard whose level it is; otherwise that of the case.
    """
    library, opened = matter.library, matter.subject.opened
    standard = standard or (None if opened is None else opened.standard)
    if library is None or standard is None:
        return ()
    factor, _, step = level.rpartition("-")
    # Levels told by letters are asked for by their factor: documents are searched by numbered ones.
    asked = level if step.isdecimal() else None
    held: list[Passage] = []
    for kind, stance in _WORDS:
        held = [
            one
            for one in library.passages(kind=kind, factor=factor, level=asked, stance=stance)
            if one.level == level and _speaks(matter, standard, one)
        ]
        if held:
            break
    # A level is described in one part of a document; what names it elsewhere is about it.
    there = [one for one in held if _part(one) == _part(held[0])]
    last = held[0].heading[-1:] if held else ()
    found = (
        whole(library, one, "" if _same(one.heading[-1:], last) else one.heading[-1])
        for one in there
    )
    return _placed_once([one for one in found if one is not None])


def _placed_once(found: list[Quote]) -> tuple[Quote, ...]:
    """Return quotations with the place that several in a row share told after the last of them."""
    return tuple(
        one.model_copy(update={"place": (), "mark": ""})
        if after is not None and (one.place, one.mark) == (after.place, after.mark)
        else one
        for one, after in zip_longest(found, found[1:])
    )


def _part(passage: Passage) -> tuple[str, ...]:
    """Return the document and the part of it a passage stands in."""
    return (passage.document, *passage.heading[:1])


def _same(heading: tuple[str, ...], first: tuple[str, ...]) -> bool:
    """Return whether a heading is the first one again, or says that it goes on."""
    return heading == first or any("continued" in one.lower() for one in heading)


_WORDS: Final = (("standard", None), ("guide", None), ("decision", "standard"))
"""Where a level's words are looked for, in this order: the standard's own, then a copy of them."""


def _speaks(matter: Matter, standard: Standard, passage: Passage) -> bool:
    """Return whether a passage says what a level of a standard requires, and is no illustration."""
    if passage.kind == "decision":
        return _applies(matter, passage)
    if not any(_LEVEL.search(heading) for heading in passage.heading[-_NEAR:]):
        return False
    if any(_EXAMPLE.search(heading) for heading in passage.heading):
        return False
    if not standard.series:
        # Standards of every series number their levels alike: only the document tells them apart.
        return standard.cite(standard.page).document.casefold() == passage.title.casefold()
    own = _own_series(matter) & set(standard.series) or set(standard.series)
    return bool(set(passage.series) & own)


_LEVEL: Final = re.compile(r"\bLevel\b", re.IGNORECASE)
_EXAMPLE: Final = re.compile(r"\b(?:illustration|example|benchmark)s?\b", re.IGNORECASE)
_NEAR: Final = 2
"""How many headings above a passage may name its level: a joint standard tells series apart."""


def whole(library: Library, passage: Passage, of: str = "") -> Quote | None:
    """Return a whole passage as a quotation, by paragraphs; None where one cannot be verified.

    Args:
        library: the documents.
        passage: the passage.
        of: the part of the document it is told for, where a heading alone says so.
    """
    words: list[str] = []
    place, mark = "", ""
    for paragraph_ in _paragraphs(passage.text):
        check = library.check_quote(passage.id, paragraph_)
        if not check.found:
            return None
        words.append(_BULLETS.sub("", one_line(check.text)))
        place, mark = place or check.place, mark or check.superseded
    named = ", ".join(part for part in (passage.title, place, one_line(of)) if part)
    return Quote(words=tuple(words), place=say(named), passage=passage.id, mark=mark)


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a passage; words too few to be looked up stay with the others."""
    found: list[str] = []
    for line in (one.strip() for one in text.split("\n")):
        if not line:
            continue
        alone = len(found) == 1 and len(found[0].split()) < _FEW
        marked = bool(found) and not any(one.isalnum() for one in found[-1])
        few = any(one.isalnum() for one in line) and len(line.split()) < _FEW
        if found and (few or alone or marked):
            found[-1] += f"\n{line}"
        else:
            found.append(line)
    if len(found) > 1 and not any(one.isalnum() for one in found[-1]):
        found[-2:] = ["\n".join(found[-2:])]
    return found


_BULLETS: Final = re.compile(r"^(?:[•▪◦●]\s+)+(?=[•▪◦●]\s)")
"""Bullets that a column of a document has lost its items to; the last one is the item's own."""

_FEW: Final = 4
"""Words, such as a lone "or" between alternatives, that say nothing by themselves."""


def quoted(argued_claims: Iterable[Claim], *sides: str) -> list[Block]:
    """Return the verified quotations of some sides of an argument, each under what it is."""
    found: list[Block] = []
    for claim in argued_claims:
        sources = [one for one in claim.sources if one.verified and not one.digest]
        if claim.side not in sides or not sources:
            continue
        found.append(lead(claim.text))
        together: dict[tuple[str, str], list[Source]] = {}
        for one in sources:
            together.setdefault((one.passage, one.place), []).append(one)
        for (passage, place), several in together.items():
            named = ", ".join(part for part in (several[0].title, place) if part)
            found.append(
                Quote(
                    words=tuple(one.quote for one in several),
                    place=say(named),
                    passage=passage,
                    mark=several[0].superseded,
                )
            )
    return found
