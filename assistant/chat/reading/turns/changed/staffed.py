"""What is told of the people supervised after a base was spoken of, put into one whole question.

"A third of it is done by contractors at GS-12" or "one of the 12s works on his own" says something
only beside the headcount told before. The headcount, the contractors told and the new statement
are asked together, so that the next turn can go on from the whole.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.answering.named.supervising import base_grade, chain, workload
from assistant.chat.answering.named.supervisors.workforce import (
    AS_SAID as _AS,
)
from assistant.chat.answering.named.supervisors.workforce import (
    CHIEFS,
    CONTRACT,
    INDEPENDENT,
    YEAR,
    Contract,
    contract,
)
from assistant.chat.reading.exact import read
from assistant.chat.reading.numbers import CARDINALS
from assistant.chat.reading.turns.changed.groups import (
    PEOPLE,
    at_least,
    headcount,
    shared_otherwise,
)
from assistant.chat.reading.turns.changed.guide import in_talk
from core.errors import AppError
from core.standards.table import SUPERVISORY_ID
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question

Staffed = tuple["Question", str]

BASE = "base-level"
SETTING = "organizational-setting"
DEPUTIES = "deputies"
_REPORTS = pattern(r"\breport\w*\b|\bfactor (?:2|two)\b|\bsetting\b", re.IGNORECASE)
_LEVELS = frozenset({BASE, SETTING, "supervisory-authorities", "special-situations"})
"""Topics whose answer names the level of a factor of the guide."""
_LEVEL = pattern(r"\bLevel ([1-6]-\d)\b")
_POINTS = pattern(
    r"^\W*(?:(?:and|so|ok|then|but)\W+)*(?:how many points|how much|what|points?|the points|worth)"
    r"(?:'s|s| is| are| does| do)?(?: (?:that|it|this|those|for|the|points?|worth|many|much|"
    r"how|give|bring|get|earn|make|carry|come|to|me|in|is|level|of|then))*\W*$",
    re.IGNORECASE,
)
_UNDER = pattern(
    r"\b(?:(?:directly |straight |right )?(?:under|beneath|below|to|for)|"
    r"(?:boss|chief) (?:was|were|is)) "
    r"(?P<who>(?:the|an?) (?:ses\b|senior executive|general officer|admiral|flag officer)"
    r"(?: \w+)?|(?:an? )?(?:gs-?)?1[3-5]\b)",
    re.IGNORECASE,
)
_OTHER_BASE = pattern(
    r"^\W*(?:(?:and|so|ok|then|but|or|what|about|how|if|with|for|it|they|those|the|my|work|staff|"
    r"people|team|were|was|are|is|had|been|all|mostly|a|an|base|of)\W+)*"
    r"(?:gs[\s-]*)?(?P<grade>1[0-5]|[5-9])(?:'?s)?(?: (?:instead|then|now|base))*\W*$",
    re.IGNORECASE,
)
"""Another base in the place of the one told by its grade alone: "with 13s instead"."""
_SUPPORT = pattern(
    r"\b(?:(?:an?|one|two|three|four|some|few|my|the|his|her) )?(?:secretar(?:y|ies)|clerks?|"
    r"assistants?|interns?|support (?:staff|people|positions?)|receptionists?|aides?|typists?)\b",
    re.IGNORECASE,
)
_DO_COUNT = pattern(
    r"\b(?:count\w*|go in|goes in|includ\w+|part of (?:it|that)|in (?:it|there|the base)|matter)\b",
    re.IGNORECASE,
)
_CORRECTS = pattern(
    r"\b(?:miscount\w*|wrong|correct\w*|sorry|oops|mistake|actually|really|rather|meant|it'?s|"
    r"it is|there are|we have|i have|make that|of them)\b",
    re.IGNORECASE,
)
_BESIDE = pattern(r"\b(?:also|another|in addition|besides|on top|as well)\b", re.IGNORECASE)
_MY_TIME = pattern(r"\bmy (?:own |duty |work )*(?:time|week|day|hours)\b", re.IGNORECASE)
_OWN_WORK = pattern(
    r"\b(?:my|his|her) own (?:\w+ )?(?:work|caseload|cases|projects)\b|"
    r"\b(?:i|he|she) (?:also |still )?(?:do|does|carry|carries|handle|handles|work|works)\b.{0,40}"
    r"\bmyself|himself|herself\b",
    re.IGNORECASE,
)
_IN_PART = pattern(r"\b(?:most(?:ly)?|plus|some|several|few|others?|rest|mix\w*)\b", re.IGNORECASE)
"""What tells that the headcount named is not the whole."""
_SCOPE = pattern(r"\bscope\b", re.IGNORECASE)
_WHICH_GRADE = pattern(
    r"^\W*(?:(?:and|so|ok|then|but)\W+)*(?:which|what) grade (?:am i|do i get|would i (?:be|get)|"
    r"is (?:that|it|mine)|does (?:that|it) (?:make|give)(?: me)?)(?: then| now)?\W*$|"
    r"^\W*(?:(?:and|so|ok|then|but)\W+)*(?:would|will|is|does) (?:my|that make my) grade "
    r"(?:be |then |now )*(?:an? )?(?:gs[\s-]*)?1[0-5](?: then| now)?\W*$",
    re.IGNORECASE,
)
_SIX = pattern(r"\b(?:factor (?:6|six)|other conditions)\b", re.IGNORECASE)
_GOES_WITH = pattern(
    r"\b(?:goes?|come|comes|fits?|belongs?|match\w*|with (?:that|it|this)|follow\w*|get)\b",
    re.IGNORECASE,
)
_CONDITIONS = pattern(r"^6-[4-6]$")
_AUTHORITY = pattern(r"^3-[2-4]$")
_SAID_BASE = pattern(r"\bbase (?:is|of|is at least) \**GS-(\d{1,2})")
_MY_SHARE = pattern(
    r"[,;(]?\s*(?:for |about |at )*\d{1,3} ?(?:%|percent) of (?:my|the|our) (?:own |duty |work )*"
    r"(?:time|week|day|hours)\)?",
    re.IGNORECASE,
)
"""The supervisor's own time, which is no share of the work supervised."""
_FIVE = pattern(r"\b(?:factor (?:5|five)|difficulty of (?:typical )?work)\b", re.IGNORECASE)
_WHICH_LEVEL = pattern(
    r"^\W*(?:(?:and|so|ok|then)\W+)*(?:what|which) (?:factor )?level (?:is|does|would|will) "
    r"(?:that|it|this)(?: (?:be|give|make|get|mean|come to))?(?: (?:me|us|then))*\W*$",
    re.IGNORECASE,
)
"""Asks for the level of Factor 5 of the base just told."""
_LEAVES = pattern(
    r"\b(?P<count>\d{1,2}|one|two|three|four|five|an?) of (?:the|my|our|those) (?:gs[\s-]*)?"
    r"(?P<grade>1[0-5]|[1-9])(?:'?s)?\b.{0,12}\b(?:leaves?|left|quits?|retires?|goes?|go|gone|"
    r"transfers?|departs?|moves?)\b",
    re.IGNORECASE,
)
"""Some of the people told go: "if two of the 11s leave"."""
_ASKS_BASE = pattern(r"\bbase(?: level| grade)?\b", re.IGNORECASE)
_MEANING = pattern(
    r"\b(?:what does|mean\w*|require\w*|defin\w*|explain|describe|say about|nonsupervisory|my own|"
    r"share|percent|who counts|count(?:s|ed)?|include[ds]?|support|page|highest|lowest|"
    r"all (?:the )?levels|how many levels (?:does|has|have|are)|range)\b",
    re.IGNORECASE,
)
"""What asks of a factor itself, and not of the staff told."""
_SUPERVISED = pattern(
    r"\b(?:supervis\w+|manag\w+|lead|staff|team|branch|under me|beneath me|report\w* to me|"
    r"my (?:people|employees|unit|crew|shop|section)|direct reports?|in charge)\b",
    re.IGNORECASE,
)
_PART = pattern(
    r"^\W*(?:(?:and|or|ok|so|what about|how about|same(?: thing)?|for|with|the|in|factor|"
    r"subfactor)\W+)*(?:4 ?)?(?P<part>[AB])(?: (?:part|then|too|side|levels?))*\W*$",
    re.IGNORECASE,
)
"""The other part of Factor 4 alone: "and 4B?", "the A part"."""
SHORT = 14
"""Words up to which a question on a factor means the staff told before."""
MOST = 30
"""Words beyond which a message says for itself what it is about."""
BACK = 8
"""Turns to look back for a headcount."""


def staffed(question: Question, context: Context) -> Staffed | None:
    """Return the whole question a message on the people supervised stands for, or None."""
    if len(question.message.split()) > MOST or question.decision or question.series:
        return None
    talk = in_talk(context)
    if talk != SUPERVISORY_ID and (talk or context.evaluation is not None):
        return None
    if talk != SUPERVISORY_ID:
        return _regraded(question, context) or _of_staff(question, context)
    return (
        _sibling(question, context)
        or _above(question, context)
        or _worth(question, context)
        or _after_leaving(question, context)
        or _counted(question, context)
        or _regraded(question, context)
        or shared_otherwise(question, told(context)[0])
        or at_least(question, _base(context))
        or _of_staff(question, context)
        or _who_counts(question, context)
        or _beside(question, context)
    )


def _sibling(question: Question, context: Context) -> Staffed | None:
    """Ask of the other part of Factor 4 what was asked of the one: "and 4B?"."""
    found, before = _PART.match(question.message), context.memory.question
    levels = [one for one in before.levels if one.startswith("4")] if before is not None else []
    if found is None or not levels:
        return None
    other = [f"4{found['part'].upper()}-{one.rpartition('-')[2]}" for one in levels[:2]]
    asked = "the difference between" if len(other) > 1 else "Level"
    made = read(f"What is {asked} {' and '.join(other)} in the supervisory guide?")
    return replace(made, standards=(SUPERVISORY_ID,)), "level-meaning"


def _above(question: Question, context: Context) -> Staffed | None:
    """Ask for the level of Factor 2 of who stands above, told in a chain or moved within one."""
    text = question.message
    if question.levels or set(question.factors) - {"2"}:
        return None
    if context.memory.topic == DEPUTIES and not _REPORTS.search(text):
        # "And if the chief is SES?" is asked of the chief's deputy.
        return None
    told = chain(text)
    if told is not None and told.reaches:
        return read(f"{text.rstrip(' ?.!')}. Which level of Factor 2 of the guide?"), SETTING
    spoken = any(turn.topic == SETTING for turn in context.memory.turns[-BACK:])
    under = _UNDER.search(text)
    if under is None or not spoken:
        return None
    return read(f"I report to {under['who']}. Which level of Factor 2 of the guide?"), SETTING


def _worth(question: Question, context: Context) -> Staffed | None:
    """Ask for the points of the level of the guide that was answered just before."""
    answer = context.memory.answer
    if answer is None or not _POINTS.match(question.message) or context.memory.topic not in _LEVELS:
        return None
    level = _LEVEL.search(answer.lead)
    if level is None:
        return None
    asked = read(f"How many points is Level {level[1]} of the supervisory guide worth?")
    return replace(asked, standards=(SUPERVISORY_ID,)), "level-points"


def _counted(question: Question, context: Context) -> Staffed | None:
    """Ask whether people named beside the staff count for the base."""
    text = question.message
    spoken = any(turn.topic == BASE for turn in context.memory.turns[-BACK:])
    who = _SUPPORT.search(text)
    if not spoken or who is None or question.grades or not _DO_COUNT.search(text):
        return None
    return read(f"Do {who[0]} who support the work count for the base level?"), BASE


def _regraded(question: Question, context: Context) -> Staffed | None:
    """Ask for the level of another base, in the place of one grade told before."""
    other, (staff, _) = _OTHER_BASE.match(question.message), told(context)
    one = len(workload(staff, least=1)) == 1 if staff else _base(context) is not None
    if other is None or not one:
        return None
    return read(f"Which level of Factor 5 goes with a base of GS-{other['grade']}?"), BASE


def _of_staff(question: Question, context: Context) -> Staffed | None:
    """Ask what a question on the base, or on Factors 5 and 6, is for the staff told before."""
    text = question.message
    if question.levels or _MEANING.search(text) or headcount(text) or CONTRACT.search(text):
        return None
    staff, theirs = told(context)
    if not staff or len(text.split()) > SHORT:
        return None
    if question.grades:
        return None
    if _SIX.search(text):
        base = _base_of(staff, theirs)
        if base is None:
            return None
        asked = f"Which level of Factor 6 of the supervisory guide goes with a base of GS-{base}?"
        return read(asked), "supervisory-points"
    if _ASKS_BASE.search(text) and (theirs is not None or len(workload(staff, least=1)) > 1):
        return _whole(staff, theirs), BASE
    if _FIVE.search(text) or _ASKS_BASE.search(text) or _WHICH_LEVEL.match(text):
        base = _base_of(staff, theirs)
        if base is not None:
            return read(f"Which level of Factor 5 goes with a base of GS-{base}?"), BASE
    return None


def _base_of(staff: str, theirs: Contract | None) -> int | None:
    """Return the base grade of the staff told, by the core; None where it cannot be counted."""
    from core.supervisory import SupervisoryRequest, load_guide
    from core.supervisory.base import count_workload
    from core.supervisory.record import Record

    text = staff if theirs is None else f"{staff}. {theirs.told}"
    rows = workload(text, least=1)
    if len(rows) == 1:
        return rows[0].full_performance_grade or rows[0].grade
    try:
        return count_workload(load_guide(None), SupervisoryRequest(workload=rows), Record()).grade
    except AppError:
        return None


def _after_leaving(question: Question, context: Context) -> Staffed | None:
    """Ask for the base of the staff told before without those who leave."""
    found = _LEAVES.search(question.message)
    staff, theirs = told(context)
    if found is None or not staff:
        return None
    gone, grade = CARDINALS.get(found["count"].lower(), 1), int(found["grade"])
    gone = int(found["count"]) if found["count"].isdigit() else gone
    kept = [
        (row.amount / YEAR - (gone if row.grade == grade and not row.excluded else 0), row)
        for row in workload(staff, least=1)
        if row.amount
    ]
    if all(row.grade != grade for _, row in kept) or any(count < 0 for count, _ in kept):
        return None
    left = [f"{count} GS-{row.grade}{_AS.get(row.excluded, '')}" for count, row in kept if count]
    return _whole(f"I supervise {' and '.join(left)}", theirs), BASE


def _who_counts(question: Question, context: Context) -> Staffed | None:
    """Ask for the base with the people told before and what a message adds or corrects."""
    if question.levels or question.factors:
        return None
    text = question.message
    staff, theirs = told(context)
    if CONTRACT.search(text) and not _MY_TIME.search(text) and (more := contract(text)) is not None:
        return _whole(staff, more), BASE
    if (INDEPENDENT.search(text) and question.grades) or _of_all(text):
        return _whole(staff, theirs, text), BASE
    if CHIEFS.search(text) and not question.asks:
        return _whole(staff, theirs, text), BASE
    new = headcount(text)
    if new and staff and _BESIDE.search(text):
        return _whole(f"{staff} and {people(text)}", theirs), BASE
    whole_ = len(new) > 1 and (_CORRECTS.search(text) or not staff)
    if whole_ and not any(one["more"] for one in PEOPLE.finditer(text)):
        return _whole(f"I supervise {people(text)}", theirs), BASE
    return None


def _of_all(text: str) -> bool:
    return bool(INDEPENDENT.search(text)) and bool(
        re.search(r"\b(?:the|my|our|those) (?:gs[\s-]*)?(?:1[0-5]|[4-9])'?s\b", text, re.IGNORECASE)
    )


def people(text: str) -> str:
    """Return the headcount a message tells in words that are read again, support and all."""
    said = [
        f"{row.amount / YEAR} GS-{row.grade}{_AS.get(row.excluded, '')}"
        + (f" on a ladder to {full}" if (full := row.full_performance_grade) else "")
        for row in workload(text, least=1)
        if row.amount
    ]
    return " and ".join(said)


def told(context: Context) -> tuple[str, Contract | None]:
    """Return what was told last of the staff while the base was spoken of, and of contractors."""
    asked = [
        turn.question.message
        for turn in reversed(context.memory.turns[-BACK:])
        if turn.topic == BASE and turn.question is not None
    ]
    stated = [one for one in reversed(context.memory.told) if _SUPERVISED.search(one)]
    for text in (*asked, *stated):
        first = _MY_SHARE.sub(" ", text.partition(". ")[0]).rstrip(" ?.!,")
        rows = workload(first, least=1)
        if len(rows) > 1 or (rows and not _IN_PART.search(first)):
            return first, contract(text)
    return "", None


def _whole(staff: str, theirs: Contract | None, more: str = "") -> Question:
    """Return the question for the base with all that was told."""
    told_ = [staff] if staff else []
    told_ += [theirs.told] if theirs is not None else []
    told_ += [more.strip(" .?!")] if more else []
    return read(f"{'. '.join(told_)}. What is the base?")


def _beside(question: Question, context: Context) -> Staffed | None:
    """Ask what stands beside the base: own work, the level of Factor 6."""
    text = question.message
    if _OWN_WORK.search(text) and not question.levels:
        return question, "dual-work"
    upper = [one for one in question.levels if _CONDITIONS.match(one)]
    if upper == list(question.levels) and len(upper) == 1 and question.asks:
        if context.memory.topic == "special-situations":
            return read(f"Can special situations add to Level {upper[0]}?"), ""
        over = f" over a base of GS-{base}" if (base := _base(context)) else ""
        return read(f"Is Level {upper[0]} of the GSSG possible{over}?"), "level-possible"
    if question.asks and len(question.levels) == 1 and _AUTHORITY.match(question.levels[0]):
        return replace(question, standards=(SUPERVISORY_ID,)), "supervisory-authorities"
    if _SCOPE.search(text) and not question.levels:
        return question, "supervisory-points"
    base = _base(context)
    if base and _WHICH_GRADE.match(text):
        asked = f"Which grade does a supervisor over a base of GS-{base} get at least?"
        return read(asked), "base-plus-one"
    if base and _SIX.search(text) and not question.levels and _GOES_WITH.search(text):
        asked = f"Which level of Factor 6 of the supervisory guide goes with a base of GS-{base}?"
        return read(asked), "supervisory-points"
    return None


def _base(context: Context) -> int | None:
    """Return the base found or told last."""
    for turn in reversed(context.memory.turns[-BACK:]):
        if turn.topic != BASE or turn.question is None or turn.answer is None:
            continue
        said = _SAID_BASE.search(turn.answer.lead)
        return int(said[1]) if said else base_grade(turn.question.message)
    return None
