"""Sentences that name no level and answer the one before: "We disagree", "His are not".

What they find is found of the level that was told, and only where the sentence that told it can be
answered so: a plain claim, what a standard says of anybody, a supposition. Where it is itself
crossed, or where a party only leaves the level alone, nothing is found.
"""

from __future__ import annotations

import re
from typing import Final

from index.decisions.stance import cues
from index.decisions.stance.building.judging import UNCONTESTED
from index.decisions.stance.certainty import FINDINGS, of_party, shared
from index.decisions.stance.polarity import of_anybody, verdict
from index.language import late, structure
from index.models import Stance

_IT: Final = (
    r"(?:it|that level|this level|the level|the (?:higher|next|requested|claimed) level"
    r"|such (?:a )?(?:credit|level))"
)
_GRANTS: Final = r"(?:credit|assign|award|grant|allow|restore|reinstate)"
_WITHHOLDS: Final = r"(?:deny|refuse|withhold|reject|disallow|withdraw|remove)"
_ACT: Final = late.pattern(
    rf"\bwe (?:\w+ly |must |thus |also )*(?P<not>(?:do|can|could|did) ?not |decline to |are unable"
    rf" to )?(?:(?P<grants>{_GRANTS})|{_WITHHOLDS}) {_IT}(?:(?: as| for| in|,)\b[^,;]*)?[ .]*$"
    rf"|(?:^|[,;] (?:and |so )?)(?!it\b){_IT} (?:is|must be) (?:\w+ly |therefore |thus"
    rf" )*(?P<nil>not"
    r" )?(?:(?P<given>credited|assigned|awarded|granted|allowed|restored|reinstated)|denied"
    r"|refused|withheld|disallowed|rejected|withdrawn)[ .]*$",
    re.IGNORECASE,
)
"""What we do with a level that is not named again."""
_OWN: Final = (
    r"(?:(?:the )?appellant(?:'s|s')?(?: \w+){0,2}|th(?:ose|at) of the appellant|(?:his|her|your)"
    r"(?: \w+){1,2}|his|hers|yours|he|she|you|(?:the|this|these) (?:appealed |subject )?(?:position"
    r"|work|duties|assignments|contacts|guidelines)(?: here)?)"
)
_BE: Final = r"(?:do|does|did|is|are|was|were|has|have|can|could)"
_LIKEWISE: Final = late.pattern(
    rf"^(?:but |and |however,? |here,? )?(?:so {_BE} {_OWN}|{_OWN} (?:\w+ly )?{_BE}"
    r"(?: (?:so|too|likewise|as well))?(?P<not> not|n't)?)[ .]*$",
    re.IGNORECASE,
)
"""Whether the appellant's work is as the sentence before says that a level's is."""
_DESCRIBES: Final = late.pattern(
    r"^(?:this|that|such|these)(?: [\w-]+){0,3}? (?P<not>(?:do|does|is|are) not )?(?:\w+ly |well"
    r" )?(?:(?:describes?|fits?|match(?:es)?|characterizes?|covers?|is true of|are true of|applies"
    r" to)|(?:is |are )?(?:an? )?(?:\w+ly )?(?:apt|accurate|fair|good|fitting|faithful)"
    r" (?:description"
    r"|picture|summary|account|statement|portrait) of|is (?:exactly|precisely|just) what) (?:the"
    r" (?:appellant|work|position|duties)|his|her|your|this (?:position|work)|these"
    r" duties)\b[^,;]*$",
    re.IGNORECASE,
)
"""Whether what the sentence before says of a level describes the work."""
_DIFFERS: Final = late.pattern(
    r"^(?:however, |but |on review, )?(?:(?:our|the) (?:(?!not |do |does |did )[\w-]+"
    r" ){1,4}(?:leads?"
    r" (?:us )?to (?:an? )?(?:different|contrary|opposite|other) (?:conclusion|result|finding|view)"
    r"|(?:shows?|indicates?|suggests?|proves?|tells us) otherwise|(?:does|do|did) not (?:support"
    r"|bear"
    r" out|confirm) (?:this|that|it|such|the (?:agency|appellant)'s \w+)[\w ]{0,20})|we (?:\w+ly"
    r" )?(?:find|conclude|hold|decide|see it|think) (?:otherwise|differently)|we (?:\w+ly"
    r" )?(?:reach"
    r"|come to|arrive at|draw) (?:an? |the )?(?:different|contrary|opposite) \w+)[ .]*$",
    re.IGNORECASE,
)
"""That we find otherwise than was told."""
_NOT_SO: Final = late.pattern(
    rf"^(?:but |however,? )?(?:it|they|this|that|none of (?:this|these|that)|{_OWN})"
    rf" (?:\w+ly )?{_BE}(?: not|n't)[ .]*$",
    re.IGNORECASE,
)
_SUPPOSED: Final = late.pattern(
    r"\b(?:would|could|might)\b.*\b(?:if|had|were|should)\b|^(?:if|had|were|should)\b.*\bwould\b",
    re.IGNORECASE,
)
_NOR_WE: Final = late.pattern(r"\b(?:neither|nor) do we[ .]*$", re.IGNORECASE)
_LEAVES: Final = late.pattern(
    r"\b(?:our|we|the) (?:\w+ ){0,2}(?:(?:discloses?|reveals?|shows?|offers?|gives?|finds?|found"
    r"|sees?|have|has|know of) no (?:\w+ )?(?:reason|basis|cause|grounds?) (?:to|for) (?:an? )?"
    r"(?:chang|disturb|alter|disagree|differ|question|modif)\w*|concur|agree)\b",
    re.IGNORECASE,
)
_PARTY_GRANTS: Final = late.pattern(
    r"\b(?:agency|activity|command|bureau|region)\b[^;]*\b(?:found|credited|assigned|evaluated"
    r"|allowed|granted|awarded|arrived at|determined|rated|selected|chose|placed)\b",
    re.IGNORECASE,
)
_CROSSED: Final = late.pattern(
    r"\b(?:not?|never|neither|nor|without|only|den\w+|refus\w+|withh[eo]ld\w*|reject\w*|declin\w*"
    r"|err\w*|wrong\w*|short|below|unless|except)\b|n't\b",
    re.IGNORECASE,
)


def answered(sentence: str, told: str, stance: Stance | None) -> Stance | None:
    """Return what a sentence that names no level does to the level the one before it told.

    Args:
        sentence: One sentence with dashes and quotation marks folded.
        told: The last sentence that named a level; empty when none did.
        stance: What the sentence's own set phrases say.
    """
    if not told:
        return stance
    act = _ACT.search(sentence)
    if act is not None:
        denied = bool(act["not"] or act["nil"])
        return "credited" if bool(act["grants"] or act["given"]) != denied else "not_met"
    named = structure.levels_named(told)
    if len(named) == 1:
        own = _LIKEWISE.match(sentence) or _DESCRIBES.match(sentence)
        if own is not None and of_anybody(told) and not _CROSSED.search(told):
            return "not_met" if own["not"] else "met"
        if _NOT_SO.match(sentence) and _SUPPOSED.search(told) and not _CROSSED.search(told):
            return "not_met"
    untouched = _PARTY_GRANTS.search(told) and not _CROSSED.search(UNCONTESTED.sub("", told))
    if _NOR_WE.search(sentence) and untouched and UNCONTESTED.search(told):
        return "credited"
    if _DIFFERS.match(sentence):
        return _agreed(sentence, told, named, "not_met")
    if stance not in FINDINGS:
        return stance
    if cues.answers(sentence):
        return _agreed(sentence, told, named, stance)
    if of_party(sentence):
        return "credited" if untouched and _LEAVES.search(sentence) else None
    return stance


def _agreed(
    sentence: str, told: str, named: tuple[str, ...], stance: Stance | None
) -> Stance | None:
    agrees = stance != "not_met"
    found = shared(sentence, told, agrees=agrees)
    if found == agrees:
        denied = any(one is not None and not one.met for one in (verdict(told, n) for n in named))
        # To disagree that a level is too low is no refusal of it.
        return None if not agrees and denied else stance
    return None if found is None else "met" if found else "not_met"
