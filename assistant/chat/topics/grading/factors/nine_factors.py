"""The nine factors: their numbers and names, with the points each can give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.chat.answering.kit import law, listed, points_of, primary
from assistant.chat.answering.ladders import meant
from assistant.chat.model import Answer, Context, Question, Topic

if TYPE_CHECKING:
    from core.standards.criteria import Level
    from core.standards.model import Standard


def _answer(question: Question, context: Context) -> Answer | None:
    if question.has("how do", "how does", "steps", "process", "add up", "not considered"):
        return None
    if question.has("most points", "maximum", "highest possible") and not question.has("factor"):
        return None
    standard = meant(question, context)
    if len(standard.factors) != 9 and "gssg" not in question.standards:
        standard = primary(context)
    names = listed([f"{f.factor} {f.name}" for f in standard.factors])
    table = [
        "| Factor | Lowest | Highest |",
        "| --- | --- | --- |",
        *(
            f"| {f.factor}, {f.name} | {_end(f.levels[0])} | {_end(f.levels[-1])} |"
            for f in standard.factors
        ),
    ]
    if "gssg" in question.standards:
        lead = f"**The supervisory guide has its own factors:** {names}."
        words = (
            law(
                "gssg",
                "8",
                "six evaluation factors designed",
                "The supervisory guide rates supervisory positions by six factors of its own.",
            ),
        )
    elif question.has("which", "them", "factor", "heaviest") and question.has(
        "count", "most", "weigh", "heaviest", "least", "matter"
    ):
        lead = _heaviest(standard)
        words = (
            law(
                "introduction",
                "42",
                "descriptions of each of the nine FES factors",
                "The Primary Standard describes nine factors, the levels of each and their points.",
            ),
        )
    else:
        lead = (
            f"**There are nine factors:** {names}. Each is credited one level with fixed points; "
            "the nine are added up, and the total gives the grade."
        )
        words = (
            law(
                "introduction",
                "42",
                "descriptions of each of the nine FES factors",
                "The Primary Standard describes nine factors, the levels of each and their points.",
            ),
        )
    return Answer(
        lead=lead,
        words=words,
        next=("Name a factor, such as *Factor 4*, to see what it measures.",),
        more=("\n".join(table),),
    )


def _heaviest(standard: Standard) -> str:
    """Say which factors can give the most points, and which the fewest."""
    order = sorted(standard.factors, key=lambda f: -(f.levels[-1].points or 0))
    most, least = order[0], order[-1]
    then = listed([f"{f.factor} {f.name} ({points_of(f.levels[-1])})" for f in order[1:3]])
    return (
        f"**Factor {most.factor}, {most.name}, counts most: up to {points_of(most.levels[-1])}.** "
        f"Then {then}. Factor {least.factor}, {least.name}, gives at most "
        f"{points_of(least.levels[-1])}."
    )


def _end(level: Level) -> str:
    return f"{level.level}{f', {points_of(level)}' if points_of(level) else ''}"


TOPIC = Topic(
    id="nine-factors",
    title="the nine factors and their names",
    asks=(
        "are the nine factors all equally important",
        "do all factors weigh the same",
        "which of them counts most",
        "which counts most",
        "which one gives the most points",
        "which factor counts most",
        "which of the factors gives the most points",
        "the heaviest factor",
        "which factor weighs least",
        "What are the nine factors?",
        "List the factors",
        "Which factors are there?",
        "How many factors does FES have?",
        "Name the factors used to grade a GS position",
        "what factors decide my grade",
        "What are the FES factors called?",
        "give me all 9 factors",
        "What criteria is a job rated on?",
        "which things are looked at when a position is graded",
        "the factors of the Factor Evaluation System",
        "names and numbers of the factors",
        "What factors do I have to write up in an FES position description?",
        "overview of the nine factors",
        "which factors count the most",
        "Which factor is worth the most points?",
        "What are the factors in the supervisory guide?",
        "how many factors are rated",
        "what elements is a position evaluated on",
        "factor list",
        "Which factors make up the Primary Standard?",
        "how many points can each factor give",
        "points per factor",
        "What are the most important factors for my grade?",
        "remind me of the nine factors",
        "classification factors",
        "what are the factors",
        "what factors are there",
        "which factors is my job rated on",
        "what is a position rated on",
        "what is my job evaluated on",
        "which elements is a job graded on",
        "what criteria are used to grade a position",
        "how many factors are there",
        "number of factors",
        "factors in the supervisory guide",
        "which factors does the supervisory guide have",
        "what does OPM look at when it grades a job",
        "names of the factors",
        "all nine factors with points",
        "the factor worth most",
        "names of the FES factors",
        "factors used to grade positions",
        "factors used to grade a job",
        "factors that decide the grade",
        "which factors decide the grade",
        "what factors determine my grade",
        "factors of the FES",
        "factors in FES",
        "factors of the Primary Standard",
        "what elements is a job graded on",
        "elements a position is evaluated on",
        "what is looked at when a job is graded",
        "things looked at in grading",
        "criteria for grading a job",
        "criteria my job is rated on",
        "which criteria is a job graded by",
        "factors in an FES position description",
        "on which factors is a job scored",
        "on what aspects is a position rated",
        "which aspects of a job are rated",
        "what is a GS job scored on",
        "name every factor",
        "every factor by name",
        "what all do they look at when they rate a job",
        "give me the list of the things they score",
        "which piece carries the most weight",
        "how many categories are there, eight? nine?",
        "they said they go through a bunch of headings, what are they",
        "where should I put my energy, which part moves the needle most",
        "knowledge, controls, guidelines... what comes after",
        "what are the ingredients of the rating",
        "Does physical effort weigh as much as know-how?",
        "list em all",
        "on what criteria do jobs under the point method get scored",
        "my boss asked me to write something under each of the headings, whats the complete set",
        "which part hardly matters",
    ),
    answer=_answer,
    unlike=("levels", "factors", "points"),
)
