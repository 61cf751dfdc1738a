"""When an agency's own classification counts, and how soon the SF-50 must follow."""

from __future__ import annotations

from assistant.chat.kit import rule
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.chat.procedure import counted, event, number, spoken


def _answer(question: Question, context: Context) -> Answer:
    from core.appeals.pay_periods import bounds

    periods = counted("agency-action-date")
    when = event(question, context) if question.dates else None
    figures: tuple[str, ...] = ()
    if when is not None:
        low, high = bounds(when.latest, number("agency-action-date"))
        figures = (
            (
                f"Signed on {spoken(when.latest)}: the last of the {periods} pay periods begins, "
                f"on any biweekly calendar, from {spoken(low)} to {spoken(high)}."
            ),
        )
    action = rule(
        "agency-action-date", "introduction", "four pay periods is a reasonable period of time"
    )
    pay = rule(
        "pay-from-personnel-action", "introduction", "not the date of the classification action"
    )
    if question.has("retroactive", "backdat"):
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
    asks=(
        "When does a reclassification by the agency take effect?",
        "How long may the agency take to issue the SF-50?",
        "effective date of an agency classification action",
        "Our classifier signed the PD on May 1; when must the personnel action follow?",
        "HR approved my upgrade months ago and there's no SF-50",
        "How soon must a position action be followed by a personnel action?",
        "reasonable time to implement a classification",
        "Can a classification be made retroactive by the agency?",
        "the PD was signed but I'm still not promoted",
        "From which day do I get paid after my agency upgrades my job?",
        "four pay periods rule",
        "classification signed, pay not changed",
        "is the date on the PD the date my pay changes",
        "When we upgrade a job, what date do we use?",
        "delay between classification and promotion",
    ),
    answer=_answer,
    likes=("dates",),
    unlike=("levels", "points", "decision"),
)
