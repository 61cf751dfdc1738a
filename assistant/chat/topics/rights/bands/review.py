"""How a band could be contested under part 9701."""

from __future__ import annotations

from assistant.chat.answering.kit import rule
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    again = rule(
        "band-reconsideration", "5-cfr-9701", "request that DHS or OPM reconsider the pay system"
    )
    if question.has("pay cut", "lower my pay", "reduc"):
        lead = (
            "**No: conversion may not lower the rate of pay.** How a grade becomes a band is left "
            "to implementing directives, and the rules are not in operation."
        )
        first = rule("band-no-pay-cut", "5-cfr-9701", "without a reduction in their rate of pay")
        words = (first, rule("band-status"))
    elif question.has("take effect", "effective"):
        lead = (
            "**On the day that the official who decides it names.** The rules are not in "
            "operation, so no such decision is being made."
        )
        first = rule("band-effective", "5-cfr-9701", "become effective on the date designated")
        words = (first, rule("band-status"))
    else:
        lead = (
            "**Like any other position, under 5 CFR part 511 or 532: the DHS band rules are not in "
            "operation.** Under them an employee could ask DHS or OPM, at any time, to reconsider "
            "the pay system, cluster, series or band of the official position; after DHS, OPM, "
            "whose answer is final."
        )
        words = (again, rule("band-status"))
    return Answer(
        lead=lead, words=words, next=("Ask *how do I file?* for the procedure that applies.",)
    )


TOPIC = Topic(
    id="dhs-band-review",
    title="contesting a DHS band",
    answer=_answer,
    likes=("sections",),
    unlike=("levels", "points", "decision"),
)
