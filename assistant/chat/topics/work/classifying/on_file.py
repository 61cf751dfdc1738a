"""What an agency keeps on file of a classification, and what changes a certified one."""

from __future__ import annotations

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    kept = law(
        "introduction",
        "59",
        "must keep OPM classification certificates on file",
        "Agencies keep OPM's classification certificates on file.",
        section="Appendix 4, E.2(b)",
    )
    bound = law(
        "introduction",
        "59",
        "a classification certified by OPM is not changed unless",
        "A certified classification is changed only when the job changes significantly or a new "
        "standard changes it.",
        section="Appendix 4, E.2(a)",
    )
    if question.has("chang", "alter", "undo", "reclassify", "different grade"):
        return Answer(
            lead=(
                "**Only when the job changes significantly, or a new OPM standard or guide changes "
                "the result: otherwise a classification certified by OPM stays.** For a changed "
                "job the agency writes a new description and classifies it itself."
            ),
            words=(bound, kept),
            next=("What has changed since the certificate: the duties, or the standard?",),
        )
    return Answer(
        lead=(
            "**OPM's certificates must be kept on file, with the position descriptions or apart "
            "from them and cross-referenced.** The description itself is the record of what is "
            "assigned, and how a classification was reached belongs in writing beside it, so "
            "that another classifier can follow it."
        ),
        words=(kept, rule("position-description", "introduction")),
        next=("Ask *what belongs in an evaluation statement?* for the reasons to record.",),
    )


TOPIC = Topic(
    id="kept-on-file",
    title="what is kept on file of a classification",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
