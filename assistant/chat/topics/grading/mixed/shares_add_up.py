"""The shares of time in a case: whether they add up, and where the two sides differ."""

from __future__ import annotations

from assistant.chat.answering.kit import law, mixed_rule
from assistant.chat.model import Answer, Context, Question, Topic

_WHOLE = 100.0
_ROUNDING = 0.1


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    words = (
        mixed_rule("agreement", "classifier-handbook", "as much agreement as possible"),
        law(
            "classifier-handbook",
            "19",
            "full cycle of duties performed",
            "Look at a full cycle of the work.",
        ),
        mixed_rule("quarter", "introduction", "at least 25 percent of the employee's"),
    )
    duties = () if context.case is None else context.case.duties
    if not duties:
        return Answer(
            lead=(
                "**Shares come to 100 percent on each side: write down both figures for each duty, "
                "over one full cycle of the work, and try to agree; in the end management defines "
                "the position.** A difference matters "
                "only where work of different grades or series is concerned: then see whether "
                "either figure crosses 25 percent or the majority. In an appeal OPM finds the "
                "facts itself."
            ),
            words=words,
            next=("Give both sides' figures, and the grade is worked out with each.",),
        )
    sides = {
        "employee": [duty.percent_employee for duty in duties],
        "supervisor": [duty.percent_supervisor for duty in duties],
    }
    told, whole = [], []
    for side, figures in sides.items():
        if all(figure is None for figure in figures):
            continue
        total = sum(figure or 0.0 for figure in figures)
        whole.append(abs(total - _WHOLE) <= _ROUNDING and None not in figures)
        told.append(f"the {side}'s come to {total:g} percent")
    if not told:
        return Answer(
            lead="**The case states no shares of time for its duties.**",
            words=words,
            next=("What share of the time does each duty take, by either side's estimate?",),
        )
    head = "Yes" if all(whole) else "No"
    differ = [
        f"{duty.title}: {duty.percent_employee:g} percent by the employee, "
        f"{duty.percent_supervisor:g} by the supervisor"
        for duty in duties
        if duty.percent_employee is not None
        and duty.percent_supervisor is not None
        and duty.percent_employee != duty.percent_supervisor
    ]
    lead = f"**{head}: {' and '.join(told)}.**"
    if differ:
        lead += f" The two sides differ: {'; '.join(differ)}."
    return Answer(
        lead=lead[:690],
        words=words,
        next=("Do the duties differ in grade? Only then do the shares decide it.",),
    )


TOPIC = Topic(
    id="shares-of-time",
    title="shares of time and disagreement about them",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
