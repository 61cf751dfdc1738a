"""The prefix Supervisory: only for positions that meet the guide's coverage."""

from __future__ import annotations

from assistant.chat.answering.kit import guide_rule, law
from assistant.chat.model import Answer, Context, Question, Topic, Words


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    must = guide_rule("supervisory-title", "even if nonsupervisory work in the position")
    barred = law(
        "gssg",
        "8",
        "it is not permissible to use the",
        "A position that does not meet the minimum may not carry the supervisory prefix.",
    )
    prefix = law(
        "introduction",
        "15",
        "supplemented with the word Supervisory as a",
        "Where supervisory qualifications as the guide defines them are needed, the title says "
        "Supervisory or Supervisor.",
    )
    officer = law(
        "introduction",
        "15",
        "Words such as Officer, Administrator, or Manager",
        "Officer, Administrator or Manager may stand for it where the work naturally includes "
        "supervising.",
    )
    if question.has(
        "not meet",
        "doesn't meet",
        "does not meet",
        "don't meet",
        "one employee",
        "lead",
        "without",
        "fewer",
        "not a supervisor",
    ):
        lead = (
            "**No: Supervisory may not be in the official title unless the position meets the "
            "minimum criteria of the supervisory guide.** That means supervision as a major "
            "duty of at least 25 percent of the time and at least the lowest level of "
            "authority, Level 3-2. A leader is titled by the leader guide."
        )
        words: tuple[Words, ...] = (barred, prefix)
    else:
        lead = (
            "**A position that meets the supervisory guide's coverage is titled Supervisory, "
            "even when its own nonsupervisory work sets the grade; one that does not meet it "
            "may not be.** Titles that already say it, such as Budget Officer, take no prefix."
        )
        words = (must, barred, officer)
    return Answer(
        lead=lead,
        words=words,
        next=(
            (
                "Does supervising take 25 percent of the time, and which authorities are "
                "delegated? Say so, and I say whether the guide covers it."
            ),
        ),
    )


TOPIC = Topic(
    id="supervisory-title",
    title="the word Supervisory in a title",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
