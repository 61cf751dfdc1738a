"""The grade and points of the open case as the core computes them."""

from __future__ import annotations

from assistant.chat.answering.kit import level_of, listed
from assistant.chat.composing.layout import cite, factor_table
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.text import escape, margin_sentence


def _answer(question: Question, context: Context) -> Answer | None:
    case, evaluation = context.case, context.evaluation
    if case is not None and evaluation is None and context.opened is not None:
        return _unfinished(context)
    if case is None or evaluation is None:
        return None
    if question.grades and question.has("missing", "lack", "short", "need", "take"):
        # What a named grade takes is said by another topic.
        return None
    lead = f"**{evaluation.total:,} points: {evaluation.grade}.** {margin_sentence(evaluation)}"
    held = case.current
    if held.grade is not None and f"{held.pay_plan}-{held.grade}" != evaluation.grade:
        lead += f" The grade held is {held.pay_plan}-{held.grade}."
    notices = tuple(
        f"**{escape(f.severity.capitalize())}:** {escape(f.message)} *({cite(f.citation)})*"
        for f in evaluation.findings
    )
    return Answer(
        lead=lead,
        figures=(factor_table(evaluation, case.sought),),
        next=("What would change the grade?",),
        more=notices,
        trial=(),
    )


def _worth(context: Context) -> str:
    """Return what the levels known so far add up to; empty where one has no points of its own."""
    opened, case = context.opened, context.case
    if opened is None or case is None:
        return ""
    found = [level_of(opened.standard, level) for level in case.levels.values()]
    points = [one[1].points for one in found if one is not None and one[1].points]
    if not points or len(points) < len(case.levels):
        return ""
    parts = " + ".join(f"{one:,}" for one in points)
    return f", {parts} = {sum(points):,} points" if len(points) > 1 else f", {points[0]:,} points"


def _unfinished(context: Context) -> Answer | None:
    """Say which levels are missing before the case has points and a grade."""
    opened, case = context.opened, context.case
    if opened is None or case is None or not opened.standard.factors:
        return None
    keys = [str(f.factor) for f in opened.standard.factors]
    missing = [key for key in keys if key not in case.levels]
    if not missing:
        return None
    named = listed([f"Level {level}" for level in case.levels.values()])
    known = f" Known so far: {named}{_worth(context)}." if named else ""
    word = "Factor" if len(missing) == 1 else "Factors"
    record = f" On record is {case.current.label()}." if case.current.grade is not None else ""
    duties = bool(case.duties) and len(missing) == len(keys)
    return Answer(
        lead=(
            f"**No grade yet: the levels of {word} {listed(missing)} are missing.**{known} The "
            f"points of all factors are added up before there is a grade.{record}"
        ),
        next=(
            *(("Say *suggest levels* for one to each factor from the duties.",) if duties else ()),
            f"Name a level credited, such as *the agency credited {missing[0]}-2*.",
            "Or describe the work of one factor, and the levels are compared with it.",
        ),
        missing=tuple(f"the level of Factor {key}" for key in missing),
        factors=tuple(missing[:1]),
    )


TOPIC = Topic(
    id="my-grade",
    title="your grade and points",
    asks=(
        "what's the grade?",
        "and the grade?",
        "but I hold a GS-12",
        "I have been a GS-12 for years",
        "how does that compare with the grade I hold",
        "what grade does the core give",
        "what is missing before my case has a grade",
        "which levels are still missing in this case",
        "what grade does it come to so far",
        "total?",
        "the total",
        "what's the total now",
        "where does that leave my total?",
        "where does that leave my grade",
        "my points so far",
        "what do I come to",
        "is this position overgraded?",
        "overgraded by how much",
        "how many points too few for the grade held",
        "What is my grade?",
        "What grade am I?",
        "How many points do I have?",
        "What is my total?",
        "What does my case score?",
        "Score my case",
        "Show me the evaluation",
        "Show the points factor by factor",
        "What grade does this position come out at?",
        "Which grade does the core compute?",
        "Where is my total in the range?",
        "How far am I from the next grade?",
        "How many points short am I?",
        "What is the evaluation of this position?",
        "Total points of this case",
        "so what am I",
        "what did I come out as",
        "bottom line, my number?",
        "but I've been called a thirteen since Obama was president",
        "what's my total",
        "how many points have I got altogether",
        "tell me where I ended up",
        "what is she graded at in this file",
        "so I really am an eleven after all?",
        "my SF-50 says something else than you do",
        "that can't be my grade, I've held a higher one for ages",
        "the result please",
        "what does the job come out to",
        "final answer on my job?",
    ),
    answer=_answer,
    needs=("case",),
    unlike=("levels", "points", "percents"),
)
