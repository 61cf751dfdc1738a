"""``fes ask``: questions answered, each with verified quotations and the core's grade."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assistant import load
from assistant.cases.edits import read_text
from assistant.cli.output import json_option, print_json
from assistant.cli.talk.rendering import print_markdown
from assistant.events import Notice, Progress, Reply, ToolFinished, TurnFinished
from assistant.settings import Settings, load_settings
from assistant.text import safe_text
from core.errors import AppError, InputError, UsageError

if TYPE_CHECKING:
    from assistant.chat.engine import Engine


MODEL = frozenset({"model", "look_up", "mask"})
"""Steps of a chat model, which take time and are told on a terminal as they end."""


@click.command()
@click.argument("question", required=False)
@click.option("--case", type=click.Path(path_type=Path), help="Ask about the case in this file.")
@click.option(
    "--questions",
    type=click.Path(path_type=Path),
    metavar="FILE.jsonl",
    help='Answer many: {"question": ..., "case": path or null} a line; with --json, a list.',
)
@json_option
def command(
    question: str | None, case: Path | None, questions: Path | None, *, as_json: bool
) -> None:
    """Answer QUESTION once, from the core, our statements and your documents."""
    if (question is None) == (questions is None):
        raise UsageError(
            "there is no question" if question is None else "a question and a file are given",
            where="question",
            hint='Type it in quotation marks: fes ask "...", or name a file with --questions.',
        )
    settings = load_settings()
    if questions is not None:
        _many(settings, questions, case, as_json=as_json)
        return
    engine = _engine(settings, case)
    with engine.library:
        reply = _run(engine, question or "")
    if as_json:
        print_json(reply_data(reply), escaped=False)
    else:
        print_markdown(reply.answer)


def _engine(settings: Settings, case: Path | None) -> Engine:
    name, on = ("open_engine_without_case", ()) if case is None else ("open_engine", (case,))
    engine: Engine = load(f"assistant.chat.wiring:{name}")(settings, *on, recording=False)
    return engine


def _many(settings: Settings, path: Path, case: Path | None, *, as_json: bool) -> None:
    """Answer the questions of a file in their order, each afresh, in one process."""
    rows = _rows(path)
    replies: list[dict[str, object]] = []
    with_case = load("assistant.chat.wiring:with_case")
    first = load("assistant.chat.wiring:open_engine_without_case")(settings, recording=False)
    with first.library:
        for row in rows:
            named = _case_beside(path, row.get("case")) or case
            try:
                reply = _run(with_case(first, named), row["question"])
            except AppError as error:
                replies.append({"answer": "", "error": error.sentence()})
                continue
            replies.append(reply_data(reply))
            if not as_json:
                print_markdown(f"# {row['question']}\n\n{reply.answer}")
    if as_json:
        print_json(replies, escaped=False)


def _rows(path: Path) -> list[dict[str, Any]]:
    """Return the questions of a file, one JSON object a line.

    Raises:
        InputError: the file is missing, or a line is no object with a question.
    """
    rows = []
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        if not isinstance(row, dict) or not isinstance(row.get("question"), str):
            raise InputError(
                "this line is no question",
                where=f"{path}, line {number}",
                hint='Write one JSON object a line: {"question": "...", "case": null}.',
            )
        rows.append(row)
    return rows


def _case_beside(path: Path, named: object) -> Path | None:
    """Return the case of a line: a path, or the name of a file beside the questions."""
    if not isinstance(named, str) or not named:
        return None
    folder = path.resolve().parent
    tried = (
        Path(named),
        folder / named,
        folder / f"{named}.toml",
        folder / "cases" / f"{named}.toml",
    )
    return next((p for p in tried if p.is_file()), Path(named))


def _run(engine: Engine, question: str) -> Reply:
    reply = Reply(answer="")
    for event in engine.handle(question):
        if isinstance(event, Notice):
            sys.stderr.write(f"fes: {safe_text(event.text)}\n")
        elif isinstance(event, Progress) and sys.stderr.isatty():
            count = f" {event.done}/{event.total}" if event.total else ""
            sys.stderr.write(f"\r{event.label}{count}")
        elif isinstance(event, ToolFinished) and event.name in MODEL and sys.stderr.isatty():
            sys.stderr.write(f"\rfes: {safe_text(event.summary)}\n")
        elif isinstance(event, TurnFinished):
            reply = event.reply
    return reply


def reply_data(reply: Reply) -> dict[str, object]:
    """Return a reply as the JSON contract has it."""
    return {
        "answer": reply.answer,
        "kind": reply.kind,
        "topic": reply.topic,
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
                "drafted_by": claim.drafted_by,
            }
            for claim in reply.claims
        ],
        "removed": [{"text": r.text, "reason": r.reason} for r in reply.removed],
        "evaluation": reply.evaluation.model_dump(mode="json") if reply.evaluation else None,
        "missing": list(reply.missing),
        **({"model": asdict(reply.model)} if reply.model else {}),
    }
