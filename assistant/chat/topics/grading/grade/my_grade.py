"""The grade and points of the open case as the core computes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import by_job_grading, level_of, listed
from assistant.chat.answering.reckoning.arithmetic import tried
from assistant.chat.composing.layout import cite, factor_table
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.of_case import of_the_case
from assistant.suggest.opening import of_case
from assistant.text import escape, margin_sentence
from core.errors import InputError

if TYPE_CHECKING:
    from core.model import Case

_FIGURE = re.compile(
    r"\b(?:what|which|how many|where)\b.{0,24}\b(?:grade|points?|total|scores?|number)\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:my|her|his|its|this|it|i|she|he|we)\b.{0,30}\b(?:now|today|so far|current(?:ly)?|"
    r"all told|"
    r"altogether|right now|in all|come out|comes? to|at the moment)\b"
    r"|\b(?:current|present)\b.{0,12}\b(?:score|total|points)\b",
    re.IGNORECASE,
)
_BRIEF = re.compile(
    r"^\W*(?:(?:and|so|ok|the|my|what(?:'s|s| is| are)?|how many|current|present|now|just|give me|"
    r"tell me)\W+)*"
    r"(?:(?:total|points?|pts|score|grade|sum)\b\W*){1,3}"
    r"(?:(?:now|here|today|so far|pls|please|in all|altogether|of (?:this|the|my|his|her) (?:case|"
    r"file|job|position)|in (?:this|the) (?:case|file)|currently|at present)\W*)*$"
    r"|^\W*(?:(?:and|so|ok|okay|well|but)\W+)*(?:what|how much|how many) (?:do|did) (?:i|we) have"
    r"(?: (?:right now|now|so far|currently|at the moment))+\W*$"
    r"|^\W*(?:(?:and|so|ok|okay|well|but)\W+)*(?:(?:what|how much|how many) have (?:i|we) got|"
    r"where (?:am i|are we|do (?:i|we) stand))"
    r"(?: (?:right now|now|so far|currently|at the moment|at present))+\W*$",
    re.IGNORECASE,
)
"""The total or the grade asked for in a word or two."""
_BY_LEVELS = re.compile(
    r"\bhow (?:is|was|are) (?:this|my|her|his|the) (?:job|case|position|work)\b.{0,10}\b(?:scored|"
    r"graded|rated)\b(?: (?:now|so far))?\W*$|"
    r"\b(?:by|from|with|on|according to|given) (?:the|his|her|my|these|this) (?:file|case|record)?"
    r"(?:'s)? ?levels?\b.{0,24}\b(?:grade|what|points?|come|score)\b"
    r"|\b(?:grade|what|points?|score)\b.{0,30}\blevels? (?:in|of|on) (?:this|the|his|her|my) "
    r"(?:file|case|record)\b"
    r"|\bas an? [\w ]{3,24}?\b(?:what(?:'s|s| is)?|which) (?:my|his|her|the) "
    r"(?:score|total|grade)\b",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(
    r"\b(?:grade|points|total|score|worst|best|highest|lowest|(?:could|can|might|will) (?:it|"
    r"this|she|he|i)|"
    r"come out)\b",
    re.IGNORECASE,
)
_IS_IT = re.compile(
    r"\b(?:am i|are we|is (?:it|that|this|he|she|my (?:job|position|work))|(?:does|do|did) "
    r"(?:it|that|this|i|he|she) (?:make|get|become|reach|mean)|would (?:i|it|that|he|she) be)\b",
    re.IGNORECASE,
)
"""What asks whether the grade is the one named."""
_BELOW_HELD = re.compile(
    r"\b(?:below|under|lower than|less than|beneath|short of) (?:what|the (?:grade|one)(?: that)?|"
    r"that which) (?:i|we|she|he) (?:now |already |currently )*(?:hold|have|holds|has|am|'?m at)\b|"
    r"\b(?:below|under|lower than|beneath) (?:my|her|his) (?:own |present |current )?grade\b",
    re.IGNORECASE,
)
"""What asks whether the grade computed is below the one held."""
_WHY = re.compile(
    r"^\W*(?:(?:and|so|but)\W+)*why (?:only |just |is (?:it|this|she|he|my \w+) |"
    r"am i )",
    re.IGNORECASE,
)
_OTHER = (
    *(
        "would",
        "if ",
        "next",
        "need",
        "short",
        "missing",
        "lack",
        "factor",
        "before",
        "held",
        "far",
    ),
    *(
        "opm",
        "appeal",
        "highest grade of",
        "standard",
        "series",
        "why",
        "want",
        "sought",
        "decision",
    ),
)


_WANTED = ("sought", "ask", "seek", "want", "if ", "would", "enough", "need", "short")


def _sure(question: Question, context: Context) -> bool:
    text = question.message
    if _BRIEF.search(text) and context.evaluation is not None and not question.grades:
        return context.own or not question.first_person
    if not of_the_case(question, context) or (question.factors and not question.levels):
        return False
    if context.evaluation is None:
        if _BY_LEVELS.search(text) and context.case is not None and context.case.duties:
            return not question.levels
        likely = (
            _POSSIBLE.search(text) or (question.levels and question.has("add", "if "))
        ) and not question.has("standard", "series", "opm", "missing")
        return bool(likely and (question.asks or question.levels) and _open_factors(context))
    named = question.levels or question.points or question.grades or question.series
    if not named and _BY_LEVELS.search(text) and not question.has(*_WANTED):
        return True
    if _WHY.search(text) and context.evaluation.grade in {f"GS-{g}" for g in question.grades}:
        return not question.levels and not question.points and not question.has("not ", "opm")
    named = question.levels or question.points or question.grades
    return bool(not named and _FIGURE.search(text) and _NOW.search(text)) and not question.has(
        *_OTHER
    )


def _open_factors(context: Context) -> list[str]:
    opened, case = context.opened, context.case
    if opened is None or case is None or not case.levels:
        return []
    return [str(f.factor) for f in opened.standard.factors if str(f.factor) not in case.levels]


def _answer(question: Question, context: Context) -> Answer | None:
    case, evaluation = context.case, context.evaluation
    if evaluation is None and (elsewhere := by_job_grading(context)) is not None:
        return elsewhere
    if case is not None and evaluation is None and context.opened is not None:
        return _completed(question, context) or _unfinished(question, context)
    if case is None or evaluation is None:
        return None
    if question.grades and question.has("missing", "lack", "short", "need", "take"):
        # What a named grade takes is said by another topic.
        return None
    lead = f"**{evaluation.total:,} points: {evaluation.grade}.** {margin_sentence(evaluation)}"
    held = case.current
    differs = held.grade is not None and f"{held.pay_plan}-{held.grade}" != evaluation.grade
    if differs:
        lead += f" The grade held is {held.pay_plan}-{held.grade}."
    below = _BELOW_HELD.search(question.message) if held.grade is not None else None
    if below is not None:
        lower = differs and evaluation.grade in {f"GS-{g}" for g in range(1, held.grade or 0)}
        lead = f"**{'Yes' if lower else 'No'}: held is {held.pay_plan}-{held.grade}.** {lead}"
    asked = question.grades[-1:] if _IS_IT.search(question.message) else ()
    if asked and evaluation.grade != f"GS-{asked[0]}":
        lead = f"**No, not GS-{asked[0]}.** {lead}"
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


def _completed(question: Question, context: Context) -> Answer | None:
    """Return the grade with the levels a question names for all the factors that have none."""
    case = context.case
    if case is None or not question.levels:
        return None
    levels = {**case.levels, **{one.rpartition("-")[0]: one for one in question.levels}}
    try:
        found = tried(context.opened, levels, ())
    except InputError:
        return _with_more(case.model_copy(update={"levels": levels}), question)
    named = listed([f"Level {one}" for one in question.levels])
    return Answer(
        lead=f"**With {named}: {found.total:,} points, {found.grade}.** {margin_sentence(found)}",
        next=("Nothing was changed; name a level credited to put it into your case.",),
        trial=question.levels,
    )


def _with_more(case: Case, question: Question) -> Answer | None:
    """Return the grades still possible with the levels a question names beside those known."""
    from core.fes.opened import open_case
    from core.fes.whatif.partial import evaluate_partial

    if not question.has("add", "if ", "would", "with"):
        return None
    try:
        found = evaluate_partial(open_case(case))
    except InputError:
        return None
    worth = {one.level: one.points for one in found.factors}
    named = [f"Level {one} ({worth[one]:,} points)" for one in question.levels if one in worth]
    if not named or not found.grades:
        return None
    return Answer(
        lead=(
            f"**With {listed(named)}: {found.points:,} points so far, and it can still be "
            f"{found.grades[0]} to {found.grades[-1]}.** {len(found.missing)} factors lack a level."
        ),
        next=("Nothing was changed; name a level credited to put it into your case.",),
        trial=question.levels,
    )


def _unfinished(question: Question, context: Context) -> Answer | None:
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
    if len(missing) == len(keys) and of_case(case).supervisory:
        return Answer(
            lead=f"**No grade yet: the description is a supervisor's, so the supervisory guide "
            f"grades it, and no level of the guide is entered.**{record}",
            next=(
                "Say *suggest levels* for one to each factor of the guide.",
                "`fes suggest NAME --accept all` enters them and the grade of the work directed.",
            ),
            missing=("the levels of the supervisory guide",),
        )
    possible = _possible(question, context)
    duties = bool(case.duties) and len(missing) == len(keys)
    return Answer(
        lead=(
            f"**No grade yet: the levels of {word} {listed(missing)} are missing.**{possible}"
            f"{known} The points of all factors are added up before there is a grade.{record}"
        ),
        next=(
            *(("Say *suggest levels* for one to each factor from the duties.",) if duties else ()),
            f"Name a level credited, such as *the agency credited {missing[0]}-2*.",
            "Or describe the work of one factor, and the levels are compared with it.",
        ),
        missing=tuple(f"the level of Factor {key}" for key in missing),
        factors=tuple(missing[:1]),
    )


def _possible(question: Question, context: Context) -> str:
    """Say which grades the levels known still leave; empty when they leave nearly all."""
    from core.fes.whatif.partial import evaluate_partial

    if context.opened is None or not context.opened.case.levels:
        return ""
    found = evaluate_partial(context.opened)
    if not found.grades:
        return ""
    ends = f"{found.grades[0]} to {found.grades[-1]}"
    said = f" It can still be {ends}, with {found.lowest:,} to {found.highest:,} points."
    asked = next((g for g in question.grades), None)
    if asked is None:
        return said
    yes = any(one.endswith(f"-{asked}") for one in found.grades)
    return f" GS-{asked} is {'still' if yes else 'not'} possible.{said}"


TOPIC = Topic(
    id="my-grade",
    title="your grade and points",
    answer=_answer,
    needs=("case",),
    unlike=("levels", "points", "percents"),
    sure=_sure,
)
