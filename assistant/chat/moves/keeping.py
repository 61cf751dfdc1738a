"""Moves that keep, take back, write or change the case as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.chat.composing.difference import changes
from assistant.chat.model import Answer
from assistant.chat.moves import ledger
from assistant.text import escape, margin_sentence
from core.errors import AppError, UsageError
from core.model import Case

if TYPE_CHECKING:
    from assistant.chat.conversation import Conversation
    from assistant.chat.model import Question
    from assistant.events import Event

FILE = re.compile(r"[^\s'\"<>|]+\.(?:toml|json|md|docx|pdf|html)\b", re.IGNORECASE)
ONCE = (
    "A single question keeps nothing: open the conversation with `fes chat --case FILE` to save, "
    "export or change a case."
)


_BACK = re.compile(r"\b(?:back|again|redo|restore|reinstate)\b", re.IGNORECASE)


def redo(engine: Conversation, question: Question) -> Iterator[Event | Answer]:
    """Put the change taken back last into the case again."""
    if not engine.can_redo:
        yield from undo(engine, question)
        return
    before = engine.case
    yield from engine.redo()
    added = changes(before or Case(), engine.case) if engine.case else []
    what = f": {'; '.join(added)}" if added else ""
    yield Answer(lead=f"Put back{what}. {stands(engine)}".strip())


def undo(engine: Conversation, question: Question) -> Iterator[Event | Answer]:
    """Take back the last change to the case; said right after that, put it back."""
    after = engine.moved is not None and engine.moved[0] in {"undo", "undo everything"}
    if after and engine.can_redo and _BACK.search(question.message):
        yield from redo(engine, question)
        return
    if engine.withdrawn is not None:
        yield Answer(lead="Taken back: what was offered is left out, and nothing was recorded.")
        return
    if engine.entered and not engine.can_undo:
        path = yield from engine.leave_supervisor()
        yield Answer(lead=f"Taken back: the levels entered in {escape(path.name)}.")
        return
    if not engine.can_undo:
        yield Answer(lead="There is no change to take back.")
        return
    changed = engine.case
    yield from engine.undo()
    ledger.strike(engine)
    taken = changes(engine.case or Case(), changed) if changed else []
    lead = f"Taken back: {'; '.join(taken)}." if taken else "Taken back."
    again = changes(changed, engine.case) if changed and engine.case is not None else []
    if again:
        # What a correction replaced stands again.
        lead += f" Again in it: {'; '.join(again)}."
    if engine.case is None:
        lead += " No case is open any more."
    yield Answer(lead=f"{lead} {stands(engine)}".strip())


def changed(engine: Conversation, question: Question) -> Iterator[Event | Answer]:  # noqa: ARG001
    """Say what the case holds that it did not when it was opened."""
    if not engine.past or engine.case is None:
        lead = (
            "Nothing: the case is as it was opened." if engine.case else "Nothing: no case is open."
        )
        yield Answer(lead=lead)
        return
    first, last = engine.past[0][0] or Case(), engine.past[-1][0] or Case()
    taken, latest = changes(first, engine.case), changes(last, engine.case)
    named = f"Changed since the case was opened: {'; '.join(taken)}." if taken else "Nothing new."
    also = f" Changed last: {'; '.join(latest)}." if latest and latest != taken else ""
    yield Answer(lead=f"{named}{also} {stands(engine)}".strip())


def undo_all(engine: Conversation, question: Question) -> Iterator[Event | Answer]:  # noqa: ARG001
    """Take back every change made in this conversation."""
    count = 0
    while engine.can_undo:
        yield from engine.undo()
        count += 1
    ledger.strike(engine)
    if not count:
        yield Answer(lead="There is no change to take back.")
        return
    what = "The one change is" if count == 1 else f"All {count} changes are"
    yield Answer(lead=f"{what} taken back; the case is as it was opened. {stands(engine)}".strip())


def stands(engine: Conversation) -> str:
    """Say where the case stands by its points; empty while it has none."""
    return margin_sentence(engine.evaluation) if engine.evaluation is not None else ""


def save(engine: Conversation, question: Question) -> Iterator[Event | Answer]:
    """Write the case to its file, or to the one named."""
    if not engine.recording:
        yield Answer(lead=ONCE)
        return
    if engine.case is None:
        yield Answer(lead="There is no case to save yet. State a fact of your job to begin one.")
        return
    named = FILE.search(question.message)
    try:
        written = engine.save(Path(named.group()).expanduser() if named else None)
    except UsageError:
        yield Answer(
            lead="Under which name? Say, for example, *save as my-case.toml*.", kind="clarify"
        )
        return
    except AppError as error:
        yield Answer(lead=f"Not saved: {escape(error.sentence())}", kind="clarify")
        return
    yield Answer(lead=f"Saved to {escape(str(written))}.")


def open_case(engine: Conversation, question: Question) -> Iterator[Event | Answer]:
    """Open another case, by its file."""
    if not engine.recording:
        yield Answer(lead="Name the case with the question: `fes ask ... --case FILE`.")
        return
    named = FILE.search(question.message)
    if named is None:
        known = engine.other_cases()
        if len(known) != 1:
            names = ", ".join(escape(p.name) for p in known[:6])
            beside = f" Beside this one there are: {names}." if names else ""
            yield Answer(
                lead=f"Which case? Say *open* and the name of its file.{beside}", kind="clarify"
            )
            return
        path = known[0]
    else:
        path = engine.beside(named.group())
    if engine.changed:
        yield Answer(
            lead="This case has changes that are not saved. Say *save* or *undo everything* first, "
            "then open the other one.",
            kind="clarify",
        )
        return
    try:
        yield from engine.open(path)
    except AppError as error:
        yield Answer(lead=escape(error.sentence()), kind="clarify")
        return
    yield Answer(lead=f"Opened **{escape(engine.title)}**. {stands(engine)}".strip())


def begin(engine: Conversation, question: Question) -> Iterator[Event | Answer]:  # noqa: ARG001
    """Begin a case of the reader's own."""
    if not engine.recording:
        yield Answer(lead=ONCE)
        return
    yield from engine.begin()
    engine.skipped, engine.asking = frozenset(), False
    yield Answer(
        lead="A new case of your own is open; nothing is in it yet. Tell me what you do, and the "
        "level credited for each factor, such as *the agency credited 2-4*; paste a position "
        "description; or say *ask me the questions*, and I ask for one thing after another."
    )
