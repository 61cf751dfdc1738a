"""A later day to file, said after a downgrade: "what if I file in May instead?", "and next month?".

Whether such a day is in time the core counts from the day the grade was lowered.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from assistant.chat.answering.procedure import first_filing_ends
from assistant.chat.reading.dates import named_days
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.told import day_of, kind_said

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question

_FILE = re.compile(
    r"\b(?:i|we) (?:only |just |still |don't |do not )?(?:can |could |would |will )?(?:only )?"
    r"(?:file|appeal|apply|send|submit|mail|wait|write|do|go)\w*\b|\bif (?:it|that) is filed\b",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\b(?:in|until|till|before|by|by the end of|at the end of) "
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|"
    r"dec(?:ember)?)\b(?:,? (?P<year>20\d\d))?",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:later|late|too late|next (?:month|year)|after (?:that|then|the (?:date|deadline))|"
    r"(?:a|one|two|three|several|few|couple of) (?:months?|years?) (?:later|from now))\b",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SHORT = 14
"""Words beyond which a message says for itself what it is about."""


def filed_later(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return the question what a later day of filing means, by whether it is in time, or None."""
    if len(question.message.split()) > SHORT or not _FILE.search(question.message):
        return None
    if kind_said(question.message) not in {"", "filed"}:
        return None
    lowered = day_of("lowering", context)
    if lowered is None:
        return None
    told = f"({lowered:%B} {lowered.day}, {lowered.year})"
    in_time = read(f"How long do I have after my grade was lowered? {told}")
    last = first_filing_ends(in_time, context)
    day = _day(question, lowered, context)
    if last is None or (day is None and not _LATER.search(question.message)):
        return None
    if day is None or day > last[1]:
        return read(f"I missed the time limit, what can I do? {told}"), "missed-deadline"
    return in_time, "deadline-after-lowering"


def _day(question: Question, lowered: date, context: Context) -> date | None:
    """Return the first day on which filing is spoken of; None when no day or month is named."""
    named = named_days(question.message, context.today)
    if named:
        return named[0][2]
    month = _MONTH.search(question.message)
    if month is None:
        return None
    number = _MONTHS.index(month["month"][:3].lower()) + 1
    year = int(month["year"]) if month["year"] else lowered.year
    first = date(year, number, 1)
    # A month that lies before the downgrade is the one after it.
    return first if month["year"] or first >= lowered.replace(day=1) else date(year + 1, number, 1)
