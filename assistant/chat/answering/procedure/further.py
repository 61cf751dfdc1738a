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
    number,
    track,
)
from assistant.chat.answering.procedure.lateness import in_time
from assistant.chat.model import Answer
from index.language.late import pattern

if TYPE_CHECKING:
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
_EFFECTIVE = pattern(r"\b(?:effective|took effect|takes effect|sf-?\s?50)\b", re.IGNORECASE)


def goes_on(question: Question, context: Context) -> bool:
    """Tell whether a message asks of going on to OPM after the agency decided an appeal."""
    text = question.around or question.message
    decided = _AGENCY_DECIDED.search(text) and _ON_APPEAL.search(text)
    return bool(decided and not _EFFECTIVE.search(text) and track(question, context) == "gs")


def second(question: Question, context: Context) -> Answer:
    """Say by when to go on to OPM after the agency has decided an appeal."""
    from core.appeals.limits import second_filing

    when = event(question, context, received=True) if question.dates or question.since else None
    days, last = number("retroactive-second-filing"), None
    if when is not None and when.whose == "question":
        appeal = {"filed": when.earliest, "decision_received": when.latest}
        limit = second_filing(facts_of(question, context, agency_appeal=appeal))
        last = None if limit is None else limit.last_day
    if last is None:
        lead = (
            "**At any time: going on to OPM after the agency's decision has no limit of its own.** "
            f"Only where grade or pay was lost do {days} calendar days count, from the day you "
            "received the agency's decision, so that lost pay can be made good."
        )
    else:
        bounds = (last, last)
        lead = (
            f"{in_time(bounds, question, context)}**The {days} calendar days to go on to OPM, so "
            f"that lost pay can be made good, {ends(bounds, asked_on(question, context))}.** They "
            "run from the day you received the agency's decision. The appeal itself has no time "
            "limit: without lost pay you may go to OPM at any time."
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
