"""Pay for the past: none, except where a wrongful demotion is undone."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import asked_on, ends, first_filing_ends, number, track
from assistant.chat.answering.procedure.lateness import in_days
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.chat.reading.turns.limits.happened import says_nothing_kept
from assistant.chat.reading.turns.limits.told import of_a_lowering
from assistant.chat.topics.rights.deadlines.downgrade_effective import TOPIC as LOWER

_LATER_DUTIES = (
    *("duties assigned later", "assigned after", "duties i got later", "later duties"),
    *(
        "added after",
        "after the cut",
        "after the demotion",
        "since the demotion",
        "new duties since",
    ),
)


_REPAY = re.compile(
    r"\bi (?:now |still )?owe (?:them|hr|the agency|my agency|it)\b|"
    r"\b(?:i|we|he|she|employee) (?:now )?(?:owes?(?! (?:him|her|them|(?:the|an|our|this) "
    r"(?:\w+ )?(?:employee|appellant|incumbent|clerk|person|woman|man)|my (?:employee|staff))\b)"
    r"|must|have to|has to)\b[^.?!]{0,20}"
    r"\b(?:money|back|repay|return)\b|\brepay\b|\b(?:pay|give) (?:it|the money|that) back\b|"
    r"\boverpa(?:id|yment)\b|\bwant (?:the|their|my) money back from me\b",
    re.IGNORECASE,
)


_UNTIL = ("how long", "by when", "by what d", "by which d", "what day", "until when", "last day")
_MADE_GOOD = re.compile(
    r"\b(?:money|pay|paid|wages?)\b[^.?!]{0,30}"
    r"\b(?:back|from (?:the )?(?:start|beginning|first|day)|retroactive\w*|made good|"
    r"for the time)\b|\bback ?pay\b|\bretroactive",
    re.IGNORECASE,
)


_ABOVE_FORMER = re.compile(
    r"\b(?:higher|above|more)\b[^.?!]{0,40}\b(?:before|former|previous|old|original|prior)\b"
    r"[^.?!]{0,30}\b(?:downgrad|demot|reduc|cut|lower)\w*\b"
    r"|\bgrade (?:above|higher than) (?:the|my|his|her) (?:former|previous|old|original|prior)\b",
    re.IGNORECASE,
)
_WHICH_DUTIES = re.compile(
    r"\bduties\b[^?!]{0,60}\b(?:time of (?:the|my|his|her)|then|after|later|since|now|today\w*)\b"
    r"[^?!]{0,30}\b(?:downgrad|demot|reduc|cut)\w*\b|\btoday's duties\b[^?!]{0,60}\bdemot\w*\b"
    r"|\bwhich duties\b[^?!]{0,30}\b(?:downgrad|demot|reduc|cut)\w*\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:
    """Tell whether it is asked how far a decision on a downgrade reaches back, and on what."""
    if question.decision or question.levels:
        return False
    text = question.message
    if track(question, context) == "gs" and (
        (_ABOVE_FORMER.search(text) and question.has("opm", "appeal", "decision", "finds"))
        or (
            _WHICH_DUTIES.search(text)
            and (question.has("appeal", "opm", "which", "count") or of_a_lowering(context))
        )
    ):
        return True
    made_good = _MADE_GOOD.search(question.message) and not question.has(*_UNTIL)
    return bool(made_good and track(question, context) == "fws" and of_a_lowering(context))


def _of_a_wage_job(question: Question, context: Context) -> Answer:
    """Say from when a wage job's grade is paid: a downgrading undone, or a grade raised."""
    days = number("fws-retroactive-filing")
    last = first_filing_ends(question, context)
    until = "" if last is None else f" They {ends(last, asked_on(question, context))}."
    down = last is not None or of_a_lowering(context) or question.has(*_DOWN)
    undone = (
        f"if you applied to your agency within {days} calendar days of the day it took effect, a "
        "decision that undoes the downgrading counts from that day"
    )
    raised = (
        "a higher grade than the one before counts from the date the decision states, at the "
        "latest the first pay period that begins after the "
        f"{number('fws-effective-decision')}th calendar day from your application"
    )
    lead = (
        f"**Yes, {undone}.**{until} It reaches up to the grade held before; {raised}."
        if down
        else f"**Only in part: {raised}.** After a downgrading that cost pay it is otherwise: "
        f"{undone}."
    )
    return Answer(
        lead=lead,
        words=(
            rule(
                "fws-retroactive",
                "5-cfr-532",
                "shall be retroactive to the effective date of the action",
            ),
            quoted_rule("fws-retroactive-filing", "5-cfr-532"),
            quoted_rule("fws-effective-decision", "5-cfr-532"),
        ),
        next=(
            "Apply in writing, with your reasons, and keep proof of the day.",
            "Were you not told of the limit, or kept from filing? Say so in the application.",
        ),
    )


def _up_to_the_former(days: int) -> Answer:
    """Say how far back a decision reaches that goes above the grade held before a downgrade."""
    return Answer(
        lead=(
            "**Only up to the grade held before the downgrade: that one comes back retroactively, "
            f"if the appeal was filed within {days} calendar days and neither grade nor pay was "
            "retained.** What lies above it takes effect as any decision does: no earlier than "
            "its date."
        ),
        words=(
            rule("retroactive-higher", "5-cfr-511", "only to the extent of restoration"),
            rule(
                "certificate-latest",
                "5-cfr-511",
                "not later than the beginning of the fourth pay period",
            ),
        ),
        next=("Name the grade before, the grade after and the grade decided, with their days.",),
    )


_WON = ("win", "won", "reverse", "overturn", "i'm right", "i am right", "goes my way", "for me")


def _told_of_loss(context: Context) -> bool:
    """Tell whether somebody was lowered and says that nothing is kept of grade or pay."""
    told = context.memory.told
    return "lowering" in context.memory.days and any(map(says_nothing_kept, told))


_DOWN = ("downgrad", "lowered", "demot", "cut", "reduc", "put down", "moved down", "dropped")


def _answer(question: Question, context: Context) -> Answer | None:
    days = number("retroactive-first-filing")
    none = rule(
        "no-back-pay", "introduction", "no entitlement exists for compensation at the higher grade"
    )
    loss = rule(
        "retroactive-loss", "5-cfr-511", "retroactive only if it corrects a classification action"
    )
    undone = rule(
        "retroactive-reversal",
        "introduction",
        "must find that the classification action resulting in wrongful demotion",
    )
    late = in_days(days, question)
    late = late if "too late" in late else ""
    kept = question.has("kept my", "retained", "grade retention", "saved grade", "pay retention")
    if _REPAY.search(question.message):
        return LOWER.answer(question, context)
    later = question.has(*_LATER_DUTIES)
    if track(question, context) == "fws" and not (kept or late or later):
        return _of_a_wage_job(question, context)
    if _ABOVE_FORMER.search(question.message) and not question.grades:
        return _up_to_the_former(days)
    if later or _WHICH_DUTIES.search(question.message):
        which = re.search(r"\bwhich\b|\bor\b", question.message, re.IGNORECASE)
        return Answer(
            lead=(
                f"**{'Those' if which else 'No: only the duties'} at the time of the demotion "
                "count for making it good retroactively, not duties assigned later.** A higher "
                "grade earned by later duties is paid from the personnel action on."
            ),
            words=(
                rule("retroactive-reversal", "5-cfr-511", "existing at the time of demotion"),
                none,
            ),
            next=("List which duties you had on the day of the demotion, with proof.",),
        )
    if question.has(
        "how do i keep", "protect", "preserve", "safeguard", "not lose my right", "secure"
    ):
        lead = (
            f"**File within {days} calendar days of the day the lower grade took effect, or of the "
            "day you got the agency's final decision, whichever is later; and again within "
            f"{days} days of an unfavorable agency decision when you go on to OPM.** It helps only "
            "where grade or pay was really lost and neither is retained."
        )
        words: tuple[Words, ...] = (loss, undone)
    elif question.has("demot", "downgrad", "lowered", "cut") and (late or kept):
        why = late or (
            "**No: who kept grade or pay meanwhile has lost nothing, so nothing is made good.** "
        )
        lead = (
            f"{why}Pay is made good only where a wrongful demotion that cost grade or pay was "
            f"appealed within {days} calendar days and is found to be an error. A late claim can "
            f"be "
            "preserved, if you were neither told of the limit nor knew it, or were kept from "
            "filing."
        )
        words = (loss, undone, none)
    elif _told_of_loss(context) and question.has(*_WON):
        lead = (
            "**Yes, back to the day you were lowered, if the action cost grade or pay, neither was "
            f"retained, the appeal was filed within {days} calendar days, and the decision finds "
            "that it was an error on the duties of that time.** Only what restores the grade held "
            "before reaches back; a grade above it counts from the decision on."
        )
        words = (
            loss,
            undone,
            rule("retroactive-higher", "5-cfr-511", "only to the extent of restoration"),
        )
    elif question.has("wrongful", "demot", "lost", "downgrad", "any case", "when does", "when is"):
        lead = (
            "**Only when a wrongful demotion is undone: the action cost grade or pay, neither was "
            f"retained, the appeal was filed within {days} calendar days, and the decision finds "
            "that it was an error on the duties of that time.** Then the former grade comes back "
            "from the day of the demotion. Otherwise nothing is paid for the past."
        )
        words = (loss, undone, none)
    elif question.has("can we", "make a reclass", "may we", "backdat"):
        lead = (
            "**No: a classification cannot be made retroactive, and pay follows the personnel "
            "action.** The one exception is a decision that undoes a wrongful demotion."
        )
        words = (none, loss)
    else:
        lead = (
            "**Normally no: a higher grade is paid only from the personnel action that follows "
            "the decision, however long you did the work.** The one exception is a wrongful "
            f"demotion that really cost grade or pay, was appealed within {days} calendar days, "
            "and is found to be a classification error: that is made good from the day it took "
            "effect."
        )
        words = (
            none,
            loss,
            rule(
                "pay-from-personnel-action",
                "introduction",
                "not the date of the classification action",
            ),
        )
    return Answer(
        lead=lead,
        words=words,
        next=(
            "Was your grade or pay lowered? Say when, and the days are counted.",
            "Waiting costs money: the sooner the decision, the sooner the higher pay begins.",
        ),
    )


TOPIC = Topic(
    id="back-pay",
    title="pay for the past",
    answer=_answer,
    sure=_sure,
    cues=("money", "pay", "paid", "wage", "retroactive", "higher", "above", "more", "dut"),
    unlike=("levels", "points", "decision"),
)
