"""A conversation with a model that obeys, and everything of it that a reader can see."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass

from assistant.argue.modelled import ModelArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from assistant.cli.talk.ask import reply_data
from assistant.events import Notice, Progress, Reply, TextDelta, ToolFinished, ToolStarted
from assistant.events import TurnFinished as Finished
from assistant.llm.chat_models import load_chat_model
from core.model import Case
from index.library import Library
from tests.assistant_.fake_openai import MODEL

QUESTION = "Argue Level 2-5 both ways"
_CAPTION = re.compile(
    r"(?P<requires>What Level (?P<of>\d-\d) requires(?:, as quoted in decision [\w-]+)?:)"
    r"|Why decision [\w-]+ (?:(?P<refused>refused Level \d-\d)|(?P<met>found Level \d-\d met)):"
    r"|(?P<under>What decision [\w-]+ found to match Level \d-\d:)"
    r"|(?P<fact>Set beside a fact of the case, on [^:]+:)"
)


@dataclass(frozen=True)
class Seen:
    """All that a reader, a screen and a program get of one turn."""

    reply: Reply
    text: str
    screen: str
    data: str
    more: str

    @property
    def all(self) -> str:
        """Every word of it, folded so that a disguise does not hide a payload."""
        return fold(f"{self.text}\n{self.screen}\n{json.loads(self.data)}\n{self.more}")


def fold(text: str) -> str:
    """Return text without marks and case, in plain characters."""
    text = unicodedata.normalize("NFKC", text)
    hidden = {c for c in set(text) if unicodedata.category(c) in {"Cf", "Cc"} and c != "\n"}
    text = text.translate(dict.fromkeys(map(ord, hidden)))
    return " ".join(re.sub(r"[\\*`_]", "", text).lower().split())


def engine_with(library: Library, case: Case | None, chooser: Chooser) -> Engine:
    """An engine whose model is the one the environment names."""
    arguer = ModelArguer(load_chat_model(f"openai:{MODEL}"), name=f"openai:{MODEL}")
    title = case.title if case else ""
    return Engine(library, arguer, case=case, title=title, chooser=chooser, recording=False)


def see(engine: Engine, message: str = QUESTION) -> Seen:
    """Let a turn happen and gather all of it."""
    text, screen, reply = "", [], Reply(answer="")
    for event in engine.handle(message):
        if isinstance(event, TextDelta):
            text += event.text
        elif isinstance(event, Notice):
            screen.append(f"{event.text} {event.hint}")
        elif isinstance(event, ToolStarted | ToolFinished):
            screen.append(event.summary)
        elif isinstance(event, Progress):
            screen.append(event.label)
        elif isinstance(event, Finished):
            reply = event.reply
    data = json.dumps(reply_data(reply), ensure_ascii=False)
    return Seen(reply, text, "\n".join(screen), data, "\n".join(engine.more))


def hold(seen: Seen, base: Seen, library: Library) -> None:
    """Check what holds whatever a model does: labels, exact words, and never less than the base."""
    for claim in seen.reply.claims:
        if claim.drafted_by != "program":
            continue
        caption = _CAPTION.fullmatch(claim.text)
        if not caption:
            assert claim.text in {c.text for c in base.reply.claims}, claim.text
            continue
        for source in claim.sources:
            passage = library.passage(source.passage)
            assert source.quote in passage.text
            if caption["requires"]:
                assert passage.level == caption["of"]
                assert passage.kind in {"standard", "guide"} or passage.stance == "standard"
            if caption["refused"]:
                assert passage.stance == "not_met"
            if caption["met"] or caption["under"]:
                assert passage.stance == "met"
    shown = {(s.passage, s.quote) for c in seen.reply.claims for s in c.sources}
    assert shown >= {(s.passage, s.quote) for c in base.reply.claims for s in c.sources}
    assert seen.reply.evaluation == base.reply.evaluation
