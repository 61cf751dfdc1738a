"""Why a duty earned nothing in a decision: the decision's own paragraphs that weigh it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.argue.evidence import decision_asked
from assistant.argue.selection import statements, terms
from assistant.chat.answering.named.decided.rulings import NO_REASON, NOTHING
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.text import escape

if TYPE_CHECKING:
    from assistant.argue.selection import Sentence
    from index.models import Passage

_ASKED = re.compile(
    r"\b(?:count\w*|credit\w*|help(?:ed)?|matter(?:ed)?|weigh\w*|consider\w*|enough|accepted?|"
    r"recogni[sz]ed|ignor\w*|discount\w*|disregard\w*|dismiss\w*|excluded?|left out|raise the|"
    r"give him|get)\b",
    re.IGNORECASE,
)
_WHY = re.compile(r"\bwhy\b|\bhow come\b|\breasons?\b|\bon what ground", re.IGNORECASE)
_TURNS = re.compile(
    r"\b(?:not|no|however|although|instead|rather|less than|does not|did not|cannot|limited|"
    r"minimal|"
    r"only|none|occasional|25 percent|outside)\b",
    re.IGNORECASE,
)
_PLAIN = frozenset(
    {
        *("count", "counted", "credit", "credited", "duty", "duties", "work", "grade", "toward"),
        *("towards", "appellant", "decision", "reason", "reasons", "case", "position"),
        *("performed", "project", "didn't"),
    }
)
"""Words that do not say which duty is meant."""


def _sure(question: Question, context: Context) -> bool:
    text = question.message
    return bool(
        question.decision
        and context.library
        and not question.levels
        and not question.factors
        and _WHY.search(text)
        and _ASKED.search(text)
        and _matter(question)
    )


def _matter(question: Question) -> set[str]:
    text = question.message.replace(question.decision, " ")
    found = {w for w in terms(re.sub(r"\bC-[\d-]+", " ", text, flags=re.IGNORECASE)) if len(w) > 3}
    return {w for w in found if w not in _PLAIN and not _ASKED.fullmatch(w)}


def _answer(question: Question, context: Context) -> Answer | None:
    library = context.library
    matter = _matter(question)
    if library is None or not matter:
        return None
    decision = decision_asked(library, question.message, number=question.decision)
    if decision is None:
        return None
    number = escape(decision.decision_number or decision.document)
    passages = library.passages(document=decision.document)
    ranked = sorted(passages, key=lambda p: -_weight(p, matter))
    found = [p for p in ranked if _weight(p, matter) > 0 and p.stance != "claim"][:2]
    if not found:
        return Answer(
            lead=f"**{number} {NOTHING}.** Name the duty as the "
            "decision does, or ask for its ruling.",
            next=(f"Ask *what did OPM decide in {number}?* for the ruling itself.",),
        )
    first = found[0]
    place = escape(first.place())
    if first.stance == "not_met" and first.factor:
        lead = (
            f"**{number} gives the reason in {place}, on Factor {first.factor}: that work did not "
            f"meet Level {first.level}.** What it lacks stands in the words below."
        )
    else:
        lead = (
            f"**{number} speaks of that work in {place}, and {NO_REASON} there.** "
            "What counts in the end is whether the work as a whole meets a level."
        )
    return Answer(
        lead=lead,
        words=tuple(
            Words(ours="The reason, in the decision's words.", passage=p.id, anchor=s.text[:70])
            for p in found
            for s in _reasons(p, matter)
        )[:3],
        levels=(first.level,) if first.level else (),
        factors=(str(first.factor),) if first.factor else (),
        next=(f"Ask *what did OPM decide in {number}?* for the ruling itself.",),
    )


def _weight(passage: Passage, matter: set[str]) -> float:
    """Return how much a paragraph weighs the matter: refusals first, then what turns against it."""
    text = f" {' '.join(passage.text.lower().split())}"
    shared = sum(f" {m[:6]}" in text for m in matter)
    if 2 * shared < len(matter):
        return 0
    return (
        shared / len(matter)
        + 0.5 * (passage.stance == "not_met")
        + 0.3 * bool(_TURNS.search(passage.text))
    )


def _reasons(passage: Passage, matter: set[str]) -> list[Sentence]:
    """Return the sentence on the matter and the one after it that turns against it."""
    said = list(statements(passage.text))
    at = next((n for n, s in enumerate(said) if any(m[:6] in s.text.lower() for m in matter)), 0)
    turn = next((s for s in said[at : at + 3] if _TURNS.search(s.text)), None)
    return [turn] if turn is not None else said[at : at + 1]


TOPIC = Topic(
    id="duty-not-counted",
    title="why a duty did not count in a decision",
    answer=_answer,
    needs=("library", "decision"),
    likes=("decision",),
    unlike=("levels", "factors"),
    order=42,
    sure=_sure,
)
