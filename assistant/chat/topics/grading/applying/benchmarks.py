"""Benchmarks: model descriptions in a standard, and how they are used."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    lead = (
        "**A benchmark is a described and point-rated example of a common job in a standard. "
        "You may classify by one only if it is very similar in kind and level; a match is "
        "never forced.** Check it against the factor level descriptions: a benchmark need not "
        "show the threshold of a level, so falling short of it does not mean falling short of "
        "the level. Both ways should give the same grade."
    )
    if question.has(
        "all factors", "every factor", "have to match", "must match", "identical", "exactly"
    ):
        lead = (
            "**To classify by it, yes: the duties must be very similar in kind and level as a "
            "whole, and a match is never forced.** Falling short of a benchmark on one factor does "
            "not lose the level: then the factor level description decides, since a benchmark may "
            "lie above the least that a level takes."
        )
    if question.has("different grade", "differ from", "disagree", "conflict", "other grade"):
        lead = (
            "**Then one of the two was read wrongly, since both ways should give the same grade: "
            "check both again, and let the factor level descriptions decide.** A benchmark may lie "
            "above the least a level takes, and it counts only where it is very similar to the "
            "position in kind and level."
        )
    return Answer(
        lead=lead,
        words=(
            law(
                "classifier-handbook",
                "9",
                "Benchmarks describe work situations that represent",
                "Benchmarks describe work situations common in the occupation.",
            ),
            law(
                "classifier-handbook",
                "11",
                "only if it is very similar to the kind and level",
                "A benchmark is used only if it is very similar to the duties assigned.",
            ),
            law(
                "classifier-handbook",
                "10",
                "same grade should result from using benchmarks",
                "Benchmarks and factor level descriptions should give the same grade.",
            ),
        ),
        next=("Name the factor in which your work differs from the benchmark.",),
    )


TOPIC = Topic(
    id="benchmarks",
    title="how benchmarks are used",
    asks=(
        "what happens if the benchmark and the factor levels give different grades",
        "What is a benchmark?",
        "How do I use benchmarks?",
        "Can a position be classified by a benchmark?",
        "Does my job have to match the benchmark?",
        "My work matches a benchmark, do I get its grade?",
        "My job falls short of the benchmark",
        "the benchmark in the standard is like my position",
        "benchmark description",
        "Must the duties be the same as in the benchmark?",
        "Can the benchmark serve as a position description?",
        "benchmark or factor level description, which counts",
        "Do benchmarks set the minimum for a level?",
        "are benchmarks binding",
        "no benchmark fits the position",
        "No benchmark resembles our job",
        "what are benchmark positions in FES",
        "OPM said the benchmark doesn't match",
        "using a benchmark to support a level",
        "can I cite a benchmark in my appeal",
        "compare with a benchmark",
        "how close must the benchmark be",
        "benchmarks vs factor level descriptions",
        "illustrative benchmark jobs",
        "benchmark number on the evaluation statement",
        "do all standards have benchmarks",
        "may I copy a benchmark into the PD",
        "resembling a benchmark",
        "my job resembles a benchmark",
        "similar to a benchmark",
        "how similar to the benchmark",
        "does matching a benchmark guarantee the grade",
        "There's a sample job in the back of the standard that looks just like mine",
        "those little example job write-ups at the end, what are they for",
        "BMK number 3 fits me except for one line, do I still get it",
        "My work matches the model job for the higher grade almost word for word",
        "can HR hang my grade on one of those typical job descriptions in the book",
        (
            "the classifier said there is no sample description like my position so she can't "
            "give it to me. huh?"
        ),
        "None of the illustrations sound like what our lab does, does that mean no grade",
        "our duties beat the example in two spots and fall short in one, so what happens",
        "Do I pick one of the pre-scored jobs in the standard or score every factor myself?",
        (
            "I found an example position that's nearly identical to my employee's, can I just "
            "use its scores"
        ),
        "what do we do when the sample job fits on seven factors and not on the other two",
        "HR lady says benchmark and then won't explain",
        "is it ok to skip the sample positions entirely and go straight to the level definitions",
        'they turned me down cause I\'m "not like" the example in the guide',
    ),
    answer=_answer,
    unlike=("points", "grades", "decision", "percents"),
)
