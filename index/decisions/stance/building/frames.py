"""Sentences whose finding lies in how they are built, not in their words of crediting.

What a level wants more of, a cap, a possession, a tail that answers a supposition ("..., which
they are not"), an act that is judged: each is one frame, and the first that fits decides.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from index.decisions.stance.building import (
    closing,
    concluding,
    conditions,
    ending,
    judging,
    measuring,
    plain,
    standing,
)
from index.decisions.stance.building.judging import NEAR, PARTY, Finds, always, frame
from index.decisions.stance.signs import LEVEL, OTHERS, Verdict
from index.language import late

_MORE: Final = (
    r"(?:(?:much |considerably |far |something |rather |somewhat |still )?(?:more|greater|broader"
    r"|wider|deeper|higher|further|stricter|different|else)|another (?:kind|sort|order)"
    r"|an? (?:\w+ )?(?:wider|broader|greater|higher|deeper|different|larger|fuller)"
    r"|(?:something|work|knowledge|contacts|judgment) (?:of )?(?:more|else|other|another|beyond))"
)
_ASKS: Final = (
    r"(?:requires?|demands?|calls? for|entails?|implies|means|asks?(?: for)?|takes|involves?"
    r"|envisions?|envisages?|contemplates?|presupposes?|expects?|assumes?|needs?|wants?"
    r"|presumes?|is (?:meant|intended|reserved) for|speaks of|looks (?:for|to))"
)
_SUPPOSES: Final = (
    rf"(?:only (?:when|if|where)\b[^;]*?{LEVEL}|[^;]*?{LEVEL}[^;]*?\b(?:only (?:if|when|where)|if"
    rf"|unless|were|provided)\b|(?:in order )?(?:to|for)\b[^;]*?{LEVEL}|[^;]*?\b(?:would (?:have"
    rf"|need)|must|could|needs? to|has to|have to)\b[^;]*?{LEVEL}|(?:(?:work|employees?"
    rf"|positions?"
    rf"|contacts?|guidelines?|assignments?) )?(?:(?:at|under) )?(?:the )?{LEVEL} (?:\w+ ){{0,2}}"
    rf"(?:{_ASKS}|affects|is|are|deals?|describes?|applies|uses?|presents?)\b)[^;]*?"
)
_HERE: Final = (
    r"(?: (?:exactly|precisely|just|so|true|the|case|it|met|done|what|one|any|of|kind|this|here"
    r"|is"
    r"|are|assigned|found|present|shown|appellants?'?s?|situation)\b)*\.?$"
)


_FAR_DENIAL: Final = late.pattern(
    r"\b(?:in no|at no|no|not|never|nowhere|nothing|neither|hardly)\b", re.IGNORECASE
)


_PARTY_OPENS: Final = late.pattern(
    r"(?:the |your )?(?:agency|activity|command|supervisor|union)\b(?!'s)", re.IGNORECASE
)
_ANYTHING: Final = late.pattern(r"\bany(?:thing)?\b", re.IGNORECASE)
"""What is less than a level, and said of anything, is not said of the work."""


def _unless_denied(*, met: bool) -> Finds:
    def finds(match: re.Match[str]) -> bool | None:
        return not met if match["not"] else met

    return finds


def _less(match: re.Match[str]) -> bool | None:
    """Return that what is less than a level is not it; nothing where a denial stands further off.

    "In no respect does it fall short of Level 4-3" denies from the sentence's beginning.
    """
    if match["not"]:
        return True
    before = match.string[: match.start()]
    if _PARTY_OPENS.match(before):
        return None
    return None if _FAR_DENIAL.search(before) or _ANYTHING.search(before) else False


def _alone(*, met: bool) -> Finds:
    """Return what is found where a sentence names no other level, which the words may be about."""

    def finds(match: re.Match[str]) -> bool | None:
        return met if len(re.findall(LEVEL, match.string, re.IGNORECASE)) == 1 else None

    return finds


def _owned(match: re.Match[str]) -> bool | None:
    own = re.search(r"appellants?'|\b(?:his|hers|theirs)\b", match["who"], re.IGNORECASE)
    return (own is not None) != (match["not"] is not None)


def _formerly(match: re.Match[str]) -> bool | None:
    """Return that what was once so is not; what was once only credited finds nothing."""
    told = re.search(r"\b(?:credited|evaluated|graded)\b", match[0], re.IGNORECASE)
    return None if told else False


def _answered(match: re.Match[str]) -> bool | None:
    """Return what a tail makes of what is supposed, or asked by a level: it is so, or is not.

    Nothing where two levels are named, of which the tail may be about the first.
    """
    if len({one.split()[-1] for one in re.findall(LEVEL, match.string, re.IGNORECASE)}) > 1:
        return None
    denied = re.search(
        r"\b(?:deny|denied|refuse|withhold|withheld|reject|rule out|preclude|unless|except)\b",
        match["supposed"],
        re.IGNORECASE,
    )
    return (match["not"] is None) != (denied is not None)


def _apart_from(match: re.Match[str]) -> bool | None:
    """Return what we do where a party did the other; not to share its denial finds nothing."""
    granted = re.match(r"den|ref|with|decl|did not", match["act"], re.IGNORECASE) is None
    ours = match["do"].lower() == "do"
    return ours if granted != ours else None


FRAMES: Final = (
    *ending.FRAMES,
    *conditions.FRAMES,
    *measuring.FRAMES,
    *standing.FRAMES,
    frame(
        "no reason to deny the level",
        "We see no ground to decline Level 5-2.",
        always(met=True),
        r"\bno (?:\w+ )?(?:grounds?|reasons?|basis|cause|justification|warrant) (?:to|for)"
        r" (?:den(?:y|ying)|declin(?:e|ing)|refus(?:e|ing)|withhold(?:ing)?|reject(?:ing)?)"
        rf"(?: (?:to )?(?:credit|award|assign)\w*)?(?: (?:at|of|for))? {LEVEL}",
    ),
    frame(
        "no more than the level can be credited",
        "We cannot credit more than Level 3-2.",
        always(met=True),
        r"\b(?:cannot|can not|could not|may not|not|no basis to|unable to) (?:\w+ )?"
        r"(?:credit|assign|award|grant|allow|justify|support|warrant)\w*"
        r" (?:anything |a level |credit )?(?:more"
        rf"|higher|greater|other|beyond)(?: than)? {LEVEL}",
    ),
    frame(
        "is that of the level",
        "The purpose of the lamps is that of Level 5-2.",
        _unless_denied(met=True),
        r"^(?:(?:the|his|her|your|their|this|these) |(?=[\w-]+ (?:is|are) (?:those|that)\b))"
        r"(?!agency|activity|command|supervisor)(?:(?!\bif\b"
        r"|\bwhether\b)[^;])*?\b(?:is|are) (?P<not>not |hardly |no longer )?(?:\w+ly )?"
        rf"(?:that|those) (?:of|at|(?:found|described|expected) at) {LEVEL}"
        rf"{conditions.POINTS}(?:[ .]*$|, (?:even (?:if|though)|although|though)\b)",
    ),
    frame(
        "the agency did, and we do not",
        "The agency credited Level 4-4; we do not.",
        _apart_from,
        rf"^(?:[\w ,]{{0,30}}, )?(?:(?:while|although|though|whereas) )?{PARTY} (?:\w+ )?"
        r"(?P<act>credited|assigned|allowed|granted|awarded"
        r"|gave|denied|refused|withheld|declined|did not (?:credit|assign|allow|grant|award))"
        rf" (?:\w+ )?{LEVEL}(?:;|,? but|\.|,(?: and)?)(?: however,)? we"
        r" (?P<do>do not|did not|cannot|do)(?: so)?\.?$",
    ),
    *judging.FRAMES,
    *closing.FRAMES,
    *concluding.FRAMES,
    frame(
        "the level asks for more",
        "Level 5-4 envisions a wider beam.",
        _unless_denied(met=False),
        rf"{LEVEL} (?:\w+ )?(?P<not>(?:does|do) not )?{_ASKS} {_MORE}\b",
    ),
    frame(
        "more is needed for the level",
        "He trims wicks, and more is needed for Level 7-3.",
        _unless_denied(met=False),
        r"(?P<not>\b(?:no|nothing) )?\b(?:much |far |considerably )?more (?:is|are|was|would be)"
        rf" (?:needed|required|demanded|expected|called for|wanted|asked)\b{NEAR}",
    ),
    frame(
        "less than the level",
        "The lamps are nothing less than those of Level 4-3.",
        _less,
        r"(?P<not>\b(?:no|not|nothing|hardly|nowise|in no way)(?: \w+)? )?\b(?:(?:far |much "
        r"|well "
        r"|somewhat |considerably )?(?:less|lower|narrower|fewer|simpler|easier) (?:\w+ ){0,3}?"
        r"than|short of)\b(?:(?! (?:is|are|was|were|does|do|has|have|and)\b)[^.;,]){0,60}?"
        rf"{LEVEL}",
    ),
    frame(
        "not all that the level requires",
        "Filling lamps is not all that Level 2-4 requires.",
        always(met=False),
        rf"\bnot (?:all|everything|half|the whole|enough)\b[^.;,]{{0,20}}?{LEVEL}|\bnot"
        r" (?:synonymous|identical|the same|interchangeable|to be confused|tantamount"
        rf"|the equivalent|the equal)\b{NEAR}",
    ),
    frame(
        "no different from the level",
        "The oil is no different from that of Level 2-3.",
        always(met=True),
        r"\b(?:nothing|no|not|little|hardly)\b[^.;,]{0,20}?\b(?:distinguish\w*|different"
        rf"|separates?|sets? [^.;,]{{0,15}}apart|unlike|differs?)\b{NEAR}",
    ),
    frame(
        "it is doubtful",
        "It is doubtful that any lamp could reach Level 4-5.",
        always(met=False),
        r"^(?:it is|we are) (?:\w+ )?(?:doubtful|questionable|unlikely|skeptical)"
        rf"\b[^;]*{LEVEL}",
    ),
    frame(
        "set over against the level",
        "His rounds are set, whereas at Level 2-4 the keeper chooses them.",
        always(met=False),
        rf"[,;:] (?:whereas|while|but) (?:(?:at|under|in) )?(?:the )?{LEVEL}(?:,|\b (?:the )?"
        rf"(?:employees?|keepers?|work|contacts?|incumbents?|{_ASKS}))",
    ),
    frame(
        "somebody's own",
        "The trimming, on which Level 7-4 depends, is the harbor master's.",
        _owned,
        rf"{LEVEL}[^;]*,? (?:is|are|was|were|remains?) (?P<not>not )?(?:only |solely )?"
        r"(?P<who>(?:the |an? )?(?:[\w-]+ ){0,3}[\w-]+(?:'s|s')|his|hers|theirs)\.?$",
    ),
    frame(
        "done by others before it comes",
        "The choices that mark Level 4-5 have been made by headquarters.",
        always(met=False),
        rf"{LEVEL}(?:(?!\b(?:where|which|who|whose|when)\b)[^;])*? (?:is|are|was|were|has been"
        rf"|have been|had been) (?:\w+ )?(?:left|issued"
        r"|given|granted|entrusted|transferred|moved|reassigned|done|made|defined|resolved"
        r"|settled|decided|performed|taken|handled|prescribed|supplied|worked out|set)\b"
        r" (?:for (?:the appellants?|her|him|them)\b|(?:to|by|in|with) (?:the |an? |her |his"
        rf" |another )?{OTHERS})",
    ),
    frame(
        "what once was",
        "The lamps that once supported Level 3-4 are gone.",
        _formerly,
        r"\b(?:once (?!the|an?|his|her|its?|he|she|they|we)|formerly|previously|(?:that|which"
        r"|who|duties|work|position) used to|had earlier|no longer|has yet to|have yet to"
        rf"|at one time)\b[^;]*{LEVEL}(?![^;]*\b(?:and|but|still|now)\b[^;]*\b(?:credit|meets?"
        r"|restor))",
    ),
    frame(
        "a supposition answered",
        "To reach Level 5-4, the lamps would have to be seen at sea, which they are not.",
        _answered,
        rf"^(?:but |however, )?(?P<supposed>{_SUPPOSES})[,;]? (?:and|but|which|yet) ?(?:that|this"
        r"|such|it|they|which|she|he|we|the (?:\w+ ){1,3})? ?(?:\w+ )?(?:is|are|was|were|does|do"
        r"|did|has|have|found)\b(?:(?P<not> (?:not|none|no|nothing)\b|n't)|)",
        _HERE,
    ),
    frame(
        "and so is this",
        "Work at Level 5-4 lights the bay; so does the appellant's.",
        always(met=True),
        rf"{LEVEL}[^;]*; (?:so|and so|as) (?:does|do|is|are) (?:the appellants?'?s?|this|his|her"
        r"|these)\b",
    ),
    frame(
        "the appellant's only goes so far",
        "Work at Level 5-4 lights the bay; the appellant's only the pier.",
        always(met=False),
        rf"{LEVEL}[^;]*; (?:the appellants?'?s?|his|hers?|this|these|the (?:position"
        rf"|work))\b[^;]*"
        r"\b(?:only|merely|solely|no (?:further|more|farther)|not|never|confined|limited)\b",
    ),
    frame(
        "and nothing of the kind is here",
        "Level 4-4 implies a tower, and nothing of the kind is here.",
        always(met=False),
        rf"^[^;]*{LEVEL}[^;]*(?:, (?:and|but) |; )(?:there is )?(?:nothing|none|no (?:such|part"
        r"|trace|evidence))\b[^.;]{0,60}\.?$",
    ),
    frame(
        "this and not that",
        "This is oil, not the gas of Level 6-3.",
        _alone(met=False),
        rf"(?:,|\band\b|\bbut\b) not (?:the|that|those|an?)\b{NEAR}\.?$",
    ),
    frame(
        "hardly the level",
        "Trimming is hardly the lighting of Level 7-3.",
        always(met=False),
        r"\b(?:is|are|was|were) (?:hardly|scarcely|not|never|far from) (?:quite |exactly |really"
        rf" |truly )?(?:the|an?|that|those|what)\b{NEAR}",
    ),
    frame(
        "nothing asks for more than the level",
        "Nothing in the rounds requires more skill than that recognized at Level 3-2.",
        _alone(met=True),
        r"\b(?:nothing|no|not|never|none|hardly|nor)\b[^.;,]{3,60}? (?:more|greater|higher"
        r"|broader|wider)"
        r" (?:[\w']+ ){0,3}?than (?:(?!and\b|or\b|but\b)[\w']+,? ){0,7}?(?<!level )"
        rf"{LEVEL}[^,;]*\.?$",
    ),
    frame(
        "at most the level",
        "The contacts are at most those of Level 6-2.",
        _alone(met=True),
        r"\b(?:no (?:more|greater|broader) than|at most|at best)\b,? (?:(?!and\b|or\b"
        rf"|but\b)[\w']+,? ){{1,7}}?(?<!level ){LEVEL}[^,;]*\.?$",
    ),
    *concluding.CONCLUSIONS,
)
_REPORTS: Final = late.pattern(
    rf"^(?:although |while )?{PARTY}(?:'s|s')? (?:\w+ )?(?:relies|relied|relying|points?|pointed"
    r"|cites?|cited|invokes?|likens?|compares|bases?)\b",
    re.IGNORECASE,
)
_TURNED: Final = late.pattern(
    r"(?:[,;] (?:but|yet|however|and)|\. |;) .*\b(?:not|no|cannot|nothing|neither|none|only"
    r"|merely"
    r"|confined|limited)\b",
    re.IGNORECASE,
)


# Every reader asks it of a sentence, and a hundred frames are tried each time.
_CROSSES: Final = late.pattern(
    rf"\w\w+[^;]*, and (?:it|he|she|they|this|that) (?:\w+ly )?(?:is|are|does|do|has|have|can"
    rf"|cannot"
    rf"|places?|puts?|brings?|meets?|makes?|gives?|leaves?|warrants?|justif\w+"
    rf"|supports?)\b[^;]*{LEVEL}",
    re.IGNORECASE,
)
"""A level in a clause of its own, which the words before it are not about."""


@lru_cache(maxsize=2048)
def decided(sentence: str, level: str) -> Verdict | None:
    """Return what the frame of a sentence finds for a level, or None when no frame fits it.

    Args:
        sentence: One sentence with dashes and quotation marks folded.
        level: A level it names; the last one that a frame spans is the one it is about.
    """
    for one in FRAMES:
        match = one.pattern.search(sentence)
        if match is None or not _last_level(match[0]).endswith(level.lower()):
            continue
        if _CROSSES.search(match[0]):
            continue
        met = one.finds(match)
        if met is not None:
            return Verdict(met=met, plain=True, framed=True)
    plainly = plain.said(sentence, level)
    if plainly is not None:
        return Verdict(met=plainly, plain=True, framed=True)
    if _REPORTS.search(sentence) and _TURNED.search(sentence):
        return Verdict(met=False, plain=True, framed=True)
    return None


def denied(text: str) -> bool:
    """Tell whether a denial stands anywhere in the beginning of a sentence."""
    return _FAR_DENIAL.search(text) is not None


def _last_level(text: str) -> str:
    named = re.findall(LEVEL, text, re.IGNORECASE)
    return named[-1].lower() if named else ""
