"""What people tell along the way: days with what happened on them, and statements of their own.

A day is kept with its event, because a limit runs from one event only: the day of OPM's decision
is never counted from as the day of a downgrade.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from assistant.chat.answering.procedure.exclusions import excluded, standing
from assistant.chat.reading.dates import loose_span, named_days, without_days
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.cover import merged, told_cover, told_wanted
from assistant.chat.reading.turns.limits.beside import (
    OF_A_LETTER,
    Beside,
    bare,
    days_beside,
    limits_in,
    of_lowering,
    of_receipt,
)
from assistant.chat.reading.turns.limits.happened import (
    LASTED,
    STATEMENT,
    by_agency,
    kind_said,
    says_kept,
    says_nothing_kept,
    tells_lowering,
)
from assistant.chat.reading.turns.limits.steps import before_agency, filed_on, received_on
from assistant.chat.reading.turns.limits.whose import of_another
from assistant.chat.reading.turns.spoken.correcting import names_another
from assistant.text import in_words
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Memory, Question

_COUNTS_FROM = {
    "lowering": (
        *("deadline-after-lowering", "lowered-now", "missed-deadline", "grade-retention"),
        *("retention-eligible", "money-back", "downgrade-notice", "proposed-action"),
        *("agency-action-date", "appeal-stops-nothing", "pay-retention", "retention-ends"),
        "grievance",
    ),
    "decision": (
        *("reconsideration", "certificate-effective", "after-the-decision", "compliance"),
        *("mspb", "downgrade-effective"),
    ),
    "agency": ("wage-deadlines", "wage-forum"),
}
"""The topics that count from the day of each event."""
_OF_LOWERING = frozenset({"reduction-in-force", "retention-effect", "action-and-grade-before"})
"""Further topics on a grade that went down, which count no days."""
_KIND_OF = {topic: kind for kind, topics in _COUNTS_FROM.items() for topic in topics}
NOTICE = "notice"
"""The day of a notice of a lowering, from which no limit runs."""
_HAPPENED = {
    "lowering": "effective ",
    NOTICE: "notice of ",
    "decision": "issued ",
    "agency": "received ",
}
"""How the day of an event is told again, so that it is read as the event's own."""
_SUBJECT = {"lowering": "lowered", NOTICE: "lowered", "decision": "decided", "agency": "wage"}
_EVENT_OF = {"lowered": "lowering", "kept": "lowering", "decided": "decision", "wage": "agency"}
"""The event whose day is meant when a day alone is told of a subject."""
_THEIRS = pattern(
    r"\b(?:their|they|agency(?:'s)?|hr(?:'s)?|management(?:'s)?|the|its) (?:\w+ )?"
    r"(?:letter|decision|answer|reply|response|denial|refusal|notice|wrote|answered|replied)\b",
    re.IGNORECASE,
)
"""What a day is told of when an agency's answer was spoken of before."""
_TODAY = pattern(
    r"(?:,\s*|\b(?:and|since|as|given(?: that)?) )?\b"
    r"(?:today(?:'s| is| being)|it(?:'s| is) (?:now|today)|now it's|today,?) (?:the )?$",
    re.IGNORECASE,
)
_IT_IS = pattern(
    r"(?:,\s*|\b(?:and|but|so|since|as) )?\bit(?:'?s| is)(?: (?:already|only))? (?:the )?$",
    re.IGNORECASE,
)
_BY_NOW = pattern(r"\s*(?:now|today|already)\b[.,;]?", re.IGNORECASE)
"""What stands around the day it is: "it's the 20th of May now"."""
RECEIVED = pattern(r"\b(?:got|received?|came|arrived|reached|opened|in the mail)\b", re.IGNORECASE)
_DAY_ALONE = pattern(r"\bthe (?P<day>[0-3]?\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
_YEAR = pattern(r"\b(?:19|20)\d\d\b|/\d\d\b(?!/)|\b\d{1,2}/\d{1,2}/\d\d")
_RELATIVE = pattern(r"\b(?:today|yesterday)\b", re.IGNORECASE)
_ASKED = pattern(
    r",\s*(?:and |so |but )?(?:how|what|which|when|where|who|why|can|may|do|does|is|will|would)\b",
    re.IGNORECASE,
)
_OF_FILING = pattern(
    r"\b(?:late|in time|(?:if|can|could|may|should|when) (?:i|we|she|he|they))\b", re.IGNORECASE
)
_SUPPOSED = pattern(r"\b(?:what if|suppos\w+|assum\w+|had it|if (?:it|that|they))\b", re.IGNORECASE)
ITS_OWN = pattern(r"\([A-Z][a-z]+ \d{1,2}, (?:19|20)\d\d\)$")
"""How a day that is all a message told is added to the question made of it."""
FEWEST = 4
"""Words from which a sentence tells something."""
MOST = 12
"""How many statements are remembered."""
SHORT = 9
"""Words up to which "the 12th" stands for a day of the month spoken of."""


def kind_of(topic: str) -> str:
    """Return the event from whose day a topic counts; empty when it counts from none."""
    return _KIND_OF.get(topic, "")


def of_a_lowering(context: Context) -> bool:
    """Tell whether a grade that went down is what the conversation is about."""
    memory = context.memory
    topics = (memory.topic, memory.topic_before)
    return bool({"lowering", NOTICE} & set(memory.days)) or any(
        one in _OF_LOWERING or kind_of(one) == "lowering" for one in topics if one != "grievance"
    )


def kind_of_subject(subject: str) -> str:
    """Return the event whose day is told of a subject; empty when it has none."""
    return _EVENT_OF.get(subject, "")


def day_of_asking(text: str, today: date) -> tuple[str, date | None]:
    """Return a text without the day it says today is, and that day; None when it names none.

    "Is it still open, today's Sept 2?" tells no event: it tells from which day to look.
    """
    for start, end, day in named_days(text, today):
        said = _TODAY.search(text[:start])
        after = _BY_NOW.match(text, end)
        if said is None and after is not None:
            said = _IT_IS.search(text[:start])
        if said is not None and not _RELATIVE.search(text[start:end]):
            left = f"{text[: said.start()]} {text[after.end() if after else end :]}".strip()
            return (left, day) if re.search(r"\w", left) else (text, None)
    return text, None


def remember(memory: Memory, question: Question, topic: str, today: date) -> None:
    """Remember the day and the statements of a message that a topic has answered."""
    before = dict(memory.days)
    if question.dates or question.since:
        text = question.message
        steps = {"filed": filed_on(text, today), "agency": received_on(text, memory, today)}
        memory.days |= {name: in_words(day) for name, day in steps.items() if day is not None}
        happened = kind_said(before_agency(text, memory))
        lowered = of_lowering(days_beside(question.message, today))
        if lowered is not None and lowered.word in {"effective", "lowered"} and happened == "filed":
            # "Mailed on the 3rd, effective on the 10th" tells of both.
            happened = "lowering"
        kind = happened or ("agency" if steps["agency"] else _KIND_OF.get(topic, ""))
        if not happened and _OF_FILING.search(question.message):
            # The day on which somebody would file is no event that a limit runs from.
            kind = ""
        if kind == "lowering" and _SUPPOSED.search(question.message):
            # "What if it took effect in May?" tells of no such day.
            kind = ""
        if not happened and LASTED.search(question.message):
            # "It was a 12 since May", "made an 11 a year ago": no event that a limit runs from.
            kind = ""
        if kind == "decision" and RECEIVED.search(question.message) and len(question.dates) < 2:
            # OPM's time limits run from the day a decision was issued.
            kind = "received"
        words = day_words(question, today, kind, memory.limits, memory)
        if kind == "lowering" and words.startswith(_HAPPENED[NOTICE]):
            kind = NOTICE
        if kind and words:
            memory.days[kind] = words.removeprefix(_HAPPENED[NOTICE])
            memory.last_day = kind
    new = {kind for kind, day in memory.days.items() if before.get(kind) != day}
    theirs = of_another(question.around or question.message)
    memory.others = tuple({*memory.others, *new} if theirs else {*memory.others} - new)
    memory.told = standing(memory.told, question.message)
    for whole in STATEMENT.split(question.around or question.message):
        # "I'm on a term appointment, does it change that?" tells it all the same.
        asked = _ASKED.search(whole)
        head = whole[: asked.start()] if asked is not None else whole
        sentence = head if excluded(head) is not None else whole
        said, cover = read(sentence), told_cover(sentence)
        if cover is not None:
            plan = cover.pay_plan or memory.pay_plan or "GS"
            held = merged(memory.held, cover)
            memory.held = held.model_copy(update={"pay_plan": held.pay_plan or plan})
        memory.wanted = told_wanted(sentence) or memory.wanted
        kept = says_kept(sentence) or says_nothing_kept(sentence)
        tells = (
            kept or said.first_person or said.dates or said.since or said.grades or said.pay_plan
        )
        fresh = sentence not in memory.told and not names_another(said)
        since = cover is not None or sentence.lower().startswith("since ")
        long = since or len(sentence.split()) >= FEWEST
        if tells and not (said.asks or _ASKED.search(sentence)) and fresh and long:
            memory.told = [*memory.told, sentence][-MOST:]


def day_words(
    question: Question,
    today: date,
    kind: str = "",
    limits: tuple[date, ...] = (),
    memory: Memory | None = None,
) -> str:
    """Return the day of an event in words that are read as the same day again.

    A lowering has the day it takes effect; the day of its notice is called that. Empty where none
    of the days named is the event's, but one on which somebody filed or learned of a limit, or a
    last day that was counted before. Where the day of a lowering was told, only one that is called
    so takes its place, or one that is all the message says.
    """
    if not question.dates and question.since is None:
        return ""
    days = days_beside(question.message, today)
    known = memory is not None and kind in memory.days and not _alone(question.message, today)
    if kind == "agency" and memory is not None:
        known = not (by_agency(question.message, memory) or _alone(question.message, today))
    found = _its_day(kind, days, limits, known=known)
    if found is None:
        return ""
    notice = _HAPPENED[NOTICE] if kind == "lowering" and found.word in OF_A_LETTER else ""
    if question.dates:
        return f"{notice}{in_words(found.day)}"
    span = loose_span(question.message)
    return "" if span is None else f"{notice}{question.message[slice(*span)]}"


def _its_day(
    kind: str, days: list[Beside], limits: tuple[date, ...], *, known: bool
) -> Beside | None:
    counted = limits_in(days, limits)
    days = [one for one in days if one not in counted]
    if kind == "lowering":
        return of_lowering(days, known=known)
    if kind == "agency":
        return of_receipt(d for d in days if d.word in OF_A_LETTER or not known)
    return next(iter(days), None)


def _alone(text: str, today: date) -> bool:
    """Tell whether a message names a day and says nothing of it: "no, October 12"."""
    return bare(without_days(text.lower(), today))


def limit_named(question: Question, context: Context) -> date | None:
    """Return the last day counted before that a message names again; None when it names none."""
    limits = context.memory.limits
    named = limits_in(days_beside(question.message, context.today), limits)
    said = {(one.day.month, one.day.day) for one in named}
    return next((one for one in reversed(limits) if (one.month, one.day) in said), None)


def with_day(question: Question, context: Context, topic: str) -> Question:
    """Return a question with the day told of the event that a topic counts from."""
    kind = event = _KIND_OF.get(topic, "")
    days = context.memory.days
    if kind == "lowering" and kind not in days and NOTICE in days:
        kind = NOTICE
    if kind == "agency" and "lowering" in days and tells_lowering(question.message):
        kind = "lowering"
    words = days.get(kind, "")
    memory = context.memory
    told = day_words(question, context.today, event, memory.limits, memory)
    if not words or told or ITS_OWN.search(question.message):
        return question
    return on_day(question, f"{_HAPPENED[kind]}{words}", context.today)


def on_day(question: Question, words: str, today: date) -> Question:
    """Return a question with a day, so that its words name it as well."""
    if not words:
        return question
    made = read(f"{question.message} ({words})", today=today)
    # One of several questions is read with what stands around it.
    around = f"{question.around} ({words})" if question.around else ""
    return replace(
        question, message=made.message, dates=made.dates, since=made.since, around=around
    )


def subject_of_day(question: Question, memory: Memory, subject: str) -> str:
    """Return the subject that a day told alone bears on."""
    kind = kind_said(question.message)
    if not kind and subject == "wage" and _THEIRS.search(question.message):
        kind = "agency"
    if not kind and subject == "wage":
        kind = "lowering" if any(kind_said(t) == "lowering" for t in memory.told) else "agency"
    if not kind:
        kind = _KIND_OF.get(memory.topic, "") or memory.last_day
    return _SUBJECT.get(kind, subject)


def with_month(question: Question, context: Context) -> Question:
    """Return a short message with "the 12th" read as a day of the month spoken of."""
    found = _DAY_ALONE.search(question.message)
    if found is None or question.dates or len(question.message.split()) > SHORT:
        return question
    near = _spoken_of(context)
    if near is None:
        return question
    if _OF_FILING.search(question.message) and int(found["day"]) <= near.day:
        # Filing on "the 12th" comes after what happened on the 25th.
        near = (near.replace(day=1) + timedelta(days=31)).replace(day=1)
    text = f"{question.message[: found.start()]}{near:%B} {int(found['day'])}, {near.year}"
    made = read(f"{text}{question.message[found.end() :]}", today=context.today)
    return made if made.dates else question


def _spoken_of(context: Context) -> date | None:
    memory = context.memory
    told = read(memory.days.get(memory.last_day, ""), today=context.today)
    if told.dates or told.since:
        return told.dates[0] if told.dates else told.since
    facts = context.case.facts if context.case is not None and context.own else ()
    stated = {d for f in facts for _, _, d in named_days(f.text, context.today)}
    return stated.pop() if len(stated) == 1 else None


def with_year(question: Question, context: Context) -> Question:
    """Return a short message whose day names no year with the one nearest the day spoken of."""
    text = question.message
    if len(text.split()) > SHORT + SHORT or _YEAR.search(text) or not question.dates:
        return question
    near = _spoken_of(context)
    if near is None:
        return question
    made = text
    for start, end, found in reversed(named_days(text, context.today)):
        if _RELATIVE.search(text[start:end]):
            continue
        year = _nearest_year(found, near)
        made = f"{made[:start]}{found:%B} {found.day}, {year}{made[end:]}"
    return question if made == text else read(made, today=context.today)


def _nearest_year(found: date, near: date) -> int:
    def apart(year: int) -> int:
        # February 29 is no day of most years.
        month_day = date(year, found.month, min(found.day, 28))
        return abs((month_day - near).days)

    return min((near.year - 1, near.year, near.year + 1), key=apart)


def day_of(kind: str, context: Context) -> date | None:
    """Return the day told of an event, or stated in the own case; None when it is not known."""
    told = read(context.memory.days.get(kind, ""), today=context.today)
    if told.dates or told.since:
        return told.dates[0] if told.dates else told.since
    facts = context.case.facts if context.case is not None and context.own else ()
    stated = [
        day
        for f in facts
        if kind_said(f.text) == kind
        for _, _, day in named_days(f.text, context.today)
    ]
    return stated[0] if len(stated) == 1 else None
