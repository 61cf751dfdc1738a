"""The first words of a conversation, and what a fact alone brings."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.cases.asking import contested
from assistant.chat.answering.fields import BESIDE, OUTSIDE
from assistant.chat.model import Answer
from assistant.chat.reading.exact import read
from assistant.chat.reading.of_case import facts_named
from assistant.chat.reading.work import is_of_work
from assistant.text import escape, margin_sentence
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.conversation import Conversation
    from assistant.chat.model import Question

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

WHAT = (
    "**Noted, but I cannot tell what you would like to know.** Is it whether your "
    "grade is right, what an appeal takes and risks, or what you keep after a downgrade?"
)
"""Asked where nothing is near to a statement that is not of the work."""
ABOUT = 0.65
"""Likeness of the nearest way of asking from which a statement is about what is declined."""
NEAR = 0.5
"""Likeness of its nearest way of asking from which a topic can be what a statement is about."""
LOOKED_AT = 5
ALIKE = 3
"""Telling words that a stated fact shares with something told, from which both are of one thing."""
_GIVES_UP = pattern(
    r"\b(?:so|guess|suppose|means?|then|hence|therefore)\b.{0,30}"
    r"\b(?:(?:a |it's )?no\b|not\b|out\b|rules? (?:it|that) out|kills? (?:it|that)|lost\b|never\b|"
    r"n't\b)|"
    r"n't (?:get|meet|have|make) (?:it|that|the other)\b",
    re.IGNORECASE,
)
_WHAT_TO_DO = pattern(r"\bwhat (?:do|should|can|could) (?:i|we) do\b", re.IGNORECASE)
_OF_A_JOB = pattern(
    r"\b(?:jobs?|work\w*|boss\w*|supervis\w*|manag\w*|chief|hr|agency|opm|office|grades?|gs|pay|"
    r"paid|positions?|pd|series|union|hours|dut(?:y|ies)|fired|rif|promot\w*|appeal\w*|"
    r"colleagues?|coworkers?|classif\w*|\d+)\b",
    re.IGNORECASE,
)
"""Words of a job: without one what is to be done is asked of something else."""
NOT_OFFERED = BESIDE | {"anger"}
"""Topics that nobody asks for by name."""


def is_meant(
    engine: Conversation, question: Question, answer: Answer, topic: str, near: float
) -> bool:
    """Tell whether an answer is to a statement: to the question that it implies.

    A topic may ask back; that nothing is near is no answer, and a single rule is near to much.
    """
    if answer.kind == "clarify":
        return bool(topic or engine.offer)
    if topic == "statement":
        return is_of_work(question.message, engine.chooser.embedder)
    return answer.kind != "decline" or near >= ABOUT


def of_statement(engine: Conversation, question: Question) -> Answer:
    """Return what is said to a statement that no topic answers.

    Of the work it can matter for a level; of anything else what is meant is asked.
    """
    if (verdict := _concluded(engine, question)) is not None:
        return verdict
    if is_of_work(question.message, engine.chooser.embedder):
        return NOTED
    near = engine.chooser.near(question, engine.context(), LOOKED_AT)
    text = question.message
    if _WHAT_TO_DO.search(text) and not _OF_A_JOB.search(text):
        return OUTSIDE
    about = [m for m in near if m.near >= NEAR and m.topic.id not in NOT_OFFERED]
    topics = [m.topic for m in about][:2]
    if len(topics) < 2:
        return Answer(lead=WHAT, kind="clarify")
    engine.offer_topics(question, tuple(topic.id for topic in topics))
    one, other = (topic.title for topic in topics)
    return Answer(
        lead=f"**Noted, but I cannot tell what you ask.** Is it {one}, or {other}?",
        kind="clarify",
        next=(f"1: {one}", f"2: {other}", "Or ask it in other words."),
    )


def _concluded(engine: Conversation, question: Question) -> Answer | None:
    """Return how the level spoken of stands, where a statement gives it up for what it tells.

    "She rewrites them all, so that's a no" is held against the criteria before it is believed.
    """
    levels, context = engine.memory.levels, engine.context()
    if not levels or context.evaluation is None or not _GIVES_UP.search(question.message):
        return None
    factor = levels[0].rpartition("-")[0]
    sought = context.case.sought.get(factor, "") if context.case is not None else ""
    level = levels[0] if levels[0] != context.levels.get(factor) else sought or levels[0]
    return engine.answer_to(read(f"Does my case meet Level {level}?"), "case-level")


def beside(engine: Conversation, message: str) -> str:
    """Return what the case states near to something told, so that one of the two can be put right.

    Empty where no fact of the case has as much in common with it.
    """
    if engine.case is None or engine.example:
        return ""
    near = facts_named(message, engine.case, least=ALIKE)
    if not near:
        return ""
    whose = f" ({escape(near[0].source)})" if near[0].source else ""
    return f" Near to it the case states: *{escape(near[0].text)}*{whose}"


def noted(lead: str, factor: str | None) -> str:
    """Return the lead of an answer to a statement with what is made of the statement itself.

    A fact told in passing is acknowledged before the question that it implies is answered.
    """
    if lead.startswith("**Noted"):
        return lead
    bears = f", on Factor {factor}" if factor else ""
    return f"**Noted{bears}; not in the case yet.** {lead}"


def noted_cover(engine: Conversation) -> Answer:
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


def greeting(engine: Conversation) -> list[str]:
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
