"""Shares of time told with the grades of their work, and what the core makes of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.named.supervising import graded_shares

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question
    from core.mixed import MixedEvaluation
    from core.mixed.inputs import Circumstance

WHOLE = 100.0
"""Percent of the time that all kinds of work come to."""
_PERCENT = re.compile(
    r"\d{1,3}(?:\.\d+)?\s?(?:%|percent\b)|\b(?:quarter|half|third|fifth|tenth)\b", re.IGNORECASE
)
_PARTED = re.compile(r"[,;.]| and | but ", re.IGNORECASE)
_AWAY = (
    *("absen", "on leave", "is away", "fill in", "filling in", "acting", "out sick", "covering"),
)
_CLOSE = (
    *("closely supervised", "close supervision", "checked closely", "every line", "line by line"),
    *("close review", "looks over all", "checks everything", "reviews everything", "reviews every"),
)
_BARS: tuple[tuple[Circumstance, tuple[str, ...]], ...] = (
    ("absence", _AWAY),
    ("temporary", ("temporar", "for a while", "for six weeks", "one-time", "short-term")),
    ("training", ("training", "learning", "as a trainee")),
    ("close-supervision", _CLOSE),
)
_REGULAR = re.compile(
    r"\b(?:officially|regular\w*|recurring|permanent\w*|continuing|ongoing|"
    r"every (?:week|day|month)|assigned|"
    r"in (?:my|the|his|her) (?:pd|description|position description))\b",
    re.IGNORECASE,
)
_IRREGULAR = re.compile(
    r"\b(?:not|never|isn't|wasn't|un) ?(?:officially |really |regularly )*(?:assigned|official\w*|"
    r"in (?:my|the|his|her) (?:pd|description)|regular\w*)\b|\bunofficial\w*\b",
    re.IGNORECASE,
)
_RECRUITED = re.compile(
    r"\brecruit\w*\b|"
    r"\b(?:need|require|want)\w* (?:it |that |them )?(?:in|when|for) (?:hiring|filling)\b",
    re.IGNORECASE,
)
_NOT_RECRUITED = re.compile(
    r"\b(?:nobody|no one|not|wouldn't|won't|don't|never|no need to|without)\b.{0,24}\brecruit\w*\b|"
    r"\brecruit\w*\b.{0,20}\b(?:not needed|isn't needed|not required|without)\b",
    re.IGNORECASE,
)
_SHARED = re.compile(
    r"(?P<share>\d{1,2})\s?(?:%|percent|pct)\s*(?:of (?:the |his |her |my )?time )?"
    r"(?:is |at |of |on |does |doing )*(?:an? )?(?:GS[- ]?)?(?:\d{4}-)?(?P<grade>1[0-5]|0?[1-9])"
    r"(?![\d%]| ?(?:percent|pct))",
    re.IGNORECASE,
)
"""A share with the grade of its work: "60% GS-7", "25 percent GS-0343-11"."""


def told_in_part(text: str) -> tuple[tuple[int, float], ...]:
    """Return grades and shares where at least two are told and some of the time has no grade.

    The rest counts as work of the lowest grade told, which is how it bears least on the others.
    """
    told: dict[int, float] = {}
    for one in _SHARED.finditer(text):
        grade = int(one["grade"])
        told[grade] = told.get(grade, 0.0) + float(one["share"])
    total = sum(told.values())
    if len(told) < 2 or total >= WHOLE:
        return ()
    told[min(told)] += WHOLE - total
    return tuple(sorted(told.items(), reverse=True))


def _told(yes: re.Pattern[str], no: re.Pattern[str], text: str) -> bool | None:
    """Return whether a condition is told to hold, not to hold, or None where nothing is said."""
    if no.search(text):
        return False
    return True if yes.search(text) else None


def shares_told(question: Question, context: Context) -> tuple[tuple[int, float], ...] | None:
    """Return grade and share of each kind of work named, or None when that is not clear."""
    if told := graded_shares(question.message):
        merged: dict[int, float] = {}
        for grade, part in told:
            merged[grade] = merged.get(grade, 0.0) + float(part)
        return tuple(sorted(merged.items(), reverse=True))
    if in_part := told_in_part(question.message):
        return in_part
    grades = list(dict.fromkeys(question.grades))
    shares = list(question.percents)
    if len(grades) == 1 and context.own and context.case is not None:
        held = context.case.current.grade
        if held is not None and held not in grades:
            grades.append(held)
    if len(grades) < 2 or len(shares) > len(grades) or len(grades) - len(shares) > 1:
        return None
    given: dict[int, float] = {}
    places = [match.span() for match in _PERCENT.finditer(question.message)]
    if len(places) != len(shares):
        return None
    for share, place in zip(shares, places, strict=True):
        free = [grade for grade in grades if grade not in given]
        near = _near(question.message, place, free)
        given[near if near is not None else free[0]] = share
    left = [grade for grade in grades if grade not in given]
    if left:
        given[left[0]] = WHOLE - sum(shares)
    if any(share <= 0 for share in given.values()) or abs(sum(given.values()) - WHOLE) > 0.1:
        return None
    return tuple(sorted(given.items(), reverse=True))


def _near(text: str, span: tuple[int, int], grades: list[int]) -> int | None:
    """Return the grade that a share is of: the next one in its clause, else the one before."""
    found = {
        grade: [
            m.start()
            for m in re.finditer(
                rf"\b(?:gs[- ]?)?0?{grade}s?\b(?!\s?(?:%|percent))", text, re.IGNORECASE
            )
        ]
        for grade in grades
    }
    after = [(p, g) for g, places in found.items() for p in places if p >= span[1]]
    if after and not _PARTED.search(text[span[1] : min(after)[0]]):
        return min(after)[1]
    before = [(p, g) for g, places in found.items() for p in places if p < span[0]]
    return max(before)[1] if before else (min(after)[1] if after else None)


def evaluated(question: Question, shares: tuple[tuple[int, float], ...]) -> MixedEvaluation:
    """Return what the core makes of the shares, with what is told of the highest work."""
    from core.mixed import MixedRequest, evaluate_mixed
    from core.mixed.inputs import Work
    from core.model import Citation

    stated = Citation(document="the question", edition="as stated", page="the question")
    bars = tuple(bar for bar, said in _BARS if question.has(*said))
    highest = max(grade for grade, _ in shares)
    regular = _told(_REGULAR, _IRREGULAR, question.message)
    recruiting = _told(_RECRUITED, _NOT_RECRUITED, question.message)
    return evaluate_mixed(
        MixedRequest(
            work=tuple(
                Work(
                    name=f"the GS-{grade} work",
                    percent=percent,
                    grade=grade,
                    citation=stated,
                    regular=regular if grade == highest else None,
                    recruiting=recruiting if grade == highest else None,
                    circumstances=bars if grade == highest else (),
                )
                for grade, percent in shares
            )
        )
    )
