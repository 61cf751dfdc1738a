"""The Primary Standard: what it is, and that it classifies nothing alone."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic, Words


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    alone = law(
        "introduction",
        "17",
        "may not be used alone to classify a position except",
        "The Primary Standard alone classifies no position; it rates a single factor beyond the "
        "levels of the applicable FES standard.",
    )
    what = law(
        "introduction",
        "42",
        "standard-for-standards",
        "The Primary Standard is the standard against which FES standards are written and rated.",
    )
    if question.has("what is", "what's", "explain", "mean", "for?", "purpose", "tell me"):
        lead = (
            "**The Primary Standard is the standard for standards: it describes the levels of the "
            "nine factors and their points for all occupations, so that FES standards agree.** "
            "Alone it classifies no position; it rates one factor that lies below or above the "
            "levels of the standard for the series, and otherwise only supplements that standard."
        )
        words: tuple[Words, ...] = (what, alone)
    else:
        lead = (
            "**No: the Primary Standard alone classifies no position.** It may rate a single "
            "factor that falls below the lowest or above the highest level of the FES standard "
            "that applies, and give supplemental guidance beside other FES standards. A total "
            "reached with it here is orientation."
        )
        words = (
            alone,
            law(
                "classifier-handbook",
                "11",
                "supplemental guidance",
                "Otherwise it only supplements other FES standards.",
            ),
            what,
        )
    return Answer(
        lead=lead,
        words=words,
        next=("Name the series, to see which standard grades it.",),
    )


TOPIC = Topic(
    id="primary-standard",
    title="what the Primary Standard may be used for",
    answer=_answer,
    likes=("standards",),
    unlike=("levels", "points", "grades", "factors", "decision"),
)
