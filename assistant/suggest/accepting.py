"""A person takes a suggestion: the level enters the case, with the description's words for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.suggest.described import UNSOURCED
from core.errors import UsageError
from core.fes.charts import one_level, sides
from core.fes.points import open_table
from core.model import Case, Evidence, Fact, Finding

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from assistant.suggest.model import FactorSuggestion, Pull, Suggestions

PAPER = "position description"
ALL = "all"
_DUTY = re.compile(r"duty \d+")
"""The place of a duty that a case states: which paper it is from, if any, the case does not say."""


def accept(case: Case, suggestion: FactorSuggestion, *, level: str = "", by: str = "") -> Case:
    """Return the case with a factor's level as a person accepted it.

    The sentences of the description that pull towards the level become facts of the case, and a
    finding on each aspect of the level that one of them bears on; aspects nobody spoke of stay
    open. Accepting again replaces the level and adds nothing twice. What a person has found of an
    aspect before stays: their answer, and their words ahead of the description's.

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
    stated = {one.source for one in case.facts}
    facts = [
        Fact(text=one.text, source=_source(one, stated), factor=suggestion.factor) for one in said
    ]
    # A sentence of a paragraph that is a fact already says nothing new.
    known = [one.text for one in case.facts if str(one.factor) == str(suggestion.factor)]
    by_aspect: dict[str, list[Pull]] = {}
    for one in said:
        if one.aspect:
            by_aspect.setdefault(one.aspect, []).append(one)
    findings = [
        Finding(
            aspect=aspect,
            answer="met",
            evidence=tuple(Evidence(text=one.text, source=_source(one, stated)) for one in pulls),
            by=by,
        )
        for aspect, pulls in by_aspect.items()
    ]
    former = {one.aspect: one for one in case.findings}
    answered = {
        one.aspect: _beside(former[one.aspect], one) if one.aspect in former else one
        for one in findings
    }
    return case.model_copy(
        update={
            "levels": {**case.levels, str(suggestion.factor): chosen},
            "assigned": tuple(dict.fromkeys((*case.assigned, str(suggestion.factor)))),
            "facts": (
                *case.facts,
                *(one for one in facts if not any(one.text in text for text in known)),
            ),
            "findings": (
                *(answered.pop(one.aspect, one) for one in case.findings),
                *answered.values(),
            ),
        }
    )


def _beside(former: Finding, found: Finding) -> Finding:
    """Return a finding a person made, with the description's sentences where they bear it out."""
    if former.answer not in ("met", "unknown"):
        return former
    said = tuple(one for one in found.evidence if one not in former.evidence)
    return former.model_copy(
        update={
            "answer": "met",
            "evidence": (*former.evidence, *said),
            "by": former.by or found.by,
        }
    )


def accept_named(case: Case, found: Suggestions, named: Sequence[str]) -> Case:
    """Return the case with the levels of the factors a person names, and no other.

    Args:
        case: the case; it is not changed. Without levels it takes the standard of ``found``.
        found: what is suggested.
        named: ``"2"`` for the level suggested, ``"2=2-4"`` for another, ``"all"`` for all; several
            in one, ``"1,2,5"``.

    Raises:
        UsageError: a factor is not one of the standard's, or the case is on another standard.
        LevelError: a level named is none of its factor's.
    """
    if found.total is None:
        raise UsageError(
            f"{found.title} gives no points for nine factors, so a case cannot hold its levels",
            where="--accept",
            hint="Look at the suggestions, and enter what you credit by hand.",
        )
    if case.levels and case.standard != found.standard:
        raise UsageError(
            f"the case has levels by {case.standard}, the suggestions are by {found.standard}",
            where="--accept",
            hint=f"Suggest with --standard {case.standard}, or take its levels out first.",
        )
    case = case.model_copy(update={"standard": found.standard})
    rows = sides(open_table(found.standard, case.as_of))
    for suggestion, level in _taken(found, named, "{} names no factor of " + found.title):
        row = rows[str(suggestion.factor)]
        chosen = one_level(row, level, where="--accept").level if level else ""
        case = accept(case, suggestion, level=chosen)
    return case


def named_levels(found: Suggestions, named: Sequence[str]) -> dict[str, str]:
    """Return by factor the levels a person names, as :func:`accept_named` reads them.

    Raises:
        UsageError: a factor is not one of those for which a level is suggested.
    """
    return {
        str(suggestion.factor): level or suggestion.level
        for suggestion, level in _taken(found, named, "no level is suggested for {}")
    }


def _taken(
    found: Suggestions, named: Sequence[str], unknown: str
) -> Iterator[tuple[FactorSuggestion, str]]:
    """Yield each suggestion that a person names, with the level written beside it.

    Raises:
        UsageError: there is none for what is named, as ``unknown`` says of it.
    """
    for one in (part.strip() for text in named for part in text.split(",")):
        factor, _, level = one.partition("=")
        for suggestion in found.factors if one == ALL else (found.factor(factor.strip()),):
            if suggestion is None:
                factors = ", ".join(str(known.factor) for known in found.factors)
                raise UsageError(
                    unknown.replace("{}", ascii(one)),
                    where="--accept",
                    hint=f"Write factors ({factors}), such as 1,2 or 3=3-2, or all.",
                )
            yield suggestion, level.strip()


def _source(pull: Pull, stated: Collection[str]) -> str:
    """Return where a sentence stands; what a case states has its own source, whoever's it is."""
    if pull.place == UNSOURCED:
        return ""
    if _DUTY.fullmatch(pull.place):
        return f"the case, {pull.place}"
    named = pull.place in stated or pull.place.casefold().startswith(PAPER)
    return pull.place if named else f"{PAPER}, {pull.place}"
