"""What a text is: a classification, job grading or pay category decision, or a look-alike.

OPM publishes claims, declinations and digests with the same page around them as appeal
decisions. They decide other questions and must not be read as classifying a position.
"""

from __future__ import annotations

import re
from typing import Literal

from index.decisions.values import NUMBER, flat
from index.language import late

DecisionType = Literal["classification", "job grading", "pay category", ""]

_TYPE = late.pattern(
    r"\b(?:(?P<classification>(?:position\s+)?classification\s+appeal\s+decision|classification\s+"
    r"decision\s+on\s+appeal)|(?P<grading>job\s+grading\s+appeal\s+decision)|(?P<category>pay\s+"
    r"(?:category|system|plan)\s+appeal\s+decision))\b(?!s\b)",
    re.IGNORECASE,
)
_STATUTE = late.pattern(r"\b(?:section|sections|U\.?S\.?C\.?) ?(?:\d+,? )*(?P<s>5112|5346|5103)\b")
_ACCEPTED = late.pattern(
    r"\b(?:accepted|received|filed)\b[^.]{0,80}\b(?:position )?(?P<kind>classification|job grading)"
    r" appeal\b|\byour (?:position )?(?:classification|job grading) appeal\b"
    r"|\bclassification appeal you\b|\b(?:his|her|their|the) (?:position )?classification appeal\b",
    re.IGNORECASE,
)
_LETTER = late.pattern(
    r"\byou (?:are )?(?:appeal(?:ed|ing)?|(?:filed|submitted|sent) an? (?:\w+ )?appeal)\b[^.]{0,60}"
    r"\b(?:classification|grade|title|series|job)\b"
    r"|\byour (?:letter|request|memorandum)\b[^.]{0,90}\bappeal\w*\b[^.]{0,60}\b(?:classification"
    r"|grade)\b|\byour appeal\b[^.]{0,60}\b(?:classification|grade|grading) of\b",
    re.IGNORECASE,
)
"""A letter that decides an appeal of whom it is written to: the decisions of the 1990s."""
_CERTIFIES = late.pattern(
    r"\b(?:certificate|decision)\b[^.]{0,60}\b(?:mandatory|binding)\b", re.IGNORECASE
)
_OUR_DECISION = late.pattern(
    r"\b(?:this|the following|here|below|enclosed) (?:letter )?(?:is|contains|constitutes|sets out)"
    r" (?:our|the|this office's) (?:final )?decision (?:on|in|about|regarding) (?:the|your)"
    r" (?:[\w-]+ )*appeal\b|\bwe have (?:now )?(?:decided|completed our review of) (?:the|your)"
    r" (?:[\w-]+ )*appeal\b",
    re.IGNORECASE,
)
_CONCLUDES = late.pattern(
    r"\b(?:we|our|your (?:position|job))\b[^.]{0,80}\b(?:(?:properly|correctly|appropriately|best)"
    r" (?:classified|graded)|(?:proper|correct|appropriate) (?:classification|grade|grading))"
    r" [^.]{0,90}(?:\. (?:It|This|(?:The|Your) (?:position|job)) (?:is|remains|stays) [^.]{0,60})?"
    r"(?-i:\b[A-Z]{2}-?\d{3,4}-\d{1,2})\b",
    re.IGNORECASE,
)
"""A letter that calls itself the decision of an appeal and says what is decided."""
_DEAR = late.pattern(r"\bDear (?:Mr|Ms|Mrs|Miss|Dr)\b")
_HEAD = 2500
_OPENING = 6000

_LOOKALIKES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        late.pattern(r"\bdigest\s+of\s+significant\s*classification", re.IGNORECASE),
        "an issue or article of the Digest of Significant Classification Decisions and Opinions",
    ),
    (
        late.pattern(
            r"\bF-\d{4}-\d{2}-\d{2}\b|\bfair labor standards act (?:claim )?(?:decision|claim)\b|"
            r"\bFLSA (?:claim )?decision\b|\bunder section 4\(f\) of title 29\b",
            re.IGNORECASE,
        ),
        "a decision on a Fair Labor Standards Act claim",
    ),
    (
        late.pattern(
            r"\bD-\d{4}-\d{2}-\d{2}\b|\bdeclination of (?:a )?(?:reasonable|an?) offer\b"
            r"|\breasonable offer (?:appeal )?decision\b",
            re.IGNORECASE,
        ),
        "a decision on the declination of a reasonable offer",
    ),
    (
        late.pattern(
            r"\b(?:compensation|leave|pay|travel|settlement)(?: and leave)? claims? decision\b|"
            r"\bunder section 3702 of title 31\b|\b31 U\.?S\.?C\.? ?3702\b|"
            r"\bfile number:? \[?\d{2}-\d{4}\b|\bmatter of:? \[?claimant",
            re.IGNORECASE,
        ),
        "a decision on a compensation or leave claim",
    ),
)


def decision_type(text: str) -> DecisionType:
    """Return which kind of decision a text says it is; empty when it does not say."""
    head = flat(text[:_OPENING])
    found = _TYPE.search(head)
    if found:
        if found["category"]:
            return "pay category"
        return "job grading" if found["grading"] else "classification"
    accepted = _ACCEPTED.search(head)
    if accepted and accepted["kind"]:
        return "job grading" if accepted["kind"].lower() == "job grading" else "classification"
    if accepted is None and is_letter(text):
        return "job grading" if re.search(r"\b5346\b", head) else "classification"
    return "classification" if accepted else ""


def is_decision(text: str) -> bool:
    """Tell whether a text is an appeal decision, with or without its head."""
    if lookalike(text):
        return False
    opening = flat(text[:_OPENING])
    if _TYPE.search(opening[:_HEAD]):
        return True
    numbers = {match.group() for match in NUMBER.finditer(opening)}
    appeals = re.search(r"\bappe(?:al|llant)", opening, re.IGNORECASE) is not None
    if numbers and len(numbers) < _INDEX and appeals:
        return True
    if is_letter(text):
        return True
    accepted = _ACCEPTED.search(opening)
    return bool(accepted and _STATUTE.search(opening) and re.search(r"\bappellants?\b", opening))


def is_letter(text: str) -> bool:
    """Tell whether a text is a letter that decides the appeal of whoever it is written to.

    It says so where it opens; what is decided stands there or where it closes.
    """
    opening = flat(text[:_OPENING])
    if _OUR_DECISION.search(opening) and _concludes(text):
        return re.search(r"\byour (?:position|job)\b", opening, re.IGNORECASE) is not None
    if _LETTER.search(opening) is None:
        return False
    certified = _CERTIFIES.search(opening) and _STATUTE.search(opening)
    return bool(certified or (_DEAR.search(opening) and _concludes(text)))


def _concludes(text: str) -> bool:
    return any(_CONCLUDES.search(flat(part)) for part in (text[:_OPENING], text[-_OPENING:]))


_INDEX = 6
"""A list of at least this many different numbers is an index of decisions."""


def lookalike(text: str) -> str:
    """Return what a text is when it only looks like an appeal decision; empty otherwise."""
    head = flat(text[:_HEAD])
    certificate = re.search(r"\bas provided in (?:section|5)\b", head, re.IGNORECASE)
    if certificate:
        head = head[: certificate.start()]
    own = _TYPE.search(head) or NUMBER.search(head)
    for place, (pattern, name) in enumerate(_LOOKALIKES):
        # A digest summarises decisions and names them; the others never carry a C- number.
        if pattern.search(head) and (place == 0 or not own):
            return name
    if re.search(r"\bappeal decisions table\b", head, re.IGNORECASE):
        return "an index of appeal decisions"
    listed = {match.group() for match in NUMBER.finditer(flat(text[:_OPENING]))}
    if len(listed) >= _INDEX and not _TYPE.search(head):
        return "an index of appeal decisions"
    return ""
