"""A person takes a suggestion: the level enters the case, with the description's words for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.model import Evidence, Fact, Finding

if TYPE_CHECKING:
    from assistant.suggest.model import FactorSuggestion, Pull
    from core.model import Case

PAPER = "position description"


def accept(case: Case, suggestion: FactorSuggestion, *, level: str = "", by: str = "") -> Case:
    """Return the case with a factor's level as a person accepted it.

    The sentences of the description that pull towards the level become facts of the case, and a
    finding on each aspect of the level that one of them bears on; aspects nobody spoke of stay
    open. Accepting again replaces the level and adds nothing twice.

    Args:
        case: the case; it is not changed.
        suggestion: the factor's suggestion.
        level: the level the person chose where it is not the one suggested: it is then entered
            without evidence, which the person has to add.
        by: who accepts.
    """
    chosen = level or suggestion.level
    said = [one for one in suggestion.favour if one.source == PAPER]
    if chosen != suggestion.level:
        said = []
    facts = [Fact(text=one.text, source=_source(one), factor=suggestion.factor) for one in said]
    known = {(one.text, str(one.factor)) for one in case.facts}
    by_aspect: dict[str, list[Pull]] = {}
    for one in said:
        if one.aspect:
            by_aspect.setdefault(one.aspect, []).append(one)
    findings = [
        Finding(
            aspect=aspect,
            answer="met",
            evidence=tuple(Evidence(text=one.text, source=_source(one)) for one in pulls),
            by=by,
        )
        for aspect, pulls in by_aspect.items()
    ]
    answered = {one.aspect for one in findings}
    return case.model_copy(
        update={
            "levels": {**case.levels, str(suggestion.factor): chosen},
            "facts": (
                *case.facts,
                *(one for one in facts if (one.text, str(one.factor)) not in known),
            ),
            "findings": (
                *(one for one in case.findings if one.aspect not in answered),
                *findings,
            ),
        }
    )


def _source(pull: Pull) -> str:
    return f"{PAPER}, {pull.place}"
