"""A message that goes on with decisions just listed: narrows, counts or orders the same ones.

"For 0201", "how many of them?", "the latest one": what was listed stays, with one thing more or
another in its place. What names its own decisions begins a list afresh.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.argue.evidence import decision_asked
from assistant.chat.answering.named.decided.asked import (
    CHANGED,
    DONE,
    MANY,
    SEVERAL,
    Asked,
    filters,
    speaks_of_others,
    without,
)
from assistant.chat.answering.named.decided.entry import asks_of_entry
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.decided.talk import held_in_talk
from index.decisions.register.facts import numbered
from index.language.late import pattern
from index.language.words import DECISION

if TYPE_CHECKING:
    from assistant.chat.model import Context, Memory, Question

FOUND, COUNTED, HELD = "find-decisions", "decision-numbers", "decisions-held"
ON_LEVEL = "decisions-on-level"
BY_SUBJECT = "Which decisions are there by subject?"
_OF_SETS = frozenset({FOUND, COUNTED, HELD})
"""Topics whose answer is of several decisions of the register."""
_OF_DECISIONS = _OF_SETS | {"decision-ruling", "decisions-on-level", "decision-facts"}
_CASES = pattern(
    r"\b(?:cases|appeals|somebody|someone|anybody|anyone) (?:\w+ ){0,2}?"
    r"(?:where|in which|that (?:w[eo]\w+|got|had)|who|with)\b",
    re.IGNORECASE,
)
"""Several decisions, where decisions are spoken of already: "cases where somebody got a raise"."""
_HELD_AT_ALL = pattern(
    r"\b(?:do|did|have) you\b|\byou (?:have|hold|know|list)\b|"
    r"\bin (?:the|your) (?:library|register)\b|\bare there\b",
    re.IGNORECASE,
)
_OF_ALL = pattern(r"\b(?:altogether|in all|all told|overall|in total)\b", re.IGNORECASE)
"""Asks of all decisions, whichever were listed."""
_ANY = pattern(
    r"\b(?:any|ones|some|all)\b(?: \w+){0,2}? (?:from|of|in|on|about|for)\b", re.IGNORECASE
)
_MEANT = pattern(r"^\W*(?:(?:no|ok|well|sorry)\W+)*i (?:mean|meant|want|need)\b\W*", re.IGNORECASE)
_IS_ABOUT = pattern(
    r"^\W*(?:(?:and|so)\W+)*(?:is|was) (?:it|this|that)(?: (?:one|decision|case))? "
    r"(?:about|on|of|for|from)\b",
    re.IGNORECASE,
)
_BY_GROUP = pattern(
    r"\b(?:which|what) (?:agenc\w+|departments?|series|occupations?|years?)\b", re.IGNORECASE
)
_OF_GRADING = pattern(
    r"\b(?:points?|factors?|levels?|official titles?|intervals?|files?|filed|written|wording)\b",
    re.IGNORECASE,
)
"""Asks how work is graded or an appeal is made, whatever grade or series it names."""
_OF_FACTOR = pattern(
    r"^(?!.*\b(?:levels?|points?|highest|lowest|worth|requires?|means?|measures?)\b).*\b(?:any|ones?|some|something|anything|cases?|decisions?)\b.{0,30}"
    r"\b(?:about|on|with|of|for|under|deal\w*|turn\w*)\b",
    re.IGNORECASE,
)
_ALIKE = pattern(
    r"^\W*(?:(?:and|so|ok|but|is there|are there|any|do you (?:have|know)(?: of)?|show me|has|did|"
    r"had|have you(?: got)?)[ ,]+)*(?:an?other|others|similar|more|newer|"
    r"more recent|older|later|(?:the )?(?:oldest|newest|latest|most recent)|"
    r"(?:any(?:one|body)|who) else)"
    r"(?: (?:ones?|cases?|decisions?|people|ever|had|has|got|gotten|was|run into|with|like|that|"
    r"this|it|him|the|same|problem|issue|trouble|to|about|such))*\W*$",
    re.IGNORECASE,
)
"""Asks for further decisions like the one, or on the level, just spoken of."""
_ON_THAT = pattern(
    r"^\W*(?:(?:and|so|ok|but)[ ,]+)*(?:(?:(?:is|are|was|were) there|do you (?:have|know)(?: of)?|"
    r"have you(?: got)?) )?(?:(?:an?|any|some|other) )?(?:opm )?(?:decisions?|cases?|rulings?|"
    r"precedents?|appeals?) (?:on|about|of|for|like|with) (?:that|this|it|such \w+)\W*$"
    r"|^\W*(?:(?:and|so|ok|but)[ ,]+)*has opm (?:ever )?(?:ruled|decided|said (?:some|any)thing) "
    r"(?:on|about) (?:that|this|it)\W*$",
    re.IGNORECASE,
)
_NEWEST = pattern(
    r"\b(?:latest|newest|most recent)\b|\b(?:newer|more recent)(?: ones?)?\W*$", re.IGNORECASE
)
_OLDEST = pattern(r"\b(?:oldest|earliest)\b", re.IGNORECASE)
_END = pattern(
    r"(?:, )?\b(?:the )?(?:latest|newest|most recent|oldest|earliest)\b"
    r"(?: (?:ones?|decisions?|rulings?|cases?|appeals?))?(?: of (?:them|those|these))?",
    re.IGNORECASE,
)
_FURTHEST = pattern(
    r"\b(?:most grades|furthest|farthest|(?:the )?most|hardest|"
    r"(?:biggest|largest|worst|deepest|steepest) (?:drop|cut|fall|loss|raise|jump|gain))\b",
    re.IGNORECASE,
)
_BY_STEPS = pattern(r",? by \d grades or more", re.IGNORECASE)
_UP = pattern(r"\b(?:rais\w*|up|gain\w*|jump\w*|rose|higher)\b", re.IGNORECASE)
_RULED = frozenset({"level-argument", "level-meaning", "level-points", "case-level", ON_LEVEL})
"""Topics after which a level is what decisions are asked about."""
_OF_PEOPLE = pattern(
    r"\bnames? of (?:the )?(?:appellant|employee|person|people)|"
    r"\b(?:appellant|employee|person)s?'?s? names?\b|"
    r"\bwho (?:appealed|filed|were they|was (?:he|she|it))\b|"
    r"^\W*(?:(?:and|so|but|ok)\W+)*(?:why|what for|(?:for|on) what (?:reasons?|grounds?)|"
    r"what (?:were|was|are) (?:the|their) (?:reasons?|grounds?)|"
    r"what (?:have|did|do) (?:the |those |these )?(?:decisions|they|opm) refuse\w*)\b",
    re.IGNORECASE,
)
"""Asks for the names or the reasons of decisions just listed."""
_REFUSES = pattern(
    r"\b(?:refus\w*|den(?:y|ied)|reject\w*|turned down|not (?:met|credit\w*|given)|against)\b",
    re.IGNORECASE,
)
_AGAINST = pattern(
    r"^\W*(?:(?:and|so|but|ok)\W+)*(?:what (?:do|did|have|has) (?:the |any |opm )?"
    r"(?:decisions?|cases|rulings|precedents|opm)? ?"
    r"(?:say|said|held|find|found|refused?|ruled?|turn(?:ed)? down|made) ?(?:it|that)? ?"
    r"(?:(?P<no>against|for)|about|on|of)(?: (?:it|that|this(?: level)?))?)\W*$",
    re.IGNORECASE,
)
"""What decisions said on the level spoken of: "what do decisions say against it?"."""
_REVERSED = pattern(
    r"\b(?:the )?(?:other|opposite) (?:way|direction)(?: (?:a?round))?\b|"
    r"\bthe (?:opposite|reverse)\b",
    re.IGNORECASE,
)
_REVERSE = {"lowered": "raised", "raised": "lowered", "sustained": CHANGED}
_POINTS_AT = pattern(
    r"\b(?:ones?|those|these|them|any|which|all|is (?:that|it)|are (?:that|they))\b"
    r"|^\W*(?:and |so |ok |please )*(?:list|show|name|give|find|what are)\b",
    re.IGNORECASE,
)
"""What speaks of the decisions listed, or asks to see them."""
_MORE = pattern(
    r"^\W*(?:(?:and|or|but|ok|then|now|so|please)\W+)*"
    r"(?:for|in|from|on|of|only|just|what about|how about|the|with|under|by|\d{4})\b",
    re.IGNORECASE,
)
"""How a message begins that only names what else the decisions are to be."""
_GRADE_ALONE = pattern(
    r"^\W*(?:(?:and|or|what about|how about|for|only|just|same for|the|now) )*"
    r"(?:gs-?)?(?P<grade>1[0-5]|[5-9])s?(?: ones?)?\W*$",
    re.IGNORECASE,
)
_SMALL = frozenset(
    word
    for line in (
        "a an and any but for from his her he in instead it its just of ok on one ones only or",
        "please same she so some still that the their them then they this those to was were who",
        "with",
    )
    for word in line.split()
)
"""Words beside which what is named is all that a message says."""
SHORT, FEW, IN_TALK = 14, 7, 4
"""Words up to which a message can go on with a list, and can only ask to see it, and the turns for
which a list stays what is spoken of."""


def of_listed(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return what is asked of decisions listed or held, as a whole question with its topic."""
    memory, text = context.memory, _MEANT.sub("", question.message)
    if (turned := _other_way(question, memory)) is not None:
        return turned
    if (alike := _of_factor(question, context) or _of_alike(question, memory)) is not None:
        return alike
    exact = question.decision or question.levels or question.factors or question.points
    if memory.question is None or exact or len(text.split()) > SHORT:
        return None
    if _OF_GRADING.search(text) or not speaks_of_others(read(text)):
        return None
    listed = _listed(memory)
    if listed and (grade := _GRADE_ALONE.match(text)) and filters(read(listed)).grades:
        text = f"only GS-{grade['grade']}"
    now = filters(read(text))
    whole = bool(SEVERAL.search(text) or _CASES.search(text))
    spoken = memory.topic in _OF_DECISIONS
    if whole and MANY.search(text) and (now.named or _HELD_AT_ALL.search(text)):
        return _asked(text, "") if now.named else (read(text), HELD)
    if not spoken:
        return None
    if memory.topic in _OF_SETS and len(text.split()) <= FEW + 1 and _OF_PEOPLE.search(text):
        return read(f"{listed.strip(' ?.!')}: {text}" if listed else text), FOUND
    if _REVERSED.search(text):
        way = _REVERSE.get(_outcome(memory), "")
        kept = without(_listed(memory), Asked(outcome="any", steps=1)).strip(" ?.!,;")
        return _list(f"{kept}, decisions that {DONE[way]}".strip(" ,")) if way else None
    if _IS_ABOUT.match(text) and (number := _named(memory)):
        return read(f"What was decided in {number}?"), ""
    if _BY_GROUP.search(text) and _FURTHEST.search(text) and whole:
        return question, ""
    if _OF_ALL.search(text) and MANY.search(text):
        return _asked(text, "")
    if now.named and (whole or (not listed and _ANY.search(text))):
        return _asked(text, "")
    return _asked(text, without(listed, now)) if listed and _goes_on(text, now) else None


def _other_way(question: Question, memory: Memory) -> tuple[Question, str] | None:
    """Return which decisions ruled on the level spoken of as the last answer's did not, or None."""
    last, text, before = memory.answer, question.message, memory.question
    exact = question.decision or question.levels or question.factors or question.series
    if last is None or before is None or exact or memory.topic not in _RULED or not last.levels:
        return None
    level = last.levels[0]
    if _REVERSED.search(text):
        no = _REFUSES.search(before.message)
        return read(f"Which decisions {'credited' if no else 'refused'} Level {level}?"), ON_LEVEL
    if (against := _AGAINST.match(text)) is not None:
        way = "refused" if against["no"] else "ruled on"
        return read(f"Which decisions {way} Level {level}?"), ON_LEVEL
    return None


def _of_factor(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return which of the decisions listed are about a factor, where no text of them is held."""
    memory, text = context.memory, question.message
    if memory.topic not in _OF_SETS or len(question.factors) != 1 or question.levels:
        return None
    old = _listed(memory)
    if question.decision or not old or not _OF_FACTOR.search(text):
        return None
    if held_in_talk(question, context):
        return None
    return _list(f"{old.strip(' ?.!')}, those about Factor {question.factors[0]}")


def _of_alike(question: Question, memory: Memory) -> tuple[Question, str] | None:
    """Return which further decisions there are on the level, or like the one, spoken of."""
    text, last = question.message, memory.answer
    others, on_that = _ALIKE.match(text), _ON_THAT.match(text)
    exact = question.decision or question.levels or question.factors or question.series
    if last is None or exact or not (others or on_that):
        return None
    if last.levels:
        which = "other decisions" if others else "decisions"
        made = read(f"Which {which} ruled on Level {last.levels[0]}?")
        return made, ON_LEVEL
    asked = memory.question.decision if memory.question is not None else ""
    found = numbered(asked or _named(memory)) if memory.topic in _OF_DECISIONS - _OF_SETS else []
    if found and found[-1].decided.series:
        went = DONE.get(found[-1].went()[0], "")
        of_series = f"decisions on series {found[-1].decided.series}"
        alike = f"{of_series} that {went}" if went else of_series
        # Where it is the only one that went so, the others of its series are next to it.
        return _list(alike if len(filters(read(alike)).chosen()) > 1 else of_series)
    if on_that and memory.topic not in _OF_DECISIONS:
        return read(BY_SUBJECT), FOUND
    return None


def of_one_listed(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return what is asked of the one decision that the register just told of, by its number."""
    memory, text = context.memory, question.message
    exact = question.decision or question.levels or question.factors or question.points
    if exact or question.first_person or len(text.split()) > SHORT or not memory.topic:
        return None
    number = _alone(memory)
    library = context.library
    held = library is not None and decision_asked(library, "", number=number) is not None
    if not number or held or not asks_of_entry(text):
        return None
    return replace(read(f"{number}: {text}", today=context.today), asks=True, whole=True), ""


def _alone(memory: Memory) -> str:
    """Return the number of the one decision the last answer names; empty where it names several."""
    last = memory.answer
    if last is None or memory.topic not in _OF_DECISIONS:
        return ""
    names = {one.upper() for one in DECISION.findall(last.lead)}
    return next(iter(names)) if len(names) == 1 else ""


def _listed(memory: Memory) -> str:
    """Return the message that the decisions listed last were asked for by; empty without one."""
    for turn in reversed(memory.turns[-IN_TALK:]):
        if turn.topic in _OF_SETS and turn.question is not None:
            said = turn.question.message
            if _OF_PEOPLE.search(said.rpartition(": ")[2]):
                continue
            # Where none had the outcome, those without it were listed.
            return said if filters(turn.question).chosen() else without(said, Asked(outcome="any"))
    return ""


def _goes_on(text: str, now: Asked) -> bool:
    """Tell whether a message narrows, counts, orders or lists what was listed."""
    far = now.outcome and _FURTHEST.search(text)
    counts = MANY.search(text) and (now.named or _POINTS_AT.search(text))
    if _NEWEST.search(text) or _OLDEST.search(text) or far or counts:
        return True
    if not now.named:
        return bool(_POINTS_AT.search(text)) and len(text.split()) <= FEW and "list" in text.lower()
    rest = {word.lower() for word in re.findall(r"[\w'-]+", without(text, now))}
    return bool(_POINTS_AT.search(text) or _MORE.match(text)) or rest <= _SMALL


def _asked(text: str, old: str) -> tuple[Question, str]:
    """Return the decisions of an earlier message, as a later one wants them, and the topic."""
    kept = _END.sub(" ", MANY.sub(" ", old)).strip(" ?.!,;")
    said = f"{kept}, {text}" if kept else text
    if _FURTHEST.search(text) and filters(read(text)).outcome:
        return _furthest(f"{_BY_STEPS.sub('', kept)}", text)
    if MANY.search(text):
        return read(f"How many decisions: {said.strip(' ?.!')}?"), COUNTED
    if _NEWEST.search(text) or _OLDEST.search(text):
        which = "newest" if _NEWEST.search(text) else "oldest"
        return _list(f"{_END.sub(' ', said)}, the {which} decision")
    return _list(said)


def _list(said: str) -> tuple[Question, str]:
    text = " ".join(said.split()).strip(" ?.!,;")
    shows = text.lower().startswith(("list", "find", "show"))
    return read(text if shows else f"List decisions: {text}"), FOUND


def _furthest(kept: str, text: str) -> tuple[Question, str]:
    """Return the decisions that moved the grade most, among those an earlier message wants."""
    way = "raised" if _UP.search(text) else "lowered"
    said = f"{kept}, decisions that {DONE[way]}".strip(" ,")
    want = filters(read(said))
    steps = max((_moved(e.current.grade, e.decided.grade) for e in want.chosen()), default=0)
    return _list(f"{said} by {steps} grades or more" if steps > 1 else said)


def _moved(before: int | None, after: int | None) -> int:
    return 0 if before is None or after is None else abs(after - before)


def _outcome(memory: Memory) -> str:
    """Return the outcome of the decisions spoken of: the one asked for, or of the one named."""
    assert memory.question is not None  # noqa: S101 - checked by the caller
    asked = filters(memory.question).outcome
    number = memory.question.decision or _named(memory)
    found = numbered(number) if number and not asked else []
    return asked or (found[-1].went()[0] if found else "")


def _named(memory: Memory) -> str:
    last = memory.answer
    found = None if last is None else DECISION.search(last.lead)
    return "" if found is None else found.group().upper()
