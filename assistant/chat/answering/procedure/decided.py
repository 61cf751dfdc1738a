"""When a decision of OPM takes effect, from the days and the pay periods that a question tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import law, rule
from assistant.chat.answering.procedure import event, facts_of, number
from assistant.chat.answering.procedure.days import told_days
from assistant.chat.answering.procedure.story import FROM_TO
from assistant.chat.model import Answer
from assistant.chat.reading.numbers import whole
from assistant.chat.reading.turns.limits.told import RECEIVED
from assistant.text import in_words
from core.law.rulebook import ordinal
from index.language.late import pattern

if TYPE_CHECKING:
    from datetime import date

    from assistant.chat.model import Context, Question


@dataclass(frozen=True, slots=True)
class DecisionDates:
    """When a decision of OPM takes effect, as the core counts it."""

    issued: date
    pay_period: int | None
    lines: tuple[str, ...]
    latest: date | None = None
    usual: date | None = None
    kept_through: date | None = None

    @property
    def until(self) -> str:
        """Say by when it takes effect: the day where the pay periods are told, else which one."""
        nth = ordinal(self.pay_period or number("certificate-latest"))
        if self.latest is not None:
            return f"{in_words(self.latest)}, when the {nth} pay period after it begins"
        usual = (
            "" if self.usual is None else f" ({in_words(self.usual)} on most agencies' pay periods)"
        )
        return f"the beginning of the {nth} pay period after it{usual}"

    @property
    def bounds(self) -> str:
        """Say from when and until when it can take effect, the day asked for first."""
        if self.latest is not None:
            return f"No later than {self.until}, and no earlier than {in_words(self.issued)}"
        return f"No earlier than {in_words(self.issued)}, and no later than {self.until}"


_PERIOD = pattern(r"\b(?P<n>[a-z]+|\d{1,2}(?:st|nd|rd|th)?) pay period", re.IGNORECASE)


_NEW_AND_OLD = pattern(
    r"\b(?:gs[- ]?)?(?P<new>1[0-5]|[1-9])\b[^.?!\d]{0,20}\b(?:instead of|rather than|and not|not)\b"
    r"[^.?!\d]{0,12}(?P<old>1[0-5]|[1-9])\b(?! (?:years?|months?|points|percent))"
    r"|\b(?:really|actually|should be|am|a|an) (?:a |an )?(?:gs[- ]?)?(?P<new_2>1[0-5]|[1-9])\b"
    r"[^.?!\d]{0,12}\b(?:i'?m|i am|now|currently) (?:only |just |still |now |currently )*"
    r"(?:a |an )?(?:gs[- ]?)?(?P<old_2>1[0-5]|[1-9])\b"
    r"|\bfrom (?:a |an )?(?:gs[- ]?)?(?P<old_3>1[0-5]|[1-9])\b to (?:a |an )?(?:gs[- ]?)?"
    r"(?P<new_3>1[0-5]|[1-9])\b",
    re.IGNORECASE,
)
_GOES_UP = pattern(
    r"\b(?:graded? (?:\w+ ){0,2}?(?:higher|up)|higher grade|upgrad\w+|goes? up|went up|going up|"
    r"rais(?:e|es|ed) (?:my|the|me)\b|moved? up|in my favou?r)",
    re.IGNORECASE,
)
_GOES_DOWN = pattern(
    r"\b(?:lower\w*|downgrad\w*|demot\w*|reduc\w*|cut|drop\w*|retain\w*|retention|keep|kept|lose)\b",
    re.IGNORECASE,
)


_DESERVES = pattern(
    r"\b(?:should(?:n't)? (?:i|we|he|she|they|it|my (?:job|position|grade))(?: not)?|"
    r"(?:i|we|he|she|they) should(?:n't)?|am i(?: not)? supposed to|"
    r"(?:do|does|did|would|will)(?:n't)? (?:that|it|this) (?:mean|make))\b"
    r"[^.?!]{0,30}(?:\b(?:be|get|have|make|made|mean|paid as|paid at|at|me|rated|"
    r"graded)\b[^.?!]{0,20}(?:\b(?:gs|wg)?[- ]?(?:1[0-5]|[2-9])\b(?! (?:years?|months?|days?|"
    r"percent))|\b(?:a|the) (?:higher|next) (?:grade|pay)\b|\bupgraded\b|\bhigher pay\b)|"
    r"\b(?:my )?grade go up\b)",
    re.IGNORECASE,
)


def of_the_grade(text: str) -> bool:
    """Tell whether it is asked if a higher grade, or its pay, is due for what was told."""
    return bool(_DESERVES.search(text))


def goes_up(question: Question) -> bool | None:
    """Tell whether the grade that a question on pay is about rises or falls; None when untold."""
    text = question.message
    for found in _NEW_AND_OLD.finditer(text):
        new, old = (
            int(next(found[name + end] for end in ("", "_2", "_3") if found[name + end]))
            for name in ("new", "old")
        )
        return new > old if new != old else None
    return True if _GOES_UP.search(text) and not _GOES_DOWN.search(text) else None


def decision_dates(question: Question, context: Context, *, lowers: bool) -> DecisionDates | None:
    """Return the days between which a decision named in the question takes effect.

    They are counted on the pay periods that the question tells; without them the later lines count
    on the calendar that most agencies use.
    """
    from core.appeals.effect import effective_dates

    # OPM's decision counts from the day it was issued, never from the day it came.
    came = RECEIVED.search(question.message) is not None
    when = event(question, context) if question.dates and not came else None
    if when is None:
        return None
    named = _PERIOD.search(question.message)
    nth = None if named is None else whole(re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", named["n"]))
    issued = when.latest
    first = _period(question, context)
    parts = {
        "issued": issued,
        "changes_classification": True,
        "lowers_grade": lowers,
        # A first or second pay period is told to count from; a decision states a later one.
        "stated_pay_period": nth if nth and nth > number("certificate-latest") else None,
    }
    told = {} if first is None else {"pay_periods": {"first_day": first}}
    counted_ = effective_dates(facts_of(question, context, opm_decision=parts, **told))
    if counted_ is None:
        return None
    lines = list(counted_.texts[1:2])
    if first is not None:
        if lowers and counted_.retention_through is not None:
            lines.append(
                "A grade retained from that day is kept through "
                f"{in_words(counted_.retention_through)}."
            )
        return DecisionDates(
            issued,
            counted_.pay_period,
            tuple(lines),
            counted_.latest,
            kept_through=counted_.retention_through if lowers else None,
        )
    usual = {"calendar": "most-agencies"}
    counted_on = effective_dates(facts_of(question, context, opm_decision=parts, pay_periods=usual))
    if counted_on is not None and counted_on.latest is not None:
        lines.append(
            f"On the pay periods that most agencies use, that is "
            f"**{in_words(counted_on.latest)}**; "
            "payroll knows yours."
        )
        if lowers and counted_on.retention_through is not None:
            lines.append(
                "A grade retained from that day is kept through "
                f"{in_words(counted_on.retention_through)}."
            )
    usual_latest = None if counted_on is None else counted_on.latest
    return DecisionDates(issued, counted_.pay_period, tuple(lines), usual=usual_latest)


_CUT = pattern(r"\b(?:wrong\w*|restor\w*|former grade|old grade)\b", re.IGNORECASE)
_WENT_DOWN = pattern(r"\b(?:cut|lower\w*|downgrad\w*|demot\w*|reduc\w*|dropp\w*)\b", re.IGNORECASE)
_DECIDES = pattern(
    r"\b(?:decision|decided|opm|appeal\w*|certificate|win|won|came out|finds?)\b", re.IGNORECASE
)


def above_the_former(question: Question) -> tuple[int, int] | None:
    """Return the grade held before a cut and the higher one that a decision gives, where told."""
    text = question.around or question.message
    cut = next(
        (m for m in FROM_TO.finditer(text) if int(m["old"]) > int(m["new"])),
        None,
    )
    three = question.grades[:3]
    down = len(three) == 3 and three[1] < three[0] < three[2] and _WENT_DOWN.search(text)
    told = cut is not None or _CUT.search(text) or down
    if not (told and _DECIDES.search(text)) or len(question.grades) < 2:
        return None
    before = int(cut["old"]) if cut is not None else question.grades[0]
    now = max(question.grades)
    return (before, now) if now > before else None


def restored_and_raised(before: int, now: int) -> Answer:
    """Say from when each part of a decision above the former grade counts."""
    nth = ordinal(number("certificate-latest"))
    return Answer(
        lead=(
            f"**GS-{before} is restored from the day you were lowered, if you lost grade or pay, "
            f"kept neither, and filed within {number('time')} calendar days. The step up to "
            f"GS-{now} counts only from the decision on, no later than the beginning of the {nth} "
            "pay period after it.** Retroactive is only what restores the grade held before."
        ),
        words=(
            law(
                "5-cfr-511",
                "section 511.703(b)(2)",
                "only to the extent of restoration to the original grade",
                "Above the original grade, only the restoration is retroactive.",
            ),
            rule(
                "certificate-latest",
                "5-cfr-511",
                "not later than the beginning of the fourth pay period",
            ),
        ),
        next=("Did you keep the grade or the pay meanwhile? Then nothing was lost.",),
    )


def wage_dates(question: Question, context: Context) -> tuple[str, ...]:
    """Return by when a decision on a wage job takes effect, from the days told; empty without."""
    from core.appeals.effect import effective_dates

    text = question.around or question.message
    days = [d for d in told_days(text, context.today) if d.of in {"event", "done"}]
    filed = next((d.day for d in days if _FILED.search(d.said)), None)
    made = next((d.day for d in days if d.day != filed), None)
    if filed is None or made is None or made < filed:
        return ()
    first = _period(question, context)
    parts = {
        "agency_appeal": {"filed": filed, "decision_received": made, "favorable": True},
        **({} if first is None else {"pay_periods": {"first_day": first}}),
    }
    found = effective_dates(facts_of(question, context, pay_plan="WG", **parts))
    return () if found is None else found.texts


_FILED = pattern(
    r"\b(?:filed|applied|application|sent|handed|asked|went to|request\w*|submitted)\b",
    re.IGNORECASE,
)


def _period(question: Question, context: Context) -> date | None:
    """Return the first day of a pay period that a question tells."""
    text = question.around or question.message
    return next((d.day for d in told_days(text, context.today) if d.of == "period"), None)
