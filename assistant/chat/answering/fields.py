"""What lies outside the field, and topics of a field of their own.

The latter answer in a conversation only where their field is spoken of. What lies outside is not
what a message asks that names leave, hiring or the courts only as the work that is to be graded.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.answering.procedure import track
from assistant.chat.model import Answer
from assistant.chat.topics import known_topics
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Match, Question

WAGE = frozenset({"wage-deadlines", "wage-forum"})
"""Topics of the Federal Wage System alone, whose limits hold for nobody else."""
FIELDS = {
    ".supervisors.": (
        *("supervis", "base", "gssg", "guide", "deput", "leader", "lead ", "leads", "subordinat"),
        *("team", "contractor", "direct", "manage", "program manager", "assistant chief", "crew"),
    ),
    ".bands.": ("band", "cluster", "dhs", "9701", "homeland"),
}
"""Fields of their own, by folder, with the beginnings of words one of which speaks of them."""
ALWAYS = frozenset({".bands."})
"""Of these also the first question must speak: they are in force for nobody."""
BESIDE = frozenset(
    {"benefits", "discipline", "hiring", "legal-action", "medical", "off-field", "write-code"}
)
"""Topics on what other offices and trades do, which can all be the work of a position."""
_GRADING = pattern(
    r"\b(?:series|factors?|scope and effect|complexity|guidelines|supervisory controls|"
    r"(?:personal|purpose of) contacts|physical demands|work environment)\b"
    r"|\b(?:what|which|a|higher|raise|lower|next|is it|that|factor) (?:fl|lvl|levels?)\b"
    r"|\b(?:levels?|lvl) (?:is|of|do|does|should|would|for|on|in)\b"
    r"|\b(?:re)?classif(?:y|ied|ies|ying)\b|\bposition descriptions?\b|\bpds?\b"
    r"|\bdowngrad\w*\b|\bdesk audit\b"
    r"|\b(?:what|which) (?:\w+ )?standards?\b|\bwhat (?:\w+ )?grade (?:is|should|would|does)\b"
    r"|\b(?:rais|lower|help|hurt|affect|count|matter)\w* (?:\w+ ){0,3}(?:my|the|a|our|his|her) "
    r"grade\b|\b(?:an? |the )(?:\d{1,2}) or (?:an? )?\d{1,2}\b"
    r"|\b(?:professional|administrative|technical|clerical|technician) (?:or \w+ )?work\b"
    r"|\bam i (?:really )?an? (?:gs-?)?\d"
    r"|\bmake (?:it|my (?:job|work|position)) (?:professional|administrative|clerical)\b",
    re.IGNORECASE,
)
_AS_WORK = pattern(
    r"\b(?:have|has|need|needs|must|required) (?:to )?know\b|\bknowledge of\b"
    r"|(?<!does )(?<!do )\b(?:my|her|his|our|the) (?:job|work|position|office|duties)(?: \w+)? "
    r"(?:is|are|requires?|handles?|process\w*)\b(?! (?:being|too|not|so|at|in)\b)"
    r"|(?<!do )(?<!can )(?<!should )(?<!did )\b(?:i|we|she|he) (?:\w+ly )?(?:process|administer|"
    r"adjudicate|advise|handle|run|write|review|audit|calculate|interpret|explain|brief|"
    r"coordinate)(?:s|es)?\b"
    r"|\bwhile (?:i|he|she|we|they)(?:'?m|'?s|'?re| am| is| are| was| were)? (?:\w+ )?on\b",
    re.IGNORECASE,
)
"""Tells of the work of a position, or of a time at which something else happens."""
_NOT_GRADING = pattern(
    r"\b(?:qualif\w+|apply|applying|resume|hired|pensions?|court|judge|sue|lawsuit|canad\w+|"
    r"formula|macro|spreadsheet)\b",
    re.IGNORECASE,
)
"""Asks for the other thing itself, whatever it names of grading beside."""
_EARNS = pattern(
    r"\b(?:what|which|whose) (?:\w+ )?(?:series|levels?|factor|standards?)\b|\bseries\W*$"
    r"|\b(?:what|which) grade (?:is|should|would)\b|\blevel (?:of|is|for|on) (?:complexity|"
    r"guidelines|scope|contacts|knowledge|supervisory)\b",
    re.IGNORECASE,
)
_PROCEDURE = pattern(
    r"\b(?:appeal\w*|deadlines?|days|ret(?:ain|ention)\w*|keep|kept|certificate|opm\w*|decision|"
    r"downgrad\w*|lower\w*|challenge|contest|reclassif\w+|rif'?d|wrong|cancel\w*|abolish\w*)\b",
    re.IGNORECASE,
)
"""Asks of rights, whatever level or series is named beside."""
_WORDS = (
    *("appeal", "grade", "grading", "pd", "position", "opm", "hr ", "series", "classif", "agency"),
    *("supervis", "boss", "manager", "coworker", "employee", "dut", "job", "level", "factor"),
    *("points", "standard", "promot", "downgrad", "upgrad", "title", "gs-", "other office"),
)
WORD = 0.4
"""Likeness of the nearest way of asking below which a word of the field says nothing."""
OUTSIDE = Answer(
    lead=(
        "That is outside what this program does, so it does not answer it. It can explain how "
        "federal positions are classified: levels, points, grades, appeals and decisions."
    ),
    kind="decline",
)
UNKNOWN = Answer(
    lead=(
        "I cannot tell what this asks, and nothing I hold is near it. I can explain a level, "
        "score a position, say what an appeal takes and risks, and find how OPM decided. "
        "Could you say it in other words?"
    ),
    kind="clarify",
)


def tells_of_work(text: str) -> bool:
    """Tell whether a message says what the work of a position is on, or what happens meanwhile."""
    return bool(_AS_WORK.search(text))


def asks_of_grading(text: str) -> bool:
    """Tell whether a message asks for what a classification decides.

    Then leave, hiring or the courts are named in it as the work that is to be graded, or as what
    goes on meanwhile.
    """
    told = tells_of_work(text) or _GRADING.search(text)
    return bool(told and not _NOT_GRADING.search(text))


_HESITATES = pattern(
    r"^\W*(?:(?:h+m+|u+m+|u+h+|er+m?|well|ok(?:ay)?|i'?m|i|am|so|really|just)\W+)*"
    r"(?:not (?:really |quite |so )?sure(?: yet)?|don'?t know(?: yet| what to ask)?|no idea|dunno|"
    r"let me (?:think|see)|where was i|maybe|unsure)\W*$",
    re.IGNORECASE,
)
"""Says that somebody does not know what to ask, which is not outside the field."""


def speaks_of_the_field(question: Question, first: Match | None) -> bool:
    """Tell whether a message has a word of positions and grades, so that it is not outside.

    A word alone does not make it so: a series is also won in sports.
    """
    if _HESITATES.match(question.message):
        return True
    return first is not None and first.near >= WORD and question.has(*_WORDS)


def in_its_field(found: list[Match], question: Question, context: Context) -> list[Match]:
    """Return topics without those of a field of its own that nobody has spoken of.

    The limits of the Federal Wage System hold for nobody else, and what a supervisor's base level
    is says nothing of a position that supervises nobody.
    """
    memory = context.memory
    spoken = [question.message, *memory.told]
    spoken += [q.message for q in (memory.question, memory.earlier) if q is not None]
    text = replace(question, message=" ".join(spoken))
    wage = track(question, context) == "fws" or question.has("wage", "job grading")
    known = known_topics().get(memory.topic)
    apart = [
        field
        for field, words in FIELDS.items()
        if (memory.question is not None or field in ALWAYS)
        and not text.has(*words)
        and not (known is not None and field in known.place)
    ]
    beside = BESIDE if asks_of_grading(question.message) else frozenset()
    if _EARNS.search(question.message) and not _PROCEDURE.search(question.message):
        # Complaints and layoffs may be the work, and their rules are not asked for.
        apart.append(".rights.")
    return [
        one
        for one in found
        if (wage or one.topic.id not in WAGE)
        and one.topic.id not in beside
        and not any(f in one.topic.place for f in apart)
    ]


def explains(question: Question, context: Context) -> str:
    """Return the topic that at least explains the level or factor a message names, or nothing."""
    own = context.evaluation is not None
    if question.levels:
        return "case-level" if own else "level-meaning"
    if question.factors:
        return "factor-facts" if own else "factor-meaning"
    return ""
