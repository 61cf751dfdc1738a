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
    asks=(
        "where do I look up what series exist",
        "where is the list of all occupational series",
        "am I allowed to see the standard they used on me",
        "are classification standards public",
        "can I get a copy of the standard my job was graded by",
        "What is a classification standard?",
        "What is the Classifier's Handbook?",
        "What is the Introduction to the Position Classification Standards?",
        "What is in the Introduction?",
        "What is the Handbook of Occupational Groups and Families?",
        "what are OPM standards",
        "what's a position classification standard",
        "Is the Classifier's Handbook binding?",
        "May I cite the Handbook in an evaluation?",
        "Which documents do classifiers use?",
        "who writes the classification standards",
        "Who issues the standards?",
        "Are the standards public?",
        "Where can I read the standards?",
        "where are classification standards published",
        "how long does a standard stay in force",
        "is an old standard still valid",
        "standard from 1979 still in effect?",
        "do agencies have to follow OPM's standards",
        "Must my agency use OPM's standard?",
        "What is the difference between the Introduction and the Handbook?",
        "what does the Introduction cover",
        "purpose of classification standards",
        "what do the standards contain",
        "the handbook",
        "what is the classifiers handbook for",
        "which appendix holds the Primary Standard",
        "official classification documents",
        "can employees see the standards",
        "what is a standard",
        "how are standards developed",
        "definition of a classification standard",
        "what are classification standards",
        "what is an OPM standard",
        "what are position classification standards",
        "what is the introduction",
        "what's in the introduction",
        "introduction to the position classification standards",
        "explain the introduction to the standards",
        "what is the handbook",
        "what's in the Classifier's Handbook",
        "classifier's handbook",
        "what does the Classifier's Handbook say",
        "is the handbook official",
        "is the handbook binding",
        "can I cite the handbook",
        "may the handbook be cited",
        "can I quote the Classifier's Handbook",
        "handbook of occupational groups and families",
        "which handbook lists the series",
        "what is the occupational handbook",
        "which documents does a classifier use",
        "what do classifiers work with",
        "official documents of classification",
        "who publishes the standards",
        "who writes standards",
        "who makes the classification standards",
        "who develops classification standards",
        "how does OPM develop a standard",
        "how are standards written",
        "are standards public documents",
        "are the standards open to employees",
        "may I see the standard",
        "can I read the standards myself",
        "where do I find the standards",
        "where can I find OPM's standards",
        "where are the standards published",
        "do standards expire",
        "how long is a standard valid",
        "how long does a classification standard stay in effect",
        "is a standard from the seventies still valid",
        "are old standards still in effect",
        "old standard, still valid?",
        "must agencies follow the standards",
        "are the standards binding on agencies",
        "is my agency bound by OPM's standards",
        "what are standards for",
        "purpose of a classification standard",
        "where is the Primary Standard printed",
        "which appendix has the conversion table",
        "what books do classifiers even use",
        "someone said read the Introduction, introduction to what",
        "I'm new in HR, what's the rule book for all this",
        "is there a manual for classifying",
        "is the handbook law or just advice",
        "what's this classifiers handbook everyone talks about",
        "what are standards anyway, are they regulations",
        "which publication explains the rules behind the system",
        "difference between the intro and the handbook",
        "where are the general principles written down",
        'I keep hearing "the standards", who puts those out and whats in them',
        "my union wants to know what papers OPM publishes on this stuff",
        "so there's an intro, a handbook and a bunch of guides? what does each do",
        "is it a public document, the stuff they grade us by",
    ),
    answer=_answer,
    unlike=("levels", "points", "grades", "factors", "series", "decision", "dates"),
)
