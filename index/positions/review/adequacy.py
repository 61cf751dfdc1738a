"""A position description against the standard of adequacy: :func:`check_position`.

Each finding names a rule with its printed place and quotes the description. None of them says what
the work is or what it is worth: the description may be mended, or a person may explain it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from core.law.pay_systems import wage_job
from core.model import Classification
from index.language.words import words
from index.positions.checking import guides_told, supervision_told
from index.positions.duties.supervising import is_supervision, supervision_time
from index.positions.lines import placeholders
from index.positions.model import Part, PositionDescription, PositionDuty
from index.positions.review.findings import WEIGHTS, AdequacyFinding, finding
from index.positions.review.levels import levels
from index.positions.review.qualifications import qualifications
from index.positions.review.wording import sentence_at, wording

_WHOLE: Final = 100
_SHOWN: Final = 5
_ROOM: Final = 0.6
_QUARTER: Final = 25
_HIGH: Final = re.compile(
    r"\b(?:technical authority|final authority|expert|represents the (?:agency|bureau|department|"
    r"commission)|develops? (?:agency|bureau|national) polic|negotiates?|directs?|"
    r"advises? (?:the )?(?:senior|top|executive)|lead(?:s|ing) (?:a )?(?:team|studies|project))\b",
    re.IGNORECASE,
)
_CONTROLS_GRADE: Final = re.compile(
    r"(?<!not )(?<!never )\b(?:determin\w+|control(?:s|ling)?|drives?|sets?|supports?|"
    r"justif(?:y|ies)|basis (?:for|of)|governs?|establish(?:es)?|decides?|fix(?:es)?)\s+(?:for )?"
    r"(?:the |its |this )?(?:(?:position|job)'?s? )?(?:title,? |series,? |and )*"
    r"grade\b(?! of (?!(?:the|this) (?:position|job)\b))|"
    r"\bgrade[- ](?:controlling|determining|bearing)\b|"
    r"\bgrade (?:of (?:the|this) (?:position|job) )?"
    r"(?:rests|depends|hangs|follows|comes|is based) (?:up)?(?:on|from)\b",
    re.IGNORECASE,
)
"""A duty that says itself that the grade hangs on it."""
_SUPERVISES: Final = re.compile(
    r"\b(?:supervis\w+|appraises?|rates? (?:the )?performance|approves? leave|selects? employees|"
    r"disciplin\w+|assigns? work)\b",
    re.IGNORECASE,
)
_REVIEWED: Final = re.compile(
    r"\b(?:review\w*|check(?:s|ed)?|evaluat\w+|accepted|examin\w+|read|reads|approv\w+|"
    r"look(?:s|ed)? (?:at|over)|go(?:es)? over|inspect\w+|spot)\b",
    re.IGNORECASE,
)
_ASSIGNED: Final = re.compile(
    r"\b(?:assign\w*|instruct\w*|objectives|priorit\w+|direction|sets?|outlines?|defines?|gives?|"
    r"tells?|hands?|aims?|goals?|names?|picks?|chooses?|"
    r"wants?|wanted|comes? (?:\w+ )?from|come from|decides? (?:which|what))\b",
    re.IGNORECASE,
)
_SKILLS: Final = {
    "typing": r"typ(?:es|ing|ist)|words? per minute",
    "office automation": r"office automation|word process\w+|spreadsheets?|software|typ(?:es|ing)",
    "oa": r"office automation|word process\w+|spreadsheets?|software|typ(?:es|ing)",
    "stenography": r"stenograph\w+|dictation|shorthand",
    "data transcribing": r"data (?:entry|transcrib\w+)",
}
_SKILL_LEVEL: Final = re.compile(
    r"words per minute|wpm|qualified typist|fully qualified", re.IGNORECASE
)
_BRACKETS: Final = re.compile(r"\(([^)]+)\)")


def wage_of(position: PositionDescription) -> str:
    """Return what a job of the wage system is called, such as WG-3703-10; empty for any other."""
    cover = position.cover
    return wage_job(
        Classification(pay_plan=cover.pay_plan or "GS", series=cover.series, grade=cover.grade)
    )


def check_position(position: PositionDescription) -> tuple[AdequacyFinding, ...]:
    """Return what the rules on descriptions find in one, faults first.

    Those rules are the General Schedule's: a wage job (:func:`wage_of`) is not held against them.
    """
    if wage_of(position):
        return ()
    found = [
        *_certification(position),
        *_unfilled(position),
        *_shares(position),
        *_controlling(position),
        *wording(position),
        *_controls(position),
        *_factors(position),
        *qualifications(position),
        *_title(position),
        *levels(position),
    ]
    return tuple(sorted(found, key=lambda one: WEIGHTS.index(one.weight)))


def _certification(position: PositionDescription) -> Iterator[AdequacyFinding]:
    if position.form == "announcement":
        return
    cover = position.cover
    if not cover.statement:
        yield finding(
            "certified",
            "completion",
            "There is no statement by the supervisor that it is accurate.",
        )
    elif not cover.certified:
        place = next((one.place for one in cover.facts if one.field == "statement"), "")
        yield finding(
            "certified",
            "completion",
            "The supervisor's statement is there, and no signature or date was found with it.",
            quote=cover.statement,
            place=place,
        )


def _unfilled(position: PositionDescription) -> Iterator[AdequacyFinding]:
    """Name what a form left to fill in and nobody did, in one finding."""
    found = placeholders(position.text)
    if not found:
        return
    said = list(dict.fromkeys(" ".join(one.group().split()) for one in found))
    shown = ", ".join(f'"{one}"' for one in said[:_SHOWN])
    more = f" and {len(said) - _SHOWN} more" if len(said) > _SHOWN else ""
    yield finding(
        "unfilled",
        "completion",
        f"A form's words stand where the description should say something: {shown}{more}.",
        quote=found[0].group().strip(),
    )


def _shares(position: PositionDescription) -> Iterator[AdequacyFinding]:
    duties = position.duties
    if not duties:
        yield finding("responsibility", "fault", "No duties were found.")
        return
    known = [one for one in duties if one.percent is not None]
    total = sum(one.percent or 0 for one in known)
    if not known:
        yield finding(
            "shares",
            "doubt" if len(duties) > 1 else "note",
            "No duty has a share of time, so it cannot be seen which work controls the grade.",
            quote=sentence_at(duties[0].text, 0),
            place=duties[0].place,
        )
    elif total > _WHOLE + _ROOM:
        yield finding(
            "shares",
            "fault",
            f"The shares of time add up to {total:g} percent.",
            quote=_printed(known[-1]),
            place=known[-1].place,
        )
    elif len(known) < len(duties):
        first = next(one for one in duties if one.percent is None)
        yield finding(
            "shares",
            "doubt",
            f"{len(duties) - len(known)} of {len(duties)} duties have no share of time.",
            quote=sentence_at(first.text, 0),
            place=first.place,
        )
    elif total < _WHOLE - _ROOM:
        yield finding(
            "shares",
            "doubt",
            f"The shares of time add up to {total:g} percent: the rest is not described.",
            quote=_printed(known[-1]),
            place=known[-1].place,
        )


def _printed(duty: PositionDuty) -> str:
    """Return the words of a duty around its share."""
    at = re.search(r"\d\s?(?:%|percent)", duty.text)
    return sentence_at(duty.text, at.start() if at is not None else 0)


def _controlling(position: PositionDescription) -> Iterator[AdequacyFinding]:
    shared = [one for one in position.duties if one.percent is not None]
    high = [one for one in shared if _CONTROLS_GRADE.search(one.text)] or [
        one for one in shared if _HIGH.search(one.text)
    ]
    large = [one for one in high if (one.percent or 0) >= _QUARTER]
    if shared and high and not large:
        duty = max(high, key=lambda one: one.percent or 0)
        said = _CONTROLS_GRADE.search(duty.text)
        match = said or _HIGH.search(duty.text)
        # What a description says of itself can be wrong; what merely reads so must be looked at.
        told = (
            "What is said to control the grade takes {}: too little to control the grade."
            if said
            else "What reads like the highest work takes {}, too little to control the grade: see "
            "which work does."
        )
        yield finding(
            "controlling-share",
            "fault" if said else "doubt",
            told.format(f"{duty.percent:g} percent"),
            quote=sentence_at(duty.text, match.start() if match else 0),
            place=duty.place,
        )
    elif shared and max(one.percent or 0 for one in shared) < _QUARTER:
        yield finding(
            "controlling-share",
            "doubt",
            "No duty takes a quarter of the time; say which of them belong together.",
            quote=_printed(shared[0]),
            place=shared[0].place,
        )
    if position.cover.title.lower().startswith("supervisory") or position.form == "supervisory":
        yield from _supervision_share(position)


def _supervision_share(position: PositionDescription) -> Iterator[AdequacyFinding]:
    duties: list[Part] = [
        one
        for one in position.duties
        if _SUPERVISES.search(one.text) or is_supervision(f"{one.title}. {one.text}")
    ]
    known = [
        one.percent for one in duties if isinstance(one, PositionDuty) and one.percent is not None
    ]
    if not known:
        # The time may be told elsewhere: "about half the time supervising".
        told = [(one, supervision_time(one.text)) for one in (*position.sections, *duties)]
        known = [share for _, share in told if share is not None][:1]
        duties = duties or [one for one, share in told if share is not None]
    if not duties:
        yield finding("supervisory-share", "fault", "No duty describes the supervision.")
        return
    if known and sum(known) < _QUARTER:
        yield finding(
            "supervisory-share",
            "fault",
            f"Supervision takes {sum(known):g} percent of the time.",
            quote=sentence_at(duties[0].text, 0),
            place=duties[0].place,
        )


def _controls(position: PositionDescription) -> Iterator[AdequacyFinding]:
    if position.form in ("announcement", "supervisory"):
        return
    two = next((one for one in position.factors if one.factor == 2), None)
    part = two or position.section("supervision")
    text, place = (part.text, part.place) if part is not None else (supervision_told(position), "")
    if not text.strip():
        yield finding(
            "controls", "fault", "Nothing says how the work is assigned, supervised and reviewed."
        )
    else:
        first = sentence_at(text, 0)
        if not _REVIEWED.search(text):
            yield finding(
                "review-told",
                "doubt",
                "Nothing says how the work is reviewed.",
                quote=first,
                place=place,
            )
        if not _ASSIGNED.search(text):
            yield finding(
                "review-told",
                "doubt",
                "Nothing says how the work is assigned.",
                quote=first,
                place=place,
            )
    if not guides_told(position):
        yield finding("guidelines", "fault", "Nothing says which guidelines the work goes by.")


def _factors(position: PositionDescription) -> Iterator[AdequacyFinding]:
    if position.form != "fes":
        return
    there = {one.factor for one in position.factors}
    lacking = [str(n) for n in range(1, 10) if n not in there]
    if lacking:
        yield finding(
            "nine-factors", "fault", f"There is no section on Factor {', '.join(lacking)}."
        )
    for one in position.factors:
        if not one.text.strip():
            yield finding(
                "nine-factors",
                "fault",
                f"Factor {one.factor} has a heading and no words.",
                quote=one.level_text,
                place=one.place,
            )


def _title(position: PositionDescription) -> Iterator[AdequacyFinding]:
    cover = position.cover
    place = next((one.place for one in cover.facts if one.field == "title"), "")
    rest = " ".join(
        part.text for part in (*position.duties, *position.factors, *position.sections)
    ).casefold()
    for bracket in _BRACKETS.findall(cover.title):
        for skill in re.split(r"\s*/\s*|,\s*", bracket.casefold()):
            pattern = _SKILLS.get(skill)
            found = (
                re.search(pattern, rest)
                if pattern
                else set(words(skill)) & set(words(rest)) or not skill.strip()
            )
            if not found:
                yield finding(
                    "title-supported",
                    "fault",
                    f"No duty supports the title's ({bracket}).",
                    quote=cover.title if cover.title in position.text else "",
                    place=place,
                )
            elif pattern and not _SKILL_LEVEL.search(position.text):
                yield finding(
                    "skill-level",
                    "doubt",
                    f"The level of skill that ({bracket}) requires is not stated.",
                    quote=cover.title if cover.title in position.text else "",
                    place=place,
                )
    if "interdisciplinary" in cover.title.casefold() and not cover.other_series:
        yield finding(
            "interdisciplinary",
            "fault",
            "It is called interdisciplinary and names one series only.",
            quote=cover.title if cover.title in position.text else "",
            place=place,
        )
