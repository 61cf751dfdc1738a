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
    asks=(
        "where can I read appeal decisions",
        "Find decisions on series 0080",
        "Are there appeal decisions about 0343 positions?",
        "show me decisions from the Navy",
        "How do I find appeal decisions like mine?",
        "Which decisions deal with management analysts, 0343?",
        "list decisions where the grade was raised",
        "decisions on security specialists",
        "where are OPM's appeal decisions published",
        "search appeal decisions",
        "do you have decisions on 0301",
        "Has OPM decided an appeal in series 0201?",
        "look for similar cases",
        "appeals from DHS employees",
        "any upgraded positions in the 0303 series?",
        "find me a decision that helps my case",
        "other cases like mine",
        "decisions about my series",
        "Which published decisions raised somebody?",
        "where can I read OPM decisions",
        "list all lowered decisions",
        "find decisions",
        "find appeal decisions",
        "find a decision on my series",
        "find decisions about 0343",
        "search for decisions",
        "search decisions",
        "are there decisions on 0080",
        "decisions on series 0343",
        "decisions about series 0201",
        "decisions in series 0301",
        "appeal decisions for 0343",
        "list appeal decisions",
        "list decisions of an agency",
        "decisions from the Army",
        "show decisions",
        "show me similar cases",
        "similar appeals",
        "cases like mine",
        "look up decisions",
        "where do I find appeal decisions",
        "where are decisions published",
        "how to search appeal decisions",
        "decisions that raised the grade",
        "any decisions for my occupation",
        "are there any rulings about park rangers, series 0025",
        "rulings on my occupation",
        "any rulings about 0343 jobs",
        "has OPM ruled on a job like this",
        "show rulings about my kind of work",
        "any past cases on foresters, 0460",
        "past cases in series 0343",
        "past rulings in my occupation",
        "has someone with my kind of job gone thru this before? id like to read it",
        "anything from the VA on program specialists",
        "Where online does OPM post its rulings?",
        "dig up rulings for contract specialists",
        "looking for a case close to mine, forestry tech in series 0462",
        "show rulings where a GS-11 became a GS-12",
        "Any case about museum curators?",
        "case search: IT, upgrade, Air Force",
        "appeals by secretaries, 0318, what's there",
        "I'd love to see how they treated other claims examiners, which rulings are there",
        "can you hunt for rulings on training instructors, 1712",
        "need cites, 1910 quality assurance",
        "find something that resembles the situation of my member, a wildlife biologist",
        "rulings on supervisors at Forest Service, please",
        "Do you know of any published case with a telework coordinator or similar?",
    ),
    answer=_answer,
    likes=("series",),
    unlike=("levels", "points", "decision", "percents"),
)
