"""``fes ask``: one question, one answer with verified quotations and the core's grade."""

from __future__ import annotations

import json as json_module
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.chat.wiring import open_engine, open_engine_without_case
from assistant.cli.output import json_option
from assistant.cli.talk.rendering import print_markdown
from assistant.events import Notice, Progress, Reply, TurnFinished
from assistant.settings import load_settings
from assistant.text import safe_text

if TYPE_CHECKING:
    from assistant.chat.engine import Engine
    from assistant.events import Reply


@click.command()
@click.argument("question")
@click.option("--case", type=click.Path(path_type=Path), help="Ask about the case in this file.")
@json_option
def command(question: str, case: Path | None, *, as_json: bool) -> None:
    """Answer QUESTION once, from your documents and the core."""
    settings = load_settings()
    engine = open_engine(settings, case) if case else open_engine_without_case(settings)
    with engine.library:
        reply = _run(engine, question)
    if as_json:
        click.echo(json_module.dumps(reply_data(reply), indent=2, ensure_ascii=False))
    else:
        print_markdown(reply.answer)


def _run(engine: Engine, question: str) -> Reply:
    reply = Reply(answer="")
    for event in engine.handle(question):
        if isinstance(event, Notice):
            sys.stderr.write(f"fes: {safe_text(event.text)}\n")
        elif isinstance(event, Progress) and sys.stderr.isatty():
            sys.stderr.write(f"\r{event.label} {event.done}/{event.total or '?'}")
        elif isinstance(event, TurnFinished):
            reply = event.reply
    return reply


def reply_data(reply: Reply) -> dict[str, object]:
    """Return a reply as the JSON contract has it."""
    return {
        "answer": reply.answer,
        "claims": [
            {
                "text": claim.text,
                "side": claim.side,
                "citations": [
                    {
                        "number": s.number,
                        "passage": s.passage,
                        "quote": s.quote,
                        "verified": s.verified,
                        "document": s.document,
                        "title": s.title,
                        "place": s.place,
                        "digest": s.digest,
                        **({"superseded": s.superseded} if s.superseded else {}),
                    }
                    for s in claim.sources
                ],
            }
            for claim in reply.claims
        ],
        "removed": [{"text": r.text, "reason": r.reason} for r in reply.removed],
        "evaluation": reply.evaluation.model_dump(mode="json") if reply.evaluation else None,
    }
