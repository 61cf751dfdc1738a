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
    asks=(
        "What is the Primary Standard?",
        "Can I classify a position with the Primary Standard alone?",
        "May the Primary Standard be used by itself?",
        "Is the Primary Standard enough to grade a job?",
        "What is the Primary Standard for?",
        "when may I use the Primary Standard",
        "HR used only the Primary Standard for my job",
        "they graded me with the primary standard",
        "My agency applied the Primary Standard directly",
        "Can the Primary Standard be used when there is no standard for the series?",
        "primary standard alone",
        "using the FES primary standard",
        "purpose of the primary standard",
        "explain the primary standard",
        "why can't I use the primary standard",
        "Is a grade by the Primary Standard official?",
        "Does the Primary Standard apply to my position?",
        "standard for standards",
        "which factors can be rated with the primary standard",
        "Should a classifier start from the Primary Standard?",
        "role of the primary standard",
        "does the primary standard overrule the series standard",
        "can OPM use the primary standard in an appeal",
        "grading a job only by the primary standard",
        "primary standard meaning",
        "what does the primary standard do",
        "primary standard",
        "scored by the Primary Standard only",
        "HR scored me with nothing but the Primary Standard",
        "graded by the Primary Standard alone",
        "is the Primary Standard allowed alone",
        "only the Primary Standard was used",
        (
            "The generic table with all nine levels spelled out for no particular job, can HR "
            "rate me straight from that?"
        ),
        "they skipped my occupation's own guide and used the master one instead",
        "What's the standard of standards thing",
        "My classifier says appendix 3 is all she needs. Is it?",
        "there's a general purpose yardstick that covers every job right? why not just use it",
        "HR used only the big generic scale to knock me down",
        "is the master yardstick something you're allowed to hang a whole grade on",
        "can I point at the backbone document to argue for a level nobody else describes",
        "Whats that framework all the point-rated guides are built from",
        (
            "The generic descriptions fit me much better than those for clerks, could I be "
            "rated by them"
        ),
        "someone in personnel applied the all-purpose factor scale because it was quicker",
        "when is it okay to reach for the general scale behind all the factor guides",
        "primary std use limits",
        "Don't let them do it with the umbrella document only, somebody told me. Why not?",
    ),
    answer=_answer,
    likes=("standards",),
    unlike=("levels", "points", "grades", "factors", "decision"),
)
