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
_OPM_WROTE = pattern(r"\bopm(?:'s)? (?:has |have )?(?:asked|wrote|letter)", re.IGNORECASE)


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
    asks=(
        "OPM wrote me asking for information. How long do I have?",
        "deadline to answer OPM's letter",
        "OPM sent a letter dated May 4, by when must I reply?",
        "How many days to send OPM what it asks for?",
        "Can I get more time to answer OPM?",
        "OPM wants documents from me",
        "I got a request for information in my appeal",
        "time to respond to an OPM request",
        "what if I can't answer OPM in time",
        "OPM's letter gives me no date",
        "reply to OPM in an appeal",
        "how fast do I have to answer OPM's questions",
        "extension for responding to OPM",
        "OPM's questionnaire arrived",
        "Is there a limit to answer OPM's information request?",
        "By when do I have to answer OPM?",
        "letter from OPM asking for facts, time limit?",
        "I need longer to reply to OPM",
        "OPM's request dated June 1, 2026: when is my answer due?",
        "days to furnish information to OPM",
        "What happens if I answer OPM late?",
        "answer OPM's letter",
        "OPM sent me a letter",
        "OPM asked me for documents",
        "OPM wants more information",
        "how long to answer OPM",
        "how long do I have to reply to OPM",
        "deadline to reply",
        "when is my answer to OPM due",
        "OPM's request for information",
        "OPM wrote to me on May 3",
        "time to send OPM the papers",
        "can OPM give me more time",
        "ask OPM for an extension",
        "I can't get the documents in time for OPM",
        "what if I ignore OPM's letter",
        "must I answer OPM",
        "letter from OPM, 15 days?",
        "information request from OPM",
        "furnish information to OPM by when",
        "responding late to OPM",
        "OPM wants papers from me; how soon must they be there?",
        "I need two more weeks to reply to OPM's questions",
        "OPM's inquiry is dated May 12, when must I have answered",
        "what time do I get to respond to OPM",
        "How soon must I reply to OPM's letter?",
        "OPM asked me questions, when are the answers due?",
        "I have to send OPM more information, by when?",
        "OPM's letter is dated May 3, due date?",
        "what's the time for answering OPM",
        "may I have more time for OPM's questions",
        "OPM needs papers I don't have yet",
        "what if my reply to OPM is late",
        "days allowed to answer OPM",
        "I received questions from OPM",
        "In what time must I send OPM what it asked for?",
        "OPM's letter came; can I have an extension",
        "they want more info from me, how long have I got",
        "got an email from the appeals office with questions",
        "what happens if I don't answer OPM's request",
        "OPM wants me to send more papers",
        "they gave me a list of stuff to hand in",
        "I ignored OPM's letter, now what",
        "need more time to reply to their questions",
        "they asked for my comments on the description, when's it due",
        "can I get a few more days to answer OPM",
        "do I really have to respond to the examiner's questions",
        "the letter from OPM sat on my desk for a month",
        "OPM asked our office for documents, when must we respond",
        "request for information came yesterday",
        "They'll close my case unless I write back, by when?",
    ),
    answer=_answer,
    sure=_sure,
    cues=("agency", "hr ", "management"),
    likes=("dates",),
    unlike=("levels", "points", "decision"),
)
