"""Reorganizing: management may move duties, and the grade follows what remains."""

from __future__ import annotations

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic, Words


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    may = law(
        "introduction",
        "5",
        "establish, modify, and abolish positions",
        "Standards leave management's authority to organize and assign untouched.",
    )
    causes = law(
        "introduction",
        "18",
        "changes result from reorganizations",
        "Reorganizations and new missions change duties.",
    )
    reeval = law(
        "introduction",
        "19",
        "should be reviewed and revised as needed",
        "Significant changes call for a new look at title, series and grade.",
    )
    stay = rule("duties-stay-with-agency")
    if question.has(
        "take away",
        "remove",
        "strip",
        "took away",
        "taken away",
        "duties away",
        "work away",
        "lower the grade",
        "downgrade",
    ):
        lead = (
            "**Yes: management may move duties elsewhere, and the position is then graded by "
            "what remains; the grade may fall.** The written notice, the right to appeal and "
            "mostly grade or pay retention protect the employee. Taking duties away is no "
            "classification decision, so an appeal reaches only the grade of what remains."
        )
        words: tuple[Words, ...] = (may, stay, reeval)
    elif question.has("report to", "reports to", "reporting to", "new boss", "new supervisor"):
        lead = (
            "**Not by that alone: whom you report to is neither a limit nor a ground of a grade; "
            "it follows the duties, and how they are assigned and reviewed.** Where a new chain of "
            "command changes those, Factor 2 is looked at again. A supervisor is also rated on the "
            "level of the position reported to, Factor 2 of the supervisory guide."
        )
        words = (reeval, causes)
    elif question.has("instead of", "reassign"):
        lead = (
            "**Yes: management may reassign you to another position at your grade instead; that is "
            "no reduction, and the classification rules do not forbid it.** A reassignment cannot "
            "be appealed to OPM; the series and grade of the position you then hold can, at any "
            "time. Other rules on reassignments are not held here."
        )
        words = (may, stay)
    elif question.has("avoid", "so that", "to keep the grade", "to hold the grade", "prevent"):
        lead = (
            "**Yes: management decides which duties are assigned, and may take higher work away "
            "so that the grade holds.** It must really be taken away, on paper and in practice; "
            "while it is still assigned and performed, the position is graded with it. It may "
            "not be done to punish somebody for appealing."
        )
        words = (may, reeval)
    else:
        lead = (
            "**It can: a reorganization changes duties, and the grade follows the duties that "
            "result, up or down; the new chart alone changes nothing.** Management decides who "
            "does what. Each position whose duties change significantly is described and "
            "evaluated anew, and a lowered one brings notice, appeal rights and mostly "
            "retention."
        )
        words = (causes, may, reeval)
    return Answer(
        lead=lead,
        words=words,
        next=("Which duties of the position change, and since or from when?",),
    )


TOPIC = Topic(
    id="reorganization",
    title="reorganizations and the grade",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
