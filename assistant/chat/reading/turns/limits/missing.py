"""A limit just told that may be missed: "what if I miss that", "and when that passes?".

What is lost depends on whose limit it is: the days for lost pay, those of OPM's questions, of
reconsideration or of an end of retention each have their own way out, or none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.limits.happened import says_kept
from assistant.chat.reading.turns.limits.told import on_day
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question

MOST = 14
"""Words beyond which a message says for itself what it is about."""
_MISSES = pattern(
    r"\b(?:miss(?:ed|es|ing)?|forg[eo]t|overlook(?:ed)?|(?:do|can|did|could)(?:n'?t| not) make|"
    r"cannot make|(?:am|'m|is|are|was|be) (?:too )?late|(?:\w+ )?(?:days?|weeks?|months?) late|"
    r"let (?:it|that|them) (?:pass|slip|go)|pass(?:es|ed)?|runs? out|ran out|expire[sd]?|blow|blew|"
    r"late|too late|not in time|go(?:es)? by)\b",
    re.IGNORECASE,
)
_SUPPOSES = pattern(
    r"\b(?:if|once|suppose|supposing|say|assuming|when (?=(?:i|we|she|he|they|it|that|those)\b))",
    re.IGNORECASE,
)
_LITTLE = frozenset(
    [
        *("what", "happens", "happen", "if", "when", "once", "suppose", "supposing", "say", "and"),
        *("so", "but", "then", "assuming", "should", "i", "we", "she", "he", "they", "you", "it"),
        *("that", "this", "them", "one", "those", "the", "a", "an", "by", "to", "for", "of", "is"),
        *("am", "are", "was", "be", "been", "would", "will", "do", "does", "don't", "can't", "not"),
        *("day", "days", "date", "deadline", "limit", "limits", "time", "week", "weeks", "month"),
        *("months", "two", "three", "few", "couple", "now", "just", "already", "all", "even"),
        *("out", "in", "make", "made", "too", "late", "my", "our", "go", "answer", "reply", "me"),
        *("appeal", "file", "filing", "request", "asking", "ask", "send", "it's", "i'm", "im"),
        *("that's", "we're", "happened", "about", "or", "with", "okay", "ok", "still", "until"),
        *("last", "dont", "cant", "didn't", "couldn't", "next", "what's", "past", "well", "how"),
        *("them", "have", "has", "i've", "really", "by", "on", "her", "his", "window", "cutoff"),
    ]
)
_TOPICS = {
    "opm-letter": "What if I never answer OPM's letter, is it over for good?",
    "reconsideration": "What if I ask OPM too late to reconsider?",
    "after-the-decision": "What if I ask OPM too late to reconsider?",
    "retention-ends": "What if my appeal of the end of my retention comes too late?",
    "mspb": "What if I do not answer the proposed adverse action in time?",
}
"""What is asked after a topic whose limit was told."""
_OF_LOWERING = frozenset({"deadline-after-lowering", "lowered-now", "money-back"})
_OF_RETENTION_ENDED = pattern(r"\b20\b[^.]{0,60}\bcalendar days\b")
_TO_OPM = pattern(r"\b(?:to go on to OPM|to appeal to OPM)\b")


def missing(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return what is asked of a limit that may be missed, with its topic; None for the rest."""
    memory, text = context.memory, question.message
    last = memory.answer
    exact = question.levels or question.series or question.decision or question.points
    if last is None or exact or question.dates or len(text.split()) > MOST:
        return None
    if not (_MISSES.search(text) and _SUPPOSES.search(text)) or not _says_no_more(text):
        return None
    if memory.topic in {"wage-deadlines", "wage-forum"} and _TO_OPM.search(last.lead):
        made = read("I missed the OPM deadline as a wage employee, too late with my appeal")
        return replace(made, pay_plan="WG", first_person=True, asks=True), "missed-deadline"
    if memory.topic == "deadline-after-lowering" and _TO_OPM.search(last.lead):
        made = read("What if I go on to OPM too late after my agency denied my appeal?")
        words = memory.days.get("agency", "")
        made = replace(made, first_person=True, asks=True)
        return on_day(made, f"received {words}" if words else "", context.today), "missed-deadline"
    if memory.topic == "deadline-after-lowering" and any(map(says_kept, memory.told)):
        made = read("Do the 15 days matter when I keep my grade?")
        return replace(made, first_person=True, asks=True), memory.topic
    if memory.topic in _OF_LOWERING:
        made = replace(read("What if I miss the 15 days for lost pay?"), first_person=True)
        words = memory.days.get("lowering", "")
        made = replace(made, asks=True, pay_plan=memory.pay_plan)
        return on_day(made, f"effective {words}" if words else "", context.today), "missed-deadline"
    whole = _TOPICS.get(memory.topic, "")
    if memory.topic == "retention-ends" and not _OF_RETENTION_ENDED.search(last.lead):
        return None
    if not whole:
        return None
    topic = "reconsideration" if memory.topic == "after-the-decision" else memory.topic
    return replace(read(whole), first_person=True, asks=True), topic


def _says_no_more(text: str) -> bool:
    left = _MISSES.sub(" ", text.lower().replace("\u2019", "'"))
    words = re.findall(r"[a-z']+", left)
    return all(word in _LITTLE for word in words)
