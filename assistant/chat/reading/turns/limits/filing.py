"""A later day to file, said of a limit: "what if I file in May instead?", "and next month?".

Whether such a day is in time the core counts from the day the grade was lowered, from OPM's
decision, or from the agency's on a wage job.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from assistant.chat.answering.procedure import first_filing_ends, last_days
from assistant.chat.answering.procedure.further import second_ends
from assistant.chat.reading.dates import named_days
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.limits.happened import kind_said
from assistant.chat.reading.turns.limits.onward import asked_of
from assistant.chat.reading.turns.limits.told import day_of
from assistant.text import in_words
from index.language.words import MONTHS

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question

_FILE = re.compile(
    r"\b(?:i|we) (?:only |just |still |don't |do not )?(?:can |could |would |will )?(?:only )?"
    r"(?:have |'ve |had )?(?:(?:file|appeal|appl[yi]|sen[dt]|submit|e-?mail|mail|wait|"
    r"writ|wrote|fax)\w*|do|go|(?:put|handed|turned) (?:\w+ ){1,3}in)\b"
    r"|\bif (?:it|that) is filed\b",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\b(?:in|until|till|before|by|by the end of|at the end of) "
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|"
    r"dec(?:ember)?)\b(?:,? (?P<year>20\d\d))?",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:later|late|too late|next (?:month|year)|after (?:that|then|the (?:date|deadline))|"
    r"(?:a|one|two|three|several|few|couple of) (?:months?|years?) (?:later|from now))\b",
    re.IGNORECASE,
)
_SOON = re.compile(
    r"\b(?:now|today|tomorrow|tonight|soon|(?:this|next|in a|in one) (?:week|month))\b",
    re.IGNORECASE,
)
"""When one means to file; too late only where the limit is past."""
_MONTHS = tuple(name[:3] for name in MONTHS)
EVENTS = (
    ("lowering", "How long do I have after my grade was lowered?", "deadline-after-lowering"),
)
WAGE = (("lowering", "How long do I have after my grade was lowered?", "wage-deadlines"),)
DECIDED = (
    ("decision", "How long do I have to ask OPM to reconsider its decision?", "reconsideration"),
)
"""What a time limit runs from, the question whose answer counts it, and the topic of that."""
LATE = "missed-deadline"
_AND = re.compile(r"^\W*(?:and|or|what about|how about|but)\b", re.IGNORECASE)
SHORT = 14
"""Words beyond which a message says for itself what it is about."""


def filed_later(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return the question what a later day of filing means, by whether it is in time, or None."""
    before = context.memory.question
    tried = context.memory.topic == LATE or (before is not None and ", filed " in before.message)
    again = tried and _AND.match(question.message)
    if len(question.message.split()) > SHORT or not (again or _FILE.search(question.message)):
        return None
    if kind_said(question.message) not in {"", "filed"}:
        return None
    wage = context.memory.pay_plan.startswith("W")
    decided = context.memory.topic == DECIDED[0][2]
    received = None if decided else day_of("agency", context)
    if received is not None:
        return _onward(question, received, context)
    for event, in_time, topic in DECIDED if decided else WAGE if wage else EVENTS:
        since = day_of(event, context)
        if since is None:
            continue
        called = "effective " if event == "lowering" else ""
        told = f"({called}{in_words(since)})"
        asked = replace(read(f"{in_time} {told}"), pay_plan=context.memory.pay_plan)
        last = _last(event, asked, context)
        day = _day(question, since, context)
        if day is not None and day > since:
            done = f"{told[:-1]}, filed {in_words(day)})"
            asked = replace(read(f"{in_time} {done}"), pay_plan=context.memory.pay_plan)
        past = last is not None and last < context.today and _SOON.search(question.message)
        if last is None or (day is None and not (past or _LATER.search(question.message))):
            return None
        if decided:
            return asked, topic
        if day is None or day > last:
            late = read(f"I missed the time limit, what can I do? {told}")
            return replace(late, pay_plan=context.memory.pay_plan), LATE
        return asked, topic
    return None


def _onward(question: Question, received: date, context: Context) -> tuple[Question, str] | None:
    """Return the question whether the appeal to OPM comes in time after the agency's decision."""
    last = second_ends(asked_of(received, context)[0], context)
    day = _day(question, received, context)
    if last is None or (day is None and not _LATER.search(question.message)):
        return None
    if day is not None and day <= received:
        return None
    return asked_of(received, context, filed=day or last + timedelta(days=1))


def _last(event: str, asked: Question, context: Context) -> date | None:
    """Return the last day to file after an event, by the core."""
    if event == "decision":
        found = last_days("reconsideration", asked, context, "opm_decision", "issued")
    else:
        found = first_filing_ends(asked, context)
    return None if found is None else found[1]


def _day(question: Question, since: date, context: Context) -> date | None:
    """Return the first day on which filing is spoken of; None when no day or month is named."""
    named = named_days(question.message, context.today)
    if named:
        return named[0][2]
    month = _MONTH.search(question.message)
    if month is None:
        return None
    number = _MONTHS.index(month["month"][:3].lower()) + 1
    year = int(month["year"]) if month["year"] else since.year
    first = date(year, number, 1)
    # A month that lies before the event is the one after it.
    return first if month["year"] or first >= since.replace(day=1) else date(year + 1, number, 1)
