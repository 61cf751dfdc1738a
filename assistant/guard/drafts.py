"""What an arguer is given and what it hands back: the evidence pack and the draft.

A draft is untrusted, whoever wrote it. It reaches a reader only through
the guard (:mod:`assistant.guard.review`), which checks every quotation and every figure in it.
The field descriptions below are also what a chat model reads, as the schema of its answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from pydantic import BaseModel, ConfigDict, Field

from assistant.events import Notice
from core.model import Case, Evaluation
from index.models import Passage

Side = Literal["requires", "for", "against", "reason", "context"]

SIDES = {
    "reason": "The deciding reasons",
    "requires": "What the level requires",
    "for": "For the level",
    "against": "Against the level",
    "context": "Also in the documents",
}
"""The sides of an argument in the order a reader meets them, with their headings."""


class DraftQuote(BaseModel):
    """Words taken from one of the supplied passages."""

    model_config = ConfigDict(frozen=True)

    passage: str = Field(
        description="The id of the supplied passage the words stand in, exactly as given."
    )
    quote: str = Field(
        description=(
            "Words copied from that passage, character for character, with nothing added, "
            "left out or joined: one unbroken stretch of four words or more."
        )
    )


class DraftClaim(BaseModel):
    """One statement with the quotations it rests on."""

    model_config = ConfigDict(frozen=True)

    side: Side = Field(
        description=(
            "requires: what a level or rule demands. for: why the stated facts may meet the "
            "contested level. against: why they may fall short of it. reason: what decides "
            "between the two. context: a plain linking remark that states nothing checkable."
        )
    )
    text: str = Field(
        description=(
            "The statement in one to three plain sentences of your own words. No grade, no "
            "points, no date and no other figure, unless it stands in the evaluation supplied "
            "or inside one of this claim's quotations. Never say that a level is or should be "
            "credited: the program decides that. No Markdown, no citation numbers, no links."
        )
    )
    quotes: list[DraftQuote] = Field(
        default_factory=list,
        description=(
            "The quotations the statement rests on: at least one, unless the side is context."
        ),
    )


class Draft(BaseModel):
    """The argument: statements on each side of the levels in question, with quotations."""

    model_config = ConfigDict(frozen=True)

    claims: list[DraftClaim] = Field(
        description="The statements, in the order a reader should meet them."
    )
    summary: str = Field(
        default="",
        description=(
            "One or two sentences on what the question turns on, without figures and without "
            "saying which side is right. May be empty."
        ),
    )


class Alternative(NamedTuple):
    """One result of the core's what-if: the grade and total if other levels were credited.

    ``level`` names the level or levels supposed (``"2-5"``, or ``"2-5, 4-5"``); it is empty
    when the figures do not hang on a level.
    """

    grade: str
    total: int
    level: str = ""


@dataclass(frozen=True, slots=True)
class EvidencePack:
    """All that an arguer may draw on for one question.

    ``contested`` are the levels in question (``"2-5"``). ``passages`` are the only ones that
    may be cited. ``alternatives`` are the core's what-if figures: besides the evaluation's,
    the only grades and totals that may be named. ``history`` is the conversation so far as
    (role, text), oldest first.
    """

    question: str
    case: Case | None = None
    evaluation: Evaluation | None = None
    contested: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    telling: tuple[tuple[str, str], ...] = ()
    history: tuple[tuple[str, str], ...] = ()


class Arguer(Protocol):
    """Whoever argues the contested levels: a chat model, or the extractive arguer."""

    @property
    def name(self) -> str:
        """What to call the arguer on screen."""

    def draft(self, pack: EvidencePack) -> Draft:
        """Argue the question from the pack.

        Raises:
            ModelError: when a model or its server failed.
            UsageError: when the model that is set does not exist on its server.
        """

    def take_notices(self) -> list[Notice]:
        """Return what a reader must be told of the drafting so far, and forget it."""
