"""A short message made whole by the subject of the turn before: "until when?", "on October 3".

What the turn before was about gives the subject, the message what is asked of it, and both
together a whole question of ours, so that nothing of the earlier message's own question is asked
again. ``follow_ups.toml`` holds which question that is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from assistant.chat.model import NAMED
from assistant.chat.reading.dates import named_days, without_days
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.follow_ups import FollowUp, follow_ups
from assistant.chat.reading.turns.limits.happened import kind_said, says_kept
from assistant.chat.reading.turns.limits.told import (
    day_words,
    kind_of_subject,
    limit_named,
    on_day,
    subject_of_day,
)
from assistant.chat.reading.turns.together import EMPTY, is_sentence, without_lead_in
from assistant.text import in_words
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Memory, Question

LONGEST = 14
"""Words beyond which a message is no bare follow-up."""
_IDLE = frozenset(
    [
        *("exactly", "actually", "anyway", "supposed", "please", "usually", "normally", "too"),
        *("also", "instead", "meantime", "case", "opm", "hr", "agency", "request", "else", "ok"),
        *("okay", "got", "get", "sorry", "well", "right", "still", "again", "first", "least"),
        *("go", "can", "file", "appeal", "act", "apply", "respond", "date", "day", "decision"),
        *("letter",),
        *("count", "counts", "counted", "run", "runs", "start", "starts", "begin", "begins"),
        *("want", "wanted", "doing", "did", "say", "said", "sir", "hmm", "thanks", "fine"),
    ]
)
"""Words that name no subject of their own in a follow-up."""
_OF_A_DAY = frozenset(
    [
        *("action", "effective", "took", "effect", "happened", "date", "dated", "day", "issued"),
        *("received", "came", "arrived", "signed", "notice", "letter", "decision", "sf", "lowered"),
        *("downgraded", "downgrade", "reclassified", "reclassification", "reduced", "grade", "job"),
        *("since", "meant", "mean", "wait", "actually", "correction", "position", "changed"),
        *("takes", "starts", "started", "begins", "goes", "going", "happens", "will", "on"),
        *("change", "process", "processed", "demoted", "demotion", "personnel", "wrong", "oops"),
        *("mistake", "rather", "think", "made", "decided", "denied", "reached", "opened", "their"),
        *("answer", "answered", "reply", "response", "mail", "agency's", "hr's", "turned", "down"),
    ]
)
"""Words that only say what happened on a day."""
_OF_TIME = frozenset({"time", "filing"})
_APPEALS = frozenset({"appeal", "start"})
OF_PAY = "pay-retention"
ANY = "any"
_OF_ITS_END = pattern(r"\b(?:appeal|contest|challenge|fight|dispute)\b", re.IGNORECASE)
"""What is asked of retention when its end is contested, which has a limit of its own."""
_AUDITED = pattern(
    r"\baudit\w*\b[^.?!]{0,25}\b(?:came back|said|says|found|finds|kept|denied|is (?:over|done)|"
    r"was (?:over|done)|are done|result\w*|finished|no change|disagree\w*|against me)\b"
    r"|\b(?:disagree|result|outcome|finding)\w*\b[^.?!]{0,30}\baudit\b",
    re.IGNORECASE,
)
"""Says that a desk audit is over and what it came to."""
_AGENCY_DENIED = pattern(
    r"\b(?:agency|hr|personnel|headquarters|they)\b[^.?!]{0,20}\b(?:denied|rejected|refused|"
    r"said no|turned\b[^.?!]{0,20}\bdown|decided against)\b",
    re.IGNORECASE,
)
_OF_BOARD = pattern(
    r"\b(?:mspb|merit (?:systems? )?protection|(?:merit|the) board)\b", re.IGNORECASE
)
_OF_PAY = pattern(
    r"\b(?:pay retention|retained (?:pay|rate)|saved pay|after (?:the )?(?:grade|two|2)\b.{0,20}"
    r"(?:retention|years)|when the (?:two|2) years)\b",
    re.IGNORECASE,
)
_WORD = pattern(r"[a-z0-9']+")
_ABOUT = pattern(r"^\W*(?:(?:what|how) )?about\s+", re.IGNORECASE)
_NAMED = pattern(r"\b(?:an?|the|my|his|her|their|our|your)\s+", re.IGNORECASE)
_COUNT = (
    r"(?:\d+(?:\.5)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|"
    r"eighteen|twenty|half an?|several)"
)
_SPAN = pattern(
    rf"\b{_COUNT}(?:[ -]?and (?:a half|{_COUNT}))?[ -]"
    r"(?:days?|weeks?|months?|years?)(?: and a half)?\b",
    re.IGNORECASE,
)
_OFFERED = pattern(r"\b(?:offer|accept|tak(?:e|ing)|turn|declin|refus)\w*\b", re.IGNORECASE)
_AGO = pattern(r"\b(?:ago|since|from now|later|last|next|\?)\b", re.IGNORECASE)
_OF_A_SPAN = EMPTY | frozenset(
    [
        *("mine", "ours", "hers", "theirs", "for", "over", "under", "exactly", "nearly", "almost"),
        *("roughly", "lasts", "lasted", "last", "runs", "ran", "running", "goes", "went", "took"),
        *("takes", "held", "hold", "been", "though", "actually", "say", "like", "around", "at"),
        *("least", "time", "total", "nte", "it's", "i've", "i'd", "we've", "well", "than", "less"),
        *("supposed", "set", "planned", "scheduled", "up", "full", "whole", "good", "thats"),
    ]
)
"""Words that say nothing beside a length of time."""
FEW = 5
"""Words up to which a message names a thing and nothing else."""
MOST_NAMED = 3
"""Words that a thing named has at most, beside its article."""


def completed(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return the whole question a short message stands for and its topic; None when it has none."""
    known, memory = follow_ups(), context.memory
    exact = question.levels or question.factors or question.decision
    if exact or question.percents or question.points or question.series:
        return None
    if question.grades and _OFFERED.search(question.message):
        # An offer is judged by its grade.
        return None
    if len(question.message.split()) > LONGEST:
        return None
    text = without_lead_in(question.message.lower()).rstrip(" ?.!")
    topics = (memory.topic, memory.topic_before)
    subjects = [known.subjects.get(topic, "") for topic in topics]
    if topics[0] == OF_PAY and not _names_pay_retention(memory):
        # Who asks whether pay is kept is told of the two years of the grade first.
        subjects[0] = "kept"
    asked = memory.question.message if memory.question is not None else ""
    if topics[0] == "retention-ends" and _OF_ITS_END.search(asked):
        subjects[0] = "contested"
    elif topics[0] == "retention-ends" and "offer" in asked:
        subjects[0] = "offered"
    elif subjects[0] == "audit" and any(map(_AUDITED.search, (asked, *memory.told))):
        subjects[0] = "audited"
    elif topics[0] == "forum" and _AGENCY_DENIED.search(asked):
        subjects[0] = "denied"
    elif topics[0] == "difference" and "griev" in asked.lower():
        subjects[0] = "grieved"
    if subjects[0] == "grieved" and (subjects[1] == "board" or _OF_BOARD.search(asked)):
        # Who asks of a grievance beside the Board has these two before him.
        subjects = ["board", "grieved"]
    if question.dates or question.since:
        text = without_days(text, context.today).strip()
        if _idle(known.asked["time"].sub(" ", text), _OF_A_DAY):
            subject = subject_of_day(question, memory, subjects[0])
            return as_whole(known.whole.get((subject, "time")), question, context, subject)
    # What the subject before last can be asked, the last one perhaps cannot; a topic may have
    # something that is asked of it alone.
    pairs = [
        (name, place)
        for place, both in enumerate(zip(topics, subjects, strict=True))
        for name in both
    ]
    if memory.question is not None:
        # Some things can be asked whatever was spoken of.
        pairs.append((ANY, len(pairs)))
    said = _said(memory)
    meant = (_asked_of(n, text, context, EMPTY if p else said) for n, p in pairs if n)
    return as_whole(next((one for one in meant if one), None), question, context)


def _names_pay_retention(memory: Memory) -> bool:
    """Tell whether the turn before asked of pay retention itself, not of what is kept at all."""
    asked = memory.question.message if memory.question is not None else ""
    return bool(_OF_PAY.search(asked))


def _said(memory: Memory) -> frozenset[str]:
    """Return the words of the turn before that name no subject: with them none other is named."""
    answered = memory.answer.lead if memory.answer is not None else ""
    asked = memory.question.message if memory.question is not None else ""
    return frozenset(_WORD.findall(f"{asked} {answered}".lower())) - _naming()


@cache
def _naming() -> frozenset[str]:
    """Return the words by which topics are told apart: "grade", "pay", "appeal"."""
    return frozenset(word for topic in follow_ups().subjects for word in topic.split("-"))


def _asked_of(subject: str, text: str, context: Context, said: frozenset[str]) -> FollowUp | None:
    """Return what a message asks of a subject, when it says nothing beside it.

    ``said`` are the words that the turn before has said.
    """
    known, told = follow_ups(), subject
    if subject == "lowered" and any(map(says_kept, context.memory.told)):
        told = "kept"
    # Someone who was lowered has a time limit to appeal that others have not.
    timed = "lowered" if subject in _APPEALS and _lowered(context) else subject
    days = context.memory.days
    if subject == "wage" and "lowering" in days and "agency" not in days:
        timed = "lowered"
    meant, left = [], list(text)
    for name, asked in known.asked.items():
        follow_up = known.whole.get((timed if name in _OF_TIME else told, name))
        if subject in _APPEALS and context.memory.pay_plan.startswith("W"):
            follow_up = known.whole.get(("wage", name), follow_up)
        if follow_up is None and name != "time":
            continue
        spans = [m.span() for m in asked.finditer(text) if m.group().strip()]
        for start, end in spans:
            left[start:end] = " " * (end - start)
        if spans and follow_up is not None:
            meant.append((sum(end - start for start, end in spans), follow_up))
    if not meant or not _idle("".join(left), said):
        return None
    return max(meant, key=lambda one: one[0])[1]


def _lowered(context: Context) -> bool:
    """Tell whether the reader's grade was lowered, by what was told or what the case states."""
    if "lowering" in context.memory.days:
        return True
    facts = context.case.facts if context.case is not None and context.own else ()
    return any(kind_said(f.text) == "lowering" and named_days(f.text, context.today) for f in facts)


def _idle(text: str, more: frozenset[str] = frozenset()) -> bool:
    words = set(_WORD.findall(text))
    return words <= EMPTY | _IDLE | more


def as_whole(
    follow_up: FollowUp | None, question: Question, context: Context, subject: str = ""
) -> tuple[Question, str] | None:
    """Return the whole question with whose it is and the day a message told, and its topic."""
    if follow_up is None:
        return None
    made = read(follow_up.question)
    made = replace(made, pay_plan=question.pay_plan, first_person=True, asks=True)
    kind = kind_of_subject(subject)
    words = day_words(question, context.today, kind, context.memory.limits)
    if not words and (held := limit_named(question, context)) is not None:
        # A last day that was counted is held against the limit, and is no event's day.
        return on_day(made, f"filed {in_words(held)}", context.today), follow_up.to
    filed = kind_said(question.message) == "filed"
    return on_day(made, "" if filed else words, context.today), follow_up.to


def lasting(question: Question, memory: Memory) -> Question | None:
    """Return the question before with the length of time that a message tells, or None.

    "Mine runs for three years though" is the fact that the rule just told depends on.
    """
    before, last = memory.question, memory.answer
    span = _SPAN.search(question.message)
    if before is None or last is None or span is None or _AGO.search(question.message):
        return None
    if not any(fact.startswith(("how long", "since when")) for fact in last.missing):
        # Only an answer that waits for a length of time takes one.
        return None
    left = _SPAN.sub(" ", question.message.lower())
    if set(re.findall(r"[a-z']+", left)) - _OF_A_SPAN:
        return None
    text = f"{question.message} {_SPAN.sub(' ', before.message)}"
    return replace(before, message=text, first_person=True, asks=True)


def in_place(question: Question, memory: Memory) -> list[str]:
    """Return the question before with a few words in the place of each thing it names.

    "And an appeal?" after "does a desk audit cost me anything?" may ask whether an appeal does.
    """
    before = memory.question
    words = _ABOUT.sub("", without_lead_in(question.message)).strip(" ?.!,")
    exact = any(getattr(question, name) for name in NAMED if name != "pay_plan")
    if before is None or exact or not words or len(words.split()) > FEW or is_sentence(question):
        return []
    text = before.message.rstrip(" ?.!")
    made = []
    for named in _NAMED.finditer(text):
        rest = text[named.end() :].split()
        for length in range(1, min(MOST_NAMED, len(rest)) + 1):
            said = [text[: named.start()].rstrip(), words, *rest[length:]]
            made.append(f"{' '.join(said).strip()}?")
    return list(dict.fromkeys(made))
