"""Anger and sorrow about a grade: one sentence of understanding, then what can be done."""

from __future__ import annotations

from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return Answer(
        lead=(
            "**I am sorry; I cannot mend how this was handled, but I can help with the facts.** "
            "Tell me what happened, such as *they lowered my grade last month*, or ask what a "
            "level requires, what an appeal risks and by when it must be filed. Shall we begin "
            "with your grade or with your description?"
        ),
        kind="clarify",
        next=(
            "*They lowered my grade, how long do I have?*",
            "*Should I appeal?*",
            "*My position description is wrong.*",
        ),
    )


TOPIC = Topic(
    id="anger",
    title="how you feel about it",
    asks=(
        "This is so unfair",
        "I hate my job",
        "you are useless",
        "this program is stupid",
        "I'm so angry about all this",
        "nobody cares about us",
        "I feel humiliated",
        "my boss is an idiot",
        "what a joke",
        "you're not helping",
        "I'm desperate",
        "they treat me like dirt",
        "I have had it with this agency",
        "it makes me sick how they treat people",
        "screw this",
        "I'm really disappointed",
        "I feel betrayed by management",
        "all of you are incompetent",
        "I could cry",
        "nothing you say makes sense",
        "unfair",
        "it's unfair",
        "this is unfair",
        "so unfair",
        "I'm angry",
        "I am angry",
        "I'm furious",
        "I'm frustrated",
        "frustrated",
        "I'm so frustrated with this",
        "I'm sad",
        "I'm tired of this",
        "I'm fed up",
        "fed up with my agency",
        "this sucks",
        "this is ridiculous",
        "ridiculous",
        "this is nonsense",
        "you don't help",
        "you are no help",
        "useless",
        "stupid machine",
        "bad program",
        "I hate this",
        "I hate my boss",
        "nobody listens",
        "nobody listens to me",
        "I give up",
        "they don't respect me",
        "what a mess",
        "damn",
        "idiots",
        "you people",
        "this whole thing is a disgrace",
        "nobody gives a damn",
        "what a disgrace",
        "they make me so mad",
        "I can't stand it anymore",
        "this is an outrage",
        "it's a scandal",
        "19 years I gave these people. 19 years.",
        "i am so done",
        "honestly whats the point of any of this",
        "You just keep repeating yourself, this is worthless",
        "sick and tired of being jerked around by HR",
        "wow. thanks for nothing",
        "I feel like a number here, not a person",
        "they laughed at me in that meeting and i went home and cried",
        "my director is a clown and everybody knows it",
        "this makes my blood boil",
        "what kind of garbage answer is that",
        "Nobody appreciates a thing I do in this place",
        "I'm at the end of my rope with this office",
        "bunch of crooks, the lot of them",
        "ugh!!! I could scream",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision", "grades", "dates", "percents"),
)
