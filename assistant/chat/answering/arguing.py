"""The argument on a contested level: what the documents held say on each side, verified.

What to quote, and what a model may choose of it, is :mod:`assistant.argue` and
:mod:`assistant.guard`; this module gives them a level and puts what came of it into an answer's
order, the deciding side first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.argue.combining import Combined, combine
from assistant.argue.evidence import EvidencePack, LevelEvidence, digest_passage, gather
from assistant.argue.extractive import ExtractiveArguer
from assistant.argue.precedents import CAUTION
from assistant.argue.sourcing import claims
from assistant.chat.answering.kit import level_of
from assistant.chat.answering.with_model import chosen_for, left_out, reading
from assistant.chat.composing.layout import claim_blocks, digest_blocks, removed_block
from assistant.chat.composing.weighing import facts_beside, facts_on, found_lines
from assistant.events import Claim, ClaimRemoved, ClaimVerified, Event, ToolFinished, ToolStarted
from assistant.suggest.language.siding import unweighed
from assistant.text import escape

if TYPE_CHECKING:
    from assistant.chat.conversation import Conversation
    from assistant.chat.turn import Turn
    from core.model import Case
    from core.standards.criteria import Aspect, Level
    from core.standards.model import Standard

FIRST_SIDES = {"reason": 2, "requires": 1, "for": 1, "against": 1}
"""How many quotations of each side are shown at once; the rest is kept for "more"."""
MOST_FIRST = 5
_OWN = 2
"""How many facts of the case stand on a side."""


def argue_level(engine: Conversation, turn: Turn, contested: str, decision: str) -> Iterator[Event]:
    """Argue one level from the documents held, and keep what does not fit for "more"."""
    from core.standards.reading import load_standard

    standard = engine.opened.standard if engine.opened else load_standard("fes-primary")
    found = level_of(standard, contested)
    if found is None:
        standard = load_standard("fes-primary", engine.case.as_of if engine.case else None)
        found = level_of(standard, contested)
    if found is None:
        return
    factor, upper = found
    place = factor.levels.index(upper)
    lower = factor.levels[place - 1] if place else None
    yield ToolStarted("find_passages", f"Looking for what Level {contested} requires")
    evidence = gather(
        engine.library, contested, message=turn.message, case=engine.case, decision=decision
    )
    passages = evidence.passages()
    yield ToolFinished("find_passages", f"{len(passages)} passages on Level {contested}")
    sides, beside = _case_sides(engine, contested, decision)
    if not passages:
        yield from turn.say_all(claim_blocks((), found=sides))
        turn.more += _digest_blocks(standard, lower, upper)
        return
    digests = tuple(digest_passage(standard, level) for level in (lower, upper) if level)
    pack = EvidencePack(turn.message, contested, engine.case, (*passages, *digests))
    base = ExtractiveArguer().argue(pack)
    first = turn.next_number()
    drafted = claims(engine.library, base, opened=engine.opened, first_number=first)
    # What the contested level requires comes before what the one below it does.
    drafted.sort(key=lambda c: c.side == "requires" and f"Level {contested}" not in c.text)
    shown, kept = _first(drafted)
    chosen = yield from chosen_for(engine, turn, pack, upper, base)
    accepted = chosen.accepted if chosen is not None else []
    if accepted:
        shown, kept = _with_choices(engine, shown, combine(base, accepted))
    shown, number = _numbered(shown, first)
    read = reading(engine, accepted, upper, shown, number)
    kept, _ = _numbered(kept, read.number)
    turn.claims += [*shown, *read.claims]
    turn.kept += kept
    for claim in (*shown, *read.claims):
        yield ClaimVerified(claim)
    yield from turn.say_all(claim_blocks(shown, found=sides))
    yield from turn.say_all(read.blocks)
    turn.more += claim_blocks(kept, beside=beside)
    turn.more += _digest_blocks(standard, lower, upper)
    turn.more += _counted(evidence)
    removed = left_out(chosen) if chosen is not None else []
    turn.removed += removed
    yield from map(ClaimRemoved, removed)
    yield from turn.say_all(removed_block(removed))


def _with_choices(
    engine: Conversation, shown: list[Claim], combined: Combined
) -> tuple[list[Claim], list[Claim]]:
    """Return what is shown and what is kept: all that the base shows, and what a model chose."""
    forward = {(s.passage, s.quote) for claim in shown for s in claim.sources}
    every = claims(engine.library, combined.argued, opened=engine.opened, first_number=1)
    first, rest = [], []
    for claim in every:
        ahead = [
            s.quote in combined.forward or (s.passage, s.quote) in forward for s in claim.sources
        ]
        front = tuple(s for s, yes in zip(claim.sources, ahead, strict=True) if yes)
        back = tuple(s for s, yes in zip(claim.sources, ahead, strict=True) if not yes)
        first += [replace(claim, sources=front)] if front else []
        rest += [replace(claim, sources=back)] if back else []
    return first, rest


def _numbered(claims: list[Claim], first: int) -> tuple[list[Claim], int]:
    """Number the citations in the order a reader meets them; return the next number too."""
    number = first
    renumbered = []
    for claim in claims:
        sources = []
        for source in claim.sources:
            sources.append(replace(source, number=number))
            number += 1
        renumbered.append(replace(claim, sources=tuple(sources)))
    return renumbered, number


def _first(claims: list[Claim]) -> tuple[list[Claim], list[Claim]]:
    """Return the first quotations of each side, and the others."""
    shown: list[Claim] = []
    room = MOST_FIRST
    for side, most in FIRST_SIDES.items():
        free = min(most, room)
        for claim in (c for c in claims if c.side == side):
            if free > 0:
                shown.append(replace(claim, sources=claim.sources[:free]))
                free -= len(shown[-1].sources)
                room -= len(shown[-1].sources)
    if not shown:
        shown = claims[:1]
    quoted = {source.quote for claim in shown for source in claim.sources}
    kept = []
    for claim in claims:
        left = tuple(s for s in claim.sources if s.quote not in quoted)
        if left:
            kept.append(replace(claim, sources=left))
    return shown, kept


def _digest_blocks(standard: Standard, lower: Level | None, upper: Level) -> list[str]:
    return ["### What separates the levels", *digest_blocks(standard, lower, upper)]


def _case_sides(
    engine: Conversation, contested: str, decision: str
) -> tuple[dict[str, list[str]], Callable[[Claim], list[str]] | None]:
    """What the case itself says for and against the contested level: findings, else its words."""
    if engine.case is None or engine.opened is None:
        return {}, None
    found = level_of(engine.opened.standard, contested)
    facts = facts_on(engine.case, contested)
    aspects = found[1].aspects if found else ()
    sides = found_lines(engine.case, aspects)
    if not decision:
        own = _own_words(engine, engine.case, contested, aspects)
        sides = {side: [*lines, *own.get(side, ())] for side, lines in sides.items()}
    return sides, lambda claim: facts_beside(claim, facts)


def _own_words(
    engine: Conversation, case: Case, contested: str, aspects: Sequence[Aspect]
) -> dict[str, list[str]]:
    """Quote the facts of the case that read for and against a level, those of no finding.

    Which way they cut a person says: here their words are set beside those of the levels.
    """
    # The conversation's own embedder, which is at hand, not the one of the documents.
    found = unweighed(case, contested, aspects, engine.chooser.embedder)
    return {
        side: [
            f"- Stated in the case: “{escape(fact.text)}”"
            + (f" *({escape(fact.source)})*" if fact.source else "")
            + (f" Most like Level {like}." if like else "")
            for fact, like in facts[:_OWN]
        ]
        for side, facts in found.items()
        if side != "open"
    }


def _counted(evidence: LevelEvidence) -> list[str]:
    refused, credited = evidence.counts.get("refused", 0), evidence.counts.get("credited", 0)
    total = refused + credited
    if not total:
        return []
    if total == 1:
        stand = "refused" if refused else "credited"
        count = f"The one decision in your library on Level {evidence.level} {stand} it."
    else:
        count = (
            f"Of {total} decisions in your library on Level {evidence.level}, {credited} credited "
            f"it and {refused} refused it."
        )
    return [f"{escape(count)} {CAUTION}"]
