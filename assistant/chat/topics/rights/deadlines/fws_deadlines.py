"""The limits in the Federal Wage System, counted from the day told."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import (
    asked_on,
    ends,
    first_filing_ends,
    last_days,
    number,
)
from assistant.chat.answering.procedure.lateness import calendar, in_time
from assistant.chat.answering.procedure.story import grades_told
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.turns.limits.beside import OF_A_LETTER, days_beside
from assistant.chat.reading.turns.limits.happened import by_agency
from assistant.chat.reading.turns.limits.happened import tells_lowering as went_down
from assistant.chat.reading.turns.limits.told import ITS_OWN
from assistant.chat.topics.rights.starting.cost_and_time import TOPIC as TIME

_DECIDED = re.compile(
    r"\b(?:decision|decided|decides?|answer\w*|repl(?:y|ied)|den(?:y|ies|ied|ial)|refus\w+|"
    r"said no|ruled|turned|received)\b",
    re.IGNORECASE,
)
_APPLIED = re.compile(r"\b(?:appl(?:y|ied)|filed|application|asked for a review)\b", re.IGNORECASE)
_STAYS = re.compile(
    r"\b(?:pay|wages?|salary) (?:stays?|stayed|remains?|is|was|did) (?:the same|unchanged|"
    r"as it was|not (?:cut|change|fall|go down|lowered))|"
    r"\bsame (?:pay|wages?)\b|\bkept? (?:my |the )?pay\b",
    re.IGNORECASE,
)
_LOWERED = ("cut", "lower", "downgrad", "reduc", "demot", "pay back", "lost pay", "first appl")


def _received(question: Question, context: Context) -> bool:
    """Tell whether a day told is that of the agency's decision, and not of another act."""
    text = question.around or question.message
    came = any(one.word in OF_A_LETTER for one in days_beside(text, context.today))
    decided = by_agency(text, context.memory) or _DECIDED.search(text)
    if ITS_OWN.search(text):
        return True
    return bool((came or decided) and not (_APPLIED.search(text) and not decided))


def _answer(question: Question, context: Context) -> Answer | None:
    if question.pay_plan in {"GS", "GM"}:
        return None
    if question.has("official time", "time to prepare", "duty time", "work time", "on the clock"):
        return TIME.answer(question, context)
    days = number("fws-opm-filing")
    today = asked_on(question, context)
    filing = quoted_rule("fws-opm-filing", "5-cfr-532")
    issues = rule("fws-issues", "5-cfr-532", "may at any time appeal the occupational series")
    if question.has("reasons", "explain", "be in writing") and not (
        question.dates or question.since
    ):
        return Answer(
            lead=(
                "**Yes: the agency's decision on a wage job is in writing, gives reasons and the "
                "comparison with the standard, and tells of the appeal to OPM and its limit.** "
                "From "
                f"receiving it you have {days} calendar days to go to OPM."
            ),
            words=(
                rule(
                    "fws-decision-tells", "5-cfr-532", "Inform the employee of the right to appeal"
                ),
                filing,
            ),
        )
    if question.has("45", "reconsider", "forty"):
        words = rule(
            "fws-reconsideration", "5-cfr-532", "reopen and reconsider any job-grading decision"
        )
        return Answer(
            lead=(
                "**No: the General Schedule's limit for reconsideration is not for wage jobs.** "
                "OPM may reopen a job grading decision at its discretion when the employee or the "
                "agency asks; the rules set no number of days."
            ),
            words=(words,),
        )
    old, new = grades_told(question.message)
    fell = old is not None and new is not None and old > new
    down = fell or question.has(*_LOWERED) or went_down(question.message)
    if down and not question.has("agency's no", "decision", "denied", "answered", "turned"):
        last = first_filing_ends(question, context)
        until = "" if last is None else f" They {ends(last, today)}."
        if last is not None and last[1] < today:
            until += (
                " A claim that comes late can still be preserved, if you were neither told of the "
                "limit nor knew it, or were kept from filing."
            )
        first = quoted_rule("fws-retroactive-filing", "5-cfr-532")
        stays = ""
        if _STAYS.search(question.message):
            stays = "**Where no grade or pay was lost, none of these days matter.** "
        return Answer(
            lead=(
                f"{stays}{'' if last is None else in_time(last, question, context)}"
                f"**{days} calendar days from the day the lower grade took effect, to apply to "
                f"your agency, if lost pay is to be made good.**{until} Without that a review can "
                "be asked for at any time; it then has no effect on the past. After the agency's "
                f"decision you again have {days} calendar days to go to OPM."
            ),
            words=(first, issues, filing),
            next=("On which day did the change take effect, and did you keep your pay?",),
        )
    last = (
        last_days("fws-opm-filing", question, context, "agency_appeal", "decision_received")
        if (question.dates or question.since) and _received(question, context)
        else None
    )
    head = f"**{days} calendar days from the day you receive the agency's decision.**"
    first_step = "The first step, the application to your agency, has no time limit, unless"
    told = question.around or question.message
    if not (_DECIDED.search(told) or by_agency(told, context.memory)):
        # The application comes first, and nothing says that it has been made.
        head = (
            f"**To your agency at any time; to OPM within {days} calendar days of the day you "
            "receive the agency's decision.**"
        )
        first_step = "The application has a limit only where"
    if last is not None:
        head = (
            f"{calendar(question)}{in_time(last, question, context)}"
            f"**The {days} calendar days to appeal to OPM {ends(last, today)}.** They run from "
            "the day you received the agency's decision."
        )
    return Answer(
        lead=(
            f"{head} {first_step} lost pay is to be made good. OPM may extend its limit if you "
            "were neither told of it nor knew it, or were kept from filing."
        ),
        words=(filing, issues),
        next=(
            "Name in the appeal the parts of the agency's decision that are wrong.",
            "Note the day on which the decision reached you, and keep the envelope or email.",
        ),
        missing=()
        if last is not None
        else ("the day on which the agency's decision was received",),
    )


TOPIC = Topic(
    id="wage-deadlines",
    title="the time limits in a wage job",
    answer=_answer,
    likes=("pay_plan", "dates"),
    unlike=("levels", "points", "decision"),
    order=40,
)
