"""The supervisor's part: certifying the description, no veto over an appeal."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic, Words
from index.language.late import pattern

_AGREES = pattern(
    r"\b(?:boss|supervisor|manager|chief|lead)\b.{0,25}\b(?:agrees?|is (?:on my side|behind me|"
    r"with me)|"
    r"supports? (?:me|it|my)|backs? me|thinks? (?:so too|i'm right|i am right|i should)|"
    r"says? (?:she|he) agrees|would (?:sign|say so|back))\b(?!.{0,10}\b(?:to|that i can't)\b)",
    re.IGNORECASE,
)
_DISAGREES = pattern(r"\bdisagree|n't (?:\w+ )?(?:agree|support|back)|\bnot agree", re.IGNORECASE)
_HELPS = pattern(
    r"\b(?:help|matter|count|enough|worth|good|use|make a difference|weight)\w*\b", re.IGNORECASE
)


_OF_MINE = pattern(
    r"\b(?:my|our|one of (?:my|our)) (?:\w+ )?(?:employees?|subordinates?|staff(?: members?)?|"
    r"(?:direct )?reports?|people)\b[^.?!]{0,25}\b(?:appeal(?:s|ed|ing)?|fil(?:es|ed|ing) an? "
    r"(?:classification )?appeal)\b",
    re.IGNORECASE,
)
"""A supervisor tells that somebody he or she supervises appeals."""


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether it is asked what the supervisor's agreement is worth, or an appeal is told."""
    told = _OF_MINE.search(question.message) and not question.has("opm", "can't", "cannot")
    return _agreement(question) or bool(told and not question.asks)


def _agreement(question: Question) -> bool:
    said = question.around or question.message
    asked = _AGREES.search(said) and _HELPS.search(question.message)
    return bool(asked) and _DISAGREES.search(said) is None


_FOR_ME = pattern(
    r"\b(?:appeal|file|write|send|submit|do it|act|speak|represent)\b[^.?!]{0,20}"
    r"\b(?:for (?:me|us)|on (?:my|our) behalf|in my place|instead of me)\b|\brepresent (?:me|us)\b",
    re.IGNORECASE,
)
"""Asks whether the supervisor may appeal in the employee's place."""
_VETO = (
    "stop",
    "block",
    "permission",
    "approval",
    "agree",
    "support",
    "oppose",
    "consent",
    "allow",
    "signature on the appeal",
    "signature on my appeal",
    "sign the appeal",
    "sign my appeal",
    "forbid",
    "prohibit",
    "prevent",
    "say no",
    "punish",
    "order me not",
    "let me appeal",
)
_REFUSES = ("refuse", "won't", "wont", "will not", "doesn't want", "not sign")


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    certify = law(
        "introduction",
        "12",
        "statement signed by the immediate supervisor",
        "Every position description carries a statement of its accuracy signed by the immediate "
        "supervisor.",
        section="III, E",
    )
    described = rule(
        "position-description", "5-cfr-511", "decide the appeal on the basis of the actual duties"
    )
    may = rule("any-time", "introduction", "classification appeal at any time")
    if _agreement(question):
        lead = (
            "**Yes, as evidence, though it does not decide: OPM asks the supervisor about your "
            "duties, and the grade follows from them and the standard.** Ask her or him to put it "
            "where it counts: a description that says what you do, signed as accurate, with shares "
            "of time and examples."
            if re.search(r"\b(?:she|her)\b", question.message, re.IGNORECASE)
            else "**Yes, as evidence, though it does not decide: OPM asks the supervisor about "
            "your duties, and the grade follows from them and the standard.** Ask for it where it "
            "counts: a description that says what you do, signed as accurate, with shares of time "
            "and examples."
        )
        words: tuple[Words, ...] = (certify, described)
    elif _FOR_ME.search(question.message):
        lead = (
            "**No: a supervisor over the position may neither appeal for you nor represent you.** "
            "You file yourself, at any time, or choose somebody else to represent you. What your "
            "supervisor says of the duties counts as evidence: have it put in writing."
        )
        words = (
            rule(
                "representative-barred", "introduction", "supervisor with line or staff authority"
            ),
            may,
        )
    elif question.has(*_REFUSES):
        lead = (
            "**The immediate supervisor certifies the description, and you cannot force a "
            "signature. Ask in writing for a desk audit, then use the grievance procedure where "
            "one applies, and keep the proof:** if that fails, OPM decides an appeal on the duties "
            "you are actually assigned and perform."
        )
        words = (certify, described)
    elif question.has(*_VETO):
        lead = (
            "**No: you need nobody's permission, and a supervisor cannot stop an appeal.** It is "
            "the employee's own right, at any time. OPM will hear the supervisor on the duties, "
            "and he or she may disagree with you there."
        )
        words = (may, certify)
    elif question.has(
        *("my employee", "my subordinate", "my staff", "my report", "our employee", "one of my"),
        *("my part", "supervisor's part", "employee appeals", "an employee of mine"),
        "has filed",
        "do i have to do",
    ):
        lead = (
            "**State in writing whether the position description is complete and accurate, answer "
            "OPM's questions on the duties, and leave the classification to those who classify.** "
            "You cannot act as the employee's representative, and the appeal is no ground to "
            "hold back or change personnel actions."
        )
        words = (
            certify,
            law(
                "introduction",
                "69",
                "signed statement from the immediate supervisor or higher",
                "The agency's report holds a recent signed statement that the description is "
                "complete and accurate.",
                section="Appendix 4, J.2.c",
            ),
            rule(
                "representative-barred", "introduction", "supervisor with line or staff authority"
            ),
        )
    elif question.has("decide"):
        lead = (
            "**No: the supervisor assigns the duties and certifies the description; the grade is "
            "set by the official with authority to classify, against OPM's standards.** OPM's "
            "decision on appeal binds both."
        )
        words = (certify, rule("final", "5-cfr-511", "mandatory and binding on all administrative"))
    else:
        lead = (
            "**The immediate supervisor: every position description must carry his or her signed "
            "statement that it is accurate.** Keeping it up to date is management's duty, and an "
            "employee may ask for a change at any time."
        )
        words = (certify, described)
    return Answer(
        lead=lead,
        words=words,
        next=("Ask *what if my position description is wrong?* for the steps and the proof.",),
    )


TOPIC = Topic(
    id="supervisor-role",
    title="the supervisor's part",
    answer=_answer,
    unlike=("levels", "points", "decision"),
    sure=_sure,
    cues=("boss", "supervisor", "manager", "chief", "lead", "appeal"),
)
