"""What a position description does not say, and what in it does not add up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from core.standards.series import FIRST_TRADE
from index.language.sentences import ends
from index.positions.model import Missing, Oddity, PositionDescription

_WHOLE: Final = 100
_ROOM: Final = 0.6
_COVER: Final = {
    "title": "No title is stated.",
    "series": "No series is stated.",
    "grade": "No grade is stated.",
    "number": "No position description number is stated.",
    "organization": "The organization is not stated.",
}
_NINE: Final = tuple(range(1, 10))
_SIX: Final = (1, 2, 3, "4A", "4B", 5, 6)
_CHIEF: Final = r"(?:supervisor|chief|director|manager|boss|team lead(?:er)?|foreman)"
_OVERSEER: Final = (
    r"(?:[\w'’-]+ ){0,3}?(?:supervisor|chief|director|manager|boss|lead(?:er)?|foreman|officer|"
    r"head|superintendent|commander|captain|lieutenant|sergeant|principal|administrator|ranger|dean|"
    r"senior [\w-]+)"
)
_SUPERVISED: Final = re.compile(
    # Whoever directs comes first and acts: "The lands officer names the tracts".
    rf"(?:\A|[.;:]\s+|\n)\W*(?:the|an?|his|her|my)\s+{_OVERSEER}\s+(?:[\w-]+ly\s+)?(?:assigns?|gives?|"
    r"hands?|reviews?|reads?|signs?|checks?|sets?|tells?|looks?|names?|picks?|chooses?|decides?|"
    r"selects?|wants?|expects?|directs?|oversees?|inspects?|approves?|judges?|accepts?|discusses|"
    r"talks?|agrees?|outlines?|defines?|explains?|goes over)\b|"
    r"\b(?:assignments?|work|projects?|cases?|tasks?|files|orders|priorities) comes? (?:\w+ )?from "
    rf"(?:the|an?|his|her)\s+{_OVERSEER}\b|"
    rf"\b{_CHIEF}\b[^.\n]{{0,80}}?\b(?:assigns?|gives?|hands?|reviews?|reads?|signs?|checks?|sets?|"
    r"tells?|looks?|goes over)\b|"
    # A supervisor's own words on the employee.
    r"\bI (?:\w+ )?(?:give|hand|assign|tell|show) (?:her|him|the (?:employee|incumbent))\b|"
    r"\bI (?:\w+ )?(?:look (?:over|at)|go over|check|review|read|approve|sign|correct) "
    r"(?:(?:a few|some|most|all|each|every|part) (?:of )?)?"
    r"(?:her|his|what s?he|the (?:employee|incumbent)'s)\b|"
    rf"\bwithout my \w+ing\b|\b(?:comes?|turns?|goes) to (?:me|(?:her|his|my|the) {_CHIEF})\b|"
    r"\b(?:is|are) (?:\w+ )?"
    r"(?:assigned|reviewed|checked|spot-checked|read|inspected|approved|given) "
    rf"(?:\w+ ){{0,4}}?by (?:\w+ ){{1,3}}?{_CHIEF}\b|"
    r"\bunder (?:the )?(?:[\w-]+ ){0,2}?(?:supervision|direction) (?:of|from)\b",
    re.IGNORECASE,
)
_GUIDES: Final = re.compile(
    r"\bguid(?:es?|elines?|ance)\b|\b(?:manual|regulation|handbook|directive|circular)s?\b|"
    r"\b(?:program statements?|file plan|style book)\b|"
    r"\b(?:standing|standard|written|operating) (?:\w+ )?(?:procedures|instructions|rules)\b",
    re.IGNORECASE,
)


_GUIDES_LEAD: Final = re.compile(
    r"\W*(?:the |most |available )?(?:guid(?:es?|elines?|ance)|references)\b|"
    r"[^.;:]{3,80}\b(?:guides? (?:the |most|nearly|all)|"
    r"(?:is|are) the (?:guides?|guidelines?|guidance))\b",
    re.IGNORECASE,
)
"""A sentence that is on what the work goes by."""


def told_of(sentence: str) -> str:
    """Return whether a sentence tells of ``supervision`` or of ``guidelines``, or of neither."""
    if _SUPERVISED.search(sentence):
        return "supervision"
    return "guidelines" if _GUIDES_LEAD.match(sentence) else ""


def supervision_told(position: PositionDescription) -> str:
    """Return the sentences that tell how the work is assigned or reviewed, wherever they stand."""
    text, start, told = position.text, 0, []
    for end in [*ends(text), len(text)]:
        if _SUPERVISED.search(text[start:end]):
            told.append(text[start:end].strip())
        start = end
    return " ".join(told)


def guides_told(position: PositionDescription) -> bool:
    """Return whether something says what the work goes by.

    Words without headings are read from the first duty on, without what the supervisor certifies.
    """
    parts = [one.text for one in (*position.duties, *position.factors, *position.sections)]
    if position.form == "duties" and position.duties:
        body = position.text[min(one.start for one in position.duties) :]
        statement = position.cover.statement
        parts.append(body.replace(statement, " ") if statement else body)
    own = any(one.factor == 3 and one.text.strip() for one in position.factors)
    own = own or position.section("guidelines") is not None
    return own or any(_GUIDES.search(one) for one in parts)


def missing(position: PositionDescription) -> tuple[Missing, ...]:
    """Return what is not said, the cover first."""
    return tuple(_missing(position))


def _missing(position: PositionDescription) -> Iterator[Missing]:
    cover = position.cover
    for field, text in _COVER.items():
        value = getattr(cover, field)
        if value in ("", None) and not (field == "grade" and cover.grades):
            yield Missing(field=f"cover.{field}", text=text)
    trade = cover.series >= FIRST_TRADE
    if trade and not any(one.field == "pay_plan" for one in cover.facts):
        yield Missing(
            field="cover.pay_plan",
            text=f"No pay plan is stated; series {cover.series} is a trade of the Federal Wage "
            f"System, and {cover.pay_plan} is taken.",
        )
    if cover.certified is not True and position.form != "announcement":
        yield Missing(
            field="cover.certified",
            text="No supervisor's certification is signed."
            if cover.statement
            else "There is no supervisor's certification that the description is accurate.",
        )
    if not position.duties:
        yield Missing(field="duties", text="No duties were found.")
    without = [n for n, one in enumerate(position.duties, 1) if one.percent is None]
    if position.duties and len(without) == len(position.duties):
        yield Missing(field="duties.percent", text="No duty has a share of time.")
    elif without:
        which = ", ".join(map(str, without))
        said = f"Duty {which} has" if len(without) == 1 else f"Duties {which} have"
        yield Missing(field="duties.percent", text=f"{said} no share of time.")
    yield from _factors(position)


def _factors(position: PositionDescription) -> Iterator[Missing]:
    if position.form not in ("fes", "supervisory"):
        told = position.section("supervision") is not None or supervision_told(position)
        if not position.factors and not told:
            yield Missing(
                field="factors.2", text="Nothing says how the work is assigned and reviewed."
            )
        return
    wanted = _SIX if position.form == "supervisory" else _NINE
    there = {one.factor for one in position.factors}
    for factor in wanted:
        if factor not in there:
            yield Missing(
                field=f"factors.{factor}", text=f"There is no section on Factor {factor}."
            )
    unlevelled = [str(one.factor) for one in position.factors if one.level_stated is None]
    if unlevelled and len(unlevelled) == len(position.factors):
        yield Missing(field="factors.level", text="No factor has a stated level.")
    elif unlevelled:
        yield Missing(
            field="factors.level", text=f"Factor {', '.join(unlevelled)} has no stated level."
        )


def oddities(position: PositionDescription) -> tuple[Oddity, ...]:
    """Return what does not add up or cannot be read with certainty."""
    return tuple(_oddities(position))


def _oddities(position: PositionDescription) -> Iterator[Oddity]:
    shares = [one.percent for one in position.duties if one.percent is not None]
    total = sum(shares)
    if shares and len(shares) == len(position.duties) and abs(total - _WHOLE) > _ROOM:
        more = "more" if total > _WHOLE else "less"
        yield Oddity(
            code="shares",
            text=f"The shares of time add up to {total:g} percent, {more} than 100.",
            place=position.duties[0].place,
        )
    elif total > _WHOLE + _ROOM:
        yield Oddity(
            code="shares",
            text=f"The shares of time printed add up to {total:g} percent, more than 100.",
            place=position.duties[0].place,
        )
    seen: set[object] = set()
    told: set[object] = set()
    for one in position.factors:
        if one.factor in seen and one.factor not in told:
            told.add(one.factor)
            yield Oddity(
                code="factor-twice",
                text=f"Factor {one.factor} has two sections.",
                quote=one.text[:200],
                place=one.place,
            )
        seen.add(one.factor)
    points = [
        _points(one.points_stated, one.points_shared, str(one.factor)) for one in position.factors
    ]
    known = [one for one in points if one is not None]
    if position.total_stated is not None and len(known) == len(points) and known:
        added = sum(known)
        if added != position.total_stated:
            yield Oddity(
                code="total",
                text=(
                    f"The points stated add up to {added:,}, and the total stated is "
                    f"{position.total_stated:,}."
                ),
            )
    stated = position.grade_stated
    if stated is not None and position.cover.grade is not None and stated != position.cover.grade:
        yield Oddity(
            code="grade",
            text=(
                f"The cover states grade {position.cover.grade}, and the evaluation of the factors "
                f"ends at grade {stated}."
            ),
        )


def _points(own: int | None, shared: int | None, factor: str) -> int | None:
    """Return what a section adds to the total; points of Factors 6 and 7 together count once."""
    if own is not None:
        return own
    if shared is not None:
        return shared if factor in ("7", "9", "4B") else 0
    return 0 if factor == "6" else None
