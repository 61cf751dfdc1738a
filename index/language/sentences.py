"""Where sentences end, in prose full of abbreviations and citations."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?][\"”’')\]]*(?=\s|$)")
_ABBREVIATION = re.compile(
    r"\b(?:e\.g|i\.e|etc|vs|cf|U\.S|U\.S\.C|D\.C|Mr|Mrs|Ms|Dr|St|Jr|Sr|Inc|Co|Corp|Ltd|Fed|Reg|"
    r"sec|pp|Vol|Ch|Art|Fig|approx|dept|Dept|Gov|Gen|Lt|Col|Sgt|a\.m|p\.m|et al|"
    r"Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|[A-Z])\.$"
)
_LIST_NUMBER = re.compile(r"(?:^|\n)\s*\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})\.$")
_NUMBER_SIGN = re.compile(r"\b(?:[Nn]os?|[Pp]|[Ss]ecs?)\.$")
_LOOK_BACK = 14
_LOOK_AHEAD = 40


def ends(text: str) -> list[int]:
    """Return the offsets just after each sentence of a text, the last one its length.

    A full stop after an abbreviation, an initial or a list number does not end a sentence,
    and neither does one followed by a lower-case word. Lines of their own (table rows, list
    items) end at the line end.
    """
    found = {match.end() for match in _END.finditer(text) if _ends_sentence(text, match)}
    found.update(match.start() for match in re.finditer(r"\n", text))
    found.add(len(text))
    return sorted(found)


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    following = text[match.end() : match.end() + _LOOK_AHEAD].lstrip(" ")
    if text[match.start()] != "." or not following or following[0] == "\n":
        return True
    before = text[max(0, match.start() - _LOOK_BACK) : match.start() + 1]
    if match.start() > _LOOK_BACK:
        before = "x" + before
    if following[0].islower() or _ABBREVIATION.search(before) or _LIST_NUMBER.search(before):
        return False
    return not (_NUMBER_SIGN.search(before) and following[0].isdigit())
