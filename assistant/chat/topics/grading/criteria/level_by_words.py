"""Which level speaks of something: by the words printed in a standard, else by what it requires."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.argue.selection import statements
from assistant.chat.answering.kit import level_of, level_words, listed, points_of, primary
from assistant.chat.answering.named.ladders import factor_named, meant, named, with_points
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.chat.reading.pulls import factor_pulled, pulls
from assistant.chat.reading.weights import terms
from assistant.text import escape
from core.model import Fact
from index.language.late import pattern
from index.models import Query
from index.statements.matching import plain

if TYPE_CHECKING:
    from core.standards.criteria import Factor, Level
    from core.standards.model import Standard
    from index.models import Passage

_ASKS = re.compile(
    r"\b(?:which|what|at what|at which) (?:\w+ )?level(?:s)?\b"
    r"(?! (?:is|are|do|does|did|am|will|would|should|can|was|were) (?:\w+ ){0,2}"
    r"(?:factor|my|i|we|credited|required|sought))"
    r".{0,25}\b(?:has|have|speaks?|mentions?|talks?|says?|uses?|describes?|covers?|with|where|"
    r"stands? for|refers?)\b",
    re.IGNORECASE,
)
_FRAME = frozenset(
    terms(
        "which what level levels factor has have speaks speak mentions mention talks talk says say "
        "uses use describes describe covers cover with where stands stand for refers refer about "
        "guidelines work is are"
    )
)
LEAST = 0.5
"""Share of the question's own words that a level's text must hold."""


_QUOTED = pattern(r"[\"\u201c](?P<words>[^\"\u201c\u201d]{8,400})[\"\u201d]")
_OF_A_LEVEL = pattern(
    r"\b(?:levels?|rung|step|factor|standard|which one|where (?:is|does) (?:that|it))\b"
    r"|^\W*(?:(?:and|what about|how about|so|or)\b\W*)*\"\.\.\.\"\W*$",
    re.IGNORECASE,
)
"""What asks for the level of words quoted; nothing beside them asks it too."""
_NOT_ASKED = pattern(
    r"\b(?:mean(?:s|ing)?|define[ds]?|definition|enough|sufficient)\b", re.IGNORECASE
)
_OF_IT = pattern(
    r"^\W*(?:(?:and|so|ok|but|then)\W+)*(?:(?:what|which|where)\b.{0,20}\b(?:that|it|this|they)\b"
    r".{0,20}\b(?:on|for|in|under|of) )(?:the )?factor\b",
    re.IGNORECASE,
)
"""Asks where what was just told stands on a factor: "what would that be on factor 2?"."""
_OF_IT_ALONE = pattern(
    r"^\W*(?:(?:and|so|ok|but|then)\W+)*(?:what|which) (?:factor [1-9] )?level "
    r"(?:is|would|does|could|should) (?:that|it|this)"
    r"(?: (?:be|mean|make|give|point to|speak for|come to))?\W*$",
    re.IGNORECASE,
)
"""The same right after the fact was noted, whose words tell the factor."""
_DENIED = pattern(r"\b(?:not|no|never|nobody|none|without|hardly|seldom)\b|n't\b", re.IGNORECASE)
_OF_SUPERVISORS = "general-schedule-supervisory-guide"
_HELD_BY = pattern(r"\b(?:letter|notice|email|e-mail|hr wrote|decision|contract)\b", re.IGNORECASE)
ALMOST = 0.7
"""Share of the words quoted that a printed sentence must hold to be set beside them."""
MOST, HITS = 3, 8
"""How many levels are set beside the words, and passages that are looked at for them."""
FEWEST, FEW = 2, 3
"""Telling words that a quotation must have, and up to which all of it must be printed so."""


@dataclass(frozen=True, slots=True)
class _Printed:
    """A sentence of a level as it is printed, and how much of the words quoted it holds."""

    share: float
    passage: Passage
    text: str

    @property
    def whole(self) -> bool:
        """Whether the sentence holds the words as they were quoted."""
        return self.share > 1

    @property
    def level(self) -> str:
        """The level whose sentence it is."""
        return self.passage.level or ""


def _quoted(question: Question) -> str:
    """Return the words quoted of which the level is asked; empty when none are."""
    found = _QUOTED.search(question.message)
    if found is None or question.levels or question.decision:
        return ""
    beside = question.message.replace(found.group(), '"..."')
    if not _OF_A_LEVEL.search(beside) or _NOT_ASKED.search(beside) or _HELD_BY.search(beside):
        return ""
    return found["words"]


def _printed(question: Question, context: Context, words: str) -> list[_Printed]:
    """Return the best sentence of each level that holds most of some words, the best first."""
    wanted, sought = set(terms(words)), plain(words.strip(" .,;"))
    if context.library is None or len(wanted) < FEWEST:
        return []
    best: dict[tuple[str, str], _Printed] = {}
    for passage in context.library.passages(stance="standard"):
        if not _may_be(passage, question):
            continue
        for sentence in statements(passage.text):
            share = len(wanted & set(terms(sentence.text))) / len(wanted)
            one = _Printed(share + (sought in plain(sentence.text)), passage, sentence.text)
            if share < ALMOST or (len(wanted) < FEW and not one.whole):
                continue
            key = (passage.document, one.level)
            if key not in best or one.share > best[key].share:
                best[key] = one
    own = _own_document(context)
    found = sorted(best.values(), key=lambda one: (-one.share, *_rank(one.passage, own)))
    return [one for one in found if one.whole] or found


def _may_be(passage: Passage, question: Question) -> bool:
    """Tell whether the level of a passage can be meant: no supervisor's level, unless one is."""
    if not passage.level or passage.kind == "decision":
        return False
    if question.factors and str(passage.factor) not in question.factors:
        return False
    of_supervisors = passage.document == _OF_SUPERVISORS
    return not of_supervisors or question.has("gssg", "supervisory guide", "supervisors' guide")


def _near(
    question: Question, context: Context, words: str, *, head: str = "No level held has those words"
) -> Answer | None:
    """Set the levels nearest in meaning beside words that no level has."""
    if context.library is None or len(set(terms(words))) <= FEW:
        return None
    factor = next(iter(question.factors), None)
    hits = context.library.search(Query(query=words, factor=factor, stance="standard", k=HITS))
    found = [one.passage for one in hits if _may_be(one.passage, question)]
    of = [p.level or "" for p in found if p.factor == found[0].factor]
    levels = sorted(list(dict.fromkeys(of))[:MOST])
    standard = primary(context)
    rows = [held for level in levels if (held := level_of(standard, level)) is not None]
    if not rows:
        return None
    several = listed([f"Level {level.level}" for _, level in rows])
    nearest = "nearest in meaning are" if len(rows) > 1 else "nearest in meaning is"
    return _beside(
        rows[0][0],
        [level for _, level in rows],
        f"**{head}; {nearest} {several} ({named(rows[0][0])}).**",
        standard,
    )


def _beside(factor: Factor, levels: list[Level], lead: str, standard: Standard) -> Answer:
    """Set levels of a factor beside each other, for a person to compare the work with."""
    return Answer(
        lead=f"{lead} Which it is, the work decides: set what is done beside each of them.",
        words=tuple(level_words(standard, level) for level in levels),
        figures=tuple(f"- {with_points(level)}: {level.summary}" for level in levels),
        whose="The levels beside each other, in our words",
        levels=tuple(level.level for level in levels),
        factors=(str(factor.factor),),
    )


def _of_told(question: Question, context: Context) -> Answer | None:
    """Set the levels for which the words of what was told last speak beside it; or None."""
    told = context.memory.told
    if question.levels or not told:
        return None
    spoken = _OF_IT.search(question.message) or _OF_IT_ALONE.match(question.message)
    if spoken and len(question.factors) == 1:
        key = question.factors[0]
    elif not question.factors and _OF_IT_ALONE.match(question.message) and _just_noted(context):
        key = factor_pulled(told[-1])
    else:
        return None
    ways = {one.way for one in pulls(Fact(text=told[-1], factor=key))} if key else set()
    standard = meant(question, context)
    factor = factor_named(standard, key)
    if factor is None or (ways != {"up"} and _DENIED.search(told[-1])):
        # A manual that never fits is not what its word stands for.
        return None
    if len(ways) != 1:
        of_it = replace(question, factors=(key,))
        return _near(
            of_it, context, told[-1], head=f"No level follows from “{escape(told[-1])}” alone"
        )
    up = ways == {"up"}
    levels = list(factor.levels[-MOST:] if up else factor.levels[:MOST])
    lead = (
        f"**No level follows from that alone; as far as words go it speaks for "
        f"{'the upper' if up else 'the lower'} levels of {named(factor)}: "
        f"{listed([level.level for level in levels])}.** You told: “{escape(told[-1])}”."
    )
    return _beside(factor, levels, lead, standard)


def _just_noted(context: Context) -> bool:
    """Tell whether the last message told a fact of the work."""
    last = context.memory.answer
    return last is not None and last.lead.startswith("**Noted")


def _own_document(context: Context) -> str:
    case = context.case
    return case.standard if case is not None and context.own else ""


def _rank(passage: Passage, own: str) -> tuple[bool, bool]:
    """Put the case's own standard first, then the Primary Standard."""
    return (not own or not passage.document.startswith(own), passage.kind != "guide")


def _of_words(question: Question, context: Context, words: str) -> Answer | None:
    found = _printed(question, context, words)
    if not found:
        return None
    first = found[0]
    others = [one for one in found[1:] if one.level != first.level]
    level = first.level
    held = level_of(primary(context), level) if first.passage.kind == "guide" else None
    worth = f", {points_of(held[1])}" if held is not None and points_of(held[1]) else ""
    of = f"Factor {first.passage.factor}" if held is None else named(held[0])
    page = f", p. {first.passage.page}" if first.passage.page else ""
    where = f"{escape(first.passage.title)}{page}"
    if first.whole:
        lead = f"**Those are words of Level {level} ({of}{worth}): {where}.**"
    else:
        lead = f"**Nearest in words is Level {level} ({of}{worth}): {where}.**"
    beside = list(dict.fromkeys(one.level for one in others))[: MOST - 1]
    if beside:
        lead += f" Like words stand at Level {' and '.join(beside)} too, so compare them."
    lead += (
        " Words alone earn no level: it is credited where the work meets all of its intent, and "
        "a person decides that."
    )
    shown = [first, *(next(o for o in others if o.level == at) for at in beside)]
    return Answer(
        lead=lead,
        words=tuple(
            Words(
                ours=f"Level {one.level} has like words.",
                passage=one.passage.id,
                anchor=" ".join(plain(one.text).split()[:8]),
            )
            for one in shown
        ),
        next=(f"Ask *what does Level {level} require?* for all it asks.",),
        levels=(level,),
        factors=(str(first.passage.factor),),
    )


def _sure(question: Question, context: Context) -> bool:
    if _of_told(question, context) is not None:
        return True
    if words := _quoted(question):
        return bool(_printed(question, context, words) or _near(question, context, words))
    return not question.levels and bool(_ASKS.search(question.message))


def _answer(question: Question, context: Context) -> Answer | None:
    if (of_told := _of_told(question, context)) is not None:
        return of_told
    if words := _quoted(question):
        of_words = _of_words(question, context, words) or _near(question, context, words)
        if of_words is not None:
            return of_words
    if not _ASKS.search(question.message):
        return None
    standard = meant(question, context)
    own = [word for word in terms(question.message) if word not in _FRAME]
    if not own:
        return None
    best = None
    for factor in standard.factors:
        if question.factors and str(factor.factor) not in question.factors:
            continue
        for level in factor.levels:
            text = set(terms(" ".join([level.summary, *(a.text for a in level.aspects)])))
            head = set(terms(level.summary))
            share = sum(word in text for word in own) / len(own)
            score = share + 0.2 * sum(word in head for word in own) / len(own)
            if share >= LEAST and (best is None or score > best[0]):
                best = (score, factor, level)
    if best is None:
        return None
    _, factor, level = best
    worth = f", {points_of(level)}" if points_of(level) else ""
    return Answer(
        lead=f"**Level {level.level}** ({named(factor)}{worth}): {level.summary}",
        words=(level_words(standard, level),),
        next=(f"Ask what Level {level.level} requires.",),
        levels=(level.level,),
        factors=(str(factor.factor),),
    )


TOPIC = Topic(
    id="level-by-words",
    title="which level speaks of something",
    answer=_answer,
    unlike=("levels", "points", "grades", "decision"),
    sure=_sure,
    cues=("level", '"', "\u201c", "factor"),
)
