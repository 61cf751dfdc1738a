"""Asking OPM to look at its decision again."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import (
    asked_on,
    ends,
    last_days,
    number,
    track,
)
from assistant.chat.answering.procedure.lateness import (
    asks_if_late,
    in_days,
    in_time,
    passed,
)
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.turns.limits.happened import kind_said
from assistant.chat.reading.turns.limits.passing import asks_if_still
from assistant.chat.topics.rights.retention.retention_ends import TOPIC as RETENTION_ENDS

_RECEIVED = ("got", "received", "came", "arrived", "reached", "opened")
"""Words that tell when a decision was received, from which nothing is counted."""

_MEANWHILE = (
    *("meanwhile", "in the meantime", "carry out", "carry it out", "comply", "compliance"),
    *("kept at the old", "keep him", "keep her", "keep them", "temporar", "while we ask"),
    *("may we wait", "can we wait", "lower her now", "lower him now", "wait for reconsider"),
    *("until reconsider", "till reconsider", "till we ask", "until we ask", "hold off"),
    *("on hold", "put it off", "hold it", "suspend", "hold the decision", "stop the decision"),
)
"""Words that ask what is to be done with the decision while reconsideration is asked for."""

_DAYS = re.compile(r"\b(?:45|forty[- ]five)[- ](?:calendar[- ])?days?\b", re.IGNORECASE)


_SIGNS = (
    *("branch chief", "division chief", "section chief", "as chief", "as the chief", "manager"),
    *("as supervisor", "as the supervisor", "commander", "for us", "we "),
)


_WHO_SIGNS = re.compile(
    r"\bwho(?:m|se)?\b.{0,30}\b(?:signs?|signature|endorses?|approves?|sends?|submits?|clears?|"
    r"has to|must|needs to|okays?)\b|\b(?:signed|endorsed|approved|cleared) by\b",
    re.IGNORECASE,
)
_OF_AGENCY = re.compile(
    r"\b(?:we|us|our|the agency|an agency|agency's|management|on our side|headquarters|hr)\b",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(
    r"\bfrom when\b|\b(?:on hold|meanwhile|meantime|suspended?)\b|"
    r"\bwhat would i have to (?:show|prove)\b|"
    r"\bfrom the (?:day|date)\b|\bin the mail\b|\bpostmark\w*|"
    r"\b\d+ days (?:then|ago|now|already|gone)\b|"
    r"\bwhen (?:they|opm) (?:mailed|sent|signed|issued)\b"
    r"|\bwhen i (?:got|received)\b|"
    r"\bhow (?:long|many days)\b[^.?!]{0,20}\bfor (?:that|it)\b|\bwhat (?:must|do|would|should) i "
    r"(?:have to |need to )?(?:show|prove|say|write|send)\b"
    r"|\bhow do i (?:ask|do) (?:for )?(?:that|it)\b",
    re.IGNORECASE,
)
"""What is asked of reconsideration once it has been spoken of."""
_GONE = re.compile(
    r"\b(?:that'?s|that is|it'?s|it is|makes|been|about|already) (?:\w+ )?(?P<days>\d{1,3}) days\b|"
    r"\b(?P<after>\d{1,3}) days (?:then|ago|now|already|gone)\b",
    re.IGNORECASE,
)
"""How many days have gone by, told in passing."""
_SHOW = re.compile(
    r"\bwhat (?:must|do|would|should|does) (?:i|we|it|they)\b[^.?!]{0,25}"
    r"\b(?:show|prove|contain|say)\b"
    r"|\bwhat (?:counts|must it show|is needed)\b|\bon what grounds\b",
    re.IGNORECASE,
)
_FROM_WHEN = re.compile(
    r"\bfrom (?:when|wh(?:at|ich) day)\b|\bin the mail\b|\bpostmark\w*|\brun from\b|"
    r"\b(?:mailed|sent|issued|dated)\b[^.?!]{0,20}\bor\b[^.?!]{0,20}"
    r"\b(?:got|received|came)\b|\bcount\w*\b[^.?!]{0,15}\bfrom\b",
    re.IGNORECASE,
)


_LOOK_AGAIN = re.compile(
    r"\bopm\b.{0,120}\b(?:(?:look|review|examine|go)\b[^.?!]{0,25}\b(?:again|over|once more|a "
    r"second time)\b|(?:second|another|fresh|new) look\b|reopen|rethink|revisit)",
    re.IGNORECASE | re.DOTALL,
)
"""Asks for OPM's decision to be looked at once more."""


def _sure(question: Question, context: Context) -> bool:
    """Tell whether the days are named that the rules give for nothing else, or it goes on."""
    said = question.around or question.message
    if question.asks and _LOOK_AGAIN.search(said) and not question.decision:
        return not question.has("director", "offer", "desk audit", "retention")
    spoken_of = context.memory.topic in {"reconsideration", "after-the-decision"}
    if spoken_of and _FOLLOWS.search(question.message) and not question.decision:
        return not question.levels
    if _who_signs(question):
        return True
    if question.has("took", "takes", "waited", "detail", "leave", "acting"):
        # So many days may also be how long something else lasted.
        return False
    return bool(question.asks and _DAYS.search(question.message) and not question.decision)


def _who_signs(question: Question) -> bool:
    """Tell whether it is asked who in an agency signs its request for reconsideration."""
    said = question.around or question.message
    of_it = re.search(r"\breconsider\w*", said, re.IGNORECASE) and _OF_AGENCY.search(said)
    return bool(of_it and _WHO_SIGNS.search(question.message))


def _too_late(days: int) -> Answer:
    return Answer(
        lead=(
            f"**Then OPM's decision stays final, unless the {days} calendar days are waived: only "
            "exceptional circumstances allow that, and OPM's Director or a designee decides.** Say "
            "in the request why it could not come sooner. The same position can be appealed anew "
            "only after its major duties or its standard have changed."
        ),
        words=(
            quoted_rule("reconsideration", "5-cfr-511"),
            rule("final", "5-cfr-511", "There is no further right of appeal"),
        ),
        next=("Ask at once, in writing, and show what kept you from asking in time.",),
    )


def _answer(question: Question, context: Context) -> Answer | None:
    if question.has("reasonable offer", "the offer", "job offer", "offer i declined"):
        # A decision on an offer has a limit of its own.
        return RETENTION_ENDS.answer(question, context)
    wage = context.memory.pay_plan.startswith("W") and question.has("to me", "to us", "for me")
    if wage or track(question, context) == "fws":
        own = rule(
            "fws-reconsideration", "5-cfr-532", "reopen and reconsider any job-grading decision"
        )
        no = "No, not in a wage job. " if question.has("gs rule", "general schedule") else ""
        return Answer(
            lead=f"**{no}OPM may reopen a job grading decision at its discretion, when you or the "
            "agency ask: for material facts it did not consider, room for reasonable doubt, or a "
            "wide effect.** The wage rules set no number of days for it.",
            words=(own,),
            next=("Write to OPM and point to the part of the decision and to the new facts.",),
        )
    if question.has(*_MEANWHILE):
        return _meanwhile(question)
    days = number("reconsideration")
    gone = _GONE.search(question.message)
    if question.has("what if i ask opm too late"):
        return _too_late(days)
    if gone is not None and int(gone["days"] or gone["after"]) > days and not question.since:
        return _too_late(days)
    last = None
    lowered = kind_said(question.around or question.message) == "lowering"
    received, told = question.has(*_RECEIVED), question
    if received and len(question.dates) > 1:
        # A decision is received after it is issued: of two days told the first one counts.
        issued = min(question.dates)
        told = replace(question, message=f"{issued:%B %d, %Y}", around="", dates=(issued,))
        received = False
    issued_told = not received or question.has("issued", "dated", "date of")
    # The day on which an agency lowered a grade is no day of a decision of OPM.
    if (told.dates or told.since) and issued_told and not lowered:
        last = last_days("reconsideration", told, context, "opm_decision", "issued")
    head = (
        f"**In writing, within {days} calendar days of the day the decision was issued, not "
        "received.**"
    )
    if last is not None:
        head = (
            f"**The {days} calendar days {ends(last, asked_on(question, context))}.** They run "
            "from the day the decision was issued, not the day you got it; only exceptional "
            "circumstances waive them."
        )
    done = "" if last is None else in_time(last, question, context)
    if asks_if_late(question) and not done:
        if last is not None:
            late = passed(last, asked_on(question, context), still=asks_if_still(question))
            head = f"{late}{head}"
        elif not received:
            head = (
                "**That depends on the day OPM issued its decision, which is not told: the request "
                f"must be made in writing within {days} calendar days of that day, whenever the "
                "decision reached you.**"
            )
    if last is None and not received:
        done = in_days(days, question)
    if done:
        head = (
            f"{done}The {days} calendar days run from the day the decision was issued, not the day "
            "you got it."
        )
    lead = (
        f"{head} Show reasonable doubt that the decision is technically accurate, or material "
        "facts it did not consider, and point to the decision and the standard. It is no right: "
        "OPM decides whether to reopen, and the certificate takes effect meanwhile."
    )
    got = () if lowered else (question.dates or ((question.since,) if question.since else ()))[:1]
    if got and received:
        past = (asked_on(question, context) - got[0]).days
        if past > days:
            lead = (
                f"**No, not in time: the {days} calendar days run from the day the decision was "
                f"issued, and you have had it for {past}.** OPM may waive the limit only in "
                "exceptional circumstances, so say why you could not ask sooner, and show what in "
                "the decision is technically wrong or was not considered."
            )
    elif question.has(
        "can the agency", "can agency", "can an agency", "may the agency", "can we ask"
    ):
        lead = (
            f"**Yes, through its headquarters: in writing, within {days} calendar days of the day "
            "the decision was issued.** It must show reasonable doubt that the decision is "
            "technically accurate, or material facts not considered. OPM decides whether to "
            "reopen, and the certificate takes effect meanwhile."
        )
    if _SHOW.search(question.message) and not done:
        lead = (
            "**Reasonable doubt that the decision is technically accurate, or material facts it "
            "did not consider: point to the decision and the standard, factor by factor.** In "
            f"writing, within {days} calendar days of the day the decision was issued. OPM decides "
            "whether to reopen."
        )
    elif _FROM_WHEN.search(question.message) and last is None:
        lead = (
            f"**From the day the decision was issued, not the day you got it: {days} calendar "
            "days, in writing.** Only exceptional circumstances waive them."
        )
    words = [
        quoted_rule("reconsideration", "5-cfr-511"),
        rule(
            "reconsideration-grounds",
            "5-cfr-511",
            "reasonable doubt concerning the technical accuracy",
        ),
        rule("suspension", "introduction", "does not automatically suspend"),
    ]
    if question.has("agency", "headquarters", "management", "we "):
        words[2] = rule("agency-reconsideration", "introduction", "endorsed by the headquarters")
        lead = lead.replace(
            "It is no right:",
            "An agency's request comes from its headquarters or carries its endorsement. It is no "
            "right:",
        )
    if question.has("field office", "field hr", "local office", "installation", "regional office"):
        lead = (
            "**Not alone: an agency's request must come from the personnel office of its "
            f"headquarters, or carry its endorsement.** It is due in writing within {days} "
            "calendar days of the day the decision was issued, must show reasonable doubt that "
            "the decision is technically accurate, and holds nothing back by itself."
        )
    elif _who_signs(question):
        lead = (
            "**The personnel office of your agency's headquarters: the agency's request must come "
            "from it or carry its endorsement.** It is due in writing within "
            f"{days} calendar days of the day the decision was issued, and must show reasonable "
            "doubt that the decision is technically accurate, or material facts not considered."
        )
        words[2] = rule("agency-reconsideration", "introduction", "endorsed by the headquarters")
        words = [words[2], *words[:2]]
    elif question.has(*_SIGNS) and question.has("sign", "send", "i ask", "request it", "submit"):
        lead = (
            f"{head} **It cannot come from you as a supervisor: an agency's request comes from its "
            "headquarters personnel office or carries its endorsement.** It must show reasonable "
            "doubt that the decision is technically accurate, or material facts not considered."
        )
        words[2] = rule("agency-reconsideration", "introduction", "endorsed by the headquarters")
    if question.has("director"):
        words[2] = rule(
            "director-review", "5-cfr-511", "erroneous interpretation of law or regulation"
        )
    return Answer(
        lead=lead,
        words=tuple(words),
        next=(
            "Write factor by factor where the decision and the standard part.",
            "To hold the decision back, ask for a suspension in the same letter.",
        ),
        missing=() if last is not None else ("the day on which the decision was issued",),
    )


def _meanwhile(question: Question) -> Answer:
    """Say that the decision is carried out meanwhile, and when that may be temporary."""
    temporarily = question.has("temporar", "temp ") and question.has("promot", "reassign", "compl")
    return Answer(
        lead=(
            "**Yes, if OPM has certified the position, the certificate is not suspended and "
            "reconsideration has been asked for: then the agency may comply by a temporary "
            "promotion or reassignment.** Not where the position goes down and the employee is "
            "entitled to retained grade or pay."
            if temporarily
            else "**It must be carried out meanwhile: asking OPM to reconsider suspends nothing by "
            "itself.** Unless OPM suspends the certificate, the agency may comply by a temporary "
            "promotion or reassignment while its request is pending; not for a downgrade of "
            "someone entitled to retained grade or pay."
        ),
        words=(
            rule("temporary-compliance", "5-cfr-511", "temporary or conditional compliance action"),
            rule("suspension", "introduction", "does not automatically suspend"),
        ),
        next=("To hold the decision back, ask for a suspension in the request itself.",),
    )


TOPIC = Topic(
    id="reconsideration",
    title="asking OPM to reconsider",
    answer=_answer,
    sure=_sure,
    cues=(
        *("45", "forty", "reconsider", "look", "review", "examine", "reopen", "rethink", "revisit"),
        *(
            "from when",
            "when ",
            "hold",
            "mean",
            "suspend",
            "show",
            "prove",
            "day",
            "mail",
            "postmark",
        ),
        *(
            "how long",
            "what must",
            "what do",
            "what would",
            "what should",
            "how do",
            "date",
            "write",
        ),
    ),
    likes=("dates",),
    unlike=("levels", "points"),
)
