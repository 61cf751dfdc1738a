"""A position description in the conversation: how it becomes a case, or the case of one pasted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.cases.intake import case_of, position_from_text
from assistant.cases.supervisors import stated_levels
from assistant.chat.model import Answer
from assistant.chat.moves.describing import supervisor
from assistant.text import counted, duty_table, escape
from core.errors import AppError

if TYPE_CHECKING:
    from assistant.chat.engine import Engine
    from assistant.chat.model import Question
    from assistant.events import Event
    from core.model import Case

FROM_FILE = "`fes case new --from FILE` makes a case of a description in a file (PDF, Word, text)."

_ONLY_SHOWN = {
    # What a conversation makes of a description is taken back by *undo*.
    True: (),
    False: ("`fes case new --from FILE --only-show` shows what is read without keeping it.",),
}

_BEGINS = re.compile(
    r"\s+(?=(?:Pay [Pp]lan|Organization|Title|Series|Position [Nn]umber|Agency)\b[^:.]{0,25}:|"
    r"(?:MAJOR|PRINCIPAL|PRIMARY|Major|Principal|Primary) (?:DUTIES|Duties)|"
    r"(?:FACTOR|Factor) \d[AB]?)|"
    r"(?<!FACTOR)(?<!Factor)\s+(?=\d{1,2}\. [A-Z])|(?<=%\))\s+(?=[A-Z])"
)
"""Where a line of a description begins whose lines were joined into one."""

_FACTOR = re.compile(r"((?:FACTOR|Factor) \d[AB]?\W{0,3}(?: ?[A-Z]{2,}\b)+)\s+(?=[A-Z][a-z])")


def how(engine: Engine, question: Question) -> Iterator[Event | Answer]:  # noqa: ARG001
    """Say how a position description becomes a case."""
    paste = (
        " Or paste its text here as one message, and I offer you the case it makes."
        if engine.recording
        else ""
    )
    yield Answer(
        lead=f"**{FROM_FILE}**{paste} Its title, series, grade, duties and what it says under "
        "each factor become facts with their places; a level it states is not taken as credited.",
        next=(
            *_ONLY_SHOWN[engine.recording],
            "`fes suggest FILE --standard ID` suggests a level for every factor from it.",
        ),
    )


def pasted(engine: Engine, text: str, question: Question) -> Iterator[Event | Answer] | None:
    """Offer the case of a description pasted; None when the text is none that can be read."""
    if "\n" not in text.strip():
        # Who sends a message by lines sends a description as one.
        text = _FACTOR.sub(r"\1\n\n", _BEGINS.sub("\n\n", text))
    try:
        position = position_from_text(text)
        case = case_of(position)
    except AppError:
        # No description after all: it is answered as any other message.
        return None
    if not (case.duties or case.facts):
        return None
    engine.note_move("description")
    if position.form == "supervisory":
        return iter([supervisor.offered(engine, case, stated_levels(position), question)])
    return iter([_offered(engine, case, question)])


def _offered(engine: Engine, case: Case, question: Question) -> Answer:
    held = case.current.label() if case.current.series else ""
    said = f"{counted(len(case.duties), 'duty', 'duties')} and {counted(len(case.facts), 'fact')}"
    lead = f"**That reads as a position description: {escape(held or case.title)}, {said}.** "
    if engine.recording:
        engine.offer_new(case, f"{case.title}, {said}", question)
        lead += "Shall it be a new case of yours? Say *yes*, and *undo* takes it back."
    else:
        lead += f"A single question keeps nothing: {FROM_FILE}"
    return Answer(
        lead=lead,
        figures=(duty_table(case.duties),) if case.duties and engine.recording else (),
        whose="The duties as read",
    )
