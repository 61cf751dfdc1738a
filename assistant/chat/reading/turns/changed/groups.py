"""Kinds of work told with their numbers or shares, one of which a message changes.

"Three GS-11s and six GS-7s, what base?", then "and if they were 12s?": the question before is
asked again as a whole, with the groups of it and the new value in its place. ``supervised`` are
people with their grades, ``shares`` are shares of time with theirs.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.answering.named.supervising import chain, graded_shares, workload
from assistant.chat.answering.named.supervisors.workforce import AS_SAID, contract
from assistant.chat.reading.exact import read
from assistant.chat.reading.numbers import CARDINALS, alternation, whole
from assistant.chat.reading.turns.changed.signs import replaced, signs
from assistant.chat.reading.turns.values import step
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question

Changed = tuple["Question", str]
Groups = dict[int, int]
"""How many, or which share, by grade."""

BASE = "base-level"
SHARES = frozenset({"share-of-time", "how-mixed", "duty-share", "temporary-duties"})
_WORTH = "supervisory-points"
MOST = 18
"""Words beyond which a message says for itself what it is about."""
BACK = 4
"""Turns to look back for groups."""
_N = rf"(?P<n>\d{{1,3}}|an?|no|zero|{alternation(CARDINALS)})"
_G = r"(?:gs[\s-]*(?:\d{4}-)?)?(?P<g>1[0-5]|[1-9])'?s?\b(?!\s*(?:%|percent|people|of\b|points))"
PEOPLE = pattern(
    rf"\b{_N}\s+(?P<more>more\s+|other\s+|additional\s+)?(?:of (?:them|those|these) )?"
    rf"(?:(?:are|is|were) )?(?:full[- ]time\s+)?{_G}",
    re.IGNORECASE,
)
_SHARE = pattern(
    rf"\b(?P<n>\d{{1,3}})\s?(?:%|percent\b|pct\b)\s*(?:of\s+|is\s+|at\s+|the\s+|an?\s+|my\s+|time\s+|"
    rf"to\s+|on\s+|as\s+)*{_G}",
    re.IGNORECASE,
)
_REGRADED = pattern(
    r"\bthe\s+(?:gs[\s-]*)?(?P<old>1[0-5]|[1-9])'?s?\s+(?:were|was|are|is|become|became|went|go|"
    r"turn(?:ed)?|to|into|as|would be)(?:\s+(?:all|both|really|only|to|into|up to|actually))*\s+"
    r"(?:an?\s+)?(?:gs[\s-]*)?(?P<new>1[0-5]|[1-9])'?s?\b(?!\s*(?:%|percent))",
    re.IGNORECASE,
)
_THEY = pattern(
    r"\b(?:they|those|these|them|it|all of them|everyone|everybody|the lot)(?:'re)?\s+"
    r"(?:were|was|are|is|all|would be|to|as|get|got|become|became)?"
    r"(?:\s+(?:all|really|only|actually|upgraded|raised|promoted|lowered|cut|down|up|to))*\s*"
    r"(?:gs[\s-]*)?(?P<new>1[0-5]|[1-9])'?s?\b(?!\s*(?:%|percent|of\b|people))",
    re.IGNORECASE,
)
_OF_THEM = pattern(rf"\b{_N}\s+of\s+(?:them|those|these)\b", re.IGNORECASE)
_LEFT_OUT = pattern(
    rf"\b{_N}\s+(?:of\s+(?:the\s+)?)?(?:gs[\s-]*)?(?P<g>1[0-5]|[1-9])s?\s+(?:is|are|was|were|works?|"
    r"leads?|has|does|gets?|doesn'?t|isn'?t|don'?t)\b.{0,60}",
    re.IGNORECASE,
)
_NOT_COUNTED = pattern(
    r"\b(?:expert|independen\w*|no supervision|without supervision|little supervision|support\w*|"
    r"secretar\w*|clerk\w*|lead\w*|supervis\w*|not count\w*|n'?t count|left out|exclud\w*)\b",
    re.IGNORECASE,
)
_THE_WORK = pattern(
    r"\b(?:the|my|that)?\s*(?:gs[\s-]*)?(?P<g>1[0-5]|[1-9])s?\s+(?:\w+\s+){0,3}?(?P<n>\d{1,3})\s?"
    r"(?:%|percent\b|pct\b)"
    r"|\b(?P<n2>\d{1,3})\s?(?:%|percent\b|pct\b)\s+(?:\w+\s+){0,3}?(?:gs[\s-]*)?"
    r"(?P<g2>1[0-5]|[1-9])s?\b",
    re.IGNORECASE,
)
_THE_GRADE = pattern(
    r"\bthe\s+(?:gs[\s-]*)?(?P<g>1[0-5]|[1-9])'?s\s+(?:are|were|is|was|take|took|make up|made up|"
    r"do|did)\s+(?:only |just |really |about )?(?P<n>1[6-9]|[2-9]\d)\b(?!\s*(?:people|of))",
    re.IGNORECASE,
)
"""A share without the word, too high to be a grade: "the 11s are only 20"."""
_BARE = pattern(
    r"^\W*(?:(?:and|or|but|so|what|how|about|if|with|at|it|it's|its|were|was|is|only|just|say|make|"
    r"that|then|ok|okay|to|back|now|suppose)\s+)*(?P<n>\d{1,3})\b"
    r"(?=\s?(?:%|percent|pct)|\W*$|,?\s+(?:but|and|then|instead|now|it's|its)\b)",
    re.IGNORECASE,
)
_SHORT_TIME = pattern(
    r"\b(?:tempor\w*|until|till|for (?:a|the|six|three|two|\d+) (?:while|weeks?|months?)|"
    r"short[- ]term|one[- ]time|detail\w*|covering|absen\w*|(?:out|away) (?:sick|on leave)|"
    r"acting)\b",
    re.IGNORECASE,
)
_FOR_GOOD = pattern(
    r"\b(?:permanent\w*|regular\w*|for good|ongoing|every (?:day|week))\b", re.IGNORECASE
)


_GRADE = pattern(r"\b(?:gs[\s-]*)?(1[0-5]|[5-9])(?:'?s)?\b(?!\s*(?:percent|%))", re.IGNORECASE)
_LOWEST = pattern(
    r"\b(?:lowest|least|minimum|worst)\b.{0,30}\b(?:grade|gs|end up|get|be)\b", re.IGNORECASE
)
_SUPPOSED = pattern(r"\b(?:if|suppos\w+|say|only|just|instead|make (?:it|that))\b", re.IGNORECASE)
_TWO = 2


def regrouped(question: Question, context: Context) -> Changed | None:
    """Return the question before on groups of work with the value a message changes, or None."""
    if len(question.message.split()) > MOST or question.series or question.decision:
        return None
    return (
        _points(question, context) or _supervised(question, context) or _shared(question, context)
    )


def _before(context: Context, topics: frozenset[str]) -> Question | None:
    """Return the last question of some topics, which the conversation has not left."""
    turns = context.memory.turns[-BACK:]
    return next((t.question for t in reversed(turns) if t.topic in topics and t.question), None)


def shared_otherwise(question: Question, staff: str) -> Changed | None:
    """Return the question on the base with another share of one of two grades told.

    "What if the 11s are only a tenth of it?" ``staff`` is what was told of the people supervised.
    """
    grades = {row.grade for row in workload(staff)}
    named = [int(one[1]) for one in _GRADE.finditer(question.message)]
    ours = [grade for grade in named if grade in grades]
    apart = question.has("contract") or not _SUPPOSED.search(question.message)
    if apart or len(question.percents) != 1 or len(grades) != _TWO or len(ours) != 1:
        return None
    share, other = question.percents[0], next(iter(grades - set(ours)))
    first = f"{share:g} percent of the workload is GS-{ours[0]}"
    return read(f"{first} and {100 - share:g} percent GS-{other}. What is the base?"), "base-level"


def at_least(question: Question, base: int | None) -> Changed | None:
    """Return the question on the lowest grade that the base told leaves a supervisor, or None."""
    if not _LOWEST.search(question.message) or question.levels:
        return None
    named = [int(one[1]) for one in _GRADE.finditer(question.message)]
    base = named[0] if len(named) == 1 else base
    if base is None:
        return None
    asked = f"My base is GS-{base}. What is the lowest grade I can end up with?"
    return read(asked), "base-plus-one"


def headcount(text: str) -> Groups:
    """Return how many people of which grade a text tells; "no GS-12" is none of them."""
    return _groups(PEOPLE, text)


def _groups(written: re.Pattern[str], text: str) -> Groups:
    found: Groups = {}
    for match in written.finditer(text):
        count = _count(match["n"])
        if count is not None:
            found[int(match["g"])] = found.get(int(match["g"]), 0) + count
    return found


def _count(said: str) -> int | None:
    if said.lower() in {"no", "zero"}:
        return 0
    return 1 if said.lower() in {"a", "an"} else whole(said)


def _supervised(question: Question, context: Context) -> Changed | None:
    """Ask again for the base with other people, other numbers of them or other grades."""
    if question.levels or question.percents or chain(question.message) is not None:
        # Who stands above is told of another factor.
        return None
    turns = context.memory.turns[-BACK:]
    told = (t.question.message for t in reversed(turns) if t.topic == BASE and t.question)
    before = next((one for one in told if headcount(one)), "")
    if not before:
        return None
    groups = headcount(before)
    made = _altered(question.message, groups)
    if made is None or made == groups or not made:
        return None
    left_out = {row.grade: AS_SAID.get(row.excluded, "") for row in workload(before)}
    people = " and ".join(
        f"{n} GS-{g}{left_out.get(g, '')}" for g, n in sorted(made.items(), reverse=True)
    )
    theirs = contract(before)
    beside = f". {theirs.told}" if theirs is not None else ""
    return read(f"I supervise {people}{beside}. What is the base?"), BASE


def _altered(text: str, groups: Groups) -> Groups | None:
    """Return the groups as a message changes them; None when it changes none."""
    highest = max(groups)
    if (regraded := _REGRADED.search(text)) and int(regraded["old"]) in groups:
        return _moved(groups, int(regraded["old"]), int(regraded["new"]))
    out = _LEFT_OUT.search(text)
    if out and int(out["g"]) in groups and _NOT_COUNTED.search(out.group()):
        count = groups[int(out["g"])] - (_count(out["n"]) or 0)
        rest = {g: n for g, n in groups.items() if g != int(out["g"])}
        return rest | ({int(out["g"]): count} if count > 0 else {})
    if (they := _THEY.search(text)) is not None:
        return _moved(groups, highest, int(they["new"]))
    named = list(PEOPLE.finditer(text))
    if named:
        made = dict(groups)
        for one in named:
            told, grade = _count(one["n"]) or 0, int(one["g"])
            made[grade] = made.get(grade, 0) + told if one["more"] else told
        return {grade: count for grade, count in made.items() if count}
    of_them = _OF_THEM.search(text)
    left = None if of_them is None else _count(of_them["n"])
    return {**groups, highest: left} if left is not None else None


def _moved(groups: Groups, old: int, new: int) -> Groups:
    rest = {g: n for g, n in groups.items() if g != old}
    return rest | {new: rest.get(new, 0) + groups[old]}


def _shared(question: Question, context: Context) -> Changed | None:
    """Ask again of kinds of work with another share of time."""
    memory, text = context.memory, question.message
    before = memory.question
    if before is None or question.levels or question.points or question.dates:
        return None
    mixed = memory.topic in SHARES or (
        bool(before.percents) and not memory.topic.startswith("super")
    )
    if not mixed:
        return None
    base = _before(context, frozenset({BASE})) if memory.topic == BASE else None
    told = base or _before(context, SHARES) or before
    graded = graded_shares(told.message)
    groups = {g: round(p) for g, p in graded} or _groups(_SHARE, told.message)
    work = _THE_WORK.search(text) or _THE_GRADE.search(text)
    share = _told_share(work) if work is not None else _share(question)
    if share is None or not 0 < share <= 100:
        return None
    tail = ""
    if _SHORT_TIME.search(text):
        tail = " It is temporary."
    elif _FOR_GOOD.search(text):
        tail = " It is regularly assigned."
    if len(groups) < 2:
        if base is not None or (memory.topic not in SHARES and not before.percents):
            return None
        return read(
            f"Is {share} percent of my time enough to set the grade?{tail}"
        ), "share-of-time"
    grade = _told_grade(work) if work is not None else max(groups)
    others = [g for g in groups if g != grade]
    if grade not in groups or not others:
        return None
    rest = max(others, key=lambda g: groups[g])
    said = f"{share} percent GS-{grade} and {100 - share} percent GS-{rest}"
    if base is not None:
        return read(f"Of my people's work {said}, what base level is that?"), BASE
    return read(f"{said}, which grade?{tail}"), "share-of-time"


def _told_share(work: re.Match[str]) -> int:
    return int(next(filter(None, (work[name] for name in ("n", "n2") if name in work.groupdict()))))


def _told_grade(work: re.Match[str]) -> int:
    return int(next(filter(None, (work[name] for name in ("g", "g2") if name in work.groupdict()))))


def _share(question: Question) -> int | None:
    """Return the one share a message names, with or without the word."""
    if len(question.percents) == 1:
        return round(question.percents[0])
    bare = _BARE.match(question.message)
    return int(bare["n"]) if bare is not None and not question.percents else None


def _points(question: Question, context: Context) -> Changed | None:
    """Total a supervisor's levels with the base, or the levels, told before."""
    memory = context.memory
    before = _before(context, frozenset({_WORTH}))
    if memory.topic == _WORTH and before is not None and 0 < len(question.levels) < FEWEST:
        if len(before.levels) < FEWEST:
            return None
        levels = {one.rpartition("-")[0]: one for one in before.levels}
        told = signs(question.message)
        if told.lost:
            turns = (t.question for t in reversed(memory.turns) if t.topic == _WORTH)
            stood = [asked.levels for asked in turns if asked is not None]
            levels |= replaced(told, levels, stood, lambda level: step(level, -1))
        else:
            levels |= {one.rpartition("-")[0]: one for one in question.levels}
        return read(f"What grade is {', '.join(levels.values())}?"), _WORTH
    if len(question.levels) < FEWEST or "5" in question.factors:
        return None
    based = [t for t in memory.turns[-BACK:] if t.topic == BASE and t.answer is not None]
    level = _LEVEL.search(based[-1].answer.lead) if based and based[-1].answer else None
    if level is None:
        return None
    made = read(f"{question.message}, {level[1]}")
    return replace(made, asks=True), _WORTH


_LEVEL = pattern(r"\bLevel (5-\d)\b")
FEWEST = 4
"""Levels from which they are a position's whole row."""
