"""Hazards of the work environment: Factor 9, its three levels, and what they add."""

from __future__ import annotations

from assistant.chat.answering.kit import law, level_words, points_of, primary
from assistant.chat.answering.ladders import factor_named
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
    asks=(
        "Does dangerous work raise my grade?",
        "I work with hazardous chemicals, does it count?",
        "Where do hazards fit in the factors?",
        "My job is outdoors in extreme weather",
        "I wear protective gear every day",
        "Is exposure to disease considered in the grade?",
        "Do risks in the workplace count for points?",
        "How many points for a dangerous work environment?",
        "working around moving machinery",
        "I could be attacked at work, is that in the grade?",
        "noise, dust and heat at work",
        "what counts as a high risk environment",
        "does hazard pay affect classification",
        "my employees work at great heights",
        "When is the work environment above the lowest level?",
        "radiation and contagious diseases at my job",
        "office job with occasional site visits, which environment level",
        "safety equipment required on the job",
        "unpleasant conditions at the workplace",
        "is a prison a high risk environment for grading",
        "physical danger and the grade",
        "do safety precautions lower the hazard level",
        "credit for hazards",
        "risk of assault from inmates or patients",
        "which factor covers danger",
        "dangerous job",
        "is my job dangerous enough for a higher level",
        "hazardous work",
        "working with hazardous materials",
        "outdoor work in bad weather",
        "work outdoors in heat and cold",
        "extreme weather at work",
        "protective clothing",
        "I have to wear protective clothing and gear",
        "high risk environment",
        "what is a high risk work environment",
        "working at heights",
        "employees on ladders and at great heights",
        "when does the work environment count",
        "does a dangerous environment count",
        "environment with moderate risks",
        "climbing towers in storms",
        "employees climb towers",
        "inspectors who climb and work at heights",
        "toxic substances at work",
        "points for toxic chemicals",
        "danger at work, does it count",
        "hazardous conditions, do they count",
        "storms and extreme weather in the job",
        "I handle live ammo every day and get graded like a file clerk",
        "prison job, inmates have jumped me twice. doesn't that count for anything",
        "we're up on dams in icy wind in January and the office people get the same grade",
        "I could get killed doing this. where in the grading does that show up",
        "my people work around radiation, HR says it barely matters",
        "firefighters downwind of toxic smoke, how's that scored",
        "Do snakes, heat and flash floods get me a better grade?",
        "exposure to tuberculosis patients all shift long",
        "isn't the danger paid for some other way, like a differential, instead of the grade",
        "noise, dust, asbestos. any points?",
        "One of our inspectors crawls into grain silos, she thinks that's worth a step up",
        "got stuck with needles again. This job is risky and nobody credits it",
        "how much can the risk to life and limb really move the total",
        "they say the hazard pay already takes care of it, so it can't lift the level. true?",
    ),
    answer=_answer,
    unlike=("levels", "points", "percents", "decision"),
)
