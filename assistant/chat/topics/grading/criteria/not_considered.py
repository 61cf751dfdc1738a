"""What does not count in grading: volume, quality, pay, need, length of service, recruiting."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.topics.work.classifying.evaluation_statement import unexplained
from index.language.late import pattern

_UNFILLED = pattern(
    r"\b(?:nobody|no one|no-one|none|few|hardly (?:any|anyone|anybody)|not enough|"
    r"zero)\b(?: \w+){0,3}? "
    r"\b(?:appl(?:y|ies|ied|icants?)|candidates?|takers|wants?|bids?|interested)\b"
    r"|\b(?:can't|cannot|can not|couldn't|could not|unable to|hard to|difficult\w* (?:to|in|with)|"
    r"trouble|struggl\w+|impossible to)\b.{0,20}\b(?:fill\w*|recruit\w*|hir\w+|attract\w*|find|"
    r"get (?:any|anyone|anybody|people|applicants|candidates)|staff)\b",
    re.IGNORECASE,
)
_RAISED = pattern(
    r"\b(?:rais\w+|upgrad\w*|bump\w*|higher|increas\w*|regrad\w*|up a grade|grade (?:it|the job) "
    r"(?:as|at)|(?:post|announce|advertise|make|classify)\w* (?:it|the \w+) (?:as|at|an?)\b)",
    re.IGNORECASE,
)
_LONG = pattern(
    r"\b(?:years?|decades?)\b.{0,40}\b(?:worth|deserv\w*|earn(?:s|ed)?|reward\w*)\b.{0,30}"
    r"\b(?:grade|promotion|raise|higher|gs|an? 1[0-5])\b",
    re.IGNORECASE,
)
"""Years of service for which a grade is wanted, and not those for which one was held."""
_THAN_OTHERS = pattern(
    r"\b(?:twice|three times|double|triple|half again|two or three times|far more|much more|more|"
    r"\d+ (?:\w+ )?(?:an?|each|every|per) (?:day|week|month|year))\b"
    r".{0,40}\b(?:work ?load|case ?load|volume|than (?:the|any|every|all|most|other|others|anyone|"
    r"everyone|everybody)\b|the other \w+ (?:does|do|has|have|handles?|gets?)\b)"
    r"|\b(?:heaviest|biggest|largest|highest) (?:work ?load|case ?load|volume)\b",
    re.IGNORECASE,
)
"""More of the same work than others have: "twice the workload of the other branch"."""
_RATED_WELL = pattern(
    r"\b(?:outstanding|excellent|exceeds(?: \w+)?|top|great|best|perfect|fully successful) "
    r"(?:ratings?|reviews?|appraisals?|evaluations?|every year|each year|all (?:the|those|these) "
    r"years)\b|\b(?:everyone|everybody|people|they|customers) (?:says?|tells? me|agrees?) "
    r"(?:that )?(?:i|we)(?:'m| am| do| are|'re) (?:\w+ ){0,3}"
    r"(?:great|good|best|excellent|outstanding)\b"
    r"|\b(?:never|not once) (?:once )?(?:missed|blown) (?:a|any|one) deadline\b"
    r"|\b(?:customers?|clients?|users?|patients|veterans) (?:really )?(?:loves?|praise\w*|adore|"
    r"thank\w*) (?:me|us|my|our)\b",
    re.IGNORECASE,
)
_ONLY_ONE = pattern(
    r"\b(?:i'?m|i am|we are|we're) the only (?:one|person|ones) (?:here |in \w+ \w+ )?(?:who|that) "
    r"(?:can|knows? how|is able|could)\b|\b(?:nobody|no one) else (?:here |in \w+ \w+ )?"
    r"(?:can|could|knows how to|is able to) do (?:it|this|that|my|what i)\b",
    re.IGNORECASE,
)
"""A person who is held to be hard to replace."""
_IN_NEED = pattern(
    r"\b(?:can'?t|cannot|can not|hard to|impossible to|how (?:am|is|are) \w+ (?:supposed )?to)"
    r" (?:even )?(?:live|survive|get by|make ends meet|pay (?:the|my) (?:rent|bills)|feed|afford)\b"
    r"[^.?!]{0,40}\b(?:gs|grade|pay|salary)\b"
    r"|\b(?:rent|mortgage|kids|children|bills|child care|day ?care|loans?)\b[^.?!]{0,60}"
    r"\b(?:higher grade|gs-?\s?\d+|deserve|need (?:a|the) (?:raise|grade|upgrade|higher))\b",
    re.IGNORECASE,
)
"""Need told as a reason for a grade."""
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
    if _LONG.search(text):
        return not question.has("retain", "retention", "lowered", "downgrad", "keep")
    if _argued(question):
        return True
    return _unfilled(question)


def _argued(question: Question) -> bool:
    """Tell whether a plain statement argues by what does not count."""
    text = question.message
    argued = any(one.search(text) for one in (_THAN_OTHERS, _RATED_WELL, _ONLY_ONE, _IN_NEED))
    return bool(argued) and not question.asks and not question.has(*_DUTIES)


def _unfilled(question: Question) -> bool:
    """Tell whether a grade is to be raised because nobody can be found for the job."""
    said = question.around or question.message
    asks = question.asks and _UNFILLED.search(said) and _RAISED.search(said)
    return bool(asks) and not question.has("appeal", "retention", "retained")


_INSTEAD = ("instead", "is there for such", "rewarded", "other tools", "make up for")
_SAID = {
    "work done only in another's absence does not count": (
        "absen", "on leave", "is away", "are away", "vacation", "out sick", "is out", "fills in",
        "fill in for", "filling in", "covers for", "covering for", "stand in", "stands in",
    ),
    "the volume of work does not raise a grade": (
        "volume", "workload", "busy", "overwork", "amount", "quantity", "doubled", "twice",
        "short", "understaff", "all three jobs", "both jobs", "two jobs", "three jobs",
        "caseload", "cases",
    ),
    "doing the same work in more places does not raise a grade by itself, only what widens its "
    "scope or effect (Factor 5)": (
        "sites", "two offices", "hospitals", "locations", "places", "clinics", "buildings",
    ),
    "length of service does not raise a grade": (
        "longev", "years", "senior", "service", "tenure",
    ),
    "how well the work is done does not raise a grade": (
        "quality", "perform", "outstanding", "award", "reward", "excellen", "rating", "apprais",
        "better", "efficien", "fast", "hard work", "how well",
    ),
    "pay and need do not raise a grade": (
        "money", "need", "rent", "kids", "mortgage", "bills", "live on", "cost",
        "salar", "pay", "earn", "comparab", "private",
    ),
    "difficulty in recruiting does not raise a grade": (
        "recruit", "hire", "hiring", "fill", "retain", "retention", "leave", "quit", "shortage",
    ),
}  # fmt: skip
"""What the lead says, by the beginnings of words that name it."""


_DUTIES = ("duties", "duty", "project", "task", "responsib", "security", "higher")
"""Words of the work itself, which may well count; what does not is said by other words."""


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    argued = _argued(question)
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
    unfilled = "difficulty in recruiting does not raise a grade" if _unfilled(question) else ""
    alone = (
        "being hard to replace does not raise a grade by itself"
        if _ONLY_ONE.search(question.message)
        else ""
    )
    busy = (
        "the volume of work does not raise a grade"
        if argued and _THAN_OTHERS.search(question.message)
        else ""
    )
    said = (
        unfilled
        or alone
        or busy
        or next((what for what, words in _SAID.items() if question.has(*words)), "")
    )
    leans = len(question.message.split()) <= LEANS and not question.has("count", "consider")
    if not said and (leans or question.has(*_DUTIES)):
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
            "decade",
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
