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
    asks=(
        "spread a few hours of GS-12 work to each of my five 11s so they all become 12s",
        "can I divide the higher work so that everyone gets the higher grade",
        "is there a limit on the number of GS-15s we may have",
        "how many GS-14s can one office have",
        "What is position management?",
        "How should I structure my unit?",
        "Who is responsible for position management?",
        "too many supervisors in the unit",
        "sound position structure",
        "can position management lower my grade",
        "what does good position management look like",
        "balance between trainees and full performance staff",
        "How do I organize work economically?",
        "grade creep in my organization",
        "average grade control",
        "layering and span of control",
        "should high-level duties be spread or concentrated",
        "restructuring positions to save money",
        "supervisor to employee ratio",
        "management's responsibility for grades",
        "do grades depend on the structure of the organization",
        "how many high-graded positions can my branch have",
        "position management",
        "what is sound position management",
        "good position management",
        "principles of position management",
        "position structure",
        "structure of my organization",
        "how to structure positions",
        "organize the work of my unit",
        "organize work efficiently",
        "who is in charge of position management",
        "span of control",
        "too many chiefs",
        "too many supervisors",
        "too many high grades",
        "high grades in my unit",
        "control of grades",
        "spread the higher work",
        "where to put higher level work",
        "concentrate the higher level duties",
        "mix of grades in a unit",
        "balance of positions in my branch",
        "economical organization",
        "save money by structuring positions",
        "we have seven supervisors for twenty people",
        "one boss for every two workers here",
        "too many bosses here",
        "how many supervisors should a unit of twenty have",
        "my branch is top-heavy",
        "we've got five bosses for six workers in this shop, is anyone supposed to look at that",
        "how do I lay out jobs in my branch so it doesn't cost a fortune",
        "who keeps an eye on the number of high grades in an organization",
        "is it better to put all the hard work in one job or sprinkle it around",
        "New division chief wanting to design the org chart sensibly, what are the principles",
        "layering, span of control, fragmentation: guidance?",
        "every second person here is a team lead or deputy",
        "HR told me to think about structure before I ask for more GS-13s",
        "should I carve out the routine work for a lower graded helper",
        "Our grades keep drifting upward year after year. How should the org control that?",
        "assistants to assistants. does OPM say anything about that sort of structure",
        "splitting the good work among four people so all get a 12, smart or wasteful?",
        "What's a manager's duty when it comes to designing efficient jobs?",
        "one supervisor per two employees, sounds wasteful",
        "economy and efficiency in setting up jobs, who's answerable",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
