"""How long there is to appeal after a grade was lowered: no limit, and days for lost pay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import (
    asked_on,
    case_action,
    ends,
    event,
    facts_of,
    first_filing_ends,
    kept_through,
    limit_of,
    number,
    track,
)
from assistant.chat.answering.procedure.days import told_days
from assistant.chat.answering.procedure.exclusions import excluded_by
from assistant.chat.answering.procedure.further import goes_on, second
from assistant.chat.answering.procedure.lateness import asks_if_late, calendar, in_time
from assistant.chat.answering.procedure.story import FROM_TO
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.limits.beside import days_beside
from assistant.chat.reading.turns.limits.happened import (
    kind_said,
    says_kept,
    says_nothing_kept,
    tells_lowering,
)
from assistant.chat.reading.turns.limits.passing import asks_if_still
from assistant.chat.topics import known_topics
from assistant.text import in_words

if TYPE_CHECKING:
    from datetime import date


_TIME = re.compile(
    r"\b(?:by (?:when|what|which)|deadline|time limit|last day|how (?:long|many days|soon)|in time|"
    r"too late|due|until when|days|when must|latest|still)\b",
    re.IGNORECASE,
)


_WHETHER = re.compile(
    r"\b(?:do|does|must|should|need|is) (?:i|we|he|she|they|it|the|that|this)\b[^.?!]{0,60}"
    r"\b(?:days?|limit|matter|apply|hurry|within)\b",
    re.IGNORECASE,
)


_COUNTED = re.compile(
    r"\b(?:which|what) (?:day|date)s?\b[^?.]{0,40}\bcount\w*|\bcount\w*\b[^?.]{0,20}\bfrom\b"
    r"|\b(?:when|where) do(?:es)? (?:the |those |my )?(?:15|fifteen|days|clock|limit)[^?.]{0,25}"
    r"\b(?:start|begin|run(?! out))\w*",
    re.IGNORECASE,
)
"""What asks from which day the time runs."""
_OTHER_ACT = ("opm", "reconsider", "decision", "certificate", "grievance", "offer", "rating")
"""Words that speak of another act than a lowered grade, whose time limits are other ones."""


def _of_the_lowering(question: Question, context: Context) -> bool:
    """Tell whether a lowered grade is the only act told of, here or before."""
    days = context.memory.days
    told = kind_said(question.around or question.message) == "lowering" or "lowering" in days
    if question.has(
        "signature", "signed", "upgrade", "promot", "in this case", "2 years", "two years"
    ):
        return False
    other = "decision" in days or "agency" in days or question.has(*_OTHER_ACT)
    return told and not other


def _whether(*, over: bool, still: bool) -> str:
    """Say whether it is too late, or whether there still is time where that is asked."""
    if still:
        first = "For the grade yes, for lost pay no longer" if over else "Yes, for both"
        return f"**{first}.** "
    first = "Yes, for lost pay; no, not" if over else "No, neither for lost pay nor"
    return f"**{first} for the grade.** "


def _kept(question: Question, context: Context) -> bool:
    """Tell whether the reader says that grade or pay is kept, in this message or before."""
    return any(map(says_kept, [question.message, *context.memory.told]))


def _no_retention(question: Question, context: Context) -> bool:
    """Tell whether the reader says that nothing is kept, or what shuts retention out."""
    told = [*context.memory.told, question.around or question.message]
    return excluded_by(told) is not None or any(map(says_nothing_kept, told))


def _counted_from(question: Question, context: Context) -> Answer:
    """Say from which day the time for lost pay runs, with its last day where the day is told."""
    days, when = number("retroactive-first-filing"), event(question, context, lowering=True)
    last = first_filing_ends(question, context)
    effective = when is not None and when.exact and last is not None
    day = f"{in_words(when.latest)}, " if effective and when is not None else ""
    until = ""
    if effective and last is not None:
        until = f" The {days} calendar days for lost pay {ends(last, asked_on(question, context))}."
    return Answer(
        lead=(
            f"**From {day}the day the lower grade took effect, as the SF-50 states it, not the day "
            f"on which the SF-50 or the letter reached you.**{until} After a decision of your "
            f"agency on an appeal, {days} days run again from the day you received it. The appeal "
            "itself has no time limit."
        ),
        words=(
            rule("retroactive-first-filing", "5-cfr-511", "must file the initial request for"),
            rule("retroactive-first-appendix"),
            rule("any-time", "5-cfr-511", "appeal of his or her official position at any time"),
        ),
        next=("Did you keep your grade or pay? Then nothing is lost and no days matter.",),
        missing=() if effective else ("the day on which the lower grade took effect",),
    )


_FINAL_DECISION = re.compile(
    r"\b(?:final )?(?:agency(?:'s)?|headquarters|hq) (?:final )?decision\b|\bfinal decision\b|"
    r"\b(?:hr|personnel|headquarters|(?:my|the|our) agency)\b[^.?!]{0,25}\b(?:gave|handed|sent|"
    r"delivered|mailed|issued|showed)\b[^.?!]{0,20}\b(?:(?:written|final) )+decision\b",
    re.IGNORECASE,
)


def _by_the_appendix(question: Question, context: Context, effective: date) -> date | None:
    """Return the later last day that OPM's Appendix 4 gives, from the agency's final decision."""
    text = question.around or question.message
    if not _FINAL_DECISION.search(text):
        return None
    days = [d.day for d in told_days(text, context.today) if d.of == "event"]
    received = max((day for day in days if day > effective), default=None)
    if received is None:
        return None
    facts = facts_of(
        question,
        context,
        personnel_action={"effective": effective},
        agency_decision={"received": received},
        pay_plan="GS",
    )
    limit = limit_of("retroactive-first-filing", facts)
    return None if limit is None else limit.other_day


def _nothing_lost() -> Answer:
    """Say that the days do not matter to someone who keeps grade or pay."""
    days = number("retroactive-first-filing")
    return Answer(
        lead=(
            f"**No: the {days} calendar days only serve to have lost pay made good, and who keeps "
            "grade or pay has lost nothing.** The appeal itself may be filed at any time. To be "
            "safe, file within them all the same, in case the retention is refused later."
        ),
        words=(
            rule("any-time", "5-cfr-511", "appeal of his or her official position at any time"),
            rule("retroactive-no-retention"),
        ),
        next=("What do the SF-50 and the letter say of retention?",),
    )


_LOWERED = re.compile(r"\b(?:demot\w+|downgrad\w+|lowered|cut|reduc\w+|sf-?\s?50)\b", re.IGNORECASE)
_FILE_BY = re.compile(
    r"\b(?:file|filing|appeal)\b[^.?!]{0,12}\b(?:by|until|before|when)\b|\b(?:by when|last day|how "
    r"long|until when)\b[^.?!]{0,30}\b(?:file|filing|appeal|ask(?:ed)?|apply|applied)\b",
    re.IGNORECASE,
)

_UNTOLD = (
    *("nobody told", "no one told", "never told", "not told", "wasn't told", "wasnt told"),
    *("didn't know", "didnt know", "did not know", "unaware", "not aware"),
)


def _sure(question: Question, context: Context) -> bool:
    """Tell whether the time to go on to OPM after the agency's decision is asked for."""
    if question.has(*_UNTOLD):
        # Who was not told of the limit may have it extended.
        return False
    if _WHETHER.search(question.message) and _kept(question, context):
        return question.has("day", "days", "limit", "15", "fifteen")
    days = days_beside(question.message, context.today) if question.dates else []
    counted = context.memory.topic == "deadline-after-lowering"
    if counted and question.has("still appeal", "still file") and not question.decision:
        return True
    if counted and days and not question.asks:
        # A later day of the agency's decision is told behind the day that was counted from.
        return bool(_FINAL_DECISION.search(question.message)) and not question.has("opm")
    known = case_action(context) is not None or _of_the_lowering(question, context)
    if known and any(one.word == "limit" for one in days):
        # A last day that somebody named is held against the one that counts.
        return not question.decision
    rush = question.has("any rush", "a rush", "hurry", "how fast must")
    told = question.around or question.message
    if rush and (kind_said(told) == "lowering" or FROM_TO.search(told)):
        return not question.decision
    short = _COUNTED.search(question.message) or asks_if_late(question)
    if short and _of_the_lowering(question, context) and not question.decision:
        return True
    text = question.around or question.message
    if question.dates and _LOWERED.search(text) and _FILE_BY.search(question.message):
        return not question.decision
    lowered = kind_said(question.around or question.message) == "lowering"
    if not question.asks and lowered and len(days) > 1 and question.has("letter", "notice"):
        # What is implied is how long there is, on whatever day the letter came.
        return not question.decision
    named = question.has("opm", "next step") and _TIME.search(question.message)
    return bool(named and goes_on(question, context) and not question.decision)


def _answer(question: Question, context: Context) -> Answer:
    if context.memory.topic == "after-the-decision" and not tells_lowering(question.message):
        # The last day after OPM's decision is the one for asking it to reconsider.
        asked = read(f"OPM's decision was issued. {question.message}", today=context.today)
        if (again := known_topics()["reconsideration"].answer(asked, context)) is not None:
            return again
    if goes_on(question, context):
        return second(question, context)
    if _WHETHER.search(question.message) and _kept(question, context):
        return _nothing_lost()
    if _COUNTED.search(question.message):
        return _counted_from(question, context)
    wage = track(question, context) == "fws"
    days, today = number("retroactive-first-filing"), asked_on(question, context)
    first = quoted_rule("fws-retroactive-filing", "5-cfr-532")
    where = "apply to your agency" if wage else "file with your agency or OPM"
    open_end = (
        "A review of the job itself can be asked for at any time."
        if wage
        else "The appeal itself has no time limit: you may file it at any time."
    )
    when = event(question, context, lowering=True)
    last = first_filing_ends(question, context)
    figures: list[str] = []
    if when is None or last is None:
        lead = (
            f"**To have lost pay made good, {where} within {days} calendar days of the day the "
            f"lower grade took effect. {open_end}** If you keep your grade or your pay "
            "(retention), nothing is lost and those days do not matter."
        )
        if asks_if_late(question):
            lead = (
                "**Not for the appeal, which has no time limit; for lost pay that depends on the "
                f"day the lower grade took effect, which is not told: {days} calendar days run "
                "from it.** If you keep your grade or your pay, nothing is lost and those days do "
                "not matter."
            )
    else:
        letter = when.notice
        since = f"from {in_words(when.latest)}" if when.exact else "from the days of that time"
        if when.whose == "case":
            since += ", as your case says"
        if letter:
            since += (
                ", the day of the notice, which is the safe way: the lower grade takes effect later"
            )
        elif when.whose == "question":
            since += ", if that is when the lower grade took effect"
        told = in_time(last, question, context)
        later = _by_the_appendix(question, context, when.latest) if when.exact else None
        if later is not None:
            told += (
                f"**{in_words(later)}, counted from the agency's final decision, as OPM's "
                "Appendix 4 "
                "allows; the regulation counts from the effective date, which is the safe way.** "
            )
        if not told and asks_if_late(question):
            told = _whether(over=last[1] < today, still=asks_if_still(question))
        by_rule = (
            f"**The {days} calendar days for lost pay {ends(last, today, about=not when.stated)}. "
            f"{open_end}**"
            if later is None
            else f"By the regulation's own words the {days} days ran to {in_words(last[1])}. "
            f"{open_end}"
        )
        lead = (
            f"{calendar(question)}{told}"
            f"{by_rule} They count {since}, to {where}, and matter only if you lost "
            "grade or pay and keep neither."
        )
        if last[1] < today:
            lead += (
                " A claim that comes late can still be preserved, if you were neither told of the "
                "limit nor knew it, or were kept from filing."
            )
        pair = FROM_TO.search(question.message)
        if pair is not None and context.memory.topic == TOPIC.id and not told:
            lead += f" The grades, {pair['old']} to {pair['new']}, change nothing in it."
        kept = kept_through(when.latest)
        if kept is not None and when.stated and not letter and not _no_retention(question, context):
            figures.append(
                f"If you are entitled to grade retention, you keep the grade from "
                f"{in_words(when.latest)} through {in_words(kept)}."
            )
    words = [
        rule("any-time", "5-cfr-511", "appeal of his or her official position at any time"),
        rule("retroactive-first-filing", "5-cfr-511", "must file the initial request for review"),
        rule("retroactive-extension", "5-cfr-511", "preserved at the discretion of the Office"),
    ]
    if wage:
        words = [
            first,
            rule("fws-issues", "5-cfr-532", "may at any time appeal the occupational series"),
        ]
    return Answer(
        lead=lead,
        words=tuple(words),
        figures=tuple(figures),
        whose="Counted by the core",
        next=(
            "Did you keep your grade or pay? Your SF-50 and the letter with it say so.",
            "Did the notice name the time limits? Say so, and when it reached you.",
            "On which day did the change take effect?"
            if when is None
            else "Ask *do I keep my grade?*",
        ),
        missing=() if when is not None else ("the day on which the lower grade took effect",),
    )


TOPIC = Topic(
    id="deadline-after-lowering",
    title="how long there is after a grade was lowered",
    answer=_answer,
    sure=_sure,
    likes=("dates",),
    unlike=("levels", "points", "decision"),
    order=45,
)
