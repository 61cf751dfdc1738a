"""What a series is: its title, its group, what OPM issued for it and how its grades run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.chat.answering.kit import listed
from assistant.chat.answering.statements import of_series
from assistant.chat.model import Answer, Context, Question, Topic, Words
from core.model import Citation

if TYPE_CHECKING:
    from core.model import Case
    from core.standards.series import Series

_ISSUED = {
    "standard": "OPM issued a classification standard for it.",
    "flysheet": "OPM issued a flysheet for it: it defines the series and sends grading elsewhere.",
    "family": "A job family standard grades it.",
    "none": "OPM lists no standard of its own for it; a guide or related standards grade it.",
}
_GENERAL = {"0301", "0303"}
_USE = (
    "use",
    "used",
    "may",
    "can ",
    "put",
    "classify in",
    "classified in",
    "when",
    "catch",
    "last",
)
"""Words that ask when a general series may be used, which is a topic of its own."""
_INTERVAL = {
    "one": "Its grades normally run one by one.",
    "two": "Its grades run in two-grade intervals: 5, 7, 9, 11, then one by one.",
    "both": "It holds both two-grade and one-grade interval work.",
}


def _answer(question: Question, context: Context) -> Answer | None:
    from core.standards.series import FIRST_TRADE, find_series, standing

    named = question.series[:2]
    if not named and context.case is not None:
        return _of_case(context.case)
    if not named or ({*named} <= _GENERAL and question.has(*_USE)):
        return None
    leads, words = [], []
    for code in named:
        found = find_series(code)
        if found is None:
            trade = code >= FIRST_TRADE
            leads.append(
                f"**{code} is a code of the Federal Wage System, not a General Schedule series.**"
                if trade
                else f"**There is no General Schedule series {code} in the list of series.**"
            )
            continue
        leads.append(_said(found, briefly=len(named) > 1))
        said = None if context.library is None else of_series(code, context.library.home)
        words.append(
            said.words()
            if said is not None
            else Words(ours=f"{found.code} is the series {found.title}.", citation=_cited(found))
        )
    if words:
        leads.append(standing())
    return Answer(
        lead=" ".join(leads),
        words=tuple(words),
        next=("What are the main duties, with their shares of time? They decide the series.",),
    )


def _of_case(case: Case) -> Answer | None:
    """Say which series the position stands in, which is asked for, and what the standard covers."""
    from core.standards.reading import load_standard
    from core.standards.series import find_series

    def name(code: str) -> str:
        found = find_series(code)
        return code if found is None else f"{code}, {found.title}"

    standard = load_standard(case.standard, case.as_of)
    covered = list(standard.series)
    parts = []
    if case.current.series:
        parts.append(f"the position stands in **{name(case.current.series)}**")
    if case.requested.series and case.requested.series != case.current.series:
        parts.append(f"**{name(case.requested.series)}** is asked for")
    if covered:
        parts.append(
            f"it is evaluated by the {standard.title}, for {listed([name(c) for c in covered[:3]])}"
        )
    if not parts:
        return None
    return Answer(
        lead=(
            f"In this case {'; '.join(parts)}. The series follows the primary work, the highest "
            "work and the paramount qualifications."
        ),
        next=("What are the main duties, with their shares of time? They decide the series.",),
    )


def _cited(found: Series) -> Citation:
    document, _, edition = found.source.rpartition(" (")
    return Citation(document=document, edition=edition.rstrip(")"), page=found.page)


def _said(found: Series, *, briefly: bool) -> str:
    from core.standards.series import group_of, pattern

    group = group_of(found.code)
    of = f", in the group {group.title}" if group is not None else ""
    told = [f"**{found.code} is {found.title}**{of}."]
    if found.status == "cancelled":
        told.append("It has been cancelled.")
    elif found.status == "restricted" and found.users:
        told.append(f"It is for {found.users} only.")
    told += [_ISSUED[found.issued], _INTERVAL[pattern(found.code).interval]]
    held = _held(found.code)
    if briefly:
        return f"{told[0]} {told[-1]}"
    if held:
        told.append(f"Held here for scoring: {listed(held)}.")
    return " ".join(told)


def _held(code: str) -> list[str]:
    """Return the titles of the standards held that cover a series."""
    from core.overview import holdings

    return [one.title for one in holdings() if code in one.series]


TOPIC = Topic(
    id="about-series",
    title="what a series is",
    answer=_answer,
    likes=("series", "case"),
    unlike=("levels", "points", "decision", "percents"),
    order=45,
)
