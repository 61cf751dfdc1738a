"""Frames of a sentence that closes in the decision's own act, or sets the work against a level.

"We reverse the agency and assign Level 3-4": what is told, granted or taken back before the last
act decides nothing. "The work falls between Levels 1-6 and 1-7" refuses the higher one.
"""

from __future__ import annotations

import re
from typing import Final

from index.decisions.stance.building.conditions import POINTS
from index.decisions.stance.building.judging import Frame, acts_against, always, frame, sign
from index.decisions.stance.rules import telling
from index.decisions.stance.signs import LEVEL
from index.language import late

_LY: Final = r"(?:(?:therefore|thus|accordingly|hence|instead|only|\w+ly) )*"
_DENIAL: Final = (
    r"(?:not|no|nor|never|cannot|neither|nothing|without|hardly|refus\w+|declin\w+|unable)"
)
_DENIED: Final = late.pattern(rf"\b{_DENIAL}\b|n't\b", re.IGNORECASE)
_DISAGREES: Final = late.pattern(r"\b(?:do|did) not (?:agree|concur)\b", re.IGNORECASE)
_CROSSED: Final = late.pattern(
    r"\b(?:not?|nor|never|cannot|nothing|less|lower|below|short|beyond|above|more|higher|other"
    r"|contrary|against|den(?:y|ial|ies|ied)|refus\w+|withh[eo]ld\w*|only|gap|gulf|distance"
    r"|shortfall|lack|absence|difference|bar|exceeds?|past)\b",
    re.IGNORECASE,
)
"""Words that a denial before them may be about instead of the level."""
_SUPPOSES: Final = late.pattern(
    r"^(?:[^,;]{0,30}, )?(?:even )?(?:if|whether|were|had|should|unless|when|where|until|once"
    r"|before|to)\b",
    re.IGNORECASE,
)
_OWN_ACT: Final = (
    r"(?:(?:credit|assign|award|grant|allow|restore|reinstate|evaluate|rate|place)"
    r"|(?P<refuses>deny|refuse|withhold|reject|disallow|withdraw|remove))"
)
_AWAY: Final = (
    r"(?:that|whether|than|more|less|higher|lower|beyond|any|anything|little"
    rf"|{_DENIAL})"
)
"""Words by which an act is on something else than the level it ends in."""
_BELIEF: Final = (
    r"(?:belief|claim|contention|argument|assertion|view|opinion|feeling|statement|suggestion"
    r"|conviction|position)"
)


def _supposed(match: re.Match[str]) -> bool:
    return _SUPPOSES.match(match.string) is not None


def _told(match: re.Match[str]) -> bool:
    return telling.CLAIM.search(match.string) is not None


def _alone(match: re.Match[str]) -> bool:
    return len({one.split()[-1] for one in re.findall(LEVEL, match.string, re.IGNORECASE)}) == 1


def _our_act(match: re.Match[str]) -> bool | None:
    """Return what we do last; nothing where a denial before it may reach to it."""
    first = _DISAGREES.sub("", match["first"] or "")
    if _SUPPOSES.match(match["clause"]) or _DENIED.search(first):
        return None
    return (match["not"] is None) == (match["refuses"] is None)


def _moved(match: re.Match[str]) -> bool | None:
    """Return that the level moved to is met; the one it is put for is told, not found."""
    told = _supposed(match) or _told(match)
    return None if told or match["not"] or match["old"] else True


def _unless_denied(match: re.Match[str]) -> bool | None:
    return None if _supposed(match) or _told(match) else match["not"] is None


def _between(match: re.Match[str]) -> bool | None:
    told = telling.AGENCY.search(match.string[: match.start()])
    return None if told or _supposed(match) or _told(match) else False


def _nothing(match: re.Match[str]) -> bool | None:
    crossed = _CROSSED.search(match["what"]) or _DENIED.search(match.string[: match.start()])
    return None if crossed else False


def _no_sign(match: re.Match[str]) -> bool | None:
    return None if _CROSSED.search(match["what"]) or not _alone(match) else False


def _undiminished(match: re.Match[str]) -> bool | None:
    return None if _CROSSED.search(match["what"]) or not _alone(match) else True


def _shared(match: re.Match[str]) -> bool:
    return match["not"] is None


def _belief(match: re.Match[str]) -> bool | None:
    """Return the contrary of a belief that the facts refute, and one that they bear out."""
    said = sign(match["said"])
    if said is None:
        denied = _CROSSED.search(match["said"]) or acts_against(match["said"])
        said = None if denied else True
    return None if said is None else said == (match["wrong"] is None)


FRAMES: Final[tuple[Frame, ...]] = (
    frame(
        "our own act closes the sentence",
        "We reverse the agency and evaluate the lamps at Level 3-4.",
        _our_act,
        r"(?:^|[;:,] |\b(?:and|so) )(?P<clause>(?:(?:and|but|so|yet|therefore|thus|accordingly"
        rf"|hence|if|whether|when|where|were|had),? )*we (?P<first>(?:(?!{LEVEL}|\bwe\b)[^;,])"
        rf"{{1,60}}? and )?{_LY}(?P<not>(?:do|can|could|did) ?not |cannot |decline to |are unable"
        rf" to )?{_OWN_ACT}(?: (?!{LEVEL}|{_AWAY}\b)[^;, ]+){{0,9}}? (?:at |with"
        rf" )?{LEVEL}{POINTS})(?=(?:, (?:one|two|three|the next) (?:levels?|steps?) (?:below"
        r"|lower|above|higher)\b[^;]*)?[ .]*$)",
    ),
    frame(
        "left without credit",
        "The lamps are few, and Level 3-5 goes uncredited.",
        always(met=False),
        rf"{LEVEL}(?: (?:goes|remains|is left|stays|stands))? un(?:credited|awarded|assigned"
        rf"|granted|earned|met)\b",
    ),
    frame(
        "moved to the level",
        "The agency evaluated the lamps at Level 5-3, but they should be reduced to Level 5-2.",
        _moved,
        r"\b(?:(?:should|must) be|(?:is|are) (?:hereby |therefore |accordingly )?|we "
        rf"(?:must |have to |have )?(?:{_LY}))(?P<not> ?not )? ?(?:reduced?|lower(?:ed)?|raised?"
        rf"|changed?|correct(?:ed)?"
        rf"|adjust(?:ed)?|increased?|substituted?|amended?|restored?|returned?|modif(?:y|ied)"
        rf"|revised?)\b(?:(?!{LEVEL}"
        rf"|\bby\b)[^;,])*"
        rf"(?: from {LEVEL})? (?:to (?:read )?|with )?{LEVEL}{POINTS}(?: for (?:the )?(?:agency's"
        rf" )?"
        rf"(?P<old>{LEVEL}))?[ .]*$",
    ),
    frame(
        "and it is evaluated at the level",
        "The lamps are of two kinds; they are therefore evaluated at Level 1-6.",
        _unless_denied,
        r"[;:,] (?:and |so )?(?:it|they|the (?:position|factor|work)|this (?:position|factor|work))"
        rf" (?:is|are|must be) {_LY}(?P<not>not )?{_LY}(?:credited|evaluated|rated|graded|placed"
        rf"|scored) (?:at|with|under) {LEVEL}{POINTS}[ .]*$",
    ),
    frame(
        "between two levels",
        "The wicks fall between Level 1-6 and Level 1-7.",
        _between,
        r"\b(?:falls?|lies?|is|are|stands?|sits?|fits?) (?:somewhere |\w+ly )?(?:in )?between"
        rf" (?:those |what is described |what is found )?(?:at |of )?{LEVEL} and {LEVEL}",
    ),
    frame(
        "nothing in the work asks for the level",
        "Nothing in the rounds calls for the persuasion on which Level 7-3 rests.",
        _nothing,
        r"\bnothing (?:in|about|of) (?:(?! that )[^;,]){2,60}? (?:calls? for|requires?"
        r"|involves?|reach(?:es)?|approach(?:es)?|supports?|warrants?|amounts? to|presents?"
        r"|demands?|corresponds? to|matches|resembles|rises? to|comes? (?:near|close|up) to)"
        rf"(?P<what> [^;,]{{0,80}}?){LEVEL}",
    ),
    frame(
        "no sign of what the level needs",
        "There is no indication in the log, or in the oil, of the light needed for Level 5-4.",
        _no_sign,
        r"^(?:\w+, )?(?:there (?:is|was|are|were)|we (?:see|saw|find|found)|the (?:record|files?"
        r"|evidence) (?:contains?|shows?|offers?|holds?|gives?|discloses?|reveals?|reflects?"
        r"|documents?|includes?|presents?|provides?|identifies|yields?|has)) (?:no|little|scant)"
        r" (?:\w+ )?"
        r"(?:indications?|evidence|signs?|traces?|showing|proof|suggestion|hint|examples?"
        rf"|instances?)\b(?P<what>(?:, and [^,;]{{0,40}} none,)?[^;]*?){LEVEL}",
    ),
    frame(
        "what is earned is not diminished",
        "Checks by the harbor master in no way diminish the freedom that earned Level 2-4.",
        _undiminished,
        r"\b(?:in no way|(?:does|do|did) ?not|cannot|hardly|scarcely) (?:\w+ly )?(?:diminish"
        r"|detract from|lessen|undermine|weaken|negate|compromise|dilute|impair|take away from)"
        rf"\w*(?P<what> [^;,]{{0,70}}?){LEVEL}",
    ),
    frame(
        "it is what the level is about",
        "Planning the rounds with the harbor is what Level 7-2 is about.",
        _unless_denied,
        r"\b(?:is|are) (?P<not>not |hardly |scarcely |far from )?(?:\w+ly )?what (?:the )?"
        rf"{LEVEL} (?:is about|means|has in mind|calls for|contemplates|envisions|speaks of"
        r"|describes|requires|asks for|intends|recognizes|credits)\b",
    ),
    frame(
        "it stops where the level begins",
        "The keeper's freedom stops where Level 2-4 begins.",
        always(met=False),
        r"\b(?:stops?|ends?|ceases?|leaves? off)(?: \w+ly)? (?:just )?(?:where|before) (?:the )?"
        rf"{LEVEL} (?:begins|starts|sets in)\b",
    ),
    frame(
        "only a part of what the level asks for",
        "Only one of the two conditions for Level 3-3 is present.",
        always(met=False),
        r"(?<!not )\bonly (?:the (?:first|second|third|last)|one|two|three|some|part|half|a few)\b"
        r"[^;,]{0,30}? (?:conditions?|criteria|elements?|requirements?|tests?|aspects?|features?)"
        rf" (?:for|of|at|in|under) {LEVEL}",
    ),
    frame(
        "an evaluation we agree with",
        "The agency found Level 6-2, with which all parties and we are content.",
        _shared,
        rf"{LEVEL}{POINTS}, (?:an? \w+ )?with which (?:[\w ]{{0,30}} and )?we (?:\w+ly )?(?P<not>do"
        r" not |cannot |dis)?(?:agree|concur|are (?:\w+ )?(?:content|satisfied|in accord))\b",
    ),
    frame(
        "a belief the facts refute, or bear out",
        "Her belief that she works at Level 2-4 is at odds with the log.",
        _belief,
        rf"\b{_BELIEF} that (?P<said>[^;,]*{LEVEL}[^;,]*?) (?:is|are|was|finds|has|cannot be|runs"
        r"|flies|conflicts?) (?:\w+ly )?(?:(?P<wrong>at odds with|contradicted|belied|refuted"
        r"|rebutted|disproved|inconsistent with|contrary to|in conflict with|irreconcilable"
        r"|no support|squared|reconciled|accepted|counter to|in the face of|with)"
        r"|borne out|confirmed|supported|well founded)\b",
    ),
    frame(
        "another level only in part",
        "As a whole the beam is that of Level 5-3, even if some nights read like Level 5-4.",
        always(met=False),
        rf"{LEVEL}[^;]*, (?:even (?:if|though)|although|though|while) (?:(?:some|one|two|three|a"
        r" few|certain|parts?|portions?|occasional|isolated|individual)\b)"
        rf"(?:(?!\b{_DENIAL}\b)[^;,])*{LEVEL}[^;,]*$",
    ),
    frame(
        "the level fits the work",
        "We side with the keeper in part: Level 5-4 fits the work (225 points).",
        _unless_denied,
        rf"(?:^|[:;] ){LEVEL} (?P<not>(?:does|do) not )?(?:\w+ly )?(?:fits?|matche?s?|suits?"
        r"|describes?|covers?) (?:the|this|his|her|their|these) (?:appellant's )?(?:work|position"
        rf"|duties|assignments|contacts|guidelines){POINTS}[ .]*$",
    ),
)
