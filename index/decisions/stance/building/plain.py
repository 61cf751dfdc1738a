"""Clauses that say plainly, from one end to the other, what is found of a level.

"Level 7-2 must suffice", "we arrive at Level 3-3", "the work is squarely at Level 5-3": who or
what, a predicate, the level, and nothing else that could turn it. A clause counts only where all
of it is read so; one that a party tells, that supposes, or that goes on with a condition says
nothing here.
"""

from __future__ import annotations

import re
from typing import Final

from index.decisions.stance.rules import telling
from index.decisions.stance.signs import LEVEL
from index.language import late

_LY: Final = (
    r"(?:(?:therefore|thus|accordingly|hence|instead|then|also|again|clearly|here|still|indeed|well"
    r"|quite|(?!only|hardly|scarcely|nearly|barely|merely|partly|possibly|arguably|early)\w+ly) )*"
)
_GIVEN: Final = (
    r"met|reached|attained|achieved|satisfied|fulfilled|matched|equaled|credited|creditable"
    r"|assigned|awarded|granted|allowed|accepted|approved|affirmed|sustained|upheld|retained"
    r"|restored|reinstated|confirmed|warranted|justified|merited|deserved|earned|supported"
    r"|supportable|established|shown|demonstrated|proven|appropriate|proper|correct|right"
    r"|applicable|apt|suitable|fitting|in order|present|realized|evident|due|accurate|sound"
    r"|reasonable|called for|well[- ](?:founded|supported|taken)|(?:\w+ly )?identified"
    r"|the (?:right|proper|correct|appropriate|best|better) (?:one|level|choice|credit|fit|match"
    r"|evaluation|description)|the (?:most|highest|limit|ceiling)(?: that)?(?: can be| we can)?"
    r"(?: (?:credited|allowed|credit|allow|justified))?"
)
_TAKEN: Final = (
    r"inappropriate|incorrect|wrong|unwarranted|unjustified|unsupported|unsupportable|excessive"
    r"|too (?:high|generous|liberal|much)|inapplicable|unsuitable|unattainable|denied|refused"
    r"|withheld|disallowed|rejected|removed|withdrawn|rescinded|overturned|precluded|excluded"
    r"|ruled out|unmet|lacking|absent|overstated|out of (?:reach|place|the question)|untenable"
    r"|unearned|undeserved|inaccurate|unreasonable|mistaken|misplaced|a mistake|an error"
    r"|an overstatement|erroneous"
)
_BE: Final = (
    r"(?:is|are|has been|have been|(?:is|has been) found to be|is to be|seems|proves(?: to be)?"
    r"|(?:must|should|can|may|will)(?= (?:not )?be\b)|can(?=not be\b))"
)
_VERBS: Final = (
    r"(?:must |should |will |does |do )?(?:suffices?|governs?|controls?|applies|apply|obtains?"
    r"|prevails?|fits?|holds?|stands?)"
)
_OF_LEVEL: Final = late.pattern(
    rf"^{LEVEL}(?:,? (?:and no(?:thing)? (?:more|higher|other)|alone),?)? (?:{_LY}(?:{_BE}"
    rf"(?P<not> ?not)? (?:be )?{_LY}(?:(?P<given>{_GIVEN})|(?P<taken>{_TAKEN}))"
    rf"|(?P<verb>{_VERBS})|(?:does|do|did|can) ?(?P<nil>not)"
    rf" {_LY}(?:apply|govern|control|obtain|prevail|fit|hold|stand)))"
    r"(?: (?:by us|here|also|too|as well|in this (?:case|instance|appeal)|as the (?:proper|correct"
    r"|appropriate) \w+|(?:for|to|in) (?:the|this|his|her|your|their|these) [\w' -]{3,50}))?[ .]*$",
    re.IGNORECASE,
)
_WORK: Final = (
    r"(?:(?!\b(?:not?|cannot|\w+n't|hardly|scarcely|rarely|seldom|barely|nearly|almost|nor|never"
    r"|nothing|neither|none|nobody|few|little|some|parts?|portions?"
    r"|certain|any|each|every|an?|that|who|whom|which|whose|agency|activity|command|supervisors?"
    r"|representatives?|union|management|employees?|incumbents?|positions|other|others|another"
    r"|similar|typical|levels?|standard|guide|criteria|description|difference|distinction|if"
    r"|whether|when|where|would|could|might|may|we|they|than|only|step|threshold|were|had"
    r"|without|lacks?|fails?|takes?|to)\b)[\w' -])"
)
_REACHES: Final = (
    r"(?:fully |squarely |clearly |easily |plainly |solidly )?(?:meets?|reach(?:es)?|attains?"
    r"|achieves?|satisf(?:y|ies)|fulfills?|equals?|matche?s?|amounts? to|rises? to|comes? up to"
    r"|measures? up to|qualif(?:y|ies) for|belongs? (?:at|in|to)|ranks? (?:at|with)"
    r"|falls? (?:squarely )?(?:at|within|in|into|under)|sits? at|lies? at|stands? at|fits?"
    r"|warrants?|merits?|deserves?|earns?|gains?|wins?|commands?|justif(?:y|ies)|parallels?"
    r"|corresponds? to|counts? toward|be (?:counted toward|used to support|put under|placed at)"
    r"|exemplif(?:y|ies)|typif(?:y|ies)|is the (?:very )?(?:mark|hallmark|stuff|essence) of"
    rf"|(?:is|are) {_LY}(?:at|within|of|equal to|equivalent to|on a par with|typical of"
    r"|characteristic of|worthy of|deserving of|creditable at|evaluated at|rated at|placed at"
    r"|those of|that of|best placed at|the (?:very )?(?:mark|hallmark|stuff|essence|earmarks?"
    r"|signs?|marks|hallmarks) of|an? (?:\w+ )?(?:features?|mark|hallmark|characteristic|trait|sign"
    r"|element|attribute) of))"
)
_CAPPED: Final = rf"(?:is|are) {_LY}(?:held|limited|restricted|kept) (?:to|at)"
"""Of the level itself, and no more; not to be held to a level says nothing of it."""
_MISSES: Final = (
    r"(?:(?:is|are|lies|stands|remains?) (?:well |far |just |clearly )?(?:below|beneath|short of"
    r"|under|less than|inferior to|lower than|outside|(?:a|one|two|several) (?:\w+ )?(?:steps?"
    r"|notch|notches|rungs?|degrees?|shades?) (?:below|under|short of|lower than))|(?:falls?|stops?"
    r"|comes?) (?:well |far |just |somewhat |considerably )?(?:below|short of|under|beneath)"
    r"|a (?:step|notch|rung|degree|shade) (?:below|short of|under)"
    r"|fails? (?:to (?:meet|reach|attain|satisfy|equal|match|rise to|measure up to))"
    r"|misse[sd]|does not belong (?:at|in|to))"
)
_OF_WORK: Final = late.pattern(
    rf"^(?:(?:and|but|so|yet|therefore|thus|accordingly|hence),? )*(?P<who>{_WORK}{{2,90}}? )?"
    rf"{_LY}(?P<not>(?:do|does|did|can|could) ?not {_LY}|cannot |(?:is|are) not (?=\w))?"
    rf"(?<!to )(?:(?P<reaches>{_REACHES})|(?P<misses>{_MISSES})|(?P<capped>{_CAPPED})) (?:that of "
    rf"|those of |what is \w+"
    rf" (?:at"
    rf"|by|in) )?(?:the (?:full )?(?:intent|criteria"
    rf"|definition|description|demands|requirements|threshold) (?:of|at|for) )?{LEVEL}[ .]*$",
    re.IGNORECASE,
)
_OF_US: Final = late.pattern(
    rf"^(?:(?:and|but|so|yet|therefore|thus|accordingly|hence|instead),? )*we {_LY}(?P<not>(?:do"
    r"|can|could|did) ?not |decline to |are unable to |refuse to )?(?:must |have |would )?"
    rf"{_LY}(?:(?P<gives>credit|assign|award|grant|allow|accept|approve|affirm|sustain|uphold"
    r"|retain|restore|confirm|favor|endorse|adopt|arrive at|settle (?:up)?on|come (?:out )?at|end"
    r" (?:up )?at|side with|are left with|stay (?:at|with)|remain at)|(?P<takes>deny|refuse"
    r"|withhold|disallow|reject|remove|withdraw"
    rf"|rescind|overturn|rule out|reverse))(?:e?d)? (?:the (?:award|credit|claim) (?:of|for) )?"
    rf"{LEVEL}(?: (?:here|instead|as well|for this factor|as (?:the )?(?:proper|correct)))?[ .]*$",
    re.IGNORECASE,
)
_DEEMED: Final = late.pattern(
    rf"^(?:(?:and|but|so|yet|therefore|thus|accordingly|hence),? )*we {_LY}(?P<not>(?:do|can|could)"
    rf" ?not )?(?:regard|consider|deem|view|see|treat|hold|find|think|believe)(?: that)? {LEVEL}"
    rf" (?:(?:as|to be|is) )?{_LY}(?:(?P<given>{_GIVEN})|(?P<takes>{_TAKEN}))[ .]*$",
    re.IGNORECASE,
)
_CLAUSE: Final = late.pattern(
    r"; (?:and |but |so |therefore |thus |accordingly )?|[,.]? (?=(?:but|yet|so|although|though"
    r"|while|whereas|since|because)\b)|, (?=and\b)|, (?=(?:which|this|we|he|she|it|they|these)"
    r" )|, which (?=(?:is|are|equals?|matches|meets?)\b)| (?=and (?:is|are|equals?|meets?"
    r"|reach(?:es)?"
    r"|attains?|matches|satisf(?:y|ies)|falls?|we|level|does|do|cannot)\b)",
    re.IGNORECASE,
)
_OPENS: Final = late.pattern(
    r"^(?:(?:based on|after|having|in (?:light|view|consequence) of|for|in the absence of|given|on"
    r" (?:balance|the whole|these facts|this record)|in (?:our|sum|short|conclusion)|accordingly"
    r"|therefore|thus|hence|consequently|overall|taken as a whole|as a whole)\b(?:(?!LEVEL)"
    r"[^,;])*, )(?=\S)".replace("LEVEL", LEVEL),
    re.IGNORECASE,
)
_LEADS: Final = late.pattern(
    r"^(?:and|but|so|yet|therefore|thus|accordingly|hence|which|this|although|though|while"
    r"|whereas|since|because)\b,? ?",
    re.IGNORECASE,
)
_SUPPOSES: Final = late.pattern(
    r"^(?:even )?(?:if|were|had|should|unless|whether|until|once|before|when|where|only"
    r"|to(?! the (?:degree|extent)\b))\b|"
    r"\b(?:would|might|could|if|whether|unless|may or may not|only if|only when)\b",
    re.IGNORECASE,
)
_TURNS: Final = late.pattern(
    r"^(?:,? ?(?:but|yet|though|although|however|only|if|when|where|unless|except|provided|were"
    r"|while|whereas)\b)|\b(?:in error|erroneously|wrongly|mistakenly)\b",
    re.IGNORECASE,
)
_ASIDE: Final = late.pattern(
    r" ?\([^)]*\)|(?<=[\da-d]),? (?:for |at |worth )?\d[\d,]* points\b,?"
    r"|, (?:not (?:contested|disputed|challenged|questioned|appealed)|as|like|however"
    r"|too|of course|in fact|in our (?:view|judgment|opinion)"
    r"|moreover|then|therefore)\b(?:(?!LEVEL)[^,;])*,(?= )".replace("LEVEL", LEVEL),
    re.IGNORECASE,
)


def said(sentence: str, level: str) -> bool | None:
    """Return what a sentence plainly says of a level, or None where no clause of it says so.

    Args:
        sentence: One sentence with dashes and quotation marks folded.
        level: A level it names.
    """
    text = _OPENS.sub("", _ASIDE.sub("", sentence))
    if _SUPPOSES.search(text):
        return None
    found: set[bool] = set()
    start = 0
    breaks = [*((one.start(), one.end()) for one in _CLAUSE.finditer(text)), (len(text),) * 2]
    for end, following in breaks:
        clause, before, after = text[start:end], text[:start], text[following:]
        start = following
        named = [one.split()[-1].lower() for one in re.findall(LEVEL, clause, re.IGNORECASE)]
        if named != [level.lower()]:
            if level.lower() in named:
                return None
            continue
        one = _of(clause, told=_told(before))
        if one is None or _TURNS.search(after):
            return None
        found.add(one)
    return found.pop() if len(found) == 1 else None


def _told(before: str) -> bool:
    """Tell whether what stands before a clause is a party's, and nothing set the two apart."""
    own = before.rpartition(";")[2]
    return (telling.CLAIM.search(own) or telling.AGENCY.search(own)) is not None


def _of(clause: str, *, told: bool) -> bool | None:
    ours = _OF_US.match(clause) or _DEEMED.match(clause)
    if ours is not None:
        return (ours["not"] is None) == (ours["takes"] is None)
    plain = _LEADS.sub("", clause)
    if told or telling.CLAIM.search(clause) or telling.AGENCY.search(clause):
        return None
    level = _OF_LEVEL.match(plain)
    if level is not None:
        return ((level["not"] or level["nil"]) is None) == (level["taken"] is None)
    work = _OF_WORK.match(plain)
    if work is None or (work["who"] is None and plain == clause):
        return None
    if work["capped"]:
        return None if work["not"] else True
    return (work["not"] is None) == (work["misses"] is None)
