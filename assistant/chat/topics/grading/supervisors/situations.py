"""Special situations of Factor 6: three or more add a level, from 6-1 to 6-3 only."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import guide_rule, listed
from assistant.chat.answering.named.supervising import situations, situations_counted, thin_shift
from assistant.chat.model import Answer, Context, Question, Topic

_LEVEL = re.compile(r"^6-\d$")
_FACTOR = re.compile(r"\b(?:factor (?:6|six)|situations?|other conditions)\b", re.IGNORECASE)
_WHEN_MET = re.compile(
    r"\b(?:counts?|qualif\w+|what (?:is|does)|mean\w*|when (?:is|does)|met when|considered)\b",
    re.IGNORECASE,
)
_WHICH = re.compile(r"\b(?:what|which) (?:are|is|do|does)\b.{0,20}\bsituations?\b", re.IGNORECASE)


def _sure(question: Question, context: Context) -> bool:
    text = question.message
    if _one(question, context):
        return not question.levels
    if _WHICH.search(text) or not _FACTOR.search(text):
        return False
    levels = [one for one in question.levels if _LEVEL.match(one)]
    others = [one for one in question.levels if one not in levels]
    met = situations(text)
    counted = situations_counted(text) is not None
    if others:
        return False
    return bool((levels and (met or counted)) or len(met) > 1 or (counted and question.asks))


def _answer(question: Question, context: Context) -> Answer:
    three = guide_rule("situations", "add a single level to the level")
    top = guide_rule("situations-highest", "do not consult the Special Situations section")
    first = guide_rule("conditions-first", "select the highest level which the position")
    lead = _one(question, context) or _counted(question, context)
    if lead:
        return Answer(
            lead=lead,
            words=(three, top, first),
            next=("Is each of them met regularly, and shown by what facts?",),
        )
    return Answer(
        lead=(
            "**Three or more of the eight special situations add one level, but only from "
            "Level 6-1, 6-2 or 6-3; from 6-4 up they add nothing.** They are variety of work, "
            "shift operations, a fluctuating work force or constantly changing deadlines, "
            "physical dispersion, special staffing situations, impact of specialized programs, "
            "changing technology, and special hazard and safety conditions. Each has its own "
            "conditions."
        ),
        words=(three, top, first),
        next=("Which of the eight are met regularly, and by what facts?",),
    )


def _one(question: Question, context: Context) -> str:
    """Say when one situation asked about by its name is met; empty when not one is."""
    from core.supervisory import load_guide

    if not _WHEN_MET.search(question.message):
        return ""
    guide = load_guide(context.as_of)
    said = " ".join(re.findall(r"[a-z]+", question.message.lower()))
    named = [one for one in guide.situations if any(n.lower() in said for n in one.names[:2])]
    if len(named) != 1:
        return ""
    one = named[0]
    return (
        f"**It depends on the work: {one.name.lower()} is met when this holds: {one.text}** By "
        f"itself no situation adds anything; {guide.value('situations')} or more of the eight add "
        "one level to Level 6-1, 6-2 or 6-3."
    )


def _counted(question: Question, context: Context) -> str:
    """Say what the situations told come to, and from which level; empty when none is told."""
    from core.supervisory import SupervisoryRequest, load_guide
    from core.supervisory.base import Base
    from core.supervisory.factors import settle_conditions
    from core.supervisory.record import Record

    guide = load_guide(context.as_of)
    met = situations(question.message)
    number = len(met) or situations_counted(question.message)
    level = next((one for one in question.levels if _LEVEL.match(one)), "")
    if number is None or (not met and not level):
        return ""
    needed = guide.value("situations")
    names = listed([guide.situations[one - 1].name.lower() for one in met])
    told = f"{number} special {'situation' if number == 1 else 'situations'}"
    told += f" ({names})" if names else ""
    notes = ""
    halves = question.has("fluctuat", "seasonal", "turnover") and question.has("deadline")
    if 3 in met and halves:
        notes += (
            " A fluctuating work force and constantly changing deadlines are one situation, not "
            "two."
        )
    if thin_shift(question.message):
        notes += " Shifts count only where two or more are fully staffed, so that one is not met."
    if not level:
        if number >= needed:
            head = (
                f"**Yes, one level: {told} are met, and {needed} or more add a single level, but "
                "only where the level first selected is 6-1, 6-2 or 6-3.**"
            )
        else:
            more = needed - number
            no = "No, they are one situation" if halves else "Not by themselves"
            head = (
                f"**{no}: that makes {told} of Factor 6, and a level is added only "
                f"when {needed} or more are met; {more} more {'is' if more == 1 else 'are'} "
                "needed.**"
            )
        return f"{head}{notes} Each has its own conditions and must be met regularly."
    if level not in guide.table.by_factor["6"].by_level:
        return ""
    request = SupervisoryRequest(situations=tuple(range(1, number + 1)))
    final = settle_conditions(guide, request, level, Base((), ""), Record())
    points = f"{guide.row(final).points:,} points"
    if final != level:
        head = (
            f"**Level {final}, {points}: {told} add exactly one level to Level {level}.** "
            f"{needed} or more are needed, and further ones add nothing."
        )
    elif number >= needed:
        head = (
            f"**No: Level {level} stands, {points}. From Level 6-4 up special situations are not "
            "consulted and add nothing.** Levels 6-5 and 6-6 are never reached by them."
        )
    else:
        head = (
            f"**Level {level} stands, {points}: {told} "
            f"{'is' if number == 1 else 'are'} too few; {needed} or more add one level.**"
        )
    return f"{head}{notes}"


TOPIC = Topic(
    id="special-situations",
    title="special situations and other conditions",
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision"),
)
