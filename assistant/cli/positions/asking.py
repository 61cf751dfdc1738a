"""Asking the questions of a new case at a terminal or from piped lines, one at a time."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

import click

from assistant.cases.questions import next_question
from assistant.cases.shelf import called
from assistant.text import one_line
from core.errors import InputError

if TYPE_CHECKING:
    from assistant.cases.shelf import CaseFile, Shelf

_STOP: Final = frozenset({"stop", "quit", "exit", "/stop", "/quit"})
_SKIP: Final = frozenset({"", "skip", "/skip", "skip it", "pass", "next", "-", "n/a"})
_STATE: Final = "intake"


def ask(shelf: Shelf, opened: CaseFile) -> CaseFile:
    """Ask until everything is answered or skipped, saving after every answer.

    An empty line or "skip" skips a question; "stop" or the end of input ends, and what was
    skipped is remembered for the next time. A case file elsewhere keeps its name, and has nothing
    beside it.
    """
    kept = called(opened.path) == opened.name
    state = (shelf.state(opened.name) or {}) if kept else {}
    skipped = set(state.get(_STATE, {}).get("skipped", ()))
    if next_question(opened.case, skipped) is None:
        # Whoever comes again when all else is answered wants what was skipped before.
        skipped.clear()
    while (question := next_question(opened.case, skipped)) is not None:
        click.echo(f"{question.text}  (such as: {question.example})")
        line = _line()
        if line is None or line.strip().casefold() in _STOP:
            break
        if line.strip().casefold() in _SKIP:
            skipped.add(question.field)
        else:
            try:
                case = question.take(opened.case, one_line(line))
            except InputError as error:
                click.echo(f"  {error.sentence()}")
                continue
            title, opened = opened.case.title, shelf.save(opened, case)
            if kept and case.title != title:
                opened = shelf.open(shelf.rename(opened.name, case.title).name)
        if kept:
            shelf.keep_state(opened.name, {**state, _STATE: {"skipped": sorted(skipped)}})
    return opened


def _line() -> str | None:
    if sys.stdin.isatty():
        click.echo("> ", nl=False)
    line = sys.stdin.readline()
    return line or None
