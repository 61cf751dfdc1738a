"""What stands in laws beside classification, and what is outside the field: said at once.

A question on leave, on the Board's time limits or on who qualifies would otherwise be given the
nearest words of the law on classification. Where its answer stands is said in the lead, as general
knowledge of the law, and nothing is quoted.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.chat.answering.fields import asks_of_grading
from assistant.chat.answering.kit import decline
from assistant.chat.model import Answer, Context, Question
from index.language.late import pattern

_FILE = Path(__file__).resolve().with_name("elsewhere.toml")
_INSTEAD = (
    "It can say which series and grade work earns, what a level requires, and how a "
    "classification is contested."
)
_OF_A_GRADE = pattern(
    r"\b(?:mak(?:es?|ing)|made|being|becomes?|worth|earn(?:s|ed)?|deserves?|should be|"
    r"(?:job|position|work|it|this|that) (?:is|was|were|be|rates?)|"
    r"(?:is|was|were) (?:my|the|this|that) (?:job|position|work))"
    r" (?:(?:me|us|my|the|this|it|job|position|work|not|still|really) )*(?:an? |at |the )*"
    r"(?:gs-?)?(?:1[0-5]|[4-9])\b",
    re.IGNORECASE,
)
"""What asks for the grade of a position, whatever else of the law the story names."""
_OF_APPEALS = pattern(
    r"\b(?:opm|appeal\w*|contest|challenge|fight|dispute|retain\w*|retention)\b", re.IGNORECASE
)
"""What is asked of a procedure that the holder of some positions does not have."""
_FEW = 4
"""Words up to which a message goes on with what was said."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A matter that is answered elsewhere; without a holder it is declined.

    ``grades`` is set where it is itself a matter of grades and standards, ``outside`` where who
    holds such a position stands outside the procedures here, whatever is asked of them later.
    """

    what: str
    names: re.Pattern[str]
    asks: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    holder: str
    get: str
    keys: tuple[str, ...]
    here: str
    grades: bool
    outside: bool

    def meant(self, message: str) -> bool:
        """Return whether a message asks of this matter."""
        return bool(
            self.names.search(message)
            and (self.asks is None or self.asks.search(message))
            and not (self.unless is not None and self.unless.search(message))
        )


@cache
def _known() -> tuple[Elsewhere, ...]:
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(_one(row) for row in (*data["declined"], *data["elsewhere"]))


def _one(row: dict[str, Any]) -> Elsewhere:
    def of(text: str) -> re.Pattern[str] | None:
        return pattern(text, re.IGNORECASE) if text else None

    return Elsewhere(
        what=row["what"],
        names=pattern("|".join(row["names"]), re.IGNORECASE),
        asks=of(row.get("asks", "")),
        unless=of(row.get("unless", "")),
        holder=row.get("holder", ""),
        get=row.get("get", ""),
        keys=tuple(row.get("keys", ())),
        here=row.get("here", ""),
        grades=row.get("grades", False),
        outside=row.get("outside", False),
    )


def elsewhere(question: Question, context: Context) -> Answer | None:
    """Return where the answer stands, or that there is none here; None for the field's own.

    A level, a total, a decision or a section named is of the field, and what the library holds is
    quoted.
    """
    if question.decision or question.levels or question.points:
        return None
    message = question.message.replace("\u2019", "'")
    # Of the work of a position its grade is asked, whatever law the work is on.
    of_work = asks_of_grading(message) or (question.grades and _OF_A_GRADE.search(message))
    known = (one for one in _known() if one.grades or not of_work)
    found = next((one for one in known if one.meant(message)), None)
    head = ""
    if found is None and (found := _of_holder(message, question, context)) is not None:
        head = "Not by the procedures here. "
    if found is None:
        return None
    if question.sections and not all(part in found.holder for part in question.sections):
        # A section of another law is quoted, where it is held.
        return None
    if not found.holder:
        return decline(found.what, _INSTEAD)
    if _held(found.keys, context):
        return None
    here = f" {found.here}" if found.here else ""
    return Answer(
        lead=(
            f"**{head}{found.what}: outside what is held here. It stands in {found.holder}.** "
            f"Get it from {found.get}. That is general knowledge of where the law stands, not a "
            f"quotation; check the current text.{here}"
        ),
        kind="not_held",
        next=(
            "Add it with `fes ingest FILE`, and it is quoted here.",
            f"What this program does instead: {_INSTEAD.removeprefix('It ')}",
        ),
    )


def _of_holder(message: str, question: Question, context: Context) -> Elsewhere | None:
    """Return what was told of the reader's own position that stands outside the procedures here."""
    goes_on = context.memory.topic == "elsewhere" and len(message.split()) <= _FEW
    if question.pay_plan or question.grades or not (goes_on or _OF_APPEALS.search(message)):
        return None
    told = " ".join(context.memory.told).replace("\u2019", "'")
    return next((one for one in _known() if one.outside and one.meant(told)), None)


def _held(keys: tuple[str, ...], context: Context) -> bool:
    if context.library is None:
        return False
    titles = [document.title.casefold() for document in context.library.documents()]
    return any(key in title for key in keys for title in titles)
