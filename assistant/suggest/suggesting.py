"""Levels suggested by whatever grades the work, and by kind of work in a mixed position."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from assistant.suggest.described import Described
from assistant.suggest.factors import suggest_factors
from assistant.suggest.model import (
    FactorSuggestion,
    MixedSuggestions,
    Suggestions,
    WorkSuggestions,
)
from assistant.suggest.narrative import suggest_narrative
from assistant.suggest.pulls import MOST
from assistant.suggest.supervisory.guide import suggest_supervisory
from core.errors import CaseError
from core.fes.patterns.typical_levels import listed
from core.law.pay_systems import not_graded, other_plan
from core.mixed import MixedRequest, evaluate_mixed
from core.narrative.guide import list_guides, load_guide
from core.standards.catalog import default_catalog
from core.supervisory import STANDARD_ID
from index.record.embedding import Embedder


def suggest(
    described: Described,
    standard_id: str,
    embedder: Embedder,
    *,
    most: int = MOST,
) -> Suggestions:
    """Suggest a level for every factor or criterion of a standard or guide.

    What a description states of its own levels, points or grade is not weighed. Nothing is a
    finding until a person accepts it (:func:`assistant.suggest.accepting.accept`).

    Args:
        described: the position's description.
        standard_id: of a standard with factor levels, such as ``"gs-0200"`` or ``"fes-primary"``;
            ``"gssg"``, the supervisory guide; or a guide without points.
        embedder: gives the vectors of sentences.
        most: how many sentences of the description are given for and against each level.

    Raises:
        CaseError: it is work of the wage system.
        StandardError: there is none of that id in force, or it grades nothing.
        StorageError: what tells levels apart cannot be read.
    """
    if described.wage:
        raise not_graded(described.wage)
    found = _by(described, standard_id, embedder, most)
    told = (other_plan(described.pay_plan), *_wage_duties(described), *_thin(found.factors))
    return found.model_copy(update={"remarks": (*filter(None, told), *found.remarks)})


def _wage_duties(described: Described) -> Iterator[str]:
    """Say which duties of a position call themselves wage work, which no level here grades."""
    for number, duty in enumerate(described.duties, 1):
        if duty.wage:
            yield (
                f"Duty {number} is called {duty.wage}: work of the Federal Wage System, which no "
                "level here grades. Which pay system covers the position is decided first."
            )


def _thin(factors: Sequence[FactorSuggestion]) -> Iterator[str]:
    """Name the factors of which too little is told, with the levels stated for them."""
    thin = [one for one in factors if one.thin]
    if not thin:
        return
    apart = [
        f"{one.level} beside {one.stated} stated"
        for one in thin
        if one.stated not in (None, one.level)
    ]
    beside = f" ({listed(apart, 'and')})" if apart else ""
    names, several = listed([str(one.factor) for one in thin], "and"), len(thin) > 1
    yield (
        f"Too little is told of Factor{'s' * several} {names}: "
        f"what stands there speaks for no level, or as much for another{beside}. Say what the work "
        f"takes under {'them' if several else 'it'} before anything rests on "
        f"{'these levels' if several else 'this level'} or on the grade."
    )


def _by(described: Described, standard_id: str, embedder: Embedder, most: int) -> Suggestions:
    if standard_id == STANDARD_ID:
        return suggest_supervisory(described, embedder, most=most)
    guide = standard_id if standard_id in {one.id for one in list_guides()} else ""
    if not guide and standard_id in default_catalog().ids():
        guide = default_catalog().table(standard_id, described.as_of).guide
    if guide:
        return suggest_narrative(described, load_guide(guide, described.as_of), embedder)
    return suggest_factors(described, standard_id, embedder, most=most)


class Kind(NamedTuple):
    """A kind of work: the numbers of its duties and the standard that grades it."""

    duties: tuple[int, ...]
    standard: str


def suggest_mixed(
    described: Described, kinds: Sequence[Kind], embedder: Embedder
) -> MixedSuggestions:
    """Suggest levels for each kind of work from its own duties; the core finds what controls.

    Args:
        described: the position's description; sections by factor tell nothing of one kind of work.
        kinds: the kinds of work.
        embedder: gives the vectors of sentences.

    Raises:
        CaseError: a duty is not there, stands in two kinds, has no share of time, or is work of
            the wage system.
        StandardError: see :func:`suggest`.
    """
    _check(described, kinds)
    works = []
    for kind in kinds:
        own = [described.duties[number - 1] for number in kind.duties]
        works.append(
            WorkSuggestions(
                name=f"{', '.join(map(str, kind.duties))}: {own[0].title}"[:100],
                duties=kind.duties,
                percent=round(sum(one.percent or 0.0 for one in own), 2),
                suggested=suggest(described.only(kind.duties), kind.standard, embedder),
            )
        )
    request = {
        "title": described.title or "mixed position",
        "work": [work_of(one) for one in works],
    }
    found = evaluate_mixed(MixedRequest.model_validate(request))
    return MixedSuggestions(
        work=tuple(works),
        grade=found.grade,
        possible=found.possible,
        reason=found.views[0].reason,
        questions=found.views[0].questions,
        notices=found.findings,
    )


def work_of(one: WorkSuggestions) -> dict[str, Any]:
    """Return a kind of work with the levels suggested, as the rules on mixed positions read it."""
    return {"name": one.name, "percent": one.percent, **_evaluation(one.suggested)}


def _evaluation(found: Suggestions) -> dict[str, Any]:
    levels = {str(one.factor): one.level for one in found.factors}
    if found.total is not None and found.standard != STANDARD_ID:
        return {"standard": found.standard, "levels": levels}
    if found.standard == STANDARD_ID and found.grade is not None:
        return {"standard": STANDARD_ID, "supervisory": {"standard": STANDARD_ID, "levels": levels}}
    if found.grade is None:
        raise CaseError(
            f"the {found.title} gives no grade for one kind of work",
            where="work",
            hint="See what is open with fes suggest for that work alone.",
        )
    citation = {"document": found.title, "edition": found.edition, "page": "levels suggested"}
    return {"grade": int(found.grade.rpartition("-")[2]), "citation": citation}


def _check(described: Described, kinds: Sequence[Kind]) -> None:
    seen: set[int] = set()
    for kind in kinds:
        for number in kind.duties:
            if not 1 <= number <= len(described.duties):
                raise CaseError(
                    f"there is no duty {number}: the description has {len(described.duties)}",
                    where="work",
                    hint="fes case new --from FILE --only-show lists the duties with numbers.",
                )
            if number in seen:
                raise CaseError(
                    f"duty {number} stands in two kinds of work",
                    where="work",
                    hint="Give each duty to one kind of work.",
                )
            if described.duties[number - 1].percent is None:
                raise CaseError(
                    f"duty {number} has no percent of time",
                    where="work",
                    hint="State its share in the description, or in a case made of it.",
                )
            seen.add(number)
