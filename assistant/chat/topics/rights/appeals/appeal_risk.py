"""Whether an appeal can lower the grade: it can, and what is then kept."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import quoted_rule, rule, to_rate
from assistant.chat.answering.procedure import counted, stakes, track
from assistant.chat.model import Answer, Context, Question, Topic

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
    asks=(
        "can a WG grade end up lower after appeal",
        "could it come out lower than it is today",
        "might I end up with less than I have",
        "does an appeal ever make things worse",
        "can OPM change my series too when I only appealed the grade",
        "can OPM raise my grade higher than I asked",
        "could OPM give me more than I requested",
        "Can my grade go down because I appealed?",
        "Could OPM lower me if I file?",
        "Is there a danger in appealing?",
        "what's the worst that can happen if I appeal",
        "Will I lose my grade by asking OPM to look at it?",
        "Can an appeal backfire?",
        "I asked for a higher grade, can they give me a lower one instead?",
        "risk of a downgrade on appeal",
        "Does OPM only look at the factor I disagree with or at everything?",
        "If I only dispute factor 4, can the other factors be changed?",
        "Could I come out of this worse than I went in?",
        "can opm reduce a grade nobody complained about",
        "Does OPM review the whole position or just my points?",
        "might they knock me down a grade",
        "If OPM finds I'm overgraded, what happens to me?",
        "Am I safe from a downgrade when I'm the one appealing?",
        "would raising this put my current grade in jeopardy",
        "Can I be downgraded for filing an appeal?",
        "is it possible that I end up with a lower grade after OPM looks at it",
        "Do I put my present grade at stake?",
        "Will OPM touch factors I never mentioned?",
        "appeal went in for a 12, could it come back a 9",
        "what do I risk",
        "can they lower my grade if I complain about it",
        "could I lose my grade over this appeal",
        "if I appeal may they downgrade me",
        "does an appeal put my grade at risk",
        "risk of losing a grade by appealing",
        "will OPM take away my grade",
        "might I get a lower grade out of the appeal",
        "can OPM decide on a grade below the one I have",
        "what if OPM thinks my job is graded too high",
        "can the appeal be turned against me",
        "do they re-evaluate all nine factors",
        "can OPM go lower than what I hold",
        "Is my current grade protected when I appeal?",
        "I'm afraid of being downgraded if I appeal",
        "what is the downside of appealing",
        "could my employee end up lower after appealing",
        "does OPM ever lower the appellant",
        "what do I have to lose",
        "can I come out with less than I have",
        "opm may lower as well as raise?",
        "If OPM reviews my job, could it decide I should be a GS-9?",
        "Suppose OPM decides my job deserves less than I have now. Can that happen?",
        "could the whole thing end with me losing a grade",
        "does OPM stick to the point I dispute",
        "what harm can come of it",
        "Is it true that you can be lowered when you appeal?",
        "I heard OPM can take your grade away if you appeal",
        "what are the dangers of an appeal",
        "am I taking a chance with my grade",
        "What can go wrong with an appeal?",
        "If the appeal goes badly do I lose a grade?",
        "can an appeal cost me my present grade",
        "Do they look at the entire job once I appeal?",
        "will every factor be re-graded",
        "is a decision limited to what I asked for",
        "can the result be a lower classification",
        "Might I wind up at a lower grade than today by appealing?",
        "does an appeal open all of my factors to review",
        "could this blow up in my face",
        "what if they look at it and decide I'm already too high",
        "I'm afraid to poke the bear",
        "might I end up worse off than before",
        "does filing put my current grade on the line",
        "my coworker appealed and got knocked down, no way I'm doing that... right?",
        "can it backfire",
        "is it safe to ask OPM to look",
        "I want more but don't want to lose what I've got",
        "nothing to lose, or is there",
        "will they come for the grade I have if I complain",
        "is there a guarantee they won't cut me",
        "what's the downside to filing",
        "steward asks whether a member could be dropped two grades for asking",
        "what could I lose by this, might I drop to a lower grade",
        "could I end up lower than I am",
    ),
    answer=_answer,
    unlike=("points", "decision"),
)
