"""The level one factor of the open case has: of record, as credited, and the one sought."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import level_of, level_words, listed, points_of, primary
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.chat.reading.of_case import factor_spoken, factors_spoken, of_the_case
from assistant.text import number

if TYPE_CHECKING:
    from core.model import Evaluation

_GIVEN = re.compile(
    r"\b(?:g[ai]ve|given|gets?|got|rated?|ratings?|credit(?:ed)?|score[sd]?|scoring|assign(?:ed)?|"
    r"put (?:me|her|him|it|us) (?:at|on)|on record|of record|stand|stands|standing)\b"
    r"|\b(?:what|which)(?:'s| is| was)? (?:my|her|his|the)? ?(?:level|score|rating)\b"
    r"|\b(?:do|does) (?:i|she|he|it|we|they) have\b",
    re.IGNORECASE,
)
_WORTH = re.compile(
    r"\b(?:points?|pts|value|worth|add(?:s|ed)?|bring(?:s|ing)?|count(?:s|ed)? for|cell|matrix)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"(?<![\w-])(?:factors?\s+)?6\s*(?:/|and|&|\+|-)\s*7\b(?!\s?-?\s?[1-4a-d]\b)|"
    r"\bcontacts\b.{0,12}\b(?:together|combined|in all|both|altogether)\b|"
    r"\b(?:points?|pts|value|worth|cell|matrix)\b.{0,16}\bcontacts\b(?! are)|"
    r"\bcontacts\b.{0,12}\b(?:points?|pts|value|worth|cell)\b|"
    r"\b(?:chart|matrix)(?:'s)? cell\b|\bcell (?:of|in|on) the (?:chart|matrix)\b",
    re.IGNORECASE,
)
_OF_TIME = re.compile(r"\b(?:shares?|percent\w*) of (?:the |my |his |her )?time\b", re.IGNORECASE)
"""Asks for a share of time, whatever factor a duty's title sounds like."""
_SHORT = 12
"""Words up to which points are asked for without a question word."""
_ASKED = re.compile(
    r"^\W*(?:(?:and|so|but|ok|then|now)\W+)*(?:what|which|where|how|what's)\b", re.IGNORECASE
)
_OTHER = (
    *("would", "could", "should", "need", "require", "mean", "differ", "next", "higher", "above"),
    *(
        "facts",
        "fact ",
        "evidence",
        "proof",
        "prove",
        "say",
        "most",
        "maximum",
        "top",
        "if ",
        "why",
        "drop",
    ),
    *(
        "lower",
        "instead",
        "meant",
        "decision",
        "lose",
        "fight",
        "argue",
        "missing",
        "standard",
        "opm",
    ),
)


def _sure(question: Question, context: Context) -> bool:
    text = question.message
    if _both(question, context) or _worth(question, context) or _several(question, context):
        return True
    return bool(
        of_the_case(question, context)
        and not question.levels
        and not question.grades
        and not question.points
        and _ASKED.search(text)
        and _GIVEN.search(text)
        and not question.has(*_OTHER)
        and not (_OF_TIME.search(text) and not question.factors)
        and _level(question, context)
    )


def _plain(question: Question, context: Context) -> bool:
    """Tell whether points can be asked for of the open case, in a few words or a question."""
    if context.evaluation is None or (question.first_person and not context.own):
        return False
    named = question.levels or question.grades or question.points or question.decision
    # "6/7" is no day where the two factors can be meant.
    dated = bool(question.dates) and not _BOTH.search(question.message)
    other = question.series or question.percents or question.standards or dated
    return not (named or other) and not question.has(*_OTHER)


def _both(question: Question, context: Context) -> bool:
    """Tell whether the points of contacts and their purpose together are asked for."""
    text = question.message
    asked = _WORTH.search(text) or len(text.split()) <= _SHORT // 4 or "cell" in text.lower()
    return bool(_plain(question, context) and _BOTH.search(text) and asked)


def _several(question: Question, context: Context) -> tuple[str, ...]:
    """Return the factors whose levels of record are asked for together; empty when not two."""
    if not _plain(question, context) or not _GIVEN.search(question.message):
        return ()
    told = factors_spoken(question.message)
    return told if len(told) > 1 and all(one in context.levels for one in told) else ()


def _of_several(factors: tuple[str, ...], context: Context) -> Answer | None:
    """List the levels of record of several factors, with what is sought."""
    case, opened, evaluation = context.case, context.opened, context.evaluation
    if case is None or opened is None or evaluation is None:
        return None
    told = []
    for factor in factors:
        level = context.levels[factor]
        found = level_of(opened.standard, level)
        worth = f" ({points_of(found[1])})" if found is not None and points_of(found[1]) else ""
        sought = case.sought.get(factor, "")
        more = f", {sought} is sought" if sought not in {"", level} else ""
        told.append(f"Factor {factor}: Level {level}{worth}{more}")
    return Answer(
        lead=f"**{'; '.join(told)}.** All nine come to {number(evaluation.total)} points, "
        f"{evaluation.grade}.",
        next=(f"Ask *what facts are there on Factor {factors[0]}?*",),
        levels=(context.levels[factors[0]],),
        factors=factors,
    )


def _worth(question: Question, context: Context) -> bool:
    """Tell whether the points that one factor has in the open case are asked for."""
    text = question.message
    return bool(
        _plain(question, context)
        and _WORTH.search(text)
        and question.has("here", "this case", "in it", "my ", "mine", "his", "her", "now")
        and len(text.split()) <= _SHORT
        and _level(question, context)
    )


def _of_both(context: Context) -> Answer | None:
    """Give the points of Factors 6 and 7, which a chart gives together in some standards."""
    case, evaluation = context.case, context.evaluation
    if case is None or evaluation is None:
        return None
    own = [f for f in evaluation.factors if set(str(f.factor).split("/")) & {"6", "7"}]
    if not own:
        return None
    total = sum(f.points for f in own)
    named = listed([f"Level {context.levels.get(one, '')}" for one in ("6", "7")])
    if len(own) == 1:
        how = f"the chart's cell {own[0].level.partition('-')[2]}"
    else:
        how = " + ".join(number(f.points) for f in own)
    lead = (
        f"**{number(total)} points for personal contacts and their purpose together: {named}, "
        f"{how}.** All nine factors come to {number(evaluation.total)} points, {evaluation.grade}."
    )
    sought = [case.sought[f] for f in ("6", "7") if case.sought.get(f)]
    if sought:
        lead += f" Sought: {listed([f'Level {one}' for one in sought])}."
    return Answer(
        lead=lead,
        words=tuple(
            Words(ours=f"Level {f.level} gives {number(f.points)} points.", citation=f.citation)
            for f in own
        ),
        next=("Ask *what if* with another level of either, such as *6-3 only*.",),
        factors=("6", "7"),
    )


def _level(question: Question, context: Context) -> str:
    """Return the level of record of the factor spoken of; empty when there is none."""
    factor = factor_spoken(question)
    return context.case.levels.get(factor, "") if context.case is not None else ""


def _cell(factor: str, evaluation: Evaluation) -> int | None:
    """Return the points a chart gives to a factor and another together; None where none does."""
    charted = (f for f in evaluation.factors if factor in str(f.factor).split("/"))
    return next((f.points for f in charted if str(f.factor) != factor), None)


def _answer(question: Question, context: Context) -> Answer | None:
    if _both(question, context) and (together := _of_both(context)) is not None:
        return together
    if several := _several(question, context):
        return _of_several(several, context)
    case, opened, record = context.case, context.opened, _level(question, context)
    if case is None or opened is None or not record:
        return None
    if question.has(*_OTHER) and not _worth(question, context):
        return None
    factor = record.rpartition("-")[0]
    standard = opened.standard
    found = level_of(standard, record) or level_of(primary(context), record)
    name = next((f.name for f in standard.factors if str(f.factor) == factor), "")
    worth = points_of(found[1]) if found is not None else ""
    head = f"**Factor {factor}{', ' + name if name else ''}: Level {record} is on record"
    lead = f"{head}, {worth}.**" if worth else f"{head}.**"
    both = None if context.evaluation is None else _cell(factor, context.evaluation)
    if not worth and both is not None:
        lead += f" With the other of the two it gives {number(both)} points."
    credited = context.levels.get(factor, record)
    if credited != record:
        lead += f" With what has been found since, the core credits Level {credited}."
    sought = case.sought.get(factor, "")
    if sought and sought != credited:
        lead += f" Level {sought} is sought"
        above = level_of(standard, sought)
        gain = above[1].points - found[1].points if above and found and worth else 0
        lead += f", {number(gain)} points more." if gain > 0 else "."
    if context.evaluation is not None:
        total = context.evaluation.total
        lead += f" All come to {number(total)} points, {context.evaluation.grade}."
    words: tuple[Words, ...] = ()
    if found is not None:
        of = standard if level_of(standard, record) is not None else primary(context)
        words = (level_words(of, found[1]),)
    return Answer(
        lead=lead,
        words=words,
        next=(f"Ask *what facts are there on Factor {factor}?*",),
        levels=(record,),
        factors=(factor,),
    )


TOPIC = Topic(
    id="factor-of-record",
    title="the level one factor of the open case has",
    answer=_answer,
    needs=("case",),
    likes=("factors",),
    unlike=("levels", "decision", "points"),
    order=35,
    sure=_sure,
)
