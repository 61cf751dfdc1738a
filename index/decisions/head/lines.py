"""Heads without labels, told by the order of their lines.

The lines are: document type and statute, appellant, present title and grade, organization from
small to large, duty station, decided title, decided grade, number, signer, date. Captures of
such pages often lost some of them; what is left is placed by its neighbours, and what is gone
stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.decisions.head import parties
from index.decisions.values import CODE, NUMBER, classification, flat, title, torn
from index.language import late
from index.models import DecisionClassification

STATUTE = late.pattern(
    r"\b(?:under )?sections? \d{4}\b|\b5103\b|\b5112\b|\b5346\b|^[\"']?5112\(b\)", re.IGNORECASE
)
_SIGNER = late.pattern(
    r"^(?:acting )?(?:deputy )?(?:classification (?:and pay claims|appeals?)|program manager|"
    r"associate director|assistant director|appeals officer|merit system|director\b|"
    r"agency compliance|(?:deputy |acting )?associate|regional director|chief,|/s/|//)",
    re.IGNORECASE,
)
_NO_CHANGE = late.pattern(r"^no change\b", re.IGNORECASE)
_COVERAGE = late.pattern(
    r"\b(?:covered by|under|in|subject to|excluded from) the (?:general schedule|federal wage|"
    r"prevailing)",
    re.IGNORECASE,
)
_ADDRESSEE = late.pattern(r"^(?:Mr|Mrs|Ms|Miss|Dr)\.? (?=[A-Z\[(])")
"""Who a letter is written to; above it stands the sender's letterhead."""
_PLAN_AND_SERIES = late.pattern(r"\b(?P<plan>GS|WG|WL|WS|GL)-(?P<series>\d{3,4})\b(?!-\d)")


@dataclass(frozen=True, slots=True)
class Lines:
    """What the lines of a head state."""

    appellant: str = ""
    current: DecisionClassification = field(default_factory=DecisionClassification)
    decided: DecisionClassification = field(default_factory=DecisionClassification)
    organization: tuple[str, ...] = ()
    coverage: str = ""


def read(lines: Sequence[str], *, sequence: bool = False) -> Lines:
    """Read a head without labels.

    Args:
        lines: The lines of the head, top to bottom.
        sequence: Whether they are the values of labels that all stood before them; they then
            begin with the appellant.
    """
    folded = [flat(line) for line in lines]
    folded = [line for line in folded if line and not torn(line)]
    addressed = next((row for row in folded if _ADDRESSEE.match(row)), "")
    if addressed and not sequence and not any(CODE.search(row) for row in folded):
        # A letter says in its text what is classified; sender and address are no title.
        return Lines(_ADDRESSEE.sub("", addressed))
    start = 0 if sequence else _start(folded)
    rows = folded[start : _end(folded, start)]
    station = max((i for i, row in enumerate(rows) if parties.is_station(row)), default=None)
    coded = [i for i, row in enumerate(rows) if CODE.search(row)]
    if station is None:
        station = _before_decided(rows, coded)
    else:
        # A placeholder for the place can stand at the top; the department closes the organization.
        closing = [i for i, row in enumerate(rows) if parties.DEPARTMENT.fullmatch(row)]
        station = max([station, *closing])
    above, below = rows[: station + 1], rows[station + 1 :]
    appellant, current, after = _upper(above)
    decided, coverage = _lower(below, current)
    numbered = any(NUMBER.search(line) for line in folded)
    if decided.title and not appellant and not numbered and not sequence:
        # A stripped capture: what stands before the grade is the tail of a wrapped title.
        decided = decided.model_copy(update={"title": ""})
    return Lines(appellant, current, decided, tuple(above[after:]), coverage)


def _start(rows: Sequence[str]) -> int:
    """Return where the appellant's line may stand: after the line that names the statute."""
    marks = [i for i, row in enumerate(rows[:25]) if STATUTE.search(row) and not CODE.search(row)]
    return marks[-1] + 1 if marks else 0


def _end(rows: Sequence[str], start: int) -> int:
    """Return where the decided classification ends: at the number, or else at the signer."""
    for i in range(start, len(rows)):
        if NUMBER.search(rows[i]) or rows[i] == "C" or rows[i].lower() == "date":
            return i
        if _SIGNER.match(rows[i]):
            return i if rows[i].startswith("/") else max(start, i - 1)
    return len(rows)


def _before_decided(rows: Sequence[str], coded: Sequence[int]) -> int:
    """Without a duty station, return the last line of the organization."""
    units = [i for i, row in enumerate(rows) if parties.department(row)]
    if units:
        return units[-1]
    last = coded[-1] if len(coded) > 1 else len(rows)
    named = [i for i, row in enumerate(rows[:last]) if parties.UNIT.search(row) and i not in coded]
    return named[-1] if named else (coded[0] if coded else -1)


def _upper(rows: Sequence[str]) -> tuple[str, DecisionClassification, int]:
    """Read appellant and present classification; tells also where the organization begins."""
    people = 0
    while people < len(rows) and people < 6 and parties.looks_like_people(rows[people]):
        if people and CODE.search(rows[people]):
            break
        if people and not rows[people - 1].rstrip().endswith((",", "and")):
            break
        people += 1
    if not people and _titled(rows[1:2]) and parties.people(rows[0]):
        # Just above a title with its grade stands a person, also one named Park or Field.
        people = 1
    appellant = " ".join(rows[:people])
    coded = next((i for i, row in enumerate(rows[: people + 4]) if CODE.search(row)), None)
    if coded is not None:
        found = classification(rows[coded])
        if not found.title:
            found = found.model_copy(update={"title": title(" ".join(rows[people:coded]))})
        return appellant, found, coded + 1
    if people and len(rows) > people and not _is_unit(rows[people]):
        return appellant, DecisionClassification(title=title(rows[people])), people + 1
    return appellant, DecisionClassification(), people


def _titled(rows: Sequence[str]) -> bool:
    return any(classification(row).title and classification(row).series for row in rows)


def _is_unit(row: str) -> bool:
    return bool(parties.UNIT.search(row) or parties.department(row) or row.startswith("["))


def _lower(
    rows: Sequence[str], current: DecisionClassification
) -> tuple[DecisionClassification, str]:
    """Read what was decided, from the lines below the organization."""
    text = " ".join(rows)
    if rows and _NO_CHANGE.match(rows[0]):
        return current, ""
    if _COVERAGE.search(text):
        return covered(text), text
    coded = next((i for i, row in enumerate(rows) if CODE.search(row)), None)
    if coded is None:
        found = classification(text)
        if found.series:
            return found, ""
        plain = [row for row in rows if not row.startswith("[") and title(row)]
        return DecisionClassification(title=title(" ".join(plain))) if plain else found, ""
    found = classification(rows[coded])
    if not found.title:
        words = " ".join(row for row in rows[:coded] if not row.startswith("["))
        found = found.model_copy(
            update={"title": title(words) or title(" ".join(rows[coded + 1 :]))}
        )
    return found, ""


def covered(text: str) -> DecisionClassification:
    """Read the sentence that decides a pay category: pay plan and series, where it names them."""
    whole = classification(text)
    if whole.series:
        return whole.model_copy(update={"title": ""})
    part = _PLAN_AND_SERIES.search(flat(text))
    plan = (
        "GS" if re.search(r"(?<!excluded from )the general schedule", text, re.IGNORECASE) else ""
    )
    if part is not None:
        return DecisionClassification(pay_plan=part["plan"], series=part["series"].zfill(4))
    return DecisionClassification(pay_plan=plan)
