"""A limit that has passed: what is lost, and how it may be preserved."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import rule
from assistant.chat.answering.procedure import (
    case_action,
    first_filing_ends,
    number,
    track,
)
from assistant.chat.answering.procedure.further import goes_on, second_ends
from assistant.chat.answering.procedure.lateness import in_time
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.turns.limits.happened import kind_said
from assistant.text import in_words

_UNTOLD = (
    "nobody",
    "no one",
    "told",
    "mention",
    "didn't know",
    "did not know",
    "notified",
    "left out",
    "found out",
    "named",
    "aware",
    "knew",
)
_PREVENTED = (
    "hospital",
    "sick",
    "deploy",
    "could not",
    "couldn't",
    "prevented",
    "accident",
    "ill ",
)


_WHETHER = re.compile(
    r"\b(?:did|have|has|do|am) (?:i|we|he|she|they)\b[^.?!]{0,20}\b(?:miss\w*|too late|past)\b"
    r"|\bmiss(?:ed|ing)? (?:any|a|some) (?:deadline|limit|time limit|cutoff|date)\b"
    r"|\bany deadlines?\b[^.?!]{0,20}\b(?:miss\w*|pass\w*)\b",
    re.IGNORECASE,
)
_NOT_TOLD = re.compile(
    r"\b(?:wasn'?t|weren'?t|was not|were not|never|nobody|no ?one|didn'?t|did not|hadn'?t)\b"
    r"[^.?!]{0,25}\b(?:told|tell|notified|informed|mention\w*|kn[eo]w\w*|aware|said|sa[iy]d?)\b",
    re.IGNORECASE,
)
_OF_TIME = ("deadline-after-lowering", "missed-deadline", "deadline-in-general")


def _sure(question: Question, context: Context) -> bool:
    """Tell whether a limit is asked about that nobody told of, after one was spoken of."""
    said = _NOT_TOLD.search(question.message)
    limit = question.has("limit", "deadline", "days")
    return bool(said and (limit or context.memory.topic in _OF_TIME) and not question.decision)


def _lowered(question: Question, context: Context) -> bool:
    """Tell whether a lowered grade is told of, in this message, before, or in the case."""
    memory = context.memory
    told = (question.around or question.message, *memory.told)
    said = any(kind_said(one) == "lowering" for one in told) or "lowering" in memory.days
    return said or case_action(context) is not None


def _none_runs(days: int) -> Answer:
    """Say that no limit runs where no grade or pay was lowered."""
    return Answer(
        lead=(
            "**No, if nothing was lowered: an appeal of the series or grade has no time limit.** "
            f"Only after a downgrade that cost grade or pay, with neither retained, do {days} "
            "calendar days from the day it took effect count, and those for the lost pay alone."
        ),
        words=(
            rule("any-time", "5-cfr-511", "appeal of his or her official position at any time"),
            rule("time", "5-cfr-511", "time limits in § 511.703 must be observed"),
        ),
        next=("Was your grade or pay lowered? Say when, and the days are counted.",),
    )


def _late(question: Question, context: Context) -> str:
    """Say which day was the last, when the day of the downgrade is known."""
    if not question.dates:
        return ""
    if goes_on(question, context):
        second = second_ends(question, context)
        return (
            ""
            if second is None
            else (f"**What goes to OPM after {in_words(second)} is late for lost pay.** ")
        )
    last = first_filing_ends(question, context)
    told = "" if last is None else in_time(last, question, context)
    if told:
        return told
    return (
        ""
        if last is None
        else f"**What is filed after {in_words(last[1])} is late for lost pay.** "
    )


def _answer(question: Question, context: Context) -> Answer:
    wage = track(question, context) == "fws"
    days = number("retroactive-first-filing")
    who = "Your agency for the first application, OPM for the appeal," if wage else "OPM"
    may = f"{who} may" + ("" if wage else ", at its discretion,")
    if not wage and _WHETHER.search(question.message) and not _lowered(question, context):
        return _none_runs(days)
    untold, prevented = question.has(*_UNTOLD), question.has(*_PREVENTED)
    if prevented:
        head = "**Then your claim to lost pay may still be preserved.**"
    elif untold:
        head = "**Then your claim to lost pay may still be preserved, if nobody told you.**"
    elif wage:
        head = (
            "**Your agency may be asked for a review at any time; a late appeal to OPM from its "
            "decision needs an extension.**"
        )
    else:
        head = "**The appeal itself is not lost: it may be filed at any time.**"
    late = "" if wage else _late(question, context)
    lead = "" if untold or prevented else late
    lead += (
        f"{head} {may} extend the {days} calendar days if you show that you were neither "
        "told of the limit nor knew of it from elsewhere, or that circumstances beyond your "
        "control kept you from filing. "
    )
    lead += (
        "An appeal to OPM after the agency's decision has the same way out."
        if wage
        else "Without that only the lost pay is gone; the grade can be appealed at any time."
    )
    if untold or prevented:
        # The way out answers; the day that has passed comes after it.
        lead += f" {late.replace('**', '').strip()}" if late else ""
    extension = rule(
        "retroactive-extension", "5-cfr-511", "preserved at the discretion of the Office"
    )
    words = [
        extension,
        rule("any-time", "5-cfr-511", "appeal of his or her official position at any time"),
    ]
    if untold:
        words.append(rule("notice-limits", "5-cfr-511", "Of the time limits within which"))
    if wage:
        words = [
            rule(
                "fws-extension-agency",
                "5-cfr-532",
                "was not notified of the applicable time limit for review",
            ),
            rule("fws-extension-opm", "5-cfr-532", "may extend this time limit"),
        ]
    return Answer(
        lead=lead,
        words=tuple(words),
        next=(
            "File now, and say in the appeal why it comes late, with proof.",
            "Enclose the notice: it should have named the limits.",
        ),
    )


TOPIC = Topic(
    id="missed-deadline",
    title="a time limit that was missed",
    answer=_answer,
    sure=_sure,
    likes=("dates",),
    unlike=("levels", "points", "decision"),
)
