"""How to document that a level is met, exceeded or not met."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.chat.answering.kit import law, level_of, level_words, primary
from assistant.chat.answering.named.ladders import named
from assistant.chat.answering.named.occupations.analysis import rationale
from assistant.chat.composing.weighing import fact_line, facts_on
from assistant.chat.model import Answer, Context, Question, Topic, Words
from index.language.late import pattern

_RATIONALE = pattern(
    r"\b(?:rationale|justif\w+|narrative|write[- ]?up|writing up|defend|draft)\b", re.IGNORECASE
)
_NEXT = pattern(
    r"\b(?:address|discuss|explain|mention|say|state|write|document|cover|deal with|rule out)\b"
    r".{0,60}?\b(?:(?:next|higher|level)(?: higher)? (?:level|one)?(?: up)?(?: above)?\b.{0,20}"
    r"\b(?:not met|isn't met|above|not reached|i credit|is not|wasn't)|"
    r"(?:the )?level (?:just )?above|go (?:one |a )?level up|one level up)",
    re.IGNORECASE,
)
_MUST = pattern(
    r"\b(?:do (?:i|we)|must|need|have to|should|required|necessary|enough|supposed)\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:
    text = question.message
    if question.decision or question.points:
        return False
    if _MUST.search(text) and _NEXT.search(text):
        return True
    asked = bool(_RATIONALE.search(text)) and bool(question.factors)
    return asked and rationale(question, context) is not None


def _answer(question: Question, context: Context) -> Answer:
    full = law(
        "classifier-handbook",
        "10",
        "must fully meet the overall intent",
        "The work must fully meet the overall intent of a level.",
    )
    lower = law(
        "classifier-handbook",
        "10",
        "lower point value must be credited",
        "Work above one level that does not fully meet the next gets the lower.",
    )
    match = law(
        "introduction",
        "8",
        "mechanical matching of specific words or phrases",
        "Standards are not applied by matching words.",
    )
    beyond = law(
        "classifier-handbook",
        "11",
        "document the decision",
        "Going beyond the levels of a standard is written down with reasons.",
    )
    if _MUST.search(question.message) and _NEXT.search(question.message):
        return Answer(
            lead=(
                "**Yes: for each factor say why the level credited is met, and why the next "
                "higher one is not.** Work that goes beyond a level without fully meeting the "
                "next gets the lower points, and that is the judgment a reviewer looks for. No "
                "rule sets a form for it: name the part of the higher level that is missing, and "
                "the fact that shows it."
            ),
            words=(lower, full),
            next=("Name the level, and what it and the next one ask is set side by side.",),
        )
    if (own := rationale(question, context)) is not None:
        return own
    if question.has(
        "beyond",
        "outside the standard",
        "above the highest",
        "exceeds the highest",
        "below the lowest",
    ):
        lead = (
            "**Say why the printed levels do not fit, choose the highest Primary Standard "
            "level that the work fully meets, check it against the same level of a related FES "
            "standard, and write the reasons down.** Be cautious: levels that a standard "
            "leaves out are rare."
        )
        words: tuple[Words, ...] = (beyond, full)
    else:
        lead = (
            "**State the intent of the level in your own words, set facts of the work beside "
            "each part of it, and then say which part of the next level is missing.** Work "
            "that exceeds one level without fully meeting the next gets the lower; say so "
            "openly. Words from the standard repeated without facts document nothing."
        )
        words = (full, lower, match)
    if question.levels and (drafted := _drafted(question.levels[0], context)) is not None:
        return replace(drafted, words=(*drafted.words, full))
    return Answer(
        lead=lead,
        words=words,
        next=("Name the level, and its criteria are listed one by one.",),
    )


def _drafted(level: str, context: Context) -> Answer | None:
    """Lay out what a rationale for one level has to say, with the case's facts beside it."""
    standard = context.opened.standard if context.opened is not None else primary(context)
    found = level_of(standard, level)
    if found is None:
        return None
    factor, here = found
    place = factor.levels.index(here)
    above = factor.levels[place + 1] if place + 1 < len(factor.levels) else None
    facts = facts_on(context.case, level) if context.case is not None else []
    lead = f"**For Level {level} ({named(factor)}) say how the work meets this:** {here.summary}"
    if above is not None:
        lead += f" Then say what is missing of Level {above.level}: {above.summary}"
    figures = tuple(fact_line(fact) for fact in facts[:4])
    return Answer(
        lead=lead,
        words=(level_words(standard, here),),
        figures=figures,
        whose="Facts stated on this factor" if figures else "",
        next=(
            "Set a fact beside each part; words of the standard alone document nothing.",
            f"Ask *argue Level {above.level if above is not None else level}* for both readings.",
        ),
        more=("\n".join(f"- **{a.name}**: {a.text}" for a in here.aspects),),
        levels=(level,),
        factors=(str(factor.factor),),
    )


TOPIC = Topic(
    id="document-level",
    title="documenting why a level is met or not met",
    answer=_answer,
    sure=_sure,
    cues=("rationale", "justif", "narrative", "write", "writing", "defend", "draft", "level"),
    unlike=("decision", "points"),
)
