"""Whether lost pay can still be had back in the open case: the last day, from its own dates."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import rule
from assistant.chat.answering.procedure import case_action, ends, first_filing_ends, number, spoken
from assistant.chat.model import Answer, Context, Question, Topic

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
        f"**{head}: the {days} calendar days from {spoken(found[1])}, the effective date in "
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
    asks=(
        "Can the money be had back?",
        "Is it too late to recover the lost pay?",
        "Until when can I file and still get the lost money back?",
        "Will the pay I lost be restored?",
        "can she get the lost salary back",
        "last day for a retroactive correction in this case",
        "can the downgrade be made good with the money",
        "is the lost pay gone for good",
        "Do I still get the difference back for these weeks?",
        "by when must the appeal be filed for back pay here",
        "get my money back from the downgrade",
        "is retroactive restoration still possible for this employee",
        "Looking at this case, has the clock run out on getting the missing salary paid",
        "will she be made whole for the paychecks she's been short since the cut here",
        "what's the last date in my case to file and still recover the difference",
        "The employee in this case lost about 300 a pay period. Any way to get that returned?",
        "If I win this one do they pay me for what I've lost since the reclass",
        "is it still in time, in this case, for the lowered pay to be made up",
        "Am I past the point where a win would reach back to the day they cut me?",
        "Given the dates in the file, can the correction go back to when the grade fell",
        "how many days left before my shorted pay can't come back anymore",
        "tell me if his wages since the action are recoverable",
        "my case: can they still put everything back as if the cut never happened, money included",
        "did I wait too long to recoup what was taken since the downgrade",
        (
            "by what date should the appellant act so the restored grade reaches back and "
            "she's paid for it"
        ),
        "Would this employee be reimbursed for the weeks at the lower rate?",
        "is there still time to claw back the wages",
    ),
    answer=_answer,
    needs=("case",),
    unlike=("levels", "factors", "decision"),
    sure=_sure,
)
