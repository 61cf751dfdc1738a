"""Program managers without staff: not the supervisory guide."""

from __future__ import annotations

from assistant.chat.answering.kit import guide_rule, law
from assistant.chat.model import Answer, Context, Question, Topic

_DIRECTION = (
    *("supervis", "manage", "guide", "gssg", "people", "staff", "employee", "team", "report to"),
    *("subordinate", "direct", "in charge", "budget"),
)


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    if not question.asks and not question.has(*_DIRECTION):
        # Whoever tells of a project led does not claim to supervise.
        return None
    project = guide_rule("exclusion-projects", "project or program management responsibility")
    manage = guide_rule("exclusion-management", "Positions requiring management skills alone")
    higher = law(
        "introduction",
        "17",
        "reflect the highest level of program management",
        "The final grade reflects the highest level of program management or supervision.",
    )
    return Answer(
        lead=(
            "**No: without regular direction of a recognizable work force the supervisory "
            "guide does not apply, however large the program or budget.** A program or project "
            "manager is graded by the standard of the occupation. With real supervision beside "
            "it, both are graded and the higher grade counts."
        ),
        words=(project, manage, higher),
        next=(
            (
                "Do people report to you regularly, on technical and administrative matters, "
                "or are they lent to projects?"
            ),
        ),
    )


TOPIC = Topic(
    id="program-manager",
    title="managing a program without employees",
    asks=(
        "I manage a program but have no employees",
        "program manager without staff, which standard?",
        "Does managing a big budget make me a supervisor?",
        "project manager grade",
        "Can a program manager be graded by the supervisory guide?",
        "matrix management and supervision",
        "I coordinate people from other offices",
        "program management without supervising",
        "Is a project leader a supervisor?",
        "I run a nationwide program alone",
        "how do you grade a program manager",
        "manager with no direct reports",
        "does program responsibility count under the GSSG",
        "my staff is borrowed from other branches",
        "which guide for project managers",
        "program lead with dotted-line staff",
        "headquarters program manager grade",
        "we have a manager with no subordinates, how is he classified",
        "program manager",
        "program manager without employees",
        "program manager with no staff",
        "manager without employees",
        "manager without subordinates",
        "manage a program without staff",
        "I manage programs but no people",
        "I manage a program but nobody reports to me",
        "no direct reports",
        "project manager",
        "project managers and the supervisory guide",
        "project manager without staff",
        "project leader",
        "project management and supervision",
        "matrix manager",
        "matrix team",
        "does managing a program count as supervision",
        "is a program manager a supervisor",
        "is a project manager a supervisor",
        "graded as a manager without staff",
        "which guide for a program manager",
        "which standard for project managers",
        "big program no employees",
        "budget responsibility without staff",
        "I run a forty million dollar program by myself",
        "I run a big program with nobody under me",
        "I am in charge of a program and nobody works for me",
        "large budget and no staff",
        "I manage projects with people who report to others",
        "I run a 30 million dollar program and there's nobody under me",
        "army of one",
        "they call me program manager but I've zero staff",
        "does the money I'm responsible for make me management",
        "I oversee grants to all fifty states, no employees",
        "my project touches every region but I lead only by persuasion",
        "headquarters coordinator, no reports, big national program",
        "a manager in name only",
        "can a person without subordinates be graded as a manager",
        "staff of none, budget in the millions, what yardstick",
        "I manage things not people",
        "our recycling initiative is mine alone, should I be rated with the bosses' book",
        "I head a program office that consists of me",
        "how do they rate someone who steers a nationwide effort solo",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
