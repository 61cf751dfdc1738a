"""A position graded by a guide without points: what is given and what comes back."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from core.errors import CaseError, Mistakes, at, shown
from core.law.rules import Question
from core.model import Answer, Citation, Finding, Frozen, Notice, Step
from core.narrative.guide import Criterion, Guide, GuideAspect, GuideLevel, LevelName
from core.reading import Day, Words


class Overall(Frozen):
    """A person's choice for the work as a whole, where the guide asks for one."""

    grade: int
    reason: Words
    by: str = ""


class NarrativeCase(Frozen):
    """A position graded by a guide without points.

    ``levels`` are the grades (or lettered levels) of record for each criterion, ``sought``
    those asked for. A finding names an aspect as ``CRITERION-LEVEL.KEY``, such as
    ``nature-4.variety``; the last finding on an aspect counts.
    """

    title: Words
    fictional: bool = False
    guide: Words
    as_of: Day | None = None
    levels: dict[str, LevelName] = Field(default_factory=dict)
    sought: dict[str, LevelName] = Field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    overall: Overall | None = None


class CriterionResult(Frozen):
    """What was found of one criterion.

    ``level`` is the level reached, None when it is open or lies below the lowest described.
    ``possible`` are the levels it can still come out at, lowest first; an empty text stands
    for work below the lowest description. ``deciding`` are the aspects that settled it.
    """

    criterion: str
    name: str
    level: str | None
    grade: int | None
    possible: tuple[str, ...]
    below: bool
    deciding: tuple[str, ...]
    open_aspects: tuple[str, ...]
    reason: str
    citation: Citation


class NarrativeEvaluation(Frozen):
    """The grade by a guide without points, or why there is none yet.

    ``grade`` is None while ``status`` is "undetermined"; ``possible`` are then the grades that
    remain. ``questions`` are the open aspects that matter, the governing criterion's first.
    """

    title: str
    guide: str
    guide_title: str
    edition: str
    fictional_guide: bool
    status: Literal["determined", "undetermined"]
    grade: str | None
    possible: tuple[str, ...]
    governing: str
    criteria: tuple[CriterionResult, ...]
    findings: tuple[Notice, ...]
    questions: tuple[Question, ...]
    derivation: tuple[Step, ...]
    fingerprint: str


def checked_answers(case: NarrativeCase, guide: Guide, where: str) -> dict[str, Answer]:
    """Check every name the case uses against the guide; return the answer to each aspect.

    Raises:
        CaseError: a criterion, a level or an aspect is not the guide's.
    """
    mistakes = Mistakes()
    for field, given in (("levels", case.levels), ("sought", case.sought)):
        for key, level in given.items():
            found = guide.criterion(key)
            if found is None:
                names = ", ".join(criterion.key for criterion in guide.criteria)
                mistakes.add(
                    f"{shown(key)} is not a criterion of this guide",
                    where=at(where, field),
                    hint=f"Its criteria are {names}.",
                )
            elif level not in found.ladder():
                mistakes.add(
                    f"{found.name} is not described at {shown(level)}",
                    where=at(where, f"{field}.{key}"),
                    hint=f"It is described at {', '.join(found.ladder())}.",
                )
    known = {
        aspect_id(found, level, aspect)
        for found in guide.criteria
        for level in found.levels
        for aspect in level.aspects
    }
    answers: dict[str, Answer] = {}
    for number, finding in enumerate(case.findings, 1):
        if finding.aspect not in known:
            level = finding.aspect.partition(".")[0]
            near = sorted(name for name in known if name.partition(".")[0] == level)
            mistakes.add(
                f"{shown(finding.aspect)} is not an aspect of this guide",
                where=at(where, f"findings[{number}].aspect"),
                hint=f"Those of {level} are {', '.join(near)}."
                if near
                else "An aspect is CRITERION-LEVEL.KEY, such as nature-4.variety.",
            )
        answers[finding.aspect] = finding.answer
    mistakes.settle()
    return answers


def wrong(message: str, where: str, field: str, hint: str) -> CaseError:
    return CaseError(message, where=f"{where}: {field}" if where else field, hint=hint)


def aspect_id(criterion: Criterion, level: GuideLevel, aspect: GuideAspect) -> str:
    """Return the name a finding gives an aspect: ``nature-4.variety``."""
    return f"{criterion.key}-{level.name}.{aspect.key}"
