"""Whether the decisions held speak for the levels the open case asks for, or against them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.argue.evidence import stand_on
from assistant.chat.answering.kit import listed, rule
from assistant.chat.model import Answer
from assistant.text import escape
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question
    from index.models import Decision

_ASKED = pattern(
    r"\b(?:decisions?|rulings?|precedents?|appeal cases?)\b.{0,60}\b(?:help\w*|support\w*|against|"
    r"hurts?|favou?r\w*|back(?:s|ed|ing)? (?:up|him|her|me|us|this)|on (?:my|his|her|our) side|"
    r"useful|like (?:mine|his|hers|this|ours)|for (?:me|him|her|this|us|or against))\b"
    r"|\b(?:help\w*|support\w*|against|hurts?)\b.{0,40}\b(?:decisions?|rulings?|precedents?)\b",
    re.IGNORECASE,
)
_IN_GENERAL = pattern(
    r"\b(?:cite|quote|bind\w*|rely|precedent value|worth|can i use)\b", re.IGNORECASE
)
_LIKE = pattern(
    r"\blike (?:mine|his|hers|this|ours)\b|\b(?:an?|my) (?:\w+ ){1,2}(?:job|position)\b",
    re.IGNORECASE,
)
_MOST = 3


def for_case(question: Question, context: Context) -> Answer | None:
    """Return what the decisions held say of the levels sought; None when none is asked for."""
    case, library, opened = context.case, context.library, context.opened
    if case is None or library is None or opened is None or question.decision or question.levels:
        return None
    text = question.message
    if not _ASKED.search(text) or _IN_GENERAL.search(text) or not opened.sought:
        return None
    sought = tuple(opened.sought.values())
    told = [(d, *_stands(d, sought)) for d in library.decisions()]
    told = [row for row in told if row[1] or row[2]]
    levels = listed([f"Level {level}" for level in sought])
    if not told:
        return Answer(
            lead=(
                f"**None of the {len(library.decisions())} in your library decides on {levels}, "
                "so none helps and none hurts.**"
            ),
            next=("Ask *find decisions on this series* for what the register lists.",),
        )
    other = _of_other_work(text, [d for d, _, _ in told], case.current.series)
    told.sort(key=lambda row: -len(row[1]) - len(row[2]))
    against, favour = sum(len(r[2]) for r in told), sum(len(r[1]) for r in told)
    head = "For it and against it" if against and favour else "For it" if favour else "Against it"
    lines = [_line(*row) for row in told[:_MOST]]
    return Answer(
        lead=(
            f"{other}**{head}: {'; '.join(lines)}.** The case asks for {levels}. A decision shows "
            "how OPM reads a criterion; it binds for its own position only."
        ),
        words=(rule("comparison", "5-cfr-511", "position-to-position comparisons"),),
        levels=sought[:1],
        next=(f"Ask *why was Level {sought[0]} refused?* for the reasons on each side.",),
    )


def _of_other_work(text: str, held: list[Decision], series: str) -> str:
    """Say that none of the decisions is of work like the case's, where one like it is asked for."""
    if not _LIKE.search(text) or not series:
        return ""
    stages = (one.series for d in held for one in (d.current, d.requested, d.decided))
    if series in set(stages):
        return ""
    return f"**None in your library is on series {series}.** On the levels sought in other work: "


def _stands(decision: Decision, sought: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Return the levels sought that a decision credited, and those that it refused."""
    stands = {level: stand_on(decision, level) for level in sought}
    return (
        [level for level, stand in stands.items() if stand == "credited"],
        [level for level, stand in stands.items() if stand == "refused"],
    )


def _line(decision: Decision, credited: list[str], refused: list[str]) -> str:
    parts = []
    if credited:
        parts.append(f"credited {listed([f'Level {level}' for level in credited])}")
    if refused:
        parts.append(f"refused {listed([f'Level {level}' for level in refused])}")
    grade = decision.decided.grade
    end = f" and ended at {decision.decided.pay_plan or 'GS'}-{grade}" if grade else ""
    return f"{escape(decision.told)} {' and '.join(parts)}{end}"
