"""Something picked from what was named before: "the first one", "which of those?", "the next one".

Each function returns the question meant with the topic that answers it, or None.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.changed.guide import OF_GUIDE, OF_SUPERVISORS
from assistant.chat.reading.turns.changed.totals import from_total
from assistant.chat.reading.turns.changed.trying import TRIED
from assistant.chat.reading.turns.decided.deciding import narrowed, on_decision, one_of_those
from assistant.chat.reading.turns.together import about
from assistant.chat.reading.turns.values import says_more
from core.standards.table import SUPERVISORY_ID
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Memory, Question

Picked = tuple["Question", str]

GUIDE = "supervisory-coverage"
_OF_GRADES = frozenset(["my-grade", TRIED, "record-levels", "sought-levels", "points-to-floor"])
"""Topics after which a level named alone is one to try."""
_OF_STANDARDS = frozenset(["standards-held", "standard-not-held", "which-standard"])
_WHICH_OF = pattern(
    r"\bwhich (?:one |level |single one )?of (?:those|these|them|the (?:two|three|four|both))\b|"
    r"^\W*(?:and |so |but )?which (?:one )?(?:is|would be|gets|gives|brings|helps|matters)\b",
    re.IGNORECASE,
)
_FALLS_SHORT = pattern(
    r"\b(?:not|\w+n't|doesnt|cannot|never|below|short of|under|fails?|without|less than)\b",
    re.IGNORECASE,
)
_OF_LISTED = pattern(r"\bwhich (?:\w+ )?of (?:those|these|them)\b", re.IGNORECASE)
_HELD = pattern(
    r"\b(?:(?:do|have) i (?:have|got)|am i (?:at|on)|i(?:'m| am) (?:at|on)|is mine|right now|"
    r"at present|currently|of record|credited)\b",
    re.IGNORECASE,
)
BACK = 3
"""Turns to look back for the levels spoken of one by one."""
_THAN = pattern(
    r"\b(?:more|less|fewer|higher|harder|better|apart) (?:\w+ )?(?:than|from)\b|"
    r"\bcompared (?:to|with)\b|"
    r"\b(?:missing|lacking|wanting|short|needed) (?:for|of|to (?:get|reach|meet|make))\b|"
    r"\bdiffer(?:s|ently|ent|ence)?\b|\b(?:change[sd]?|extra|beyond|on top)\b|\b(?:versus|vs\.?)\b",
    re.IGNORECASE,
)
_NEXT = pattern(
    r"^\W*(?:and |so |ok |then |what about |how about )*(?:the )?"
    r"(?P<way>next|following|previous|last) (?:one|factor)\b\W*$|"
    r"^\W*(?:and |so |then )?(?P<bare>next)\W*$",
    re.IGNORECASE,
)
_SERIES = pattern(r"(?<![\w-])(?:gs[\s-]*)?(\d{3,4})(?![\w.,-]\w)", re.IGNORECASE)
_EXAMPLE = pattern(
    r"\b(?:examples?|decisions?|cases?|anyone|anybody|someone|somebody)\b.{0,40}$", re.IGNORECASE
)
_SHOW = pattern(r"\b(?:give|show|any|is there|are there|have|has|know|got|get)\b", re.IGNORECASE)
_SHARES = pattern(r"\b(\d{1,2})\s?(?:/|-|to|:)\s?(\d{1,2})\b")
_WHICH_GRADE = pattern(
    r"^\W*(?:and |so |ok )*(?:(?:what|which) grade(?: (?:is|would|does) (?:it|that|this))?"
    r"(?: (?:be|make|give|get))?(?: then)?)\W*$",
    re.IGNORECASE,
)
LOWEST_AUTHORITY = "3-2"
"""The level of Factor 3 that a position must meet to be graded by the supervisory guide."""
_MINE_MEETS = pattern(
    r"^\W*(?:(?:and|so|but|ok|then)\W+)*(?:do|does|did|would|will|can|could|have|has) (?:i|mine|we|"
    r"my (?:job|work|position|case|pd|description)|this (?:job|case|position)) "
    r"(?:really |actually |even |already )*(?:get|got|meet|met|have|reach|make|earn|deserve|"
    r"satisfy|qualify for|come up to|measure up to) ?(?:it|that|this|one|level|the|those|these)+"
    r"(?: (?:one|level|too|now|then|at all))*\W*$",
    re.IGNORECASE,
)
"""What asks whether the level spoken of is met in the open case."""
_DOES_HELP = pattern(
    r"^\W*(?:and |so |but )?(?:does|would|will|did) (?:that|it|this) "
    r"(?:help|count|matter|change (?:anything|that|it)|make a difference|do anything|"
    r"(?:cost|hurt|harm|help) (?:me|us|him|her)(?: (?:something|anything|much|there|a level))?|"
    r"(?:work|speak|go) against (?:me|us|him|her))\W*$",
    re.IGNORECASE,
)
_GIVE = pattern(r"\b(?:give|credit|award|assign|use|allow)\b", re.IGNORECASE)
_IN_POINTS = pattern(
    r"^\W*(?:and |so |ok |just |only )*(?:(?:in|how many|what(?: is that in)?|the) )?points"
    r"(?: (?:for|of) (?:(?:those|these|the|both|them|each|all)(?: two| both| of them)?))?"
    r"(?:,? please)?\W*$|^\W*(?:and |so |ok )*which (?:one |level |of (?:them|the two|those) )?"
    r"(?:has|have|gets|brings|gives|is worth|carries) (?:the )?(?:more|most|fewer|less|higher)"
    r"(?: points)?\W*$",
    re.IGNORECASE,
)
_OF_TWO = pattern(
    r"\bthe (?P<which>lower|higher|upper|better)(?: (?:one|level|of (?:them|the two))\b|(?=\W*$))",
    re.IGNORECASE,
)
_AND_WORD = pattern(
    r"^\W*(?:(?:and|what about|how about|and what about|or)\s+)+(?:the |an? |the word |the term )?"
    r"(?P<word>[a-z][\w\s'\"/-]{2,40}?)\W*$",
    re.IGNORECASE,
)
_MEANT_BY = pattern(
    r"^\W*(?:(?:and|ok|so|but|sorry|wait)\W+)*"
    r"(?:what(?:'s| is| do| does| did)? (?:you|u|they|that|it|hr|opm)?\s*(?:mean|meant) by|"
    r"what is meant by|define|explain|meaning of|definition of)\s+"
    r"(?:the (?:word|term) |an? |the |this |that )?[\"'\u201c]?(?P<word>[a-z][\w '/-]{1,40}?)"
    r"[\"'\u201d]?\W*$"
    r"|^\W*(?:(?:and|ok|so|but)\W+)*what(?:'s| does| do|s)? (?:the (?:word|term) |an? |the )?[\"']?"
    r"(?P<other>[a-z][\w '/-]{2,40}?)[\"']? (?:mean|stand for)(?: (?:here|then|exactly))?\W*$",
    re.IGNORECASE,
)
_OF_TERMS = frozenset(["term", "benchmarks", "flysheet"])
_SAYS_NOTHING = pattern(
    r"\b(?:is|are|there|one|a|for|do|you|have|the|any|and|what|about|how|series|held|hold|it)\b",
    re.IGNORECASE,
)
FACTORS = 9
SHORT = 10
"""Words beyond which a message says for itself what it is about."""


def picked(question: Question, context: Context) -> Picked | None:
    """Return what a short message picks of what was named before, and the topic it is of."""
    if context.memory.question is None or len(question.message.split()) > SHORT:
        return None
    for pick in (
        *(
            _meant_by,
            _tried,
            _which_of,
            narrowed,
            one_of_those,
            on_decision,
            _compared,
            _example,
            _next_factor,
            _series,
        ),
        *(
            _of_two,
            _shares,
            _share_of_work,
            _share_of_guide,
            _below_guide,
            _given,
            _points,
        ),
        *(from_total, _term, _is_mine, _helps),
    ):
        found = pick(question, context)
        if found is not None:
            return found
    return None


def _tried(question: Question, context: Context) -> Picked | None:
    """Try a level that is named alone after totals of the open case."""
    on_grades = context.memory.topic in _OF_GRADES and context.evaluation is not None
    if not (on_grades and question.levels) or says_more(question):
        return None
    return replace(question, asks=True), TRIED


def _which_of(question: Question, context: Context) -> Picked | None:
    """Set the levels spoken of beside each other, by what each does to the grade."""
    memory = context.memory
    if question.levels or not _WHICH_OF.search(question.message):
        return None
    if context.evaluation is None:
        # What is asked of things just listed is answered where they were listed.
        before, listed = memory.question, _OF_LISTED.search(question.message)
        listing = memory.topic in OF_SUPERVISORS and before is not None and listed
        return (replace(before, asks=True), memory.topic) if before and listing else None
    levels = _spoken_of(memory)
    if len(levels) < 2 or not memory.levels:
        return None
    held = [level for level in levels if level in context.levels.values()]
    if held and _HELD.search(question.message):
        return about(question, (held[0],)), "case-level"
    return about(question, levels), TRIED


def _spoken_of(memory: Memory) -> tuple[str, ...]:
    """Return the levels that the last turns named one by one, else those listed together."""
    near = (turn.question for turn in memory.turns[-BACK:])
    turns = tuple(dict.fromkeys(q.levels[0] for q in near if q is not None and q.levels))
    return turns[-2:] if len(turns) > 1 else memory.listed


def _compared(question: Question, context: Context) -> Picked | None:
    """Compare a level with the one spoken of: "how many points more than 1-7?"."""
    spoken = context.memory.levels[:1]
    if len(question.levels) != 1 or not spoken or not _THAN.search(question.message):
        return None
    other = question.levels[0]
    if other == spoken[0] or other.rpartition("-")[0] != spoken[0].rpartition("-")[0]:
        return None
    return about(question, (*spoken, other)), "level-points"


def _example(question: Question, context: Context) -> Picked | None:
    """Look for decisions on the level spoken of: "any examples from a decision?"."""
    levels, text = context.memory.levels[:1], question.message
    exact = question.levels or question.factors or question.series or question.decision
    if not levels or exact or context.memory.topic.startswith("decision"):
        return None
    if not (_EXAMPLE.search(text) and _SHOW.search(text)) or question.has("my case", "this case"):
        return None
    return about(question, levels), "decisions-on-level"


def _shares(question: Question, context: Context) -> Picked | None:
    """Ask again of two kinds of work with other shares of time: "and if it's split 80/20?"."""
    before = context.memory.question
    if before is None or context.memory.topic != "share-of-time" or question.grades:
        return None
    if _WHICH_GRADE.search(question.message):
        return before, context.memory.topic
    found = _SHARES.search(question.message)
    if found is None or len(before.grades) != 2 or int(found[1]) + int(found[2]) > 100:
        return None
    one, other = before.grades
    text = f"{found[1]} percent GS-{one} and {found[2]} percent GS-{other}, which grade?"
    return read(text), context.memory.topic


def _share_of_work(question: Question, context: Context) -> Picked | None:
    """Take a share told after a question on mixed work as the share of the higher work."""
    mixed = context.memory.topic in {"how-mixed", "duty-share"}
    if not mixed or len(question.percents) != 1 or says_more(question):
        return None
    share = f"{question.percents[0]:.0f}"
    return read(f"Is {share} percent of my time enough to set the grade?"), "share-of-time"


def _share_of_guide(question: Question, context: Context) -> Picked | None:
    """Take a share of time told after a question on supervisors as the share spent supervising."""
    if context.memory.topic not in OF_GUIDE or len(question.percents) != 1:
        return None
    if question.grades or (says_more(question) and len(question.message.split()) > SHORT - 2):
        return None
    share = f"{question.percents[0]:.0f}"
    return read(f"Is supervising {share} percent of my time enough for the guide?"), GUIDE


def _is_mine(question: Question, context: Context) -> Picked | None:
    """Ask of the case whether it meets the level spoken of: "do I get that one?"."""
    levels = context.memory.levels[:1]
    if not levels or not _MINE_MEETS.match(question.message):
        return None
    if context.case is not None and context.evaluation is None:
        return None
    return about(question, levels), "level-meaning" if context.case is None else "case-level"


def _helps(question: Question, context: Context) -> Picked | None:
    """Ask of the case whether a fact just told helps with the level spoken of."""
    levels = context.memory.levels[:1]
    if not levels or context.evaluation is None or not _DOES_HELP.search(question.message):
        return None
    return about(question, levels), "case-level"


def _below_guide(question: Question, context: Context) -> Picked | None:
    """Ask what becomes of a position that falls short of the lowest level of Factor 3."""
    memory = context.memory
    of_guide = memory.topic in OF_SUPERVISORS or SUPERVISORY_ID in {
        memory.standard,
        *_standards(memory),
    }
    on_guide = of_guide and question.levels == (LOWEST_AUTHORITY,)
    if not on_guide or not _FALLS_SHORT.search(question.message):
        return None
    asked = f"Does the supervisory guide apply to a position that does not meet {LOWEST_AUTHORITY}?"
    return read(asked), GUIDE


def _standards(memory: Memory) -> tuple[str, ...]:
    return memory.question.standards if memory.question is not None else ()


def _given(question: Question, context: Context) -> Picked | None:
    """Ask whether points may be given for work between the levels spoken of."""
    before = context.memory.question
    if before is None or not before.levels or len(question.points) != 1 or question.levels:
        return None
    if not _GIVE.search(question.message):
        return None
    levels = " and ".join(f"Level {level}" for level in before.levels[:2])
    return read(f"May I give {question.points[0]} points for work at {levels}?"), "between-points"


def _points(question: Question, context: Context) -> Picked | None:
    """Give the points of the levels spoken of: "in points?"."""
    before = context.memory.question
    if before is None or not before.levels or not _IN_POINTS.search(question.message):
        return None
    spoken = before.levels[:2] if len(before.levels) > 1 else _spoken_of(context.memory)
    one = len({level.rpartition("-")[0] for level in spoken}) == 1
    return about(question, spoken if one else before.levels), "level-points"


def _of_two(question: Question, context: Context) -> Picked | None:
    """Take "the lower one" as the lower of two levels of one factor spoken of."""
    found, listed = _OF_TWO.search(question.message), _spoken_of(context.memory)
    if found is None or question.levels or len(listed) != 2:
        return None
    low, high = sorted(listed)
    if low.rpartition("-")[0] != high.rpartition("-")[0]:
        return None
    if context.evaluation is None and question.has("fit", "meet", "match", "reach"):
        return about(question, (low, high)), "level-points"  # What divides the two.
    level = low if found["which"].lower() == "lower" else high
    text = f"{question.message[: found.start()]}Level {level}{question.message[found.end() :]}"
    return replace(read(text), factors=(level.rpartition("-")[0],)), ""


def _meant_by(question: Question, context: Context) -> Picked | None:  # noqa: ARG001
    """Explain a word of the last answer: "what do you mean by retroactive?"."""
    found = _MEANT_BY.match(question.message)
    word = "" if found is None else found["word"] or found["other"]
    return (read(f"What does {word.strip()} mean?"), "term") if word else None


def _term(question: Question, context: Context) -> Picked | None:
    """Explain one word after another: "and benchmark?"."""
    found = _AND_WORD.search(question.message)
    if context.memory.topic not in _OF_TERMS or found is None:
        return None
    return read(f"What does {found['word'].strip()} mean?"), ""


def _next_factor(question: Question, context: Context) -> Picked | None:
    """Go from one factor to the next: "and the next one?"."""
    before, found = context.memory.question, _NEXT.search(question.message)
    if before is None or found is None or len(before.factors) != 1:
        return None
    if before.levels and not before.decision:
        # After a level the next one is the level above it.
        return None
    if not before.factors[0].isdigit():
        return None
    back = (found["way"] or "").lower() in {"previous", "last"}
    number = int(before.factors[0]) + (-1 if back else 1)
    if not 1 <= number <= FACTORS:
        return None
    if before.decision:
        return read(f"What did {before.decision} decide on Factor {number}?"), "decision-ruling"
    return read(f"What does Factor {number} measure?"), "factor-meaning"


def _series(question: Question, context: Context) -> Picked | None:
    """Take a number after a question on standards as a series: "is there one for 2210?"."""
    if context.memory.topic not in _OF_STANDARDS or question.points or question.grades:
        return None
    found = _SERIES.search(question.message)
    if found is None:
        return None
    left = f"{question.message[: found.start()]}{question.message[found.end() :]}"
    if re.search(r"\w", _SAYS_NOTHING.sub("", left)):
        return None
    return read(f"Is there a standard for series {found[1].zfill(4)}?"), ""
