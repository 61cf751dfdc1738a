"""Which official title fits the open case: the standard's titling rules beside its duties."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import as_known
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.text import escape
from core.model import Citation

if TYPE_CHECKING:
    from core.standards.model import Standard

_TITLE = re.compile(r"\b(?:titles?|titled|called)\b", re.IGNORECASE)
_FITS = re.compile(r"\b(?:fit\w*|should|right|correct|official|proper|which|what)\b", re.IGNORECASE)
_OURS = re.compile(
    r"\b(?:my|this|her|his|their|the (?:job|position|employee|case|appellant|duties|work)|"
    r"here|i)\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:
    text = question.message
    return bool(
        context.case is not None
        and _TITLE.search(text)
        and _FITS.search(text)
        and _OURS.search(text)
        and not question.decision
        and not question.series
        and not question.has("appeal", "griev", "organizational", "supervis", "parenthe", "can i")
        and _titling(context) is not None
    )


def _titling(context: Context) -> Standard | None:
    """Return the standard held that titles the series asked for, else the series held."""
    from core.overview import holdings

    case, opened = context.case, context.opened
    if case is None or opened is None:
        return None
    for code in (case.requested.series, case.current.series):
        if code in opened.standard.series and opened.standard.titles:
            return opened.standard
        for one in holdings():
            if code and code in one.series and not one.problem and one.id != opened.standard.id:
                found = as_known(one.id, context)
                if found.titles:
                    return found
    return None


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    standard = _titling(context)
    if standard is None or context.case is None:
        return None
    case = context.case
    wanted = case.requested.title or case.current.title
    rule = next((t for t in standard.titles if t.title == wanted), standard.titles[0])
    shares = "; ".join(
        f"{escape(d.title)} {d.percent_employee:g} percent"
        + (
            f" (supervisor {d.percent_supervisor:g})"
            if _differ(d.percent_employee, d.percent_supervisor)
            else ""
        )
        for d in case.duties
        if d.percent_employee is not None
    )
    lead = f"**“{escape(rule.title)}” fits when its rule does:** {escape(rule.rule)} "
    lead += f"The case's duties: {shares}. " if shares else "The case states no shares of time. "
    largest = max((d.percent_employee or 0 for d in case.duties), default=0)
    top = next((d for d in case.duties if d.percent_employee == largest and largest), None)
    if top is not None and largest > 50:
        lead += f"{escape(top.title)} predominates, so a specialty title for it has to be weighed. "
    elif top is not None:
        lead += "None takes more than half of the time. "
    return Answer(
        lead=lead + "A person settles the title, after the series.",
        words=tuple(
            Words(
                ours=f"{one.title}: {one.rule}",
                citation=Citation(
                    document=standard.document, edition=standard.edition, page=one.page
                ),
            )
            for one in standard.titles[:3]
        ),
        next=("Which function takes most of the time, by both sides' estimate?",),
    )


def _differ(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and one != other


TOPIC = Topic(
    id="case-title",
    title="which official title fits the open case",
    answer=_answer,
    needs=("case",),
    unlike=("levels", "factors", "decision"),
    sure=_sure,
)
