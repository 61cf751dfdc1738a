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
    asks=(
        "can I add my own duties to my PD",
        "can a position description be changed retroactively",
        "my boss rewrote my PD after the audit, can he do that",
        "the description was changed right after my desk audit",
        "How is a position description amended?",
        "What is a statement of difference?",
        "pen and ink change to a PD",
        "amendment to my position description",
        "Do we need a new PD when one duty changes?",
        "statement of differences for a trainee position",
        "Can a PD be changed without telling me?",
        "When does a change of duties need reclassification?",
        "who may change a PD",
        "My agency rewrote my position description",
        "my PD was changed behind my back",
        "procedure for revising a position description",
        "Does a new PD number mean a new grade?",
        "adding a duty to an existing PD",
        "can we simply attach a page to the old PD",
        "does amending the PD require a new evaluation",
        "updating PDs after duties were removed",
        "I got a new PD with fewer duties",
        "is the agency allowed to rewrite my PD before an appeal",
        "change a PD",
        "change my PD",
        "how do I change a PD",
        "amend a PD",
        "amend my position description",
        "PD amendment",
        "amendment to a PD",
        "how is a PD amended",
        "how are PDs changed",
        "PD was changed",
        "they changed my PD",
        "agency changed my PD",
        "my PD was rewritten",
        "new PD",
        "I was given a new PD",
        "a new PD when duties change",
        "when is a new PD needed",
        "do small changes need a new PD",
        "revise a PD",
        "revision of the position description",
        "pen and ink changes",
        "statement of difference",
        "statement of differences",
        "what is a statement of difference",
        "can management change my PD",
        "they swapped my description for another one without asking",
        "HR replaced my description with a different one",
        "my description was changed without my knowledge",
        "I found out that my job description was rewritten",
        "they cut half the duties out of my description",
        "what's the procedure to get a couple lines added to my PD",
        "management swapped my PD for another while I was on vacation",
        "they handed me a revised job description Monday and said sign here",
        "I need to tweak one duty, do I need a whole new write up or can I pencil it in",
        "Can they alter my job description just like that?",
        "SOD or redescription, when do I use which",
        "new cover sheet new number same duties, what did they do",
        "small update to the PD, does HR have to re-evaluate",
        "how do you put an amendment on an existing PD",
        "My supervisor wants to strike two of my duties from the description, how does that work",
        (
            "they rewrote everyone's position description last month, does the grade get "
            "looked at again"
        ),
        "Does the employee have to be told when the write-up is revised?",
        "what's the minimum change that calls for a brand new description",
        "adding a duty to an encumbered PD, pen and ink ok?",
        "just got told I'm on a different PD now. what does that mean",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
    sure=_sure,
    cues=("who",),
)
