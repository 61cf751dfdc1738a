"""A chat model's part in an answer: what it chose, what it read, and what went wrong.

The answer without a model is always made first. What a model chose comes forward or is added, a
fact it set beside a demand is shown apart under its own heading, and a server that fails costs a
notice.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.argue.extractive import ExtractiveArguer
from assistant.argue.lookups import Lookups, fill
from assistant.argue.naming import mask_of
from assistant.argue.sourcing import source_of
from assistant.chat.composing.layout import quotations
from assistant.chat.composing.weighing import fact_line
from assistant.chat.model import Answer, Question
from assistant.chat.reading.turns.together import may_lean
from assistant.events import (
    Claim,
    Event,
    ModelUse,
    Notice,
    Removed,
    Source,
    ToolFinished,
    ToolStarted,
)
from assistant.guard.offer import Argued, Offer, facts_on
from assistant.text import escape
from core.errors import AppError

if TYPE_CHECKING:
    from assistant.argue.asking import Usage
    from assistant.argue.evidence import EvidencePack
    from assistant.argue.modelled import Chosen
    from assistant.chat.answering.choosing import Chosen as Topic
    from assistant.chat.conversation import Conversation
    from assistant.chat.turn import Turn
    from assistant.guard.check import Accepted
    from core.standards.criteria import Level

MOST_READINGS = 4
"""Facts set beside a sentence that one argument shows."""
OFFERED = 20
"""Subjects offered to a model when the program found none."""
TIED = 5
"""Subjects offered to a model when several are near."""
TIE = 0.15
"""How little farther the second subject is from a message when either may be meant."""
WEAK = 0.7
"""Score of the nearest subject below which another may be meant."""


def chosen_for(
    engine: Conversation, turn: Turn, pack: EvidencePack, level: Level, base: Sequence[Argued]
) -> Generator[Event, None, Chosen | None]:
    """Let the model choose for one level; None when there is none or its server failed."""
    arguer = engine.arguer
    if isinstance(arguer, ExtractiveArguer) or engine.model_failed:
        return None
    case = engine.case
    factor = pack.level.rpartition("-")[0]
    findings = {f.aspect: f.answer.replace("_", " ") for f in case.findings} if case else {}
    offer = Offer(
        level=pack.level,
        factor=factor,
        aspects=level.aspects,
        facts=facts_on(case.facts if case else (), factor),
    )
    fill(offer, pack, [piece for one in base for piece in one.slices])
    mask = mask_of(case, [turn.message], masking=arguer.masking)
    lookups = Lookups(
        engine.library, pack, offer, engine.opened, dict(engine.context().levels), mask
    )
    if mask.names:
        yield from _masked(mask.names)
    yield ToolStarted("model", f"Asking {arguer.name}")
    try:
        chosen = yield from arguer.choose(offer, lookups, turn.message, findings)
    except AppError as error:
        engine.model_failed = True
        yield ToolFinished("model", "No answer")
        yield failed(error)
        return None
    yield ToolFinished("model", chosen.usage.sentence())
    engine.usage.append(chosen.usage)
    return chosen


def used(name: str, usage: Sequence[Usage]) -> ModelUse | None:
    """Return what a model took for one answer; None when it was not asked."""
    if not usage:
        return None
    costs = [u.cost for u in usage if u.cost is not None]
    return ModelUse(
        name=name,
        calls=sum(u.calls for u in usage),
        input_tokens=sum(u.input_tokens for u in usage),
        output_tokens=sum(u.output_tokens for u in usage),
        seconds=round(sum(u.seconds for u in usage), 2),
        cost=sum(costs) if costs else None,
        looked_up=tuple(what for u in usage for what in u.looked_up),
        masked=max(u.masked for u in usage),
    )


def failed(error: AppError) -> Notice:
    """Return the notice of a model that could not be asked."""
    return Notice("warning", f"{error.sentence()} This answer was made without the model.")


def _masked(names: dict[str, str]) -> Generator[Event, None, None]:
    count = len(names)
    yield ToolStarted("mask", "Masking names before the model reads them")
    shown = "; ".join(f"{escape(name)} as {stand}" for name, stand in list(names.items())[:6])
    rest = f" and {count - 6} more" if count > 6 else ""
    yield ToolFinished("mask", f"Masked: {shown}{rest}")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a model set beside facts: Markdown blocks, the claims they rest on, the next number."""

    blocks: tuple[str, ...]
    claims: tuple[Claim, ...]
    number: int


def reading(
    engine: Conversation,
    accepted: Sequence[Accepted],
    level: Level,
    shown: Sequence[Claim],
    number: int,
) -> Reading:
    """Return the facts that a model set beside sentences, apart and named as the model's.

    A sentence that is quoted above is named by its number and not quoted again.
    """
    names = {aspect.id: aspect.name for aspect in level.aspects}
    quoted = {(s.passage, s.quote): s for claim in shown for s in claim.sources}
    lines: list[str] = []
    claims: list[Claim] = []
    seen: set[tuple[str, ...]] = set()
    for one in accepted:
        key = (one.choice.aspect, *(f.text for f in one.facts))
        if one.choice.kind != "fact" or key in seen or len(claims) >= MOST_READINGS:
            continue
        name = escape(names[one.choice.aspect])
        facts = "\n".join(f"- {fact_line(fact)}" for fact in one.facts)
        beside: list[str] = []
        sources: list[Source] = []
        for offered in one.sentences:
            found = source_of(engine.library, offered.slice, opened=engine.opened, number=number)
            if found is None:
                continue
            known = quoted.setdefault((found.passage, found.quote), found)
            sources.append(known)
            caption = f"from *{escape(offered.group.caption.rstrip(':'))}*"
            if known is found:
                number += 1
                beside += [f"Set beside it, {caption}:", quotations([known])]
            else:
                beside.append(f"Set beside it: \\[{known.number}\\], {caption}.")
        if not sources:
            continue
        seen.add(key)
        lines += [f"On *{name}*, stated in this case:\n\n{facts}", *beside]
        text, by = f"Set beside a fact of the case, on {names[one.choice.aspect]}:", "program"
        if one.gloss:
            text, by = one.gloss, engine.arguer.name
            lines.append(f"{escape(by)}: {escape(text)}")
        claims.append(Claim(text=text, side="context", sources=tuple(sources), drafted_by=by))
    if not claims:
        return Reading((), (), number)
    took = engine.usage[-1]
    kept = f"; {took.masked} names were kept from it" if took.masked else ""
    said = (
        f"*Set side by side by {escape(engine.arguer.name)} ({took.sentence()}{kept}). It decides "
        "nothing: which way a fact cuts is for a finding to say.*"
    )
    return Reading(("### The model's reading", said, *lines), tuple(claims), number)


def left_out(chosen: Chosen) -> list[Removed]:
    """Return what of a model's answer is not shown, without a word of it."""
    return [
        Removed(f"(the model's {'gloss on choice' if r.gloss else 'choice'} {r.number})", r.why)
        for r in chosen.refused
    ]


def understood(engine: Conversation, question: Question, alone: Topic) -> Topic:
    """Return the program's own reading, with what a model took the message for beneath it.

    Only a reading that is unsure is put to the model, and it stays: the lead is the program's.
    """
    arguer = engine.arguer
    if isinstance(arguer, ExtractiveArguer) or engine.model_failed:
        return alone
    topics = _between(engine, question, alone)
    if not topics:
        return alone
    slots = {f"L{number}": level for number, level in enumerate(question.levels, start=1)}
    mask = mask_of(engine.case, [question.message], masking=arguer.masking)
    engine.told.append(ToolStarted("model", f"Asking {arguer.name} what is meant"))
    try:
        found, usage = arguer.understand(question.message, topics, slots, mask)
    except AppError as error:
        engine.model_failed = True
        engine.told += [ToolFinished("model", "No answer"), failed(error)]
        return alone
    engine.told.append(ToolFinished("model", usage.sentence()))
    engine.usage.append(usage)
    if found is None or found.topic == alone.topic:
        return alone
    title = topics[found.topic]
    if alone.answer.kind == "decline":
        step = f"The model takes it for a question on {title}. If so, ask about that."
        return replace(alone, answer=replace(alone.answer, next=(*alone.answer.next[:2], step)))
    answered = engine.chooser.ask(found.topic, question, engine.context())
    if answered is None or answered.answer.kind in {"decline", "clarify"}:
        return alone
    answer = _beneath(alone.answer, answered.answer, title)
    if alone.topic:
        return replace(alone, answer=answer)
    return replace(alone, topic=answered.topic, answer=answer, question=question)


def _between(engine: Conversation, question: Question, alone: Topic) -> dict[str, str]:
    """Return the subjects a model is to choose from, by id; none when the program is sure.

    It is unsure when it found no subject, when a statement of a rule answered in the place of
    one, when the nearest subject is far, and when the next is hardly farther. A message that
    leans on the turn before was read with it, which these scores do not know of.
    """
    lost = not alone.topic and alone.answer.kind in {"clarify", "decline"}
    near = engine.chooser.near(question, engine.context(), OFFERED if lost else TIED)
    leans = may_lean(question, engine.memory)
    stated = alone.topic == "statement"
    close = (
        alone.near > 0
        and len(near) > 1
        and (near[0].score < WEAK or near[0].score - near[1].score < TIE)
    )
    if not (lost or ((stated or close) and not leans)):
        return {}
    return {match.topic.id: match.topic.title for match in near}


def _beneath(base: Answer, more: Answer, title: str) -> Answer:
    """Return the program's answer whole, with the answer to what the model took it for beside.

    The other comes at the end, so that nothing of the answer loses its place; where the program had
    no answer, the other is shown with its rules and figures, which stand beneath its own name.
    """
    taken = f"*The model takes it for a question on {title}:*\n\n{more.lead}"
    if base.kind != "clarify":
        return replace(base, beside=f"{taken} *Ask about that alone for its rules.*")
    return replace(
        more,
        lead=f"{base.lead}\n\n{taken}",
        kind=base.kind,
        next=(*base.next, *more.next)[:3],
        argue=(),
    )
