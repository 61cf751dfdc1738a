"""A day, year or length of time told before and put right: "no wait, that was 2021".

The statement is told again with the right value in it, so that all that rests on it is answered
anew; what was told before comes back when the correction is taken back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from assistant.chat.model import Answer, Change
from assistant.chat.moves import ledger
from assistant.chat.moves.facts.amending import with_text
from assistant.chat.reading.dates import named_days
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.limits.beside import days_beside
from assistant.chat.reading.turns.limits.told import day_of, with_month, with_year
from assistant.text import escape, in_words
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.conversation import Conversation
    from assistant.chat.model import Question
    from assistant.events import Event

    Said = Iterator[Event | Answer]
    Respond = Callable[[Conversation, str], Said]

_SLIP = (
    r"i (?:mis(?:spoke|typed|read|remembered|wrote|stated|said)|mixed (?:it|that|them|the \w+) up)"
    r"(?: (?:it|that|this|(?:the|my) \w+))?"
    r"|i (?:got|had|have|gave(?: you)?|put|said|wrote|typed|told you)(?: (?:it|that|this|the|my|"
    r"(?:the|my) \w+))? wrong(?: (?:date|day|year|one))?"
)
"""What owns to a slip: "i misread it", "i had the wrong date"."""
_LOOKED = (
    r"i(?:'ve| have)? (?:just )?(?:looked|checked)(?: (?:it|that|again|now|(?:at )?(?:the|my) "
    r"(?:\w+|sf-?\s?50)))*(?: and| that)?|turns out(?: that)?"
)
_MARK = pattern(
    r"^\W*(?:(?:oh|hm+|uh+|no+|nope|wait(?! (?:until|till|for|to)\b)|w?h?oops|sorry|actually|typo|"
    r"correction|hang on|hold (?:on|up)|(?:scratch|strike) that|my (?:mistake|bad|error)|"
    rf"i was (?:wrong|off|mistaken)|{_SLIP}|{_LOOKED}|that(?:'s| is| was) wrong|"
    r"(?:that|the|this) (?:date|day|year) (?:is|was) wrong|i meant?(?: to say)?|"
    r"make (?:it|that)|(?:i'm|i am) looking at (?:it|the \w+)(?: now| again)?)\b[\s,.;:!-]*)+",
    re.IGNORECASE,
)
_MARK_BEHIND = pattern(
    r"[\s,.;-]+(?:(?:sorry|after all|i meant?|my (?:mistake|bad)|actually|oops|instead|"
    r"to be (?:exact|precise)|now that i (?:look|check)|(?:was|is) (?:right|correct)|"
    r"(?:so )?(?:put|change|set) (?:it|that) back)[\s,.!]*)+$",
    re.IGNORECASE,
)
_LEAD_IN = pattern(
    r"^(?:(?:it|that|this|the (?:paper|letter|notice|form|date|day|year|sf-?\s?50|action|decision))"
    r"(?:'s|\b) ?(?:is|was|were|says?|said|reads?|states?|should (?:be|read|say)|must be|"
    r"has been)? ?)?(?:dated |really |actually |in fact )*"
    r"(?P<how>(?:is )?effective|took effect|came(?: in)?|arrived|"
    r"(?:i|we) (?:only |really |actually )?(?:got|received) (?:it|that)|"
    r"since|from|until|till|for|in|on|as of)?"
    r"(?: (?:on|from|as of))? ?(?:the )?",
    re.IGNORECASE,
)
_TRULY = pattern(r"^(?:(?:really|actually|in fact|on)\s+)+", re.IGNORECASE)
_WRONG_DAY = pattern(
    r"^\W*(?:(?:no|wait|sorry|but)\W+)*(?:that|the|this|your) (?:date|day) (?:is|was|'s) "
    r"(?:wrong|not right|incorrect|a mistake)[\s,.;:-]+(?P<right>.+)$",
    re.IGNORECASE,
)
_NOT_DAY = pattern(
    r"^(?!.*\b(?:wrong|mistake|misread)\b)"
    r"(?P<right>.*\b(?:effective|took effect|sf-?\s?50|downgrade|lowered|cut|action)\b.*?\d),? "
    r"(?:and )?not (?:on )?(?:the )?(?:[a-z]+ )?(?P<old>\d{1,2})(?:st|nd|rd|th)?(?:,? \d{4})?\W*$",
    re.IGNORECASE,
)
_YEAR = pattern(r"(?:19|20)\d\d")
_SPAN = pattern(
    r"(?P<n>\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"[ -](?P<unit>day|week|month|year)s?",
    re.IGNORECASE,
)
_OF_MONTH = pattern(r"\d{1,2}(?:st|nd|rd|th)", re.IGNORECASE)
_NOT_THE = pattern(r"^,? (?:and )?not (?:on )?(?:the )?\w+(?: \d{1,2})?(?=[\s,.]|$)", re.IGNORECASE)
_CAME = pattern(r"\b(?:came|arrived|got|received)\b")
_WORD_OF = {"effective": "effective", "took effect": "effective", "since": "began", "from": "began"}
_LIKE = {"effective": ("effective", "lowered"), "came": ("came", "letter")}
"""The words of days that can be meant by a day told as effective, or as one on which it came."""
LOOKS_BACK = 4
"""How many changes back a correction can be meant of."""
LIMIT = "deadline-after-lowering"


@dataclass(frozen=True, slots=True)
class Right:
    """What is right: the change whose value was wrong, its message anew, both values in words."""

    change: Change
    text: str
    new: str
    old: str


def rectifies(engine: Conversation, question: Question, respond: Respond) -> Said | None:
    """Tell a statement again with the value that a message puts right; None where none is."""
    if question.message.rstrip().endswith("?") or question.levels or question.grades:
        return None
    right = _right(engine, question)
    if right is None:
        return _other_day(engine, question)
    if ledger.changes_case(right.change):
        return _in_case(engine, right)
    return _told_anew(engine, question.message, right, respond)


_SUPPOSED = pattern(r"\bif\b", re.IGNORECASE)
"""Says of a day that it is only supposed: nothing that was is put right there."""


def _right(engine: Conversation, question: Question) -> Right | None:
    text = question.message
    if not (_MARK.search(text) or _MARK_BEHIND.search(text)):
        return None
    value = _MARK_BEHIND.sub("", _MARK.sub("", text, count=1)).strip(" .!,")
    lead = _LEAD_IN.match(value)
    how = "" if lead is None else (lead["how"] or "").lower().removeprefix("is ")
    value = value if lead is None else _TRULY.sub("", value[lead.end() :]).strip()
    if not value:
        return None
    standing = [
        one
        for one in engine.memory.changes
        if ledger.changes_case(one) or ledger.stands(engine.memory, one)
    ]
    for change in reversed(standing[-LOOKS_BACK:]):
        found = _day(engine, change, value, how) or _plain(change, value)
        if found is not None:
            return found
    return None


def _day(engine: Conversation, change: Change, value: str, how: str) -> Right | None:
    """Put a day in the place of the one a message named, the one of the same kind of several."""
    value = f"the {value}" if _OF_MONTH.fullmatch(value) else value
    spoken = with_month(read(value, today=engine.today), engine.context()).message
    new = named_days(spoken, engine.today)
    if len(new) != 1 or new[0][0] > 0 or new[0][1] < len(spoken):
        return None
    if _SUPPOSED.search(change.message):
        return None
    # A day told without its year is the one nearest the day spoken of.
    told = with_year(read(change.message, today=engine.today), engine.context()).message
    old = named_days(told, engine.today)
    kind = _WORD_OF.get(how, "came" if _CAME.search(how) else "")
    words = [one.word for one in days_beside(told, engine.today)]
    if kind in _LIKE and words and not {"", *_LIKE[kind]} & set(words):
        # The day an action took effect is not the day its letter came, put right.
        return None
    if len(old) > 1:
        old = [one for one, word in zip(old, words, strict=False) if kind and word == kind]
    if len(old) != 1:
        return None
    start, end, wrong = old[0]
    day = new[0][2] if _YEAR.search(spoken) else _in_year(new[0][2], wrong.year)
    said = in_words(day)
    # What was said not to be the day is it now.
    rest = _NOT_THE.sub(f", not {in_words(wrong)}", told[end:], count=1)
    text = f"{told[:start]}{said}{rest}"
    return None if day == wrong else Right(change, text, said, in_words(wrong))


def _in_year(day: date, year: int) -> date:
    return day if (day.month, day.day) == (2, 29) else day.replace(year=year)


def _plain(change: Change, value: str) -> Right | None:
    """Put a year or a length of time in the place of the only one that a message named."""
    for kind in (_YEAR, _SPAN):
        new, old = kind.fullmatch(value), list(kind.finditer(change.message))
        if new is None or len(old) != 1 or new.group() == old[0].group():
            continue
        if kind is _SPAN and new["unit"].lower() != old[0]["unit"].lower():
            continue
        text = f"{change.message[: old[0].start()]}{value}{change.message[old[0].end() :]}"
        return Right(change, text, value, old[0].group())
    return None


def _told_anew(engine: Conversation, said_now: str, right: Right, respond: Respond) -> Said:
    before = ledger.known(engine)
    base = right.change.base or right.change.before
    yield from ledger.put(engine, right.change.after, base)
    lead = f"Corrected: {escape(right.new)} in place of {escape(right.old)}."
    for said in respond(engine, right.text):
        if isinstance(said, Answer) and lead:
            yield replace(said, lead=f"{lead} {said.lead}")
            lead = ""
        else:
            yield said
    made = Change(right.text, before, ledger.known(engine), said_now, base)
    engine.memory.changes = [*engine.memory.changes, made]


def _in_case(engine: Conversation, right: Right) -> Said | None:
    """Put the right value into the fact that was put into the case with the wrong one."""
    facts = engine.case.facts if engine.case is not None else ()
    fact = next((one for one in reversed(facts) if one.text in right.change.message), None)
    if fact is None:
        return None
    text = right.text[right.change.message.index(fact.text) :]
    behind = right.change.message[right.change.message.index(fact.text) + len(fact.text) :]
    text = text.removesuffix(behind) if behind else text
    return with_text(engine, fact, text, f"Corrected: {right.new} in place of {right.old}.")


def _other_day(engine: Conversation, question: Question) -> Said | None:
    """Answer from another effective date than the case states, which keeps its own."""
    context = engine.context()
    stated = day_of("lowering", context)
    found = _WRONG_DAY.search(question.message)
    denied = _NOT_DAY.match(question.message)
    if found is None and denied is not None and stated is not None:
        # "Effective August 17, not the 10th" says that the day the case states is wrong.
        found = denied if int(denied["old"]) == stated.day else None
    if found is None or stated is None:
        return None
    question = read(found["right"], today=engine.today)
    if len(question.dates) != 1:
        return None
    days = days_beside(found["right"], engine.today)
    if days[0].word not in {"effective", "lowered", ""} or days[0].day == stated:
        return None
    asked = read(f"{found['right'].rstrip(' .')}. How long do I have?", today=engine.today)
    answer = engine.answer_to(asked, LIMIT)
    new, old = in_words(question.dates[0]), in_words(stated)
    lead = f"**Counted from {new} now, in place of {old}.** {answer.lead}"
    steps = answer.next
    if "lowering" not in {**engine.memory.days} or engine.case is not None:
        steps = (f"A fact of your case that says {old} is changed by *{new}, not {old}*.",)
    return iter([replace(answer, lead=lead, next=steps)])
