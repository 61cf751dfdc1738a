"""What decisions said of a level, each with who, when, how it went and the level's own language.

Decisions show how a criterion was read. They are not case law, and positions are not compared
with each other: what is found here is for reading criteria only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from core.errors import AppError, LevelError, StandardError

if TYPE_CHECKING:
    from core.model import Case, Duty
    from index.library import Library
    from index.models import Decision, DecisionClassification, Passage, Query

FINDINGS = ("met", "not_met", "comparison_refused", "credited", "claim")
"""The stances that are a decision's own on a level; what it quotes of a standard is not."""

CAUTION = (
    "A decision shows how OPM read a criterion. It is not case law, and it cannot be the basis "
    "for grading another position."
)

_SUPERVISORY = "the General Schedule Supervisory Guide"
SIMILAR_DEPTH = 40
"""How many paragraphs each duty of a case is looked for in."""


@dataclass(frozen=True, slots=True)
class Language:
    """What a level requires: ``kind`` is official, quoted (by the decision) or digest."""

    kind: str
    text: str
    source: str
    passage: str = ""


@dataclass(frozen=True, slots=True)
class Precedent:
    """One paragraph of a decision with what a reader needs to weigh it.

    ``replaced`` says since when the standard the decision applied has been replaced, if it has.
    ``guide`` names the guide whose factors the paragraph is on, where it is the supervisory one:
    its levels have the numbers of other factors.
    """

    passage: Passage
    decision: Decision | None
    language: Language | None
    replaced: str
    score: float | None = None
    guide: str = ""


@dataclass(frozen=True, slots=True)
class SimilarDecision:
    """A decision on work like a case's: its likest paragraph for each duty that found one."""

    decision: Decision
    title: str
    likeness: float
    paragraphs: tuple[tuple[str, Passage], ...]
    replaced: str


def precedents(library: Library, query: Query) -> list[Precedent]:
    """Return the paragraphs of decisions that answer a search, best first.

    Without words in the query every paragraph that passes its filters is returned, in the
    order of the documents, up to ``query.k``.

    Raises:
        QueryError: when a filter's value is not possible.
    """
    asked = query.model_copy(update={"kind": "decision"})
    decisions = {found.document: found for found in library.decisions()}
    scored: list[tuple[float | None, Passage]]
    if asked.query.strip():
        scored = [(hit.score, hit.passage) for hit in library.search(asked)]
    else:
        scored = [(None, passage) for passage in library.select(asked)]
        if asked.stance is None:
            scored = [(score, one) for score, one in scored if one.stance in FINDINGS]
        scored = scored[: asked.k]
    return [
        _precedent(library, passage, decisions.get(passage.document), asked.level, score)
        for score, passage in scored
    ]


def _precedent(
    library: Library,
    passage: Passage,
    decision: Decision | None,
    asked: str | None,
    score: float | None,
) -> Precedent:
    supervisory = decision is not None and decision.supervisory_at(passage.start)
    language = None if supervisory else level_language(library, passage, asked or passage.level)
    return Precedent(
        passage=passage,
        decision=decision,
        language=language,
        replaced=replaced_since(decision),
        score=score,
        guide=_SUPERVISORY if supervisory else "",
    )


def level_language(library: Library, passage: Passage, level: str | None) -> Language | None:
    """Return what the level a paragraph speaks of requires: the nearest thing to its own words.

    The standard of the decision's series in the library comes first, then what the decision
    itself quotes of it, then our digest, labelled as one.
    """
    if level is None:
        return None
    standards = [
        one
        for one in library.passages(kind="standard", level=level)
        if one.level == level and not set(one.series).isdisjoint(passage.series[:1])
    ]
    if standards:
        first = standards[0]
        return Language("official", first.text, f"{first.title}, {first.place()}", first.id)
    quoted = [
        one
        for one in library.passages(document=passage.document, level=level, stance="standard")
        if one.level == level
    ]
    if quoted:
        own = max(quoted, key=lambda one: len(one.text))
        source = own.attribution or f"as quoted in {own.title}"
        return Language("quoted", own.text, f"{source}, {own.place()}", own.id)
    return _digest(level, passage.series)


def _digest(level: str, series: Sequence[str]) -> Language | None:
    from core.standards.reading import find_level, load_standard

    own = [f"gs-{code}" for code in series[:1]]
    for standard_id in (*own, "fes-primary"):
        try:
            standard = load_standard(standard_id)
            found = find_level(standard, level)
        except (StandardError, LevelError):
            # Not among the standards held, or it does not describe the level: the next one.
            continue
        return Language(
            "digest",
            found.summary,
            f"our digest; see {standard.document}, {standard.edition}, p. {found.page}",
        )
    return None


def replaced_since(decision: Decision | None) -> str:
    """Return a sentence when the standard for the decided series is newer than the decision."""
    from core.standards.catalog import default_catalog

    if decision is None or not decision.decided.series or not decision.date:
        return ""
    try:
        decided = date.fromisoformat(decision.date)
        entries = [
            file.table
            for name in default_catalog().ids()
            for file in default_catalog().editions(name)
            if decision.decided.series in file.table.series
        ]
    except (ValueError, AppError):
        # An undated decision, or a standard's file that is wrong and is reported elsewhere.
        return ""
    newer = [table for table in entries if table.in_force_from > decided and not table.partial]
    if not newer:
        return ""
    latest = max(newer, key=lambda table: table.in_force_from)
    return (
        f"The standard for series {decision.decided.series} has been replaced since this "
        f"decision: {latest.document}, {latest.edition}."
    )


def similar_decisions(library: Library, case: Case, k: int) -> list[SimilarDecision]:
    """Return decisions on work like a case's duties, likest first.

    Every duty is looked for among the paragraphs of decisions that describe the work; a
    decision's likeness is the sum of its best paragraph's score for each duty, weighed by the
    duty's share of time.
    """
    from index.models import Query

    decisions = {found.document: found for found in library.decisions()}
    duties = [(one.title, f"{one.title}. {one.text}".strip(), _share(one)) for one in case.duties]
    total = sum(share for _, _, share in duties) or 1.0
    sums: dict[str, float] = {}
    best: dict[str, dict[str, Passage]] = {}
    for name, text, share in duties:
        seen: set[str] = set()
        for hit in library.search(Query(query=text[:2000], kind="decision", k=SIMILAR_DEPTH)):
            document = hit.passage.document
            # What a decision says under a factor is about a criterion, not about the work.
            if hit.passage.factor is not None or document in seen or document not in decisions:
                continue
            seen.add(document)
            sums[document] = sums.get(document, 0.0) + hit.score * share / total
            best.setdefault(document, {})[name] = hit.passage
    ranked = sorted(sums, key=lambda document: (-sums[document], document))[:k]
    return [
        SimilarDecision(
            decision=decisions[document],
            title=next(iter(best[document].values())).title,
            likeness=round(sums[document], 4),
            paragraphs=tuple(best[document].items()),
            replaced=replaced_since(decisions[document]),
        )
        for document in ranked
    ]


def _share(duty: Duty) -> float:
    """Return a duty's share of time by the supervisor's figure, or else the employee's."""
    return duty.percent_supervisor or duty.percent_employee or 1.0


def classification(one: DecisionClassification) -> str:
    """Return a classification as people write it: ``Security Specialist, GS-0080-11``."""
    grade = f"-{one.grade:02d}" if one.grade is not None else ""
    code = f"{one.pay_plan or 'GS'}-{one.series}{grade}" if one.series else ""
    return ", ".join(part for part in (one.title, code) if part)
