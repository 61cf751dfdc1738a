"""Messages that change the case: facts, findings, levels, shares of time, and taking back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.compose import duty_table, escape, margin_sentence, number
from assistant.events import ToolFinished, ToolStarted
from assistant.evidence import bearing_aspects
from assistant.tools import ToolContext, record_fact, record_finding, record_level, record_time
from assistant.turns.figures import NO_CASE
from assistant.weighing import fact_line, facts_on
from core.errors import LevelError

if TYPE_CHECKING:
    from assistant.engine import Engine
    from assistant.events import Event
    from assistant.turn import Turn
    from assistant.understanding import Understanding
    from core.models import Aspect, Case, Evaluation, Standard

SPOKEN = "stated in conversation"


def _standard(case: Case) -> Standard:
    from core.catalog import load_standard

    return load_standard(case.standard, case.as_of)


def _aspect(case: Case, aspect_id: str) -> Aspect:
    """Return an aspect by its id, or by its level and the beginning of its key or name."""
    from core.catalog import find_level

    level_name, _, wanted = aspect_id.partition(".")
    aspects = find_level(_standard(case), level_name).aspects
    for aspect in aspects:
        if aspect.key == wanted:
            return aspect
    for aspect in aspects:
        if aspect.key.startswith(wanted) or wanted in aspect.name.lower():
            return aspect
    known = ", ".join(a.id for a in aspects)
    raise LevelError(
        f"Level {level_name} has no aspect {wanted!r}", where="aspect", hint=f"It has: {known}."
    )


def _outcome(engine: Engine, before: Evaluation | None) -> list[str]:
    """Say what the change did to levels, points and grade, in the core's figures."""
    after = engine.evaluation
    if after is None or before is None:
        return []
    old = {f.factor: f for f in before.factors}
    moved = [
        f"Factor {f.factor}: Level {old[f.factor].level} ({number(old[f.factor].points)}) becomes "
        f"Level {f.level} ({number(f.points)})."
        for f in after.factors
        if f.factor in old and old[f.factor].level != f.level
    ]
    if not moved:
        return [f"The levels stay as they are. {margin_sentence(after)}"]
    if after.grade == before.grade:
        grade = f"The grade stays {after.grade}."
    else:
        grade = f"**The grade moves from {before.grade} to {after.grade}.**"
    return [*moved, f"{grade} {margin_sentence(after)}"]


def ask_next(engine: Engine, turn: Turn, contested: str) -> Iterator[Event]:
    """List the facts that bear on a contested level, and ask the next open criterion."""
    case = engine.case
    if case is None:
        return
    from core.catalog import find_level

    answers = {f.aspect: f for f in case.findings}
    aspects = find_level(_standard(case), contested).aspects
    facts = facts_on(case, contested)
    if facts:
        yield turn.say("### Facts on record that bear on this factor")
        yield turn.say("\n".join(f"- {fact_line(f)}" for f in facts))
    open_ones = [
        a
        for a in aspects
        if a.significant and (a.id not in answers or answers[a.id].answer == "unknown")
    ]
    if open_ones:
        yield from _ask(engine, turn, open_ones[0])


def _ask(engine: Engine, turn: Turn, aspect: Aspect) -> Iterator[Event]:
    engine.pending_aspect = aspect.id
    yield turn.say(
        f"**Is this met?** {escape(aspect.name)} (`{aspect.id}`): {escape(aspect.text)}\n\n"
        "Answer *met*, *not met* or *unknown*, and say why."
    )


def _next_levels(case: Case, standard: Standard) -> list[str]:
    """Return, for each factor, the level above the level of record, where there is one."""
    found = []
    for factor in standard.factors:
        names = [level.level for level in factor.levels]
        place = names.index(case.levels[str(factor.factor)]) + 1
        found += names[place : place + 1]
    return found


def fact(engine: Engine, turn: Turn, understanding: Understanding) -> Iterator[Event]:
    """Add a fact to the case and ask which way it cuts."""
    if engine.case is None:
        yield turn.say(NO_CASE)
        return
    case = engine.case
    standard = _standard(case)
    levels = [level for factor, level in case.sought.items() if case.levels.get(factor) != level]
    if understanding.levels:
        levels = list(understanding.levels)
    elif not levels:
        levels = _next_levels(case, standard)
    near = bearing_aspects(engine.library, standard, understanding.detail, levels)
    factor = understanding.factor or (near[0].id.partition("-")[0] if near else None)
    near = [a for a in near if a.id.partition("-")[0] == factor]
    yield ToolStarted("record_fact", "Adding the fact to the case")
    changed = record_fact.run(
        ToolContext(engine.library, case), text=understanding.detail, source=SPOKEN, factor=factor
    )
    yield from engine.change(changed)
    yield ToolFinished("record_fact", f"{len(changed.facts)} facts in the case")
    bearing = f" It bears on Factor {factor}." if factor else ""
    yield turn.say(f"Added to the case: “{escape(understanding.detail)}”.{bearing}")
    yield turn.say("A fact alone credits nothing; an answer on a criterion does.")
    answered = {f.aspect for f in case.findings if f.answer != "unknown"}
    open_ones = [a for a in near if a.id not in answered]
    if open_ones:
        engine.pending_evidence = understanding.detail
        yield from _ask(engine, turn, open_ones[0])


def finding(engine: Engine, turn: Turn, understanding: Understanding) -> Iterator[Event]:
    """Record an answer on one criterion, or on every criterion of a level, and re-score."""
    if engine.case is None or understanding.answer is None:
        yield turn.say(NO_CASE)
        return
    from core.catalog import find_level

    case, before = engine.case, engine.evaluation
    if understanding.aspect:
        aspects: tuple[Aspect, ...] = (_aspect(case, understanding.aspect),)
    else:
        aspects = find_level(_standard(case), understanding.levels[0]).aspects
    yield ToolStarted("record_finding", "Recording the answer")
    changed = record_finding.run(
        ToolContext(engine.library, case),
        aspects=tuple(a.id for a in aspects),
        answer=understanding.answer,
        evidence=understanding.detail or (turn.evidence if understanding.aspect else ""),
    )
    yield from engine.change(changed)
    yield ToolFinished("record_finding", f"{len(aspects)} recorded")
    said = understanding.answer.replace("_", " ")
    names = ", ".join(f"{escape(a.name)} (`{a.id}`)" for a in aspects)
    yield turn.say(f"Recorded as **{said}**: {names}.")
    yield from turn.say_all(_outcome(engine, before))
    level = aspects[0].id.partition(".")[0]
    for credit in engine.standing.credits if engine.standing else ():
        if str(credit.factor) == level.rpartition("-")[0]:
            yield turn.say(escape(credit.reason))
    yield from _next_open(engine, turn, level)


def _next_open(engine: Engine, turn: Turn, level: str) -> Iterator[Event]:
    from core.catalog import find_level

    case = engine.case
    if case is None:
        return
    answers = {f.aspect: f.answer for f in case.findings}
    for aspect in find_level(_standard(case), level).aspects:
        if aspect.significant and aspect.id not in answers:
            yield from _ask(engine, turn, aspect)
            return


def seek(engine: Engine, turn: Turn, understanding: Understanding) -> Iterator[Event]:
    """Change the level the employee asks for."""
    yield from _set_levels(engine, turn, understanding, sought=True)


def record(engine: Engine, turn: Turn, understanding: Understanding) -> Iterator[Event]:
    """Change the level of record."""
    yield from _set_levels(engine, turn, understanding, sought=False)


def _set_levels(
    engine: Engine, turn: Turn, understanding: Understanding, *, sought: bool
) -> Iterator[Event]:
    if engine.case is None:
        yield turn.say(NO_CASE)
        return
    before = engine.evaluation
    case = engine.case
    for level in understanding.levels:
        case = record_level.run(ToolContext(engine.library, case), level=level, sought=sought)
    yield from engine.change(case)
    what = "Sought" if sought else "Level of record"
    named = ", ".join(f"Level {level}" for level in understanding.levels)
    yield turn.say(f"{what}: {named}.")
    yield from turn.say_all(_outcome(engine, before))


def share_of_time(engine: Engine, turn: Turn, understanding: Understanding) -> Iterator[Event]:
    """Keep a share of time as one side estimates it, beside the other side's."""
    if engine.case is None or understanding.percent is None:
        yield turn.say(NO_CASE)
        return
    changed = record_time.run(
        ToolContext(engine.library, engine.case),
        duty=understanding.detail,
        percent=understanding.percent,
        by=understanding.by,
    )
    yield from engine.change(changed)
    yield turn.say(duty_table(changed.duties))
    for who in ("employee", "supervisor"):
        total = sum(getattr(d, f"percent_{who}") or 0 for d in changed.duties)
        if total > 100:
            yield turn.say(f"The {who}'s shares now add up to {total:g} percent, more than all.")


def undo(engine: Engine, turn: Turn, understanding: Understanding) -> Iterator[Event]:  # noqa: ARG001
    """Take back the last change to the case."""
    if not engine.can_undo:
        yield turn.say("There is no change to take back.")
        return
    before = engine.evaluation
    yield from engine.undo()
    yield turn.say("Taken back.")
    yield from turn.say_all(_outcome(engine, before))
