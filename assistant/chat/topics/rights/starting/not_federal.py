"""Somebody whose employer is no federal agency: the law on classification does not hold."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic

_FIRMS = (
    r"(?:boeing|lockheed(?: martin)?|raytheon|northrop(?: grumman)?|general dynamics|bae systems|"
    r"booz allen(?: hamilton)?|leidos|saic|caci|deloitte|accenture|kbr|verizon|at&t|t-mobile|"
    r"comcast|amazon|google|microsoft|ibm|oracle|facebook|walmart|costco|fedex|ups|"
    r"general electric|general motors|tesla|toyota|wells fargo|citibank|bank of america|pfizer|"
    r"kaiser(?: permanente)?|starbucks|mcdonald'?s|home depot|(?:united|american|southwest) "
    r"airlines|exxon|chevron|marriott|hilton)\b"
)
_KINDS = (
    r"(?:(?:(?:private(?:ly[- ]owned)?|commercial|small|big|large|local) )*(?:company(?! "
    r"commander)|firm|bank|restaurant|start-?up|non-?profit|charity|church|factory|hotel|"
    r"supermarket|airline)"
    r"|private (?:\w+ )?(?:sector|hospital|school|employer|industry|university|clinic|lab|college)"
    r"|(?:state|city|county|local|municipal|town|tribal|public) (?:government|school|hospital|"
    r"police|library|college|university|fire department|sheriff|court|school district)"
    r"|(?:state|city|county|town|university|commonwealth) of \w+|school district"
    r"|(?:my |our )?(?:city|county)(?=[,.;?!]|$| (?:and|as|but|can|may)\b))\b"
)
_HERS = (
    r"(?:my|our) (?:\w+ )?(?:wife|husband|spouse|partner|son|daughter|brother|sister|cousin|"
    r"friend|neighbou?r|mother|father|mom|dad|uncle|aunt|nephew|niece|kid|boyfriend|girlfriend)"
)
_WHO = rf"\b(?:i|he|she|who|{_HERS})(?:'m|'s| am| is)?"
_AT_FIRM = re.compile(
    rf"{_WHO} (?:\w+ ){{0,8}}?(?:at|for|by|with) {_FIRMS}|\b(?:at|of) {_FIRMS}(?=[.;?!]|$)",
    re.IGNORECASE,
)
_AT_KIND = re.compile(
    rf"{_WHO} (?:\w+ ){{0,3}}?(?:works?|working|worked|employed) (?:\w+ ){{0,3}}?(?:at|for|by|in) "
    rf"(?:the |an? )?{_KINDS}"
    rf"|{_WHO} (?:\w+ ){{0,3}}?(?:job|position) (?:at|with|in) (?:the |an? )?{_KINDS}"
    rf"|{_WHO} an? (?:\w+ ){{0,3}}?(?:at|for|in|teach\w*) (?:the |an? )?{_KINDS}"
    rf"|{_WHO} an? (?:\w+ ){{1,2}}with (?:the|our|my) (?:county|city)\b"
    rf"|{_WHO} an? (?:city|county|state|municipal|private[- ]sector|"
    rf"public school) (?!(?:specialist|"
    r"program|coordinator|liaison|director|office)\b)\w+",
    re.IGNORECASE,
)
_HIRED_OUT = re.compile(
    r"\bwork(?:s|ing)?\b[^.?!]{0,40} as an? (?:\w+ )?contractor\b|\bworks? for (?:an? |"
    r"the )?(?:\w+ )?contractor\b|"
    rf"\b(?:he|she|{_HERS}|who)(?:'s| is) an? (?:\w+ )?contractor\b",
    re.IGNORECASE,
)
_FEDERAL = re.compile(
    r"\bfederal (?:employee|position|job|agency|government)\b|\bcivil serv\w+|\bw[gls]-?\d|"
    r"\bmy (?:pd|sf-?\s?50|series|position description|agency)\b|\binspect\w+|\bliaison\b|"
    r"\bdetail(?:ed)?\b|\b(?:dcma|dcaa|fdic|occ|army corps)\b|\b(?:used to|formerly|before)\b",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"\b(?:va|veterans|army|navy|air force|marine|dod|irs|usda|gsa|nasa|dhs|department of|bureau|"
    r"interior|treasury|national)\b",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"\b(?:appeal\w*|grade[ds]?|grading|classif\w+|gs|opm|standards?|level|rated|rating|program|"
    r"use (?:this|it)|apply|applies|what about|how about|too|position|job)\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether whoever is asked about works for somebody else than a federal agency."""
    text = question.message.replace("\u2019", "'")
    if question.grades or question.decision or question.levels or _FEDERAL.search(text):
        return False
    kind = _AT_KIND.search(text) and not _AGENCY.search(text)
    employed = _AT_FIRM.search(text) or kind or _HIRED_OUT.search(text)
    return bool(employed and _FIELD.search(text))


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    text = question.message
    hired = re.search(r"\bcontract(?:or|s)?\b", text, re.IGNORECASE) is not None
    more = (
        " Whoever works for a contractor holds no federal position, also at a federal site."
        if hired
        else ""
    )
    return Answer(
        lead=(
            "**No: only an employee in a federal position can appeal its classification, and OPM's "
            "standards grade federal positions only.** A job with a company, a state, a county, a "
            f"city or a school is graded by its employer's own rules.{more}"
        ),
        words=(
            law(
                "5-cfr-511",
                "section 511.603(a)",
                "may request an Office decision as to",
                "An employee may ask OPM to decide the series, grade or pay system of the "
                "official position.",
            ),
            rule("gs-scope", "introduction"),
        ),
        next=("Is it a federal position after all? Then the SF-50 names pay plan, series, grade.",),
    )


TOPIC = Topic(
    id="not-federal",
    title="jobs that are not federal",
    answer=_answer,
    sure=_sure,
    order=30,
    unlike=("levels", "points", "decision", "grades"),
)
