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
    asks=(
        "I filed with OPM months ago and have heard nothing",
        "OPM has had my appeal for half a year without an answer",
        "no word from OPM since I sent the appeal",
        "can I speed up my appeal",
        "how do I get OPM to decide faster",
        "How long does OPM take to decide?",
        "When will I get an answer on my appeal?",
        "how many months does an appeal take",
        "Is there a time limit for OPM's decision?",
        "I filed in spring and heard nothing",
        "How soon does OPM have to rule?",
        "processing time for classification appeals",
        "Does OPM have a deadline?",
        "waiting for my appeal decision, how much longer",
        "What's the typical wait for an OPM appeal decision?",
        "When can I expect the decision?",
        "how fast is this",
        "my appeal has been pending a year",
        "average time to decision",
        "How long before I hear back from OPM?",
        "how long will it take until OPM decides my appeal",
        "Must OPM decide within a fixed time?",
        "length of the appeal process",
        "any idea when OPM will answer",
        "Is OPM bound to a number of days?",
        "still no decision, is that normal",
        "how long does it take",
        "how long does an appeal last",
        "how long until OPM decides",
        "when do I hear from OPM",
        "when will OPM decide",
        "time OPM needs for a decision",
        "how many weeks for an OPM decision",
        "how long is the wait",
        "duration of an appeal",
        "is there a deadline for OPM to decide",
        "what if OPM takes too long",
        "my case sits at OPM for eight months",
        "does OPM have to decide within so many days",
        "decision time",
        "expected processing time",
        "will it take years",
        "OPM is slow, can I speed it up",
        "status of my appeal",
        "how long do these things take",
        "how quickly are appeals decided",
        "When may I expect word from OPM on my case?",
        "Does the law make OPM decide by some date?",
        "how much time passes before there's a decision",
        "my file has been with OPM since last winter",
        "What's the usual time for a decision?",
        "How much longer until OPM decides?",
        "is OPM obliged to decide soon",
        "In what time does OPM have to issue a decision?",
        "how long did others wait",
        "months or years?",
        "when is a decision due",
        "I've been waiting for OPM",
        "are there rules on how fast OPM must be",
        "my appeal was accepted in January, when's the answer",
        "About when does OPM usually rule?",
        "has OPM a set period within which to decide",
        "it's been four months and not a peep from OPM",
        "how long till I hear",
        "are we talking weeks or years",
        "when should I expect a ruling",
        "what's the usual wait",
        "do they have to decide by some date",
        "OPM is dragging its feet",
        "still waiting...",
        "turnaround time at OPM?",
        "is there a way to speed them up",
        "how long did you say these take",
        "filed in february, when might it be over",
        "I can't stand the waiting, roughly how much longer",
        "typical processing time for one of these cases",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
