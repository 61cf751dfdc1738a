"""The moves that write a paper of the case: what makes papers is loaded only for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assistant.cases.edits import file_format, read_text
from assistant.cases.shelf import file_name
from assistant.chat.model import Answer
from assistant.chat.moves.keeping import FILE
from assistant.papers.catalog import find, lacking
from assistant.papers.catalog import save as save_paper
from assistant.papers.subject import Matter, read_subject, subject_of_case
from assistant.text import escape
from core.errors import AppError

if TYPE_CHECKING:
    from assistant.chat.conversation import Conversation
    from assistant.chat.model import Question
    from assistant.events import Event
    from assistant.papers.catalog import Kind
    from assistant.papers.subject import Subject
    from core.model import Case

_SAID: Final = (
    (re.compile(r"\breconsider", re.IGNORECASE), "reconsideration"),
    (re.compile(r"\bcorrect", re.IGNORECASE), "correction"),
    (re.compile(r"\bcompar", re.IGNORECASE), "comparison"),
    (re.compile(r"\bcertificate", re.IGNORECASE), "certificate"),
    (re.compile(r"\bassessment", re.IGNORECASE), "assessment"),
    (re.compile(r"\b(?:letter|appeal)\b", re.IGNORECASE), "letter"),
)
"""Words that name a paper, the more telling first; without any, the evaluation statement."""

_LACKS = re.compile(
    r"\b(?:missing|lack\w*|incomplete|blanks?|left out|leaves? out|fill in|still needs?|"
    r"complete)\b|"
    r"^\W*(?:(?:and|ok|so)\W+)*(?:what|which)(?: are)?(?: the)? (?:\d+ |other |\w+ )?more\W*$|"
    r"\bthe (?:other|rest|\d+ more)\b",
    re.IGNORECASE,
)
"""What asks for the gaps of the paper just written."""
_MINE = re.compile(r"\b(?:my|me|our)\b", re.IGNORECASE)
MOST_GAPS = 6
NO_CASE = {
    "letter": (
        "**The letter is written from a case, which your position description makes.** It is in "
        "writing and holds your name and address, your agency and office, the title, series and "
        "grade you have and those requested, the reasons with the facts of your work, and the "
        "official position description with whether it is accurate."
    )
}


def export(engine: Conversation, question: Question) -> Iterator[Event | Answer]:
    """Write a paper of the case: the one named, or else the evaluation statement."""
    yield _written(engine, question, "md")


def write(engine: Conversation, question: Question) -> Iterator[Event | Answer]:
    """Write the paper asked for, and say what the case lacks for it."""
    yield _written(engine, question, "docx")


def lacks(engine: Conversation, question: Question) -> Iterator[Event | Answer] | None:
    """Say everything the paper just written lacks; None when something else is asked."""
    if engine.moved is None or _LACKS.search(question.message) is None:
        return None
    kind, case = _kind(engine.moved[1].message), engine.case
    if case is None:
        return None
    what = _called(kind)
    gaps = lacking(kind.name, Matter(_subject(engine, case), library=engine.library))
    count = f"{len(gaps)} thing{'s' if len(gaps) > 1 else ''}" if gaps else "nothing"
    engine.note_move("write", engine.moved[1])
    return iter(
        [
            Answer(
                lead=f"**The {what} lacks {count}.**"
                + (" Each stands in it as a blank to fill." if gaps else ""),
                figures=tuple(f"- {escape(gap.text)}" for gap in gaps),
                whose=f"What the {what} still lacks" if gaps else "",
            )
        ]
    )


def _called(kind: Kind) -> str:
    return kind.title[:1].lower() + kind.title[1:]


def _kind(message: str) -> Kind:
    named = FILE.search(message)
    asked = message if named is None else message.replace(named.group(), "")
    return find(next((name for said, name in _SAID if said.search(asked)), "statement"))


def _written(engine: Conversation, question: Question, usual: str) -> Answer:
    named = FILE.search(question.message)
    asked = question.message if named is None else question.message.replace(named.group(), "")
    kind = _kind(question.message)
    what = _called(kind)
    case = engine.case if engine.supervisor is None else engine.supervisor.particulars
    command = f"`fes paper {kind.name} CASE --out {kind.name}.docx`"
    if case is None:
        lead = f"**The {what} is written from a case, which your position description makes.**"
        return Answer(
            lead=NO_CASE.get(kind.name, lead),
            next=(
                "`fes case new --from FILE` makes a case from your position description.",
                f"{command} then writes the {what}, and says what is lacking.",
            ),
        )
    if engine.example and _MINE.search(asked):
        return Answer(
            lead=f"The case open is the bundled example, which is fictional, so there is no {what} "
            "of yours to write from it. Say *new case* to begin your own.",
        )
    matter = Matter(_subject(engine, case), library=engine.library)
    try:
        gaps = lacking(kind.name, matter)
    except AppError as error:
        return Answer(lead=escape(error.sentence()), kind="clarify")
    figures = tuple(escape(gap.text) for gap in gaps[:MOST_GAPS])
    if len(gaps) > MOST_GAPS:
        figures += (f"and {len(gaps) - MOST_GAPS} more",)
    whose = f"What the {what} still lacks" if figures else ""
    barred = next((gap for gap in gaps if gap.bars), None)
    if barred is not None:
        lead = f"The {what} cannot be written yet: {escape(barred.text)}"
        return Answer(lead=lead, figures=figures, whose=whose)
    if not engine.recording:
        lead = f"A single question writes no file: {command} writes the {what} of this case."
        if gaps:
            lead += " What is missing stands in it as a blank to fill."
        return Answer(lead=lead, figures=figures, whose=whose)
    path = Path(named.group()).expanduser() if named else _path(engine, question, kind, usual)
    if path.exists():
        return Answer(
            lead=f"{escape(str(path))} is there already. Name another, such as *export the "
            f"{kind.name} to {kind.name}-2.docx*.",
            kind="clarify",
        )
    try:
        save_paper(kind.name, matter, path)
    except AppError as error:
        return Answer(lead=escape(error.sentence()), kind="clarify")
    lead = f"The {what} is written to {escape(str(path.absolute()))}"
    score = None if engine.standing is None else engine.standing.evaluation
    lead += "." if score is None else f": {score.grade}, {score.total:,} points."
    if gaps:
        lead += " What is missing stands in it as a blank to fill."
    return Answer(lead=lead, figures=figures, whose=whose)


def _subject(engine: Conversation, case: Case) -> Subject:
    if engine.supervisor is None:
        return subject_of_case(case)
    path = engine.supervisor.path
    text = read_text(path)
    return read_subject(text, where=str(path), fmt=file_format(path, text))


def _path(engine: Conversation, question: Question, kind: Kind, usual: str) -> Path:
    """Return a file in the current folder, named from the case and the paper."""
    word = next((one for one in ("pdf", "html") if question.has(one)), usual)
    word = "docx" if question.has("word", "docx") else word
    own = engine.case_path if engine.supervisor is None else engine.supervisor.path
    of = own.stem if own is not None else ""
    title = engine.case.title if engine.case is not None else ""
    return Path(f"{of or file_name(title)}-{kind.name}.{word}")
