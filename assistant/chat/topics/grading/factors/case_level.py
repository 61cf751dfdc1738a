"""Whether the open case meets a level, and what the core credits it with and why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import level_of, level_words, listed, primary
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.pulls import earns, factor_pulled, facts_on, pulls
from assistant.text import escape
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Words
    from core.fes.crediting.ladder import Credited


def _answer(question: Question, context: Context) -> Answer | None:
    if context.opened is None or context.case is None or not question.factors:
        return None
    factor = question.factors[0]
    if context.standing is None:
        return _on_record(question, factor, context)
    credit = next((c for c in context.standing.credits if str(c.factor) == factor), None)
    if credit is None:
        return None
    # Of two levels it is whether the higher is reached.
    asked = max(question.levels, key=_step, default=credit.sought or credit.level)
    verdict = _beyond(asked, credit, context) or _verdict(asked, credit)
    return Answer(
        lead=f"{verdict} {_shown(factor, question, context)}{escape(credit.reason)}",
        words=_words(asked, context),
        figures=_stated(factor, context),
        next=_asked(asked, context),
        missing=tuple(credit.open_questions),
        levels=(asked,),
        factors=(factor,),
    )


def _on_record(question: Question, factor: str, context: Context) -> Answer | None:
    """Say what is of record on one factor of a case whose other levels are still missing."""
    assert context.case is not None  # noqa: S101 - checked by the caller
    level = context.case.levels.get(factor, "")
    asked = question.levels[0] if question.levels else level
    if not asked:
        return Answer(
            lead=f"**No level is known yet for Factor {factor} in this case.**",
            next=(f"Name the one credited, such as *the agency credited {factor}-2*.",),
            factors=(factor,),
        )
    if not level:
        head = f"**Not shown: no level is known yet for Factor {factor}, so {asked} is open.**"
    elif level == asked:
        head = f"**Level {asked} is of record.**"
    elif _step(asked) < _step(level):
        head = f"**Level {level} is of record, which is above {asked}.**"
    else:
        head = f"**Not shown: Level {level} is of record, and {asked} waits for findings.**"
    return Answer(
        lead=f"{head} Other levels of the case are still missing, so it has no grade yet.",
        words=_words(asked, context),
        figures=_stated(factor, context),
        levels=(asked,),
        factors=(factor,),
    )


def _beyond(asked: str, credit: Credited, context: Context) -> str:
    """Say that the digest lacks a level that is sought, and what the Primary Standard says."""
    assert context.opened is not None  # noqa: S101 - checked by the caller
    standard = context.opened.standard
    found = level_of(primary(context), asked)
    if not standard.partial or level_of(standard, asked) is not None or found is None:
        return ""
    return (
        f"**Not shown: Level {credit.level} stands, and the digest of the {escape(standard.title)} "
        f"held here lacks Level {asked}.** The Primary Standard describes it: {found[1].summary}"
    )


def _step(level: str) -> str:
    return level.rpartition("-")[2]


def _verdict(asked: str, credit: Credited) -> str:
    if asked == credit.level:
        return f"**Yes: Level {asked} is what the core credits.**"
    if _step(asked) < _step(credit.level):
        return f"**Yes, and more: Level {credit.level} is credited, above {asked}.**"
    if credit.open_questions and credit.sought == asked:
        return f"**Not yet: Level {credit.level} stands, and {asked} is not shown.**"
    return f"**No: Level {credit.level} stands, so Level {asked} is not met.**"


def _words(asked: str, context: Context) -> tuple[Words, ...]:
    assert context.opened is not None  # noqa: S101 - checked by the caller
    for standard in (context.opened.standard, primary(context)):
        found = level_of(standard, asked)
        if found is not None:
            return (level_words(standard, found[1]),)
    return ()


def _stated(factor: str, context: Context) -> tuple[str, ...]:
    assert context.case is not None  # noqa: S101 - checked by the caller
    facts = [f for f in context.case.facts if str(f.factor) == factor]
    return tuple(
        f"Stated: {escape(f.text)}" + (f" *({escape(f.source)})*" if f.source else "")
        for f in facts[:3]
    )


def _shown(factor: str, question: Question, context: Context) -> str:
    """Say which stated facts speak for more and which for less, on what of the factor."""
    assert context.case is not None  # noqa: S101 - checked by the caller
    sides: dict[str, list[str]] = {"up": [], "down": []}
    for fact in facts_on(context.case, factor):
        found = pulls(fact)
        for way, said in sides.items():
            on = list(dict.fromkeys(p.aspect for p in found if p.way == way))
            if on:
                by = f"{escape(fact.source)}, on " if fact.source else "on "
                said.append(f"*{escape(fact.text.rstrip('.'))}* ({by}{listed(on)})")
    told = ""
    if not facts_on(context.case, factor):
        told = f"The case states no fact on Factor {factor}. "
    if sides["down"]:
        told += f"**Against it the case states** {'; '.join(sides['down'][:2])}. "
    if sides["up"]:
        told += f"**For it:** {'; '.join(sides['up'][:2])}. "
    if factor_pulled(question.message) == factor and not sides["up"]:
        told += (
            "What you say here speaks for it too; to put it into the case, say it after *fact:*. "
        )
    return told


def _asked(asked: str, context: Context) -> tuple[str, ...]:
    assert context.opened is not None  # noqa: S101 - checked by the caller
    found = level_of(context.opened.standard, asked)
    if found is None:
        return ()
    open_ones = [
        a
        for a in found[1].aspects
        if a.significant and context.opened.answers.get(a.id, "unknown") == "unknown"
    ]
    asks = [f"Is `{a.id}` met, and what shows it? {escape(a.text)}" for a in open_ones[:1]]
    return (*asks, f"*Argue Level {asked} both ways* sets out the two readings.")


def _sure(question: Question, context: Context) -> bool:
    """Tell whether one of two neighbouring levels, or a level, is to be chosen for the case."""
    levels = question.levels
    if not levels or len(question.factors) != 1 or question.decision or question.standards:
        return False
    if context.standing is None or question.factors[0] not in context.levels:
        return False
    text = question.message
    if question.percents or question.points or question.series or _OTHER.search(text):
        return False
    if _SUPPORTS.search(text) or earns(text):
        return True
    if len(levels) == 2:
        return bool(_EITHER.search(text)) and context.levels[question.factors[0]] in levels
    return bool(_REALLY.search(text) or _CLAIMED.search(text))


_SUPPORTS = pattern(
    r"\b(?:record|file|case|description|pd|evidence|facts|work|duties)\b.{0,12}"
    r"\b(?:support|justify|bear out|sustain|warrant|back up)s?\b.{0,12}\d-\d",
    re.IGNORECASE,
)
_EITHER = pattern(
    r"\b(?:is|was|are|am|isn'?t|do|does|did|should|would|so|which)\b.{0,40}\b\d-\d[a-f]? ?"
    r"(?:or|vs\.?) (?:still |only |just |really |a |at |is it )*\d-\d",
    re.IGNORECASE,
)
_REALLY = pattern(
    r"\b(?:do|am|is|are|does|did) (?:i|we|my \w+|it|that|this|he|she|they|the case) "
    r"(?:really |actually |even |truly )(?:have |at |get |got |meet |deserve |reach |a |an )*"
    r"(?:level )?\d-\d",
    re.IGNORECASE,
)
_CLAIMED = pattern(
    r"\b(?:(?<!what )(?<!which )is (?:that|this|it)(?: now| then| already)?|"
    r"that(?:'?s| is| must be| has to be| makes it)|it(?:'?s| is| must be| has to be)|"
    r"surely|must be|has to be|should be|gotta be) (?:a |at |surely |really |clearly )*(?:level )?"
    r"\d-\d\b[\s,.]*(?:(?:isn'?t|is|innit|ain'?t|right|correct|no|or|then|surely|yes|doesn'?t|"
    r"not|it|that|now|yet|already|\?)[\s,?]*)*$",
    re.IGNORECASE,
)
"""A level claimed for what was told, and put as a question: "that's 9-2, isn't it"."""
_OTHER = pattern(
    r"\b(?:differ\w*|beyond|mean\w*|explain|decisions?|case law|anyone|who else|what if|if i|"
    r"argue|points?|grade|wrote|draft|paragraph|difference|word\w*)\b",
    re.IGNORECASE,
)


TOPIC = Topic(
    id="case-level",
    title="whether your case meets a level",
    answer=_answer,
    needs=("case", "factors"),
    likes=("levels",),
    sure=_sure,
)
