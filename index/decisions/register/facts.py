"""The register of real appeal decisions: facts read from the head of each published page.

It comes with the program, so decisions can be browsed before any text is ingested. It is what
public copies held, not a draw from all decisions: its shares are nobody's odds. What a page did
not show is empty here and means that nobody knows, not that it is not so.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

from core.errors import QueryError, StorageError
from core.model import Frozen
from core.standards.series import series_code
from index.decisions.values import OUTCOME_ALIASES, OUTCOMES, same_number, spelled
from index.models import DecisionClassification

_FILE: Final = Path(__file__).resolve().with_name("decisions.csv")
UNKNOWN: Final = "unknown"
WORDS: Final = {
    "sustained": "no change",
    "lowered": "lowered",
    "raised": "raised",
    "series_changed": "new series",
    "title_changed": "new title",
    "pay_plan_changed": "new pay plan",
    UNKNOWN: "not known",
}
"""How a decision went, in words."""

Seen = Literal["stated", "not in the head"]
"""Whether the head of a page says something. What the head leaves out the body may still say."""

DIMENSIONS: Final = ("outcome", "series", "year", "agency", "pay-plan")
"""What the register can be counted by."""

_PUBLISHED: Final = {
    "no change": "sustained",
    "downgraded": "lowered",
    "upgraded": "raised",
    "new series": "series_changed",
    "new title": "title_changed",
}
_ALIASES: Final = {**OUTCOME_ALIASES, "no_grade_change": "sustained", "not_known": UNKNOWN}


_COMMON_WORDS: Final = re.compile(
    r"\b(?:u\.?s\.?|united states|departments?|dept\.?|of|the|and|&)(?!\w)"
)

_SHORT: Final = {
    "blm": "Bureau of Land Management",
    "bop": "Federal Bureau of Prisons",
    "cbp": "Customs and Border Protection",
    "cdc": "Centers for Disease Control and Prevention",
    "deca": "Defense Commissary Agency",
    "dha": "Defense Health Agency",
    "dhs": "Homeland Security",
    "dla": "Defense Logistics Agency",
    "dod": "Defense",
    "doi": "Interior",
    "doj": "Justice",
    "epa": "Environmental Protection Agency",
    "fda": "Food and Drug Administration",
    "hhs": "Health and Human Services",
    "ice": "Immigration and Customs Enforcement",
    "irs": "Internal Revenue Service",
    "msha": "Mine Safety and Health Administration",
    "nasa": "National Aeronautics and Space Administration",
    "nps": "National Park Service",
    "nrcs": "Natural Resources Conservation Service",
    "omb": "Office of Management and Budget",
    "opm": "Office of Personnel Management",
    "ssa": "Social Security Administration",
    "usaf": "Air Force",
    "usda": "Agriculture",
    "usfs": "Forest Service",
    "usgs": "U.S. Geological Survey",
    "usmc": "Marine Corps",
    "va": "Veterans Affairs",
    "vha": "Veterans Health Administration",
}
"""Short forms people use, and the name as decisions print it."""


class Entry(Frozen):
    """One decision of the register; its key is number and date, since numbers repeat.

    ``date`` is ISO or empty. ``outcome`` is computed from the classifications stated, a change
    of grade outranking a change of series, or is what the head says of the grade; ``"unknown"``
    when neither is stated.
    ``published_outcome`` is OPM's own word where an index gave it. ``None`` and empty text
    mean that the page did not show it.
    """

    number: str
    number_source: str
    date: str
    url: str
    department: str
    component: str
    current: DecisionClassification
    requested: DecisionClassification
    decided: DecisionClassification
    outcome: str
    published_outcome: str
    pd_inadequate: Seen | None
    lowers_grade: Seen | None
    redacted: bool | None
    several_appellants: bool | None
    layout: str
    note: str
    doubts: tuple[str, ...] = ()

    @property
    def bare(self) -> bool:
        """Whether no more than a number, a date and an outcome was visible: a row of an index."""
        return not (self.agency or self.current.series or self.decided.title)

    @property
    def agency(self) -> str:
        """The department, or the component where the page named no department."""
        return self.department or self.component

    @property
    def all_series(self) -> tuple[str, ...]:
        """The series before, after and in the number, which is the decided one."""
        numbered = self.number[2:6] if re.match(r"C-\d{4}-", self.number) else ""
        return (self.current.series, self.decided.series, numbered)

    @property
    def series(self) -> str:
        """The series decided, or the one before the appeal where that is not known."""
        return self.decided.series or self.current.series

    def went(self) -> tuple[str, bool]:
        """Return how it went, and whether that is OPM's word and not computed."""
        if self.outcome != UNKNOWN or self.published_outcome not in _PUBLISHED:
            return self.outcome, False
        return _PUBLISHED[self.published_outcome], True


@dataclass(frozen=True, slots=True)
class Wanted:
    """What decisions to list; None does not filter. What is not known matches nothing."""

    number: str | None = None
    series: str | None = None
    outcome: str | None = None
    agency: str | None = None
    year: str | None = None
    from_grade: int | None = None
    to_grade: int | None = None
    pay_plan: str | None = None
    from_plan: str | None = None
    to_plan: str | None = None

    def admits(self, entry: Entry) -> bool:
        """Return whether an entry is wanted. A series matches before or after the appeal."""
        return (
            (self.number is None or same_number(entry.number, self.number))
            and (self.series is None or self.series in entry.all_series)
            and (self.outcome is None or entry.went()[0] == self.outcome)
            and (
                self.agency is None or _names_agency(self.agency, entry.department, entry.component)
            )
            and (self.year is None or entry.date.startswith(f"{self.year}-"))
            and (self.from_grade is None or entry.current.grade == self.from_grade)
            and (self.to_grade is None or entry.decided.grade == self.to_grade)
            and (
                self.pay_plan is None
                or self.pay_plan in (entry.current.pay_plan, entry.decided.pay_plan)
            )
            and self.from_plan in (None, entry.current.pay_plan)
            and self.to_plan in (None, entry.decided.pay_plan or entry.current.pay_plan)
        )


@cache
def entries() -> tuple[Entry, ...]:
    """Return the register, by number and date; bare entries and those without a number last.

    Raises:
        StorageError: when the register that came with the program is damaged.
    """
    try:
        with _FILE.open(encoding="utf-8", newline="") as file:
            found = [_entry(row) for row in csv.DictReader(file)]
    except (OSError, KeyError, ValueError) as error:
        raise StorageError(
            f"the register of decisions cannot be read ({error})",
            where=_FILE.name,
            hint="Install the program again.",
        ) from error
    return tuple(sorted(found, key=lambda e: (e.bare, not e.number, e.number, e.date)))


def numbered(number: str, date: str | None = None) -> list[Entry]:
    """Return the entries of a number in any spelling, oldest first; of one date when given."""
    return [
        entry
        for entry in entries()
        if same_number(entry.number, number) and date in (None, entry.date)
    ]


def wanted(
    *,
    number: str | None = None,
    series: str | None = None,
    outcome: str | None = None,
    agency: str | None = None,
    year: str | None = None,
    from_grade: str | None = None,
    to_grade: str | None = None,
    pay_plan: str | None = None,
) -> Wanted:
    """Return checked filters from what a person wrote.

    Args:
        number: A decision number in any spelling.
        series: Any spelling of a series: ``80``, ``0080``, ``GS-0080``.
        outcome: An outcome or a usual word for it: ``lowered``, ``downgraded``, ``no change``.
        agency: Whole words of a department's or component's name, or a short form such as VA.
        year: The year of the decision.
        from_grade: The grade before the appeal, ``12`` or ``GS-12``.
        to_grade: The grade decided.
        pay_plan: A pay plan such as ``GS`` or ``WG``, before or after the appeal.

    Raises:
        InputError: when a value is not possible.
    """
    if number is not None and not spelled(number):
        raise QueryError(
            f'"{number[:40]}" is not a decision number',
            where="--number",
            hint="Write it as C-0080-11-02.",
        )
    if year is not None and not (year.isascii() and year.isdigit() and len(year) == 4):
        raise QueryError(f'"{year[:20]}" is not a year', where="--year", hint="Such as 2014.")
    if agency is not None and not agency_name(agency):
        raise QueryError(
            f'"{agency[:40]}" names no agency', where="--agency", hint="Such as Navy or VA."
        )
    return Wanted(
        number=number,
        series=None if series is None else series_code(series),
        outcome=None if outcome is None else _outcome(outcome),
        agency=agency,
        year=year,
        from_grade=_grade(from_grade, "--from-grade"),
        to_grade=_grade(to_grade, "--to-grade"),
        pay_plan=pay_plan.strip().upper() if pay_plan is not None else None,
        from_plan=_plan(from_grade),
        to_plan=_plan(to_grade),
    )


def count(by: str, chosen: Sequence[Entry]) -> list[tuple[str, Counter[str]]]:
    """Return the outcomes counted by a dimension, most decisions first, years in order.

    Args:
        by: One of :data:`DIMENSIONS`.
        chosen: The entries to count. What is not known comes last, under an empty name.
    """
    found: dict[str, Counter[str]] = {}
    for entry in chosen:
        found.setdefault(_name(entry, by), Counter())[entry.outcome] += 1
    if by == "year":
        return sorted(found.items(), key=lambda item: (not item[0], item[0]))
    return sorted(
        found.items(), key=lambda item: (item[0] in ("", UNKNOWN), -item[1].total(), item[0])
    )


def _name(entry: Entry, by: str) -> str:
    if by == "outcome":
        return entry.outcome
    if by == "series":
        return entry.series
    if by == "year":
        return entry.date[:4]
    if by == "agency":
        return entry.agency
    return entry.decided.pay_plan or entry.current.pay_plan


def _outcome(text: str) -> str:
    name = "_".join(text.strip().casefold().replace("-", " ").split())
    name = _ALIASES.get(name, name)
    if name not in (*OUTCOMES, UNKNOWN):
        known = ", ".join((*OUTCOMES, UNKNOWN))
        raise QueryError(
            f'"{text[:40]}" is not an outcome', where="--outcome", hint=f"The outcomes: {known}."
        )
    return name


def _grade(text: str | None, where: str) -> int | None:
    if text is None:
        return None
    digits = text.strip().rpartition("-")[2]
    if not (digits.isascii() and digits.isdigit() and 1 <= int(digits) <= 20):
        raise QueryError(f'"{text[:20]}" is not a grade', where=where, hint="Such as 12 or GS-12.")
    return int(digits)


def _plan(text: str | None) -> str | None:
    """Return the pay plan written with a grade: ``WG-10`` is WG's tenth, not a tenth of any."""
    plan, dash, _ = (text or "").strip().upper().rpartition("-")
    return plan if dash and plan.isalpha() else None


def _entry(row: dict[str, str]) -> Entry:
    return Entry(
        number=row["decision_number"],
        number_source=row["number_source"],
        date=row["date"],
        url=row["url"],
        department=row["department"],
        component=row["component"],
        current=_classification(row, "current", row["pay_plan"]),
        requested=DecisionClassification(
            series=row["requested_series"], grade=_number(row["requested_grade"])
        ),
        decided=_classification(row, "decided", row["decided_pay_plan"]),
        outcome=_stated_outcome(row),
        published_outcome=row["published_outcome"],
        pd_inadequate=_seen(row["pd_inadequate"]),
        lowers_grade=_seen(row["lowers_grade_statement"]),
        redacted=_flag(row["appellant_redacted"]),
        several_appellants=_flag(row["multiple_appellants"]),
        layout=row["format"],
        note=row["note"],
    )


def _stated_outcome(row: dict[str, str]) -> str:
    """Return the outcome of a row; a head that says the grade is lowered says how it went."""
    lowered = row["outcome"] == UNKNOWN and row["lowers_grade_statement"] == "true"
    return "lowered" if lowered else row["outcome"]


def _classification(row: dict[str, str], which: str, plan: str) -> DecisionClassification:
    return DecisionClassification(
        pay_plan=plan,
        title=row[f"{which}_title"],
        series=row[f"{which}_series"],
        grade=_number(row[f"{which}_grade"]),
    )


def _number(text: str) -> int | None:
    """Return a grade; the 00 of a pay category decision is no grade."""
    return int(text) or None if text else None


def _flag(text: str) -> bool | None:
    return {"true": True, "false": False, "": None}[text]


def _seen(text: str) -> Seen | None:
    values: dict[str, Seen | None] = {"true": "stated", "false": "not in the head", "": None}
    return values[text]


def short_names() -> dict[str, str]:
    """Return the short forms of agencies' names that people use, each with what it stands for."""
    return dict(_SHORT)


def agency_name(name: str) -> str:
    """Return a name in lower case without the words and marks that tell no agency from another."""
    words = _COMMON_WORDS.sub(" ", _SHORT.get(name.strip().casefold(), name).casefold())
    return " ".join(re.sub(r"[^a-z0-9 ]", " ", words).split())


def _names_agency(part: str, *names: str) -> bool:
    """Return whether some words, in their order and whole, are in one of the names."""
    wanted = agency_name(part)
    return bool(wanted) and any(f" {wanted} " in f" {agency_name(name)} " for name in names)
