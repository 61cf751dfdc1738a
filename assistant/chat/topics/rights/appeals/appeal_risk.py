"""Whether an appeal can lower the grade: it can, and what is then kept."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import quoted_rule, rule, to_rate
from assistant.chat.answering.procedure import counted, stakes, track
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.turns.changed.risk import either_way

_NO_RISK = re.compile(
    r"\b(?:no|without(?: any)?|zero|not (?:a|any|much of a)) (?:real )?(?:risk|danger|"
    r"downside|harm)\b|"
    r"\brisk[- ]free\b|\bnothing (?:(?:i |we |she |he )?(?:can |could |to |would )?lose|"
    r"at stake|at risk)\b|"
    r"\bnot risky\b|\b(?:i|we|she|he|it|opm|they|my grade|the grade) (?:can'?t|cannot|can not|"
    r"could ?n'?t|won'?t|will not|never) (?:be (?:lowered|downgraded|cut)|lose|lower|hurt|harm|"
    r"go (?:down|lower)|get worse|downgrade)\b|\bsafe\b",
    re.IGNORECASE,
)
"""Expects to hear that nothing can be lost."""


_UNAPPEALED = re.compile(
    r"\b(?:if (?:i|we|she|he) (?:don'?t|do not|never|didn'?t) (?:appeal|file|complain|say)|"
    r"without (?:any|an|my|ever) (?:appeal\w*|filing)|(?:keep|stay) (?:quiet|still)|"
    r"(?:do|say) nothing|though (?:i|we) never (?:appealed|filed))\b",
    re.IGNORECASE,
)
"""Asks what can happen to a grade that nobody appeals."""
_REVIEWER = ("classifier", "audit", "review", "agency", "hr ", "specialist", "personnel")
"""Who may find another grade without an appeal."""


def _answer(question: Question, context: Context) -> Answer:
    years = counted("retention-period")
    kept = (
        f"Most people whose position is lowered keep the grade for {years} years (grade "
        "retention), and a lower grade is never made retroactive."
    )
    if question.has("higher than", "more than i asked", "above what", "even higher") and (
        question.has("raise", "give me", "award", "grant", "go ")
    ):
        return Answer(
            lead=(
                "**Yes: OPM decides which grade the work earns, whatever was asked for, higher "
                "or lower.** Its certificate binds your agency either way. A higher grade is "
                "paid from the personnel action on, not for the past."
            ),
            words=(rule("final"), rule("odds")),
            next=("Name your nine levels, and see which grade they give.",),
        )
    if question.has(
        "series too", "also change", "change my series", "my title too", "the series as well"
    ):
        return Answer(
            lead=(
                "**Yes: OPM decides the classification as a whole, series, grade and, where a "
                "standard prescribes it, the title, not only what you dispute.** Its certificate "
                "binds your agency whichever way it goes."
            ),
            words=(rule("final"), rule("series-or-grade", "5-cfr-511")),
            next=("Have series and every factor checked before you file.",),
        )
    if question.has("lose pay", "lose my pay", "lose money", "my pay", "paycheck", "salary"):
        return Answer(
            lead=(
                "**It can lower the grade, but mostly you do not lose pay by it: you keep the "
                f"grade, and the pay with it, for {years} years, if the position had stood at it "
                f"for at least {counted('retention-one-year')} year; without that, pay that would "
                "fall is retained.** Not so for someone on a temporary appointment. A lower grade "
                "is never made retroactive."
            ),
            words=(
                rule("risk", "introduction", "downgrading and the employee is entitled"),
                quoted_rule("retention-period", "5-cfr-536"),
                rule("retention-one-year", "5-cfr-536", "for a continuous period of at least"),
            ),
            next=("Since when has the position stood at that grade? That decides it.",),
        )
    if _UNAPPEALED.search(question.message):
        return Answer(
            lead=(
                "**Not appealing keeps OPM from deciding on your appeal, and freezes nothing: your "
                "agency may review any position, and OPM reviews positions on its own; what is "
                "found too high is lowered.** Then a written notice comes first, and you may "
                f"appeal it. {kept}"
            ),
            words=(
                rule("agency-action-date", "5-cfr-511", "properly delegated authority approves"),
                quoted_rule("retention-period", "5-cfr-536"),
            ),
            next=("Name your nine levels, and see which grade they give.",),
        )
    at_stake = stakes(context) if track(question, context) == "gs" else None
    if question.has(*_REVIEWER) and not question.has("opm", "appeal"):
        more = f" {at_stake.lead}" if at_stake is not None else ""
        return Answer(
            lead=(
                "**Yes: whoever at your agency reviews the work classifies it as it is found, up "
                f"or down, and so for everyone whose position is reviewed.**{more} A lower grade "
                "needs written notice before it and can be appealed. "
                f"{kept}"
            ),
            words=(
                rule("agency-action-date", "5-cfr-511", "properly delegated authority approves"),
                quoted_rule("retention-period", "5-cfr-536"),
            ),
            figures=() if at_stake is None else at_stake.figures,
            next=("Have every factor checked before you ask for a review.",),
        )
    if at_stake is not None:
        lead = (
            f"**{'No.' if _NO_RISK.search(question.message) else 'Yes.'}** {at_stake.lead} {kept}"
        )
    else:
        head = "Yes, your grade can be lowered"
        if _NO_RISK.search(question.message):
            head = "No, there is a risk: your grade can be lowered"
        elif context.held is None and question.grades and either_way(question.message):
            head = "It may end above, at or below the grade you hold, which I do not know"
        lead = (
            f"**{head}.** OPM decides the whole position, not only the "
            "factor you dispute, and its certificate binds your agency whether it raises or "
            f"lowers the grade. {kept}"
        )
    first = rule("risk", "introduction", "downgrading and the employee is entitled")
    if track(question, context) == "fws":
        first = rule("fws-risk", "5-cfr-532", "when the decision will result in a downgrading")
    return Answer(
        lead=lead,
        words=(
            first,
            rule("odds"),
            quoted_rule("retention-period", "5-cfr-536"),
        ),
        figures=() if at_stake is None else at_stake.figures,
        next=(
            *to_rate(context),
            "Have every factor checked before you file, not only the one you dispute.",
            "An appeal can be withdrawn as long as OPM has not decided.",
        ),
    )


TOPIC = Topic(
    id="appeal-risk",
    title="whether an appeal can lower the grade",
    answer=_answer,
    unlike=("points", "decision"),
)
