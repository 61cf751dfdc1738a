"""A series whose standard is not held: which document would answer, and how to add it."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import not_held
from assistant.chat.model import Answer, Context, Question, Topic

_ISSUED = {
    "standard": "the classification standard for series {code}, {title}",
    "flysheet": "the flysheet for series {code}, {title}, which sends grading to another document",
    "family": "the job family standard that covers series {code}, {title}",
    "none": "a guide or the standard of related work, since series {code}, {title}, has none of "
    "its own",
}

_HELD = re.compile(
    r"\b(?:do you|have you|does your|does the library|is|are)\b.*\b(?:have|hold|held|got|contain|"
    r"here|available)\b|\b(?:is|are) there\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    return bool(
        question.series
        and not question.levels
        and question.has("standard", "flysheet")
        and _HELD.search(question.message)
    )


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    from core.overview import holdings
    from core.standards.series import FIRST_TRADE, find_series, group_of

    if not question.series:
        return None
    if question.grades and not question.has("standard", "flysheet", "criteria", "hold", "held"):
        # A grade in a series is asked for, not the paper.
        return None
    code = question.series[0]
    held = [
        one
        for one in holdings()
        if (code in one.series or one.id == f"gs-{code}") and not one.problem
    ]
    if held:
        one = held[0]
        lacks = f" It lacks: {one.lacks[0]}." if one.lacks else ""
        return Answer(
            lead=f"**Yes: {one.title} is held** ({', '.join(one.covers[:3])}).{lacks}",
            next=(f"Ask which standard grades {code}, or name a level to have it explained.",),
        )
    if code >= FIRST_TRADE:
        return not_held(
            f"Series {code} is a trade or labor occupation, and the standards of the Federal "
            "Wage System are not held here.",
            f"the job grading standard for occupation {code}",
            "OPM, opm.gov, Classification & Qualifications, Federal Wage System",
        )
    found = find_series(code)
    if found is None:
        group = group_of(code)
        return not_held(
            f"There is no series {code} among those held"
            + (f" in the group {group.title}." if group else "."),
            "the current Handbook of Occupational Groups and Families",
            "OPM, opm.gov, Classification & Qualifications",
        )
    return not_held(
        f"The standard for series {code} is not held here.",
        _ISSUED[found.issued].format(code=code, title=found.title),
        "OPM, opm.gov, Classification & Qualifications",
        "`fes sources` finds official documents; `fes standards import FILE` reads a standard in, "
        "so that it can be scored.",
    )


TOPIC = Topic(
    id="standard-not-held",
    title="whether the standard of a series is held",
    answer=_answer,
    needs=("series",),
    unlike=("decision",),
    sure=_sure,
)
