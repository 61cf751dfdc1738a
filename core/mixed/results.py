"""What the evaluation of a mixed position comes to."""

from __future__ import annotations

from typing import Literal

from core.law.rules import Condition, Question
from core.model import Citation, Evaluation, Frozen, Notice, Step

Side = Literal["agreed", "employee", "supervisor"]
Control = Literal["one-grade", "majority", "quarter", "remaining"]
"""Why work controls the grade: all that counts has one grade, it fills the majority of the
time, it meets the three conditions for a quarter, or nothing higher that counts does either."""


class WorkResult(Frozen):
    """One kind of work: its own grade, and whether it counts for the grade of the position.

    ``grade`` is None where its standard does not decide it. ``source`` is where the grade
    comes from, ``evaluation`` the whole of it when it was computed here from levels or a
    total. ``counts`` is None while it depends on a fact nobody has stated; ``why`` says why.
    """

    name: str
    series: str | None
    grade: str | None
    total: int | None
    source: Citation
    evaluation: Evaluation | None
    counts: bool | None
    why: str


class View(Frozen):
    """What follows from one side's percentages, in percent of the time by name of the work.

    ``grade`` is None while ``possible`` still holds several; ``questions`` are then what
    decides between them. ``controlling`` names the work that controls the grade and
    ``control`` says why it does.
    """

    side: Side
    shares: dict[str, float]
    grade: str | None
    possible: tuple[str, ...]
    controlling: tuple[str, ...]
    control: Control | None
    series: str | None
    questions: tuple[Question, ...]
    reason: str


class SeriesChoice(Frozen):
    """The series and why, or what has to be known first.

    ``usual`` is the series of the work that controls the grade, which decides in most
    positions and settles nothing by itself. ``options`` are the series that come into
    question. ``pointing`` maps each consideration stated to the series it points to.
    """

    series: str | None
    usual: str | None
    options: tuple[str, ...]
    pointing: dict[str, str]
    reason: str
    citation: Citation
    questions: tuple[Question, ...] = ()


class Claim(Frozen):
    """What becomes of a claim: recognized, refused, or open (None) with what is missing."""

    about: str
    holds: bool | None
    conditions: tuple[Condition, ...]
    reason: str
    citation: Citation
    questions: tuple[Question, ...] = ()


class MixedEvaluation(Frozen):
    """The grade and series of a mixed position, or what is missing to decide them.

    ``grade`` and ``series`` are None while they are undetermined; ``possible`` are the grades
    that remain. Where the sides disagree on percentages, ``views`` holds the result under
    each and ``difference`` says in a sentence what the disagreement changes.
    """

    title: str
    status: Literal["determined", "undetermined"]
    grade: str | None
    possible: tuple[str, ...]
    series: str | None
    work: tuple[WorkResult, ...]
    views: tuple[View, ...]
    difference: str | None
    series_choice: SeriesChoice
    general_series: Claim | None
    impact: tuple[Claim, ...]
    interdisciplinary: Claim | None
    questions: tuple[Question, ...]
    findings: tuple[Notice, ...]
    derivation: tuple[Step, ...]
    fingerprint: str
