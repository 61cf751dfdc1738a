"""What shuts retention out of a grade that went down, and what a later message takes back of it.

"I asked for the move myself" turns what was said of keeping the grade around; "forget the term
thing, that was my previous job" takes a statement back, and states nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from index.language.late import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.appeals.retention.facts import Exclusion

_NOT = r"(?<!not )(?<!n't )(?<!never )(?<!nor )(?<!without )"
_DOWN = (
    r"(?:lower\w*|down(?:grade\w*)?|demot\w+|smaller|less respons\w+|easier|reduc\w+|step(?:ping)? "
    r"(?:back|down)|gs-?\d+|wg-?\d+|cut)\b"
)
_ASKED: dict[Exclusion, re.Pattern[str]] = {
    "own-request": pattern(
        rf"\b(?:i|he|she|we|employee|someone|who|worker|specialist|analyst|clerk|people|"
        rf"they) (?:had |"
        rf"have |has |just |only |myself |himself |herself )*(?:{_NOT}(?:ask(?:ed|s)?|"
        rf"request(?:ed|s)?|volunteer(?:ed|s)?|applied|appl(?:y|ies)|wanted|chose|chooses?))\b"
        rf"(?! (?:hr|opm|them|personnel|for (?:a |an )?(?:review|audit|desk|reconsider\w+|"
        rf"extension))\b)"
        rf"[^.?!;]{{0,60}}\b{_DOWN}"
        rf"|{_NOT}(?<!not )\b(?:at|on|by|upon) (?:my|his|her|their|the employee's|an employee's) "
        r"(?:own )?(?:request|choice|wish|initiative)\b"
        r"|\b(?:because|since|cause|as) (?:i|he|she) (?:had |have )?(?:asked|requested|wanted|"
        r"volunteered|applied)(?: (?:for|to have) (?:it|that|this))?\b(?! (?:hr|opm|for an?|about|"
        r"why|how|what))"
        r"|\b(?:i|he|she) (?:had |have |has |just |myself |actually )*(?:asked|requested|applied|"
        r"volunteered)(?: for)? (?:the|this|that|it|a|another)\b ?(?:move|change|transfer|"
        r"reassignment|swap)?(?: (?:myself|himself|herself)\b|[^.?!;]{0,20}"
        r"\b(?:closer|near(?:er)?|home|family|easier|my own)\b)"
        r"|\b(?:i|he|she) (?:left|quit|resigned(?: from)?|gave up|transferred from|switched from)\b"
        rf"[^.?!;]{{0,40}}\b(?:for|to)\b[^.?!;]{{0,15}}\b{_DOWN}"
        r"|\b(?:was|it's|its|is) (?:all )?my (?:own )?(?:idea|choice|wish|doing)\b"
        rf"|\b{_DOWN}[^.?!;]{{0,25}}\bvoluntar(?:y|ily)\b"
        r"|\bown request\b|\bself[- ]requested\b|\bmy (?:own )?request\b"
        r"|\bvoluntar(?:y|ily)\b[^.?!;]{0,40}"
        rf"\b{_DOWN}|\b(?:took|take|taking|accepted) a (?:voluntary |lower)[^.?!;]{{0,50}}"
        r"\b(?:to be|closer|near|family|kids?|mother|father|parents?|home|health|stress)\b",
        re.IGNORECASE,
    ),
    "personal-cause": pattern(
        rf"{_NOT}\b(?:(?:for|because of|due to|over|after|on) (?:(?:my|his|her|their|an?|the|some|"
        r"alleged|poor|bad|low|unacceptable|personal|his own|her own) )*"
        r"(?:misconduct|conduct|performance|cause|pip|disciplin\w+|rating|behaviou?r|appraisal))\b"
        r"|\b(?:mis)?conduct (?:action|case|demotion|charge)s?\b"
        r"|\b(?:was|were|been|got|am|is|i'm)? ?disciplined\b|\bpunitive\b"
        r"|\bdisciplinary (?:demotion|action|reduction)\b|\bdemoted as (?:a )?(?:punish|"
        r"disciplin)\w+",
        re.IGNORECASE,
    ),
    "temporary-or-term": pattern(
        r"\b(?:temp(?:orary)?|term) (?:appointment|appointee|employee|employees|worker|hire|job|"
        r"position|staff|limited appointment)s?\b|\bon a (?:\w+[- ]){0,3}term\b(?! promotion)|"
        r"\b(?:\w+[- ]years?|not[- ]to[- ]exceed|nte) (?:term|appointment)\b|\b(?:i'm|i am|is|was|"
        r"as) (?:only |just )?a (?:temp|term)\b(?! promotion)|\bterm-limited\b|\btime-limited "
        r"appoint\w+",
        re.IGNORECASE,
    ),
    "failed-supervisory-probation": pattern(
        r"(?=.*\b(?:supervis\w+|manag\w+|boss|chief|team lead\w*|returned|went back|put back|back "
        r"(?:to|in)|sent back)\b).*\b(?:fail\w*|flunk\w*|n't (?:make|complete|pass|finish|survive)|"
        r"not (?:make|complete|pass|finish)|did ?n.t|washed out)\b[^.?!;]{0,40}\bprobation\w*",
        re.IGNORECASE | re.DOTALL,
    ),
}
BY_MANAGEMENT = pattern(
    r"\b(?:management|agency|boss|supervisor|hr|they) (?:had |has |have )?(?:asked|told|directed|"
    r"ordered|offered|proposed|pressed|made) (?:me|him|her|us|them|it)\b",
    re.IGNORECASE,
)
ONLY_TEMPORARY = pattern(
    r"\btemp(?:orary|\.)? promot\w+|\btemporarily promot\w+|\btime[- ]limited promot\w+|"
    r"\bpromot\w+ temporarily|\bterm promot\w+"
    r"|\b(?:my|the|a|this) detail\b[^.?!]{0,12}\b(?:end(?:s|ed)?|over|is up|expires?|runs out)\b",
    re.IGNORECASE,
)
_FELL = pattern(
    r"\b(?:pay|salary|paycheck|wages?)\b(?: \w+){0,2} (?:went|gone|dropped|fell|fallen|came|shrank|"
    r"(?:was|were|is|got|has been) (?:also |too )?(?:cut|lowered|reduced|less|lower|down))\b|"
    r"\b(?:lost|losing) (?:\w+ ){0,2}(?:pay|money|salary)\b|\b(?:paid|getting|make|earn) less\b",
    re.IGNORECASE,
)
_NOT_FELL = pattern(
    r"\b(?:if|would|could|might|may|will|going to|unless|did(?:n't| not)|has(?:n't| not)|"
    r"was(?:n't| not)|never|no lost|back)\b",
    re.IGNORECASE,
)
_TAKES_BACK = pattern(
    r"\b(?:forget|ignore|scratch|disregard|strike|drop|never mind) "
    r"(?:that|it|this|the|what|about|my)\b"
    r"|\b(?:that|it|this)(?: was|'s| is)(?: (?:in|at|on|with|from|for|just|only|about))? "
    r"(?:(?:my|an?|the|his|her|some) )?(?:previous|old|former|last|other|earlier|different|"
    r"another|prior)\b"
    r"|\bi (?:was wrong|misspoke|mixed (?:it|that|them|this) up|got (?:it|that) wrong)\b",
    re.IGNORECASE,
)
_DENIES: dict[Exclusion, re.Pattern[str]] = {
    "temporary-or-term": pattern(
        r"\b(?:permanent|career|tenured|converted)\b|\bnot (?:a |on a |in a )?(?:term|temp)|"
        r"\b(?:forget|ignore|scratch|disregard|drop)\b[^.?!]{0,20}\b(?:term|temp|appoint)",
        re.IGNORECASE,
    ),
    "own-request": pattern(
        r"\b(?:management|(?:the|my) agency|they|hr|my (?:boss|supervisor)|the (?:boss|chief)) "
        r"(?:\w+ ){0,2}(?:did|offered|moved|put|decided|made|ordered|directed|told|asked|brought|"
        r"placed|pushed)\b|\b(?:did(?:n't| not)|never) (?:ask|request|volunteer|want)\w*|"
        r"\bnot (?:at |on )?my (?:own )?(?:request|idea|choice|wish)\b",
        re.IGNORECASE,
    ),
    "personal-cause": pattern(
        r"\b(?:not|nothing|no)\b[^.?!]{0,25}\b(?:performance|conduct|misconduct|cause|"
        r"disciplin\w*)",
        re.IGNORECASE,
    ),
    "failed-supervisory-probation": pattern(
        r"\b(?:completed|passed|finished|made)\b[^.?!]{0,20}\bprobation", re.IGNORECASE
    ),
}


@lru_cache(maxsize=512)
def excluded(text: str) -> Exclusion | None:
    """Return what a text tells that shuts retention out; None where it says that it was not so."""
    for name, says in _ASKED.items():
        if not says.search(text):
            continue
        if name == "own-request":
            denied = BY_MANAGEMENT.search(text)
        elif name == "temporary-or-term" and ONLY_TEMPORARY.search(text):
            continue
        else:
            denied = _DENIES[name].search(text)
        if not denied:
            return name
    return None


def excluded_by(statements: Sequence[str]) -> Exclusion | None:
    """Return what shuts retention out by statements of which a later one corrects an earlier."""
    denied: set[Exclusion] = set()
    for text in reversed(statements):
        name = excluded(text)
        if name is not None and name not in denied:
            return name
        denied |= {one for one, said in _DENIES.items() if said.search(text)}
    return None


def takes_back(text: str, told: Sequence[str]) -> bool:
    """Tell whether a message takes back what was told of why a grade went down."""
    return len(standing(told, text)) < len(told)


def standing(told: Sequence[str], text: str) -> list[str]:
    """Return the statements told before that still stand after a message."""
    text = text.replace("\u2019", "'")
    reasons = [(one, name) for one in told if (name := excluded(one)) is not None]
    out = [one for one, name in reasons if _DENIES[name].search(text)]
    if not out and reasons and _TAKES_BACK.search(text):
        # "That was another time" is said of what was told last.
        out = [reasons[-1][0]]
    return [one for one in told if one not in out]


def says_pay_fell(text: str) -> bool:
    """Tell whether a text says that pay has gone down, so that none seems to have been kept."""
    return bool(_FELL.search(text.replace("\u2019", "'")) and not _NOT_FELL.search(text))
