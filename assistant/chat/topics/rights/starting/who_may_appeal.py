"""Who may appeal at all: whoever officially holds a General Schedule or wage position now."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import rule
from assistant.chat.model import Answer, Context, Question, Topic, Words

_CONTRACTOR = ("contractor", "contract employee", "vendor", "private company", "consultant")
_NOT_MINE = (
    "vacancy",
    "announce",
    "advertis",
    "posting",
    "applied for",
    "somebody else's",
    "another employee's",
    "future job",
    "job offer",
)
_OTHER_PLAN = (
    "ses",
    "senior executive",
    "judge",
    "demonstration",
    "demo project",
    "pay band",
    "postal",
    "naf",
    "nonappropriated",
    "non-appropriated",
    "state employee",
    "military member",
    "soldier",
)

_APPOINTED = (
    *(
        "excepted",
        "schedule a",
        "schedule b",
        "schedule c",
        "term ",
        "temporary",
        "temp ",
        "seasonal",
    ),
    *("part-time", "part time", "intermittent", "appointment", "veteran", "pathways"),
)


_NEW_OR_PART = re.compile(
    r"\bprobation\w*\b|\bpart[- ]time\b|\b(?:temp|term|seasonal|intermittent) (?:employee|worker|"
    r"appointment|hire)\b|\bnew (?:employee|hire)\b|\bexcepted service\b",
    re.IGNORECASE,
)
_MAY_APPEAL = re.compile(
    r"\b(?:can|may|could|cannot|can'?t|allowed to|right to|eligible to|entitled to)\b"
    r"[^.?!]{0,15}\bappeal\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\bsign(?:ed|ing)?\b[^.?!]{0,30}\b(?:pd|position description|description)\b.*\b(?:appeal|"
    r"rights|waive\w*|give up|gave up|giving up)\b",
    re.IGNORECASE | re.DOTALL,
)


_ACCEPTED = re.compile(
    r"\b(?:accept(?:ed|ing)?|took|taken?|taking|agreed to|signed for|said yes to)\b[^.?!]{0,24}"
    r"\b(?:reassignment|transfer|job|position|offer|downgrade|change|demotion|lower grade)\b",
    re.IGNORECASE,
)
_RIGHT = re.compile(
    r"\bappeal(?:s|able|ed)?\b|\b(?:lost|lose|gave|give|waived?|given) (?:up )?(?:my|the|any|all) "
    r"(?:appeal )?rights?\b",
    re.IGNORECASE,
)
"""That a position was accepted, of which it is asked whether its class can still be appealed."""


def _accepted(question: Question) -> bool:
    text = question.message
    return bool(
        _ACCEPTED.search(text)
        and _RIGHT.search(text)
        and not question.has(
            "retention", "retained", "pending", "withdraw", "already filed", "if i"
        )
    )


_FOR_ANOTHER = re.compile(
    r"\b(?:i|we)\b[^.?!]{0,25}\bas (?:her|his|their|the|a) "
    r"(?:first-line |second-line |immediate )?(?:supervisor|manager|boss|chief)\b"
    r"|\b(?:her|his|their|the|a|an employee's|employee's) (?:supervisor|manager|boss|chief)"
    r"(?: (?:also|himself|herself))? (?:file|appeal)\b"
    r"|\bappeal\b[^.?!]{0,30}\b(?:for (?:her|him|my (?:employee|staff|subordinate)s?|"
    r"(?:an|the) employee|one of my \w+)|(?:on )?(?:her|his|their|the employee's|"
    r"an employee's|my employee's) (?:behalf|position))\b"
    r"|\b(?:file|send|submit|sign|write|do)(?: (?:it|that|this|one|the appeal|an appeal))? "
    r"(?:for|on behalf of) (?:her|him|them|my employee|one of my \w+)\b"
    r"|\bwho (?:else )?(?:can|may|could)\b[^.?!]{0,20}\bif not (?:her|him|them|the employee)\b",
    re.IGNORECASE,
)
"""Asks of an appeal by somebody who does not hold the position."""
_OF_APPEALS = (
    "supervisor-role",
    "who-may-appeal",
    "detail-or-temporary-promotion",
    "should-appeal",
    "left-position",
)


def _for_another(question: Question, context: Context) -> bool:
    text = question.message
    if question.has("represent", "letter", "retaliat", "retention") or question.decision:
        return False
    spoken = context.memory.topic in _OF_APPEALS or question.has("appeal")
    return bool(spoken and _FOR_ANOTHER.search(text) and not question.has("stop", "block", "help"))


def _sure(question: Question, context: Context) -> bool:
    """Tell whether it is asked if a kind of employee, or one who signed, may appeal."""
    if _for_another(question, context):
        return True
    if _accepted(question) and not question.decision and not question.has("detail", "temporar"):
        return True
    if question.decision or question.has("retention", "retained", "detail", "promot", "fail"):
        return False
    signed = _SIGNED.search(question.message) and question.first_person
    kind = _NEW_OR_PART.search(question.message) and _MAY_APPEAL.search(question.message)
    return bool(kind or (signed and question.asks and not question.has("refus", "won't", "who")))


def _answer(question: Question, context: Context) -> Answer:
    holder = rule("current-employee")
    issue = rule("series-or-grade", "5-cfr-511")
    scope = rule("gs-scope", "introduction")
    words: tuple[Words, ...] = (issue, holder)
    if _for_another(question, context):
        only = "Only" if question.has("who can", "who may", "who else", "who could") else "No: only"
        return Answer(
            lead=(
                f"**{only} the employee who officially holds the position, or a representative "
                "whom the employee names, may appeal its series or grade; a supervisor over the "
                "position may be neither.** The agency needs no appeal for its own "
                "classification: it may review and change it."
            ),
            words=(
                rule(
                    "representative-barred",
                    "introduction",
                    "supervisor with line or staff authority",
                ),
                issue,
            ),
            next=(
                "A supervisor asks the personnel office in writing to review the position.",
                "Tell the employee that he or she may appeal at any time.",
            ),
        )
    if question.has(*_CONTRACTOR):
        lead = (
            "**No: only a federal employee can appeal, and a contractor's employee holds no "
            "federal position.** Your pay and level are a matter of your employer's contract."
        )
    elif _accepted(question):
        lead = (
            "**No: taking a position gives up no right; you may appeal the series or the grade of "
            "the position you officially hold now, at any time.** The one you left can no longer "
            "be appealed, unless a retroactive benefit is possible. What you asked for yourself is "
            "not kept: a grade lowered at your own request is not retained."
        )
        words = (issue, holder)
    elif _SIGNED.search(question.message):
        lead = (
            "**No: signing a position description gives up no right; you may appeal the series or "
            "the grade at any time.** If the description is wrong, say so in writing now: ask for "
            "the correction and keep the proof, because OPM asks whether it is accurate."
        )
        words = (issue, rule("position-description", "introduction"))
    elif question.has("probation", "new employee", "new hire"):
        lead = (
            "**Yes, also on probation: whoever officially holds a General Schedule position may "
            "appeal its series or grade, at any time, and needs nobody's leave.** The rules make "
            "no exception for new or probationary employees."
        )
    elif question.has(*_NOT_MINE):
        lead = (
            "**No: you can appeal only the position to which you are officially assigned.** The "
            "grade in an announcement, or of somebody else's job, is not yours to appeal."
        )
        words = (rule("not-officially-assigned", "introduction"), issue)
    elif question.has(*_OTHER_PLAN):
        lead = (
            "**Not by these procedures: they are for General Schedule and Federal Wage System "
            "positions.** Other pay systems have rules of their own, which are not held here; ask "
            "your personnel office which apply."
        )
        words = (scope, issue)
    elif question.has(*_APPOINTED):
        lead = (
            "**Yes: what counts is that you officially hold a General Schedule position, not the "
            "kind of appointment, so the excepted service and temporary or term employees may "
            "appeal too, at any time.** Some agencies and jobs stand outside the General Schedule "
            "by law (5 U.S.C. 5102); for them these procedures do not hold."
        )
    else:
        lead = (
            "**Yes, if you officially hold a General Schedule position now: any employee may ask "
            "for its series or grade to be decided, at any time.** The rules make no exception for "
            "new, part-time or probationary employees. A wage employee goes to the agency first; "
            "a detail or a short temporary promotion cannot be appealed."
        )
        words = (issue, rule("time-limited", "introduction"), scope)
    return Answer(
        lead=lead,
        words=words,
        next=("Which pay plan, series and grade are on your SF-50?",),
    )


TOPIC = Topic(
    id="who-may-appeal",
    title="who may appeal",
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision"),
)
