"""The whole answer for someone whose grade was just lowered, in the order of need."""

from __future__ import annotations

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import (
    asked_on,
    counted,
    ends,
    event,
    first_filing_ends,
    kept_through,
    number,
    track,
)
from assistant.chat.answering.procedure.exclusions import says_pay_fell
from assistant.chat.answering.procedure.keeping import kept_as_told
from assistant.chat.answering.procedure.story import asks_of_keeping, grades_told
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.turns.limits.beside import days_beside, of_lowering
from assistant.chat.reading.turns.limits.happened import (
    moved_down,
    says_nothing_kept,
    tells_announced,
    tells_lowering,
)
from assistant.chat.reading.turns.limits.steps import filed_on
from assistant.chat.reading.turns.limits.told import of_a_lowering
from assistant.chat.topics.rights.appeals.appeal_risk import TOPIC as RISK
from assistant.chat.topics.rights.deadlines.lowered_how_long import TOPIC as DEADLINE
from assistant.text import in_words

_MAY_THEY = (
    *("can they", "can hr", "can my agency", "can the agency", "are they allowed", "may they"),
    *("is that legal", "is it legal", "is this legal", "is that allowed", "can management"),
)
_STEPS = (
    *("what do i do", "what should i do", "what can i do", "what must i do", "do i do first"),
    *("what are my", "first thing", "where do i begin", "where do i start", "next step"),
)
_MODAL = ("could i", "can i be", "might i", "will i be", "would i")
_BACK = ("get it back", "get that back", "have it back", "get my", "restore", "undo", "reverse")


def _sure(question: Question, context: Context) -> bool:
    """Tell whether it is told that a grade was taken, or asked how to get it back."""
    told = not question.asks or question.has(*_BACK)
    taken = told and question.first_person and moved_down(question.message)
    return taken or _dated(question, context) or _nothing_kept(question) or _announced(question)


def _announced(question: Question) -> bool:
    exact = question.decision or question.levels or question.points
    return not exact and tells_announced(question)


def _nothing_kept(question: Question) -> bool:
    """Tell whether a message tells that a grade went down and nothing is kept, and asks nothing."""
    text = question.message
    other = question.asks or question.decision or question.levels or question.has(*_OF_OPM)
    return not other and tells_lowering(text) and says_nothing_kept(text)


def _dated(question: Question, context: Context) -> bool:
    """Tell whether a message tells that a grade went down, on which day, and asks nothing."""
    text = question.message
    other = question.asks or question.decision or question.levels or question.points
    if other or not tells_lowering(text) or not question.dates or question.has(*_OF_OPM):
        return False
    old, new = grades_told(text)
    down = old is not None and new is not None and old > new
    on = of_lowering(days_beside(text, context.today))
    before = of_a_lowering(context) or any(map(tells_lowering, context.memory.told))
    if on is not None and on.word == "effective" and before:
        # The day of what was told before.
        return context.memory.topic != DEADLINE.id
    mine = question.first_person or question.has("they", "hr", "my", "member", "employee")
    graded = down or question.grades or question.pay_plan or says_nothing_kept(text)
    return bool(on is not None and on.word != "letter" and mine and graded)


def _stated(context: Context) -> list[str]:
    """Return what was told before, and what the reader's own case states."""
    facts = context.case.facts if context.case is not None and context.own else ()
    return [*context.memory.told, *(fact.text for fact in facts)]


_OF_OPM = ("opm", "certificate", "appeal", "grievance", "promot", "neighbor", "coworker")


def _answer(question: Question, context: Context) -> Answer | None:
    if question.has("workload", "less work", "amount of work", "volume of work"):
        return None
    if context.evaluation is not None and question.has(*_MODAL):
        # Asked of what could happen in the open case, not told of what has.
        return RISK.answer(question, context)
    years, days = counted("retention-period"), number("retroactive-first-filing")
    one = counted("retention-one-year")
    wage = track(question, context) == "fws"
    when = event(question, context, lowering=True)
    figures: list[str] = []
    runs = ""
    on = of_lowering(days_beside(question.message, context.today))
    if _announced(question) and on is not None and on.word != "effective":
        # The days run from the effect, which is still to come.
        when = None
    dated = when is not None and when.stated
    if when is not None and dated:
        through, last = kept_through(when.latest), first_filing_ends(question, context)
        if through is not None:
            figures.append(
                f"Grade retention, if you are entitled: {in_words(when.latest)} through "
                f"{in_words(through)}."
            )
        if last is not None:
            until = ends(last, asked_on(question, context))
            runs = f": they {until}"
            figures.append(f"The {days} calendar days for lost pay {until}.")
    where = (
        "ask your agency for a review of the job, at any time, and then OPM"
        if wage
        else "appeal, to your agency or to OPM, at any time"
    )
    file = "apply to the agency" if wage else "file"
    words = [
        quoted_rule("retention-period", "5-cfr-536"),
        rule("time", "5-cfr-511", "time limits in § 511.703 must be observed"),
        rule("notice-written", "introduction", "must promptly notify all affected employees"),
    ]
    if wage:
        own = quoted_rule("fws-retroactive-filing", "5-cfr-532")
        words[1:] = [own]
    text = question.around or question.message
    if says_nothing_kept(text) or (dated and filed_on(text, context.today) is not None):
        return DEADLINE.answer(question, context)
    told = kept_as_told(question, context)
    if told is not None and (asks_of_keeping(question) or told.lead.startswith("**No")):
        return told
    kept = question.has("kept my", "keep my", "kept the", "retained") and question.has(
        "appeal", "contest", "challenge", "fight"
    )
    if kept and not wage:
        return Answer(
            lead=(
                "**Yes: you may appeal the lower grade, to your agency or to OPM, at any time, "
                f"also while you keep grade or pay.** The {days} calendar days matter only for "
                "making lost pay good, and who keeps grade or pay has lost none. OPM then grades "
                "the whole position, up or down."
            ),
            words=(
                rule("any-time", "introduction", "classification appeal at any time"),
                *words[:2],
            ),
            next=("Name the levels the new evaluation gives you, and see whether they hold.",),
        )
    if question.has(*_MAY_THEY) and not wage:
        return Answer(
            lead=(
                "**Yes, an agency may reclassify a position, also to correct an error, but only by "
                "an official with the authority to classify, with written notice before it, and "
                f"not backwards.** You keep the grade for {years} years if the position had stood "
                f"at it for at least {one} year, else pay that would fall is kept; and you can "
                f"{where}."
            ),
            words=(
                words[2],
                rule("agency-action-date", "5-cfr-511", "properly delegated authority approves"),
                words[0],
            ),
            figures=tuple(figures),
            whose="Counted by the core",
            next=(
                "What did the notice say of reasons and rights?"
                if dated
                else "When did it take effect, and what did the notice say of reasons and rights?",
            ),
        )
    if says_pay_fell(text) or any(map(says_pay_fell, _stated(context))):
        return Answer(
            lead=(
                "**If your pay went down, neither grade nor pay seems to have been kept, and that "
                "needs a reason: ask your personnel office for it in writing.** The grade is kept "
                f"for {years} years if the position had stood at it for at least {one} year; "
                "otherwise pay that would fall is kept, but for a temporary or term appointment, a "
                "reduction for personal cause or on request, or a failed supervisory probation. "
                f"You can {where}; to have lost pay made good, {file} within {days} calendar days "
                f"of the day it took effect{runs}."
            ),
            words=(
                quoted_rule("retention-one-year", "5-cfr-536"),
                rule("pay-retention-at-once", "5-cfr-536", "does not meet the eligibility"),
                words[1],
            ),
            figures=tuple(figures[-1:]) if runs else (),
            whose="Counted by the core",
            next=(
                "What do the SF-50 and the letter say of retention?",
                "Since when had the position stood at the grade? Earlier SF-50s say so.",
            ),
            missing=("why neither grade nor pay was kept",),
        )
    if question.has(*_STEPS) and not question.grades:
        return Answer(
            lead=(
                "**First look in the SF-50 and the letter whether you keep grade or pay: if you "
                f"lost either and keep neither, {file} within {days} calendar days of the day it "
                f"took effect{runs}.** Then ask in writing for the evaluation and its reasons, see "
                "that the position description says what you really do, and compare the work with "
                f"the standard. You can {where}; who kept grade or pay need not hurry."
            ),
            words=(words[1], words[0], *words[2:]),
            figures=tuple(figures),
            whose="Counted by the core",
            next=(
                *(
                    ()
                    if dated
                    else ("On which day did it take effect? The days are then counted.",)
                ),
                "Ask *should I appeal?* for the risk, and *who can represent me?* for help.",
            ),
            missing=() if dated else ("the day it took effect",),
        )
    return Answer(
        lead=(
            f"**You most likely keep your grade for {years} years, and you can {where}.** The "
            f"grade is kept if the position had stood at it for at least {one} year; otherwise "
            f"pay that would fall is kept. Only if you lost grade or pay and keep neither, {file} "
            f"within {days} calendar days of the day it took effect, so that it can be made good"
            f"{runs}."
        ),
        words=tuple(words),
        figures=tuple(figures),
        whose="Counted by the core",
        next=(
            "What do the SF-50 and the letter say of retention?"
            if dated
            else "When did it take effect, and what do the SF-50 and the letter say of retention?",
            "Did you get a written notice with reasons, rights and time limits? Keep it.",
            "Name the levels the new evaluation gives you, and see whether they hold.",
        ),
        missing=(
            *(() if dated else ("the day it took effect",)),
            "since when the position stood at the grade",
        ),
    )


TOPIC = Topic(
    id="lowered-now",
    title="what to do after a downgrade",
    answer=_answer,
    sure=_sure,
    cues=(
        *("lower", "downgrad", "demot", "reduc", "reclass", "effect", "sf", "went", "cut"),
        *("down", "from", "took", "take", "taking", "stripped", "drop", "fall", "fell"),
    ),
    unlike=("levels", "points", "decision"),
    order=55,
)
