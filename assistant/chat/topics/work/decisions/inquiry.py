"""How OPM looked into a position before a decision: visits, interviews, audits and their days."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.argue.evidence import decision_asked
from assistant.chat.answering.kit import listed
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.text import escape

if TYPE_CHECKING:
    from index.models import Passage

_ASKED = re.compile(
    r"\b(?:visit\w*|on[- ]?site|(?:to|at|see) the (?:site|workplace|place|office)|"
    r"(?:see|saw|seen|meet|met|look(?:ed)? at) "
    r"(?:him|her|them|it|the (?:appellant|employee|supervisor|place|job))|"
    r"(?:go|went|come|came) (?:out )?(?:there|to (?:him|her|see))|"
    r"interview\w*|desk audit\w*|telephone|phone[ds]?|"
    r"call(?:ed)? (?:him|her|them|the (?:appellant|supervisor)|up)|"
    r"talk(?:ed)?|"
    r"spoke|speak|fact[- ]?finding|in person|inspect\w*|find out|found out|"
    r"(?:check|get|gather|learn|establish)(?:ed)? (?:the |its |their )?facts)\b",
    re.IGNORECASE,
)
_OF_THE_AGENCY = re.compile(
    r"\b(?:agency|hr|management|sector|personnel office)\b[^.?!]{0,30}\b(?:conclu\w+|decid\w+|"
    r"determin\w+|sa(?:y|id)|think|thought|found|grad\w+|classif\w+|answer\w*|reply|replied)\b",
    re.IGNORECASE,
)
"""Asks what the agency made of the position, whatever audit came before."""
_DONE = re.compile(
    r"[^.;]*\b(?:on-?site|telephone|phone|in-person|desk)?\s*(?:audits?|interview(?:s|ed)?|"
    r"visit(?:s|ed)?)"
    r"\b[^.]*\.",
    re.IGNORECASE,
)
_BY_OPM = re.compile(
    r"\bwe (?:conducted|interviewed|visited|held|also|audited|made|did)\b", re.IGNORECASE
)
_STEP = re.compile(
    r"(?P<what>(?:on-?site|telephone|phone|in-person|desk)?\s*(?:audits?|interviews?|"
    r"visits?)\b[^;.]*?"
    r"\bon\s+[A-Z][a-z]+ \d{1,2}(?:[^;.]*?\d{4})?)"
)
_WHOM = re.compile(r"\b(?:boss\w*|supervis\w*|managers?|chief)\b", re.IGNORECASE)
"""Who is asked of beside the appellant."""
_ALSO = re.compile(
    r"(?P<what>(?:on-?site|telephone|phone|in-person|desk)?\s*(?:audits?|interviews?|visits?)\b"
    r"[^;]*?\b(?:with|of|to)\b[^;]*?)\.?$"
)
"""A step told with whom it was, to the end of its sentence."""


def _sure(question: Question, context: Context) -> bool:
    asked = _ASKED.search(question.message) and not _OF_THE_AGENCY.search(question.message)
    return bool(question.decision and asked and context.library)


def _answer(question: Question, context: Context) -> Answer | None:
    library = context.library
    text = question.message
    if library is None or not _ASKED.search(text) or _OF_THE_AGENCY.search(text):
        return None
    decision = decision_asked(library, question.message, number=question.decision)
    if decision is None:
        return None
    number = escape(decision.decision_number or decision.document)
    found = [
        (passage, sentence)
        for passage in library.passages(document=decision.document)
        if (sentence := _sentence(passage))
    ]
    if not found:
        return Answer(
            lead=f"**{number} does not say that OPM visited or interviewed anybody.** It rests on "
            "the written record.",
            next=(f"Ask *what did OPM decide in {number}?* for the ruling.",),
        )
    passage, sentence = found[0]
    steps = [m["what"].strip() for m in _STEP.finditer(" ".join(sentence.split()))]
    steps += _further(passage, sentence)
    whom = _WHOM.search(question.message)
    of_them = [step for step in steps if whom and _WHOM.search(step)]
    if whom and not of_them and steps:
        lead = f"**{number} names no interview with a supervisor or manager.**"
        return Answer(lead=f"{lead} It names {listed([escape(step) for step in steps])}.")
    told = listed([escape(step) for step in of_them or steps]) if steps else "in the words below"
    visit = re.search(r"\bon-?site|visit", sentence, re.IGNORECASE)
    head = "Yes"
    if re.search(r"visit|site|in person|inspect", question.message, re.IGNORECASE) and not visit:
        head = "No visit is named"
    return Answer(
        lead=f"**{head}. {number} names: {told}.**",
        words=(
            Words(
                ours="How OPM found the facts, in the decision's words.",
                passage=passage.id,
                anchor=" ".join(sentence.split()[:8]),
            ),
        ),
        next=(f"Ask *what did OPM decide in {number}?* for the ruling.",),
    )


def _sentence(passage: Passage) -> str:
    """Return the sentence of a passage that tells what OPM itself did to find the facts."""
    for match in _DONE.finditer(passage.text):
        if _BY_OPM.search(match.group()):
            return match.group().strip()
    return ""


def _further(passage: Passage, told: str) -> list[str]:
    """Return what the sentences behind the first say of further interviews, and with whom."""
    rest = " ".join(passage.text.split()).partition(" ".join(told.split()))[2]
    found = (_ALSO.search(m.group()) for m in _DONE.finditer(rest) if _BY_OPM.search(m.group()))
    return [m["what"].strip() for m in found if m is not None]


TOPIC = Topic(
    id="decision-inquiry",
    title="whom OPM visited or interviewed for a decision",
    answer=_answer,
    needs=("library", "decision"),
    likes=("decision",),
    order=40,
    sure=_sure,
)
