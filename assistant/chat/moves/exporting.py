"""The move that writes a paper of the case: what makes papers is loaded only for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.chat.model import Answer
from assistant.chat.moves.keeping import FILE, ONCE
from assistant.papers.catalog import find, papers
from assistant.papers.catalog import save as save_paper
from assistant.papers.subject import Matter, subject_of_case
from assistant.text import escape
from core.errors import AppError

if TYPE_CHECKING:
    from assistant.chat.engine import Engine
    from assistant.chat.model import Question
    from assistant.events import Event


def export(engine: Engine, question: Question) -> Iterator[Event | Answer]:
    """Write a paper of the case: the one named, or else the evaluation statement."""
    if not engine.recording:
        yield Answer(lead=ONCE)
        return
    case, standing = engine.case, engine.standing
    if case is None or standing is None:
        yield Answer(lead="There is no scored case to export yet.")
        return
    named = FILE.search(question.message)
    asked = question.message if named is None else question.message.replace(named.group(), "")
    kind = next((one for one in papers() if one.name in asked.lower()), find("statement"))
    what = "evaluation statement" if kind.name == "statement" else kind.title.lower()
    word = next((one for one in ("pdf", "html") if question.has(one)), "md")
    word = "docx" if question.has("word", "docx") else word
    path = Path(named.group()).expanduser() if named else Path(f"{what.replace(' ', '-')}.{word}")
    if path.exists():
        yield Answer(
            lead=f"{escape(str(path))} is there already. Name another, such as *export to "
            "statement-2.docx*.",
            kind="clarify",
        )
        return
    try:
        save_paper(kind.name, Matter(subject_of_case(case), library=engine.library), path)
    except AppError as error:
        yield Answer(lead=escape(error.sentence()), kind="clarify")
        return
    yield Answer(
        lead=f"The {what} is written to {escape(str(path.absolute()))}: "
        f"{standing.evaluation.grade}, {standing.evaluation.total:,} points."
    )
