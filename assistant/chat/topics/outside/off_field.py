"""News, politics, chit-chat, recipes: outside the field."""

from __future__ import annotations

from assistant.chat.kit import decline
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return decline(
        "This program cannot help with that: it only knows the classification of federal "
        "positions.",
        "Ask it which grade work earns, what a level requires, or how an appeal goes.",
    )


TOPIC = Topic(
    id="off-field",
    title="things outside position classification",
    asks=(
        "Who is the president?",
        "what's the weather like",
        "tell me a joke",
        "best restaurant in Denver",
        "who won the election",
        "write a poem",
        "what is the capital of France",
        "what do you think of the government",
        "recipe for bread",
        "how old are you",
        "sing a song",
        "who will win the game tonight",
        "what time is it",
        "translate this into German",
        "solve this equation",
        "what's in the news today",
        "do you believe in God",
        "stock tips",
        "help my child with homework",
        "plan my vacation",
        "movie recommendations",
        "is the government going to shut down",
        "best car to buy",
        "which party should I vote for",
        "how do I cook rice",
        "weather",
        "what's the weather today",
        "joke",
        "recipe",
        "a good recipe",
        "how to cook",
        "who is the king of England",
        "who won the game",
        "sports results",
        "football",
        "the election",
        "politics",
        "who should I vote for",
        "news",
        "latest news",
        "sing",
        "poem",
        "write a story",
        "capital of a country",
        "history question",
        "math problem",
        "translate a sentence",
        "movie",
        "music",
        "travel tips",
        "restaurant",
        "shopping",
        "what is love",
        "meaning of life",
        "are you human",
        "your name",
        "who made you",
        "stock market",
        "bitcoin",
        "congress and the president",
    ),
    answer=_answer,
    unlike=(
        "levels",
        "points",
        "decision",
    ),
)
