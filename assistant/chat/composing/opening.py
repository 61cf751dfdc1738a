"""The first words of a conversation, and what a fact alone brings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.cases.asking import contested
from assistant.chat.model import Answer
from assistant.chat.reading.exact import read
from assistant.text import escape, margin_sentence

if TYPE_CHECKING:
    from assistant.chat.engine import Engine

NO_DOCUMENTS = (
    "No documents have been read in yet, so rules are told in our words with the place to look "
    "up. Add your copies of OPM's standards and decisions with `fes ingest FOLDER`, and they are "
    "quoted."
)
NOTED = Answer(
    lead=(
        "That can matter for the level of a factor, but a fact alone credits nothing: it counts "
        "as evidence on a criterion of the standard."
    )
)


def noted(lead: str, factor: str | None) -> str:
    """Return the lead of an answer to a statement with what is made of the statement itself.

    A fact told in passing is acknowledged before the question that it implies is answered.
    """
    if lead.startswith("**Noted"):
        return lead
    bears = f", on Factor {factor}" if factor else ""
    return f"**Noted{bears}; not in the case yet.** {lead}"


def noted_cover(engine: Engine) -> Answer:
    """Say what is understood of a position that is told, and the points of its grade."""
    cover = engine.memory.held
    if cover is None:
        return NOTED
    whole = cover.grade is not None or cover.series
    lead = f"**Noted: you hold {escape(cover.label())}.**"
    if not whole:
        lead = f"**Noted: pay plan {escape(cover.pay_plan)}.**"
    asked = read(f"Which points make GS-{cover.grade}?")
    graded = cover.grade is not None and not cover.pay_plan.startswith("W")
    points = engine.chooser.ask("points-range", asked, engine.context()) if graded else None
    if points is None:
        return Answer(lead=lead)
    return replace(points.answer, lead=f"{lead} {points.answer.lead}")


def greeting(engine: Engine) -> list[str]:
    """Return the first words of a conversation."""
    case, standing = engine.case, engine.evaluation
    if case is None:
        return [
            "Ask about a level, a grade, an appeal or a rule, tell me of your job, or say *help*."
        ]
    blocks = [f"**{escape(engine.title)}**"]
    if case.question:
        blocks.append(escape(case.question))
    if standing is not None:
        blocks.append(f"As it stands: {margin_sentence(standing)}")
    levels = contested(case)
    if levels:
        named = ", ".join(f"Level {level}" for level in levels)
        blocks.append(f"In dispute: {named}. Ask about one of them, or type *help*.")
    if not engine.example and not engine.library.documents():
        blocks.append(NO_DOCUMENTS)
    return blocks
