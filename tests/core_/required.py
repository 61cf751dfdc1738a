"""What a level requires, written out to groups of aspects, to hold trees of branches against."""

from __future__ import annotations

from itertools import product

from core.fes.crediting.aspects import tree
from core.standards.criteria import Aspect, Level, Requirement


def requirements(level: Level) -> tuple[tuple[Aspect, ...], ...]:
    """Return what a level requires as groups: it is met when one aspect of every group is.

    A single significant aspect is a group of its own. An aspect that is not significant
    requires nothing. A tree of branches is written out to groups that say the same.
    """
    by_id = {aspect.id: aspect for aspect in level.aspects}
    groups = dict.fromkeys(_groups(tree(level)))
    return tuple(tuple(by_id[name] for name in group) for group in groups)


def _groups(part: str | Requirement) -> list[tuple[str, ...]]:
    if isinstance(part, str):
        return [(part,)]
    inner = [_groups(one) for one in part.parts]
    if part.joined == "all":
        return [group for groups in inner for group in groups]
    return [
        tuple(dict.fromkeys(name for group in choice for name in group))
        for choice in product(*inner)
    ]
