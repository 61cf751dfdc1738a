"""``fes chat --plain``: the conversation by lines, for screen readers, pipes and programs."""

from __future__ import annotations

import json
import select
import sys
from collections.abc import Iterator

import click

from assistant.cli.talk.ask import reply_data
from assistant.cli.talk.commands import Commands, Printed
from assistant.cli.talk.rendering import print_markdown
from assistant.events import Event, Notice, Reply, TurnFinished
from assistant.settings import load_settings
from assistant.text import safe_text
from assistant.tui.desk.arrivals import is_description
from assistant.tui.desk.opener import Opener
from core.errors import AppError

PAUSE = 0.1
"""Seconds without a further line after which what came at once is whole: nobody types faster."""


def talk(case_name: str | None, *, as_json: bool) -> None:
    """Read one message a line until the end of input, and print one reply each.

    A message that fails is answered with the reason, and the conversation goes on. A case that is
    kept, and one begun at a terminal, keep themselves as in the application.

    Raises:
        AppError: when the case or the data folder cannot be used.
    """
    opener = Opener(load_settings())
    person = not as_json and sys.stdin.isatty()
    commands = Commands(opener, opener.by_lines(case_name, keep=person))
    commands.desk.engine  # noqa: B018 - what cannot be opened is said before the first message
    try:
        if person:
            print_markdown(commands.opened())
        for message in map(str.strip, _pasted() if person else sys.stdin):
            if not message:
                continue
            if message == "/quit":
                break
            data, answer = _answered(commands, message)
            if as_json:
                click.echo(json.dumps(data, ensure_ascii=False))
            else:
                click.echo(answer) if isinstance(answer, Printed) else print_markdown(answer)
                click.echo()
            sys.stdout.flush()
        commands.left()
    finally:
        opener.close()


def _pasted() -> Iterator[str]:
    """Yield the lines typed at a terminal; a position description pasted comes as one message."""
    while first := sys.stdin.readline():
        lines = [first]
        while select.select([sys.stdin], [], [], PAUSE)[0] and (more := sys.stdin.readline()):
            lines.append(more)
        text = "".join(lines)
        yield from [text] if is_description(text) else lines


def _answered(commands: Commands, message: str) -> tuple[dict[str, object], str]:
    said = commands.run(message)
    if said is not None:
        return reply_data(Reply(answer=said, topic="command")), said
    try:
        reply = commands.last = _reply(commands.desk.handle(commands.spoken(message)))
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
