"""What ends grade retention: an offer declined, a move, a break, giving it up."""

from __future__ import annotations

from assistant.chat.answering.kit import rule
from assistant.chat.answering.procedure import asked_on, last_days, number
from assistant.chat.answering.procedure import ends as ends_on
from assistant.chat.model import Answer, Context, Question, Topic, Words

_OFFER = ("offer", "declin", "refus", "turn", "say no", "accept", "another city", "commuting")


def _answer(question: Question, context: Context) -> Answer:
    ends = rule("retention-ends", "5-cfr-536", "Declines a reasonable offer")
    offer = rule("reasonable-offer", "5-cfr-536", "must be in the same commuting area")
    appeal = rule(
        "offer-appeal", "5-cfr-536", "not later than 20 calendar days after being notified"
    )
    days = number("offer-appeal")
    told = ("told", "they say", "they ended", "stopped", "was terminated", "has ended")
    if question.has("appeal", "contest") or (question.first_person and question.has(*told)):
        last = None
        if question.dates or question.since:
            last = last_days(
                "offer-appeal",
                question,
                context,
                "retention",
                "termination_notified",
                cause="reclassification",
            )
        until = (
            ""
            if last is None
            else f" The time for it {ends_on(last, asked_on(question, context))}."
        )
        lead = (
            "**Yes: you may appeal the end of retention over a declined offer to OPM, in writing, "
            f"within {days} calendar days of being told, and say why the offer was not "
            f"reasonable.**{until} In a bargaining unit the negotiated grievance takes its place "
            "where the agreement provides for it. OPM can order retention restored."
        )
        words: tuple[Words, ...] = (appeal, offer, ends)
    elif question.has("temporary promotion"):
        lead = (
            "**No: a temporary promotion does not end grade retention.** A lasting move to a "
            "position of equal or higher grade does."
        )
        words = (
            rule("retention-lost-before", "5-cfr-536", "excluding a temporary promotion"),
            ends,
        )
    elif question.has("promot"):
        lead = (
            "**Yes, a lasting promotion or move to a position of equal or higher grade than the "
            "one retained ends it; a temporary promotion does not.** A promotion to a grade still "
            "below the retained one leaves it as it is."
        )
        words = (
            ends,
            rule("retention-lost-before", "5-cfr-536", "excluding a temporary promotion"),
        )
    elif question.has("part time", "part-time"):
        lead = (
            "**Not if you worked full time: the position offered must then be full-time too, or "
            "else have no fewer hours than the one you held.** An offer that is not reasonable "
            "can be declined without losing retention."
        )
        words = (offer, ends)
    elif question.has(
        "another city",
        "another state",
        "other state",
        "out of state",
        "move away",
        "commuting",
        "relocat",
        "outside my",
        "miles",
        "far away",
    ):
        lead = (
            "**You may refuse it without losing retention, unless you are bound to move by a "
            "mobility agreement or a published policy of the agency: a reasonable offer lies in "
            "your commuting area.** Answer in writing and say why."
        )
        words = (offer, appeal)
    elif question.has("how long", "how many days", "how soon", "deadline", "think", "by when"):
        lead = (
            "**Part 536 sets no number of days for answering a reasonable offer: go by the date "
            "in the offer, and ask in writing for more time.** If declining it ends your "
            f"retention, you may appeal that to OPM within {days} calendar days of being told."
        )
        words = (offer, appeal, ends)
    elif question.has("reasonable offer", "look like"):
        lead = (
            "**An offer in writing, with the official position description, of a position of "
            "equal or higher grade than the one retained, with equal tenure, full time (or no "
            "fewer hours than before), in your commuting area unless you are bound to move.** It "
            "must warn that declining ends retention and that this can be appealed."
        )
        words = (offer, ends)
    elif question.has(*_OFFER):
        lead = (
            "**Yes, if the offer is a reasonable one of a position of equal or higher grade: "
            "declining it ends grade retention with that pay period.** An offer that is lower, "
            "not in writing, not full time, of less tenure, without the warning, or outside your "
            "commuting area is not reasonable and can be declined. You can appeal the end to OPM."
        )
        words = (ends, offer, appeal)
    else:
        lead = (
            "**Declining a reasonable offer of equal or higher grade, a lasting move to such a "
            "position, a break in service of a workday or more, a reduction for personal cause or "
            "on your own request, leaving the covered pay systems, or giving it up in writing.** "
            "A temporary promotion does not. If you give it up, no pay is retained for it."
        )
        words = (
            ends,
            offer,
            rule("retention-lost-before", "5-cfr-536", "break in service of 1 workday"),
        )
    return Answer(
        lead=lead,
        words=words,
        next=(
            "Before you decline, check the offer against each condition, in writing.",
            "Keep the offer, its position description and your answer.",
        ),
    )


TOPIC = Topic(
    id="retention-ends",
    title="what ends grade retention",
    asks=(
        "does a promotion end my grade retention",
        "if I get promoted do I lose the retained grade",
        "What ends grade retention?",
        "If I decline an offer, do I lose my retained grade?",
        "I turned down a job offer during grade retention",
        "Does grade retention stop when I take another job?",
        "What is a reasonable offer?",
        "My agency offered me a GS-12 in another city, can I refuse?",
        "lose retained grade by declining",
        "Can I give up grade retention?",
        "They say my retention ended because I declined; can I appeal that?",
        "appeal of termination of grade retention",
        "break in service and retained grade",
        "When does retained grade terminate?",
        "Do I have to accept the position they offer me?",
        "How long do I have to appeal the end of my retention?",
        "offer outside my commuting area",
        "What must an offer look like to end retention?",
        "does a temporary promotion end grade retention",
        "Do I lose my saved grade if I say no to an offer?",
        "reasonable offer definition",
        "What can cost me my grade retention?",
        "I was told my retention is terminated",
        "Is an offer of part time work a reasonable offer?",
        "ways grade retention is terminated",
        "when does grade retention end",
        "what ends retained grade",
        "how can I lose grade retention",
        "lose my retained grade",
        "do I lose retention if I decline",
        "decline a job offer with retained grade",
        "turn down an offer",
        "can I refuse the offer",
        "must I accept the offer",
        "reasonable offer",
        "is this a reasonable offer",
        "offer in another city",
        "offer at a lower grade during retention",
        "offer is only part-time",
        "job offer while on grade retention",
        "they ended my grade retention",
        "grade retention terminated",
        "appeal the end of retention",
        "give up retained grade",
        "taking another job during grade retention",
        "promotion during grade retention",
        "does a break in service end it",
        "quit and come back, retained grade",
        "They offered me a GS-12 forty miles away and I said no. Is my retained grade gone?",
        "under what circumstances does one lose a saved grade",
        "is a part-time offer reasonable",
        "personnel says my retention is over because I declined",
        "How does a retained grade come to an end?",
        "They made me an offer, what if I decline?",
        "if I say no to the job do I lose my grade",
        "which offers must I accept",
        "I refused a transfer, did I lose retention",
        "conditions of a reasonable offer",
        "my grade retention was stopped",
        "does a lower graded offer count",
        "they want me to move away, may I decline",
        "what happens to retention if I take a higher job",
        "Does refusing a position offered to me stop my retained grade?",
        "what brings grade retention to a close",
        "I said no to a lateral they offered and now my saved grade is gone",
        "what could make me lose the saved grade before the two years are over",
        "they want me to take a job 90 miles away or else lose the protection",
        "if I get promoted somewhere else does the saved grade go away",
        "does quitting and coming back bring back my protected grade",
        "What kind of offer can I refuse without losing protection?",
        "voluntarily moving to a lower job, is that the end of it",
        "hr letter says grade protection terminated for declining, can I fight it",
        "must the offer be in writing and full time before it counts against me",
        "Will a transfer to another agency kill my saved grade?",
        "saved grade cut off early, the two years weren't up yet. why would they",
        "offer at retained grade declined, termination effective when?",
        "asked for a demotion while on saved grade, consequences",
        "how do you lose the two year protection",
        "boss says one wrong move and I forfeit my saved grade, which moves count",
        "how long may I think over a reasonable offer",
        "by when must I answer an offer while I have retained grade",
        "how many days to accept the offered job before retention is lost",
        "is there a number of days to decide on a reasonable offer",
        "they stopped my grade retention because I turned a job down, how do I fight that",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
