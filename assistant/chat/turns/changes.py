"""Messages that change the case: facts, findings, levels, shares of time, and taking back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.argue.evidence import bearing_aspects
from assistant.chat.arithmetic import alternatives
from assistant.chat.composing import duty_table, escape, margin_sentence, number
from assistant.chat.tools import ToolContext, record_fact, record_finding, record_level, record_time
from assistant.chat.turns.difference import changes
from assistant.chat.turns.figures import NO_CASE
from assistant.chat.weighing import fact_line, facts_on
from assistant.events import ToolFinished, ToolStarted
from core.errors import LevelError

if TYPE_CHECKING:
    from assistant.chat.engine import Engine
    from assistant.chat.turn import Turn
    from assistant.chat.understanding import Understanding
    from assistant.events import Event
    from core.model import Case, Evaluation
    from core.standards.criteria import Aspect
    from core.standards.model import Standard

SPOKEN = "stated in conversation"


def _aspect(standard: Standard, aspect_id: str) -> Aspect:
    """Return an aspect by its id, or by its level and the beginning of its key or name."""
    from core.standards.reading import find_level

    level_name, _, wanted = aspect_id.partition(".")
    aspects = find_level(standard, level_name).aspects
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
        return [f"The grade stays as it is: {number(after.total)} points, {after.grade}."]
    if after.grade == before.grade:
        grade = f"The grade stays {after.grade}."
    else:
        grade = f"**The grade moves from {before.grade} to {after.grade}.**"
    return [*moved, f"{grade} {margin_sentence(after)}"]


def ask_next(engine: Engine, turn: Turn, contested: str) -> Iterator[Event]:
    """List the facts that bear on a contested level, and ask the next open criterion."""
    if engine.opened is None:
        return
    from core.standards.reading import find_level

    case = engine.opened.case
    answers = {f.aspect: f for f in case.findings}
    aspects = find_level(engine.opened.standard, contested).aspects
    said = "\n".join(turn.blocks)
    facts = facts_on(case, contested)
    unsaid = [line for line in map(fact_line, facts) if line not in said]
    if unsaid:
        what = "Facts" if len(unsaid) == len(facts) else "Other facts"
        yield turn.say(f"### {what} on record that bear on this factor")
        yield turn.say("\n".join(f"- {line}" for line in unsaid))
    open_ones = [
        a
        for a in aspects
        if a.significant and (a.id not in answers or answers[a.id].answer == "unknown")
    ]
    if open_ones:
        yield from _ask(engine, turn, open_ones[0])


def _ask(engine: Engine, turn: Turn, aspect: Aspect) -> Iterator[Event]:
    engine.pending_aspect = engine.last_asked = aspect.id
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
    if engine.opened is None:
        yield turn.say(NO_CASE)
        return
    from core.standards.reading import find_level

    case, standard = engine.opened.case, engine.opened.standard
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
    answers = {f.aspect: f.answer for f in case.findings if f.answer != "unknown"}
    beside = [
        aspect
        for level in dict.fromkeys(a.id.partition(".")[0] for a in near)
        for aspect in find_level(standard, level).aspects
        if aspect.significant
    ]
    open_ones = [a for a in (*near, *beside) if a.id not in answers]
    if open_ones:
        yield turn.say("A fact alone credits nothing; an answer on a criterion does.")
        engine.pending_evidence = understanding.detail
        yield from _ask(engine, turn, open_ones[0])
    elif near:
        named = ", ".join(f"`{a.id}` (found {answers[a.id].replace('_', ' ')})" for a in near[:2])
        yield turn.say(
            f"A fact alone credits nothing. It is closest to {named}; if it changes that answer, "
            f"say so: *{near[0].id} is not met because ...*"
        )
    else:
        yield turn.say(
            "A fact alone credits nothing, and this one is close to no criterion in dispute. If "
            "it answers one, name it: *2-5.review is met because ...*"
        )


def finding(engine: Engine, turn: Turn, understanding: Understanding) -> Iterator[Event]:
    """Record an answer on one criterion, or on every criterion of a level, and re-score."""
    if engine.opened is None or understanding.answer is None:
        yield turn.say(NO_CASE)
        return
    from core.standards.reading import find_level

    case, standard, before = engine.opened.case, engine.opened.standard, engine.evaluation
    if understanding.aspect:
        aspects: tuple[Aspect, ...] = (_aspect(standard, understanding.aspect),)
    else:
        aspects = find_level(standard, understanding.levels[0]).aspects
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
    """Ask the level's next criterion, or say that all are answered and what is still open."""
    from core.standards.reading import find_level

    if engine.opened is None:
        return
    case, standard = engine.opened.case, engine.opened.standard
    answers = {f.aspect: f.answer for f in case.findings}

    def unanswered(name: str) -> list[Aspect]:
        aspects = find_level(standard, name).aspects
        return [a for a in aspects if a.significant and a.id not in answers]

    here = unanswered(level)
    if here:
        yield from _ask(engine, turn, here[0])
        return
    others = [
        f"Level {name}"
        for factor, name in case.sought.items()
        if case.levels.get(factor) != name and unanswered(name)
    ]
    if others:
        yield turn.say(
            f"Every criterion of Level {level} has an answer. Still open: {', '.join(others)}."
        )
    else:
        yield turn.say(f"Every criterion of Level {level} has an answer.")


def unasked(engine: Engine, turn: Turn) -> Iterator[Event]:
    """Say which criterion a bare answer could be meant for: it changes nothing by itself."""
    if engine.case is None:
        yield turn.say(NO_CASE)
        return
    asked = engine.last_asked
    lead = f"The last one asked about was `{asked}`. " if asked else ""
    yield turn.say(
        f"Which criterion is that about? {lead}Name it with the answer, for example: "
        f"*{asked or '2-5.review'} is not met because ...* Nothing was changed."
    )


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
    if case == engine.case:
        yield turn.say("That is on record already; nothing was changed.")
    else:
        yield from engine.change(case)
        what = "Sought" if sought else "Level of record"
        named = ", ".join(f"Level {level}" for level in understanding.levels)
        yield turn.say(f"{what}: {named}.")
    if sought:
        yield from turn.say_all(_prospects(engine, understanding.levels))
    else:
        yield from turn.say_all(_outcome(engine, before))


def _prospects(engine: Engine, sought: tuple[str, ...]) -> list[str]:
    """Say what each level sought would bring, for seeking credits nothing."""
    opened, standing = engine.opened, engine.standing
    if opened is None or standing is None:
        return []
    levels, evaluation = standing.levels, standing.evaluation
    credited = [level for level in sought if level in levels.values()]
    lines = [f"Level {level} is credited already." for level in credited]
    lines += [
        f"If Level {level} were credited: {number(other.total)} points, **{other.grade}**, "
        f"against {number(evaluation.total)} points, {evaluation.grade}, now."
        for level, other in alternatives(opened, levels, [s for s in sought if s not in credited])
    ]
    waiting = [level for level in sought if level not in credited]
    if waiting:
        lines.append(
            f"Seeking credits nothing by itself. *Argue Level {waiting[0]} both ways* shows what "
            "it takes and asks about it."
        )
    return [" ".join(lines)]


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
    known = engine.case.duties
    yield from engine.change(changed)
    duty = next((d for d in changed.duties if d not in known), None)
    if duty is None:
        yield turn.say("That share is on record already; nothing was changed.")
    else:
        new = len(changed.duties) > len(known)
        yield turn.say(
            f"Recorded: {escape(duty.title)}, {understanding.percent:g} percent by the "
            f"{understanding.by}'s estimate.{' It is a new duty of the case.' if new else ''}"
        )
    yield turn.say(duty_table(changed.duties))
    for who in ("employee", "supervisor"):
        total = sum(getattr(d, f"percent_{who}") or 0 for d in changed.duties)
        if total > 100:
            yield turn.say(
                f"The {who}'s shares add up to {total:g} percent, {total - 100:g} too many: give "
                "another duty a smaller share, or type *undo*."
            )


def undo(engine: Engine, turn: Turn, understanding: Understanding) -> Iterator[Event]:  # noqa: ARG001
    """Take back the last change to the case."""
    if not engine.can_undo:
        yield turn.say("There is no change to take back.")
        return
    before, changed = engine.evaluation, engine.case
    yield from engine.undo()
    taken = changes(engine.case, changed) if engine.case and changed else []
    yield turn.say(f"Taken back: {'; '.join(taken)}." if taken else "Taken back.")
    yield from turn.say_all(_outcome(engine, before))
