"""How a description is changed: amendment, rewrite, and what follows for the grade."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic, Words
from index.language.late import pattern

_WHO_KEEPS = pattern(
    r"\b(?:who|whose)\b.{0,40}\b(?:keeps?|keeping|maintains?|maintaining|updates?|updating|"
    r"revises?|"
    r"responsible|job|duty)\b.{0,40}\b(?:current|up to date|up-to-date|accurate|updated?|updating|"
    r"revised?|pds?|descriptions?)\b",
    re.IGNORECASE,
)
_NAMED = pattern(
    r"\b(?:pds?|position descriptions?|job descriptions?|description)\b", re.IGNORECASE
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether it is asked who has to keep the description up to date."""
    said = question.around or question.message
    if question.levels or question.decision:
        return False
    return bool(_WHO_KEEPS.search(question.message) and _NAMED.search(said))


def _answer(question: Question, context: Context) -> Answer:
    change = law(
        "introduction",
        "19",
        "should be reviewed and revised as needed",
        "When duties change significantly, the description and the classification are reviewed.",
    )
    kept = law(
        "introduction",
        "11",
        "must be kept up to date",
        "The description of each position is kept up to date.",
    )
    trainee = law(
        "introduction",
        "13",
        "must take into account their developmental nature",
        "A trainee position is classified with its developmental nature in view.",
    )
    certify = law(
        "introduction",
        "12",
        "statement signed by the immediate supervisor",
        "The immediate supervisor signs that the description is accurate.",
    )
    if _sure(question, context):
        lead = (
            "**Your agency: the description must be kept up to date, and it is the supervisor's to "
            "revise it and to sign that it is accurate.** You may write down what has changed and "
            "ask for it; with a dated request in writing you also have the attempt that an appeal "
            "asks for."
        )
        words: tuple[Words, ...] = (kept, certify, change)
    elif question.has("after the audit", "after an audit", "once the audit", "after my audit"):
        lead = (
            "**Yes: management decides which duties are assigned, and may rewrite the description, "
            "also after an audit.** It must then say what you really do. If it does not, object in "
            "writing, use the grievance procedure where one applies, and keep the proof: OPM "
            "decides an appeal on the work assigned and performed."
        )
        words = (change, certify)
    elif question.has("add my own", "write in my own", "put my own", "add duties my", "myself"):
        lead = (
            "**No, not by yourself: management assigns duties, and the immediate supervisor signs "
            "that the description is accurate.** You may draft the change and ask for it in "
            "writing; what you do regularly and it leaves out is the best ground."
        )
        words = (certify, change)
    elif question.has("retroactiv", "backdat", "back-dat"):
        lead = (
            "**A description may say since when a duty has been assigned, but the classification "
            "cannot reach back: pay follows the personnel action.** So a correction helps from now "
            "on, and as proof of what the work was."
        )
        words = (change, rule("no-back-pay"))
    elif question.has("statement of difference", "statement of differences"):
        lead = (
            "**A statement of difference is an agency's short paper that says how a position, "
            "often at a lower or trainee grade, differs from a full description; the OPM "
            "documents held here do not prescribe it.** It needs what any description needs: "
            "accurate duties for the grade in question, and the supervisor's signed statement."
        )
        words = (trainee, certify)
    else:
        lead = (
            "**By management: the supervisor revises the description and signs that it is "
            "accurate, and the classification is then looked at again.** A small correction "
            "may be an amendment; a significant change of duties calls for a new description "
            "and evaluation, and the grade may then stay, rise or fall. The documents held "
            "prescribe no form for amendments: your agency does."
        )
        words = (change, kept, certify)
    return Answer(
        lead=lead,
        words=words,
        next=("Say which duty is new, which has gone, and since when.",),
    )


TOPIC = Topic(
    id="pd-change",
    title="changing a position description",
    answer=_answer,
    unlike=("levels", "points", "decision"),
    sure=_sure,
    cues=("who",),
)
