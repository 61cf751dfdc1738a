"""What a retained grade counts for, and what it does not."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import counted
from assistant.chat.answering.procedure.again import lowered_again
from assistant.chat.answering.procedure.keeping import ruling
from assistant.chat.answering.procedure.story import story
from assistant.chat.model import Answer, Context, Question, Topic, Words

_RETAINED = re.compile(r"\b(?:retained|saved|protected) grade\b|\bgrade retention\b", re.IGNORECASE)
_COUNTS = re.compile(
    r"\b(?:flsa|overtime|life insurance|retirement)\b"
    r"|\b(?:retained|saved|protected) grade\b[^.?!]{0,40}\b(?:count\w*|matter\w*|used|register)\b"
    r"|\b(?:count\w*|matter\w*)\b[^.?!]{0,40}\b(?:retained|saved|protected) grade\b",
    re.IGNORECASE,
)
_WHICH = re.compile(r"\b(?:which|what) grade\b|\bkeep\b|\bretain|\bretention\b", re.IGNORECASE)


_RAISES = re.compile(
    r"\b(?:raises?|increases?|adjustments?|cola|cost of living|within[- ]grades?)\b", re.IGNORECASE
)
_GRADE_KEPT = re.compile(
    r"\b(?:grade retention|retained grade|saved grade)\b|\b(?:keep|keeping|kept) (?:my|the|a|her|"
    r"his) (?:old |former |retained )?grade\b",
    re.IGNORECASE,
)


def _asks_of_raises(question: Question) -> bool:
    """Tell whether the raises are asked for that come while a grade is kept."""
    text = question.message
    after = question.has(
        "after", "ends", "is over", "pay retention", "retained pay", "retained rate"
    )
    return bool(_RAISES.search(text) and _GRADE_KEPT.search(text)) and not after


_STEP = re.compile(
    r"\bstep (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
_GOES_DOWN = re.compile(
    r"\b(?:lower\w*|downgrad\w*|demot\w*|reduc\w*|reclass\w*|cut|becom\w+|drop\w*|goes? to|"
    r"goes? down to|"
    r"going (?:down )?to|down to|went to|put in)\b",
    re.IGNORECASE,
)
_OF_PAY = re.compile(r"\b(?:pay|paid|check|paycheck|salary|step|money|earn)\b", re.IGNORECASE)


_NO_STEP = ("promot", "upgrad", "exceed", "above", "over the", "range", "between")


def _at_a_step(question: Question) -> str:
    """Return the step held, in a question about pay when a grade goes down; empty else."""
    text = question.around or question.message
    step = _STEP.search(text)
    asks = step and _GOES_DOWN.search(text) and _OF_PAY.search(question.message)
    return step.group().lower() if step and asks and not question.has(*_NO_STEP) else ""


def _same_step(question: Question, context: Context) -> Answer:
    """Say what is paid to someone at a step whose grade goes down."""
    told = story(question, context)
    found = ruling(told, context.today)
    years, one = counted("retention-period"), counted("retention-one-year")
    held_now = context.held.grade if context.held is not None else None
    before = told.old or held_now
    grade = f"GS-{before}" if before is not None and before != told.new else "grade you hold now"
    held = _at_a_step(question)
    rate = rule("retention-rate", "5-cfr-536", "correspond to the employee's grade and step")
    if found is not None and found.kept != "grade":
        pay = (
            "the pay is kept, if it would fall; it is set at the step of the lower grade that is "
            "not below it, or stays above that range"
            if found.kept == "pay"
            else "the pay is set in the lower grade, and nothing is kept"
        )
        first, *_ = found.why.partition(". ")
        return Answer(
            lead=f"**Not by the step of the {grade}: {pay}.** {first.rstrip('.')}.",
            words=(*found.words, rule("pay-within-range")),
            next=("Ask the personnel office for the rates of the lower grade.",),
        )
    condition = (
        "" if found is not None else f", if the position stood at it for at least {one} year"
    )
    return Answer(
        lead=(
            f"**It stays: you are paid {held} of the {grade} for {years} years (grade retention)"
            f"{condition}, with the raises and step increases of that grade.** After that, pay "
            "that would fall is retained (pay retention), with half of each later rise of the "
            "lower grade's top. The dollars stand in OPM's pay tables."
        ),
        words=(
            rate,
            quoted_rule("retention-period", "5-cfr-536"),
            quoted_rule("retention-one-year", "5-cfr-536"),
        ),
        next=("Since when has the position stood at that grade? That decides it.",),
    )


_FOR_ALL = re.compile(
    r"\b(?:count\w*|matter\w*|used?|good|valid|apply|applies|treated)\b[^.?!]{0,40}\b(?:pay|retirement|"
    r"annuity|life insurance|benefits|within[- ]grades?|promotions?|everything|all purposes)\b|"
    r"\b(?:pay|retirement|annuity|life insurance|benefits|everything)\b[^.?!]{0,30}"
    r"\b(?:counts?|matters?)\b",
    re.IGNORECASE,
)
_OF_RETENTION = frozenset(
    {
        *("grade-retention", "retention-effect", "retention-ends", "retention-eligible"),
        *("lowered-now", "reduction-in-force", "grade-kept"),
    }
)
"""Topics after which what "it" counts for is the grade that is kept."""


def _sure(question: Question, context: Context) -> bool:
    """Tell whether it is asked what a retained grade counts for, or is kept at a second cut."""
    if question.decision:
        return False
    if _FOR_ALL.search(question.message) and context.memory.topic in _OF_RETENTION:
        return True
    if _at_a_step(question) or _asks_of_raises(question):
        return True
    counts = (
        _RETAINED.search(question.message)
        and _COUNTS.search(question.message)
        # "What counts as a reasonable offer?" asks of the offer, not of the grade kept.
        and not question.has("offer")
    )
    again = _WHICH.search(question.message) and lowered_again(question, context) is not None
    return bool(counts or again)


def _answer(question: Question, context: Context) -> Answer:
    counts = rule(
        "retention-counts-for",
        "5-cfr-536",
        "retained grade as the employee's grade for all purposes",
    )
    not_for = rule("retention-not-for", "5-cfr-536", "In any reduction in force procedure")
    rate = rule("retention-rate", "5-cfr-536", "correspond to the employee's grade and step")
    second = quoted_rule("retention-second", "5-cfr-536")
    words: tuple[Words, ...] = (counts, not_for, rate)
    again = lowered_again(question, context)
    if again is not None:
        return again
    if _at_a_step(question):
        return _same_step(question, context)
    if question.has("place", "efforts", "priority"):
        return Answer(
            lead=(
                "**Yes: the agency must make planned efforts to place those who keep a grade or "
                "pay.** Declining a reasonable offer of equal or higher grade ends grade "
                "retention, so check each offer against its conditions first."
            ),
            words=(
                rule("retention-placement", "5-cfr-536", "specific planned efforts to place"),
                rule("retention-ends", "5-cfr-536", "Declines a reasonable offer"),
            ),
            next=("Ask *what is a reasonable offer?* before you decline one.",),
        )
    if question.has("rif", "reduction in force", "layoff", "positions are cut", "laid off"):
        lead = (
            "**No: in a reduction in force the retained grade does not count; the grade of the "
            "position you actually hold does.** For pay, premium pay, retirement, life insurance "
            "and training the retained grade is yours."
        )
        words = (not_for, counts)
    elif question.has("flsa", "overtime", "exempt"):
        lead = (
            "**No: whether the Fair Labor Standards Act covers you follows the work you actually "
            "do, not the retained grade.**"
        )
        words = (not_for, counts)
    elif question.has("promot"):
        lead = (
            "**Yes, you can be promoted: by the statute the retained grade counts for promotion, "
            "pay and training eligibility as your own.** A lasting promotion to that grade or "
            "above ends the retention; a temporary one does not."
        )
        words = (counts, not_for)
    elif question.has("second", "again", "lowered again"):
        lead = (
            "**Lowered again within that time, you keep the first retained grade to its end, and "
            "then the grade of the position from which you were lowered the second time, counted "
            "from that second reduction.** Each time the conditions for retention must be met."
        )
        words = (second, counts)
    elif not question.has("retirement", "insurance", "annuity", "purposes") and question.has(
        "pay", "step", "within-grade", "raise", "increase"
    ):
        lead = (
            "**You are paid as before: the same step of the retained grade, and you go on getting "
            "pay adjustments and within-grade increases of that grade.** The retained grade "
            "counts for pay and pay administration as your own."
        )
        words = (rate, counts)
    else:
        lead = (
            "**For nearly all purposes: pay and pay administration, premium pay, retirement, life "
            "insurance, eligibility for training and, by the statute, promotion. Not in a "
            "reduction in force, not for the Fair Labor Standards Act, not for GM status, and not "
            "to judge a later reduction for personal cause or on request.**"
        )
    return Answer(
        lead=lead,
        words=words,
        next=("Ask *what ends grade retention?* and *what happens to my pay afterwards?*",),
    )


TOPIC = Topic(
    id="retention-effect",
    title="what a retained grade counts for",
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision"),
)
