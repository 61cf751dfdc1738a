"""Verified words for a paper: what the documents held say of a level, and where each stands.

The argument without a model chooses the sentences, and every one of them is looked up in the text
of record, as in the conversation. What the documents do not hold is simply not quoted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assistant.argue.evidence import EvidencePack, digest_passage, gather, level_beneath
from assistant.argue.extractive import ExtractiveArguer
from assistant.argue.selection import sentences
from assistant.argue.sourcing import claims
from assistant.papers.content import Quote
from assistant.papers.drafting import lead, say
from core.standards.reading import find_level
from core.standards.series import series_code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.events import Claim, Source
    from assistant.papers.content import Block
    from assistant.papers.subject import Matter
    from core.standards.model import Standard
    from index.models import Passage

_MOST: Final = 12
"""How many sentences of one level are quoted: a level description is seldom longer."""


def argued(matter: Matter, level: str) -> tuple[Claim, ...]:
    """Return what the documents held say for and against a level; nothing without documents.

    Raises:
        LevelError: the level is not one of the standard's.
        ModelError: the embedding model failed.
    """
    subject = matter.subject
    if matter.library is None or subject.opened is None or subject.case is None:
        return ()
    standard = subject.opened.standard
    found = gather(matter.library, level, message=subject.case.question, case=subject.case)
    passages = [one for one in found.passages() if _applies(matter, one)]
    if not passages:
        return ()
    upper = find_level(standard, level)
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
    subject = matter.subject
    position = subject.position
    named = (position.current.series, position.requested.series, position.determined.series)
    own = {series_code(one) for one in named if one}
    own |= set() if subject.opened is None else set(subject.opened.standard.series)
    return decision is None or not decision.decided.series or decision.decided.series in own


def required(matter: Matter, level: str) -> tuple[Quote, ...]:
    """Return what a level requires in the words of the document held, each sentence verified.

    The words are those of the standard the position is graded by: its own document, or a decision
    on a position of its series that quotes it. Without either nothing is quoted.
    """
    library, opened = matter.library, matter.subject.opened
    if library is None or opened is None:
        return ()
    factor = level.rpartition("-")[0]
    held: list[Passage] = []
    for kind, stance in _WORDS:
        held = [
            one
            for one in library.passages(kind=kind, factor=factor, level=level, stance=stance)
            if one.level == level and _speaks(matter, opened.standard, one)
        ]
        if held:
            break
    found: list[Quote] = []
    room = _MOST
    for passage in held:
        if passage.document != held[0].document:
            continue
        checks = [
            check
            for one in sentences(passage.text)[:room]
            if (check := library.check_quote(passage.id, one.text)).found
        ]
        room -= len(checks)
        if checks:
            named = ", ".join(part for part in (passage.title, checks[0].place) if part)
            found.append(
                Quote(
                    words=tuple(one.text for one in checks),
                    place=say(named),
                    passage=passage.id,
                    mark=checks[0].superseded,
                )
            )
    return tuple(found)


_WORDS: Final = (("standard", None), ("guide", None), ("decision", "standard"))
"""Where a level's words are looked for, in this order: the standard's own, then a copy of them."""


def _speaks(matter: Matter, standard: Standard, passage: Passage) -> bool:
    """Return whether a passage says what a level of a standard requires."""
    if any("table of contents" in heading.lower() for heading in passage.heading):
        return False
    if passage.kind == "guide":
        return not standard.series
    if passage.kind == "standard":
        return bool(set(passage.series) & set(standard.series))
    return _applies(matter, passage)


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
