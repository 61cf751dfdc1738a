"""Higher work under close review or for training does not count."""

from __future__ import annotations

from assistant.chat.answering.kit import law, mixed_rule
from assistant.chat.model import Answer, Context, Question, Topic, Words


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    close = mixed_rule("close-supervision", "classifier-handbook", "Closer than normal review")
    never = mixed_rule(
        "never-counts",
        "introduction",
        "performed under closer than normal supervision",
    )
    training = mixed_rule(
        "training",
        "introduction",
        "recognizably different from duties performed by",
    )
    normal = law(
        "classifier-handbook",
        "39",
        "ultimate responsibility for accepting or rejecting",
        "All work is reviewed in some way; normal review takes nothing away.",
    )
    if question.has(
        "everything is reviewed",
        "my work is reviewed",
        "my boss signs",
        "signs everything",
        "reviewed by my supervisor",
        "normal review",
    ):
        lead = (
            "**Normal review takes nothing from your grade: the work of everyone is reviewed "
            "by somebody.** Only review closer than usual for that work, as with a trainee, "
            "tends to lower it, and much lighter review may now and then raise it."
        )
        words: tuple[Words, ...] = (normal, close)
    else:
        lead = (
            "**No: higher work that is done under closer than normal supervision, or given "
            "only to train for it, cannot set the grade.** Review closer than normal points to "
            "a trainee and mostly lowers the grade that such work would have."
        )
        words = (never, close, training)
    return Answer(
        lead=lead,
        words=words,
        next=("Is the higher work reviewed as it would be for people already at that grade?",),
    )


TOPIC = Topic(
    id="close-review",
    title="work that is closely supervised or done for training",
    answer=_answer,
    unlike=("levels", "points", "decision", "percents"),
)
