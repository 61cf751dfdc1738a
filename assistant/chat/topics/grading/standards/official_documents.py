"""What the Introduction, the Handbooks and a standard are, and what each is for."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic

_OWN_BOOKS = re.compile(
    r"\b(?:my|our|his|her|their) (?:\w+ )?handbooks?\b|\b(?:i|we|they) (?:\w+ )?(?:have|use|follow|"
    r"adapt|work (?:by|from|with)) (?:\w+ )?handbooks?\b",
    re.IGNORECASE,
)


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    introduction = law(
        "introduction",
        "2",
        "provides background information and",
        "The Introduction gives the background and policies of classification standards.",
    )
    handbook = law(
        "classifier-handbook",
        "3",
        "official guidance and may be cited",
        "The Classifier's Handbook is official guidance and may be cited.",
    )
    occupations = law(
        "introduction",
        "3",
        "provides the full occupational",
        "The Handbook of Occupational Groups and Families lists and defines every group and "
        "series.",
    )
    standard = law(
        "introduction",
        "4",
        "Issued by OPM to relate the grade level definitions",
        "A classification standard applies the grade definitions of the law to work, as the basis "
        "for title, series and grade.",
    )
    if question.has("allowed to see", "may i see", "can i see", "get a copy", "secret", "public"):
        lead = (
            "**Yes: OPM publishes its standards and guides for everyone at opm.gov, under "
            "Classification & Qualifications.** Ask your personnel office which one was used on "
            "your position, and for the evaluation statement, which names the levels credited."
        )
        words = (standard, introduction)
    elif question.has("occupational", "groups", "families"):
        lead = (
            "**The Handbook of Occupational Groups and Families lists and defines every group and "
            "series; it has no grading criteria.** Use it to find the series."
        )
        words = (occupations, standard)
    elif question.has("handbook", "classifier's"):
        if _OWN_BOOKS.search(question.message) and not question.has("classifier's", "opm"):
            # The handbooks that somebody works by are guidelines of the work.
            return None
        lead = (
            "**The Classifier's Handbook is OPM's official guidance on how to classify; it may be "
            "cited.** It explains FES, point rating, writing position descriptions, choosing the "
            "series and determining the grade. It guides judgment and grades nothing itself."
        )
        words = (handbook, introduction)
    elif question.has("introduction", "intro"):
        lead = (
            "**The Introduction to the Position Classification Standards holds the basic policies "
            "for all General Schedule standards.** It has the rules on series, titles, mixed work "
            "and coverage, the Primary Standard with the conversion table (Appendix 3), and "
            "appeals and effective dates (Appendices 4 and 5)."
        )
        words = (introduction, standard)
    else:
        lead = (
            "**A classification standard is what OPM issues to relate the grades defined in law "
            "to actual work: the basis for a position's title, series and grade.** Agencies must "
            "classify by it; it is a guide to judgment, and it stays in force until OPM replaces "
            "it. The Introduction and the Classifier's Handbook say how standards are used."
        )
        words = (
            standard,
            law(
                "introduction",
                "4",
                "remain in effect until they are abolished or replaced",
                "Standards remain in effect until OPM abolishes or replaces them.",
            ),
        )
    return Answer(
        lead=lead,
        words=words,
        next=("Ask which standard grades your series.",),
    )


TOPIC = Topic(
    id="official-documents",
    title="what the standards and handbooks are",
    answer=_answer,
    unlike=("levels", "points", "grades", "factors", "series", "decision", "dates"),
)
