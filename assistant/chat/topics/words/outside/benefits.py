"""Leave, benefits, retirement, resignation: other offices."""

from __future__ import annotations

import re

from assistant.chat.answering.fields import asks_of_grading
from assistant.chat.answering.kit import decline
from assistant.chat.model import Answer, Context, Question, Topic

_PENSION = re.compile(
    r"\b(?:pensions?|annuit\w+|fers|csrs|tsp|thrift savings|retirement (?:pay|benefits?|income|"
    r"date|"
    r"eligib\w+|calculat\w+)|high[- ](?:3|three)|fehb|fegli)\b",
    re.IGNORECASE,
)
_TAXES = re.compile(
    r"\b(?:do|file|prepare|fill (?:in|out)|help (?:me )?with) (?:my|our|his|her|the)\b.{0,16}"
    r"\b(?:tax(?:es)?|tax returns?|w-?[24]|1040)\b",
    re.IGNORECASE,
)
_KEPT = re.compile(r"\b(?:retain\w*|retention|saved|keep\w* (?:my|the) grade)\b", re.IGNORECASE)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether a pension or a benefit is asked of; a kept grade is of the field."""
    text = question.message
    if _TAXES.search(text):
        return True
    return bool(_PENSION.search(text) and not _KEPT.search(text) and not asks_of_grading(text))


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return decline(
        "This program does not know leave, benefits, retirement, overtime, taxes or resignation: "
        "your personnel office and opm.gov do.",
        "It can say what a lowered or raised grade does to the grade and pay you keep, and how "
        "to contest a classification.",
    )


TOPIC = Topic(
    id="benefits",
    title="leave, benefits, retirement and resignation",
    asks=(
        "How much annual leave do I have?",
        "When can I retire?",
        "should I resign",
        "how do I quit my job",
        "health insurance for federal employees",
        "what is my TSP contribution",
        "can I telework",
        "maternity leave",
        "how is my FERS pension computed",
        "sick leave for surgery",
        "unemployment if I quit",
        "how much notice must I give",
        "severance pay amount",
        "student loan repayment",
        "can I work overtime",
        "how do I transfer to another agency",
        "does my leave balance carry over",
        "holiday pay",
        "is early retirement offered",
        "leave balance",
        "annual leave",
        "sick leave",
        "how many vacation days do I get",
        "retirement date",
        "retire early",
        "my pension",
        "FERS retirement",
        "TSP",
        "health insurance",
        "FEHB",
        "life insurance question",
        "resign from my job",
        "resignation letter",
        "how do I resign",
        "quitting my job",
        "telework",
        "can I work from home",
        "parental leave",
        "overtime pay",
        "comp time",
        "transfer to another agency",
        "severance",
        "unemployment benefits",
        "when am I eligible to retire",
        "how many hours of leave do I get",
        "what happens to my pension",
        "will my retirement change",
        "how do I hand in my resignation",
        "how many vacation days",
        "how do I get telework approved for my position",
        "can my agency pay for my move to a new duty station",
        "can I get a student loan repayment from my agency",
        "how is my service computation date figured",
        "how many hrs of vacation do i earn each pay period after 3 years",
        "Can I cash out my unused annual leave when I go?",
        "my wife's having a baby in june, how much paid time off can i take",
        "thinking of handing in my two weeks, who do i tell",
        "is dental included in the federal plan",
        "what age can I leave with a full annuity",
        "if i walk out over this do i get unemployment",
        "matching contributions to my thrift savings, how much does gov put in",
        "Do my military years count toward retirement?",
        "boss cancelled my remote days, can she do that",
        "who do I call about changing my life insurance beneficiary",
        "use or lose leave, when's the cutoff this year",
        "Is there an incentive or buyout being offered for folks near retirement",
        "need donated leave, im out of sick time",
        "my high-3 average, how's that figured",
    ),
    answer=_answer,
    sure=_sure,
    unlike=(
        "levels",
        "factors",
        "points",
        "decision",
    ),
)
