"""What the open case's own description says of its series, and what it does not say yet.

Asked of a position that lies open, "which series fits?" and "is my PD ok?" are answered from its
duties. Both are proposals and reminders: the series is decided by reading the definitions, and
the description itself is read, passage by passage, by ``fes check``.
"""

from __future__ import annotations

from typing import Final

from assistant.cases.checking import check_case
from assistant.cases.determining import Proposal, propose
from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context
from assistant.text import escape

_LAST: Final = "*(only when no other series fits)*"
_OF_DESCRIPTION: Final = {
    "position_description.number": "the number of the position description",
    "position_description.adequate": "whether it describes the work as it is done",
    "organization": "where the position stands in the organization",
    "duties": "the major duties with their shares of time",
    "facts.2": "how the work is assigned and reviewed",
    "facts.3": "the guidelines the work goes by",
}


def series_proposed(context: Context) -> Answer | None:
    """Return the series the duties of the open case point to; None without duties or library."""
    case, opened = context.case, context.opened
    if case is None or opened is None or context.library is None or not case.duties:
        return None
    found = propose(context.library, case, opened.standard)
    if found is None:
        return None
    first = found.first
    held = case.current.series
    name = f"GS-{first.code}, {escape(first.title)}"
    if held == first.code:
        lead = f"**Its duties and title point to the series it has, {name}.** "
    else:
        lead = f"**By its duties and title most likely {name}.** "
        lead += f"It is in GS-{held} now. " if held else ""
    other = next((one for one in found.candidates if not one.catch_all), None)
    if first.catch_all and other is not None:
        lead += (
            f"That one is taken only when no other fits: rule out GS-{other.code}, "
            f"{escape(other.title)}, first. "
        )
    return Answer(
        lead=lead + "The series is decided by reading the definitions, by a person.",
        words=(
            law(
                "introduction",
                "13",
                "represents the primary work of the position",
                "In most positions one series stands for the primary work, the highest level of "
                "work and the paramount qualifications.",
            ),
        ),
        figures=tuple(_lines(found)),
        whose="Series that may cover the duties of this case, best first",
        next=(
            f"Ask *what is {first.code}?* for what it covers.",
            "`fes case determine NAME` shows the title as well, and enters what you accept.",
        ),
    )


def _lines(found: Proposal) -> list[str]:
    return [
        f"- GS-{one.code}, {escape(one.title)}: by {', '.join(one.spoke)}"
        + (f" {_LAST}" if one.catch_all else "")
        for one in found.candidates
    ]


def description_checked(context: Context) -> Answer | None:
    """Return what the open case lacks for its description to be classified from; None without."""
    case = context.case
    if case is None or not (case.duties or case.facts):
        return None
    found = check_case(case)
    lacking = [
        _OF_DESCRIPTION[one.field]
        for one in found.lacking
        if one.field in _OF_DESCRIPTION and not (one.field == "duties" and case.duties)
    ]
    count = len(found.problems) + len(lacking)
    description = case.position_description
    lead = "**Nothing is missing that this program can see.** "
    if count == 1:
        lead = "**Not yet: one thing is missing or does not add up.** "
    elif count:
        lead = f"**Not yet: {count} things are missing or do not add up.** "
    if description.adequate is False:
        why = f": {escape(description.remarks.strip())}" if description.remarks else "."
        lead = f"**No, by your case: it states that the description is not adequate{why}** "
    return Answer(
        lead=lead + "A description is adequate when someone who knows the occupation and the "
        "standards can classify from it, with other accurate facts.",
        words=(
            law(
                "classifier-handbook",
                "18",
                "adequate for classification purposes when it is",
                "A description is adequate when someone who knows the occupation and the standards "
                "can classify from it, with other accurate and current facts.",
            ),
        ),
        figures=(
            *(f"- {escape(text)}" for text in found.problems),
            *(f"- Not stated: {text}." for text in lacking),
        ),
        whose="What the case says of its description",
        next=(
            "`fes check FILE` reads the description itself, and quotes each passage to mend.",
            "Say *draft the correction request* for a letter to your agency from this case.",
        ),
    )
