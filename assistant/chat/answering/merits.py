"""What people argue a grade by and does not count: how much, how well, how long, out of need."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Question

_UNFILLED = pattern(
    r"\bno (?:\w+ )?(?:applicants?|candidates?|takers|bidders)\b|"
    r"\b(?:nobody|no one|no-one|none|few|hardly (?:any|anyone|anybody)|not enough|"
    r"zero)\b(?: \w+){0,3}? "
    r"\b(?:appl(?:y|ies|ied|icants?)|candidates?|takers|wants?|bids?|interested)\b"
    r"|\b(?:can't|cannot|can not|couldn't|could not|unable to|hard to|difficult\w* (?:to|in|with)|"
    r"trouble|struggl\w+|impossible to)\b.{0,20}\b(?:fill\w*|recruit\w*|hir\w+|attract\w*|find|"
    r"get (?:any|anyone|anybody|people|applicants|candidates)|staff)\b",
    re.IGNORECASE,
)
_RAISED = pattern(
    r"\b(?:rais\w+|upgrad\w*|bump\w*|higher|increas\w*|regrad\w*|up a grade|grade (?:it|the job) "
    r"(?:as|at)|(?:post|announce|advertise|make|classify)\w* (?:it|the \w+) (?:as|at|an?)\b|"
    r"(?:too|so) low\b|under-?graded\b|under-?rated\b)",
    re.IGNORECASE,
)
_LONG = pattern(
    r"\b(?:years?|decades?)\b.{0,40}\b(?:worth|deserv\w*|earn(?:s|ed)?|reward\w*)\b.{0,30}"
    r"\b(?:grade|promotion|raise|higher|gs|an? 1[0-5])\b"
    r"|\b(?:years?|yrs?|decades?)\b.{0,40}\bstill (?:at |only |just |stuck (?:at |as )?)*(?:an? )?"
    r"(?:gs[\s-]*)?(?:1[0-5]|[1-9]|the same grade)\b.{0,20}\b(?:count|matter|worth|mean|fair)\b",
    re.IGNORECASE,
)
"""Years of service for which a grade is wanted, and not those for which one was held."""
_SERVED = pattern(
    r"\b(?:\d+|two|three|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)(?: \w+){0,2} "
    r"(?:years?|yrs?|decades?)\b|\bdecades\b|\bsince (?:19|20)\d\d\b|\bseniority\b|\btenure\b|"
    r"\blongevity\b|\btime (?:in|on) (?:the|this|my) (?:job|position|desk)\b|"
    r"\b(?:length|years?) of (?:my )?service\b",
    re.IGNORECASE,
)
_COUNTS = pattern(
    r"\b(?:count|counts|matters?|means?|worth|consider|considered|account|weigh|weight)\b"
    r"(?! (?:towards?|as|against)\b)",
    re.IGNORECASE,
)
_GAINED = pattern(
    r"\b(?:experience|degree|details?|detailed|temporar\w*|acting|contractor|back ?pay|appeal\w*|"
    r"lowered|downgrad\w*|demot\w*|cut|retention|retained?|keep|kept|supervis\w*|higher)\b",
    re.IGNORECASE,
)
"""What makes of years something else than service: a grade held, work done, knowledge gained."""
_THAN_OTHERS = pattern(
    r"\b(?:twice|three times|double|triple|half again|two or three times|far more|much more|more|"
    r"\d+ (?:\w+ )?(?:an?|each|every|per) (?:day|week|month|year))\b"
    r".{0,40}\b(?:work ?load|case ?load|volume|than (?:the|any|every|all|most|other|others|anyone|"
    r"everyone|everybody)\b|the other \w+ (?:does|do|has|have|handles?|gets?)\b)"
    r"|\b(?:heaviest|biggest|largest|highest) (?:work ?load|case ?load|volume)\b",
    re.IGNORECASE,
)
"""More of the same work than others have: "twice the workload of the other branch"."""
_RATED_WELL = pattern(
    r"\b(?:outstanding|excellent|exceeds(?: \w+)?|top|great|best|perfect|fully successful) "
    r"(?:ratings?|reviews?|appraisals?|evaluations?|every year|each year|all (?:the|those|these) "
    r"years)\b|\b(?:everyone|everybody|people|they|customers) (?:says?|tells? me|agrees?) "
    r"(?:that )?(?:i|we)(?:'m| am| do| are|'re) (?:\w+ ){0,3}"
    r"(?:great|good|best|excellent|outstanding)\b"
    r"|\b(?:never|not once) (?:once )?(?:missed|blown) (?:a|any|one) deadline\b"
    r"|\b(?:customers?|clients?|users?|patients|veterans) (?:really )?(?:loves?|praise\w*|adore|"
    r"thank\w*) (?:me|us|my|our)\b",
    re.IGNORECASE,
)
_ONLY_ONE = pattern(
    r"\b(?:i'?m|i am|we are|we're) the only (?:one|person|ones) (?:here |in \w+ \w+ )?(?:who|that) "
    r"(?:can|knows? how|is able|could)\b|\b(?:nobody|no one) else (?:here |in \w+ \w+ )?"
    r"(?:can|could|knows how to|is able to) do (?:it|this|that|my|what i)\b",
    re.IGNORECASE,
)
"""A person who is held to be hard to replace."""
_IN_NEED = pattern(
    r"\b(?:can'?t|cannot|can not|hard to|impossible to|how (?:am|is|are) \w+ (?:supposed )?to|"
    r"(?:kids?|children|family|mouths)(?: \w+){0,2} to)"
    r" (?:even )?(?:live|survive|get by|make ends meet|pay (?:the|my) (?:rent|bills)|feed|afford)\b"
    r"[^.?!]{0,40}\b(?:gs|grade|pay|salary|on an? \d+)\b"
    r"|\b(?:in debt|behind on (?:the|my) (?:rent|mortgage|bills)|broke)\b[^.?!]{0,40}"
    r"\b(?:gs|grade|on an? \d+)\b"
    r"|\b(?:rent|mortgage|kids|children|bills|child care|day ?care|loans?)\b[^.?!]{0,60}"
    r"\b(?:higher grade|gs-?\s?\d+|deserve|need (?:a|the) (?:raise|grade|upgrade|higher))\b",
    re.IGNORECASE,
)
"""Need told as a reason for a grade."""
_SAID = {
    "work done only in another's absence does not count": (
        "absen", "on leave", "is away", "are away", "vacation", "out sick", "is out of",
        "is out for", "fills in", "fill in for", "filling in", "covers for", "covering for",
        "stand in", "stands in",
    ),
    "the volume of work does not raise a grade": (
        "volume", "workload", "busy", "overwork", "amount", "quantity", "doubled", "twice",
        "short", "understaff", "all three jobs", "both jobs", "two jobs", "three jobs",
        "caseload", "cases",
    ),
    "doing the same work in more places does not raise a grade by itself, only what widens its "
    "scope or effect (Factor 5)": (
        "sites", "two offices", "hospitals", "locations", "places", "clinics", "buildings",
    ),
    "length of service does not raise a grade": (
        "longev", "years", "yrs", "senior", "service", "tenure",
    ),
    "how well the work is done does not raise a grade": (
        "quality", "perform", "outstanding", "award", "reward", "excellen", "rating", "apprais",
        "better", "efficien", "fast", "hard work", "how well",
    ),
    "pay and need do not raise a grade": (
        "money", "need", "rent", "kids", "mortgage", "bills", "live on", "cost",
        "salar", "pay", "earn", "comparab", "private",
    ),
    "difficulty in recruiting does not raise a grade": (
        "recruit", "hire", "hiring", "fill", "retain", "retention", "leave", "quit", "shortage",
    ),
}  # fmt: skip
"""What the lead says, by the beginnings of words that name it."""


OF_WORK = ("duties", "duty", "project", "task", "responsib", "security", "higher")
"""Words of the work itself, which may well count; what does not is said by other words."""


def served_long(question: Question) -> bool:
    """Tell whether a grade is wanted for years of service."""
    text = question.message
    if _LONG.search(text):
        return True
    counts = _SERVED.search(text) and _COUNTS.search(text)
    return bool(counts) and not (_GAINED.search(text) or question.has(*OF_WORK))


def argued(question: Question) -> bool:
    """Tell whether what does not count is argued by, in a statement or as what should count."""
    text = question.message
    if question.has(*OF_WORK):
        return False
    if _IN_NEED.search(text) and _COUNTS.search(text):
        return True
    merits = any(one.search(text) for one in (_THAN_OTHERS, _RATED_WELL, _ONLY_ONE, _IN_NEED))
    return merits and not question.asks


def unfilled(question: Question) -> bool:
    """Tell whether a grade is to be raised because nobody can be found for the job."""
    said = question.around or question.message
    asks = question.asks and _UNFILLED.search(said) and _RAISED.search(said)
    return bool(asks) and not question.has("appeal", "retention", "retained")


def merit(question: Question) -> str:
    """Return what is to be said of the merit a message argues by; empty where none is known."""
    if unfilled(question):
        return "difficulty in recruiting does not raise a grade"
    if served_long(question):
        needy = _IN_NEED.search(question.message)
        return f"length of service {'and need do' if needy else 'does'} not raise a grade"
    if _IN_NEED.search(question.message):
        return "pay and need do not raise a grade"
    if _ONLY_ONE.search(question.message):
        return "being hard to replace does not raise a grade by itself"
    if argued(question) and _THAN_OTHERS.search(question.message):
        return "the volume of work does not raise a grade"
    return next((what for what, words in _SAID.items() if question.has(*words)), "")
