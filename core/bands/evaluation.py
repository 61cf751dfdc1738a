"""Placing a position in a band by an implementing directive.

The regulation (5 CFR 9701.212) gives kinds of bands and two limits of its own: senior experts
do not supervise and are few, and full performance is about nonsupervisory duties. All else
stands in a directive. Every answer says that the regulation is codified but not in operation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from core.bands.case import BandCase, cluster_of, numbered, parse_band_case
from core.bands.check import Gap, check_directive, notices
from core.bands.conversion import BandConversion, convert
from core.bands.directive import (
    Band,
    BandKind,
    Cluster,
    Directive,
    list_directives,
    load_directive,
    parse_directive,
)
from core.errors import CaseError, shown
from core.law.rules import ProcedureRule, Question, deciding, gather
from core.model import Answer, Citation, Frozen, Notice, Step
from core.reading.fingerprint import fingerprint_of

__all__ = [
    "BandCase",
    "BandConversion",
    "BandPlacement",
    "check_directive",
    "convert",
    "list_directives",
    "load_directive",
    "parse_band_case",
    "parse_directive",
    "place",
]

_KIND_RULES: dict[BandKind, str] = {
    "entry-developmental": "band-entry-developmental",
    "full-performance": "band-full-performance",
    "senior-expert": "band-senior-expert",
    "supervisory": "band-supervisory",
    "other": "band-others",
}


class BandRuling(Frozen):
    """Whether a position meets one band, why, and where the definition stands."""

    band: str
    name: str
    kind: BandKind
    verdict: Literal["met", "not-met", "open"]
    reasons: tuple[str, ...]
    deciding: tuple[str, ...]
    citation: Citation
    rules: tuple[str, ...]


class BandPlacement(Frozen):
    """The band a position belongs in, or why there is none.

    ``definition`` is where the band's definition stands. ``gaps`` are what the directive
    lacks for this cluster.
    """

    title: str
    directive: str
    edition: str
    cluster: str
    status: Literal["placed", "none", "undetermined"]
    band: str | None
    name: str
    text: str
    definition: Citation | None
    rulings: tuple[BandRuling, ...]
    questions: tuple[Question, ...]
    gaps: tuple[Gap, ...]
    notices: tuple[Notice, ...]
    sources: tuple[ProcedureRule, ...]
    derivation: tuple[Step, ...]
    fingerprint: str


def place(case: BandCase, directive: Directive | None = None, *, where: str = "") -> BandPlacement:
    """Place a position in a band of its cluster.

    Args:
        case: the cluster, what the position supervises, and findings on the characteristics.
        directive: the directive; None takes the one the case names from those held.
        where: the input's name, for messages.

    Raises:
        StandardError: there is no such directive, or none in force on the case's day.
        CaseError: the case names a cluster or a characteristic the directive does not have.
    """
    directive = load_directive(case.directive, case.as_of) if directive is None else directive
    cluster = cluster_of(case, directive, where)
    answers = _answers(case, cluster, where)
    rulings = tuple(_rule_on(band, case, directive, answers) for band in cluster.bands)
    status, band, text = _choose(cluster, rulings)
    ruling = next((found for found in rulings if found.band == band), None)
    open_now = () if status != "undetermined" else _questions(cluster, case, rulings)
    check = check_directive(directive)
    codes = ["band-status", "band-definitions", "band-coverage"]
    codes += [code for found in rulings for code in found.rules]
    return BandPlacement(
        title=case.title,
        directive=directive.id,
        edition=directive.edition_id,
        cluster=cluster.key,
        status=status,
        band=band,
        name="" if ruling is None else ruling.name,
        text=text,
        definition=None if ruling is None else ruling.citation,
        rulings=rulings,
        questions=open_now,
        gaps=tuple(gap for gap in check.gaps if gap.where.partition(".")[0] == cluster.key),
        notices=notices(directive),
        sources=gather(tuple(codes)),
        derivation=_placing_steps(cluster, directive, rulings, text, ruling),
        fingerprint=fingerprint_of(
            "band-placement",
            directive=directive.model_dump(mode="json"),
            cluster=cluster.key,
            supervises=case.supervises,
            senior_experts_now=case.senior_experts_now,
            answers=answers,
        ),
    )


def _answers(case: BandCase, cluster: Cluster, where: str) -> dict[str, Answer]:
    known = [f"{band.key}.{found.key}" for band in cluster.bands for found in band.definition]
    answers: dict[str, Answer] = {}
    for number, finding in enumerate(case.findings, 1):
        if finding.characteristic not in known:
            place_ = f"findings[{number}].characteristic"
            raise CaseError(
                f"{shown(finding.characteristic)} is not a characteristic in {cluster.key}",
                where=f"{where}: {place_}" if where else place_,
                hint=f"They are {', '.join(known) or 'none: no band is defined'}.",
            )
        answers[finding.characteristic] = finding.answer
    return answers


def _rule_on(
    band: Band, case: BandCase, directive: Directive, answers: Mapping[str, Answer]
) -> BandRuling:
    names = [f"{band.key}.{found.key}" for found in band.definition]
    failed = [name for name in names if answers.get(name) == "not_met"]
    unanswered = [name for name in names if answers.get(name) in (None, "unknown")]
    reasons: list[str] = []
    gate, gate_text = _gate(band, case)
    if gate_text:
        reasons.append(gate_text)
    if not names:
        reasons.append("The directive does not define this band, so nothing can be placed in it.")
    if failed:
        reasons.append(f"Not met: {', '.join(failed)}.")
    if unanswered and not failed and gate is not False:
        reasons.append(f"Not answered: {', '.join(unanswered)}.")
    verdict: Literal["met", "not-met", "open"]
    if failed or gate is False:
        verdict = "not-met"
    elif unanswered or gate is None or not names:
        verdict = "open"
    else:
        verdict = "met"
        reasons.append("Every characteristic of the definition is met.")
    page = band.definition[0].page if band.definition else band.page
    return BandRuling(
        band=band.key,
        name=band.name,
        kind=band.kind,
        verdict=verdict,
        reasons=tuple(reasons),
        deciding=tuple(failed or (names if verdict == "met" else ())),
        citation=directive.cite(page, band.name),
        rules=(deciding(_KIND_RULES[band.kind]).code,),
    )


def _gate(band: Band, case: BandCase) -> tuple[bool | None, str]:
    """Return whether the regulation itself lets a position into a band of this kind."""
    if band.kind == "supervisory" or (band.supervises and band.kind == "other"):
        if case.supervises is None:
            return None, "Whether the position supervises is not stated."
        return case.supervises, "" if case.supervises else "The position does not supervise."
    if band.kind in ("senior-expert", "full-performance") or band.supervises is False:
        if case.supervises:
            return False, "The band is for work without supervision, and the position supervises."
        if case.supervises is None:
            return None, "Whether the position supervises is not stated."
    if band.kind == "senior-expert":
        return _room(band, case)
    return True, ""


def _room(band: Band, case: BandCase) -> tuple[bool | None, str]:
    if band.limit is None:
        return None, "The band is for a limited number, and the directive does not state it."
    if case.senior_experts_now is None:
        return None, f"The band holds at most {band.limit}; how many it holds now is not stated."
    if case.senior_experts_now >= band.limit:
        return False, f"The band holds {case.senior_experts_now} of at most {band.limit}: no room."
    return True, f"The band holds {case.senior_experts_now} of at most {band.limit}."


def _choose(
    cluster: Cluster, rulings: Sequence[BandRuling]
) -> tuple[Literal["placed", "none", "undetermined"], str | None, str]:
    """Choose among the bands that are met, by the directive's order where it states one."""
    met = [ruling for ruling in rulings if ruling.verdict == "met"]
    open_ = [ruling for ruling in rulings if ruling.verdict == "open"]
    ranks = {band.key: band.rank for band in cluster.bands}
    best = max(met, key=lambda ruling: ranks[ruling.band] or 0, default=None)
    if best is None:
        if open_:
            names = ", ".join(ruling.name for ruling in open_)
            return "undetermined", None, f"Still open: {names}."
        return "none", None, "The position meets no band's definition."
    top = ranks[best.band]
    rivals = [ruling for ruling in met if ruling is not best]
    if rivals and (top is None or any(ranks[ruling.band] is None for ruling in rivals)):
        names = ", ".join(ruling.name for ruling in met)
        text = f"More than one definition is met ({names}), and nothing says which goes first."
        return "undetermined", None, text
    above = [
        ruling
        for ruling in open_
        if top is None or (rank := ranks[ruling.band]) is None or rank > top
    ]
    if above:
        names = ", ".join(ruling.name for ruling in above)
        return "undetermined", None, f"{best.name} is met; still open: {names}."
    return "placed", best.band, f"The position belongs in {best.name}."


def _questions(
    cluster: Cluster, case: BandCase, rulings: Sequence[BandRuling]
) -> tuple[Question, ...]:
    asked: list[Question] = []
    open_bands = [ruling.band for ruling in rulings if ruling.verdict == "open"]
    if case.supervises is None:
        asked.append(Question(field="supervises", text="Does the position supervise?"))
    answered = {finding.characteristic for finding in case.findings if finding.answer != "unknown"}
    for band in cluster.bands:
        if band.key not in open_bands:
            continue
        if band.kind == "senior-expert" and band.limit and case.senior_experts_now is None:
            asked.append(
                Question(
                    field="senior_experts_now",
                    text=f"How many positions does {band.name} hold now, of at most {band.limit}?",
                )
            )
        asked += [
            Question(field=f"{band.key}.{found.key}", text=f"{band.name}: {found.text}")
            for found in band.definition
            if f"{band.key}.{found.key}" not in answered
        ]
    return tuple(asked)


def _placing_steps(
    cluster: Cluster,
    directive: Directive,
    rulings: Sequence[BandRuling],
    text: str,
    chosen: BandRuling | None,
) -> tuple[Step, ...]:
    status = deciding("band-status")
    told: list[tuple[str, str, Citation]] = [
        ("status", status.text, status.citation),
        ("cluster", f"Cluster: {cluster.name}.", directive.cite(cluster.page, cluster.name)),
    ]
    told += [
        (
            "band",
            f"{found.name}: {found.verdict}. {' '.join(found.reasons)}".strip(),
            found.citation,
        )
        for found in rulings
    ]
    if len([found for found in rulings if found.verdict == "met"]) > 1 and cluster.order_page:
        told.append(
            (
                "order",
                "Where more than one definition is met, the directive's order of bands decides.",
                directive.cite(cluster.order_page, cluster.name),
            )
        )
    last = deciding("band-definitions").citation if chosen is None else chosen.citation
    told.append(("placing", text, last))
    return numbered(told)
