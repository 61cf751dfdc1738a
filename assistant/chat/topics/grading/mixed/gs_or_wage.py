"""General Schedule or wage system: the paramount requirement of the primary duty."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law
from assistant.chat.answering.named.occupations.trades import (
    EVEN,
    OFFICE,
    REQUIRES,
    TRADE,
    Kind,
    kind_told,
)
from assistant.chat.model import Answer, Context, Question, Topic, Words

_EITHER = re.compile(
    r"\b(?:gs|general schedule|white[- ]collar|office)\b.{0,24}\b(?:or|vs|versus)\b.{0,20}\b(?:"
    r"wage|wg|fws|blue[- ]collar|trades?)\b|\b(?:wage(?: grade| system)?|wg|fws|blue[- ]collar)\b"
    r".{0,24}\b(?:or|vs|versus)\b.{0,20}\b(?:gs|general schedule|white[- ]collar)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:half|part(?:ly)?|mix\w*|\d+ ?(?:%|percent))\b.{0,30}\b(?:w[gls]|wage grade)\b.{0,60}"
    r"\bgs\b|\b(?:half|part(?:ly)?|mix\w*|\d+ ?(?:%|percent))\b.{0,30}\bgs\b.{0,60}"
    r"\b(?:w[gls]|wage grade)\b",
    re.IGNORECASE,
)
"""Shares of one job, of which one is of either system."""
_DUPLICATES = re.compile(
    r"\bduplicat(?:or|ors|ing)\b|\b(?:photo)?copier(?:s|/\w+)?\b|\bcopy(?:ing)? machines?\b|"
    r"\bsmall offset\b|\boffset (?:duplicat\w+|press)\b|\boffice (?:devices?|machines?)\b",
    re.IGNORECASE,
)
_MANAGES = re.compile(
    r"\b(?:plans?|budgets?|sets?|decid\w+|manag\w+|responsible for|runs?)\b[^.?!]{0,60}"
    r"\b(?:budgets?|goals?|programs?|policies|work ?flow|structure|fiscal|space)\b[^?]*"
    r"\b(?:not|never|n't|no|without|doesn'?t|rather than|instead of)\b[^?]{0,30}"
    r"\b(?:overse\w+|supervis\w+|assign\w*|watch\w*|review\w*|instruct\w*|direct\w*)\b",
    re.IGNORECASE,
)
"""Tells of somebody who manages a function and does not oversee the workers."""
_FUNCTION = re.compile(
    r"\b(?:budget\w*|fiscal|goals?|structure|policies|programs?|work ?flow|"
    r"space|staffing needs|long[- ]range)\b",
    re.IGNORECASE,
)
_HANDS_ON = re.compile(
    r"\b(?:overse\w+|assign\w*|instruct\w*|inspect\w*|review\w*|checks?|train\w*|himself|"
    r"herself|by hand)\b",
    re.IGNORECASE,
)
_LEAST_SAID = 2
"""Managerial matters that tell by themselves that the function is managed, not the work."""
_SYSTEM = re.compile(
    r"\b(?:wage (?:system|grade)|federal wage|fws|wg|ws|general schedule|gs)\b", re.IGNORECASE
)
_PROCEDURE = (
    *("appeal", "deadline", "file", "filing", "days", "retention", "retain", "lower", "downgrad"),
    *("higher", "pay ", "paid", "salar", "money", "leader"),
)
"""Words of procedure and pay, which are asked of either system."""


def _manages(text: str) -> bool:
    """Tell whether somebody is told of who manages a trades function, not those at work in it."""
    if _MANAGES.search(text):
        return True
    matters = {found.group().lower() for found in _FUNCTION.finditer(text)}
    managed = len(matters) >= _LEAST_SAID and TRADE.search(text) is not None
    return managed and _HANDS_ON.search(text) is None


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    text = question.message
    if question.levels or question.decision or question.dates or question.has(*_PROCEDURE):
        return False
    told = _DUPLICATES.search(text) or _manages(text)
    if told and _SYSTEM.search(text):
        return True
    both = bool(TRADE.search(text) and OFFICE.search(text))
    return bool(_EITHER.search(text) or _BOTH.search(text)) or (
        both and bool(question.percents or EVEN.search(text))
    )


def _required(kind: Kind) -> str:
    """Say to which pay system a requirement of the job points."""
    system, of = {
        "trade": ("the wage system", "trade, craft or laboring knowledge"),
        "office": ("the General Schedule", "knowledge that is not of a trade or craft"),
    }[kind]
    return (
        f"**That points to {system}, if it is needed for the primary duty: the "
        "paramount requirement is the knowledge without which that duty cannot be done, and you "
        f"tell {of}.** "
        "The primary duty is the reason the position exists, whichever work takes more of the "
        "time. A license or certificate wanted only for a side duty decides nothing, and one that "
        "the person merely has neither. See that the description states the requirement."
    )


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    pay = law(
        "introduction",
        "20",
        "essential, prerequisite knowledge, skills, and abilities needed",
        "The paramount requirement is the knowledge and skill without which the primary duty "
        "cannot be done.",
    )
    exempt = law(
        "introduction",
        "20",
        "exempts from coverage under the General Schedule",
        "Trades, crafts and manual labor are outside the General Schedule.",
    )
    mixedduty = law(
        "introduction",
        "24",
        "trades, crafts, or manual labor occupation knowledge",
        "In a mixed position a primary duty that depends on trade knowledge decides.",
    )
    foreman = law(
        "introduction",
        "20",
        "foremen and supervisors in positions having trade",
        "Foremen and supervisors whose paramount requirement is trade knowledge are outside as "
        "well.",
    )
    manager = law(
        "introduction",
        "22",
        "primarily managerial responsibility for trades",
        "Managing a trades operation is General Schedule work.",
    )
    inspector = law(
        "introduction",
        "22",
        "Accepting or rejecting the product of trades",
        "Passing or rejecting the product of trade work by trade knowledge is wage system work.",
    )
    quality = law(
        "introduction",
        "23",
        "administering quality assurance programs, systems, or methods",
        "Running quality assurance programs is General Schedule work.",
    )
    physical = law(
        "introduction",
        "20",
        "even if it requires physical work",
        "Physical work alone does not make a position a wage job.",
    )
    borderline = law(
        "introduction",
        "20",
        "nature of work products or services of the",
        "In borderline cases the products, the working relationships, the line of progression, "
        "fair pay beside other positions and management's intent are weighed.",
    )
    machines = law(
        "introduction",
        "24",
        "operator of an office device is under",
        "Whoever operates an office device is under the General Schedule.",
    )
    printing = law(
        "introduction",
        "24",
        "Operators of duplicators",
        "Small offset duplicators and copiers are General Schedule; other printing is not.",
    )
    kind = kind_told(question.message)
    if _DUPLICATES.search(question.message):
        return Answer(
            lead=(
                "**The General Schedule for duplicators (small offset presses) and copiers, as for "
                "any office device; the Federal Wage System for other printing equipment, such as "
                "presswork, platemaking and binding.** A device is an office one where it "
                "serves clerical work, takes its place or needs clerical skill."
            ),
            words=(printing, machines),
            next=("Name the machine and what it is used for.",),
        )
    if _manages(question.message):
        return Answer(
            lead=(
                "**That is General Schedule work, not wage work: a position that primarily "
                "manages a trades "
                "function, its plans, goals, budget and general work flow, is not exempt from the "
                "General Schedule.** One that primarily supervises the trades workers, assigning, "
                "instructing, watching and reviewing the work, is under the Federal Wage System, "
                "even through supervisors between."
            ),
            words=(manager, foreman),
            next=("Which of the two is the primary duty?",),
        )
    if kind is not None and REQUIRES.search(question.message):
        lead = _required(kind)
        words: tuple[Words, ...] = (pay, mixedduty)
    elif question.percents or EVEN.search(question.message):
        lead = (
            "**The share of time does not decide, neither half and half nor more: what counts is "
            "the primary duty, the reason the position exists, and the knowledge it cannot be done "
            "without.** Trade, craft or laboring knowledge puts it under the wage system even "
            "where other "
            "duties take most of the time. Where that stays unclear, the products, the working "
            "relationships, the usual line of progression, fair pay beside other positions and "
            "management's intent are weighed."
        )
        words = (mixedduty, pay, borderline)
    elif question.has("inspect", "accept", "reject", "quality"):
        lead = (
            "**Inspectors who accept or reject the product of trade work by trade knowledge "
            "belong in the Federal Wage System; those who design or run quality assurance "
            "programs, or inspect to enforce regulations, are General Schedule.** The "
            "paramount requirement of the primary duty decides."
        )
        words = (inspector, quality, pay)
    elif question.has("foreman", "foremen", "supervis", "crew", "shop chief", "manage"):
        lead = (
            "**A foreman or supervisor whose paramount requirement is trade experience belongs "
            "in the wage system; someone who primarily manages the operation, its plans, "
            "budgets and policies, is General Schedule.** A little planning or budgeting does "
            "not move a foreman into the General Schedule."
        )
        words = (foreman, manager, pay)
    elif question.has("driv", "equipment", "truck", "machine", "physical", "lift"):
        lead = (
            "**Physical work alone does not make it a wage job: what the primary duty requires "
            "decides.** If the paramount requirement is trade, craft or laboring knowledge, it "
            "is the Federal Wage System; if it is administrative, technical or scientific "
            "knowledge, it is General Schedule, even with driving or lifting on the side."
        )
        words = (physical, pay)
    else:
        lead = (
            "**The paramount requirement of the primary duty decides, not the share of time or "
            "where the job sits: if trade, craft or laboring knowledge is what the primary "
            "duty cannot be done without, it is the Federal Wage System; otherwise the General "
            "Schedule.** That holds even when much of the time goes to paperwork or other "
            "work."
        )
        words = (mixedduty, pay, exempt)
    return Answer(
        lead=lead,
        words=words,
        next=(
            (
                "What is the primary duty, the reason the position exists, and what must "
                "someone know to do it?"
            ),
            "To contest the pay system itself, ask *can I appeal being under GS?*",
        ),
    )


TOPIC = Topic(
    id="gs-or-wage",
    title="whether work belongs to the General Schedule or the wage system",
    answer=_answer,
    sure=_sure,
    cues=(
        "wage",
        "wg",
        "fws",
        "schedule",
        "gs",
        "collar",
        "trade",
        "percent",
        "%",
        "half",
        "50",
        "equal",
        "even",
    ),
    unlike=("levels", "points", "decision"),
)
