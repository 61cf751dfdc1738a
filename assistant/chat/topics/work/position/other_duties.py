"""What a supervisor may assign beyond the description, and what that does to the grade."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, mixed_rule, rule
from assistant.chat.model import Answer, Context, Question, Topic, Words
from index.language.late import pattern

_EVALUATED = pattern(
    r"\b(?:evaluat\w*|classif(?:y|ied)|grade (?:it|that|them|those)|rate (?:it|that)|point[- ]rate|"
    r"factor (?:it|that) in)\b",
    re.IGNORECASE,
)
_CLASSIFIER = pattern(r"\b(?:other|incidental|minor|small|misc\w*) dut", re.IGNORECASE)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    text = question.message
    if question.levels or question.decision or question.grades:
        return False
    return bool(_CLASSIFIER.search(text) and _EVALUATED.search(text)) and question.has(
        *("other duties", "pd", "description", "do i", "do they", "do we", "must", "have to")
    )


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    assign = law(
        "introduction",
        "5",
        "establish, modify, and abolish positions",
        "Standards leave management's authority to make, change and abolish positions and to "
        "assign duties untouched.",
    )
    phrase = law(
        "classifier-handbook",
        "19",
        "Performs other duties as assigned",
        "A closing sentence on other duties covers minor things.",
    )
    regular = mixed_rule(
        "temporary", "introduction", "position should be reevaluated if the duties"
    )
    outside = rule("work-outside-description")
    if _CLASSIFIER.search(question.message) and _EVALUATED.search(question.message):
        return Answer(
            lead=(
                "**Normally not: *other duties as assigned* stands for minor duties, which mostly "
                "do not affect the classification and need not be described.** Evaluate them only "
                "where they bear on the series, the grade or the qualifications; then they are "
                "described and evaluated like the rest. Higher work below 25 percent of the time "
                "does not control the grade."
            ),
            words=(
                law(
                    "classifier-handbook",
                    "19",
                    "minor duties can influence both grade",
                    "Duties that seem minor but bear on grade, series or qualifications are "
                    "described and evaluated.",
                ),
                phrase,
                mixed_rule("quarter", "introduction", "at least 25 percent of the employee's"),
            ),
            next=("What do these duties consist of, and do they come back regularly?",),
        )
    if question.grades or question.has(
        "change my grade", "count", "grade", "raise", "higher level", "credit"
    ):
        lead = (
            "**Only if they are officially and regularly assigned: then the description is to "
            "be changed and the position evaluated with them.** Minor or occasional duties "
            "under *other duties as assigned* leave the grade alone; so does a one-time task."
        )
        words: tuple[Words, ...] = (regular, phrase)
    elif question.has("contract", "bound by", "binding", "binds"):
        lead = (
            "**No: a description is the official record of the work assigned, no contract; "
            "management assigns the work and may add to it.** What becomes major and regular "
            "belongs in the description, and the position is then evaluated anew."
        )
        words = (assign, outside)
    else:
        lead = (
            "**Yes: management assigns the work, and a supervisor may give duties that the "
            "description does not name.** The phrase *other duties as assigned* is meant for "
            "minor things; what becomes major and regular belongs in the description, and the "
            "position is then evaluated anew. An assignment beyond the description is not "
            "appealed, but a grievance procedure may reach it."
        )
        words = (assign, phrase, outside)
    return Answer(
        lead=lead,
        words=words,
        next=(
            "Is the work regular, and what share of your time does it take?",
            "Ask in writing that a regular duty be put into the description.",
        ),
    )


TOPIC = Topic(
    id="other-duties-as-assigned",
    title="other duties as assigned, and duties not in the description",
    answer=_answer,
    sure=_sure,
    cues=("dut",),
    unlike=("levels", "points", "decision"),
)
