"""Which level sought is worth most, which stands weakest, and which are enough for the grade."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import listed
from assistant.chat.answering.procedure import AT_RISK, stakes
from assistant.chat.answering.reckoning.arithmetic import tried
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.of_case import factor_spoken, of_the_case, side_of
from assistant.chat.reading.pulls import facts_on
from assistant.text import escape, number
from core.errors import LevelError

if TYPE_CHECKING:
    from core.model import Evaluation, Fact

_FIGHT = re.compile(
    r"\b(?:need\w*\b.{0,12}\bat (?:least|a minimum|the very least)|nearer|"
    r"closer to (?:being )?(?:met|done|shown)|fight\w*|"
    r"push\w*(?!.{0,16}\b(?:under|below|down|over)\b)|focus\w*|concentrate|"
    r"go for|going for|bother\w*|pursue|bet on|"
    r"drop(?! (?:me|it|him|her|us)\b)|give up|let go|"
    r"worth (?:it|asking|the most|fighting|pursuing|going)|hardest|"
    r"best (?:shot|chance|bet)|strongest|easiest|holding\b.{0,12}\b(?:back|down))\b"
    r"|\bwhich\b.{0,40}\bworth (?:the )?most\b|\bwhich (?:two|three|of (?:my|the|her|his)|"
    r"ones?)\b.{0,30}\bneed\b",
    re.IGNORECASE,
)
_WHETHER = re.compile(
    r"\bshould (?:i|she|he|we|they)\b|\b(?:go|going) for it\b|"
    r"\bworth (?:it|appealing|filing|the)\b|"
    r"\bbother\w*\b",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\b(?:weak\w*|soft spots?|unsupported|no (?:support|evidence|backing|proof)|least (?:behind|"
    r"support\w*|evidence|convincing|proof)|thinnest|shakiest|"
    r"flimsiest|"
    r"least likely|worst (?:point|claim|argument)|hardest to (?:show|prove|win))\b",
    re.IGNORECASE,
)
_OF_LEVELS = re.compile(
    r"\b(?:levels?|claims?|asks?|factors?|points?|which|what|where|should i|should she|should he|"
    r"case|it|one)\b",
    re.IGNORECASE,
)
_OTHER = (
    *("standard", "decision", "decisions", "opm ask", "series", "title", "deadline", "lawyer"),
    *("appeal at all", "odds", "chance of", "paper", "union", "downgrade", "what if"),
)


_OF_ALL = re.compile(
    r"\bwhich (?:one )?of (?:the (?:things|levels|factors|points) )?(?:that )?(?:what )?i\b"
    r"|\bwhich (?:one )?of (?:them|these|those|the (?:two|three|levels))\b",
    re.IGNORECASE,
)
"""Asks of all that is sought, whatever level was spoken of before."""


def _sure(question: Question, context: Context) -> bool:
    text = question.message
    return bool(
        of_the_case(question, context)
        and context.evaluation is not None
        and _sought(context)
        and (_FIGHT.search(text) or _WEAK.search(text))
        and _OF_LEVELS.search(text)
        and len(question.levels) < 2
        and not (question.levels and question.has("if "))
        and not question.has(*_OTHER)
    )


def _sought(context: Context) -> dict[str, str]:
    """Return the levels sought above those credited, by factor."""
    if context.opened is None:
        return {}
    try:
        sought = context.opened.sought
    except LevelError:
        return {}
    return {f: level for f, level in sought.items() if context.levels.get(f) != level}


def _answer(question: Question, context: Context) -> Answer | None:
    now, case = context.evaluation, context.case
    sought = _sought(context)
    if now is None or case is None or not sought:
        return None
    factor = question.levels[0].rpartition("-")[0] if question.levels else factor_spoken(question)
    factor = "" if _OF_ALL.search(question.message) else factor
    try:
        gains = {f: tried(context.opened, context.levels, [level]) for f, level in sought.items()}
        whole = tried(context.opened, context.levels, tuple(sought.values()))
    except LevelError:
        return None
    stands = {f: _behind(f, level, context) for f, level in sought.items()}
    order = sorted(sought, key=lambda f: -gains[f].total)
    enough, needed = _enough(sought, whole, context)
    if _WEAK.search(question.message):
        weakest = min(sought, key=lambda f: (stands[f][0], gains[f].total))
        lead = (
            f"**Weakest of what is sought is Level {sought[weakest]}: {stands[weakest][1]}.** "
            f"{_floor(context)} {enough}"
        )
        first = sought[weakest]
    elif factor in sought:
        gain = gains[factor]
        verdict = "Yes" if sought[factor] in needed else "Not by itself"
        lead = (
            f"**{verdict}: Level {sought[factor]} brings {gain.total - now.total:+,} points, to "
            f"{number(gain.total)}, {gain.grade}.** {enough} As it stands, {stands[factor][1]}."
        )
        first = sought[factor]
    else:
        worth = listed(
            [f"Level {sought[f]} ({gains[f].total - now.total:+,}: {stands[f][1]})" for f in order]
        )
        risk = f"{_risk(now)} " if _WHETHER.search(question.message) else ""
        held = stakes(context)
        if held is not None and held.lead.startswith(AT_RISK):
            # What an appeal can cost comes before what each level brings.
            risk = f"{held.lead} "
        lead = f"**{enough}** {risk}{worth}."
        first = next((level for level in needed), sought[order[0]])
    figures = [
        f"Level {sought[f]} alone: {number(gains[f].total)} points, {gains[f].grade}; "
        f"{stands[f][1]}."
        for f in order
    ]
    return Answer(
        lead=lead if len(lead) <= _LONGEST else lead[:_LONGEST].rsplit(". ", 1)[0] + ".",
        figures=tuple(figures),
        next=(f"Ask *argue Level {first}* for what speaks for and against.",),
        levels=(first,),
        factors=(first.rpartition("-")[0],),
    )


_LONGEST = 690


def _behind(factor: str, level: str, context: Context) -> tuple[int, str]:
    """Return how well a level sought stands, lowest first, and why in words."""
    assert context.case is not None  # noqa: S101 - checked by the caller
    credit = next(
        (
            c
            for c in (context.standing.credits if context.standing else ())
            if str(c.factor) == factor
        ),
        None,
    )
    if credit is not None and credit.deciding and credit.level != level:
        return 0, f"{listed(list(credit.deciding))} is found not met"
    facts = facts_on(context.case, factor)
    if not facts:
        return 1, "no fact of the case speaks to it"
    paper = next((f for f in facts if side_of(f) in {"papers", "description"}), None)
    other = next((f for f in facts if side_of(f) == "supervisor"), None)
    if paper is not None:
        return 5, f"*{_text(paper)}* ({escape(paper.source)}) bears on it"
    if other is not None:
        return 2, f"the supervisor states *{_text(other)}*"
    return 3, f"only the employee's own word, *{_text(facts[0])}*"


def _risk(now: Evaluation) -> str:
    """Say where the case stands, and that all of it is looked at."""
    return (
        f"Now it is {number(now.total)} points, {now.grade}, {number(now.margin.above_floor)} "
        "above its floor: OPM looks at every factor and can lower the grade as well."
    )


def _text(fact: Fact) -> str:
    return escape(fact.text.rstrip(". "))


def _enough(
    sought: dict[str, str], whole: Evaluation, context: Context
) -> tuple[str, tuple[str, ...]]:
    """Say which of the levels sought are enough for the grade asked for."""
    from core.fes.whatif.thresholds import smallest_sets

    now, case = context.evaluation, context.case
    assert now is not None and case is not None and context.opened is not None  # noqa: S101, PT018
    target = now.margin.next_grade
    if case.requested.grade is not None:
        target = f"{case.requested.pay_plan}-{case.requested.grade}"
    if target is None or target == now.grade:
        return f"All that is sought comes to {number(whole.total)} points, {whole.grade}.", ()
    sets = smallest_sets(context.opened.rate(context.levels), sought, target)
    if not sets:
        row = next(
            (r for r in context.opened.standard.conversion if target.endswith(f"-{r.grade}")), None
        )
        short = f", {number(row.min - whole.total)} short" if row and row.min > whole.total else ""
        return (
            (
                f"Nothing sought gives {target}: all of it comes to {number(whole.total)} points, "
                f"{whole.grade}{short}."
            ),
            (),
        )
    least = sets[0]
    levels = tuple(change.to_level for change in least.changes)
    verb = "is" if len(levels) == 1 else "are"
    return (
        (
            f"{listed([f'Level {one}' for one in levels])} {verb} the "
            f"least that gives {target} ({number(least.total)} points)."
        ),
        levels,
    )


def _floor(context: Context) -> str:
    """Say which level credited, one step lower, would lose the grade."""
    from core.fes.whatif.thresholds import flips

    assert context.opened is not None  # noqa: S101 - checked by the caller
    down = [
        f.change.from_level
        for f in flips(context.opened.rate(context.levels))
        if f.change.steps == 1 and f.direction == "down"
    ]
    if not down:
        return "Of what is credited no single step down loses the grade."
    return f"Of what is credited, one step down from {listed(down, 'or')} loses the grade."


TOPIC = Topic(
    id="worth-fighting",
    title="which level sought to fight for, and which stands weakest",
    answer=_answer,
    needs=("case",),
    unlike=("decision", "dates", "percents"),
    order=35,
    sure=_sure,
)
