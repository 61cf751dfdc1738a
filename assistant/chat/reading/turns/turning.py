"""A message that turns to another thing of the open case: a factor, the agency's view, the whole.

What is said in passing of a case names little: "ok, and guidelines?", "and the agency thinks?",
"where does all that leave me". Each function returns the whole question with its topic, or None.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.changed.trying import AS_IT_IS, TRIED, total
from assistant.chat.reading.turns.values import SHORT_NAMES, step
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question

Turned = tuple["Question", str]

OF_RECORD, MEANS, WORTH, WEIGHED = (
    "factor-of-record",
    "level-meaning",
    "level-points",
    "case-level",
)
_FULL_NAMES: Final = {
    "supervisory controls": "2",
    "scope and effect": "5",
    "personal contacts": "6",
    "purpose of contacts": "7",
    "physical demands": "8",
    "physical": "8",
    "work environment": "9",
}
_NAMED: Final = _FULL_NAMES | SHORT_NAMES
_DONE_WITH = (
    r"(?:ok(?:ay)?|fine|al(?:l )?right|good|great|right|now|next|thanks|thank you|"
    r"(?:leave|forget|skip) (?:that|it|this)|moving on(?: to)?|never ?mind(?: that)?|"
    r"enough (?:of|about) (?:that|it))"
)
"""What closes one subject before the next is named."""
_FACTOR: Final = pattern(
    rf"^\W*(?P<closes>(?:{_DONE_WITH}\b[\s,.:;!-]*)*)(?:(?:so|then|well)\b[\s,]*)*"
    r"(?P<goes>(?:(?:and|but|or)\b[\s,]*)*(?:(?:what|how) about )?)"
    r"(?:on to |let'?s (?:do|take|see|look at) |take )?"
    r"(?:the |my |his |her |its |our |their )?"
    rf"(?:factor (?P<number>[1-9])|(?P<name>{'|'.join(_NAMED)}))(?: (?:one|factor|part|bit|side))?"
    r"(?: (?:then|now|next|please|instead))*\W*$",
    re.IGNORECASE,
)
_THEIRS: Final = pattern(
    r"^\W*(?:(?:and|so|but|ok|then)\W+)*(?:what (?:does|do|did|would) )?"
    r"(?:the agency|hr|management|personnel|the classifier|they)(?:'s)? "
    r"(?:thinks?|thought|says?|said|holds?|held|credit(?:s|ed)?|g[ai]ves?|view|position|side)"
    r"(?: (?:of|about|on|for|to) (?:it|that|this))?\W*$"
    r"|^\W*(?:(?:and|so|but|ok|then)\W+)*(?:what|how) about (?:the agency|hr|management)\W*$",
    re.IGNORECASE,
)
_WHOLE: Final = pattern(
    r"^\W*(?:(?:and|so|but|ok(?:ay)?|now|well|then|right)\W+)*"
    r"(?:where does (?:all|any) (?:of )?(?:that|this|it) (?:leave|put) (?:me|us|him|her|this)"
    r"|(?:give me |tell me |just )*(?:the |a )?(?:short|brief|quick|one[- ]line) "
    r"(?:version|summary|answer)(?: (?:of|on))? (?:where|how) (?:i|we|he|she) (?:am|are|is|stands?)"
    r"|(?:(?:all in all|in short|overall|bottom line|boil it down|sum it up(?: for me)?)\W+)+"
    r"where (?:do|does|am|is|are) (?:i|we|he|she)(?: stand| at)?"
    r"|where (?:do|does|am|is|are) (?:i|we|he|she)(?: stand| at)?"
    r"(?: (?:overall|in short|all in all|after all (?:that|this)|in the end))+"
    r"|sum (?:it|this|that|me|everything) up(?: for me)?"
    r"|what(?:'s| is) (?:my|the|his|her) bottom line)(?: (?:then|now|please|at))*\W*$",
    re.IGNORECASE,
)
_MINE_THERE: Final = pattern(
    r"^\W*(?:(?:and|so|but|ok(?:ay)?|then|well)\W+)*"
    r"(?:what|where|which level|how many points)(?:'m| am| do| have) i "
    r"(?:have|get|got|credited|rated|given|at)"
    r"(?: (?:there|now|right|today|already|currently|on (?:that|it|this)(?: one| factor)?))+\W*$",
    re.IGNORECASE,
)
"""Asks what the open case has on the factor spoken of."""
_WHAT_ELSE: Final = pattern(
    r"^\W*(?:(?:and|so|but|ok(?:ay)?|then|well)\W+)*what (?:else|more) (?:would|does|do|will|did) "
    r"(?:it|that|they|i|we|one|he|she) (?:still )?"
    r"(?:take|need|want|require|ask(?: for)?|have to (?:show|have|prove))\W*$",
    re.IGNORECASE,
)
_OTHER_POINTS: Final = pattern(
    r"\bhow (?:many|much)(?: more)?(?: points)?\b.{0,20}\b(?:the )?(?:other|higher|next|better|"
    r"refused) (?:one|level)\b.{0,24}\b(?:be|been|give|given|bring|brought|add|added|mean|meant|"
    r"worth|got)\b",
    re.IGNORECASE,
)
_THAT_REFUSED: Final = pattern(
    r"\b(?:refus\w+|den(?:y|ies|ied)|reject\w*|turn\w* down|do(?:n't| not) (?:give|grant|get)|"
    r"won't (?:give|grant)|without|lose|lost)\b.{0,20}\b(?:that|this|it)\b(?: one| level)?.{0,30}"
    r"\bthe (?:other|rest|remaining)\b",
    re.IGNORECASE,
)
_ONE_ALONE: Final = pattern(
    r"^\W*(?:(?:and|so|but|ok|or|what if)\W+)*(?:(?:only|just) (?:one|either)(?: one)?|"
    r"either one)(?: of (?:those|them|these|the (?:two|three)))?(?: (?:alone|only))?\W*$",
    re.IGNORECASE,
)
FEWEST: Final = 2
"""Levels from which one of them can be told from the others."""


def turning(question: Question, context: Context) -> Turned | None:
    """Return what a message asks of the open case that it does not say in full."""
    case = context.case
    if case is None or context.evaluation is None or question.levels or question.decision:
        return None
    if question.first_person and not context.own:
        return None
    text = question.message
    if _WHOLE.match(text):
        return read("What is my grade as it stands?"), AS_IT_IS
    for one in (_other_factor, _credited, _what_else, _other_points, _of_sought):
        if (found := one(question, context)) is not None:
            return found
    return None


def _other_factor(question: Question, context: Context) -> Turned | None:
    found, last = _FACTOR.match(question.message), context.memory.answer
    if found is None or last is None:
        return None
    if found["goes"] and not found["closes"] and (last.levels or last.factors):
        # What was asked of one factor's level is asked of another's.
        return None
    return _of_record(_factor(found))


def _factor(found: re.Match[str]) -> str:
    return found["number"] or _NAMED[found["name"].lower()]


def _of_record(factor: str) -> Turned:
    return read(f"Which level of Factor {factor} is on record?"), OF_RECORD


def _credited(question: Question, context: Context) -> Turned | None:
    """Ask for the level of record on the factor spoken of, the agency's or one's own."""
    last = context.memory.answer
    text = question.message
    if last is None or not (_THEIRS.match(text) or _MINE_THERE.match(text)):
        return None
    spoken = (*last.factors, *(level.rpartition("-")[0] for level in last.levels))
    return _of_record(spoken[0]) if spoken else None


def _what_else(question: Question, context: Context) -> Turned | None:
    """Ask for the whole of a level of which it was just said what is lacking."""
    memory = context.memory
    if memory.topic != WEIGHED or not memory.levels or not _WHAT_ELSE.match(question.message):
        return None
    return read(f"What does Level {memory.levels[0]} require?"), MEANS


def _other_points(question: Question, context: Context) -> Turned | None:
    """Ask what lies between the level a decision credited and the one it refused."""
    memory = context.memory
    levels = memory.answer.levels if memory.answer is not None else ()
    if not memory.topic.startswith("decision") or not levels:
        return None
    if not _OTHER_POINTS.search(question.message):
        return None
    pair = levels[:2] if len(levels) > 1 else (levels[0], step(levels[0], 1))
    if not pair[1]:
        return None
    return read(f"How many points between Level {pair[0]} and Level {pair[1]}?"), WORTH


def _of_sought(question: Question, context: Context) -> Turned | None:
    """Try what is sought without the level just named, or each of those on trial by itself."""
    memory, case = context.memory, context.case
    if case is None:
        return None
    if _ONE_ALONE.match(question.message) and len(memory.trial) >= FEWEST:
        named = " and ".join(f"Level {one}" for one in memory.trial)
        return read(f"Is either alone enough, {named}?"), TRIED
    named_last = memory.answer.levels[:1] if memory.answer is not None else ()
    sought = tuple(case.sought.values())
    if not named_last or named_last[0] not in sought or len(sought) < FEWEST:
        return None
    if not _THAT_REFUSED.search(question.message):
        return None
    return total(tuple(one for one in sought if one != named_last[0]))
