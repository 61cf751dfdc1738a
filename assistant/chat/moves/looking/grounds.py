"""Moves that ask what an answer rests on, and a yes or no where nothing was asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import level_of, level_words, listed
from assistant.chat.model import Answer
from assistant.chat.reading.exact import read
from assistant.text import in_words
from core.standards.reading import load_standard
from index.decisions.register.facts import numbered
from index.language.late import pattern
from index.language.words import DECISION

if TYPE_CHECKING:
    from assistant.chat.conversation import Conversation
    from assistant.chat.model import Question, Words
    from assistant.events import Event

_REPORTS = pattern(
    r"\b(?:said|says?|told|tells|claims?|claimed|thinks?|insists?|heard|according to)\b",
    re.IGNORECASE,
)
_NO = pattern(r"^\W*(?:no|nope|nah|no thanks?)\b", re.IGNORECASE)


def sure(engine: Conversation, question: Question) -> Iterator[Event | Answer]:  # noqa: ARG001
    """Say what the last answer rests on, and what would change it."""
    last = engine.memory.answer
    if last is None:
        yield Answer(lead="I have said nothing yet that could be wrong. Ask me something.")
        return
    if last.lead.startswith("**Suggested"):
        lead = (
            "No surer than the column *Sure* says for each level: the suggestion is a likeness to "
            "the standard's words, no finding of facts."
        )
        yield Answer(lead=lead, figures=last.figures, whose=last.whose, next=last.next[:1])
        return
    told = engine.memory.question
    if told is not None and not told.asks and _REPORTS.search(told.message):
        # "Is that true?" is asked of what somebody else said, which the answer has judged.
        yield replace(last, next=())
        return
    grounds = []
    if last.words:
        grounds.append(f"the rule itself ({listed([_where(w) for w in last.words[:2]])})")
    if last.figures or engine.evaluation is not None:
        grounds.append("the core's arithmetic on the levels of record and the findings")
    about = f" for Level {last.levels[0]}" if last.levels else ""
    if not grounds:
        lead = (
            f"It is the program's own account{about}, without a passage to quote for it: check it "
            "against the official text before you rely on it."
        )
    else:
        lead = (
            f"Yes{about}, as sure as what it rests on: {listed(grounds)}. It would change if the "
            "facts, a finding or the rule in force were different."
        )
    yield replace(Answer(lead=lead), words=last.words, levels=last.levels, factors=last.factors)


def _where(words: Words) -> str:
    if words.citation is None:
        return "our own statement"
    page = words.citation.page
    return f"{words.citation.document}, {'p. ' if page[:1].isdigit() else ''}{page}"


def cite(engine: Conversation, question: Question) -> Iterator[Event | Answer]:  # noqa: ARG001
    """Name the places that the last answer rests on, each with its rule, and quote them."""
    last = engine.memory.answer
    if last is None:
        yield Answer(lead="There is no answer yet to give the place of. Ask me something.")
        return
    if not last.words and last.levels:
        last = replace(last, words=_of_levels(engine, last.levels))
    placed = [one for one in last.words if one.citation is not None][:3]
    numbers = dict.fromkeys(m.group().upper() for m in DECISION.finditer(last.lead))
    passages = [one for one in last.words if one.passage]
    if passages or (numbers and not placed):
        where = listed([_decision(one) for one in numbers]) or "the decision"
        lead = f"**{where}**, in the words quoted here." if passages else f"**{where}.**"
    elif placed:
        lead = f"**{listed(list(dict.fromkeys(_where(one) for one in placed)))}.**"
        lead += f" {placed[0].ours}"
    elif last.figures or last.evaluation is not None or last.trial is not None:
        lead = (
            "**The core's arithmetic:** the points of the levels named, added up and put into the "
            "grade conversion table of the standard."
        )
    else:
        lead = (
            "**No place was quoted for it:** it is the program's own account. Check it against "
            "the official text before you cite it, or ask for the rule by its matter."
        )
    yield Answer(lead=lead, words=last.words, levels=last.levels, factors=last.factors)


def _decision(number: str) -> str:
    """Return a decision as it is cited: its number and the day, where the register shows one."""
    dated = [entry.date for entry in numbered(number) if entry.date]
    return f"{number} ({in_words(date.fromisoformat(dated[-1]))})" if dated else number


def _of_levels(engine: Conversation, levels: tuple[str, ...]) -> tuple[Words, ...]:
    """Return where the levels spoken of are described."""
    of_case = engine.opened is not None and not engine.memory.standard
    standard = engine.opened.standard if engine.opened and of_case else None
    if standard is None:
        standard = load_standard(engine.memory.standard or "fes-primary")
    found = (level_of(standard, level) for level in levels[:2])
    return tuple(level_words(standard, one[1]) for one in found if one is not None)


def counted(engine: Conversation, question: Question) -> Iterator[Event | Answer]:
    """Say how the total spoken of came about: factor by factor, by the core."""
    last = engine.memory.answer
    if last is not None and last.figures and engine.evaluation is None:
        yield replace(
            last,
            lead=(
                "**The core adds up the points of the levels and looks the total up in the grade "
                "conversion table.**"
            ),
            more=(),
            next=(),
        )
        return
    if engine.evaluation is not None:
        asked = read("What is my grade?", today=engine.today)
        own = engine.chooser.ask("my-grade", asked, engine.context())
        if own is not None:
            yield replace(
                own.answer,
                lead=(
                    "**The core adds up the points of the level credited for each factor and "
                    f"looks the total up in the grade conversion table.** {own.answer.lead}"
                ),
            )
            return
    yield from cite(engine, question)


def checked(engine: Conversation, question: Question) -> Iterator[Event | Answer]:  # noqa: ARG001
    """Say who checks what is said here, and who decides."""
    last = engine.memory.answer
    yield Answer(
        lead=(
            "**The core computes every point, grade and date, and each quotation is compared with "
            "the document's own text before it is shown; nobody else checks it.** It decides "
            "nothing: the official with authority to classify does in your agency, and OPM on "
            "appeal. Read the place cited before you rely on it."
        ),
        words=() if last is None else last.words,
        next=("Ask *where does it say that?* for the place the last answer rests on.",),
    )


def unasked(engine: Conversation, question: Question) -> Iterator[Event | Answer]:
    """Answer a yes or a no that answers nothing, by what it may be meant for."""
    if _NO.search(question.message):
        yield Answer(lead="All right; nothing was changed. What would you like to know instead?")
        return
    last = engine.memory.answer
    steps = "" if last is None else "\n".join(f"- {step}" for step in last.next)
    lead = "Yes to what? Nothing here waits for a yes."
    yield Answer(
        lead=f"{lead} Answer one of these in a sentence, or ask on:\n\n{steps}" if steps else lead,
        kind="clarify",
    )
