"""What ``fes demo`` shows: the whole journey on the bundled fictional example."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.cases.asking import contested
from assistant.chat.composing.layout import cite, editions, factor_table
from assistant.chat.wiring import open_engine
from assistant.cli.talk.rendering import console, print_markdown
from assistant.events import Event, Notice, Progress, TurnFinished
from assistant.settings import load_settings
from assistant.text import duty_table, escape, margin_sentence, safe_text

if TYPE_CHECKING:
    from rich.console import Console

    from assistant.chat.engine import Engine
    from core.model import Case, Evaluation


def show() -> None:
    """Show the whole journey on the bundled fictional example."""
    engine = open_engine(load_settings(), None)
    with engine.library:
        out = console()
        case, evaluation = engine.case, engine.evaluation
        if case is None or evaluation is None:
            raise RuntimeError("the bundled example has no case")
        _prepare(engine.start())
        out.rule("1. The case")
        print_markdown(case_text(case), out)
        out.rule("2. The score, step by step")
        print_markdown(score_text(case, evaluation), out)
        out.rule("3. The distance to the next grade")
        _tell(out, engine.handle("What would change the grade?"))
        out.rule("4. The contested level, argued both ways")
        for level in deciding(engine, contested(engine.case))[:1]:
            _tell(out, engine.handle(f"Argue Level {level} both ways"))
        out.rule("5. What to do next")
        _tell(out, engine.handle("Should I appeal?"))
        out.rule("Your turn")
        print_markdown(NEXT, out)


NEXT = """- `fes chat` opens this case as a conversation; `fes chat --case FILE` opens your own.
- `fes ingest FOLDER` reads your copies of OPM's standards and decisions.
- `fes ask "why was Level 2-5 refused?"` then answers from them, word for word.
- `fes score FILE` computes a grade from nine levels."""


def _prepare(events: Iterator[Event]) -> None:
    """Run the opening turn, telling on standard error how far the reading is."""
    told = False
    for event in events:
        if isinstance(event, Progress) and sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[K{event.label}: {event.done} of {event.total or '?'}")
            sys.stderr.flush()
            told = True
    if told:
        sys.stderr.write("\r\x1b[K")


def _tell(out: Console, events: Iterator[Event]) -> None:
    """Print a turn's answer and its notices."""
    for event in events:
        if isinstance(event, TurnFinished):
            print_markdown(event.reply.answer, out)
        elif isinstance(event, Notice):
            out.print(safe_text(event.text))


def deciding(engine: Engine, levels: list[str]) -> list[str]:
    """Return the contested levels, those that alone would change the grade first."""
    from core.fes.whatif.thresholds import flips

    if engine.opened is None or engine.standing is None:
        return levels
    rating = engine.opened.rate(engine.standing.levels)
    alone = {flip.change.to_level for flip in flips(rating)}
    return sorted(levels, key=lambda level: level not in alone)


def case_text(case: Case) -> str:
    """Return a case as Markdown: who asks for what, the duties, and the levels in dispute."""
    lines = [f"**{escape(case.title)}**" + ("  *(fictional)*" if case.fictional else "")]
    if case.question:
        lines.append(escape(case.question))
    lines.append(
        f"- Now classified: {escape(case.current.label())}\n"
        f"- Asked for: {escape(case.requested.label())}\n"
        f"- Organization: {escape(case.organization)}"
    )
    if case.position_description.adequate is False:
        remarks = escape(case.position_description.remarks)
        lines.append(f"The position description is inadequate. {remarks}")
    if case.duties:
        lines.append(duty_table(case.duties))
    return "\n\n".join(lines)


def score_text(case: Case, evaluation: Evaluation) -> str:
    """Return the evaluation with its derivation as Markdown."""
    steps = "\n".join(
        f"{s.step}. {escape(s.text)} *({cite(s.citation)})*" for s in evaluation.derivation
    )
    findings = "\n".join(
        f"- **{escape(f.severity.capitalize())}:** {escape(f.message)} *({cite(f.citation)})*"
        for f in evaluation.findings
    )
    sources = [
        *(step.citation for step in evaluation.derivation),
        *(found.citation for found in evaluation.findings),
    ]
    return "\n\n".join(
        part
        for part in (
            factor_table(evaluation, case.sought),
            margin_sentence(evaluation),
            findings,
            "**How the core got there**",
            steps,
            editions(sources),
            f"Fingerprint: `{evaluation.fingerprint}`",
        )
        if part
    )
