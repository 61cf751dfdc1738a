"""What a model may return: choices among what the program offers.

The structure is closed. It has no field for a statement: a sentence, a fact and an aspect are
named by the ids under which they were offered, and a kind of reason comes from a list. Only the
gloss is in the model's own words, and :mod:`assistant.guard.gloss` says which glosses are shown.
The descriptions below are what a model reads, as the schema of its answer.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.events import Side

SIDES: dict[Side, str] = {
    "reason": "The deciding reasons",
    "requires": "What the level requires",
    "for": "For the level",
    "against": "Against the level",
    "context": "Also in the documents",
}
"""The sides of an argument in the order a reader meets them, with their headings."""

Kind = Literal["demand", "below", "decided_met", "decided_not_met", "below_met", "fact"]
FITS: dict[Kind, frozenset[Side]] = {
    "demand": frozenset({"requires"}),
    "below": frozenset({"requires"}),
    "decided_met": frozenset({"for", "reason"}),
    "decided_not_met": frozenset({"against", "reason"}),
    "below_met": frozenset({"against", "context"}),
    "fact": frozenset({"for", "against", "reason"}),
}
"""The sides on which a reason of each kind may stand."""


class Choice(BaseModel):
    """One thing worth showing: sentences, facts, or a fact beside the demand it bears on."""

    model_config = ConfigDict(frozen=True)

    level: str = Field(description="The level argued, exactly as given in LEVEL.")
    aspect: str = Field(description="The id of one aspect of ASPECTS that this bears on.")
    side: Side = Field(
        description="requires: with demand or below. for: with decided_met or fact. against: with "
        "decided_not_met, below_met or fact. reason: with decided_met, decided_not_met "
        "or fact. context: with below_met."
    )
    kind: Literal["demand", "below", "decided_met", "decided_not_met", "below_met", "fact"] = Field(
        description="demand: sentences on what the level requires. below: on what the level below "
        "requires. decided_met, decided_not_met: sentences in which a decision found the level "
        "met or refused it. below_met: in which one found the level below met. fact: stated facts "
        "beside one sentence that they bear on."
    )
    facts: list[str] = Field(
        description="Ids of FACTS, such as F2; only with the kind fact.",
        json_schema_extra={"maxItems": 3},
    )
    sentences: list[str] = Field(
        description="Ids of SENTENCES, such as S7; one to three.",
        json_schema_extra={"maxItems": 3},
    )
    gloss: str = Field(
        description="Empty, or with the kind fact: what of the fact, then 'bears on', 'concerns' "
        "or 'relates to', then what of the sentence; named or asked in their words, never stated."
    )


class Choices(BaseModel):
    """What to show first of the material offered, the most telling first."""

    model_config = ConfigDict(frozen=True)

    choices: list[Choice] = Field(
        description="At most eight, the most telling first.", json_schema_extra={"maxItems": 8}
    )


class Understood(BaseModel):
    """What a message asks, chosen from the subjects offered."""

    model_config = ConfigDict(frozen=True)

    topic: str = Field(description="The id of one subject of TOPICS, or none.")
    slots: list[str] = Field(
        description="Ids of SLOTS that the message asks about, such as L1; may be empty.",
        json_schema_extra={"maxItems": 3},
    )
