"""The questions that make a case out of nothing: plain, one at a time, each one skippable.

The same list serves the command line and the conversation. What is asked next follows from the
case alone and from what was skipped, so that a session can end anywhere and go on later::

    question = next_question(case, skipped)
    case = question.take(case, "GS-0343-11")   # raises CaseError with a remedy
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, Final

from core.errors import CaseError
from core.model import Case, Duty, Fact, FactorId
from core.standards.levels import normal_level, one_dash

_CODE: Final = re.compile(
    r"^(?:(?P<plan>[A-Za-z]{2})\s*-?\s*)?(?:(?P<series>\d{3,4})\s*[-/ ]\s*)?(?P<grade>\d{1,2})$"
)
_WITHIN: Final = re.compile(
    r"\b(?P<plan>[A-Z]{2})[\s-]*(?:(?P<series>\d{4})[\s/-]*)?(?P<grade>\d{1,2})\b(?![\s/-]*\d)"
)
"""The same said in a sentence, with its pay plan in capitals: "it is a GS-0560-11 job"."""
_SERIES: Final = re.compile(r"^(?:(?P<plan>[A-Za-z]{2})\s*-?\s*)?(?P<series>\d{3,4})$")
_SHARE: Final = re.compile(
    r"[\s,(]*(?P<share>\d{1,3}(?:\.\d+)?)\s*(?:%|percent)\s*\)?\s*$", re.IGNORECASE
)
_HIGHEST: Final = 15
_WHOLE: Final = 100
_TITLE_WORDS: Final = 9
_YES: Final = re.compile(r"\b(?:y|yes|yeah|yep|true|it does|accurate|correct)\b")
_NO: Final = re.compile(
    r"\b(?:n|no|nope|false|not|n't|inaccurate|incorrect|outdated|wrong|leaves? out|lacks?)\b|n't\b"
)
SPOKEN: Final = "Own words"
UNTITLED: Final = "My position"
"""What a case is called until its job is."""


@dataclass(frozen=True, slots=True)
class CaseQuestion:
    """One question: its field, its words, an example, and what an answer makes of a case.

    ``repeats`` says that it is asked again until it is skipped, as for duties.
    """

    field: str
    text: str
    example: str
    take: Callable[[Case, str], Case]
    open: Callable[[Case], bool]
    repeats: bool = False


def next_question(case: Case, skipped: Collection[str] = ()) -> CaseQuestion | None:
    """Return the next question whose answer the case lacks, or None when all are settled."""
    return next(
        (one for one in QUESTIONS if one.field not in skipped and one.open(case)),
        None,
    )


def open_questions(case: Case, skipped: Collection[str] = ()) -> tuple[CaseQuestion, ...]:
    """Return every question whose answer the case lacks."""
    return tuple(one for one in QUESTIONS if one.field not in skipped and one.open(case))


# --- answers -----------------------------------------------------------------------------


def _title(case: Case, text: str) -> Case:
    current = case.current.model_copy(update={"title": text})
    title = text if case.title in {"", UNTITLED} else case.title
    return case.model_copy(update={"title": title, "current": current})


def _classification(name: str) -> Callable[[Case, str], Case]:
    def take(case: Case, text: str) -> Case:
        plain = one_dash(text.strip())
        match = _CODE.fullmatch(plain) or _SERIES.fullmatch(plain) or _WITHIN.search(plain)
        if match is None:
            raise CaseError(
                f"{text!r} is not a series and grade",
                where=name,
                hint="Write them as GS-0343-11, or the grade alone, such as 11.",
            )
        parts = match.groupdict()
        grade = int(parts["grade"]) if parts.get("grade") else None
        if grade is not None and not 1 <= grade <= _HIGHEST:
            raise CaseError(
                f"{grade} is not a grade of the General Schedule",
                where=f"{name}.grade",
                hint=f"Write one from 1 to {_HIGHEST}.",
            )
        old = getattr(case, name)
        fields: dict[str, Any] = {}
        if parts.get("plan"):
            fields["pay_plan"] = parts["plan"].upper()
        if parts.get("series"):
            fields["series"] = parts["series"].zfill(4)
        if grade is not None:
            fields["grade"] = grade
        return case.model_copy(update={name: old.model_copy(update=fields)})

    return take


def _adequate(case: Case, text: str) -> Case:
    plain = text.casefold()
    denied = _NO.search(plain) is not None
    if not denied and _YES.search(plain) is None:
        raise CaseError(
            f"{text!r} is neither yes nor no",
            where="position_description.adequate",
            hint="Write yes or no, or skip it.",
        )
    held = case.position_description.model_copy(update={"adequate": not denied})
    return case.model_copy(update={"position_description": held})


def _number(case: Case, text: str) -> Case:
    held = case.position_description.model_copy(update={"number": text.strip()})
    return case.model_copy(update={"position_description": held})


def _duty(case: Case, text: str) -> Case:
    match = _SHARE.search(text)
    words = text[: match.start()].strip(" ,;:-") if match is not None else text.strip()
    share = float(match["share"]) if match is not None else None
    if not words:
        raise CaseError(
            "the duty has no words", where="duties", hint='Write it as "Reviews budgets, 40%".'
        )
    total = sum(one.percent_employee or 0 for one in case.duties) + (share or 0)
    if total > _WHOLE:
        raise CaseError(
            f"the shares of time would add up to {total:g} percent",
            where="duties",
            hint="Give a smaller share, or the duty without one.",
        )
    title = " ".join(words.split()[:_TITLE_WORDS])
    full = words if title != words else ""
    duty = Duty(title=title, text=full, percent_employee=share)
    return case.model_copy(update={"duties": (*case.duties, duty)})


def _levels(case: Case, text: str) -> Case:
    found = re.findall(r"[1-9][AB]?\s*-\s*(?:\d|[A-Da-d])\b", one_dash(text))
    levels = {level.partition("-")[0]: level for one in found if (level := normal_level(one))}
    if not levels:
        raise CaseError(
            f"{text!r} names no level", where="levels", hint="Write them as 1-7 2-4 3-3 ..."
        )
    from core.fes.cases import read_case

    data = {"standard": case.standard, "as_of": case.as_of, "levels": {**case.levels, **levels}}
    checked = read_case({"title": "x", **data}, "")
    return case.recorded({key: one for key, one in checked.levels.items() if key in levels})


def _told(factor: FactorId) -> Callable[[Case, str], Case]:
    def take(case: Case, text: str) -> Case:
        fact = Fact(text=text.strip(), source=SPOKEN, factor=factor)
        return case.model_copy(update={"facts": (*case.facts, fact)})

    return take


def _untold(factor: FactorId) -> Callable[[Case], bool]:
    return lambda case: all(one.factor != factor for one in case.facts)


def _duties_open(case: Case) -> bool:
    return sum(one.percent_employee or one.percent_supervisor or 0 for one in case.duties) < _WHOLE


def _fact(factor: FactorId, text: str, example: str) -> CaseQuestion:
    return CaseQuestion(f"facts.{factor}", text, example, _told(factor), _untold(factor))


QUESTIONS: Final = (
    CaseQuestion(
        "title",
        "What is the job called?",
        "Budget Analyst",
        _title,
        lambda case: not case.current.title,
    ),
    CaseQuestion(
        "current",
        "Which series and grade is it in now?",
        "GS-0560-11",
        _classification("current"),
        lambda case: case.current.grade is None,
    ),
    CaseQuestion(
        "requested",
        "Which grade, or series and grade, do you think is right?",
        "GS-0560-12",
        _classification("requested"),
        lambda case: case.requested.grade is None,
    ),
    CaseQuestion(
        "organization",
        "Which office and agency is it in?",
        "Budget Branch, Bureau of ...",
        lambda case, text: case.model_copy(update={"organization": text.strip()}),
        lambda case: not case.organization,
    ),
    CaseQuestion(
        "position_description.number",
        "Which number does the official position description have?",
        "PD-1234",
        _number,
        lambda case: not case.position_description.number,
    ),
    CaseQuestion(
        "position_description.adequate",
        "Does it describe the work as it is done?",
        "yes",
        _adequate,
        lambda case: case.position_description.adequate is None,
    ),
    CaseQuestion(
        "duties",
        "What is a duty, and how much of the time does it take? Skip when there is no other.",
        "Builds the yearly budget, 40%",
        _duty,
        _duties_open,
        repeats=True,
    ),
    _fact(2, "Who gives you work, and who looks at it afterwards, for what?", "The chief ..."),
    _fact(3, "What rules or manuals do you go by, and where do they leave you alone?", "..."),
    _fact(1, "What must somebody know to do this work?", "..."),
    _fact(4, "What makes the work hard?", "..."),
    _fact(5, "What depends on it, and for whom?", "..."),
    _fact(6, "Whom do you deal with?", "..."),
    _fact(7, "And to what end: to tell, to plan, to persuade, to settle?", "..."),
    _fact(8, "What does it ask of the body?", "Sitting at a desk."),
    _fact(9, "Where is it done, and what is risky there?", "In an office."),
    CaseQuestion(
        "levels",
        "If the agency has given levels for the factors, which?",
        "1-7 2-4 3-3 4-4 5-3 6-2 7-2 8-1 9-1",
        _levels,
        lambda case: not case.levels,
    ),
    CaseQuestion(
        "question",
        "What do you want to find out?",
        "Does the work earn GS-12?",
        lambda case, text: case.model_copy(update={"question": text.strip()}),
        lambda case: not case.question,
    ),
)
"""The questions in the order they are asked: what everybody knows first."""
