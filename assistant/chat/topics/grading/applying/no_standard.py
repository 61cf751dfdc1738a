"""Work for which no standard is published: related standards and general guides grade it."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return Answer(
        lead=(
            "**Then it is graded by standards for work as similar as possible, or by a general "
            "guide.** Similar means alike in processes and subject matter, in the qualifications "
            "needed, in difficulty and responsibility, and in the factors that weigh most; "
            "professional work is compared with professional, clerical with clerical. A position "
            "is never left ungraded, and the Primary Standard alone is no substitute."
        ),
        words=(
            law(
                "classifier-handbook",
                "37",
                "no directly applicable standard has been issued",
                "Without a directly applicable standard, a position is classified consistently "
                "with OPM standards for other occupations.",
            ),
            law(
                "introduction",
                "16",
                "as similar as possible to that of the position being evaluated",
                "The criteria chosen are for work as similar as possible.",
            ),
            law(
                "classifier-handbook",
                "38",
                "professional positions should be evaluated",
                "Professional work is compared with standards for professional work.",
            ),
        ),
        next=("What is the work most like? Name a series it could be compared with.",),
    )


TOPIC = Topic(
    id="no-standard",
    title="work without a published standard",
    asks=(
        "What if there is no standard for my series?",
        "No standard has been published for this occupation",
        "How is a job graded without a standard?",
        "My series has no grading criteria",
        "there's no OPM standard for what I do",
        "Which standard is used when none exists?",
        "cross-series comparison",
        "comparing with standards for related work",
        "how to classify when no standard applies",
        "The occupation is new and has no standard",
        "can a job be classified without a standard",
        "using the standard of another series",
        "May HR use a standard from a different series?",
        "They graded me with another occupation's standard",
        "grading by a related standard",
        "no directly applicable standard",
        "a brand new kind of work",
        "our work is unique, nothing covers it",
        "what guide applies if the series has none",
        "similar work as a basis for the grade",
        "can a professional standard be used for administrative work",
        "How do I pick a related standard?",
        "selecting standards for cross series comparison",
        "work not covered by any standard",
        "unusual job, no standard fits",
        "why did OPM use a different series' standard for me",
        "general grade level guide when there is no standard",
        "no standard",
        "no standard for my series",
        "no standard for my job",
        "there is no standard",
        "there is no standard for my work",
        "there is no standard for this occupation",
        "series without a standard",
        "occupation without a standard",
        "job without a standard",
        "position without a standard",
        "graded without a standard",
        "how is a position graded when there is no standard",
        "how do I grade a job that has no standard",
        "how to grade when no standard exists",
        "what if no standard exists",
        "what if no standard fits",
        "what if none of the standards fits",
        "what standard is used if none exists",
        "no published standard for the work",
        "OPM has not published a standard for this work",
        "OPM has no standard for my work",
        "OPM never issued a standard for my series",
        "no grading criteria for the series",
        "no criteria published for this work",
        "new occupation without a standard",
        "new kind of work without a standard",
        "unique work without a standard",
        "work no standard covers",
        "nothing covers our work",
        "standard of another series",
        "standard of a related series",
        "standard for related work",
        "related standards",
        "use of a related standard",
        "may another series' standard be used",
        "grading by another series' standard",
        "graded by the standard of another occupation",
        "graded with a different occupation's standard",
        "compare with standards for similar work",
        "cross series comparison of standards",
        "professional standard for administrative work",
        "standard of a professional series for an administrative job",
        "I looked all over and can't find anything written about how to rank drone pilots",
        (
            "Nobody ever put out a guide for the kind of work we do, so what did HR measure me "
            "against?"
        ),
        "they cooked up my grade out of thin air, there's nothing published for this line of work",
        "brand new kind of work here, UX research, nothing in the book about it",
        "the OPM site lists my series with no criteria under it",
        "HR borrowed the guide for a completely different occupation to rate our museum folks",
        "so if there isn't a book for it, who makes up the number",
        "How are we supposed to rate a one of a kind job, beekeeper at a national park",
        (
            "They used the forester book on my guy and he's no forester, because \"there is "
            'nothing closer"'
        ),
        "can you use some other occupation's yardstick when mine doesn't have one",
        "nothing published for puppy trainers lol but someone gave me a grade",
        "My occupation isn't written up anywhere, doesn't that mean I can't be rated?",
        "no criteria issued for this occupation - cross reference which?",
        "I've got a blockchain guy to classify and not a single published yardstick mentions it",
    ),
    answer=_answer,
    unlike=("points", "grades", "levels", "decision", "percents", "factors"),
)
