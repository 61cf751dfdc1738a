"""Who counts as supervised: contractors only after coverage is met by others."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import guide_rule, law
from assistant.chat.model import Answer, Context, Question, Topic, Words
from index.language.late import pattern

_DIRECTED = (
    *("supervis", "under me", "count", "direct", "overs", "staff", "team", "workload", "cover"),
    *("gssg", "guide", "contract", "report to", "manage", "boss", "lead", "in charge", "people"),
)

_ONLY_CONTRACTORS = pattern(
    r"\b(?:my|our|the) (?:\w+ )?(?:team|staff|unit|people|crew|work ?force|subordinates|group)\b"
    r".{0,20}\b(?:are|is|consists? of|made up of)\b.{0,20}\bcontractors?\b|"
    r"\b(?:everyone|everybody|all (?:those|the people|people)|those|anyone|anybody)\b.{0,12}\b"
    r"(?:works? for|reports? to|under) me\b.{0,20}\bcontractors?\b|"
    r"\b(?:only|just|solely|nothing but) (?:\w+ )?contractors?\b|"
    r"\bcontractors?\b[^.?!]{0,20}\b(?:no|zero|0|not (?:a|one)(?: single)?) (?:\w+ )?"
    r"(?:feds?|federal|employees?|civilians?|government)\b|\bcontractors? (?:only|alone)\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether contractors are said to be all who are directed."""
    # A share of the time does not count before somebody else is supervised.
    named = question.levels or question.points or question.decision
    return not named and bool(_ONLY_CONTRACTORS.search(question.message))


def _answer(question: Question, context: Context) -> Answer | None:
    if not question.has(*_DIRECTED) or question.has("same work", "same job", "makes more", "earns"):
        return None
    staff = guide_rule("coverage-staff", "provided the position first meets the coverage")
    only = guide_rule("exclusion-contractors", "oversight responsibilities over only the work")
    people = guide_rule(
        "workload-people",
        "Include the workload of General Schedule subordinates",
    )
    military = law(
        "gssg",
        "2",
        "Federal military or uniformed service employees, volunteers",
        "Military, uniformed services, volunteers and other noncontractor personnel count for "
        "coverage.",
    )
    counted = question.has("base", "workload", "hours", "dollars", "factor 5", "how many more")
    if question.has("contract") and (counted or context.memory.topic == "base-level"):
        lead = (
            "**Yes, in the base level: work of contractors counts in the workload by its hours or, "
            "where extensive contract work is overseen, by the dollars spent on people.** Their "
            "work is given the GS grade that the standards would yield. But first the guide has to "
            "cover the position by the supervision of people who are not contractors."
        )
        return Answer(
            lead=lead,
            words=(people, staff),
            next=("What would their work be graded, and how many hours or dollars go into it?",),
        )
    if question.has(
        "military",
        "soldier",
        "volunteer",
        "student",
        "wage",
        "fws",
        "civilian",
        "intern",
        "part-time",
    ):
        lead = (
            "**Yes: military members, volunteers, students, wage employees and other people "
            "who are not contractors count, for coverage and in the workload.** Their work is "
            "given the GS grade that the standards would yield."
        )
        words: tuple[Words, ...] = (military, people)
    elif question.has("all contractors", "only contractors", "no employees", "just contractors"):
        lead = (
            "**No: the guide covers you only if you supervise people who are not contractors; "
            "who oversees contractors alone is graded by nonsupervisory standards.** Contracted "
            "work is considered in the factors once that coverage is met."
        )
        words = (staff, only)
    else:
        lead = (
            "**Not for coverage: contractors count only after the position is covered by "
            "supervising people who are not contractors.** Then the contracted work is "
            "considered in the factors. Someone who oversees contractors only is graded by "
            "nonsupervisory standards."
        )
        words = (staff, only, people)
    return Answer(
        lead=lead,
        words=words,
        next=(
            (
                "How many people who are not contractors do you direct, and what share of your "
                "time does it take?"
            ),
        ),
    )


TOPIC = Topic(
    id="supervising-contractors",
    title="contractors and others a supervisor directs",
    answer=_answer,
    sure=_sure,
    cues=("contractor",),
    unlike=("levels", "points", "decision"),
)
