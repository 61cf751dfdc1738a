"""Which level speaks of something, by the words of what each level requires."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import level_words, points_of
from assistant.chat.answering.ladders import meant, named
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.weights import terms

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


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    return not question.levels and bool(_ASKS.search(question.message))


def _answer(question: Question, context: Context) -> Answer | None:
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
    asks=(
        "Which level has administrative direction?",
        "which level speaks of technically authoritative results",
        "Which level has guidelines that are broadly stated?",
        "at what level does one negotiate controversial issues",
        "which level mentions inadequate guidelines",
        "what level talks about mastery of a field",
        "which level covers clear and directly applicable procedures",
        "what level describes contacts with members of Congress",
        "which level is the one with sedentary work",
        "at which level does the supervisor set overall objectives",
        "which factor level has many different and unrelated processes",
        "where in the levels does it speak of vital importance",
        "which level uses the words unusual circumstances",
        'where does "seasoned employee" turn up in the scale',
        (
            'I\'m reading "broad programs with many different and unrelated processes". what '
            "level is that from"
        ),
        'somebody quoted "only broadly defined mission" at me, which rung is it',
        "find me the level that talks about resisting or uncooperative people",
        'the phrase "consulting with the supervisor on deadlines and projects" is where exactly',
        "at which step is the employee planning and carrying out the assignment on his own",
        "\"long-range impact on the agency's mission\", where's that line from",
        "which one mentions judgment in choosing between established procedures",
        (
            'HR\'s letter says my guidelines are "not completely applicable". tell me which '
            "level they're describing"
        ),
        'what rung has "well being of substantial numbers of people"',
        "there's one about bending, crouching and climbing, what number is that",
        'looking for the level with "high ranking officials from outside the agency"',
        'the words were something like "few clear-cut instructions", can\'t remember the level',
        "Where do the texts start talking about defining objectives together with the boss?",
    ),
    answer=_answer,
    unlike=("levels", "points", "grades", "decision"),
    sure=_sure,
    cues=("level",),
)
