"""Hazards of the work environment: Factor 9, its three levels, and what they add."""

from __future__ import annotations

from assistant.chat.answering.kit import law, level_words, points_of, primary
from assistant.chat.answering.named.ladders import factor_named
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer | None:
    if question.factors and question.has("mean", "look at", "cover", "measure", "difference"):
        return None
    if question.factors and question.has("minimum", "maximum", "lowest", "highest"):
        return None
    standard = primary(context)
    factor = factor_named(standard, "9")
    if factor is None:
        return None
    if question.has("travel", "on the road", "commut", "drive", "driving"):
        first = factor.levels[0]
        return Answer(
            lead=(
                f"**Hardly: no factor credits travel as such, and its everyday risks are Level "
                f"{first.level} of Factor 9 ({points_of(first)}).** What the work demands where "
                "you go counts: hazards and discomforts in Factor 9, physical effort in Factor 8, "
                "what you decide there alone in Factors 2 to 5."
            ),
            words=(level_words(standard, first),),
            next=("What do you do there, and under which conditions?",),
            factors=("9",),
        )
    levels = "; ".join(f"{one.level}, {points_of(one)}" for one in factor.levels)
    low, high = factor.levels[0], factor.levels[-1]
    lead = (
        f"**Yes, under Factor 9, Work Environment, but it weighs little:** {levels}. From the "
        f"lowest level to the highest is {high.points - low.points} points. Ordinary office "
        f"risks are Level {low.level}; risks that take special precautions or gear Level "
        f"{factor.levels[1].level}; high risks that cannot be controlled Level {high.level}. "
        "Precautions that take the danger away still count, because they are a demand."
    )
    return Answer(
        lead=lead,
        words=(
            law(
                "introduction",
                "55",
                "considers the risks and discomforts",
                "Factor 9 rates risks and discomforts in the surroundings or the work itself.",
            ),
            law(
                "introduction",
                "55",
                "safety precautions can practically eliminate",
                "Precautions can remove a danger and still be a demand on the employee.",
            ),
            level_words(standard, factor.levels[1]),
        ),
        next=("What is the risk, how often does it occur, and what precautions are required?",),
        factors=("9",),
    )


TOPIC = Topic(
    id="hazards",
    title="hazards of the work environment",
    answer=_answer,
    unlike=("levels", "points", "percents", "decision"),
)
