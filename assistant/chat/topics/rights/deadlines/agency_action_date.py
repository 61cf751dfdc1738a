"""When an agency's own classification counts, and how soon the SF-50 must follow."""

from __future__ import annotations

from assistant.chat.answering.kit import rule
from assistant.chat.answering.procedure import counted, event, number, spoken
from assistant.chat.model import Answer, Context, Question, Topic, Words


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
        "My upgrade was signed in March and still no SF-50",
        "How much time between classifying a job and the SF-50?",
        "effective date when the agency reclassifies",
        "Does pay start with the classifier's signature?",
        "reasonable period for the personnel action",
        "agency sits on my reclassification",
        "when does the agency's classification take effect",
        "SF-50",
        "when do I get my SF-50",
        "how long until the SF-50",
        "no SF-50 yet",
        "SF-50 missing after the upgrade",
        "PD signed, no SF-50",
        "classified in May, no personnel action",
        "how quickly must the SF-50 be issued",
        "how soon must we process the SF-50",
        "personnel action after reclassification",
        "time between classification and personnel action",
        "position upgraded but I'm not paid",
        "when does an agency upgrade start",
        "date of a reclassification",
        "what date counts, signature or SF-50",
        "reasonable time",
        "four pay periods after classification",
        "HR takes months to process my reclassification",
        "reclassification approved, when effective",
        "can we backdate a reclassification",
        "My upgrade was approved by the classifier but there's no SF-50 so far",
        "How much time may pass between signing the PD and the personnel action?",
        "does my pay change on the day the classification is signed",
        "when does an upgrade made by our own agency count",
        "From when does our own reclassification count?",
        "The classification was approved, when does the SF-50 come?",
        "when is my agency's upgrade effective",
        "HR signed off on my upgrade but my pay is the same",
        "how long may HR wait with the personnel action",
        "after the PD is classified, how soon the SF-50",
        "is an agency reclassification effective on signature",
        "position reclassified in March, nothing on my pay yet",
        "date of effect when the agency regrades a job",
        "by when must the personnel action follow",
        "The agency reclassified me up in April but issued no SF-50",
        "when is an agency's reclassification effective",
        "HR agreed my job's worth more, when do they have to make it official",
        "they signed off on my upgrade in June and I still don't have the paper",
        "when does the new grade our own HR gave kick in",
        "personnel decided to reclassify us, from which day",
        "how fast must personnel process it once the classifier signs",
        "classifier finished weeks ago and it's been sitting with the payroll folks",
        "can the agency make its own upgrade retroactive",
        "how many pay periods can they drag it out after approving the new grade",
        "our office signed the cover sheet, what's the latest date for the action",
        "HR approved it, now crickets",
        "can they backdate the reclass to when I started the duties",
        "from what date does a reclass by our own personnel shop count",
        "is there a clock on the agency once it's decided to change the grade",
        "new PD classified last month. start date of the grade?",
    ),
    answer=_answer,
    likes=("dates",),
    unlike=("levels", "points", "decision"),
)
