"""What would change the open case's grade: the levels sought, single steps, the way to a grade."""

from __future__ import annotations

from assistant.chat.answering.kit import level_of, listed, primary, span
from assistant.chat.answering.reckoning.arithmetic import tried
from assistant.chat.composing.layout import cite
from assistant.chat.model import Answer, Context, Question
from assistant.text import escape, number


def what_changes(question: Question, context: Context) -> Answer:
    """Say which levels sought, and which single steps, would change the grade."""
    from core.fes.whatif.thresholds import flips

    assert context.opened is not None  # noqa: S101 - checked by the caller
    assert context.case is not None  # noqa: S101
    assert context.evaluation is not None  # noqa: S101
    now = context.evaluation
    moves = [f for f in flips(context.opened.rate(context.levels)) if f.change.steps == 1]
    up = [f for f in moves if f.direction == "up"]
    down = [f for f in moves if f.direction == "down"]
    wanted = [
        level
        for factor, level in context.case.sought.items()
        if context.levels.get(factor) != level and is_there(context, level)
    ]
    figures = _least(context, wanted)
    for level in wanted:
        other = tried(context.opened, context.levels, [level])
        figures.append(f"With Level {level} alone: {number(other.total)} points, {other.grade}.")
    if len(wanted) > 1:
        best = tried(context.opened, context.levels, wanted)
        figures.append(f"With all you seek: {number(best.total)} points, **{best.grade}**.")
    figures += [
        f"Level {f.change.to_level} in place of {f.change.from_level} would lower it: "
        f"{number(f.total)} points, {f.grade}."
        for f in down
    ]
    short = (
        f"{number(now.margin.to_next)} points short of {now.margin.next_grade}"
        if now.margin.to_next is not None
        else "at the top of the table"
    )
    alone = listed(
        [f"Level {f.change.to_level} ({number(f.total)} points, {f.grade})" for f in up], "or"
    )
    said = (
        f"One step alone would raise it: {alone}."
        if up
        else "No single step of one level would raise it."
    )
    enough = [w for w in wanted if tried(context.opened, context.levels, [w]).grade != now.grade]
    if wanted and not enough:
        said += " None of the levels you seek does so alone."
    lead = f"**{number(now.total)} points, {now.grade}: {short}.** {said}"
    target = _target(question, context)
    if target:
        lead = " ".join([target, *_least(context, wanted), lead])
        figures = [line for line in figures if line not in _least(context, wanted)]
    figures += unusual(context, [f.grade for f in moves])
    step = "Ask *what if* with a level to try it; nothing is changed by that."
    only = (up[0].change.to_level,) if len(up) == 1 else ()
    return Answer(lead=lead, figures=tuple(figures[:8]), next=(step,), levels=only, trial=())


def _target(question: Question, context: Context) -> str:
    """Say how far the case is from a grade named."""
    if not question.grades or context.opened is None or context.evaluation is None:
        return ""
    rows = [r for r in context.opened.standard.conversion if r.grade == question.grades[-1]]
    if not rows or rows[0].min <= context.evaluation.total:
        return ""
    gap = rows[0].min - context.evaluation.total
    return f"**GS-{rows[0].grade} takes {span(rows[0])} points: {number(gap)} more than you have.**"


def unusual(context: Context, offered: list[str]) -> list[str]:
    """Flag an even grade that a step would lead to, where the series goes by two grades."""
    from core.fes.review import even_notes
    from core.model import Citation

    if context.opened is None or context.case is None:
        return []
    series = (context.case.current.series, context.case.requested.series)
    notes = even_notes(context.opened.table.conversion, " ".join(offered), series)
    return [
        f"**Note:** {escape(n['message'])} *({cite(Citation.model_validate(n['citation']))})*"
        for n in notes
    ]


def _least(context: Context, wanted: list[str]) -> list[str]:
    """Say which of the levels sought suffice for the grade asked for."""
    from core.fes.whatif.thresholds import smallest_sets

    case, now = context.case, context.evaluation
    if case is None or now is None or context.opened is None or case.requested.grade is None:
        return []
    target = f"{case.requested.pay_plan}-{case.requested.grade}"
    if target == now.grade or not wanted:
        return []
    sought = {level.rpartition("-")[0]: level for level in wanted}
    sets = smallest_sets(context.opened.rate(context.levels), sought, target)
    if not sets:
        return [f"Nothing you seek, credited in full, reaches {target}."]
    named = [" with ".join(f"Level {c.to_level}" for c in s.changes) for s in sets[:3]]
    return [f"The least that reaches {target}, of what you seek: {'; or '.join(named)}."]


def is_there(context: Context, level: str) -> bool:
    """Tell whether there is a level: in the standard, or beyond it in the Primary Standard."""
    if context.opened is None:
        return False
    standards = (context.opened.standard, primary(context))
    return any(level_of(standard, level) is not None for standard in standards)
