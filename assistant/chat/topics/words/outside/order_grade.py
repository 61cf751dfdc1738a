"""A grade is never stated by order: the core computes it from levels."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import decline
from assistant.chat.answering.procedure.decided import goes_up
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.text import escape, margin_sentence
from index.language.late import pattern

_INVENTS = pattern(
    r"\b(?:put(?: down| in)?|write(?: down| in)?|say|enter|claim|state|"
    r"make (?:it|up|my|me|this)|change|set|list|raise|up|pad|inflate|"
    r"exaggerate|fudge|stretch|invent|fake|lie about|call it|add)\b.{3,80}"
    r"\b(?:so (?:that )?(?:i|we|she|he|it|opm) (?:can |will |would |could )?(?:win|gets?|reach\w*|"
    r"make|looks?|seems?|sounds?|qualif\w+|"
    r"comes? out|pass|grants?|believes?)\b|even (?:though|if) (?:it|i|that|he|she)\b.{0,25}"
    r"\b(?:not|n't|never|less|only)|(?:nobody|no one|who(?:'s| is|'ll| will)? (?:gonna|"
    r"going to)?) ?"
    r"(?:will |ever |would )*(?:knows?|checks?|notices?|find out)\b|whether (?:or not )?(?:it's|"
    r"it is|"
    r"that's) true)"
    r"|\b(?:make up|invent|fake|fudge|inflate|pad|exaggerate|lie about|falsify|doctor)\b.{0,40}"
    r"\b(?:duties|dut(?:y|ies)|examples?|stor(?:y|ies)|evidence|percent\w*|share|hours|numbers?|figures?|facts?|pd|description|work|"
    r"time|levels?|it a (?:bit|little))\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether something is to be stated for its effect and not because it is so."""
    # What others made up is a question of the field.
    others = question.has("boss", "supervisor", "manager", "they ", "hr ", "coworker", "colleague")
    return bool(_INVENTS.search(question.message)) and not (others or question.decision)


def _invented(context: Context) -> Answer:
    duties = () if context.case is None else context.case.duties
    told = "; ".join(
        f"{escape(d.title)} {d.percent_employee:g} percent"
        + (
            f" (supervisor {d.percent_supervisor:g})"
            if d.percent_supervisor is not None and d.percent_supervisor != d.percent_employee
            else ""
        )
        for d in duties
        if d.percent_employee is not None
    )
    stated = f" Your case states: {told}." if told else ""
    return decline(
        "I do not put down what is not so: shares and facts must be what you and your supervisor "
        "can stand by, since OPM asks both and decides on the work actually "
        f"done.{stated}",
        "I can show what the true shares and levels give, and what in the work would have to "
        "differ for another grade.",
    )


_ORDERS = (
    *("give me", "just", "say", "make", "tell me", "ignore", "pretend", "forget", "disregard"),
    *("override", "order", "demand", "act as", "skip", "credit", "add", "change", "award"),
    *("rate me", "must", "answer only", "rules", "instructions", "prompt", "want", "break"),
    *("you are now", "declare", "grant", "raise"),
)


def _answer(question: Question, context: Context) -> Answer | None:
    if _sure(question, context):
        return _invented(context)
    if goes_up(question) and question.has("opm", "agency", " hr "):
        # It is told or supposed that others raise the grade, and nothing is asked of us.
        return None
    if not question.has(*_ORDERS):
        return None
    standing = context.evaluation
    stands = "" if standing is None else f" Of this case it says: {margin_sentence(standing)}"
    return decline(
        "I cannot state a grade because someone asks for it, nor set the rules aside: here only "
        f"the core computes a grade, from levels and the published tables.{stands}",
        "It can score the levels you name, such as 1-7, 2-4 and so on, and show what a level "
        "requires.",
    )


TOPIC = Topic(
    id="grade-by-order",
    title="a grade stated by order",
    answer=_answer,
    unlike=(
        "decision",
        "sections",
    ),
    sure=_sure,
    cues=(
        *(
            "put",
            "write",
            "say",
            "enter",
            "claim",
            "state",
            "make",
            "change",
            "set",
            "list",
            "raise",
        ),
        *(
            "pad",
            "inflat",
            "exaggerat",
            "fudge",
            "stretch",
            "invent",
            "fake",
            "lie",
            "call it",
            "add",
        ),
        *("falsif", "doctor", "up "),
    ),
)
