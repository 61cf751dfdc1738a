"""Leave, benefits, retirement, resignation: other offices."""

from __future__ import annotations

from assistant.chat.answering.kit import decline
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return decline(
        "This program does not know leave, benefits, retirement, overtime or resignation: your "
        "personnel office and opm.gov do.",
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
    ),
    answer=_answer,
    unlike=(
        "levels",
        "points",
        "decision",
    ),
)
