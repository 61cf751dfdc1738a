"""The supervisor's grade: neither a ceiling for a subordinate's nor a ground for it."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic

_LIMITS = re.compile(
    r"\b(?:does|do|is|will|would|must|has)\b.{0,40}\b(?:cap|limit|ceiling|hold|keep|max\w*|above|higher|"
    r"below|lower|least|allowed)\b",
    re.IGNORECASE,
)


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    duties = law(
        "classifier-handbook",
        "4",
        "based on the duties and responsibilities assigned",
        "A position is graded by the duties assigned and what they require.",
    )
    each = law(
        "5-usc-51",
        "section 5107",
        "shall place each position under its jurisdiction",
        "Each agency places its positions in classes and grades by the published standards.",
    )
    if question.has("downgrad", "lowered", "got cut", "was cut", "pull me down", "drag"):
        return Answer(
            lead=(
                "**No, not by itself: your position is graded on its own duties, and a "
                "supervisor's lower grade takes nothing from them.** It falls only if your own "
                "work or the control over it has changed, or if the same review finds your "
                "position too high."
            ),
            words=(duties, each),
            next=("Has anything in your own duties changed? Name it.",),
        )
    head = "No: your" if _LIMITS.search(question.message) else "Your"
    return Answer(
        lead=(
            f"**{head} supervisor's grade is neither a limit nor a ground: no rule forbids the "
            "same grade or a higher one, and none gives it to you.** Each position is graded on "
            "its own duties by OPM's standards. What matters about the supervisor is how work is "
            "assigned and reviewed (Factor 2)."
        ),
        words=(duties, each),
        next=(
            "Name your series and what you do, to see which levels the work earns.",
            "If you supervise yourself, ask *does the supervisory guide cover me?*",
        ),
        factors=("2",),
    )


TOPIC = Topic(
    id="supervisors-grade",
    title="whether your supervisor's grade limits yours",
    asks=(
        "my supervisor got downgraded, does that pull me down too",
        "my boss lost a grade, will mine follow",
        "Can I have the same grade as my supervisor?",
        "my boss is a GS-13, can I be one too?",
        "can an employee be graded higher than the supervisor",
        "my supervisor is only a GS-12, so can I be a 12",
        "they say I can't be the same grade as my boss",
        "HR says nobody may be graded as high as the person they report to",
        "does my grade have to be lower than my supervisor's",
        "is my manager's grade a ceiling for mine",
        "my branch chief is an 11 and my work is worth an 11",
        "must a subordinate be at least one grade below the supervisor",
        "my chief doesn't want anybody at his own grade",
        "the boss is a 14, does that help me get a 13",
        "I report to a GS-15, shouldn't I be a 14",
        "since I work directly for an SES member my grade should go up",
        "I report to the director, doesn't that raise my grade",
        "my team lead is a 12, does it mean I can't go over 11",
        "can a technical expert outrank the person who signs her time sheet",
        "may two people in the same chain of command have the same grade",
        "a subordinate of mine would have my own grade, is that allowed",
        "would my whole chain have to move up if I were upgraded",
        "our scientist would be graded above his supervisor, is there a rule against it",
        "my supervisor's job is a grade lower than what I ask for",
        "can you be a 13 under a 13",
        "does the grade of the person I report to count",
        "how high is my grade compared with my supervisor's allowed to be",
        "they told me I'd be equal to my boss and that can't be",
        "is there a rule that supervisors must be graded above their staff",
        "boss and employee at one grade, is it legal",
        "who I report to should decide what grade I am",
        "my supervisor got upgraded, do I go up as well",
        "my boss was downgraded, does it pull me down",
        "the position above mine is a 12, so HR caps me at 11",
    ),
    answer=_answer,
    unlike=("levels", "decision", "percents"),
)
