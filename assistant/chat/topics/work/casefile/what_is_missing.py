"""What the open case lacks: levels, answers on criteria, facts on what is sought."""

from __future__ import annotations

import re

from assistant.cases.checking import check_case
from assistant.chat.answering.kit import listed
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.of_case import of_the_case
from assistant.chat.reading.pulls import facts_on
from assistant.text import escape

_LACKS = re.compile(
    r"\b(?:missing|lacking|incomplete|unanswered|unknown|gaps?|blank)\b"
    r"|\b(?:don't|do not|doesn't|does not) (?:we |i |you |it |anybody )?(?:yet )?(?:know|have|"
    r"say)\b"
    r"|\bstill (?:open|need\w*|to (?:find|show|do|answer|prove)|have to|unclear)\b|\b(?:need|"
    r"want)\b.{0,12}\bfrom me\b"
    r"|\b(?:no|without(?: a)?) levels?\b|\bnot (?:been )?(?:rated|filled|known)\b|"
    r"\bhave no (?:level|fact|evidence)s?\b"
    r"|\bleft (?:open|out|to (?:find|answer|show|prove))\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"^\W*(?:(?:and|so|but|ok)\W+)*(?:what|which|is|are|what's|whats|where|anything|do)\b",
    re.IGNORECASE,
)
_OTHER = (
    *("appeal", "letter", "form", "standard", "pd", "description", "library", "deadline", "opm"),
    *("decision", "document", "points", "grade", "short", "pay", "salary", "money"),
    *("close that", "close the gap", "single"),
)


def _sure(question: Question, context: Context) -> bool:
    text = question.message
    if not of_the_case(question, context) or question.levels or question.grades:
        return False
    unfinished = context.evaluation is None
    other = tuple(one for one in _OTHER if not (unfinished and one in {"grade", "points"}))
    return bool(_LACKS.search(text) and _ASKED.search(text) and not question.has(*other))


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    case, opened = context.case, context.opened
    if case is None or opened is None:
        return None
    found = check_case(case)
    said: list[str] = []
    missing: list[str] = []
    if found.open_factors:
        factors = [str(one.factor) for one in found.open_factors]
        word = "Factor" if len(factors) == 1 else "Factors"
        said.append(f"the level{'' if len(factors) == 1 else 's'} of {word} {listed(factors)}")
        missing += [f"the level of Factor {one}" for one in factors]
    waits = context.standing.questions if context.standing is not None else ()
    levels = list(dict.fromkeys(one.level for one in waits))
    if levels:
        asks = [f"{escape(one.name)} (`{one.aspect}`)" for one in waits[:3]]
        said.append(f"a finding on {listed(asks)}")
        missing += [one.aspect for one in waits]
    bare = [level for factor, level in case.sought.items() if not facts_on(case, factor)]
    if bare:
        said.append(f"any fact on {listed([f'Level {one}' for one in bare])}, which is sought")
        missing += [f"facts on Level {one}" for one in bare]
    if found.problems:
        said.append("what does not add up, below")
    if not said:
        return Answer(
            lead="**Nothing that this program can see: every factor has a level, and no criterion "
            "waits for a finding.**",
            next=("Ask *is my PD ok?* for what the description lacks.",),
        )
    lead = f"**Missing: {'; '.join(said)}.**"
    if found.grades:
        ends = (
            found.grades[0]
            if len(found.grades) == 1
            else f"{found.grades[0]} to {found.grades[-1]}"
        )
        lead += f" Until then the grade can still be {ends}."
        known = listed([f"Level {one}" for one in case.levels.values()])
        lead += f" Known: {known}." if known else ""
    figures = [f"{escape(one)}" for one in found.problems]
    figures += [f"`{one.aspect}`: {escape(one.text)}" for one in waits[:4]]
    return Answer(
        lead=lead[:690],
        figures=tuple(figures),
        whose="What your case waits for, the most decisive first",
        next=("Say what is met or not met, with what shows it, or name a level credited.",),
        missing=tuple(missing[:12]),
        levels=tuple(levels[:1]),
    )


TOPIC = Topic(
    id="what-is-missing",
    title="what the open case lacks",
    answer=_answer,
    needs=("case",),
    unlike=("levels", "decision", "grades", "points"),
    order=40,
    sure=_sure,
)
