"""What has to be told before anything can be said of one's own grade: one plain question back."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import not_rated
from assistant.chat.answering.procedure import number
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.topics import known_topics
from assistant.text import escape
from index.language.late import pattern

_WIN = pattern(r"\b(?:will|would|can|could|do|am) (?:i|we) (?:going to |gonna |ever )?win\b")
_UNSAID = pattern(
    r"^\W*(?:(?:so|and|but|ok|well|hi|hello|please|just|tell me|honestly|idk|i (?:think|feel|guess)"
    r"(?: like)?)\W+)*(?:is|isn't|was) (?:mine|my (?:grade|job|position|classification|rating))"
    r"(?: (?:wrong|right|correct|ok|okay|fair|too low|too high|off|accurate|even))+\W*$"
    r"|^\W*(?:(?:so|and|but|ok|well|hi|hello|please|just|tell me|honestly|yes or no)\W+)*"
    r"(?:am i|are we|is (?:mine|my (?:job|position|work))) (?:(?:being|getting|really|just|even) )*"
    r"(?:under-?graded|under-?classified|under-?rated|(?:mis|wrongly )classified|"
    r"graded (?:too low|right|wrong|rightly|wrongly|correctly|fairly)|screwed|cheated|robbed|had|"
    r"ripped off|short-?changed|(?:a|the) raw deal|low-?balled)"
    r"(?: (?:on|over|with|by|here|my|our|the|this|grade|job|them|hr))*(?:,? yes or no)?\W*$"
    r"|^\W*(?:(?:so|and|ok|then|but|well)\W+)*what (?:else )?(?:do|would|will|info\w*|facts?|"
    r"details?|things?)(?: do)? you (?:still )?(?:need|want|have to know)(?: to know)?"
    r"(?: (?:from|of|about) (?:me|my \w+))?\W*$"
    r"|(?:^|[.!?]\s)\W*(?:(?:so|and|but|just|ok|honestly)\W+)*(?:will|would|can|could) (?:i|we) "
    r"(?:ever )?win\W*$",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:
    """Tell whether a grade is asked about of which nothing is told."""
    named = question.levels or question.decision or question.points or question.series
    return bool(_UNSAID.search(question.message)) and not named and context.evaluation is None


def _answer(question: Question, context: Context) -> Answer | None:
    if context.evaluation is not None:
        # The open case has what is asked for.
        wins = _WIN.search(question.message.lower())
        return known_topics()["should-appeal"].answer(question, context) if wins else None
    if (unrated := not_rated(context)) is not None:
        return unrated
    held = context.memory.held
    known = escape(held.label()) if held is not None and held.label() else ""
    head = "I cannot say yet"
    if _WIN.search(question.message.lower()):
        head = (
            "Nobody can say before your duties are set beside the standard; in about "
            f"{number('odds')} percent of appeals nothing changes, says OPM"
        )
    asked = (
        f"You hold {known}. Tell me the three or four things you do most, each with its share of "
        "your time"
        if known
        else "Tell me your pay plan, series and grade (all on your SF-50), and the three or four "
        "things you do most, each with its share of your time"
    )
    return Answer(
        lead=(
            f"**{head}. {asked}, and what changed or seems wrong.** With that I name the standard "
            "and say which facts count and what to do first. If a grade was lowered, say first on "
            "which day it took effect: days may be running."
        ),
        kind="clarify",
        next=(
            "What do you do most of the day?"
            if known
            else "Which pay plan, series and grade do you hold, such as GS-0343-11?",
        ),
        missing=("what you do, with shares of time",)
        if known
        else ("pay plan, series and grade", "what you do, with shares of time"),
    )


TOPIC = Topic(
    id="what-is-needed",
    title="what you would have to tell me",
    answer=_answer,
    sure=_sure,
    cues=("mine", "my ", "you ", "win", "am i", "are we"),
    unlike=("levels", "points", "decision", "series", "grades", "dates", "percents"),
)
