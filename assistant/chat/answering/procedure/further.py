"""Going on to OPM after the agency has decided an appeal: who asks of it, and by when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import rule
from assistant.chat.answering.procedure import (
    asked_on,
    ends,
    event,
    facts_of,
    last_days,
    number,
    track,
)
from assistant.chat.answering.procedure.lateness import calendar, in_time
from assistant.chat.model import Answer
from index.language.late import pattern

if TYPE_CHECKING:
    from datetime import date

    from assistant.chat.model import Context, Question

_AGENCY_DECIDED = pattern(
    r"\b(?:agency|hr|headquarters|personnel)\b[^.?!]{0,40}\b(?:decision|decided|denied|denial|"
    r"said no|"
    r"turned|ruled|rejected|refused|unfavorable|answer)\b[^.?!]{0,40}\b(?:appeal|review)?|"
    r"\bunfavorable (?:agency )?decision\b|\b(?:agency|hr)'s (?:no|answer|refusal|denial)\b",
    re.IGNORECASE,
)
_ON_APPEAL = pattern(
    r"\b(?:on my appeal|my appeal|appeal to (?:the|my) agency|agency appeal|denied|turned (?:it|"
    r"me) "
    r"down|said no|unfavorable|opm next|go(?:ing)? (?:on )?to opm|at opm|to opm)\b",
    re.IGNORECASE,
)
_ADDED = pattern(r"\(effective [^)]*\)", re.IGNORECASE)
"""How the day of a lowering told before is added to a question."""
_EFFECTIVE = pattern(r"\b(?:effective|took effect|takes effect|sf-?\s?50)\b", re.IGNORECASE)

_TO_OPM = pattern(r"\b(?:for|to|with|at|reach) opm\b", re.IGNORECASE)
_ACTS = "acts on its decision"
"""What is asked with it where an action follows from the agency's decision."""


def goes_on(question: Question, context: Context) -> bool:
    """Tell whether a message asks of going on to OPM after the agency decided an appeal."""
    text = _ADDED.sub("", question.around or question.message)
    decided = _AGENCY_DECIDED.search(text) and _ON_APPEAL.search(text)
    lowered = _EFFECTIVE.search(text) and not _TO_OPM.search(question.message)
    return bool(decided and not lowered and track(question, context) == "gs")


def second_ends(question: Question, context: Context) -> date | None:
    """Return the last day to go on to OPM after an agency's decision whose receipt is told."""
    from core.appeals.limits import second_filing

    if track(question, context) == "fws":
        wage = last_days("fws-opm-filing", question, context, "agency_appeal", "decision_received")
        return None if wage is None else wage[1]
    when = event(question, context, received=True) if question.dates or question.since else None
    if when is None or when.whose != "question":
        return None
    appeal = {"filed": when.earliest, "decision_received": when.latest}
    limit = second_filing(facts_of(question, context, agency_appeal=appeal))
    return None if limit is None else limit.last_day


def second(question: Question, context: Context) -> Answer:
    """Say by when to go on to OPM after the agency has decided an appeal."""
    days, last = number("retroactive-second-filing"), second_ends(question, context)
    if last is None:
        lead = (
            "**At any time: going on to OPM after the agency's decision has no limit of its own.** "
            f"Only where grade or pay was lost do {days} calendar days count, from the day you "
            "received the agency's decision, so that lost pay can be made good."
        )
    else:
        bounds = (last, last)
        lead = (
            f"{calendar(question)}{in_time(bounds, question, context)}"
            f"**The {days} calendar days to go on to OPM, so "
            f"that lost pay can be made good, {ends(bounds, asked_on(question, context))}.** They "
            "run from the day you received the agency's decision. The appeal itself has no time "
            "limit: without lost pay you may go to OPM at any time."
        )
    if question.has(_ACTS):
        lead += (
            " Where an action follows from that decision and takes effect later, the regulation "
            "counts from its effective date; the day from receipt is the safe one."
        )
    return Answer(
        lead=lead,
        words=(
            rule(
                "retroactive-second-filing",
                "introduction",
                "after receipt of the agency's decision",
            ),
            rule("any-time", "5-cfr-511", "appeal of his or her official position at any time"),
        ),
        next=("Note the day on which the decision reached you, and keep the envelope or email.",),
    )
