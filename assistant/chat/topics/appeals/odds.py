"""How appeals usually end, as OPM tells it."""

from __future__ import annotations

from assistant.chat.kit import rule
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.procedure import number, stakes


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    at_stake = stakes(context)
    return Answer(
        lead=(
            f"**Most appeals change nothing: about {number('odds')} percent, says OPM.** Of the "
            "rest, more positions go down, or change in a way nobody asked for, than up. It "
            "gives no share of appellants who win, and the figure stands on an undated page "
            "that counts General Schedule and wage appeals together."
        ),
        words=(
            rule("odds"),
            rule("risk", "introduction", "downgrading and the employee is entitled"),
        ),
        figures=() if at_stake is None else at_stake.figures,
        next=(
            "What counts in your case is the standard: name the level that is in dispute.",
            "Ask *should I appeal?* for what you could win and lose.",
        ),
    )


TOPIC = Topic(
    id="appeal-odds",
    title="how appeals usually end",
    asks=(
        "What are the chances of winning a classification appeal?",
        "How many appeals succeed?",
        "what percent of appeals get the grade raised",
        "How often does OPM change the grade?",
        "success rate of OPM classification appeals",
        "do people ever win these",
        "odds of an upgrade",
        "How often does an appeal end in a lower grade?",
        "How many people lose their grade by appealing?",
        "What usually comes out of these appeals?",
        "statistics on appeal outcomes",
        "Do most appeals fail?",
        "How likely is it that OPM agrees with me?",
        "Does OPM mostly side with the agency?",
        "what share of appellants get downgraded",
        "how frequently does that happen, that somebody is lowered",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
