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
    asks=(
        "Does higher level work count if I'm closely supervised?",
        "My work is checked more closely than others'",
        "does close supervision lower the grade",
        "I do GS-12 work under a senior's guidance",
        "higher level tasks for training",
        "I'm doing the harder cases with help, does it count",
        "an employee does higher graded work with close guidance",
        "can I credit work done under close supervision",
        "close supervision and grade",
        "I am closely supervised",
        "closely supervised work",
        "my work is closely reviewed",
        "closer than normal supervision",
        "higher level work under supervision",
        "higher work under close guidance",
        "higher graded work with help",
        "training tasks",
        "tasks given for training",
        "work done for training purposes",
        "does higher work for training count",
        "I get the hard cases but only to learn",
        "my mentor goes over every step of the harder cases",
        "I do the harder work while a senior looks over my shoulder",
        "I am learning the next grade's work by doing it",
        "a senior colleague guides me through the difficult cases",
        "I do the harder cases but the senior guy goes over every one of them",
        "still learning the tough stuff, someone sits next to me",
        "they let me do higher work as on the job training, does it help my grade",
        "my trainee handles the journeyman's cases with a mentor looking on",
        "the big files get handed to me with detailed instructions, so they don't count?",
        "he does the 12's work all right but with a leash on",
        "HR claims I only do the advanced work under a microscope so it isn't really at that grade",
        "I'm given complicated audits to get experience, with lots of hand holding",
        "the difficult part of my work gets redone by a senior analyst if it's wrong",
        "being groomed for the next job, doing pieces of it with lots of guidance",
        "does having a coach check my harder assignments cancel them out",
        "They say I don't do the high level stuff with normal freedom, so no credit",
        (
            "new attorney's assistant does expert pieces but everything is double checked "
            "before it goes out"
        ),
        "practice work above my level, watched closely",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision", "percents"),
)
