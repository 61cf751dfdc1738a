"""Shares of time in a position description: helpful, and decisive where grades differ."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, mixed_rule
from assistant.chat.model import Answer, Context, Question, Topic, Words

_WHOLE = 100
_ROW = re.compile(r"(?<![\d/.-])\d{1,2}(?:\s?(?:/|,|\+|and|-)\s?\d{1,2}){2,}(?!\d|/|\.\d)")
"""Shares told in a row: "40/30/20/20"."""


def _shares(text: str) -> list[int]:
    """Return the shares of time told in a row; empty when none are."""
    row = _ROW.search(text)
    return [int(share) for share in re.findall(r"\d+", row[0])] if row is not None else []


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    time = law(
        "classifier-handbook",
        "19",
        "indicate estimates of time spent",
        "Estimates of the time spent help, above all where the duties differ in grade.",
    )
    quarter = mixed_rule("quarter", "introduction", "at least 25 percent of the employee's")
    numbers = law(
        "classifier-handbook",
        "40",
        "based on numerical decisions alone",
        "Percentages guide; they do not decide by themselves.",
    )
    shares = _shares(question.message)
    if len(shares) > 1 and sum(shares) != _WHOLE:
        found = sum(shares)
        lead = (
            f"**No: {', '.join(map(str, shares))} add up to {found}, not to {_WHOLE} percent of "
            "the working time.** Until they do, they say nothing about which work is the main "
            "work; employee and supervisor should agree on each share."
        )
        words: tuple[Words, ...] = (time, quarter)
    elif len(shares) > 1:
        lead = (
            f"**They add up to {_WHOLE} percent, as shares of the working time should.** Whether "
            "each is right is for employee and supervisor to agree on, over a full cycle of work."
        )
        words = (time, quarter)
    elif question.has("add up", "100 percent", "sum", "total"):
        lead = (
            "**They should come to 100 percent of the working time, or the shares say nothing "
            "about which work is the main work.** Minor duties may stand together as one "
            "share. Where duties differ in grade the shares decide what can control it, so "
            "both sides should agree on them."
        )
        words = (time, quarter)
    elif question.has("minor", "small", "5 percent", "how small", "minimum percent", "less than"):
        lead = (
            "**Nothing sets a smallest share for a duty: minor duties need no mention unless "
            "they bear on series or grade.** For work that differs in grade, 25 percent is the "
            "floor below which it cannot control the grade."
        )
        words = (quarter, time)
    elif question.has("higher", "control", "count for the grade"):
        lead = (
            "**At least 25 percent: work above the rest can control the grade only from that "
            "share of the time on, if it is regular and recurring.** The share itself does not "
            "decide: the work must also need higher qualifications and be evaluated apart."
        )
        words = (quarter, numbers, time)
    else:
        lead = (
            "**Percentages are not a must for every position description, but estimates of "
            "time are advised, and needed where the duties differ in grade or series.** Work "
            "above the rest can control the grade only from 25 percent of the time on. Base "
            "them on a full cycle of work, and have employee and supervisor agree."
        )
        words = (time, quarter, numbers)
    return Answer(
        lead=lead,
        words=words,
        next=(
            (
                "Give the shares here, such as *20 percent GS-12 work and 80 percent GS-11*, "
                "and the grade is worked out."
            ),
            (
                "Where employee and supervisor differ, record both figures and the period each "
                "one looked at."
            ),
        ),
    )


TOPIC = Topic(
    id="pd-percentages",
    title="percentages of time in a position description",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
