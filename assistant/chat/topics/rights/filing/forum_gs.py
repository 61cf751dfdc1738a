"""General Schedule: agency first, through the agency, or straight to OPM."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import number, track
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.chat.topics.rights.filing.forum_fws import TOPIC as WAGE

_TWO = re.compile(
    r"\bboth\b|\bsame time\b|\bat once\b|\bsimultaneous\w*|\bin parallel\b"
    r"|\b(?:pending|already|while|still|open)\b.{0,50}\b(?:agency|opm)\b.{0,60}\b(?:and|too|also|"
    r"as "
    r"well)\b.{0,40}\b(?:opm|agency)\b"
    r"|\bone to (?:opm|the agency|each)\b|\b(?:opm|agency) (?:too|also|as well)\b",
    re.IGNORECASE,
)
_AFTER_OPM = re.compile(
    r"\bgo back\b|\bopm (?:decides|decided|ruled|denied) first\b|\bafter opm\b"
    r"|\bopm\b.{0,30}\b(?:said no|denied|decided|turned|ruled|refused|against)\b.{0,60}\b(?:my |"
    r"the |our |"
    r"own )?agency\b|\bagency\b.{0,30}\bafter\b.{0,20}\bopm\b"
    r"|\b(?:start\w*|begin|began|go|went|file|filed|appeal\w*|first) (?:\w+ ){0,2}?(?:with|to|at|"
    r"by) opm\b.{0,40}\bagency\b.{0,12}\b(?:after\w*|later|then|next|second|anymore)\b",
    re.IGNORECASE,
)


_ONE_THEN_OTHER = re.compile(
    r"\bagency\b[^.?!]{0,20}\b(?:and )?(?:then|after that|afterwards|later)\b[^.?!]{0,15}\bopm\b",
    re.IGNORECASE,
)
_PULL = re.compile(
    r"\b(?:pull|take|withdraw|move|switch|go)\b[^.?!]{0,30}\bto opm\b|\bstop waiting\b|"
    r"\b(?:bypass|skip|go around) (?:them|hr|my agency|the agency|personnel)\b",
    re.IGNORECASE,
)
_WAITING = re.compile(
    r"\b(?:filed|appealed|pending|sent|handed|sitting|nothing|no answer|months?|weeks?|silent|"
    r"waiting|lost|denied|turned)\b",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"\bagency\b[^.?!]{0,15}\bor\b[^.?!]{0,15}\bopm\b|\bopm\b[^.?!]{0,15}\bor\b[^.?!]{0,20}"
    r"\b(?:agency|hr|personnel)\b|\b(?:who|where|whom)\b[^.?!]{0,20}\b(?:appeal|send|file|go)\b",
    re.IGNORECASE,
)


_LOST_THERE = re.compile(
    r"\b(?:lost|denied|turned (?:me )?down|rejected|refused|said no|ruled against me|no luck)\b"
    r"[^.?!]{0,40}\b(?:agency|hr|personnel|headquarters)\b"
    r"|\b(?:appeal\w*|filed|tried|went)\b[^.?!]{0,30}\b(?:agency|hr|personnel|headquarters)\b"
    r"[^.?!]{0,40}\b(?:lost|denied|turned|rejected|refused|said no|no luck|against me)\b",
    re.IGNORECASE,
)


_SAID_NO = re.compile(
    r"\b(?:hr|(?:my |the |our )?(?:agency|personnel(?: office)?|classifiers?|human resources))\b"
    r"(?: (?:has|have|had|already|just|simply|still|flatly|office))* (?:said no|says no|say no|"
    r"refus\w+|denied|denies|rejected|turned (?:me|it|that|us|this|my \w+) down|did(?:n't| not) "
    r"agree|won't (?:do it|change|budge))\b"
    r"|\b(?:asked|went to|wrote to|requested)\b[^?!]{0,60}\b(?:hr|agency|personnel|"
    r"classifier)\b[^?!]"
    r"{0,50}\b(?:turned (?:me|it|us) down|said no|refused|denied|rejected)\b",
    re.IGNORECASE,
)
_OF_ELSE = re.compile(
    r"\b(?:pd|descriptions?|sign\w*|represent\w*|reps?|records?|cop(?:y|ies)|leave|detail\w*|"
    r"overtime|audits?|promot\w+|telework|release|tell|show|see|explain|give|opm|retain\w*|"
    r"retention|series|"
    r"training|award|raise my pay|transfer)\b",
    re.IGNORECASE,
)

_MAY_SKIP = re.compile(
    r"\b(?:can|may|could|allowed|able|ok|okay|possible)(?:n?['\u2019]?t)?\b[^.?!]{0,40}\b(?:straight|"
    r"direct(?:ly)?|skip|bypass|without|write|go to opm|opm at once)\b",
    re.IGNORECASE,
)
"""Asks whether OPM may be gone to, not whether the agency must be."""


def _sure(question: Question, context: Context) -> bool:
    """Tell whether an appeal lost within the agency is told of, and nothing of OPM's decision."""
    text = question.around or question.message
    if _SAID_NO.search(text) and not _OF_ELSE.search(text) and not question.dates:
        return not question.decision
    timed = question.dates or question.since or question.has("how long", "when", "deadline", "days")
    of_opm = question.has("opm said", "opm den", "opm turn", "opm decid", "opm rul", "reconsider")
    ours = question.has("appeal", "filed") and track(question, context) == "gs"
    return bool(_LOST_THERE.search(text) and ours and not timed and not of_opm)


def _answer(question: Question, context: Context) -> Answer | None:
    if track(question, context) == "fws":
        return WAGE.answer(question, context)
    words: tuple[Words, ...] = (
        rule("forum", "introduction", "encouraged to appeal to their agency before"),
        rule("one-forum", "introduction", "cancel any classification appeal pending"),
        quoted_rule("through-agency", "5-cfr-511"),
    )
    if _TWO.search(question.message):
        lead = (
            "**No, one at a time.** When OPM accepts an appeal, the agency cancels the one pending "
            "with it. Agency first and then OPM is possible; OPM first and then the agency is not."
        )
        words = words[1:2] + words[:1]
    elif _AFTER_OPM.search(question.message):
        lead = (
            "**No: once OPM has decided, no appeal to the agency is left.** The other order works: "
            "an unfavorable agency decision leaves the way to OPM open."
        )
        words = (
            rule("opm-is-last", "5-cfr-511", "There is no further right of appeal"),
            *words[:1],
        )
    elif _PULL.search(question.message) and _WAITING.search(question.message):
        lead = (
            "**Yes: you may take the appeal to OPM at any time, and need not wait for your "
            "agency.** When OPM accepts it, the agency cancels the one pending with it. If it was "
            f"addressed to OPM through the agency, the agency must decide it or send it on within "
            f"{number('through-agency')} calendar days; its own appeal system has no such limit."
        )
        words = words[1:] + words[:1]
    elif question.has("difference", "better", "advantage", "pros and cons"):
        lead = (
            "**The agency first leaves both ways open; OPM first closes your agency's, as no "
            "appeal is left after its decision.** Your agency can put a plain mistake right "
            "itself, and a refusal does not bind OPM. OPM decides the whole position, up or down, "
            "and binds the agency."
        )
        words = (
            rule("opm-is-last", "5-cfr-511", "There is no further right of appeal"),
            *words[:2],
        )
    elif _WHICH.search(question.message):
        lead = (
            "**To either, as you choose: to OPM, directly or through your agency, or first to your "
            "agency where it has an appeal system.** The agency first leaves OPM open if it says "
            "no; after OPM's decision no appeal is left. Never to both at once."
        )
    elif _ONE_THEN_OTHER.search(question.message):
        lead = (
            "**Yes, in that order: an unfavorable decision of your agency leaves the way to OPM "
            "open, at any time.** The other order is closed: after OPM's decision no appeal is "
            "left. Only for lost pay do "
            f"{number('retroactive-second-filing')} days count, from the day you received the "
            "agency's decision."
        )
    elif question.has("no appeal system", "has no system", "no system", "doesn't have a system"):
        lead = (
            "**Then you go to OPM, directly or through your agency: an appeal to the agency is "
            "open only where it has a system for it.** The agency may still correct its own "
            "mistake when you ask in writing."
        )
    elif question.has("have to have", "must have", "have a system"):
        lead = (
            "**It should have a system for employees' appeals, but if it has none you simply go to "
            "OPM.** Where there is one, using it first is encouraged, not required."
        )
    elif (
        _LOST_THERE.search(question.message) or _SAID_NO.search(question.message)
    ) or question.has(
        "says no",
        "say no",
        "still go",
        "decided against",
        "ruled against",
        "denied",
        "denies",
        "turned",
        "turns",
        "said no",
        "unfavorable",
        "rejected",
    ):
        lead = (
            "**You may go on to OPM, straight away and at any time.** Your agency's refusal does "
            "not bind OPM, and you need no further step inside the agency. Only if you lost grade "
            f"or pay without retention do {number('retroactive-second-filing')} calendar days "
            "count, from the day you received the agency's decision."
        )
        words = (
            words[0],
            rule(
                "retroactive-second-filing",
                "introduction",
                "after receipt of the agency's decision",
            ),
        )
    else:
        first = (
            "Yes: as a General Schedule employee you may write to OPM at once, at any time; you do "
            "not have to go to your agency first."
            if _MAY_SKIP.search(question.message)
            else "No, you do not have to go to your agency first: as a General Schedule employee "
            "you may write to OPM at once, at any time."
        )
        lead = (
            f"**{first}** Appealing to the agency first is encouraged where it has "
            "an appeal system, and leaves OPM open if it says no. You can also hand the appeal "
            f"to OPM in at the agency, which then has {number('through-agency')} calendar days."
        )
    return Answer(
        lead=lead,
        words=words,
        next=(
            "The agency can put a plain mistake right itself; OPM's decision is the last one.",
            "In a wage job (WG, WL, WS) the agency always comes first: say so if that is yours.",
        ),
    )


TOPIC = Topic(
    id="forum",
    title="agency or OPM first",
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision"),
)
