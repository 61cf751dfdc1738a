"""How removed words are named to the reader without repeating what was invented."""

from __future__ import annotations

import re

from assistant.guard.numerals import NUMBER_WORD, folded, without_accents
from assistant.guard.plain import plain

BLANK = "…"
_LONGEST = 160
_TEASER_WORDS = 5
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|‘[^‘’]*’(?!\w)|(?<!\w)'[^']+'(?!\w)")
_NUMBER = re.compile(r"\w*\d[\w.,/:%-]*|(?<![A-Za-z])[IVXivx]{2,5}\b")
_UNUSUAL = re.compile(r"\w*[^\W\u0000-\u024f]\w*")
_GRADE_TAIL = re.compile(r"\b(g\W{0,2}s|grade)(?:\b[\W_]{0,3}|(?<=gs))\w+", re.IGNORECASE)


def blanked(text: str) -> str:
    """Return removed words with their figures and quoted words blanked, on one short line."""
    line = _UNUSUAL.sub(BLANK, without_accents(plain(text).text))
    line = _QUOTED.sub(f"“{BLANK}”", line)
    line = NUMBER_WORD.sub(BLANK, _NUMBER.sub(BLANK, line))
    line = _GRADE_TAIL.sub(rf"\1 {BLANK}", line)
    line = re.sub(rf"{BLANK}(?:[\s,.-]*{BLANK})+", BLANK, line)
    if re.search(r"\d", folded(line)):
        # A figure spelled so oddly that only folding brings it out: show none of it.
        return BLANK
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}{BLANK}"


def teaser(words: str) -> str:
    """Return the first words of a quotation that failed: enough to know it by, not to use it."""
    line = blanked(re.sub(r"[“”\"«»‘]", "", plain(words).text)).split()
    shown = line[: min(_TEASER_WORDS, max(1, len(line) // 2))]
    return f"{' '.join(shown)} {BLANK}".strip()
