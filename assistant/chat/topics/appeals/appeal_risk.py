"""Whether an appeal can lower the grade: it can, and what is then kept."""

from __future__ import annotations

from assistant.chat.kit import rule
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.procedure import counted, known_rule, stakes, track


def _answer(question: Question, context: Context) -> Answer:
    years = counted("retention-period")
    kept = (
        f"Most people whose position is lowered keep the grade for {years} years (grade "
        "retention), and a lower grade is never made retroactive."
    )
    at_stake = stakes(context)
    if at_stake is not None:
        lead = f"**Yes.** {at_stake.lead} {kept}"
    else:
        head = "No, you are not safe" if question.has("safe") else "Yes, your grade can be lowered"
        lead = (
            f"**{head}.** OPM decides the whole position, not only the "
            "factor you dispute, and its certificate binds your agency whether it raises or "
            f"lowers the grade. {kept}"
        )
    first = rule("risk", "introduction", "downgrading and the employee is entitled")
    if track(question, context) == "fws":
        first = (
            known_rule("fws-risk", "5-cfr-532", "when the decision will result in a downgrading")
            or first
        )
    return Answer(
        lead=lead,
        words=(
            first,
            rule("odds"),
            rule("retention-period", "5-cfr-536", "for 2 years beginning on the date"),
        ),
        figures=() if at_stake is None else at_stake.figures,
        next=(
            "Have every factor checked before you file, not only the one you dispute.",
            "An appeal can be withdrawn as long as OPM has not decided.",
        ),
    )


TOPIC = Topic(
    id="appeal-risk",
    title="whether an appeal can lower the grade",
    asks=(
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
    ),
    answer=_answer,
    unlike=("points", "decision"),
)
