"""What a decision finds after it has told what an agency or an appellant holds."""

from __future__ import annotations

import re
from typing import Final

from index.decisions.stance.building.judging import PARTY
from index.decisions.stance.rules import telling
from index.decisions.stance.signs import LEVEL
from index.language import late

_TURN: Final = late.pattern(
    r"(?:[,;] |\s)(?:but|however|yet|nevertheless|nonetheless),? ", re.IGNORECASE
)
_OWN_END: Final = late.pattern(
    r"(?:[;,] (?:and |so |but |therefore )?|\band )(?=we (?:\w+ly |therefore )?(?:credit|assign"
    rf"|award|grant|allow|restore|evaluate|rate|find)\b(?:(?!{LEVEL})[^;,])*{LEVEL}[^;,]*$)",
    re.IGNORECASE,
)
"""Where our own act begins that closes a sentence, whoever's act opens it."""
_TOLD_FIRST: Final = late.pattern(
    rf"(?:although|though|while|whereas|even though) {PARTY} [^,;]*{LEVEL}[^,;]*, ",
    re.IGNORECASE,
)
_GRANTED_FIRST: Final = late.pattern(
    rf"(?:although|though|while|whereas|even though) {PARTY} (?:(?!{LEVEL})[^,;])*, "
    rf"(?!{PARTY}\b)",
    re.IGNORECASE,
)
"""What a party did, told before a finding on a level that it did not name."""
_DECIDES: Final = late.pattern(
    r"(?:based on [^,]*, )?(?:we|our|this|these"
    r"|the (?:record|evidence|facts?|work|position|duties|assignments|purpose|scope|effect|contacts"
    r"|guidelines)|(?:the|his|her|your|their)"
    r" \w+ (?:she|he|you|they|is|are|does|do|call)|s?he|you)\b",
    re.IGNORECASE,
)


def found_after_telling(sentence: str) -> str | None:
    """Return the finding that follows what an agency or an appellant is told to have held.

    "The agency credited Level 4-3, but the record supports Level 4-4": what comes after the turn
    is the decision's own, where it names its own level and who finds it.
    """
    turn = _TOLD_FIRST.match(sentence) or _OWN_END.search(sentence) or _TURN.search(sentence)
    if turn is None:
        granted = _GRANTED_FIRST.match(sentence)
        rest = sentence[granted.end() :] if granted else ""
        return rest if re.search(LEVEL, rest) and telling.CLAIM.search(rest) is None else None
    rest = sentence[turn.end() :]
    return rest if _DECIDES.match(rest) and re.search(LEVEL, rest, re.IGNORECASE) else None
