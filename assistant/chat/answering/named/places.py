"""Where a rule stands: the section or page itself, when a question asks for the place.

The nearest of our statements names it. A question that asks for the law is answered from the law
and the regulations only.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.argue.selection import terms
from assistant.chat.answering.kit import documents
from assistant.chat.model import Answer
from assistant.chat.reading.numbers import CARDINALS
from index.language.late import pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.chat.answering.statements import Statements
    from assistant.chat.model import Question

_PAPER = (
    r"law|laws|statutes?|cfr|u\.?s\.?c\.?|code|regulations?|regs?|rules?|guide|handbook|"
    r"introduction|standards?|opm"
)
_WHERE = pattern(
    rf"^\W*(?:and |so |ok |please )?(?:(?:show|tell) me )?(?:"
    rf"where (?:in|exactly in) (?:the )?(?:{_PAPER})\b(?: (?:does|do|is|are) (?:it|they))?"
    rf"(?: (?:say|says|written|stand))?|"
    rf"where (?:does|do|is|exactly (?:does|is)) (?:it|(?:the )?(?:{_PAPER})) "
    rf"(?:say|state|stand|written|stated|require|provide)\w*|where is it (?:written|stated|said)|"
    rf"(?:which|what) (?:section|paragraph|law|statute|regulation|page|chapter|part of the (?:law|"
    rf"cfr|code))(?: (?:of|in) (?:the )?(?:\w+ ){{0,3}}?(?:{_PAPER}))? "
    rf"(?:says?|makes?|lets?|gives?|requires?|allows?|states?|has|covers?|provides?|forbids?|sets?)|"
    rf"what(?:'s| is) the (?:legal |statutory )?"
    rf"(?:cite|citation|authority|basis|section|reference) (?:for|that|on)|"
    rf"(?:cite|citation|legal basis|statutory basis) (?:for|that))\b",
    re.IGNORECASE,
)
_LAW = pattern(
    r"\b(?:law|laws|statut\w+|cfr|u\.?s\.?c|code|regulations?|regs?|section|paragraph|cite|citation|"
    r"legal)\b",
    re.IGNORECASE,
)
NEAR = 0.5
"""Likeness in meaning from which a statement is of the rule asked for."""
SAME, THE_RULE = 0.84, 1.05
"""Likeness, and the same with shared words, from which it is that very rule."""
FEWEST = 2
"""Words a question must name of the rule itself."""
_ONLY = (
    ("532", r"\b(?:wage|fws|wg|ws|wl|trade|job grading)"),
    ("551", r"\b(?:flsa|fair labor|overtime|exempt|claim)"),
    ("752", r"\b(?:adverse|removal|suspen|board|mspb)"),
    ("9701", r"\b(?:dhs|homeland|bands?|cluster)"),
    ("7121", r"\b(?:griev|union|arbitrat|negotiat)"),
    ("335", r"\b(?:promot|compet|detail)"),
)
"""Laws on other systems and procedures, by part of their key, and the words that name those."""


def where_it_stands(
    question: Question,
    known: Statements,
    vector: Callable[[str], list[float]],
    *,
    firm: bool,
) -> Answer | None:
    """Return where a rule stands, with the rule; None when no place is asked for.

    Args:
        question: The question.
        known: Our statements of the rules.
        vector: Makes the vector of a text.
        firm: Whether a topic is surely meant, whose own quotations name the place: then only a
            statement of the very rule answers.
    """
    frame = _WHERE.search(question.message)
    if frame is None or question.decision or question.sections or question.levels:
        return None
    asked = question.message[frame.end() :].strip(" ,:?")
    if len(set(terms(asked))) < FEWEST:
        # "Where does it say that?" asks of what was said before.
        return None
    bare, meaning = replace(question, message=asked), vector(asked)
    if _LAW.search(frame[0]):
        near = [n for key in _laws(asked) for n in known.nearest(bare, meaning, source=key)]
    else:
        near = known.nearest(bare, meaning)
    near.sort(key=lambda one: -one.likeness - one.score)
    numbers = set(re.findall(r"\d+", asked))
    near = [n for n in near if numbers <= _numbers(n.said.says)]
    if not near or near[0].likeness < (SAME if firm else NEAR):
        return None
    if firm and near[0].score < THE_RULE:
        return None
    first = near[0].said
    words = first.words()
    assert words.citation is not None  # noqa: S101 - a statement names its place
    document = documents()[first.source].title
    page = first.page
    place = page if " " in page else f"{document}, p. {page}"
    return Answer(
        lead=f"**{place}: {first.text}** *(our words for the rule)*",
        words=(words, *(one.said.words() for one in near[1:2])),
    )


def _numbers(says: tuple[str, ...]) -> set[str]:
    """Return the numbers that the wordings of a statement name, in figures."""
    text = " ".join(says).lower()
    return {*re.findall(r"\d+", text)} | {
        str(value) for word, value in CARDINALS.items() if re.search(rf"\b{word}\b", text)
    }


def _laws(asked: str) -> list[str]:
    """Return the laws a rule may stand in: those on other systems only where one is named."""
    return [
        key
        for key in documents()
        if key.startswith(("5-usc", "5-cfr"))
        and all(re.search(named, asked, re.IGNORECASE) for of, named in _ONLY if of in key)
    ]
