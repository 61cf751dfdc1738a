"""A model chooses which of the offered sentences show a pull best; the program speaks.

The suggestion made without a model is the base: levels, confidence and sums stay as they are. A
model is offered more sentences a side than are shown, by number; those it picks come first, others
of the base fill up, and a side that had sentences keeps some. What was not offered is dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from pydantic import BaseModel, Field, ValidationError

from assistant.argue.asking import Asking, Usage
from assistant.argue.naming import mask_of
from assistant.llm.prompts import load_prompt
from assistant.suggest.pulls import MOST

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assistant.llm.chat_models import ChatModel
    from assistant.suggest.model import FactorSuggestion, Pull, Suggestions

OFFERED: Final = 8
"""Sentences of the description offered a side."""

PAPER: Final = "position description"
_LONGEST: Final = 600

Side = Literal["for", "against"]


class Pick(BaseModel):
    """The sentences that show best what pulls one way on a factor."""

    factor: str = Field(description="The factor's number, as given.")
    side: Side = Field(description="The side, as given for the sentences.")
    sentences: list[str] = Field(description="One to three ids of that factor and side.")


class Picks(BaseModel):
    """What a model picks."""

    picks: list[Pick]


def chosen(found: Suggestions, chat: ChatModel, *, masking: bool = True) -> tuple[Suggestions, str]:
    """Return suggestions with the sentences a model picked first, and what asking took.

    Args:
        found: suggestions with up to :data:`OFFERED` sentences a side.
        chat: the model.
        masking: whether names are masked before the model reads them.

    Raises:
        UsageError, ModelError: the server fails.
    """
    offer = {
        f"S{number}": (str(one.factor), side, pull)
        for number, (one, side, pull) in enumerate(_offered(found), 1)
    }
    if not offer:
        return shortened(found), ""
    mask = mask_of(None, [pull.text for _, _, pull in offer.values()], masking=masking)
    levels = {
        str(one.factor): f"{one.name}: {one.level}, then {one.runner_up or 'none'}"
        for one in found.factors
    }
    messages = load_prompt("pull").render(
        levels="\n".join(f"[{factor}] {text}" for factor, text in levels.items()),
        sentences="\n".join(
            f"[{id_}] [{factor}, {side}] {_plain(mask.hide(pull.text))}"
            for id_, (factor, side, pull) in offer.items()
        ),
    )
    usage = Usage(masked=len(mask.names))
    closed = {"factor": list(levels), "sentences": list(offer)}
    picked: dict[tuple[str, str], list[Pull]] = {}
    for value in Asking(chat).ask(messages, Picks, usage, closed):
        try:
            picks = Picks.model_validate(value).picks
        except ValidationError:
            continue
        for pick in picks:
            for id_ in pick.sentences:
                factor, side, pull = offer.get(id_, ("", "", None))
                own = picked.setdefault((factor, side), [])
                # A sentence stands on the side it was read on, whatever a model says of it.
                fits = (factor, side) == (pick.factor, pick.side)
                if pull is not None and fits and pull not in own:
                    own.append(pull)
        break
    return shortened(found, picked), usage.sentence()


def shortened(
    found: Suggestions, picked: dict[tuple[str, str], list[Pull]] | None = None
) -> Suggestions:
    """Return suggestions with as many sentences a side as are shown, those picked first."""
    first = picked or {}
    factors = tuple(
        one.model_copy(
            update={
                "favour": _first(one.favour, first.get((str(one.factor), "for"), ())),
                "against": _first(one.against, first.get((str(one.factor), "against"), ())),
            }
        )
        for one in found.factors
    )
    return found.model_copy(update={"factors": factors})


def _offered(found: Suggestions) -> Iterable[tuple[FactorSuggestion, Side, Pull]]:
    for one in found.factors:
        sides: tuple[tuple[Side, tuple[Pull, ...]], ...] = (
            ("for", one.favour),
            ("against", one.against),
        )
        for side, pulls in sides:
            yield from ((one, side, pull) for pull in pulls if pull.source == PAPER)


def _first(pulls: Sequence[Pull], picked: Sequence[Pull]) -> tuple[Pull, ...]:
    """Return a side's sentences of the description, those picked first, then the standard's."""
    said = [one for one in pulls if one.source == PAPER]
    ordered = [*picked, *(one for one in said if one not in picked)]
    return (*ordered[:MOST], *(one for one in pulls if one.source != PAPER))


def _plain(text: str) -> str:
    """Return text on one line that cannot close its own block."""
    line = " ".join(text.split())[:_LONGEST]
    return line.replace("BEGIN ", "begin ").replace("END ", "end ")
