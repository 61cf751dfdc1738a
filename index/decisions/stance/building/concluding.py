"""Frames in which a sentence draws its conclusion after what it tells, grants or supposes.

"It is the harbor master who sets the rounds, so Level 2-4 is not present": what follows "so"
decides, whatever stands before it. Where somebody's claim is told the conclusion is his.
"""

from __future__ import annotations

import re
from typing import Final

from index.decisions.stance.building.judging import NEAR, Frame, always, frame, sign
from index.decisions.stance.rules import telling
from index.decisions.stance.signs import LEVEL, OTHERS
from index.language import late

_THUS: Final = (
    r"(?:so that|so|thus|therefore|accordingly|hence|consequently|as a result"
    r"|for (?:this|that|these|those|which) reasons?|to that extent|in (?:this|that) (?:respect"
    r"|case)"
    r"|it follows that|we (?:therefore |thus )?conclude that)\b,? "
)
_OPENS_END: Final = (
    r"(?=there (?:is|are|was|were|remains?|can be)\b|(?:(?!that\b|which\b)[\w'-]+ ){1,10}?"
    r"(?:therefore|thus|accordingly|hence)\b)"
)
_FINDING: Final = (
    r"(?:findings?|conclusions?|determinations?|evaluations?|decision|judgment|opinion|view|fact)"
)
_MARK: Final = (
    r"(?:elements?|conditions?|hallmarks?|features?|requirements?|marks?|traits?|characteristics?"
    r"|prerequisites?|criteri(?:on|a)|aspects?|essence|signs?|the very (?:things?|tasks?))"
)
_DENIED: Final = late.pattern(
    r"\b(?:does|do|did|is|are|was|were|has|have|had|can|could|may|need) ?not\b|\bcannot\b|n't\b"
    r"|\b(?:no|never|nothing|none|neither|nor|without|lacks?|nobody|hardly|scarcely|little|few"
    r"|rarely|seldom|fails?)\b",
    re.IGNORECASE,
)
_LIMITED: Final = late.pattern(
    r"\bnot (?:\w+ )?(?:only|merely|just|simply|limited|confined|restricted|rare)\b", re.IGNORECASE
)
_PLAINLY: Final = late.pattern(
    r"\b(?:does|do|did|has|have|is|are) not\b|\b(?:has|have|with) no\b|\bnever\b|\bnone\b",
    re.IGNORECASE,
)


def _told(match: re.Match[str]) -> bool:
    """Tell whether what a sentence concludes is a party's own conclusion."""
    before = match.string[: match.start("rest")]
    told = telling.CLAIM.search(before) or telling.AGENCY.search(before)
    return told is not None and re.search(r"; |\bbut\b|\bhowever\b|\bwe\b", before) is None


def _persuades(match: re.Match[str]) -> bool | None:
    said = sign(match["said"])
    return None if said is None else said == (match["not"] is None)


def _required(match: re.Match[str]) -> bool:
    return match["not"] is None


def _here(match: re.Match[str]) -> bool | None:
    """Return whether what the level gives an employee is the appellant's here."""
    own = re.search(r"\b(?:appellants?|h[ei][mr]|you)\b", match["who"], re.IGNORECASE)
    other = re.search(rf"\b{OTHERS}\b", match["who"], re.IGNORECASE)
    return None if (own is None) == (other is None) else (own is not None) == (match["not"] is None)


def _concluded(match: re.Match[str]) -> bool | None:
    return None if _told(match) else sign(match["rest"])


def _unaltered(match: re.Match[str]) -> bool | None:
    return sign(match["said"])


def _left_at(match: re.Match[str]) -> bool | None:
    """Return that a position left at a level is of it, where nothing is denied or told of others.

    "The agency leaves the position at Level 2-3" tells what the agency did.
    """
    before = match.string[: match.start()]
    return None if _DENIED.search(before) or telling.AGENCY.search(match.string) else True


def _hard_put(match: re.Match[str]) -> bool | None:
    said = sign(match["said"])
    return None if said is None else not said


def _there(match: re.Match[str]) -> bool | None:
    before = match.string[: match.start()]
    if _DENIED.search(before) or re.search(r"\bonly\b", before, re.IGNORECASE):
        return None
    return match["there"].lower() in ("present", "fulfilled", "there", "satisfied")


def _facts(match: re.Match[str]) -> bool | None:
    """Return what the facts are to the level they are said to be a mark of.

    Nothing where a denial among them may itself be what the level asks for.
    """
    facts = match["facts"] or match["case"]
    if telling.CLAIM.search(facts) or telling.AGENCY.search(facts) or re.search(LEVEL, facts):
        return None
    if not telling.OWN.search(facts) or _LIMITED.search(facts):
        return None
    if _DENIED.search(facts) is None:
        return True
    return False if _PLAINLY.search(facts) else None


def _rather(match: re.Match[str]) -> bool | None:
    """Return that the first of two levels is met; nothing where anything before it denies."""
    return None if _DENIED.search(match.string[: match.start()]) else True


def _no_case(match: re.Match[str]) -> bool | None:
    """Return that there is no case for a level; nothing where the case is one against it."""
    against = re.search(
        r"\b(?:den\w+|refus\w+|withh\w+|not|disturb\w*|chang\w+|question\w*|other than|lower\w*"
        r"|below|less|remov\w+|depart\w*|another)\b",
        match["why"],
        re.IGNORECASE,
    )
    hinders = match["hinders"] is not None
    return (against is not None) != hinders


def _needed(match: re.Match[str]) -> bool:
    """Return that what cannot be done without the level takes it, and what can be does not."""
    before = match.string[: match.start("done")]
    return re.search(r"\b(?:cannot|not|never|hardly|impossible)\b", before) is not None


def _our_part(match: re.Match[str]) -> bool:
    """Return what we make of a credit the agency gave or did not give."""
    credited = match["kept"] is None
    same = match["same"] is not None
    return credited == same


FRAMES: Final[tuple[Frame, ...]] = (
    frame(
        "we do as they did, or not",
        "The agency did not credit Level 2-4 but, having seen the lamps, we do.",
        _our_part,
        r"\b(?:agency|activity|command|supervisor|region|bureau)\b[^;]{0,30}?"
        r"(?:(?P<kept>(?:did|does|would) not (?:credit|assign|award|grant|allow)|denied|refused"
        r"|withheld)|credited|assigned|awarded|granted|allowed|gave)[^;]{0,40}?"
        rf"{LEVEL}[^;]*?[ ,;]"
        r"(?:(?P<same>\b(?:neither|nor|so) (?:do|did|can|must) we\b|\band (?:[^;,]*, )?we (?:do"
        r"|did) (?:so )?too\b)|\b(?:but|yet),? [^;]*?\bwe (?:do|cannot|can|do not|did"
        r" not)\b)[ .]*$",
    ),
    frame(
        "our finding stays as it is",
        "One visit to the pier does not alter our finding that Level 6-3 is improper.",
        _unaltered,
        r"\b(?:not|cannot|insufficient|hardly|nothing|no)\b[^.;,]{0,30}? (?:to )?(?:alters?"
        r"|changes?"
        r"|affects?|disturbs?|modify|undermines?|weakens?|shakes?|upsets?|overturns?)"
        rf" (?:our|the|this|that|an?) (?:\w+ )?{_FINDING} (?P<said>that [^;,]*{LEVEL}[^;,]*)",
    ),
    frame(
        "it persuades us, or does not",
        "The letter does not persuade us that Level 2-5 should be assigned.",
        _persuades,
        r"(?P<not>\b(?:not|cannot|hardly|nothing|no\b[^.;]{0,40}?|fails? to) (?:[^.;,]{0,30}?"
        r" )?)?\b(?:persuades?|convinces?"
        r"|satisf(?:y|ies)|leads?|led|persuaded|convinced) us (?:to (?:conclude|find|believe)"
        rf" )?(?P<said>that [^;,]*{LEVEL}[^;,]*)",
    ),
    frame(
        "it is required here, or is not",
        "Level 1-7 knowledge is not required to trim the wicks assigned.",
        _required,
        rf"{LEVEL} (?:[\w-]+ )?(?:is|are) (?P<not>not |never |hardly )?(?:\w+ly )?(?:required"
        rf"|needed"
        r"|necessary|called for|demanded) (?:of|by|to|for|in) (?:\w+ ){0,2}?(?:the|his|her|their"
        r"|your|this|these"
        r"|assigned|appellants?)\b",
    ),
    frame(
        "here it is somebody's",
        "The choice of rounds, made at Level 2-4 by the keeper, is here made by the appellant.",
        _here,
        rf"{LEVEL}[^;]*, (?:is|are) (?P<not>not )?(?:here|in this case) (?:\w+ )?(?:by|with|to"
        rf"|in)"
        r" (?P<who>[^;,.]{0,40})[ .]*$",
    ),
    frame(
        "no room for the level",
        "Counsel settles disputes, and there is no room for Level 7-4.",
        _no_case,
        r"\b(?:no|not an?|little|hardly any|scant) (?:\w+ )?(?:room|occasion|place|ground|grounds"
        r"|justification|warrant|cause|call|foundation|basis|reason|case|support"
        r"|(?P<hinders>obstacles?|impediments?|bar|hindrance|objections?|barriers?))"
        r"(?P<why> (?:for|to|in|why|against|on which)\b[^.;,]{0,60}?)",
        LEVEL,
    ),
    frame(
        "as it is, not",
        "If he trimmed them himself there might be a case for Level 4-4; as it is, others do.",
        always(met=False),
        rf"\b(?:might|would|could)\b[^;]*{LEVEL}[^;]*(?:; |, but |, yet )"
        r"(?:as it is|as things (?:are|stand)|in fact|in reality)\b",
    ),
    frame(
        "we would have, had it not been so",
        "Had the harbor master not looked at every lamp, we would have considered Level 2-4.",
        always(met=False),
        r"^(?:had|were it not|but for|if (?!even)[^,;]*\bhad\b)(?:(?!\beven\b)[^;])*, we (?:would"
        r"|could|might) have (?:\w+ )?(?:considered|credited|assigned|awarded|found"
        rf"|granted){NEAR}",
    ),
    frame(
        "a mark of the level",
        "He does not choose, does not plan and does not judge, all of which are elements of "
        "Level 2-4.",
        _facts,
        r"^(?P<facts>[^;]*?), (?:(?:(?:all|each|both|any|none) of )?(?:which|these|those) (?:is"
        r"|are)"
        rf" (?:\w+ )?|(?:an?|the|one|both|all) (?:\w+ ){{0,2}}){_MARK} (?:of|for|at"
        rf"|to) {LEVEL}[ .]*$"
        r"|^(?P<case>[^;]*?), which (?:is|would be|must be|ha(?:s|ve) to be|would have to be"
        r"|should be)"
        rf" (?:the case|so|true) (?:for|at|under|to (?:meet|reach)) {LEVEL}[ .]*$",
    ),
    frame(
        "it takes the level, or does not",
        "The lamps cannot be lit without the knowledge described at Level 1-7.",
        _needed,
        r"\b(?:can|could|cannot|possible)\b[^.;]{0,20}?"
        r"\b(?P<done>performed|done|carried out|accomplished|perform|do|lit)\b[^.;]{0,20}?"
        r" without"
        rf"{NEAR}",
    ),
    frame(
        "this level rather than that",
        "He trims wicks and so we find Level 2-3 rather than Level 2-4.",
        _rather,
        rf"{LEVEL}(?=,? (?:rather than|instead of|and not|not|as opposed to) (?:of |at |to |that"
        rf" of |with )?"
        rf"(?:the )?{LEVEL})",
    ),
    frame(
        "misapplied in crediting it",
        "In crediting Level 1-3 for the oath, the agency misapplied the standard.",
        always(met=False),
        rf"\b(?:in|by) (?:crediting|assigning|awarding|granting|allowing)\b{NEAR}[^.;]*\b"
        r"(?:misapplied|misread|misinterpreted|misunderstood|overlooked|went too far|erred)\b",
    ),
    frame(
        "hard put to say it",
        "We would be hard put to say that these lamps stop short of Level 4-3.",
        _hard_put,
        r"\b(?:hard (?:put|pressed)|at a loss) to (?:say|see|find|hold|conclude|argue|believe"
        rf"|understand|credit) (?:that |how |why )?(?P<said>[^;]*{LEVEL})",
    ),
    frame(
        "the work is left at the level",
        "Trimming a wick twice a year leaves the position at Level 8-1.",
        _left_at,
        r"\b(?:leaves?|keeps?|holds?|puts?) (?:the |his |her |this |their )?(?:\w+ )?(?:position"
        rf"|work|job|appellants?|factor|duties|contacts) (?:\w+ )?(?:at|within|in) {LEVEL}",
    ),
    frame(
        "a credit left as it is",
        "The beams are the same, and we leave the agency's Level 5-2 undisturbed.",
        always(met=True),
        rf"\bwe (?:\w+ )?(?:leave|let)\b[^.;,]{{0,40}}?{LEVEL} (?:undisturbed|unchanged"
        r"|untouched|in place|standing|stand|as it (?:is|stands))\b",
    ),
    frame(
        "what the level depends on is there",
        "His helpers are hostile, and so the condition for Level 7-3 is present.",
        _there,
        r"\b(?:conditions?|basis|grounds|prerequisites?|circumstances?) (?:for|of)"
        rf" {LEVEL} (?:is|are) (?:\w+ )?(?P<there>present|fulfilled|there|satisfied|absent"
        r"|missing|wanting|lacking)\b",
    ),
    frame(
        "credited, for the next one is not met",
        "Level 2-4 is credited because Level 2-5 is not met.",
        always(met=True),
        r"^(?:(?!if\b|when\b|where\b|whether\b|unless\b|had\b|were\b|although\b|while\b|under\b)"
        r"(?:[\w' ]{0,30}, |so ))?"
        rf"{LEVEL}(?: \([^)]*\))? (?:is|must be) (?:\w+ly |thus"
        r" |hence )?(?:credited|assigned|awarded|granted|allowed|appropriate|correct|proper)"
        r"(?=,? (?:because|since|as|inasmuch as|in that|given that)\b)",
    ),
    frame(
        "not to be credited",
        "Level 9-2 is not to be credited for the smell of oil.",
        always(met=False),
        rf"{LEVEL} is not to be (?:credited|assigned|awarded|granted|allowed|given)\b"
        r"(?! (?:only|unless|except|without|lightly|den\w+))",
    ),
    frame(
        "there one would, and here one does otherwise",
        "At Level 2-5 the keeper would choose his rounds; here the harbor master sets them.",
        always(met=False),
        rf"^(?:at|under) {LEVEL}[^;]*?\bwould\b[^;]*(?:; |, (?:but|whereas|while) )(?:here|in this"
        r" case|in fact|instead)\b(?!,? the (?:question|issue|record|parties)\b)",
    ),
    frame(
        "no proof of the level",
        "A license to keep a lamp is no proof of Level 1-5.",
        always(met=False),
        r"\b(?:is|are|was|were) (?:no|hardly a|scarcely a) (?:\w+ )?(?:proof|evidence|measure"
        rf"|indication|sign|guarantee|warrant|reason|argument) (?:of|for) {LEVEL}",
    ),
)

CONCLUSIONS: Final[tuple[Frame, ...]] = (
    frame(
        "we find that it is so, or is not",
        "Although the agency denied it, we find that the lamps meet Level 2-4.",
        _concluded,
        r"(?<!do )(?<!can )(?<!did )\bwe (?:(?!do\b|did\b|can|not\b|never|hardly)\w+ )?(?:find"
        r"|found|conclude|concluded|determine|determined|hold|believe|consider"
        r"|are (?:\w+ )?(?:convinced|persuaded|satisfied))(?: (?:instead|rather|therefore))?"
        rf" that (?P<rest>[^;]*{LEVEL}[^;,]*)(?=[;,]|$)",
    ),
    frame(
        "so it is, or is not",
        "The harbor master sets the rounds, so Level 2-4 is not present.",
        _concluded,
        rf"(?:[,;] (?:and )?|\band )(?:{_THUS}|{_OPENS_END})(?P<rest>[^;]*{LEVEL}[^;]*)$",
    ),
)
"""Tried last: what a sentence concludes, where nothing in its build says it otherwise."""
