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
    asks=(
        "Do the shares of time add up?",
        "My supervisor and I disagree on the percentages",
        "employee says 40 percent, supervisor says 20 percent",
        "we can't agree how much time the duty takes",
        "Do the percentages in my case make 100 percent?",
        "whose percentages count, mine or my supervisor's",
        "check the time shares of the duties",
        "disputed percentages of time",
        "time estimates differ between employee and supervisor",
        "how do I prove how much time I spend on a duty",
        "the supervisor understates my higher level work",
        "do the duty percentages total 100",
        "Which figure does OPM take when the percentages are disputed?",
        "sum of the duty percentages",
        "what are my duties and their shares of time",
        "do the time percentages in the case file add up",
        "boss and I have different numbers for the same duty",
        "should I keep a log of my time",
        "disagree on the percentages",
        "we disagree about percent of time",
        "disagreement on time shares",
        "supervisor and employee disagree on time",
        "my supervisor gives different percentages",
        "different time estimates",
        "time shares do not match",
        "do the shares add up",
        "do the percentages add up",
        "do time shares come to 100",
        "total of the percentages",
        "percentages of my duties in the case",
        "shares of time in my case",
        "shares of time of the duties",
        "time spent on each duty in this case",
        "who is right about the percentages",
        "whose time estimate counts",
        "OPM and disputed percentages",
        "dispute over how much time",
        "prove the percent of time",
        "prove my time shares",
        "how to measure time spent",
        "record how much time I spend",
        "log my hours per duty",
        "my supervisor thinks I do less of it than I say",
        "my boss says 15 percent, I say 40 percent",
        "who wins when we state different percentages",
        "I say half my time, she says a tenth",
        "we see my time on audits differently",
        "my boss wrote 10 percent next to the thing I spend half my day on",
        "the numbers on my duties come to 130",
        "I say it's a third, she says it's hardly ever",
        "who's believed about how long a task takes, me or management",
        "He put down 5 percent and that's a flat lie",
        "do all the slices need to make a hundred",
        "timesheets say one thing, the chief says another",
        "we counted only up to 85 percent on that paper",
        "union here: worker and manager give different time figures for the same task",
        "whose estimate wins",
        "they undercounted my investigation hours to keep the job low",
        "the employee's log shows far more on policy work than what her manager claims",
        "can't get my supervisor to agree with me on how much time the training takes",
        "my duties total 95%, is something missing",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
