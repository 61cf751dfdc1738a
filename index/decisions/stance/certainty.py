"""Whether what was read out of a sentence may stand, or the sentence is too crossed to be sure.

A finding the wrong way round misleads more than none. Two readers look at a sentence: the set
phrases, and the words that affirm and deny multiplied. A finding stands where they agree, where
the build of the sentence decides it, or where nothing crosses the one that speaks: no denial
beside the one it counts, nothing told of another case, no other level its words may be of.
"""

from __future__ import annotations

import re
from typing import Final

from index.decisions.stance.building.judging import PARTY, UNCONTESTED
from index.decisions.stance.caution import withheld
from index.decisions.stance.rules.phrases import LIKENESS
from index.decisions.stance.signs import DENIES, LEVEL, Verdict
from index.language import late
from index.models import Stance

_DENIAL: Final = late.pattern(
    r"\b(?:not|no|neither|never|cannot|nothing|none|nobody|without|hardly|scarcely|unless"
    r"|except|little|few|den(?:y|ies|ied|ying)|refus\w+|withh[eo]ld\w*|reject\w*|dismiss\w*"
    r"|lack\w*|fail\w*"
    r"|overlook\w*|ignor\w+|disput\w+|doubt\w*|wrong\w*|err(?:s|ed|or)?|revers\w+|disagree\w*"
    r"|far from|rather than|instead of|under|unable|short of|below|too)\b|n't\b",
    re.IGNORECASE,
)
_LITOTES: Final = late.pattern(
    rf"\b(?:not|no|nor|neither|never|cannot|nothing|without|hardly|in no way|n't)\b(?: [\w-]+)"
    rf"{{0,2}}? (?:{DENIES})\b|\b(?:neither|none) of (?:[\w-]+ ){{1,4}}(?:of [\w-]+ [\w-]+"
    rf" )?(?:is|are)"
    rf" (?:{DENIES})\b",
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
    r"|^in (?:an?|its|their) (?:(?:19|20)\d\d )?(?:[\w-]+ ){0,2}(?:opinion|memorandum|letter|report"
    r"|audit|review|survey|study|determination)\b[^;]*\b(?:found|held|determined|concluded|said)\b"
    r"|^(?:the (?:question|issue|matter) (?:\w+ )?(?:is|was|becomes|remains)"
    r"|(?:we|our office) (?:are|were|was|is) asked to|it remains to)\b",
    re.IGNORECASE,
)
"""What another case found, or what is only asked here."""
_BOTH_WAYS: Final = late.pattern(
    r"\bdisagree\w*\b.*\b(?:agree|concur)\b|\b(?:agree|concur)\b.*\bdisagree\w*\b", re.IGNORECASE
)
"""One party agreed with and the other not, each on its own half of the sentence."""
_OF_A_PARTY: Final = late.pattern(
    r"^(?:[\w ]{0,30}, |in (?:its|the|their|an?) [\w ]{0,30} )?(?:the|your|his|her|their|an?)"
    r" (?:[\w']+ )?(?:agency|activity|command"
    rf"|supervisor|representative|(?:personnel|employing|human resources) office)\b(?!'s| and\b)"
    rf"(?! (?:\w+ )?(?:errs|erred|is|was)\b)[^;]*{LEVEL}"
    rf"|{LEVEL} (?:is|was|were|has been|had been) (?:\w+ )?(?:assigned|credited|granted|given"
    r"|awarded|found|allowed|chosen|selected|claimed|sought|requested) by"
    r" (?!us\b|OPM\b|this office)"
    r"|\b(?:appellants?|agency|parties|you|he|she|they) (?:is|are|was|were) (?:\w+ )?(?:satisfied"
    r"|content|happy|pleased|comfortable|in accord) with\b"
    r"|\b(?:appellants?|agency|parties|you|he|she|they) (?:do(?:es)?|did) not (?:\w+ )?(?:dispute"
    r"|contest|question|challenge|appeal|disagree|address|seek|claim|request|raise)\b"
    r"|\b(?:writes?|wrote|told|says|said|states|stated|believes?|contends?|argues?|maintains?"
    r"|insists?|asserts?|claims?|holds)(?: us)? that\b(?![^;]*\bwe\b)"
    r"|\b(?:in|to) the (?:eyes|mind|view|opinion|estimation|judgment|telling) of (?:the |an? )?"
    r"(?:appellants?|agency|supervisor|representative|incumbent)\b"
    rf"|\b(?:said|alleged|claimed|supposed|thought|purported|believed) to\b[^;]*{LEVEL}"
    r"|\b(?:evaluated|credited|graded|placed|rated|set|put|assigned) (?:at|with|to|under) "
    rf"{LEVEL} (?:by|in) (?:the |your |his |her )?(?:agency|activity|command|supervisor"
    rf"|personnel)"
    r"|^(?:the )?(?:appellants?|appellants?'?s? representatives?|he|she|you|they) [^;]*?\b(?:as"
    r"|for)"
    rf" (?:\w+ )?(?:evidence|proof|indicat\w+|demonstrat\w+|showing|an? (?:example|instance"
    rf"|case|reason|basis|ground)) [^;]*{LEVEL}"
    rf"|^(?:the )?(?:appellants?|he|she|you|they) (?:\w+ )?sees? {LEVEL}"
    rf"|^{LEVEL} is (?:found|seen|typical|common|usual|encountered|reserved)"
    r" (?:\w+ )?(?:in|among|at|for|to|where|when|only) (?!(?:this|the|his|her|your) )"
    rf"|^{LEVEL} is (?:met|credited|assigned|warranted) (?:only )?(?:when|where|if)\b"
    rf"|{LEVEL} is the (?:\w+ )?(?:level|one|credit) (?:that )?(?:the|he|she|you|they)\b",
    re.IGNORECASE,
)
"""What an agency, an appellant or another did, said or left alone; nothing is found by it."""
_PARTY_S_ACT: Final = late.pattern(
    r"\b(?:agency|activity|command|supervisor|region)(?:'s|s') (?:\w+ )?(?:credit\w*|award|finding"
    rf"|determination|evaluation|denial|refusal|assignment|decision|rationale)\b[^;]*{LEVEL}"
    rf"|\b(?:is|are) (?:\w+ )?(?:met|credited|assigned|evaluated) (?:at {LEVEL} )?"
    r"(?:when|where|if)\b",
    re.IGNORECASE,
)
"""An act of a party, which only the build of the sentence judges; a level only supposed."""
_ANSWERED: Final = late.pattern(
    r"(?:[,;] |\s)(?:but|yet|however|nevertheless|nonetheless)\b|; |, which\b|\bwe\b|\bour\b"
    r"|[,;] (?:and )?(?:the|this) (?:record|facts|evidence)\b",
    re.IGNORECASE,
)
_UNDISPUTED: Final = late.pattern(
    r"\bnot (?:in dispute|contested|disputed|at issue)\b", re.IGNORECASE
)
_SET_AGAINST: Final = late.pattern(
    r"\b(?:contrast\w*|rather than|instead of|than|unlike|far from|not|but|while|whereas|although"
    r"|though|short of|below|between|yet|with(?:out)?|cannot)\b",
    re.IGNORECASE,
)
_AS_TAIL: Final = late.pattern(rf", (?:just )?as (?:in|at|under|with) {LEVEL}[ .]*$", re.IGNORECASE)
"""A likeness that closes a sentence: what was denied before it may be what the level describes."""
_LIKE: Final = late.pattern(
    r"\b(?:as|and,? as|just as|like|similar to) (?:(?:is |are |was )?(?:described|expected|depicted"
    r"|found|defined|required|discussed|envisioned|intended|contemplated|illustrated|credited) )?"
    rf"(?:at |in |by |under |with |those of |that of |those at |that at )?{LEVEL}"
    rf"|\b(?:{LIKENESS}|covered (?:by|at|under)|the same as|identical (?:to|with)"
    r"|match for) (?:the )?"
    r"(?:(?:those|that|what|the \w+) (?:is |are )?(?:described|expected|found|envisioned|intended"
    rf"|contemplated|required) (?:at|in|by|under|for) )?{LEVEL}"
    rf"|, which (?:is|are) (?:clearly |plainly )?(?:at |of )?{LEVEL}[. ]*$",
    re.IGNORECASE,
)
_UNLIKE: Final = late.pattern(
    rf"{LEVEL}[^.;,]{{0,30}}\b(?:is|are|can|could|may) ?not\b"
    rf"|\bno (?:evidence|indication)\b[^.;]*{LEVEL}"
    rf"|\b(?:do|does|did|is|are) not\b[^.;,]*{LEVEL}"
    rf"|{LEVEL} but \w+[^.;]*\b(?:lacking|wanting|missing|absent)\b"
    rf"|^(?:although|though|while)\b[^,;]*{LEVEL}[^,;]*, (?:it|this|the|he|she)\b[^;]*\bnot\b",
    re.IGNORECASE,
)
"""Likenesses and denials beside the level itself, which stand although no word counts for it."""
_ONLY_IF: Final = late.pattern(
    r"\b(?:deny|denied|refused?|withh[eo]ld|rejected?|ruled out)\b[^;]*\b(?:only (?:if|when"
    r"|where)"
    r"|unless|provided)\b",
    re.IGNORECASE,
)
_DENIAL_CROSSED: Final = late.pattern(
    r"\b(?:not?|never|nor|neither|nothing|none|cannot|without|hardly|scarcely|mis\w+|wrong\w*"
    r"|err(?:s|ed|or)?|mistake\w*|unfair\w*|unjust\w*|absurd)\b[^;]{0,80}?\b(?:deny\w*|denied"
    rf"|declin\w+|withh[eo]ld\w*|refus\w+|disallow\w*|bars?|barr\w+)\b[^;]{{0,40}}{LEVEL}",
    re.IGNORECASE,
)
"""Somebody's denying of the level, itself denied or blamed, in no frame that weighs the two."""
_ONE_DAY: Final = late.pattern(
    r"\b(?:one day|some ?day|eventually|in (?:the )?future|in time|later on|next (?:year|spring"
    r"|summer|fall|winter|month))\b",
    re.IGNORECASE,
)
"""What is only hoped for: nothing is found by it, either way."""
_NOT_IT: Final = late.pattern(
    r"\bany(?:thing| (?:\w+ )?(?:level|credit|score))\b[^,;]{0,20}\b(?:lower|less|short|below"
    rf"|beneath|higher|more|above|beyond)\b[^,;]{{0,12}}{LEVEL}"
    r"|^(?:had it not been|were it not|but) for\b[^,;]*\b(?:error|mistake|oversight|failure"
    r"|neglect)\b",
    re.IGNORECASE,
)
"""What is said of everything below or above a level, or would be but for a mistake."""
_OWN_CLAUSE: Final = late.pattern(
    r"; |, (?:and|so|but) (?=(?:they|it|this|these|he|she|the (?:\w+ )?(?:work|position"
    r"|appellants?|duties"
    r"|contacts|record|level|demands|controls|guidelines))\b)",
    re.IGNORECASE,
)
"""Where a clause with a subject of its own begins, which the denials before it do not reach."""
_FIRST: Final = late.pattern(
    rf"\b(?:(?:fully |clearly |easily |plainly )?(?:meets?|reach(?:es)?|satisf(?:y|ies)|equals?"
    rf"|matche?s?|attains?)|(?:is|are) (?:met|reached|matched) at) (?:the )?(?P<level>{LEVEL}),?"
    r" (?:and|but|yet|although|though|without)\b",
    re.IGNORECASE,
)
"""A finding that is whole before anything is denied: "meets Level 2-3 but does not meet"."""
_WITHHELD: Final = late.pattern(
    rf"^(?:[\w ,]{{0,30}}, )?{PARTY} (?:\w+ )?(?:did not|does not|has not|would not"
    r"|denie[ds]|refuse[ds]|withh[eo]ld\w*|declined|rejected|disallowed)\b(?! only)"
    rf"[^,;]*{LEVEL}[^,;]*$",
    re.IGNORECASE,
)
_OPPOSES: Final = late.pattern(
    r"\b(?:not?|n't|never|neither|nor|without|fail\w*|den(?:y|ies|ied|ial)|refus\w*|withh[eo]ld\w*"
    r"|reject\w*|declin\w*|disagree\w*|disput\w*|contest\w*|challeng\w*|object\w*|question\w*"
    r"|short|less|lower|wrong\w*|err(?:s|ed|or)?|rather than|instead of|only|but|however|too)\b",
    re.IGNORECASE,
)
_PARTIES: Final = late.pattern(
    r"\b(?:(?P<agency>agency|activity|command|bureau)|(?P<own>appellants?|you|he|she))\b",
    re.IGNORECASE,
)
_WITH_ONE: Final = late.pattern(
    r"\bwith (?:the |your |his |her )?(?:agency|activity|command|appellants?|you|her|him|them)\b",
    re.IGNORECASE,
)
_GOES_BEYOND: Final = late.pattern(
    r"\bnot (?:\w+ )?(?:confined|limited|restricted|held) to (?:(?:those|that|what|the [\w-]+)"
    r"(?: (?:is|are))?(?: \w+)? (?:of|at|in|by|under|for) )?(?P<beyond>LEVEL)"
    r"|\b(?:beyond|exceeds?|more than|above) (?:those of |that of |what )?(?P<above>LEVEL)"
    r"(?=[^;]*[,;] (?:and|so)\b[^;]*\b(?:look|turn|proceed|go|move|consider)\b[^;]*"
    r"\b(?:next|higher|above)\b)".replace("LEVEL", LEVEL),
    re.IGNORECASE,
)
"""What is more than a level, said to go on to the next one: neither credited nor refused."""
_GIVEN_ONLY: Final = late.pattern(
    rf"{LEVEL} (?:\([^)]*\) )?(?:can|may|could|should|must|is)(?: to)?(?: be)? (?:\w+ )?only"
    r" (?:\w+ )?(?:where|when|if|to|for|after|upon)\b",
    re.IGNORECASE,
)
"""A condition of a level, which finds nothing unless the sentence says that it is fulfilled."""
_TAKES: Final = late.pattern(
    r"\b(?:it (?:takes|needs|requires|calls for)|what it takes|(?:is|are) (?:needed|required|wanted"
    rf"|necessary))\b[^;,]*\bto (?:be |arrive at|reach|attain|earn|gain|get to|meet|merit|warrant"
    rf"|justify|come to|qualify for)\b[^;,]*{LEVEL}",
    re.IGNORECASE,
)
"""What it takes to reach a level, which is a measure and no finding."""
_ANY_GROUND: Final = late.pattern(
    r"\bany (?:\w+ )?(?:basis|bases|reason|ground|grounds|claim|case|hope|chance|prospect"
    rf"|possibility|room|support|argument|thought|question|credit)\b[^;,]*{LEVEL}",
    re.IGNORECASE,
)
"""What is said of any ground for a level, which only words that deny it can be about."""
FINDINGS: Final = ("met", "not_met", "credited")


_ASKED: Final = late.pattern(
    rf"^(?:\w+ ){{0,3}}?whether\b[^;]*{LEVEL}[^;,]*? (?:is|was|remains|are)"
    r" (?:[\w']+ ){0,5}?(?:questions?|issues?|matters?|points?|dispute)\b",
    re.IGNORECASE,
)
"""A question named as one: "Whether Level 5-4 is reached is the only question left"."""


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
    if any(one.search(sentence) for one in (_ANOTHER_CASE, _BOTH_WAYS, _ONE_DAY, _ASKED)):
        return False
    if withheld(sentence, level, met=met != "not_met"):
        return False
    said = words[level]
    framed = said is not None and said.framed
    if _OF_A_PARTY.search(sentence) and not (framed and _ANSWERED.search(sentence)):
        return False
    if _passed_over(sentence, level):
        return False
    if framed:
        return True
    if _GIVEN_ONLY.search(sentence) or _TAKES.search(sentence):
        return False
    if _NOT_IT.search(sentence):
        return False
    if _PARTY_S_ACT.search(sentence):
        return False
    if _ONLY_IF.search(sentence):
        return False
    affirmed = met != "not_met"
    if affirmed and _ANY_GROUND.search(sentence):
        return False
    if not affirmed and _DENIAL_CROSSED.search(sentence):
        return False
    if stance in ("met", "credited") and said is not None and not said.met and not said.plain:
        return False
    beside = _LIKE if affirmed else _UNLIKE
    if words[level] is None and stance != "credited" and not beside.search(sentence):
        return False
    if not affirmed and _AS_TAIL.search(sentence):
        return False
    first = _FIRST.search(sentence)
    if (
        first is not None
        and affirmed
        and first["level"].lower().endswith(level.lower())
        and not _DENIAL.search(sentence[: first.start()])
    ):
        return True
    denials = len(_DENIAL.findall(sentence))
    agrees = stance in FINDINGS and (stance != "not_met") == affirmed
    alone = said is None or not said.plain
    if alone and denials > 1:
        return False
    crossed = stance == "not_met" or (denials > 1 and not agrees)
    if affirmed and crossed and not _LITOTES.search(sentence):
        own = _OWN_CLAUSE.split(sentence)[-1]
        if alone or own == sentence or level.lower() not in own.lower() or _DENIAL.search(own):
            return False
    same = [one for other, one in words.items() if other != level and one is not None]
    alike = bool(same) and said is not None and all(one.met == said.met for one in same)
    return not (alike and _SET_AGAINST.search(_UNDISPUTED.sub("", sentence)))


def of_party(sentence: str) -> bool:
    """Tell whether a sentence tells what a party did, said or left alone."""
    return _OF_A_PARTY.search(sentence) is not None


def _passed_over(sentence: str, level: str) -> bool:
    passed = (one["beyond"] or one["above"] for one in _GOES_BEYOND.finditer(sentence))
    return any(one.split()[-1].lower() == level.lower() for one in passed)


def shared(sentence: str, told: str, *, agrees: bool) -> bool | None:
    """Return what is found where OPM only agrees, or disagrees, with what was told before.

    To disagree with a denial credits the level. Nothing is found where what was told is crossed,
    or where both parties spoke in it and one of them is agreed with.
    """
    if _WITH_ONE.search(sentence) and len({m.lastgroup for m in _PARTIES.finditer(told)}) > 1:
        return None
    plain = UNCONTESTED.sub("", told)
    if _OPPOSES.search(plain) is None:
        return agrees
    return not agrees if _WITHHELD.search(told.rstrip(" .")) else None
