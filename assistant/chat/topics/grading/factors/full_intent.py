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
    asks=(
        "Do I have to meet all the criteria of a level?",
        "Must every requirement of a level be met?",
        "I meet most of Level 2-5, is that enough?",
        "What if my work exceeds Level 3-3 but falls short of Level 3-4?",
        "The position is better than 2-4 but not quite 2-5",
        "Which level do I credit when the work lies between two levels?",
        "Is partly meeting a level enough?",
        "what does full intent mean",
        "Does the employee have to fully meet the factor level description?",
        "Is the level description a minimum or an average?",
        "Do I need all of the sentences in the factor level?",
        "My duties go beyond Level 4-3, do I get 4-4?",
        "Does exceeding a level raise it?",
        "work above one level but below the next",
        "Is meeting one part of the higher level enough to be credited?",
        "half of Level 5-4 is met, which level applies",
        "Are the examples in a level requirements?",
        "It says typically, must I do exactly that?",
        "Do the illustrations have to match my job?",
        "typical versus required in a level description",
        "is the factor level a threshold",
        "how strictly must a level be met",
        "What if one aspect of the level is missing?",
        "Can a strong aspect make up for a weak one?",
        "one criterion isn't met but the rest is",
        "when is a level credited",
        "When may a classifier credit the higher level?",
        "an employee meets two of three paragraphs of the level",
        "nearly meets the level",
        "close to the next level, should it be rounded up",
        "must all elements of a factor level be present",
        "does the work have to equal the level in every respect",
        "meets most of the level",
        "most of the level is met",
        "I meet almost all of Level 2-5",
        "meeting part of Level 2-5",
        "part of the level is met",
        "partially meets Level 3-4",
        "only partly met",
        "does partial credit count for a level",
        "better than Level 2-4 but not Level 2-5",
        "exceeds Level 3-3 but does not meet Level 3-4",
        "above Level 3-3, below Level 3-4",
        "my work goes beyond Level 4-3",
        "work goes beyond the level",
        "exceeds the level in some respects",
        "between two levels, which one is credited",
        "work falls between Level 2-4 and Level 2-5",
        "lies between two levels",
        "which of the two levels do I credit",
        "full intent",
        "what is the full intent of a level",
        "meaning of fully meets",
        "must fully meet the intent of the level",
        "is a level a minimum",
        "is the factor level description a minimum",
        "threshold of a level",
        "do all criteria have to be met",
        "are all criteria of the level required",
        "need to meet every criterion",
        "every sentence of the level description",
        "every aspect of the level",
        "one aspect is missing",
        "one criterion of the level is not met",
        "a requirement of the level isn't met, is the level lost",
        "weak in one aspect, strong in another",
        "can one aspect balance another",
        "does the word typically mean required",
        "typically in a level description",
        "are typical duties required",
        "is what is typical also required",
        "do the examples have to match",
        "illustrations in the standard and my job",
        "do I need to match the illustration",
        "must my job match the examples in the level",
        "are illustrations binding",
        "is it enough to meet two of three paragraphs",
        "two of the three paragraphs are met",
        "all elements present in the level",
        "is the level description the minimum",
        "better than the level but not the next",
        "I do nearly everything in that description except one piece",
        "80 percent there, shouldn't that round to yes",
        "HR says miss one thing and you fall back to the level below. Really?",
        "She meets three of the four sentences. what then",
        "close but not all the way, does close count",
        "I go past the lower one by a mile, but don't quite have the higher one",
        "do they want every single word of it satisfied",
        "They denied the whole thing over one missing requirement, that's nuts",
        "falls between the two descriptions, which one do I get",
        "my job hits the spirit of it though there are a couple gaps",
        "is it all or nothing on each factor",
        "does partly meeting it get anything at all",
        (
            "my auditor checks all the boxes on complexity but the assignments aren't varied "
            "enough, they said no"
        ),
        "the bulk of it fits, so why am I a step down",
    ),
    answer=_answer,
    likes=("levels",),
    unlike=("points", "decision"),
)
