"""What does not count in grading: volume, quality, pay, need, length of service, recruiting."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.answering.merits import OF_WORK, argued, merit, served_long, unfilled
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.topics.work.classifying.evaluation_statement import unexplained
from index.language.late import pattern

LEANS = 3
"""Words up to which a message says nothing of what is asked about."""
_OF_STAFF = pattern(r"\b(?:supervis\w*|subordinates?|report to|staff under|manage[sd]?)\b")


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    text = question.message
    if unexplained(text):
        # Who was never told why asks for the reasons, whatever is said of merits beside.
        return False
    if question.levels or question.decision or question.points or _OF_STAFF.search(text):
        return False
    if served_long(question):
        return not question.has("retain", "retention", "lowered", "downgrad", "keep")
    return argued(question) or unfilled(question)


_INSTEAD = ("instead", "is there for such", "rewarded", "other tools", "make up for")


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    tools = law(
        "classifier-handbook",
        "39",
        "Performance and incentive awards, the merit promotion plan",
        "Awards, promotion, step increases and special rates deal with such matters.",
    )
    if question.has(*_INSTEAD):
        return Answer(
            lead=(
                "**Awards for performance, periodic step increases, merit promotion and special "
                "pay rates: they are there for what does not count in the grade.**"
            ),
            words=(tools,),
            next=("Has the kind of work changed, or the responsibility for it? That can count.",),
        )
    said = merit(question)
    leans = len(question.message.split()) <= LEANS and not question.has("count", "consider")
    if not said and (leans or question.has(*OF_WORK)):
        # Of duties it is not said that they do not count, nor of what a few words point back to.
        return None
    said = said or "that does not count"
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
            tools,
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
        "do they care how well I do the job",
        "we handle twice the volume of the other branch",
        "my team carries three times the caseload of theirs",
        "does it matter that I do the same work at two sites",
        "I cover two offices instead of one, does it count",
        "they have double the workload of the others",
        "nobody applies for these jobs, can we raise the grade for that",
        "hard to fill position, does that justify a higher grade",
        "we can't get applicants at this grade, is that a reason to bump it",
        (
            "I have been at this grade for six years and train all the new people, is that worth a "
            "higher grade"
        ),
        "can I downgrade an employee for poor performance through reclassification",
        "we can't fill the job at GS-11, may we advertise it at GS-12",
        "does being the only person in the office count",
        "does a security clearance raise the grade",
        "does being on call count for the grade",
        "I work lots of overtime, does that raise my level",
        "long hours every week, higher grade?",
        "I do the work of two people, shouldn't I get a grade for that",
        "My workload was cut, can they reduce my grade because there is less work?",
        "can they lower the grade because there is less to do now",
        "less work now, lower grade?",
        "can my grade drop because the volume went down",
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
        "does workload count",
        "my workload went up",
        "doing two jobs at once",
        "I cover for a vacant position and do double the work",
        "huge caseload",
        "my caseload is the largest in the office",
        "does being busy matter",
        "is volume a grading factor",
        "does seniority count",
        "does length of service count for the grade",
        "I've been here twenty years",
        "does performance raise the grade",
        "outstanding performance rating and a higher grade",
        "my appraisal is outstanding, does it raise the grade",
        "I'm the best performer in the office",
        "great performance, low grade",
        "does quality of my work raise the grade",
        "high quality work",
        "efficiency and the grade",
        "does being faster or more efficient count",
        "I work very hard",
        "private sector pay for the same job",
        "the private sector pays more",
        "comparable salaries outside government",
        "do salaries elsewhere count for the grade",
        "I can't live on this grade",
        "does need for money count",
        "we can't hire at this grade",
        "hard to fill position, higher grade?",
        "nobody applies for the vacancy at this grade",
        "we keep losing people, can we raise the grade to keep them",
        "upgrade to retain an employee",
        "raise the grade to keep a good employee",
        "reward an employee by upgrading the position",
        "is a promotion through reclassification a reward for performance",
        "what does not count for a grade",
        "what doesn't count when a job is graded",
        "things that do not affect the grade",
        "what has no effect on my grade",
        "which considerations are irrelevant for grading",
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
        "losing people because of the grade",
        "keep people by raising the grade",
        "grade as a reward",
        "short staffed",
        "understaffed office",
        "we are short staffed and I do everything",
        "matters that are not considered in grading",
        "what is left out when a job is graded",
        "which matters are irrelevant to the grade",
        "does overtime raise the grade",
        "too much work, higher grade?",
        "covering for a vacancy and volume of work",
        "the employee threatens to leave unless upgraded",
        "the employee will quit without an upgrade",
        "My employee is outstanding, can I reward her with a grade?",
        "Do performance ratings raise the grade?",
        "how can I reward a good employee if not by grade",
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
        "double workload same grade",
        "high performer upgrade",
        "I deserve a raise for all I do",
        "does more responsibility for volume count",
        "outstanding ratings, higher grade?",
        "do good appraisals raise the grade",
        "workload does not raise the grade, does it",
        "more work higher grade",
        "my workload has increased a lot",
        "I work harder than the others",
        "I'm the best performer, do I get a higher grade",
        "does experience raise my grade",
        "hard to recruit, can we raise the grade",
        "recruitment difficulty as a reason for a higher grade",
        "quality of work in classification",
        "can I get a higher grade for good work",
        "reward a good employee",
        "award or higher grade",
        "twice the workload",
        "short-staffed, we all do more, do we get upgraded",
        "I do twice as much as anybody here and never get a dime more for it",
        "since the backlog dried up they're hinting our jobs are worth less",
        "nobody else could keep up with the number of calls I take",
        "I get outstanding ratings every single year, where's my upgrade",
        "they cut my caseload in half and now want to shave a grade",
        (
            "she's so dependable and works every weekend, isn't that worth something when they "
            "rate the job"
        ),
        (
            "can't keep good people here because the grade's too low, can we raise it to hold "
            "on to them"
        ),
        "my rent went up 40 percent, the grade has to go up too",
        "Three people left and I'm doing all of their work. Same kind, just tons of it",
        "does working overtime till 9 every night get considered",
        "I'm so productive they'd need two people to replace me",
        "hard to fill spot, nobody applies at this pay, so make it higher?",
        "which things are off the table when they rank a job",
        (
            "They're saying there's a slow season so the job's not full anymore. Quantity "
            "isn't the point, is it?"
        ),
        "there is less work than before, may management reduce me to GS-7 for it",
        "workload dropped by half, can the agency lower the grade on that ground",
        "fewer files than last year so they want to cut the grade",
        "can they reduce me because my workload went down",
        "less volume so a lower grade, is that allowed",
        "they say there isn't enough work left to justify my grade",
    ),
    answer=_answer,
    sure=_sure,
    cues=(
        *(
            "year",
            "yrs",
            "decade",
            "since",
            "senior",
            "tenure",
            "longevity",
            "time in",
            "time on",
            "length of",
            "debt",
            "family",
            "ends meet",
            "survive",
            "live on",
            "feed",
            "broke",
            "more",
            "nobody",
            "no one",
            "no-one",
        ),
        *("none", "few", "hardly", "enough", "zero", "can't", "cannot", "can not", "couldn't"),
        *("could not", "unable", "hard", "difficult", "trouble", "struggl", "impossible"),
        *("twice", "three times", "double", "triple", "half again", "workload", "work load"),
        *("caseload", "case load", "volume", "other", "only one", "only person", "only ones"),
        *("rent", "mortgage", "kids", "children", "bills", "child care", "daycare", "day care"),
        *(
            "loan",
            "deadline",
            "love",
            "praise",
            "adore",
            "thank",
            "how am i",
            "how is one",
            "rating",
            "review",
            "appraisal",
            "outstanding",
            "great",
            "good",
            "best",
            "excellent",
        ),
    ),
    unlike=("levels", "points", "percents", "dates", "decision"),
)
