"""The argument on a contested level: what the documents held say on each side, verified.

The drafting and checking are :mod:`assistant.argue` and :mod:`assistant.guard`; this module gives
them a level and puts what came of it into an answer's order, the deciding side first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.argue.evidence import digest_passage, gather
from assistant.argue.extractive import ExtractiveArguer
from assistant.argue.reviewing import review
from assistant.chat.answering.arithmetic import alternatives
from assistant.chat.answering.kit import level_of
from assistant.chat.composing.layout import CAUTION, claim_blocks, digest_blocks, removed_block
from assistant.chat.composing.weighing import facts_beside, facts_on, found_lines
from assistant.events import ClaimRemoved, ClaimVerified, Notice, ToolFinished, ToolStarted
from assistant.guard.drafts import Alternative, EvidencePack
from assistant.text import escape
from core.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.argue.evidence import LevelEvidence
    from assistant.chat.engine import Engine
    from assistant.chat.turn import Turn
    from assistant.events import Claim, Event
    from assistant.guard.drafts import Draft
    from core.standards.criteria import Level
    from core.standards.model import Standard

FIRST_SIDES = {"reason": 2, "requires": 1, "for": 1, "against": 1}
"""How many quotations of each side are shown at once; the rest is kept for "more"."""
MOST_FIRST = 5


def argue_level(engine: Engine, turn: Turn, contested: str, decision: str) -> Iterator[Event]:
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
    if not passages:
        turn.more += _digest_blocks(standard, lower, upper)
        return
    pack = _pack(engine, turn, contested, standard, (lower, upper), evidence)
    yield ToolStarted("argue", f"Drafting ({engine.arguer.name})")
    draft, notices = _draft(engine, pack)
    yield from notices
    reviewed = review(
        engine.library, pack, draft, first_number=turn.next_number(), opened=engine.opened
    )
    yield ToolFinished(
        "argue", f"{len(reviewed.claims)} claims verified, {len(reviewed.removed)} removed"
    )
    by = "program" if engine.arguer.name == "extractive" else engine.arguer.name
    drafted = [replace(claim, drafted_by=by) for claim in reviewed.claims]
    shown, kept = _numbered(*_first(drafted), turn.next_number())
    turn.claims += shown
    turn.kept += kept
    for claim in shown:
        yield ClaimVerified(claim)
    for removed in reviewed.removed:
        turn.removed.append(removed)
        yield ClaimRemoved(removed)
    sides, beside = _case_sides(engine, contested)
    yield from turn.say_all(claim_blocks(shown, found=sides))
    turn.more += claim_blocks(kept, beside=beside)
    turn.more += _digest_blocks(standard, lower, upper)
    turn.more += _counted(evidence)
    yield from turn.say_all(removed_block(reviewed.removed))


def _numbered(shown: list[Claim], kept: list[Claim], first: int) -> tuple[list[Claim], list[Claim]]:
    """Number the citations in the order a reader meets them, what is kept back last."""
    number = first
    renumbered = []
    for claim in [*shown, *kept]:
        sources = []
        for source in claim.sources:
            sources.append(replace(source, number=number))
            number += 1
        renumbered.append(replace(claim, sources=tuple(sources)))
    return renumbered[: len(shown)], renumbered[len(shown) :]


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


def _pack(
    engine: Engine,
    turn: Turn,
    contested: str,
    standard: Standard,
    levels: tuple[Level | None, Level],
    evidence: LevelEvidence,
) -> EvidencePack:
    others = []
    known = engine.opened is not None and level_of(engine.opened.standard, contested) is not None
    if known and engine.opened is not None and engine.standing is not None:
        others = alternatives(engine.opened, engine.standing.levels, [contested])
    digests = tuple(digest_passage(standard, level) for level in levels if level is not None)
    return EvidencePack(
        question=turn.message,
        case=engine.case,
        evaluation=engine.evaluation,
        contested=(contested,),
        passages=(*evidence.passages(), *digests),
        alternatives=tuple(Alternative(o.grade, o.total, name) for name, o in others),
        history=tuple(engine.history),
    )


def _digest_blocks(standard: Standard, lower: Level | None, upper: Level) -> list[str]:
    return ["### What separates the levels", *digest_blocks(standard, lower, upper)]


def _case_sides(
    engine: Engine, contested: str
) -> tuple[dict[str, list[str]], Callable[[Claim], list[str]] | None]:
    """What the case itself says for and against the contested level."""
    if engine.case is None or engine.opened is None:
        return {}, None
    found = level_of(engine.opened.standard, contested)
    facts = facts_on(engine.case, contested)
    sides = found_lines(engine.case, found[1].aspects) if found else {}
    return sides, lambda claim: facts_beside(claim, facts)


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


def _draft(engine: Engine, pack: EvidencePack) -> tuple[Draft, list[Notice]]:
    try:
        draft = engine.arguer.draft(pack)
    except ModelError as error:
        if not engine.fallback:
            raise
        warning = f"{error.sentence()} This answer was made without the model."
        return ExtractiveArguer().draft(pack), [Notice("warning", warning)]
    return draft, engine.arguer.take_notices()
