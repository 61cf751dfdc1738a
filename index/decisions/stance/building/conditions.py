"""Frames of a level that stands beside a reason or a condition, or is named as the description.

"There being no hazards, Level 9-1 applies": what the reason denies is no part of the finding. "It
is given only where ..., and here it is not": the condition supposes, and the end pronounces.
"""

from __future__ import annotations

import re
from typing import Final

from index.decisions.stance.building.judging import PARTY, Frame, acts_against, always, frame, sign
from index.decisions.stance.rules import telling
from index.decisions.stance.signs import LEVEL
from index.language import late

POINTS: Final = r"(?:,? \(?\d[\d,]* points\)?,?| \([^)]*\))?"
_LY: Final = r"(?:(?:also|therefore|thus|then|accordingly|hence|the|an?|\w+ly) )*"
_GRANTED: Final = (
    r"(?:appl(?:y|ies)|governs?|controls?|fits?|stands?|credited|assigned|awarded|granted|allowed"
    r"|given|met|reached|warranted|justified|applicable|appropriate|right|proper|correct"
    r"|controlling|best)"
)
_WITHHELD: Final = (
    r"(?:denied|refused|withheld|rejected|disallowed|excluded|precluded|ruled out|inapplicable"
    r"|inappropriate|unwarranted|fails?|falls|out of the question)"
)
_NOT: Final = r"(?:(?:does|do|is|was|can|could|has|may|must|will) ?not |cannot |can never )"
_REASON: Final = (
    r"(?:(?:there (?:being|having been)|with(?: no\b|out\b| nothing\b|\b)|absent|given|in view of"
    r"|in the absence of|for (?:want|lack) of|as|since|because|inasmuch as)\b"
    rf"|(?!(?:although|though|while|if|were|had|unless|when|where)\b)(?:(?!{LEVEL})[\w'-]+ )"
    r"{1,8}?(?:being|having|not \w+ing|leaving)\b)"
    rf"(?:(?!{LEVEL})[^;])*"
)
_ITS_OWN: Final = (
    r"(?:(?:the|this|these|those|his|her|your|their|its|all of the|both) )(?!(?:employees?"
    r"|incumbents?|positions? (?:of|in|that|whose))\b)"
    r"(?![^;]*\b(?:of|by) (?:employees|incumbents|positions)\b)"
)
_BEST: Final = (
    r"(?:(?:the )?best|better|(?:most|more) \w+|accurately|adequately|fairly|correctly|properly"
    r"|aptly|fully|well|clearly|closely|appropriately|nearly)"
)
_DESCRIBES: Final = (
    r"(?:describes?|characterizes?|reflects?|captures?|represents?|depicts?|fits?|matche?s?"
    r"|covers?|expresses|suits?)"
)
_DENIED: Final = late.pattern(
    r"\b(?:not|never|none|nobody|nothing|neither|no|cannot)\b|n't\b", re.IGNORECASE
)
_SO_HERE: Final = late.pattern(
    r"^(?:and |but )?(?:here,? |in this case,? )?(?:(?:that|this|such|it|they|these|those|she|he"
    r"|the \w+) )?(?:is|are|was|were|does|do|did|has|have)(?: (?:so|the case|here|true|met"
    r"|present|shown|exactly|indeed|in this case))*[ .]*$",
    re.IGNORECASE,
)
_TAKES_UP: Final = late.pattern(
    r"^(?:and|but|yet|which|that|this|these|those|it|here|he|she|they|the|none|no|nothing"
    r"|neither)\b",
    re.IGNORECASE,
)


def _by_main_clause(match: re.Match[str]) -> bool | None:
    """Return what the main clause does, unless the reason is only what somebody holds."""
    if telling.CLAIM.search(match["reason"]):
        return None
    return (match["not"] is None) == (match["refuses"] is None)


def _by_its_end(match: re.Match[str]) -> bool | None:
    """Return whether the end says that the condition is fulfilled; nothing where it is unclear."""
    end = match["end"]
    if _SO_HERE.match(end):
        return True
    if _DENIED.search(match["condition"]) or _TAKES_UP.match(end) is None:
        return None
    return False if _DENIED.search(end) else None


def _unless_denied(match: re.Match[str]) -> bool:
    return match["not"] is None


def _only_one(match: re.Match[str]) -> bool | None:
    """Return that what goes no further than a level is met by it, where no other one is named."""
    if telling.CLAIM.search(match.string) or _DENIED.search(match.string):
        return None
    return True if len(re.findall(LEVEL, match.string, re.IGNORECASE)) == 1 else None


_THEN_LEVEL: Final = r"(?:therefore|thus|accordingly|hence|consequently)"
_NOT_ASSERTED: Final = late.pattern(
    r"^(?:[^,;]{0,30}, )?(?:if|were|had|should|whether|unless|when|where)\b", re.IGNORECASE
)


def _weighed(match: re.Match[str]) -> bool | None:
    """Return what became of a level that we weighed; nothing where it is only supposed."""
    return None if _NOT_ASSERTED.match(match.string) else match["taken"] is not None


def _unconvinced(match: re.Match[str]) -> bool | None:
    """Return that a level a party argues for is not found; nothing where the argument denies it."""
    return None if _DENIED.search(match["told"]) or acts_against(match["told"]) else False


def _bare_conclusion(match: re.Match[str]) -> bool | None:
    """Return that the level a sentence ends in is found, where nobody's claim is told before."""
    told = telling.CLAIM.search(match.string) or telling.AGENCY.search(match.string)
    return None if told or _NOT_ASSERTED.match(match.string) else True


def _by_the_rest(match: re.Match[str]) -> bool | None:
    """Return which way the clause points that follows a level named as a topic."""
    rest = match["rest"]
    if telling.CLAIM.search(rest) or telling.AGENCY.search(rest):
        return None
    return sign(rest)


FRAMES: Final[tuple[Frame, ...]] = (
    frame(
        "that is the level",
        "The keeper sets the rounds himself; that is Level 2-3.",
        _unless_denied,
        rf"^(?:(?!{LEVEL}|\bif\b)[^;]*; )?(?:that|this|these|those|which) (?:is|are|was|were)"
        r" (?P<not>(?:not|hardly|scarcely|no longer) )?(?:\w+ly )?(?:at |of |that of |those of |the"
        rf" (?:very )?(?:mark|measure|description|substance|stuff) of )?{LEVEL}{POINTS}[ .]*$",
    ),
    frame(
        "as for the level",
        "As for Level 3-3, the latitude it speaks of is wanting.",
        _by_the_rest,
        r"^(?:as (?:for|to|regards|concerns)|with (?:respect|regard) to|regarding|concerning"
        rf"|turning (?:now )?to) {LEVEL}{POINTS}, "
        rf"(?P<rest>(?:(?!{LEVEL}|\b(?:if|whether|when|where|would|employees?)\b)[^;])*)$",
    ),
    frame(
        "weighed and put aside",
        "We considered Level 4-5 and put it aside.",
        _weighed,
        r"\bwe (?:\w+ ){0,2}?(?:considered|weighed|examined|entertained|looked (?:at|to)|tried)"
        rf" (?:[\w' ]{{0,40}} )?{LEVEL},? (?:and|but) (?:have |then |\w+ly"
        rf" )?(?:(?P<taken>adopted|took"
        r"|chose|settled on)|put|set|laid|left|ruled|passed|rejected|dismissed|discarded|discounted"
        r"|declined)\b (?:it|that level|this level)?(?: (?:aside|out|over|by))?(?=[ .,;]|$)",
    ),
    frame(
        "one level over another",
        "We put Level 4-5 aside in favor of Level 4-4.",
        _bare_conclusion,
        rf"{LEVEL}[^;,]*,? (?:in favor of|in preference for) {LEVEL}{POINTS}[ .]*$",
    ),
    frame(
        "argued, and we are not persuaded",
        "The appellant argues for Level 8-2; we are not persuaded.",
        _unconvinced,
        rf"^(?:[\w ]{{0,30}}, )?(?:{PARTY}|he|she|they|you) (?P<told>[^;]*{LEVEL}[^;,]*)(?:;|,?"
        rf" but|, and)"
        r" (?:however,? |here |in this |with this |upon review,? )?we (?:(?:are|were|remain) (?:not"
        r" (?:so )?(?:persuaded|convinced)|unpersuaded|unconvinced)|(?:must |respectfully |do )?(?:"
        r"disagree|decline|differ|see it otherwise|think otherwise|find otherwise)|(?:do|can|could)"
        r" ?not (?:agree|concur|accept (?:it|this|that)|so find|find it so))\b[^,;]{0,20}$",
    ),
    frame(
        "credited by the agency, and the record holds nothing of it",
        "The agency credited Level 7-3, but the record is bereft of any bargaining.",
        always(met=False),
        rf"^(?:[\w ]{{0,30}}, )?(?:although |while )?{PARTY} (?:\w+ )?(?:credited|assigned|allowed"
        rf"|awarded|granted|gave|evaluated[^,;]*) [^,;]*{LEVEL}[^,;]*[,;] (?:but|yet|however,?)?"
        r" ?(?:the (?:record|file|facts|evidence|work samples|samples)|our fact-finding|the"
        r" interviews) (?:\w+ly )?(?:(?:is|are) (?:bereft|devoid|barren|empty|silent)"
        r"|(?:contains?|shows?|holds?|offers?|discloses?|reveals?) (?:no|nothing)\b"
        r"|knows? (?:nothing|of no)\b|lacks?)(?!.*\b(?:contrary|otherwise|not)\b)",
    ),
    frame(
        "and therefore the level",
        "The lamp is one of many, and therefore Level 5-2.",
        _bare_conclusion,
        rf"^(?:(?!{LEVEL})[^;])*?(?:[,;]|,? and|,? which is) {_THEN_LEVEL},? (?:at |of )?{LEVEL}"
        rf"{POINTS}[ .]*$",
    ),
    frame(
        "a reason, and the level in a clause of its own",
        "There being no gas in the lamp room, Level 9-1 applies.",
        _by_main_clause,
        rf"^(?P<reason>{_REASON}), (?:only )?{LEVEL}{POINTS} (?:must |should |can |may )?"
        rf"(?P<not>{_NOT})?(?:be |been |is |was |has been |must be )?{_LY}(?:{_GRANTED}"
        rf"|(?P<refuses>{_WITHHELD}))(?: (?:one|level|credit|choice|rating|here|met))*[ .]*$",
    ),
    frame(
        "a reason, and what we do",
        "No oil having been spilled, we assign Level 9-1.",
        _by_main_clause,
        rf"^(?P<reason>{_REASON}), we {_LY}(?P<not>(?:do|can|could|did) ?not |cannot |decline to"
        r" |are unable to )?(?:(?:credit|assign|award|grant|allow|give|affirm)|(?P<refuses>deny"
        rf"|refuse|withhold|reject|disallow))(?: credit (?:at|for|of))? {LEVEL}{POINTS}[ .]*$",
    ),
    frame(
        "a reason, and where the position is",
        "Nobody having checked the wicks, the keeper is at Level 2-4.",
        _by_main_clause,
        rf"^(?P<reason>{_REASON}), (?:the|this|his|her) (?:(?!can|could|do|not\b|never\b|be\b)"
        r"[\w']+ ){1,3}?(?P<not>(?:is|was) not )?(?:is |was )?(?:credited |evaluated |placed )?"
        r"(?:at|with|(?P<refuses>below|short of))"
        rf" {LEVEL}{POINTS}[ .]*$",
    ),
    frame(
        "given only where, and here it is not",
        "Level 9-2 can be granted only where gas is burned, and here it is not.",
        _by_its_end,
        rf"^(?:however, )?{LEVEL}{POINTS} (?:can|may|could|should|must|is|will)(?: to)?(?: be)?"
        r" (?:\w+ )?only (?:\w+ )?(?P<condition>(?:where|when|if|to|for|after|by|upon|in|at"
        r"|with)\b[^;]*)[,;] (?P<end>[^,;]*)$",
    ),
    frame(
        "the level best describes the work",
        "Level 5-3 best describes the scope and effect of the rounds.",
        _unless_denied,
        rf"^(?:[^,;]{{0,30}}, )?{LEVEL}{POINTS}(?:,? (?:and|but) (?:no|nothing) (?:higher|other"
        rf"|further"
        rf"|more)(?: level)?,?)? (?P<not>(?:does|do|did) not )?(?:{_BEST}"
        rf" {_DESCRIBES} {_ITS_OWN}|{_DESCRIBES} (?:[\w-]+ ){{0,6}}?(?:the appellants?\b|this"
        r" position\b|his |her |these |those ))",
    ),
    frame(
        "the agency's, and we have no quarrel with it",
        "Level 3-2 was the agency's rating and we have no quarrel with it.",
        always(met=True),
        rf"^{LEVEL}{POINTS},? (?:is|was) (?:what )?{PARTY}[^;]*?(?:,? and|,|;) we (?:have|see"
        r"|find|take|know) (?:of )?no (?:\w+ )?(?:quarrel|fault|objection|issue|disagreement"
        r"|(?:cause|reason|ground|grounds|basis) (?:to|for) (?:alter|chang|disturb|depart|disagree"
        r"|differ|disput|question|revis)\w*)\b[^,;]*$",
    ),
    frame(
        "confined to the level",
        "The contacts are confined to those of Level 6-2.",
        _only_one,
        r"\b(?:is|are|was|were|remains?) (?:confined|limited|restricted) to (?:(?:those|that|the"
        r" [\w-]+)(?: \w+)? (?:of|at|in|by|under|for) )?"
        rf"{LEVEL}{POINTS}[ .]*$",
    ),
    frame(
        "does not a level make",
        "One gust a year does not a Level 9-2 make.",
        always(met=False),
        rf"\b(?:does|do|did) not (?:an? )?{LEVEL} make\b",
    ),
)
