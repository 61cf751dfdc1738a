"""The two readings of a level, from the documents held; and what accepting one puts in the case."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import Any, Final

from assistant import load
from assistant.events import Claim, Side, Source
from core.errors import AppError
from core.fes.opened import OpenedCase, open_case
from core.model import Case, Evidence, Finding
from core.standards.criteria import Aspect

SIDES: Final[dict[Side, str]] = {"for": "met", "against": "not_met"}
"""What a finding says when a claim of a side is accepted."""


def levels_of(case: Case) -> list[str]:
    """Return the levels worth arguing: those sought, or else the one above each of record."""
    if case.sought:
        return list(case.sought.values())
    try:
        opened = open_case(case)
    except AppError:
        return []
    found = []
    for factor in opened.table.factors:
        ladder = factor.ladder()
        record = case.levels.get(factor.key)
        if record in ladder[:-1]:
            found.append(ladder[ladder.index(record) + 1])
    return found


def argued(engine: Any, level: str, case: Case | None = None) -> dict[Side, list[Claim]]:
    """Return every verified claim on a level by its side, the deciding ones first.

    What the case says of the work comes before what decisions say of other work. Why a decision
    ruled as it did counts for the side on which it ruled.

    Raises:
        AppError: when a document or the model fails.
    """
    turn = load("assistant.chat.turn:Turn")(message=f"Argue Level {level} both ways")
    for _ in load("assistant.chat.answering.arguing:argue_level")(engine, turn, level, ""):
        pass
    found: dict[Side, list[Claim]] = {side: [] for side in SIDES}
    if case is not None:
        for claim in (*_found(case, level), *_own_words(case, level)):
            found[claim.side].append(claim)
    for claim in (*turn.claims, *turn.kept):
        on = _ruled(engine, claim) if claim.side == "reason" else claim.side
        if on in SIDES:
            found[on].append(replace(claim, side=on))
    return found


def _found(case: Case, level: str) -> list[Claim]:
    """Return what has been found on the criteria of a level, with the evidence of each finding."""
    sides = {answer: side for side, answer in SIDES.items()} | {"exceeded": "for"}
    names = {aspect.id: aspect.name for aspect in aspects_of(case, level)}
    return [
        Claim(
            f"{names[one.aspect]} is found {one.answer.replace('_', ' ')} in this case.",
            sides[one.answer],
            tuple(_source(evidence.text, evidence.source) for evidence in one.evidence),
        )
        for one in case.findings
        if one.aspect in names and one.answer in sides
    ]


def _own_words(case: Case, level: str) -> list[Claim]:
    """Return the facts of the case that read for or against a level; none is a finding."""
    found = load("assistant.suggest.language.siding:unweighed")(
        case, level, aspects_of(case, level), load("index.record.embedding:MiniLM")()
    )
    return [
        Claim(
            f"A fact of the case{f', most like Level {like}' if like else ''}: whether it bears "
            "the level is yours to judge.",
            side,
            (_source(fact.text, fact.source),),
        )
        for side in SIDES
        for fact, like in found[side]
    ]


def _source(text: str, place: str) -> Source:
    return Source(
        number=0,
        passage="",
        document="",
        title="",
        place=place,
        heading=(),
        quote=text,
        verified=True,
    )


def _ruled(engine: Any, claim: Claim) -> Side | None:
    """Return the side on which the decision ruled that a reason is taken from."""
    for source in claim.sources:
        if not source.digest:
            stance = engine.library.passage(source.passage).stance
            return "against" if stance in {"not_met", "comparison_refused"} else "for"
    return None


def claim_name(claim: Claim) -> str:
    """Return a name for a claim that is the same whenever the same words are found."""
    words = "|".join((claim.side, claim.text, *(source.quote for source in claim.sources)))
    return sha256(words.encode()).hexdigest()[:16]


def aspects_of(case: Case, level: str) -> tuple[Aspect, ...]:
    """Return the criteria of a level."""
    opened: OpenedCase = open_case(case)
    for factor in opened.standard.factors:
        for one in factor.levels:
            if one.level == level:
                return one.aspects
    return ()


def accepted(case: Case, claim: Claim, aspect: str) -> Case:
    """Return the case with a claim as evidence of a finding on a criterion.

    An answer that is there stays when the claim agrees with it; otherwise the claim's side answers.
    """
    answer = SIDES[claim.side]
    source = claim.sources[0] if claim.sources else None
    evidence = Evidence(
        text=(source.quote if source is not None and source.quote else claim.text),
        source=", ".join(filter(None, (source.title, source.place))) if source is not None else "",
        passage=source.passage if source is not None else "",
    )
    former = next((one for one in case.findings if one.aspect == aspect), None)
    kept = former.evidence if former is not None and former.answer == answer else ()
    by = former.by if former is not None else ""
    finding = Finding.model_validate(
        {
            "aspect": aspect,
            "answer": answer,
            "evidence": tuple(dict.fromkeys((*kept, evidence))),
            "by": by,
        }
    )
    others = tuple(one for one in case.findings if one.aspect != aspect)
    return case.model_copy(update={"findings": (*others, finding)})
