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
    asks=(
        "Can a DHS employee appeal the band?",
        "Reconsideration of a band under 9701.222",
        "How do I contest my occupational cluster at DHS?",
        "DHS band review by OPM",
        "Is DHS's decision on my band final?",
        "who reviews classification under part 9701",
        "appeal rights under the DHS banding rules",
        "May I ask OPM to look at my band?",
        "time limit for contesting a band",
        "wrong band at DHS, what can I do",
        "can bands be appealed",
        "Does converting to a band lower my pay?",
        "when does a band classification take effect",
        "contest a DHS band",
        "Who hears a complaint about the band of a position?",
        "Is there an appeal under 5 CFR 9701.222?",
        "Can OPM change my band?",
        "pay cut when my GS grade becomes a band?",
        "how to have a band reconsidered",
        "appeal a band",
        "contest a band",
        "band appeal",
        "challenge my band",
        "reconsider a band",
        "reconsideration under 9701.222",
        "9701.222",
        "can I appeal my band at DHS",
        "who reviews my band",
        "OPM review of a band",
        "wrong band",
        "wrong cluster",
        "DHS decided my band, what now",
        "is the band decision final",
        "band review deadline",
        "do I lose pay when converted to a band",
        "conversion to a band and pay",
        "effective date of a band decision",
        "ask DHS to reconsider my band",
        "dispute over a DHS band",
        "How would someone dispute the band they were put in?",
        "does OPM review DHS band decisions",
        "reconsideration of cluster or band",
        "would a move into bands cut my pay",
        "May an employee have a band reviewed?",
        "How is a band decision challenged?",
        "Is there reconsideration for bands?",
        "to whom does a DHS employee turn about a band",
        "can a cluster assignment be contested",
        "is OPM's answer on a band final",
        "how long do I have to contest a band",
        "would I lose pay by conversion to a band",
        "from when does a band assignment count",
        "my band is wrong",
        "If DHS put me in the wrong band, where could I turn?",
        "is a band decision by DHS open to review",
        "I work at homeland security and the band they put me in is wrong",
        "who looks again at a band if I don't agree at FEMA",
        "is there any recourse when DHS puts you in the wrong cluster",
        "TSA-ish, Homeland: can they recheck the band",
        "under homeland's own rules how do I protest the pay band",
        "I'm at ICE, can I ask the department or OPM to take a second look at my band",
        "disagree with my cluster at customs",
        "coast guard civilian, want my band looked at again",
        "homeland rules: appeal to the department or OPM?",
        "my band at CBP is too low, where does that complaint go",
        "what's the recon process for the homeland bands",
        "the occupational cluster they gave our analysts at Homeland is nonsense. who reviews",
        "band decisions, 9701, is there a second opinion",
        "can one of my people at DHS dispute being put in the full performance band",
    ),
    answer=_answer,
    likes=("sections",),
    unlike=("levels", "points", "decision"),
)
