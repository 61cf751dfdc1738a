"""Federal Wage System: the agency first, OPM only after its decision."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import number, track
from assistant.chat.model import Answer, Context, Question, Topic

WAGE = (
    *("wage", "blue collar", "blue-collar", "trade", "fws", "prevailing", "job grading"),
    *("wg", "wl", "ws", "mechanic", "foreman", "craft"),
)
"""Words that say that somebody is paid under the Federal Wage System."""


_DESCRIPTION = re.compile(
    r"\b(?:pd|description|jd)\b[^.?!]{0,80}\b(?:wrong|inaccurate|incorrect|left (?:off|out)|leaves|"
    r"missing|outdated|rewrote|rewritten|false|not accurate)\b"
    r"|\b(?:duties|work|tasks|things)\b[^.?!]{0,20}\b(?:missing|left (?:out|off)|"
    r"omitted)\b[^.?!]{0,25}"
    r"\b(?:pd|jd|description)\b"
    r"|\b(?:wrong|inaccurate|incorrect|outdated) (?:pd|job description|position description)\b"
    r"|\baccuracy of (?:the|my) (?:job |position )?description\b",
    re.IGNORECASE,
)


_CONTENT = re.compile(
    r"\b(?:just|only|simply|enough to|suffic\w+ to) (?:\w+ )?(?:say|write|state|tell|put)\b"
    r"|\b(?:do|must|should|does|need) (?:i|it|we|(?:my|the|an?) (?:\w+ )?(?:\w+'s )?"
    r"(?:appeal|letter))\b[^.?!]{0,25}"
    r"\b(?:say|state|name|specify|identify|point out|explain|contain|give reasons|list)\b"
    r"|\bwhat (?:must|should|does|do|goes)\b[^.?!]{0,30}\b(?:say|contain|state|write|go in\w*|into|"
    r"put)\b|\bhow specific\b",
    re.IGNORECASE,
)
_TO_OPM = re.compile(
    r"\bopm\b|\b(?:after|agency (?:said|says)|turned|denied|refused)\b", re.IGNORECASE
)
_WHERE = re.compile(
    r"\b(?:who|whom|where) (?:do|should|must|can|would) (?:i|we|he|she)\b[^.?!]{0,30}\b(?:take|go|"
    r"appeal|file|complain|send|turn|ask|write)\b|\bagency or opm\b|\bopm or (?:my |the )?agency\b|"
    r"\bwho (?:hears|decides|handles|reviews|fixes|corrects|looks at)\b",
    re.IGNORECASE,
)
_YES_OR_NO = re.compile(
    r"(?:^|[.,;:!?] ?)(?:(?:so|and|but|then|now) )?(?:can|could|may|might|must|does|do|did|is|are|"
    r"was|will|would|should|has|have|am)(?:n?['\u2019]?t)?\b",
    re.IGNORECASE,
)
_WAY = re.compile(
    r"\b(?:where|route|path|steps?|procedure|process|first|direct\w*|straight|skip|bypass|"
    r"around|right to|start|(?:to|with|at|from|or) opm|opm (?:take|hear|look|accept|review|or)\w*|"
    r"write opm|is opm|through|at any time|before the agency|washington)\b"
    r"|\b(?:appeal|contest|challenge|dispute|complain)\w*(?: (?:my|his|her|their|the|a|an|its|of|"
    r"about|own|wg|wl|ws|wage|job|current|present|grad(?:e|es|ing)|classification|series|title|"
    r"position|differently|too|also|rights?))*(?:[- ]\d+)?\W*(?:$|\b(?:if|under|when|in|by|as)\b)",
    re.IGNORECASE,
)
"""Asks which way an appeal of the job goes, and not what else the rules say of it."""
_BARELY = re.compile(r"\b(?:just|only|simply|enough|suffic\w+)\b", re.IGNORECASE)
_RATE = re.compile(r"\b(?:hourly|pay|wage) (?:rate|scale|schedule)s?\b", re.IGNORECASE)
_OF_APPEALS = (
    *("deadline-after-lowering", "wage-deadlines"),
    *("title-appeal", "what-can-be-appealed", "wage-forum", "what-cannot-be-appealed"),
)


def _sure(question: Question, context: Context) -> bool:
    """Tell whether a wage employee asks where to go, or whether rate or description count."""
    if track(question, context) != "fws" or question.decision:
        return False
    if _content(question):
        return True
    if _WHERE.search(question.message) and question.pay_plan:
        return not question.has("description", "overtime", "belong")
    spoken_of = context.memory.topic in _OF_APPEALS or question.has("appeal")
    other = _RATE.search(question.message) or _DESCRIPTION.search(question.message)
    return bool(spoken_of and other)


def _content(question: Question) -> bool:
    """Tell whether it is asked what an appeal of a wage employee to OPM has to say."""
    said = question.around or question.message
    told = question.has("appeal", "opm") and _TO_OPM.search(said)
    return bool(told and _CONTENT.search(question.message)) and not question.has("description")


def _answer(question: Question, context: Context) -> Answer | None:
    wage = track(question, context) == "fws" or question.has(*WAGE)
    if question.pay_plan in {"GS", "GM"} or not wage:
        # A General Schedule employee may go to OPM first: never told otherwise.
        return None
    if _RATE.search(question.message) or question.has(
        "rate of pay", "wage rate", "wage schedule", "pay scale"
    ):
        return Answer(
            lead=(
                "**No: the rate of pay and the wage schedule are no part of it; a wage employee "
                "may appeal the series, the grade or the title of the job.** It goes to the "
                "agency first, at any time."
            ),
            words=(
                rule("fws-issues", "5-cfr-532", "may at any time appeal the occupational series"),
            ),
            next=("Is the grade wrong, too? Then name the duties that show it.",),
        )
    if _content(question):
        alone = "No, not that alone: the" if _BARELY.search(question.message) else "The"
        return Answer(
            lead=(
                f"**{alone} appeal to OPM is in writing and must identify "
                "specifically the parts of the agency's decision or job analysis with which you "
                f"disagree.** It is due within {number('fws-opm-filing')} calendar days of the day "
                "you received the agency's decision. Say of each part why it is wrong, and what "
                "of your work shows it."
            ),
            words=(
                rule("fws-say-what", "5-cfr-532", "identify specifically the portions"),
                quoted_rule("fws-opm-filing", "5-cfr-532"),
            ),
            next=("When did the agency's decision reach you? The last day is counted from that.",),
            missing=("the day the agency's decision was received",),
        )
    if question.has("hearing"):
        return Answer(
            lead=(
                "**No hearing is provided for in a job grading appeal.** The agency decides on the "
                "written application first, and OPM after it on the record; it may audit the job."
            ),
            words=(
                rule("fws-application", "5-cfr-532", "in writing and contain the reasons"),
                rule("fws-agency-first", "5-cfr-532", "has issued a decision under the system"),
            ),
            next=("Put into the application what you would say at a hearing.",),
        )
    if _DESCRIPTION.search(question.message):
        return Answer(
            lead=(
                "**No: whether the job description is accurate is no part of a job grading appeal; "
                "only the series, the grade or the title of the job is.** Ask your supervisor and "
                "personnel office in writing to have it corrected; another procedure, such as a "
                "grievance under the agreement, may reach it. The grade is decided on the work "
                "assigned and done."
            ),
            words=(
                rule("fws-not-appealable", "5-cfr-532", "may not appeal"),
                rule("fws-issues", "5-cfr-532", "may at any time appeal the occupational series"),
            ),
            next=("Does the missing work make the grade wrong? Then that can be appealed.",),
        )
    asks = _YES_OR_NO.search(question.message)
    if asks and not _WAY.search(question.message):
        return None
    days = number("fws-opm-filing")
    direct = question.has(
        "direct",
        "straight",
        *("just go", "just write", "just send", "just file"),
        "first",
        "skip",
        "before the agency",
        "bypass",
        "without",
        "ask the agency before",
    )
    must = question.has("must", "have to", "has to", "do i need", "does a")
    head = "In the Federal Wage System the agency always comes first."
    if asks and must:
        head = "Yes: in the Federal Wage System the agency always comes first."
    elif asks and direct:
        head = "No, not directly: in the Federal Wage System the agency comes first."
    elif asks:
        head = "Yes, but the agency always comes first in the Federal Wage System."
    own = rule("fws-application", "5-cfr-532", "in writing and contain the reasons")
    first = rule("fws-agency-first", "5-cfr-532", "has issued a decision under the system")
    filing = quoted_rule("fws-opm-filing", "5-cfr-532")
    return Answer(
        lead=(
            f"**{head}** You apply to your agency in writing, with your reasons, at any time; "
            f"after its decision you have {days} calendar days from the day you receive it to "
            "appeal to OPM. The appeal names the parts of the agency's decision that are wrong."
        ),
        words=(first, own, filing),
        next=(
            "Ask your agency for its published job grading review procedure.",
            (
                "If the job was lowered and pay was lost, ask *how many days does a wage employee "
                "have?*"
            ),
            "If you think the work belongs in the General Schedule, that procedure is open to you.",
        ),
    )


TOPIC = Topic(
    id="wage-forum",
    title="where a wage employee appeals",
    answer=_answer,
    sure=_sure,
    likes=("pay_plan",),
    unlike=("levels", "points", "decision"),
    order=45,
)
