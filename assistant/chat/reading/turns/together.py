"""A short message read by itself and after the one before: which topic both readings mean.

"And my boss?" says nothing alone; "who signs it?" says enough, whatever came before. So a short
message is matched twice, alone and behind the question it may lean on, and the two are added. What
it says alone counts more; a subject that neither the message nor the turn before has alone counts
as well, when both together are clearly about it ("how long do I have?" after a downgrade).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from index.language.late import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.chat.model import Context, Match, Memory, Question, Topic

LONGEST = 10
"""Words up to which a message may lean on the one before."""
OWN = 2
"""Words that name a subject, more than which make a message one of its own."""
ALONE = 1.25
"""How much the reading alone counts beside the reading with the turn before."""
SAME = 0.25
"""What the topic of the turn before gains when the message alone is near to nothing."""
BOTH = 0.2
"""What a topic gains that only both together are about."""
CLEAR = 0.85
"""Score from which a reading is clear."""
LEAST = 0.4
"""Score from which the first topic of the message alone is answered without the turn before."""
SETTLED = 0.95
"""Score from which a message by itself is not drawn back to the topic of the turn before."""
NEAR = 0.55
"""Likeness of the nearest way of asking from which a message says something by itself."""
FAR = 0.5
"""The same for the first topic of the message alone."""
WHOLE = 0.75
"""Score from which a message that is a sentence is read by itself alone."""
NEAREST = 3
"""How many topics a message may mean by itself."""
OUTSIDE = "assistant.chat.topics.words.outside."
EMPTY = frozenset(
    [
        *("why", "what", "how", "when", "who", "where", "which", "whose", "whom", "then", "now"),
        *("there", "here", "one", "ones", "same", "else", "not", "no", "yes", "much", "many"),
        *("long", "often", "far", "old", "soon", "about", "really", "even", "only", "just"),
        *("more", "most", "all", "any", "some", "can", "could", "will", "would", "shall"),
        *("should", "may", "might", "must", "have", "has", "had", "a", "an", "the", "of", "to"),
        *("in", "on", "at", "for", "and", "or", "but", "if", "is", "are", "was", "were", "be"),
        *("been", "it", "its", "it's", "this", "that", "these", "those", "with", "by", "as"),
        *("from", "do", "does", "did", "i", "me", "my", "we", "our", "you", "your", "he", "she"),
        *("they", "them", "him", "her", "so", "what's", "who's", "that's"),
    ]
)
"""Words that name no subject."""

_VERB = pattern(
    r"\b(?:is|are|was|were|am|do|does|did|can|could|will|would|shall|should|may|might|must|has|have|"
    r"had|who|why|when|where|which|need|get|got|say|says|said)\b|\w+(?:n't|'s|'re|'m|'ll|'ve)\b|"
    r"\bwhat (?!about\b)|\bhow (?!about\b)|\bif (?:i|we|they|he|she|it|my|the|that)\b",
    re.IGNORECASE,
)
_HE = pattern(
    r"\b(?:he|she|they|him|her|his|their|them|that (?:person|guy|employee)|the appellant)\b",
    re.IGNORECASE,
)
_LEAD_IN = pattern(
    r"^\W*(?:(?:and|but|so|ok(?:ay)?|then|or|also|well|fine|now|good|right|hm+|oh)\b[\s,.:;-]*)+",
    re.IGNORECASE,
)
_SUPPOSES = pattern(
    r"^\W*(?:(?:and|but|so|or|ok|also)\W+)*(?:(?:what|even|only|not) )?(?:if|when|though)\b",
    re.IGNORECASE,
)
_BACK = frozenset(
    ["it", "its", "it's", "that", "that's", "this", "they", "them", "those", "these", "thats"]
)

_BOTH = pattern(
    r"\b(?:both|the two|all (?:three|of (?:them|those)))\b.*"
    r"\b(?:met|credited|granted|got|given|grade|points?|total|enough|make|be)\b",
    re.IGNORECASE,
)
_THEN = pattern(
    r"\b(?:then|with (?:that|it|those)|if so|in that case)\b"
    r"|\bwould (?:that|it) (?:make|get|give|be)\b",
    re.IGNORECASE,
)
_THAN_MINE = pattern(
    r"\bthan (?:what )?(?:i|we|mine|my|the (?:one|level) (?:i|credited))\b|"
    r"\bhow (?:much|many points) (?:would|does|will) (?:that|it) (?:add|bring|give)\b",
    re.IGNORECASE,
)


FEW, CERTAIN = 4, 0.8
"""Words up to which "who gives it" says too little to leave the field, unless it is as near."""
OTHER_SYSTEM = {
    "wage-forum": "forum",
    "wage-deadlines": "deadline-in-general",
    "forum": "wage-forum",
    "deadline-in-general": "wage-deadlines",
}
"""Topics of one pay system with those that say the same of the other."""


@dataclass(frozen=True, slots=True)
class Read:
    """A topic with the question as it is to be answered: alone, or with the turn before."""

    match: Match
    question: Question
    joined: bool = False


def without_lead_in(text: str) -> str:
    """Return a message without the words that only tie it to the one before: "and", "ok so"."""
    bare = _LEAD_IN.sub("", text)
    return bare if len(bare.split()) > 1 else text


def may_lean(question: Question, memory: Memory) -> bool:
    """Tell whether a message may lean on the turn before: it is short, and there is one.

    A message with a subject of its own that names another pay plan is about that one alone.
    """
    other = question.pay_plan and memory.pay_plan not in {"", question.pay_plan}
    if other and len(set(_words(question)) - EMPTY) > OWN:
        return False
    short = len(question.message.split()) <= LONGEST and not question.whole
    return memory.question is not None and short


def joined(question: Question, before: Question) -> Question:
    """Return a message with the question before it, and what that one named exactly."""
    named = question.lacks(before)
    if question.levels or question.factors:
        named.pop("levels", None)
        named.pop("factors", None)
    return replace(
        question,
        message=f"{before.message} {question.message}",
        general=f"{before.general} {question.general}",
        first_person=question.first_person or before.first_person,
        **named,
    )


def with_liked(question: Question, memory: Memory, topic: Topic) -> Question:
    """Return a short question with what its topic asks for and only the turn before named."""
    before = memory.question
    if before is None or not may_lean(question, memory):
        return question
    liked = {*topic.needs, *topic.likes} - {"dates"}
    if "case" in topic.needs and is_sentence(question) and not points_back(question):
        # "What would change the grade?" is not asked of the level argued just before.
        liked -= {"levels", "factors"}
    named = {slot: value for slot, value in question.lacks(before).items() if slot in liked}
    # What the shares are of stands in the words before.
    words = [before.message] if "percents" in named else []
    return replace(question, message=" ".join([*words, question.message]), **named)


def together(
    question: Question,
    alone: Sequence[Match],
    joint: Sequence[Match],
    both: Question,
    topic: str,
) -> list[Read]:
    """Return the topics meant by a message in its place, the first first.

    Args:
        question: The message.
        alone: The topics it is near to by itself.
        joint: The topics it is near to with the question before.
        both: The two read as one question.
        topic: The topic of the turn before.
    """
    leans = points_back(question) and len(question.message.split()) <= FEW
    if leans:
        alone = [m for m in alone if m.near >= CERTAIN or not m.topic.place.startswith(OUTSIDE)]
    if _SUPPOSES.search(question.message) and points_back(question):
        alone = [m for m in alone if not m.topic.place.startswith(OUTSIDE)]
    if not alone or not joint:
        return [Read(match, question) for match in alone]
    first = alone[0]
    settled = first.score >= SETTLED and first.near >= NEAR and joint[0].topic.id == topic
    whole = first.score >= WHOLE and first.near >= FAR and is_sentence(question)
    if joint[0].topic.id in {match.topic.id for match in alone[:NEAREST]}:
        # The turn before only weighs among what the message may mean by itself.
        whole = False
    if whole and first.score >= SETTLED:
        return [Read(match, question) for match in alone]
    if both.decision and not question.decision and _HE.search(question.message):
        # What is asked of "him" or "them" after a decision was named is asked of that decision.
        whole = False
    if settled or whole or is_outside(question, first):
        return [Read(match, question) for match in alone]
    # Nobody leaves the field by going on with it.
    alone = [m for m in alone if not m.topic.place.startswith(OUTSIDE)]
    joint = [m for m in joint if not m.topic.place.startswith(OUTSIDE)]
    if not alone or not joint:
        return [Read(match, question) for match in alone]
    first = alone[0]
    apart = {m.topic.id: m for m in alone}
    scores: dict[str, float] = {name: ALONE * m.score for name, m in apart.items()}
    third = joint[0].topic.id not in {first.topic.id, topic} and joint[0].score >= CLEAR
    for match in joint:
        name = match.topic.id
        gain = match.score
        if name == topic and (first.near < NEAR or first.score < CLEAR):
            gain += SAME
        if third and match is joint[0]:
            gain += BOTH
        scores[name] = scores.get(name, 0.0) + gain
    behind = {m.topic.id: m for m in joint}
    order = sorted(scores, key=lambda name: -round(scores[name], 3))
    found = []
    for name in order:
        own, with_before = apart.get(name), behind.get(name)
        says = own is not None and own.near >= FAR and own.score >= LEAST
        if own is not None and (with_before is None or (own is first and says)):
            found.append(Read(own, question))
        elif with_before is not None:
            found.append(Read(with_before, both, joined=True))
    return found


def is_outside(question: Question, first: Match) -> bool:
    """Tell whether a message by itself is clearly about something outside the field."""
    within = not first.topic.place.startswith(OUTSIDE)
    if within or first.score < CLEAR:
        return False
    if _SUPPOSES.search(question.message) and points_back(question):
        # "What if it's only when a colleague is sick?" varies what was asked before.
        return False
    if first.near >= NEAR:
        return True
    return not points_back(question) and not EMPTY.issuperset(_words(question))


def is_sentence(question: Question) -> bool:
    """Tell whether a message is a sentence of its own, unlike "and for my boss?"."""
    return bool(_VERB.search(without_lead_in(question.message)))


def says_enough(question: Question) -> bool:
    """Tell whether a message is a sentence with words of its own, unlike "who does that?"."""
    return is_sentence(question) and len(set(_words(question)) - EMPTY) > 1


def of_decision(question: Question, memory: Memory) -> bool:
    """Tell whether a message asks on about the people of the decisions spoken of."""
    return memory.topic.startswith("decision") and bool(_HE.search(question.message))


def is_clear(first: Match) -> bool:
    """Tell whether a message says by itself what it is about."""
    return first.score >= CLEAR and first.near >= NEAR


def points_back(question: Question) -> bool:
    """Tell whether a message speaks of something as known: "it", "that", "they"."""
    return not _BACK.isdisjoint(_words(question))


def _words(question: Question) -> list[str]:
    return re.findall(r"[a-z']+", question.message.lower())


def if_so(question: Question, context: Context) -> Question | None:
    """Return the question what the levels spoken of would make of the case, or None."""
    memory = context.memory
    if context.case is None or question.levels or not memory.levels:
        return None
    if _BOTH.search(question.message):
        named = [q.levels[0] for q in (memory.earlier, memory.question) if q and q.levels]
        levels = memory.listed or tuple(dict.fromkeys(named))
        if len({level.rpartition("-")[0] for level in levels}) < len(levels):
            # One factor has one level: those compared before are no two to be credited.
            return None
        return about(question, levels) if len(levels) > 1 else None
    supposed = question.grades and _THEN.search(question.message)
    if supposed or _THAN_MINE.search(question.message):
        factors = {level.rpartition("-")[0] for level in memory.levels}
        several = len(factors) == len(memory.levels)
        return about(question, memory.levels if several else memory.levels[:1])
    return None


def about(question: Question, levels: tuple[str, ...]) -> Question:
    """Return a question about some levels."""
    factors = tuple(dict.fromkeys(level.rpartition("-")[0] for level in levels))
    return replace(question, levels=levels, factors=factors, asks=True)
