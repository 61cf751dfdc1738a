"""Whether what was read out of a sentence may stand, or the sentence is too crossed to be sure.

A finding the wrong way round misleads more than none. Two readers look at a sentence: the set
phrases, and the words that affirm and deny multiplied. A finding stands where they agree, where
the build of the sentence decides it, or where nothing crosses the one that speaks: no denial
beside the one it counts, nothing told of another case, no other level its words may be of.
"""

from __future__ import annotations

import re
from typing import Final

from index.decisions.stance.signs import BESIDE, DENIES, LEVEL, Verdict
from index.language import late
from index.models import Stance

_DENIAL: Final = late.pattern(
    r"\b(?:not|no|neither|never|cannot|nothing|none|nobody|without|hardly|scarcely|unless"
    r"|except|little|few|den(?:y|ies|ied|ying)|refus\w+|withh[eo]ld\w*|reject\w*|dismiss\w*|lack\w*|fail\w*"
    r"|overlook\w*|ignor\w+|disput\w+|doubt\w*|wrong\w*|err(?:s|ed|or)?|revers\w+|disagree\w*"
    r"|far from|rather than|instead of|under|unable|short of|below|too)\b|n't\b",
    re.IGNORECASE,
)
_LITOTES: Final = late.pattern(
    rf"\b(?:not|no|nor|neither|never|cannot|nothing|without|hardly|in no way|n't)\b(?: [\w-]+)"
    rf"{{0,2}}? (?:{DENIES})\b",
    re.IGNORECASE,
)
"""One denial of another, side by side: "does not fall below", "no doubt"."""
_ANOTHER_CASE: Final = late.pattern(
    r"^in (?:(?:an|our|that|the|one|some|several) )?(?:earlier|prior|previous|other|another|older"
    r"|former) (?:\w+ )?(?:decision|case|appeal|evaluation)s?\b"
    r"|\b(?:credited|found|evaluated|assigned|granted|held)\b[^.;]{0,40}\bin (?:an|another|our"
    r"|that|other) (?:earlier|prior|previous|other )?(?:\w+ )?(?:decision|appeal)s?\b"
    r"|\bmay or may not\b|\b(?:dis(?:agree|put)\w*|differ(?:s|ed)?) (?:among|between|with each)\b"
    r"|^(?:we|this (?:office|decision)) (?:\w+ ){0,3}(?:consider|examine|address|decide|determine"
    r"|turn to|ask|look at) (?:\w+ )?whether\b"
    r"|^(?:the (?:question|issue|matter) (?:\w+ )?(?:is|was|becomes|remains)"
    r"|(?:we|our office) (?:are|were|was|is) asked to|it remains to)\b",
    re.IGNORECASE,
)
"""What another case found, or what is only asked here."""
_OF_A_PARTY: Final = late.pattern(
    rf"^(?:[\w ]{{0,30}}, )?(?:the|your|his|her|their|an?) (?:\w+ )?(?:agency|activity|command"
    rf"|supervisor|representative|(?:personnel|employing|human resources) office)\b(?!'s| and\b)"
    rf"(?! (?:\w+ )?(?:errs|erred|is|was)\b)[^;]*{LEVEL}"
    rf"|{LEVEL} (?:is|was|were|has been|had been) (?:\w+ )?(?:assigned|credited|granted|given"
    r"|awarded|found|allowed|chosen|selected|claimed|sought|requested) by"
    r" (?!us\b|OPM\b|this office)"
    r"|\b(?:appellants?|agency|parties|you|he|she|they) (?:do(?:es)?|did) not (?:\w+ )?(?:dispute"
    r"|contest|question|challenge|appeal|disagree|address|seek|claim|request|raise)\b"
    r"|\b(?:writes?|wrote|told|says|said|states|stated|believes?|contends?|argues?|maintains?"
    r"|insists?|asserts?|claims?|holds)(?: us)? that\b(?![^;]*\bwe\b)"
    rf"|\b(?:said|alleged|claimed|supposed|thought|purported|believed) to\b[^;]*{LEVEL}"
    rf"|{LEVEL} is the (?:\w+ )?(?:level|one|credit) (?:that )?(?:the|he|she|you|they)\b",
    re.IGNORECASE,
)
"""What an agency, an appellant or another did, said or left alone; nothing is found by it."""
_ANSWERED: Final = late.pattern(
    r"(?:[,;] |\s)(?:but|yet|however|nevertheless|nonetheless)\b|; |, which\b|\bwe\b|\bour\b"
    r"|[,;] (?:and )?(?:the|this) (?:record|facts|evidence)\b",
    re.IGNORECASE,
)
_SET_AGAINST: Final = late.pattern(
    r"\b(?:contrast\w*|rather than|instead of|than|unlike|far from|not|but|while|whereas|although"
    r"|though|short of|below|between|yet|with(?:out)?|cannot)\b",
    re.IGNORECASE,
)
FINDINGS: Final = ("met", "not_met", "credited")


def certain(
    sentence: str, stance: Stance | None, words: dict[str, Verdict | None], met: Stance, level: str
) -> bool:
    """Tell whether a finding for one level of a sentence may stand.

    Args:
        sentence: One sentence with dashes and quotation marks folded.
        stance: What its set phrases say.
        words: What its words find for each level it names.
        met: The finding.
        level: The level it is for.
    """
    if _ANOTHER_CASE.search(sentence):
        return False
    if _OF_A_PARTY.search(sentence) and not _ANSWERED.search(sentence):
        return False
    said = words[level]
    if said is not None and said.framed:
        return True
    affirmed = met != "not_met"
    denials = len(_DENIAL.findall(sentence))
    beside = len(_DENIAL.findall(BESIDE.sub("", sentence)))
    if said is None and not affirmed and denials and not beside:
        # Somebody else is only ruled out: "the appellant, and not the chief, has ...".
        return False
    agrees = stance in FINDINGS and (stance != "not_met") == affirmed
    alone = said is None or not said.plain
    if alone and denials > 1:
        return False
    crossed = stance == "not_met" or (denials > 1 and not agrees)
    if affirmed and crossed and not _LITOTES.search(sentence):
        return False
    same = [one for other, one in words.items() if other != level and one is not None]
    alike = bool(same) and said is not None and all(one.met == said.met for one in same)
    return not (alike and _SET_AGAINST.search(sentence))
