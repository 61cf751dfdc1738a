"""Performance, workload and loyalty are rewarded by other means than the grade."""

from __future__ import annotations

from assistant.chat.kit import law
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    barred = law(
        "classifier-handbook",
        "39",
        "volume of work, financial need",
        "Volume, quality, service or recruiting trouble are no part of a grade.",
    )
    tools = law(
        "classifier-handbook",
        "39",
        "Performance and incentive awards, the merit",
        "Awards, promotions, step increases and special rates are the tools for that.",
    )
    person = law(
        "classifier-handbook",
        "27",
        "not the person assigned to it",
        "The position is classified, not the person in it.",
    )
    return Answer(
        lead=(
            "**No: how well or how much someone works does not raise the grade; the position "
            "is classified, not the person.** Volume, quality, efficiency, years of service "
            "and trouble in recruiting are left out. For these there are performance awards, "
            "quality step increases, merit promotion and special rates. Only work that is "
            "really different, regular and assigned changes the grade."
        ),
        words=(barred, tools, person),
        next=("Is the work itself different from before, or is it the same work done better?",),
    )


TOPIC = Topic(
    id="reward-instead",
    title="rewarding performance without a grade",
    asks=(
        "My employee is outstanding, can I reward her with a grade?",
        "Do performance ratings raise the grade?",
        "how can I reward a good employee if not by grade",
        "I do the work of two people",
        "my workload doubled, shouldn't my grade go up",
        "twenty years of service and still a GS-9",
        "does quality of work count toward grade",
        "hard worker deserves a higher grade",
        "can awards replace an upgrade",
        "we can't recruit at this grade, may we raise it",
        "retention of a key employee by a higher grade",
        "loyalty and seniority in the grade",
        "excellent appraisals five years in a row",
        "pay in the private sector is higher, can we upgrade",
        "more cases than anyone else",
        "double workload same grade",
        "high performer upgrade",
        "I deserve a raise for all I do",
        "does more responsibility for volume count",
        "does good performance raise the grade",
        "does performance count for the grade",
        "outstanding rating and my grade",
        "outstanding ratings, higher grade?",
        "do good appraisals raise the grade",
        "workload does not raise the grade, does it",
        "more work higher grade",
        "does more work mean a higher grade",
        "does workload count toward the grade",
        "my workload has increased a lot",
        "volume of work and the grade",
        "I work harder than the others",
        "I'm the best performer, do I get a higher grade",
        "does seniority raise the grade",
        "years of service and grade",
        "does experience raise my grade",
        "hard to recruit, can we raise the grade",
        "recruitment difficulty as a reason for a higher grade",
        "quality of work in classification",
        "efficiency and the grade",
        "can I get a higher grade for good work",
        "reward a good employee",
        "award or higher grade",
        "twice the workload",
        "short-staffed, we all do more, do we get upgraded",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
