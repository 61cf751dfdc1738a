"""What a few words ask of the figures told before: "is that a 12?", "is it enough?".

Alone such a message names a number or nothing at all. It is asked of the shares, the total or the
base that the conversation holds, and only where it holds one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import level_of, standard_of
from assistant.chat.answering.named.chart import cell_alone, cell_told
from assistant.chat.answering.named.occupations.analysis import GUIDE, NAMES_GUIDE
from assistant.chat.answering.named.occupations.trades import EVEN, REQUIRES, kind_told
from assistant.chat.answering.named.supervising import graded_shares
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.changed.groups import SHARES
from index.language.late import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.chat.model import Context, Moment, Question

Meant = tuple["Question", str]

_OF_GRADES = frozenset(["levels-total", "points-range", "next-grade", "conversion-table"])
_SHARE, _TOTAL, _WAGE = "share-of-time", "levels-total", "gs-or-wage"
_OF_SHARES = SHARES | {"mixed-series", "series-of-work"}
_SO = r"^\W*(?:(?:and|so|but|ok(?:ay)?|then|now|wait|well|hm+)\W+)*"
_IS_GRADE = pattern(
    rf"{_SO}(?:is|would|does|will|was|are) (?:that|it|this|mine|those|they)(?: (?:be|make|give|"
    r"mean|come to|get me|then|now|really|still|already))*(?P<plan>(?: an?)?(?: gs[\s-]*)?) ?"
    r"(?P<g>1[0-5]|[5-9])(?: (?:then|now|enough|already|or not|yet))*\W*$",
    re.IGNORECASE,
)
_ENOUGH = pattern(
    rf"{_SO}(?:is|are|would|will|was|does) (?:that|it|this|those|they)(?: (?:be|really|even|still|"
    r"now|already|make|count as))*(?: (?:too (?:little|few|low|small)|enough|sufficient))"
    r"(?: (?:then|now|or not|for (?:it|that|this)|to count))*\W*$",
    re.IGNORECASE,
)
_WHICH_GRADE = pattern(
    rf"{_SO}(?:which|what) (?:grade|grade and series|series and grade|series and what grade|"
    r"grade and what series)(?: (?:is|would|does|will|comes?|am|do) ?"
    r"(?:that|it|this|mine|i|they|right|correct)?"
    r"(?: (?:be|make|give|get|come to|out|then|have|mean))*)?(?: then| now| of (?:it|that))?\W*$",
    re.IGNORECASE,
)
_PARAMOUNT = pattern(
    r"\bparamount\b|\bwhich (?:one |work )?(?:of (?:the two|them|those|these) )?"
    r"(?:is|would be) (?:the )?(?:controlling|main|primary|grade-controlling)\b",
    re.IGNORECASE,
)
_POINTS = pattern(r"([\d,]{3,6}) points")
_OUR_OWN = pattern(r"which grade\??(?: It is (?:temporary|regularly assigned)\.?)?$")
_COUNTED = frozenset(
    [
        *("share-of-time", "how-mixed", "base-level", "supervisory-authorities"),
        *("supervisory-coverage", "special-situations", "duty-share"),
    ]
)
"""Topics whose answer turns on how much there is of something."""
_PROCEDURE = (
    *("appeal", "opm", "file", "filing", "deadline", "griev", "letter", "lawyer", "represent"),
    *("form", "retention", "pay ", "money"),
)
"""Words of procedure, by which paperwork is no work of the position."""
_POINTS_OF, _TWO, _FEW = "level-points", 2, 5
_AT_GRADE = pattern(
    r"\bat (?:an? |the )?(?:gs[\s-]*)?(?P<g>1[0-5]|[1-9])\b(?!-)|"
    r"^\W*(?:(?:and|or|what about|how about|for)\W+)+(?:an? |the )?(?:gs[\s-]*)?"
    r"(?P<h>1[0-5]|[1-9])\W*$",
    re.IGNORECASE,
)
_USUALLY = pattern(r"\b(?:usual\w*|typical\w*|normal\w*|common\w*|expect\w*)\b", re.IGNORECASE)
_CHARTS = frozenset({"combined-chart", "level-meaning"})
_DIFFER = pattern(
    rf"{_SO}(?:what(?:'s|s| is) the difference|how (?:do|are) (?:they|the two|those) (?:differ\w*)|"
    r"what(?:'s| is) different)(?: (?:between (?:them|the two|those)|in (?:words|wording|"
    r"(?:plain|simple) (?:words|english))|here|there|then))*\W*$",
    re.IGNORECASE,
)
"""Asks how the two cells just told differ."""
_RUNG = pattern(
    rf"{_SO}(?:(?:same(?: (?:thing|question))?(?: for| with| on)?|what about|how about|for|or)\s+)+"
    r"(?:level )?(?P<n>[1-9])(?: (?:then|too|please))*\W*$",
    re.IGNORECASE,
)
"""Names another level of the factor spoken of by its number alone."""
_APART = "difference"
_LINE = pattern(
    r"\b(?:line|sentence|short|nutshell|boils? down|rule of thumb|tell them apart|deciding|"
    r"dividing|what decides|difference)\b",
    re.IGNORECASE,
)
_BOTH = pattern(
    r"\b(?:half|both|fifty|50|mix\w*|equal\w*|split|some of each|a bit of each)\b", re.IGNORECASE
)
_LEADER = "team-leader"
_HIS_GRADE = pattern(
    r"\b(?:base|one (?:grade )?(?:above|over|higher)|mixed|highest|percent|own work|add|count|"
    r"grade[ds]?|how (?:many|much)|trainees?|clerks?|support|helpers?)\b|\d ?%",
    re.IGNORECASE,
)
"""Asks on of how a leader's grade is found."""
_TURNS = pattern(
    r"\b(?:authorit\w+|supervis\w+|titles?|titled|appeal\w*|different|pay|paid|read|where)\b",
    re.IGNORECASE,
)
_OF_TRADES = pattern(
    r"\b(?:wage|blue[- ]collar|fws|trades?) (?:leaders?|supervisors?|foreman|foremen)\b|"
    r"\bw[ls]\b|\b(?:foreman|foremen)\b",
    re.IGNORECASE,
)
_OTHER_RANK = pattern(
    rf"{_SO}(?:what about |how about )?(?:the |an? )?(?:wage )?"
    r"(?P<who>leader|supervisor|foreman|wl|ws)(?: (?:there|then|too|job))*\W*$",
    re.IGNORECASE,
)
_HOW_FOUND = pattern(
    rf"{_SO}(?:how (?:is|do they|does one|would they|are) .{{0,20}}\b(?:grade[ds]?|found|rated?)\b|"
    r"(?:by|with|under|in) (?:what|which) (?:standard|guide)|(?:what|which) (?:standard|guide)\b)",
    re.IGNORECASE,
)
MOST = 16
"""Words beyond which a message says for itself what it is about."""
BACK, NEAR = 12, 3
"""Turns to look back for shares, and for what "enough" is asked of."""


def meant_by(question: Question, context: Context) -> Meant | None:
    """Return the whole question that a few words stand for, with its topic, or None."""
    if len(question.message.split()) > MOST or question.decision or question.levels:
        return None
    return (
        _of_rung(question, context)
        or _of_series(question, context)
        or _of_leader(question, context)
        or _usual_at(question, context)
        or _of_cells(question, context)
        or _of_wage(question, context)
        or _graded(question, context)
        or _enough(question, context)
        or _grade(question, context)
    )


def _of_rung(question: Question, context: Context) -> Meant | None:
    """Ask of another level of the factor spoken of by its number: "same for 4" after 3-3."""
    memory, found = context.memory, _RUNG.match(question.message)
    before, last = memory.question, memory.answer
    if found is None or before is None or last is None:
        return None
    said = [level for level in before.levels if level in before.message]
    if len(said) != 1:
        return None
    old = said[0]
    new = f"{old.rpartition('-')[0]}-{found['n']}"
    whose = replace(before, standards=(memory.standard,) if memory.standard else before.standards)
    if not last.levels or old == new or level_of(standard_of(whose, context), new) is None:
        return None
    made = read(before.message.replace(old, new))
    if new not in made.levels:
        return None
    return replace(made, standards=whose.standards, asks=True), ""


def _of_series(question: Question, context: Context) -> Meant | None:
    """Ask of the two series just set apart for the line between them, or for work of both."""
    before, text = context.memory.question, question.message
    if before is None or context.memory.topic != _APART or question.series:
        return None
    codes = re.findall(r"(?<!\d)\d{4}(?!\d)", before.message)[:_TWO]
    if len(codes) < _TWO:
        return None
    if _LINE.search(text):
        return read(f"{codes[0]} or {codes[1]}, in one line?"), _APART
    if _BOTH.search(text):
        return read(f"A position is half {codes[0]} and half {codes[1]} work, which series?"), ""
    return None


def _of_leader(question: Question, context: Context) -> Meant | None:
    """Ask on of how the grade of a leader, or of a leader or supervisor of trades, is found."""
    text, memory = question.message, context.memory
    before = memory.question
    if before is None or question.series:
        return None
    if memory.topic == _LEADER and _HIS_GRADE.search(text) and not _TURNS.search(text):
        asked = "how much leading must there be" if question.percents else text.strip(" ?.!")
        return read(f"How does the leader guide grade a team leader: {asked}?"), ""
    told = _OF_TRADES.search(before.message)
    if told is None:
        return None
    if (other := _OTHER_RANK.match(text)) is not None:
        who = "leader" if other["who"].lower() in {"leader", "wl"} else "supervisor"
        return read(f"How is the grade of a wage {who} found?"), ""
    if _HOW_FOUND.match(text):
        return read(f"How is the grade of a {told[0]} in a wage job found?"), ""
    return None


def _usual_at(question: Question, context: Context) -> Meant | None:
    """Ask which of the two levels spoken of is usual at a grade: "and at a 14?"."""
    found, memory = _AT_GRADE.search(question.message), context.memory
    before = memory.question
    if found is None or before is None or len(before.levels) != _TWO:
        return None
    of_one = len({level.partition("-")[0] for level in before.levels}) == 1
    again = memory.topic == _POINTS_OF and before.grades and len(question.message.split()) <= _FEW
    if not of_one or not (again or _USUALLY.search(question.message)):
        return None
    levels = " and ".join(f"Level {level}" for level in before.levels)
    return read(f"Which of {levels} is usual at GS-{found['g'] or found['h']}?"), _POINTS_OF


def _of_cells(question: Question, context: Context) -> Meant | None:
    """Ask how the last two cells of the chart differ: "what's the difference in words?"."""
    if context.memory.topic not in _CHARTS or not _DIFFER.match(question.message):
        return None
    told = [t.question for t in _turns(context, NEAR) if t.topic in _CHARTS and t.question]
    cells = [one for q in told if (one := cell_told(q.message) or cell_alone(q)) is not None]
    if len(set(cells)) < 2:
        return None
    first, second = (f"{row}{column.lower()}" for row, column in list(dict.fromkeys(cells))[:2])
    by = next((q.message for q in told if NAMES_GUIDE.search(q.message)), "")
    guide = f" ({GUIDE})" if by else ""
    return read(f"How do {first} and {second} of the chart of contacts differ{guide}?"), ""


def _turns(context: Context, most: int) -> Iterator[Moment]:
    yield from reversed(context.memory.turns[-most:])


def _shares(context: Context) -> str:
    """Return what was told last of kinds of work with grades and shares, a what-if only at last."""
    told = [
        part
        for turn in _turns(context, BACK)
        if turn.question is not None
        and turn.topic in _OF_SHARES
        and (part := _graded_part(turn.question.message))
    ]
    own = [one for one in told if not _OUR_OWN.search(one)]
    return next(iter([*own, *told]), "")


def _graded_part(text: str) -> str:
    """Return the beginning of a message that tells the shares, without what was asked of them."""
    sentences = text.rstrip(" .?!").split(". ")
    heads = (". ".join(sentences[:n]) for n in range(1, len(sentences) + 1))
    return next((head for head in heads if graded_shares(head)), "")


def _graded(question: Question, context: Context) -> Meant | None:
    """Ask the grade, or what is paramount, of the kinds of work told."""
    text = question.message
    which = _WHICH_GRADE.match(text)
    if not (which or _PARAMOUNT.search(text)) or question.percents:
        return None
    # Where the pay systems were weighed, "paramount" is asked of them.
    if not which and context.memory.topic == _WAGE:
        return None
    told = _shares(context)
    if not told or (which and context.memory.topic not in {*_OF_SHARES, "highest-grade"}):
        return None
    return read(f"{told.rstrip(' .?!')}. {text}"), _SHARE


def _enough(question: Question, context: Context) -> Meant | None:
    """Ask again what turns on how much there is."""
    if not _ENOUGH.match(question.message) or question.percents:
        return None
    if context.memory.trial or context.memory.topic in {"what-if", _TOTAL}:
        return None
    turns = [one for one in _turns(context, NEAR) if one.topic != "points-range"]
    turn = turns[0] if turns else None
    if turn is None or turn.question is None or turn.topic not in _COUNTED:
        return None
    return turn.question, turn.topic


def _grade(question: Question, context: Context) -> Meant | None:
    """Take the number in "is that 12?" as a grade, of the total or the shares told."""
    found, last = _IS_GRADE.match(question.message), context.memory.answer
    if found is None or last is None or context.memory.trial:
        return None
    grade, topic = found["g"], context.memory.topic
    if not (found["plan"] or topic in {*_OF_SHARES, *_OF_GRADES}):
        # After a time limit "is that 15?" is asked of days.
        return None
    total = _POINTS.search(last.lead) if topic == _TOTAL else None
    if total is not None:
        return read(f"Is a total of {total[1]} points a GS-{grade}?"), "points-range"
    told = _shares(context) if topic in _OF_SHARES else ""
    if told:
        return read(f"{told.rstrip(' .?!')}. Is that a GS-{grade}?"), _SHARE
    return read(f"Is that a GS-{grade}?"), "points-range"


def _of_wage(question: Question, context: Context) -> Meant | None:
    """Hold what is required, or a share, to the question which pay system the work is in."""
    if all(turn.topic != _WAGE for turn in _turns(context, BACK)) or question.grades:
        return None
    text = question.message
    even = EVEN.search(text) is not None and context.memory.topic == _WAGE
    if question.has(*_PROCEDURE):
        return None
    told = REQUIRES.search(text) or question.percents
    return (question, _WAGE) if even or (told and kind_told(text)) else None
