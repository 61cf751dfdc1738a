"""A total of levels that were named, of which a message changes one: "and if I drop 5 to 5-3?".

No case is open with them: the levels added up last stand in the answer that gave their total, and
the total is asked for again with the level changed, or its distance from a grade.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.answering.reckoning.goals import AGAIN, goal
from assistant.chat.reading.exact import factors_in, read
from assistant.chat.reading.parts import parts
from assistant.chat.reading.turns.changed.signs import only_supposes, replaced, signs
from assistant.chat.reading.turns.spoken.one_level import another_factor
from assistant.chat.reading.turns.values import factors_of, step
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Moment, Question

Changed = tuple["Question", str]

TOTAL = "levels-total"
_RANGE = "points-range"
_DISTANCE = "next-grade"
_BORDERLINE = "borderline"
OF_TOTALS = frozenset({_RANGE, _DISTANCE, _BORDERLINE})
"""Topics after which a number alone is a total."""
NEAR, MOST, WHOLE, FEW = 4, 16, 8, 4
"""Turns from which a total is no longer spoken of, words a change has at most, levels from which it
is a whole, and levels up to which a message changes some rather than naming others."""
_CHANGES = pattern(
    r"\b(?:if|drop\w*|lower\w*|rais\w+|make|made|change[ds]?|put|with|instead|bring\w*|mov\w+|bump\w*|"
    r"up|down|plus|swap|take|give|say|suppose|become\w*|goes|were|was|cut|increase\w*|reduce\w*|"
    r"rather|correction|meant?)\b|^\W*(?:and|but|no|or|ok(?:ay)?|now|what about|how about)\b",
    re.IGNORECASE,
)
_AFRESH = pattern(
    r"^\W*(?:(?:and|so|ok)\W+)*what (?:do|does|would|is|are)\b.*"
    r"\b(?:together|altogether|in all|combined)\b",
    re.IGNORECASE,
)
"""What adds up the levels it names and no others."""
_SUPPOSES = pattern(
    r"\b(?:what if|if|suppose|say|imagine|adds?|adding|take|gives?|with|without|instead|plus|"
    r"minus|swap|drop|lose|losing|raise|lower|put|same|on top|too|as well|make it|be enough|"
    r"suffice|do it|make (?:the|a|any|all the) difference)\b",
    re.IGNORECASE,
)
"""What changes a total that was named before other things were spoken of."""
_FLOOR = pattern(
    r"\b(?:floor|bottom|lowest total|minimum|margin|cushion|slack)\b|\bmy total\b", re.IGNORECASE
)
_WHICH_GRADE = pattern(
    r"^\W*(?:(?:and|so|ok|then)\W+)*(?:which|what) grade "
    r"(?:is|would|does|are) (?:that|it|this|they)"
    r"(?: (?:be|make|give|then|now))*\W*$",
    re.IGNORECASE,
)
_OF_LEVELS = pattern(
    r"\b(?:require\w*|mean(?:s|ing)?|say|says|describe\w*|argue|differ\w*|difference|versus|vs|"
    r"decisions?|opm|facts?|because|why|who|whose)\b|\bor \d-|\bwhat is (?:level )?\d-",
    re.IGNORECASE,
)
_STEP = pattern(
    r"\b(?P<up>up|higher|rais\w+|bump\w*|increase\w*|more)\b|"
    r"\b(?P<down>down|lower\w*|drop\w*|reduce\w*|cut|less|below)\b",
    re.IGNORECASE,
)
_ONE = pattern(r"\b(?:one|a|by one|1|another)\b(?: (?:level|step|notch))?", re.IGNORECASE)
_BARE = pattern(
    r"\b(?:bring|lower|raise|drop|move|take|bump|push|cut|put) (?:factor )?([1-9])\b(?!-)"
    r"|\bfactor ([1-9])\b",
    re.IGNORECASE,
)
_FAR = pattern(
    r"\b(?:how (?:far|many|much|close|short)|what(?:'s| is)?(?: still)?|points?)\b.{0,30}"
    r"\b(?:to|left|more|need\w*|short|missing|lack\w*|until|for|off|away|from|reach)\b",
    re.IGNORECASE,
)
_NEEDED = pattern(
    r"\bhow many (?:points|pts)\b.{0,12}\b(?:do|would|will|must|should) (?:i|we|it|they) "
    r"(?:need|have to have|take)\b",
    re.IGNORECASE,
)
_POINTS = pattern(r"\b(\d,\d{3}|\d{3,4}) points: (?:\*\*)?GS-")
_GRADE = pattern(r"\d points: (?:\*\*)?GS-(\d{1,2})\b")
_AT_LINE = pattern(
    r"\b(?:on|at|near|close to|by|over|under|above|below|across|from|to) (?:the |a )?(?:very )?"
    r"(?:line|edge|border(?:line)?|brink|limit|cut-?off|cusp|threshold)\b|\bborderline\b|"
    r"\b(?:only |just |barely |but )*(?:just|barely|narrowly|squeak\w*|scrap\w+)\b.{0,12}"
    r"\b(?:makes?|made|in|by|reach\w*|gets?|got|scrap\w+|squeak\w+)\b",
    re.IGNORECASE,
)
_TO_DO = pattern(
    r"\b(?:what|how)\b.{0,60}\b(?:do|done|handled?|treat\w*|deal|say|says|said|supposed|should|"
    r"must|tells?|wants?)\b",
    re.IGNORECASE,
)
"""Asks what is to be done about a total near a cutoff, not how near it is."""
_CLOSE = pattern(
    r"\b(?:borderline|cut-?offs?|close|near|edge|line|threshold|narrow\w*|tight)\b", re.IGNORECASE
)
_PROCEDURE = pattern(r"\b(?:days?|appeal|file|deadline|pay|months?|years?)\b", re.IGNORECASE)
_TOLD = pattern(
    r"^\W*(?:and |but |so |ok )*(?:i(?:'m| am| have|'ve got| got)|mine (?:is|has)|my total is|"
    r"we(?: have|'re)|it(?:'s| is| has)|what (?:about|if it's)|with) (?:at |only |about )*"
    r"(?P<points>\d,?\d{3}|[2-9]\d\d)(?: points)?(?: (?:now|in total|total))?\W*$",
    re.IGNORECASE,
)
_ADDED = pattern(r"([\d,]{3,6}) points")
_HOW_FAR = pattern(
    r"\b(?:next (?:higher )?grade|how (?:far|close|short|near)|how many (?:points )?(?:more|short)|"
    r"am i close|(?:short|miss\w*|off|lack\w*|fell short|falls short) by (?:how|what)|by how m\w+|"
    r"(?:close|bridge|fill) the gap|(?:what|how (?:big|wide))(?:'s| is)? the (?:gap|distance)|"
    r"(?:still )?(?:missing|lacking|needed)\W*$)\b",
    re.IGNORECASE,
)
_DOWN = pattern(
    r"\b(?:drop\w*|los(?:e|ing|s)|fall\w*|below|down|slip\w*|under|floor|bottom|cushion|room|"
    r"slack|margin|above|to spare)\b",
    re.IGNORECASE,
)
"""How far a total just added up stands above the lowest of its grade."""
_AFTER_TOLD = 12
"""Words up to which a message after a total is about that total."""
_OF_RANGES = frozenset(["points-range", "next-grade", "conversion-table", "borderline"])


def summed(question: Question, context: Context) -> Changed | None:
    """Return the question on a total named before with what a message changes of it, or None."""
    text = question.message
    if len(text.split()) > MOST or question.decision or question.percents or question.dates:
        return None
    if len(parts(text)) > 1:
        # Each of several questions is answered for itself.
        return None
    for asked_of in (_needed, another_factor):
        if (meant := asked_of(question, context)) is not None:
            return meant
    before = _before(question, context)
    if before is None or before.answer is None or _PROCEDURE.search(text):
        return None
    if (asked := _goal(question, before, context)) is not None:
        return asked
    total = _POINTS.search(before.answer.lead)
    if total is not None and not question.levels and (near := _near(text, total[1])) is not None:
        return near
    of_distance = not question.levels and (_FAR.search(text) or _FLOOR.search(text))
    if of_distance and total is not None:
        return _away(question, total[1])
    if total is not None and _WHICH_GRADE.match(text):
        return read(f"Which grade are {total[1]} points?"), _RANGE
    levels = {one.rpartition("-")[0]: one for one in before.answer.levels}
    changed = _left(question, levels, context) or _named(question, levels)
    changed = changed or _stepped(question, levels)
    if not changed or question.points:
        return None
    made = read(f"What grade is {', '.join({**levels, **changed}.values())}?")
    told = before.question
    if told is not None:
        made = replace(made, series=told.series, standards=told.standards)
    return replace(made, grades=question.grades), TOTAL


def _near(text: str, total: str) -> Changed | None:
    """Ask whether a total lies close to a cutoff, or what is done about one that does."""
    if _CLOSE.search(text) and _TO_DO.search(text):
        return read(f"How are borderline totals handled, such as {total} points?"), _BORDERLINE
    if _AT_LINE.search(text):
        return read(f"Is a total of {total} points borderline?"), _BORDERLINE
    return None


def _goal(question: Question, before: Moment, context: Context) -> Changed | None:
    """Ask what a grade takes beyond the levels added up: "the cheapest way to a 13"."""
    assert before.answer is not None  # noqa: S101 - checked by the caller
    last, again = context.memory.question, AGAIN.match(question.message)
    if again is not None and last is not None and goal(last) and context.memory.topic == TOTAL:
        return replace(last, grades=(int(again["grade"]),)), TOTAL
    asked = goal(question)
    if asked is None or question.levels or asked.kind == "easier":
        return None
    stands = _GRADE.search(before.answer.lead)
    # "Which factor would get me there?" is asked of the next grade.
    grade = int(stands[1]) + 1 if stands and asked.kind == "least" else None
    grade = asked.grade or grade
    if grade is None:
        return None
    return replace(question, levels=before.answer.levels, grades=(grade,)), TOTAL


def _away(question: Question, total: str) -> Changed | None:
    """Ask how far a total is from a grade, or above the bottom of its own."""
    if question.factors or question.points:
        return None
    grade = f"GS-{question.grades[-1]}" if question.grades else "the next grade"
    if _FLOOR.search(question.message):
        grade = f"the bottom of {grade}" if question.grades else "the bottom of its grade"
    return read(f"I have {total} points, how far is {grade}?"), _DISTANCE


def _left(question: Question, levels: dict[str, str], context: Context) -> dict[str, str]:
    """Return what takes the places of the levels a message takes away, and those it gives."""
    told = signs(question.message)
    if not told.lost or _OF_LEVELS.search(question.message):
        return {}
    turns = (turn.answer for turn in reversed(context.memory.turns) if turn.topic == TOTAL)
    stood = [answer.levels for answer in turns if answer is not None]
    return replaced(told, levels, stood, lambda level: step(level, -1))


def _before(question: Question, context: Context) -> Moment | None:
    """Return the turn that added levels up last, where a message may change it.

    After other things were spoken of, only what says that it supposes a change is one. With a case
    open, what is changed after another turn is changed in the case.
    """
    if context.evaluation is not None and context.memory.topic not in {TOTAL, _DISTANCE}:
        return None
    turns = context.memory.turns
    last = next((n for n in reversed(range(len(turns))) if turns[n].topic == TOTAL), None)
    if last is None:
        return None
    supposes = _SUPPOSES.search(question.message) and only_supposes(question.message)
    spoken_of = context.memory.topic in {TOTAL, _DISTANCE, _RANGE}
    if question.levels and not (supposes or (spoken_of and len(turns) - last <= NEAR)):
        return None
    if len(turns) - last > NEAR and not _SUPPOSES.search(question.message):
        return None
    found = turns[last]
    whole = found.answer is not None and len(found.answer.levels) >= WHOLE
    return found if whole else None


def _named(question: Question, levels: dict[str, str]) -> dict[str, str]:
    """Return the levels a message puts in the place of those of their factors."""
    named = {one.rpartition("-")[0]: one for one in question.levels}
    if not 0 < len(question.levels) <= FEW or not named.keys() <= levels.keys():
        return {}
    text = question.message
    if len(named) < len(question.levels) or (_AFRESH.search(text) and len(named) > 1):
        return {}
    changes = _CHANGES.search(text) or _SUPPOSES.search(text)
    return named if changes and not _OF_LEVELS.search(_SUPPOSES.sub(" ", text)) else {}


def _stepped(question: Question, levels: dict[str, str]) -> dict[str, str]:
    """Return the level a step above or below that of a factor named: "bring 7 down one"."""
    text, found = question.message, _STEP.search(question.message)
    if question.levels or found is None or not _ONE.search(text):
        return {}
    bare = _BARE.search(text)
    numbered = (bare[1] or bare[2],) if bare is not None else ()
    factors = numbered or factors_in(text) or factors_of(text)
    if len(factors) != 1 or factors[0] not in levels:
        return {}
    factor, _, number = levels[factors[0]].rpartition("-")
    if not number.isdecimal():
        return {}
    moved = int(number) + (1 if found["up"] else -1)
    return {factor: f"{factor}-{moved}"} if moved > 0 else {}


def _needed(question: Question, context: Context) -> Changed | None:
    """Ask for the points of the grade that is wanted: "how many points do I need?"."""
    case = context.case
    wanted = context.memory.wanted or (case.requested.grade if case is not None else None)
    named = question.grades or question.points or question.levels or question.factors
    if wanted is None or named or not _NEEDED.search(question.message):
        return None
    if context.evaluation is not None and context.own:
        return read(f"How many points am I short of GS-{wanted}?"), _DISTANCE
    return read(f"How many points does a GS-{wanted} take?"), _RANGE


def from_total(question: Question, context: Context) -> Changed | None:
    """Count from a total told, or computed just before, to the next grade."""
    memory, told = context.memory, _TOLD.search(question.message)
    if memory.topic in _OF_RANGES and told is not None:
        return read(f"I have {told['points']} points, how far is the next grade?"), _DISTANCE
    added = _ADDED.search(memory.answer.lead) if memory.answer is not None else None
    if memory.topic != TOTAL or added is None:
        return None
    if question.levels or question.factors or len(question.message.split()) > _AFTER_TOLD:
        return None
    if _CLOSE.search(question.message) and _TO_DO.search(question.message):
        return None
    if _DOWN.search(question.message):
        asked = f"I have {added[1]} points, how far above the bottom of its grade is that?"
    elif _HOW_FAR.search(question.message):
        asked = f"I have {added[1]} points, how far is the next grade?"
    else:
        return None
    return read(asked), _DISTANCE
