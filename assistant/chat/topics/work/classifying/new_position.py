"""A new position: proposed duties are evaluated, then checked after some months."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    proposed = law(
        "introduction",
        "13",
        "proposed duties rather than an established assignment",
        "For a new position proposed duties are evaluated.",
    )
    review = law(
        "introduction",
        "13",
        "should be reviewed within a reasonable time",
        "Such a position is reviewed after six months or so of work.",
    )
    actual = law(
        "introduction",
        "13",
        "classified on the basis of the duties",
        "As a rule a position is classified on the duties actually performed.",
    )
    head = "Yes, on" if question.has("can we", "can i", "may ", "can a ", "is it ok") else "On"
    return Answer(
        lead=(
            f"**{head} the proposed duties: for a new position they are evaluated as if assigned, "
            "and the position is reviewed six months or so after the work has begun.** Write "
            "the description from what will really be assigned and supervised, not from the "
            "grade wanted. The person selected does not change the classification."
        ),
        words=(proposed, review, actual),
        next=(
            (
                "What will the position do in its first year, with shares of time, and who "
                "reviews it?"
            ),
        ),
    )


TOPIC = Topic(
    id="new-position",
    title="classifying a new or vacant position",
    asks=(
        "the incumbent left, classify from the PD or from what he did?",
        "vacant position, do I go by the PD",
        "position is empty now, what do I classify",
        "How do I classify a new position?",
        "classification of a vacant position",
        "Can a position be graded before anyone does the work?",
        "I want to create a new position in my branch",
        "projected duties",
        "establishing a new job, what grade",
        "how does a position get established",
        "recruiting for a new GS-12 position",
        "what if the planned duties never come",
        "PD for a position that doesn't exist yet",
        "classifying proposed duties",
        "we need a new analyst position, what do we send to HR",
        "request to classify a new job",
        "position created for a reorganization",
        "new job grade check after six months",
        "setting the grade of a vacancy",
        "can duties be promised for the future to support a grade",
        "future duties count?",
        "new position",
        "classify a new position",
        "create a new position",
        "creating a position",
        "establish a position",
        "establish a new job",
        "grade of a new position",
        "how is a new position graded",
        "how is a new job classified",
        "new job in my office, what grade",
        "position that does not exist yet",
        "classify a vacant job",
        "vacant position classification",
        "vacancy grade",
        "can a vacant position be classified",
        "position with planned duties",
        "proposed duties",
        "duties planned for the future",
        "future duties",
        "will future duties count",
        "review of a new position",
        "grade for recruiting",
        "we want to set up a brand new analyst job next year",
        "we are setting up a new office with new jobs",
        "how will a brand new job be graded",
        "a job that starts next year, how do we grade it",
        "nobody has done this job before, how do we grade it",
        "a job nobody holds yet",
        "which grade can we advertise for a job that nobody holds",
        "planning a job that does not exist",
        (
            "We got money for an extra body next year and nobody has ever done this work here. "
            "How do I get a grade on it?"
        ),
        "job's been empty since March. go by what the last guy did or by the paper?",
        "I'm a new supervisor and they approved a slot, how do I get it set up and graded",
        "need to recruit against a job that doesn't exist yet",
        "standing up a cyber cell, six jobs, nothing written. where do we begin with grades",
        "no incumbent, no audit possible, how do you classify it",
        "vacated GS-12, must it stay a 12 when we refill it?",
        "How can HR grade something no one has started doing",
        "establishing a position from scratch",
        "Before we advertise the opening, do we need to look at the grade again?",
        (
            "the previous holder did way more than the description says; now that she's gone "
            "what do I rate"
        ),
        (
            "we plan on giving the new hire some project work later, can those planned duties "
            "be credited already"
        ),
        (
            "My request for an additional analyst slot went to HR, what will they want from me "
            "to set the grade"
        ),
        "grading a slot that was just created",
        "backfill behind a retiree, reclassify or reuse the old PD?",
        "never classified a new job before, what do I do first",
        "I may set up a brand new position, where does that begin",
        "what comes first when creating a job",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
