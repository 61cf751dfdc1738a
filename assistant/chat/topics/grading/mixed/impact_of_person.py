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
    asks=(
        "Our star performer whose skill had raised the job has retired, what grade is it now",
        "the woman who built this position up left, do we advertise it at her grade",
        "Can a person's exceptional ability raise the grade?",
        "impact of the person on the job",
        "I'm the recognized expert, shouldn't that count?",
        "Can an outstanding employee make the job bigger?",
        "person-in-the-job concept",
        "does my expertise raise my grade",
        "My employee has made the position much more than it was",
        "unique skills of the incumbent",
        "when does the incumbent affect the grade",
        "I have transformed this job",
        "recognized authority and grade",
        "What happens to the grade when the expert leaves?",
        "impact of the incumbent",
        "is it the position or the person that is classified",
        "can brilliance raise a grade",
        "everyone comes to me as the expert",
        "she does far more with the job than anyone before",
        "how do I document personal impact on a position",
        "job grew because of me",
        "impact of the person",
        "person on the job",
        "exceptional employee",
        "exceptional employee and the grade",
        "can a person change the grade",
        "can an employee's ability raise the grade",
        "my unique expertise",
        "my expertise and the grade",
        "I'm the expert here",
        "I am the only expert",
        "nationally recognized expert",
        "recognized as an expert",
        "I made the job bigger",
        "I have expanded the job",
        "the job grew because of my abilities",
        "employee expanded the job",
        "outstanding employee changes the job",
        "special skills of the person",
        "incumbent's special qualifications",
        "what happens to the grade when I leave",
        "grade reverts when the person leaves",
        "person versus position",
        "she is the only person in the country who can do this",
        "nobody else could do this job like her",
        "can a unique talent push the grade up",
        "her reputation brings the work to us",
        "the job became what it is because of him",
        "they only give me the tough ones because I'm that good",
        "congress calls me by name, I made this job what it is",
        "if I left, it would go back to being an ordinary desk job",
        "nobody else in the country knows as much on sturgeon as I do",
        "can somebody grow a job just by being brilliant",
        "she's reshaped the position with her talent, is that creditable",
        "My reputation is why the other agencies call. Does that go with the job or with me?",
        "the chair got bigger because of who sits in it",
        "world class scientist in a lowly position",
        "when does the individual, rather than the desk, make the grade",
        "he invented half of our methods himself so the role is bigger now",
        "my boss relies on me much more than on anyone who had this before",
        "people ask for me specifically, it's not in my paperwork",
        (
            "One of my folks is a superstar and took the job to another level. can that be "
            "recognised in the grade"
        ),
        "she's the reason the job is a 14 and now she is leaving, do we fill it at 14",
        "the expert the position was upgraded for retired, what grade do we recruit at",
        "when the person who made the job bigger goes, what happens to the grade",
        "do I advertise at the grade his talent earned",
    ),
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision", "percents"),
)
