"""Levels outside a standard: extending a factor or a grade beyond what it describes."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return Answer(
        lead=(
            "**Yes, with care: a factor that falls below the lowest or rises above the highest "
            "level of the standard may be rated by the Primary Standard.** Take the highest level "
            "the factor is fully equivalent to, check it against the same level of a related FES "
            "standard if there is one, and record the decision. Except for trainees such levels "
            "are unusual."
        ),
        words=(
            law(
                "introduction",
                "17",
                "may not be used alone to classify a position except",
                "The Primary Standard rates a factor outside the levels of the FES standard.",
            ),
            law(
                "classifier-handbook",
                "11",
                "select the highest level to which the position factor appears",
                "The highest level fully equivalent to the factor is selected, compared with a "
                "related standard, and the decision recorded.",
            ),
            law(
                "classifier-handbook",
                "11",
                "particularly cautious when deciding to credit a factor level not",
                "Crediting a level the standard does not describe calls for particular caution.",
            ),
        ),
        next=(
            "In a case file, `extensions` names the factor with the reason.",
            "Which factor goes beyond the standard, and in what way?",
        ),
        factors=question.factors[:1],
    )


TOPIC = Topic(
    id="extending-a-standard",
    title="levels outside the standard",
    asks=(
        "Can I go beyond the levels in the standard?",
        "The standard's highest level is too low for my job",
        "How do I extend a factor above the standard?",
        "My work is above the highest level of the standard",
        "The standard starts at 1-5 but the work is lower",
        "Level not described in the standard",
        "May I credit a factor level that isn't in the standard?",
        "extension of a factor",
        "extending factor levels",
        "extend a standard",
        "what if a factor is below the lowest level",
        "factor exceeds the highest level described",
        "The 0080 standard has no Level 3-5, can it be credited?",
        "level missing from the standard",
        "can a level outside the standard be used",
        "the series standard stops at Level 4-5",
        "how to rate a factor the standard does not cover",
        "extrapolating beyond the standard's factor levels",
        "trainee position below the standard's levels",
        "levels for trainees aren't in the standard",
        "crediting a higher level than the standard has",
        "use the Primary Standard for one factor",
        "rate one factor by the primary standard",
        "is Level 2-5 possible if the standard ends at 2-4",
        "my employee's work surpasses the standard",
        "how do I justify a level above the standard",
        "cross-series comparison for one factor",
        "my work is past the top level of the standard",
        "work beyond the top level of the standard",
        "work above the top level described",
        "top level in the standard is not enough for my work",
        "above the standard's top level",
        "can work above the top level be credited",
        "extend Factor 4 above the standard",
        "extend a factor beyond the series standard",
        "how to extend a factor",
        "The book tops out and what I do goes way past it",
        "my guide stops at the senior tech, nothing written for what our top person does",
        (
            "What happens when the duties are simpler than anything the guide describes, can "
            "we go under the bottom?"
        ),
        "the ladder in the guide runs out before it gets to my job",
        "HR says they can't give more because that's where the book ends. that can't be right",
        (
            "our lead hydrologist does stuff way bigger than the top description printed, what "
            "do I do as the classifier"
        ),
        "is the last level listed a ceiling or can you stretch it",
        "The guidelines factor has only three levels in our standard, but hers deserves a fourth",
        "beyond the top of the criteria, now what",
        "Work is below the first level they describe for contacts. Do I just give zero?",
        "They told me there's nothing above where I'm at in that publication so I'm stuck forever",
        "need to credit a factor higher than the guide shows, where do I get the wording",
        (
            "Am I allowed to borrow the missing level from somewhere else when my own standard "
            "quits too soon?"
        ),
        "standard doesnt go high enough",
    ),
    answer=_answer,
    unlike=("points", "grades", "decision", "percents"),
)
