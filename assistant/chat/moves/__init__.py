"""Moves of a dialogue: what is said about the conversation or the case, not about the field.

``moves.toml`` says how each is said, in the order in which they are tried.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import load
from assistant.chat.moves import findings, keeping, levels
from assistant.chat.moves.facts import stating
from assistant.chat.moves.looking import back, grounds
from assistant.chat.reading.exact import read

if TYPE_CHECKING:
    from assistant.chat.conversation import Conversation
    from assistant.chat.model import Answer, Question
    from assistant.events import Event

    Handler = Callable[[Conversation, Question], Iterator[Event | Answer]]

__all__ = ["Move", "move_of", "moves"]

_FILE = Path(__file__).resolve().parent / "moves.toml"
_AND = r"(?:(?:and|so|but|ok(?:ay)?|then|well|hm+|wait|now|yeah|actually|alright|fine)\b[\s,.]*)*"
_POLITE = r"(?:please |can you |could you |ok(?:ay)?,? |now )*"


_FIRST = re.compile(r"(?:[.!;:,]+\s+|\s+[-\u2013\u2014]+\s+|\s+(?=(?:because|since|as)\s))")
_DISOWNS = re.compile(
    r"^\W*(?:(?:because|since|as) )?(?:it|that|this|i|wrong|a mistake|my mistake|not)\b|"
    r"^\W*(?:wrong|mistake)\b",
    re.IGNORECASE,
)
"""What says why something is taken back, and tells nothing of the job itself."""
_LAST = re.compile(r"^(?P<said>.{8,})[.!;,:]\s+(?P<last>[^.!?;,:]{4,40})[.!]*$", re.DOTALL)
_KEEP = re.compile(
    r"(?:please |and |so |now )*(?:keep|note|record|add|put|remember|write|take|save|log) "
    r"(?:that|this|it)(?: (?:down|in|too|please|to|into|my|the|case|file|on|record))*$",
    re.IGNORECASE,
)
"""What asks to take down the statement said before it: "... keep that"."""


@dataclass(frozen=True, slots=True)
class Move:
    """A move: how it is said, and what it does.

    ``also`` must agree, when given, for what words alone cannot tell.
    """

    name: str
    pattern: re.Pattern[str]
    run: Handler
    also: Callable[[Question], bool] | None = None


def _names_factor(question: Question) -> bool:
    return bool(levels.named(question))


def _names_no_level(question: Question) -> bool:
    return not question.levels


def _later(place: str) -> Handler:
    """Return what makes a move whose module is loaded only when it is made."""

    def run(engine: Conversation, question: Question) -> Iterator[Event | Answer]:
        made: Handler = load(place)
        return made(engine, question)

    return run


_RUN: dict[str, tuple[Handler, Callable[[Question], bool] | None]] = {
    "more": (back.more, None),
    "shorter": (back.shorter, None),
    "sure": (grounds.sure, None),
    "cite": (grounds.cite, None),
    "counted": (grounds.counted, None),
    "checked": (grounds.checked, None),
    "unasked": (grounds.unasked, None),
    "why": (back.why, None),
    "facts": (back.facts, None),
    "questions": (_later("assistant.chat.moves.facts.interview:ask"), None),
    "draft": (_later("assistant.chat.moves.facts.drafting:draft"), None),
    "brief": (_later("assistant.chat.moves.facts.drafting:brief"), None),
    "audit": (_later("assistant.chat.moves.facts.drafting:audit"), None),
    "summary": (back.summary, None),
    "help": (back.help_, None),
    "polite": (back.polite, None),
    "redo": (keeping.redo, None),
    "undo": (keeping.undo, None),
    "changes": (keeping.changed, None),
    "undo everything": (keeping.undo_all, None),
    "save": (keeping.save, None),
    "export": (_later("assistant.chat.moves.exporting:export"), None),
    "write": (_later("assistant.chat.moves.exporting:write"), None),
    "suggest": (_later("assistant.chat.moves.describing.suggesting:suggested"), _names_no_level),
    "accept": (_later("assistant.chat.moves.describing.suggesting:accepted"), None),
    "description": (_later("assistant.chat.moves.describing.pasted:how"), None),
    "open": (keeping.open_case, None),
    "new": (keeping.begin, None),
    "drop": (levels.drop, _names_factor),
    "restore": (levels.restore, _names_factor),
    "finding": (findings.finding, findings.is_finding),
    "seek": (levels.seek, levels.is_seek),
    "record": (levels.record, levels.is_record),
    "bears": (back.bears, None),
    "open questions": (back.open_questions, None),
    "correct": (stating.correct, stating.is_correction),
    "fact": (stating.fact, stating.is_told),
    "share": (stating.share, stating.is_share),
}


@cache
def moves() -> tuple[Move, ...]:
    """Return the moves in the order in which they are tried."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    found = []
    for entry in data["moves"]:
        run, also = _RUN[entry["name"]]
        found.append(Move(entry["name"], _pattern(entry), run, also))
    return tuple(found)


def _pattern(entry: dict[str, list[str]]) -> re.Pattern[str]:
    said = entry.get("whole", ())
    ways = [f"(?:{one})" for one in said if not one.startswith("{and}")]
    after = [f"(?:{one.removeprefix('{and}')})" for one in said if one.startswith("{and}")]
    # What may stand before many of them stands once, which is compiled and read much faster.
    if after:
        ways.append(f"{{and}}(?:{'|'.join(after)})")
    whole = "|".join(ways).replace("{and}", _AND)
    parts = [rf"^\W*{_POLITE}(?:{whole})\W*$"] if whole else []
    parts += [one.replace("{polite}", _POLITE) for one in entry.get("holds", ())]
    return re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE)


def move_of(question: Question) -> Move | None:
    """Return the first move of the table that a message makes, or None."""
    for move in moves():
        if move.pattern.search(question.message) and (move.also is None or move.also(question)):
            return move
    first = said_first(question.message)
    if first is not None and disowns(first[1]):
        return first[0]
    return _said_last(question)


def disowns(said: str) -> bool:
    """Tell whether what is said behind a taking back gives only its reason."""
    return _DISOWNS.search(said) is not None and not said.endswith("?")


def said_first(message: str) -> tuple[Move, str] | None:
    """Return the taking back that a message begins with, and what it says beyond that."""
    for end in _FIRST.finditer(message):
        for move in moves():
            if move.name == "undo" and move.pattern.search(message[: end.start()]):
                return move, message[end.end() :].strip()
    return None


def _said_last(question: Question) -> Move | None:
    """Return the move that the last few words of a message ask for: "... put it back"."""
    found = _LAST.match(question.message)
    if found is None or question.asks:
        return None
    for move in moves():
        if move.name in {"redo", "undo"} and move.pattern.search(found["last"]):
            return move
    if not _KEEP.match(found["last"]):
        return None
    told = read(f"fact: {found['said'].rstrip(' ,;')}")

    def keep(engine: Conversation, question: Question) -> Iterator[Event | Answer]:  # noqa: ARG001
        return stating.fact(engine, told)

    return Move("fact", _KEEP, keep)
