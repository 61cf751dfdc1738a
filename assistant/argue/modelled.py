"""The arguer with a chat model: it reads, it may look things up, and it chooses.

What comes back is held against what was offered (:mod:`assistant.guard.check`). The model is told
once which of its choices were refused and why; what it then returns is added. Nothing here makes
a sentence for the reader out of what a model wrote, except the gloss that the guard passes.
"""

from __future__ import annotations

import contextvars
import json
import math
import threading
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from assistant.argue.asking import Asking, Usage
from assistant.argue.lookups import MOST_CALLS, Lookups, listed, one
from assistant.events import Event, Notice, Progress, ToolFinished, ToolStarted
from assistant.guard.check import Accepted, Refused, check
from assistant.guard.choices import Choice, Choices, Understood
from assistant.guard.masking import Mask
from assistant.llm.calling import calling, status_of
from assistant.llm.prompts import Message, load_prompt
from core.errors import ModelError

if TYPE_CHECKING:
    from assistant.guard.offer import Offer
    from assistant.llm.chat_models import ChatModel

Answered = TypeVar("Answered")
LOOKING = 60.0
"""Seconds that looking things up may take in all."""
TOKENS = 24_000
"""Tokens that looking things up may use in all, as the server counts them or as characters tell."""
MOST_READ = 24
"""Choices read from one answer; the guard takes fewer."""
LONGEST = 4_000
"""Characters of a question that a model is shown."""


@dataclass
class Chosen:
    """What came of asking: choices that stand, what was refused, and what it took."""

    accepted: list[Accepted] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    usage: Usage = field(default_factory=Usage)


class ModelArguer:
    """Chooses with a chat model.

    Args:
        chat: the model.
        name: what to call it on screen; by default its provider, name and server.
        masking: whether names in a case are masked before the model reads them.
    """

    def __init__(self, chat: ChatModel, name: str = "", *, masking: bool = True) -> None:
        self._chat = chat
        self._asking = Asking(chat)
        self._looks = True
        self.name = name or chat.label
        self.masking = masking

    def choose(
        self, offer: Offer, lookups: Lookups, question: str, findings: Mapping[str, str]
    ) -> Generator[Event, None, Chosen]:
        """Let the model choose from an offer, and return what stands.

        Args:
            offer: What may be chosen; looking things up adds to it.
            lookups: What may be looked up, and the names masked.
            question: What the person asks.
            findings: A person's findings on the aspects, by their id.

        Raises:
            UsageError, ModelError: when the server fails or its answers cannot be read.
        """
        mask, chosen = lookups.mask, Chosen()
        chosen.usage.masked = len(mask.names)
        values = _material(offer, mask, question, findings)
        if self._looks:
            yield from self._look_up(values, lookups, chosen.usage)
        values["sentences"] = _lines(listed(offer, mask))
        masked = {
            n: fact.model_copy(update={"text": mask.hide(fact.text)})
            for n, fact in offer.facts.items()
        }
        messages = load_prompt("choose").render(**values)
        usage, closed = chosen.usage, _closed(offer)
        choices = yield from waiting("Choosing", lambda: self._read(messages, usage, closed))
        chosen.accepted, chosen.refused = check(
            choices or [], offer, masked=masked, hide=mask.hide, show=mask.show
        )
        if choices is None or any(not one.gloss for one in chosen.refused):
            more = [*messages, *_again(choices, chosen.refused)]
            again = yield from waiting("Choosing again", lambda: self._read(more, usage, closed))
            if again is None and choices is None:
                raise ModelError(
                    f"the model {self._chat.label} did not answer in the form asked for, twice",
                    hint="Name a model that can answer in JSON, or unset FES_MODEL.",
                )
            second, refused = check(
                again or [], offer, masked=masked, hide=mask.hide, show=mask.show
            )
            known = [one.choice for one in chosen.accepted]
            chosen.accepted += [one for one in second if one.choice not in known]
            chosen.refused = refused
        return chosen

    def understand(
        self, question: str, topics: Mapping[str, str], slots: Mapping[str, str], mask: Mask
    ) -> tuple[Understood | None, Usage]:
        """Return the subject a message means, of those offered, or None when it means none.

        The levels of the message (``slots``) are read by the program; the model says which of them
        it takes the message for, and naming another ends its say. They change no answer.

        Raises:
            UsageError, ModelError: when the server fails.
        """
        usage = Usage(masked=len(mask.names))
        messages = load_prompt("understand").render(
            question=_data(mask.hide(question)), topics=_lines(topics), slots=_lines(slots)
        )
        closed = {"topic": [*topics, "none"], "slots": list(slots)}
        for value in self._asking.ask(messages, Understood, usage, closed):
            try:
                found = Understood.model_validate(value)
            except ValidationError:
                continue
            # What it reads into the message must stand there; where nothing does, it may say what
            # it will, since nothing is made of it.
            if found.topic in topics and (not slots or slots.keys() >= set(found.slots)):
                return found, usage
        return None, usage

    def _read(
        self, messages: list[Message], usage: Usage, closed: Mapping[str, Sequence[str]]
    ) -> list[Choice] | None:
        for value in self._asking.ask(messages, Choices, usage, closed):
            choices = read_choices(value)
            if choices is not None:
                return choices
        return None

    # --- looking up ------------------------------------------------------------------------

    def _look_up(
        self, values: Mapping[str, str], lookups: Lookups, usage: Usage
    ) -> Generator[Event, None, None]:
        """Let the model use the tools, within bounds; a server without tools is not asked again."""
        until = time.monotonic() + LOOKING
        stream = self._agent(values, lookups)
        spent = sum(map(len, values.values())) // 4
        said = lookups.tools()
        asked = 0
        begun: list[str] = []
        while True:
            try:
                step = waiting(f"{self.name} may look things up", lambda: self._step(stream), until)
                update = yield from step
            except TimeoutError:
                # The server may still answer; nobody listens, and the choice is asked for now.
                return
            except ModelError as error:
                if error.__cause__ is None or usage.calls:
                    raise
                self._looks = False
                note = f"{self.name} takes no tools, so it looked nothing up."
                if not _refused_tools(error):
                    raise
                yield Notice("note", note)
                return
            if update is None:
                return
            for message in _messages(update):
                calls = getattr(message, "tool_calls", None)
                if calls is not None:
                    usage.add(message)
                spent += len(str(getattr(message, "content", ""))) // 4
                for call in calls or ():
                    asked += 1
                    if asked > MOST_CALLS or call.get("name") not in said:
                        continue
                    label = f"{said[call['name']][1]} ({asked} of at most {MOST_CALLS})"
                    begun.append(label)
                    usage.looked_up.append(said[call["name"]][1])
                    yield ToolStarted("look_up", label)
                if getattr(message, "type", "") == "tool" and begun:
                    count = sum(line.startswith("[S") for line in str(message.content).splitlines())
                    found = f": {count} sentences that can be chosen" if count else ""
                    yield ToolFinished("look_up", f"{begun.pop(0)}{found}")
            over = asked >= MOST_CALLS and lookups.calls >= MOST_CALLS
            counted = max(spent, usage.input_tokens + usage.output_tokens)
            if over or time.monotonic() > until or counted > TOKENS:
                stream.close()
                return

    def _step(self, stream: Iterator[Any]) -> Any:
        with calling(self._chat.endpoint):
            return next(stream, None)

    def _agent(self, values: Mapping[str, str], lookups: Lookups) -> Generator[Any, None, None]:
        """Run LangChain's agent on the tools and yield its steps."""
        from langchain.agents import create_agent
        from langchain_core.tools import StructuredTool

        def bound(function: Any) -> Any:
            def look(about: str) -> str:
                return lookups.run(function, about)

            return look

        tools = [
            StructuredTool.from_function(bound(function), name=name, description=description)
            for name, (description, _, function) in lookups.tools().items()
        ]
        system, human = load_prompt("look_up").render(**values)
        agent = create_agent(self._chat.llm, tools, system_prompt=system[1])
        asked: Any = {"messages": [human]}
        yield from agent.stream(
            asked,
            stream_mode="updates",
            config={"recursion_limit": 2 * MOST_CALLS + 3, "max_concurrency": 1},
        )


def waiting(
    label: str, ask: Callable[[], Answered], until: float = math.inf
) -> Generator[Event, None, Answered]:
    """Do what takes long beside, saying each second that it goes on, so that it can be stopped.

    Raises:
        TimeoutError: when it has not ended at the time given, by the clock that only goes on.
    """
    came: list[Answered] = []
    failed: list[BaseException] = []

    def go() -> None:
        try:
            came.append(ask())
        except BaseException as error:  # noqa: BLE001 - raised again where it is awaited
            failed.append(error)

    context = contextvars.copy_context()
    worker = threading.Thread(target=context.run, args=(go,), daemon=True)
    worker.start()
    yield Progress(label)
    while worker.is_alive():
        worker.join(1.0)
        if worker.is_alive():
            if time.monotonic() > until:
                raise TimeoutError
            yield Progress(label)
    if failed:
        raise failed[0]
    return came[0]


def _refused_tools(error: ModelError) -> bool:
    return status_of(error.__cause__ or error) in {400, 404, 422, 501}


def _messages(update: object) -> list[Any]:
    if not isinstance(update, dict):
        return []
    return [
        message
        for step in update.values()
        if isinstance(step, dict)
        for message in step.get("messages", [])
    ]


def _material(
    offer: Offer, mask: Mask, question: str, findings: Mapping[str, str]
) -> dict[str, str]:
    return {
        "question": _data(mask.hide(question)),
        "level": offer.level,
        "aspects": _lines(
            {
                a.id: f"{a.name}: {one(a.text)}"
                + (f" (found {findings[a.id]})" if a.id in findings else "")
                for a in offer.aspects
            }
        ),
        "facts": _lines({n: one(mask.hide(f.text)) for n, f in offer.facts.items()}),
        "sentences": _lines(listed(offer, mask)),
    }


def _closed(offer: Offer) -> dict[str, list[str]]:
    """Return the only values that the fields of a choice may have."""
    return {
        "level": [offer.level],
        "aspect": [aspect.id for aspect in offer.aspects],
        "facts": list(offer.facts),
        "sentences": list(offer.sentences),
    }


def _lines(items: Mapping[str, str]) -> str:
    return "\n".join(f"[{name}] {_data(text)}" for name, text in items.items()) or "None."


def _data(text: str) -> str:
    """Return text on one line that cannot close its own block."""
    return one(text)[:LONGEST].replace("BEGIN ", "begin ").replace("END ", "end ")


def _again(choices: Sequence[Choice] | None, refused: Sequence[Refused]) -> list[Message]:
    """Say which choices were refused and why, in our words only."""
    if choices is None:
        return [("human", "That could not be read. Return the JSON object asked for.")]
    lines = [f"Choice {one.number}: {one.why}." for one in refused if not one.gloss]
    shown = json.dumps([{"kind": c.kind, "side": c.side} for c in choices[:MOST_READ]])
    return [
        ("ai", shown),
        (
            "human",
            "These choices were refused:\n"
            + "\n".join(lines)
            + "\nReturn the JSON object again with other choices in their place.",
        ),
    ]


def read_choices(value: object) -> list[Choice] | None:
    """Return the choices a JSON value holds, or None when it holds none.

    Small models drift from the schema in ways that leave the meaning plain: a field left out, an
    id in brackets, the whole wrapped once more. A choice that cannot be read is left out.
    """
    if isinstance(value, Choices):
        return list(value.choices)
    if isinstance(value, dict) and len(value) == 1 and "choices" not in value:
        (value,) = value.values()
    if isinstance(value, dict):
        value = value.get("choices")
    if not isinstance(value, list):
        return None
    found: list[Choice] = []
    for item in value[:MOST_READ]:
        if not isinstance(item, dict):
            continue
        whole = {"facts": [], "sentences": [], "gloss": "", "aspect": "", **item}
        for name in ("facts", "sentences"):
            if isinstance(whole[name], list):
                whole[name] = [str(n).strip(" []").upper() for n in whole[name]]
        try:
            found.append(Choice.model_validate(whole))
        except ValidationError:
            continue
    return found if found or not value else None
