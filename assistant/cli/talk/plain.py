"""``fes chat --plain``: the conversation by lines, for screen readers, pipes and programs."""

from __future__ import annotations

import json as json_module
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from assistant.cases.shelf import Shelf, case_or_file
from assistant.chat.wiring import open_engine, open_engine_without_case
from assistant.cli.talk.ask import reply_data
from assistant.cli.talk.commands import SPOKEN, Commands
from assistant.cli.talk.rendering import print_markdown
from assistant.events import Notice, Reply, TurnFinished
from assistant.settings import load_settings
from assistant.text import safe_text
from core.errors import AppError

if TYPE_CHECKING:
    from assistant.events import Event


def talk(case_name: str | None, *, as_json: bool) -> None:
    """Read one message a line until the end of input, and print one reply each.

    A message that fails is answered with the reason, and the conversation goes on.

    Raises:
        AppError: when the case or the data folder cannot be used.
    """
    settings = load_settings()
    if case_name is None:
        engine = open_engine_without_case(settings)
    else:
        file = case_or_file(Shelf(settings.home), case_name)
        engine = open_engine(settings, file.path)
    commands = Commands(engine)
    with engine.library:
        if not as_json and sys.stdin.isatty():
            print_markdown(_reply(engine.start()).answer)
        for line in sys.stdin:
            message = line.strip()
            if not message:
                continue
            if message == "/quit":
                break
            data, answer = _answered(commands, SPOKEN.get(message, message))
            if as_json:
                click.echo(json_module.dumps(data, ensure_ascii=False))
            else:
                print_markdown(answer)
                click.echo()
            sys.stdout.flush()


def _answered(commands: Commands, message: str) -> tuple[dict[str, object], str]:
    said = commands.run(message)
    if said is not None:
        return reply_data(Reply(answer=said, topic="command")), said
    try:
        reply = commands.last = _reply(commands.engine.handle(message))
    except AppError as error:
        sentence = error.sentence()
        return {"answer": "", "kind": "clarify", "error": sentence}, sentence
    return reply_data(reply), reply.answer


def _reply(events: Iterator[Event]) -> Reply:
    reply = Reply(answer="")
    for event in events:
        if isinstance(event, Notice):
            sys.stderr.write(f"fes: {safe_text(event.text)}\n")
        elif isinstance(event, TurnFinished):
            reply = event.reply
    return reply
