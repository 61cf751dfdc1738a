"""Position management: structure first, and grades no higher than the work needs."""

from __future__ import annotations

from assistant.chat.answering.kit import law, mixed_rule
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    sound = law(
        "introduction",
        "11",
        "carefully designed position structure which blends",
        "A well-designed structure blends skills and assignments with the mission.",
    )
    grades = law(
        "introduction",
        "11",
        "should not exceed those grades needed to",
        "Grades do not exceed those needed to do the unit's work.",
    )
    minority = mixed_rule("inefficient", "introduction", "not efficient or cost-effective")
    if question.has("spread", "each of my", "share out", "distribute", "divide", "a few hours"):
        quarter = mixed_rule("quarter", "introduction", "at least 25 percent of the employee's")
        return Answer(
            lead=(
                "**A few hours are not enough: higher work controls a grade only from 25 percent "
                "of the time on, officially and regularly assigned, and if its knowledge would "
                "be required in recruiting.** Spread thin over several positions it raises none, "
                "and that is not an efficient use of people; gathered in one it may raise that "
                "one."
            ),
            words=(quarter, minority, grades),
            next=("How many hours of the higher work are there in all, and who could do it?",),
        )
    if question.has("limit", "how many", "cap ", "quota", "number of"):
        return Answer(
            lead=(
                "**The classification rules set no number: each position is graded by its own "
                "duties.** An agency may limit its higher grades by how it arranges the work, "
                "and grades should be no higher than the work needs; a quota alone lowers no "
                "grade that the duties earn."
            ),
            words=(grades, sound),
            next=("Which positions hold the highest work, and could it be gathered in fewer?",),
        )
    if question.has("who ", "whose", "responsible", "responsibility", "answers for", "in charge"):
        return Answer(
            lead=(
                "**Supervisors and managers: they must see to a sound structure of the positions "
                "in the organizations they lead.** The agency as a whole has the authority and the "
                "duty to establish, classify and manage its positions; personnel specialists "
                "advise and classify what managers have built."
            ),
            words=(
                law(
                    "introduction",
                    "11",
                    "responsible for assuring a sound position structure",
                    "Supervisors and managers are responsible for a sound position structure.",
                ),
                sound,
            ),
            next=("Which positions hold the highest work, and could it be gathered in fewer?",),
        )
    return Answer(
        lead=(
            "**Arrange the work so that the mission is done with a sensible mix of positions, "
            "and grades no higher than the work needs; supervisors and managers answer for "
            "that.** Higher-level work is better gathered in few positions than spread thin: a "
            "grade earned by less than half of the time is generally not an efficient use of "
            "people. Classification then grades what was built."
        ),
        words=(sound, grades, minority),
        next=("Which positions hold the highest work, and could it be gathered in fewer?",),
    )


TOPIC = Topic(
    id="position-management",
    title="sound position management",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
