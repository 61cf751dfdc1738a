"""A manager who disagrees with the classifier: what can be done, and who may appeal."""

from __future__ import annotations

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic, Words


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    issue = rule("series-or-grade", "5-cfr-511", "request an Office decision as to")
    duties = law(
        "classifier-handbook",
        "28",
        "ultimate responsibility for defining the position",
        "What the position is, is in the end for supervisors and managers to define.",
    )
    advice = law(
        "introduction",
        "7",
        "advisory opinions on the classification of work",
        "Agencies may ask OPM for advisory opinions.",
    )
    words: tuple[Words, ...] = (issue, duties, advice)
    if question.has("appeal", "file ", "for my employee", "on behalf"):
        lead = (
            "**No: only the employee, or the representative he or she chooses, may appeal the "
            "classification of the position, and a supervisor over it may not be that "
            "representative.** You can correct the description, give the classifier facts, and "
            "ask your agency to look again."
        )
        words = (
            issue,
            rule(
                "representative-barred", "introduction", "supervisor with line or staff authority"
            ),
        )
    elif question.has("make ", "force", "order", "overrule", "tell the classifier", "direct"):
        lead = (
            "**No: the grade is decided by whoever holds the delegated authority to classify, by "
            "OPM's standards, and an order does not change it.** You decide which duties are "
            "assigned. Bring facts the evaluation missed, level by level, and ask for a second "
            "look inside the agency."
        )
        words = (duties, advice)
    else:
        lead = (
            "**Ask for the evaluation in writing and answer it with facts, level by level; then "
            "ask for a review inside the agency, which may also ask OPM for an advisory "
            "opinion.** The employee may appeal at any time, to the agency or to OPM; a manager "
            "cannot appeal, but can change the duties assigned or correct the description."
        )
    return Answer(
        lead=lead,
        words=words,
        next=(
            "Which level do you think is too low or too high, and which work shows it?",
            "Is the description complete? The grade can be no better than what it says.",
        ),
    )


TOPIC = Topic(
    id="classifier-disagreement",
    title="what a manager can do who disagrees with the classifier",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
