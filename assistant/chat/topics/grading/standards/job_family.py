"""Job family standards: one standard for related series."""

from __future__ import annotations

from assistant.chat.answering.kit import as_known, law
from assistant.chat.model import Answer, Context, Question, Topic, Words


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    one = as_known("gs-0200", context)
    words = [
        law(
            "occupational-handbook",
            "4",
            "covers a group of related white coll",
            "A job family standard covers a group of related white collar series.",
        ),
        law(
            "classifier-handbook",
            "5",
            "cover a group of related occupations or series",
            "Some standards cover a group of related occupations.",
        ),
        Words(
            ours=f"Held here: {one.title}.",
            citation=one.cite(one.page),
        ),
    ]
    return Answer(
        lead=(
            "**A job family standard covers several related series with one set of titles and "
            "grading criteria; you use it for each series it names.** It gives the usual nine "
            f"factors, often with one chart for the contacts. One is held here: {one.title}."
        ),
        words=tuple(words),
        next=("Name your series, to see whether such a standard covers it.",),
    )


TOPIC = Topic(
    id="job-family-standard",
    title="what a job family standard is",
    asks=(
        "What is a job family standard?",
        "What does JFS mean?",
        "Is my series covered by a job family standard?",
        "one standard for several series",
        "job family standard vs occupational standard",
        "Which job family standards are there?",
        "How do I use a job family standard?",
        "does the 0200 job family standard cover 0201",
        "The standard covers a whole group of series",
        "standard for a group of occupations",
        "difference between a series standard and a family standard",
        "job family standards",
        "standard for the 0500 group",
        "what is the HR job family standard",
        "Does a JFS have points?",
        "why is my series in a family standard",
        "jfs",
        "GS-0200 standard",
        "family standard for human resources",
        "How are human resources specialists graded?",
        "standard shared by related series",
        "can one standard apply to different series",
        "what is in a job family standard",
        "do job family standards replace flysheets",
        "my employees are covered by a job family standard",
        "several series in one standard",
        "several series under a single standard",
        "one standard covers many series",
        "a standard that covers a family of series",
        "why is there one big book for all the engineers",
        "same document covers auditors and accountants and a dozen others?",
        "HR said mine is in the 0500 family thing, huh",
        "what's a JFS",
        "our lab techs and the nursing assistants are graded out of the same publication",
        "difference between a book for one occupation and one for a whole bunch",
        "is the admin group lumped in one standard",
        "GS-0200A, what does the A mean",
        "a standard that ends in P or T or C",
        "they merged all those separate standards into one, what do you call it",
        "does my occupation have its own or is it part of a family",
        "how come physicists and chemists share criteria",
        "the letters JFS are all over my evaluation and no one tells me what it stands for",
        "one set of rules for an entire group of occupations",
    ),
    answer=_answer,
    unlike=("levels", "points", "factors", "decision"),
)
