"""What would change a supervisor's grade: each level or base grade changed alone.

The grade does not follow from the total alone, because the base adjusts it: every change is
evaluated as a request of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, TypedDict

from core.errors import LevelError
from core.supervisory.evaluation import supervisory_data
from core.supervisory.fields import HIGHEST_GRADE, LOWEST_GRADE
from core.supervisory.guide import load_guide
from core.supervisory.inputs import SupervisoryRequest

Direction = Literal["up", "down", "undetermined"]
_CLASSES = {"up": 0, "down": 1, "undetermined": 2}


class SupervisoryFlip(TypedDict):
    """One change that alone changes the grade.

    ``what`` is the factor, or ``"base"``; ``before`` and ``after`` are levels, or base grades.
    ``grade`` is None where the guide then gives none, and ``total`` where it adds up none.
    """

    what: str
    before: str
    after: str
    direction: Direction
    total: int | None
    grade: str | None


def supervisory_flips(request: SupervisoryRequest) -> list[SupervisoryFlip]:
    """Return every change of one level or of the base that alone changes the grade.

    Only what the request states as a level or a base is changed: a level that follows from the
    chain, the authorities or the workload changes with those. Factor 6 is changed in its first
    step, before special situations count.

    Raises:
        LevelError, CaseError, StandardError: as
            :func:`core.supervisory.evaluation.supervisory_data`.
    """
    before = supervisory_data(request)["grade"]
    found: list[SupervisoryFlip] = []
    for what, old, new, changed in _changes(request):
        try:
            data = supervisory_data(changed)
        except LevelError:  # What else is stated settles the factor, and contradicts the change.
            continue
        if data["grade"] == before:
            continue
        direction: Direction = "undetermined"
        if data["grade"] is not None and before is not None:
            direction = "up" if _number(data["grade"]) > _number(before) else "down"
        found.append(
            {
                "what": what,
                "before": old,
                "after": new,
                "direction": direction,
                "total": data["total"],
                "grade": data["grade"],
            }
        )
    return sorted(found, key=lambda one: _CLASSES[one["direction"]])


def _changes(
    request: SupervisoryRequest,
) -> Iterator[tuple[str, str, str, SupervisoryRequest]]:
    """Yield each change with the request it makes, factor by factor."""
    plain = replace(request, points={}, total=None)
    for factor in load_guide(request.as_of).table.factors:
        current = request.levels.get(factor.key)
        if current is None:
            continue
        for level in factor.ladder():
            if level != current:
                levels = {**request.levels, factor.key: level}
                yield factor.key, current, level, replace(plain, levels=levels)
    base = request.base
    if base is None:
        return
    for grade in range(LOWEST_GRADE, HIGHEST_GRADE + 1):
        if grade != base.grade:
            changed = replace(plain, base=replace(base, grade=grade))
            yield "base", f"GS-{base.grade}", f"GS-{grade}", changed


def _number(grade: str) -> int:
    return int(grade.rpartition("-")[2])
