"""A grade supposed of OPM, the one lost or above it: "and if they find it's really a 13?".

Only the grade held before a downgrade comes back for the past, so a grade above it counts from two
days; which grades the downgrade led from and to was told before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.procedure.story import story
from assistant.chat.reading.exact import read
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question

TOPIC, PAY = "downgrade-effective", "back-pay"
MOST = 14
"""Words beyond which a message says more than a grade supposed."""
_SUPPOSED = pattern(
    r"\b(?:if|suppos\w+|say|imagine|assum\w+|might|could|may|then what|what about)\b", re.IGNORECASE
)
_FOUND = pattern(
    r"\b(?:opm|they|it|the (?:decision|appeal|result|certificate))(?:'s)?\b[^.?!]{0,24}"
    r"\b(?:giv\w+|find\w*|found|sa(?:y|ys|id)|decid\w*|mak\w+|put\w*|end\w*|com\w+|turn\w*|rul\w+|"
    r"rais\w+|is|be|was|should|really|even|actually)\b|\bit's\b",
    re.IGNORECASE,
)
_OWN = pattern(r"\b(?:should i|i (?:ask|apply|request|get promoted|transfer)|retention|offer)\b")


def found_above(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return from when a grade supposed, the former one or above it, counts; or None."""
    text = question.message.lower()
    if len(question.grades) != 1 or question.levels or len(text.split()) > MOST:
        return None
    if not (_SUPPOSED.search(text) and _FOUND.search(text)) or _OWN.search(text):
        return None
    told, found = story(read("Do I keep my grade?"), context, before=True), question.grades[0]
    if told.old is None or told.new is None or not told.new < told.old <= found:
        return None
    if found == told.old:
        return read("If I win the appeal against the downgrade is the lost pay paid back?"), PAY
    made = read(
        f"My grade was lowered from GS-{told.old} to GS-{told.new} and OPM decides "
        f"GS-{found}: from when does each count, back to the day?"
    )
    return made, TOPIC
