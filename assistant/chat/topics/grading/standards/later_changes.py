"""What OPM issued after the editions held: not held, and where to look."""

from __future__ import annotations

from assistant.chat.answering.kit import documents, not_held
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    if question.has("does opm", "do agencies", "who") and question.has(
        "draft", "comment", "consult"
    ):
        # How standards come about stands in the Classifier's Handbook.
        return None
    held = documents()
    names = "; ".join(
        f"{held[key].title}, {held[key].edition}"
        for key in ("introduction", "occupational-handbook", "gs-0343")
    )
    return not_held(
        f"What OPM has issued or canceled since the editions held here is not held: {names}.",
        "OPM's current list of standards and its notices of recent issuances",
        "OPM, opm.gov, Classification & Qualifications",
    )


TOPIC = Topic(
    id="later-changes",
    title="what OPM issued after the editions held",
    answer=_answer,
    unlike=("levels", "points", "factors", "grades", "decision"),
)
