"""Whether a grade is kept, as a message tells the story: what is told is put to the core.

Nothing is decided here: `retain` does that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import counted, number
from assistant.chat.answering.procedure import story as stories
from assistant.chat.answering.procedure.exclusions import takes_back
from assistant.chat.answering.procedure.story import Story, asks_of_keeping, redated, story
from assistant.chat.model import Answer, Context, Question, Words
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.limits.told import of_a_lowering
from assistant.text import in_words
from index.language.late import pattern

if TYPE_CHECKING:
    from core.appeals.retention.facts import Exclusion

_PAY = pattern(r"\b(?:pay|salary|paycheck|wages?|money)\b", re.IGNORECASE)
_GRADE = pattern(r"\bgrade\b", re.IGNORECASE)
_LOSES = pattern(
    r"\b(?:los(?:e|es|ing)|drops?|falls?|shrinks?|goes? down|less|a cut|gone)\b(?!.*\bkeep\b)",
    re.IGNORECASE,
)
_LOSES_GRADE = pattern(
    r"\b(?:do|does|will|would|can|could|must|am|is|are|did)\b[^.?!]{0,16}\blos(?:e|ing) "
    r"(?:(?:my|the|her|his|their|this|that|it|a)\b ?)*(?:grade|gs\b|\d|\W*$)(?!.*\bkeep\b)",
    re.IGNORECASE,
)
_HOW_LONG = pattern(
    r"\b(?:for )?how (?:long|many (?:years|months))\b|\b(?:un)?til+ when\b", re.IGNORECASE
)
_NO_SPAN = (
    *("how long", "how many years", "how many months", "what counts", "one-year rule"),
    *("is it two years", "two years or"),
)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What is kept: grade, pay or neither, and the sentence that says what decided it."""

    kept: Literal["grade", "pay", "neither"]
    why: str
    words: tuple[Words, ...]
    through: date | None = None


def ruling(told: Story, today: date) -> Ruling | None:
    """Return what the core makes of a story; None where what is told does not decide it."""
    from core.appeals.retention import RetentionFacts, retain

    if told.temporary:
        detailed = "detail" in told.text.lower() and "promot" not in told.text.lower()
        return Ruling(
            "neither",
            "A detail changes neither grade nor pay, so nothing of it is kept. Your own grade and "
            "pay stay as they are."
            if detailed
            else "A grade held only in a temporary promotion is not kept. What is protected is the "
            "grade held permanently.",
            (ruled_out(),),
        )
    if told.exclusion is not None:
        advice = retain(RetentionFacts(cause=told.cause, exclusions=(told.exclusion,)))
        if advice.kept == "neither":
            return Ruling("neither", _WHY[told.exclusion], (ruled_out(),))
    if told.cause == "announced-change":
        # The agency's choice, whatever the time.
        return None
    least = number("retention-one-year") * 365.0
    time = told.position
    person_decides = told.cause == "reduction-in-force"
    if person_decides:
        least = number("retention-52-weeks") * 7.0
        time = told.served
    elif time is None and told.person is not None and told.person[0] >= least:
        # Who held the job at that grade for so long held it while it stood at the grade.
        time = told.person
    if time is None or time[0] < least <= time[1]:
        return None
    if person_decides and time[1] < least and not _ALL_OF_IT.search(told.text):
        # Time in any position above the new grade counts, and of that before nothing is told.
        return None
    day = told.effective.latest if told.effective is not None else today
    since = day - timedelta(days=round(time[0] if time[0] >= least else time[1]))
    facts = RetentionFacts(
        cause=told.cause,
        action_effective=day,
        position_at_grade_since=None if person_decides else since,
        higher_grade_since=since if person_decides else None,
        lower_graded=True,
        covered_pay_systems=True,
        stays_in_position=None if person_decides else True,
        specific_notice=True if person_decides else None,
        offered_in_writing=True if person_decides else None,
        exclusions=(),
    )
    advice = retain(facts)
    if advice.kept is None:
        return None
    exact = told.effective is not None and told.effective.exact
    through = advice.through if exact and advice.kept == "grade" else None
    if advice.kept == "neither":
        return None
    held = time is not told.position
    why = _force(told, advice.kept) if person_decides else _reclassified(advice.kept, held=held)
    words = (
        (_weeks(), at_once(), ruled_out())
        if person_decides
        else (
            quoted_rule("retention-one-year", "5-cfr-536"),
            at_once(),
            ruled_out(),
        )
    )
    return Ruling(advice.kept, why, words, through)


_WHY: dict[Exclusion, str] = {
    "own-request": (
        "Neither grade nor pay is kept by someone lowered at his or her own request. A move that "
        "management brought about is not at the employee's request."
    ),
    "personal-cause": (
        "Neither grade nor pay is kept by someone lowered for personal cause, that is conduct or "
        "performance."
    ),
    "temporary-or-term": (
        "Neither grade nor pay is kept by someone who was on a temporary or term appointment just "
        "before the reduction."
    ),
    "failed-supervisory-probation": (
        "Neither grade nor pay is kept by someone returned because a supervisory or managerial "
        "probation was not completed."
    ),
}


def _reclassified(kept: str, *, held: bool) -> str:
    one = counted("retention-one-year")
    if kept == "grade" and held:
        return (
            "That time in the position shows that it stood at the grade for at least "
            f"{one} year before it was lowered; time in another position does not count."
        )
    if kept == "grade":
        return (
            f"By what you tell, the position stood at the grade for at least {one} year before it "
            "was lowered."
        )
    return (
        "The position must have stood at the grade, or higher, for at least "
        f"{one} year without a break just before the reduction."
    )


def _force(told: Story, kept: str) -> str:
    weeks = number("retention-52-weeks")
    above = f" above GS-{told.new}" if told.new is not None else " above the lower grade"
    if kept == "grade":
        return (
            f"You served at least {weeks} weeks in a row{above}, whatever the grade, if the "
            "position was offered to you in the specific notice or otherwise in writing."
        )
    return (
        f"After a reduction in force you must have served at least {weeks} weeks in a row{above}."
    )


def ruled_out() -> Words:
    return rule("retention-excluded", "5-cfr-536", "Is reduced in grade or pay for personal cause")


def at_once() -> Words:
    return rule("pay-retention-at-once", "5-cfr-536", "does not meet the eligibility requirements")


def _weeks() -> Words:
    return quoted_rule("retention-52-weeks", "5-cfr-536")


_DOWN = pattern(
    r"\b(?:becom\w+ an?|cut\w*|lower\w*|down(?:graded?)?|demot\w+|reduc\w+|reclass\w+|re-?rat\w+|"
    r"drop\w*|riff?(?:ed)?|"
    r"reduction in force)\b",
    re.IGNORECASE,
)
_KEEP_IT = pattern(
    r"\b(?:keep|keeps|kept|retain\w*|retention|saved|save) (?:(?:my|the|his|her|that|old|a|of) )*"
    r"(?:grade|pay|gs|wg|it|that|anything|\d{1,2})\b|\b(?:grade|pay) (?:retention|retained|kept|"
    r"saved)\b"
    r"|\bretention\s*\?|\bwhat (?:do|will|would|can) (?:i|we|he|she) (?:get to )?keep\b",
    re.IGNORECASE,
)


def decided_by_what_is_told(question: Question, context: Context) -> bool:
    """Tell whether it is asked if a lowered grade is kept, and what is told decides it."""
    text = question.around or question.message
    if question.decision or not _KEEP_IT.search(question.message) or question.has("griev"):
        return False
    told = story(question, context)
    down = _DOWN.search(text) or told.temporary or told.exclusion is not None
    return bool(down) and ruling(told, context.today) is not None


_ALL_OF_IT = pattern(
    r"\b(?:any|all|every|no other) (?:job|position|grade)s?\b|\b(?:altogether|in all|in total|"
    r"total|new hire|first (?:federal )?job|never (?:\w+ )?(?:above|higher)|"
    r"before (?:that|it|then)|previously|prior to)\b",
    re.IGNORECASE,
)
"""What tells that the time told is all the time served above the lower grade."""
_CHANGES = pattern(
    r"\b(?:does|do|would|will|is) (?:it|that|this|they|things?|anything)\b[^.?!]{0,20}"
    r"\b(?:change|matter|affect|difference|different|count|worse|better|mean)\w*|"
    r"\b(?:what|how) (?:now|then|about that|does that)\b|"
    r"\bhow long (?:had|has|did|was) (?:it|that|the (?:position|job|grade))\b",
    re.IGNORECASE,
)
_OF_THE_JOB = pattern(
    r"\b(?:position|grade|been an? \d|was an? \d|at \d|gs|w[gls])\b", re.IGNORECASE
)


def retells(question: Question, context: Context) -> bool:
    """Tell whether a message adds to, or takes back, what decides if a lowered grade is kept."""
    exact = question.levels or question.percents or question.points or question.decision
    if exact or not of_a_lowering(context):
        return False
    text = question.message.replace("\u2019", "'")
    if takes_back(text, context.memory.told):
        return not question.asks or bool(_CHANGES.search(text) or asks_of_keeping(question))
    if question.asks and not _CHANGES.search(text):
        return False
    told = story(question, context)
    of_it = question.grades or _OF_THE_JOB.search(text) or stories.corrects_time(text)
    time = told.served is not None and of_it
    chosen = told.cause == "announced-change"
    return bool(told.exclusion is not None or told.temporary or chosen or time)


def retold(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return a message that retells what decides, with the topic that answers it; else None."""
    right = ""
    if of_a_lowering(context):
        right = redated(question.message, context.memory.told, context.today)
    if right:
        question = read(right, today=context.today)
    return (question, "retention-eligible") if right or retells(question, context) else None


def loses_grade(question: Question) -> bool:
    """Tell whether it is asked if a grade is lost, which is answered the other way round."""
    return bool(_LOSES_GRADE.search(question.message))


def kept_as_told(question: Question, context: Context) -> Answer | None:
    """Return whether grade or pay is kept, where what a message tells decides it.

    Time that only the person spent in the job decides nothing after a reclassification, which is
    said.
    """
    if question.has(*_NO_SPAN) and not question.first_person:
        return None
    goes_on = bool(context.memory.told) and of_a_lowering(context)
    told = story(question, context, before=goes_on)
    found = ruling(told, context.today)
    if found is None and context.memory.told and not goes_on and not question.has(*_NO_SPAN):
        told = story(question, context, before=True)
        found = ruling(told, context.today)
    pay = bool(_PAY.search(question.message)) and not _GRADE.search(question.message)
    if found is None and goes_on and told.cause == "announced-change":
        return _by_choice()
    if found is None:
        return _served_before(told) or _of_the_person(told, pay=pay)
    # Whether it is lost is answered the other way round than whether it is kept.
    of_pay = bool(_PAY.search(question.message) and _LOSES.search(question.message))
    pay = pay or of_pay
    loses = of_pay or loses_grade(question)
    kept, gone = ("No", "Yes") if loses else ("Yes", "No")
    years = counted("retention-period")
    one = f"GS-{told.old}" if told.old is not None and "gs" in told.text.lower() else "grade"
    if found.kept == "grade":
        until = f", through {in_words(found.through)}" if found.through is not None else ""
        pay_too = ", and the pay with it" * pay
        head = f"{kept}: the {one} is kept for {years} years{until}{pay_too}"
        if _HOW_LONG.search(question.message):
            head = f"For {years} years{until}: so long the {one} is kept{pay_too}"
        lead = (
            f"**{head}.** {found.why} It is not kept by "
            "someone on a temporary appointment, or lowered for personal cause or on request."
        )
    elif found.kept == "pay" and pay:
        head = "No, pay that would fall is kept" if loses else "Yes, the pay, if it would fall"
        lead = (
            f"**{head}; not the grade: "
            f"{found.why[0].lower()}{found.why[1:].rstrip('.')}.** No number of years ends it."
        )
    elif found.kept == "pay":
        lead = (
            f"**No, not the grade: {found.why[0].lower()}{found.why[1:].rstrip('.')}.** Pay "
            "retention takes its place: pay that would fall is kept from the day of the reduction."
        )
    else:
        first, _, rest = found.why.partition(". ")
        lead = f"**{gone}: {first[0].lower()}{first[1:].rstrip('.')}.** {rest}".strip()
    return Answer(
        lead=lead,
        words=found.words,
        next=(
            "Look up on earlier SF-50s since when the position has had that grade.",
            "Ask *what ends grade retention?* before you decline any offer.",
        ),
    )


def _by_choice() -> Answer:
    """Say that retention is the agency's choice for who moved down in a reorganization."""
    weeks = number("retention-52-weeks")
    return Answer(
        lead=(
            "**That is for the agency to choose: it may let you keep the grade, but need not, if "
            "it announced the reorganization in writing and you moved on or before the day it took "
            f"effect.** You must have served at least {weeks} weeks above the lower grade. A "
            "reclassification of your own position, or a reduction in force, would be otherwise: "
            "then the grade is kept by right where its conditions are met."
        ),
        words=(
            rule("retention-optional", "5-cfr-536", "Management announces a reorganization"),
            _weeks(),
        ),
        next=("What do the written offer and the SF-50 say of retention?",),
    )


def _served_before(told: Story) -> Answer | None:
    """Ask for the time served before, where a reduction in force came soon after a grade began."""
    weeks = number("retention-52-weeks")
    if told.cause != "reduction-in-force" or told.served is None:
        return None
    if told.served[1] >= weeks * 7.0:
        return None
    lower = f"GS-{told.new}" if told.new is not None else "the lower grade"
    return Answer(
        lead=(
            f"**It depends on what you held before: after a reduction in force {weeks} weeks in a "
            f"row above {lower} are asked for, and any positions above {lower} count together, not "
            "only the last.** If they come to that, the grade you held just before is kept for "
            f"{counted('retention-period')} years; if not, pay that would fall is kept."
        ),
        words=(_weeks(), at_once(), ruled_out()),
        next=(
            "Which grades did you hold before, and for how long?",
            "Did the specific notice, or another writing, offer you the position?",
        ),
        missing=("since when you served above the lower grade",),
    )


def _of_the_person(told: Story, *, pay: bool) -> Answer | None:
    """Say that the position's time counts, where only a short time of the person is told."""
    one = counted("retention-one-year")
    short = told.person is not None and told.person[1] < number("retention-one-year") * 365.0
    if not short or told.position is not None or told.cause == "reduction-in-force":
        return None
    lead = (
        "**It does not depend on how long you have been there: what counts after a "
        "reclassification is how long the position stood at that grade.** If that was at "
        f"least {one} year without a break just before the reduction, you keep the grade. If "
        "not, pay retention takes its place: pay that would fall is kept."
    )
    if pay:
        lead = (
            "**As a rule no pay is lost: if the position had stood at that grade for at least "
            f"{one} year, you keep grade and pay for {counted('retention-period')} years; if not, "
            "pay retention keeps the pay that would fall, at once.** How long you have been there "
            "yourself does not count. Not so on a temporary or term appointment, or for someone "
            "lowered for personal cause or on request."
        )
    return Answer(
        lead=lead,
        words=(
            quoted_rule("retention-one-year", "5-cfr-536"),
            at_once(),
            ruled_out(),
        ),
        next=("Look up on earlier SF-50s since when the position has had that grade.",),
        missing=("since when the position stood at the grade",),
    )
