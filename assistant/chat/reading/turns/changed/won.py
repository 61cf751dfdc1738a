"""What a win or a loss on a factor would bring: "and if I win scope?"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import level_below
from assistant.chat.answering.reckoning.goals import AGAIN, goal
from assistant.chat.answering.reckoning.trials import by_word
from assistant.chat.reading.turns.changed.signs import Signs, left_with, only_supposes, signs
from assistant.chat.reading.turns.changed.trying import TRIED, is_on, total, with_levels
from assistant.chat.reading.turns.values import factors_of, step
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question

_WIN = pattern(
    r"\b(?:if|suppose|say|but|and|what)\b.{0,12}\b(?:i|we|they|opm)?\b ?(?:only |also |then )*"
    r"(?:win|won|get|got|prevail|lose|lost|grant\w*|credit\w*|agree)\b",
    re.IGNORECASE,
)
_STANDS = pattern(
    r"\b(?:what|which level|how (?:much|many points))(?:'m| am| do| did| have)? i "
    r"(?:get|got|(?:been |now )?(?:credited|given|granted))\b(?!.*\b(?:if|when|win)\b)",
    re.IGNORECASE,
)
"""Asks what is credited now: "what do I get for guidelines right now?"."""
_LOSE = pattern(r"\b(?:lose|lost)\b", re.IGNORECASE)
_FURTHER = pattern(r"^\W*(?:and|plus|then|also)\b|\b(?:as well|too|also|on top)\b", re.IGNORECASE)
_IF = pattern(
    r"\b(?:if|suppos\w+|say|imagine|assum\w+|pretend|worst case|best case|(?:what|how) about|"
    r"what happens|would|could|can (?:they|opm)|might|when (?:they|opm)|losing|"
    r"do i (?:stay|still))\b",
    re.IGNORECASE,
)
_NOW = pattern(
    r"\b(?:los[et]|refuses?|rejects?|den(?:y|ies)|turns? down|cuts?|drops?|lowers?|strikes?|takes?|"
    r"without|minus|except|fails?|any ?more)\b",
    re.IGNORECASE,
)
_PAST = pattern(
    r"\b(?:refused|denied|rejected|took|lost|turned down|struck|dropped|lowered|downgraded|was|"
    r"were|has|have|had)\b",
    re.IGNORECASE,
)
_ELSE = pattern(
    r"\b(?:why|who|argu\w*|evidence|facts?|prove\w*|show\w*|require\w*|mean(?:s|ing)?|decisions?|"
    r"criteria|chance\w*|odds|likely|probab\w+|should|standard|deadline|days?|explain|quote|"
    r"because|since|record|change my|which)\b",
    re.IGNORECASE,
)
_LEAD_IN = pattern(r"^\W*(?:(?:and|now|then|ok|so|but)\W+)+", re.IGNORECASE)
_DOES_TO = pattern(
    r"\b(?:does|do|would|will|is|are|did) (?:that|it|this|they|these|those)\b.{0,12}\b(?:hurts?|"
    r"helps?|harm\w*|weakens?|supports?|strengthens?|speaks? (?:for|against)|"
    r"counts? (?:for|against)|(?:bad|good) for)\b|"
    # A thing told, and the level it should make: "shouldn't that be 9-2?".
    r"\w[,.;] ?(?:so |and )?(?:should|would)(?:n['\u2019]?t| not)? (?:that|it|this) (?:not )?be "
    r"(?:an? |at |level |more like )*[1-9]-[1-9a-d]\b|"
    r"\b(?:does|do|would)(?:n['\u2019]?t| not)? (?:that|it|this) (?:not )?(?:make|put|bring) "
    r"(?:it|me|that|my \w+|the \w+|factor \d)? ?(?:an? |at |to |level |of )*[1-9]-[1-9a-d]\b",
    re.IGNORECASE,
)
_RULED = pattern(
    r"\b(?:if|suppos\w+|say|imagine|assum\w+|worst case|(?:bad|down|dark) ?side|bad news|fear)\b"
    r"[^.?!]{0,20}\b(?:they|opm|hr|he|she|(?:the|my) (?:agency|classifier|specialist|board|"
    r"examiner|supervisor|boss)) (?:only |just |then |do |would |were to )*"
    r"(?:say|find|found|decid|rul|call|rat|think|hold|put|knock|cut|drop|bring|leave|keep|giv|mak|"
    r"took|take|pull|push|move|mark)\w*\b[^.?!]{0,40}?\b(?:only|just|merely|nothing more than|"
    r"no more than|no higher than|not more than|(?:down|back|over) to|to|at|is|are|as)\b "
    r"(?:only |just |at |an? |level )*[1-9]-[1-9a-d]\b(?![^.?!]*\b(?:why|because|evidence|"
    r"argue\w*|appeal\w*|do i do|can i do)\b)",
    re.IGNORECASE,
)
"""A level that somebody is supposed to find: "what if they say my supervision is only 2-3"."""
FLOOR = "points-to-floor"
_NOT_IT = pattern(
    r"^\W*(?:(?:and|but|or|so|why|what about|how about)\W+)*(?:not )?(?:factor )?[\w ]{1,24}?"
    r"(?: not| neither| too| either)?\W*$",
    re.IGNORECASE,
)
"""A factor named by itself: "guidelines not?"."""
_OF_SOUGHT = pattern(
    r"\blevels?\b|\b(?:ask\w*|seek\w*|sought|claim\w*|request\w*)\b", re.IGNORECASE
)
"""What says that the levels sought are meant, of which some might be left out."""
_THOSE = pattern(
    r"\b(?:those|these|both|the (?:two|three)|what (?:i|she|he|they) (?:ask|seek|want)\w*)\b",
    re.IGNORECASE,
)
_GRADES = pattern(r"\b(?:gs[\s-]*)?(?:1[0-5]|[2-9])\b(?!-)", re.IGNORECASE)
_ASKED = pattern(r"^\W*(?:is|are|isn't|aren't|does|did|has)\b", re.IGNORECASE)
MOST, FEW = 26, 12
"""Words a supposition has at most, and one that no word for supposing opens."""
_TOO = pattern(r"\b(?:also|as well|too|on top|in addition|together)\b", re.IGNORECASE)
_BY_ONE = pattern(
    r"\b(?:tak\w+|took|bring|brought|knock\w*|push\w*|cut|drop\w*|mov\w+|g[eo]t?|goes|went|put|pull\w*|"
    r"bump\w*|lift\w*)\b.{0,20}\b(?:(?P<up>up)|(?P<down>down|lower))"
    r"(?: (?:by )?(?:a|one|1)(?: (?:level|step|notch|peg|rung))?\b|\W*$)",
    re.IGNORECASE,
)
"""A level moved by one, without the one it is moved to."""


def moved_by_one(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return the question on the total with a credited level moved by one: "1-6 down a notch"."""
    text, memory = question.message, context.memory
    if context.evaluation is None or question.decision or question.percents:
        return None
    moved = _BY_ONE.search(text) if len(question.levels) == 1 else None
    level = question.levels[0] if question.levels else ""
    if moved is None or level not in context.levels.values():
        return None
    beside = step(level, 1 if moved["up"] else -1)
    trial = memory.trial if is_on(memory) and _TOO.search(text) else ()
    return total(with_levels(trial, (beside,))) if beside else None


def if_lost(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return the question on the total when levels named are lost: "I get 3-4 but lose 4-4".

    What is credited falls one step; what is only sought is not added.
    """
    case, opened = context.case, context.opened
    if case is None or opened is None or context.evaluation is None:
        return None
    if question.decision or question.percents or question.dates or question.series:
        return None
    if question.first_person and not context.own:
        return None
    told = _lost(question)
    if told is None:
        return None
    now, text = context.levels, question.message
    sought = {f: level for f, level in case.sought.items() if now.get(f) != level}
    trial = context.memory.trial if is_on(context.memory) and _goes_on(text, told, context) else ()
    left = left_with(told, now, sought, trial, partial(level_below, context=context))
    rest = tuple(level for level in sought.values() if level not in told.lost)
    if not (left or trial or told.won or told.all_lost) and set(told.lost) <= set(sought.values()):
        # One of several sought refused leaves the others.
        left = rest
    made, topic = total(left)
    return replace(made, grades=question.grades), topic


def _goes_on(text: str, told: Signs, context: Context) -> bool:
    """Tell whether a message takes something away from what is on trial, not from the case."""
    bare = _LEAD_IN.sub("", text)
    of_trial = not {*told.lost}.isdisjoint(context.memory.trial)
    return bool(of_trial or _FURTHER.search(text) or _NOW.match(bare))


def _lost(question: Question) -> Signs | None:
    """Return what a message takes for won and lost, where it supposes that something is lost."""
    text, length = question.message, len(question.message.split())
    if length > MOST or _ELSE.search(text) or not only_supposes(text):
        # "Can OPM refuse 2-5 without an audit?" asks of the audit.
        return None
    if not (told := signs(text)):
        return None
    if _IF.search(text):
        return told
    few = length <= FEW or (told.won and told.lost)
    now = _NOW.search(text) and not _PAST.search(text) and not _ASKED.match(text)
    return told if few and now else None


_ADDED = pattern(
    r"\b(?:on top of|in addition to|added to|together with|along with|besides|beyond) (?:all )?"
    r"(?:of )?(?:that|this|it|those|these|them|everything)\b",
    re.IGNORECASE,
)
"""Adds a level to those on trial."""


def for_goal(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return the question what a grade takes of the open case: "the least that keeps my 12"."""
    case, now, memory = context.case, context.evaluation, context.memory
    if case is None or now is None or (question.first_person and not context.own):
        return None
    before = memory.question
    again = AGAIN.match(question.message)
    if again is not None and memory.topic == TRIED and before is not None and goal(before):
        grade = int(again["grade"])
        return replace(before, grades=(grade,), message=_GRADES.sub("", before.message)), TRIED
    if (step_down := _not_it(question, context)) is not None:
        return step_down
    asked = goal(question)
    if asked is None:
        return None
    if question.levels and not asked.grade and is_on(memory) and _ADDED.search(question.message):
        return total(with_levels(memory.trial, question.levels))
    points_back = bool(_THOSE.search(question.message))
    named = asked.grade or question.levels or points_back or is_on(memory)
    of_sought = asked.kind == "spare" and _OF_SOUGHT.search(question.message)
    if not (named or of_sought) and asked.kind in {"besides", "spare", "fall"}:
        # "What else?" asks of no grade.
        return None
    beside = question.levels
    if not beside and asked.kind in {"besides", "spare"}:
        beside = memory.trial if is_on(memory) else ()
    if not beside and asked.kind == "besides" and points_back:
        beside = tuple(lv for f, lv in case.sought.items() if context.levels.get(f) != lv)
    above = now.margin.next_grade or now.grade
    grade = asked.grade or case.requested.grade or memory.wanted or int(above.rpartition("-")[2])
    return replace(question, levels=beside, grades=(grade,), asks=True), TRIED


def _not_it(question: Question, context: Context) -> tuple[Question, str] | None:
    """Try a step down in the factor asked about behind what would cost the grade."""
    before, found = context.memory.question, _NOT_IT.match(question.message)
    factors = question.factors or factors_of(question.message)
    if found is None or before is None or len(factors) != 1 or question.levels:
        return None
    lost = goal(before)
    if context.memory.topic != FLOOR and (lost is None or lost.kind != "fall"):
        return None
    now = context.levels.get(factors[0], "")
    below = level_below(now, context) if now else ""
    return total((below,)) if below else None


def if_ruled(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return the question on the total with a level that somebody is supposed to find."""
    mine = context.evaluation is not None and (context.own or not question.first_person)
    if not mine or len(question.levels) != 1 or question.decision:
        return None
    return total(question.levels) if _RULED.search(question.message) else None


_CREDIT = pattern(
    r"^\W*(?:(?:now|so|ok(?:ay)?|please|and|just|then|let'?s|say you) )*"
    r"(?:credit|give|assume|take|use|grant|count|apply) (?:me |him |her |it |us )?(?:with |just |"
    r"only )?(?:level |a )?\d-",
    re.IGNORECASE,
)
_RESULT = pattern(
    r"\b(?:what (?:comes|do(?:es)? (?:it|that) (?:come|make|give)|do (?:i|we) (?:get|end up)|"
    r"grade|total)|(?:the|my) (?:grade|total|result|score)|total|come (?:out|to)|"
    r"nothing (?:else|more|new))\b",
    re.IGNORECASE,
)


def if_credited(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return the question on the total with levels that are to be credited for a trial."""
    mine = context.evaluation is not None and (context.own or not question.first_person)
    if not mine or not question.levels or question.decision or question.points:
        return None
    asked = _CREDIT.search(question.message) and _RESULT.search(question.message)
    return total(question.levels) if asked else None


def weighs(question: Question, context: Context) -> bool:
    """Tell whether it is asked what something told does to a level of the open case."""
    own = context.evaluation is not None and (context.own or not question.first_person)
    return own and len(question.levels) == 1 and bool(_DOES_TO.search(question.message))


def if_won(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return the question on the total when a factor is won or lost: "and if I win scope?"."""
    found, case = _WIN.search(question.message), context.case
    if found is None or case is None or question.levels or context.evaluation is None:
        return None
    if _STANDS.search(question.message):
        return None
    trial = context.memory.trial if is_on(context.memory) else ()
    granted = by_word(question.message, context, tuple(case.sought.values()))
    if granted:
        return total(with_levels(trial if _FURTHER.search(question.message) else (), granted))
    factors = question.factors or factors_of(question.message)
    sought = tuple(case.sought[f] for f in factors if f in case.sought)
    if _LOSE.search(question.message):
        there = tuple(one for one in trial if one.rpartition("-")[0] in factors)
        if there:
            return total(tuple(one for one in trial if one not in there))
        lost = (step(context.levels.get(f) or case.levels.get(f, ""), -1) for f in factors)
        below = tuple(level for level in lost if level)
        return total(with_levels(trial, below)) if below else None
    if not sought:
        return None
    return total(with_levels(trial if _FURTHER.search(question.message) else (), sought))


SUPPOSED = (for_goal, moved_by_one, if_lost, if_ruled, if_credited, if_won)
"""What reads a message that supposes a level won or lost, in this order."""
