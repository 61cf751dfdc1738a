"""Whether a sentence credits a level or refuses it, by what its words do to one another.

Set phrases know how decisions usually speak; they fail where a denial is denied ("does not fall
below Level 3-3"), where the verdict is a word of refusal ("Level 2-5 is inappropriate"), or where
somebody else has the authority the level asks for. Here the words of a clause that affirm, deny
and turn are multiplied: two that deny make one that affirms. A clause without such a word says
nothing, and then the set phrases stand.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from index.decisions.stance.building import frames
from index.decisions.stance.building.told import found_after_telling
from index.decisions.stance.certainty import FINDINGS, certain
from index.decisions.stance.fronted import fronted
from index.decisions.stance.levels import agreeing
from index.decisions.stance.rules.finding import MET
from index.decisions.stance.signs import ASIDE, LEVEL, Verdict, of_clause
from index.language import late, structure
from index.models import Stance

_NOT_THAT: Final = (
    r"\b(?:not,? (?:as [^,;]{3,40}, )?|(?:rather than|instead of) )(?:of |at |to |that of "
    r"|with )?(?:the )?(?:factor )?level "
)
_BACK: Final = late.pattern(
    r"^(?:but|yet|though|and|however),? (?:\w+ ){0,3}(?:(?:the|this|that) level\b"
    r"|(?:full )?intent\b|it (?:is|does|cannot|can)\b)",
    re.IGNORECASE,
)
"""A clause that comes back to the level it does not name again."""
_BREAK: Final = late.pattern(
    r"[;:]\s+|;|,?\s+(?=(?:but|yet|although|though|whereas|even though|even if)\b)"
    r"|,\s+(?=(?:so|and so|so that|which (?!(?:is|are) (?:required|needed|described|demanded"
    r"|necessary|expected))|and (?:we|it|they|he|she|this|that|therefore|thus|the"
    r"|is|are|does|level|his|her|none|one|that part|without))\b)"
    r"|,?\s+(?=(?:because|inasmuch as|in that|when|where|while)\b)|,?\s+(?=so that\b)"
    r"|,?\s+(?=since (?!\d))|\s+(?=and (?:thus|therefore|hence|so|cannot|denied"
    r"|refused|(?:factor )?level \S+ (?:is|was|has|must|cannot)|(?:is|are|does|do|has|have)"
    r" not)\b)"
    r"|\s+and\s+(?=(?:is|are|was|were|comes?|meets?|reach(?:es)?|rises?|qualif(?:y|ies)"
    r"|warrants?|merits?"
    r"|deserves?) )|,\s+(?=(?:as|since|for) (?:the|his|her|their|its|he|she|they|it|this|these"
    r"|each|all"
    r"|most|no)\b)|,\s+(?=(?:the|his|her|this|these|it|he|she|they|we|its|their|your) )"
    r"|,\s+(?=(?:matching|meeting|consistent|typical|characteristic|comparable|equivalent|leaving"
    r"|placing|as (?:at|is|described|expected|contemplated)|such as)\b)",
    re.IGNORECASE,
)
_ELLIPSIS: Final = late.pattern(
    r"^(?:but |and |yet )?(?:(?:the )?[\w' ]{1,40} )?(?:(?:do|does|did|is|are|was|were|has|have)"
    r"(?: not\b|n't\b)|none (?:do|does|is|are)|cannot control)(?: (?:free|so|one|able"
    r"|met)\b.*)?[ .]*$",
    re.IGNORECASE,
)
"""A clause that only denies what the clause before supposed: "but the effect does not"."""
_UNATTAINED: Final = late.pattern(
    r"^(?:but|and|yet|though) (?:it )?(?:is |was |has )?not (?:been )?(?:\w+ )?(?:attained|met"
    r"|reached|satisfied|equaled|matched)\b",
    re.IGNORECASE,
)
"""A clause that denies the same level: "approached but not attained"."""
_NEARER: Final = late.pattern(
    rf"\b(?:(?:more|closer|nearer|better)\b[^.;]*?(?P<near>{LEVEL})[^.;]*?"
    rf"|(?P<nigh>{LEVEL})[^.;,]*? (?:better|more \w+|rather|sooner)) than "
    rf"(?:[\w']+ ){{0,5}}(?P<far>{LEVEL})",
    re.IGNORECASE,
)
"""Two levels weighed: "more nearly like Level 2-2 than Level 2-3"."""
_CLEFT: Final = late.pattern(
    r"^it is (?P<who>[^,]+?),? (?:rather than|and not|not) (?P<other>[^,]+?),? "
    r"(?=(?:who|whose|that|which)\b)",
    re.IGNORECASE,
)
"""Who has what the level asks for: "It is the director, not the appellant, whose work ..."."""
_OWNER: Final = late.pattern(r"\b(?:appellants?|position|he|she|her|him|they|you)\b", re.IGNORECASE)
_NOT_ONLY: Final = late.pattern(
    r"\bnot (?:only|merely|just|simply|solely)\b[^.;]*\bbut\b", re.IGNORECASE
)
_OTHERWISE: Final = late.pattern(
    r"^(?:but|yet|and)? ?(?:our|the|we) (?:\w+ ){1,5}(?:otherwise|differently|(?:to )?the"
    r" contrary"
    r"|the opposite|no such thing)[ .]*$|"
    r"^(?:but|yet|and)? ?(?:we|this) (?:\w+ )?(?:find|believe|conclude|hold|disagree|think)\w*"
    r"(?: that)?(?: (?:it|he|she|they|this))?(?: (?:should|could|must)(?: have| be| not)?"
    r"| was (?:right|wrong|mistaken|in error)| otherwise| does| do| is)?[ .]*$",
    re.IGNORECASE,
)
"""A clause that only turns the one before it: "but we find that it should have"."""
_SUPPOSED: Final = late.pattern(
    r"^(?:in order )?to (?:be|meet|reach|warrant|merit|receive|attain)\b.*\bwould (?:have to"
    r"|need)"
    r"|\b(?:could|would|might|may)\b(?! (?:not|deny|refuse|withhold|reject))[^.;]{0,40}"
    r"\b(?:only if|be considered|have been"
    r" (?:credited|met|assigned)|require that|reach)\b|^(?:were|had) (?:the|his|her|it)\b",
    re.IGNORECASE,
)
_PURPOSE: Final = late.pattern(r"(?:in order )?to \w+", re.IGNORECASE)
_CONCEDES: Final = late.pattern(
    rf"^(?:although|though|while)\b[^,]*{LEVEL}[^,]*,(?!.*{LEVEL})"
    r"(?! we (?:do|did|can|could) ?not[ .]*$)",
    re.IGNORECASE,
)
"""A concession that opens a sentence and is answered without naming the level again."""
_OPENS_BESIDE: Final = late.pattern(
    r"^(?:rather than|instead of|absent|barring|lacking|while|although|though|even allowing for"
    r"|despite|in spite of"
    r"|as|since|because|inasmuch as|where|when|by the time|contrary to|in the absence of"
    r"|in the presence of|without|given|in view of)\b[^,;]*, ",
    re.IGNORECASE,
)
_JUDGES: Final = late.pattern(
    r"\b(?:'s|s'|his|her|their|your|the) (?:claim|contention|argument|reliance|assertion"
    r"|request|view|determination|crediting"
    r"|evaluation|credit|failure)\b[^.;]{0,60}\b(?:is|are|was|must|has|cannot|does)\b"
    r"|\berr(?:s|ed)\b|\bwe (?:\w+ )?(?:cannot|can not|are|find|see|have|do not|decline|must"
    r"|reject|affirm|set aside|agree|concur)\b|^contrary to\b|\bwould have us\b[^.;]*\bbut\b"
    r"|; the (?:facts|record|work|evidence)\b",
    re.IGNORECASE,
)
_FINDS: Final = late.pattern(
    rf"{LEVEL} (?:\([^)]*\) )?(?:is|was|must be|may|can|cannot|does|do|overstates|understates"
    r"|has (?:\w+ )?been (?:shown|found|established|demonstrated|proved|proven))\b"
    r"(?! (?:met|credited|assigned|appropriate|warranted|only|reserved|for)\b[^.]{0,20}"
    r"\b(?:when|where|if|only|for)\b)"
    r"|\b(?:we|our review|the record|the evidence|the facts|appellants?'?s?|his|her|the agency"
    r"|the agency's|there is)\b|^(?:the|this|these|such|occasional) (?:\w+ ){0,3}(?:work|duties"
    r"|position|assignments|contacts|guidelines|guides|scope|effect|hazards|manual|controls)\b"
    r"|^(?:credit|this is|contacts with)\b|^the (?:supervis\w+|degree|extent|amount)\b"
    r"|\b(?:prevents?|precludes?|bars?|rules? out|prohibits?) (?:\w+ ){0,3}"
    r"(?:assign|credit|award|evaluat)"
    rf"|{LEVEL}[^;]*; (?:the|this|these|such|he|she|they|it) "
    rf"|^(?!(?:an?|any|each|every|to|if|when|where|at|under|in|employees?|positions?|work|typical"
    rf"|characteristic|illustrative|the (?:distinction|difference|criteria|description|intent"
    rf"|standard|guide|next|higher|lower|employee|threshold|step)|level|fld)\b)(?:(?!{LEVEL})"
    rf"[^;])*?\b(?:is|are|was|were|do|does|rises?|remains?|stays?|compares?|equates?|counts?"
    rf"|amounts?|meets?|matche?s?|reach(?:es)?|fits?|supports?|satisf(?:y|ies)|corresponds?"
    rf"|warrants?|justif(?:y|ies)|merits?|falls?)\b(?:(?!{LEVEL})[^;,]){{0,60}}?{LEVEL}",
    re.IGNORECASE,
)
_OF_ANYBODY: Final = late.pattern(
    r"^(?:(?:also|however|further|furthermore|moreover|in addition|by contrast|in contrast"
    r"|conversely|but|and|yet),? )?(?:(?:(?:at|under|in|for|to|with) )?(?:the )?(?:[\w-]+ ){0,4}?"
    rf"{LEVEL}|(?:an?|any|each|every|no|other|some|such) (?:\w+ )?(?:employees?|positions?|jobs?"
    r"|incumbents?)\b|employees?\b|positions?\b|incumbents?\b|the (?:distinction|difference"
    r"|criteria|description|intent|standard|guide|employee|threshold|step|question|issue)\b"
    r"|(?:if|when|where|whether|unless|until|to|should|were|had)\b)",
    re.IGNORECASE,
)
"""An opening that tells what a standard says of anybody, or supposes."""
_TURNS_BACK: Final = late.pattern(
    r"; (?:however,? )?|[,;] (?:but|yet|however,?) (?!.*[,;] (?:but|yet|however)\b)",
    re.IGNORECASE,
)
_APART: Final = late.pattern(rf"{LEVEL}[^;]*[,;] (?:but|yet|however)\b[^;]*{LEVEL}", re.IGNORECASE)
_HEDGED: Final = late.pattern(
    rf"\bwhether\b[^;]*{LEVEL}[^;,]*$|^(?:if|should|were|had|whether|before|until|unless"
    rf"|once)\b[^;]*{LEVEL}"
    rf"|^but for\b[^;]*\b(?:could|would|might)\b[^;]*{LEVEL}"
    rf"|{LEVEL}[^;]*\b(?:only if|would|might)\b|\b(?:would|might)\b[^;]*{LEVEL}",
    re.IGNORECASE,
)
_RESOLVED: Final = late.pattern(
    r"\band (?:we )?(?:conclud|f[io]u?nd|determin|decid)|\bbut (?:we|our|the)\b", re.IGNORECASE
)
_SILENT: Final = late.pattern(
    r"\b(?:(?:did|does|do|has|have) not (?:\w+ ){0,2}|neither\b[^.;]{0,40}\b)(?:explain\w*"
    r"|provided?|stated?|address\w*|discuss\w*|mention\w*|elaborat\w*|specif(?:y|ied)"
    r"|offer(?:ed)?)\b"
    rf"|\bboth the (?:agency|appellant) and\b[^;]*\bdiscuss\w*\b"
    rf"|{LEVEL} (?:is|was) not (?:intended|meant|designed) (?:for|to)\b"
    rf"|{LEVEL} (?:\w+ )?(?:does|do|did) not (?:\w+ )?(?:require|demand|expect|presuppose|assume"
    r"|envision|contemplate|call for|insist|depend)\b"
    rf"|{LEVEL} is (?:\w+ )?for (?:those|employees?|people|positions?|incumbents?)\b"
    rf"|{LEVEL} (?:\w+ )?(?:applies (?:where|when|if)|is (?:\w+ )?(?:where|when|if))\b"
    rf"|{LEVEL} (?:\w+ )?(?:applies (?:only|to)|is (?:meant|intended|reserved) (?:for|to))\b"
    r"(?! (?:the|this|your|his|her) (?:appellant|position|work|job))"
    rf"|^(?:an? )?(?:credit|crediting|award) (?:at|of|for|under) (?:the )?{LEVEL} (?:presupposes"
    rf"|requires"
    r"|assumes|depends|demands|implies|means|takes|calls for)\b(?![^.;]*[,;] (?:and|but|which)\b)"
    rf"|\bas (?:it|they|he|she) (?:must|would|should)\b[^;]*{LEVEL}",
    re.IGNORECASE,
)


def of_anybody(sentence: str) -> bool:
    """Tell whether a sentence tells what a standard says of anybody, or supposes."""
    return _OF_ANYBODY.match(sentence) is not None


def _hedged(sentence: str) -> bool:
    """Tell whether a sentence only asks or supposes that a level applies.

    Nothing is found in "whether Level 2-4 could be credited" or "would meet Level 2-4 if": a
    reader who takes it for a finding is misled, and one who gets no label loses little.
    """
    if _HEDGED.search(sentence) is None or _RESOLVED.search(sentence) is not None:
        return False
    named = re.findall(LEVEL, sentence, re.IGNORECASE)
    return not any(frames.decided(sentence, level.split()[-1]) for level in named)


def refused(sentence: str, named: tuple[str, ...]) -> tuple[str, ...]:
    """Return the levels whose refusal leaves a higher one out of question: none that is met."""
    return tuple(
        level
        for level in named
        if (found := verdict(sentence, level)) and not found.met and found.plain
    )


Signed = dict[Stance, tuple[str, ...]]
"""What a sentence does to the levels it names."""


def settled(
    sentence: str, stance: Stance | None, named: tuple[str, ...]
) -> tuple[Stance | None, Signed]:
    """Return what set phrases say of a sentence, and what is found where its words say otherwise.

    A sentence that only supposes, asks or tells what nobody explained finds nothing: a finding
    the wrong way round misleads more than none.

    Args:
        sentence: One sentence with dashes and quotation marks folded.
        stance: What its set phrases say.
        named: The levels it names.
    """
    if not named or stance == "comparison_refused":
        return stance, {}
    read, signed = _both(sentence, stance, named)
    if stance == "claim" and found_after_telling(sentence) is not None:
        return read, signed
    words = {level: verdict(sentence, level) for level in named}
    findings = signed or ({read: named} if read in FINDINGS else {})
    sure: Signed = {}
    for one, levels in findings.items():
        kept = tuple(
            level
            for level in levels
            if one not in FINDINGS or certain(sentence, stance, words, one, level)
        )
        if kept:
            sure[one] = kept
    if findings and not sure:
        return None, {}
    built = tuple(level for level, one in words.items() if one is not None and one.framed)
    sure = agreeing(sure, built)
    return read, sure if signed or sure != findings else {}


def _both(
    sentence: str, stance: Stance | None, named: tuple[str, ...]
) -> tuple[Stance | None, Signed]:
    """Return what both readers make of a sentence, sure of it or not."""
    if _SILENT.search(sentence):
        return (None if stance in ("met", "credited", "not_met") else stance), {}
    signed = _signed(sentence, stance, named)
    silent = not (signed or MET.search(sentence) or any(verdict(sentence, one) for one in named))
    if stance == "met" and silent:
        # Facts beside a level, and no word that says whether they are like it or not.
        return None, {}
    if _hedged(sentence):
        refused: Signed = {one: levels for one, levels in signed.items() if one == "not_met"}
        crossed = stance == "not_met" and bool(signed) and not refused
        return (None if crossed or stance in ("met", "credited") else stance), refused
    return stance, signed


def _signed(sentence: str, stance: Stance | None, named: tuple[str, ...]) -> Signed:
    """Return what the words of a sentence find, where its set phrases read otherwise.

    The set phrases stand where the words agree, or say nothing. A claim stays a claim unless the
    sentence judges it.
    """
    told = found_after_telling(sentence) if stance == "claim" else None
    if told is not None:
        after = {level: verdict(told, level) for level in structure.levels_named(told)}
        return {"met" if one.met else "not_met": (level,) for level, one in after.items() if one}
    signed: Signed = {}
    built: Signed = {}
    unsaid: list[str] = []
    for level in named:
        found = verdict(sentence, level)
        if found is None:
            unsaid.append(level)
            continue
        if stance == "claim" and not (found.framed or _JUDGES.search(sentence)):
            return {}
        finds = found.framed or (
            found.plain
            and (_FINDS.search(sentence) or not (found.met or _OF_ANYBODY.match(sentence)))
        )
        if stance in ("standard", None) and not finds:
            unsaid.append(level)
            continue
        met: Stance = "credited" if stance == "credited" else "met"
        one: Stance = met if found.met else "not_met"
        signed[one] = (*signed.get(one, ()), level)
        if found.framed:
            built[one] = (*built.get(one, ()), level)
    if unsaid and stance in signed and _APART.search(sentence):
        return signed
    if unsaid and stance not in FINDINGS:
        # What a sentence is built to find of one level stands, whatever it tells of another.
        return built
    if unsaid and stance in signed:
        return {}
    if unsaid and signed and stance is not None:
        # What words say of one level does not turn what set phrases say of another.
        signed[stance] = tuple(unsaid)
    return {} if set(signed) == {stance} else signed


# A sentence is read as part of its paragraph, its piece and its factor.
@lru_cache(maxsize=2048)
def verdict(sentence: str, level: str) -> Verdict | None:
    """Return whether a sentence finds a level met, or None when no word of it says so.

    Args:
        sentence: One sentence with dashes and quotation marks folded.
        level: A level it names.
    """
    answer = _answer(sentence, level)
    if answer is not None:
        return answer
    opens = fronted(sentence)
    if opens is not None:
        own = opens.met.get(level.upper())
        return (
            verdict(opens.rest, level) if own is None else Verdict(met=own, plain=True, framed=True)
        )
    if _CONCEDES.match(sentence):
        return None
    nearer = _NEARER.search(sentence)
    if nearer:
        for group, met in (("near", True), ("nigh", True), ("far", False)):
            if nearer["nigh"] and frames.denied(sentence[: nearer.start()]):
                return None
            if (nearer[group] or "").lower().endswith(level.lower()):
                return Verdict(met=met, plain=True, framed=True)
    framed = frames.decided(sentence, level)
    if framed is not None:
        return framed
    cleft = _CLEFT.match(sentence)
    if cleft:
        rest = of_clause(sentence[cleft.end() :])
        own = _OWNER.search(cleft["who"]) is not None
        if own == (_OWNER.search(cleft["other"]) is not None):
            return None
        return Verdict(met=own == (rest is None or rest.met), plain=True, framed=True)
    named = re.compile(rf"(?<![\w-]){re.escape(level)}(?!\d)", re.IGNORECASE)
    if re.search(rf"{_NOT_THAT}{re.escape(level)}(?!\d)", sentence, re.IGNORECASE):
        return Verdict(met=False, plain=True)
    text = ASIDE.sub(" ", sentence)
    text = re.sub(rf",? ?(?:and )?{_NOT_THAT}[1-9]\w?-\d\w?", "", text, flags=re.IGNORECASE)
    clauses = _clauses(text)
    at = [i for i, clause in enumerate(clauses) if named.search(clause)]
    if not at:
        return None
    found: Verdict | None = None
    after = clauses[at[-1] + 1 :]
    for clause in [*(clauses[i] for i in at), *(one for one in after if _BACK.match(one))]:
        found = of_clause(clause) or found
    if any(_OTHERWISE.search(clause) for clause in after) and found is not None:
        return Verdict(met=not found.met, plain=True)
    if any(_ELLIPSIS.search(clause) for clause in after) and (found is None or found.met):
        return Verdict(met=False, plain=True)
    supposed = sentence if _PURPOSE.match(sentence) else clauses[at[-1]]
    if _SUPPOSED.search(supposed) and (found is None or found.met):
        return Verdict(met=False, plain=True)
    if any(_UNATTAINED.search(clause) for clause in after) and (found is None or found.met):
        return Verdict(met=False, plain=True)
    if found is None and _NOT_ONLY.search(sentence):
        return Verdict(met=True, plain=False)
    return found


def _answer(sentence: str, level: str) -> Verdict | None:
    """Return what is found of a level that a sentence names again after a turn."""
    turn = _TURNS_BACK.search(sentence)
    if turn is None:
        return None
    first, last = sentence[: turn.start()], sentence[turn.end() :]
    if not all(level in structure.levels_named(part) for part in (first, last)):
        return None
    found = verdict(last, level)
    return found._replace(framed=True) if found is not None and found.plain else None


def _clauses(sentence: str) -> list[str]:
    opening = _OPENS_BESIDE.match(sentence)
    parts = [sentence]
    if opening and re.search(LEVEL, sentence[opening.end() :], re.IGNORECASE):
        parts = [sentence[: opening.end()], sentence[opening.end() :]]
    return [clause for part in parts for clause in _BREAK.split(part) if clause.strip()]
