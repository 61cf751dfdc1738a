"""Where to begin: the duties, the description, the standard, then the desk audit or the appeal."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import number, track
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.topics import known_topics

_QUIET = re.compile(
    r"\b(?:stay|keep|be|remain|lay|lie) (?:quiet|silent|low)\b|\bsay nothing\b|\bsit tight\b|"
    r"\bkeep my (?:mouth|head)\b|\bdo nothing (?:for now|and|yet|or)\b|\bnot rock the boat\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\bwhat (?:do|should|must|can) (?:i|we) (?:have to |need to )?do (?:\w+ )?(?:today|right now|"
    r"now|tomorrow|this week|tonight|immediately|right away)\W*$",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\b(?:grade back|cut (?:my|our|me)|lower(?:ed|ing)|downgrad\w+|demot\w+|took (?:my|a) grade|"
    r"knocked (?:me )?down|lost (?:my|a) grade)\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether it is asked if one should wait in silence."""
    if _NOW.search(question.message) and not question.decision and not question.levels:
        return True
    asks = question.has("should", "better", "do i", "best", "wise", "smart")
    return bool(_QUIET.search(question.message) and asks)


def _answer(question: Question, context: Context) -> Answer | None:
    told = " ".join([question.around or question.message, *context.memory.told])
    if _NOW.search(question.message) and _CUT.search(told):
        return known_topics()["lowered-now"].answer(question, context)
    if track(question, context) == "fws":
        return Answer(
            lead=(
                "**First see that your job description says what you really do; then ask your "
                "agency in writing, with your reasons, for a review of the job.** That can be done "
                "at any time, and OPM is open only after it: within "
                f"{number('fws-opm-filing')} calendar days from the day the agency's decision "
                "reaches you."
            ),
            words=(
                rule("fws-application", "5-cfr-532", "in writing and contain the reasons"),
                quoted_rule("fws-opm-filing", "5-cfr-532"),
            ),
            next=("Was the job lowered and pay lost? Say when, and the days are counted.",),
        )
    if _QUIET.search(question.message):
        return Answer(
            lead=(
                "**Ask now, in writing, rather than stay quiet: for your position description, and "
                "for the evaluation and its reasons.** Silence protects nothing: a review goes on "
                "without you, and proof that you tried to have the description corrected is what "
                "OPM asks for in an appeal. Send the duties that are missing, with shares of time."
            ),
            words=(
                rule("position-description", "introduction", "reasonable attempt has been made"),
                rule("notice-before-action", "5-cfr-511"),
            ),
            next=("Ask *what if my position description is wrong?* for the steps.",),
        )
    described = rule("position-description", "introduction", "reasonable attempt has been made")
    compared = rule("comparison", "introduction", "position-to-position comparisons")
    lead = (
        "**First see that your position description says what you really do, and have it corrected "
        "if it does not.** Then compare the work with the standard, factor by factor; ask the "
        "agency for its evaluation and, where the duties are in doubt, for a desk audit; only then "
        "decide whether to appeal."
    )
    return Answer(
        lead=lead,
        words=(described, rule("forum"), compared),
        next=(
            "Ask *should I appeal?* for what is at stake.",
            "Name your levels or open a case, and the core shows how far the next grade is.",
        ),
    )


TOPIC = Topic(
    id="first-steps",
    title="where to begin",
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision", "series"),
)
