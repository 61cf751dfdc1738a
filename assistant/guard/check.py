"""Which of a model's choices are in order, and what to say of the others.

A choice stands when every id in it was offered, its facts bear on the aspect, and the labels of
its sentences fit its kind and side. A refusal is a sentence of ours: nothing the model wrote is
repeated in it, to the reader or to the model.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.guard.choices import FITS, Choice, Kind
from assistant.guard.gloss import objection
from assistant.guard.offer import Offer, Offered
from core.model import Fact

MOST_CHOICES = 8
MOST_IDS = 3
"""How many sentences, and how many facts, one choice may name."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A choice that stands: offered sentences, offered facts and, when it may be shown, a gloss."""

    choice: Choice
    sentences: tuple[Offered, ...]
    facts: tuple[Fact, ...]
    gloss: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """What was refused: the number of a choice, counted from one, and why."""

    number: int
    why: str
    gloss: bool = False


def check(
    choices: Sequence[Choice],
    offer: Offer,
    *,
    masked: dict[str, Fact] | None = None,
    hide: Callable[[str], str] = str,
    show: Callable[[str], str] = str,
) -> tuple[list[Accepted], list[Refused]]:
    """Return the choices that stand, and what was refused.

    Args:
        choices: What a model chose.
        offer: What it was offered.
        masked: The facts as the model read them, when names in them were masked; a gloss is
            held against these.
        hide: Masks the names in a sentence as the model read it.
        show: Puts the names back.
    """
    accepted: list[Accepted] = []
    refused: list[Refused] = []
    for number, choice in enumerate(choices, start=1):
        why = _objection(choice, offer) if number <= MOST_CHOICES else "there are too many choices"
        if why:
            refused.append(Refused(number, why))
            continue
        sentences = tuple(offer.sentences[one] for one in dict.fromkeys(choice.sentences))
        named = tuple(dict.fromkeys(choice.facts))
        gloss = choice.gloss.strip()
        if gloss:
            read = masked or offer.facts
            said = [read[one].text for one in named]
            # What a decision says of another position is no demand on this one.
            asked = [s.slice.text for s in sentences if s.group.kind in {"demand", "below"}]
            demands = [hide(text) for text in asked]
            aspect = next(a for a in offer.aspects if a.id == choice.aspect)
            about = (aspect.name, aspect.text) if demands else ()
            wrong = objection(gloss, said, demands, show(gloss), about)
            if wrong:
                refused.append(Refused(number, wrong, gloss=True))
            gloss = "" if wrong else show(gloss)
        accepted.append(Accepted(choice, sentences, tuple(offer.facts[f] for f in named), gloss))
    return accepted, refused


def _objection(choice: Choice, offer: Offer) -> str:
    aspects = {aspect.id for aspect in offer.aspects}
    if choice.level != offer.level:
        return "its level is not the level argued"
    if choice.aspect not in aspects:
        return "its aspect was not offered"
    if choice.side not in FITS[choice.kind]:
        return "a reason of this kind does not stand on this side"
    if not 0 < len(choice.sentences) <= MOST_IDS or len(choice.facts) > MOST_IDS:
        return f"it does not name one to {MOST_IDS} sentences and at most {MOST_IDS} facts"
    if any(one not in offer.sentences for one in choice.sentences):
        return "it names a sentence that was not offered"
    if any(one not in offer.facts for one in choice.facts):
        return "it names a fact that was not offered"
    if (choice.kind == "fact") != bool(choice.facts):
        return "facts go with the kind fact, and only with it"
    kinds: set[Kind] = {offer.sentences[one].group.kind for one in choice.sentences}
    return _labels(choice, kinds)


def _labels(choice: Choice, kinds: set[Kind]) -> str:
    """Return what is wrong with the labels of the sentences, if anything."""
    if choice.kind != "fact":
        return "" if kinds == {choice.kind} else "its sentences are of another kind"
    other: dict[str, Kind] = {"for": "decided_not_met", "against": "decided_met"}
    turned = other.get(choice.side) in kinds
    return "its sentences speak for the other side" if turned else ""
