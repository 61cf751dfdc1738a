"""A level of the standard or guide named: its own words, and what sets it off from another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import (
    as_known,
    guide_rule,
    level_of,
    level_words,
    listed,
    primary,
)
from assistant.chat.answering.named.documents import Named, factor_name, named
from assistant.chat.answering.named.supervising import authorities
from assistant.chat.model import Answer, Context, Question, Words
from assistant.text import escape
from index.language.late import pattern

if TYPE_CHECKING:
    from core.standards.criteria import Factor
    from core.standards.model import Standard

_OWN_CASE = pattern(
    r"\b(?:my case|argue|do(?:es)? (?:i|my|mine|we)|why not|should i get|record|credit me)\b",
    re.IGNORECASE,
)
_SCORED = pattern(r"\b(?:total|add(?:s|ed)? up|what grade|convert|sum)\b", re.IGNORECASE)


_LETTERED = pattern(r"(?<![\w-])(?P<level>[1-9]-\d)(?P<letter>[a-c])(?![\w-])", re.IGNORECASE)

_IS_THERE = pattern(
    r"^\W*(?:(?:so|and|but|ok|hey)\W+)*(?:is there|are there|does|do we have|there(?:'s| is))"
    r"(?: (?:an?|any|such|really|even|actually|thing|as|level|the))* [1-9]-\w\b"
    r"(?: (?:exist|at all|really|even|too))*\W*$",
    re.IGNORECASE,
)
_PRINTED = {
    "level-3-2": "Positions at this level meet a or",
    "level-3-2c-all": "at least three of the first four",
    "level-3-3b": "at least 8 of the following",
}
"""Words of the sentences that bear the rules on paragraphs, by the rule's code."""


def paragraph_named(question: Question, context: Context) -> Answer | None:
    """Return what one lettered paragraph of a level asks; only the supervisory guide has them."""
    found = _LETTERED.search(question.message)
    if found is None or question.decision or len(question.levels) > 1:
        return None
    from core.overview import supervisory_editions
    from core.supervisory import load_guide

    told = authorities(question.message)
    if told.ten or told.fifteen or told.counted is not None:
        # Whether those meet the level is asked, not what it lists.
        return None
    standard = supervisory_editions()[-1]
    held = level_of(standard, found["level"])
    letter = found["letter"].lower()
    own = [] if held is None else [one for one in held[1].aspects if one.any_of]
    asked = next((one for one in own if one.key == letter), None)
    if held is None or asked is None:
        return None
    factor, level = held
    guide = load_guide(context.as_of)
    code = f"level-{level.level}"
    names = (f"{code}{letter}-all", f"{code}{letter}", code)
    words = [guide_rule(name, _PRINTED.get(name, "")) for name in names if name in guide.rules]
    letters = listed([one.key for one in own], "or")
    both = f"Level {level.level} is met by paragraph {letters}."
    if level.level == "3-4":
        both = (
            f"Both kinds of authority of Level 3-3 come first; then paragraph {letters} meets it."
        )
    listing = guide.authorities.get(f"{level.level}{letter}")
    items = () if listing is None else listing.items
    return Answer(
        lead=(
            f"**Paragraph {letter} of Level {level.level} ({level.points:,} points) of the "
            f"supervisory guide: {asked.text[:1].lower()}{asked.text[1:]}** {both}"
        ),
        words=tuple(words[:2]) or (level_words(standard, level),),
        figures=("\n".join(f"- {item}" for item in items),) if items else (),
        whose=f"What paragraph {letter} lists, in our words",
        next=("Which of these are delegated to you, and how often do you use them?",),
        levels=(level.level,),
        factors=(str(factor.factor),),
        standard=standard.id,
    )


def no_such_level(question: Question, context: Context) -> Answer | None:
    """Return that a level named is none, with those there are; None when any standard has it."""
    if len(question.levels) != 1 or question.decision or question.standards or question.series:
        return None
    from core.overview import supervisory_editions

    known = [primary(context), supervisory_editions()[-1], as_known("gs-0200", context)]
    if context.opened is not None:
        known.append(context.opened.standard)
    asked = question.levels[0]
    there = _IS_THERE.search(question.message)
    others = [one for one in known if level_of(one, asked) is not None]
    if (others and not there) or (named(question, context) and not others):
        return None
    number = asked.partition("-")[0]
    factor = next((f for f in known[0].factors if str(f.factor) == number), None)
    if others:
        return _there(asked, others, factor, known[0])
    if factor is None or not factor.levels:
        return None
    last = factor.levels[-1]
    worth = f", {last.points:,} points" if last.points else ""
    return Answer(
        lead=(
            f"**There is no Level {asked}: Factor {number}, {factor.name}, has "
            f"{len(factor.levels)} levels, from {factor.levels[0].level} to "
            f"{last.level}{worth}.** {last.level}: {last.summary}"
        ),
        words=(level_words(known[0], last),),
        next=(f"Ask what sets {last.level} off from {factor.levels[-2].level}.",),
        levels=(last.level,),
        factors=(number,),
    )


def _there(
    asked: str, others: list[Standard], factor: Factor | None, whole: Standard
) -> Answer | None:
    """Return in which of the standards at hand a level is, where it is asked whether there is one.

    None where the Primary Standard has it and the question is whether it has.
    """
    held = [(one, level_of(one, asked)) for one in {one.id: one for one in others}.values()]
    told = [(one, found[1]) for one, found in held if found is not None]
    first, level = told[0]
    said = "; ".join(f"{one.title}: Level {asked}, {of.points or 0:,} points" for one, of in told)
    lead = f"**Yes, in the {said}.** {level.summary}"
    if first.id != whole.id and factor is not None and factor.levels:
        lead = (
            f"**Not in the {whole.title}, whose Factor {factor.factor} ends at "
            f"{factor.levels[-1].level}; but in the {said}.** {level.summary}"
        )
    return Answer(
        lead=lead,
        words=(level_words(first, level),),
        next=(f"Ask what Level {asked} requires.",),
        levels=(asked,),
        factors=(asked.partition("-")[0],),
        standard=first.id,
    )


def level_named(question: Question, context: Context) -> Answer | None:
    """Return what the document named says of one or two levels; None when it is not asked."""
    levels = question.levels
    if not levels or len(levels) > 2 or question.decision or _SCORED.search(question.message):
        return None
    if len(levels) == 1 and question.has("possible", "attainable", "realistic", "reachable"):
        # Whether it is open to a position is a topic of its own.
        return None
    if question.has("special situation", "special condition"):
        # What special situations add to a level is a rule of its own.
        return None
    if context.case is not None and _OWN_CASE.search(question.message):
        return None
    factor = levels[0].partition("-")[0].upper()
    if any(level.partition("-")[0].upper() != factor for level in levels):
        return None
    one = named(question, context)
    if one is None:
        return None
    ladder = one.ladder(factor)
    if not ladder:
        return None
    title = escape(one.title.removeprefix("The "))
    lacking = next((level for level in levels if level not in ladder), "")
    if lacking:
        return Answer(
            lead=(
                f"**The {title} describes no Level {lacking}.** Its levels of "
                f"{factor_name(one, factor, context)} run from {ladder[0]} to {ladder[-1]}."
            ),
            levels=(ladder[-1],),
            factors=(factor,),
        )
    if len(levels) == 2:
        return _apart(one, tuple(sorted(levels)), title, question)
    return _explained(one, levels[0], title, ladder, question, context)


def _worth(one: Named, level: str) -> str:
    points = one.points(level)
    return f"Level {level} ({points:,} points)" if points else f"Level {level}"


def _explained(
    one: Named, level: str, title: str, ladder: list[str], question: Question, context: Context
) -> Answer:
    factor = level.partition("-")[0]
    place = ladder.index(level)
    below = ladder[place - 1] if place else ""
    words: list[Words] = one.said(level, question, below, 3)
    summary = one.summary(level)
    head = f"**{_worth(one, level)} of the {title}**, {factor_name(one, factor, context)}"
    if summary:
        lead = f"{head}: {summary}"
    else:
        beyond = f"; the level below it is {_worth(one, below)}" if below else ""
        lead = f"{head}, in its own words{beyond}."
    more = []
    if below:
        gap = (one.points(level) or 0) - (one.points(below) or 0)
        differ = f" That is {gap:,} points less." if gap > 0 else ""
        lower = one.summary(below)
        more.append(f"Below it: {_worth(one, below)}.{differ}{' ' + lower if lower else ''}")
    general = None if one.standard else level_of(primary(context), level)
    if general is not None:
        more.append(f"The Primary Standard's Level {level}, in our words: {general[1].summary}")
    if not words and one.standard is not None:
        held = level_of(one.standard, level)
        words = [level_words(one.standard, held[1])] if held else []
    return Answer(
        lead=lead,
        words=tuple(words),
        next=(f"Ask how Level {level} differs from {below}.",) if below else (),
        more=tuple(more),
        levels=(level,),
        factors=(factor,),
        standard=one.standard.id if one.standard else "",
    )


def _apart(one: Named, levels: tuple[str, ...], title: str, question: Question) -> Answer:
    low, high = levels
    gap = (one.points(high) or 0) - (one.points(low) or 0)
    more = f", {gap:,} points more," if gap > 0 else ""
    lead = (
        f"**In the {title}, {_worth(one, high)} asks for more than {_worth(one, low)}: all of "
        f"what the higher level says, or it is {low}.** "
    )
    upper, lower = one.summary(high), one.summary(low)
    if upper and lower:
        lead += f"{high}: {upper} {low}: {lower}"
    else:
        lead += f"What tips it{more} stands in the words of the two levels."
    upper_words = one.said(high, question, low, 2)
    lower_words = one.said(low, question, high, 1)
    words = [*upper_words[:1], *lower_words, *upper_words[1:]]
    if not words and one.standard is not None:
        held = [level_of(one.standard, level) for level in (high, low)]
        words = [level_words(one.standard, found[1]) for found in held if found]
    return Answer(
        lead=lead,
        words=tuple(words),
        next=("Which of these sentences does the position description bear out, and where?",),
        levels=(high, low),
        factors=(high.partition("-")[0],),
        standard=one.standard.id if one.standard else "",
    )
