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
    asks=(
        "Can my supervisor give me duties that are not in my PD?",
        "what does other duties as assigned mean",
        "do I evaluate other duties as assigned",
        "incidental duties of 5 percent, do they have to be classified",
        "Do I have to do work outside my position description?",
        "Is my boss allowed to add duties without changing the PD?",
        "other duties as assigned limits",
        "May a manager assign work not in the position description?",
        "I was told to do things that aren't in my job description",
        "Can I refuse work that's not in my PD?",
        "extra duties not in the PD",
        "How many other duties can they assign?",
        "does other duties as assigned count for the grade",
        "can a supervisor take duties away from me",
        "What may a supervisor change in a PD on his own?",
        "who has the right to assign work",
        "management added tasks to my job, is that legal",
        "assigned tasks beyond my description",
        "they keep piling extra tasks on me",
        "We want to give an employee additional duties, do we need a new PD?",
        "out-of-description assignments",
        "other duties as assigned",
        "what are other duties as assigned",
        "other duties",
        "duties not in my PD",
        "duties not in the PD",
        "work not in my PD",
        "work outside my PD",
        "work outside my position description",
        "assigned work outside my PD",
        "can my boss assign other duties",
        "can my boss give me other work",
        "can my supervisor add duties",
        "can my supervisor assign work not in my PD",
        "may a supervisor assign duties outside the PD",
        "must I do work not in my PD",
        "do I have to do other duties",
        "refuse work outside my PD",
        "can I refuse duties",
        "refuse extra duties",
        "extra duties",
        "extra work assigned",
        "additional duties assigned",
        "new duties without a new PD",
        "management's right to assign work",
        "right to assign work",
        "my supervisor keeps handing me tasks that are nowhere in my job description",
        "I keep getting tasks that have nothing to do with my job description",
        "my boss gave me a coworker's tasks on top of mine",
        "is it allowed that they give me work that is not in my description",
        "she gives me tasks that aren't mine",
        "I was told to do work I wasn't hired for",
        "that's not what I was hired to do",
        "they make me do clerical chores",
        "I was ordered to do somebody else's work",
        "I was hired to do budgets and now I'm moving furniture. Do I have to?",
        "that catch all line at the bottom of everybody's job sheet, how far does it stretch",
        (
            "my chief hands me whatever comes in the door and says it's covered by the last "
            "sentence of the PD"
        ),
        "can i say no when they hand me stuff outside my description",
        "new supv here: can I give someone a task that's nowhere in her write-up",
        (
            "They've got our mechanics answering phones all day, nothing about phones in the "
            "description"
        ),
        "My coworker quit and they dumped her whole desk on me, nobody touched the paperwork",
        "is there a limit on the misc tasks they can tack on",
        'how much can be slid under "performs other duties"',
        (
            "Steward asking: manager keeps assigning members chores not listed anywhere, does "
            "the contract or the classification stop that?"
        ),
        "boss added receptionist coverage to my plate without any paper",
        "unlisted assignments, must the employee comply?",
        "Are they permitted to make me drive the director around, I'm a statistician",
        "Grievant says he shouldn't be doing mail runs because it isn't written down",
        "at what point do add-on tasks have to be put in the description",
    ),
    answer=_answer,
    sure=_sure,
    cues=("dut",),
    unlike=("levels", "points", "decision"),
)
