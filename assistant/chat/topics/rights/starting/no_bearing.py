"""What has no part in a classification: leave, preference, age, service, retirement to come.

An employee asks whether being on leave or a veteran protects the grade. The position is classified,
not the person, so the answer is no; what protects is notice, appeal and retention.
"""

from __future__ import annotations

import re

from assistant.chat.answering.kit import rule
from assistant.chat.answering.procedure import counted
from assistant.chat.model import Answer, Context, Question, Topic

_LEAVE = re.compile(
    r"\b(?:fmla|lwop|(?:maternity|paternity|parental|sick|medical|family|annual|military|unpaid) "
    r"leave|on leave|away on leave|pregnan\w+|deploy\w*|in the hospital|hospitali[sz]ed|surgery|"
    r"workers'? comp|furlough\w*|on vacation)\b",
    re.IGNORECASE,
)
_VETERAN = re.compile(
    r"\bvet(?:eran)?s?'?s? (?:preference|status|points)\b|\bpreference eligible\b|"
    r"\b(?:5|10|five|ten)[- ]point(?:s)?(?: preference| vet\w*)?\b|\b(?:disabled|combat) vet\w*\b|"
    r"\b(?:i'?m|as|being|am) an? (?:\w+ )?vet(?:eran)?\b|\bvet(?:eran)? here\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\bseniority\b|\b(?:about|going|close|ready|soon) to retire\b|\bretir\w+ (?:soon|next|in)\b|"
    r"\bnear(?:ing)? retirement\b|\bunion (?:member|officer|steward)\b|\btenure\b|\bon a pip\b|"
    r"\bsingle (?:mom|mother|dad|parent)\b",
    re.IGNORECASE,
)
_LOWERED = re.compile(
    r"\b(?:lower\w*|downgrad\w*|demot\w*|reclass\w*|regrad\w*|cut (?:my|me|the) ?(?:grade)?|"
    r"take (?:my|the|away my) grade|(?:my|the) grade|classif\w*|audit\w*|"
    r"can they do (?:this|that|it)|do (?:this|that) while|change my (?:job|position|grade))\b",
    re.IGNORECASE,
)
_HELPS = re.compile(
    r"\b(?:help\w*|protect\w*|matter\w*|save|count\w*|safe|exempt|can'?t|cannot|can not|"
    r"doesn'?t that|stop\w*|prevent\w*|immune|right\?)\b",
    re.IGNORECASE,
)
_OTHER = (
    *(
        "rif",
        "reduction in force",
        "hiring",
        "hired",
        "vacancy",
        "certificate",
        "absence",
        "acting",
    ),
    *("retirement pay", "annuity", "supervis", "evaluate", "employee of mine", "my employee"),
)


def _kind(question: Question) -> str:
    text = question.message.replace("\u2019", "'")
    for name, says in (("leave", _LEAVE), ("veteran", _VETERAN), ("person", _PERSON)):
        if says.search(text):
            return name
    return ""


def _sure(question: Question, context: Context) -> bool:
    """Tell whether it is asked if leave, preference or the like protects the grade."""
    kind = _kind(question)
    if not kind or question.decision or question.levels or question.has(*_OTHER):
        return False
    text = question.message.replace("\u2019", "'")
    lowered = _LOWERED.search(text) is not None
    spoken_of = context.memory.topic in _SPOKEN_OF
    if kind == "veteran":
        return bool(_HELPS.search(text) and (lowered or spoken_of))
    if kind == "leave":
        return lowered
    return bool(lowered and question.first_person and _HELPS.search(text))


_SPOKEN_OF = (
    *("proposed-action", "lowered-now", "retention-ends", "grade-retention", "appeal-risk"),
    *("retention-eligible", "retention-effect", "pay-retention", "should-appeal", "desk-audit"),
    *("deadline-after-lowering", "missed-deadline", "downgrade-notice"),
)


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    kind = _kind(question)
    protects = (
        f"What protects you is written notice before the action, an appeal at any time, and "
        f"mostly grade retention for {counted('retention-period')} years."
    )
    words = (rule("not-grade-related"), rule("notice-before-action", "5-cfr-511"))
    if kind == "leave":
        lead = (
            "**Yes, they can: the position is classified, not the person, and being on leave "
            "neither stops a downgrade nor changes the grade.** The notice is owed to you all the "
            "same, before the personnel action, and the days for lost pay count from the day it "
            "takes effect: if leave keeps you from filing in time, say so. " + protects
        )
        words = (
            rule("notice-before-action", "5-cfr-511", "issued prior to taking a personnel action"),
            rule("retroactive-extension", "5-cfr-511", "preserved at the discretion of the Office"),
        )
    elif kind == "veteran":
        lead = (
            "**No: veterans' preference has no part in a classification, so it neither raises the "
            "grade nor protects it from a downgrade.** It bears on hiring and on reductions in "
            "force, under rules that are not held here (5 CFR parts 211 and 351). " + protects
        )
    elif kind == "person":
        lead = (
            "**No: the position is classified, not the person; service, age or what you plan has "
            "no part in the grade.** " + protects
        )
    else:
        return None
    return Answer(
        lead=lead,
        words=words,
        next=("Ask *do I keep my grade?* and *how long do I have?*",),
    )


TOPIC = Topic(
    id="no-bearing",
    title="whether leave or veterans' preference protects the grade",
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision", "percents"),
)
