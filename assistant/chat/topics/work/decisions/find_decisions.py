"""Decisions on a series, an agency or an outcome, from the register that comes with the program."""

from __future__ import annotations

from assistant.chat.answering.named.decided.asked import filters
from assistant.chat.answering.named.decided.told import listing
from assistant.chat.model import Answer, Context, Question, Topic


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


TOPIC = Topic(
    id="find-decisions",
    title="finding decisions",
    answer=_answer,
    likes=("series",),
    unlike=("levels", "points", "decision", "percents"),
)
