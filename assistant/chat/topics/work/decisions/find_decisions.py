"""Decisions on a series, an agency or an outcome, from the register that comes with the program."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import listed
from assistant.chat.answering.named.decided.asked import filters
from assistant.chat.answering.named.decided.particulars import CALLED
from assistant.chat.answering.named.decided.told import described, listing
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.text import escape
from index.language.late import pattern

REASONS = pattern(
    r"\bwhy (?:was|were|did|is|are|so)\b|\bwhat (?:for|were the reasons|was the reason)\b|"
    r"(?:^|: )\W*(?:and |so |but )*(?:why|what for|(?:for|on) what (?:reasons?|grounds?))\W*$|"
    r"\b(?:their|the) reasons\b|\bwhat (?:have|did|do) (?:the |those |these )?"
    r"(?:decisions|they|opm)\b.{0,12}\brefuse[d]?\b.{0,12}\b(?:for|over|on)\b",
    re.IGNORECASE,
)
"""Asks why decisions ended as they did."""
FEW = 3
"""How many decisions are told of in a sentence."""


def _answer(question: Question, context: Context) -> Answer | None:
    from index.decisions.register.facts import entries

    named = filters(question).named
    ways = (
        "`fes precedents --factor 2 --level 2-5` finds how the decisions you hold read a level.",
        "OPM publishes all of them at opm.gov, Appeal Decisions; `fes ingest FILE` adds one here.",
    )
    where = question.has(
        *("where can i", "where could i", "where do i", "where else", "where are"),
        *("where to find", "published where", "where would i"),
    )
    if where and not named:
        return Answer(
            lead=(
                "**At opm.gov, under Classification & Qualifications, Appeal Decisions: OPM "
                "publishes them there.** The register that comes with the program lists "
                f"{len(entries())} of them with their addresses: name a series, an agency or an "
                "outcome."
            ),
            next=("Which series, agency or level do you look for?", ways[0]),
        )
    if CALLED.search(question.message):
        return _nameless()
    if REASONS.search(question.message):
        return _reasons(question, context)
    if question.factors and not question.levels:
        return _on_factor(question, context)
    if question.has("by subject") and not named:
        return Answer(
            lead=(
                "**By subject I cannot tell: the register lists "
                f"{len(entries())} decisions by series, grade, agency, year and outcome, not by "
                "what they turned on.** What a decision says is found in the texts you hold, "
                "by your own words for it."
            ),
            next=(
                '`fes precedents "drafts reviewed"` searches the texts you hold for such words.',
                "Name a series, an agency or an outcome for what the register lists.",
            ),
        )
    if not named:
        return Answer(
            lead=(
                f"**Name a series, an agency or an outcome: the register that comes with the "
                f"program lists {len(entries())} decisions, with their addresses at OPM.** Their "
                "texts are searched once you add them; a level, such as 2-5, is then found by "
                "what each decision said of it."
            ),
            next=("Which series, agency or level do you look for?", *ways),
        )
    return listing(question, context)


def _nameless() -> Answer:
    """Say that no names of people are kept."""
    return Answer(
        lead=(
            "**No names: the register keeps none, and OPM leaves the appellant's out of most "
            "texts that it publishes.** A decision is called by its number, the position and the "
            "agency."
        ),
        next=("Name a series, an agency or an outcome for what the register lists.",),
    )


def _reasons(question: Question, context: Context) -> Answer:
    """Tell why levels were refused in those decisions asked for whose text is held."""
    chosen = {entry.number for entry in filters(question).chosen()}
    library = context.library
    held = [d for d in ([] if library is None else library.decisions()) if d.decision_number]
    among = [d for d in held if d.decision_number in chosen]
    lead = "**The register does not tell why: it holds the heads of decisions, not their reasons.**"
    for one in among[:FEW]:
        levels = [f"Level {level}" for record in one.factors for level in record.rejected]
        lead += f" {escape(one.told)}, which you hold, refused {listed(levels)}." if levels else ""
    if not among:
        lead += f" Of {len(chosen)} such you hold no text." if chosen else ""
    asks = [f"Ask *what did {d.decision_number} refuse?*" for d in (among or held)[:1]]
    add = "OPM publishes the texts at opm.gov, Appeal Decisions; `fes ingest FILE` adds one here."
    return Answer(lead=lead, next=(*asks, add))


def _on_factor(question: Question, context: Context) -> Answer:
    """Tell which of the decisions asked for are known to decide on a factor."""
    factor = question.factors[0]
    want = filters(question)
    numbers = {entry.number for entry in want.chosen()}
    library = context.library
    known = [
        (decision, record)
        for decision in (() if library is None else library.decisions())
        for record in decision.rated()
        if str(record.factor) == factor
    ]
    among = [one for one in known if not want.named or one[0].decision_number in numbers]
    told = listed(
        [f"{escape(d.told)}, which credited Level {record.credited}" for d, record in known[:FEW]]
    )
    heads = (
        "The register has only the heads, which name no factors; add a text, and it is searched."
    )
    if among:
        lead = f"**Yes, on Factor {factor}: {told}.** That is of the decisions you hold in full."
    elif known:
        lead = (
            f"**None of those{described(want)} is held in full, so I cannot say what they found on "
            f"Factor {factor}.** {heads} Of other work you hold {told}."
        )
    else:
        lead = f"**None that you hold decides on Factor {factor}.** {heads}"
    number = known[0][0].decision_number if known else ""
    step = f"Ask *what did {number} decide on Factor {factor}?*" if number else ""
    add = "OPM publishes the texts at opm.gov, Appeal Decisions; `fes ingest FILE` adds one here."
    return Answer(lead=lead, next=tuple(filter(None, (step, add))), factors=(factor,))


TOPIC = Topic(
    id="find-decisions",
    title="finding decisions",
    answer=_answer,
    likes=("series",),
    unlike=("levels", "points", "decision", "percents"),
)
