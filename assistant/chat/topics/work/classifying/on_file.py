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
    asks=(
        "Must an agency keep OPM certificates on file?",
        "Where are classification certificates filed?",
        "what records of a classification must we keep",
        "is there a file on how my job was classified",
        "do we have to keep the evaluation statement with the PD",
        "what belongs in the position file",
        "how should the certificate be filed with the description",
        "may certificates be filed apart from the position descriptions",
        "what paperwork does HR have to hold on a classified position",
        "recordkeeping for position classification",
        "which classification papers have to be on record",
        "position folder, what goes in",
        "we lost the certificate OPM sent years ago, were we supposed to have it",
        "does personnel need a written record of why the job is a 12",
        "can the agency change a position that OPM certified",
        "when may we change a classification that OPM has certified",
        "how long does an OPM certificate stay good",
        "OPM certified the job years ago and it has changed since, may we reclassify it",
        "may the agency put a different grade on a job OPM decided",
        "the duties were changed after the certificate, who classifies now",
        "does a certificate stay in force forever",
        "they changed my grade though OPM had certified it",
        "HR can't find any paper on how they came to my grade",
        "auditors want to see our classification records",
        "what must our files show an OPM evaluator",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
