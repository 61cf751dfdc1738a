"""Frames that measure the work against a level: below it, beyond it, far from it, out of reach."""

from __future__ import annotations

import re
from typing import Final

from index.decisions.stance.building.judging import Frame, always, frame
from index.decisions.stance.signs import LEVEL
from index.language import late

_NO: Final = (
    r"(?:can ?not|not|never|hardly|scarcely|no|nothing|nobody|none|impossible|unable|nor|neither"
    r"|without)"
)
_DENIALS: Final = late.pattern(rf"\b{_NO}\b|\b(?:other than|except|unless|only)\b", re.IGNORECASE)
_PUT: Final = (
    r"(?:rated?|held|hold|plac(?:e|ed|ing)|put|evaluated?|credited?|kept|keep|graded?|bring|set"
    r"|assign(?:ed)?|describe[ds]?|tak(?:e|es|en)|pushe?s?|pulls?|drags?|lowers?|reduces?|moves?"
    r"|brings?|drops?|sinks?|treated|regarded|reckoned)"
)
_LOWER: Final = (
    r"(?:(?:at |to |as |with )?(?:anything |a level |any level |a |any )?(?:less|lower|lesser)"
    r"(?: level)?(?: than)|below|beneath)"
)
_OWNER: Final = (
    r"(?:(?:the|this) (?:\w+ )?(?:position|appellants?|work|job|record|incumbent)|these"
    r" (?:\w+ )?(?:duties|contacts|assignments)|h[ei]s? |s?he|they|it|you|the appellants?'s? \w+"
    r"|(?:his|her|their) \w+)"
)
_ASKS: Final = (
    r"(?:requires?|demands?|calls? for|presupposes?|presumes?|assumes?|expects?|envisions?"
    r"|contemplates?|involves?|entails?|implies|needs?|takes|asks? for)"
)


def _once_denied(match: re.Match[str]) -> bool | None:
    """Return that what cannot be put lower is of the level; nothing where denials cross."""
    return True if len(_DENIALS.findall(match[0])) == 1 else None


def _the_top(match: re.Match[str]) -> bool | None:
    """Return that the level nothing goes beyond is met, where another is named beside it.

    Alone such a sentence is a refusal of the level above.
    """
    named = {one.split()[-1] for one in re.findall(LEVEL, match.string, re.IGNORECASE)}
    return True if len(named) > 1 and len(_DENIALS.findall(match[0])) == 1 else None


def _unless_denied(match: re.Match[str]) -> bool | None:
    return None if _DENIALS.search(match.string[: match.start()]) else match["not"] is not None


def _not_out(match: re.Match[str]) -> bool | None:
    """Return whether a level is in reach; nothing where somebody's view of it is told."""
    clause = match.string[: match.start()].rpartition(";")[2]
    told = re.search(r"(?<!so )\bthat\b", clause, re.IGNORECASE)
    return None if told else match["not"] is not None


def _shown(match: re.Match[str]) -> bool | None:
    """Return whether a level is shown; nothing where something else is shown of it."""
    goes_on = re.match(r" (?:to be|as|that)\b(?! met\b)", match.string[match.end() :])
    return None if goes_on else match["not"] is None


def _unless_proved(match: re.Match[str]) -> bool:
    return match["none"] is None


def _nor(match: re.Match[str]) -> bool | None:
    """Return that what we do not see either is not there; nothing where we see no bar to it."""
    barred = re.search(
        r"\b(?:not?|bar|deny|refus\w+|withhold\w*|against|reason|ground|below|short)\b",
        match["seen"],
    )
    return None if barred else False


def _regarded(match: re.Match[str]) -> bool | None:
    """Return that it is not the level, or nothing else; nothing where what is seen denies."""
    if re.search(r"\b(?:not|deny|denial|refus\w+|failure|short|below)\b", match["seen"]):
        return None
    return match["but"] is not None


FRAMES: Final[tuple[Frame, ...]] = (
    frame(
        "not to be put lower",
        "The lamps cannot be held to less than Level 7-3.",
        _once_denied,
        rf"\b{_NO}\b[^;,]{{0,70}}?\b{_PUT}\b[^;,]{{0,60}}?\b{_LOWER} (?:the |that of |those"
        rf" of )?{LEVEL}",
    ),
    frame(
        "nothing beyond the level",
        "Nothing puts the lamps beyond Level 3-3; Level 3-4 is out of reach.",
        _the_top,
        rf"\b{_NO}\b[^;,]{{0,90}}?\b(?:beyond|above|past|(?:higher|further|farther|more|greater)"
        rf" than) (?:that of |those of )?{LEVEL}",
    ),
    frame(
        "out of reach",
        "The lamps are dim, and Level 3-4 is out of reach.",
        _not_out,
        rf"{LEVEL} (?:is|are|lies|remains|falls|must remain) (?:therefore |thus |accordingly |hence"
        r" |consequently |also |clearly )?(?P<not>not |no longer |hardly )?(?:out of (?:\w+ )?"
        r"(?:reach|the question)|beyond (?:\w+ )?(?:reach|him|her|them)|closed"
        r" to|unattainable|foreclosed|away)\b",
    ),
    frame(
        "a gulf between the work and the level",
        "There is a wide gulf between these lamps and Level 5-4.",
        _unless_denied,
        r"\b(?P<not>(?:no|little|hardly any) (?:\w+ )?)?(?:distance|gulf|gap|chasm|disparity"
        rf"|(?:long|great|considerable) way)\b[^;,]{{0,70}}\b{LEVEL}",
    ),
    frame(
        "shown, or not shown",
        "Level 5-4 has not been shown.",
        _shown,
        rf"{LEVEL} (?:has|have) (?P<not>not |never )?(?:yet )?(?:\w+ly )?been (?:\w+ly )?(?:shown"
        r"|established|demonstrated|proved|proven|made out|substantiated|documented)\b",
    ),
    frame(
        "the level asks for what the work lacks",
        "Level 8-2 requires a daily climb, which the position lacks.",
        always(met=False),
        rf"{LEVEL} (?:\w+ )?{_ASKS} (?:(?!\b(?:not?|never|without)\b)[^;])*?\b(?:(?:which|that)"
        rf" {_OWNER} (?:\w+ )?(?:lacks?|(?:do|does|did|has|have|is|are|was|can|could) ?not\b"
        r"(?! lack\b| want\b| fail\b)[^;,]{0,40}|never \w+|is without)"
        r"|, which (?:is|are) (?:\w+ly )?(?:absent|missing"
        r"|lacking|wanting|not (?:found|present|required|part|shown|evident))\b[^;,]{0,40})[ .]*$",
    ),
    frame(
        "the intent is not met where this is so",
        "The intent of Level 4-5 is not realized where the harbor master sets the appellant's "
        "rounds.",
        always(met=False),
        rf"^(?:the )?(?:full )?(?:intent|aim|purpose|spirit|thrust|sense) of {LEVEL} is (?:not"
        r" |never |hardly )(?:\w+ly )?(?:met|realized|fulfilled|satisfied|reached|achieved"
        r"|served)\b(?!.*\b(?:an? (?:employee|position)|the employee|employees)\b)",
    ),
    frame(
        "no part in what makes the level",
        "The appellant is not a party to the lighting that gives Level 6-3 its character.",
        always(met=False),
        r"^(?:the )?(?:appellants?|h(?:e|is \w+)|she|her \w+|they|this position|you) (?:is|are|was"
        r"|has|have|does|do) (?:not|never|no)\b (?!free\b|without\b|rid\b|exempt\b|relieved\b"
        r"|spared\b)[^;,]*\b(?:that|which|whose \w+) (?:sets?|marks?|makes?|gives?|distinguish\w*"
        rf"|characteri\w*|defines?|typif\w*|lends?) {LEVEL}",
    ),
    frame(
        "the level asks for what nothing is known of",
        "Level 9-3 contemplates gas under pressure, of which the file knows nothing.",
        _unless_proved,
        rf"{LEVEL} (?:\w+ )?{_ASKS} (?:(?!\b(?:not?|never|without)\b)[^;])*?, (?:of|for) which"
        rf" (?:the (?:file|record|evidence|samples?|interviews?)|we|there|{_OWNER}) (?:\w+"
        rf" )?(?:knows?"
        r"|finds?|found|has|have|had|shows?|showed|holds?|sees?|saw|is|are|was|were|gives?|gave"
        r"|offers?|contains?)"
        r" (?:(?P<none>no\b|nothing|none|little|scant)|(?:ample|much|clear|abundant|full|good"
        r"|every))",
    ),
    frame(
        "nor do we see the level",
        "Nor do we see in a climb a month the vigor of Level 8-3.",
        _nor,
        rf"^nor (?:do|did|can|could) we (?:see|find|discern|detect"
        rf"|recognize)\b(?P<seen>[^;]*){LEVEL}",
    ),
    frame(
        "not to be regarded as the level",
        "We cannot regard so thin a showing as Level 6-3.",
        _regarded,
        r"\bwe (?:can ?not|do not|could not|did not|decline to|are unable to) (?:\w+ )?(?:regard"
        r"|treat"
        r"|view|see|characterize|describe|accept|count|consider) (?P<seen>[^;]*?\b(?:as|to be))"
        rf" (?P<but>(?:anything|other) (?:but|other than|less than|short of|than) )?(?:the"
        rf" [^;,]* of )?"
        rf"{LEVEL}",
    ),
)
