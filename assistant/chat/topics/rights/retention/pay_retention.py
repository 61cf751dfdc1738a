"""Keeping pay: after grade retention, or at once without it."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import counted, number
from assistant.chat.answering.procedure.decided import goes_up
from assistant.chat.answering.procedure.keeping import kept_as_told
from assistant.chat.answering.procedure.story import FROM_TO
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.topics.rights.deadlines.certificate_effective import TOPIC as RAISED
from assistant.chat.topics.rights.retention.retention_ends import TOPIC as ENDS

_WHAT_OF_PAY = re.compile(
    r"\bwhat(?:'?s| is| will| would)? (?:going to |gonna )?happen(?:s|ed|ing)? (?:to|with) "
    r"(?:my|her|his|their|the) (?:pay|paycheck|salary|check|wages?)\b"
    r"|\bwhat about (?:my|her|his) (?:pay|salary|paycheck)\b"
    r"|\bwhat (?:do|will|would) (?:i|she|he) (?:get )?(?:paid|earn)\b"
    r"|\b(?:lose|loose|losing|cut|drop\w*) (?:my |in |any )?(?:pay|salary|paycheck|money)\b",
    re.IGNORECASE,
)
_LOWERED = re.compile(
    r"\b(?:lower\w*|downgrad\w*|demot\w*|reclass\w*|re-?grad\w*|knocked|bumped down|cut|"
    r"went down|goes down|put down|dropped)\b",
    re.IGNORECASE,
)
_DOWN_AFTER_ALL = ("downgrad", "demot", "they lower", "opm lower", "goes down", "cut")
_NOT_OURS = ("appeal", "opm", "win", "won", "retroactive", "back pay", "band", "retained", "step")


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether it is asked what becomes of the pay when a grade goes down."""
    text = question.around or question.message
    up = goes_up(question)
    told = up is False or _LOWERED.search(text) or FROM_TO.search(text)
    asked = not up and _WHAT_OF_PAY.search(question.message) and told
    return bool(asked) and not question.has(*_NOT_OURS) and not question.decision


def _answer(question: Question, context: Context) -> Answer | None:
    if question.has("giving up", "give up", "gave up", "gave it up", "waive", "signed away"):
        # What giving the grade up costs is said with what ends it.
        return ENDS.answer(question, context)
    before = context.memory.question
    if goes_up(question):
        return None
    if before is not None and goes_up(before) and not question.has(*_DOWN_AFTER_ALL):
        # "And my pay?" is asked of the raise that was spoken of.
        whole = f"{before.message} What happens to my pay?"
        return RAISED.answer(replace(question, message=whole), context)
    told = kept_as_told(question, context)
    if told is not None and not question.has(
        *("after", "afterwards", "raise", "cost of living", "percent", "ceiling"),
        *("declin", "turn down", "run out", "runs out", "expire", "ends pay", "end pay"),
    ):
        return told
    years = counted("retention-period")
    after = quoted_rule("pay-retention-after", "5-cfr-536")
    at_once = rule(
        "pay-retention-at-once", "5-cfr-536", "does not meet the eligibility requirements"
    )
    grows = rule(
        "pay-retained-grows",
        "5-cfr-536",
        "percent of the amount of the increase in that maximum rate",
    )
    ends = rule(
        "pay-retention-ends", "5-cfr-536", "equal to or greater than the employee's retained rate"
    )
    share = f"{number('pay-retained-grows')} percent"
    words = [after, at_once, ends]
    if question.has("declin", "turn down", "turning down", "refus", "reject"):
        lead = (
            "**Yes, if the offer is a reasonable one: declining a position with pay equal to or "
            "higher than the retained pay ends pay retention.** The offer must be in writing, in "
            "the same commuting area and not of less tenure or, as a rule, part-time; an offer of "
            "less pay may be declined without losing anything."
        )
        words = [ends]
    elif question.has(
        "end", "stop", "terminat", "run out", "runs out", "how long", "how many years"
    ) and not question.has("after the", "grade retention", "retained grade"):
        lead = (
            f"**Two times follow each other: the grade, and the pay with it, for {years} years "
            "(grade retention); then pay that would fall is retained, with no fixed end.** The "
            "first needs a position that stood at the grade for a year; without it, pay retention "
            "begins at once. Retained pay ends with equal or higher pay, a reasonable offer of it "
            "declined, a break in service, or a reduction for personal cause or on request."
        )
        words = [quoted_rule("retention-period", "5-cfr-536"), ends]
        if question.has("pay retention", "retained pay", "retained rate", "saved pay"):
            words = [ends]
            lead = (
                "**No number of years ends it. Retained pay ends when you are entitled to equal or "
                "higher pay, decline a reasonable offer of such pay, have a break in service of a "
                "workday or more, are lowered for personal cause or on request, or leave the "
                "covered pay systems;** and when the top of your grade's range has caught up with "
                "it."
            )
        if question.first_person and question.has("lower", "downgrad", "demot", "reclassif"):
            lead = (
                f"**First comes grade retention, for {years} years, if the position had stood at "
                "the higher grade for a year; retained pay follows it and has no fixed end.** "
                "Retained pay ends when you are entitled to equal or higher pay, decline a "
                "reasonable offer of it, have a break in service, or are lowered for personal "
                "cause or on request."
            )
            words = [quoted_rule("retention-period", "5-cfr-536"), ends]
    elif question.percents and question.has("range", "top", "maximum"):
        most, told_ = number("pay-above-range"), max(question.percents)
        head = (
            f"Yes, all of it: up to {most} percent of the top of the lower grade's range is kept"
            if told_ <= most
            else f"No, not all: what is kept is at most {most} percent of the top of the range"
        )
        lead = (
            f"**{head}.** Within the range the pay is set at the step not below it. A retained "
            "rate is never above level IV of the Executive Schedule."
        )
        words = [rule("pay-above-range"), rule("pay-within-range")]
    elif question.has("ceiling", "cap", "maximum", "limit", "highest", "at most", "how high"):
        lead = (
            f"**Yes, two: retained pay is at most {number('pay-above-range')} percent of the top "
            "rate of the lower grade's range when it is set, and never above level IV of the "
            "Executive Schedule.**"
        )
        words = [
            rule("pay-above-range"),
            rule("pay-retained-cap", "5-cfr-536", "may not at any time exceed"),
        ]
    elif question.has("raise", "cost of living", "percent", "grow", "increase", "pay adjust"):
        lead = (
            f"**You get {share} of each rise in the top rate of your grade's range, until that "
            "top reaches your retained pay; then you are paid the top rate and retention is "
            "over.** A retained rate can never be above level IV of the Executive Schedule."
        )
        words = [
            grows,
            rule("pay-retained-cap", "5-cfr-536", "may not at any time exceed"),
            ends,
        ]
    elif question.has("fits", "inside", "within the range", "between two", "between steps"):
        lead = (
            "**Pay that fits the lower grade's range is set at the lowest step that is not below "
            "it, and retention has then done its work.** From there you get that grade's own "
            "raises and step increases."
        )
        words = [rule("pay-within-range"), after]
    elif question.has("difference", "versus"):
        lead = (
            f"**Grade retention keeps your grade, for {years} years, and your pay with it; pay "
            "retention keeps only the pay, with no fixed end, while you hold the lower grade.** "
            "Pay retention follows when grade retention has run out, or begins at once for "
            "someone lowered who does not qualify for grade retention."
        )
    elif question.has("don't qualify", "do not qualify", "without grade retention", "not eligible"):
        lead = (
            "**Yes: someone placed in a lower grade by reclassification or reduction in force who "
            "does not qualify for grade retention keeps the pay from that day, in the same "
            "agency.** Not so someone on a temporary or term appointment, or lowered for personal "
            "cause or on request."
        )
        words = [
            at_once,
            rule(
                "retention-excluded", "5-cfr-536", "Is reduced in grade or pay for personal cause"
            ),
        ]
    elif not question.has("after", "afterwards", "end", "is over", "are over", "pay retention"):
        lead = (
            f"**As a rule your pay stays as it is: for {years} years you keep the grade, and the "
            f"pay with it, if the position had stood at it for at least "
            f"{counted('retention-one-year')} year; after that, or at once without it, pay that "
            "would fall is retained, with no fixed end.** Not so for someone on a temporary "
            "appointment, or lowered for personal cause or on request."
        )
        words = [
            quoted_rule("retention-period", "5-cfr-536"),
            at_once,
            after,
        ]
    else:
        lead = (
            f"**As a rule your pay does not drop: when the {years} years of grade retention end, "
            "or at once if you do not qualify for them, pay that would fall is kept by pay "
            "retention.** If it fits the lower grade's range, it is set at the step not below it; "
            "if it lies above "
            f"the range, you keep it and get {share} of later rises of the range's top. No number "
            "of years ends it."
        )
    return Answer(
        lead=lead,
        words=tuple(words),
        next=(
            "Ask the personnel office for the top rate of the lower grade at your work place.",
            "Ask *what is a reasonable offer?* before you decline one.",
        ),
    )


TOPIC = Topic(
    id="pay-retention",
    title="keeping the pay",
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision"),
)
