"""When the person in the job changes its grade, and when not."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import mixed_rule
from assistant.chat.model import Answer, Context, Question, Topic, Words
from index.language.late import pattern

_TO_KEEP = (
    *("otherwise", "unless", "before she leaves", "before he leaves", "to keep her", "to keep him"),
    *("keep her from", "keep him from", "or she'll", "or he'll", "offer", "threat", "so she stays"),
    *("so he stays", "retain", "the classifier", "make hr"),
)
_BY_PERSON = pattern(
    r"\b(?:because of|thanks to|due to|owing to|on account of|based on|for)\b.{0,24}\b(?:me|myself|"
    r"personal(?:ly)?|him(?:self)?|her(?:self)?|the (?:person|incumbent|individual|man|woman)|"
    r"(?:my|his|her) (?:own )?(?:reputation|expertise|talents?|abilit\w+|skills?|name|"
    r"knowledge))\b"
    r"|\b(?:reputation|expertise|talents?|brilliance|impact) (?:alone )?(?:that )?"
    r"(?:raised|made|got|brought|pushed|upgraded|earned)\b"
    r"|\bimpact of (?:the|a) (?:person|incumbent|individual)\b",
    re.IGNORECASE,
)
"""A grade that somebody brought to the job."""
_GONE = pattern(
    r"\b(?:leaves?|leaving|left|gone|goes?(?! (?:up|higher|down|to|on)\b)|depart\w*|retir\w*|"
    r"quits?|vacat\w*|successor|"
    r"moves? on|(?:the )?next (?:person|one|guy|holder|incumbent)|after me|replac\w*|refill\w*)\b",
    re.IGNORECASE,
)
_GRADED = ("grade", "upgrad", "gs-", " a 1", "classif", "13", "14", "12", "15")


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    text = question.message
    return bool(
        _BY_PERSON.search(text)
        and _GONE.search(text)
        and (question.has(*_GRADED) or "impact" in text.lower())
        and not question.has(*_TO_KEEP, "appeal", "retention", "downgrad")
    )


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    if question.has(*_TO_KEEP):
        # To keep somebody is no ground for a grade, which is a topic of its own.
        return None
    impact = mixed_rule(
        "impact",
        "introduction",
        "performance of the incumbent broadens the nature",
    )
    different = mixed_rule(
        "impact-different",
        "classifier-handbook",
        "actually makes the job materially different",
    )
    conditions = mixed_rule(
        "impact-conditions",
        "classifier-handbook",
        "management recognizes and endorses the duties",
    )
    reverts = mixed_rule(
        "impact-reverts",
        "introduction",
        "should normally revert to its original classification",
    )
    if question.has("recruit", "leave the") or _GONE.search(question.message):
        lead = (
            "**It normally goes back to its original classification: a position changed by the "
            "person in it is described and evaluated anew when it is vacated.**"
        )
        words: tuple[Words, ...] = (reverts, impact)
    else:
        lead = (
            "**Yes, but only when the person makes the job materially different: the nature, "
            "scope or effect of the work is broadened, management endorses it, the description "
            "states it, and it is graded by the standards.** Being better qualified, brilliant "
            "or faster than others is not enough. When the person leaves, the position "
            "normally goes back to its former grade."
        )
        words = (impact, different, conditions)
    return Answer(
        lead=lead,
        words=words,
        next=(
            (
                "What does this person do that the position would not otherwise hold? Name the "
                "authority or the assignments."
            ),
        ),
    )


TOPIC = Topic(
    id="impact-of-person",
    title="the impact of a person on the job",
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision", "percents"),
)
