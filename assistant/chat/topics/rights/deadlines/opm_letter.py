"""How long there is to answer OPM's questions."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import asked_on, ends, last_days, number, track
from assistant.chat.answering.procedure.lateness import in_time
from assistant.chat.model import Answer, Context, Question, Topic
from index.language.late import pattern


def _sure(question: Question, context: Context) -> bool:
    """Tell whether it is asked if the agency has the time that was told of the appellant."""
    agency = question.has("agency", "hr ", "management")
    return agency and question.has("same", "too", "also") and context.memory.topic == TOPIC.id


_OPM_ASKS = pattern(
    r"\b(?:opm|examiner|appeals (?:office|officer)|(?:an |the )?oversight)\b.{0,40}\b(?:asks?|"
    r"asked|asking|wants?|wanted|needs?|wrote|sent|letter|request\w*|questions?|questionnaire|inquiry|"
    r"info\w*|e-?mail)\b"
    r"|\b(?:letter|request|questions?|e-?mail|inquiry|questionnaire)\b.{0,30}\b(?:from|of|by) "
    r"(?:opm|the (?:examiner|appeals))"
    r"|\b(?:answer(?:ing)?|repl(?:y|ies|ying)|respond(?:ing)?|response)\b.{0,20}\bopm\b"
    r"|\bopm\b.{0,30}\b(?:extension|more time|repl(?:y|ies)|respon\w+|answer)\b"
    r"|\b(?:furnish|produce|hand over|documents?|papers?|info\w*)\b.{0,25}\b(?:to|for) opm\b"
    r"|\bsend opm\b.{0,30}\b(?:papers?|info\w*|documents?|what (?:it|they))\b"
    r"|\b(?:got|have|received|with) .{0,12}\b(?:request for information|questions?)\b"
    r"|\brequest for information\b"
    r"|\b(?:they|opm)(?:'ve| have)? (?:want|wanted|ask|asked|gave|need|sent)\b.{0,30}\b(?:info\w*|"
    r"documents?|papers?|comments?|questions?|list|more|facts)\b"
    r"|\b(?:their|the examiner's) (?:questions?|request|inquiry)\b|\bwrite back\b",
    re.IGNORECASE,
)
"""What tells that OPM has asked something of the appellant."""
_APPELLANT = pattern(
    r"\b(?:(?:i|we) (?:already |have |had |just )*(?:sent|send|wrote|mailed|e-?mailed|filed|"
    r"submitted|appealed)|(?:write|go|going|writing|appeal\w*|apply) to opm|"
    r"(?:can|could|may|do) (?:i|we) "
    r"(?:file|make|send|submit) (?:an?|the) (?:\w+ )?request|propos\w+)\b",
    re.IGNORECASE,
)
"""What the appellant writes of his own accord, or the agency proposes."""


def _asked_by_opm(question: Question, context: Context) -> bool:
    """Tell whether OPM has asked something, by what is said now or was spoken of before."""
    said = question.around or question.message
    asks = _OPM_ASKS.search(said) and not (
        _APPELLANT.search(said)
        and not re.search(r"\bopm(?:'s)? (?:asked|wrote|letter)", said.lower())
    )
    return bool(asks) or context.memory.topic == TOPIC.id


def _answer(question: Question, context: Context) -> Answer | None:
    if _sure(question, context) and track(question, context) == "gs":
        days = number("agency-furnishes")
        return Answer(
            lead=(
                f"**Yes, the same: the agency's report is due in {days} calendar days, unless OPM "
                "grants longer.**"
            ),
            words=(quoted_rule("agency-furnishes", "introduction"),),
            next=("You and your representative may see what the agency sends.",),
        )
    asks_agency = question.has("the agency", "our agency", "hr ", "personnel office")
    if asks_agency and not question.has("my ", "me ", "i "):
        return None
    if asks_agency and not question.has("opm") and not question.asks:
        # A letter of the agency's is none that OPM's days run from.
        return None
    if not _asked_by_opm(question, context):
        # No days run from a letter that nobody wrote.
        return None
    if track(question, context) == "fws":
        own = rule("fws-furnish", "5-cfr-532", "promptly furnish such facts")
        return Answer(
            lead="**Promptly: in a wage job the rules set no number of days, so the date in OPM's "
            "letter counts.** An appeal that is not pursued can be canceled or decided on the "
            "record.",
            words=(own,),
        )
    days = number("opm-asks")
    last = (
        last_days("opm-asks", question, context, "opm_appeal", "letter")
        if question.dates or question.since
        else None
    )
    head = f"**{days} calendar days from the date of OPM's letter, unless OPM grants you longer.**"
    if last is not None:
        head = (
            f"{in_time(last, question, context)}"
            f"**The {days} calendar days {ends(last, asked_on(question, context))}, counted from "
            "the date of OPM's letter.** OPM can grant longer."
        )
    if question.has("vacation", "on leave", "sick", "hospital", "away", "can't make", "more time"):
        head = (
            f"**Ask OPM for more time now, before the day it names: only OPM can extend the {days} "
            "calendar days from the date of its letter.**"
            + (
                ""
                if last is None
                else f" They {ends(last, asked_on(question, context))}, by what you tell."
            )
        )
    unanswered = question.has("if i do not answer", "if i don't answer", "if i ignore", "if i miss")
    if unanswered or question.has(
        "for good", "for ever", "forever", "dead", "reopen", "revive", "end of it"
    ):
        head = (
            "**If you do not answer, OPM can cancel the appeal; it reopens it only if something "
            "beyond your control prevented the answer.**"
        )
        lead = f"{head} Answer within the {days} calendar days, or ask for more before they end."
        return Answer(
            lead=lead,
            words=(
                rule("cancellation", "5-cfr-511", "On failure to prosecute"),
                quoted_rule("opm-asks", "introduction"),
            ),
            next=("Say what kept you, with proof, and answer at once.",),
        )
    return Answer(
        lead=(
            f"{head} Ask for more time before they are over. If you do not answer, OPM can cancel "
            "the appeal, and reopens it only if something beyond your control prevented the answer."
        ),
        words=(
            quoted_rule("opm-asks", "introduction"),
            rule("cancellation", "5-cfr-511", "On failure to prosecute"),
        ),
        next=("Answer what you can now, and say what follows and when.",),
        missing=() if last is not None else ("the date of OPM's letter",),
    )


TOPIC = Topic(
    id="opm-letter",
    title="answering OPM's questions",
    answer=_answer,
    sure=_sure,
    cues=("agency", "hr ", "management"),
    likes=("dates",),
    unlike=("levels", "points", "decision"),
)
