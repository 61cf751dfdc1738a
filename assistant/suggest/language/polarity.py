"""What a sentence affirms and what it denies, told apart before either counts for a level.

"To exchange facts; never to persuade or negotiate" holds the words of a high level and denies it.
The words denied are heard by themselves; a level they are like is then the one not reached, and
the levels beneath it are the likely ones. Denied words of the lowest level leave those above.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from assistant.suggest.language.cues import phrases
from assistant.suggest.language.learning import Probe, ordered, probes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    Shares = NDArray[np.float64]

_NEGATOR: Final = (
    r"not|never|no|none of|none|without|neither|nothing|nobody|cannot|free (?:of|from)|"
    r"absence of|lacks?|lacking|rather than|instead of|(?:does|do|is|are|has|have|need|can|wo)n't"
)
_DENIES: Final = re.compile(
    rf"\b(?:{_NEGATOR})\b"
    r"(?! (?:only|just|merely|solely|limited to|later than|less than|more than|fewer than|matter|"
    # What is not always or not fully so is partly so.
    r"always|yet|fully|completely|entirely|necessarily|normally|usually|typically|often|"
    r"(?:\w+ )?(?:every|each|all)|"
    r"directly|easily|susceptible)\b)"
    # The layout's "No. 4", and "whether or not".
    r"(?<!or not)(?!\.)",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(
    r"\s*[;:()]|[.!?](?=\s|$)|\s*[—–]\s|\s+-\s|"
    r",?\s*\b(?:but|whereas|because|since|although|though|while|"
    r"except|apart from|other than|besides|save|(?<!not )(?:only|instead|merely|just|simply))\b|"
    r",\s*(?:and|so|then)\s+"
    r"(?=(?:the|it|they|he|she|is|are|gives?|has|all|each|every|\w+ (?:is|are|has))\b)|"
    r",\s*(?=(?:gives|tells|passes|asks|uses|follows|works|sits|takes|hands|receives|meets)\b)",
    re.IGNORECASE,
)
_GUARDED: Final = re.compile(
    r"\b(?:until|unless|before|without|that has not|which has not)\b", re.IGNORECASE
)
"""A denial with a condition affirms the condition: "nothing leaves before it is read"."""
_SUBJECT: Final = re.compile(
    r"\b(?:do|does|did|is|are|was|were|be|has|have|may|must|can|could|should|will|need|needs|"
    r"involves?|requires?|calls? for|includes?|there|it)\s*$",
    re.IGNORECASE,
)
_BOUND: Final = re.compile(r"\b(?:outside(?: of)?|beyond)\b", re.IGNORECASE)
"""What is denied beyond a bound is affirmed within it: "no contacts outside the branch"."""
_JOINS: Final = re.compile(r",?\s*\b(?:and|or)\s+(?:\w+\s+){0,3}\w+\s*$", re.IGNORECASE)
_WITHIN: Final = re.compile(
    r"\b(?:that|which|who|whom|whose|where|when|if|as|so|anything|something|what)\b", re.IGNORECASE
)
"""A "not" after one of these tells of a thing in the sentence and does not turn the sentence."""
_OF_NONE: Final = re.compile(
    r"^\s*(?:(?:ever|normally|usually|at all|a|an|any|"
    r"part of (?:the|this) (?:job|work|position|duties)|"
    r"required|needed|necessary|called for|involved|expected|made|met|present|asked(?: for)?|"
    r"encountered|permitted|allowed|undertaken|done|called upon|in(?:to)? (?:it|play)|in this "
    r"(?:job|work|position)|of (?:the|this) (?:job|work|position)|enters?|here|occurs?|arises?)\b"
    r"[\s,]*)+$",
    re.IGNORECASE,
)
"""What is left where the words denied stand before: "bending is not required"."""
_CONTENT: Final = re.compile(
    r"\b(?!(?:the|an?|and|or|of|to|in|is|are|for|with|by|on|at|it|this|that|there|be|as|any|work|job|"
    r"position|incumbent|employee|duties|does|do|has|have|required|needed|necessary|called|involved|"
    r"involve|involves|require|requires|need|call|calls|made|purpose|purposes|person)\b)[a-z]{3,}",
    re.IGNORECASE,
)


_GIVEN: Final = {("2", "assignment"), ("2", "review"), ("3", "guides")}
"""Ladders of what the employee is given: the less there is of it, the higher the level."""


@dataclass(frozen=True, slots=True)
class Said:
    """What of a sentence is affirmed, empty where nothing is, and each thing that is denied."""

    affirmed: str
    denied: tuple[str, ...] = ()


def said(text: str, probe: Probe) -> Said:
    """Return what a sentence affirms and denies, as one factor's weights hear it.

    A denial learned as words of a level ("not reviewed in detail") is part of what is affirmed.
    """
    kept: list[str] = []
    denied: list[str] = []
    for clause in _clauses(text):
        match = _DENIES.search(clause)
        if (
            match is None
            or _GUARDED.search(clause, match.end())
            or _WITHIN.search(clause, 0, match.start())
            or _known(clause, match, probe)
        ):
            kept.append(clause)
            continue
        before, after = clause[: match.start()].strip(), clause[match.end() :].strip()
        joined = _JOINS.search(before)
        subject = _SUBJECT.search(before)
        if _OF_NONE.match(after) or not after:
            denied.append(_SUBJECT.sub("", before).strip(" ,"))
            continue
        denied.append(_DENIES.sub("", after).strip(" ,"))
        if _BOUND.search(after):
            kept.append(_BOUND.sub("within", after))
        if subject is None or joined is not None:
            kept.append(before[: joined.start()] if subject and joined else before)
    if not denied:
        return Said(text)
    affirmed = " ".join(one.strip() for one in kept)
    return Said(
        affirmed if _CONTENT.search(affirmed) else "",
        tuple(one for one in denied if _CONTENT.search(one)),
    )


def _known(clause: str, denial: re.Match[str], probe: Probe) -> bool:
    """Return whether a denial is one of the wordings by which a level was learned."""
    if any(a < denial.end() and denial.start() < b for a, b in phrases(probe.factor, clause)):
        return True
    first = ordered(clause[denial.start() :])[:2]
    return " ".join(first) in probe.vocabulary


def _clauses(text: str) -> Iterator[str]:
    """Yield the parts of a sentence within which a "not" holds."""
    start = 0
    for match in _ENDS.finditer(text):
        yield from filter(str.strip, [text[start : match.start()]])
        start = match.end()
    yield from filter(str.strip, [text[start:]])


def turned(likely: Shares) -> Shares:
    """Return how likely each level is when words this like them are denied.

    Args:
        likely: a share for each level, lowest first.
    """
    found = np.zeros_like(likely)
    for place, share in enumerate(likely):
        if place:
            found[:place] += share / place
        else:
            found[1:] += share / max(len(likely) - 1, 1)
    whole: Shares = found / found.sum()
    return whole


def parts(text: str) -> Iterator[str]:
    """Yield whatever any factor's weights hear of a sentence apart from the whole."""
    if _DENIES.search(text):
        for probe in probes().values():
            heard = said(text, probe)
            yield from filter(None, (heard.affirmed, *heard.denied))


def polar(probe: Probe, texts: Sequence[str], vectors: Mapping[str, Sequence[float]]) -> Shares:
    """Return how likely each sentence makes each aspect and level, denials turned."""
    heard = [said(text, probe) for text in texts]
    wanted = dict.fromkeys(
        part
        for text, one in zip(texts, heard, strict=True)
        for part in (one.affirmed or text, *one.denied)
    )
    rows = np.array([vectors[text] for text in wanted], dtype=np.float32)
    shares = dict(zip(wanted, probe.shares(list(wanted), rows).astype(np.float64), strict=True))
    return np.array(
        [_together(probe, text, one, shares) for text, one in zip(texts, heard, strict=True)]
    )


def _together(probe: Probe, text: str, one: Said, shares: Mapping[str, Shares]) -> Shares:
    found = shares[one.affirmed or text].copy()
    for aspect in {aspect for aspect, _ in probe.classes}:
        # The classes are in order, so a level's place on its ladder is its place here.
        columns = [n for n, (name, _) in enumerate(probe.classes) if name == aspect]
        speaks = found[columns].sum()
        own = found[columns] if one.affirmed or not one.denied else np.ones(len(columns))
        for part in one.denied:
            like = shares[part][columns]
            level = turned(like[::-1])[::-1] if (probe.factor, aspect) in _GIVEN else turned(like)
            own = own * level ** like.sum()
        found[columns] = speaks * own / own.sum()
    return found
