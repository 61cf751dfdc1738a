"""What a factor measures, and how two factors differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.chat.answering.kit import listed, points_of, primary
from assistant.chat.answering.ladders import defined, factor_named, lacking, meant, named, reach
from assistant.chat.model import Answer, Context, Question, Topic

if TYPE_CHECKING:
    from core.standards.criteria import Factor
    from core.standards.model import Standard

_APART = {
    ("1", "3"): "Factor 1 rates the knowledge the work takes; Factor 3 the guides there are for "
    "using it and the judgment that takes. A guide limits or informs knowledge; it is not the "
    "knowledge itself.",
    ("1", "4"): "Factor 1 rates what must be known; Factor 4 how varied and intricate the work "
    "is and how hard it is to see what needs doing.",
    ("2", "3"): "Factor 2 rates how far the supervisor controls the work, by assigning and "
    "reviewing it; Factor 3 how far written and other guides settle it, and the judgment "
    "they leave.",
    ("2", "4"): "Factor 2 rates freedom from the supervisor; Factor 4 the difficulty of the work "
    "itself. Independent work can be simple, and complex work closely reviewed.",
    ("2", "6"): "Dealings with the supervisor belong to Factor 2 only; Factor 6 rates contacts "
    "outside the supervisory chain.",
    ("3", "4"): "Factor 3 rates the guides and the judgment in using them; Factor 4 the variety "
    "of the work and the difficulty of deciding what needs doing.",
    ("4", "5"): "Factor 4 rates how difficult the work is to do; Factor 5 what it is for and "
    "whom or what its result affects.",
    ("6", "7"): "Factor 6 rates who is dealt with and in what setting; Factor 7 why. Both rest "
    "on the same contacts.",
    ("8", "9"): "Factor 8 rates what the work asks of the body; Factor 9 the risks and "
    "discomforts of the surroundings.",
}
"""How pairs of factors that are often confused differ."""


def _answer(question: Question, context: Context) -> Answer | None:
    if question.has("high", "max", "top", "most", "least", "lowest", "min", "ceiling", "fewest"):
        # The ends of a factor's ladder are asked for, which another topic says first.
        return None
    if (missing := lacking(question, context)) is not None:
        return missing
    standard = meant(question, context)
    found = [f for key in question.factors if (f := factor_named(standard, key)) is not None]
    if not found:
        standard = primary(context)
        found = [f for key in question.factors if (f := factor_named(standard, key)) is not None]
    if not found:
        return None
    if len(found) > 1:
        return _two(standard, found[0], found[1])
    factor = found[0]
    figures = []
    if credited := context.levels.get(str(factor.factor)):
        figures.append(f"The core credits your case with Level {credited} on this factor.")
    ladder = [
        f"- **Level {level.level}**"
        f"{f' ({points_of(level)})' if points_of(level) else ''}: {level.summary}"
        for level in factor.levels
    ]
    runs = f"It runs from {reach(factor)}."
    lead = f"**{named(factor)}:** {factor.measures} {runs}"
    if question.has("levels", "which level", "how many level", "point"):
        steps = listed(
            [
                f"{level.level} ({points_of(level)})" if points_of(level) else level.level
                for level in factor.levels
            ]
        )
        count = len(factor.levels)
        lead = f"**{named(factor)}, has {count} levels: {steps}.** {factor.measures}"
    return Answer(
        lead=lead,
        words=(defined(standard, factor),),
        figures=tuple(figures),
        next=(f"Ask what Level {factor.levels[-1].level} requires, or say *more* for each level.",),
        more=("\n".join(ladder),),
        factors=(str(factor.factor),),
    )


def _two(standard: Standard, one: Factor, other: Factor) -> Answer:
    low, high = sorted((one, other), key=lambda f: str(f.factor))
    apart = (
        _APART.get((str(low.factor), str(high.factor)), "") if len(standard.factors) == 9 else ""
    )
    if not apart:
        apart = f"{named(low)}: {low.measures} {named(high)}: {high.measures}"
    lead = f"**{low.name} and {high.name} are rated apart.** {apart}"
    return Answer(
        lead=lead,
        words=(defined(standard, low), defined(standard, high)),
        next=(f"Name a level of either, such as {high.levels[-1].level}, to see what it takes.",),
        factors=(str(one.factor), str(other.factor)),
    )


TOPIC = Topic(
    id="factor-meaning",
    title="what a factor measures",
    asks=(
        "What does Factor 4 measure?",
        "What is Factor 2?",
        "Explain Factor 3",
        "Tell me about Factor 5",
        "What's Factor 9 about?",
        "What does supervisory controls mean?",
        "What is meant by scope and effect?",
        "What are guidelines in classification?",
        "What counts under complexity?",
        "What does personal contacts cover?",
        "Meaning of knowledge required by the position",
        "Which part of my work is rated under Factor 4?",
        "What goes into Factor 1?",
        "What should I write under Factor 5 in the PD?",
        "Describe Factor 6 for my employees",
        "What's the difference between Factor 6 and Factor 7?",
        "How does Factor 2 differ from Factor 3?",
        "Factor 4 vs Factor 5",
        "isn't factor 3 the same as factor 2",
        "How do complexity and scope and effect differ?",
        "personal contacts versus purpose of contacts",
        "What separates guidelines from knowledge required?",
        "I don't understand the difference between supervisory controls and guidelines",
        "what do they look at for physical demands",
        "Factor 7 please",
        "scope and effect?",
        "How is complexity defined?",
        "define supervisory controls",
        "what does the work environment factor look at",
        "What is the purpose of contacts factor for?",
        "what is rated under guidelines",
        "how many levels does Factor 4 have",
        "What are the levels of Factor 2?",
        "list the levels of Factor 5",
        "what does element 3 cover",
        "does my supervisor count as a personal contact under Factor 6",
        "What is complexity?",
        "what is complexity about",
        "what is knowledge required by the position",
        "Factor 7",
        "what is Factor 1 about",
        "purpose of contacts",
        "guidelines factor",
        "difference between guidelines and knowledge required",
        "difference between Factor 1 and Factor 3",
        "difference between Factor 2 and Factor 4",
        "difference between complexity and scope",
        "how do personal contacts and purpose of contacts differ",
        "what does physical demands cover",
        "what does work environment mean",
        "how many levels are there under complexity",
        "number of levels in Factor 4",
        "which of my duties belong under Factor 4",
        "what belongs under Factor 6",
        "do contacts with my boss count under Factor 6",
        "does talking to my supervisor count as personal contacts",
        "what does Factor 1 mean",
        "what is Factor 7",
        "tell me about Factor 7",
        "explain Factor 7",
        "explain the knowledge factor",
        "explain personal contacts",
        "explain purpose of contacts",
        "define personal contacts",
        "define scope and effect",
        "define guidelines",
        "definition of complexity",
        "definition of supervisory controls",
        "definition of work environment",
        "what does purpose of contacts mean",
        "what does purpose of contacts measure",
        "meaning of personal contacts",
        "meaning of scope and effect",
        "what is covered by work environment",
        "what is covered by Factor 9",
        "what does Factor 1 look at",
        "what do they look at under Factor 6",
        "are contacts with supervisors personal contacts",
        "is contact with my supervisor rated under Factor 6",
        "supervisory controls, what is it",
        "complexity, what is that supposed to mean",
        "guidelines, what is that",
        "scope and effect, what's that",
        "personal contacts, what do they mean by it",
        "what is assessed under Factor 3",
        "what gets rated under Factor 5",
        "what is judged under Factor 2",
        "what in the world is scope and effect",
        "what are they getting at with complexity",
        (
            'HR sent back comments on "supervisory controls" and I don\'t supervise anyone, '
            "so what is it"
        ),
        "guidelines, as in what? SOPs?",
        "they asked me about purpose of contacts and I had no clue what they were after",
        "my form has a box called knowledge required, what belongs in it",
        "explain to me like I'm five what factor five is about",
        'employee wants to know what "work environment" covers',
        "Is complexity about how hard the work is, or something else",
    ),
    answer=_answer,
    needs=("factors",),
    unlike=("levels", "points"),
)
