"""A conversation put down and taken up again: what an engine remembers, as plain data.

Only what a person could notice is kept: what undo brings back, an offer or a criterion still open,
what "more" would show, and what the conversation is about. A question is kept as its words and
read again; nothing here asks a model or a document.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from assistant.cases.sessions import Former
from assistant.chat.conversation import Conversation, Offer
from assistant.chat.model import Memory
from assistant.chat.reading.exact import read
from core.model import Case, Classification


def put_down(engine: Conversation) -> dict[str, Any]:
    """Return what the conversation remembers, as JSON data."""
    memory, offer = engine.memory, engine.offer
    kept: dict[str, Any] = {
        "pending_aspect": engine.pending_aspect,
        "pending_evidence": engine.pending_evidence,
        "last_asked": engine.last_asked,
        "asking": engine.asking,
        "skipped": sorted(engine.skipped),
        "history": [list(one) for one in engine.history],
        "more": list(engine.more),
        "topic": memory.topic,
        "question": memory.question.message if memory.question is not None else "",
        "levels": list(memory.levels),
        "factors": list(memory.factors),
        "days": dict(memory.days),
        "last_day": memory.last_day,
        "limits": [day.isoformat() for day in memory.limits],
        "others": list(memory.others),
        "told": list(memory.told),
        "held": None if memory.held is None else memory.held.model_dump(mode="json"),
        "trial": list(memory.trial),
    }
    if offer is not None:
        kept["offer"] = {
            "question": offer.question.message,
            "text": offer.text,
            "case": None if offer.case is None else offer.case.model_dump(mode="json"),
            "topics": list(offer.topics),
        }
    return kept


def take_up(engine: Conversation, kept: dict[str, Any], past: list[Former]) -> None:
    """Put into an engine what :func:`put_down` returned, and the cases undo brings back."""
    engine.take_past([(one.case, one.example) for one in past])
    engine.pending_aspect = str(kept.get("pending_aspect", ""))
    engine.pending_evidence = str(kept.get("pending_evidence", ""))
    engine.last_asked = str(kept.get("last_asked", ""))
    engine.asking = bool(kept.get("asking", False))
    engine.skipped = frozenset(str(one) for one in kept.get("skipped", ()))
    engine.history = [(str(who), str(said)) for who, said in kept.get("history", [])]
    engine.more = [str(block) for block in kept.get("more", [])]
    asked, held = str(kept.get("question", "")), kept.get("held")
    engine.memory = Memory(
        topic=str(kept.get("topic", "")),
        question=read(asked, today=engine.today) if asked else None,
        levels=tuple(kept.get("levels", ())),
        factors=tuple(kept.get("factors", ())),
        days=dict(kept.get("days", {})),
        last_day=str(kept.get("last_day", "")),
        limits=tuple(date.fromisoformat(str(day)) for day in kept.get("limits", ())),
        others=tuple(kept.get("others", ())),
        told=list(kept.get("told", [])),
        held=None if held is None else Classification.model_validate(held),
        trial=tuple(kept.get("trial", ())),
    )
    offer = kept.get("offer")
    if isinstance(offer, dict):
        case = offer.get("case")
        engine.offer = Offer(
            read(str(offer.get("question", "")), today=engine.today),
            text=str(offer.get("text", "")),
            case=None if case is None else Case.model_validate(case),
            topics=tuple(offer.get("topics", ())),
        )
