"""How a series is found: primary work, highest level of work, paramount qualifications."""

from __future__ import annotations

import re

from assistant.chat.answering.described import series_proposed
from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic, Words

_WHICH = re.compile(
    r"\b(?:what|which|right|correct|wrong|proper|best|find|determine|suggest|propose)\b"
    r"(?! (?:is|does|are|about) (?:the )?(?:gs-?)?\d).{0,30}\b(?:series|occupation\w*)\b"
    r"|\bseries\b.{0,30}\b(?:fits?|right|correct|wrong|suits?|belongs?|should|goes)\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"\b(?:who|whose (?:call|decision|choice|job))\b[^.?!]{0,30}\b(?:pick|choos|decid|determin|set|"
    r"assign|select|put|say|mak|is|gets? to)\w*",
    re.IGNORECASE,
)
"""Asks by whom the series is decided, not by what."""
_THIS_WORK = re.compile(
    r"\b(?:my|this|her|his|their|these|our|the (?:job|position|pd|duties|work|case|employee))\b|"
    r"\b(?:am i|i'm|do i|should i|i belong)\b|"
    r"\b(?:would|should|could|might|is|does) it\b|\bit (?:would|should|could|might|is)\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:
    """Tell whether the series of the position that lies open is asked for."""
    text = question.message
    return bool(
        context.case is not None
        and context.case.duties
        and context.library is not None
        and _WHICH.search(text)
        and _THIS_WORK.search(text)
        and not (question.series or question.decision or question.levels)
        and not question.has(
            "appeal", "grade", "standard", "title", "superv", "lead", "who ", "mean"
        )
    )


def _answer(question: Question, context: Context) -> Answer | None:
    if _sure(question, context):
        return series_proposed(context)
    if context.case is not None and question.has("is this", "this case", "this one", "my series"):
        return None
    clear = law(
        "introduction",
        "13",
        "represents the primary work of the position",
        "In most positions one series stands for the primary work, the highest level of work "
        "and the paramount qualifications.",
    )
    perfect = law(
        "classifier-handbook",
        "30",
        "do not have to be perfectly matched",
        "Duties need not match a series perfectly.",
    )
    controls = law(
        "introduction",
        "14",
        "grade controlling duties will determine the series",
        "In many positions across groups the duties that control the grade determine the series.",
    )
    grade = law(
        "gssg",
        "4",
        "classified in the most appropriate occupational series",
        "The supervisory guide leaves the series to the usual rules.",
    )
    if _WHO.search(question.message):
        lead = (
            "**The agency, by the duties: whoever holds its authority to classify puts the "
            "position in the series of its primary work.** The employee may appeal the series at "
            "any time, and OPM then decides it."
        )
        words: tuple[Words, ...] = (
            law(
                "introduction",
                "11",
                "places upon agencies the authority and responsibility to establish, classify",
                "Agencies have the authority and the duty to establish, classify and manage their "
                "positions.",
                section="III, D",
            ),
            clear,
        )
    elif question.has("supervis"):
        lead = (
            "**A supervisor's series is found by the usual rules, from the work directed and "
            "the knowledge it takes; supervising does not make a series of its own.** The "
            "supervisory guide settles the grade and the title, not the series."
        )
        words = (grade, clear)
    else:
        lead = (
            "**By the primary work of the position, the highest level of work in it and the "
            "paramount qualifications it requires; in most positions the three point to one "
            "series.** Where they do not, weigh the reason for the position, the line of "
            "promotion and the source of recruitment as well. The duties need not match a "
            "series to the letter, and the series does not depend on the person's degree."
        )
        words = (clear, controls, perfect)
    return Answer(
        lead=lead,
        words=words,
        next=(
            (
                "Name the main duties with their shares of time, and the knowledge each one "
                "requires."
            ),
            ("Name a series, such as *what is 0343?*, to see what it is and how its grades run."),
        ),
    )


TOPIC = Topic(
    id="how-series",
    title="how the series of a position is determined",
    answer=_answer,
    sure=_sure,
    cues=("series", "occupation"),
    unlike=("levels", "points", "decision"),
)
