"""What does not count in grading: volume, quality, pay, need, length of service, recruiting."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.answering.merits import OF_WORK, argued, merit, served_long, unfilled
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.topics.grading.criteria.contacts_counted import OF_STAFF
from assistant.chat.topics.work.classifying.evaluation_statement import unexplained

LEANS = 3
"""Words up to which a message says nothing of what is asked about."""


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    text = question.message
    if unexplained(text):
        # Who was never told why asks for the reasons, whatever is said of merits beside.
        return False
    if question.levels or question.decision or question.points or OF_STAFF.search(text):
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
