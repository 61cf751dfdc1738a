"""Whether lost pay can still be had back in the open case: the last day, from its own dates."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import rule
from assistant.chat.answering.procedure import case_action, ends, first_filing_ends, number
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.text import in_words

_MONEY = re.compile(
    r"\b(?:pay|money|salary|wages|difference|paid|dollars|retroactiv\w*|back ?pay|lost)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:back|recover\w*|retroactiv\w*|refund\w*|repaid|reimburs\w*|restor\w*|lost|"
    r"made whole|recoup\w*)\b",
    re.IGNORECASE,
)


_LATE = re.compile(
    r"\b(?:too late|in time|on time|late|deadline|last day|time limit|still (?:claim|get|file))\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:
    text = question.message
    return bool(
        case_action(context) is not None
        and _MONEY.search(text)
        and (_BACK.search(text) or _LATE.search(text))
        and not question.decision
        and not question.dates
        and not question.since
        and not question.has("higher", "years", "worked above", "upgrade", "retention", "retain")
    )


def _answer(question: Question, context: Context) -> Answer | None:
    found = case_action(context)
    if found is None:
        return None
    last = first_filing_ends(question, context)
    if last is None:
        return None
    days = number("retroactive-first-filing")
    over = last[1] < context.today
    head = (
        "Only if the appeal was filed in time"
        if over
        else "Yes, if the appeal is filed in time and undoes the downgrade"
    )
    lead = (
        f"**{head}: the {days} calendar days from {in_words(found[1])}, the effective date in "
        f"the case, "
        f"{ends(last, context.today)}.** "
    )
    lead += (
        "Filed later, an appeal that wins pays the higher grade only from the personnel "
        "action that "
        "follows. "
        if over
        else "Filed later, a grade won back is paid only from then on. "
    )
    lead += "A grade or pay that was retained was not lost, so nothing is then due for the past."
    return Answer(
        lead=lead,
        words=(
            rule(
                "retroactive-loss",
                "5-cfr-511",
                "retroactive only if it corrects a classification action",
            ),
            rule(
                "retroactive-reversal",
                "introduction",
                "must find that the classification action resulting in wrongful demotion",
            ),
        ),
        next=(
            "Was an appeal filed, with the agency or OPM, and on what day?",
            "Is the grade or the pay retained? The SF-50 says so.",
        ),
        missing=("the day the appeal was filed", "whether grade or pay was retained"),
    )


TOPIC = Topic(
    id="money-back",
    title="whether lost pay can be had back in the open case",
    answer=_answer,
    needs=("case",),
    unlike=("levels", "factors", "decision"),
    sure=_sure,
)
