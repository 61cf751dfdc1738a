"""The end of a grade kept: the rules that say so, how it is appealed, and time to think."""

from __future__ import annotations

from datetime import timedelta

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import asked_on, event, last_days, number
from assistant.chat.answering.procedure import ends as ends_on
from assistant.chat.model import Answer, Context, Question, Words


def ends_words() -> Words:
    """Return the rule on what ends retention that has begun."""
    return rule("retention-ends", "5-cfr-536", "Declines a reasonable offer")


def offer_words() -> Words:
    """Return the rule on what a reasonable offer must hold."""
    return rule("reasonable-offer", "5-cfr-536", "must be in the same commuting area")


def appeal_words() -> Words:
    """Return the rule on how the end over an offer is appealed."""
    return quoted_rule("offer-appeal", "5-cfr-536")


def lost_before() -> Words:
    """Return the rule on what loses the grade before it is kept."""
    return rule("retention-lost-before", "5-cfr-536", "break in service of 1 workday")


def made(lead: str, *words: Words) -> Answer:
    """Return an answer on the end of retention, with what to do before declining."""
    return Answer(
        lead=lead,
        words=words,
        next=(
            "Before you decline, check the offer against each condition, in writing.",
            "Keep the offer, its position description and your answer.",
        ),
    )


def end_appealed(question: Question, context: Context) -> Answer:
    """Say that the end of retention can be appealed, and by when."""
    days, last = number("offer-appeal"), None
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
        "" if last is None else f" The time for it {ends_on(last, asked_on(question, context))}."
    )
    return made(
        "**Yes: you may appeal the end of retention over a declined offer to OPM, in writing, "
        f"within {days} calendar days of being told, and say why the offer was not "
        f"reasonable.**{until} In a bargaining unit the negotiated grievance takes its place "
        "where the agreement provides for it. OPM can order retention restored.",
        appeal_words(),
        offer_words(),
        ends_words(),
    )


def end_reconsidered(question: Question, context: Context) -> Answer:
    """Say how long OPM can be asked to reconsider its decision on an offer."""
    days = number("offer-reconsideration")
    when = event(question, context) if question.dates else None
    head = f"{days} calendar days from the date of OPM's decision"
    if when is not None:
        last = when.latest + timedelta(days=days)
        head += f": it {ends_on((last, last), asked_on(question, context))}"
    return made(
        f"**{head}.** OPM may then reconsider its decision on the offer, if you bring new material "
        "information that was not at hand before.",
        rule("offer-reconsideration"),
        appeal_words(),
    )


def time_to_think() -> Answer:
    """Say how long one may think over an offer: no number of days is set."""
    days = number("offer-appeal")
    return made(
        "**Part 536 sets no number of days for answering a reasonable offer: go by the date "
        "in the offer, and ask in writing for more time.** If declining it ends your "
        f"retention, you may appeal that to OPM within {days} calendar days of being told.",
        offer_words(),
        appeal_words(),
        ends_words(),
    )
