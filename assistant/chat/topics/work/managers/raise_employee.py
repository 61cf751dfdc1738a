"""A manager cannot give a grade, but can assign the work that earns it."""

from __future__ import annotations

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    duties = law(
        "5-usc-51",
        "section 5107",
        "shall place each position under its jurisdiction",
        "Each agency places its positions in classes and grades by the published standards.",
    )
    what = law(
        "classifier-handbook",
        "4",
        "based on the duties and responsibilities assigned",
        "A position is graded by the duties assigned and what they require.",
    )
    notcount = rule("not-grade-related")
    return Answer(
        lead=(
            "**Not by decision alone: the grade follows the duties.** You can assign regular "
            "higher-level work, describe it truthfully and ask for the position to be "
            "evaluated; the classifier decides by the standard. Good performance, long "
            "service, workload or a job offer from elsewhere do not raise a grade, and the "
            "employee's promotion is a separate staffing question."
        ),
        words=(what, duties, notcount),
        next=(
            (
                "Which higher-level duties are there, regular and for at least 25 percent of "
                "the time?"
            ),
            ("Is the work there at all? A grade is not a reward: awards and step increases are."),
        ),
    )


TOPIC = Topic(
    id="raise-employee",
    title="raising the grade of an employee's position",
    asks=(
        "can I put my employee up a grade because she's leaving otherwise",
        "he has an offer from another agency, can I raise his grade to keep him",
        "my best analyst will quit unless she gets a higher grade",
        "upgrade a job to retain good people",
        "can I use a grade increase as a retention tool",
        "we'll lose him to the private sector if he stays at this grade",
        "Can I raise my employee's grade?",
        "How do I get one of my people upgraded?",
        "I want to promote my analyst, can I reclassify her job?",
        "can a supervisor give an employee a higher grade",
        "how can I help my employee get a GS-13",
        "my best specialist deserves a 13",
        "upgrade a position in my branch",
        "what must I do to have a subordinate's position upgraded",
        "manager wants to upgrade a position",
        "Can I ask HR to upgrade somebody?",
        "request for reclassification by a manager",
        "I promised my employee the next grade",
        "How does a manager justify a higher grade?",
        "my employee will leave unless she gets a GS-12",
        "upgrade request for a subordinate",
        "desk audit request for my employee",
        "he has earned a higher grade, how do I do this",
        "can a director order a grade increase",
        "how can management reward someone with a higher grade",
        "raise my employee's grade",
        "can I raise my employee's grade",
        "get my employee upgraded",
        "how do I upgrade my employee",
        "upgrade my employee's position",
        "upgrade a subordinate",
        "I want to upgrade my employee",
        "promote my employee",
        "give my employee a higher grade",
        "give her a GS-13",
        "get a higher grade for my employee",
        "my employee deserves a higher grade",
        "as a supervisor can I raise the grade",
        "how can a manager raise a grade",
        "manager asks for an upgrade",
        "request an upgrade for my employee",
        "reclassify my employee's job",
        "have my employee's job reclassified",
        "support my employee's upgrade",
        "get my staff upgraded",
        "higher grade for one of my people",
        "I want my analyst to be a GS-13",
        "can a supervisor upgrade someone",
        "I'd like one of my people to get a 13",
        "what can I do as her supervisor to get her a higher grade",
        "how do I get my assistant a better grade",
        "I want to move my employee up a grade",
        "my analyst should be a 13, how do I do it",
        "I want my assistant to move up a grade, where do I begin",
        "where do I begin to get her a higher grade",
        "how do I start an upgrade for my assistant",
        "my best analyst is going to leave unless I get her a 12. What can I do?",
        "I'm a first-time supervisor, how do I put in to have my guy's grade bumped",
        "what paperwork gets one of my folks looked at for a higher level",
        "I run a team of nine and want to upgrade two of the jobs",
        "Can I hand him tougher assignments so that his job rates higher?",
        "how do bosses go about getting someone reclassed upward",
        "one of my technicians does way more than her grade, how do I request a review for her",
        "I promised my deputy he'd be a 14, how do I make it happen",
        "is it in my power as chief to bump up a worker",
        "justification memo for upgrading a subordinate, what goes in",
        "he's been loyal for 20 years and I want to reward him with the next grade",
        "HR ignored my request to upgrade a staff member, how should I make the case",
        "want to build up a junior person's role until it supports the next level",
        "retention problem: is reclassifying the way to keep a good employee",
        "what does a manager have to show to get a staffer's position rated up",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
