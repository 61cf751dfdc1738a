"""Frames of a last clause that takes the level up again by a pronoun and pronounces on it.

"There is no merit in the objection to Level 9-2, and we credit it": what is granted, objected to
or told before decides nothing, for the sentence ends in its own finding.
"""

from __future__ import annotations

import re
from typing import Final

from index.decisions.stance.building.judging import PARTY, Frame, acts_against, frame
from index.decisions.stance.rules import telling
from index.decisions.stance.signs import LEVEL
from index.language import late

_IT: Final = r"(?:it|(?:that|this|the) level)"
_DONE: Final = (
    r"(?:credited|assigned|awarded|granted|allowed|met|satisfied|reached|warranted|justified"
    r"|appropriate|correct)"
)
_DO: Final = (
    r"(?:credit|assign|award|grant|allow|give|accept|sustain|uphold|affirm|support|endorse|restore"
    r"|reinstate)"
)
_OWN_WORK: Final = (
    r"(?:the (?:\w+ )?(?:appellants?'?s? ?(?:own )?\w*|position|work|job|duties|assignments"
    r"|contacts|record|facts|evidence|incumbent)|this (?:position|work|job)|these (?:duties"
    r"|contacts)|he|she|they|it|(?:his|her) \w+)"
)
_LY: Final = r"(?:(?:also|therefore|thus|hereby|accordingly|\w+ly) )?"
_ENDS: Final = r"(?: (?:here|in this case|instead|in full|at all|either|as well))?[ .]*$"
_OPENS: Final = (
    r"(?:, (?:and|but|so|yet),? (?:so |therefore |thus |accordingly |hence )?"
    r"|; (?:[^;,]{0,60}, )?(?:therefore |thus |accordingly |hence |and )?"
    r"|(?:,? and | so )(?:therefore |thus )?)"
)
_SUPPOSES: Final = late.pattern(
    r"^(?:even )?(?:if|whether|had|were|assuming|suppos\w+|unless|should|when|where|before|until"
    r"|once)\b",
    re.IGNORECASE,
)
_TELLS: Final = late.pattern(rf"^(?:[^,;]{{0,40}}, )?{PARTY} (?!and\b|or\b)", re.IGNORECASE)


def _one_level(match: re.Match[str]) -> bool:
    """Tell whether a pronoun can only mean one level, and nothing is supposed or told of it."""
    named = {one.split()[-1] for one in re.findall(LEVEL, match.string, re.IGNORECASE)}
    return len(named) == 1 and _SUPPOSES.match(match.string) is None


def _ours(match: re.Match[str]) -> bool | None:
    """Return what we, or the facts, do to the level: what was told of it before does not count."""
    if not _one_level(match):
        return None
    if "we " not in match["tail"].lower() and telling.CLAIM.search(match.string):
        return None
    return match["not"] is None


def _upheld(match: re.Match[str]) -> bool | None:
    """Return what is left of an act that is upheld, or is not."""
    if not _one_level(match):
        return None
    return (match["not"] is None) != acts_against(match["what"])


def _which(match: re.Match[str]) -> bool | None:
    told = _TELLS.match(match.string) or telling.CLAIM.search(match.string)
    if told or _SUPPOSES.match(match.string):
        return None
    return match["not"] is None


def _despite(match: re.Match[str]) -> bool | None:
    """Return the contrary of what somebody is told to believe, where the facts are set against."""
    if re.search(rf"{LEVEL}|\b(?:agree|concur)\b(?! with the)", match["rest"], re.IGNORECASE):
        return None
    return re.search(r"\b(?:not|no|never|cannot|too|short|below)\b", match["said"]) is not None


_FINDS_IT: Final = (
    rf"we {_LY}(?:find|hold|conclude|consider|deem)(?: that)?"
    rf" {_IT} (?:is |to be |has been |was )?(?P<not>not )?(?:\w+ly )?{_DONE}"
)

FRAMES: Final[tuple[Frame, ...]] = (
    frame(
        "an act told first, and ours upon it",
        "The agency denied Level 1-7 for want of oil; as none is burned, we reverse that finding.",
        _upheld,
        r"\b(?P<what>credit\w*|award\w*|assign\w*|grant\w*|allow\w*|gave|accept\w*|den(?:y|ied|ial"
        r"|ying)|refus\w+|withh[eo]ld\w*|reject\w*|declin\w+|did not (?:credit|allow|grant|assign"
        rf"|award))\b(?: (?:of|at|credit for|to credit))? {LEVEL}[^;]*{_OPENS}we {_LY}"
        r"(?:(?P<not>(?:reverse|overturn|set aside|vacate|overrule|(?:do|can|could|did) ?not"
        r" (?:sustain|uphold|affirm|support|endorse|accept|agree with)))|(?:sustain|uphold|affirm"
        r"|support|endorse|accept|agree with)) (?:it|(?:that|this|the)"
        r" (?:\w+ )?(?:determination|finding|refusal|denial|credit|award|evaluation|decision"
        rf"|conclusion|judgment|grant|action)){_ENDS}",
    ),
    frame(
        "an act told first, which can stand or cannot",
        "The agency credits Level 1-8 for gas long gone, and that credit cannot be sustained.",
        _upheld,
        r"\b(?P<what>credit\w*|award\w*|assign\w*|grant\w*|allow\w*|gave|den(?:y|ied|ies)|refus\w+"
        rf"|withh[eo]ld\w*|reject\w*) {LEVEL}[^;]*{_OPENS}(?:that|this|the|such) (?:\w+ )?"
        r"(?:determination|finding|refusal|denial|credit|award|evaluation|decision|rating"
        r"|conclusion)"
        r" (?:(?P<not>(?:can ?not|can no longer|could not|must not|may not|is not) (?:\w+ly )?)"
        r"|(?:can|is"
        r"|must) (?:\w+ly )?)(?:be )?(?:sustained|upheld|affirmed|supported|justified|accepted)\b"
        rf"(?![^;]*{LEVEL})",
    ),
    frame(
        "we find that level met, or not",
        "Nothing bears out the refusal of Level 3-3, and we find that level fully met.",
        _ours,
        rf"{LEVEL}[^;]*(?P<tail>{_OPENS}{_FINDS_IT}{_ENDS})",
    ),
    frame(
        "and we credit it, or do not",
        "There is no merit in the objection to Level 9-2, and we credit it.",
        _ours,
        rf"{LEVEL}[^;]*(?P<tail>{_OPENS}(?:we )?{_LY}(?P<not>(?:do|can|could|did|will) ?not"
        rf" (?:\w+ )?|decline to |refuse to |are unable to )?{_DO} {_IT}{_ENDS})",
    ),
    frame(
        "and it is credited, or is not",
        "The beams are the brightest there are under Level 6-2, and it is assigned.",
        _ours,
        rf"{LEVEL}[^;]*(?P<tail>{_OPENS}{_IT} (?:is|was|must be|has been|can|cannot|could)"
        r" (?:therefore |accordingly |thus |hence )?(?P<not>(?:not |no longer |never )(?:be )?"
        rf"|be )?(?:\w+ly )?{_DONE}{_ENDS})",
    ),
    frame(
        "it cannot stand",
        "Level 4-4 rested on lamps since put out; without them it cannot stand.",
        _ours,
        rf"{LEVEL}[^;]*(?P<tail>{_OPENS}(?:without [^;,]{{0,30}},? )?{_IT} (?P<not>can ?not|can no"
        r" longer|could not|does not|must) (?:be )?(?:stand|kept|supported|sustained|maintained"
        rf"|upheld|fall|fail|survive|remain|justified){_ENDS})",
    ),
    frame(
        "the work reaches it, or stops short of it",
        "Level 5-4 would light a harbor; the appellant's own lamp stops short of it.",
        _ours,
        rf"{LEVEL}[^;]*(?P<tail>{_OPENS}{_OWN_WORK} (?:\w+ ){{0,2}}?(?:(?P<not>(?:does|do|did|can"
        r"|could) ?not (?:\w+ )?(?:meet|reach|satisfy|attain|equal|match|rise to|come (?:\w+ )?up"
        r" to)|(?:stops?|falls?|comes?) (?:\w+ )?short of|falls? below|fails? to (?:meet|reach)"
        r"|never (?:reach|attain)(?:s|es)?)|(?:\w+ly )?(?:meets?|reach(?:es)?|satisf(?:y|ies)"
        rf"|attains?|equals?|matche?s?|rises? to|comes? up to)) {_IT}{_ENDS})",
    ),
    frame(
        "the level, which is credited, or is not",
        "The rust does not take the lamps below Level 2-4, which is credited.",
        _which,
        rf"{LEVEL}(?: \([^)]*\))?, (?:a level )?which (?:is|we|must be|has been|was)"
        r" (?:therefore |accordingly |thus |hence )?(?P<not>(?:do |can)?not |never )?(?:be )?"
        rf"(?:{_DONE}|{_DO}){_ENDS}",
    ),
    frame(
        "the facts, which is the level",
        "No lamps are lifted by the appellant, which is Level 8-1.",
        _which,
        rf"^[^;]*, which (?:is|are) (?P<not>not )?(?:\w+ly )?(?:at |of |that of |those of )?"
        rf"{LEVEL}[ .]*$",
    ),
    frame(
        "whatever somebody believes",
        "Despite the appellant's belief that Level 2-5 is right, the harbor master reads the log.",
        _despite,
        r"^(?:notwithstanding|despite|in spite of) (?:the |his |her |your )?(?:[\w']+ ){0,2}?"
        r"(?:belief|view|contention|claim|assertion|argument|conviction|opinion|statement"
        rf"|insistence|feeling) (?P<said>that [^,;]*{LEVEL}[^,;]*), (?P<rest>[^;]*)$",
    ),
)
