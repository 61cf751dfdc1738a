"""A duty's share of time in the open case, held against a quarter and against the majority."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import listed, mixed_rule
from assistant.chat.answering.procedure import control_share
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.chat.reading.of_case import (
    differing_shares,
    duties_named,
    of_the_case,
    titled,
)
from assistant.text import escape

if TYPE_CHECKING:
    from core.model import Case, Duty

_HALF = 50.0
_SHARE = re.compile(
    r"\b(?:enough|count\w*|matter\w*|carr(?:y|ies)|control\w*|drives?|determines?|decides?|"
    r"percent\w*|shares?|"
    r"majority|half|bulk|most(?:ly)?|main(?:ly)?|chiefly|primar\w+|big|large|small|minor|major|"
    r"worth (?:mentioning|anything|counting|including)|chunk|how much|make up|takes? up|"
    r"graded on|grade[sd]? (?:by|from)|(?:sets?|gets?|gives?|earns?|raises?|lifts?|"
    r"pulls?)\b.{0,14}\bgrade|spend\w*|"
    r"hours?|time|too (?:small|little))\b",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"\b(?:most|mostly|main(?:ly)?|chiefly|bulk|majority|half|biggest|largest|primary|primarily|"
    r"predominant\w*)\b",
    re.IGNORECASE,
)
_WORKED = re.compile(
    r"\b(?:work|jobs?|duty|duties|time|day|days|week|do|doing|does|spend\w*|chunk|part|share|"
    r"hours)\b",
    re.IGNORECASE,
)
_WHICH = re.compile(r"^\W*(?:(?:and|so|but|ok)\W+)*(?:what|which|what's|where)\b", re.IGNORECASE)
_DIFFER = re.compile(
    r"\b(?:disagree\w*|differ\w*|dispute\w*|agree\w*|who(?:'s| is) right|whose|which one counts|"
    r"which (?:figure|number|one) (?:counts|holds|is right)|at odds|tell the same|i say|"
    r"says? \d+|(?:how )?far apart|apart)\b",
    re.IGNORECASE,
)
_OF_TIME = re.compile(
    r"\b(?:time|percent\w*|%|shares?|hours|split|how much|how often|duties|duty)\b|%", re.IGNORECASE
)
_FEW = 5
_OF_SHARE = re.compile(r"\b(?:shares?|percent\w*|pct|time|hours)\b|%", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.,-])\d{1,3}(?![\w,-])")
_OURS = re.compile(
    r"\b(?:i|i'm|my|me|her|his|she|he|this|our|here|the (?:job|position|case))\b", re.IGNORECASE
)
_OTHER = (
    *("guide", "coworker", "opm", "letter", "shift", "special", "application", "staff's", "unit"),
    *("points", "standard", "series", "title", "appeal", "level", "what if", "add up", "sum to"),
    *(
        "pd",
        "description",
        "wrong",
        "overtime",
        "deadline",
        "knowledge",
        "fact",
        "facts",
        "proof",
        "evidence",
        "decision",
    ),
)


def _sure(question: Question, context: Context) -> bool:
    if question.levels or (question.factors and not _of_a_duty(question, context)):
        return False
    if _in_short(question, context):
        return True
    if not of_the_case(question, context):
        return False
    if not question.asks and not question.percents:
        # "I negotiate over disputed costs" states a fact of the work.
        return False
    return _read(question, context) is not None


def _of_a_duty(question: Question, context: Context) -> bool:
    """Tell whether the share of a duty is asked for whose title has the word of a factor."""
    case, text = context.case, question.message
    return (
        case is not None
        and _OF_SHARE.search(text) is not None
        and any(titled(text, duty) for duty in case.duties)
    )


def _in_short(question: Question, context: Context) -> bool:
    """Tell whether a duty's share is asked for in a few words: "bedside share mine"."""
    case, text = context.case, question.message
    if case is None or (question.first_person and not context.own) or question.percents:
        return False
    if len(text.split()) > _FEW or not _OF_SHARE.search(text):
        return False
    return any(titled(text, duty) for duty in case.duties) and _read(question, context) is not None


def _read(question: Question, context: Context) -> tuple[str, list[Duty]] | None:
    """Return what is asked of which duties: one share, the main duty, or where the sides differ."""
    case, text = context.case, question.message
    if case is None or not case.duties or question.has(*_OTHER):
        return None
    named = duties_named(text, case)
    if named and not _OURS.search(text) and not titled(text, named[0]):
        return None
    differing = differing_shares(named or case.duties)
    figures = {float(one) for one in _NUMBER.findall(text)}
    both = [duty for duty in differing if {share for _, share in _figures(duty)} <= figures]
    if both:
        return "differ", both
    told = question.percents or question.grades
    if differing and _DIFFER.search(text) and (named or (_OF_TIME.search(text) and not told)):
        return "differ", differing
    if len(named) == 1 and _SHARE.search(text) and not _foreign(question, named[0]):
        return "share", named
    if not named and _MOST.search(text) and _WORKED.search(text) and _WHICH.search(text):
        return "main", []
    return None


def _foreign(question: Question, duty: Duty) -> bool:
    """Tell whether other shares are named than those of the duty: the question has its own."""
    own = (duty.percent_employee, duty.percent_supervisor)
    named = set(question.percents) - {control_share(), _HALF}
    return bool(named) and not named & set(own)


def _answer(question: Question, context: Context) -> Answer | None:
    found = _read(question, context)
    if found is None or context.case is None:
        return None
    asked, duties = found
    if asked == "differ":
        return _differing(duties)
    if asked == "main":
        return _main(context.case)
    return _share(duties[0], majority=bool(_MOST.search(question.message)))


def _figures(duty: Duty) -> list[tuple[str, float]]:
    """Return the shares stated for a duty with who states them."""
    sides = (("the employee", duty.percent_employee), ("the supervisor", duty.percent_supervisor))
    return [(who, share) for who, share in sides if share is not None]


def _said(duty: Duty) -> str:
    figures = _figures(duty)
    if not figures:
        return "no share of time is stated"
    if len(figures) > 1 and len({share for _, share in figures}) == 1:
        return f"{figures[0][1]:g} percent by both sides"
    told = [f"{share:g} percent by {who}" for who, share in figures]
    return listed(told)


def _share(duty: Duty, *, majority: bool) -> Answer:
    least, title, figures = control_share(), escape(duty.title), _figures(duty)
    if not figures:
        return Answer(
            lead=f"**The case states no share of time for {title}.** From {least:g} percent on "
            "higher work can control the grade; below that it cannot.",
            words=_words(),
            next=(f"Which share of the time does {title} take, over a full cycle of the work?",),
            missing=(f"the share of time of {duty.title}",),
        )
    shares = [share for _, share in figures]
    bar = _HALF if majority else least
    over = [share > bar if majority else share >= bar for share in shares]
    what = "more than half of the time" if majority else f"the {least:g} percent it takes"
    if all(over):
        yes = "it fills" if majority else "it reaches"
        head = f"**Yes: {title} takes {_said(duty)}; {yes} {what}.**"
    elif not any(over):
        no = "not more than half of the time" if majority else f"less than {least:g} percent"
        head = f"**No: {title} takes {_said(duty)}, {no}.**"
    else:
        head = (
            f"**That is disputed: {title} takes {_said(duty)}, so only one figure reaches "
            f"{'more than half of the time' if majority else f'{least:g} percent'}.**"
        )
    if majority and min(shares) >= least:
        rest = (
            "Mostly the highest work that fills the majority of the time decides the grade; "
            f"higher work that fills {least:g} percent or more can."
        )
    elif min(shares) >= least:
        rest = (
            "It can control the grade if it is the higher-graded work, is assigned regularly, and "
            "its knowledge would be required in recruiting."
        )
    elif max(shares) < least:
        rest = (
            f"Below {least:g} percent it cannot control the grade, however high it would be "
            "graded; the work that fills the time decides."
        )
    else:
        rest = (
            f"From {least:g} percent on it could control the grade, below it cannot: show what "
            "you did over a full cycle of the work, by calendars, logs or reports."
        )
    return Answer(
        lead=f"{head} {rest}",
        words=_words(),
        next=("Which grade does that work earn by itself, by its own standard?",),
    )


def _main(case: Case) -> Answer | None:
    sides = {
        "the employee": [(d.percent_employee, d) for d in case.duties if d.percent_employee],
        "the supervisor": [(d.percent_supervisor, d) for d in case.duties if d.percent_supervisor],
    }
    tops = {who: max(shares, key=lambda one: one[0]) for who, shares in sides.items() if shares}
    if not tops:
        return None
    first = next(iter(tops.values()))[1]
    if all(duty is first for _, duty in tops.values()):
        head = f"**{escape(first.title)}: {_said(first)}.**"
    else:
        told = [
            f"{escape(d.title)} by {who} ({share:g} percent)" for who, (share, d) in tops.items()
        ]
        head = f"**The two sides differ: {listed(told)}.**"
    rest = "; ".join(f"{escape(d.title)} {_said(d)}" for d in case.duties if d is not first)
    half = all(share > _HALF for share, _ in tops.values())
    ends = (
        "It fills more than half of the time"
        if half
        else "It does not fill more than half by every figure"
    )
    return Answer(
        lead=f"{head} The others: {rest}. {ends}." if rest else head,
        words=_words(),
        next=("Do the duties differ in grade? Only then do the shares decide it.",),
    )


def _differing(duties: list[Duty]) -> Answer:
    least = control_share()
    told = [f"{escape(duty.title)} {_said(duty)}" for duty in duties[:3]]
    crossing = [
        duty.title
        for duty in duties
        if min(s for _, s in _figures(duty)) < least <= max(s for _, s in _figures(duty))
    ]
    told_of = (
        f"It matters for {escape(listed(crossing))}: one figure reaches the {least:g} percent from "
        "which higher work can control the grade, the other does not. "
        if crossing
        else f"No figure crosses the {least:g} percent from which higher work can control it. "
    )
    return Answer(
        lead=(
            f"**The two sides differ: {'; '.join(told)}.** {told_of}Neither figure counts for "
            "itself: what was really done over a full cycle of the work does, so show calendars, "
            "logs and reports."
        ),
        words=(
            mixed_rule("agreement", "classifier-handbook", "as much agreement as possible"),
            *_words()[:1],
        ),
        next=("What shows how the time was spent: calendars, logs, reports?",),
    )


def _words() -> tuple[Words, ...]:
    return (
        mixed_rule("quarter", "introduction", "at least 25 percent of the employee's"),
        mixed_rule("majority", "introduction", "In most instances, the highest level work"),
    )


TOPIC = Topic(
    id="duty-share",
    title="whether a duty of the open case takes enough of the time",
    answer=_answer,
    needs=("case",),
    unlike=("levels", "factors", "decision", "dates"),
    order=30,
    sure=_sure,
)
