"""Answers on a criterion: taken when they come with what shows them.

Nothing is credited on three bare words, and a single question (``fes ask``) records nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import level_of
from assistant.chat.model import Answer
from assistant.chat.moves import edits
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.spoken.correcting import names_another
from assistant.chat.reading.writing import spelled
from assistant.text import escape, margin_sentence, number
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.conversation import Conversation
    from assistant.chat.model import Question
    from assistant.events import Event
    from core.model import Answer as Ruling
    from core.model import Evaluation
    from core.standards.criteria import Aspect

_ASPECT = pattern(
    r"(?<![\w-])(\d-[\da-d])(?:\.([a-z][a-z_-]+)"
    r"|\s+(?!(?:is|are|was|has|does|do|not|and|or|for|as|because|since|met|in|on|by|with|fully|"
    r"partly)\b)([a-z][a-z_-]{3,}))",
    re.IGNORECASE,
)
_NOT_MET = pattern(
    r"\b(?:is not|isn't|are not|aren't|not|un|does not|doesn't|do not|don't|fails? to)\s*"
    r"(?:fully\s+)?(?:met|meet)\b|"
    r"\bfails\b|\bfalls short\b",
    re.IGNORECASE,
)
_EXCEEDED = pattern(r"\b(?:exceeded|exceeds)\b", re.IGNORECASE)
_UNKNOWN = pattern(r"\b(?:unknown|unsure|not sure|don't know)\b", re.IGNORECASE)
_MET = pattern(r"\b(?:fully )?(?:met|meets?)\b", re.IGNORECASE)
_BECAUSE = pattern(
    r"\b(?:because|since|as)\b\s+|[:;]\s+| - |,\s+(?=my|i\b|the|he|she|we)", re.IGNORECASE
)
_SHORT: dict[str, Ruling] = {
    "met": "met",
    "yes": "met",
    "it is": "met",
    "it is met": "met",
    "not met": "not_met",
    "no": "not_met",
    "it is not": "not_met",
    "exceeded": "exceeded",
    "unknown": "unknown",
    "don't know": "unknown",
    "i don't know": "unknown",
    "not sure": "unknown",
    "skip": "unknown",
}
_REASON = pattern(r"^\W*(?:because|since|for|as)\b\s+", re.IGNORECASE)
_HEAD = pattern(r"[,;:.]| because | since ")
ONCE = "A single question changes nothing; in `fes chat` it can be put into the case."


def _ruling(text: str) -> Ruling | None:
    if _NOT_MET.search(text):
        return "not_met"
    if _EXCEEDED.search(text):
        return "exceeded"
    if _UNKNOWN.search(text):
        return "unknown"
    return "met" if _MET.search(text) else None


def is_finding(question: Question) -> bool:
    """Tell whether a message answers a criterion: a level, and met or not met, no question.

    Beside shares and grades a level met is one fact more of a position told.
    """
    if question.percents and question.grades:
        return False
    return bool(question.levels) and not question.asks and _ruling(question.message) is not None


def finding(engine: Conversation, question: Question) -> Iterator[Event | Answer]:
    """Take an answer on a criterion, when it comes with what shows it."""
    if engine.case is None:
        yield Answer(
            lead="No case is open, so there is nothing to answer a criterion of. State something "
            "about your job, or open a case with `fes chat --case FILE`.",
            kind="clarify",
        )
        return
    ruling = _ruling(question.message) or "unknown"
    aspects = _aspects(engine, question)
    if not aspects:
        yield Answer(
            lead=f"Level {question.levels[0]} is not described in the standard of this case.",
            kind="clarify",
        )
        return
    parts = _BECAUSE.split(question.message, maxsplit=1)
    reason = parts[1].strip(" .") if len(parts) > 1 else ""
    yield from found(engine, aspects, ruling, reason)


def _aspects(engine: Conversation, question: Question) -> tuple[Aspect, ...]:
    """Return the aspects meant: the one named by key or name, or all of the level's."""
    if engine.opened is None:
        return ()
    held = level_of(engine.opened.standard, question.levels[0])
    if held is None:
        return ()
    named = _ASPECT.search(question.message)
    wanted = (named[2] or named[3] or "").lower() if named else ""
    if not wanted:
        return held[1].aspects
    exact = [a for a in held[1].aspects if a.key == wanted]
    near = [a for a in held[1].aspects if a.key.startswith(wanted) or wanted in a.name.lower()]
    return tuple((exact or near)[:1]) or held[1].aspects


def answers_criterion(engine: Conversation, question: Question) -> Iterator[Event | Answer] | None:
    """Take "met", "not met because ..." as the answer to the criterion just asked about."""
    unreasoned, engine.unreasoned = engine.unreasoned, None
    reason_alone = _REASON.match(question.message)
    if unreasoned is not None and reason_alone is not None:
        reason = question.message[reason_alone.end() :].strip(" .")
        return found(engine, *unreasoned, reason)
    pending, engine.pending_aspect = engine.pending_aspect, ""
    evidence, engine.pending_evidence = engine.pending_evidence, ""
    lowered = question.message.lower().strip(" .!")
    head = _HEAD.split(lowered, maxsplit=1)[0].strip()
    if head not in _SHORT:
        return None
    if not pending:
        if head in {"yes", "no", "skip", "it is", "it is not"}:
            return None
        return iter([_which(engine)])
    reason = question.message.strip()[len(head) :].lstrip(" ,;:.")
    if reason and (names_another(question) or read(spelled(reason)).asks):
        # "No, I meant factor 3" and "yes, but how long do I have?" show nothing of the criterion.
        return None
    reason = re.sub(r"^(?:because|since)\s+", "", reason, flags=re.IGNORECASE)
    aspects = tuple(a for a in engine.aspects_of(pending) if a.id == pending)
    return found(engine, aspects, _SHORT[head], reason or evidence) if aspects else None


def _which(engine: Conversation) -> Answer:
    asked = engine.last_asked
    lead = f"The last one asked about was `{asked}`. " if asked else ""
    return Answer(
        lead=f"Which criterion is that about? {lead}Name it with the answer, for example: "
        f"*{asked or '2-5.review'} is not met because ...* Nothing was changed.",
        kind="clarify",
    )


def found(
    engine: Conversation, aspects: tuple[Aspect, ...], ruling: Ruling, reason: str
) -> Iterator[Event | Answer]:
    """Put a finding into the case with its reason; without one, ask for it."""
    level = aspects[0].id.partition(".")[0]
    names = ", ".join(f"{escape(a.name)} (`{a.id}`)" for a in aspects)
    said = ruling.replace("_", " ")
    if not reason and ruling != "unknown":
        engine.unreasoned = (aspects, ruling)
        example = aspects[0].id
        yield Answer(
            lead=f"**That alone credits nothing.** Level {level} turns on {names}. Say which "
            f"of them is {said} and what shows it.",
            kind="clarify",
            next=(f"For example: *{example} is {said} because ...*",),
            levels=(level,),
            factors=(level.rpartition("-")[0],),
        )
        return
    if not engine.recording:
        yield Answer(lead=f"{ONCE} It would find {said}: {names}.", levels=(level,))
        return
    before = engine.evaluation
    ids = tuple(a.id for a in aspects)
    assert engine.case is not None  # noqa: S101 - aspects come from the case's standard
    yield from engine.change(edits.with_findings(engine.case, ids, ruling, reason))
    lines = outcome(engine, before)
    factor = level.rpartition("-")[0]
    if engine.standing is not None:
        lines += [escape(c.reason) for c in engine.standing.credits if str(c.factor) == factor]
    asked = engine.ask_open(level)
    yield Answer(
        lead=f"Recorded as **{said}**: {names}. Say *undo* to take it back.",
        figures=tuple(lines),
        next=(asked,) if asked else (f"Every criterion of Level {level} has an answer.",),
        levels=(level,),
        factors=(factor,),
    )


def outcome(engine: Conversation, before: Evaluation | None) -> list[str]:
    """Say what the change did to levels, points and grade, in the core's figures."""
    after = engine.evaluation
    if after is None or before is None:
        return []
    old = {f.factor: f for f in before.factors}
    moved = [
        f"Factor {f.factor}: Level {old[f.factor].level} ({number(old[f.factor].points)}) becomes "
        f"Level {f.level} ({number(f.points)})."
        for f in after.factors
        if f.factor in old and old[f.factor].level != f.level
    ]
    if not moved:
        return [f"The grade stays as it is: {number(after.total)} points, {after.grade}."]
    if after.grade == before.grade:
        grade = f"The grade stays {after.grade}."
    else:
        grade = f"**The grade moves from {before.grade} to {after.grade}.**"
    return [*moved, f"{grade} {margin_sentence(after)}"]
