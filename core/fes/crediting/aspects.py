"""What a level requires as a tree of aspects, and what findings make of it.

The criteria of a level are joined: all of them, or any one of several the standard joins with
OR, and either inside the other. Only significant aspects require anything. An aspect found
not met fails; one that is not answered leaves everything above it open, unless another
alternative settles it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from core.model import Answer
from core.standards.criteria import Aspect, Level, Requirement

State = Literal["met", "failed", "open"]


class Reading(NamedTuple):
    """What the findings say of a level, by its significant aspects.

    ``state`` is the level's: met, failed (it cannot be met), or open. ``failed`` are the
    aspects that fail it, ``open`` those still to be answered, ``met`` those it rests on, and
    ``now_required`` alternatives not yet answered where another one was found not met.
    """

    state: State
    failed: tuple[Aspect, ...] = ()
    open: tuple[Aspect, ...] = ()
    met: tuple[Aspect, ...] = ()
    now_required: tuple[Aspect, ...] = ()


def tree(level: Level) -> Requirement:
    """Return what a level requires, without the parts that require nothing.

    A level whose file nests no branches requires every significant aspect, and one of each
    group of alternatives.
    """
    if level.requires is not None:
        significant = {aspect.id for aspect in level.aspects if aspect.significant}
        return _pruned(level.requires, significant)
    parts: list[str | Requirement] = []
    groups: dict[str, list[str]] = {}
    for aspect in level.aspects:
        if not aspect.significant:
            continue
        if aspect.any_of is None:
            parts.append(aspect.id)
        elif aspect.any_of in groups:
            groups[aspect.any_of].append(aspect.id)
        else:
            groups[aspect.any_of] = [aspect.id]
            parts.append(Requirement(joined="any", parts=(), name=aspect.any_of))
    return Requirement(
        joined="all",
        parts=tuple(
            part if isinstance(part, str) else part._replace(parts=tuple(groups[part.name]))
            for part in parts
        ),
    )


def _pruned(branch: Requirement, significant: set[str]) -> Requirement:
    parts: list[str | Requirement] = []
    for part in branch.parts:
        if isinstance(part, str):
            parts += [part] if part in significant else []
        elif part.significant:
            inner = _pruned(part, significant)
            parts += [inner] if inner.parts else []
    return branch._replace(parts=tuple(parts))


def read(level: Level, answers: Mapping[str, Answer]) -> Reading:
    """Return what the findings say of a level. An aspect without one is not answered."""
    by_id = {aspect.id: aspect for aspect in level.aspects}
    return _read(tree(level), by_id, answers)


def _read(
    part: str | Requirement, by_id: Mapping[str, Aspect], answers: Mapping[str, Answer]
) -> Reading:
    if isinstance(part, str):
        aspect = (by_id[part],)
        answer = answers.get(part)
        if answer in ("met", "exceeded"):
            return Reading("met", met=aspect)
        return (
            Reading("failed", failed=aspect)
            if answer == "not_met"
            else Reading("open", open=aspect)
        )
    inner = [_read(one, by_id, answers) for one in part.parts]
    failed = [one for one in inner if one.state == "failed"]
    unanswered = [one for one in inner if one.state == "open"]
    met = [one for one in inner if one.state == "met"]
    if part.joined == "all":
        state: State = "failed" if failed else "open" if unanswered else "met"
        return Reading(
            state,
            failed=_joined(one.failed for one in failed),
            open=_joined(one.open for one in unanswered),
            met=_joined(one.met for one in inner if one.state != "failed"),
            now_required=_joined(one.now_required for one in unanswered),
        )
    if met:
        return Reading("met", met=_joined(one.met for one in met))
    if not unanswered:
        return Reading("failed", failed=_joined(one.failed for one in failed))
    rest = _joined(one.open for one in unanswered)
    now_required = rest if failed else _joined(one.now_required for one in unanswered)
    return Reading("open", open=rest, now_required=now_required)


def _joined(parts: Iterable[tuple[Aspect, ...]]) -> tuple[Aspect, ...]:
    return tuple(aspect for part in parts for aspect in part)
