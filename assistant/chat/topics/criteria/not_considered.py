"""What does not count in grading: volume, quality, pay, need, length of service, recruiting."""

from __future__ import annotations

from assistant.chat.kit import law
from assistant.chat.model import Answer, Context, Question, Topic

_SAID = {
    "the volume of work does not raise a grade": (
        "volume", "workload", "busy", "overwork", "amount", "quantity", "doubled",
        "caseload", "cases",
    ),
    "length of service does not raise a grade": (
        "longev", "years", "senior", "service", "tenure",
    ),
    "how well the work is done does not raise a grade": (
        "quality", "perform", "outstanding", "award", "reward", "excellen", "rating", "apprais",
        "better", "efficien", "fast", "hard work",
    ),
    "pay and need do not raise a grade": (
        "money", "need", "rent", "cost", "salar", "pay", "earn", "comparab", "private",
    ),
    "difficulty in recruiting does not raise a grade": (
        "recruit", "hire", "hiring", "fill", "retain", "retention", "leave", "quit", "shortage",
    ),
}  # fmt: skip
"""What the lead says, by the beginnings of words that name it."""


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    said = next(
        (what for what, words in _SAID.items() if question.has(*words)), "that does not count"
    )
    lead = (
        f"**No: {said}.** A grade rests on the difficulty and responsibility of the work and the "
        "qualifications it takes. Not considered are volume, quality and efficiency of work, "
        "length of service, financial need, comparable salaries, difficulty in recruiting, and "
        "duties done only in someone's absence. Awards, step increases, merit promotion and "
        "special rates are there for those."
    )
    return Answer(
        lead=lead,
        words=(
            law(
                "classifier-handbook",
                "39",
                "Not considered in determining the grade level",
                "Volume, need, comparable pay, quality, efficiency, length of service, recruiting "
                "and work done only in another's absence do not count for the grade.",
            ),
            law(
                "classifier-handbook",
                "39",
                "Performance and incentive awards, the merit promotion plan",
                "Awards, promotion, step increases and special rates deal with such matters.",
            ),
        ),
        next=(
            "Has the kind of work changed, or the responsibility for it? That can count.",
            "If more work of a higher level came with it, name the duty and its share of time.",
        ),
    )


TOPIC = Topic(
    id="not-considered",
    title="what does not count for a grade",
    asks=(
        "Does a bigger workload raise my grade?",
        "I do the work of two people, shouldn't I get a higher grade?",
        "My workload doubled since last year",
        "Does the volume of work count?",
        "I have been in this job for fifteen years, does that count?",
        "does seniority raise the grade",
        "Is length of service a factor?",
        "I always get outstanding ratings, why is my grade so low?",
        "Does quality of performance matter for classification?",
        "I work faster than everyone else",
        "can good performance get me upgraded",
        "Does it count that private companies pay more for this?",
        "salary comparability as a reason for a higher grade",
        "We can't recruit anyone at this grade. Can we raise it?",
        "Difficulty in hiring, can the position be graded higher?",
        "I want to reward an excellent employee with a higher grade",
        "The employee will leave unless we upgrade the position",
        "I need the money, can they raise my grade?",
        "does the cost of living count for the grade",
        "What is not considered in determining the grade?",
        "Which things do not count in classification?",
        "more cases than anyone else in the office",
        "does the amount of work matter",
        "short staffed and doing everything, higher grade?",
        "my employee is very efficient, may I raise the grade",
        "does pay matter when a job is graded",
        "longevity",
        "volume of work",
        "factors not considered",
        "I'm overworked",
        "Can hard work alone justify an upgrade?",
        "years of experience in the job and the grade",
        "is the quantity of work part of any factor",
        "retention of a valuable employee as a reason for a higher grade",
        "performance rating and grade",
        "does workload count",
        "does a heavy workload count for the grade",
        "workload increase, higher grade?",
        "my workload went up",
        "I have too much work",
        "I do the work of two employees",
        "doing two jobs at once",
        "I cover for a vacant position and do double the work",
        "huge caseload",
        "my caseload is the largest in the office",
        "volume of cases and the grade",
        "number of cases handled",
        "does being busy matter",
        "does quantity of work matter for the grade",
        "is volume a grading factor",
        "does seniority count",
        "does seniority matter for classification",
        "my seniority",
        "length of service and grade",
        "does length of service count for the grade",
        "years in the job",
        "I've been here twenty years",
        "does long service raise the grade",
        "does performance count for the grade",
        "does performance raise the grade",
        "outstanding performance rating and a higher grade",
        "my appraisal is outstanding, does it raise the grade",
        "I'm the best performer in the office",
        "great performance, low grade",
        "does quality of work count",
        "does quality of my work raise the grade",
        "high quality work",
        "efficiency and the grade",
        "does being faster or more efficient count",
        "hard worker, low grade",
        "I work very hard",
        "private sector pay for the same job",
        "the private sector pays more",
        "comparable salaries outside government",
        "does salary comparability count",
        "do salaries elsewhere count for the grade",
        "financial need",
        "I can't live on this grade",
        "does need for money count",
        "recruitment difficulty and grade",
        "we can't hire at this grade",
        "hard to fill position, higher grade?",
        "nobody applies for the vacancy at this grade",
        "we keep losing people, can we raise the grade to keep them",
        "upgrade to retain an employee",
        "raise the grade to keep a good employee",
        "upgrade as a reward",
        "reward an employee by upgrading the position",
        "is a promotion through reclassification a reward for performance",
        "what does not count for a grade",
        "what doesn't count when a job is graded",
        "what is left out in grading",
        "things that do not affect the grade",
        "what has no effect on my grade",
        "which considerations are irrelevant for grading",
        "does overtime count for the grade",
        "does working long hours raise the grade",
        "does pay count in grading",
        "does higher pay elsewhere matter",
        "does good performance raise the grade",
        "can hard work raise my grade",
        "hard work",
        "can quality of work raise a grade",
        "does need count",
        "I need more money",
        "no applicants at this grade",
        "nobody applies",
        "losing people because of the grade",
        "keep people by raising the grade",
        "grade as a reward",
        "short staffed",
        "understaffed office",
        "we are short staffed and I do everything",
        "matters that are not considered in grading",
        "what is not considered",
        "what is left out when a job is graded",
        "which matters are irrelevant to the grade",
        "does overtime raise the grade",
        "I am overworked, can I get a higher grade",
        "too much work, higher grade?",
        "work of two people and the grade",
        "doing the work of two people",
        "covering for a vacancy and volume of work",
        "upgrade to keep an employee",
        "the employee threatens to leave unless upgraded",
        "the employee will quit without an upgrade",
        "years of service and the grade",
        "things that do not count in classification",
        "what doesn't count in classification",
    ),
    answer=_answer,
    unlike=("levels", "points", "percents", "dates", "decision"),
)
