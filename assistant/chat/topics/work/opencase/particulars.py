"""What the open case states of the position: title, series, grade, number, office, day, duties."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.model import Answer, Context, Question, Topic
from assistant.text import escape, in_words

if TYPE_CHECKING:
    from core.model import Case, Classification

_OURS = r"(?:(?:my|this|his|her|their|our|the) )?"
_OURS += r"(?:(?:case|file|position|job|employee|appellant)(?:'s)? )?"
_ASKS = (
    r"^\W*(?:(?:and|so|ok)\W+)*(?:what(?:'s|s| is| are| was| does| do)?|which|list|show(?: me)?|"
)
_ASKS += r"name|tell me|give me|read me)\b"
_DUTIES = re.compile(
    rf"{_ASKS}\s*(?:all )?(?:of )?(?:the |my |his |her |their |its )?(?:major |main |assigned |"
    r"current |stated )?duties\b(?! (?:must|should|need|count|mean|control|are (?:minor|major)))"
    r".{0,30}$|\bwhat (?:does|do) (?:he|she|i|they|the (?:employee|appellant|incumbent)) "
    r"do(?: all day)?\W*$",
    re.IGNORECASE,
)
_SERIES = re.compile(
    r"\b(?:what|which) series\b.{0,12}\b(?:is (?:he|she|it|(?:this|the)(?: job| case| position)?)|"
    r"am i|are they|does (?:he|she|it) (?:have|hold))\b(?: (?:in|under|now))*\W*$|"
    rf"^\W*{_OURS}(?:current )?series(?: (?:of record|now|held|here))?\W*$",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\btitle (?:requested|asked for|wanted|sought|of record|held|now)\b|"
    r"\b(?:requested|current|present|official|wanted) title\b(?! (?:for|of an?)\b)|"
    r"\bwhat title (?:does|do|did|is) (?:he|she|i|they|it)\b|"
    rf"^\W*(?:what(?:'s|s| is) )?{_OURS}title(?: (?:now|here))?\W*$",
    re.IGNORECASE,
)
_GRADE = re.compile(
    r"\bgrade (?:of record|held|requested|asked for|wanted|sought)\b|"
    r"\b(?:requested|wanted|current|present) grade\b(?! (?:if|with|by))|"
    r"\b(?:what|which) grade (?:does|do|did) (?:he|she|i|they) (?:want|ask(?: for)?|seek|request|"
    r"hold|have)\b|\bwhat (?:does|do) (?:he|she|they|i) want\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\b(?:pd|position description)(?:'s)? (?:number|no\.?|#|num)|\bnumber of (?:the|my|his|her) "
    r"(?:pd|position description)\b|\bwhich pd\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:where|which (?:office|organization|unit|agency|branch)|what (?:office|organization|unit|"
    r"agency|branch))\b.{0,24}\b(?:works?|located|placed|stationed|belongs?)\b"
    r".{0,8}$",
    re.IGNORECASE,
)
_AS_OF = re.compile(
    r"\bcase\b.{0,10}\bas of\W*$|\bas of (?:what|which) (?:day|date)\b|"
    r"\b(?:what|which) (?:day|date) (?:is|does) (?:the|this|my) case\b|"
    r"\bdate of (?:the|this|my) case\b|\b(?:the |my )?case'?s date\b",
    re.IGNORECASE,
)
_OTHER = (
    *("should", "right", "correct", "fit", "proper", "if ", "would", "can ", "standard", "law"),
    *("opm", "decision", "appeal", "control", "percent", "how much", "count", "best", "before"),
    *("enough", "why", "supervisor say", "supervisory", "parenthe", "retain", "mixed"),
)


def _asked(question: Question, context: Context) -> str:
    """Return which particular is asked for; empty when none is."""
    text, case = question.message, context.case
    if case is None or (question.first_person and not context.own) or question.has(*_OTHER):
        return ""
    if question.levels or question.factors or question.points or question.decision:
        return ""
    if question.series or question.grades or question.percents or question.standards:
        return ""
    for name, told in (
        ("number", _NUMBER),
        ("duties", _DUTIES),
        ("series", _SERIES),
        ("title", _TITLE),
        ("grade", _GRADE),
        ("office", _OFFICE),
        ("day", _AS_OF),
    ):
        if told.search(text):
            return name
    return ""


def _sure(question: Question, context: Context) -> bool:
    name = _asked(question, context)
    return bool(name) and context.case is not None and bool(_stated(name, context.case))


def _answer(question: Question, context: Context) -> Answer | None:
    name = _asked(question, context)
    if context.case is None or not name:
        return None
    said = _stated(name, context.case)
    if not said:
        return Answer(
            lead=f"**The case does not state it.** {_LACKS[name]}",
            next=("Put it into the case, and it is said here.",),
            missing=(_LACKS[name],),
        )
    return Answer(lead=said, next=("Ask *where do I stand?* for points and grade.",))


_LACKS = {
    "number": "The position description carries the number.",
    "duties": "The major duties stand in the position description.",
    "series": "The SF-50 and the position description name the series.",
    "title": "The SF-50 and the position description name the title.",
    "grade": "The SF-50 names the grade.",
    "office": "The position description names the organization.",
    "day": "Without a day the law in force today counts.",
}


def _stated(name: str, case: Case) -> str:
    """Return what the case states of one particular; empty when it states nothing."""
    held, wanted = case.current, case.requested
    if name == "number":
        number = case.position_description.number
        return f"**{escape(number)}** is the position description's number." if number else ""
    if name == "office":
        return f"**{escape(case.organization)}.**" if case.organization else ""
    if name == "day":
        return f"**{in_words(case.as_of)}**: the law in force then counts." if case.as_of else ""
    if name == "duties":
        told = [
            f"{escape(d.title)}{_share(d.percent_employee, d.percent_supervisor)}"
            for d in case.duties
        ]
        return f"**{len(told)} duties: {'; '.join(told)}.**" if told else ""
    own, other = (_of(name, one) for one in (held, wanted))
    if not own and not other:
        return ""
    lead = f"**Of record: {own or 'not stated'}"
    lead += f"; asked for: {other}.**" if other and other != own else ".**"
    if other and other == own:
        lead += " The same is asked for."
    return f"{lead} The position is {escape(held.label())}." if own else lead


def _of(name: str, one: Classification) -> str:
    if name == "series":
        return f"GS-{one.series}" if one.series else ""
    if name == "title":
        return escape(one.title)
    return f"{one.pay_plan}-{one.grade}" if one.grade is not None else ""


def _share(own: float | None, other: float | None) -> str:
    if own is None and other is None:
        return ""
    if own == other or other is None or own is None:
        return f" ({own if own is not None else other:g} percent)"
    return f" ({own:g} percent by the employee, {other:g} by the supervisor)"


TOPIC = Topic(
    id="case-particulars",
    title="what the case states of the position",
    answer=_answer,
    needs=("case",),
    unlike=("levels", "points", "decision"),
    sure=_sure,
)
