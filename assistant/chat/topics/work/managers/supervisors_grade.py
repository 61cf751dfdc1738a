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
    if question.has("supervise gs", "he supervises", "she supervises", "supervises a higher") or (
        question.has("supervis") and len(question.grades) > 1
    ):
        return Answer(
            lead=(
                "**Yes: no rule held forbids a supervisor a lower grade than someone who reports "
                "to him.** Each position is graded on its own duties. Supervision by the guide "
                "mostly comes out at least one grade above the base level of the work directed."
            ),
            words=(duties, each),
            next=("Ask *what is the base level?* for which of the work supervised counts.",),
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
    answer=_answer,
    unlike=("levels", "decision", "percents"),
)
