"""A position description in the conversation: how it becomes a case, or the case of one pasted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from assistant.cases.intake import case_of, position_from_text
from assistant.cases.pasted import (
    announced,
    called,
    tells_of_a_position,
    without_opening,
    without_question,
)
from assistant.cases.supervisors import stated_levels
from assistant.chat.model import Answer
from assistant.chat.moves.describing import supervisor
from assistant.chat.moves.describing.evaluated import evaluated
from assistant.chat.moves.describing.weighing import weighs
from assistant.chat.reading.exact import read
from assistant.text import counted, duty_table, escape
from core.errors import AppError
from index.language.structure import FACTOR_NAMES

if TYPE_CHECKING:
    from assistant.chat.conversation import Conversation
    from assistant.chat.model import Question
    from assistant.events import Event
    from core.model import Case
    from index.positions.model import PositionDescription

    Said = Iterator[Event | Answer]

FROM_FILE = "`fes case new --from FILE` makes a case of a description in a file (PDF, Word, text)."

_ONLY_SHOWN = {
    # What a conversation makes of a description is taken back by *undo*.
    True: (),
    False: ("`fes case new --from FILE --only-show` shows what is read without keeping it.",),
}
_OF_A_POSITION = re.compile(
    r"\b(?:(?:major|principal|primary) duties|duties and responsibilities|position description|"
    r"factor [1-9]\b|knowledge required|supervisory controls)",
    re.IGNORECASE,
)
FEWEST, FEW, LINES = 60, 20, 5
"""Words from which a message can be a description pasted whole, and one that is called so, and
lines beyond which it can be one."""
UNTITLED = "The position described"


def how(engine: Conversation, question: Question) -> Iterator[Event | Answer]:  # noqa: ARG001
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


def described(engine: Conversation, message: str, question: Question) -> Said | None:
    """Read a message as a position description; None when it is none.

    A question asked at its end is answered of it. An evaluation quoted is none.
    """
    stated = evaluated(engine, message, question)
    if stated is not None:
        return stated
    text, asked = without_question(message)
    if len(text.split()) < (FEW if announced(text) else FEWEST):
        return None
    if not (
        tells_of_a_position(text)
        or message.strip().count("\n") > LINES
        or _OF_A_POSITION.search(text)
    ):
        return None
    said = _pasted(engine, text, question)
    if said is None or not asked or engine.pasted is None:
        return said
    return chain(said, _of_it(engine, asked))


def _of_it(engine: Conversation, asked: str) -> Said:
    # What was offered stays offered beside the answer to the question asked with it.
    yield from weighs(engine, read(asked, today=engine.today), beside=True) or ()


def _pasted(engine: Conversation, text: str, question: Question) -> Said | None:
    """Offer the case of a description pasted; None when the text is none that can be read."""
    try:
        position = _position(text)
        case = case_of(position)
    except AppError:
        # No description after all: it is answered as any other message.
        return None
    if not (case.duties or case.facts):
        return None
    engine.note_move("description", question)
    if position.form == "supervisory":
        return iter([supervisor.offered(engine, case, stated_levels(position), question)])
    own = position.cover.title if position.cover.series else called(text)
    title = own or position.cover.title or UNTITLED
    return iter([_offered(engine, case.model_copy(update={"title": title}), question)])


def _position(text: str) -> PositionDescription:
    """Read a text as a position description; one that is called so tells duties at least."""
    try:
        return position_from_text(text)
    except AppError:
        if not announced(text):
            raise
        return position_from_text(f"Duties: {without_opening(text)}")


def _offered(engine: Conversation, case: Case, question: Question) -> Answer:
    held = case.current.label() if case.current.series else ""
    said = f"{counted(len(case.duties), 'duty', 'duties')} and {counted(len(case.facts), 'fact')}"
    lead = f"**That reads as a position description: {escape(held or case.title)}, {said}.** "
    lead += _spoken_of(case)
    if engine.recording:
        engine.pasted = case
        engine.offer_new(case, f"{case.title}, {said}", question)
        lead += "Shall it be a new case of yours? Say *yes*, and *undo* takes it back."
    else:
        lead += f"A single question keeps nothing: {FROM_FILE}"
    return Answer(
        lead=lead,
        figures=(duty_table(case.duties),) if case.duties and engine.recording else (),
        whose="The duties as read",
        next=(_ASK_OF_IT,) if engine.recording else (),
    )


_ASK_OF_IT = (
    "Ask *what grade is that?*, *which level of factor 2 does it meet?* or *what is missing in it?*"
)


def _spoken_of(case: Case) -> str:
    """Say which factors a description speaks of in words of their own, and which it leaves out."""
    told = {str(one.factor) for one in case.facts if one.factor is not None}
    names = {str(key): name for key, name in FACTOR_NAMES.items()}
    silent = [f"{key} ({names[key]})" for key in sorted(names) if key not in told]
    if not told:
        return "It tells its duties, and has no words of its own on any of the nine factors. "
    left = f", and none on {', '.join(silent)}" if silent else ""
    return f"It has words of its own on Factor {', '.join(sorted(told))}{left}. "
