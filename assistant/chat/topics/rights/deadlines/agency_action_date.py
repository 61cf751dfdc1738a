"""When an agency's own classification counts, and how soon the SF-50 must follow."""

from __future__ import annotations

from assistant.chat.answering.kit import rule
from assistant.chat.answering.procedure import counted, event, number
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.text import in_words


def _of_a_downgrade() -> Answer:
    return Answer(
        lead=(
            "**It counts from the day an official with the authority signs it; where the employee "
            "keeps grade or pay, the agency may put that off to the day of the personnel action.** "
            "The personnel action follows within a reasonable time, after written notice of the "
            "action and of its proposed date. A downgrade never reaches back."
        ),
        words=(
            rule("agency-action-date", "5-cfr-511", "signs the allocation of the position"),
            rule("action-may-wait", "5-cfr-511", "may be extended to correspond"),
            rule("notice-before-action", "5-cfr-511", "issued prior to taking a personnel action"),
        ),
        next=("Which day does the notice name for the personnel action?",),
    )


def _answer(question: Question, context: Context) -> Answer:
    from core.appeals.pay_periods import bounds

    periods = counted("agency-action-date")
    when = event(question, context) if question.dates else None
    figures: tuple[str, ...] = ()
    if when is not None:
        low, high = bounds(when.latest, number("agency-action-date"))
        figures = (
            (
                f"Signed on {in_words(when.latest)}: the last of the {periods} pay periods begins, "
                f"on any biweekly calendar, from {in_words(low)} to {in_words(high)}."
            ),
        )
    action = rule(
        "agency-action-date", "introduction", "four pay periods is a reasonable period of time"
    )
    pay = rule(
        "pay-from-personnel-action", "introduction", "not the date of the classification action"
    )
    if question.has("retroactive", "backdat", "back pay", "back to", "reach back", "paid from"):
        lead = (
            "**No: an agency may not make a classification retroactive; correcting a wrongful "
            "demotion is the one exception.** It counts from the day an official with the "
            "authority signs it, and pay from the personnel action that follows."
        )
        words: tuple[Words, ...] = (
            rule(
                "agency-action-date",
                "5-cfr-511",
                "classification actions may not be made retroactive",
            ),
            pay,
        )
    elif not figures and question.has("downgrad", "lower", "demot", "reduc"):
        return _of_a_downgrade()
    else:
        lead = (
            "**The classification counts from the day an official with the authority signs it; the "
            "SF-50 must follow within a reasonable time, which the Comptroller General has put at "
            f"{periods} pay periods.** Pay changes with the SF-50, not with the signature, and "
            "nothing is paid for the time between."
        )
        words = (
            action,
            rule("agency-action-date", "5-cfr-511", "signs the allocation of the position"),
            pay,
        )
    return Answer(
        lead=lead,
        words=words,
        figures=figures,
        whose="Counted by the core",
        next=(
            "Ask the personnel office for the date of the signature and of the SF-50.",
            "A delay beyond that time is a matter for the agency's grievance procedure.",
        ),
    )


TOPIC = Topic(
    id="agency-action-date",
    title="when an agency's classification takes effect",
    answer=_answer,
    likes=("dates",),
    unlike=("levels", "points", "decision"),
)
