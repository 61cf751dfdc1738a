"""Questions on what a decision ruled, and on levels of the supervisory guide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.argue.answering import Answering, answers
from assistant.argue.evidence import decision_asked
from assistant.argue.selection import Sentence, Weights, select_across, statements, terms
from assistant.chat.arithmetic import decision_levels
from assistant.chat.composing import escape, margin_sentence
from assistant.chat.understanding import asks_ruling
from assistant.events import ToolFinished, ToolStarted

if TYPE_CHECKING:
    from assistant.chat.engine import Engine
    from assistant.chat.turn import Turn
    from assistant.chat.understanding import Understanding
    from assistant.events import Event
    from index.models import Decision, Passage

GUIDE = "supervisory guide"
"""Words in the title of the guide for supervisors, in lower case."""
MOST_OF_LEVEL = 5
_OF_GUIDE = re.compile(
    r"\b(?:gssg|supervisory\s+guide|general schedule supervisory)\b", re.IGNORECASE
)
_CLOSES = re.compile(r"\bclassified as\b|\btotal of\b", re.IGNORECASE)
_EFFECT = re.compile(
    r"\bcurrently classified as\b|\bdecision (?:lowers|raises|sustains|changes)\b", re.IGNORECASE
)
_NUMBER = re.compile(r"\bC-?\d[\d-]+", re.IGNORECASE)
_ASKS_RULING = re.compile(
    r"(?:opm|decid|decis|outcom|result|rule|seri|titl|grade|refus|reject|credit|win|won|lose|lost|"
    r"lower|rais|sustain|secur|specialist|analyst|get|got|end|say|classif)"
)
MOST_TOLD = 4
_CLOSING = re.compile(r"^(?:decision|summary|conclusion)s?$", re.IGNORECASE)


def decision(engine: Engine, turn: Turn, understanding: Understanding) -> Iterator[Event]:
    """Say what a decision ruled: on one factor when one is named, else on the position."""
    from assistant.chat.turns import language

    ruled = decision_asked(engine.library, understanding.message, number=understanding.decision)
    if ruled is None and understanding.decision:
        yield turn.say(
            f"Decision {escape(understanding.decision)} is not in your library. Add it with "
            "`fes ingest`, and it will be quoted here."
        )
        return
    if ruled is None:
        yield from language.search(engine, turn, understanding)
        return
    level = _ruled_level(ruled, understanding.factor)
    if level is not None:
        number = ruled.decision_number or understanding.decision
        yield from language.level(
            engine, turn, replace(understanding, levels=(level,), decision=number)
        )
        return
    yield ToolStarted("find_passages", "Looking for what the decision ruled")
    found = _ruling(engine, ruled, understanding)
    yield ToolFinished("find_passages", f"{len(found)} passages")
    yield turn.say(f"## Decision {escape(ruled.decision_number or ruled.document)}")
    pack = language.answer_pack(engine, understanding.message, found)
    if found:
        yield from language.argue(engine, turn, pack)
    else:
        yield turn.say("The decision says nothing of this that could be quoted.")
    if asks_ruling(understanding.message):
        yield from turn.say_all(_figures(turn, ruled))


def _ruled_level(ruled: Decision, factor: str | None) -> str | None:
    """Return the level a decision refused for a factor, or else the one it credited."""
    for record in ruled.factors:
        if factor is not None and str(record.factor) == factor:
            return record.rejected[0] if record.rejected else record.credited
    return None


def _ruling(engine: Engine, ruled: Decision, understanding: Understanding) -> list[Answering]:
    """Return the sentences that tell the ruling, then those that answer what else is asked."""
    question = understanding.message
    told: list[Answering] = []
    if asks_ruling(question):
        passages = engine.library.passages(document=ruled.document)
        closing = [p for p in passages if p.heading and _CLOSING.match(p.heading[-1])]
        told = [_telling(p, _CLOSES) for p in reversed(closing)]
        told += [_telling(p, _EFFECT) for p in passages if p.factor is None and p not in closing]
        told = [a for a in told if a.sentences][:MOST_TOLD]
    words = {
        word
        for word in terms(_NUMBER.sub(" ", question))
        if len(word) > 3 and not _ASKS_RULING.match(word)
    }
    if told and not words:
        return told
    others = answers(engine.library, question, document=ruled.document, most=3)
    known = {a.passage.id for a in others}
    return [*others, *(a for a in told if a.passage.id not in known)]


def _telling(passage: Passage, pattern: re.Pattern[str]) -> Answering:
    found = (s for s in statements(passage.text) if pattern.search(s.text))
    return Answering(passage, tuple(found), 1.0)


def _figures(turn: Turn, ruled: Decision) -> list[str]:
    """Return the levels a decision credited with the core's sum of them."""
    from assistant.chat.turns.figures import factor_table
    from core.fes.grading import evaluate_levels

    levels = decision_levels(ruled)
    if levels is None:
        return []
    evaluation = evaluate_levels("fes-primary", levels)
    turn.evaluation = evaluation
    sought = {str(f.factor): f.sought for f in ruled.factors if f.sought}
    return [
        "### The core's arithmetic on the levels it credited",
        factor_table(evaluation, sought),
        margin_sentence(evaluation),
    ]


def of_guide(understanding: Understanding) -> bool:
    """Tell whether the levels a message names are those of the supervisory guide."""
    return bool(_OF_GUIDE.search(understanding.message)) or any(
        not level.partition("-")[0].isdigit() for level in understanding.levels
    )


def guide_level(
    engine: Engine, turn: Turn, understanding: Understanding, level: str
) -> Iterator[Event]:
    """Quote what the supervisory guide says of one of its levels."""
    from assistant.chat.turns import language

    yield ToolStarted("find_passages", f"Looking for Level {level} of the supervisory guide")
    guides = [d.id for d in engine.library.documents() if GUIDE in d.title.lower()]
    described = [
        passage
        for guide in guides
        for passage in engine.library.passages(document=guide, level=level)
        if passage.heading and f"level {level} ".lower() in f"{passage.heading[-1]} ".lower()
    ]
    yield ToolFinished("find_passages", f"{len(described)} passages")
    yield turn.say(f"## Level {level} of the General Schedule Supervisory Guide")
    if not described:
        missing = (
            f"describes no Level {level}" if guides else "is not there: add it with `fes ingest`"
        )
        yield turn.say(f"The supervisory guide in your library {missing}.")
        return
    found = _chosen(described, understanding.message)
    pack = language.answer_pack(engine, understanding.message, found)
    yield from language.argue(engine, turn, pack)
    yield turn.say(
        "These are the guide's own factors and levels. They are not those of the Factor "
        "Evaluation System with the same numbers."
    )


def _chosen(described: list[Passage], question: str) -> list[Answering]:
    weights = Weights(p.text for p in described)
    # How a level opens says which of its paragraphs must be met.
    opening = statements(described[0].text)[0]
    chosen: dict[str, list[Sentence]] = {described[0].id: [opening]}
    for name, sentence in select_across(
        [(p.id, p.text) for p in described],
        [p.text for p in described],
        weights,
        most=MOST_OF_LEVEL,
        asked=question,
    ):
        if (name, sentence) != (described[0].id, opening):
            chosen.setdefault(name, []).append(sentence)
    return [Answering(p, tuple(chosen[p.id]), 1.0) for p in described if p.id in chosen]
