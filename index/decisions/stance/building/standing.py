"""Frames that say where a factor stays, and what is no ground for a level or not enough for it.

"The position remains at Level 4-3" credits it; "being alone is not in itself a basis for crediting
that level" refuses the one told before it in the sentence.
"""

from __future__ import annotations

import re
from typing import Final

from index.decisions.stance.building.conditions import POINTS
from index.decisions.stance.building.judging import Frame, always, frame
from index.decisions.stance.rules import telling
from index.decisions.stance.signs import LEVEL
from index.language import late

_DENIED: Final = late.pattern(
    r"\b(?:not?|nor|never|cannot|neither|nothing|without|hardly|scarcely|unless|if|whether|had|were"
    r"|would|could|might|until)\b|n't\b",
    re.IGNORECASE,
)
_UNDONE: Final = late.pattern(
    r"\b(?:den\w+|refus\w+|withh[eo]ld\w*|reduc\w+|lower\w*|chang\w+|disturb\w*|remov\w+|exclud\w+"
    r"|reject\w*|question\w*|short|below|less|limit\w*|revers\w+|alter\w*|disagree\w*|depart\w*)\b",
    re.IGNORECASE,
)
"""What there may be no ground for instead of the level: to refuse it, or to go below it."""
_RATED: Final = (
    r"(?:position|factor|work|evaluation|credit|rating|level|determination|job|score|case|duties)"
)
_LY: Final = r"(?:(?:therefore|thus|accordingly|hence|must|should|will|still|\w+ly) )*"
_NO: Final = r"(?: ?not| no| never| hardly| scarcely| little| insufficient)"
_ITSELF: Final = (
    r"(?:,? ?(?:in itself|by itself|of itself|in and of itself|alone|standing alone),?)?"
)


def _stays(match: re.Match[str]) -> bool | None:
    """Return that what stays at a level is of it; nothing of what is told, supposed or denied."""
    before = match.string[: match.start()]
    told = telling.AGENCY.search(match.string) or telling.CLAIM.search(match.string)
    return None if match["not"] or told or _DENIED.search(before) else True


def _no_ground(match: re.Match[str]) -> bool | None:
    return None if _UNDONE.search(match["what"]) else False


def _unless_denied(match: re.Match[str]) -> bool | None:
    return None if _DENIED.search(match.string[: match.start()]) else match["not"] is None


def _ruled(match: re.Match[str]) -> bool | None:
    return None if _DENIED.search(match.string[: match.start()]) else match["against"] is None


def _more_to_it(match: re.Match[str]) -> bool | None:
    return None if match["not"] else False


def _borne_out(match: re.Match[str]) -> bool | None:
    """Return what is borne out of a plain credit; nothing where what is told is itself denied."""
    if _DENIED.search(match["told"]) or _UNDONE.search(match["told"]):
        return None
    return match.groupdict().get("not") is None


FRAMES: Final[tuple[Frame, ...]] = (
    frame(
        "it stays at the level",
        "The lamp room's rating remains at Level 4-3.",
        _stays,
        r"(?:^|[;:,] (?:and |so |but )?)(?:(?:therefore|accordingly|thus|hence|consequently),? )?"
        rf"(?:the|this|his|her|your|their|our) (?:[\w']+ ){{0,4}}?{_RATED}(?: (?:of|for|on) this"
        rf" factor)?,? {_LY}(?P<not>not |no longer )?(?:remains?|stays?|rests?|is (?:left|kept"
        rf"|retained|held)) (?:unchanged )?(?:at|with) {LEVEL}{POINTS}",
    ),
    frame(
        "the level remains the right one",
        "Level 2-4 thus remains the proper credit.",
        _stays,
        rf"{LEVEL}{POINTS} {_LY}(?P<not>not |no longer )?(?:remains?|stays?) (?:the )?(?:proper"
        r"|correct|appropriate|right|applicable|best)\b(?: (?:level|credit|evaluation|rating|one"
        r"|choice|fit))?",
    ),
    frame(
        "no ground for the level",
        "Level 1-8 is claimed for long service, but service is not in itself a basis for that "
        "level.",
        _no_ground,
        rf"(?:{LEVEL}[^;]*?)?\b(?:is|are|was|does|do|can|provides?|offers?|gives?|constitutes?"
        rf"|furnish(?:es)?|makes?){_NO}{_ITSELF}(?: (?:a|an|any|be|provide|offer|give|constitute"
        rf"|furnish|make|form))*(?: (?!only|merely)\w+)? (?:basis|reason|grounds?|justification"
        rf"|warrant|support|cause|argument|case){_ITSELF} (?:for|to|of)"
        rf"(?P<what>(?: (?!{LEVEL})[\w']+){{0,6}}?) (?:(?:at |of |with )?(?:{LEVEL}|(?:that|this"
        rf"|the"
        r" higher|the next) level))",
    ),
    frame(
        "it does not carry the work to the level",
        "A long night alone does not carry the keeper to Level 2-5.",
        always(met=False),
        rf"\b(?:does|do|did|can|could|will|would|is|are)(?: ?not|n't| never| hardly)(?:"
        rf" \w+ly){{0,2}}"
        rf"{_ITSELF} (?:(?:sufficient|enough) to )?(?:carry|bring|take|lift|raise|move|elevate"
        r"|advance|entitle|qualify|push|propel) (?:the|this|his|her|these|it|him|them|your|you)"
        rf"(?: [\w']+){{0,3}}? (?:up )?(?:to|into|for) (?:the )?{LEVEL}",
    ),
    frame(
        "moved out of one level into another",
        "The loss of the lamp moves the position out of Level 4-4 and into Level 4-3.",
        _unless_denied,
        r"\b(?P<not>not |never )?(?:tak(?:es?|en|ing)|moves?d?|brings?|brought|drops?|dropped"
        r"|lowers?"
        r"|lowered|raises?|raised|carr(?:y|ies|ied)|shifts?|lifts?|lifted) [^;,]{2,60}? (?:out of"
        rf"|from) {LEVEL},? (?:and )?(?:down |up |back )?(?:to|into) {LEVEL}",
    ),
    frame(
        "our audit bears it out",
        "Your supervisor rates the lamps at Level 4-4; our audit does not bear him out.",
        _borne_out,
        rf"(?P<told>^[^;]*{LEVEL}[^;]*?)[;,] (?:and |but |yet )?(?:our|the) (?:(?!not |does |do "
        rf"|did |fails? )[\w-]+ ){{1,3}}"
        r"(?P<not>(?:do|does|did) not |fails? to )?(?:(?:bears?|bore) (?:him|her|it|them|this|that"
        r"|you)"
        r" out|(?:confirms?|supports?|corroborates?|sustains?) (?:him|her|it|them|this|that|you)"
        r"(?: \w+)?|confirms? that (?:this|that|it) (?:was|is) (?:correct|right|proper"
        r"|appropriate))[ .]*$",
    ),
    frame(
        "and so do we",
        "The sheet says Level 8-2 and so do we.",
        _borne_out,
        rf"(?P<told>^[^;]*{LEVEL}[^;]*?)[;,]? and (?:so (?:do|did|have) we|we (?:\w+ly"
        r" )?(?:agree|concur|do(?: too| likewise| also)?))[ .]*$",
    ),
    frame(
        "all its conditions are fulfilled",
        "Both of the conditions for Level 4-4 are fulfilled.",
        _unless_denied,
        r"^(?:therefore,? |thus,? |here,? )?(?:both|all|each|every one)(?: (?:two|three|four))?(?:"
        r" of)?"
        r" (?:the )?(?:conditions?|criteria|elements?|requirements?|tests?|aspects?|features?)"
        rf" (?:that the (?:standard|guide) \w+ )?(?:for|of|at|in|under) {LEVEL} (?:is|are)"
        rf" (?P<not>not"
        r" )?(?:\w+ly )?(?:met|fulfilled|present|satisfied|shown|there|found)(?: here| in \w+ \w+)?"
        r"[ .]*$",
    ),
    frame(
        "more to the level",
        "There is more to Level 5-4 than lighting several lamps.",
        _more_to_it,
        rf"\bthere is (?P<not>no |little |nothing )?(?:\w+ )?more to (?:\w+ at )?{LEVEL} than\b",
    ),
    frame(
        "a case that does not convince",
        "While a case can be made for Level 7-3, it is not a convincing one.",
        always(met=False),
        rf"\b(?:argument|case) (?:can|could|may|might) be made (?:for|in favor of) {LEVEL}(?: [^,;]"
        r"{0,40})?[;,] (?:but |yet )?(?:it|we|that (?:argument|case)|the (?:argument|case|facts"
        r"|record))"
        r" (?:\w+ )?(?:(?:is|are|do|does) not (?:an? )?(?:\w+ )?(?:convinc|persua|strong|support"
        r"|bear"
        r"|good|accept)\w*|fails?|is (?:weak|unconvincing|unpersuasive))",
    ),
    frame(
        "neither claimed nor supported",
        "Level 7-3 is neither claimed nor supported by the log.",
        always(met=False),
        rf"{LEVEL} (?:is|was) neither [^;,]*? nor (?:\w+ly )?(?:supported|warranted|justified|met"
        r"|reached|borne out|shown|found|established|earned|appropriate|present)\b",
    ),
    frame(
        "too much is read into it",
        "The sheet reads too much into Level 1-7.",
        always(met=False),
        rf"\b(?:reads?|sees?|makes?) (?:far )?too much (?:in|into|of) (?:the (?:\w+ ){{1,3}}(?:of"
        rf"|at)"
        rf" )?{LEVEL}",
    ),
    frame(
        "one should have gone on to the level",
        "The sheet should have gone on to Level 4-4.",
        _unless_denied,
        rf"\b(?:should|ought to)(?P<not> not)? have (?:gone|proceeded|moved|continued|advanced)"
        rf"(?: on| up| further)* to {LEVEL}",
    ),
    frame(
        "the threshold is crossed",
        "The threshold of Level 2-4 has been crossed.",
        _unless_denied,
        rf"\b(?:threshold|bar|floor|line)(?: (?:of|for|to|set by|set at))? {LEVEL} (?:has been|have"
        r" been|is|was) (?P<not>not )?(?:\w+ly )?(?:crossed|cleared|passed|reached|met)\b",
    ),
    frame(
        "a board rules on the level",
        "The Board of Lights affirms Level 1-7.",
        _ruled,
        r"^(?:accordingly,? |therefore,? )?(?:(?:the|this|our) (?:board|commission|office|examiner"
        r"|bureau|panel)(?: of [\w ]{3,40}?)?|OPM|the OPM|we) (?:hereby |therefore |\w+ly"
        r" )*(?:affirms?"
        r"|sustains?|upholds?|approves?|allows?|grants?|adopts?|(?P<against>den(?:y|ies)|rejects?"
        rf"|disallows?|withholds?|declines? (?:to \w+ )?)) {LEVEL}{POINTS}[ .]*$",
    ),
    frame(
        "what is not enough for it",
        "A few nights are like Level 2-5, which is insufficient for credit.",
        always(met=False),
        rf"{LEVEL}, (?:which|(?:but|and) (?:this|that|it)) (?:is|are|was) (?:\w+ly"
        rf" )?(?:insufficient"
        r"|not (?:enough|sufficient|adequate)|inadequate|too (?:few|little|seldom|rare)\w*)\b",
    ),
)
