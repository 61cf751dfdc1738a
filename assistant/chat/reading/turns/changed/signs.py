"""Which of the levels a message names are won and which are lost: "if I get 2-5 but lose 8-2".

A level that is lost is no level to be tried. Each part of a message has one sign, told by its verb:
the one before the level, else the one after it, else that of the part before ("refuse 3-4 and
5-4"). A level behind "to" is where the one before it goes: "cut 4-4 to 4-3".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.chat.reading.exact import read
from index.language.late import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

_PART = pattern(
    r"\s*[,;:.?!]+(?:\s+(?P<then>but|and|plus))?(?=\s|$)|"
    r"\s+(?P<tie>and|but|while|yet|although|though|plus|or|nor)(?=\s)|"
    r"\s+(?=(?:without|minus|except|excluding|instead of|rather than|in place of|not)\b)",
    re.IGNORECASE,
)
_OUT = pattern(
    r"^\W*(?:without|minus|except|excluding|instead of|rather than|in place of|not)\b",
    re.IGNORECASE,
)
"""What leaves out what is named behind it, and says nothing of what stands before."""
_SWAP = pattern(
    r"\b(?:swap|exchange|replace|trade|switch|change)\w*\b.*\b(?:for|with|by|to|into)\b",
    re.IGNORECASE,
)
_LEVEL = pattern(r"(?<![\w-])(?:level\s+)?[1-9][ab]?-(?:\d[a-c]?|[a-d])(?![\w-])", re.IGNORECASE)
_ALL = pattern(
    r"\b(?:both|everything|neither|either|(?<!to )none|(?<!to )nothing|all(?! but\b)|"
    r"(?:the|my|those|these) (?:two|three|four|five|rest|others?))\b(?! (?:level )?[1-9][ab]?-)"
    r"(?: (?:of (?:it|them|those)|i (?:seek|ask for|want|claim)|that i (?:seek|ask for)))?",
    re.IGNORECASE,
)
"""All that is sought, in a word."""
_NOTHING = pattern(r"\b(?:neither|none|nothing)\b", re.IGNORECASE)
_THEY = r"(?:they|opm|hr|he|she|the (?:agency|classifier|specialist|board|examiner))"
_LOST = pattern(
    r"\b(?:los(?:e|es|ing|t)|refus\w+|reject\w*|den(?:y|ies|ied|ying|ial)|turn(?:s|ed|ing)? down|"
    r"strik\w+|struck|knock\w*|cuts?|cutting|drop\w*|remov\w+|delet\w+|downgrad\w+|"
    r"lower(?:s|ed|ing)?|reduc\w+|without|w/o|minus|except|excluding|fail\w*|disallow\w*|disagree\w*|ditch\w*|"
    r"scrap\w*|forget|undo|fall(?:s|ing)?|fell|withdr\w+|goes? away|gone|give up|giv(?:es|ing) up|"
    r"gave up|no longer|not|no|never|neither|none|nothing|instead of|rather than|in place of|"
    r"(?:is|are|was|were|wo|do|does|did|ca|could|would)n'?t)\b"
    r"|\b(?:take|takes|taking|took|taken|tak)\b.{0,24}\b(?:away|off|back|out|from)\b"
    rf"|\b{_THEY} (?:also |then |only |just |even |would |will |could |might )*(?:takes?|took)\b",
    re.IGNORECASE,
)
_TAKEN = pattern(r"^\W*(?:also |then |even )?(?:take|takes|took|taking)\b", re.IGNORECASE)
_THEIRS = pattern(rf"\b{_THEY}\b", re.IGNORECASE)
_WON = pattern(
    r"\b(?:gets?|got|getting|wins?|won|winning|giv(?:e|es|en|ing)|gave|grant\w*|credit\w*|accept\w*|"
    r"allow\w*|agree\w*|award\w*|keeps?|kept|adds?|adding|plus|with|go(?:es)? through|makes? it|"
    r"holds?|stands?|only|just|put|back in|succeed\w*|am at|meets?|met|in)\b",
    re.IGNORECASE,
)
_TO = pattern(
    r"\b(?:to|at|as|became|becomes|into)\s+(?:only\s+|just\s+|an?\s+|the\s+|level\s+)*$",
    re.IGNORECASE,
)
_GOES = pattern(
    r"\b(?:cuts?|drop\w*|lower\w*|reduc\w+|falls?|fell|goes|went|go|mov\w+|knock\w*|down\w*|put|from)\b",
    re.IGNORECASE,
)

_NO_SIGN = pattern(
    r"\bif not\b|\bwhy not\b|\bnot only\b|\bno,|\bor not\b|\bnot (?:yet )?counting\b", re.IGNORECASE
)


@dataclass(slots=True)
class Signs:
    """The levels won and lost, each as named, and whether all that is sought is."""

    won: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    all_won: bool = False
    all_lost: bool = False

    def __bool__(self) -> bool:
        return bool(self.lost or self.all_lost)


def signs(text: str) -> Signs:
    """Return which levels a message takes for won and which for lost."""
    named = read(text).levels
    if _SWAP.search(text) and len(named) == 2:
        return Signs(won=[named[1]], lost=[named[0]])
    found, carried, waiting, by_them = Signs(), "", list[_Told](), False
    whole = False
    for part, but in _parts(_shielded(text)):
        by_them = by_them or bool(_THEIRS.search(part))
        told = _Told(part, [m.span() for m in _LEVEL.finditer(part)], _ALL.search(part))
        if not told.spans and told.everything is None:
            # A verb by itself ("they refuse, and so ...") says nothing of a level.
            continue
        sign = _sign(told, by_them=by_them)
        out = _OUT.search(part) or (but and whole and not sign)
        if waiting and out:
            carried, waiting = "won", _taken(found, waiting, "won")
        if but and not sign:
            # "All but 9-2", and "not 2-5 but 2-4".
            sign = "lost" if whole else "won"
        whole = told.everything is not None
        carried = sign or carried
        waiting.append(told)
        if carried:
            waiting = _taken(found, waiting, carried)
    return found


def _parts(text: str) -> list[tuple[str, bool]]:
    """Return the parts of a text, each with whether a "but" sets it against the one before."""
    parts, at, but = [], 0, False
    for found in _PART.finditer(text):
        parts.append((text[at : found.start()], but))
        but = (found["then"] or found["tie"] or "").lower() == "but"
        at = found.end()
    return [*parts, (text[at:], but)]


@dataclass(frozen=True, slots=True)
class _Told:
    part: str
    spans: list[tuple[int, int]]
    everything: re.Match[str] | None


def _taken(found: Signs, told: list[_Told], sign: str) -> list[_Told]:
    """Take down what parts name under one sign; none waits then."""
    for one in told:
        for start, end in one.spans:
            before = one.part[:start]
            moved = _TO.search(before) is not None and _GOES.search(before) is not None
            levels = list(read(one.part[start:end]).levels)
            (found.lost if sign == "lost" and not moved else found.won).extend(levels)
        if one.everything is not None:
            found.all_lost |= sign == "lost"
            found.all_won |= sign == "won"
    return []


def _sign(told: _Told, *, by_them: bool) -> str:
    if told.everything is not None and _NOTHING.search(told.everything.group()):
        return "lost"
    spans = [*told.spans, *([told.everything.span()] if told.everything is not None else [])]
    before = told.part[: min(start for start, _ in spans)]
    after = told.part[max(end for _, end in spans) :]
    for text in (before, after):
        if _LOST.search(text) or (by_them and _TAKEN.search(text)):
            return "lost"
        if _WON.search(text):
            return "won"
    return ""


def _shielded(text: str) -> str:
    """Return a text in which what only looks like a sign is none: "if not, what about 2-5"."""
    return _NO_SIGN.sub(" ", text)


def left_with(
    told: Signs,
    now: Mapping[str, str],
    sought: Mapping[str, str],
    trial: tuple[str, ...],
    below: Callable[[str], str],
) -> tuple[str, ...]:
    """Return the levels to be tried in the place of those credited.

    Args:
        told: What is won and lost.
        now: The levels credited, by factor.
        sought: The levels sought, by factor.
        trial: The levels on trial, on which the message builds.
        below: Returns the level one step below another; the level itself where there is none.
    """
    tried = {_factor(level): level for level in trial}
    if told.all_lost:
        tried = {f: level for f, level in tried.items() if sought.get(f) != level}
    if told.all_won:
        lost = {*told.lost}
        tried |= {f: lv for f, lv in sought.items() if now.get(f) != lv and lv not in lost}
    won = {_factor(level): level for level in told.won}
    for level in told.lost:
        factor = _factor(level)
        stands = now.get(factor, "")
        if tried.get(factor) == level and stands != level:
            del tried[factor]
        elif factor in won or level == sought.get(factor) != stands:
            continue
        elif stands and _rung(level) <= _rung(stands):
            tried[factor] = below(level)
    return tuple({**tried, **won}.values())


def replaced(
    told: Signs,
    levels: Mapping[str, str],
    stood: Iterable[Sequence[str]],
    below: Callable[[str], str],
) -> dict[str, str]:
    """Return what takes the places of levels added up that are taken away, and those given.

    A level that was put in goes back to the one before it; one that stood from the first falls a
    step.

    Args:
        told: What is won and lost.
        levels: The levels added up, by factor.
        stood: The rows added up before, the latest first.
        below: Returns the level one step below another; empty where there is none.
    """
    rows, changed = [tuple(row) for row in stood], {}
    for level in told.lost:
        factor = _factor(level)
        if levels.get(factor) == level:
            others = (one for row in rows for one in row if _factor(one) == factor)
            changed[factor] = next((one for one in others if one != level), "") or below(level)
    changed |= {_factor(level): level for level in told.won if _factor(level) in levels}
    return {factor: level for factor, level in changed.items() if level}


def _factor(level: str) -> str:
    return level.rpartition("-")[0]


def _rung(level: str) -> tuple[int, str]:
    mark = level.rpartition("-")[2]
    return (int(mark), "") if mark.isdecimal() else (0, mark)
