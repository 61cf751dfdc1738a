"""What follows, or is left, after OPM has decided."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import (
    asked_on,
    counted,
    ends,
    last_days,
    number,
    track,
)
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.turns.limits.told import with_day
from assistant.chat.topics.rights.deadlines.certificate_effective import TOPIC as EFFECTIVE
from assistant.chat.topics.rights.deadlines.fws_deadlines import TOPIC as WAGE

_CHANGED = (
    *("duties changed", "job changed", "changed a lot", "new duties", "duties have changed"),
    *("different duties", "different now", "new standard", "standard changed", "has changed"),
    *("have changed", "changed since", "added duties", "took on", "rewritten", "standard was"),
)
_SAME = (
    *("nothing changed", "nothing has changed", "no change", "same duties", "not changed"),
    *("hasn't changed", "haven't changed", "unchanged", "didn't change", "did not change"),
)


_AGAIN = re.compile(
    r"(?:\b(?:told|decided|ruled|denied|found|certified|graded) by opm\b|\bopm\b[^?!]{0,60}"
    r"\b(?:told|decided|ruled|said|denied|found|decision|turned|certif\w+)\b)"
    r".{0,140}\b(?:re-?file|re-?appeal|(?:appeal|file|try)(?: it| them)? (?:once )?again|"
    r"second appeal|new appeal|another appeal)\b"
    r"|\b(?:re-?file|appeal again|second appeal|new appeal|another appeal)\b.{0,60}"
    r"\b(?:after|since) opm\b",
    re.IGNORECASE | re.DOTALL,
)


_OPM_SAID_NO = re.compile(
    r"\bopm\b[^.?!]{0,30}\b(?:turned\b[^.?!]{0,20}\bdown|denied|said no|rejected|refused|ruled "
    r"against|decided against|went against|found against)\b"
    r"|\b(?:lost|denied|rejected|turned down)\b"
    r"[^.?!]{0,25}\b(?:at|with|by|before) opm\b",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"(?<!before )(?<!until )(?<!when )(?<!if )(?<!once )(?<!unless )\bopm\b(?:'s)?"
    r"(?: (?:has|have|just|already|then|finally|also|even|only|again|my \w+|our \w+|the \w+))*"
    r" (?:decided|ruled|denied|upheld|sustained|refused|rejected|kept|said (?:no|gs-?|that|it)|"
    r"certified|found|turned|confirmed|left|upgraded|raised|lowered|sided|agreed with (?:my|the) "
    r"agency|(?:appeals? |appellate )?(?:decision|ruling|certificate))\b"
    r"|\b(?:lost|denied|rejected|refused|turned (?:\w+ )?down|decided|graded|ruled on) "
    r"(?:it |my appeal |the appeal )?(?:at|with|by|before) opm\b"
    r"|\bopm (?:appeal|case)\b[^.?!]{0,15}\b(?:denied|lost|rejected|refused|decided)\b"
    r"|\blost\b[^.?!]{0,25}\bappeal at opm\b",
    re.IGNORECASE,
)
"""What tells that OPM has decided the position, and not that it will."""
_OF_ANOTHER = re.compile(
    r"\b(?:an|any|another|other|prior|past|old|earlier|some|similar|which|these|those)\b(?: \w+)? "
    r"opm (?:appeals? )?(?:decisions?|rulings?)\b"
    r"|\b(?:decisions?|rulings?|case)\b[^.?!]{0,12}\b(?:about|on|for|of|from) (?:someone|somebody|"
    r"another|other|a (?:similar|colleague|co-?worker))\b",
    re.IGNORECASE,
)
"""Speaks of a decision on somebody else's position."""
_NOT_DECIDED = re.compile(
    r"\b(?:not|never|yet|withdr\w+|pulled)\b|n't\b|\breasonable offer\b|\boffer\b", re.IGNORECASE
)
_ANEW = re.compile(
    r"\b(?:start|begin|go|do (?:it|this|that)|come back)\b[^.?!]{0,20}"
    r"\b(?:over|afresh|fresh|anew|again|from scratch)\b"
    r"|\b(?:re-?file|re-?appeal|re-?submit)\b"
    r"|\b(?:appeal|file|try|apply|argue)\b[^.?!]{0,30}\b(?:again|once more|a second time|anew|"
    r"next time|this time)\b"
    r"|\b(?:next|this|second) time\b|\b(?:new|second|another|fresh) (?:appeal|one|try|round|go)\b"
    r"|\b(?:other|another|different|better|new|more|stronger) (?:\w+ )?"
    r"(?:reasons?|arguments?|grounds?|evidence|points?|facts?)\b",
    re.IGNORECASE,
)
"""What asks for the same position once more, or with other reasons."""
_OTHERS = re.compile(
    r"\b(?:some(?:body|one)|any(?:body|one)|who|where|\w+where) else\b|\bsecond opinion\b|"
    r"\b(?:other|another|different|higher) (?:agency|office|body|authority|court|person|examiner|"
    r"classifier|reviewer)\b"
    r"|\b(?:ombuds\w*|congress\w*|senator|courts?|judge|mspb|merit systems?|inspector general|"
    r"president|omb|gao)\b"
    r"|\b(?:with|to|ask|at|by|before) (?:the|my|our) (?:agency|hr|headquarters|union|department)\b"
    r"(?! first)"
    r"|\b(?:over|above) (?:opm|their|its)\b",
    re.IGNORECASE,
)
"""What asks for somebody who could decide in OPM's place."""
_LEFT = re.compile(
    r"\bthat it\b|\bthe end\b|\bwhat (?:now|next|else|can|do|are)\b|\bnow what\b|\bam i done\b|"
    r"\banything (?:left|else|i can)\b|\bis (?:it|that) (?:final|over)\b|\bany (?:other|further)\b|"
    r"\boptions?\b|\bnext step\b|\bget (?:past|around)\b|\bgive up\b|\bfinal word\b",
    re.IGNORECASE,
)


_WON = re.compile(
    r"\b(?:i|we|he|she|they|(?:my|our|the|his|her) (?:appeal|case|employee|member))\b[^.?!]{0,12}"
    r"\b(?:win|wins|won|prevail(?:s|ed)?|succeeds?)\b"
    r"|\bopm\b[^.?!]{0,25}\b(?:agree[sd]?|side[sd]?) with (?:me|us|him|her|them|the employee)\b"
    r"|\bopm\b[^.?!]{0,40}\b(?:i|we|he|she|they)(?:'m| am| was| were|'re| are|'s| is)? right\b"
    r"|\bopm\b[^.?!]{0,25}\b(?:upgrad\w*|rais(?:e[sd]?|ing)|grant\w*)\b[^.?!]{0,20}"
    r"\b(?:my|me|us|her|him|it|the (?:position|job|grade|appeal))\b"
    r"|\b(?:favorable|positive) (?:decision|certificate|outcome|ruling)\b|\bin my favor\b",
    re.IGNORECASE,
)
"""Speaks of OPM's decision for the employee."""
_THEN = re.compile(
    r"\bwhat (?:happens|now|next|then|if|do|follows|comes)\b|\bnow what\b|\b(?:and|so) then\b|"
    r"^\W*(?:and |so |but )*(?:if|when|suppose|say)\b|\bhow does it go\b|"
    r"\bwhat (?:will|would|must|does) (?:the agency|hr|they|my agency)\b",
    re.IGNORECASE,
)
"""Asks what follows."""
_SENTENCE = re.compile(r"(?<=[.!;,])\s+")
_BARE = 4
"""Words of a question that only asks what follows: "what happens now?"."""
_OF_SOMETHING = (
    *("pay", "paid", "money", "difference", "years", "retro", "back", "promot", "qualif"),
    *("colleague", "coworker", "co-worker"),
    *("other people", "lower", "downgrad", "chance", "odds", "likely", "how many", "mspb"),
    *("grievance", "reprisal", "retaliat", "fire me", "when do", "when does", "how soon"),
    *("by when", "how long", "title", "lawyer", "fee", "cost", "arbitrat", "court", "eeo"),
    *("i don't", "i do not", "i lose", "not me"),
)
"""What is asked of a decision for the employee that has an answer of its own."""
_OF_OPM = ("after-the-decision", "reconsideration", "opm-inquiry", "appeal-duration")


def _has(question: Question, words: tuple[str, ...]) -> bool:
    return replace(question, message=question.around or question.message).has(*words)


def _decided(text: str) -> bool:
    """Tell whether a text says that OPM has decided the position."""
    said = _DECIDED.search(text) or _OPM_SAID_NO.search(text)
    if _OF_ANOTHER.search(text):
        return False
    return said is not None and not _NOT_DECIDED.search(text[: said.end()])


def _after(question: Question, context: Context) -> bool:
    """Tell whether OPM's decision was told, now or before, or is what was spoken of last."""
    memory = context.memory
    told = (question.around or question.message, *memory.told)
    return any(_decided(one) for one in told) or memory.topic in _OF_OPM[:2]


def _goes_on(question: Question, context: Context) -> bool:
    """Tell whether somebody wants it decided once more, by OPM or others, after OPM has decided."""
    text = question.message
    asked = question.asks and (_ANEW.search(text) or _OTHERS.search(text))
    return bool(asked) and _after(question, context)


def _won(question: Question) -> bool:
    """Tell whether it is asked what follows when OPM decides for the employee."""
    # What went before it only tells how it came to the question.
    asked = _SENTENCE.split(question.message.strip())[-1]
    before = question.message.removesuffix(asked)
    other = question.levels or question.factors or question.decision or question.points
    won = _WON.search(asked) or (len(asked.split()) <= _BARE and _WON.search(before))
    return bool(won and _THEN.search(asked)) and not (
        other or replace(question, message=asked).has(*_OF_SOMETHING)
    )


def _sure(question: Question, context: Context) -> bool:
    """Tell whether it is asked what follows or is left once OPM decided, or of a new appeal."""
    if _won(question):
        return True
    if _goes_on(question, context) and not question.decision and not question.levels:
        return True
    text = question.around or question.message
    left = _LEFT.search(question.message) and not question.has("offer", "retention", "reconsider")
    refused = _OPM_SAID_NO.search(text) and left
    return bool(_AGAIN.search(text) or refused) and not question.decision


def _once_more(question: Question, context: Context) -> str:
    """Say whether OPM or others can be asked once more after OPM's decision; else nothing."""
    if not _goes_on(question, context) or _has(question, _CHANGED):
        return ""
    days = number("reconsideration")
    issued = with_day(question, context, TOPIC.id) if "decision" in context.memory.days else None
    last = issued and last_days("reconsideration", issued, context, "opm_decision", "issued")
    until = f"within {days} calendar days of the day the decision was issued"
    counted_from = f"; those {ends(last, asked_on(question, context))}" if last else ""
    if _OTHERS.search(question.message):
        return (
            "**No: OPM's decision is final and binds your agency; no further appeal lies, to the "
            f"agency or to anyone else.** Only OPM itself can reconsider it: ask in writing, "
            f"{until}{counted_from} (an agency asks through its headquarters). Its Director may "
            "reopen a decision that misreads law, regulation or policy."
        )
    return (
        "**No, not with other reasons alone: OPM's decision is final, and the same position can be "
        "appealed anew only after its major duties or its standard have changed.** Reasons or "
        f"evidence that show reasonable doubt, or facts not considered, belong in a request that "
        f"OPM reconsider: in writing, {until}{counted_from}."
    )


def _answer(question: Question, context: Context) -> Answer | None:
    if _won(question) and (carried := EFFECTIVE.answer(question, context)) is not None:
        effect = rule(
            "effect-on-others",
            "introduction",
            "identical, similar, and related positions is consistent",
        )
        return replace(
            carried,
            lead=(
                "**OPM's decision then binds your agency, which must carry it out.** "
                f"{carried.lead.replace('**', '')} It must also bring identical and similar "
                "positions into line."
            ),
            words=(*carried.words, effect),
            next=(
                "Ask *must they promote me after the upgrade?* and *do I get back pay?*",
                *carried.next[:1],
            ),
        )
    final = rule("final", "5-cfr-511", "There is no further right of appeal")
    again = rule(
        "already-decided", "5-cfr-511", "no change in the governing classification standard"
    )
    asked = quoted_rule("reconsideration", "5-cfr-511")
    if track(question, context) == "fws":
        if not question.has("opm") and context.memory.topic not in _OF_OPM:
            # Of a wage job the agency decides first: its refusal is what is asked of.
            return WAGE.answer(question, context)
        own = rule(
            "fws-reconsideration", "5-cfr-532", "reopen and reconsider any job-grading decision"
        )
        return Answer(
            lead=(
                "**No further appeal: OPM's decision on a wage job binds everyone who classifies "
                "or pays.** OPM may reopen it at its discretion, for facts not considered or room "
                "for reasonable doubt; no number of days is set for asking."
            ),
            words=(own,),
        )
    days = number("reconsideration")
    once_more = _once_more(question, context)
    if once_more:
        return Answer(
            lead=once_more,
            words=(
                (final, asked, again) if _OTHERS.search(question.message) else (again, final, asked)
            ),
            next=(
                "Compare the decision with the standard, factor by factor, for a technical error.",
                "Have the major duties or the standard changed since the decision?",
            ),
        )
    if question.has("reclassify me", "reclassify the", "change it again", "change the grade again"):
        return Answer(
            lead=(
                "**No, not on the same duties and the same standard: OPM's certificate binds the "
                "agency.** It may classify the position anew only when the duties change "
                "significantly or a new standard would change the result. Against a new "
                "classification you may appeal again."
            ),
            words=(
                rule("final", "5-cfr-511", "mandatory and binding on all administrative"),
                rule(
                    "standard-changes-certificate",
                    "introduction",
                    "application of a newly issued OPM standard or guide",
                ),
            ),
            next=("What has changed in the duties since the decision?",),
        )
    lowered = question.has("lower", "downgrad", "demot", "reduc")
    if (
        lowered
        and not _AGAIN.search(question.around or question.message)
        and not question.has("twice", "second", "same position", "new appeal", "again ")
    ):
        lead = (
            "**The agency must carry out OPM's decision by the day it sets, also when it lowers "
            f"you; most people then keep the grade for {counted('retention-period')} years (grade "
            f"retention).** No further appeal lies against it: you may ask OPM to reconsider, in "
            f"writing, within {days} calendar days of the day it was issued, and that alone "
            "holds nothing back."
        )
        words = (final, asked, rule("retention-reclassification"))
    elif _AGAIN.search(question.around or question.message) or question.has(
        "again",
        "twice",
        "refile",
        "second",
        "same position",
        "same job",
        "new appeal",
        "duties changed",
    ):
        head = "Only after something has changed"
        if _has(question, _CHANGED) and not _has(question, _SAME):
            head = "Yes, if the change is one of the major duties or of the standard"
        elif _has(question, _SAME):
            head = "No, not before something has changed"
        lead = (
            f"**{head}: once OPM has decided, the same position can be "
            "appealed again only when its standard or its major duties have changed.** Until then "
            f"there is no further appeal; OPM can be asked to reconsider within {days} calendar "
            "days of the day its decision was issued."
        )
        words = (again, asked, final)
    else:
        lead = (
            f"**Only reconsideration: you may ask OPM for it in writing, within {days} calendar "
            "days of the day the decision was issued, if you can show reasonable doubt that it is "
            "technically accurate, or facts it did not consider. No further appeal lies against "
            "it.** A new appeal is open only after the standard or the major duties of the "
            "position have changed."
        )
        words = (final, asked, again)
    return Answer(
        lead=lead,
        words=words,
        next=(
            "Compare the decision with the standard, factor by factor, for a technical error.",
            "Ask *do I keep my grade?* if the decision lowers it.",
        ),
    )


TOPIC = Topic(
    id="after-the-decision",
    title="what is left after OPM's decision",
    answer=_answer,
    sure=_sure,
    cues=(
        *("opm", "again", "over", "fresh", "anew", "scratch", "refile", "re-", "reappeal", "time"),
        *("second", "another", "other", "differ", "better", "new", "more", "else", "opinion"),
        *("ombuds", "congress", "senator", "court", "judge", "mspb", "merit", "inspector"),
        *("president", "omb", "gao", "agency", "hr", "headquarter", "union", "department"),
        *("above", "higher", "resubmit", "stronger", "win", "won", "prevail", "succeed", "favor"),
        "positive",
    ),
    unlike=("levels", "points", "decision"),
)
