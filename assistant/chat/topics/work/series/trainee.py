"""Trainee and developmental grades, and what a career ladder promises."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic, Words


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    dev = law(
        "introduction",
        "13",
        "must take into account their developmental nature",
        "A trainee position is classified with its developmental nature in view.",
    )
    differ = law(
        "introduction",
        "13",
        "recognizably different from duties performed by experienced",
        "A trainee's duties differ from those of experienced people, and are closely supervised.",
    )
    lower = law(
        "classifier-handbook",
        "12",
        "do not include factor level descriptions for trainee",
        "Trainee levels that a standard lacks come from the Primary Standard or related standards.",
    )
    ladder = law(
        "classifier-handbook",
        "33",
        "take into account the career ladder",
        "Developmental duties that lead to administrative work belong to the administrative "
        "series.",
    )
    if question.has(
        "promot",
        "automatic",
        "when do i",
        "entitled",
        "next grade",
        "full performance",
    ):
        lead = (
            "**No, not automatically: a career ladder makes a promotion possible, it does not "
            "make the higher grade yours.** The grade of a position follows the duties "
            "assigned; each step needs the work of that grade and a promotion by the agency "
            "under staffing law, which this program does not decide."
        )
        words: tuple[Words, ...] = (dev, differ)
    else:
        lead = (
            "**By the lower-level duties assigned, with their developmental nature in view: "
            "they are chosen to train, are closely supervised and grow harder.** Levels that "
            "the standard does not describe come from the Primary Standard or related "
            "standards. Developmental duties that lead up to specialist work stay in that "
            "series."
        )
        words = (dev, lower, ladder)
    return Answer(
        lead=lead,
        words=words,
        next=(
            (
                "Which grade is the full performance level, and which duties of it are not yet "
                "assigned?"
            ),
        ),
    )


TOPIC = Topic(
    id="trainee",
    title="trainee and developmental positions and career ladders",
    asks=(
        "Are interns classified differently?",
        "how is a student intern graded",
        "pathways intern position, which grade",
        "how do we classify recent graduates who are still learning",
        "How are trainee positions classified?",
        "developmental position grade",
        "career ladder position 5/7/9/11",
        "Am I promoted automatically in a career ladder?",
        "What is the full performance level?",
        "intern or trainee grading",
        "How do I grade an entry-level job when the standard starts at GS-9?",
        "I'm in a ladder position and do the full job already",
        "developmental duties",
        "what factor levels does a trainee get",
        "student trainee classification",
        "target grade",
        "trainee PD how",
        "Does training for higher work count toward my grade?",
        "when do I get the next grade in my career ladder",
        "my ladder stops at GS-11",
        "can a full performance level be raised",
        "classifying the lower grades of a career ladder",
        "one PD for all grades of the ladder?",
        "upward mobility position",
        "trainee",
        "trainees",
        "trainee position",
        "trainee grade",
        "trainee positions",
        "grade of a trainee",
        "how is a trainee graded",
        "how are trainees classified",
        "developmental position",
        "developmental grade",
        "developmental grades",
        "career ladder",
        "career ladders",
        "what is a career ladder",
        "my career ladder",
        "career ladder promotion",
        "is a career ladder promotion automatic",
        "promoted to the next step of the ladder",
        "full performance level",
        "what is full performance level",
        "what does full performance level mean",
        "entry level grade",
        "entry-level position",
        "intern position",
        "ladder 5 7 9 11",
        "7/9/11 position",
        "student trainee",
        "levels for trainees",
        "I was hired as a GS-7 with promotion potential to GS-11",
        "promotion potential to GS-11, when do I get the 9",
        "I am in a 7/9/11 job, when do I move up",
        "hired below the full level with a promise of more",
        "my employee is in a training program for the GS-11 job",
        "what does promotion potential mean",
        "my job has promotion potential",
        "hired with promotion potential",
        "I came in at a 5 and was promised an 11 eventually, how does the ladder thing work",
        "is moving from 7 to 9 automatic after a year",
        "ladder promotion denied even though I did my year",
        "can my boss hold me at the 9 in a 9/11/12",
        "what's it mean when the announcement says FPL 12",
        "interns and recent grads, how are their jobs graded",
        "developmental PD below full performance, how written",
        "promotion potential GS-13 was on my offer letter, do they owe me that",
        "Do we need a separate PD for each rung of the ladder?",
        "apprentice level grade, how do you set it",
        "my job tops out at 11 in the ladder, can the top be raised to 12",
        "we hire people two grades below and train them up, what grade do they get meanwhile",
        "am I at the journeyman level yet?",
        "Pathways intern, what grade should her position have while she's learning",
        "statement of difference for entry level, trainee",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
