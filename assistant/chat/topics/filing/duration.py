"""How long OPM takes: no rule says."""

from __future__ import annotations

from assistant.chat.kit import rule
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.procedure import number


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return Answer(
        lead=(
            "**No time limit is set for OPM, and the rules do not say how long an appeal takes.** "
            f"The {number('through-agency')} calendar days that people mention bind your agency, "
            "when the appeal is handed in there. A decision that is late costs no right, but a "
            "higher grade counts only from the personnel action that follows it."
        ),
        words=(
            rule(
                "through-agency", "introduction", "calendar days to review the employee's request"
            ),
            rule(
                "pay-from-personnel-action",
                "introduction",
                "not the date of the classification action",
            ),
        ),
        next=(
            "Ask the OPM office that acknowledged your appeal where it stands.",
            "Answer OPM's questions at once, so that the appeal does not wait for you.",
        ),
    )


TOPIC = Topic(
    id="appeal-duration",
    title="how long OPM takes",
    asks=(
        "How long does OPM take to decide?",
        "When will I get an answer on my appeal?",
        "how many months does an appeal take",
        "Is there a time limit for OPM's decision?",
        "I filed in spring and heard nothing",
        "How soon does OPM have to rule?",
        "processing time for classification appeals",
        "Does OPM have a deadline?",
        "waiting for my appeal decision, how much longer",
        "What's the typical wait for an OPM appeal decision?",
        "When can I expect the decision?",
        "how fast is this",
        "my appeal has been pending a year",
        "average time to decision",
        "How long before I hear back from OPM?",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
