"""Questions that documents answer: a contested level, and everything else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.argue.answering import Answering, answers
from assistant.argue.drafts import Alternative, EvidencePack
from assistant.argue.evidence import LevelEvidence, digest_passage, gather, level_beneath
from assistant.argue.reviewing import review
from assistant.chat.arithmetic import alternatives, decision_levels
from assistant.chat.composing import (
    arithmetic_blocks,
    at_stake,
    claim_blocks,
    digest_blocks,
    escape,
    number,
    removed_block,
)
from assistant.chat.turns.points import level_points
from assistant.chat.understanding import factor_numbered
from assistant.chat.weighing import facts_beside, facts_on, found_lines
from assistant.events import (
    ClaimRemoved,
    ClaimVerified,
    Notice,
    ToolFinished,
    ToolStarted,
)
from core.errors import LevelError

if TYPE_CHECKING:
    from assistant.argue.drafts import Draft
    from assistant.chat.engine import Engine
    from assistant.chat.turn import Turn
    from assistant.chat.understanding import Understanding
    from assistant.events import Claim, Event
    from core.fes.opened import OpenedCase
    from core.model import Evaluation
    from core.standards.criteria import Level
    from core.standards.model import Standard
    from index.models import Decision, Passage

MOST_LEVELS = 2
"""How many contested levels one answer argues."""
CAUTION = (
    "A decision shows how OPM read a criterion. It is not case law, and it cannot be the basis "
    "for grading another position."
)


def contested_levels(understanding: Understanding) -> list[str]:
    """Return the levels to argue: for each factor named, the highest level named."""
    highest: dict[str, str] = {}
    for level in understanding.levels:
        factor, _, step = level.rpartition("-")
        if factor not in highest or int(step) > int(highest[factor].rpartition("-")[2]):
            highest[factor] = level
    return list(highest.values())[:MOST_LEVELS]


def level(engine: Engine, turn: Turn, understanding: Understanding) -> Iterator[Event]:
    """Say what a level requires, what decides it, and what it would do to the grade."""
    from assistant.chat.turns.rulings import guide_level, of_guide

    if of_guide(understanding):
        for named in understanding.levels[:MOST_LEVELS]:
            yield from guide_level(engine, turn, understanding, named)
        return
    for contested in contested_levels(understanding):
        yield from _one_level(engine, turn, understanding, contested)


def _one_level(
    engine: Engine, turn: Turn, understanding: Understanding, contested: str
) -> Iterator[Event]:
    from core.standards.reading import find_factor, find_level, load_standard

    case = engine.case
    standard = engine.opened.standard if engine.opened else load_standard("fes-primary")
    upper = find_level(standard, contested)
    yield ToolStarted("find_passages", f"Looking for what Level {contested} requires")
    evidence = gather(
        engine.library,
        contested,
        message=understanding.message,
        case=case,
        decision=understanding.decision,
    )
    passages = evidence.passages()
    yield ToolFinished("find_passages", f"{len(passages)} passages on Level {contested}")
    lower = level_beneath(standard, contested)
    factor = find_factor(standard, evidence.factor)
    yield turn.say(f"## Level {contested}: Factor {factor.factor}, {escape(factor.name)}")
    focus = evidence.decisions[0] if evidence.decisions and case is None else None
    yield from turn.say_all([line for line in [level_points(standard, lower, upper)] if line])
    yield from turn.say_all(_standing_blocks(engine, evidence, focus))
    evaluation, others = _figures(engine, focus, contested)
    if evaluation is not None:
        yield turn.say(at_stake(evaluation, others))
    pack = EvidencePack(
        question=understanding.message,
        case=case,
        evaluation=evaluation,
        contested=(contested,),
        passages=(*passages, *_digests(standard, (lower, upper))),
        alternatives=tuple(Alternative(o.grade, o.total, name) for name, o in others),
        history=tuple(engine.history),
    )
    if passages:
        yield from argue(engine, turn, pack)
    else:
        yield turn.say(
            f"None of the documents in the library speaks of Level {contested}. Add standards "
            "or decisions with `fes ingest`, and their language will be quoted here."
        )
    yield from turn.say_all(
        ["### What separates the levels", *digest_blocks(standard, lower, upper)]
    )
    if evaluation is not None:
        whose = f"Decision {focus.decision_number or focus.document}" if focus else "This case"
        turn.evaluation = evaluation
        yield from turn.say_all(arithmetic_blocks(evaluation, others, whose=whose))
    yield from turn.say_all(_odds_blocks(evidence))
    if case is not None:
        from assistant.chat.turns.changes import ask_next

        yield from ask_next(engine, turn, contested)


def _digests(standard: Standard, levels: tuple[Level | None, ...]) -> list[Passage]:
    return [digest_passage(standard, level) for level in levels if level is not None]


def _figures(
    engine: Engine, focus: Decision | None, contested: str
) -> tuple[Evaluation | None, list[tuple[str, Evaluation]]]:
    """The core's evaluation of the case, or of the decision asked about, and with the level."""
    from core.fes.grading import evaluate_levels

    if engine.opened is not None and engine.standing is not None:
        standing = engine.standing
        return standing.evaluation, alternatives(engine.opened, standing.levels, [contested])
    levels_of = decision_levels(focus) if focus else None
    if levels_of is None:
        return None, []
    evaluation = evaluate_levels("fes-primary", levels_of)
    return evaluation, alternatives(None, levels_of, [contested])


def _standing_blocks(engine: Engine, evidence: LevelEvidence, focus: Decision | None) -> list[str]:
    """Say which level stands: in the case by the core, or in the decision asked about."""
    if engine.case is not None and engine.standing is not None:
        for credit in engine.standing.credits:
            if str(credit.factor) == evidence.factor:
                return [f"**Level {credit.level} stands.** {escape(credit.reason)}"]
        return []
    if focus is None:
        return []
    for record in focus.factors:
        if str(record.factor) == evidence.factor and record.credited:
            points = f" for {number(record.points)} points" if record.points is not None else ""
            sought = f" The appellant sought Level {record.sought}." if record.sought else ""
            refused = (
                f" It refused Level {evidence.level}." if evidence.level in record.rejected else ""
            )
            name = escape(focus.decision_number or focus.document)
            return [f"**{name}** credited Level {record.credited}{points}.{refused}{sought}"]
    return []


def _odds_blocks(evidence: LevelEvidence) -> list[str]:
    refused, credited = evidence.counts.get("refused", 0), evidence.counts.get("credited", 0)
    if not refused and not credited:
        return []
    total = refused + credited
    if total == 1:
        stand = "refused" if refused else "credited"
        count = f"The one decision in your library on Level {evidence.level} {stand} it."
    else:
        count = (
            f"Of {total} decisions in your library on Level {evidence.level}, {credited} credited "
            f"it and {refused} refused it."
        )
    return [f"{count} {CAUTION}"]


def argue(engine: Engine, turn: Turn, pack: EvidencePack) -> Iterator[Event]:
    """Have the arguer draft, the guard review, and say what is left."""
    yield ToolStarted("argue", f"Drafting ({engine.arguer.name})")
    draft, notices = _draft(engine, pack)
    yield from notices
    reviewed = review(
        engine.library, pack, draft, first_number=_next_number(turn), opened=engine.opened
    )
    yield ToolFinished(
        "argue", f"{len(reviewed.claims)} claims verified, {len(reviewed.removed)} removed"
    )
    for claim in reviewed.claims:
        turn.claims.append(claim)
        yield ClaimVerified(claim)
    for removed in reviewed.removed:
        turn.removed.append(removed)
        yield ClaimRemoved(removed)
    if reviewed.summary:
        yield turn.say(escape(reviewed.summary))
    found, beside = _case_sides(engine.opened, pack)
    yield from turn.say_all(claim_blocks(reviewed.claims, found=found, beside=beside))
    yield from turn.say_all(removed_block(reviewed.removed))


def _case_sides(
    opened: OpenedCase | None, pack: EvidencePack
) -> tuple[dict[str, list[str]], Callable[[Claim], list[str]] | None]:
    """What the case itself says for and against the contested levels."""
    from core.standards.reading import find_level

    if opened is None or not pack.contested:
        return {}, None
    case, standard = opened.case, opened.standard
    found: dict[str, list[str]] = {}
    facts = []
    for level in pack.contested:
        for side, lines in found_lines(case, find_level(standard, level).aspects).items():
            found.setdefault(side, []).extend(lines)
        facts += facts_on(case, level)
    return found, lambda claim: facts_beside(claim, facts)


def _next_number(turn: Turn) -> int:
    return max((s.number for c in turn.claims for s in c.sources), default=0) + 1


def _draft(engine: Engine, pack: EvidencePack) -> tuple[Draft, list[Notice]]:
    from core.errors import ModelError

    try:
        draft = engine.arguer.draft(pack)
    except ModelError as error:
        if not engine.fallback:
            raise
        from assistant.argue.extractive import ExtractiveArguer

        warning = f"{error.sentence()} This answer was made without the model."
        return ExtractiveArguer().draft(pack), [Notice("warning", warning)]
    return draft, engine.arguer.take_notices()


def search(engine: Engine, turn: Turn, understanding: Understanding) -> Iterator[Event]:
    """Answer a general question from the passages that speak of it."""
    words = understanding.detail or understanding.message
    if engine.case is not None and understanding.factor and not understanding.levels:
        sought = engine.case.sought.get(understanding.factor)
        if sought and len(words.split()) <= 6:
            try:
                yield from _one_level(engine, turn, understanding, sought)
            except LevelError as error:
                yield Notice("error", error.sentence())
            return
    yield ToolStarted("find_passages", "Searching the library")
    factor = factor_numbered(words)
    found = answers(engine.library, words, factor=factor) if factor else []
    found = found or answers(engine.library, words)
    yield ToolFinished("find_passages", f"{len(found)} passages")
    if not found:
        yield turn.say(
            "Nothing in the library speaks of this. Try other words, or add documents with "
            "`fes ingest`."
        )
        return
    yield turn.say("## What the documents say")
    yield from argue(engine, turn, answer_pack(engine, understanding.message, found))


def answer_pack(engine: Engine, question: str, found: Sequence[Answering]) -> EvidencePack:
    """Return what an arguer needs to answer a question that is about no level."""
    return EvidencePack(
        question=question,
        case=engine.case,
        evaluation=engine.evaluation,
        passages=tuple(a.passage for a in found),
        telling=tuple((a.passage.id, s.text) for a in found for s in a.sentences),
        history=tuple(engine.history),
    )
