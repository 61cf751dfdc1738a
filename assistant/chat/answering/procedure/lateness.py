"""Whether a time limit has passed, said first when that is what is asked.

"Is it too late?" asks for yes or no. Which limit is meant is settled before; here stands only what
the core's last day means for the asker.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.procedure.days import days_after, told_days
from assistant.chat.reading.turns.limits.beside import days_beside, limits_in
from assistant.text import in_words
from index.language.late import pattern

if TYPE_CHECKING:
    from datetime import date

    from assistant.chat.model import Context, Question

_LATE = pattern(
    r"\b(?:too late|(?:am|is|are|was|were|i'm|it's) (?:i|it|we|that|she|he|they)? ?(?:still )?"
    r"(?:late|in time|on time)|still (?:in time|open|(?:have )?time)|miss(?:ed)?|"
    r"(?:be|was) in time|out of time|time(?:'s| is) up|deadline (?:passed|gone|over)|"
    r"past the deadline|"
    r"(?:can|may|could) i still)\b",
    re.IGNORECASE,
)


def asks_if_late(question: Question) -> bool:
    """Tell whether a message asks if a time limit has passed."""
    return bool(_LATE.search(question.message))


def calendar(question: Question) -> str:
    """Say that calendar days are meant, where working days are asked of; else nothing."""
    asked = question.has("work day", "workday", "working day", "business day", "weekday")
    return "**Calendar days, not working days.** " if asked else ""


def passed(last: tuple[date, date], today: date, *, still: bool) -> str:
    """Say whether a limit has passed: what is asked first.

    Args:
        last: The earliest and the latest day that can be the last one.
        today: The day of asking.
        still: Whether it is asked if there is time, and not if it is too late.
    """
    if last[1] < today:
        return f"**{'No, no longer' if still else 'Yes, too late'}.** "
    if last[0] >= today:
        return f"**{'Yes, there still is time' if still else 'No, not too late yet'}.** "
    return "**It may be: that depends on the exact day.** "


def in_time(last: tuple[date, date], question: Question, context: Context) -> str:
    """Say whether what was done on a day that the question names came in time; empty: no such day.

    Args:
        last: The earliest and the latest day that can be the last one.
        question: What is asked, with the day of doing beside the event's.
        context: Today's day.
    """
    text = question.around or question.message
    named = days_beside(text, context.today)
    learned = [d.day for d in named if d.word == "learned"]
    told = (d.day for d in told_days(text, context.today) if d.of == "done")
    done = next((day for day in told if day not in learned), None)
    done = done or next((d.day for d in named if d.word == "filed"), None)
    called = [d.day for d in named if d.word == "limit"]
    held = [d.day for d in named if d.word == "filed"] + called
    held += [d.day for d in limits_in(named, context.memory.limits)]
    if last[0] == last[1] and any((d.month, d.day) == (last[1].month, last[1].day) for d in held):
        return f"**Yes, {in_words(last[1])} is the last day.** "
    if called and last[0] == last[1]:
        return f"**No, not {in_words(called[0])}: the last day is {in_words(last[1])}.** "
    if done is None or (last[0] < done <= last[1]):
        return ""
    return _in_time(done > last[1], question, f"the last day is {in_words(last[1])}")


def in_days(limit: int, question: Question) -> str:
    """Say whether what was done some days after the event came in time; empty when not told."""
    after = days_after(question.around or question.message)
    if after is None:
        return ""
    return _in_time(after > limit, question, f"{after} days against the {limit} allowed")


def _in_time(late: bool, question: Question, why: str) -> str:
    asks_late = question.has("late", "too late", "missed", "expired", "over")
    if late:
        return f"**{'Yes' if asks_late else 'No'}, too late: {why}.** "
    return f"**{'No, not late' if asks_late else 'Yes, in time'}: {why}.** "
