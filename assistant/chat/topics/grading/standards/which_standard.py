"""Which standard grades a series: its own, the one it is sent to, or the nearest related one."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import as_known, law
from assistant.chat.answering.named.occupations.analysis import SERIES, sent_by
from assistant.chat.model import Answer, Context, Question, Topic, Words
from index.language.late import pattern

_BORROWED = pattern(
    r"\b(?:use|apply|borrow|grade|go by|rely on|take)\w*\b.{0,40}?\b(?:standard|guide|criteria|"
    r"flysheet)\b.{0,30}?\b(?:for|to|on|with)\b|"
    r"\bby (?:the )?(?:gs-?)?\d{3,4} (?:standard|criteria|flysheet)\b",
    re.IGNORECASE,
)
_GRADED = pattern(
    r"\b(?:(?:which|what) (?:standard|guide|criteria)|grade (?:it |them )?(?:by|against|with)|"
    r"grad(?:es?|ed|ing) (?:a|an|the|by|against|criteria|standard)|is there (?:a|any) "
    r"(?:standard|guide)|(?:no|any|the) (?:grading )?criteria)\b",
    re.IGNORECASE,
)
_SUPERVISES = pattern(r"\b(?:supervis\w+|gssg)\b", re.IGNORECASE)
_BY_SERIES = {
    "0301": (
        "**By a guide for several series that fits the work, such as the Administrative Analysis "
        "Grade Evaluation Guide for staff analysis; where none fits, by the standard of a series "
        "with analogous knowledge and skills.** The flysheet of 0301 has no levels of its own."
    ),
    "0340": (
        "**By the Administrative Analysis Grade Evaluation Guide, for nonsupervisory 0340 work at "
        "GS-9 and above; another suitable standard may be used beside it or instead, as the work "
        "calls for.** The flysheet of 0340 has no levels of its own."
    ),
    "0343": (
        "**By the Administrative Analysis Grade Evaluation Guide, for nonsupervisory 0343 work at "
        "GS-9 and above; below that by standards for similar work.** The flysheet of 0343 has no "
        "levels of its own."
    ),
}
"""By what work of a series without levels of its own is graded (flysheets p. 4, 11 and 15)."""
_ANALOGOUS = (
    "**Yes, if no guide for several series fits and that series takes analogous knowledge and "
    "skills: the flysheet of 0301 says so.** A guide that fits comes first."
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    text = question.message
    if not question.series or question.levels or question.decision or question.points:
        return False
    if question.has("promot", "qualif", "hire", "hiring", "appeal"):
        return False
    if len(question.series) > 1:
        return question.series[-1] in SERIES and bool(_BORROWED.search(text))
    return question.series[0] in SERIES and bool(_GRADED.search(text))


def _sent_on(question: Question) -> Answer | None:
    """Return by what a series without levels of its own is graded; None for any other."""
    graded = question.series[-1] if question.series else ""
    if graded not in SERIES:
        return None
    if _SUPERVISES.search(question.message) and not question.has("nonsuperv", "non-superv"):
        lead = (
            "**By the General Schedule Supervisory Guide, if the position meets its coverage; what "
            "the supervisor does personally is graded apart, and the higher grade counts.** The "
            f"flysheet of {graded} says so. Own staff analysis at GS-9 and above is graded by the "
            "Administrative Analysis Grade Evaluation Guide."
        )
        return Answer(lead=lead, words=(sent_by(graded), _FIRST))
    if len(question.series) == 1:
        lead = _BY_SERIES[graded]
    elif graded == "0301" and question.series[0] in SERIES:
        lead = (
            f"**Not the {question.series[0]} flysheet itself, which has no levels; but yes, what "
            "it grades by: the Administrative Analysis Grade Evaluation Guide, where the 0301 "
            "work is staff analysis.** The flysheet of 0301 sends the work to a guide for several "
            "series that fits and, only where none does, to the standard of an analogous series."
        )
    elif graded == "0301":
        lead = _ANALOGOUS
    else:
        return None
    return Answer(
        lead=f"{lead} Supervisory positions take the General Schedule Supervisory Guide.",
        words=(sent_by(graded), _ELSE),
        next=("Ask which levels of a factor fit, such as *Factor 4 rationale for a GS-0343-11*.",),
    )


_ISSUED = {
    "standard": "OPM has issued a standard for this series",
    "flysheet": "OPM has issued a flysheet for this series, which has no grading criteria and "
    "sends the classifier to other standards or guides",
    "family": "a job family standard covers this series",
    "none": "OPM has issued no standard for this series alone, so a general guide or the standard "
    "of the most similar work grades it",
}
LEAST_ANALYSIS = 9
"""The grade from which the guide for staff analysis is used (flysheet for 0343, p. 15)."""
_FIRST = law(
    "introduction",
    "16",
    "covered by criteria in a standard for a specific",
    "Work covered by the criteria of its own series' standard is graded by that standard.",
)
_ELSE = law(
    "introduction",
    "16",
    "no specific grade level criteria for the work",
    "Without specific criteria, a general guide or standards for related work are used.",
)


def _answer(question: Question, context: Context) -> Answer:
    if question.has("aageg", "administrative analysis") and question.grades:
        return _by_analysis_guide(question.grades[0])
    if (sent := _sent_on(question)) is not None:
        return sent
    code = question.series[0] if question.series else ""
    if not code and context.case is not None and context.own and question.first_person:
        code = context.case.current.series
    if code:
        return _of(code, context)
    return Answer(
        lead=(
            "**The standard for the series, if it has grading criteria; otherwise a general guide "
            "or the standard for the most similar work.** Supervisory work is graded by the "
            "General Schedule Supervisory Guide, mixed work by each standard that applies. Name "
            "the series, and its standard is named."
        ),
        words=(_FIRST, _ELSE),
        next=("Which series is the position in, or which work is its primary duty?",),
        missing=("the series",),
    )


def _by_analysis_guide(grade: int) -> Answer:
    """Say whether the guide for staff analysis grades work at a grade: from GS-9 up."""
    enough = grade >= LEAST_ANALYSIS
    head = (
        f"**Yes, GS-{grade} staff analysis is graded by it"
        if enough
        else f"**No, not at GS-{grade}"
    )
    return Answer(
        lead=(
            f"{head}: the Administrative Analysis Grade Evaluation Guide is for nonsupervisory "
            f"staff work in analysis and evaluation at GS-{LEAST_ANALYSIS} and above.** Lower "
            "grades of such work are graded by standards for similar work, and trainee duties with "
            "their developmental nature in view."
        ),
        words=(
            law(
                "gs-0343",
                "15",
                "are evaluated by reference to the Administrative Analysis",
                "Nonsupervisory positions at GS-9 and above are evaluated by that guide.",
            ),
        ),
        next=("Which series is the position in, and what are its main duties?",),
    )


def _of(code: str, context: Context) -> Answer:
    from core.overview import holdings
    from core.standards.series import find_series

    found = find_series(code)
    held = [one for one in holdings() if code in one.series]
    if found is None and not held:
        return Answer(
            lead=f"**There is no series {code} in the Handbook of Occupational Groups and "
            "Families.** Check the number on the position description.",
            words=(_FIRST,),
            next=("Describe the work, and ask which series fits it.",),
        )
    title = f" ({found.title})" if found else ""
    how = "" if found is None else _ISSUED[found.issued]
    if held and held[0].kind == "referral":
        how = _ISSUED["flysheet"]
    lead = f"**For {code}{title}: {how}.**" if how else f"**For {code}:**"
    words: list[Words] = [_FIRST, _ELSE]
    if held:
        one = as_known(held[0].id, context)
        sends = [f"{r.text}" for r in one.sends_to[:2]]
        lead += f" Held here{', in part' if one.partial else ''}: {one.title}."
        if sends:
            lead += f" It sends you on: {' '.join(sends)}"
            words[:1] = [Words(ours=r.text, citation=one.cite(r.page)) for r in one.sends_to[:2]]
    else:
        lead += (
            " It is not held here; get it from OPM (opm.gov, Classification & Qualifications) and "
            "read it in with `fes standards import FILE`."
        )
    return Answer(
        lead=lead,
        words=tuple(words),
        next=("Supervisory positions take the General Schedule Supervisory Guide.",),
    )


TOPIC = Topic(
    id="which-standard",
    title="which standard grades a position",
    answer=_answer,
    sure=_sure,
    cues=("standard", "guide", "criteria", "flysheet", "grad"),
    likes=("series",),
    unlike=("levels", "points", "decision"),
)
