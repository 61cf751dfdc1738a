"""Where sentences end, in prose full of abbreviations and citations."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?][\"”’')\]]*(?=\s|$)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|U\.S|U\.S\.C|D\.C|No|Nos|Mr|Mrs|Ms|Dr|St|Jr|Sr|Inc|Co|Corp|"
    r"Ltd|Fed|"
    r"Reg|sec|pp|p|Vol|Ch|Art|Fig|approx|dept|Dept|Gov|Gen|Lt|Col|Sgt|a\.m|p\.m|et al|"
    r"Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)|\b[A-Z]|(?:^|[\s(])(?:\d{1,2}|[a-z]))\.$"
)


def ends(text: str) -> list[int]:
    """Return the offsets just after each sentence of a text, the last one its length.

    A full stop after an abbreviation, an initial or a list number does not end a sentence,
    and neither does one followed by a lower-case word. Lines of their own (table rows, list
    items) end at the line end.
    """
    found: list[int] = []
    for match in _END.finditer(text):
        following = text[match.end() : match.end() + 40].lstrip()
        before = text[max(0, match.start() - 14) : match.start() + 1]
        if text[match.start()] == "." and following:
            if following[0].islower():
                continue
            if (
                _ABBREVIATION.search(before)
                and "\n" not in text[match.end() : match.end() + 2]
            ):
                continue
        found.append(match.end())
    found += [m.start() for m in re.finditer(r"\n", text)]
    if not found or max(found) < len(text):
        found.append(len(text))
    return sorted(set(found))
