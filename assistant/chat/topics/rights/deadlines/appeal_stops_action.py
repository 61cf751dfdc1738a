"""Whether an appeal holds anything up, and how a certificate is suspended."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, quoted_rule, rule
from assistant.chat.answering.procedure import counted
from assistant.chat.answering.procedure.keeping import ruling
from assistant.chat.answering.procedure.story import story
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.chat.reading.turns.limits.steps import opm_decided
from assistant.chat.topics.rights.starting.cost_and_time import of_work_on

_PAID = re.compile(
    r"\b(?:pay|paid|paycheck|salary|money|earn\w*|check|grade|(?:gs-?)?(?:1[0-5]|[2-9]))\b",
    re.IGNORECASE,
)
_IN_THE_MEANTIME = (
    *("meantime", "meanwhile", "until reconsider", "while reconsider", "delay", "postpone"),
    *("hold off", "put off", "wait", "must we", "do we have to"),
)
_PENDING = re.compile(
    r"\b(?:while|until|till|during|as long as|before|although|though|despite)\b[^.?!]{0,40}"
    r"\b(?:appeal\w*|pending|decid\w+|decision|opm)\b"
    r"|\bappeal\b[^.?!]{0,20}\b(?:is|still) (?:pending|open|going|running)\b|"
    r"\bpending (?:my |the )?appeal\b",
    re.IGNORECASE,
)
_MAY_ACT = re.compile(
    r"\b(?:can|may|could|might|is|are|will)\b[^.?!]{0,12}\b(?:agency|they|hr|management|boss|my "
    r"grade|command)\b[^.?!]{0,25}\b(?:downgrad|lower|demot|cut|reduc|carry|go ahead|proceed)\w*",
    re.IGNORECASE,
)
"""Asks whether the agency may act, and not whether the appeal keeps it from acting."""
_STAYS = re.compile(
    r"\b(?:keep|keeps|still|stay\w*|remain\w*|continue\w*|get|getting|be)\b[^.?!]{0,40}",
    re.IGNORECASE,
)


_HELD_OFF = re.compile(
    r"\b(?:hold|holds|put|puts|stave|staves|fend|fends)\b (?:this|it|that|them|the \w+) off\b"
    r"|\b(?:stop|halt|freeze|pause|block)s? the clock\b"
    r"|\b(?:freeze|halt|pause|block|delay)s? "
    r"(?:it|this|that|the (?:downgrade|cut|action|change))\b"
    r"|\b(?:stop|cancel|suspend|drop|call off|put off|hold) (?:the|this|that|their|my) "
    r"(?:\w+ )?(?:downgrade|downgrading|demotion|cut|reduction|action|reclassification)\b",
    re.IGNORECASE,
)
_BY_IT = re.compile(
    r"^\W*(?:(?:and|but|so|ok)\W+)*(?:would|will|does|could|can) (?:it|that|this|one|filing)\b",
    re.IGNORECASE,
)
_MUST_WAIT = re.compile(
    r"\b(?:do|must|should|will|would|can|may) (?:we|management|the agency|hr|i)(?: now| still)? "
    r"(?:(?:have|need) to )?(?:stop|wait|hold off|halt|pause|freeze|go (?:ahead|through)|"
    r"proceed|carry on)\b",
    re.IGNORECASE,
)
"""A manager's question whether what is under way may go on."""
_GOES_ON = re.compile(
    r"\b(?:can|may|could) (?:we|management|hr|i)(?: now| still)? (?:go (?:ahead|through)|proceed|"
    r"carry on)\b",
    re.IGNORECASE,
)
_UNDER_WAY = re.compile(
    r"\b(?:downgrad|demot|reclassif|abolish|lower|cut|reorgani[sz])\w*", re.IGNORECASE
)
_APPEALED = ("agency-report", "supervisor-role", "appeal-duration", "how-to-file", "forum")
_BY_APPEAL = re.compile(r"\b(?:appeal\w*|fil(?:e|es|ed|ing))\b", re.IGNORECASE)


def _asks_of_pay(question: Question) -> bool:
    """Tell whether it is asked what is paid while an appeal is pending."""
    text = question.message
    return bool(_PENDING.search(text) and _PAID.search(text) and _STAYS.search(text))


def _sure(question: Question, context: Context) -> bool:
    """Tell whether it is asked which grade or pay stands while an appeal is pending."""
    if of_work_on(question, context):
        return False
    around = question.around or question.message
    if _MUST_WAIT.search(question.message) and _UNDER_WAY.search(around):
        return bool(_BY_APPEAL.search(around)) or context.memory.topic in _APPEALED
    ours = not question.has("duties", "description", "detail", "suspen", "reconsider", "temporar")
    named = _BY_APPEAL.search(around)
    if _HELD_OFF.search(question.message) and (named or _BY_IT.match(question.message)):
        return not question.decision
    asked = _asks_of_pay(question) or (
        _MAY_ACT.search(question.message) and _PENDING.search(question.message)
    )
    return bool(asked) and ours and not question.decision


def _own() -> Words:
    return law(
        "introduction",
        "61",
        "does not automatically stop a classification action",
        "An appeal does not by itself stop a classification that the agency takes of its own "
        "accord.",
        section="Appendix 4, G.3.b",
    )


def _meanwhile(question: Question, context: Context) -> Answer:
    """Say what is paid while an appeal is pending: what retention gives, not the appeal."""
    years, one = counted("retention-period"), counted("retention-one-year")
    told = ruling(story(question, context), context.today)
    condition = f", if the position had stood at it for at least {one} year"
    if told is not None and told.kept == "grade":
        condition = ""
    kept = (
        f"But grade retention pays you as before for {years} years, appeal or not{condition}; "
        "without it, pay retention keeps pay that would fall."
    )
    if told is not None and told.kept == "neither":
        kept = f"And by what you tell, neither grade nor pay is kept. {told.why}"
    acts = _MAY_ACT.search(question.message)
    head = "Yes, although you appealed: " if acts else "Not because of the appeal: "
    return Answer(
        lead=(
            f"**{head}it does not stop a downgrade.** {kept} If the appeal wins, "
            "the grade is corrected; lost pay is made good only if you filed in time and kept "
            "neither."
        ),
        words=(
            _own(),
            quoted_rule("retention-period", "5-cfr-536"),
            rule("retention-rate", "5-cfr-536", "correspond to the employee's grade and step"),
        ),
        next=("What do the SF-50 and the letter with it say of retention?",),
    )


def _answer(question: Question, context: Context) -> Answer:
    if _asks_of_pay(question) and not question.has("suspen", "reconsider", "certificate"):
        return _meanwhile(question, context)
    own = _own()
    delay = rule("appeal-does-not-delay", "introduction", "does not alter the implementation date")
    suspension = rule(
        "suspension", "introduction", "request to suspend a certificate should be made"
    )
    pending = _MAY_ACT.search(question.message) and _PENDING.search(question.message)
    of_opm = (opm_decided(question, context) and not pending) or question.has(
        "reconsider", "certificate"
    )
    if of_opm and question.has(*_IN_THE_MEANTIME) and not question.has("suspen"):
        return Answer(
            lead=(
                "**OPM's certificate binds the agency, and a request for reconsideration does not "
                "hold it back: it is carried out no later than the beginning of the fourth pay "
                "period after the decision, unless OPM suspends it.** Ask OPM for that together "
                "with the reconsideration; for a downgrade with retained grade or pay it normally "
                "does not."
            ),
            words=(
                delay,
                suspension,
                rule(
                    "certificate-latest",
                    "5-cfr-511",
                    "not later than the beginning of the fourth pay period",
                ),
            ),
            next=("Ask *when does a lower grade take effect?* for OPM's own decision.",),
        )
    if (
        not of_opm
        and not _MUST_WAIT.search(question.message)
        and question.has("delay", "postpone", "hold off", "put off", "wait with")
        and question.has("agency", "we ", "hr ", "may it", "retain", "personnel")
    ):
        return Answer(
            lead=(
                "**Yes: where the employee keeps grade or pay, the agency's downgrade may wait for "
                "the personnel action.** A certificate of OPM does not wait: it takes effect by "
                "the day it sets, unless OPM suspends it."
            ),
            words=(rule("action-may-wait", "5-cfr-511"), delay),
            next=("Ask *when does a lower grade take effect?* for OPM's own decision.",),
        )
    if of_opm or question.has("suspen", "reconsider", "certificate", "opm decision", "stay"):
        lead = (
            "**Not by itself: neither an appeal nor a request for reconsideration moves the date "
            "of an OPM certificate. OPM can suspend it, if asked together with the "
            "reconsideration and if there is ground for it.** For a downgrade with retained grade "
            "or pay it normally does not."
        )
        words: tuple[Words, ...] = (suspension, delay)
    else:
        acts = _MAY_ACT.search(question.message) or _GOES_ON.search(question.message)
        head = "Yes" if acts else "No"
        lead = (
            f"**{head}: an appeal does not stop a downgrade.** The agency may carry it out while "
            "the appeal is pending, and its own policy says whether it waits. If the appeal wins, "
            "the grade is corrected; lost pay is made good only if you filed in time and kept "
            "neither grade nor pay."
        )
        words = (own, delay, suspension)
    return Answer(
        lead=lead,
        words=words,
        next=(
            "Ask the agency in writing to wait for OPM; it may, but need not.",
            "Ask *how long do I have?* so that lost pay can be made good.",
        ),
    )


TOPIC = Topic(
    id="appeal-stops-nothing",
    title="whether an appeal stops a downgrade",
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision"),
)
