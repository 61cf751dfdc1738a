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
    r"holds?|stands?|stays?|remains?|only|just|put|back in|succeed\w*|am at|meets?|met|in)\b",
    re.IGNORECASE,
)
_TO = pattern(
    r"\b(?:to|at|as|became|becomes|into)\s+(?:only\s+|just\s+|an?\s+|the\s+|level\s+)*$",
    re.IGNORECASE,
)
_GOES = pattern(
    r"\b(?:cuts?|drop\w*|lower\w*|reduc\w*|falls?|fell|goes|went|go|mov\w*|knock\w*|down\w*|put|"
    r"from|los[et])\b",
    re.IGNORECASE,
)

_SWAP_WORD = pattern(
    r"\b(?:swap|exchange|replace|trade|switch|change)\w*\b|\b(?:take|takes|took|taken|taking)\b",
    re.IGNORECASE,
)
_HOW_MUCH = pattern(r"\bhow (?:many|much|far)(?: points?)?\b", re.IGNORECASE)
_SUPPOSES_ONLY = frozenset(
    word
    for line in (
        "a an the my your our their his her that this those these it its them me us i we you",
        "they he she opm hr agency classifier specialist board examiner someone if when",
        "whenever suppose supposing assume assuming assumed say says said imagine pretend",
        "worst best case what whats what's about happens happen would could can might will",
        "and or but so then now ok okay also too as well again still stay stays remain",
        "remains become be am is are was were been do does did to from for at on of off out",
        "back away down up by instead there here please level levels factor factors grade",
        "grades gs point points total score one two three four five both all everything else",
        "same rest other others only just even really actually than leave leaves left come",
        "comes make makes made go goes stand stands land where which anymore any more put",
        "bring brings raise bump top together combined let try file mean cost costs save s t",
        "let's lets first far i'd i'm we're they'd decide decides finding find finds found",
        "hold seek sought ask asked claim claimed want",
    )
    for word in line.split()
)
"""Words that say nothing of levels but that they are supposed."""
_NO_SIGN = pattern(
    r"\bif not\b|\bwhy not\b|\bnot only\b|\bno,|\bor not\b|\bnot (?:yet )?counting\b|"
    r"\b(?:nothing|none|no more) (?:but|else|except|besides|beyond|other than|more than)\b",
    re.IGNORECASE,
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
        told = _told_in(part, by_them=by_them)
        for place, one in enumerate(told):
            sign, after_but = one.sign, but and place == 0
            out = _OUT.search(part) or (after_but and whole and not sign)
            if waiting and out:
                carried, waiting = "won", _taken(found, waiting, "won")
            if after_but and not sign:
                # "All but 9-2", and "not 2-5 but 2-4".
                sign = "lost" if whole else "won"
            whole = one.everything
            carried = sign or carried
            waiting.append(one)
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
    """A level, or all that is sought, with what stands before it and the sign of its verb."""

    name: str
    before: str
    sign: str
    everything: bool


def _told_in(part: str, *, by_them: bool) -> list[_Told]:
    """Return what a part names, each with its sign; a verb between two belongs to the first."""
    everything = _ALL.search(part)
    named = [*_LEVEL.finditer(part), *([everything] if everything is not None else [])]
    named.sort(key=lambda one: one.start())
    told, at = [], 0
    for place, one in enumerate(named):
        end = named[place + 1].start() if place + 1 < len(named) else len(part)
        before, after = part[at : one.start()], part[one.end() : end]
        at = one.end()
        sign = _sign(before, by_them=by_them)
        if not sign and (sign := _sign(after, by_them=by_them)):
            at = end
        if one is everything and _NOTHING.search(one.group()):
            sign = "lost"
        told.append(_Told(one.group(), part[: one.start()], sign, one is everything))
    return told


def _taken(found: Signs, told: list[_Told], sign: str) -> list[_Told]:
    """Take down what parts name under one sign; none waits then."""
    for one in told:
        if one.everything:
            found.all_lost |= sign == "lost"
            found.all_won |= sign == "won"
            continue
        moved = _TO.search(one.before) is not None and _GOES.search(one.before) is not None
        (found.lost if sign == "lost" and not moved else found.won).extend(read(one.name).levels)
    return []


def _sign(text: str, *, by_them: bool) -> str:
    if _LOST.search(text) or (by_them and _TAKEN.search(text)):
        return "lost"
    return "won" if _WON.search(text) else ""


def only_supposes(text: str) -> bool:
    """Tell whether a message says nothing beside levels, and that they are won, lost or tried."""
    rest = _LEVEL.sub(" ", text)
    for told in (_ALL, _LOST, _WON, _SWAP_WORD, _HOW_MUCH):
        rest = told.sub(" ", rest)
    return _SUPPOSES_ONLY.issuperset(re.findall(r"[a-z']+", rest.lower()))


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
