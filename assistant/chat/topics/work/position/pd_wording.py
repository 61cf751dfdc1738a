"""Wording: plain facts count, adjectives and vague phrases do not."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, level_of, primary, standard_of
from assistant.chat.model import Answer, Context, Question, Topic, Words
from index.language.late import pattern

_SAYS = pattern(
    r"\b(?:says?|said|reads?|states?|uses?|claims?|wording|phrase|written|worded)\b", re.IGNORECASE
)
_DECIDING = {
    "2": "who sets goals and deadlines, who plans the steps, and what is reviewed and against what",
    "3": "which guidelines there are, how closely they fit, and what the employee makes of gaps",
    "4": "how many kinds of problems there are, what must be found out, and how methods are chosen",
    "5": "what the work is for, and whom its results bind or help",
}
"""The facts that tell two levels of a factor apart, by the factor."""


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    if len(question.levels) != 2 or len(set(question.factors)) != 1 or question.decision:
        return False
    said = question.has("pd", "position description", "description", "phrase", "the words")
    return said and bool(_SAYS.search(question.message))


def _between(question: Question, context: Context) -> Answer | None:
    """Return what two levels ask for, where a phrase is held out for one of them."""
    standard = standard_of(question, context)
    if not standard.factors:
        standard = primary(context)
    low, high = (level_of(standard, one) for one in sorted(question.levels))
    if low is None or high is None:
        return None
    factor, below = low
    above = high[1]
    facts = _DECIDING.get(str(factor.factor), "what is really done, shown by examples of the work")
    return Answer(
        lead=(
            f"**The words decide neither; the facts behind them do: {facts}.** "
            f"Level {below.level}: {below.summary} Level {above.level}: {above.summary} Unless "
            f"the facts meet the whole of {above.level}, credit {below.level}."
        ),
        words=(
            law(
                "introduction",
                "8",
                "mechanical matching of specific words or phrases",
                "Standards are not applied by matching words or phrases.",
            ),
            law(
                "classifier-handbook",
                "10",
                "then the lower point value must be",
                "Work that does not fully meet the next level gets the lower points.",
            ),
        ),
        next=("Ask for two examples of finished work: who set it, and what came back changed?",),
        levels=(below.level, above.level),
        factors=(str(factor.factor),),
    )


def _answer(question: Question, context: Context) -> Answer:
    vague = law(
        "classifier-handbook",
        "20",
        "Avoid using general or indefinite terms",
        "Vague and general terms are left out.",
    )
    adjectives = law(
        "classifier-handbook",
        "20",
        "rely heavily on adjectives and adverbs",
        "Adjectives do not make work difficult.",
    )
    match = law(
        "introduction",
        "8",
        "mechanical matching of specific words or phrases",
        "Standards are not applied by matching words or phrases.",
    )
    verbs = law(
        "classifier-handbook",
        "20",
        "strong action verb and a noun",
        "A duty reads best as a verb with its object.",
    )
    if question.has("every step", "each step", "step by step", "in detail", "few words"):
        return Answer(
            lead=(
                "**A few well chosen words for each duty: the steps of a task need not be "
                "described in detail.** Say what is done, with a verb and its object, and what a "
                "standard asks about; leave out repetition and vague phrases."
            ),
            words=(
                law(
                    "classifier-handbook",
                    "19",
                    "not necessary to describe in detail the specific steps",
                    "The steps of a duty need no detail; a few well chosen words are enough.",
                ),
                verbs,
            ),
            next=("Paste a duty here, and `fes check` says what in it to mend.",),
        )
    if _sure(question, context) and (found := _between(question, context)) is not None:
        return found
    phrase = question.has(
        "phrase", "the word", "the term", "adjective", "claims", "expert", "enough"
    )
    if phrase or (question.levels and question.has("says", "enough", "uses", "reads", "'")):
        return Answer(
            lead=(
                f"**Not by the words alone: a phrase earns no level{_of(question)}; what is really "
                "done has to meet the whole of it.** Read the level against facts: "
                "who sets the work, who reviews it and what it is used for. Where the facts fall "
                "short, the lower level is credited."
            ),
            words=(match, adjectives, vague),
            next=("Ask for two examples of work behind the phrase, and who reviewed them.",),
        )
    if question.grades or question.has("to get a higher", "to get the grade", "so it comes out"):
        lead = (
            "**No: a description states the duties that are really assigned, and the grade follows "
            "from the work, not from the wording.** Writing it up to a grade does not hold: the "
            "supervisor signs for its accuracy, and an audit looks at what is done. Real, regular "
            "higher duties may be added, and then the position is evaluated anew."
        )
        words: tuple[Words, ...] = (match, adjectives)
    elif question.has(
        "copy",
        "copied",
        "language of the standard",
        "words from the standard",
        "wording of the standard",
        "match",
        "magic words",
        "right words",
        "buzz",
        "keywords",
        "key words",
    ):
        lead = (
            "**No: copying the standard's words does not earn the level, because standards are "
            "not applied by matching words or phrases.** The description must say what is "
            "done, and the work must show it. A classifier looks for facts and examples behind "
            "the words."
        )
        words = (match, adjectives)
    elif question.has(
        "generic",
        "vague",
        "general",
        "boilerplate",
        "fits nobody",
        "fits everybody",
        "same text",
    ):
        lead = (
            "**A vague or generic description is a poor base for a grade: indefinite terms are "
            "to be avoided, and the duties must be clear.** In an appeal OPM can find it "
            "inadequate and then looks at the duties actually performed. Ask for the specific "
            "duties to be added."
        )
        words = (vague, verbs)
    else:
        lead = (
            "**Say in plain words what is done, with a verb and its object, and leave out "
            "adjectives, jargon and vague phrases.** Calling the work complex or expert does "
            "not raise a grade: the facts that show it do. Write what a stranger to the office "
            "could check."
        )
        words = (verbs, adjectives, vague)
    return Answer(
        lead=lead,
        words=words,
        next=("For each claim give one example of work, who reviews it and what it is used for.",),
    )


def _of(question: Question) -> str:
    named = " or ".join(f"Level {level}" for level in question.levels)
    return f", be it {named}" if named else ""


TOPIC = Topic(
    id="pd-wording",
    title="how a position description is worded",
    answer=_answer,
    sure=_sure,
    cues=("pd", "description", "phrase", "the words"),
    unlike=("points", "decision"),
)
