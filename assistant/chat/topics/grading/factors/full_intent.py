"""A level is a floor: it is credited when its full intent is met, and exceeding it adds nothing."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic, Words
from index.language.late import pattern

_IN_PART = pattern(
    r"\b(?:meet(?:s|ing)?|met|fully|partly|partial\w*|part of|half|most of|almost|nearly|exceed\w*|"
    r"beyond|past|better than|stronger|between (?:two|the two (?=levels?)|levels?|\d-\d)|"
    r"(?:lie|fall|sit|stand|is|are)s? (?:somewhere )?between|in between|short of|minimum|"
    r"floor|average|typical\w*|"
    r"illustration\w*|examples?|require\w*|criteri\w+|aspects?|elements?|sentences?|paragraphs?|"
    r"intent|enough|strict\w*|rounded|rounding|rounds? (?:up|to|it)|threshold|weak|balance|"
    r"miss(?:es|ing)?|match\w*|satisf\w+|"
    r"fulfil\w*|not quite|quite|in every respect|which of the two levels|gaps?|all or nothing|"
    r"(?:the )?bulk of|not all the way|close count|(?:one|two|"
    r"three) (?:out )?of (?:the )?(?:two|three|"
    r"four|five)|in the middle|straddl\w+|above\b.{0,30}\b(?:below|not|short)|when is a level|"
    r"credit\w*\b.{0,20}\b(?:higher|lower|level))\b",
    re.IGNORECASE,
)
"""Speaks of a level that is met in part, exceeded, or of how strictly one is to be met."""


def _answer(question: Question, context: Context) -> Answer | None:
    before = context.memory.question
    said = question.message.removeprefix(before.message if before is not None else "")
    if not _IN_PART.search(said):
        # What the turn before spoke of is not what this one asks.
        return None
    full = law(
        "classifier-handbook",
        "10",
        "meet the full intent of a factor level to be credited",
        "A factor is credited with a level only when the full intent of that level is met.",
    )
    lower = law(
        "classifier-handbook",
        "10",
        "then the lower point value must be",
        "Work that goes beyond a level without fully meeting the next one gets the lower points.",
    )
    floor = law(
        "classifier-handbook",
        "10",
        'minimum or "threshold" for that factor',
        "Each level describes the least that earns it, its threshold.",
    )
    if question.has("typical", "illustrat", "example", "benchmark"):
        lead = (
            "**An illustration is not a requirement.** What must be met is the description of the "
            "level, in its full intent; illustrations and benchmarks may show work anywhere in "
            "the level, above its threshold as well. If your work falls short of an example, go "
            "back to the description itself."
        )
        example = law(
            "classifier-handbook",
            "10",
            "may not always",
            "Benchmarks and illustrations need not show the threshold of a level.",
        )
        words: tuple[Words, ...] = (example, full)
    else:
        low = min(question.levels, default="") if len(set(question.factors)) == 1 else ""
        which = f"Level {low}, the lower one" if low and len(question.levels) > 1 else ""
        lead = (
            f"**{which or 'The lower level'}: a level is credited only when its full intent is "
            "met.** Exceeding a level, or meeting part of the next one, does not earn the next; "
            "each level is a "
            "minimum. That is a judgment of the whole, not a count of words: a shortfall in a "
            "significant aspect lowers the level unless an equally important aspect of a higher "
            "level balances it."
        )
        words = (lower, full, floor)
    return Answer(
        lead=lead,
        words=words,
        next=("Name the level, and what it requires is shown point by point.",),
        levels=question.levels[:1],
        factors=question.factors[:1],
    )


TOPIC = Topic(
    id="full-intent",
    title="whether a level must be met in full",
    answer=_answer,
    likes=("levels",),
    unlike=("points", "decision"),
)
