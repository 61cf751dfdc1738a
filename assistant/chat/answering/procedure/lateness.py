"""Whether a time limit has passed, said first when that is what is asked.

"Is it too late?" asks for yes or no. Which limit is meant is settled before; here stands only what
the core's last day means for the asker.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.language.late import pattern

if TYPE_CHECKING:
    from datetime import date

    from assistant.chat.model import Question

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


def passed(last: tuple[date, date], today: date, late: str) -> str:
    """Say whether a limit has passed: what is asked first.

    Args:
        last: The earliest and the latest day that can be the last one.
        today: The day of asking.
        late: What it means that it has: "Yes, too late".
    """
    if last[1] < today:
        return f"**{late}.** "
    if last[0] >= today:
        return "**No, not too late yet.** "
    return "**It may be: that depends on the exact day.** "
