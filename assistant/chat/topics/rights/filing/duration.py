"""How long OPM takes: no rule says."""

from __future__ import annotations

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import number, track
from assistant.chat.model import Answer, Context, Question, Topic


def _of_a_wage_job() -> Answer:
    days = number("fws-effective-decision")
    return Answer(
        lead=(
            "**No time limit is set for OPM, nor for your agency, which must decide promptly; but "
            "a wait costs little in a wage job: a change of grade takes effect no later than the "
            f"first pay period that begins after the {days}th calendar day from the day you "
            "applied to your agency.** OPM computes the date from that same day. A downgrading "
            "that cost pay, and was taken to the agency within "
            f"{number('fws-retroactive-filing')} calendar days, is made good from the day it took "
            "effect, however long it takes."
        ),
        words=(
            quoted_rule("fws-effective-decision", "5-cfr-532"),
            rule(
                "fws-effective-opm",
                "5-cfr-532",
                "computed from the date the employee filed the application with the agency",
            ),
            rule(
                "fws-retroactive",
                "5-cfr-532",
                "shall be retroactive to the effective date of the action",
            ),
        ),
        next=("On which day did you apply to your agency? From it the date is counted.",),
    )


def _answer(question: Question, context: Context) -> Answer:
    if track(question, context) == "fws":
        return _of_a_wage_job()
    if question.has("speed", "faster", "hurry", "quicker", "expedite", "sooner", "rush"):
        return Answer(
            lead=(
                "**No rule lets an appeal be hastened, and none sets OPM a time limit.** What "
                "helps is a complete letter, an undisputed description and an answer to OPM's "
                "questions at once; you may ask the OPM office that acknowledged the appeal "
                "where it stands."
            ),
            words=(quoted_rule("opm-asks", "introduction"),),
            next=("Is the position description settled? A dispute about it costs most time.",),
        )
    return Answer(
        lead=(
            "**No time limit is set for OPM, and the rules do not say how long an appeal takes.** "
            f"The {number('through-agency')} calendar days that people mention bind your agency, "
            "when the appeal is handed in there. A decision that is late costs no right, but a "
            "higher grade counts only from the personnel action that follows it."
        ),
        words=(
            rule(
                "through-agency", "introduction", "calendar days to review the employee's request"
            ),
            rule(
                "pay-from-personnel-action",
                "introduction",
                "not the date of the classification action",
            ),
        ),
        next=(
            "Ask the OPM office that acknowledged your appeal where it stands.",
            "Answer OPM's questions at once, so that the appeal does not wait for you.",
        ),
    )


TOPIC = Topic(
    id="appeal-duration",
    title="how long OPM takes",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
