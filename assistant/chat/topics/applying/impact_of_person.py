"""Impact of the person on the job: when an employee's ability changes the position."""

from __future__ import annotations

from assistant.chat.kit import law
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return Answer(
        lead=(
            "**Yes, if the person makes the job materially different; standing out or being "
            "better qualified alone does not.** Exceptional ability must have changed the duties: "
            "harder assignments, unusual freedom, authority to commit the agency. Management must "
            "recognize and endorse it and the description must state it. When the person leaves, "
            "the position normally goes back to its former classification."
        ),
        words=(
            law(
                "classifier-handbook",
                "40",
                "makes the job materially different from what it",
                "It counts when a person actually makes the job materially different.",
            ),
            law(
                "introduction",
                "18",
                "broadens the nature or scope and effect",
                "It is recognized when the incumbent's performance broadens the work.",
            ),
            law(
                "introduction",
                "19",
                "normally revert to its original classification",
                "When such a position is vacated, it normally reverts.",
            ),
        ),
        next=("Which duties are different because of this person, and who assigned them?",),
    )


TOPIC = Topic(
    id="impact-of-person",
    title="the impact of the person on the job",
    asks=(
        "What is impact of the person on the job?",
        "Can an exceptional employee raise the grade of a position?",
        "I made this job bigger than it was",
        "My expertise brought new duties to my job",
        "Does it count that people come to me as the expert?",
        "the job grew because of me",
        "impact of the incumbent",
        "Can the grade reflect what a particular person brings?",
        "The employee's talents changed the position",
        "person in the job concept",
        "recognized expert, higher grade?",
        "My employee is nationally known in her field. Can that be graded?",
        "when does the person affect the classification",
        "What happens to the grade when that employee leaves?",
        "the position was upgraded because of its former incumbent",
        "does the grade go back down after the expert retires",
        "impact of an outstanding employee on the grade",
        "special abilities of the incumbent",
        "I attract harder assignments because I'm good",
        "unique capabilities of an employee",
        "grade based on the person",
        "can individual contributions change the grade",
        "reputation and grade",
        "management gives me the toughest cases because of my skill",
        "research scientist whose work made the job",
    ),
    answer=_answer,
    unlike=("points", "levels", "decision", "percents", "factors", "dates"),
)
