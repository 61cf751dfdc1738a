"""Shares of time put right: "70% staffing is wrong, it's 55%"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from assistant.chat.model import Answer
from assistant.chat.moves import edits
from assistant.chat.moves.facts import finding
from assistant.chat.moves.facts.stating import EXAMPLE, share_added
from assistant.chat.moves.findings import ONCE
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.conversation import Conversation
    from assistant.chat.model import Question
    from assistant.events import Event
    from core.model import Duty

    Said = Iterator[Event | Answer]

_SHARE = pattern(
    r"\b(?P<old>\d{1,3})\b(?=.*(?:%|percent|per cent)).{0,60}\b(?:wrong|not right|incorrect|off|"
    r"too (?:much|high|low|little))\b.*?\b(?P<new>\d{1,3})\b"
    r"|\b(?P<new2>\d{1,3})\b(?=.*(?:%|percent|per cent)).{0,60}\b(?:not|instead of|rather than) "
    r"(?P<old2>\d{1,3})\b",
    re.IGNORECASE,
)
"""Puts a share of time right: "70% staffing is wrong, it's 55%"."""
_FIGURE = pattern(r"\d+")


def share_otherwise(engine: Conversation, question: Question) -> Said | None:
    """Put one share of time in the place of another that a duty of the case has."""
    found, case = _SHARE.search(question.message), engine.case
    if found is None or question.message.rstrip().endswith("?") or case is None:
        return None
    if len(_FIGURE.findall(question.message)) > len(("the old", "the new")):
        # A grade or a count beside them is of something else.
        return None
    old, new = (float(found[key] or found[f"{key}2"]) for key in ("old", "new"))
    by: Literal["employee", "supervisor"] = (
        "supervisor" if question.has("supervisor", "boss", "manager") else "employee"
    )
    of = [one for one in case.duties if getattr(one, f"percent_{by}") == old]
    named = [one for one in of if finding.stems(one.title) & finding.stems(question.message)]
    meant = named or of
    return _shared(engine, meant[0], old, new, by) if len(meant) == 1 else None


def _shared(
    engine: Conversation, duty: Duty, old: float, new: float, by: Literal["employee", "supervisor"]
) -> Said:
    if (refused := unchangeable(engine)) is not None:
        yield refused
        return
    assert engine.case is not None  # noqa: S101 - the duty is one of its duties
    yield from engine.change(edits.with_share(engine.case, duty.title, new, by=by))
    added = share_added(engine, f"{duty.title}, {new:g} percent by the {by}'s estimate")
    other = "employee" if by == "supervisor" else "supervisor"
    stays = getattr(duty, f"percent_{other}")
    kept = "" if stays is None else f" The {other}'s figure, {stays:g} percent, stays."
    yield replace(added, lead=f"Corrected: {new:g} in place of {old:g} percent.{kept} {added.lead}")


def unchangeable(engine: Conversation) -> Answer | None:
    if engine.example:
        return Answer(lead=EXAMPLE, kind="clarify")
    return None if engine.recording else Answer(lead=ONCE)
