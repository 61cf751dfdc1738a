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
    asks=(
        "is there such a thing as GS-0399",
        "does a series 0399 exist",
        "What is the 0343 series?",
        "What is series 0201?",
        "What does 0301 stand for?",
        "Tell me about the 0080 series",
        "What kind of work is a 0343?",
        "which occupation is GS-0510",
        "title of series 1102",
        "Is there a 0399 series?",
        "What group does 0560 belong to?",
        "Is 0343 a two-grade interval series?",
        "does the 0303 series go up one grade at a time",
        "name of the occupational series 2210",
        "what series number is this and what is it called",
        "Has OPM published a standard for series 0343?",
        "my SF-50 says 0343, what is that",
        "difference between 0341 and 0343",
        "I was moved from 0301 to 0343, what are they",
        "look up series 0028",
        "does series 0343 still exist",
        "which series is this?",
        "what is my series",
        "what is 0343",
        "what is series 0343",
        "what's 0343",
        "0343",
        "0343 series",
        "series 0343",
        "GS-0343",
        "what is GS-0343",
        "which series is 0343",
        "meaning of series 0343",
        "what does 0343 mean",
        "name of series 0343",
        "title of 0343",
        "what is the 0343 occupation",
        "explain series 0343",
        "describe series 0343",
        "is 0343 a real series",
        "is 0343 two-grade",
        "grades in series 0343",
        "which group is 0343 in",
        "my badge paperwork lists 1801, no clue what job family that is",
        "never heard of 0086 before, what do those folks do",
        "hr moved me into 0392 and i can't find what the number stands for",
        "what sort of jobs are lumped under 1670",
        "whats the name that goes with code 0501",
        "four digit code on my personnel form says 0132, translate please",
        "is 2151 dispatchers or drivers?",
        "0802 vs 0801, who's in which",
        (
            "looking at two postings, one is 0560 and one is 0501. how are those lines of work "
            "different"
        ),
        "Does 1105 run 5-7-9-11 or climb every single grade?",
        "was 0334 done away with or is it still on the books",
        "occupation code 0962 definition",
        'someone told me I\'m an "1152". what on earth is an 1152',
        "which family of occupations do 0605s fall in",
        "New supervisor here, my team are all 0679s. What is that line of work officially called?",
    ),
    answer=_answer,
    likes=("series", "case"),
    unlike=("levels", "points", "decision", "percents"),
    order=45,
)
