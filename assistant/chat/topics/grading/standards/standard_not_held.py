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
    asks=(
        "Do you have the 2210 standard?",
        "Do you hold the standard for series 1102?",
        "What does the 0501 standard say?",
        "Is the 0318 standard here?",
        "Can you quote the 1102 standard?",
        "show me the standard for series 0560",
        "What does the 2210 standard say about Factor 3?",
        "grade criteria in the 0510 standard",
        "can you score a 2210 position",
        "what are the criteria for a GS-12 in series 1102",
        "text of the 0083 standard",
        "where do I get the 0110 standard",
        "how do I add the standard for 0905",
        "import the 2210 standard",
        "the standard for 0801 please",
        "what does the engineering standard for 0801 require",
        "is the job family standard for series 0500 available",
        "what levels does the 0511 standard have",
        "I need the 0132 flysheet",
        "do you know the 0025 standard",
        "what's in the 1811 standard",
        "read me the 0950 standard",
        "have you got the standard for nurses, 0610",
        "Does your library contain the 2210 standard?",
        "which factor levels are in the 1102 standard",
        "do you have my series' standard, 0644",
        "explain the 0301 standard of another series, 0303",
        "do you have the standard for 2210",
        "do you have the standard for series 0560",
        "do you have series 0560",
        "do you hold series 1102",
        "is the 0905 standard held",
        "is series 0560 held here",
        "is the standard for series 1102 in your library",
        "can you score series 1102",
        "can I score a series 0560 position here",
        "do you know the standard of series 0560",
        "what does the standard for series 0560 say",
        "what does the 1102 standard require",
        "what does the series 1102 standard say about Factor 4",
        "text of the standard for series 1102",
        "show the 1102 standard",
        "quote the 1102 standard",
        "quote the standard for series 0560",
        "read the 1102 standard to me",
        "where can I get the standard for series 1102",
        "where do I find the 1102 standard",
        "how do I get the 1102 standard",
        "how can I add the standard of series 1102",
        "how to import the 1102 standard",
        "add the 1102 standard",
        "criteria of the 1102 standard",
        "criteria in the standard for series 1102",
        "grade criteria of series 1102",
        "levels of the 1102 standard",
        "what are the factor levels of the 1102 standard",
        "contents of the 1102 standard",
        "what is in the standard for series 1102",
        "is there a copy of the 1102 standard",
        "I need the 1102 standard",
        "give me the 1102 standard",
        "my series is 0083, do you cover police",
        "tell me what 0905 says",
        "does your library include mine, 0640",
        "anything here on 0610",
        "got something on series 0511",
        "have you any standard for 2210",
    ),
    answer=_answer,
    needs=("series",),
    unlike=("decision",),
    sure=_sure,
)
