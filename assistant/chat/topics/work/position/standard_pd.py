"""One position description for several employees, standard descriptions and benchmarks."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    position = law(
        "introduction",
        "4",
        "official description of management's assignment",
        "A position description is the official description of what management assigns to a "
        "position or a group of positions.",
    )
    benchmark = law(
        "classifier-handbook",
        "9",
        "used as the basic content of",
        "A benchmark may serve as the basic content of a description it fully fits.",
    )
    kept = law(
        "introduction",
        "11",
        "must be kept up to date",
        "The description of each position is kept up to date and holds what matters for its "
        "classification.",
    )
    if question.has(
        "two pds", "two position desc", "two descriptions", "two job desc", "second pd"
    ):
        return Answer(
            lead=(
                "**No: a person holds one official position, with one description and one "
                "classification.** Work of two kinds goes into that one description, with its "
                "shares of time, and is graded as mixed work. The other way round, one description "
                "may serve many identical positions."
            ),
            words=(position, kept),
            next=("Name both kinds of work with their shares of time.",),
        )
    if question.has("copy", "copied", "reuse", "re-use", "recycle", "borrow", "canned"):
        return Answer(
            lead=(
                "**As a model, yes; as it stands, only where it describes the duties really "
                "assigned to this position.** The immediate supervisor signs that it is accurate "
                "for it. Change the duties, the shares of time and whom it reports to, and have "
                "the position classified: another office's grade does not come with the text."
            ),
            words=(position, kept, benchmark),
            next=(
                "Go through each major duty: is it assigned here, and for how much of the time?",
            ),
        )
    return Answer(
        lead=(
            "**Yes: one description may serve for a group of positions, as long as it is "
            "accurate for each of them.** Standard descriptions across an agency are usual for "
            "this. Where your work differs in a way that matters for the classification, yours "
            "needs its own words; a benchmark of a standard may be used only where it fits "
            "fully."
        ),
        words=(position, kept, benchmark),
        next=(
            (
                "Compare each major duty with what you do: which one do you not do, and which "
                "is missing?"
            ),
            "If it does not fit, ask in writing for a description of your own position.",
        ),
    )


TOPIC = Topic(
    id="standardized-descriptions",
    title="one description for several employees",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
