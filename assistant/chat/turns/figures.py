"""Questions the core answers with figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.chat.arithmetic import alternatives, tried
from assistant.chat.composing import arithmetic_blocks, cite, escape, margin_sentence, number
from assistant.events import ToolFinished, ToolStarted
from core.fes.review import even_notes
from core.model import Citation

if TYPE_CHECKING:
    from assistant.chat.engine import Engine
    from assistant.chat.turn import Turn
    from assistant.chat.understanding import Understanding
    from assistant.events import Event
    from core.fes.grading import CaseEvaluation
    from core.fes.opened import OpenedCase
    from core.model import Evaluation

NO_CASE = (
    "No case is open. Start with `fes chat --case FILE`, or add `--case FILE` to `fes ask`; "
    "`fes score` computes a grade from levels alone."
)


def factor_table(evaluation: Evaluation, sought: dict[str, str]) -> str:
    """Return the factors with their levels and points as a Markdown table."""
    lines = ["| Factor | Level | Points | Sought |", "| --- | --- | ---: | --- |"]
    for f in evaluation.factors:
        asked = sought.get(str(f.factor), "")
        lines.append(
            f"| {f.factor}. {escape(f.name)} | {f.level} | {number(f.points)} | "
            f"{escape(asked) if asked != f.level else ''} |"
        )
    lines.append(f"| **Total** | | **{number(evaluation.total)}** | **{evaluation.grade}** |")
    return "\n".join(lines)


def score(engine: Engine, turn: Turn, understanding: Understanding) -> Iterator[Event]:
    """Show the evaluation as it stands, with what the core warns of."""
    case, evaluation = engine.case, engine.evaluation
    if case is None or evaluation is None:
        from assistant.chat.turns.language import search

        yield turn.say(NO_CASE)
        yield from search(engine, turn, understanding)
        return
    yield ToolStarted("score_levels", "Scoring the case")
    yield ToolFinished("score_levels", f"{number(evaluation.total)} points, {evaluation.grade}")
    yield turn.say(f"## {number(evaluation.total)} points: {evaluation.grade}")
    yield turn.say(factor_table(evaluation, case.sought))
    yield turn.say(margin_sentence(evaluation))
    for found in evaluation.findings:
        yield turn.say(
            f"**{escape(found.severity.capitalize())}:** {escape(found.message)} "
            f"*({cite(found.citation)})*"
        )


def what_if(engine: Engine, turn: Turn, understanding: Understanding) -> Iterator[Event]:
    """Show what other levels would make of the grade; the case stays as it is."""
    from core.fes.whatif.thresholds import flips

    opened, standing = engine.opened, engine.standing
    if opened is None or standing is None:
        yield turn.say(NO_CASE)
        return
    yield ToolStarted("score_levels", "Trying other levels")
    case, levels, evaluation = opened.case, standing.levels, standing.evaluation
    named = [n for n in understanding.levels if levels.get(n.rpartition("-")[0]) != n]
    asked = named or [level for factor, level in case.sought.items() if levels.get(factor) != level]
    others = alternatives(opened, levels, asked)
    if len(asked) > 1:
        others.append((" and ".join(asked), tried(opened, levels, asked)))
    yield ToolFinished("score_levels", f"{len(others)} alternatives")
    yield turn.say("## What would change the grade")
    yield turn.say(margin_sentence(evaluation))
    yield from _smallest(opened, standing, turn)
    offered = [other.grade for _, other in others]
    if others:
        yield turn.say(arithmetic_blocks(evaluation, others, whose="This case")[1])
    for direction, lead in (
        ("up", "One of these levels alone would raise the grade:"),
        ("down", "One of these levels alone would lower it:"),
    ):
        steps = [
            f
            for f in flips(opened.rate(levels))
            if f.direction == direction and f.change.steps == 1
        ]
        offered += [f.grade for f in steps]
        lines = [
            f"- Level {f.change.to_level} in place of {f.change.from_level}: "
            f"{number(f.total)} points, **{f.grade}**"
            for f in steps
        ]
        if lines:
            yield turn.say(lead + "\n\n" + "\n".join(lines))
        else:
            yield turn.say(
                "No single factor moved by one level would "
                + ("raise the grade." if direction == "up" else "lower the grade.")
            )
    series = (case.current.series, case.requested.series)
    for note in even_notes(opened.table.conversion, " ".join(offered), series):
        where = cite(Citation.model_validate(note["citation"]))
        yield turn.say(f"**Note:** {escape(note['message'])} *({where})*")
    yield turn.say("Nothing was changed: these are the core's figures for levels not credited.")


def _smallest(opened: OpenedCase, standing: CaseEvaluation, turn: Turn) -> Iterator[Event]:
    """Say which of the levels sought suffice for the grade asked for."""
    from core.fes.whatif.thresholds import smallest_sets

    case, levels, evaluation = opened.case, standing.levels, standing.evaluation
    if case.requested.grade is None:
        return
    target = f"{case.requested.pay_plan}-{case.requested.grade}"
    sought = {f: level for f, level in case.sought.items() if levels.get(f) != level}
    if target == evaluation.grade or not sought:
        return
    sets = smallest_sets(opened.rate(levels, also=[sought]), sought, target)
    if not sets:
        yield turn.say(f"Nothing you seek, credited in full, reaches {target}.")
        return
    named = [" with ".join(f"Level {c.to_level}" for c in s.changes) for s in sets[:3]]
    yield turn.say(f"The least that reaches {target}, of what you seek: {'; or '.join(named)}.")
