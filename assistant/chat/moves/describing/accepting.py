"""Levels of the supervisory guide accepted in the conversation, and entered in the case's file.

A supervisor's case is a file of its own kind, written at once; *undo* writes it as it was before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from assistant.cases.supervisors import enter
from assistant.chat.model import Answer
from assistant.chat.moves.describing.supervisor import standing
from assistant.chat.moves.findings import ONCE
from assistant.suggest.accepting import ALL, named_levels
from assistant.suggest.opening import open_description
from assistant.suggest.suggesting import suggest
from assistant.suggest.supervisory.directed import base_of
from core.standards.table import SUPERVISORY_FACTORS, SUPERVISORY_ID

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.chat.conversation import Conversation
    from assistant.chat.model import Question
    from assistant.events import Event

    Said = Iterator[Event | Answer]

_LEVEL: Final = re.compile(r"(?<![\w-])([1-6][AB]?)\s?-\s?(\d)(?:[abc])?(?![\w-])", re.IGNORECASE)
_BARE: Final = re.compile(r"(?<![\w-])([1-6][AB]?)(?![\w-])", re.IGNORECASE)
BUT: Final = re.compile(
    r"\b(?:but|except(?: for)?|excluding|other than|without|not)\b", re.IGNORECASE
)
"""What stands before the factors that are left out of those accepted."""


def taken(engine: Conversation, path: Path, question: Question) -> Said:
    """Enter the suggested levels of the guide that a person names in the case's file.

    The grade of the work directed is entered with Factor 5 where the case states whom is directed.
    """
    described = open_description(path)
    found = suggest(described, SUPERVISORY_ID, engine.chooser.embedder)
    named = _accepted(question.message, [str(one.factor) for one in found.factors])
    levels = named_levels(found, named)
    given = ", ".join(levels[one] for one in SUPERVISORY_FACTORS if one in levels)
    if not engine.recording:
        yield Answer(lead=f"{ONCE} It would take {given}.", levels=tuple(levels.values()))
        return
    if engine.changed:
        yield Answer(
            lead="This case has changes that are not saved. Say *save* first, then accept levels.",
            kind="clarify",
        )
        return
    base, directed = found.factor("5"), base_of(described)
    own = base is not None and levels.get("5") == base.level and directed is not None
    former = path.read_bytes()
    made = enter(path, levels, f"GS-{directed.grade}" if own and directed is not None else "")
    engine.enter_supervisor(made, former)
    told = standing(made)
    yield replace(
        told,
        lead=f"**Entered: {given}.** {told.lead} Say *undo* to take it back.",
        levels=tuple(levels.values()),
    )


def _accepted(message: str, factors: Sequence[str]) -> list[str]:
    """Return what is accepted, as the command line writes it: ``all``, ``2`` or ``2=2-2``."""
    head, _, tail = BUT.sub("\0", message, count=1).partition("\0")
    left = {one[1].upper() for one in _BARE.finditer(tail)}
    levels = {one[1].upper(): f"{one[1].upper()}-{one[2]}" for one in _LEVEL.finditer(head)}
    bare = {one[1].upper() for one in _BARE.finditer(_LEVEL.sub(" ", head))} - levels.keys()
    if levels or bare:
        return [*(f"{key}={level}" for key, level in levels.items()), *sorted(bare)]
    return [one for one in factors if one not in left] if left else [ALL]
