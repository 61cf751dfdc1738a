"""A message that leans on the turn before: "and the one above it?", "what about complexity?"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import level_of, standard_of
from assistant.chat.answering.procedure.keeping import retold
from assistant.chat.reading.dates import named_days
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.changed.between import between
from assistant.chat.reading.turns.changed.groups import regrouped
from assistant.chat.reading.turns.changed.guide import OF_SUPERVISORS, guide_factor, of_guide
from assistant.chat.reading.turns.changed.meant import meant_by
from assistant.chat.reading.turns.changed.parts import of_part
from assistant.chat.reading.turns.changed.risk import of_risk
from assistant.chat.reading.turns.changed.staffed import staffed
from assistant.chat.reading.turns.changed.totals import OF_TOTALS, summed
from assistant.chat.reading.turns.changed.trying import TRIED, on_trial, put_at
from assistant.chat.reading.turns.changed.won import SUPPOSED, weighs
from assistant.chat.reading.turns.completing import completed, lasting
from assistant.chat.reading.turns.cover import of_own_series
from assistant.chat.reading.turns.decided.asking_on import of_particulars, of_people
from assistant.chat.reading.turns.decided.deciding import of_decided, of_the_decision
from assistant.chat.reading.turns.decided.registered import of_listed, of_one_listed
from assistant.chat.reading.turns.decided.text import of_text
from assistant.chat.reading.turns.limits.above import found_above
from assistant.chat.reading.turns.limits.onward import onward
from assistant.chat.reading.turns.limits.reading import of_time
from assistant.chat.reading.turns.picking import picked
from assistant.chat.reading.turns.spoken.correcting import CORRECTION
from assistant.chat.reading.turns.spoken.one_level import of_one_level
from assistant.chat.reading.turns.together import OTHER_SYSTEM, about, if_so
from assistant.chat.reading.turns.turning import turning
from assistant.chat.reading.turns.values import SHORT_NAMES, says_more, step
from core.standards.table import SUPERVISORY_ID
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Memory, Question

_RUNG = r"(?:level|grade|step|notch|rung)"
_ONE = rf"\b(?:one|an?|another|{_RUNG})(?: (?:more|{_RUNG}))*"
_ABOVE = pattern(
    rf"{_ONE} (?:above|higher|up|over|after)\b|\bnext(?: (?:higher|level|one|grade|step)){{1,2}}\b|"
    r"\b(?:one more|another) (?:level|step|notch|rung)\b(?! (?:down|lower|below|under))|"
    r"\b(?:go(?:ing)?|step(?:ping)?|move?|moving) up (?:one|a|another)\b|"
    r"\babove (?:it|that|this)\b",
    re.IGNORECASE,
)
_BELOW = pattern(
    rf"{_ONE} (?:below|lower|down|under|beneath|before)\b|\bnext (?:lower|one down)\b|"
    r"\b(?:go(?:ing|es)?|step(?:ping)?|mov(?:e|ing)|drop(?:ping|s)?|com(?:e|ing)) "
    r"(?:down )?(?:one|a|another)(?: (?:more|level|step))?\b(?! up)|"
    r"\b(?:below|beneath|under) (?:it|that|this)\b",
    re.IGNORECASE,
)
_EXISTS = pattern(
    r"\b(?:is|are|was|isn't|aren't) there\b|\b(?:does|do) (?:it|they|that) have\b|\bexists?\b|"
    r"\bno (?:such )?(?:level|\d-\w)\b",
    re.IGNORECASE,
)
_GAINS = pattern(
    r"\b(?:los[et]\w*|gain\w*|add\w*|cost\w*|total|score|come to|bring\w*|be worth|"
    r"(?:give|get) me)\b",
    re.IGNORECASE,
)
"""What is asked of a level for what it does to the total of the case."""
_ELLIPSIS = pattern(
    r"^\W*(?:and|what about|how about|and what about|or|then|"
    r"same (?:(?:thing|question|again|here) )?(?:for|with|on))\b",
    re.IGNORECASE,
)
_SHORT_NAME = pattern(
    r"\b(?:levels?|steps?|notch|rung|factor)\b(?: \w+){0,2} (?:on|for|in|of|under) (?:the )?"
    rf"(?P<name>{'|'.join(SHORT_NAMES)})\b|\b(?:if|suppose|with|were|was) (?:the )?"
    rf"(?P<other>{'|'.join(SHORT_NAMES)})\b(?= (?:went|goes|go|were|was|is|up|one|rose)\b)",
    re.IGNORECASE,
)
_IT = pattern(r"\b(?:(?:that|this|the) level|that one|this one|it|that|this)\b", re.IGNORECASE)
_HE = pattern(r"\b(?:he|she|they|him|her|his|their|anyone|anybody|someone)\b", re.IGNORECASE)
_SEEKS = pattern(
    r"\b(?:the )?level (?:\w+ ){0,4}?(?:sought|(?:i|we) (?:seek|ask for|claim|want))\b|"
    r"\b(?:the )?level (?:of|on|for) (?:\w+ ){1,3}(?:that is |which is )?sought\b",
    re.IGNORECASE,
)
_PLAN = pattern(
    r"\b(?:w[gls]|gs|fws|gm)\b(?:[\s-]*\d{1,2}\b)?|\b(?:federal )?wage(?: grade| system)?\b",
    re.IGNORECASE,
)
_APART = pattern(
    r"^\W*(?:and |so |but )?(?:(?:what(?:'?s| is| are)|where is|how big is|why) )?(?:the |that )?"
    r"(?:difference|gap|spread)(?: (?:between (?:them|the two|those|these)|then|briefly|"
    r"in (?:points|words|short|(?:a|one) (?:sentence|word|line)|(?:plain|simple) words)))*\W*$"
    r"|^\W*(?:how do (?:they|the two) differ|"
    r"how (?:are|is) (?:they|the two|those) different|compare (?:them|the two|both))\W*$"
    r"|^\W*(?:and |so )?how (?:far|much|many points) (?:apart(?: are (?:they|the two|those))?"
    r"|(?:is |are |lie )?between (?:them|the two|those(?: two)?|these(?: two)?))\W*$",
    re.IGNORECASE,
)
_END = pattern(
    r"\b(?:the )?(?P<end>last|top|highest|first|lowest|bottom)(?: (?:one|grade|factor))?\b"
    r"(?! (?:level|step|time|day|week|month|year))",
    re.IGNORECASE,
)
_SLOTS = (
    *("grades", "points", "percents", "series", "dates", "factors", "decision"),
    *("pay_plan", "sections", "standards"),
)
_BARE = pattern(
    r"^\W*(?:(?:and|or|but|so|what|how|about|if|with|at|it|it's|that's|s?he's|an?|the|chief|were|"
    r"is|only|just|say|for|from|of|to)\s+)*(\d{1,4})(?:,? (?:then|instead|now|rather))?\W*$",
    re.IGNORECASE,
)
_MOVED = pattern(
    r"\b(?:went|goes|go|moved?|were|rose|rais\w+|dropp?\w*)\b.*\b(?:up|down|one|higher|lower)\b",
    re.IGNORECASE,
)
APART = frozenset({"flsa"})
"""Topics with limits and forums of their own, after which no question on an appeal is meant."""
HIGHEST_GRADE = 15
FACTORS = 9
LONGEST = 8
"""Words beyond which a message says for itself what it is about."""


def resolve(question: Question, context: Context) -> tuple[Question, str]:
    """Return a message with what it takes from the turn before, and the topic it goes on with.

    The topic is empty when the message is to be understood afresh.
    """
    asked, topic = _leaning(question, context)
    of_it = _of_the_standard(asked, context)
    if of_it.standards != asked.standards and _EXISTS.search(question.message):
        standard = standard_of(of_it, context)
        made = read(f"Is there a Level {of_it.levels[0]} in the {standard.title}?")
        return replace(made, standards=of_it.standards), ""
    return of_it, topic


def _of_the_standard(question: Question, context: Context) -> Question:
    """Return a question about levels with the standard that the turn before spoke of."""
    memory = context.memory
    if question.standards or question.series or not question.levels or question.has("case"):
        return question
    last = memory.answer
    whose = memory.standard if last is not None and last.levels else ""
    if memory.topic in OF_SUPERVISORS:
        whose = SUPERVISORY_ID
    if not whose:
        return question
    of_it = replace(question, standards=(whose,))
    standard = standard_of(of_it, context)
    held = all(level_of(standard, level) for level in question.levels)
    # "Is there a 3-1?" is asked of the standard spoken of, which may well have none.
    return of_it if held or _EXISTS.search(question.message) else question


def _leaning(question: Question, context: Context) -> tuple[Question, str]:
    memory = context.memory
    question = _with_factor(of_own_series(question, context))
    if (sought := _sought(question, context)) is not None:
        return sought, ""
    if weighs(question, context):
        return question, "case-level"
    for one in (of_one_level, summed, between, of_particulars, of_text, of_one_listed, of_listed):
        if (said := one(question, context)) is not None:
            return said
    question = of_the_decision(question, context)
    for one in () if question.decision else (found_above, of_risk, *SUPPOSED, put_at, onward):
        if (tried := one(question, context)) is not None:
            return tried
    if memory.question is None or memory.topic in APART:
        return question, ""
    question = of_guide(question, context)
    if (of_it := of_decided(question, context)) is not None:
        return of_it
    for reads in (turning, retold, meant_by, of_part, staffed, regrouped, of_time, completed):
        if (whole := reads(question, context)) is not None:
            return whole
    short = len(question.message.split()) <= LONGEST
    if (trial := on_trial(question, context)) is not None:
        return trial
    few = len(question.message.split()) <= LONGEST + 4
    if few and (supposed := if_so(question, context)) is not None:
        return supposed, TRIED
    if (lasts := lasting(question, memory)) is not None:
        return lasts, memory.topic
    if (built := _bare(question, memory) or _at_the_end(question, memory)) is not None:
        return built, memory.topic
    for reads in (guide_factor, picked, of_people):
        if (chosen := reads(question, context)) is not None:
            return chosen
    if short and _APART.search(question.message):
        apart = _apart(question, memory)
        if apart is not None:
            return apart
    if short and question.factors and not question.levels and _MOVED.search(question.message):
        return replace(question, asks=True), TRIED
    near = len(question.message.split()) <= LONGEST + 2
    if near and (stepped := _stepped(question, context)) is not None:
        return stepped
    corrects = bool(CORRECTION.search(question.message))
    if short and (corrects or _ELLIPSIS.search(question.message)):
        return _going_on(question, context, corrects=corrects)
    if short and "level" in _it(question):
        named = of_the_level(question, memory)
        if named is not None:
            return named, ""
    return question, ""


def _with_factor(question: Question) -> Question:
    """Return a question about "the next level on knowledge" with the factor of that short name."""
    found = _SHORT_NAME.search(question.message)
    if found is None or question.factors or question.levels:
        return question
    return replace(question, factors=(SHORT_NAMES[(found["name"] or found["other"]).lower()],))


def _sought(question: Question, context: Context) -> Question | None:
    """Return a question about "the level of Factor 1 that is sought" with that level, or None."""
    if context.case is None or len(question.factors) != 1 or question.levels:
        return None
    level = context.case.sought.get(question.factors[0])
    if not level or not _SEEKS.search(question.message):
        return None
    general = _SEEKS.sub("Level 2-5", question.general, count=1)
    return replace(about(question, (level,)), general=general)


def of_the_level(question: Question, memory: Memory) -> Question | None:
    """Return a message with the level spoken of in the place of "it", or None.

    "It" is that level when the last answer was about one; "he" is somebody else's case.
    """
    named = ("levels", "factors", "grades", "points", "percents", "dates")
    exact = any(getattr(question, name) for name in named)
    if not memory.levels or exact or _HE.search(question.message):
        return None
    last = memory.answer
    spoken = last is not None and bool(last.levels)
    if last is not None and not spoken:
        # After another factor "it" is that factor, not the level spoken of before.
        spoken = memory.levels[0].rpartition("-")[0] in last.factors
    if not _it(question) or not (spoken or "level" in _it(question)):
        return None
    general = _IT.sub("Level 2-5", question.general, count=1)
    whose = (memory.standard,) if memory.standard else question.standards
    return replace(about(question, memory.levels[:1]), general=general, standards=whose)


def _it(question: Question) -> str:
    found = _IT.search(question.message)
    return found.group().lower() if found is not None else ""


def _stepped(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return the question about the level or grade above or below the one spoken of, or None."""
    by = bool(_ABOVE.search(question.message)) - bool(_BELOW.search(question.message))
    memory = context.memory
    before = memory.question
    if not by or before is None or question.levels:
        return None
    if before.grades and not (before.levels or question.grades):
        grade = before.grades[-1] + by
        return (
            (replace(before, grades=(grade,), asks=True), memory.topic)
            if 1 <= grade <= HIGHEST_GRADE
            else None
        )
    moved = step(memory.levels[0], by) if memory.levels else ""
    if not moved:
        return None
    said = _ABOVE.sub("Level 2-5", _BELOW.sub("Level 2-5", question.general), count=1)
    stepped = replace(about(question, (moved,)), general=said)
    if context.evaluation is not None and _GAINS.search(question.message):
        return stepped, TRIED
    return stepped, "" if says_more(stepped) else _level_topic(memory)


def _apart(question: Question, memory: Memory) -> tuple[Question, str] | None:
    """Return the question how the two things spoken of last differ, or None."""
    now, before = memory.question, memory.earlier
    if now is not None and len(now.grades) == 2 and not now.levels:
        return replace(question, grades=now.grades, asks=True), "points-range"
    if now is None or before is None:
        return None
    levels = (*before.levels[:1], *now.levels[:1])
    if len(set(levels)) == 2:
        return about(question, levels), "level-points"
    if before.pay_plan and now.pay_plan and before.pay_plan != now.pay_plan:
        return replace(question, asks=True), "gs-and-wage-rules"
    grades = (*before.grades[:1], *now.grades[:1])
    if len(set(grades)) == 2:
        return replace(question, grades=grades, asks=True), "points-range"
    return None


def _at_the_end(question: Question, memory: Memory) -> Question | None:
    """Return the question before about the last or first grade or factor, or None."""
    before, found = memory.question, _END.search(question.message)
    if before is None or found is None or not memory.topic:
        return None
    if question.levels or question.grades or not _ELLIPSIS.search(question.message):
        return None
    if says_more(replace(question, general=_END.sub("", question.general))):
        return None
    high = found["end"].lower() in {"last", "top", "highest"}
    if before.factors and not before.levels:
        return replace(before, factors=("9" if high else "1",), asks=True)
    if before.grades and not before.levels:
        return replace(before, grades=(HIGHEST_GRADE if high else 1,), asks=True)
    return None


def _bare(question: Question, memory: Memory) -> Question | None:
    """Return the question before with a bare number in the place of its own, or None."""
    before, found = memory.question, _BARE.search(question.message)
    if before is None or found is None or not memory.topic:
        return None
    number = int(found.group(1))
    if before.factors and not before.levels and 1 <= number <= FACTORS:
        return replace(before, factors=(str(number),), asks=True)
    if (before.percents or "percent" in before.message.lower()) and number <= 100:
        return _of_share(before, number)
    if number > 100 and (before.points or memory.topic in OF_TOTALS):
        return replace(before, points=(number,), asks=True)
    if before.grades and not before.levels and 1 <= number <= HIGHEST_GRADE:
        # Topics that read the words themselves find the new grade in them as well.
        text = re.sub(rf"(?i)\bgs[\s-]*{before.grades[-1]}\b", f"GS-{number}", before.message)
        return replace(before, message=text, grades=(number,), asks=True)
    return None


def _of_share(before: Question, number: int) -> Question:
    """Return a question on a share of time with another share, in its words as well."""
    new = [float(number), 100.0 - number][: max(1, len(before.percents))]
    text = before.message
    for old, now in zip(before.percents, new, strict=False):
        text = re.sub(rf"\b{old:g}(?=\s?(?:%|percent|per cent))", f"{now:g}", text, count=1)
    return replace(before, message=text, percents=tuple(new), asks=True)


def _level_topic(memory: Memory) -> str:
    """Return the topic to ask about another level: the same, when it is about levels."""
    answered = memory.answer
    return memory.topic if answered is not None and answered.levels and memory.topic else ""


def _going_on(question: Question, context: Context, *, corrects: bool) -> tuple[Question, str]:
    """Ask the question before again with what this message names in its place.

    A message that says more than a value is understood with the one before, by what it says.
    """
    memory = context.memory
    before = memory.question
    assert before is not None  # noqa: S101 - checked by the caller
    if says_more(question) and not (corrects and (question.dates or question.since)):
        return question, ""
    if question.levels:
        return replace(question, asks=True), _level_topic(memory)
    if question.factors and len(before.levels) > 1 and memory.levels:
        # What was asked of several levels is asked of the same ones of another factor.
        others = (f"{question.factors[0]}-{one.rpartition('-')[2]}" for one in before.levels)
        return about(question, tuple(dict.fromkeys(others))), memory.topic
    if question.factors and memory.levels:
        level = _level_on(question.factors[0], context)
        if level:
            return about(question, (level,)), memory.topic
    named = {slot: getattr(question, slot) for slot in _SLOTS if getattr(question, slot)}
    if question.since:
        named["since"] = question.since
    if not named:
        return question, ""
    old = before.message
    if "dates" in named or "since" in named:
        # The day that was wrong is not read again.
        for start, end, _ in reversed(named_days(old, context.today)):
            old = f"{old[:start]}{old[end:]}"
        named.setdefault("dates", question.dates)
    if "pay_plan" in named and before.pay_plan not in {"", question.pay_plan}:
        text = f"{_PLAN.sub('', old)} {question.message}"
        topic = OTHER_SYSTEM.get(memory.topic, memory.topic)
        return replace(before, message=text, general=text, asks=True, **named), topic
    if "grades" in named and len(before.grades) > 1 and len(question.grades) == 1:
        # One grade in the place of several: what was said of those is done with.
        old = ""
    text = f"{old} {question.message}".strip()
    return replace(before, message=text, asks=True, **named), memory.topic


def _level_on(factor: str, context: Context) -> str:
    """Return the level of another factor that is meant: the one sought, else the one credited."""
    if context.case is not None:
        return context.case.sought.get(factor) or context.levels.get(factor, "")
    before = context.memory.levels[0].rpartition("-")[2]
    return f"{factor}-{before}"
