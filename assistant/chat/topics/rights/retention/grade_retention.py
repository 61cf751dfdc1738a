"""Keeping the grade for some years after the position went down."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import counted, event, kept_through, number
from assistant.chat.answering.procedure.again import lowered_again
from assistant.chat.answering.procedure.keeping import kept_as_told, loses_grade
from assistant.chat.answering.procedure.moments import lowering
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.limits.happened import tells_lowering
from assistant.chat.topics.rights.deadlines.downgrade_effective import TOPIC as DECIDED
from assistant.chat.topics.rights.deadlines.lowered_how_long import TOPIC as DEADLINE
from assistant.text import in_words

if TYPE_CHECKING:
    from datetime import date

_AFTER = (
    *("after two years", "after the two years", "after 2 years", "after the 2 years", "pay after"),
    *("runs out", "run out", "expire", "when it ends", "when retention ends", "afterwards"),
    *(
        "what happens then",
        "after grade retention",
        "two years are up",
        "two years are over",
        "years end",
    ),
)


_KEEPS = re.compile(
    r"\b(?:grade retention|retained grade|saved grade|(?:keep|keeping|retain|retaining|kept|"
    r"retained) "
    r"(?:my |the |a )?(?:old |former )?(?:grade|gs[- ]?\d+|\d+)|my retention|the retention)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:since when|from when|from (?:which|what) (?:day|date)|starting when|when (?:do|does|"
    r"did) "
    r"(?:the|my|it|they|that)\b[^?.]{0,30}\b(?:start|begin|run from|count)\w*|count\w* from)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:lower\w*|downgrad\w*|reclass\w*|re-?rat\w*|cut|demot\w*|put in)\b.*\b(?:gs-?\d+|grade|"
    r"\d{1,2})\b",
    re.IGNORECASE | re.DOTALL,
)
_FILING = re.compile(
    r"\b(?:appeal\w*|fil(?:e|ed|ing)|claim|apply|review|money back|lost pay|back pay|reconsider\w*|"
    r"(?:do|have) i (?:have|got)|to act)\b",
    re.IGNORECASE,
)
_ENDS_THEN = re.compile(
    r"\b(?:two|2) years\b[^.?!]{0,25}\b(?:over|up|end\w*|done|run out|expire\w*|pass\w*)\b.*"
    r"\b(?:what|then|now what|next|drop|pay|grade)\b",
    re.IGNORECASE | re.DOTALL,
)
_OVER = re.compile(
    r"\b(?:runs? out|expires?|(?:is it|be) over|last day|until when|till when|"
    r"when (?:does|do|will|is) (?:it|my|the|that|this)[^?.]{0,30}(?:end|over|up|done|stop))\b",
    re.IGNORECASE,
)


_RETAINED = r"(?:retained grade|grade retention|saved grade|save[- ]grade|retention)\b"
_RUNNING = re.compile(
    rf"\b(?P<gone>\d{{1,2}}) months? (?:in(?:to)?|of|on) (?:\w+ ){{0,2}}?{_RETAINED}|"
    rf"\b(?:month (?P<month>\d{{1,2}})|(?P<nth>\d{{1,2}})(?:st|nd|rd|th) month) (?:of|on|in) "
    rf"(?:\w+ ){{0,2}}?{_RETAINED}|"
    rf"\b(?P<left>\w+) months? (?:left|to go|remaining)\b[^.?!]{{0,12}}\b{_RETAINED}|"
    rf"\b(?:been on|had|have|has|on) (?:\w+ )?{_RETAINED} since\b",
    re.IGNORECASE,
)
"""What tells that a retention has been running for a time, or has some left."""
_ITS_END = re.compile(
    r"\b(?:what|then|after\w*|next|end\w*|over|left|how (?:long|much)|cliff|drop|when)\b",
    re.IGNORECASE,
)
_LEFT = re.compile(r"\bhow (?:long|much time)\b[^.?]{0,20}\b(?:left|remain\w*)\b", re.IGNORECASE)


_DAYS = re.compile(
    r"\b(?:15|fifteen)\b|\b(?:the|my|those|calendar) (?:days|time|clock|window)\b", re.IGNORECASE
)
_DECIDED = re.compile(
    r"\b(?:decision|certificate)\b[^.?!]{0,30}\b(?:issued|dated?|of|signed)\b[^.?!]{0,40}\d"
    r".*\bpay periods?\b",
    re.IGNORECASE | re.DOTALL,
)


_MONTHS = 12
"""Months of a year."""
_OF_RETENTION = (
    *("grade-retention", "retention-eligible", "retention-ends", "retention-effect"),
    "pay-retention",
)


_NONE_KEPT = re.compile(
    r"\b(?:no|without(?: any)?) (?:grade |pay )?retention\b|"
    r"\b(?:no|without(?: any)?) (?:retained|saved|kept) (?:grade|pay)\b",
    re.IGNORECASE,
)
"""What tells that neither grade nor pay is kept."""


def _sure(question: Question, context: Context) -> bool:
    """Tell whether it is asked when a grade kept from a day told runs out, and what follows."""
    text = question.around or question.message
    years = question.has("two years", "2 years") and _SINCE.search(question.message)
    if (years or _ENDS_THEN.search(question.message)) and not question.decision:
        return True
    if _RUNNING.search(text) and _ITS_END.search(question.message):
        return not question.has("declin", "offer", "promot", "appeal")
    dated = bool(question.dates or read(text).dates)
    if dated and _KEEPS.search(text) and _LEFT.search(question.message):
        return True
    if _DAYS.search(question.message):
        # Days are those of a filing; a grade is kept for years.
        return False
    keeps = _KEEPS.search(text) or context.memory.topic in _OF_RETENTION
    kept = keeps or (_DOWN.search(text) and not question.has("last day"))
    return dated and bool(kept and _OVER.search(text) and not _FILING.search(text))


def _begins(question: Question, context: Context) -> date | None:
    """Return the day from which the grade is kept, where it is told or stands in the case."""
    down = lowering(question.around or question.message, context.today)
    if down is not None and down.exact:
        return down.latest
    when = event(question, context, lowering=True)
    return when.latest if when is not None and when.stated else None


def _months_left(question: Question, years: int) -> str:
    """Say how many months of a retention told to be running are left; empty when none is told."""
    told = _RUNNING.search(question.around or question.message)
    gone = next((one for one in told.group("gone", "month", "nth") if one), "") if told else ""
    left = years * _MONTHS - int(gone or 0)
    if not gone or left < 1:
        return ""
    return f"About {left} month{'' if left == 1 else 's'} of the {years * _MONTHS} are left. "


def _answer(question: Question, context: Context) -> Answer | None:
    if _DECIDED.search(question.around or question.message):
        # The grade is kept from the day on which OPM's decision is put into effect.
        return DECIDED.answer(question, context)
    if _NONE_KEPT.search(question.message) and tells_lowering(question.message):
        # Who keeps nothing is helped by the days for lost pay.
        return DEADLINE.answer(question, context)
    again = lowered_again(question, context)
    if again is not None:
        return again
    years, weeks = counted("retention-period"), number("retention-52-weeks")
    told = kept_as_told(question, context)
    asks_after = question.has(*_AFTER) and not question.has("how long")
    ends = asks_after or bool(_ENDS_THEN.search(question.message)) or _sure(question, context)
    begins, through = _begins(question, context), None
    figures: tuple[str, ...] = ()
    if begins is not None:
        through = kept_through(begins)
        figures = (
            (
                (
                    f"From {in_words(begins)} the {years} years run through "
                    f"**{in_words(through)}**, "
                    f"if "
                    "you are entitled."
                ),
            )
            if through is not None
            else ()
        )
    after = quoted_rule("pay-retention-after", "5-cfr-536")
    words = [
        quoted_rule("retention-period", "5-cfr-536"),
        quoted_rule("retention-one-year", "5-cfr-536"),
    ]
    words.append(
        after
        or rule("retention-excluded", "5-cfr-536", "temporary or term basis immediately before")
    )
    one = counted("retention-one-year")
    last = "" if through is None else f", through {in_words(through)}"
    lead = (
        f"**Yes, for {years} years{last}, if the position had stood at that grade or higher for "
        f"at least {one} year without a break before it was lowered** (after a reduction in force: "
        f"if you served {weeks} weeks above the lower grade). They run from the day you are "
        f"placed in the "
        "lower grade. After that, pay that would fall is retained."
    )
    if question.has(
        "vacant", "vacancy", "empty", "unfilled", "nobody in", "no one in", "unencumbered"
    ):
        words = [rule("retention-reclassification"), words[1]]
        lead = (
            "**Nobody: retention is for the employee who is in the position when it is lowered, so "
            "a vacant one can be reclassified without it.** Whoever is put into it afterwards gets "
            "the new grade; someone who keeps a grade from elsewhere keeps it by that."
        )
    elif _SINCE.search(question.message):
        begun = "" if begins is None else f", here from {in_words(begins)}"
        lead = (
            f"**The {years} years count from the day you are placed in the lower-graded position"
            f"{begun}{last}; after a decision of OPM, from the day it is put into effect.** The "
            f"day "
            "of the notice or of the evaluation does not count."
        )
        words = [words[0], rule("retention-starts")]
    elif told is not None and (not ends or told.lead.startswith("**No")):
        return told
    elif ends:
        drops = question.has("drop", "lose", "loose", "fall", "cut")
        head = "No, as a rule: after" if drops else "After"
        until = "" if through is None else f"The {years} years run through {in_words(through)}. "
        until = until or _months_left(question, number("retention-period"))
        lead = (
            f"**{until}{head} the {years} years you hold the lower grade, and pay that would fall "
            "is retained (pay retention), with no fixed end.** If the old pay fits the lower "
            "grade's range, it is set at the step not below it; above the range you keep it and "
            "get half of each later rise of the range's top."
        )
    elif question.has("automatic", "do i apply", "apply for it", "have to ask", "request it"):
        lead = (
            f"**It is automatic: the agency must give it, for {years} years, to whoever meets the "
            "conditions, and you need not apply.** The position must have stood at that grade or "
            f"higher for at least {one} year before it was lowered (after a reduction in force: "
            f"{weeks} weeks served above the lower grade). The agency owes you a letter on it."
        )
    elif question.has("what is", "explain"):
        lead = (
            f"**Grade retention lets you keep your grade for {years} years after your position is "
            f"lowered**, if the position had stood at that grade or higher for at least {one} "
            f"year (after a reduction in force: if you served {weeks} weeks above the lower "
            "grade). It is not for someone on a temporary appointment, or lowered for personal "
            "cause or on request."
        )
    if question.has("how long", "how many years"):
        lead = lead.replace("**Yes, for ", "**For ", 1)
    if loses_grade(question):
        lead = lead.replace("**Yes, for ", "**No, not for ", 1)
    return Answer(
        lead=lead,
        words=tuple(words),
        figures=figures,
        whose="Counted by the core",
        next=(
            "Since when has the position stood at that grade? Name the day to be sure.",
            "Ask *what ends grade retention?* before you decline any offer.",
            "Ask the agency for its letter on retention: it owes you one with the SF-50.",
        ),
        missing=("since when the position stood at the grade",),
    )


TOPIC = Topic(
    id="grade-retention",
    title="keeping the grade",
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision"),
)
