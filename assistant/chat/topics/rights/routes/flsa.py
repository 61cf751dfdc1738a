"""Overtime status is another procedure: an FLSA claim."""

from __future__ import annotations

import re

from assistant.chat.answering.fields import tells_of_work
from assistant.chat.answering.kit import law
from assistant.chat.answering.procedure.overtime import GRIEVANCE, SOURCE, part_asked
from assistant.chat.model import Answer, Context, Question, Topic

_TESTS = (
    *("test", "criteria", "what makes", "what decides", "how is it decided", "why am i"),
    *("why is my", "who is", "how do they decide", "which jobs", "what jobs", "what duties"),
    "executive exempt",
)
_NAMED = re.compile(
    r"\b(?:flsa|fair labor|overtime|(?:non-?)?exempt(?:ion|ions)?|time and a half)\b", re.IGNORECASE
)
_CLAIM = re.compile(
    r"\b(?:flsa|fair labor)\b.{0,40}\bclaim|\bovertime\b.{0,12}\bclaim|"
    r"\bclaim\w*\b.{0,25}\bovertime\b"
    r"|\bnon-?exempt\b.{0,50}\b(?:pay|paid|hours|saturdays?|sundays?|weekends?)\b",
    re.IGNORECASE,
)
_CLASSIFICATION = re.compile(
    r"\b(?:grades?|classif\w+|reclass\w*|downgrad\w*|position descriptions?|pd|series|retention|"
    r"retain\w*|desk audit|points|levels?|factors?|standards?|title)\b",
    re.IGNORECASE,
)
_APPEAL = re.compile(r"\bappeal", re.IGNORECASE).search
_OTHERS_CLAIMS = re.compile(
    r"\b(?:i|we|job|duties|work|position)\b[^.?!]{0,25}\b(?:adjudicat|review|process|examin|investigat|"
    r"handl|decid|audit|settl)\w*\b[^.?!]{0,30}\bclaims\b",
    re.IGNORECASE,
)
"""Claims that are somebody's work, not his or her own."""
_YES_NO = re.compile(
    r"^\W*(?:so |and |but )?(?:can|may|could|do|does|is|am|are|will|should)\b", re.IGNORECASE
)


def _spoken(context: Context) -> bool:
    """Tell whether a claim on overtime is what the conversation is about."""
    memory = context.memory
    if memory.topic == "flsa":
        return True
    before = memory.question.message if memory.question is not None else ""
    if memory.topic == "elsewhere":
        return bool(_NAMED.search(before))
    # What was answered of something else in between, without its being named, was a claim's too.
    return memory.topic_before == "flsa" and not (_CLASSIFICATION.search(before) or _APPEAL(before))


def _sure(question: Question, context: Context) -> bool:
    """Tell whether something of a claim is asked, where a claim is named or spoken of."""
    text = question.message
    if question.decision or question.levels or _CLASSIFICATION.search(text):
        return False
    told = _CLAIM.search(text)
    if told and not question.asks and not tells_of_work(text):
        return True
    return bool(told or _spoken(context)) and part_asked(question) is not None


def _answer(question: Question, context: Context) -> Answer | None:
    if _OTHERS_CLAIMS.search(question.message):
        return None
    part = part_asked(question)
    other = _CLASSIFICATION.search(question.message) or question.has(*_TESTS)
    claim = _spoken(context) or not _APPEAL(question.message)
    if part is not None and claim and not other:
        return Answer(
            lead=part.lead,
            words=part.words,
            next=("Send the claim now, with the period, the hours and your duties.",),
        )
    head = "No: whether" if _YES_NO.search(question.message) else "Whether"
    tests = question.has(*_TESTS)
    return Answer(
        lead=(
            "**The tests of who is exempt under the Fair Labor Standards Act (FLSA) stand in "
            "5 CFR part 551, subpart B, which is not held here: see ecfr.gov.** The grade does "
            "not decide it, nor does a classification appeal: a wrong status is contested by an "
            "FLSA claim under subpart G, to your agency or to OPM, at any time."
        )
        if tests
        else (
            f"**{head} the Fair Labor Standards Act covers your job is not "
            "decided in a classification appeal, nor by the grade.** It is an FLSA claim of "
            "its own, under 5 CFR part 551, subpart G: to your agency or to OPM, not both at "
            "once; in a bargaining unit the negotiated grievance procedure instead, unless the "
            "agreement excludes it. A challenge to the exemption may be filed at any time; claims "
            "for pay have a limit."
        ),
        words=(
            law(
                SOURCE,
                "section 551.701(a)",
                "FLSA exemption status determination claims",
                "Subpart G is for claims about exemption status and FLSA pay.",
            ),
            law(
                SOURCE,
                "section 551.702(a)",
                "challenging the correctness of his or her FLSA exemption status",
                "A challenge to the exemption status may be filed at any time.",
            ),
            GRIEVANCE,
        ),
        next=(
            "Write the claim with your duties, the hours, and the period it is about.",
            "Do not wait with a pay claim: its limit runs back from the day it is filed.",
        ),
    )


TOPIC = Topic(
    id="flsa",
    title="overtime status and FLSA claims",
    asks=(
        "how far back can I claim unpaid overtime under the FLSA",
        "HR coded me exempt and I think that's wrong, who do I complain to",
        "Can OPM decide my overtime status in a classification appeal?",
        "I think my FLSA exemption is wrong",
        "exempt or nonexempt, can I appeal that",
        "FLSA claim versus classification appeal",
        "How do I challenge my FLSA designation?",
        "Does the grade decide if I'm exempt?",
        "overtime claim with OPM",
        "Where do I file an FLSA claim?",
        "My SF-50 says exempt, I disagree",
        "is FLSA part of classification",
        "Fair Labor Standards Act claim for federal employees",
        "unpaid overtime what can I do",
        "Who reviews FLSA exemption decisions?",
        "contest exempt status",
        "wrong overtime status appeal",
        "Is my FLSA status something I can appeal along with the grade?",
        "file about overtime exemption",
        "I should be nonexempt, whom do I ask",
        "FLSA determination appeal",
        "Does a classification appeal settle overtime pay?",
        "exempt status is wrong",
        "FLSA",
        "FLSA claim",
        "my FLSA status is wrong",
        "am I exempt",
        "exempt or nonexempt",
        "overtime exempt",
        "is my job exempt from overtime",
        "overtime status",
        "can OPM change my FLSA status",
        "FLSA appeal",
        "how do I file an FLSA claim",
        "overtime pay claim",
        "they say I'm exempt and pay no overtime",
        "is FLSA decided with the grade",
        "does classification cover overtime",
        "fair labor standards act",
        "contest my exemption",
        "misclassified as exempt",
        "wrong FLSA code on my SF-50",
        "unpaid overtime",
        "HR marked me exempt. Is that part of the classification appeal?",
        "How can I dispute whether I get overtime?",
        "Fair Labor Standards Act status wrong on my papers",
        "does OPM look at overtime coverage when it grades",
        "Is FLSA exemption a classification matter?",
        "I want my exempt status reviewed",
        "How is overtime eligibility decided?",
        "who decides if my job is exempt",
        "my overtime coverage is wrong",
        "claim under the Fair Labor Standards Act",
        "can I get overtime pay through an appeal",
        "they changed me to exempt",
        "FLSA nonexempt claim where",
        "is exempt status appealable",
        "Whether I'm owed overtime: is that decided with the grade?",
        "my job is coded exempt and shouldn't be",
        'they make me work 50 hours and say i don\'t get time and a half cuz im "exempt"',
        "my form says E in that box and i think it should be N",
        "can the same appeal settle whether I'm owed overtime",
        "Is a GS-11 automatically not covered by overtime law?",
        "who do I take it to when HR coded my job as not eligible for overtime",
        "Fair labor act status, part of the classifier's job or not?",
        "unpaid extra hours because of exempt coding, can OPM fix that",
        "N vs E on the SF-50, dispute process",
        "does a new grade change if I get covered by the overtime law",
        (
            "they flipped my whole unit to exempt last month, is that something we can appeal "
            "as classification"
        ),
        "where to send an overtime claim based on wrong exemption",
        "I do clerical stuff all day yet they say I'm an exempt administrative employee",
        "how far back can an FLSA claim reach for a federal worker",
        "Steward: ten members coded exempt wrongly, is it a classification case or a claim?",
        "Exemption status challenge: same office as grade appeals?",
        "I want to contest being exempt",
        "is exempt status part of a classification appeal",
        "what tests decide whether a job is exempt",
        "what makes a position exempt from overtime rules",
    ),
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision"),
)
