"""Sentences that decide: a level credited, a grade raised, an appeal won.

Naming a level in an argument is fine; saying that it is met, or should be credited, is the
core's to say. A sentence that says so stands only when it agrees with the core, supposes it
("if Level 2-5 were credited"), reports what somebody claims, or reports what a quoted decision
found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.guard.drafts import EvidencePack, Side
from assistant.guard.figure_finder import find_mentions
from assistant.guard.figures import DOCUMENT
from assistant.guard.numerals import SMALL
from index.models import Passage

LEVEL = "a level credited or refused that the core does not credit or refuse"
OUTCOME = "a verdict on the outcome"

_NUMBERED = rf"(?:factor\s+)?(?:levels?\s+)?(?<![\d.,/-]){SMALL}?\d[ab]?\s?-\s?{SMALL}?\d(?!\d)"
_NAMED = (
    r"(?:(?:the\s+)?(?:contested|sought|requested|claimed|disputed|higher|next|top|highest)\s+"
    r"(?:factor\s+)?level|(?:the\s+)?level\s+(?:sought|in question|requested|claimed|in dispute)|"
    rf"(?:this|that|the)\s+(?:factor\s+)?level)(?!\s+{SMALL}?\d)"
)
_A_LEVEL = rf"(?P<level>{_NUMBERED}|{_NAMED})"
_GAP = r"(?:\s+(?!but\b|and\b|or\b|than\b)[\w',-]+){0,6}?"

_ACTIVE = re.compile(
    r"(?<![\w-])(?P<verb>credit\w*|award\w*|assign\w*|grant\w*|warrant\w*|merit|merits|merited|"
    r"deserv\w*|earn\w*|meets?|met|meeting|satisf\w+|fulfil\w*|reach\w*|attain\w*|achiev\w*|"
    r"qualif\w+|exceed\w*|surpass\w*|match|matches|matched|equals?|justif\w+|entitle\w*|"
    r"evaluat\w+|rat(?:e|es|ed|ing)|plac(?:e|es|ed|ing)|belongs?|operates?|performs?|functions?|"
    r"works|working|makes?|comes?|fits?|falls|confirm\w*|establish\w*|prov(?:e|es|ed|en)|gets?|gives?|given)"
    rf"(?P<gap>{_GAP})\s*(?:\bat\s+|\bin\s+|\bas\s+|\bto\s+)?{_A_LEVEL}"
)
_PASSIVE = re.compile(
    rf"{_A_LEVEL}(?P<gap>(?:\s+[\w',-]+){{0,4}}?)\s*(?:\bis|\bare|\bwas|\bwere|\bbe|\bbeen|\bbeing|"
    r"\bstands?|\bgets?|'s|:|-|=|,)\s+(?:[\w',-]+\s+){0,3}?"
    r"(?P<verb>credit\w*|met|award\w*|assign\w*|warrant\w*|merited|deserved|earned|satisfied|"
    r"fulfilled|reached|attained|achieved|justified|appropriate|proper|correct|right|established|"
    r"granted|sustained|confirmed|proven|proved|exceeded|due|controlling|yours|supported)(?!\w)"
)
_COPULA = re.compile(
    r"(?P<verb>(?<![\w-])(?:is|are|was|were|be|been|becomes?|remains?|stays?)|'s"
    rf"|(?<=factor {SMALL}\d)\s?[:=]|(?<=factor \d)\s?[:=])\s+"
    r"(?:(?:now|clearly|surely|plainly|properly|correctly|indeed|thus|therefore|really|at|a|an|the|"
    rf"of|correct|right|proper|appropriate|credited)\s+){{0,4}}{_A_LEVEL}"
)
_APPLIES = re.compile(
    rf"{_A_LEVEL},?\s+(?:[\w-]+ly\s+)?(?P<verb>applies|fits|prevails|controls|governs|follows|wins|"
    r"it is|should|must|ought)(?!\w)"
)
_DEFINES = re.compile(r"^\s*(?:when|where|only|if|to|unless|be\s+(?:met|credited)\s+only)\b")
_PART = re.compile(rf"{SMALL}1\b|\b(?:some|part|an?|another|element|aspect|demand|criterion)\b")
_IN_QUESTION = re.compile(
    r"\b(?:contest\w*|question|sought|seeks?|requested|dispute\w*|issue|claim\w*|named|called)\b"
)
_SUPPOSED = re.compile(
    r"\b(?:if|whether|unless|until|before|were|suppos\w*|assum\w*|in order to|would (?:have|need)|"
    r"(?:what|that|which|who) would|"
    r"would be needed|required to|has to|have to|needed to|necessary|what it takes)\b"
)
_ARGUED = re.compile(
    r"\b(?:argu\w*|case|claim\w*|contend\w*|assert\w*|believ\w*|maintain\w*|seek\w*|sought|request"
    r"\w*|ask\w*|favor\w*|favour\w*|count\w*|weigh\w*|point\w*|toward|towards|against|basis|"
    r"reasons?|bears? on|question of)\b"
)
_ENDORSED = re.compile(
    r"\b(?:rightly|correctly|persuasively|convincingly|justly|properly|and (?:is|are) right|"
    r"must|should|will)\b"
)
_NOT = re.compile(
    r"\b(?:not|never|no|cannot|neither|nor|fails? to|failed to|without|short of|declin\w+ to|"
    r"refus\w+ to|denie[sd]|deny)\b|n't\b"
)
_MAYBE = re.compile(r"\b(?:may|might|could)\s+(?:[a-z-]+\s+){0,2}$")
_IN_PART = re.compile(rf"^\s*(?:only\s+)?(?:in|on)\s+(?:{SMALL}1|part|some|this|that|a)\b")
_TAKES = re.compile(
    r"^\s*(?:takes?|requires?|needs?|would|calls? for|depends?|turns?|means|hinges?|rests?)\b"
)
_SUPPORTED = re.compile(r"^\s*(?:only\s+|in part\s+|partly\s+)?by\b")
_BEYOND = re.compile(r"exceed|surpass")
_SPLIT = re.compile(r"[,;:]|\b(?:and|but|because|so|while|although|though|since)\b|\s-\s")
_AS = re.compile(r"\bas\s+(?:you|we|anyone|one|expected|said|shown|noted|the)\b")


def _pattern(*parts: str) -> re.Pattern[str]:
    return re.compile("".join(parts))


_OUTCOMES = (
    _pattern(
        r"\b(?:should|must|will|ought to|deserves? to|needs? to|has to|is (?:sure|certain|bound|"
        r"likely|guaranteed|going) to)\s+(?:[\w-]+\s+){0,3}?(?:be\s+|get\s+)?",
        r"(?:upgraded|downgraded|promoted|reclassified|raised|lowered|win|succeed|prevail|lose|"
        r"fail)\b",
    ),
    _pattern(
        r"\b(?:deserv\w*|warrant\w*|merit\w*|entitled to|earn\w*|justif\w*|owed)\s+",
        r"(?:[\w-]+\s+){0,3}?",
        r"(?:(?:higher|next|top|lower|better)\s+grade|upgrade|promotion|downgrade|raise)\b",
    ),
    _pattern(
        r"\b(?:upgrade|promotion|downgrade|higher grade)\s+(?:is|would be)\s+(?:[\w-]+\s+){0,2}?",
        r"(?:warranted|justified|due|deserved|in order|appropriate|merited)\b",
    ),
    _pattern(
        r"\bappeal\s+(?:will|should|must|is (?:sure|certain|bound|likely|going) to)\s+",
        r"(?:[\w-]+\s+){0,2}?(?:be\s+)?",
        r"(?:granted|sustained|denied|win|succeed|fail|prevail|work)\b",
    ),
    _pattern(
        r"\b(?:is|are|be|at|reach\w*|deserv\w*|warrant\w*|merit\w*)\s+(?:[\w-]+\s+){0,2}?",
        r"(?:top|highest|maximum|next|higher)\s+(?:[\w-]+\s+)?grade\b",
        r"(?!\s+(?:needs?|starts?|begins?|requires?|would))",
    ),
)


@dataclass(frozen=True, slots=True)
class Reported:
    """Verified quotations from decisions: which documents, and on which levels they decide."""

    documents: frozenset[str]
    levels: frozenset[str]

    @classmethod
    def of(cls, passages: list[Passage]) -> Reported:
        """Gather what the quoted passages of decisions decide."""
        deciding = [
            p
            for p in passages
            if p.kind == "decision" and p.stance in {"met", "not_met", "credited"}
        ]
        return cls(
            frozenset(p.document for p in deciding),
            frozenset(
                level.upper() for p in deciding for level in (*p.levels, p.level or "") if level
            ),
        )


class Verdicts:
    """What may be said of levels and outcomes, for one evidence pack."""

    def __init__(self, pack: EvidencePack) -> None:
        self._credited: dict[str, int] = {}
        if pack.evaluation:
            for score in pack.evaluation.factors:
                factor, _, step = score.level.upper().rpartition("-")
                if step.isdigit():
                    self._credited[factor] = int(step)

    def objection(self, sentence: str, side: Side, reported: Reported) -> str:
        """Return why a folded sentence may not stand, or nothing when it may."""
        sentence = _with_plain_levels(sentence)
        if any(pattern.search(sentence) for pattern in _OUTCOMES):
            supposed = re.search(r"\b(?:if|unless|whether)\b", sentence)
            if not supposed:
                return OUTCOME
        for match in self._assertions(sentence):
            if not self._may_stand(sentence, match, side, reported):
                return LEVEL
        return ""

    @staticmethod
    def _assertions(sentence: str) -> list[re.Match[str]]:
        found: list[re.Match[str]] = []
        for pattern in (_ACTIVE, _PASSIVE, _COPULA, _APPLIES):
            at = 0
            # A search again from just after each find: one sentence may assert two levels.
            while (match := pattern.search(sentence, at)) is not None:
                found.append(match)
                at = match.start() + 1
        return found

    def _may_stand(
        self, sentence: str, match: re.Match[str], side: Side, reported: Reported
    ) -> bool:
        clause = _clause(sentence, match)
        before = clause[: max(0, clause.find(match.group()))]
        after = sentence[match.end() :]
        groups = match.groupdict()
        verb, gap = groups["verb"], groups.get("gap") or ""
        levels = [f"{f.upper()}-{n}" for f, n in _STEPS.findall(match.group("level"))]
        if match.re is _ACTIVE and (_PART.search(gap) or _neutral_active(sentence, match, side)):
            return True
        if match.re is _COPULA and _IN_QUESTION.search(clause):
            return True
        if match.re is not _COPULA and side == "requires" and _DEFINES.match(after):
            return True
        if _SUPPOSED.search(clause) and not _AS.search(clause):
            return True
        if _hedged(before, verb, after) and not _ENDORSED.search(clause):
            return True
        if self._reports(sentence, levels, reported):
            return True
        return self._agrees(levels, verb, f"{before} {match.group()}")

    def _agrees(self, levels: list[str], verb: str, clause: str) -> bool:
        """Whether an assertion is what the core says of the level itself."""
        if not levels:
            return False
        denials = len(_NOT.findall(clause))
        for level in levels:
            factor, _, step = level.rpartition("-")
            credited = self._credited.get(factor)
            if credited is None or denials > 1:
                return False
            if _BEYOND.match(verb):
                if (int(step) < credited) == bool(denials):
                    return False
            elif denials == 1:
                if int(step) <= credited:
                    return False
            elif _REACHES.match(verb):
                if int(step) > credited:
                    return False
            elif int(step) != credited:
                return False
        return True

    @staticmethod
    def _reports(sentence: str, levels: list[str], reported: Reported) -> bool:
        speaks = DOCUMENT in sentence or re.search(
            r"\b(?:decision|opm|examiner|certificate)\b", sentence
        )
        return bool(speaks and levels and set(levels) <= reported.levels)


def _with_plain_levels(sentence: str) -> str:
    """Return a folded sentence with every level written as 2-5, however it was put."""
    for mention in reversed(find_mentions(sentence)):
        if mention.kind == "level":
            head, tail = sentence[: mention.start], sentence[mention.end :]
            named = "" if re.search(r"levels?\s+$", head) else "level "
            sentence = f"{head}{named}{mention.value.lower()}{tail}"
    return sentence


_STEPS = re.compile(rf"(?<![\d.,/-]){SMALL}?(\d[ab]?)\s?-\s?{SMALL}?(\d)(?!\d)")
_REACHES = re.compile(r"(?:meets?|met|meeting|satisf|fulfil|reach|attain|achiev)")
_TO = re.compile(r"\bto\s+$")
_DESCRIBES = re.compile(
    r"\b(?:required|requires?|must|needs?|needed|necessary|demands?|calls? for|expects?)\b"
)
_LOOSE = re.compile(
    r"(?:evaluat|rat(?:e|es|ed|ing)$|plac|belongs?|operates?|performs?|functions?|works|working|"
    r"makes?|comes?|fits?|falls|gets?|gives?|given|confirm|establish|prov|assign|match|equals?)"
)
_LINKED = re.compile(
    r"(?:\bat|\bwithin|\bin|\bunder|\bas|\bto|\bwith|\bof|\bfor|\bit|\bthis|\bthem|\bposition)$"
)
_OTHER_OBJECT = re.compile(r"\b(?:work|duties|tasks|assignments|projects|drafts|results|review)\b")


def _hedged(before: str, verb: str, after: str) -> bool:
    """Whether words around a verb make it an argument or a possibility, not an assertion."""
    return bool(
        _ARGUED.search(before)
        or _MAYBE.search(before)
        or _IN_PART.match(after)
        or (verb.endswith("ing") and not before.strip() and _TAKES.match(after))
        or (verb == "supported" and _SUPPORTED.match(after))
    )


def _neutral_active(sentence: str, match: re.Match[str], side: Side) -> bool:
    """Whether a verb before a level does not in fact credit it.

    "To meet Level 2-5 the work must ..." says what is required. Verbs of many uses ("works",
    "assigned", "fits") credit a level only when a preposition, or nothing, leads to it.
    """
    before = sentence[: match.start()]
    if _TO.search(before) and (side == "requires" or _DESCRIBES.search(sentence)):
        return True
    if not _LOOSE.match(match.group("verb")):
        return False
    level_at = match.start("level") - match.start()
    leading = match.group()[len(match.group("verb")) : level_at].strip()
    if _OTHER_OBJECT.search(leading):
        return True
    return bool(leading) and _LINKED.search(leading) is None


def _clause(sentence: str, match: re.Match[str]) -> str:
    """Return the clause of a sentence that holds a match, whole."""
    start, end = 0, len(sentence)
    for split in _SPLIT.finditer(sentence):
        if split.end() <= match.start():
            start = split.end()
        elif split.start() >= match.end():
            end = split.start()
            break
    return sentence[start:end]
