"""Decisions on a series, an agency or an outcome, from the register that comes with the program."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.model import Answer, Context, Question, Topic

if TYPE_CHECKING:
    from index.decisions.register.facts import Entry

_SHOWN = 8
_AGENCY = re.compile(
    r"\b(Navy|Army|Air Force|Interior|Justice|Homeland Security|Veterans Affairs|Agriculture|"
    r"Commerce|Treasury|Energy|Defense|Labor|Transportation|DHS|DoD|VA|USDA|SSA|IRS|EPA|CBP|DLA)\b"
)
_OUTCOMES = (
    ("raised", ("upgrad", "raised", "won", "granted")),
    ("lowered", ("downgrad", "lowered", "lost their grade")),
    ("sustained", ("sustain", "denied", "no change", "unchanged", "lost")),
)


def _answer(question: Question, context: Context) -> Answer:
    from index.decisions.register.facts import entries, wanted

    agency = _AGENCY.search(question.message)
    outcome = next((name for name, said in _OUTCOMES if question.has(*said)), None)
    series = question.series[0] if question.series else None
    ways = (
        "`fes precedents --factor 2 --level 2-5` finds how the decisions you hold read a level.",
        "OPM publishes all of them at opm.gov, Appeal Decisions; `fes ingest FILE` adds one here.",
    )
    where = question.has(
        "where can i", "where do i", "where are", "where to find", "published where"
    )
    if agency is None and outcome is None and series is None and where:
        return Answer(
            lead=(
                "**At opm.gov, under Classification & Qualifications, Appeal Decisions: OPM "
                "publishes them there.** The register that comes with the program lists "
                f"{len(entries())} of them with their addresses: name a series, an agency or an "
                "outcome."
            ),
            next=("Which series, agency or level do you look for?", ways[0]),
        )
    if agency is None and outcome is None and series is None:
        return Answer(
            lead=(
                f"**Name a series, an agency or an outcome: the register that comes with the "
                f"program lists {len(entries())} decisions, with their addresses at OPM.** Their "
                "texts are searched once you add them; a level, such as 2-5, is then found by "
                "what each decision said of it."
            ),
            next=("Which series, agency or level do you look for?", *ways),
        )
    want = wanted(series=series, outcome=outcome, agency=agency[1] if agency else None)
    found = [entry for entry in entries() if want.admits(entry)]
    looked = ", ".join(
        part
        for part in (
            f"series {series}" if series else "",
            agency[1] if agency else "",
            outcome or "",
        )
        if part
    )
    if not found:
        return Answer(
            lead=(
                f"**None for {looked} in the register that comes with the program.** That says "
                "nothing of what OPM has decided: the register is a part of the published ones."
            ),
            next=ways[1:],
        )
    held = set()
    if context.library is not None:
        held = {one.decision_number for one in context.library.decisions()}
    lines = "\n".join(f"- {_line(entry, held)}" for entry in found[:_SHOWN])
    more = f" The first {_SHOWN} stand below." if len(found) > _SHOWN else ""
    one = "decision" if len(found) == 1 else "decisions"
    return Answer(
        lead=(
            f"**{len(found)} {one} for {looked} in the register that comes with the program.**"
            f"{more} It is a part of what OPM has published, not all of it."
        ),
        figures=(lines,),
        whose="From the register",
        next=ways,
    )


def _line(entry: Entry, held: set[str]) -> str:
    went = entry.went()[0].replace("_", " ")
    grade = entry.decided.grade
    decided = f", decided {entry.decided.pay_plan or 'GS'}-{grade}" if grade else ""
    mark = ", in your library" if entry.number in held else ""
    return f"{entry.number or 'without number'} ({entry.date or 'no date'}): {went}{decided}{mark}"


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
    telling=(
        "find decision",
        "find a decision",
        "find appeal",
        "search",
        "look up decision",
        "list",
        "similar case",
        "cases like",
    ),
    likes=("series",),
    unlike=("levels", "points", "decision", "percents"),
)
