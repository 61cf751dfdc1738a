"""Setting a case's own facts and findings beside what decides a contested level.

Which way a fact cuts is for a person to say: a finding says it, a fact alone does not. A fact
is therefore shown beside the reasoning it is most like, on either side, and left open.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.argue.selection import Weights, similarity
from assistant.text import escape

if TYPE_CHECKING:
    from assistant.events import Claim
    from core.model import Case, Fact, Finding
    from core.standards.criteria import Aspect

NEAR = 0.12
"""Likeness (weighted cosine) below which a fact is not shown beside a line of reasoning."""
MOST_FACTS = 2
_SIDE_OF = {"met": "for", "exceeded": "for", "not_met": "against"}


def found_lines(case: Case, aspects: Sequence[Aspect]) -> dict[str, list[str]]:
    """Return what has been found on a level's aspects, by the side it speaks for."""
    answers = {f.aspect: f for f in case.findings}
    lines: dict[str, list[str]] = {"for": [], "against": []}
    for aspect in aspects:
        finding = answers.get(aspect.id)
        if finding is None or finding.answer not in _SIDE_OF:
            continue
        said = finding.answer.replace("_", " ")
        lines[_SIDE_OF[finding.answer]].append(
            f"- **{escape(aspect.name)}** (`{aspect.id}`) is found {said}.{_evidence(finding)}"
        )
    return lines


def _evidence(finding: Finding) -> str:
    said = [
        escape(e.text) + (f" *({escape(e.source)})*" if e.source else "") for e in finding.evidence
    ]
    return f" {' '.join(said)}" if said else ""


def facts_on(case: Case, level: str) -> list[Fact]:
    """Return the stated facts that bear on a level's factor."""
    return [f for f in case.facts if str(f.factor) == level.rpartition("-")[0]]


def fact_line(fact: Fact) -> str:
    return escape(fact.text) + (f" *({escape(fact.source)})*" if fact.source else "")


def facts_beside(claim: Claim, facts: Sequence[Fact]) -> list[str]:
    """Return the facts most like the reasoning a claim quotes, the likest first."""
    if claim.side not in {"for", "against"} or not facts:
        return []
    reasoning = " ".join(s.quote for s in claim.sources)
    weights = Weights([reasoning, *(f.text for f in facts)])
    ranked = sorted(((similarity(f.text, reasoning, weights), f.text) for f in facts), reverse=True)
    near = [text for likeness, text in ranked if likeness >= NEAR][:MOST_FACTS]
    by_text = {f.text: f for f in facts}
    return [fact_line(by_text[text]) for text in near]
