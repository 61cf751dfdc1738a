"""What a standard says about levels it does not describe, and where its ladders therefore end."""

from __future__ import annotations

import re

from index.language import structure

_NOT_DESCRIBED = re.compile(
    r"\b(?:is|are|was|were|has|have)?\s*(?:no(?:t)?)\s+(?:been\s+)?"
    r"(?:describ|defin|us|appl|includ|provid|develop|descript|illustrat|found\b)\w*|"
    r"\bprimary standard (?:\w+ )?describes? (?:factor )?levels?\b|"
    r"\blevels? [^.]{3,40} (?:is|are) described (?:only )?in the primary standard\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?<![\w.-])([1-9][AB]?)-([1-9])(?!\d|-)")
_ABOVE = re.compile(
    r"\b(?:above|beyond|higher than) (?:(?:factor )?levels? )?(?P<level>[1-9][AB]?-[1-9])(?!\d|-)",
    re.IGNORECASE,
)
_ENDS_THERE = re.compile(
    r"\bonly (?:the |those |these )?(?:factor |fes )?levels?\b|"
    r"\b(?:levels?|descriptions?) (?:of levels? )?(?:above|higher than|beyond|other than|not|"
    r"which|that)\b[^.]{0,90}\b(?:not|no)\b|"
    r"\b(?:higher|other|remaining|additional|further) (?:factor )?levels?\b[^.]{0,80}"
    r"\b(?:not|no|primary standard)\b|"
    r"\bno (?:(?:higher|other|further|additional) (?:factor )?levels?|"
    r"(?:factor )?levels? (?:\w+ ){0,2}above)\b|"
    r"\babove (?:factor )?level [1-9][AB]?-[1-9]\b[^.]{0,40}\b(?:beyond|outside) the scope\b|"
    r"\bprimary standard (?:\w+ )?describes? (?:factor )?levels?\b|"
    r"\bnot all (?:of the )?(?:factor )?levels?\b|"
    r"\blevels?\b[^.]{0,60}\b(?:not|is no|are no)\b[^.]{0,30}\bdescri|"
    r"\bno (?:factor )?levels? (?:is |are )?(?:described|defined|used|found|given|established"
    r"|provided)\b|"
    r"\blevels?\b[^.;]{0,60}\b(?:outside|beyond|not within) (?:of )?the (?:range|scope|ladder)\b|"
    r"\bhighest (?:factor )?level (?:described|used|found|defined|in this)|"
    r"\b(?:does|do) not (?:describe|include|define|provide|contain) (?:any )?levels? "
    r"(?:above|beyond)",
    re.IGNORECASE,
)
_BEYOND = (
    r"(?:(?:levels?|work|duties|factors?|demands|positions?)[^.;]{0,40}\b(?:above|beyond|exceed\w*|"
    r"higher than|outside|in excess of)|(?:above|beyond|exceeds?|higher than) the (?:\w+ )?levels?|"
    r"levels? not (?:covered|described|included|found|given|shown|provided))"
)
_GO_THERE = (
    r"(?:(?:evaluated|credited|graded|determined|assigned|extended|extension|reference|refer|use|"
    r"consult|apply|see|directly|turn)\b[^.;]{0,60}\bprimary standard)"
)
_SENDS_ON = re.compile(
    rf"\b{_BEYOND}\b[^.;]{{0,80}}\b{_GO_THERE}|{_GO_THERE}[^.;]{{0,60}}\b{_BEYOND}\b|"
    rf"\b(?:other|further|remaining|additional) (?:factor )?levels?\b[^.;]{{0,60}}\b{_GO_THERE}|"
    r"\bprimary standard\b[^.;]{0,40}\b(?:for|any)\b (?:the )?others\b",
    re.IGNORECASE,
)
"""Work above what is described is weighed by the Primary Standard: so the ladder ends."""
_BELOW = re.compile(r"\bbelow\b|\blower\b", re.IGNORECASE)
_UPWARD = re.compile(r"\blevels? (?:above|beyond)\b|\bexceed|\bhigher\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=\.)\s+")
_PART = re.compile(r"(?<=[.;])\s+")
_LONGEST = 300
"""What is said about a ladder is not longer, in characters."""
_TOP = 9
"""No factor has a higher level."""


def is_said_of(words: str) -> bool:
    """Tell whether words behind a level's name say that it is not described."""
    return _NOT_DESCRIBED.search(words) is not None


def levels(text: str) -> tuple[str, ...]:
    """Return the levels a row says the standard does not describe: one, several or a range.

    What is above a level that is named goes up to the highest there could be.
    """
    folded = structure.fold_quotes(structure.fold_dashes(text))
    if len(folded) > _LONGEST or not re.search(r"\blevels?\b", folded, re.IGNORECASE):
        return ()
    above = _ABOVE.search(folded)
    if above is not None and ends_ladders(folded):
        factor, _, step = above["level"].upper().partition("-")
        return tuple(f"{factor}-{higher}" for higher in range(int(step) + 1, _TOP + 1))
    if not _NOT_DESCRIBED.search(folded):
        return ()
    names = [(m[1], int(m[2])) for m in _NAMED.finditer(folded)]
    if len(names) == 2 and re.search(r"\b(?:through|thru|to)\b", folded, re.IGNORECASE):
        (factor, low), (other, high) = names
        if factor == other and low < high:
            return tuple(f"{factor}-{step}" for step in range(low, high + 1))
    return tuple(dict.fromkeys(f"{factor}-{step}" for factor, step in names))


def ends_ladders(text: str) -> frozenset[str]:
    """Return the factors whose ladders a row says end early; ``*`` stands for all of them.

    A sentence that names levels speaks of their factors, and of no other.
    """
    found: set[str] = set()
    for sentence in _PART.split(structure.fold_quotes(structure.fold_dashes(text))):
        lower = _BELOW.search(sentence) and not _UPWARD.search(sentence)
        # A long paragraph may tell what was done before the standard.
        sends = len(text) <= _LONGEST and _SENDS_ON.search(sentence)
        if (_ENDS_THERE.search(sentence) or sends) and not lower:
            found.update({one[1] for one in _NAMED.finditer(sentence)} or {"*"})
    return frozenset(found)


def says_no_more(text: str) -> bool:
    """Tell whether a row only says which levels are not described, and is no level's own text."""
    if len(text) > _LONGEST:
        return False
    parts = [one for one in _SENTENCE.split(text.strip()) if one.strip()]
    return bool(parts) and all(levels(one) or ends_ladders(one) for one in parts)
