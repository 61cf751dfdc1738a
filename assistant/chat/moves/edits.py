"""Changes to a case that a person makes by saying so: each returns the changed case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from assistant.cases.questions import UNTITLED
from assistant.chat.reading.turns.cover import on_cover
from assistant.text import capital
from core.errors import LevelError
from core.model import Case, Duty, Evidence, Fact, Finding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.model import Answer

SPOKEN = "stated in conversation"


def begun(text: str) -> Case:
    """Return a case of a reader's own that begins with one stated fact; it has no levels yet."""
    case = Case(title=UNTITLED, levels={}, facts=(Fact(text=text, source=SPOKEN),))
    return on_cover(case, text)


def with_fact(case: Case, text: str, *, factor: str | None = None) -> Case:
    """Add a fact in the person's own words, and what it says of the cover. It credits no level."""
    number = int(factor) if factor and factor.isdigit() else factor
    facts = (*case.facts, Fact(text=text, source=SPOKEN, factor=number))
    return on_cover(case.model_copy(update={"facts": facts}), text)


def with_findings(case: Case, aspects: Sequence[str], answer: Answer, evidence: str) -> Case:
    """Answer aspects of a level; an earlier answer on the same aspect is replaced."""
    kept = tuple(f for f in case.findings if f.aspect not in aspects)
    supporting = (Evidence(text=evidence, source=SPOKEN),) if evidence else ()
    new = tuple(Finding(aspect=a, answer=answer, evidence=supporting, by=SPOKEN) for a in aspects)
    return case.model_copy(update={"findings": (*kept, *new)})


def with_level(case: Case, level: str, *, sought: bool) -> Case:
    """Set the level of record of a factor, or the level the employee seeks for it.

    Raises:
        LevelError: neither the case's standard nor the Primary Standard has such a level.
    """
    from core.standards.reading import find_level, load_standard

    try:
        find_level(load_standard(case.standard, case.as_of), level)
    except LevelError:
        # Beyond the series standard a level may still be sought, by the Primary Standard.
        find_level(load_standard("fes-primary", case.as_of), level)
        if not sought:
            raise
    factor = level.rpartition("-")[0]
    if sought:
        return case.model_copy(update={"sought": {**case.sought, factor: level}})
    return case.recorded({factor: level})


def without_sought(case: Case, factors: Sequence[str]) -> Case:
    """Take factors out of dispute."""
    left = {factor: level for factor, level in case.sought.items() if factor not in factors}
    return case.model_copy(update={"sought": left})


def with_share(
    case: Case, duty: str, percent: float, *, by: Literal["employee", "supervisor"]
) -> Case:
    """Note what share of work time a duty takes, as one side estimates it.

    Both sides' figures are kept; neither replaces the other. An unknown duty is added.
    """
    wanted = set(duty.lower().split())

    def overlap(known: Duty) -> int:
        return len(wanted & set(known.title.lower().split()))

    field = f"percent_{by}"
    best = max(case.duties, key=overlap, default=None)
    if best is not None and overlap(best) > 0:
        changed = tuple(
            d.model_copy(update={field: percent}) if d is best else d for d in case.duties
        )
    else:
        changed = (*case.duties, Duty(title=capital(duty), **{field: percent}))
    return case.model_copy(update={"duties": changed})
